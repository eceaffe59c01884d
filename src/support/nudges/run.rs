//! Sending the nudges of the hour.

use super::{Kept, Nudge, sealed, store};
use crate::db::Tx;
use crate::events::support::Event;
use crate::forum::quiet;
use crate::identity::accounts;
use crate::kernel::Error;
use crate::keys::Keyring;
use crate::support::buddies;

/// The job that sends, every half an hour: not every clock agrees on when an hour begins.
pub const SEND: &str = "send-nudges";

/// A turn.
///
/// # Errors
/// A fault of the database.
pub fn send(tx: &mut Tx<'_>, ring: &Keyring) -> Result<(), Error> {
    if !ring.is_here() {
        return Ok(());
    }
    store::agreed(tx)?.iter().try_for_each(|nudge| send_one(tx, ring, nudge))
}

/// Sends one that both agreed on, if it is due and was not sent today.
pub(super) fn send_one(tx: &mut Tx<'_>, ring: &Keyring, nudge: &Nudge) -> Result<(), Error> {
    let now = tx.now();
    let Some(kept) = sealed::open(ring, nudge) else { return Ok(()) };
    let Some(day) = kept.due(now) else { return Ok(()) };
    let Some(side) = buddies::side(tx, nudge.id)? else { return Ok(()) };
    let are_here = accounts::open_among(tx, &[side.face_id, side.with_face])?.len() == 2;
    if are_here && !quiet::apart(tx, side.face_id)?.contains(&side.with_face) {
        tx.emit(Event::BuddyNudged { by: side.with_face, to: side.face_id })?;
    }
    let sent = Kept { last: Some(day), said: None, ..kept };
    store::set_sealed(tx, nudge.id, &sealed::seal(ring, nudge.id, &sent)?)
}
