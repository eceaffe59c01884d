//! Asking, coming, saying, going.

use super::clock::{self, For};
use super::reach::Listeners;
use super::rules::{self, Step};
use super::store::{self, New, Seat, lamps};
use super::told;
use super::views;
use super::{Ask, Asked, Circle, Moves, Outcome, Phase, Refusal, Sealer, Usual, Words, listen, load};
use crate::db::Tx;
use crate::events::support::Event;
use crate::kernel::{AskId, Error, FaceId, Fault, PublicId};
use crate::policy::{self, Action, Permit, Standing, Viewer};

/// Asks for company. Whoever asks already is led back to their room.
///
/// # Errors
/// `sign-in-first`; `keys-lost`, if there is a line.
pub fn ask(tx: &mut Tx<'_>, viewer: &Viewer, sealer: &Sealer, asked: &Asked) -> Result<PublicId, Error> {
    let (face, now) = (viewer.member()?.face, tx.now());
    let permit = policy::may_in_community(viewer, Action::AskForCompany)?;
    if let Some(before) = store::own_live(tx, face, now)? {
        return Ok(before.public_id);
    }
    // Never a no; but what was asked many times today does not ring further by itself.
    let is_often = store::count_of(tx, face)? >= rules::WIDE_A_DAY;
    let consent = if is_often { Circle::Lamps } else { asked.consent };
    let is_quiet = store::count_met(tx, face)? >= rules::RINGS_A_DAY;
    let circle = Listeners::read(tx, now)?.nearest(tx, face, (Circle::Lamps, consent), &[])?;

    let chance = tx.chance().stream("ask", face.0);
    let (id, public_id) = (AskId(chance.id()), PublicId::new(&chance));
    let (month, line) = sealer.line(&chance, &public_id, asked.line.as_str())?;
    let (need, line, month) = (asked.need, &line, &month);
    let new = New { id, public_id: public_id.clone(), need, line, month, consent, circle, is_quiet };
    let ask = store::insert(tx, &permit, &new).map_err(at_once)?;
    listen::count(tx, Outcome::Asked)?;
    clock::wind(tx, &ask, For::Anybody)?;

    tx.emit(Event::AskRung { ask: id })?;
    Ok(public_id)
}

/// The same, and keeps how far they chose to ask where that was their own choice: the next ask begins there. Returns whether it is a new one.
///
/// # Errors
/// As [`ask`].
pub fn ask_and_keep(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    sealer: &Sealer,
    asked: &Asked,
    usual: Option<&Usual>,
) -> Result<(PublicId, bool), Error> {
    let (face, now) = (viewer.member()?.face, tx.now());
    let permit = policy::may_in_community(viewer, Action::AskForCompany)?;
    if let Some(before) = store::own_live(tx, face, now)? {
        return Ok((before.public_id, false));
    }
    let id = ask(tx, viewer, sealer, asked)?;
    if let Some(usual) = usual {
        usual.keep(tx, &permit, asked.consent).map_err(at_once)?;
    }
    Ok((id, true))
}

/// Asks further, as whoever asked wishes now.
///
/// # Errors
/// Absent outside of the room; `ask-left`, `not-yours`, `ask-over`.
pub fn widen(tx: &mut Tx<'_>, viewer: &Viewer, id: &PublicId) -> Result<(), Error> {
    let ask = enter(tx, viewer, id)?;
    let permit = policy::may(viewer, Action::SteerAsk, &towards(viewer, &ask))?;
    if !ask.phase.is_live() {
        return Err(Refusal::Over.into());
    }

    let wider = Circle::ALL.iter().copied().find(|circle| *circle > ask.circle);
    let Some(wider) = wider else { return Ok(()) };
    store::set_circle(tx, &permit, ask.id, (ask.consent.max(wider), wider))?;

    tx.emit(Event::RoomChanged { ask: ask.id, by: permit.actor() })?;
    tx.emit(Event::AskRung { ask: ask.id })
}

/// Comes to somebody who asks. Coming twice is the same as once; of those who press at once, as many come as there are seats.
///
/// # Errors
/// `ask-not-here` for an ask that does not reach them, or is over; `ask-enough`, `lamp-full`, `lamp-day-full`.
pub fn claim(tx: &mut Tx<'_>, viewer: &Viewer, sealer: &Sealer, id: &PublicId) -> Result<(), Error> {
    let (face, now) = (viewer.member()?.face, tx.now());
    let ask = match store::find_live(tx, id, now) {
        Err(Error::Absent) => return Err(Refusal::NotHere.into()),
        found => found?,
    };
    let seats = store::seats(tx, ask.id)?;
    let own = seats.iter().find(|seat| seat.face == face);
    if ask.face_id == face || own.is_some_and(|own| own.seat.is_some()) {
        return Ok(());
    }
    let listeners = Listeners::read(tx, now)?;
    let is_reached = listeners.would_reach(tx, (ask.face_id, ask.circle), face)?;
    if !is_reached || own.is_some_and(|own| own.is_let_go) {
        return Err(Refusal::NotHere.into());
    }

    let permit = policy::may_in_community(viewer, Action::Listen)?;
    let phase = rules::next(ask.phase, Step::Claim)?;
    let seat = free(&seats).ok_or(Refusal::Enough)?;
    let lamp = lamps::own(tx, face)?;
    if store::busy(tx, now)?.get(&face).copied().unwrap_or_default() >= lamp.most {
        return Err(Refusal::Full.into());
    }
    // Whoever comes back to somebody comes to nobody more.
    if own.is_none() && rules::is_done(&lamp, store::stood_by(tx, face, now)?) {
        return Err(Refusal::DayFull.into());
    }

    store::put_seat(tx, &permit, ask.id, seat).map_err(at_once)?;
    // Whoever hands over stayed until now.
    for gone in seats.iter().filter(|seat| seat.hands_over) {
        store::unseat(tx, &permit, ask.id, (gone.face, false))?;
        told::look(tx)?;
    }
    load::count(tx, sealer.ring(), face)?;
    if ask.phase == Phase::Open {
        listen::count_claim(tx, &ask)?;
        store::set_claimed(tx, &permit, ask.id)?;
        clock::stop(tx, &ask, For::Anybody)?;
        tx.emit(Event::AskClaimed { ask: ask.id })?;
    } else {
        store::set_phase(tx, &permit, ask.id, phase)?;
        waits_no_more(tx, &permit, &ask)?;
    }
    clock::wind(tx, &ask, For::Word)?;

    tx.emit(Event::RoomChanged { ask: ask.id, by: face })
}

/// Nobody else is waited for: another one came, or it is easier.
fn waits_no_more(tx: &mut Tx<'_>, permit: &Permit, ask: &Ask) -> Result<(), Error> {
    if ask.is_calling {
        store::set_calling(tx, permit, ask.id, false)?;
        clock::stop(tx, ask, For::Another)?;
    }
    if ask.is_silent { store::set_silent(tx, permit, ask.id, false) } else { Ok(()) }
}

/// Says something in a room. The same form sent twice says it once.
///
/// # Errors
/// Absent outside of the room; `ask-left`, `ask-over`, `keys-lost`.
pub fn say(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    sealer: &Sealer,
    (id, words): (&PublicId, &Words),
    once: Option<&str>,
) -> Result<(), Error> {
    let ask = enter(tx, viewer, id)?;
    let permit = policy::may(viewer, Action::SpeakInRoom, &towards(viewer, &ask))?;
    if store::is_said(tx, ask.id, once)? {
        return Ok(());
    }
    let phase = rules::next(ask.phase, Step::Speak)?;

    let number = store::last_number(tx, ask.id)? + 1;
    let chance = tx.chance().stream("ask", permit.actor().0);
    let (month, hidden) = sealer.words(&chance, (&ask.public_id, &ask.month), number, words.as_str())?;
    store::set_month(tx, &permit, ask.id, &month)?;
    store::insert_word(tx, &permit, ask.id, number, (&hidden, once)).map_err(at_once)?;
    if phase != ask.phase {
        store::set_phase(tx, &permit, ask.id, phase)?;
    }
    if ask.is_silent && permit.actor() != ask.face_id {
        breaks_silence(tx, &permit, &ask)?;
    }

    tx.emit(Event::RoomChanged { ask: ask.id, by: permit.actor() })
}

/// One word of a listener: what the silence began ends, but for whoever waits to hand over.
fn breaks_silence(tx: &mut Tx<'_>, permit: &Permit, ask: &Ask) -> Result<(), Error> {
    if store::seats(tx, ask.id)?.iter().any(|seat| seat.hands_over) {
        return store::set_silent(tx, permit, ask.id, false);
    }
    waits_no_more(tx, permit, ask)
}

/// What somebody presses in a room.
///
/// # Errors
/// Absent outside of the room; `ask-left`, `not-yours`, `ask-over`, `ask-not-yet`, `ask-underway`, `ask-enough`, `ask-just-asked`;
/// `ask-unknown` for what is a listener's to press.
pub fn turn(tx: &mut Tx<'_>, viewer: &Viewer, id: &PublicId, moves: Moves) -> Result<(), Error> {
    let ask = enter(tx, viewer, id)?;
    let standing = towards(viewer, &ask);
    let action = match moves {
        Moves::Ease | Moves::Harder => Action::SpeakInRoom,
        Moves::Close | Moves::TakeBack | Moves::HandOff => Action::SteerAsk,
        Moves::Cover if standing.is_author => Action::SteerAsk,
        _ if standing.is_author => return Err(Refusal::Unknown.into()),
        Moves::Leave | Moves::Cover | Moves::HandOver | Moves::Stay | Moves::Point => Action::Listen,
    };
    let permit = policy::may(viewer, action, &standing)?;
    let phase = rules::next(ask.phase, Step::Press(moves))?;

    match moves {
        Moves::Leave => go(tx, &permit, &ask, (permit.actor(), false))?,
        Moves::Cover => call(tx, &permit, &ask)?,
        Moves::HandOver => hand_over(tx, &permit, &ask)?,
        Moves::Stay => store::set_hands_over(tx, &permit, ask.id, false)?,
        Moves::Point => store::set_pointed(tx, &permit, ask.id)?,
        Moves::Harder => harden(tx, &permit, &ask, phase)?,
        Moves::Ease => ease(tx, &permit, &ask, phase)?,
        Moves::Close | Moves::TakeBack | Moves::HandOff => {
            settle(tx, &permit, &ask, phase)?;
        }
    }

    tx.emit(Event::RoomChanged { ask: ask.id, by: permit.actor() })
}

/// Would rather have somebody else. Whoever had this seat reads that the room is closed, and is not asked again.
///
/// # Errors
/// Absent outside of the room, or for an empty seat; `ask-left`, `not-yours`, `ask-over`.
pub fn let_go(tx: &mut Tx<'_>, viewer: &Viewer, id: &PublicId, seat: i64) -> Result<(), Error> {
    let ask = enter(tx, viewer, id)?;
    let permit = policy::may(viewer, Action::SteerAsk, &towards(viewer, &ask))?;
    if !ask.phase.is_live() {
        return Err(Refusal::Over.into());
    }
    let seats = store::seats(tx, ask.id)?;
    let theirs = seats.iter().find(|each| each.seat == Some(seat)).ok_or(Error::Absent)?;

    go(tx, &permit, &ask, (theirs.face, true))?;

    tx.emit(Event::RoomChanged { ask: ask.id, by: permit.actor() })
}

fn enter(tx: &mut Tx<'_>, viewer: &Viewer, id: &PublicId) -> Result<Ask, Error> {
    let (face, now) = (viewer.member()?.face, tx.now());
    match store::find(tx, face, id, now) {
        // Whoever left, or whose seat went to another, reads that; for anybody else it is not there.
        Err(Error::Absent) => match store::find_left(tx, face, id, now) {
            Ok(_) => Err(Refusal::Left.into()),
            Err(error) => Err(error),
        },
        found => found,
    }
}

fn towards(viewer: &Viewer, ask: &Ask) -> Standing {
    Standing { is_author: ask.face_id == viewer.face(), ..Standing::in_community(viewer) }
}

/// The lowest seat that nobody has.
pub(super) fn free(seats: &[Seat]) -> Option<i64> {
    (1..=rules::SEATS).find(|number| seats.iter().all(|seat| seat.seat != Some(*number)))
}

/// A listener goes; the last one leaves a room that asks again, unless it was easing.
fn go(tx: &mut Tx<'_>, permit: &Permit, ask: &Ask, who: (FaceId, bool)) -> Result<(), Error> {
    store::unseat(tx, permit, ask.id, who)?;
    empties(tx, permit, ask)
}

/// Another listener is asked for: where there is a seat for one, and not again right away.
fn call(tx: &mut Tx<'_>, permit: &Permit, ask: &Ask) -> Result<(), Error> {
    free(&store::seats(tx, ask.id)?).ok_or(Refusal::Enough)?;
    if ask.is_just_called(tx.now()) {
        return Err(Refusal::JustAsked.into());
    }
    clock::call(tx, permit, ask)
}

/// A listener hands over: to another one who stays, at once; else others are asked, and they stay until one of them comes.
fn hand_over(tx: &mut Tx<'_>, permit: &Permit, ask: &Ask) -> Result<(), Error> {
    let (own, seats) = (permit.actor(), store::seats(tx, ask.id)?);
    let stays = |seat: &Seat| seat.face != own && seat.seat.is_some() && !seat.hands_over;
    if seats.iter().any(stays) {
        return go(tx, permit, ask, (own, false));
    }
    if seats.iter().any(|seat| seat.face == own && seat.hands_over) {
        return Ok(());
    }
    store::set_hands_over(tx, permit, ask.id, true)?;
    // Those who were asked a moment ago may still come.
    if ask.is_just_called(tx.now()) { Ok(()) } else { call(tx, permit, ask) }
}

/// Where nobody is there any more, others are asked.
pub(super) fn empties(tx: &mut Tx<'_>, permit: &Permit, ask: &Ask) -> Result<(), Error> {
    let seats = store::seats(tx, ask.id)?;
    let is_empty = seats.iter().all(|seat| seat.seat.is_none());
    // Whoever went is free for others.
    told::look(tx)?;
    if ask.phase == Phase::Open {
        return Ok(());
    }
    // Those who are left may be those who say nothing.
    if !is_empty {
        return clock::wind(tx, ask, For::Word);
    }
    let phase = rules::next(ask.phase, Step::Empty)?;
    if phase != Phase::Open {
        return settle(tx, permit, ask, phase);
    }
    clock::unwind(tx, ask)?;
    let (came, now): (Vec<FaceId>, _) = (seats.iter().map(|seat| seat.face).collect(), tx.now());
    let circle = Listeners::read(tx, now)?.nearest(tx, ask.face_id, (ask.circle, ask.consent), &came)?;
    store::set_circle(tx, permit, ask.id, (ask.consent, circle))?;
    store::set_asked_again(tx, permit, ask)?;
    if let Some(again) = store::by_id(tx, ask.id)? {
        clock::wind(tx, &again, For::Anybody)?;
    }
    tx.emit(Event::AskRung { ask: ask.id })
}

/// It is easier: who is there is enough.
fn ease(tx: &mut Tx<'_>, permit: &Permit, ask: &Ask, phase: Phase) -> Result<(), Error> {
    settle(tx, permit, ask, phase)?;
    waits_no_more(tx, permit, ask)
}

/// It is hard again: whoever is there has their own time anew to say something.
fn harden(tx: &mut Tx<'_>, permit: &Permit, ask: &Ask, phase: Phase) -> Result<(), Error> {
    settle(tx, permit, ask, phase)?;
    if phase == ask.phase { Ok(()) } else { clock::wind(tx, ask, For::Word) }
}

/// Writes what an ask has become; what is over keeps no words.
pub(super) fn settle(tx: &mut Tx<'_>, permit: &Permit, ask: &Ask, phase: Phase) -> Result<(), Error> {
    if phase.is_live() {
        return store::set_phase(tx, permit, ask.id, phase);
    }
    if ask.over_on.is_some() {
        return Ok(());
    }
    clock::unwind(tx, ask)?;
    let now = tx.now();
    if ask.is_in_vain(now) {
        listen::count(tx, Outcome::Unanswered)?;
    }
    store::end(tx, permit, ask.id, phase)?;
    told::look(tx)
}

/// Two at once: the second tries again, and finds what the first one made.
fn at_once(error: Error) -> Error {
    match error {
        Error::Fault(Fault::Taken(_)) => Fault::Race.into(),
        other => other,
    }
}

/// Whether somebody may listen at all.
pub(super) fn refuse_unknown(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    let (face, now) = (viewer.member()?.face, tx.now());
    views::may_listen(tx, face, now)?.map_err(Error::from)
}
