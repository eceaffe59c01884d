//! Lamps of the seeded town: a rota round the clock, one that is lit by hand, and when people asked over the last months.

use super::store;
use super::town::{Hours, Town};
use crate::app::App;
use crate::identity::names;
use crate::kernel::{Error, Zone};
use crate::policy::{Person, Viewer};
use crate::support::oncall::{self, Circle, Duty, Outcome, Weekday};

/// People whom one listener is with at a time.
const MOST: i64 = 2;
/// Minutes for which a lamp is lit by hand.
const LIT_MIN: i64 = 120;
/// How often people asked at an hour, in UTC, and how soon somebody came: nights are hardest. The last is too few to be told.
const ASKED: [(i64, i64, i64, i64); 6] =
    [(20, 14, 9, 4), (21, 19, 12, 6), (22, 23, 15, 6), (23, 21, 13, 6), (1, 12, 6, 4), (4, 4, 1, 2)];

/// Lights them, through the commands that a browser reaches.
///
/// # Errors
/// A fault of the database, or somebody of the town who may not listen.
pub async fn light(app: &App, town: &Town) -> Result<(), Error> {
    let all: Vec<(String, Hours)> = town
        .people
        .iter()
        .filter_map(|person| Some((names::key(&person.name), person.lamp.clone()?)))
        .collect();
    app.write(move |tx| {
        for (key, lamp) in &all {
            let (account, face, rank) = store::resident(tx, key)?;
            let viewer = Viewer::Person(Person { account, face, rank, is_new: false, voice: None });
            let duty = Duty {
                a_day: Some(0),
                most: MOST,
                askable: Circle::Groups,
                days: Weekday::ALL.to_vec(),
                hours: (lamp.from, lamp.to),
                zone: Zone::utc(),
            };
            oncall::hours(tx, &viewer, &duty)?;
            if lamp.is_lit {
                oncall::light(tx, &viewer, LIT_MIN)?;
            }
        }
        let month = tx.now().day().iso().get(..7).unwrap_or_default().to_owned();
        for (hour, asked, soon, ten) in ASKED {
            for (outcome, n) in [(Outcome::Asked, asked), (Outcome::Soon, soon), (Outcome::Ten, ten)] {
                store::insert_tally(tx, (&month, hour), (outcome, n))?;
            }
        }
        Ok(())
    })
    .await
}
