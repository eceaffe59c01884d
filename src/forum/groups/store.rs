//! Every SQL statement of groups.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::pathways::{Pathway, Topic};
use super::{Crosstalk, Followers, Group, Joining, NoteRule, Plan, Refusal, Ruled, Shape, ShortName};
use crate::db::schema::{
    face, group_, group_note_rule, group_pathway, group_topic, membership, reply, thread,
};
use crate::db::{Db, OrRefuse, Run, Tx, cols, when};
use crate::forum::content_notes::ContentNote;
use crate::forum::lasting::Keeps;
use crate::identity::names;
use crate::kernel::{Day, Error, FaceId, GroupId, Moment};
use crate::policy::scope::forum as scope;
use crate::policy::{Permit, Reach, Role, Viewer};

/// Groups in a list at most; a community with more needs a search, not a longer page.
const LISTED_MAX: i64 = 200;

/// A group by its short name, if this viewer may know of it.
///
/// # Errors
/// [`Error::Absent`] if there is none, or none for them.
pub fn find_by_name(db: &mut Db, viewer: &Viewer, name: &str) -> Result<Group, Error> {
    if name.contains('\0') {
        return Err(Error::Absent); // PostgreSQL would call it a fault of ours.
    }
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

/// Several by their ids, in no order.
///
/// # Errors
/// A fault of the database.
pub fn find_by_ids(db: &mut Db, ids: Vec<GroupId>) -> Result<Vec<Group>, Error> {
    group_::table.filter(group_::id.eq_any(ids)).select(cols::<Group>()).rows(db)
}

/// The same, if the viewer may know of it.
///
/// # Errors
/// A fault of the database.
pub fn find_seen(db: &mut Db, viewer: &Viewer, id: GroupId) -> Result<Option<Group>, Error> {
    group_::table
        .filter(group_::id.eq(id))
        .filter(scope::visible_groups(viewer.into()))
        .select(cols::<Group>())
        .row_opt(db)
}

/// The groups this viewer may know of, by title; all, or those of one pathway.
///
/// # Errors
/// A fault of the database.
pub fn listed(db: &mut Db, viewer: &Viewer, pathway: Option<Pathway>) -> Result<Vec<Group>, Error> {
    let tagged = |pathway: Pathway| {
        diesel::dsl::exists(
            group_pathway::table
                .filter(group_pathway::group_id.eq(group_::id))
                .filter(group_pathway::pathway.eq(pathway)),
        )
    };
    group_::table
        .filter(scope::visible_groups(viewer.into()))
        .filter(when(pathway, tagged))
        .order((group_::title, group_::name))
        .limit(LISTED_MAX)
        .select(cols::<Group>())
        .rows(db)
}

/// The day a viewer could last read something new in a group.
pub(super) fn newest_on(db: &mut Db, viewer: &Viewer, group: GroupId) -> Result<Option<Day>, Error> {
    thread::table
        .filter(scope::readable_threads(viewer.into()))
        .filter(thread::group_id.eq(group))
        .order(thread::id.desc())
        .limit(1)
        .select(thread::said_on)
        .row_opt(db)
}

/// The ways of recovering a group is for.
///
/// # Errors
/// A fault of the database.
pub fn pathways_of(db: &mut Db, group: GroupId) -> Result<Vec<Pathway>, Error> {
    let mut found: Vec<Pathway> = group_pathway::table
        .filter(group_pathway::group_id.eq(group))
        .select(group_pathway::pathway)
        .rows(db)?;
    found.sort_unstable();
    Ok(found)
}

/// What the members of a group recover from.
///
/// # Errors
/// A fault of the database.
pub fn topics_of(db: &mut Db, group: GroupId) -> Result<Vec<Topic>, Error> {
    let mut found: Vec<Topic> =
        group_topic::table.filter(group_topic::group_id.eq(group)).select(group_topic::topic).rows(db)?;
    found.sort_unstable();
    Ok(found)
}

/// What a group does with content notes, where it is not to fold them. A group that has since hidden is not named.
///
/// # Errors
/// A fault of the database.
pub fn note_rules(db: &mut Db, group: GroupId) -> Result<Vec<Ruled>, Error> {
    let mut rows: Vec<(ContentNote, NoteRule, Option<String>)> =
        group_note_rule::table
            .left_join(group_::table.on(
                group_note_rule::elsewhere.eq(group_::id.nullable()).and(group_::listed.ne(Reach::Group)),
            ))
            .filter(group_note_rule::group_id.eq(group))
            .select((group_note_rule::note, group_note_rule::rule, group_::name.nullable()))
            .rows(db)?;
    rows.sort_unstable();
    Ok(rows.into_iter().map(|(note, rule, elsewhere)| Ruled { note, rule, elsewhere }).collect())
}

pub(super) fn replace_note_rules(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    group: GroupId,
    rows: &[(ContentNote, NoteRule, Option<GroupId>)],
) -> Result<(), Error> {
    delete(group_note_rule::table.filter(group_note_rule::group_id.eq(group))).exec(tx)?;
    for (note, rule, elsewhere) in rows.iter().filter(|(_, rule, _)| *rule != NoteRule::Fold) {
        insert_into(group_note_rule::table)
            .values((
                group_note_rule::group_id.eq(group),
                group_note_rule::note.eq(*note),
                group_note_rule::rule.eq(*rule),
                group_note_rule::elsewhere.eq(*elsewhere),
            ))
            .on_conflict_do_nothing()
            .exec(tx)?;
    }
    Ok(())
}

/// Names here that somebody speaks as: about how many can read what is for the community.
pub(super) fn count_names(db: &mut Db) -> Result<i64, Error> {
    face::table.filter(face::kind.eq("name")).filter(face::is_retired.eq(false)).count().row(db)
}

/// The group this face started with this form before, if it did: the answer to a second press.
pub(super) fn find_once(db: &mut Db, steward: FaceId, once: Option<&str>) -> Result<Option<Group>, Error> {
    let Some(once) = once else { return Ok(None) };
    group_::table
        .inner_join(membership::table)
        .filter(group_::once.eq(once))
        .filter(membership::face_id.eq(steward))
        .select(cols::<Group>())
        .row_opt(db)
}

pub(super) fn is_taken(db: &mut Db, name_key: &str) -> Result<bool, Error> {
    let found: Option<GroupId> =
        group_::table.filter(group_::name_key.eq(name_key)).select(group_::id).row_opt(db)?;
    Ok(found.is_some())
}

/// Another group with a title of this key, among those the viewer may know of.
pub(super) fn find_by_title(
    db: &mut Db,
    viewer: &Viewer,
    title_key: &str,
    own: Option<GroupId>,
) -> Result<Option<GroupId>, Error> {
    group_::table
        .filter(scope::visible_groups(viewer.into()))
        .filter(group_::title_key.eq(title_key))
        .filter(when(own, |own| group_::id.ne(own)))
        .limit(1)
        .select(group_::id)
        .row_opt(db)
}

/// What a new group is made of.
pub(super) struct Foundation<'a> {
    pub plan: &'a Plan,
    pub name: &'a ShortName,
}

pub(super) fn insert(tx: &mut Tx<'_>, _permit: &Permit, foundation: &Foundation<'_>) -> Result<Group, Error> {
    let Foundation { plan, name } = foundation;
    let (id, week, shape) = (GroupId(tx.chance().id()), tx.now().week(), &plan.shape);
    let group: Group = insert_into(group_::table)
        .values((
            group_::id.eq(id),
            group_::name.eq(name.as_str()),
            group_::name_key.eq(name.key()),
            group_::title.eq(shape.title.as_str()),
            group_::title_key.eq(names::key(shape.title.as_str())),
            group_::purpose.eq(shape.purpose.as_str()),
            group_::values_text.eq(shape.values.as_str()),
            group_::rules_text.eq(shape.rules.as_str()),
            group_::advice.eq(shape.advice),
            group_::ceiling.eq(shape.ceiling),
            group_::reach.eq(shape.reach),
            group_::listed.eq(shape.listed),
            group_::joining.eq(shape.joining),
            group_::aliases.eq(shape.aliases),
            group_::keeps.eq(shape.keeps.unwrap_or(Keeps::Year)),
            group_::followers.eq(shape.followers.unwrap_or(Followers::Untold)),
            group_::crosstalk.eq(shape.crosstalk.unwrap_or(Crosstalk::On)),
            group_::language.eq(&plan.language),
            group_::made_week.eq(week),
            group_::once.eq(&plan.once),
        ))
        .returning(cols::<Group>())
        .row(tx)
        .or_refuse(Refusal::NameTaken { suggestion: name.numbered(2).as_str().to_owned() })?;
    replace_tags(tx, id, shape)?;
    Ok(group)
}

pub(super) fn update_shape(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    group: &Group,
    shape: &Shape,
) -> Result<(), Error> {
    update(group_::table.find(group.id))
        .set((
            group_::title.eq(shape.title.as_str()),
            group_::title_key.eq(names::key(shape.title.as_str())),
            group_::purpose.eq(shape.purpose.as_str()),
            group_::values_text.eq(shape.values.as_str()),
            group_::rules_text.eq(shape.rules.as_str()),
            group_::advice.eq(shape.advice),
            group_::ceiling.eq(shape.ceiling),
            group_::reach.eq(shape.reach),
            group_::listed.eq(shape.listed),
            group_::joining.eq(shape.joining),
            group_::aliases.eq(shape.aliases),
            group_::keeps.eq(shape.keeps.unwrap_or(group.keeps)),
            group_::followers.eq(shape.followers.unwrap_or(group.followers)),
            group_::crosstalk.eq(shape.crosstalk.unwrap_or(group.crosstalk)),
        ))
        .exec(tx)?;
    replace_tags(tx, group.id, shape)
}

fn replace_tags(tx: &mut Tx<'_>, group: GroupId, shape: &Shape) -> Result<(), Error> {
    delete(group_pathway::table.filter(group_pathway::group_id.eq(group))).exec(tx)?;
    delete(group_topic::table.filter(group_topic::group_id.eq(group))).exec(tx)?;
    for pathway in &shape.pathways {
        insert_into(group_pathway::table)
            .values((group_pathway::group_id.eq(group), group_pathway::pathway.eq(*pathway)))
            .on_conflict_do_nothing()
            .exec(tx)?;
    }
    for topic in &shape.topics {
        insert_into(group_topic::table)
            .values((group_topic::group_id.eq(group), group_topic::topic.eq(*topic)))
            .on_conflict_do_nothing()
            .exec(tx)?;
    }
    Ok(())
}

/// A ceiling holds for what was said before it, too.
pub(super) fn narrow_threads(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    group: GroupId,
    ceiling: Reach,
) -> Result<(), Error> {
    for wider in Reach::ALL.iter().filter(|reach| **reach > ceiling) {
        update(thread::table.filter(thread::group_id.eq(group)).filter(thread::reach.eq(*wider)))
            .set(thread::reach.eq(ceiling))
            .exec(tx)?;
    }
    Ok(())
}

/// A group that shows days alone keeps days alone.
pub(super) fn forget_times(tx: &mut Tx<'_>, _permit: &Permit, group: GroupId) -> Result<(), Error> {
    let threads = thread::table.filter(thread::group_id.eq(group));
    update(reply::table.filter(reply::thread_id.eq_any(threads.select(thread::id))))
        .set(reply::said_at.eq(None::<Moment>))
        .exec(tx)?;
    update(thread::table.filter(thread::group_id.eq(group)))
        .set(thread::said_at.eq(None::<Moment>))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_closed_at(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    group: GroupId,
    at: Option<Moment>,
) -> Result<(), Error> {
    update(group_::table.find(group)).set(group_::closed_at.eq(at)).exec(tx).map(drop)
}

pub(super) fn set_moved_to(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    group: GroupId,
    to: Option<GroupId>,
) -> Result<(), Error> {
    update(group_::table.find(group)).set(group_::moved_to.eq(to)).exec(tx).map(drop)
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
            group_::name_key.eq(names::key(name)),
            group_::title.eq(title),
            group_::title_key.eq(names::key(title)),
            group_::purpose.eq(""),
            group_::ceiling.eq(ceiling),
            group_::made_week.eq(week),
        ))
        .exec(tx)?;
    Ok(id)
}

/// Puts somebody into a group; for set-up, the seeded town, and whoever starts a group.
///
/// # Errors
/// A fault of the database.
pub fn join_plain(tx: &mut Tx<'_>, group: GroupId, face: FaceId, role: Role) -> Result<(), Error> {
    let week = tx.now().week();
    let added = insert_into(membership::table)
        .values((
            membership::group_id.eq(group),
            membership::face_id.eq(face),
            membership::role.eq(role),
            membership::since_week.eq(week),
        ))
        .on_conflict_do_nothing()
        .exec(tx)?;
    if added == 0 {
        return Ok(());
    }
    update(group_::table.find(group))
        .set(group_::member_count.eq(group_::member_count + 1))
        .exec(tx)
        .map(drop)
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
