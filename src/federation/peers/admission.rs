//! Who may come through the door at all. Asked before anything is fetched, verified or stored, and again before anything leaves.

use std::collections::{BTreeMap, BTreeSet};

use super::{Domain, Links, Peer, Stance, State, store};
use crate::db::Db;
use crate::federation::delivery::{Kind, Letter, May};
use crate::kernel::{Error, GroupId};
use crate::policy::scope::forum::Eyes;

/// Names looked for at once.
const AT_ONCE: usize = 400;

/// How far another community comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// Not at all: nothing is fetched, nothing stored, nothing sent.
    Closed,
    /// What comes is seen by those who follow it, and by nobody else.
    Limited,
    /// What comes waits for somebody who looks after the group.
    Held,
    /// As any.
    Open,
}

/// What a host that is let in may read.
#[derive(Debug, Clone)]
pub struct View {
    /// What faces partners too, or the open web alone.
    pub eyes: Eyes,
    /// Which of the two.
    pub is_partner: bool,
    /// The groups this community's host chose for it; none: every group its eyes may see.
    groups: Option<Vec<GroupId>>,
}

impl View {
    /// What anybody may read.
    #[must_use]
    pub const fn of_anybody() -> Self {
        Self { eyes: Eyes::of_community(false), is_partner: false, groups: None }
    }

    /// What partners may read, whichever they are.
    #[must_use]
    pub const fn of_partner() -> Self {
        Self { eyes: Eyes::of_community(true), is_partner: true, groups: None }
    }

    fn of(met: &Met) -> Self {
        if met.is_partner() { Self::of_partner() } else { Self::of_anybody() }
    }

    /// Whether it may follow a group that its eyes see.
    #[must_use]
    pub fn may_follow(&self, group: GroupId) -> bool {
        self.groups.as_ref().is_none_or(|chosen| chosen.contains(&group))
    }
}

/// What this community knows of a host, if it may be spoken to at all.
struct Met {
    links: Links,
    own: Option<Peer>,
    stance: Stance,
}

impl Met {
    fn is_partner(&self) -> bool {
        self.own.as_ref().is_some_and(|peer| peer.state == State::Partner)
    }

    fn admission(&self) -> Admission {
        match self.stance {
            _ if self.links == Links::Partners && !self.is_partner() => Admission::Closed,
            Stance::Allow => Admission::Open,
            Stance::Limit => Admission::Limited,
            Stance::Hold => Admission::Held,
            Stance::Block => Admission::Closed,
        }
    }
}

fn meet(db: &mut Db, host: &str) -> Result<Option<Met>, Error> {
    let (links, own_host) = store::own(db)?;
    if links == Links::Closed {
        return Ok(None);
    }
    let Ok(domain) = Domain::parse(host, &own_host) else { return Ok(None) };
    let line = store::line(db, &domain.line())?;
    Ok(met(links, &domain, line))
}

/// What is known of a host and of the names above its own, taken together.
fn met(links: Links, domain: &Domain, line: Vec<Peer>) -> Option<Met> {
    // What is decided about a name covers those below it, and the strictest holds.
    let stance = line.iter().map(|peer| peer.stance).max().unwrap_or(Stance::Allow);
    let own = line.into_iter().find(|peer| peer.domain == domain.as_str());
    let is_paused = own.as_ref().is_some_and(Peer::is_paused);
    (stance != Stance::Block && !is_paused).then_some(Met { links, own, stance })
}

/// How far a host comes in.
///
/// # Errors
/// A fault of the database.
pub fn admit(db: &mut Db, host: &str) -> Result<Admission, Error> {
    Ok(meet(db, host)?.map_or(Admission::Closed, |met| met.admission()))
}

/// Whether a host may ask to become a partner and answer when it is asked: anybody but the blocked, unless links are closed.
///
/// # Errors
/// A fault of the database.
pub fn may_speak_of_links(db: &mut Db, host: &str) -> Result<bool, Error> {
    meet(db, host).map(|met| met.is_some())
}

/// Whether a host that is not let in any more may take back what it gave: one that was a partner until the link ended. It
/// brings nothing, and what it takes back was never more than lent.
///
/// # Errors
/// A fault of the database.
pub fn may_take_back(db: &mut Db, host: &str) -> Result<bool, Error> {
    let own = meet(db, host)?.and_then(|met| met.own);
    Ok(own.is_some_and(|peer| peer.state == State::Ended))
}

/// What a host may read; none if it is not let in.
///
/// # Errors
/// A fault of the database.
pub fn view(db: &mut Db, host: &str) -> Result<Option<View>, Error> {
    let Some(met) = meet(db, host)?.filter(|met| met.admission() != Admission::Closed) else {
        return Ok(None);
    };
    let of = View::of(&met);
    let groups = match met.own {
        Some(peer) if !peer.has_all => Some(store::groups(db, &peer.domain)?),
        _ => None,
    };
    Ok(Some(View { groups, ..of }))
}

/// What each of these hosts may read, as [`view`] says of one; those that are not let in are left out. However many there are,
/// the database is asked a few times.
///
/// # Errors
/// A fault of the database.
pub fn views_of(db: &mut Db, hosts: &BTreeSet<String>) -> Result<BTreeMap<String, View>, Error> {
    let (links, own_host) = store::own(db)?;
    if links == Links::Closed {
        return Ok(BTreeMap::new());
    }
    let domains: Vec<(&String, Domain)> = hosts
        .iter()
        .filter_map(|host| Domain::parse(host, &own_host).ok().map(|domain| (host, domain)))
        .collect();
    let names: BTreeSet<String> = domains.iter().flat_map(|(_, domain)| domain.line()).collect();
    let names: Vec<String> = names.into_iter().collect();
    let (mut known, mut chosen) = (BTreeMap::new(), BTreeMap::<String, Vec<GroupId>>::new());
    for some in names.chunks(AT_ONCE) {
        known.extend(store::line(db, some)?.into_iter().map(|peer| (peer.domain.clone(), peer)));
        for (domain, group) in store::groups_of(db, some)? {
            chosen.entry(domain).or_default().push(group);
        }
    }
    let seen = domains.into_iter().filter_map(|(host, domain)| {
        let line = domain.line().iter().filter_map(|name| known.get(name).cloned()).collect();
        let met = met(links, &domain, line).filter(|met| met.admission() != Admission::Closed)?;
        let of = View::of(&met);
        let groups = met.own.filter(|peer| !peer.has_all);
        let groups = groups.map(|peer| chosen.get(&peer.domain).cloned().unwrap_or_default());
        Some((host.clone(), View { groups, ..of }))
    });
    Ok(seen.collect())
}

/// What is known of these hosts, some at a time.
///
/// # Errors
/// A fault of the database.
pub fn known(db: &mut Db, hosts: &BTreeSet<String>) -> Result<Vec<Peer>, Error> {
    let names: Vec<String> = hosts.iter().cloned().collect();
    let some = names.chunks(AT_ONCE).map(|some| store::line(db, some));
    Ok(some.collect::<Result<Vec<_>, _>>()?.concat())
}

/// Whether a host is a partner that is let in: what faces partners is for those who are there.
///
/// # Errors
/// A fault of the database.
pub fn is_partner(db: &mut Db, host: &str) -> Result<bool, Error> {
    Ok(meet(db, host)?.is_some_and(|met| met.is_partner()))
}

/// Whether a host that is let in may follow this group, as far as the host of this community chose groups for it.
///
/// # Errors
/// A fault of the database.
pub fn may_follow(db: &mut Db, host: &str, group: GroupId) -> Result<bool, Error> {
    Ok(view(db, host)?.is_some_and(|view| view.may_follow(group)))
}

/// Whether pictures from a host are taken, as far as anything from there is: what is decided about a name covers those below it.
///
/// # Errors
/// A fault of the database.
pub fn takes_media(db: &mut Db, host: &str) -> Result<bool, Error> {
    let (_, own_host) = store::own(db)?;
    let Ok(domain) = Domain::parse(host, &own_host) else { return Ok(false) };
    Ok(store::line(db, &domain.line())?.iter().all(|peer| peer.has_media))
}

/// Whether a letter may still go to the host it is for. What asks others to let go always may, and an answer about the link
/// itself; all else goes only where the door is open, and waits where a key has changed or links are closed for now.
///
/// # Errors
/// A fault of the database.
pub fn may_be_sent(db: &mut Db, letter: &Letter) -> Result<May, Error> {
    if matches!(letter.kind, Kind::Delete | Kind::Link) || admit(db, &letter.domain)? != Admission::Closed {
        return Ok(May::Go);
    }
    let (links, own_host) = store::own(db)?;
    let Ok(domain) = Domain::parse(&letter.domain, &own_host) else { return Ok(May::Drop) };
    let line = store::line(db, &domain.line())?;
    if line.iter().any(|peer| peer.stance == Stance::Block) {
        return Ok(May::Drop);
    }
    let own = line.into_iter().find(|peer| peer.domain == domain.as_str());
    let is_linked = own.is_some_and(|peer| peer.state == State::Partner || peer.is_paused());
    Ok(if is_linked || links == Links::Closed { May::Rest } else { May::Drop })
}
