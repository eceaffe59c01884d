//! Every SQL statement of who came lately and who is limited.

use diesel::prelude::*;

use crate::db::schema::{account, face, membership};
use crate::db::{Db, Run};
use crate::forum::members::State;
use crate::kernel::{Day, Error, GroupId, Week};

/// Names that one page of a list shows, and one more, which says that there are more.
const SHOWN: i64 = 101;

/// Who came into a group since a week, of those who are listed there.
pub(super) fn new_in(
    db: &mut Db,
    (group, since): (GroupId, Week),
    after: &str,
) -> Result<Vec<(String, Week)>, Error> {
    membership::table
        .inner_join(face::table)
        .filter(membership::group_id.eq(group))
        .filter(membership::state.eq(State::In))
        .filter(membership::since_week.ge(since))
        .filter(membership::is_unlisted.eq(false))
        .filter(face::kind.eq("name"))
        .filter(face::name_key.gt(after))
        .order(face::name_key)
        .limit(SHOWN)
        .select((face::name, membership::since_week))
        .rows(db)
}

/// Who is paused in a group, or out of it.
pub(super) fn limited_in(
    db: &mut Db,
    group: GroupId,
    after: &str,
) -> Result<Vec<(String, Option<Day>)>, Error> {
    membership::table
        .inner_join(face::table)
        .filter(membership::group_id.eq(group))
        .filter(membership::state.eq(State::Paused))
        .filter(face::kind.eq("name"))
        .filter(face::name_key.gt(after))
        .order(face::name_key)
        .limit(SHOWN)
        .select((face::name, membership::paused_until))
        .rows(db)
}

/// Who came into the community since a week, and may be in it.
pub(super) fn new_here(db: &mut Db, since: Week, after: &str) -> Result<Vec<(String, Week)>, Error> {
    account::table
        .inner_join(face::table)
        .filter(account::state.eq("open"))
        .filter(face::since_week.ge(since))
        .filter(face::name_key.gt(after))
        .order(face::name_key)
        .limit(SHOWN)
        .select((face::name, face::since_week))
        .rows(db)
}

/// Whose account is paused.
pub(super) fn limited_here(db: &mut Db, after: &str) -> Result<Vec<(String, Option<Day>)>, Error> {
    account::table
        .inner_join(face::table)
        .filter(account::state.eq("paused"))
        .filter(face::name_key.gt(after))
        .order(face::name_key)
        .limit(SHOWN)
        .select((face::name, account::state_until))
        .rows(db)
}
