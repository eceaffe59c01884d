//! Where copies go: to followers who may read, and to whoever holds what is to be let go of. The same scope as reading.

use std::collections::BTreeSet;

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
    let mut taken: Vec<Recipient> = Vec::new();
    let mut asked: Option<(String, bool)> = None;
    for to in far::recipients(db, group)? {
        let known = asked.as_ref().filter(|(domain, _)| *domain == to.domain).map(|(_, is_in)| *is_in);
        let is_in = match known {
            Some(is_in) => is_in,
            None => match peers::view(db, &to.domain)? {
                Some(view) => view.may_follow(group) && may(db, view.eyes)?,
                None => false,
            },
        };
        asked = Some((to.domain.clone(), is_in));
        if is_in {
            taken.push(to);
        }
    }
    Ok(taken)
}

/// Whoever holds what stands at an address, or may be given it in this moment.
pub(super) fn holders(tx: &mut Tx<'_>, own: &Own, address: &str) -> Result<Vec<Recipient>, Error> {
    let now = tx.now();
    let mut domains: BTreeSet<String> = delivery::holders(tx, address)?.into_iter().collect();
    domains.extend(delivery::under_way(tx, address, now)?);
    domains.into_iter().map(|domain| at(tx, own, domain)).collect()
}

/// Where a community is written to that was written to before.
pub(super) fn at(db: &mut Db, own: &Own, domain: String) -> Result<Recipient, Error> {
    let known = delivery::inbox_of(db, &domain)?.filter(|inbox| !inbox.is_empty());
    let inbox = known.unwrap_or_else(|| format!("{}/inbox", own.origin_of(&domain)));
    Ok(Recipient { domain, inbox })
}

/// Those that are no communities of this program: what they read of groups is less, and said otherwise.
pub(super) fn others(db: &mut Db, all: &[Recipient]) -> Result<Vec<Recipient>, Error> {
    let mut others = Vec::new();
    for to in all {
        let promised = match peers::find(db, &to.domain) {
            Ok(peer) => peer.promised(),
            Err(Error::Absent) => None,
            Err(error) => return Err(error),
        };
        if promised.is_none_or(|promised| promised.software != OURS) {
            others.push(to.clone());
        }
    }
    Ok(others)
}
