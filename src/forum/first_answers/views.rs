//! Who goes before others.

use crate::db::Db;
use crate::forum::members;
use crate::forum::threads::Thread;
use crate::forum::voices;
use crate::identity::accounts;
use crate::kernel::{Error, FaceId};
use crate::policy::{Role, Standing, Viewer};

/// Whether somebody is one of those who go before others: who is there for people in the group, or looks after it. An alias
/// never is: it would say so of whoever is behind it.
pub(super) fn is_first(db: &mut Db, viewer: &Viewer, thread: &Thread) -> Result<bool, Error> {
    if viewer.person().is_none() || voices::is_alias(viewer) {
        return Ok(false);
    }
    let standing = Standing::in_group(db, viewer, thread.group_id)?;
    Ok(standing.looks_after() || standing.role == Some(Role::Responder))
}

/// All of them but the writer.
pub(super) fn firsts(db: &mut Db, thread: &Thread) -> Result<Vec<FaceId>, Error> {
    let serving = members::serving(db, thread.group_id)?;
    let there = |role: Role| role == Role::Responder || Role::KEEPERS.contains(&role);
    let mut all: Vec<FaceId> = serving
        .into_iter()
        .filter(|each| there(each.membership.role))
        .map(|each| each.membership.face_id)
        .collect();
    all.extend(accounts::house_faces(db)?);
    all.retain(|face| *face != thread.author_face);
    Ok(all)
}
