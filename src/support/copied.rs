//! What somebody's own copy holds of company.

use super::{buddies, oncall};
use crate::db::Db;
use crate::forum::export::Lived;
use crate::http::Signed;
use crate::kernel::{Error, Moment};
use crate::keys::Keyring;

/// What they lived, with their lamp, their rooms and their buddies.
///
/// # Errors
/// A fault of the database.
pub fn copied(
    db: &mut Db,
    signed: &Signed,
    (ring, now): (&Keyring, Moment),
    lived: Lived,
) -> Result<Lived, Error> {
    let lived = oncall::copied(db, signed, (ring, now), lived)?;
    buddies::copied(db, signed, (ring, now.day()), lived)
}
