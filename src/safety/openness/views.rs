//! The counts of the months that are over.

use std::collections::BTreeMap;

use super::model::{stretches, told};
use super::{ByDay, Counts, LEAST, Pace, Readers, store};
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

/// How often, day by day.
type Days = BTreeMap<Day, i64>;

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
    done: BTreeMap<Verb, Days>,
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
        *sum.done.entry(verb).or_default().entry(day).or_default() += n;
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
    let (done, other) = by_kind(sum.done);
    let kinds = done.iter().map(|(verb, days)| (Some(*verb), days)).chain([(None, &other)]);
    let days = kinds.filter_map(|(kind, days)| by_day(kind, days, month)).collect();
    Counts {
        days,
        other: told(all(&other)),
        month,
        pace: Pace::of(sum.told.in_time, sum.told.all()),
        told: large(sum.told.reasons),
        done: done.iter().map(|(verb, days)| (*verb, all(days))).collect(),
        why: large(sum.why),
        answered: told(sum.answered),
        taken_back: told(sum.taken_back),
    }
}

/// The kinds of which a month has enough, and all others together, day by day.
fn by_kind(done: BTreeMap<Verb, Days>) -> (BTreeMap<Verb, Days>, Days) {
    let (large, small): (BTreeMap<_, _>, BTreeMap<_, _>) =
        done.into_iter().partition(|(_, days)| all(days) >= LEAST);
    let mut other = Days::new();
    for (day, n) in small.into_values().flatten() {
        *other.entry(day).or_default() += n;
    }
    (large, other)
}

/// One kind, day by day; none where the month cannot be cut without a small figure.
fn by_day(kind: Option<Verb>, days: &Days, month: Month) -> Option<ByDay> {
    let stretches = stretches(days, month);
    (stretches.len() > 1).then_some(ByDay { kind, stretches })
}

fn all(days: &Days) -> i64 {
    days.values().sum()
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
    assert_eq!(
        (only.other, only.days.len()),
        (None, 0),
        "nine of one other kind point at it, and no part of the month has ten"
    );
}

#[test]
fn kinds_of_few_are_told_together_and_every_kind_by_days_where_there_are_enough() {
    let month = Month(24_000);
    let done = |verb, day: i64, n| (verb, String::new(), month.first().plus(day), n);
    let done = vec![
        done(Verb::Remove, 0, 10),
        done(Verb::Remove, 20, 11),
        done(Verb::Fold, 1, 9),
        done(Verb::Note, 1, 3),
        done(Verb::Note, 20, 6),
        done(Verb::Lock, 20, 4),
    ];
    let months = by_month(Raw { done, ..Raw::default() });
    let only = months.first().unwrap();
    assert_eq!((&only.done[..], only.other), (&[(Verb::Remove, 21)][..], Some(22)));
    let days: Vec<_> = only
        .days
        .iter()
        .map(|each| (each.kind, each.stretches.iter().map(|part| part.n).collect::<Vec<_>>()))
        .collect();
    assert_eq!(days, [(Some(Verb::Remove), vec![10, 11]), (None, vec![12, 10])]);
}
