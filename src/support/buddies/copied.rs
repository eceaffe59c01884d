//! What somebody's own copy holds: their buddies, and what they themself said they need and offer.

use super::{Sealer, store};
use crate::db::Db;
use crate::forum::export::{BuddyCopyJson, Lived};
use crate::http::Signed;
use crate::kernel::{Error, FaceId};
use crate::keys::Keyring;

/// What they lived, with their buddies.
///
/// # Errors
/// A fault of the database.
pub fn copied(db: &mut Db, signed: &Signed, ring: &Keyring, lived: Lived) -> Result<Lived, Error> {
    let sealer = Sealer::new(ring.clone());
    let sides = store::own_sides(db, signed.person.face)?;
    let faces: Vec<FaceId> = sides.iter().map(|side| side.with_face).collect();
    let people = store::people(db, &faces)?;
    let buddies = sides.into_iter().map(|side| BuddyCopyJson {
        name: people.get(&side.with_face).map(|who| who.name.clone()).unwrap_or_default(),
        cadence: side.cadence.code(),
        line: sealer.open(side.id, &side.sealed).unwrap_or_default(),
    });
    Ok(Lived { buddies: buddies.collect(), ..lived })
}
