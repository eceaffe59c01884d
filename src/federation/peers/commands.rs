//! What the host decides: whom to ask, whom to answer, what each may do.

use super::list::{Plan, Severity};
use super::{Decision, Domain, Links, Own, Peer, Promises, Refusal, Stance, State, store, wire};
use crate::db::Tx;
use crate::federation::{cases, delivery, far};
use crate::kernel::{Error, GroupId, PublicId};
use crate::policy::scope::forum::Eyes;
use crate::policy::{self, Action, Permit, Viewer};
use crate::safety::actions::FROM_LIST;

/// Says which other communities may speak with this one.
///
/// # Errors
/// `sign-in-first`, `hosts-only`.
pub fn set_links(tx: &mut Tx<'_>, viewer: &Viewer, own: &Own, links: Links) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageLinks)?;

    store::know_own(tx, &own.host)?;
    store::set_links(tx, &permit, links)
}

/// Asks a community to be a partner, with what this one promises. Where it has asked already, this says yes.
///
/// # Errors
/// As [`set_links`]; `peer-closed`, `peer-blocked`.
pub fn ask(tx: &mut Tx<'_>, viewer: &Viewer, own: &Own, domain: &Domain) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageLinks)?;
    if store::links(tx)? == Links::Closed {
        return Err(Refusal::Closed.into());
    }
    let is_blocked = store::line(tx, &domain.line())?.iter().any(|peer| peer.stance == Stance::Block);
    if is_blocked {
        return Err(Refusal::Blocked.into());
    }
    let peer = store::begin(tx, domain.as_str())?;

    match peer.state {
        State::Partner | State::Asked => Ok(()),
        State::Asking => say_yes(tx, &permit, own, &peer),
        State::Known | State::Refused | State::Ended => {
            let id = new_address(tx, own);
            store::set_state(tx, &permit, &peer.domain, State::Asked, &id)?;
            let promises = Promises::ours(tx)?;
            send(tx, own, &peer.domain, &wire::offer(own, &peer.domain, &id, &promises))
        }
    }
}

/// Says yes to a community that asked.
///
/// # Errors
/// As [`set_links`]; absent; `peer-not-asking`.
pub fn accept(tx: &mut Tx<'_>, viewer: &Viewer, own: &Own, domain: &str) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageLinks)?;
    let peer = store::find(tx, domain)?;

    match peer.state {
        State::Partner => Ok(()),
        State::Asking => say_yes(tx, &permit, own, &peer),
        _ => Err(Refusal::NotAsking.into()),
    }
}

/// Says no to a community that asked.
///
/// # Errors
/// As [`accept`].
pub fn refuse(tx: &mut Tx<'_>, viewer: &Viewer, own: &Own, domain: &str) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageLinks)?;
    let peer = store::find(tx, domain)?;

    match peer.state {
        State::Refused => Ok(()),
        State::Asking => {
            store::set_state(tx, &permit, domain, State::Refused, "")?;
            let id = new_address(tx, own);
            send(tx, own, domain, &wire::reject(own, domain, (&id, &peer.offer)))
        }
        _ => Err(Refusal::NotAsking.into()),
    }
}

/// Ends a partnership, or takes a request back. What waits for them does not go any more, and they are asked to let go of
/// all they were given.
///
/// # Errors
/// As [`set_links`]; absent.
pub fn end(tx: &mut Tx<'_>, viewer: &Viewer, own: &Own, domain: &str) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageLinks)?;
    let peer = store::find(tx, domain)?;

    part(tx, &permit, own, &peer)
}

/// Says what a community may do. One that is blocked is asked first to let go of all it was given; nothing else goes there
/// any more, and nothing comes in from this moment.
///
/// # Errors
/// As [`set_links`].
pub fn decide(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    own: &Own,
    domain: &Domain,
    decision: &Decision,
) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageLinks)?;
    let peer = store::begin(tx, domain.as_str())?;

    let to = (decision.stance, decision.has_media, decision.comment.as_str());
    store::set_decision(tx, &permit, domain.as_str(), to)?;
    if peer.has_media && !decision.has_media {
        far::leave_out_later(tx, domain.as_str())?;
    }
    if decision.stance == Stance::Block && peer.stance != Stance::Block {
        part(tx, &permit, own, &peer)?;
    }
    Ok(())
}

/// Says which groups a community may follow: those of these names that face partners and the host, or every one that does.
///
/// # Errors
/// As [`set_links`]; absent.
pub fn set_groups(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    domain: &str,
    names: Option<&[String]>,
) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageLinks)?;
    store::find(tx, domain)?;
    let facing = store::facing(tx, Eyes::of_community(true), viewer.into())?;
    let chosen = |names: &[String]| -> Vec<GroupId> {
        facing.iter().filter(|group| names.contains(&group.name)).map(|group| group.id).collect()
    };

    store::set_groups(tx, &permit, domain, names.map(chosen).as_deref())
}

/// The host has looked: the new key is theirs, and all goes on.
///
/// # Errors
/// As [`set_links`]; absent.
pub fn keep_key(tx: &mut Tx<'_>, viewer: &Viewer, domain: &str) -> Result<(), Error> {
    policy::may_in_community(viewer, Action::ManageLinks)?;
    let peer = store::find(tx, domain)?;

    if !peer.is_paused() {
        return Ok(());
    }
    store::set_key(tx, domain, &peer.key_next, "")?;
    delivery::wake(tx, domain)
}

/// Lets what was given up for a community be tried again, beginning now.
///
/// # Errors
/// As [`set_links`]; absent.
pub fn retry(tx: &mut Tx<'_>, viewer: &Viewer, domain: &str) -> Result<(), Error> {
    policy::may_in_community(viewer, Action::ManageLinks)?;
    store::find(tx, domain)?;

    delivery::retry(tx, domain)
}

/// Applies a list the host has looked through. It makes nothing milder, and leaves partners alone.
///
/// # Errors
/// As [`set_links`].
pub fn apply_list(tx: &mut Tx<'_>, viewer: &Viewer, own: &Own, plan: &Plan) -> Result<(), Error> {
    policy::may_in_community(viewer, Action::ManageLinks)?;

    for entry in &plan.stricter {
        let domain = Domain::parse(&entry.domain, &own.host)?;
        let before = store::begin(tx, domain.as_str())?;
        let stance = match entry.severity {
            Severity::Suspend => Stance::Block,
            Severity::Silence => Stance::Limit,
            Severity::Noop => Stance::Allow,
        };
        let decision = Decision {
            stance: stance.max(before.stance),
            has_media: before.has_media && !entry.rejects_media,
            comment: entry.comment.clone(),
        };
        cases::note(tx, (viewer, own), (&domain, &decision), (None, FROM_LIST))?;
    }
    Ok(())
}

/// Both have said yes.
pub(super) fn say_yes(tx: &mut Tx<'_>, permit: &Permit, own: &Own, peer: &Peer) -> Result<(), Error> {
    store::set_state(tx, permit, &peer.domain, State::Partner, &peer.offer)?;
    let (id, promises) = (new_address(tx, own), Promises::ours(tx)?);
    send(tx, own, &peer.domain, &wire::accept(own, &peer.domain, (&id, &peer.offer), &promises))
}

/// It is over: they hear of it, and are asked to let go.
fn part(tx: &mut Tx<'_>, permit: &Permit, own: &Own, peer: &Peer) -> Result<(), Error> {
    let becomes = match peer.state {
        State::Partner => Some(State::Ended),
        State::Asked => Some(State::Known),
        State::Asking => Some(State::Refused),
        State::Known | State::Refused | State::Ended => None,
    };
    if let Some(state) = becomes {
        store::set_state(tx, permit, &peer.domain, state, "")?;
        let id = new_address(tx, own);
        let letter = match state {
            State::Refused => wire::reject(own, &peer.domain, (&id, &peer.offer)),
            _ => wire::undo(own, &peer.domain, (&id, &peer.offer)),
        };
        send(tx, own, &peer.domain, &letter)?;
    }
    say_farewell(tx, own, &peer.domain)
}

/// What a group here passed on of other communities is not ours to ask back: they would be told of words that they wrote.
pub(super) fn say_farewell(tx: &mut Tx<'_>, own: &Own, domain: &str) -> Result<(), Error> {
    let ours = format!("{}/", own.origin);
    let farewell =
        |object: &str, key_id: &str| object.starts_with(&ours).then(|| wire::farewell(object, key_id));
    delivery::let_go(tx, &wire::recipient(own, domain), farewell).map(drop)
}

fn send(tx: &mut Tx<'_>, own: &Own, domain: &str, letter: &delivery::Activity) -> Result<(), Error> {
    delivery::enqueue(tx, letter, &[wire::recipient(own, domain)])
}

fn new_address(tx: &mut Tx<'_>, own: &Own) -> String {
    wire::address(own, &PublicId::new(tx.chance()).to_string())
}
