//! What groups do when members come in by a link, or leave for good.

use super::commands::enter;
use super::store;
use crate::db::Tx;
use crate::events::{Event, forum, identity};
use crate::forum::groups;
use crate::kernel::{Error, FaceId, GroupId};
use crate::policy::Role;

/// Hears news of members; anything else is passed over.
///
/// # Errors
/// A fault of the database.
pub fn hear(tx: &mut Tx<'_>, news: &Event) -> Result<(), Error> {
    match news {
        Event::Identity(identity::Event::InvitationSpent { face, group: Some(group), by }) => {
            bring_in(tx, *face, *group, *by)
        }
        Event::Identity(identity::Event::AccountErased { face, .. }) => forget(tx, *face),
        Event::Identity(_) | Event::Forum(_) | Event::Recovery(_) | Event::Safety(_) | Event::Support(_) => {
            Ok(())
        }
    }
}

/// A newcomer's link led into a group. If it has closed meanwhile, they are in the community all the same.
fn bring_in(tx: &mut Tx<'_>, face: FaceId, group: GroupId, by: FaceId) -> Result<(), Error> {
    let group = groups::find(tx, group)?;
    let stays = store::find(tx, group.id, face)?.is_some_and(|place| place.is_in() || place.is_paused());
    if stays || group.is_closed() { Ok(()) } else { enter(tx, group.id, face, by) }
}

/// Leaves every group. Where the last steward goes, whoever has moderated the longest takes over; failing
/// that, the hosts look after the group.
fn forget(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    for place in store::places_of(tx, face)? {
        store::remove(tx, &place)?;
        if place.is_in() {
            tx.emit(forum::Event::MemberLeft { group: place.group_id, face })?;
        }
        if place.role == Role::Steward
            && store::count_stewards(tx, place.group_id)? == 0
            && let Some(next) = store::first_moderator(tx, place.group_id)?
        {
            store::set_role(tx, place.group_id, next, Role::Steward)?;
        }
    }
    Ok(())
}
