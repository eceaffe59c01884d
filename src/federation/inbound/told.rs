//! What those who look after a group elsewhere decide about somebody of this community reaches them here, in plain words.

use super::model::Sender;
use crate::db::{Db, Tx};
use crate::events::safety::There;
use crate::federation::actors;
use crate::federation::peers::Own;
use crate::forum::{authors, members};
use crate::identity::{accounts, names};
use crate::kernel::{Error, FaceId, GroupId};

/// Whoever of this community has this address.
pub(super) fn ours(db: &mut Db, own: &Own, address: &str) -> Result<Option<FaceId>, Error> {
    let name = actors::Path::of(own, address).and_then(|path| path.name());
    let Some(name) = name.filter(|name| !name.contains('\0')) else { return Ok(None) };
    match accounts::find_by_name(db, &names::key(&name.replace('_', " "))) {
        Ok(face) if face.kind != "remote" => Ok(Some(face.id)),
        Ok(_) | Err(Error::Absent) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// Whoever of this community has this address and is known in a group: they are in it, or said something there. Of anybody else a
/// group elsewhere decides nothing that they need to hear.
pub(super) fn ours_in(
    db: &mut Db,
    own: &Own,
    (address, group): (&str, GroupId),
) -> Result<Option<FaceId>, Error> {
    match ours(db, own, address)? {
        Some(face) if members::is_in(db, group, face)? || authors::has_said_in(db, face, group)? => {
            Ok(Some(face))
        }
        _ => Ok(None),
    }
}

/// Tells them, if they are of this community and did not do it themselves; nothing where nothing changed.
pub(super) fn tell(
    tx: &mut Tx<'_>,
    (own, sender): (&Own, &Sender),
    (face, group): (FaceId, GroupId),
    did: Option<There>,
) -> Result<(), Error> {
    let Some(did) = did else { return Ok(()) };
    let is_far = !accounts::far_among(tx, vec![face])?.is_empty();
    if is_far || ours(tx, own, &sender.actor)? == Some(face) {
        return Ok(());
    }
    tx.emit(did.told(face, group))
}
