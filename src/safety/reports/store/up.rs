//! Who looks at what waits, and where.

use diesel::prelude::*;
use diesel::update;

use crate::db::schema::concern;
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Error, GroupId, Moment, ThreadId};
use crate::policy::Permit;
use crate::safety::reports::{Concern, ConcernId, Tier};

/// Hands a concern up to those who look after the whole community.
///
/// # Errors
/// A fault of the database.
pub fn raise(tx: &mut Tx<'_>, _permit: &Permit, id: ConcernId) -> Result<(), Error> {
    lift(tx, id)
}

/// Groups in which something waits for those who look after them.
pub(in crate::safety::reports) fn waiting_groups(db: &mut Db) -> Result<Vec<GroupId>, Error> {
    let groups: Vec<Option<GroupId>> = concern::table
        .filter(concern::decided_on.is_null())
        .filter(concern::tier.eq(Tier::Group))
        .select(concern::group_id)
        .distinct()
        .rows(db)?;
    Ok(groups.into_iter().flatten().collect())
}

/// What waits for those who look after a group.
pub(in crate::safety::reports) fn waiting_in(db: &mut Db, group: GroupId) -> Result<Vec<Concern>, Error> {
    concern::table
        .filter(concern::decided_on.is_null())
        .filter(concern::tier.eq(Tier::Group))
        .filter(concern::group_id.eq(group))
        .order(concern::id)
        .select(cols::<Concern>())
        .rows(db)
}

/// What waits since before a moment for those who look after a group.
pub(in crate::safety::reports) fn waiting_since(db: &mut Db, before: Moment) -> Result<Vec<Concern>, Error> {
    concern::table
        .filter(concern::decided_on.is_null())
        .filter(concern::tier.eq(Tier::Group))
        .filter(concern::opened_at.lt(before))
        .order(concern::id)
        .select(cols::<Concern>())
        .rows(db)
}

/// What waits about a thread and the replies in it, whoever looks at it.
pub(in crate::safety::reports) fn waiting_on(db: &mut Db, thread: ThreadId) -> Result<Vec<Concern>, Error> {
    concern::table
        .filter(concern::decided_on.is_null())
        .filter(concern::thread_id.eq(thread))
        .order(concern::id)
        .select(cols::<Concern>())
        .rows(db)
}

/// It is of another group from now on.
pub(in crate::safety::reports) fn carry(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: ConcernId,
    (group, tier): (GroupId, Tier),
) -> Result<(), Error> {
    update(concern::table.find(id))
        .set((concern::group_id.eq(Some(group)), concern::tier.eq(tier)))
        .exec(tx)
        .map(drop)
}

/// By itself: it goes up to those who look after the whole community.
pub(in crate::safety::reports) fn lift(tx: &mut Tx<'_>, id: ConcernId) -> Result<(), Error> {
    update(concern::table.find(id)).set(concern::tier.eq(Tier::House)).exec(tx).map(drop)
}
