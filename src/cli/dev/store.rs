//! Every SQL statement of the seeded town.

use std::collections::BTreeMap;

use diesel::dsl::{count_star, max};
use diesel::insert_into;
use diesel::prelude::*;

use super::model::Rows;
use crate::db::schema::{
    account, ask_tally, community, face, group_, group_note_rule, group_pathway, group_topic, helpline,
    membership, reaction, reply, thread,
};
use crate::db::{Db, Run, Tx};
use crate::forum::groups::Joining;
use crate::kernel::{AccountId, Error, FaceId, GroupId, ReplyId, ThreadId, Week};
use crate::policy::{Rank, Reach};
use crate::support::oncall::Outcome;

/// Rows a statement: SQLite takes 32,766 values at once, and the widest row has 19.
const AT_ONCE: usize = 500;

/// How many communities are there, and how many of these names live in them.
pub fn residents(db: &mut Db, name_keys: &[String]) -> Result<(i64, i64), Error> {
    let communities = community::table.select(count_star()).row(db)?;
    let mut here = 0;
    for key in name_keys {
        here += face::table.filter(face::name_key.eq(key)).select(count_star()).row::<i64>(db)?;
    }
    Ok((communities, here))
}

/// The account behind a name.
pub fn account_of(db: &mut Db, name_key: &str) -> Result<AccountId, Error> {
    account::table.inner_join(face::table).filter(face::name_key.eq(name_key)).select(account::id).row(db)
}

/// Who is behind a name.
pub fn resident(db: &mut Db, name_key: &str) -> Result<(AccountId, FaceId, Rank), Error> {
    account::table
        .inner_join(face::table)
        .filter(face::name_key.eq(name_key))
        .select((account::id, account::face_id, account::rank))
        .row(db)
}

/// How often something came of asking, in an hour of a month.
pub fn insert_tally(
    tx: &mut Tx<'_>,
    (month, hour): (&str, i64),
    (outcome, n): (Outcome, i64),
) -> Result<(), Error> {
    insert_into(ask_tally::table)
        .values((
            ask_tally::month.eq(month),
            ask_tally::hour.eq(hour),
            ask_tally::outcome.eq(outcome),
            ask_tally::n.eq(n),
        ))
        .exec(tx)
        .map(drop)
}

/// The town's groups: where a crowd meets too.
pub fn groups(db: &mut Db) -> Result<Vec<(GroupId, Reach, String)>, Error> {
    group_::table.order(group_::name).select((group_::id, group_::reach, group_::aliases)).rows(db)
}

/// The folded names that are taken.
pub fn name_keys(db: &mut Db) -> Result<Vec<String>, Error> {
    face::table.select(face::name_key).rows(db)
}

/// The highest thread and reply there are.
pub fn highest(db: &mut Db) -> Result<(i64, i64), Error> {
    let thread: Option<ThreadId> = thread::table.select(max(thread::id)).row(db)?;
    let reply: Option<ReplyId> = reply::table.select(max(reply::id)).row(db)?;
    Ok((thread.map_or(0, |id| id.0), reply.map_or(0, |id| id.0)))
}

/// Sets right how many are in each group, after members were written by hand.
pub fn count_members(tx: &mut Tx<'_>) -> Result<(), Error> {
    tx.batch(
        "UPDATE \"group\" SET member_count = \
         (SELECT count(*) FROM membership WHERE membership.group_id = \"group\".id AND membership.state = 'in')",
    )
}

/// Writes rows, many a statement.
pub fn insert(tx: &mut Tx<'_>, rows: &Rows) -> Result<(), Error> {
    for chunk in rows.community.chunks(AT_ONCE) {
        insert_into(community::table).values(chunk).exec(tx)?;
    }
    for chunk in rows.helplines.chunks(AT_ONCE) {
        insert_into(helpline::table).values(chunk).exec(tx)?;
    }
    for chunk in rows.faces.chunks(AT_ONCE) {
        insert_into(face::table).values(chunk).exec(tx)?;
    }
    for chunk in rows.accounts.chunks(AT_ONCE) {
        insert_into(account::table).values(chunk).exec(tx)?;
    }
    for chunk in rows.groups.chunks(AT_ONCE) {
        insert_into(group_::table).values(chunk).exec(tx)?;
    }
    for chunk in rows.pathways.chunks(AT_ONCE) {
        insert_into(group_pathway::table).values(chunk).exec(tx)?;
    }
    for chunk in rows.topics.chunks(AT_ONCE) {
        insert_into(group_topic::table).values(chunk).exec(tx)?;
    }
    for chunk in rows.note_rules.chunks(AT_ONCE) {
        insert_into(group_note_rule::table).values(chunk).exec(tx)?;
    }
    for chunk in rows.members.chunks(AT_ONCE) {
        insert_into(membership::table).values(chunk).exec(tx)?;
    }
    for chunk in rows.threads.chunks(AT_ONCE) {
        insert_into(thread::table).values(chunk).exec(tx)?;
    }
    for chunk in rows.replies.chunks(AT_ONCE) {
        insert_into(reply::table).values(chunk).exec(tx)?;
    }
    for chunk in rows.reactions.chunks(AT_ONCE) {
        insert_into(reaction::table).values(chunk).exec(tx)?;
    }
    Ok(())
}

/// Lets PostgreSQL's sequences go on after the ids that were given by hand; SQLite does so by itself.
pub fn settle_sequences(tx: &mut Tx<'_>) -> Result<(), Error> {
    if tx.is_sqlite() {
        return Ok(());
    }
    tx.batch(
        "SELECT setval(pg_get_serial_sequence('thread', 'id'), (SELECT coalesce(max(id), 1) FROM thread)); \
         SELECT setval(pg_get_serial_sequence('reply', 'id'), (SELECT coalesce(max(id), 1) FROM reply))",
    )
}

/// Everybody whose account is open, in an order of their own.
pub fn everybody(db: &mut Db) -> Result<Vec<(AccountId, FaceId, Rank, Week)>, Error> {
    account::table
        .filter(account::state.eq("open"))
        .order(account::id)
        .select((account::id, account::face_id, account::rank, account::joined_week))
        .rows(db)
}

/// What everybody is called.
pub fn names(db: &mut Db) -> Result<BTreeMap<FaceId, String>, Error> {
    let names: Vec<(FaceId, String)> = face::table.select((face::id, face::name)).rows(db)?;
    Ok(names.into_iter().collect())
}

/// The short names of the groups that take whoever comes.
pub fn open_groups(db: &mut Db) -> Result<Vec<String>, Error> {
    group_::table.filter(group_::joining.eq(Joining::Open)).order(group_::name).select(group_::name).rows(db)
}

/// The short names of somebody's groups.
pub fn groups_of(db: &mut Db, face: FaceId) -> Result<Vec<String>, Error> {
    membership::table
        .inner_join(group_::table)
        .filter(membership::face_id.eq(face))
        .filter(membership::state.eq("in"))
        .order(group_::name)
        .select(group_::name)
        .rows(db)
}
