//! What was decided, week by week, as everybody may read it.

use std::collections::BTreeMap;

use crate::db::Db;
use crate::kernel::{Day, Error, Week as Of};
use crate::safety::actions::{Verb, store};

/// Weeks that the public page goes back, and the least that is said in figures.
const WEEKS: i64 = 12;
const LEAST: i64 = 5;

/// What was decided in one week that is over, by kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: Day,
    /// What, and how often; none: fewer than can be told without pointing at somebody.
    pub rows: Vec<(Verb, Option<i64>)>,
}

/// What was decided in the weeks that are over, the latest first: by kind, without names, places or small figures.
///
/// # Errors
/// A fault of the database.
pub fn what_we_did(db: &mut Db, today: Day) -> Result<Vec<Week>, Error> {
    let this = today.week();
    let (from, before) = (Of(this.0 - WEEKS).monday(), this.monday());
    Ok(by_week(store::counts(db, from, before)?))
}

fn by_week(counts: Vec<(Verb, Day, i64)>) -> Vec<Week> {
    let mut weeks: BTreeMap<Of, BTreeMap<Verb, i64>> = BTreeMap::new();
    for (verb, day, count) in counts {
        *weeks.entry(day.week()).or_default().entry(verb).or_default() += count;
    }
    let told = |count: i64| (count >= LEAST).then_some(count);
    weeks
        .into_iter()
        .rev()
        .map(|(week, rows)| Week {
            monday: week.monday(),
            rows: rows.into_iter().map(|(verb, count)| (verb, told(count))).collect(),
        })
        .collect()
}

#[test]
fn small_figures_are_not_told_and_days_become_weeks() {
    let monday = Of(2_900).monday();
    let counts = vec![
        (Verb::Remove, monday, 3),
        (Verb::Remove, monday.plus(6), 2),
        (Verb::CloseHere, monday.plus(1), 1),
        (Verb::Note, monday.plus(7), 9),
    ];
    let weeks = by_week(counts);
    assert_eq!(
        weeks,
        [
            Week { monday: monday.plus(7), rows: vec![(Verb::Note, Some(9))] },
            Week { monday, rows: vec![(Verb::Remove, Some(5)), (Verb::CloseHere, None)] },
        ]
    );
}
