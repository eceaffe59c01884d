//! Taking something out of the circle.

use super::What;
use crate::db::{Db, Tx};
use crate::events::safety::Event;
use crate::identity::{accounts, names};
use crate::kernel::{Error, FaceId};
use crate::policy::{Permit, Viewer};
use crate::recovery::circle;
use crate::safety::actions::{self, Noted, Sentence, State};
use crate::safety::reports::Tier;

/// Proof that somebody looks after the community, and so after its circle.
///
/// # Errors
/// `sign-in-first`, `keepers-only`.
pub fn may(db: &mut Db, viewer: &Viewer) -> Result<Permit, Error> {
    actions::may_decide(db, viewer, (Tier::House, None))
}

/// Takes somebody's line, or what they said at the top, out of today's circle or yesterday's; or them out of the weeks they
/// host. They read why, and what is gone stays gone. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`, `keepers-only`; absent for a name that nobody has.
pub fn take_out(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    (what, name, is_yesterday): (What, &str, bool),
    words: &Sentence,
) -> Result<(), Error> {
    let permit = may(tx, viewer)?;
    let face = find(tx, name)?;

    let was_there = match what {
        What::Line => circle::take_line_out(tx, &permit, (face, is_yesterday))?,
        What::Greeting => circle::take_greeting_out(tx, &permit, (face, is_yesterday))?,
        What::Week => circle::free(tx, &permit, face)?,
    };
    if !was_there {
        return Ok(());
    }
    let noted = Noted {
        thread: None,
        face: Some(face),
        group: None,
        tier: Tier::House,
        verb: what.verb(),
        state: State::Done,
        words: words.as_str(),
        was: "",
        until: None,
    };
    actions::note(tx, &permit, &noted)?;

    if face == permit.actor() { Ok(()) } else { tx.emit(Event::Decided { face, group: None }) }
}

fn find(tx: &mut Tx<'_>, name: &str) -> Result<FaceId, Error> {
    if name.is_empty() || name.contains('\0') {
        return Err(Error::Absent);
    }
    accounts::find_by_name(tx, &names::key(name)).map(|profile| profile.id)
}
