//! What somebody's own copy holds of how they look after others.

use super::{pace, terms};
use crate::db::Db;
use crate::forum::export::ServesCopyJson;
use crate::kernel::{Day, Error, FaceId};

/// How somebody looks after others.
///
/// # Errors
/// A fault of the database.
pub fn copied(db: &mut Db, face: FaceId, today: Day) -> Result<ServesCopyJson, Error> {
    Ok(ServesCopyJson { pace: pace::copied(db, face, today)?, terms: terms::copied(db, face)? })
}
