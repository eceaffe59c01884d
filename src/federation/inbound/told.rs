//! What those who look after a group elsewhere decide about somebody of this community reaches them here, in plain words.

use super::model::Sender;
use crate::db::{Db, Tx};
use crate::events::safety::There;
use crate::federation::actors;
use crate::federation::peers::Own;
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
