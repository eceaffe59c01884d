//! Days that are told of, by the list a member chose. Nothing is told after a silence, nor soon after a setback.

use jiff::ToSpan as _;
use serde::{Deserialize, Serialize};

use super::{Book, Counter, Refusal};
use crate::forum::groups::pathways::Pathway;
use crate::kernel::{Bounded, Day, Moment};

/// Days in which somebody who gave a sign was here, the one of the sign among them: after them nothing is told.
pub const SILENCE_DAYS: i64 = 3;
/// Days after a setback in which nothing is told.
const SETBACK_DAYS: i64 = 7;
/// Days after it on which one is offered to who was not here on its day.
const LATE_DAYS: i64 = 3;
/// Years that are told of.
const YEARS_MAX: i64 = 100;
/// The latest day of a stretch that may have a name, and how many of one counter may.
const NAMED_AFTER_MAX: i64 = 36_525;
const NAMED_MAX: usize = 24;

/// What somebody calls a day.
pub type DayName = Bounded<1, 60, false>;

/// A day that its member gave a name: after so many days of a stretch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// After how many days.
    pub after: i64,
    /// What it is called.
    pub name: String,
}

crate::text_enum! {
    /// Which days are told of.
    pub enum Marks {
        /// A day, a week, thirty, sixty and ninety days, months, years.
        Usual = "usual",
        /// For who does less, or does it more safely: small steps of their own plan.
        Steps = "steps",
        /// For families and friends: weeks, seasons, years of looking after themself.
        Beside = "beside",
        /// As fellowships that give coins do: a day, every month of the first year, years.
        Coins = "coins",
        /// As fellowships that give key tags do: a day, thirty, sixty and ninety days, half a year, nine months, years.
        Tags = "tags",
        /// Round numbers of days, as they are told of online, and years.
        Hundreds = "hundreds",
        /// None.
        None = "none",
    }
}

/// A length of time worth a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Milestone {
    /// So many days.
    Days(i64),
    /// So many months of the calendar.
    Months(i64),
    /// So many years.
    Years(i64),
}

impl Milestone {
    /// The key of its words, and its number.
    #[must_use]
    pub const fn words(self) -> (&'static str, i64) {
        match self {
            Self::Days(days) => ("milestone-days", days),
            Self::Months(months) => ("milestone-months", months),
            Self::Years(years) => ("milestone-years", years),
        }
    }
}

crate::text_enum! {
    /// What a milestone is counted in.
    pub enum Span {
        /// Days.
        Days = "days",
        /// Months of the calendar.
        Months = "months",
        /// Years.
        Years = "years",
    }
}

impl Milestone {
    /// What it is counted in, and how many of those it is.
    #[must_use]
    pub const fn parts(self) -> (Span, i64) {
        match self {
            Self::Days(days) => (Span::Days, days),
            Self::Months(months) => (Span::Months, months),
            Self::Years(years) => (Span::Years, years),
        }
    }

    /// The same again.
    #[must_use]
    pub const fn of(span: Span, number: i64) -> Self {
        match span {
            Span::Days => Self::Days(number),
            Span::Months => Self::Months(number),
            Span::Years => Self::Years(number),
        }
    }
}

impl Marks {
    /// The list of a way to recover. A member may choose any other.
    #[must_use]
    pub const fn of(way: Pathway) -> Self {
        match way {
            Pathway::Aa => Self::Coins,
            Pathway::Na | Pathway::Ca | Pathway::Cma | Pathway::Ha | Pathway::Ma | Pathway::Daa => Self::Tags,
            Pathway::Moderation | Pathway::HarmReduction => Self::Steps,
            Pathway::AlAnon => Self::Beside,
            Pathway::Online => Self::Hundreds,
            _ => Self::Usual,
        }
    }

    const fn days(self) -> &'static [i64] {
        match self {
            Self::Usual => &[1, 3, 7, 14, 21, 30, 60, 90],
            Self::Steps => &[1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180],
            Self::Beside => &[7, 30, 90],
            Self::Coins => &[1],
            Self::Tags => &[1, 30, 60, 90],
            Self::Hundreds => {
                &[1, 7, 30, 50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000, 2_000, 3_000]
            }
            Self::None => &[],
        }
    }

    const fn months(self) -> &'static [i64] {
        match self {
            Self::Usual => &[4, 5, 6, 7, 8, 9, 10, 11, 18],
            Self::Steps => &[9],
            Self::Beside => &[6, 9],
            Self::Coins => &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 18],
            Self::Tags => &[6, 9, 18],
            Self::Hundreds | Self::None => &[],
        }
    }

    /// What a day is, counted from another.
    #[must_use]
    pub fn on(self, from: Day, today: Day) -> Option<Milestone> {
        if self == Self::None {
            return None;
        }
        let years =
            (1..=YEARS_MAX).find(|years| after(from, years * 12) == Some(today)).map(Milestone::Years);
        let months = || self.months().iter().find(|months| after(from, **months) == Some(today));
        let days = || self.days().iter().find(|days| from.plus(**days) == today);
        years
            .or_else(|| months().map(|months| Milestone::Months(*months)))
            .or_else(|| days().map(|days| Milestone::Days(*days)))
    }
}

/// The same day of a later month; the last one, if that month has no such day.
fn after(from: Day, months: i64) -> Option<Day> {
    from.date()?.checked_add(months.months()).ok().and_then(Day::of)
}

impl Book {
    /// What today is for this counter, or one of the days just before it was, if a word is welcome; `was_here`: whether its member
    /// was, in the last three days.
    #[must_use]
    pub fn milestone(&self, today: Day, was_here: bool) -> Option<Milestone> {
        self.milestone_on(today, was_here).map(|(milestone, _)| milestone)
    }

    /// The same, and its day. The latest hides those before it, and what its member kept for themself is not offered again.
    #[must_use]
    pub fn milestone_on(&self, today: Day, was_here: bool) -> Option<(Milestone, Day)> {
        if !(was_here || self.is_fresh(today)) || self.is_soon(today) {
            return None;
        }
        let from = self.run(today).from;
        let own =
            |day: Day| self.named_on(day).filter(|_| day >= from).map(|named| Milestone::Days(named.after));
        let on = |day: Day| self.marks.on(from, day).or_else(|| own(day)).map(|milestone| (milestone, day));
        let latest = (0..=LATE_DAYS).find_map(|late| on(today.plus(-late)));
        latest.filter(|(_, day)| self.kept.is_none_or(|kept| kept < *day))
    }

    /// The name its member gave to a day of the stretch it is in.
    #[must_use]
    pub fn named_on(&self, day: Day) -> Option<&Named> {
        let days = self.run(day).days();
        self.named.iter().find(|named| named.after == days)
    }

    /// Gives a day a name, or takes its name away. Doing so twice is the same as once.
    ///
    /// # Errors
    /// `counter-after`, `counter-names-full`.
    pub fn name_day(&mut self, after: i64, name: Option<&DayName>, today: Day) -> Result<(), Refusal> {
        if !(1..=NAMED_AFTER_MAX).contains(&after) {
            return Err(Refusal::After);
        }
        self.named.retain(|named| named.after != after);
        if let Some(name) = name {
            if self.named.len() >= NAMED_MAX {
                return Err(Refusal::NamesFull);
            }
            self.named.push(Named { after, name: name.as_str().to_owned() });
            self.named.sort_by_key(|named| named.after);
        }
        self.touched = today;
        Ok(())
    }

    /// Whether its member did something with it in the last three days.
    fn is_fresh(&self, today: Day) -> bool {
        (0..SILENCE_DAYS).contains(&(today.0 - self.touched.0))
    }

    /// Whether a setback of the last days stands.
    fn is_soon(&self, today: Day) -> bool {
        self.standing().any(|act| (0..SETBACK_DAYS).contains(&(today.0 - act.on.0)))
    }
}

/// Whether a word about days is welcome to whoever keeps these: they were here in the last three, and no setback of the last
/// seven stands. `was_here`: whether they said how they are.
#[must_use]
pub fn is_welcome(counters: &[Counter], now: Moment, was_here: bool) -> bool {
    let is_fresh = || counters.iter().any(|counter| counter.book.is_fresh(counter.book.today(now)));
    let is_soon = || counters.iter().any(|counter| counter.book.is_soon(counter.book.today(now)));
    (was_here || is_fresh()) && !is_soon()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_offered_for_three_days_after_it_and_not_again_once_it_was_kept() {
        let day = |text: &str| Day::parse(text).unwrap();
        let shape = super::super::Shape {
            name: super::super::Name::parse("").unwrap(),
            began: day("2026-08-23"),
            zone: crate::kernel::Zone::utc(),
            shows: super::super::Shows::Days,
            marks: Marks::Usual,
            sight: super::super::Sight::Me,
            on_today: None,
        };
        let mut book = Book::new(&shape, day("2026-08-23"));
        let ninety = Some((Milestone::Days(90), day("2026-11-21")));
        for (today, expected) in
            [("2026-11-20", None), ("2026-11-21", ninety), ("2026-11-24", ninety), ("2026-11-25", None)]
        {
            assert_eq!(book.milestone_on(day(today), true), expected, "{today}");
            assert_eq!(book.milestone_on(day(today), false), None, "{today}, after a silence");
        }
        book.kept = Some(day("2026-11-22"));
        assert_eq!(book.milestone_on(day("2026-11-23"), true), None);
        let months = Some((Milestone::Months(4), day("2026-12-23")));
        assert_eq!(book.milestone_on(day("2026-12-24"), true), months, "the next is another");
    }

    #[test]
    fn each_list_tells_of_its_own_days() {
        check(Marks::Usual, "2026-11-20", "2026-11-21", Some(Milestone::Days(1)));
        check(Marks::Usual, "2026-08-23", "2026-11-21", Some(Milestone::Days(90)));
        check(Marks::Usual, "2026-08-22", "2026-11-21", None);
        check(Marks::Usual, "2026-05-31", "2026-11-30", Some(Milestone::Months(6)));
        check(Marks::Usual, "2024-02-29", "2025-02-28", Some(Milestone::Years(1)));
        check(Marks::Usual, "2024-02-29", "2028-02-29", Some(Milestone::Years(4)));
        check(Marks::Usual, "1969-06-10", "2026-06-10", Some(Milestone::Years(57)));
        check(Marks::Steps, "2026-11-16", "2026-11-21", Some(Milestone::Days(5)));
        check(Marks::Usual, "2026-11-16", "2026-11-21", None);
        check(Marks::Beside, "2026-11-20", "2026-11-21", None);
        check(Marks::Beside, "2026-11-14", "2026-11-21", Some(Milestone::Days(7)));
        check(Marks::Coins, "2026-09-30", "2026-10-30", Some(Milestone::Months(1)));
        check(Marks::Coins, "2026-08-23", "2026-11-21", None);
        check(Marks::Coins, "2025-11-21", "2026-11-21", Some(Milestone::Years(1)));
        check(Marks::Tags, "2026-08-23", "2026-11-21", Some(Milestone::Days(90)));
        check(Marks::Tags, "2026-10-21", "2026-11-21", None);
        check(Marks::Tags, "2026-02-21", "2026-11-21", Some(Milestone::Months(9)));
        check(Marks::Hundreds, "2026-08-13", "2026-11-21", Some(Milestone::Days(100)));
        check(Marks::Hundreds, "2024-02-25", "2026-11-21", Some(Milestone::Days(1_000)));
        check(Marks::Hundreds, "2023-11-21", "2026-11-21", Some(Milestone::Years(3)));
        check(Marks::None, "2025-11-21", "2026-11-21", None);
        check(Marks::Usual, "2026-11-21", "2026-11-21", None);

        #[track_caller]
        fn check(marks: Marks, from: &str, today: &str, expected: Option<Milestone>) {
            assert_eq!(marks.on(Day::parse(from).unwrap(), Day::parse(today).unwrap()), expected);
        }
    }
}
