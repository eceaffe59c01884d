//! What somebody needs and offers is sealed by the ring, and filled up, so that its length says nothing.

use std::fmt;

use super::{Buddy, Card, Note, NoteHeld, Noted};
use crate::kernel::{BuddyId, Day, Error};
use crate::keys::{Field, Keyring, Sealed};

/// Sealed cards are filled up to this, which the longest fits into.
const FILLED_TO: usize = 2_048;
/// Sealed notes are, to this: one is as long as none.
const NOTE_FILLED_TO: usize = 128;

/// Seals and opens cards and notes.
#[derive(Debug, Clone)]
pub struct Sealer(Keyring);

impl Sealer {
    /// With a ring.
    #[must_use]
    pub const fn new(ring: Keyring) -> Self {
        Self(ring)
    }

    /// Seals the card of a row.
    ///
    /// # Errors
    /// `keys-lost`.
    pub(super) fn seal<F: Field>(&self, whose: impl fmt::Display, card: &Card) -> Result<Sealed<F>, Error> {
        self.0.seal_filled(whose, card, FILLED_TO)
    }

    /// Opens it; none where its key is not here.
    pub(super) fn open<F: Field>(&self, whose: impl fmt::Display, sealed: &Sealed<F>) -> Option<Card> {
        Card::read(&self.0.unseal(whose, sealed).ok()?)
    }

    /// Seals the latest note of a side; none is sealed alike.
    ///
    /// # Errors
    /// `keys-lost`.
    pub(super) fn seal_note(&self, whose: BuddyId, noted: Option<Noted>) -> Result<Sealed<NoteHeld>, Error> {
        self.0.seal_filled(whose, &noted, NOTE_FILLED_TO)
    }

    /// Opens it: one of this week; none, also where its key is not here.
    pub(super) fn note(&self, whose: BuddyId, sealed: &Sealed<NoteHeld>, today: Day) -> Option<Noted> {
        let noted: Option<Option<Noted>> = self.0.open_filled(whose, sealed);
        noted.flatten().filter(|noted| !noted.is_over(today))
    }

    /// What the latest note of a side says.
    #[must_use]
    pub fn said(&self, side: &Buddy, today: Day) -> Option<Note> {
        self.note(side.id, &side.noted, today).map(|noted| noted.note)
    }

    /// Whether it says something that is over, or that nothing opens any more.
    pub(super) fn is_over(&self, whose: BuddyId, sealed: &Sealed<NoteHeld>, today: Day) -> bool {
        let noted: Option<Option<Noted>> = self.0.open_filled(whose, sealed);
        noted.is_none_or(|noted| noted.is_some_and(|noted| noted.is_over(today)))
    }

    /// Whether there are keys at all.
    pub(super) fn is_here(&self) -> bool {
        self.0.is_here()
    }
}
