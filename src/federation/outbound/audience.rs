//! Where copies go: to followers who may read, and to whoever holds what is to be let go of. The same scope as reading.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::store::{self, Post};
use crate::db::{Db, Tx};
use crate::federation::delivery::{self, Recipient};
use crate::federation::far;
use crate::federation::peers::{self, Own};
use crate::kernel::{Error, GroupId};

/// What a partner says it runs, where it is what we are.
const OURS: &str = "hearthside";

/// Followers of the group of a post to whom it travels, one a place.
pub(super) fn followers(db: &mut Db, post: &Post) -> Result<Vec<Recipient>, Error> {
    let (group, thread, reply) = (post.group, post.thread, post.reply);
    of_group(db, group, |db, eyes| store::may_read(db, eyes, thread, reply))
}

/// Followers of a group to whom anything of it travels.
pub(super) fn of_group_itself(db: &mut Db, group: GroupId) -> Result<Vec<Recipient>, Error> {
    of_group(db, group, |db, eyes| store::travels(db, eyes, group))
}

fn of_group(
    db: &mut Db,
    group: GroupId,
    may: impl Fn(&mut Db, crate::policy::scope::forum::Eyes) -> Result<bool, Error>,
) -> Result<Vec<Recipient>, Error> {
    let mut all = far::recipients(db, group)?;
    let domains: BTreeSet<String> = all.iter().map(|to| to.domain.clone()).collect();
    let mut views = peers::views_of(db, &domains)?;
    views.retain(|_, view| view.may_follow(group));
    // There are two pairs of eyes, however many communities look through them.
    let mut reads = BTreeMap::new();
    for view in views.values() {
        if let Entry::Vacant(place) = reads.entry(view.is_partner) {
            place.insert(may(db, view.eyes)?);
        }
    }
    let is_in = |view: &peers::View| reads.get(&view.is_partner).copied().unwrap_or(false);
    all.retain(|to| views.get(&to.domain).is_some_and(is_in));
    Ok(all)
}

/// Whoever holds what stands at an address, or may be given it in this moment.
pub(super) fn holders(tx: &mut Tx<'_>, own: &Own, address: &str) -> Result<Vec<Recipient>, Error> {
    let now = tx.now();
    delivery::reached(tx, address, now)?.into_iter().map(|domain| at(tx, own, domain)).collect()
}

/// Where a community is written to that was written to before.
pub(super) fn at(db: &mut Db, own: &Own, domain: String) -> Result<Recipient, Error> {
    let known = delivery::inbox_of(db, &domain)?.filter(|inbox| !inbox.is_empty());
    let inbox = known.unwrap_or_else(|| format!("{}/inbox", own.origin_of(&domain)));
    Ok(Recipient { domain, inbox })
}

/// Those that are no communities of this program: what they read of groups is less, and said otherwise.
pub(super) fn others(db: &mut Db, all: &[Recipient]) -> Result<Vec<Recipient>, Error> {
    let domains: BTreeSet<String> = all.iter().map(|to| to.domain.clone()).collect();
    let ours: BTreeSet<String> = peers::known(db, &domains)?
        .into_iter()
        .filter(|peer| peer.promised().is_some_and(|promised| promised.software == OURS))
        .map(|peer| peer.domain)
        .collect();
    Ok(all.iter().filter(|to| !ours.contains(&to.domain)).cloned().collect())
}
