//! How much listening falls on one person, so that hosts see when there are too few: three numbers of a week that is over, and only where ten
//! or more listened. Until then it is counted in one sealed value that names nobody to whoever holds the database, and goes with its week.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::figures::LEAST;
use super::store::load as store;
use crate::db::{Db, Tx};
use crate::kernel::{Error, FaceId, Fault, Week};
use crate::keys::{Field, Keyring};

/// The sealed value is filled up in steps of this, so that its length says little.
const STEP: usize = 2_048;

/// How much fell on one person in a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// How many listened: ten or more.
    pub listeners: i64,
    /// How often half of them came at most.
    pub median: i64,
    /// How often nobody came more.
    pub most: i64,
}

impl Load {
    /// Of how often each came; none where fewer than ten did.
    #[must_use]
    pub fn of(counts: impl IntoIterator<Item = i64>) -> Option<Self> {
        let mut counts: Vec<i64> = counts.into_iter().collect();
        counts.sort_unstable();
        let listeners = i64::try_from(counts.len()).ok().filter(|listeners| *listeners >= LEAST)?;
        let median = *counts.get((counts.len() - 1) / 2)?;
        Some(Self { listeners, median, most: *counts.last()? })
    }
}

/// The sealed column.
#[derive(Debug)]
pub enum WeekHeld {}

impl Field for WeekHeld {
    const NAME: &'static str = "listening_week.sealed";
}

/// Who came how often in a week.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Came(BTreeMap<i64, i64>);

/// Counts that somebody came. Where the ring is lost nothing is counted, and nobody is kept from coming.
pub(super) fn count(tx: &mut Tx<'_>, ring: &Keyring, face: FaceId) -> Result<(), Error> {
    let week = tx.now().day().week();
    end(tx, ring)?;
    let before = store::week(tx, week)?;
    let Came(mut came) = match before.map(|sealed| ring.unseal(week.0, &sealed)).transpose() {
        Ok(plain) => plain.and_then(|plain| serde_json::from_slice(&plain).ok()).unwrap_or_default(),
        Err(_) => return Ok(()),
    };
    *came.entry(face.0).or_default() += 1;
    let Ok(sealed) = ring.seal_filled::<WeekHeld>(week.0, &Came(came), STEP) else { return Ok(()) };
    store::put_week(tx, week, &sealed).map_err(|error| match error {
        Error::Fault(Fault::Taken(_)) => Fault::Race.into(),
        other => other,
    })
}

/// Weeks that are over become three numbers, or nothing.
pub(super) fn end(tx: &mut Tx<'_>, ring: &Keyring) -> Result<(), Error> {
    let this = tx.now().day().week();
    for (week, sealed) in store::before(tx, this)? {
        let came: Option<Came> = ring.open_filled(week.0, &sealed);
        if let Some(load) = came.and_then(|Came(came)| Load::of(came.into_values())) {
            store::put_tally(tx, week, load)?;
        }
        store::drop_week(tx, week)?;
    }
    Ok(())
}

/// Numbers of before a week go.
pub(super) fn prune(tx: &mut Tx<'_>, before: Week) -> Result<(), Error> {
    store::prune(tx, before)
}

/// Of the latest week that is over and in which ten or more listened; for hosts.
///
/// # Errors
/// A fault of the database.
pub fn load(db: &mut Db) -> Result<Option<Load>, Error> {
    store::latest(db)
}

/// Seals with the ring's present key what a replaced one sealed. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    ring.reseal(tx, limit, store::sealed_by, |tx, week, sealed| store::put_week(tx, Week(week), sealed))
}

#[test]
fn nine_who_listened_are_not_told_and_ten_are_no_ranking() {
    assert_eq!(Load::of(vec![3; 9]), None);
    assert_eq!(Load::of([1, 1, 1, 1, 2, 3, 4, 5, 6, 9]), Some(Load { listeners: 10, median: 2, most: 9 }));
    assert_eq!(Load::of(vec![2; 11]), Some(Load { listeners: 11, median: 2, most: 2 }));
    assert_eq!(Load::of([]), None);
}
