//! Every SQL statement of groups.

use diesel::insert_into;
use diesel::prelude::*;

use super::{Group, Joining};
use crate::db::schema::{group_, membership};
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Error, FaceId, GroupId};
use crate::policy::scope::forum as scope;
use crate::policy::{Reach, Role, Viewer};

/// A group by its short name, if this viewer may know of it.
///
/// # Errors
/// [`Error::Absent`] if there is none, or none for them.
pub fn find_by_name(db: &mut Db, viewer: &Viewer, name: &str) -> Result<Group, Error> {
    group_::table
        .filter(scope::visible_groups(viewer.into()))
        .filter(group_::name.eq(name))
        .select(cols::<Group>())
        .row(db)
}

/// A group by its id, whoever looks: for commands that hold something of the group already.
///
/// # Errors
/// [`Error::Absent`] if there is none.
pub fn find(db: &mut Db, id: GroupId) -> Result<Group, Error> {
    group_::table.filter(group_::id.eq(id)).select(cols::<Group>()).row(db)
}

/// A group of the simplest sort; for set-up and the seeded town.
///
/// # Errors
/// A fault of the database.
pub fn insert_plain(tx: &mut Tx<'_>, name: &str, title: &str, ceiling: Reach) -> Result<GroupId, Error> {
    let (id, week) = (GroupId(tx.chance().id()), tx.now().week());
    insert_into(group_::table)
        .values((
            group_::id.eq(id),
            group_::name.eq(name),
            group_::title.eq(title),
            group_::purpose.eq(""),
            group_::ceiling.eq(ceiling),
            group_::made_week.eq(week),
        ))
        .exec(tx)?;
    Ok(id)
}

/// Puts somebody into a group; for set-up and the seeded town.
///
/// # Errors
/// A fault of the database.
pub fn join_plain(tx: &mut Tx<'_>, group: GroupId, face: FaceId, role: Role) -> Result<(), Error> {
    let week = tx.now().week();
    insert_into(membership::table)
        .values((
            membership::group_id.eq(group),
            membership::face_id.eq(face),
            membership::role.eq(role),
            membership::since_week.eq(week),
        ))
        .on_conflict_do_nothing()
        .exec(tx)?;
    diesel::update(group_::table.find(group))
        .set(group_::member_count.eq(group_::member_count + 1))
        .exec(tx)?;
    Ok(())
}

/// Where newcomers say their first words: the group called `welcome`, else the first that is open to all.
///
/// # Errors
/// A fault of the database.
pub fn welcome(db: &mut Db) -> Result<Option<Group>, Error> {
    group_::table
        .filter(group_::closed_at.is_null())
        .filter(group_::joining.eq(Joining::Open))
        .filter(group_::listed.ne(Reach::Group))
        .order((group_::name.ne("welcome"), group_::title))
        .limit(1)
        .select(cols::<Group>())
        .row_opt(db)
}
