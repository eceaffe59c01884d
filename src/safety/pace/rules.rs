//! Whether there is room for one more.

use std::collections::BTreeSet;

use super::Room;
use crate::forum::pace::Refusal;
use crate::safety::reports::{Concern, ConcernId};

impl Room {
    /// Whether they may take this one. Whoever is in danger can be taken beyond the limits, one at a time and by a word of
    /// theirs; not on a break, which ends by one.
    ///
    /// # Errors
    /// `pace-away`, `pace-enough`, `pace-hands-full`.
    pub fn check_take(&self, of: &Concern, lifts: bool) -> Result<(), Refusal> {
        self.check_decide(of, lifts)?;
        if self.is_known(of) || lifts && of.is_distress() || !self.limits.at_once.is_reached(self.held.len())
        {
            return Ok(());
        }
        Err(Refusal::HandsFull)
    }

    /// Whether they may decide about this one: what was not taken before counts as one more of the day.
    ///
    /// # Errors
    /// `pace-away`, `pace-enough`.
    pub fn check_decide(&self, of: &Concern, lifts: bool) -> Result<(), Refusal> {
        if self.away.is_some() {
            return Err(Refusal::Away);
        }
        if self.is_known(of) || lifts && of.is_distress() || !self.limits.a_day.is_reached(self.today.len()) {
            return Ok(());
        }
        Err(Refusal::Enough)
    }

    /// Whether they may decide about these at once: each that is not theirs yet is one more of the day.
    ///
    /// # Errors
    /// As [`Room::check_decide`].
    pub fn check_many(&self, ids: &[ConcernId]) -> Result<(), Refusal> {
        if self.away.is_some() {
            return Err(Refusal::Away);
        }
        let more: BTreeSet<&ConcernId> = ids.iter().filter(|id| !self.today.contains(id)).collect();
        let is_too_many = !more.is_empty() && self.limits.a_day.is_reached(self.today.len() + more.len() - 1);
        if is_too_many { Err(Refusal::Enough) } else { Ok(()) }
    }

    /// Why no more is offered; none: there is room.
    #[must_use]
    pub fn full(&self) -> Option<Refusal> {
        if self.away.is_some() {
            Some(Refusal::Away)
        } else if self.limits.a_day.is_reached(self.today.len()) {
            Some(Refusal::Enough)
        } else if self.limits.at_once.is_reached(self.held.len()) {
            Some(Refusal::HandsFull)
        } else {
            None
        }
    }

    /// Whether it is in their hands, or was today.
    fn is_known(&self, of: &Concern) -> bool {
        self.today.contains(&of.id) || self.held.contains(&of.id)
    }
}

#[cfg(test)]
fn room(a_day: &str, at_once: &str, today: &[i64], held: &[i64]) -> Room {
    use crate::forum::pace::{Cap, Limits};
    use crate::safety::reports::ConcernId;
    let cap = |typed| Cap::parse(typed).unwrap_or(Cap::NONE);
    let ids = |ids: &[i64]| ids.iter().copied().map(ConcernId).collect();
    let limits = Limits { a_day: cap(a_day), at_once: cap(at_once) };
    Room { limits, today: ids(today), held: ids(held), away: None, folds: true }
}

#[test]
fn a_limit_holds_for_what_is_new_and_is_lifted_for_one_in_danger() {
    use crate::safety::actions::concern_for_tests as of;
    let (calm, danger) = (of(9, 9), of(8, 0));
    let full = room("2", "", &[1, 2], &[]);
    assert_eq!(full.check_take(&calm, false), Err(Refusal::Enough));
    assert_eq!(full.check_take(&calm, true), Err(Refusal::Enough), "only for somebody in danger");
    assert_eq!(full.check_take(&danger, false), Err(Refusal::Enough));
    assert_eq!(full.check_take(&danger, true), Ok(()));
    assert_eq!(full.check_decide(&of(2, 9), false), Ok(()), "it is one of theirs");
    let hands = room("", "1", &[1], &[1]);
    assert_eq!(
        (hands.check_take(&calm, false), hands.full()),
        (Err(Refusal::HandsFull), Some(Refusal::HandsFull))
    );
    assert_eq!(hands.check_decide(&calm, false), Ok(()), "it is in no hands for long");
    assert_eq!(room("2", "2", &[1], &[1]).full(), None);
    let ids = |ids: &[i64]| ids.iter().copied().map(ConcernId).collect::<Vec<_>>();
    let one_left = room("2", "", &[1], &[]);
    assert_eq!(
        (one_left.check_many(&ids(&[1, 2])), one_left.check_many(&ids(&[2, 3]))),
        (Ok(()), Err(Refusal::Enough))
    );
}

#[test]
fn on_a_break_nothing_is_taken_not_even_in_danger() {
    use crate::forum::pace::Break;
    use crate::safety::actions::concern_for_tests as of;
    let away = Room { away: Some(Break { back_on: None }), ..room("", "", &[], &[]) };
    assert_eq!(away.check_take(&of(1, 0), true), Err(Refusal::Away));
    assert_eq!((away.check_decide(&of(1, 9), false), away.full()), (Err(Refusal::Away), Some(Refusal::Away)));
}
