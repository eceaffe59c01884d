//! Telling that somebody may need company, and keeping the list.

use super::{Lines, List, model, store};
use crate::db::Tx;
use crate::events::forum::Event;
use crate::kernel::{Error, ReplyId, ThreadId};
use crate::policy::{self, Action, Viewer};

/// Tells those who look after things of a post whose writer asks for that, or whose words meet the list: a private word,
/// and nothing else happens. Telling twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn look(
    tx: &mut Tx<'_>,
    (thread, reply): (ThreadId, Option<ReplyId>),
    words: &str,
    is_asked: bool,
) -> Result<(), Error> {
    let is_met = store::list(tx)?.meets(words);
    if !is_asked && !is_met {
        return Ok(());
    }
    tx.emit(Event::LookoutRaised { thread, reply, is_asked, is_met })
}

/// Keeps a host's own lines, and those of the server that they leave out. Twice is the same as once.
///
/// # Errors
/// `hosts-only`; `phrases-many`, `phrases-long`.
pub fn keep(tx: &mut Tx<'_>, viewer: &Viewer, (added, dropped): (&Lines, &Lines)) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;

    let list = List { added: model::lines("added", added)?, dropped: model::lines("dropped", dropped)? };
    store::set(tx, &permit, &list)
}
