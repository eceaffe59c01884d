//! Deciding, taking back, answering.

use std::collections::HashMap;

use super::model::New;
use super::rules::Whose;
use super::{
    Act, ActId, Back, Decision, Done, Each, Left, Refusal, State, Verb, back, effects, rules, second, store,
};
use crate::db::{Db, Tx};
use crate::events::safety::Event;
use crate::forum::{replies, threads};
use crate::identity::accounts;
use crate::kernel::{Error, FaceId, GroupId};
use crate::policy::scope::safety::Eyes;
use crate::policy::{self, Action, Permit, Standing, Viewer};
use crate::safety::crisis;
use crate::safety::reports::{self, Concern, ConcernId, Outcome, Tier};

/// Decides about a concern. A hard step towards somebody who may be in distress is proposed, until a second person puts
/// the same. What is `in_other_hands` is not closed along with it.
///
/// # Errors
/// Absent for a concern that is not theirs to look at; `act-decided`, `act-unchosen`, `act-days`, `act-note`,
/// `act-by-itself`, `act-second-person`; `hosts-only`, `last-steward`, `last-host`.
pub fn decide(
    tx: &mut Tx<'_>,
    (viewer, eyes): (&Viewer, &Eyes),
    (id, decision): (ConcernId, &Decision),
    in_other_hands: &[ConcernId],
) -> Result<Done, Error> {
    let concern = reports::find(tx, eyes, id)?;
    let place = (concern.tier, concern.group_id);
    let permit = if decision.verb == Verb::Care && concern.is_distress() {
        may_care(tx, viewer, place)?
    } else {
        may_decide(tx, viewer, place)?
    };
    if !concern.is_open() {
        return Err(Refusal::Decided.into());
    }
    let (fitting, is_distress) = (fitting(tx, viewer, &concern)?, second::is_worried(tx, &concern)?);
    let until = rules::check(decision, (&fitting, is_distress), tx.now().day())?;
    let (permit, kept) = kept_for(viewer, (permit, &concern), decision.verb)?;

    if rules::takes_two(decision.verb, is_distress)
        && second::is_first(tx, &permit, ((&concern, &kept), decision, until))?
    {
        return Ok(Done::Proposed);
    }
    let removes = (decision.removes && decision.verb != Verb::Remove).then_some(Verb::Remove);
    let closes = decision.closes.then(|| rules::closing(decision.verb, &fitting)).flatten();
    let head = ActId(tx.chance().id());
    for verb in removes.into_iter().chain([decision.verb]).chain(closes) {
        let was = effects::carry_out(tx, (viewer, &permit), (&concern, verb), (decision, until))?;
        let words = decision.words.as_str();
        let until = until.filter(|_| verb.has_days());
        let is_head = verb == decision.verb;
        let id = if is_head { head } else { ActId(tx.chance().id()) };
        let with = (!is_head).then_some(head);
        let new = New { id, concern: &kept, with, verb, state: State::Done, words, was: &was, until };
        store::insert(tx, &permit, &new)?;
    }
    let outcome = if decision.verb == Verb::Fine { Outcome::Fine } else { Outcome::Acted };
    reports::settle(tx, &permit, id, outcome)?;
    reports::see(tx, &permit, id)?;
    if decision.shares && !is_distress {
        reports::say_why(tx, &permit, id, decision.words.as_str())?;
    }
    crisis::ask_after(tx, &concern)?;
    if let (Verb::RemoveAll | Verb::RemoveAllHere, Some(face)) = (decision.verb, concern.face_id) {
        let group = concern.group_id.filter(|_| decision.verb == Verb::RemoveAll);
        reports::settle_all(tx, (&permit, eyes), (face, group), (head, in_other_hands))?;
    }

    if decision.verb.is_told()
        && let Some(face) = concern.face_id
    {
        tx.emit(Event::Decided { face, group: concern.group_id })?;
    }
    Ok(Done::Done)
}

/// Proof for a decision, and in whose log it is kept. What reaches every group is decided, answered and taken back by those who
/// look after the community, also where it began with words in one.
fn kept_for(
    viewer: &Viewer,
    (permit, concern): (Permit, &Concern),
    verb: Verb,
) -> Result<(Permit, Concern), Error> {
    if verb != Verb::RemoveAllHere {
        return Ok((permit, concern.clone()));
    }
    let permit = policy::may_in_community(viewer, Action::DecideForCommunity)?;
    Ok((permit, Concern { tier: Tier::House, ..concern.clone() }))
}

/// The same light decision about several concerns at once. Each is decided as it would be by itself, or left out with why.
///
/// # Errors
/// `act-unpicked`, `act-too-many`, `act-unchosen`, `act-note`.
pub fn bulk(
    tx: &mut Tx<'_>,
    (viewer, eyes): (&Viewer, &Eyes),
    (ids, decision): (&[ConcernId], &Decision),
) -> Result<Vec<Each>, Error> {
    rules::check_several(decision, ids.len())?;
    let mut all = Vec::with_capacity(ids.len());
    for id in ids {
        let left = match left(tx, (viewer, eyes), (*id, decision.verb))? {
            Some(left) => Some(left),
            None => match decide(tx, (viewer, eyes), (*id, decision), &[]) {
                Ok(_) => None,
                // Whatever could be refused was looked at before: only the words can be gone.
                Err(Error::Absent) => Some(Left::Gone),
                Err(other) => return Err(other),
            },
        };
        all.push(Each { id: *id, left });
    }
    Ok(all)
}

/// Why one of several is left out, before anything is done. What is about whoever decides is as absent as what is not
/// there.
pub(super) fn left(
    db: &mut Db,
    (viewer, eyes): (&Viewer, &Eyes),
    (id, verb): (ConcernId, Verb),
) -> Result<Option<Left>, Error> {
    let concern = match reports::find(db, eyes, id) {
        Ok(concern) => concern,
        Err(Error::Absent) => return Ok(Some(Left::Absent)),
        Err(fault) => return Err(fault),
    };
    match may_decide(db, viewer, (concern.tier, concern.group_id)) {
        Ok(_) => {}
        Err(Error::Refused(_)) => return Ok(Some(Left::Keepers)),
        Err(fault) => return Err(fault),
    }
    let fitting = fitting(db, viewer, &concern)?;
    let is_distress = verb.is_hard() && second::is_worried(db, &concern)?;
    match rules::left_out(verb, (&concern, is_distress), &fitting) {
        None if verb != Verb::Fine && are_gone(db, &concern)? => Ok(Some(Left::Gone)),
        left => Ok(left),
    }
}

/// Whether a concern is about words that are no longer there: no fold or note meets what its writer took back.
fn are_gone(db: &mut Db, concern: &Concern) -> Result<bool, Error> {
    let there = match (concern.reply_id, concern.thread_id) {
        (Some(reply), _) => replies::find_by_id(db, reply).map(|reply| reply.taken_back_at.is_none()),
        (None, Some(thread)) => threads::find_by_id(db, thread).map(|thread| thread.taken_back_at.is_none()),
        (None, None) => Ok(true),
    };
    match there {
        Ok(there) => Ok(!there),
        Err(Error::Absent) => Ok(true),
        Err(fault) => Err(fault),
    }
}

/// Hands a concern up to those who look after the whole community. Twice is the same as once.
///
/// # Errors
/// Absent for a concern that is not theirs to look at; `act-decided`; `act-nobody-above` where nobody there could read it.
pub fn hand_up(tx: &mut Tx<'_>, (viewer, eyes): (&Viewer, &Eyes), id: ConcernId) -> Result<(), Error> {
    let concern = reports::find(tx, eyes, id)?;
    let permit = may_decide(tx, viewer, (concern.tier, concern.group_id))?;
    if !concern.is_open() {
        return Err(Refusal::Decided.into());
    }
    if concern.tier == Tier::House {
        return Ok(());
    }
    if !reports::has_reader_above(tx, &concern)? {
        return Err(Refusal::NobodyAbove.into());
    }
    reports::raise(tx, &permit, id)?;
    tx.emit(Concern { tier: Tier::House, ..concern }.told())
}

/// Says to those who told of something that somebody looks at it. Twice is the same as once.
///
/// # Errors
/// Absent for a concern that is not theirs to look at.
pub fn see(tx: &mut Tx<'_>, (viewer, eyes): (&Viewer, &Eyes), id: ConcernId) -> Result<(), Error> {
    let concern = reports::find(tx, eyes, id)?;
    let permit = may_care(tx, viewer, (concern.tier, concern.group_id))?;
    reports::see(tx, &permit, id)
}

/// Takes a decision back with every part of it: things are as before, also where that is an older decision of its sort; what was
/// decided newer in the same place stays. The concern waits again, with all that was closed along with it. Twice is the same as once.
///
/// # Errors
/// Absent for a decision that is not in a log of theirs; `act-undone` for one that never held.
pub fn undo(tx: &mut Tx<'_>, (viewer, eyes): (&Viewer, &Eyes), id: ActId) -> Result<Back, Error> {
    let act = store::find(tx, eyes, id)?;
    let permit = may_decide(tx, viewer, (act.tier, act.group_id))?;
    match act.state {
        // Where somebody was let back in, what went along with that may hold still.
        State::Undone if !holds_in_part(tx, &act)? => return Ok(Back::All),
        State::Undone => {}
        // What it was before is forgotten by then.
        State::Done if act.subject.is_empty() || Verb::FOR_GOOD.contains(&act.verb) => {
            return Err(Refusal::Undone.into());
        }
        State::Proposed | State::Dropped => return Err(Refusal::Undone.into()),
        // Where links are.
        State::Done if act.verb.is_there() => return Err(Error::Absent),
        State::Done => {}
    }

    let back = back::take_all_back(tx, (viewer, &permit), &act)?;
    if let Some(concern) = act.concern_id {
        reports::open_again(tx, &permit, concern)?;
    }
    reports::open_all_again(tx, &permit, act.head())?;
    if let Some(face) = act.face_id.filter(|_| act.verb.is_told()) {
        tx.emit(Event::Decided { face, group: act.group_id })?;
    }
    Ok(back)
}

/// Whether a part of a decision holds.
pub(super) fn holds_in_part(db: &mut Db, act: &Act) -> Result<bool, Error> {
    Ok(store::whole(db, act.head())?.iter().any(|part| part.state == State::Done))
}

/// What may be done about a concern by this viewer.
fn fitting(db: &mut Db, viewer: &Viewer, concern: &Concern) -> Result<Vec<Verb>, Error> {
    let far = accounts::far_among(db, concern.face_id.into_iter().collect())?;
    let verbs = fitting_each(db, viewer, std::slice::from_ref(concern), &far)?;
    Ok(verbs.into_iter().next().unwrap_or_default())
}

/// What may be done about each of these, in their order; `far` are people of other communities. What is asked is asked once
/// for each group.
pub(super) fn fitting_each(
    db: &mut Db,
    viewer: &Viewer,
    concerns: &[Concern],
    far: &[FaceId],
) -> Result<Vec<Vec<Verb>>, Error> {
    let faces = concerns.iter().filter_map(|concern| concern.face_id).collect();
    let own = accounts::with_account(db, faces)?;
    let mut decides: HashMap<(Tier, Option<GroupId>), bool> = HashMap::new();
    let mut each = Vec::with_capacity(concerns.len());
    for concern in concerns {
        let place = (concern.tier, concern.group_id);
        let may = match decides.get(&place) {
            Some(known) => *known,
            None => match may_decide(db, viewer, place) {
                Ok(_) => true,
                Err(Error::Refused(_)) => false,
                Err(error) => return Err(error),
            },
        };
        decides.insert(place, may);
        let whose = match concern.face_id {
            Some(face) if own.contains(&face) => Whose::Account,
            Some(face) if far.contains(&face) => Whose::Far,
            _ => Whose::Other,
        };
        let mut verbs = rules::fitting(concern, whose, viewer.rank());
        verbs.retain(|verb| may || *verb == Verb::Care);
        each.push(verbs);
    }
    Ok(each)
}

/// Proof that somebody may be with whoever people worry about here.
///
/// # Errors
/// As [`may_decide`].
pub fn may_care(db: &mut Db, viewer: &Viewer, place: (Tier, Option<GroupId>)) -> Result<Permit, Error> {
    may(db, viewer, place, Action::CareFor)
}

/// Proof that somebody may decide here.
///
/// # Errors
/// `keepers-only`, `sign-in-first`, or a fault of the database.
pub fn may_decide(db: &mut Db, viewer: &Viewer, place: (Tier, Option<GroupId>)) -> Result<Permit, Error> {
    may(db, viewer, place, Action::DecideConcern)
}

/// What is for the community is for those who look after all of it, whatever they do there.
fn may(
    db: &mut Db,
    viewer: &Viewer,
    (tier, group): (Tier, Option<GroupId>),
    in_group: Action,
) -> Result<Permit, Error> {
    match (tier, group) {
        (Tier::Group, Some(group)) => policy::may(viewer, in_group, &Standing::in_group(db, viewer, group)?),
        _ => policy::may_in_community(viewer, Action::DecideForCommunity),
    }
}
