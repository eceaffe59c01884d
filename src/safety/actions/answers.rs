//! How whoever a decision met answers it, who reads that, and what comes back. Somebody always may.

use super::back::take_all_back;
use super::commands::{holds_in_part, may_decide};
use super::{Act, ActId, Back, How, Plea, Reader, Refusal, Sentence, State, store};
use crate::db::{Db, Tx};
use crate::events::safety::Event;
use crate::forum::members;
use crate::identity::accounts;
use crate::kernel::{Day, Error, FaceId};
use crate::policy::scope::safety::Eyes;
use crate::policy::{Permit, Viewer};
use crate::safety::reports::{self, Tier};

/// Whoever a decision met answers it, once, and once more if they are asked something. Somebody reads it who did not act: of
/// the group if there is one, else those who look after the whole community. Where nobody else does, whoever decided reads it,
/// and the page said so.
///
/// # Errors
/// Absent for a decision that met somebody else; `act-answered`, `act-undone`.
pub fn appeal(tx: &mut Tx<'_>, own: &[FaceId], id: ActId, words: &Plea) -> Result<(), Error> {
    let act = store::find_met(tx, own, id)?;
    if !holds(tx, &act)? {
        return Err(Refusal::Undone.into());
    }
    // What goes with another part is answered there.
    if act.with_id.is_some() {
        return Err(Error::Absent);
    }
    if act.is_asked() {
        store::set_more(tx, act.id, words.as_str())?;
        return tx.emit(answered(&act, act.appeal_tier));
    }
    if !act.appeal.is_empty() {
        return Err(Refusal::Answered.into());
    }

    let reader = reader(tx, &act)?;
    store::set_appeal(tx, act.id, words.as_str(), reader)?;

    tx.emit(answered(&act, reader))
}

/// Whether a decision holds, or a part of it: where somebody was let back in, what went along with that may.
fn holds(db: &mut Db, act: &Act) -> Result<bool, Error> {
    match act.state {
        State::Done => Ok(true),
        State::Undone => holds_in_part(db, act),
        State::Proposed | State::Dropped => Ok(false),
    }
}

/// The news for those who read an answer.
fn answered(act: &Act, reader: Reader) -> Event {
    let (group, by) = match reader {
        Reader::Group => (act.group_id, act.by_face),
        Reader::House | Reader::Nobody => (None, act.by_face),
        Reader::Same => (act.group_id.filter(|_| act.tier == Tier::Group), None),
    };
    Event::DecisionAnswered { group, by }
}

/// Answers that wait find those who can read them: what nobody of a group answered since a day goes up to those who look after
/// the whole community, if one of them may read it; and where whoever was to read it is gone, somebody else may, or whoever
/// decided. Whom it met is told that it is they.
///
/// # Errors
/// A fault of the database.
pub fn lift_answers(tx: &mut Tx<'_>, before: Day) -> Result<(), Error> {
    for act in store::waiting_answers(tx)? {
        let is_old = act.appealed_on.is_some_and(|day| day < before);
        let next = readers(tx, &act)?.next(act.appeal_tier, is_old);
        if next == act.appeal_tier {
            continue;
        }
        store::set_reader(tx, act.id, next)?;
        tx.emit(answered(&act, next))?;
        if let (Reader::Same, Some(face)) = (next, act.face_id) {
            tx.emit(Event::Decided { face, group: act.group_id })?;
        }
    }
    Ok(())
}

/// Answers what somebody said to a decision, and takes the decision back if they are right; or asks them something first, once.
/// Says whether something newer holds.
///
/// # Errors
/// Absent for one that is not theirs to read, or that they decided themselves while others could read it; `act-answered`.
pub fn answer(
    tx: &mut Tx<'_>,
    (viewer, eyes): (&Viewer, &Eyes),
    (id, words, how): (ActId, &Sentence, How),
) -> Result<Back, Error> {
    let act = store::find_appeal(tx, eyes, id)?;
    let tier = match act.appeal_tier {
        Reader::Group => Tier::Group,
        Reader::House | Reader::Nobody => Tier::House,
        Reader::Same => act.tier,
    };
    let permit = may_decide(tx, viewer, (tier, act.group_id))?;
    if !act.answer.is_empty() {
        return Err(Refusal::Answered.into());
    }

    if how == How::Asks {
        return ask(tx, &permit, (&act, words));
    }

    store::set_answer(tx, &permit, act.id, words.as_str())?;
    let takes_back = how == How::Lifts && holds(tx, &act)?;
    let back = if takes_back { take_all_back(tx, (viewer, &permit), &act)? } else { Back::All };
    if let Some(concern) = act.concern_id.filter(|_| takes_back)
        && !store::holds_about(tx, concern)?
    {
        reports::lifted(tx, &permit, concern)?;
    }
    if takes_back {
        // Nobody looked at each of these by itself.
        reports::open_all_again(tx, &permit, act.head())?;
    }
    if let Some(face) = act.face_id {
        tx.emit(Event::Decided { face, group: act.group_id })?;
    }
    Ok(back)
}

/// Asks something back. The answer waits on meanwhile: whoever reads it may reply without another word.
fn ask(tx: &mut Tx<'_>, permit: &Permit, (act, words): (&Act, &Sentence)) -> Result<Back, Error> {
    if !act.asked.is_empty() {
        return Err(Refusal::Answered.into());
    }

    store::set_asked(tx, permit, act.id, words.as_str())?;
    if let Some(face) = act.face_id {
        tx.emit(Event::Decided { face, group: act.group_id })?;
    }
    Ok(Back::All)
}

/// Who there is to read an answer.
#[derive(Debug, Clone, Copy)]
struct Readers {
    /// Somebody else who looks after the group.
    group: bool,
    /// Somebody else who looks after the whole community.
    house: bool,
    /// Whoever decided still looks after it.
    same: bool,
}

impl Readers {
    /// The nearest: neither whoever decided nor whom it met, as long as there is anybody else. Where there is nobody at all, it
    /// waits for whoever comes to look after the community.
    const fn first(self) -> Reader {
        match (self.group, self.house, self.same) {
            (true, ..) => Reader::Group,
            (false, false, true) => Reader::Same,
            (false, true, _) | (false, false, false) => Reader::House,
        }
    }

    /// Who reads it from now on. Whoever decided goes on where it was said that they read it: those who come may as well.
    const fn next(self, now: Reader, is_old: bool) -> Reader {
        match now {
            Reader::Nobody => Reader::Nobody,
            Reader::Group if is_old && self.house => Reader::House,
            Reader::House if self.house => Reader::House,
            Reader::Same if self.same => Reader::Same,
            Reader::Group | Reader::House | Reader::Same => self.first(),
        }
    }
}

fn readers(db: &mut Db, act: &Act) -> Result<Readers, Error> {
    let is_another = |face: &FaceId| Some(*face) != act.by_face && Some(*face) != act.face_id;
    let mut keepers = Vec::new();
    if let Some(group) = act.group_id.filter(|_| act.tier == Tier::Group) {
        keepers.extend(members::keepers(db, group)?.into_iter().map(|keeper| keeper.membership.face_id));
    }
    let house = accounts::house_faces(db)?;
    let same = act.by_face.is_some_and(|by| keepers.contains(&by) || house.contains(&by));
    Ok(Readers { group: keepers.iter().any(is_another), house: house.iter().any(is_another), same })
}

/// Whether whoever put it is there and still looks after it.
pub(super) fn decides_on(db: &mut Db, act: &Act) -> Result<bool, Error> {
    Ok(readers(db, act)?.same)
}

/// Who there is to read an answer: neither whoever decided nor whom it met, if there is anybody else.
pub(super) fn reader(db: &mut Db, act: &Act) -> Result<Reader, Error> {
    Ok(readers(db, act)?.first())
}

#[test]
fn somebody_reads_an_answer_whoever_is_there() {
    let of = |group, house, same| Readers { group, house, same };
    assert_eq!(of(true, true, true).first(), Reader::Group);
    assert_eq!(of(false, true, true).first(), Reader::House);
    assert_eq!(of(false, false, true).first(), Reader::Same);
    assert_eq!(of(false, false, false).first(), Reader::House, "whoever comes");

    assert_eq!(of(true, true, true).next(Reader::Group, false), Reader::Group);
    assert_eq!(of(true, true, true).next(Reader::Group, true), Reader::House);
    assert_eq!(of(true, false, true).next(Reader::Group, true), Reader::Group, "nobody else is above");
    assert_eq!(of(false, false, true).next(Reader::Group, true), Reader::Same);
    assert_eq!(of(false, false, true).next(Reader::House, false), Reader::Same);
    assert_eq!(of(true, true, true).next(Reader::Same, true), Reader::Same);
    assert_eq!(of(false, true, false).next(Reader::Same, true), Reader::House);
    assert_eq!(of(true, true, true).next(Reader::Nobody, true), Reader::Nobody);
}
