//! What a host asks of somebody's standing, read once for the page and the JSON door alike.

use crate::admin::settings::Refusal as Choice;
use crate::admin::settings::forms::Wrong;
use crate::db::Tx;
use crate::forum::turns::{self, Length};
use crate::http::Fields;
use crate::identity::accounts::standing::{self, Reason, Refusal};
use crate::kernel::{Day, Error, Moment};
use crate::policy::{Rank, Viewer};
use crate::safety::kept::{self, Standing as Kept};
use crate::safety::terms;

/// One change of standing.
#[derive(Debug, Clone)]
pub enum Verb {
    /// Yes to somebody who asked.
    LetIn,
    /// Not now.
    TurnAway,
    /// Out for a while.
    Pause(Reason, Option<Day>),
    /// Out.
    Close(Reason),
    /// In again.
    Reopen,
    /// Another rank, and for a keeper how long.
    Appoint(Rank, Option<Length>),
}

impl Verb {
    /// Reads `verb`, and the fields it needs.
    ///
    /// # Errors
    /// What does not fit.
    pub fn parse(fields: &Fields) -> Result<Self, Wrong> {
        let mut wrong = Wrong::default();
        let mut reason = || wrong.take("reason", Reason::parse(fields.one("reason")));
        let verb = match fields.one("verb") {
            "let-in" => Some(Self::LetIn),
            "turn-away" => Some(Self::TurnAway),
            "reopen" => Some(Self::Reopen),
            "close" => reason().map(Self::Close),
            "pause" => {
                let reason = reason();
                let until = wrong.take("until", until(fields.one("until")));
                reason.zip(until).map(|(reason, until)| Self::Pause(reason, until))
            }
            "appoint" => {
                let rank = wrong.take("rank", Rank::parse(fields.one("rank")).ok_or(Choice::Choice));
                let length = wrong.take("turn", length(fields.one("turn")));
                rank.zip(length).map(|(rank, length)| Self::Appoint(rank, length))
            }
            _ => wrong.take("verb", Err(Choice::Choice)),
        };
        verb.ok_or(wrong)
    }

    /// Does it.
    ///
    /// # Errors
    /// What the command says.
    pub fn act(&self, tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(), Error> {
        match self {
            Self::LetIn => standing::let_in(tx, viewer, name),
            Self::TurnAway => standing::turn_away(tx, viewer, name),
            Self::Pause(reason, until) => {
                standing::refuse_alone(tx, viewer, name)?;
                standing::pause(tx, viewer, name, reason, *until)?;
                kept::standing(tx, viewer, name, Kept::Paused(reason.as_str(), *until))
            }
            Self::Close(reason) => {
                standing::refuse_alone(tx, viewer, name)?;
                standing::close(tx, viewer, name, reason)?;
                kept::standing(tx, viewer, name, Kept::Closed(reason.as_str()))
            }
            Self::Reopen => {
                standing::reopen(tx, viewer, name)?;
                kept::standing(tx, viewer, name, Kept::Reopened)
            }
            Self::Appoint(rank, length) => {
                terms::appoint(tx, viewer, name, (*rank, *length))?;
                kept::standing(tx, viewer, name, Kept::Appointed)
            }
        }
    }
}

/// How long, or nothing: as it is, or as is usual.
fn length(code: &str) -> Result<Option<Length>, turns::Refusal> {
    match code {
        "" => Ok(None),
        code => Length::parse(code).map(Some).ok_or(turns::Refusal::LengthUnchosen),
    }
}

/// A day, or nothing: until a host ends it.
fn until(raw: &str) -> Result<Option<Day>, Refusal> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    let at: jiff::civil::Date = raw.trim().parse().map_err(|_| Refusal::Day)?;
    let at = at.to_zoned(jiff::tz::TimeZone::UTC).map_err(|_| Refusal::Day)?;
    Ok(Some(Moment(at.timestamp().as_millisecond()).day()))
}
