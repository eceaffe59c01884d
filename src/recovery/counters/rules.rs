//! The arithmetic of days lived: pure, of a book and a day. No act takes a day away.

use super::{Act, Book, Refusal, Shape, Shown, Shows, Sight, Turn};
use crate::kernel::{Day, Moment};

/// Setbacks kept with one counter.
const ACTS_MAX: usize = 500;
/// 1 January 1900: before anybody who is here now.
const EARLIEST: Day = Day(-25_567);

/// Some days in a row, from one up to, and without, another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Its first day.
    pub from: Day,
    /// The day after its last; today, if it goes on.
    pub until: Day,
}

impl Stretch {
    /// How many.
    #[must_use]
    pub const fn days(&self) -> i64 {
        self.until.0 - self.from.0
    }
}

/// Whether a counter may begin on a day.
///
/// # Errors
/// `counter-future`, `counter-long-ago`.
pub fn may_begin(began: Day, today: Day) -> Result<(), Refusal> {
    match began {
        day if day > today => Err(Refusal::Future),
        day if day < EARLIEST => Err(Refusal::LongAgo),
        _ => Ok(()),
    }
}

impl Book {
    /// Which day it is for this counter.
    #[must_use]
    pub fn today(&self, now: Moment) -> Day {
        self.zone().day(now)
    }

    /// Setbacks that were not taken back.
    pub fn standing(&self) -> impl Iterator<Item = &Act> {
        self.acts.iter().filter(|act| !act.is_struck)
    }

    /// All stretches, the one that goes on last. Each ends where the next begins, so that none of the days is in no stretch.
    #[must_use]
    pub fn stretches(&self, today: Day) -> Vec<Stretch> {
        let within = |day: Day| day.max(self.began).min(today);
        let mut starts: Vec<Day> = self.standing().filter_map(|act| act.from).map(within).collect();
        starts.push(self.began.min(today));
        starts.sort_unstable();
        starts.dedup();
        let ends = starts.iter().skip(1).copied().chain([today]);
        starts.iter().zip(ends).map(|(from, until)| Stretch { from: *from, until }).collect()
    }

    /// Days in all. Nothing that is told makes it less.
    #[must_use]
    pub fn total(&self, today: Day) -> i64 {
        self.stretches(today).iter().map(Stretch::days).sum::<i64>().max(self.floor)
    }

    /// The stretch that goes on.
    #[must_use]
    pub fn run(&self, today: Day) -> Stretch {
        let whole = Stretch { from: self.began.min(today), until: today };
        self.stretches(today).last().copied().unwrap_or(whole)
    }

    /// The longest stretch, in days.
    #[must_use]
    pub fn longest(&self, today: Day) -> i64 {
        self.stretches(today).iter().map(Stretch::days).max().unwrap_or_default()
    }

    /// The first day of the stretch before which nothing is shown, if its member began again.
    #[must_use]
    pub fn begun_again(&self) -> Option<Day> {
        self.standing().filter(|act| act.turn == Turn::DayOne).filter_map(|act| act.from).max()
    }

    /// Days that are shown: all of them, or those since its member began again.
    #[must_use]
    pub fn shown_total(&self, today: Day) -> i64 {
        self.begun_again().map_or_else(|| self.total(today), |from| (today.0 - from.0).max(0))
    }

    /// After how many of the days that are shown each setback was.
    #[must_use]
    pub fn knots(&self, today: Day) -> Vec<i64> {
        let from = self.begun_again().unwrap_or(self.began);
        let most = self.shown_total(today);
        let mut knots: Vec<i64> = self.standing().map(|act| act.on.0 - from.0).collect();
        knots.retain(|after| (1..=most).contains(after));
        knots.sort_unstable();
        knots.dedup();
        knots
    }

    /// What the large number says now.
    #[must_use]
    pub fn shows_now(&self) -> Shows {
        if self.standing().any(|act| act.turn == Turn::Hide) { Shows::Rings } else { self.shows }
    }

    /// Tells of a setback.
    ///
    /// # Errors
    /// `counter-future`, `counter-before`, `counter-backwards`, `counter-full`.
    pub fn tell(&mut self, act: Act, today: Day) -> Result<(), Refusal> {
        let from = act.from.unwrap_or(act.on);
        if act.on > today || from > today {
            return Err(Refusal::Future);
        }
        if act.on < self.began {
            return Err(Refusal::Before);
        }
        if from < act.on {
            return Err(Refusal::Backwards);
        }
        if self.acts.len() >= ACTS_MAX {
            return Err(Refusal::Full);
        }
        let before = self.shown();
        self.acts.push(act);
        self.touched = today;
        self.keeps_to_itself(before.as_ref());
        Ok(())
    }

    /// Takes a setback back, or brings it back. Doing so twice is the same as once.
    pub fn strike(&mut self, place: usize, is_struck: bool, today: Day) {
        let before = self.shown();
        if let Some(act) = self.acts.get_mut(place) {
            act.is_struck = is_struck;
            self.touched = today;
        }
        self.keeps_to_itself(before.as_ref());
    }

    /// A setback is told to nobody: where others would read other days than before, they read none until its member shows
    /// them again.
    fn keeps_to_itself(&mut self, before: Option<&Shown>) {
        if self.shown().as_ref() != before {
            self.sight = Sight::Me;
        }
    }

    /// Changes what its member set. Going where it is still yesterday takes no day away; another first day is a correction,
    /// and counts as it is.
    ///
    /// # Errors
    /// `counter-future`, `counter-long-ago`.
    pub fn reshape(&mut self, shape: &Shape, now: Moment) -> Result<(), Refusal> {
        let there = shape.zone.day(now);
        may_begin(shape.began, there.max(self.today(now)))?;
        let before = self.total(self.today(now));
        self.floor = if shape.began == self.began { self.floor.max(before) } else { 0 };
        shape.name.as_str().clone_into(&mut self.name);
        shape.zone.name().clone_into(&mut self.zone);
        (self.began, self.marks, self.sight) = (shape.began, shape.marks, shape.sight);
        self.on_today = shape.on_today.or(self.on_today);
        if shape.shows != self.shows_now() {
            // Who chooses what the number says wants to see it.
            for act in self.acts.iter_mut().filter(|act| act.turn == Turn::Hide) {
                act.turn = Turn::Leave;
            }
            self.shows = shape.shows;
        }
        self.touched = there;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Name;
    use super::super::milestones::Marks;
    use super::*;
    use crate::kernel::Zone;

    const PLACES: &[&str] =
        &["UTC", "Pacific/Auckland", "Pacific/Honolulu", "Europe/Berlin", "America/New_York", "Pacific/Apia"];
    const DAY_S: i64 = 86_400;

    fn shape(began: Day, zone: &str) -> Shape {
        Shape {
            name: Name::parse("tea").unwrap(),
            began,
            zone: Zone::parse(zone).unwrap(),
            shows: Shows::Days,
            marks: Marks::Usual,
            sight: Sight::Me,
            on_today: None,
        }
    }

    fn book(began: &str) -> Book {
        Book::new(&shape(Day::parse(began).unwrap(), "UTC"), Day::parse("2026-11-21").unwrap())
    }

    fn act(turn: Turn, on: &str) -> Act {
        let on = Day::parse(on).unwrap();
        let from = matches!(turn, Turn::Run | Turn::DayOne).then_some(on);
        Act { turn, sort: None, on, from, words: String::new(), is_struck: false }
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        check("2026-11-21", "2026-11-21", 0);
        check("2024-02-28", "2024-03-01", 2);
        check("2023-02-28", "2023-03-01", 1);
        check("1969-12-31", "1970-01-01", 1);
        check("1938-06-10", "2026-06-10", 32_142);

        #[track_caller]
        fn check(began: &str, today: &str, days: i64) {
            assert_eq!(book(began).total(Day::parse(today).unwrap()), days);
        }
    }

    #[test]
    fn a_setback_is_a_knot_and_every_day_stays() {
        let (mut book, today) = (book("2026-04-09"), Day::parse("2026-11-21").unwrap());
        book.tell(act(Turn::Run, "2026-10-14"), today).unwrap();
        assert_eq!((book.total(today), book.run(today).days(), book.longest(today)), (226, 38, 188));
        assert_eq!(book.knots(today), [188]);
        book.tell(act(Turn::DayOne, "2026-11-20"), today).unwrap();
        assert_eq!((book.total(today), book.shown_total(today), book.knots(today)), (226, 1, vec![]));
        book.tell(act(Turn::Hide, "2026-11-21"), today).unwrap();
        assert_eq!(book.shows_now(), Shows::Rings);
        for place in 0..3 {
            book.strike(place, true, today);
        }
        assert_eq!(
            (book.stretches(today).len(), book.knots(today), book.shows_now()),
            (1, vec![], Shows::Days)
        );
        book.strike(0, false, today);
        assert_eq!((book.total(today), book.run(today).days()), (226, 38));
    }

    #[test]
    fn others_read_the_same_days_as_before_a_setback_or_none() {
        let (began, today) = (Day::parse("2026-04-09").unwrap(), Day::parse("2026-11-21").unwrap());
        for turn in Turn::ALL {
            let mut book = Book::new(&Shape { sight: Sight::Profile, ..shape(began, "UTC") }, today);
            let before = book.shown();
            book.tell(act(*turn, "2026-11-20"), today).unwrap();
            let (stays, after) = (matches!(turn, Turn::Leave | Turn::Run), book.shown());
            assert_eq!((after.is_some(), after == before), (stays, stays), "{turn}");
            // Shown again by its member, and then taken back.
            book.sight = Sight::Profile;
            book.strike(0, true, today);
            assert_eq!(book.shown().is_some(), stays, "{turn}");
        }
    }

    #[test]
    fn a_day_that_cannot_be_is_refused() {
        let (mut book, today) = (book("2026-04-09"), Day::parse("2026-11-21").unwrap());
        let mut tells = |turn, on| book.tell(act(turn, on), today);
        assert_eq!(tells(Turn::Leave, "2026-11-22"), Err(Refusal::Future));
        assert_eq!(tells(Turn::Run, "2026-04-08"), Err(Refusal::Before));
        let backwards = Act { from: Day::parse("2026-10-01"), ..act(Turn::Run, "2026-10-14") };
        assert_eq!(book.tell(backwards, today), Err(Refusal::Backwards));
        assert_eq!(may_begin(today.plus(1), today), Err(Refusal::Future));
        assert_eq!(may_begin(Day::parse("1899-12-31").unwrap(), today), Err(Refusal::LongAgo));
        assert_eq!(may_begin(Day::parse("1900-01-01").unwrap(), today), Ok(()));
    }

    #[test]
    fn going_west_takes_no_day_away_and_coming_back_adds_none() {
        let now = Moment(Day::parse("2026-11-21").unwrap().start().0).plus_s(11 * 3_600);
        let began = Day::parse("2026-11-12").unwrap();
        let mut book = Book::new(&shape(began, "Pacific/Auckland"), began);
        assert_eq!(book.total(book.today(now)), 10);
        for (zone, later_s, days) in
            [("Pacific/Honolulu", 0, 10), ("Pacific/Honolulu", DAY_S, 10), ("Pacific/Auckland", DAY_S, 11)]
        {
            let now = now.plus_s(later_s);
            book.reshape(&shape(began, zone), now).unwrap();
            assert_eq!(book.total(book.today(now)), days, "{zone} after {later_s} s");
        }
    }

    /// What somebody may do next, with the seconds that went by before.
    fn step() -> impl Strategy<Value = (u32, usize, i64, i64, usize)> {
        (0..200_000_u32, 0..6_usize, 0..4_000_i64, 0..40_i64, 0..PLACES.len())
    }

    proptest! {
        #[test]
        fn the_total_never_falls_whatever_is_done(
            began in -25_567..20_700_i64,
            place in 0..PLACES.len(),
            steps in proptest::collection::vec(step(), 0..40),
        ) {
            let began = Day(began);
            let mut now = Day(20_700).start().plus_s(DAY_S);
            let mut book = Book::new(&shape(began, PLACES[place]), began);
            let mut total = book.total(book.today(now));
            for (gone_s, what, back, later, place) in steps {
                now = now.plus_s(i64::from(gone_s));
                let today = book.today(now);
                let on = today.plus(-back);
                let turn = Turn::ALL[what % Turn::ALL.len()];
                let from = matches!(turn, Turn::Run | Turn::DayOne).then(|| on.plus(later));
                match what {
                    0..4 => drop(book.tell(Act { turn, sort: None, on, from, words: String::new(), is_struck: false }, today)),
                    4 => book.strike(place, later % 2 == 0, today),
                    _ => book.reshape(&shape(began, PLACES[place]), now).unwrap(),
                }
                let today = book.today(now);
                prop_assert!(book.total(today) >= total, "{} after {total}", book.total(today));
                total = book.total(today);
                let stretches = book.stretches(today);
                prop_assert!(stretches.windows(2).all(|two| two[0].until == two[1].from), "no day is in between");
                prop_assert_eq!(stretches.iter().map(Stretch::days).sum::<i64>(), (today.0 - began.0).max(0));
                prop_assert!(book.run(today).days() <= book.longest(today) && book.longest(today) <= total);
                prop_assert!(book.knots(today).iter().all(|after| (1..=total).contains(after)));
            }
        }

        #[test]
        fn what_was_taken_back_was_never_told(back in proptest::collection::vec((0..4_usize, 0..500_i64), 1..9)) {
            let (mut book, today) = (book("2025-01-01"), Day::parse("2026-11-21").unwrap());
            let before = book.clone();
            for (turn, back) in back {
                let on = today.plus(-back);
                let turn = Turn::ALL[turn];
                book.tell(Act { turn, sort: None, on, from: Some(on), words: String::new(), is_struck: false }, today).unwrap();
                book.strike(book.acts.len() - 1, true, today);
            }
            prop_assert_eq!(book.stretches(today), before.stretches(today));
            prop_assert_eq!(book.shown_total(today), before.shown_total(today));
            prop_assert_eq!((book.knots(today), book.shows_now()), (before.knots(today), before.shows_now()));
        }
    }
}
