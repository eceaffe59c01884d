//! What hosts and members see of other communities.

use super::list::{Lines, Plan};
use super::store::Facing;
use super::{Admission, Own, Peer, State, admission, store};
use crate::db::Db;
use crate::federation::delivery::{self, DeadLetter, Health};
use crate::kernel::{Day, Error, GroupId, PublicId};
use crate::policy::scope::forum::Eyes;
use crate::policy::{self, Action, Viewer};
use crate::safety::reports;

/// A community in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What is known of it.
    pub peer: Peer,
    /// How it takes what is sent.
    pub health: Health,
}

/// Everything a host sees of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// What is known of it, and how it takes what is sent.
    pub shown: Shown,
    /// Letters that were given up.
    pub dead: Vec<DeadLetter>,
    /// Groups it could follow, and whether it may.
    pub groups: Vec<(Facing, bool)>,
    /// Whether pictures from there are taken, by what is decided about it and about the names above its own.
    pub takes_media: bool,
    /// How many things wait that people here told of its people. A number: whose and what is for those who look after it.
    pub told_about: i64,
    /// How many things wait that it told of words here.
    pub told_by: i64,
    /// What goes between it and this one.
    pub between: Between,
}

/// What goes between another community and this one, in numbers of groups and requests: nobody in it is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Between {
    /// Groups here that somebody there follows.
    pub leaves: i64,
    /// Groups there that somebody here is in.
    pub comes: i64,
    /// Requests to let go of something that it has not confirmed yet.
    pub asked: i64,
    /// Requests to let go of something that it never confirmed, or refused.
    pub unheard: i64,
}

/// A group as another community would see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenGroup {
    /// Short, in addresses.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// Threads it could read.
    pub threads: i64,
}

/// What another community would see of this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// How far it comes in.
    pub admission: Admission,
    /// The groups it may follow.
    pub groups: Vec<SeenGroup>,
    /// The newest threads in them: address, title, day.
    pub newest: Vec<(PublicId, String, Day)>,
}

/// Communities in these states, with their health. For hosts.
///
/// # Errors
/// `sign-in-first`, `hosts-only`.
pub fn shown(db: &mut Db, viewer: &Viewer, states: &[State]) -> Result<Vec<Shown>, Error> {
    policy::may_in_community(viewer, Action::ManageLinks)?;
    let peers = store::in_state(db, states)?;
    peers.into_iter().map(|peer| with_health(db, peer)).collect()
}

/// Communities that follow a group here or have one that is followed, without anybody having asked for more. For hosts.
///
/// # Errors
/// As [`shown`].
pub fn in_touch(db: &mut Db, viewer: &Viewer) -> Result<Vec<Shown>, Error> {
    policy::may_in_community(viewer, Action::ManageLinks)?;
    let peers = store::in_touch(db)?;
    peers.into_iter().map(|peer| with_health(db, peer)).collect()
}

/// One community, with everything a host decides by.
///
/// # Errors
/// As [`shown`]; absent.
pub fn show(db: &mut Db, viewer: &Viewer, domain: &str) -> Result<Whole, Error> {
    policy::may_in_community(viewer, Action::ManageLinks)?;
    let shown = store::find(db, domain).and_then(|peer| with_health(db, peer))?;
    let chosen = store::groups(db, domain)?;
    let has_all = shown.peer.has_all;
    let facing = store::facing(db, Eyes::of_community(true), viewer.into())?;
    let groups = facing.into_iter().map(|group| (has_all || chosen.contains(&group.id), group));
    let groups = groups.map(|(may, group)| (group, may)).collect();
    let takes_media = admission::takes_media(db, domain)?;
    let (told_about, told_by) = (reports::waiting_about(db, domain)?, reports::waiting_from(db, domain)?);
    let (asked, unheard) = delivery::deletes(db, domain)?;
    let (leaves, comes) = store::groups_between(db, domain)?;
    let between = Between { leaves, comes, asked, unheard };
    let dead = delivery::dead_letters(db, domain)?;
    Ok(Whole { shown, dead, groups, takes_media, told_about, told_by, between })
}

/// What a community would see, asked of the same scope as its requests would be. Nobody is shown what they may not read
/// themselves: running the server opens no hidden group.
///
/// # Errors
/// As [`shown`].
pub fn sees(db: &mut Db, viewer: &Viewer, domain: &str) -> Result<Seen, Error> {
    policy::may_in_community(viewer, Action::ManageLinks)?;
    store::find(db, domain)?;
    let admission = admission::admit(db, domain)?;
    let Some(view) = admission::view(db, domain)? else {
        return Ok(Seen { admission, groups: Vec::new(), newest: Vec::new() });
    };
    let (mut groups, mut ids) = (Vec::new(), Vec::<GroupId>::new());
    let facing = store::facing(db, view.eyes, viewer.into())?;
    for group in facing.into_iter().filter(|group| view.may_follow(group.id)) {
        let threads = store::readable(db, view.eyes, group.id)?;
        groups.push(SeenGroup { name: group.name, title: group.title, threads });
        ids.push(group.id);
    }
    let newest = store::newest(db, (view.eyes, viewer.into()), &ids)?;
    Ok(Seen { admission, groups, newest })
}

/// What applying a list would do. For hosts.
///
/// # Errors
/// As [`shown`]; `peer-list`.
pub fn plan(db: &mut Db, viewer: &Viewer, own: &Own, text: &str) -> Result<Plan, Error> {
    policy::may_in_community(viewer, Action::ManageLinks)?;
    let lines = Lines::read(text, &own.host);
    if lines.entries.is_empty() {
        return Err(super::Refusal::List.into());
    }
    let mut known = store::blocked(db)?;
    known.extend(store::partners(db)?);
    Ok(lines.plan(&known))
}

/// What this host decided, in Mastodon's columns. For hosts.
///
/// # Errors
/// As [`shown`].
pub fn written_list(db: &mut Db, viewer: &Viewer) -> Result<String, Error> {
    policy::may_in_community(viewer, Action::ManageLinks)?;
    store::blocked(db).map(|decided| super::list::write(&decided))
}

/// How many communities are blocked.
///
/// # Errors
/// As [`shown`].
pub fn decided(db: &mut Db, viewer: &Viewer) -> Result<Vec<Peer>, Error> {
    policy::may_in_community(viewer, Action::ManageLinks)?;
    store::blocked(db)
}

fn with_health(db: &mut Db, peer: Peer) -> Result<Shown, Error> {
    delivery::health(db, &peer.domain).map(|health| Shown { peer, health })
}
