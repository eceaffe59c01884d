//! Who looks: those who look after a group, or those who look after the whole community; and what goes up from the first to
//! the second. Nothing goes where nobody could read it.

use super::{Concern, Subject, Tier, store};
use crate::db::{Db, Tx};
use crate::forum::{members, pace};
use crate::identity::accounts;
use crate::kernel::{Day, Error, FaceId, GroupId, Moment, ReplyId, ThreadId};
use crate::policy::Permit;

/// Whether nobody reads it for now: it is for those who look after the community, and each of them is whom it is about,
/// or looks after the group that it is about.
///
/// # Errors
/// A fault of the database.
pub fn is_unread(
    db: &mut Db,
    (tier, face, group): (Tier, Option<FaceId>, Option<GroupId>),
) -> Result<bool, Error> {
    if tier == Tier::Group {
        return Ok(false);
    }
    let about = whom(db, (face, group))?;
    Ok(accounts::house_faces(db)?.iter().all(|face| about.contains(face)))
}

/// Whom it is about: somebody, or those who look after the group that it is about.
pub(super) fn whom(db: &mut Db, of: (Option<FaceId>, Option<GroupId>)) -> Result<Vec<FaceId>, Error> {
    match of {
        (Some(face), _) => Ok(vec![face]),
        (None, Some(group)) => {
            Ok(members::keepers(db, group)?.into_iter().map(|one| one.membership.face_id).collect())
        }
        (None, None) => Ok(Vec::new()),
    }
}

/// Whether somebody of those who look after the whole community could read this.
///
/// # Errors
/// A fault of the database.
pub fn has_reader_above(db: &mut Db, concern: &Concern) -> Result<bool, Error> {
    Ok(!is_unread(db, (Tier::House, concern.face_id, concern.past()))?)
}

/// Words in a group are for those who look after it; not where they are of one of these, or where nobody does or all of them are
/// on a break. What nobody else could read waits for these to be back.
pub(super) fn words(
    db: &mut Db,
    (thread, reply): (Option<ThreadId>, Option<ReplyId>),
    face: FaceId,
    (group, today): (GroupId, Day),
) -> Result<Subject, Error> {
    let tier = if goes_up(db, face, (group, today))? { Tier::House } else { Tier::Group };
    Ok(Subject { thread, reply, face: Some(face), group: Some(group), tier })
}

/// Whether what somebody says in a group is for those who look after the whole community.
///
/// # Errors
/// A fault of the database.
pub fn goes_up(db: &mut Db, face: FaceId, (group, today): (GroupId, Day)) -> Result<bool, Error> {
    let keepers = members::keepers(db, group)?;
    if keepers.iter().any(|keeper| keeper.membership.face_id == face) {
        return Ok(true);
    }
    let is_left = is_left(db, group, today)?;
    Ok(is_left && (keepers.is_empty() || !is_unread(db, (Tier::House, Some(face), Some(group)))?))
}

/// Whether nobody looks after a group now: nobody does at all, or all of them are on a break.
fn is_left(db: &mut Db, group: GroupId, today: Day) -> Result<bool, Error> {
    let keepers = members::keepers(db, group)?;
    let faces: Vec<FaceId> = keepers.iter().map(|each| each.membership.face_id).collect();
    Ok(pace::away(db, &faces, today)?.len() == faces.len())
}

/// What waits in groups where all who look after them are on a break goes up to those who look after the whole community.
///
/// # Errors
/// A fault of the database.
pub fn lift_left(tx: &mut Tx<'_>) -> Result<(), Error> {
    let today = tx.now().day();
    for group in store::waiting_groups(tx)? {
        if is_left(tx, group, today)? {
            let waiting = store::waiting_in(tx, group)?;
            lift(tx, waiting)?;
        }
    }
    Ok(())
}

/// What nobody decided since a moment goes up to those who look after the whole community, and they hear of it.
///
/// # Errors
/// A fault of the database.
pub fn lift_old(tx: &mut Tx<'_>, before: Moment) -> Result<(), Error> {
    let waiting = store::waiting_since(tx, before)?;
    lift(tx, waiting)
}

/// Those go up that somebody there could read; the others stay where they are.
fn lift(tx: &mut Tx<'_>, waiting: Vec<Concern>) -> Result<(), Error> {
    for concern in waiting {
        if has_reader_above(tx, &concern)? {
            store::lift(tx, concern.id)?;
            tx.emit(Concern { tier: Tier::House, ..concern }.told())?;
        }
    }
    Ok(())
}

/// What waits about a thread, and about replies in it, goes with it to another group: those who look after that one look at it
/// and hear of it, and those of the first no longer do. What went up stays up.
///
/// # Errors
/// A fault of the database.
pub fn follow(tx: &mut Tx<'_>, permit: &Permit, thread: ThreadId, to: GroupId) -> Result<(), Error> {
    let today = tx.now().day();
    for concern in store::waiting_on(tx, thread)? {
        let was_up = concern.tier == Tier::House;
        let is_up = match concern.face_id {
            Some(face) => words(tx, (Some(thread), concern.reply_id), face, (to, today))?.tier == Tier::House,
            None => is_left(tx, to, today)?,
        };
        let is_up = was_up || is_up && has_reader_above(tx, &concern)?;
        let tier = if is_up { Tier::House } else { Tier::Group };
        store::carry(tx, permit, concern.id, (to, tier))?;
        if !was_up {
            tx.emit(Concern { group_id: Some(to), tier, ..concern }.told())?;
        }
    }
    Ok(())
}
