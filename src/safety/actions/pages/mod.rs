//! Looking after things, in the browser.

mod all;
pub(in crate::safety) mod case;
pub(in crate::safety) mod door;
mod log;
pub(in crate::safety) mod own;
mod queue;
mod several;

pub use log::refused as not_taken_back;
pub use queue::{after, card};

use super::views::Line;
use super::{Decision, Refusal, Sentence, Verb};
use crate::forum::content_notes::{self, Notes};
use crate::http::{Doors, Fields, Who};
use crate::identity::affiliations::{Label, Tie, With};
use crate::identity::brief::Brief;
use crate::kernel::{FaceId, Moment};
use crate::safety::crisis::Duty;
use crate::safety::pace::Tally;
use crate::safety::reports::{Concern, ConcernId};
use crate::ui::{Faults, Shell};

/// The queue after a decision: it says how that is taken back.
pub(in crate::safety) const DECIDED: &str = "/look?decided";
/// In a page with several forms: which decision the one that was sent is about.
const ACT: &str = "act";
/// Seconds for which somebody who takes a concern has it to themself; less where somebody may be in distress, so that
/// nobody waits for whoever was called away.
const LEASE_S: i64 = 15 * 60;
const LEASE_DISTRESS_S: i64 = 5 * 60;

/// The doors of looking after things.
pub fn doors(doors: &mut Doors) {
    doors.get("/look", Who::Keeper, queue::show);
    doors.post("/look", Who::Keeper, several::decide);
    doors.get("/look/done", Who::Keeper, log::show);
    doors.post("/look/done/{act}", Who::Keeper, log::undo);
    doors.post("/look/answers/{act}", Who::Keeper, log::answer);
    doors.get("/look/{case}", Who::Keeper, case::show);
    doors.post("/look/{case}", Who::Keeper, case::decide);
    doors.get("/look/{case}/all", Who::Keeper, all::show);
    doors.post("/look/{case}/all", Who::Keeper, all::decide);
    doors.post("/look/{case}/away", Who::Keeper, case::put_away);
    doors.post("/look/{case}/take", Who::Keeper, case::take);
    doors.post("/look/{case}/hand-up", Who::Keeper, case::hand_up);
    doors.get("/decisions", Who::Member, own::show);
    doors.post("/decisions/{act}", Who::Member, own::appeal);
    doors.get("/status/decisions", Who::Visitor, own::show_held);
    doors.post("/status/decisions/{act}", Who::Visitor, own::appeal_held);
}

/// Who looks at which concern right now, who is on duty, and what each took today. In memory alone: no row says when somebody was here.
pub struct Leases {
    calm: Brief<ConcernId, (FaceId, String)>,
    distress: Brief<ConcernId, (FaceId, String)>,
    duty: Duty,
    tally: Tally,
}

impl Default for Leases {
    fn default() -> Self {
        let (calm, distress) = (Brief::lasting_s(LEASE_S), Brief::lasting_s(LEASE_DISTRESS_S));
        Self { calm, distress, duty: Duty::default(), tally: Tally::default() }
    }
}

impl Leases {
    /// Takes a concern for a while, or goes on with it.
    ///
    /// # Errors
    /// `act-taken` while somebody else has it.
    pub fn take(&self, of: &Concern, by: (FaceId, String), now: Moment) -> Result<(), Refusal> {
        self.check(of.id, by.0, now)?;
        self.tally.add(by.0, of.id, now.day());
        self.keep(of, by, now);
        Ok(())
    }

    /// Whoever has it did something about it, and has it for as long again.
    pub fn go_on(&self, of: &Concern, face: FaceId, now: Moment) {
        if let Some(by) = self.holder(of.id, now).filter(|by| by.0 == face) {
            self.keep(of, by, now);
        }
    }

    fn keep(&self, of: &Concern, by: (FaceId, String), now: Moment) {
        self.release(of.id, now);
        let kept = if of.is_distress() { &self.distress } else { &self.calm };
        kept.put(of.id, by, now);
    }

    /// What each took today.
    #[must_use]
    pub const fn tally(&self) -> &Tally {
        &self.tally
    }

    /// What somebody has in their hands.
    #[must_use]
    pub fn held(&self, face: FaceId, now: Moment) -> Vec<ConcernId> {
        [&self.calm, &self.distress].iter().flat_map(|kept| kept.keys(now, |by| by.0 == face)).collect()
    }

    /// What others have in their hands.
    #[must_use]
    pub fn of_others(&self, face: FaceId, now: Moment) -> Vec<ConcernId> {
        [&self.calm, &self.distress].iter().flat_map(|kept| kept.keys(now, |by| by.0 != face)).collect()
    }

    /// Puts all of it down: others find it free.
    pub fn give_back(&self, face: FaceId, now: Moment) {
        self.held(face, now).into_iter().for_each(|id| self.release(id, now));
    }

    /// Who is on duty.
    #[must_use]
    pub const fn duty(&self) -> &Duty {
        &self.duty
    }

    /// Whether somebody may decide: nobody else has it.
    ///
    /// # Errors
    /// `act-taken`.
    pub fn check(&self, id: ConcernId, face: FaceId, now: Moment) -> Result<(), Refusal> {
        match self.holder(id, now) {
            Some((other, _)) if other != face => Err(Refusal::Taken),
            _ => Ok(()),
        }
    }

    /// Who has it.
    #[must_use]
    pub fn holder(&self, id: ConcernId, now: Moment) -> Option<(FaceId, String)> {
        self.distress.peek(&id, now).or_else(|| self.calm.peek(&id, now))
    }

    /// It is done with.
    pub fn release(&self, id: ConcernId, now: Moment) {
        self.calm.take(&id, now);
        self.distress.take(&id, now);
    }
}

/// A sentence that was typed for one decision, where its form is on the page no more.
fn left_over<'a>(fields: &'a Fields, mut there: impl Iterator<Item = &'a Line>) -> Option<&'a str> {
    let (of, words) = (fields.one(ACT), fields.one("words"));
    let is_lost = !of.is_empty() && !words.is_empty() && !there.any(|line| line.act.id.to_string() == of);
    is_lost.then_some(words)
}

/// A label, if what sort of business it is was chosen and which was said.
pub(super) fn label(tie: &str, with: &str) -> Option<Label> {
    let (tie, with) = (Tie::chosen(tie).ok()?, With::parse(with).ok()?);
    Some(Label { tie, with: with.into_string() })
}

/// What was decided in a form, or what is missing there.
fn parse(ui: &Shell, fields: &Fields, faults: &mut Faults) -> Option<Decision> {
    let verb = faults.take(ui, "verb", Verb::parse(fields.one("verb")).ok_or(Refusal::Unchosen));
    // What stays as it is needs no sentence: nobody is told.
    let typed = if verb == Some(Verb::Fine) && fields.one("words").trim().is_empty() {
        "fine"
    } else {
        fields.one("words")
    };
    let words = faults.take(ui, "words", Sentence::parse(typed));
    Some(Decision {
        verb: verb?,
        words: words?,
        days: fields.one("days").trim().parse().unwrap_or(0),
        notes: Notes { labels: content_notes::chosen(fields), words: String::new() },
        label: label(fields.one("label_tie"), fields.one("label_with")),
        removes: fields.sent("removes"),
        closes: fields.sent("closes"),
        shares: fields.sent("shares") && !fields.one("words").trim().is_empty(),
    })
}

#[cfg(test)]
pub(in crate::safety) fn of(id: i64, urgency: i64) -> Concern {
    use crate::safety::reports::{Outcome, Tier};
    Concern {
        id: ConcernId(id),
        subject: String::new(),
        thread_id: None,
        reply_id: None,
        face_id: None,
        group_id: None,
        tier: Tier::House,
        people: 1,
        opened_at: Moment(0),
        decided_on: None,
        outcome: Outcome::Waits,
        urgency,
        is_asked: false,
        is_met: false,
        after_on: None,
        is_passed_on: false,
        seen_on: None,
        why: String::new(),
    }
}

#[test]
fn a_concern_is_one_persons_for_a_quarter_of_an_hour_and_less_in_distress() {
    for (urgency, life) in [(9, 900), (1, 300)] {
        let (leases, concern) = (Leases::default(), of(1, urgency));
        let (ada, maya) = ((FaceId(1), "Ada".to_owned()), (FaceId(2), "Maya".to_owned()));
        let at = |second| Moment(0).plus_s(second);
        assert_eq!(leases.take(&concern, ada.clone(), at(0)), Ok(()));
        assert_eq!(leases.take(&concern, maya.clone(), at(life - 1)), Err(Refusal::Taken));
        assert_eq!(leases.take(&concern, ada, at(life - 1)), Ok(()));
        assert_eq!(leases.check(concern.id, FaceId(2), at(life)), Err(Refusal::Taken));
        assert_eq!(leases.take(&concern, maya, at(2 * life - 1)), Ok(()));
        leases.release(concern.id, at(2 * life));
        assert_eq!(leases.holder(concern.id, at(2 * life)), None);
    }
}
