//! Every SQL statement of a group's rules.

use diesel::dsl::{exists, max};
use diesel::prelude::*;
use diesel::{delete, insert_into, select};

use super::model::{Home, Line, LineDraft, LineId, Looks, Quiet, Settings, Shares};
use super::{Does, Slow};
use crate::db::schema::{
    community, group_, helpline, house_rule, membership, reads_along, reads_along_here, reply, slow, thread,
    word_rule,
};
use crate::db::{Db, Run, Tx};
use crate::forum::content_notes::ContentNote;
use crate::kernel::{Day, Error, FaceId, GroupId, Moment, ThreadId, Week};
use crate::policy::scope::forum as scope;
use crate::policy::{Permit, Viewer};

/// Threads, and replies, that a new line is tried on.
const TRIED: i64 = 1_000;

type Row = (Shares, String, i64, Option<i64>, Option<i64>, i64, Option<Moment>, bool, i64);

/// What a group set; none: nothing.
pub(super) fn settings(db: &mut Db, group: GroupId) -> Result<Settings, Error> {
    let row: Option<Row> = house_rule::table
        .find(group)
        .select((
            house_rule::shares,
            house_rule::looks,
            house_rule::pace_minutes,
            house_rule::quiet_from,
            house_rule::quiet_until,
            house_rule::quiet_offset,
            house_rule::guarded_until,
            house_rule::asks_labels,
            house_rule::first_minutes,
        ))
        .row_opt(db)?;
    let Some((shares, looks, pace_minutes, from, until, offset, guarded_until, asks_labels, first_minutes)) =
        row
    else {
        return Ok(Settings::default());
    };
    let quiet = from.zip(until).map(|(from, until)| Quiet { from, until, offset });
    let looks = Looks::stored(&looks);
    Ok(Settings { shares, looks, pace_minutes, quiet, guarded_until, asks_labels, first_minutes })
}

/// Sets all of it anew.
pub(super) fn set(tx: &mut Tx<'_>, _permit: &Permit, group: GroupId, new: &Settings) -> Result<(), Error> {
    delete(house_rule::table.find(group)).exec(tx)?;
    insert_into(house_rule::table)
        .values((
            house_rule::group_id.eq(group),
            house_rule::shares.eq(new.shares),
            house_rule::looks.eq(new.looks.codes()),
            house_rule::pace_minutes.eq(new.pace_minutes),
            house_rule::quiet_from.eq(new.quiet.map(|quiet| quiet.from)),
            house_rule::quiet_until.eq(new.quiet.map(|quiet| quiet.until)),
            house_rule::quiet_offset.eq(new.quiet.map_or(0, |quiet| quiet.offset)),
            house_rule::guarded_until.eq(new.guarded_until),
            house_rule::asks_labels.eq(new.asks_labels),
            house_rule::first_minutes.eq(new.first_minutes),
        ))
        .exec(tx)
        .map(drop)
}

type LineRow = (LineId, String, Does, String, String, Option<String>, Option<String>);

/// A group's lines, in the order of their words; a better home that this viewer may not know of is left out.
pub(super) fn lines(db: &mut Db, viewer: &Viewer, group: GroupId) -> Result<Vec<Line>, Error> {
    let rows: Vec<LineRow> = word_rule::table
        .left_join(
            group_::table
                .on(word_rule::goes_to.eq(group_::id.nullable()).and(scope::visible_groups(viewer.into()))),
        )
        .filter(word_rule::group_id.eq(group))
        .order((word_rule::words, word_rule::id))
        .select((
            word_rule::id,
            word_rule::words,
            word_rule::does,
            word_rule::note,
            word_rule::sentence,
            group_::name.nullable(),
            group_::title.nullable(),
        ))
        .rows(db)?;
    let line = |(id, words, does, note, sentence, name, title): LineRow| Line {
        id,
        words,
        does,
        note: ContentNote::parse(&note),
        home: Option::zip(name, title).map(|(name, title)| Home { name, title }),
        sentence,
    };
    Ok(rows.into_iter().map(line).collect())
}

pub(super) fn insert_line(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    (group, goes_to): (GroupId, Option<GroupId>),
    draft: &LineDraft,
) -> Result<(), Error> {
    let id = LineId(tx.chance().id());
    insert_into(word_rule::table)
        .values((
            word_rule::id.eq(id),
            word_rule::group_id.eq(group),
            word_rule::words.eq(draft.words.as_str()),
            word_rule::does.eq(draft.does),
            word_rule::note.eq(draft.note.map_or("", ContentNote::code)),
            word_rule::goes_to.eq(goes_to),
            word_rule::sentence.eq(draft.sentence.as_str()),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn delete_line(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    (group, id): (GroupId, LineId),
) -> Result<(), Error> {
    delete(word_rule::table.find(id).filter(word_rule::group_id.eq(group))).exec(tx).map(drop)
}

/// What a community says itself, and the numbers of its helplines.
pub(super) fn own_words(db: &mut Db) -> Result<(Vec<String>, Vec<String>), Error> {
    let said: Option<(String, String, String)> = community::table
        .select((community::about, community::how_we_talk, community::contact))
        .row_opt(db)?;
    let said = said.map(|(about, how_we_talk, contact)| vec![about, how_we_talk, contact]);
    let helplines: Vec<String> = helpline::table.select(helpline::number).rows(db)?;
    Ok((said.unwrap_or_default(), helplines))
}

/// Since which week somebody is in a group; none: they are not.
pub(super) fn in_since(db: &mut Db, group: GroupId, face: FaceId) -> Result<Option<Week>, Error> {
    membership::table
        .filter(membership::group_id.eq(group))
        .filter(membership::face_id.eq(face))
        .filter(membership::state.eq("in"))
        .select(membership::since_week)
        .row_opt(db)
}

/// Whether something that a face said stands in a group.
pub(super) fn is_known(db: &mut Db, group: GroupId, face: FaceId) -> Result<bool, Error> {
    let opened = thread::table
        .filter(thread::author_face.eq(face))
        .filter(thread::group_id.eq(group))
        .filter(thread::removed_at.is_null());
    let answered = reply::table
        .inner_join(thread::table)
        .filter(reply::author_face.eq(face))
        .filter(thread::group_id.eq(group))
        .filter(reply::removed_at.is_null());
    select(exists(opened).or(exists(answered))).row(db)
}

/// Words that stand in a group since a day, newest first: what a new line is tried on.
pub(super) fn said_since(db: &mut Db, group: GroupId, since: Day) -> Result<Vec<(String, String)>, Error> {
    let mut said: Vec<(String, String)> = thread::table
        .filter(thread::group_id.eq(group))
        .filter(thread::removed_at.is_null())
        .filter(thread::taken_back_at.is_null())
        .filter(thread::said_on.ge(since))
        .order(thread::id.desc())
        .limit(TRIED)
        .select((thread::title, thread::body))
        .rows(db)?;
    let replies: Vec<String> = reply::table
        .inner_join(thread::table)
        .filter(thread::group_id.eq(group))
        .filter(thread::removed_at.is_null())
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .filter(reply::said_on.ge(since))
        .order(reply::id.desc())
        .limit(TRIED)
        .select(reply::body)
        .rows(db)?;
    said.extend(replies.into_iter().map(|body| (String::new(), body)));
    Ok(said)
}

const fn key(of: &Slow) -> (GroupId, ThreadId, FaceId) {
    let thread = match of.thread {
        Some(thread) => thread,
        None => ThreadId(0),
    };
    let face = match of.face {
        Some(face) => face,
        None => FaceId(0),
    };
    (of.group, thread, face)
}

/// Minutes that lie between two things of a face in a thread, or anywhere in the group, because somebody said so; 0: none.
pub(super) fn slow_minutes(
    db: &mut Db,
    (group, thread): (GroupId, Option<ThreadId>),
    face: FaceId,
    today: Day,
) -> Result<i64, Error> {
    let places = [ThreadId(0), thread.unwrap_or(ThreadId(0))];
    let minutes: Option<i64> = slow::table
        .filter(slow::group_id.eq(group))
        .filter(slow::thread_id.eq_any(places))
        .filter(slow::face_id.eq_any([FaceId(0), face]))
        .filter(slow::until_on.gt(today))
        .select(max(slow::minutes))
        .row(db)?;
    Ok(minutes.unwrap_or(0))
}

pub(super) fn insert_slow(
    tx: &mut Tx<'_>,
    permit: &Permit,
    of: &Slow,
    (minutes, until): (i64, Day),
) -> Result<(), Error> {
    delete_slow(tx, permit, of)?;
    let (group, thread, face) = key(of);
    insert_into(slow::table)
        .values((
            slow::group_id.eq(group),
            slow::thread_id.eq(thread),
            slow::face_id.eq(face),
            slow::minutes.eq(minutes),
            slow::until_on.eq(until),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn delete_slow(tx: &mut Tx<'_>, _permit: &Permit, of: &Slow) -> Result<(), Error> {
    delete(slow::table.find(key(of))).exec(tx).map(drop)
}

/// The day until which a face reads along in a group and says nothing there; none: it may speak.
pub(super) fn reads_along(
    db: &mut Db,
    group: GroupId,
    face: FaceId,
    today: Day,
) -> Result<Option<Day>, Error> {
    reads_along::table
        .find((group, face))
        .filter(reads_along::until_on.gt(today))
        .select(reads_along::until_on)
        .row_opt(db)
}

/// The day until which a face reads along everywhere here; none: it may speak.
pub(super) fn reads_along_here(db: &mut Db, face: FaceId, today: Day) -> Result<Option<Day>, Error> {
    reads_along_here::table
        .find(face)
        .filter(reads_along_here::until_on.gt(today))
        .select(reads_along_here::until_on)
        .row_opt(db)
}

pub(super) fn insert_reads_along_here(
    tx: &mut Tx<'_>,
    permit: &Permit,
    face: FaceId,
    until: Day,
) -> Result<(), Error> {
    delete_reads_along_here(tx, permit, face)?;
    insert_into(reads_along_here::table)
        .values((reads_along_here::face_id.eq(face), reads_along_here::until_on.eq(until)))
        .exec(tx)
        .map(drop)
}

pub(super) fn delete_reads_along_here(tx: &mut Tx<'_>, _permit: &Permit, face: FaceId) -> Result<(), Error> {
    delete(reads_along_here::table.find(face)).exec(tx).map(drop)
}

/// Groups in which a face reads along and says nothing.
pub(super) fn read_along_in(db: &mut Db, face: FaceId, today: Day) -> Result<Vec<GroupId>, Error> {
    if reads_along_here(db, face, today)?.is_some() {
        return membership::table.filter(membership::face_id.eq(face)).select(membership::group_id).rows(db);
    }
    reads_along::table
        .filter(reads_along::face_id.eq(face))
        .filter(reads_along::until_on.gt(today))
        .select(reads_along::group_id)
        .rows(db)
}

pub(super) fn insert_reads_along(
    tx: &mut Tx<'_>,
    permit: &Permit,
    of: (GroupId, FaceId),
    until: Day,
) -> Result<(), Error> {
    delete_reads_along(tx, permit, of)?;
    insert_into(reads_along::table)
        .values((
            reads_along::group_id.eq(of.0),
            reads_along::face_id.eq(of.1),
            reads_along::until_on.eq(until),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn delete_reads_along(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    of: (GroupId, FaceId),
) -> Result<(), Error> {
    delete(reads_along::table.find(of)).exec(tx).map(drop)
}

/// Forgets who or what went slower, and who read along, until before a day.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>, today: Day) -> Result<usize, Error> {
    delete(reads_along::table.filter(reads_along::until_on.le(today))).exec(tx)?;
    delete(reads_along_here::table.filter(reads_along_here::until_on.le(today))).exec(tx)?;
    delete(slow::table.filter(slow::until_on.le(today))).exec(tx)
}

/// Forgets what was decided of how a face speaks, when it is gone.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(reads_along::table.filter(reads_along::face_id.eq(face))).exec(tx)?;
    delete(reads_along_here::table.find(face)).exec(tx)?;
    delete(slow::table.filter(slow::face_id.eq(face))).exec(tx).map(drop)
}
