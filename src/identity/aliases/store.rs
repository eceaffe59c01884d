//! Every SQL statement of aliases. Nothing here asks for an account, or could.

use diesel::dsl::{exists, not};
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::hand::Hand;
use super::model::{Alias, Appeal, Ending, Own, Place, State, lasts_until};
use crate::db::schema::{alias, alias_appeal, alias_ban, face, notice, reply, thread};
use crate::db::{Db, Run, Tx, cols, when};
use crate::kernel::secret::hex;
use crate::kernel::{Day, Error, FaceId, GroupId, ThreadId, Week};
use crate::policy::Permit;

type Row = (Alias, String, i64);

/// Aliases by tag, and the tag of each.
pub(super) fn by_tags(db: &mut Db, tags: Vec<String>) -> Result<Vec<Own>, Error> {
    if tags.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> = alias::table
        .inner_join(face::table)
        .filter(alias::tag.eq_any(tags))
        .filter(alias::state.ne(State::Expired))
        .select((cols::<Alias>(), face::name, face::seed))
        .rows(db)?;
    Ok(rows.into_iter().map(own).collect())
}

/// Aliases by entry, newest last week first.
pub(super) fn by_entries(db: &mut Db, entries: Vec<String>) -> Result<Vec<Own>, Error> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> = alias::table
        .inner_join(face::table)
        .filter(alias::entry.eq_any(entries))
        .filter(alias::state.ne(State::Expired))
        .order((alias::expires_week.desc(), face::name))
        .select((cols::<Alias>(), face::name, face::seed))
        .rows(db)?;
    Ok(rows.into_iter().map(own).collect())
}

fn own((alias, name, seed): Row) -> Own {
    Own { alias, name, seed, appeal: None }
}

/// Which of these tags are in use.
pub(super) fn known_tags(db: &mut Db, tags: &[String]) -> Result<Vec<String>, Error> {
    alias::table.filter(alias::tag.eq_any(tags.to_vec())).select(alias::tag).rows(db)
}

/// Which of these entries are in use.
pub(super) fn known_entries(db: &mut Db, entries: &[String]) -> Result<Vec<String>, Error> {
    alias::table.filter(alias::entry.eq_any(entries.to_vec())).select(alias::entry).rows(db)
}

/// Whether a group has any alias at all.
pub(super) fn any_in(db: &mut Db, group: GroupId) -> Result<bool, Error> {
    let found: Option<FaceId> =
        alias::table.filter(alias::group_id.eq(group)).select(alias::face_id).limit(1).row_opt(db)?;
    Ok(found.is_some())
}

/// Whether a face is an alias.
///
/// # Errors
/// A fault of the database.
pub fn is_alias(db: &mut Db, id: FaceId) -> Result<bool, Error> {
    let found: Option<FaceId> = alias::table.find(id).select(alias::face_id).row_opt(db)?;
    Ok(found.is_some())
}

/// What a new row is found by.
pub(super) struct Marks {
    pub tag: String,
    pub entry: String,
    pub month: String,
    pub ban_seal: String,
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    face: FaceId,
    place: Place,
    marks: &Marks,
    ending: Ending,
) -> Result<(), Error> {
    let expires = lasts_until(tx.now().day(), &marks.month, place.thread.is_some());
    insert_into(alias::table)
        .values((
            alias::face_id.eq(face),
            alias::tag.eq(&marks.tag),
            alias::entry.eq(&marks.entry),
            alias::group_id.eq(place.group),
            alias::thread_id.eq(place.thread),
            alias::epoch.eq(&marks.month),
            alias::ban_seal.eq(&marks.ban_seal),
            alias::state.eq(State::Live),
            alias::at_expiry.eq(ending),
            alias::expires_week.eq(expires),
        ))
        .exec(tx)
        .map(drop)
}

/// Draws the end of the tie on: it was used today.
///
/// # Errors
/// A fault of the database.
pub fn touch(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    let today = tx.now().day();
    let (month, thread): (String, Option<ThreadId>) =
        alias::table.find(face).select((alias::epoch, alias::thread_id)).row(tx)?;
    let expires = lasts_until(today, &month, thread.is_some());
    update(alias::table.find(face).filter(alias::expires_week.lt(expires)))
        .set(alias::expires_week.eq(expires))
        .exec(tx)
        .map(drop)
}

/// Something it said stands in the group.
///
/// # Errors
/// A fault of the database.
pub fn set_known(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    // Written once: a row that is written with each word gets in the way of all who look for theirs beside it.
    update(alias::table.find(face).filter(alias::is_known.eq(false)))
        .set(alias::is_known.eq(true))
        .exec(tx)
        .map(drop)
}

/// Whether somebody may not speak as an alias in a group.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn is_barred(db: &mut Db, hand: &Hand, group: GroupId, now: Week) -> Result<bool, Error> {
    let found: Option<String> = alias_ban::table
        .find((group, hex(&hand.ban(group)?.0)))
        .filter(alias_ban::until_week.ge(now))
        .select(alias_ban::tag)
        .row_opt(db)?;
    Ok(found.is_some())
}

/// The group an alias speaks in; none if its tie is over, or it is none.
///
/// # Errors
/// A fault of the database.
pub fn place_of(db: &mut Db, id: FaceId) -> Result<Option<GroupId>, Error> {
    alias::table.find(id).filter(alias::state.ne(State::Expired)).select(alias::group_id).row_opt(db)
}

/// An alias of a group by its name; one whose tie is over can no longer be paused, closed or asked.
///
/// # Errors
/// [`Error::Absent`].
pub fn find_named(db: &mut Db, group: GroupId, name_key: &str) -> Result<Own, Error> {
    let row: Row = alias::table
        .inner_join(face::table)
        .filter(alias::group_id.eq(group))
        .filter(face::name_key.eq(name_key))
        .filter(alias::state.ne(State::Expired))
        .select((cols::<Alias>(), face::name, face::seed))
        .row(db)?;
    Ok(own(row))
}

/// Pauses an alias, closes it, or lets it speak again. What it answered before stays to be read.
///
/// # Errors
/// A fault of the database.
pub fn set_state(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: FaceId,
    (state, until): (State, Option<Day>),
    reason: &str,
) -> Result<(), Error> {
    update(alias::table.find(id).filter(alias::state.ne(State::Expired)))
        .set((alias::state.eq(state), alias::state_until.eq(until), alias::reason.eq(reason)))
        .exec(tx)?;
    decided(tx, permit, id)
}

/// Somebody decided about it: they are not the one to read what it answers, and it may answer once more.
///
/// # Errors
/// A fault of the database.
pub fn decided(tx: &mut Tx<'_>, permit: &Permit, id: FaceId) -> Result<(), Error> {
    update(alias::table.find(id).filter(alias::state.ne(State::Expired)))
        .set(alias::by_face.eq(Some(permit.actor())))
        .exec(tx)?;
    update(alias_appeal::table.find(id)).set(alias_appeal::is_past.eq(true)).exec(tx).map(drop)
}

/// A sentence for an alias whose words were not let through. Where it may not speak, what it reads is why that is so.
///
/// # Errors
/// A fault of the database.
pub fn set_reason(tx: &mut Tx<'_>, permit: &Permit, id: FaceId, reason: &str) -> Result<(), Error> {
    let speaks = alias::table.find(id).filter(alias::state.eq_any([State::Live, State::Retired]));
    if update(speaks).set(alias::reason.eq(reason)).exec(tx)? == 0 {
        return Ok(());
    }
    decided(tx, permit, id)
}

/// What the person behind an alias is barred by: the month of its key, and the seal.
///
/// # Errors
/// [`Error::Absent`].
pub fn seal_of(db: &mut Db, id: FaceId) -> Result<(String, String), Error> {
    alias::table.find(id).select((alias::epoch, alias::ban_seal)).row(db)
}

/// Whoever has this tag may not speak as an alias in a group until a week is over. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn bar(tx: &mut Tx<'_>, group: GroupId, tag: &str, until: Week) -> Result<(), Error> {
    unbar(tx, group, tag)?;
    insert_into(alias_ban::table)
        .values((alias_ban::group_id.eq(group), alias_ban::tag.eq(tag), alias_ban::until_week.eq(until)))
        .exec(tx)
        .map(drop)
}

/// Whoever has this tag may speak again.
///
/// # Errors
/// A fault of the database.
pub fn unbar(tx: &mut Tx<'_>, group: GroupId, tag: &str) -> Result<(), Error> {
    delete(alias_ban::table.find((group, tag.to_owned()))).exec(tx).map(drop)
}

/// What an alias answered, and what came back.
///
/// # Errors
/// A fault of the database.
pub fn appeal_of(db: &mut Db, id: FaceId) -> Result<Option<Appeal>, Error> {
    alias_appeal::table.find(id).select(cols::<Appeal>()).row_opt(db)
}

/// Keeps what an alias answers, for somebody else than whoever decided.
pub(super) fn set_appeal(
    tx: &mut Tx<'_>,
    id: FaceId,
    (words, sent_on): (&str, Day),
    by: Option<FaceId>,
) -> Result<(), Error> {
    delete(alias_appeal::table.find(id)).exec(tx)?;
    insert_into(alias_appeal::table)
        .values((
            alias_appeal::face_id.eq(id),
            alias_appeal::words.eq(words),
            alias_appeal::sent_on.eq(sent_on),
            alias_appeal::by_face.eq(by),
        ))
        .exec(tx)
        .map(drop)
}

/// Aliases whose answers wait, with these, the oldest first: in a group, or anywhere.
///
/// # Errors
/// A fault of the database.
pub fn unanswered(db: &mut Db, group: Option<GroupId>) -> Result<Vec<Own>, Error> {
    let rows: Vec<(Alias, String, i64, Appeal)> = alias::table
        .inner_join(face::table.inner_join(alias_appeal::table))
        .filter(alias_appeal::answer.eq(""))
        .filter(alias::state.ne(State::Expired))
        .filter(when(group, |group| alias::group_id.eq(group)))
        .order((alias_appeal::sent_on, alias::face_id))
        .select((cols::<Alias>(), face::name, face::seed, cols::<Appeal>()))
        .rows(db)?;
    Ok(rows
        .into_iter()
        .map(|(alias, name, seed, appeal)| Own { alias, name, seed, appeal: Some(appeal) })
        .collect())
}

/// Those who look after the whole community are asked to read what an alias answered.
///
/// # Errors
/// A fault of the database.
pub fn set_up(tx: &mut Tx<'_>, id: FaceId) -> Result<(), Error> {
    update(alias_appeal::table.find(id)).set(alias_appeal::is_up.eq(true)).exec(tx).map(drop)
}

/// Forgets that somebody decided who is gone by now.
///
/// # Errors
/// A fault of the database.
pub fn forget_gone(tx: &mut Tx<'_>) -> Result<(), Error> {
    let of_alias = face::table
        .filter(face::id.nullable().eq(alias::by_face))
        .filter(face::is_retired.eq(false))
        .select(face::id);
    update(alias::table.filter(alias::by_face.is_not_null()).filter(not(exists(of_alias))))
        .set(alias::by_face.eq(None::<FaceId>))
        .exec(tx)?;
    let of_appeal = face::table
        .filter(face::id.nullable().eq(alias_appeal::by_face))
        .filter(face::is_retired.eq(false))
        .select(face::id);
    update(alias_appeal::table.filter(alias_appeal::by_face.is_not_null()).filter(not(exists(of_appeal))))
        .set(alias_appeal::by_face.eq(None::<FaceId>))
        .exec(tx)
        .map(drop)
}

/// Answers an alias.
///
/// # Errors
/// A fault of the database.
pub fn answer_appeal(tx: &mut Tx<'_>, _permit: &Permit, id: FaceId, answer: &str) -> Result<(), Error> {
    update(alias_appeal::table.find(id)).set(alias_appeal::answer.eq(answer)).exec(tx).map(drop)
}

/// Closes an alias along with the person, some time after it was decided.
///
/// # Errors
/// A fault of the database.
pub fn close(tx: &mut Tx<'_>, id: FaceId, reason: &str) -> Result<(), Error> {
    update(alias::table.find(id).filter(alias::state.eq_any([State::Live, State::Muted])))
        .set((alias::state.eq(State::Closed), alias::state_until.eq(None::<Day>), alias::reason.eq(reason)))
        .exec(tx)
        .map(drop)
}

/// Its holder is done with it.
pub(super) fn retire(tx: &mut Tx<'_>, id: FaceId) -> Result<(), Error> {
    update(alias::table.find(id).filter(alias::state.eq(State::Live)))
        .set(alias::state.eq(State::Retired))
        .exec(tx)
        .map(drop)
}

/// Its tie ends with this week, along with all others that do, and its words go with it.
pub(super) fn end_soon(tx: &mut Tx<'_>, id: FaceId) -> Result<(), Error> {
    let week = tx.now().week();
    let row = alias::table.find(id).filter(alias::state.ne(State::Expired));
    update(row).set(alias::at_expiry.eq(Ending::Delete)).exec(tx)?;
    let row =
        alias::table.find(id).filter(alias::state.ne(State::Expired)).filter(alias::expires_week.gt(week));
    update(row).set(alias::expires_week.eq(week)).exec(tx).map(drop)
}

/// Deletes rows of aliases whose tie is over and under whose name nothing stands, and their faces, some at a time.
pub(super) fn drop_empty(tx: &mut Tx<'_>, most: i64) -> Result<(), Error> {
    let said = thread::table.filter(thread::author_face.eq(alias::face_id)).select(thread::id);
    let answered = reply::table.filter(reply::author_face.eq(alias::face_id)).select(reply::id);
    let told = notice::table.filter(notice::from_face.eq(alias::face_id.nullable())).select(notice::id);
    let empty: Vec<FaceId> = alias::table
        .filter(alias::state.eq(State::Expired))
        .filter(not(exists(said)))
        .filter(not(exists(answered)))
        .filter(not(exists(told)))
        .order(alias::tag)
        .limit(most)
        .select(alias::face_id)
        .rows(tx)?;
    delete(notice::table.filter(notice::face_id.eq_any(empty.clone()))).exec(tx)?;
    delete(alias::table.filter(alias::face_id.eq_any(empty.clone()))).exec(tx)?;
    delete(face::table.filter(face::id.eq_any(empty))).exec(tx).map(drop)
}

/// Aliases whose tie is over, by their random ids.
pub(super) fn over(db: &mut Db, now: Week) -> Result<Vec<(FaceId, Ending)>, Error> {
    alias::table
        .filter(alias::state.ne(State::Expired))
        .filter(alias::expires_week.lt(now))
        .order(alias::face_id)
        .limit(1_000)
        .select((alias::face_id, alias::at_expiry))
        .rows(db)
}

/// Puts chance in the place of all that an alias was found by.
pub(super) fn end(tx: &mut Tx<'_>, id: FaceId) -> Result<(), Error> {
    let (tag, entry) = (hex(&tx.chance().bytes::<16>()), hex(&tx.chance().bytes::<16>()));
    let seal = hex(&tx.chance().bytes::<56>());
    delete(alias_appeal::table.find(id)).exec(tx)?;
    update(alias::table.find(id))
        .set((
            alias::tag.eq(tag),
            alias::entry.eq(entry),
            alias::ban_seal.eq(seal),
            alias::state.eq(State::Expired),
            alias::state_until.eq(None::<Day>),
            alias::reason.eq(""),
        ))
        .exec(tx)
        .map(drop)
}
