//! Deciding about a whole community, from a case or from its own page, with a line in the log; and taking that back.

use super::{Chosen, Was, views};
use crate::db::Tx;
use crate::federation::peers::{self, Decision, Domain, Own};
use crate::forum::authors::Said;
use crate::forum::{replies, threads};
use crate::kernel::Error;
use crate::policy::scope::safety::Eyes;
use crate::policy::{self, Action, Permit, Viewer};
use crate::safety::actions::{self, ActId, Back, Refusal, There, Verb};
use crate::safety::reports::ConcernId;

/// Says what the community behind a case may do, and puts what came from there out of sight if that was chosen. The case
/// stays to be decided: this is about the community, not about whoever wrote.
///
/// # Errors
/// As [`super::preview`]; `act-decided`; `act-unchosen` where nothing would change.
pub fn decide(
    tx: &mut Tx<'_>,
    (viewer, eyes): (&Viewer, &Eyes),
    own: &Own,
    (id, chosen): (ConcernId, &Chosen),
) -> Result<(), Error> {
    let seen = views::preview(tx, (viewer, eyes), id)?;
    let permit = policy::may_in_community(viewer, Action::ManageLinks)?;
    if !seen.concern.is_open() {
        return Err(Refusal::Decided.into());
    }
    let (domain, decision) = (own.parse(&seen.domain)?, chosen.decision());
    let changes = Was::of(seen.peer.as_ref()).becomes(&decision).is_some();
    let removes = chosen.removes && !seen.said.is_empty();
    if !changes && !removes {
        return Err(Refusal::Unchosen.into());
    }

    if removes {
        let was = put_away(tx, &permit, &seen.said)?;
        let (words, why) = (chosen.words.as_str(), chosen.why.code());
        let verb = Verb::RemoveThere;
        let there = There { concern: Some(id), domain: domain.as_str(), verb, words, was: &was, why };
        actions::keep(tx, &permit, &there)?;
    }
    if changes {
        note(tx, (viewer, own), (&domain, &decision), (Some(id), chosen.why.code()))?;
    }
    Ok(())
}

/// Says what a community may do, and keeps that in the log with why and how it was. Where nothing changes, nothing is kept.
///
/// # Errors
/// `sign-in-first`, `hosts-only`.
pub fn note(
    tx: &mut Tx<'_>,
    (viewer, own): (&Viewer, &Own),
    (domain, decision): (&Domain, &Decision),
    (concern, why): (Option<ConcernId>, &str),
) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageLinks)?;
    let before = match peers::find(tx, domain.as_str()) {
        Ok(peer) => Some(peer),
        Err(Error::Absent) => None,
        Err(fault) => return Err(fault),
    };
    let was = Was::of(before.as_ref());

    peers::decide(tx, viewer, own, domain, decision)?;
    let Some(verb) = was.becomes(decision) else { return Ok(()) };
    let (words, was) = (decision.comment.as_str(), was.written());
    actions::keep(tx, &permit, &There { concern, domain: domain.as_str(), verb, words, was: &was, why })
}

/// Takes back what was decided of a whole community: it may do what it could before. What ended with it, a partnership, both
/// sides agree on anew. Where something newer holds of the same community, that stays. Says which.
///
/// # Errors
/// Absent for a decision that is not in a log of theirs or is about something else; `act-undone`; `hosts-only`.
pub fn take_back(
    tx: &mut Tx<'_>,
    (viewer, eyes): (&Viewer, &Eyes),
    own: &Own,
    id: ActId,
) -> Result<Back, Error> {
    let act = actions::holding(tx, (viewer, eyes), id)?;
    let permit = policy::may_in_community(viewer, Action::ManageLinks)?;
    let (Some(domain), Some(was)) = (act.domain(), Was::read(&act.was)) else {
        return Err(Refusal::Undone.into());
    };

    let back = if actions::hand_down(tx, &permit, &act)? { Back::Stays } else { Back::All };
    if back == Back::All {
        peers::decide(tx, viewer, own, &own.parse(domain)?, &was.decision())?;
    }
    actions::taken_back(tx, &permit, &act)?;
    Ok(back)
}

/// Puts words out of sight; returns which, to bring them back by.
fn put_away(tx: &mut Tx<'_>, permit: &Permit, said: &[Said]) -> Result<String, Error> {
    let mut gone = Vec::with_capacity(said.len());
    for one in said {
        if let Some(reply) = one.reply {
            replies::put_away(tx, permit, reply)?;
            gone.push(format!("reply:{reply}"));
        } else {
            threads::put_away(tx, permit, one.thread)?;
            gone.push(format!("thread:{}", one.thread));
        }
    }
    Ok(gone.join(" "))
}
