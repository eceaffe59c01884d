//! The choices, and what they come to in days.

use crate::http::Fields;
use crate::kernel::{self, Day};

/// Days for which the place of words that are gone is kept, so that whoever comes back for them is told.
pub const REMAINS_DAYS: i64 = 30;

crate::text_enum! {
    /// How long a writer wants their words to stay.
    pub enum Lasting {
        /// As long as the group keeps the thread.
        Stay = "stay",
        /// For a week.
        Week = "week",
        /// For thirty days.
        Month = "month",
        /// For ninety days.
        Quarter = "quarter",
    }
}

impl Lasting {
    /// The day on which words go that were given this time on `today`; none: they stay.
    #[must_use]
    pub fn goes_on(self, today: Day) -> Option<Day> {
        let days = match self {
            Self::Stay => return None,
            Self::Week => 7,
            Self::Month => 30,
            Self::Quarter => 90,
        };
        Some(today.plus(days))
    }

    /// As programs say it; nothing: as before, and for new words as long as the group keeps the thread.
    ///
    /// # Errors
    /// `lasting-unknown`.
    pub fn read(code: Option<&str>) -> Result<Option<Self>, Refusal> {
        let Some(code) = code.filter(|code| !code.is_empty()) else { return Ok(None) };
        Self::parse(code).map(Some).ok_or(Refusal::Unknown)
    }
}

/// What a form calls it.
#[must_use]
pub const fn label(lasting: &Lasting) -> &'static str {
    match lasting {
        Lasting::Stay => "choice-lasting-stay",
        Lasting::Week => "choice-lasting-week",
        Lasting::Month => "choice-lasting-month",
        Lasting::Quarter => "choice-lasting-quarter",
    }
}

/// What a form asks for; none: as before.
#[must_use]
pub fn chosen(fields: &Fields) -> Option<Lasting> {
    Lasting::parse(fields.one("lasting"))
}

crate::text_enum! {
    /// How long a group keeps a thread after its last words.
    pub enum Keeps {
        /// Thirty days.
        Month = "month",
        /// Ninety days.
        Quarter = "quarter",
        /// A year.
        Year = "year",
        /// Until its writer takes it back.
        Always = "always",
    }
}

impl Keeps {
    /// What it comes to, as a key of a sentence.
    #[must_use]
    pub const fn means(self) -> &'static str {
        match self {
            Self::Month => "choice-keeps-month-means",
            Self::Quarter => "choice-keeps-quarter-means",
            Self::Year => "choice-keeps-year-means",
            Self::Always => "choice-keeps-always-means",
        }
    }

    /// In days; none: for good.
    #[must_use]
    pub const fn days(self) -> Option<i64> {
        match self {
            Self::Month => Some(30),
            Self::Quarter => Some(90),
            Self::Year => Some(365),
            Self::Always => None,
        }
    }
}

/// Why a time may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// None of those there are.
    #[error("words stay, or go after a week, a month or a quarter")]
    Unknown,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        "lasting-unknown"
    }

    fn kind(&self) -> kernel::Kind {
        kernel::Kind::Invalid
    }

    fn field(&self) -> Option<&'static str> {
        Some("lasting")
    }
}

#[test]
fn a_week_is_seven_days_and_staying_has_no_end() {
    let today = Day(20_000);
    let days = Lasting::ALL.iter().map(|lasting| lasting.goes_on(today).map(|day| day.0 - today.0));
    assert_eq!(days.collect::<Vec<_>>(), [None, Some(7), Some(30), Some(90)]);
    assert_eq!(Lasting::read(Some("")), Ok(None));
    assert_eq!(Lasting::read(Some("for ever")), Err(Refusal::Unknown));
}
