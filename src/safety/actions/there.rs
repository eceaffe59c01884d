//! What hosts decide of a whole community elsewhere, kept in the log of service beside all else. It is carried out, and taken
//! back, a storey above, where links are.

use super::model::THERE;
use super::{Act, ActId, Refusal, State, Verb, commands, store};
use crate::db::{Db, Tx};
use crate::kernel::Error;
use crate::policy::scope::safety::Eyes;
use crate::policy::{Permit, Viewer};
use crate::safety::reports::{ConcernId, Tier};

/// What was decided of a whole community elsewhere.
#[derive(Debug, Clone, Copy)]
pub struct There<'a> {
    /// The case it was decided from.
    pub concern: Option<ConcernId>,
    /// The community, by its name on the network.
    pub domain: &'a str,
    /// What.
    pub verb: Verb,
    /// One line, for those who look after things here.
    pub words: &'a str,
    /// What it was before, for taking it back.
    pub was: &'a str,
    /// Why: the code of a reason, or that it stood in a list.
    pub why: &'a str,
}

/// Keeps it.
///
/// # Errors
/// A fault of the database.
pub fn keep(tx: &mut Tx<'_>, permit: &Permit, there: &There<'_>) -> Result<(), Error> {
    store::insert_there(tx, permit, &format!("{THERE}{}", there.domain), there)
}

/// A decision about a whole community that holds, for whoever may take it back.
///
/// # Errors
/// Absent for one that is not in a log of theirs, or is about something else; `act-undone` for one that does not hold.
pub fn holding(db: &mut Db, (viewer, eyes): (&Viewer, &Eyes), id: ActId) -> Result<Act, Error> {
    let act = store::find(db, eyes, id)?;
    commands::may_decide(db, viewer, (Tier::House, None))?;
    if !act.verb.is_there() {
        return Err(Error::Absent);
    }
    if act.state != State::Done || act.domain().is_none() {
        return Err(Refusal::Undone.into());
    }
    Ok(act)
}

/// Says that it was taken back.
///
/// # Errors
/// A fault of the database.
pub fn taken_back(tx: &mut Tx<'_>, permit: &Permit, act: &Act) -> Result<(), Error> {
    store::set_undone(tx, permit, act.id)
}
