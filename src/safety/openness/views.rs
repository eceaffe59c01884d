//! The counts of the months that are over.

use std::collections::BTreeMap;

use super::model::told;
use super::{Counts, Pace, Readers, store};
use crate::db::Db;
use crate::kernel::{Day, Error, Month};
use crate::policy::{Rank, Viewer};
use crate::safety::actions::{self, State, Verb};
use crate::safety::reports::{self, Counted};

/// Months that the page goes back.
const MONTHS: i64 = 12;

/// All that the page says.
#[derive(Debug, Clone)]
pub struct Openness {
    /// Who may read it.
    pub readers: Readers,
    /// Whether this viewer may change that.
    pub is_host: bool,
    /// The months of which anything can be told, the latest first.
    pub months: Vec<Counts>,
}

/// What was told and done in the months that are over, without names, places or small figures.
///
/// # Errors
/// `sign-in-first` for a visitor where it is for members.
pub fn openness(db: &mut Db, viewer: &Viewer, today: Day) -> Result<Openness, Error> {
    let readers = store::readers(db)?;
    if readers == Readers::Members {
        viewer.member()?;
    }
    let this = today.month();
    let from = Month(this.0 - MONTHS);
    let raw = Raw {
        told: reports::told_by_month(db, from, this)?,
        done: actions::counts(db, from.first(), this.first())?,
        answered: actions::answered(db, from.first(), this.first())?,
    };
    let is_host = viewer.person().is_some_and(|person| person.rank == Rank::Host);
    Ok(Openness { readers, is_host, months: by_month(raw) })
}

/// What is counted, day by day.
#[derive(Default)]
struct Raw {
    told: BTreeMap<Month, Counted>,
    done: Vec<(Verb, String, Day, i64)>,
    answered: Vec<(Day, State, i64)>,
}

/// One month before small figures are left out.
#[derive(Default)]
struct Sum {
    told: Counted,
    done: BTreeMap<Verb, i64>,
    why: BTreeMap<String, i64>,
    answered: i64,
    taken_back: i64,
}

fn by_month(raw: Raw) -> Vec<Counts> {
    let mut months: BTreeMap<Month, Sum> = BTreeMap::new();
    for (month, told) in raw.told {
        months.entry(month).or_default().told = told;
    }
    for (verb, why, day, n) in raw.done {
        let sum = months.entry(day.month()).or_default();
        *sum.done.entry(verb).or_default() += n;
        if !why.is_empty() {
            *sum.why.entry(why).or_default() += n;
        }
    }
    for (day, state, n) in raw.answered {
        let sum = months.entry(day.month()).or_default();
        sum.answered += n;
        if state == State::Undone {
            sum.taken_back += n;
        }
    }
    let counts = months.into_iter().rev().map(|(month, sum)| counted(month, sum));
    counts.filter(Counts::has_any).collect()
}

fn counted(month: Month, sum: Sum) -> Counts {
    Counts {
        month,
        pace: Pace::of(sum.told.in_time, sum.told.all()),
        told: large(sum.told.reasons),
        done: large(sum.done),
        why: large(sum.why),
        answered: told(sum.answered),
        taken_back: told(sum.taken_back),
    }
}

/// What can be told without pointing at somebody.
fn large<K>(counts: BTreeMap<K, i64>) -> Vec<(K, i64)> {
    counts.into_iter().filter_map(|(what, n)| told(n).map(|n| (what, n))).collect()
}

#[test]
fn small_figures_are_not_told_and_days_become_months() {
    let first = Month(24_000).first();
    let done = |verb, day: i64, n| (verb, String::new(), first.plus(day), n);
    let blocked = (Verb::BlockThere, "spam".to_owned(), first.plus(1), 12);
    let raw = Raw {
        done: vec![
            done(Verb::Remove, 0, 6),
            done(Verb::Remove, 27, 4),
            done(Verb::Pause, 1, 9),
            done(Verb::Note, 40, 9),
            blocked,
        ],
        answered: vec![(first, State::Done, 3), (first, State::Undone, 9)],
        ..Raw::default()
    };
    let months = by_month(raw);
    assert_eq!(months.len(), 1, "a month of small figures alone is left out");
    let only = months.first().unwrap();
    assert_eq!(only.done, [(Verb::Remove, 10), (Verb::BlockThere, 12)]);
    assert_eq!(only.why, [("spam".to_owned(), 12)]);
    assert_eq!((only.answered, only.taken_back, only.pace), (Some(12), None, None));
}
