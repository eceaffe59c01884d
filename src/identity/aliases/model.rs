//! Aliases, how long they last, and why one may not speak.

use diesel::prelude::*;

use crate::db::schema::{alias, alias_appeal};
use crate::kernel::{self, Bounded, Day, FaceId, GroupId, ThreadId, Week};

/// Days a tie lasts after its last use, in one thread.
const THREAD_DAYS: i64 = 30;
/// Days a tie lasts after its last use, where the name is kept in a group.
const GROUP_DAYS: i64 = 90;
/// Both: in one thread, and in a group.
pub const TIE_DAYS: (i64, i64) = (THREAD_DAYS, GROUP_DAYS);
/// Days a month's key outlives its month: no tie lasts longer.
const KEY_DAYS: i64 = 90;

/// What an alias answers to a decision: up to 2,000 letters.
pub type Words = Bounded<3, 2_000, true>;

crate::text_enum! {
    /// Where an alias stands.
    pub enum State {
        /// It may speak.
        Live = "live",
        /// It may not for a while.
        Muted = "muted",
        /// It may not any more.
        Closed = "closed",
        /// Its holder is done with it.
        Retired = "retired",
        /// The tie to its holder is gone.
        Expired = "expired",
    }
}

crate::text_enum! {
    /// What happens to an alias's words when the tie ends.
    pub enum Ending {
        /// They stay.
        Keep = "keep",
        /// They are taken back.
        Delete = "delete",
    }
}

/// An alias as stored, without what it is found by.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = alias)]
pub struct Alias {
    /// Its name and picture.
    #[diesel(column_name = face_id)]
    pub face: FaceId,
    /// The group it speaks in.
    #[diesel(column_name = group_id)]
    pub group: GroupId,
    /// The one thread it speaks in; none: kept in the group.
    #[diesel(column_name = thread_id)]
    pub thread: Option<ThreadId>,
    /// Where it stands.
    pub state: State,
    /// The day a mute ends.
    pub state_until: Option<Day>,
    /// The sentence that came with a mute or a close.
    pub reason: String,
    /// Whether something it said has stood in the group.
    pub is_known: bool,
    /// What happens to its words when the tie ends.
    pub at_expiry: Ending,
    /// The last week of the tie.
    pub expires_week: Week,
    /// Who decided last; none: nobody did, or they are gone.
    #[diesel(column_name = by_face)]
    pub by: Option<FaceId>,
}

impl Alias {
    /// Whether its holder may speak as it, today.
    ///
    /// # Errors
    /// `alias-paused`, `alias-closed`; a tie that is over finds no alias at all.
    pub fn may_speak(&self, today: Day) -> Result<(), Refusal> {
        match self.state {
            State::Muted => match self.state_until {
                Some(until) if today <= until => Err(Refusal::Paused { until }),
                _ => Ok(()),
            },
            State::Closed => Err(Refusal::Closed),
            State::Live | State::Retired | State::Expired => Ok(()),
        }
    }

    /// Whether it is the one to speak with next time, or stands in the way of another.
    #[must_use]
    pub const fn is_in_use(&self) -> bool {
        matches!(self.state, State::Live | State::Muted | State::Closed)
    }

    /// The day until which its holder can still change its words.
    #[must_use]
    pub const fn until(&self) -> Day {
        self.expires_week.monday()
    }
}

/// One of somebody's own aliases, with its name and picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// The alias.
    pub alias: Alias,
    /// Its name.
    pub name: String,
    /// What draws its face.
    pub seed: i64,
    /// What it answered to a decision, and what came back; none: nothing, or it was not asked for.
    pub appeal: Option<Appeal>,
}

impl Own {
    /// Whether its holder may answer what was decided: once for each decision.
    #[must_use]
    pub fn may_answer(&self) -> bool {
        !self.alias.reason.is_empty() && self.appeal.as_ref().is_none_or(|appeal| appeal.is_past)
    }
}

/// Days within which an answer is promised to whoever answers a decision.
const ANSWER_DAYS: i64 = 7;

/// What an alias answered to those who paused or closed it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = alias_appeal)]
pub struct Appeal {
    /// The alias's words.
    pub words: String,
    /// What they answered; empty: nothing yet.
    pub answer: String,
    /// The day it was said.
    pub sent_on: Day,
    /// Who decided what it answers; none: they are gone.
    #[diesel(column_name = by_face)]
    pub by: Option<FaceId>,
    /// Whether something newer was decided since.
    pub is_past: bool,
    /// Whether those who look after the whole community were asked to read it.
    pub is_up: bool,
}

impl Appeal {
    /// Whether it waits to be answered.
    #[must_use]
    pub const fn waits(&self) -> bool {
        self.answer.is_empty()
    }

    /// The day by which an answer was promised.
    #[must_use]
    pub fn answer_by(&self) -> Day {
        self.sent_on.plus(ANSWER_DAYS)
    }

    /// All that was said so far, with more beside it: nothing that was written is lost.
    #[must_use]
    pub fn and(&self, more: &str) -> String {
        let said = [self.words.as_str(), self.answer.as_str(), more];
        said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}

/// Where a name is to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The group.
    pub group: GroupId,
    /// The one thread; none: anywhere in the group.
    pub thread: Option<ThreadId>,
}

/// The last week of a tie used `today`: days after its use, and never longer than the key of its month.
#[must_use]
pub fn lasts_until(today: Day, month: &str, is_for_thread: bool) -> Week {
    let after = today.plus(if is_for_thread { THREAD_DAYS } else { GROUP_DAYS });
    let last = end_of(month).map_or(after, |end| end.plus(KEY_DAYS - 7));
    // The week the day falls in is whole: nothing ends before the day that was said.
    Day(after.0.min(last.0)).week()
}

/// The last day of a month.
fn end_of(month: &str) -> Option<Day> {
    let at: jiff::civil::Date = format!("{month}-01").parse().ok()?;
    let days = at.last_of_month().since(jiff::civil::date(1970, 1, 1)).ok()?.get_days();
    Some(Day(i64::from(days)))
}

/// Why an alias may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Those who look after the group paused it.
    #[error("this alias is paused")]
    Paused {
        /// The last day of it.
        until: Day,
    },
    /// Those who look after the group closed it.
    #[error("this alias is closed")]
    Closed,
    /// There is nothing to answer, or no answer.
    #[error("there is nothing to answer")]
    Silent,
    /// A decision is answered once.
    #[error("this was answered already")]
    Answered,
    /// As many as there may be.
    #[error("as many aliases as one may have for now")]
    TooMany,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Paused { .. } => "alias-paused",
            Self::Closed => "alias-closed",
            Self::Silent => "alias-silent",
            Self::Answered => "alias-answered",
            Self::TooMany => "aliases-too-many",
        }
    }

    fn kind(&self) -> kernel::Kind {
        kernel::Kind::Conflict
    }

    fn field(&self) -> Option<&'static str> {
        Some("as")
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Paused { until } => vec![("until", until.iso())],
            Self::Closed | Self::Silent | Self::Answered | Self::TooMany => Vec::new(),
        }
    }
}

#[test]
fn a_tie_lasts_as_long_as_was_said_and_no_longer_than_its_key() {
    let day = |text: &str| {
        let at: jiff::Timestamp = format!("{text}T12:00:00Z").parse().unwrap();
        kernel::Moment(at.as_millisecond()).day()
    };
    assert_eq!(end_of("2026-11"), Some(day("2026-11-30")));
    assert_eq!(lasts_until(day("2026-11-21"), "2026-11", true), day("2026-12-21").week());
    assert_eq!(lasts_until(day("2026-11-21"), "2026-11", false), day("2027-02-19").week());
    let late = lasts_until(day("2027-02-20"), "2026-11", true);
    assert!(late.monday().plus(6) <= day("2026-11-30").plus(90), "{late}");
}
