//! Who may come through the door at all. Asked before anything is fetched, verified or stored, and again before anything leaves.

use super::{Domain, Links, Peer, Stance, State, store};
use crate::db::Db;
use crate::federation::delivery::{Kind, Letter, May};
use crate::kernel::{Error, GroupId};
use crate::policy::scope::forum::Eyes;

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
    /// The groups this community's host chose for it; none: every group its eyes may see.
    groups: Option<Vec<GroupId>>,
}

impl View {
    /// What anybody may read.
    #[must_use]
    pub const fn of_anybody() -> Self {
        Self { eyes: Eyes::of_community(false), groups: None }
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
    // What is decided about a name covers those below it, and the strictest holds.
    let stance = line.iter().map(|peer| peer.stance).max().unwrap_or(Stance::Allow);
    let own = line.into_iter().find(|peer| peer.domain == domain.as_str());
    let is_paused = own.as_ref().is_some_and(Peer::is_paused);
    Ok((stance != Stance::Block && !is_paused).then_some(Met { links, own, stance }))
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

/// What a host may read; none if it is not let in.
///
/// # Errors
/// A fault of the database.
pub fn view(db: &mut Db, host: &str) -> Result<Option<View>, Error> {
    let Some(met) = meet(db, host)?.filter(|met| met.admission() != Admission::Closed) else {
        return Ok(None);
    };
    let eyes = Eyes::of_community(met.is_partner());
    let groups = match met.own {
        Some(peer) if !peer.has_all => Some(store::groups(db, &peer.domain)?),
        _ => None,
    };
    Ok(Some(View { eyes, groups }))
}

/// Whether a host that is let in may follow this group, as far as the host of this community chose groups for it.
///
/// # Errors
/// A fault of the database.
pub fn may_follow(db: &mut Db, host: &str, group: GroupId) -> Result<bool, Error> {
    Ok(view(db, host)?.is_some_and(|view| view.may_follow(group)))
}

/// Whether pictures from a host are taken.
///
/// # Errors
/// A fault of the database.
pub fn takes_media(db: &mut Db, host: &str) -> Result<bool, Error> {
    if admit(db, host)? == Admission::Closed {
        return Ok(false);
    }
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
