//! Why an ask, a room or a lamp may say no.

use super::rules;
use crate::kernel;

/// Why an ask, a room or a lamp may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// As many are there as one room holds, or it is nearly over.
    #[error("enough people are there already")]
    Enough,
    /// Others were asked a moment ago.
    #[error("others were asked a moment ago")]
    JustAsked,
    /// It is over.
    #[error("this is over")]
    Over,
    /// They are not in this room any more.
    #[error("not in this room any more")]
    Left,
    /// There is nothing to come to: it is over, or does not reach them. The two are told alike.
    #[error("this is over, or somebody was quicker")]
    NotHere,
    /// Nobody is there yet.
    #[error("nobody is there yet")]
    NotYet,
    /// Something was said already: it is closed, not taken back.
    #[error("they talk already")]
    Underway,
    /// Not known what was pressed.
    #[error("choose one of these")]
    Unknown,
    /// They have not been here for long.
    #[error("those who listen have been here for some weeks")]
    TooNew,
    /// They are paused somewhere.
    #[error("not while paused")]
    Paused,
    /// They are with as many as they chose.
    #[error("with as many people as you chose")]
    Full,
    /// They came to as many in a day as they chose.
    #[error("as many people in a day as you chose")]
    DayFull,
    /// No such time.
    #[error("half an hour, one hour or two")]
    Minutes,
    /// There is nobody of the last day to look back on.
    #[error("you came to nobody within a day")]
    Nobody,
    /// Hours on duty that do not fit.
    #[error("choose a first hour and another one at which it ends")]
    Hours,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Enough => "ask-enough",
            Self::JustAsked => "ask-just-asked",
            Self::Over => "ask-over",
            Self::Left => "ask-left",
            Self::NotHere => "ask-not-here",
            Self::NotYet => "ask-not-yet",
            Self::Underway => "ask-underway",
            Self::Unknown => "ask-unknown",
            Self::TooNew => "lamp-too-new",
            Self::Paused => "lamp-paused",
            Self::Full => "lamp-full",
            Self::DayFull => "lamp-day-full",
            Self::Minutes => "lamp-minutes",
            Self::Hours => "lamp-hours",
            Self::Nobody => "after-nobody",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Enough
            | Self::JustAsked
            | Self::Over
            | Self::Left
            | Self::NotYet
            | Self::Underway
            | Self::Full
            | Self::DayFull
            | Self::Nobody => kernel::Kind::Conflict,
            Self::NotHere => kernel::Kind::Absent,
            Self::TooNew | Self::Paused => kernel::Kind::NotAllowed,
            Self::Unknown | Self::Minutes | Self::Hours => kernel::Kind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Minutes => Some("minutes"),
            Self::Hours => Some("from_hour"),
            _ => None,
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooNew => vec![("weeks", rules::LISTENS_AFTER_WEEKS.to_string())],
            _ => Vec::new(),
        }
    }
}
