//! What somebody's own copy holds of being told: what they chose, and the address they gave. Where a device is reached is its browser's to know.

use super::choices::{self, Place, Sort};
use super::{mail, push};
use crate::db::Db;
use crate::forum::export::ToldCopyJson;
use crate::http::Signed;
use crate::kernel::{Error, Moment};
use crate::keys::Keyring;
use crate::policy::Viewer;

/// What a member chose, and on how many devices they are told.
///
/// # Errors
/// A fault of the database.
pub fn copied(db: &mut Db, signed: &Signed, keys: &Keyring, now: Moment) -> Result<ToldCopyJson, Error> {
    let chosen = choices::shown(db, signed, keys, now)?;
    let at = |is_there: fn(Place) -> bool| -> Vec<&'static str> {
        let there = Sort::ALL.iter().filter(|sort| is_there(chosen.place(**sort)));
        there.map(|sort| sort.code()).collect()
    };
    let (pushed, mailed) = (at(Place::rings), at(Place::mails));
    let nowhere = at(|place| place == Place::Nowhere);
    let (quiet_from, quiet_to) = chosen.quiet;
    let devices = push::devices(db, signed, now)?.len();
    let viewer = Viewer::Person(signed.person.clone());
    let address = mail::own(db, &viewer, keys, now.day())?.map(|own| own.address);
    let zone = chosen.zone.clone();
    Ok(ToldCopyJson { pushed, mailed, nowhere, quiet_from, quiet_to, zone, devices, address })
}
