//! Looking after things, in the browser.

mod all;
mod case;
pub(super) mod door;
mod log;
mod own;
mod queue;

pub use queue::card;

use super::{Decision, Refusal, Sentence, Verb};
use crate::forum::content_notes::{self, Notes};
use crate::http::{Doors, Fields, Who};
use crate::identity::affiliations::{Label, Tie, With};
use crate::identity::brief::Brief;
use crate::kernel::{FaceId, Moment};
use crate::safety::reports::ConcernId;
use crate::ui::{Faults, Shell};

/// In a page with several forms: which decision the one that was sent is about.
const ACT: &str = "act";
/// Seconds for which somebody who takes a concern has it to themself.
const LEASE_S: i64 = 15 * 60;

/// The doors of looking after things.
pub fn doors(doors: &mut Doors) {
    doors.get("/look", Who::Keeper, queue::show);
    doors.post("/look", Who::Keeper, queue::decide_many);
    doors.get("/look/done", Who::Keeper, log::show);
    doors.post("/look/done/{act}", Who::Keeper, log::undo);
    doors.post("/look/answers/{act}", Who::Keeper, log::answer);
    doors.get("/look/{case}", Who::Keeper, case::show);
    doors.post("/look/{case}", Who::Keeper, case::decide);
    doors.get("/look/{case}/all", Who::Keeper, all::show);
    doors.post("/look/{case}/all", Who::Keeper, all::decide);
    doors.post("/look/{case}/take", Who::Keeper, case::take);
    doors.post("/look/{case}/hand-up", Who::Keeper, case::hand_up);
    doors.get("/decisions", Who::Member, own::show);
    doors.post("/decisions/{act}", Who::Member, own::appeal);
    doors.get("/status/decisions", Who::Visitor, own::show_held);
    doors.post("/status/decisions/{act}", Who::Visitor, own::appeal_held);
    doors.get("/what-we-did", Who::Visitor, log::what_we_did);
}

/// Who looks at which concern right now. In memory alone: no row says when somebody was here.
pub struct Leases(Brief<ConcernId, (FaceId, String)>);

impl Default for Leases {
    fn default() -> Self {
        Self(Brief::lasting_s(LEASE_S))
    }
}

impl Leases {
    /// Takes a concern for a while, or goes on with it.
    ///
    /// # Errors
    /// `act-taken` while somebody else has it.
    pub fn take(&self, id: ConcernId, by: (FaceId, String), now: Moment) -> Result<(), Refusal> {
        self.check(id, by.0, now)?;
        self.0.put(id, by, now);
        Ok(())
    }

    /// Whether somebody may decide: nobody else has it.
    ///
    /// # Errors
    /// `act-taken`.
    pub fn check(&self, id: ConcernId, face: FaceId, now: Moment) -> Result<(), Refusal> {
        match self.0.peek(&id, now) {
            Some((other, _)) if other != face => Err(Refusal::Taken),
            _ => Ok(()),
        }
    }

    /// Who has it.
    #[must_use]
    pub fn holder(&self, id: ConcernId, now: Moment) -> Option<(FaceId, String)> {
        self.0.peek(&id, now)
    }

    /// It is done with.
    pub fn release(&self, id: ConcernId, now: Moment) {
        self.0.take(&id, now);
    }
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
    })
}

#[test]
fn a_concern_is_one_persons_for_a_quarter_of_an_hour() {
    let (leases, id) = (Leases::default(), ConcernId(1));
    let (ada, maya) = ((FaceId(1), "Ada".to_owned()), (FaceId(2), "Maya".to_owned()));
    let at = |second| Moment(0).plus_s(second);
    assert_eq!(leases.take(id, ada.clone(), at(0)), Ok(()));
    assert_eq!(leases.take(id, maya.clone(), at(899)), Err(Refusal::Taken));
    assert_eq!(leases.take(id, ada, at(899)), Ok(()));
    assert_eq!(leases.check(id, FaceId(2), at(900)), Err(Refusal::Taken));
    assert_eq!(leases.take(id, maya, at(899 + 900)), Ok(()));
    leases.release(id, at(1_800));
    assert_eq!(leases.holder(id, at(1_800)), None);
}
