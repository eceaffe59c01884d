//! Following groups elsewhere. One actor does it for all members: a partner learns that somebody here reads, not who, nor how
//! many (decision 0026).

use serde_json::json;

use super::{sent, store};
use crate::db::Tx;
use crate::federation::actors::Path;
use crate::federation::delivery::Kind;
use crate::federation::far::{self, FarGroup, State};
use crate::federation::peers::{self, Own};
use crate::federation::wire;
use crate::kernel::{Error, GroupId, PublicId};

/// Somebody came into a group, or left it. The first one in makes this community follow it, the last one out unfollow.
pub(super) fn settle(tx: &mut Tx<'_>, own: &Own, group: GroupId) -> Result<(), Error> {
    let Some(far) = far::far_group(tx, group)? else { return Ok(()) };
    let is_asking = matches!(far.state, State::Asked | State::In);
    match store::has_members(tx, group)? {
        true if !is_asking => follow(tx, own, &far),
        false if is_asking => unfollow(tx, own, &far),
        _ => Ok(()),
    }
}

/// One request at a time; after it was undone, the next has another address, or it would be taken for the old one.
fn follow(tx: &mut Tx<'_>, own: &Own, far: &FarGroup) -> Result<(), Error> {
    let reader = Path::reader();
    let id = format!("{}#follow-{}", reader.id(own), PublicId::new(tx.chance()));
    peers::know(tx, &far.domain)?;
    far::set_state(tx, far.group_id, State::Asked, &id)?;
    let body = wire::whole(wire::follow(own, &id, &far.actor));
    let to = [far::letters_to(far)];
    sent(tx, (Kind::Other, &far.actor), &reader.key_id(own), (body, String::new()), &to)
}

fn unfollow(tx: &mut Tx<'_>, own: &Own, far: &FarGroup) -> Result<(), Error> {
    let reader = Path::reader();
    far::set_state(tx, far.group_id, State::Left, &far.follow)?;
    let undo = json!({
        "id": format!("{}-undo", far.follow),
        "type": "Undo",
        "actor": reader.id(own),
        "to": [far.actor],
        "object": wire::follow(own, &far.follow, &far.actor),
    });
    let to = [far::letters_to(far)];
    sent(tx, (Kind::Other, &far.actor), &reader.key_id(own), (wire::whole(undo), String::new()), &to)
}
