//! Every SQL statement of the seeded town.

use diesel::insert_into;
use diesel::prelude::*;

use super::model::Rows;
use crate::db::schema::{
    account, community, face, group_, group_note_rule, group_pathway, helpline, membership, reaction, reply,
    thread,
};
use crate::db::{Db, Run, Tx};
use crate::kernel::{AccountId, Error};

/// Rows a statement: SQLite takes 32,766 values at once, and the widest row has 19.
const AT_ONCE: usize = 500;

/// The name of the community that is there, if one is.
pub fn community_name(db: &mut Db) -> Result<Option<String>, Error> {
    community::table.select(community::name).row_opt(db)
}

/// The account behind a name.
pub fn account_of(db: &mut Db, name_key: &str) -> Result<AccountId, Error> {
    account::table.inner_join(face::table).filter(face::name_key.eq(name_key)).select(account::id).row(db)
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
