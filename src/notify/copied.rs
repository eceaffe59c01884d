//! What somebody's own copy holds of being told: what they chose. Where a device is reached is its browser's to know.

use super::choices::{self, Place, Sort};
use super::push;
use crate::db::Db;
use crate::forum::export::ToldCopyJson;
use crate::http::Signed;
use crate::kernel::{Error, Moment};
use crate::keys::Keyring;

/// What a member chose, and on how many devices they are told.
///
/// # Errors
/// A fault of the database.
pub fn copied(db: &mut Db, signed: &Signed, keys: &Keyring, now: Moment) -> Result<ToldCopyJson, Error> {
    let chosen = choices::of(db, keys, signed.person.face)?;
    let at = |place: Place| -> Vec<&'static str> {
        let there = Sort::ALL.iter().filter(|sort| chosen.place(**sort) == place);
        there.map(|sort| sort.code()).collect()
    };
    let (pushed, nowhere) = (at(Place::Push), at(Place::Nowhere));
    let (quiet_from, quiet_to) = chosen.quiet;
    let devices = push::devices(db, signed, now)?.len();
    Ok(ToldCopyJson { pushed, nowhere, quiet_from, quiet_to, zone: chosen.zone.clone(), devices })
}
