//! Every SQL statement of folds. Nothing here asks for an account, or could.

use diesel::prelude::*;
use diesel::{delete, insert_into};

use crate::db::schema::{folded, reply};
use crate::db::{Db, Run, Tx};
use crate::kernel::{Day, Error, PublicId, ReplyId, ThreadId};
use crate::policy::Permit;

pub(super) fn marks(db: &mut Db, threads: Vec<ThreadId>) -> Result<Vec<String>, Error> {
    folded::table.filter(folded::thread_id.eq_any(threads)).select(folded::mark).rows(db)
}

/// Every reply in a thread, as rows and as addresses know it.
pub(super) fn replies_in(db: &mut Db, thread: ThreadId) -> Result<Vec<(ReplyId, PublicId)>, Error> {
    reply::table
        .filter(reply::thread_id.eq(thread))
        .order(reply::id)
        .select((reply::id, reply::public_id))
        .rows(db)
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    mark: &str,
    (thread, until): (ThreadId, Day),
) -> Result<(), Error> {
    insert_into(folded::table)
        .values((folded::mark.eq(mark), folded::thread_id.eq(thread), folded::until_on.eq(until)))
        .on_conflict_do_nothing()
        .exec(tx)
        .map(drop)
}

pub(super) fn remove(tx: &mut Tx<'_>, _permit: &Permit, mark: &str) -> Result<(), Error> {
    delete(folded::table.find(mark.to_owned())).exec(tx).map(drop)
}

pub(super) fn sweep(tx: &mut Tx<'_>, today: Day) -> Result<usize, Error> {
    delete(folded::table.filter(folded::until_on.lt(today))).exec(tx)
}
