//! Every SQL statement about other communities.

use diesel::dsl::{count, count_star, exists, not};
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Links, Peer, Stance, State};
use crate::db::schema::{community, far_group, follower, group_, peer, peer_group, thread};
use crate::db::{Db, Run, Tx, cols};
use crate::federation::far;
use crate::kernel::{Day, Error, GroupId, PublicId};
use crate::policy::Permit;
use crate::policy::scope::forum::{Eyes, readable_threads, visible_groups};

/// Rows of one list at most.
const MANY: i64 = 1_000;

/// Which communities may speak with this one, and this one's own name; closed while there is no community.
pub(super) fn own(db: &mut Db) -> Result<(Links, String), Error> {
    let row: Option<(Links, String)> =
        community::table.select((community::links, community::host)).row_opt(db)?;
    Ok(row.unwrap_or((Links::Closed, String::new())))
}

/// Which other communities may speak with this one.
///
/// # Errors
/// A fault of the database.
pub fn links(db: &mut Db) -> Result<Links, Error> {
    own(db).map(|(links, _)| links)
}

/// Writes down what this community is called on the network, so that nobody else is taken for it.
///
/// # Errors
/// A fault of the database.
pub fn know_own(tx: &mut Tx<'_>, host: &str) -> Result<(), Error> {
    update(community::table.filter(community::host.ne(host))).set(community::host.eq(host)).exec(tx).map(drop)
}

pub(super) fn set_links(tx: &mut Tx<'_>, _permit: &Permit, links: Links) -> Result<(), Error> {
    update(community::table).set(community::links.eq(links)).exec(tx).map(drop)
}

/// One community.
///
/// # Errors
/// [`Error::Absent`] if nothing is known of it.
pub fn find(db: &mut Db, domain: &str) -> Result<Peer, Error> {
    // No name has one, and PostgreSQL takes no text that does.
    if domain.contains('\0') {
        return Err(Error::Absent);
    }
    peer::table.find(domain).select(cols::<Peer>()).row(db)
}

/// What is known of a community and of every name above its own.
pub(super) fn line(db: &mut Db, names: &[String]) -> Result<Vec<Peer>, Error> {
    peer::table.filter(peer::domain.eq_any(names)).select(cols::<Peer>()).rows(db)
}

/// Partners, by name.
///
/// # Errors
/// A fault of the database.
pub fn partners(db: &mut Db) -> Result<Vec<Peer>, Error> {
    in_state(db, &[State::Partner])
}

pub(super) fn in_state(db: &mut Db, states: &[State]) -> Result<Vec<Peer>, Error> {
    peer::table
        .filter(peer::state.eq_any(states))
        .order(peer::domain)
        .limit(MANY)
        .select(cols::<Peer>())
        .rows(db)
}

pub(super) fn count_in_state(db: &mut Db, state: State) -> Result<i64, Error> {
    peer::table.filter(peer::state.eq(state)).select(count_star()).row(db)
}

/// Communities about which something was decided, by name.
///
/// # Errors
/// A fault of the database.
pub fn blocked(db: &mut Db) -> Result<Vec<Peer>, Error> {
    peer::table
        .filter(peer::stance.ne(Stance::Allow).or(peer::has_media.eq(false)))
        .order(peer::domain)
        .select(cols::<Peer>())
        .rows(db)
}

/// Makes a row for a community if there is none, and returns it.
pub(super) fn begin(tx: &mut Tx<'_>, domain: &str) -> Result<Peer, Error> {
    insert_into(peer::table).values(peer::domain.eq(domain)).on_conflict_do_nothing().exec(tx)?;
    find(tx, domain)
}

/// Knows of a community from now on: it follows a group here, or one of its groups is followed. A host then decides about it as
/// about any other.
///
/// # Errors
/// A fault of the database.
pub fn know(tx: &mut Tx<'_>, domain: &str) -> Result<(), Error> {
    begin(tx, domain).map(drop)
}

/// Communities nobody asked and nothing was decided about, that follow a group here or have one that is followed.
pub(super) fn in_touch(db: &mut Db) -> Result<Vec<Peer>, Error> {
    let followed = far_group::table
        .filter(far_group::state.eq_any([far::State::Asked, far::State::In]))
        .select(far_group::domain);
    peer::table
        .filter(
            peer::state.eq(State::Known).and(peer::stance.eq(Stance::Allow)).and(peer::has_media.eq(true)),
        )
        .filter(
            peer::domain.eq_any(follower::table.select(follower::domain)).or(peer::domain.eq_any(followed)),
        )
        .order(peer::domain)
        .select(cols::<Peer>())
        .rows(db)
}

/// Groups here that somebody there follows, and groups there that somebody here is in.
pub(super) fn groups_between(db: &mut Db, domain: &str) -> Result<(i64, i64), Error> {
    let here = follower::table.filter(follower::domain.eq(domain));
    let there =
        far_group::table.filter(far_group::domain.eq(domain)).filter(far_group::state.eq(far::State::In));
    let leaves = here.select(count(follower::group_id).aggregate_distinct()).row(db)?;
    Ok((leaves, there.select(count_star()).row(db)?))
}

pub(super) fn set_state(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    domain: &str,
    state: State,
    offer: &str,
) -> Result<(), Error> {
    let since = (state == State::Partner).then(|| tx.now().day());
    update(peer::table.find(domain))
        .set((peer::state.eq(state), peer::offer.eq(offer), peer::since_on.eq(since)))
        .exec(tx)?;
    note_limits(tx)
}

pub(super) fn set_promises(tx: &mut Tx<'_>, domain: &str, promises: &str) -> Result<(), Error> {
    update(peer::table.find(domain)).set(peer::promises.eq(promises)).exec(tx)?;
    note_limits(tx)
}

/// Writes down which partner, if any, shows to visitors what is for partners: whoever writes is told so (decision 0035).
fn note_limits(tx: &mut Tx<'_>) -> Result<(), Error> {
    let keeps = |peer: &Peer| peer.promised().is_some_and(|promised| promised.keeps_limits);
    let open = partners(tx)?.into_iter().find(|peer| !keeps(peer)).map(|peer| peer.domain);
    let open = open.unwrap_or_default();
    update(community::table.filter(community::open_partner.ne(&open)))
        .set(community::open_partner.eq(&open))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_key(tx: &mut Tx<'_>, domain: &str, print: &str, next: &str) -> Result<(), Error> {
    update(peer::table.find(domain))
        .set((peer::key_print.eq(print), peer::key_next.eq(next)))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_decision(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    domain: &str,
    (stance, has_media, comment): (Stance, bool, &str),
) -> Result<(), Error> {
    update(peer::table.find(domain))
        .set((peer::stance.eq(stance), peer::has_media.eq(has_media), peer::comment.eq(comment)))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_groups(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    domain: &str,
    groups: Option<&[GroupId]>,
) -> Result<(), Error> {
    delete(peer_group::table.filter(peer_group::domain.eq(domain))).exec(tx)?;
    update(peer::table.find(domain)).set(peer::has_all.eq(groups.is_none())).exec(tx)?;
    groups.unwrap_or_default().iter().try_for_each(|group| {
        insert_into(peer_group::table)
            .values((peer_group::domain.eq(domain), peer_group::group_id.eq(group)))
            .on_conflict_do_nothing()
            .exec(tx)
            .map(drop)
    })
}

/// The groups a community may follow, if it may not follow all.
pub(super) fn groups(db: &mut Db, domain: &str) -> Result<Vec<GroupId>, Error> {
    peer_group::table.filter(peer_group::domain.eq(domain)).select(peer_group::group_id).rows(db)
}

/// The same for several.
pub(super) fn groups_of(db: &mut Db, domains: &[String]) -> Result<Vec<(String, GroupId)>, Error> {
    peer_group::table
        .filter(peer_group::domain.eq_any(domains))
        .select((peer_group::domain, peer_group::group_id))
        .rows(db)
}

/// A group as it faces another community.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Facing {
    /// The row.
    pub id: GroupId,
    /// Short, in addresses.
    pub name: String,
    /// What people call it.
    pub title: String,
}

/// The groups these eyes may know of and the host's, too: running the server opens no hidden group.
pub(super) fn facing(db: &mut Db, eyes: Eyes, hosts: Eyes) -> Result<Vec<Facing>, Error> {
    group_::table
        .filter(visible_groups(eyes))
        .filter(visible_groups(hosts))
        .filter(not(exists(far_group::table.filter(far_group::group_id.eq(group_::id)))))
        .order((group_::title, group_::name))
        .limit(MANY)
        .select((group_::id, group_::name, group_::title))
        .rows(db)
}

/// How many threads of a group these eyes may read.
pub(super) fn readable(db: &mut Db, eyes: Eyes, group: GroupId) -> Result<i64, Error> {
    thread::table
        .filter(readable_threads(eyes))
        .filter(thread::group_id.eq(group))
        .select(count_star())
        .row(db)
}

/// The newest threads these eyes and the host's may read, in these groups: address, title, day.
pub(super) fn newest(
    db: &mut Db,
    (eyes, hosts): (Eyes, Eyes),
    groups: &[GroupId],
) -> Result<Vec<(PublicId, String, Day)>, Error> {
    thread::table
        .filter(readable_threads(eyes))
        .filter(readable_threads(hosts))
        .filter(thread::group_id.eq_any(groups))
        .order(thread::id.desc())
        .limit(10)
        .select((thread::public_id, thread::title, thread::said_on))
        .rows(db)
}
