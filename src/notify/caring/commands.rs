//! Sending a caring note to whoever opened a thread.

use super::{A_DAY, FROM_EACH_A_DAY, LINES, Refusal, To};
use crate::db::{Db, Tx};
use crate::forum::quiet;
use crate::forum::threads::{self, Author, Thread};
use crate::kernel::{Error, FaceId, PublicId};
use crate::keys::Keyring;
use crate::notify::choices::{self, Place, Sort};
use crate::notify::inbox::{self, Kind, Marks};
use crate::notify::{About, News, mail, push};
use crate::policy::{self, Action, Permit, Standing, Viewer};
use crate::support::buddies::Note;

/// Whom a note would go to.
///
/// # Errors
/// Absent for a thread out of reach, or by an alias, or of another community; `taken-back`, `sign-in-first`, `caring-own`.
pub fn to(db: &mut Db, viewer: &Viewer, id: &PublicId) -> Result<To, Error> {
    let (_, author, _) = load(db, viewer, id)?;
    Ok(To { name: author.name, seed: author.seed })
}

/// Sends one. A second one to the same person on one day changes nothing.
///
/// # Errors
/// As [`to`]; `caring-unknown`, `caring-sent`, `caring-full`.
pub fn send(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    keys: &Keyring,
    (id, note): (&PublicId, Note),
    marks: &dyn Fn(FaceId) -> Marks,
) -> Result<(), Error> {
    let (thread, _, permit) = load(tx, viewer, id)?;
    let (from, to, today) = (permit.actor(), thread.author_face, tx.now().day());
    if !LINES.contains(&note) {
        return Err(Refusal::Unknown.into());
    }
    let sent = inbox::noted_by(tx, from, today)?;
    if sent.contains(&to) {
        return Ok(());
    }
    if sent.len() >= FROM_EACH_A_DAY {
        return Err(Refusal::Sent.into());
    }
    if inbox::noted(tx, to, today)? >= A_DAY {
        return Err(Refusal::Full.into());
    }

    let about = About::Note { thread: thread.id, note, from };
    let news = News {
        to: crate::notify::To::Face(to),
        kind: Kind::Note,
        about,
        from: Some(from),
        spares: None,
        past: None,
    };
    let chosen = choices::of(tx, keys, to)?;
    // Whoever sends it learns nothing of who does not want to hear from them.
    let is_unheard = quiet::is_unwanted(tx, (to, from), Some(thread.id))?
        || chosen.place(Sort::Kindness) == Place::Nowhere;
    if is_unheard {
        return inbox::put_unheard(tx, to, &news);
    }
    inbox::put(tx, to, &news, &marks(to))?;

    push::ring(tx, to, Sort::Kindness, &chosen)?;
    mail::tell(tx, to, Sort::Kindness, &chosen)
}

/// Never to an alias, which whoever is behind it would have to read as themself; and nothing goes to another community.
fn load(db: &mut Db, viewer: &Viewer, id: &PublicId) -> Result<(Thread, Author, Permit), Error> {
    viewer.member()?;
    let (thread, author) = threads::find(db, viewer, id)?;
    let standing = Standing::towards_words(db, viewer, thread.group_id, thread.author_face)?;
    let permit = policy::may(viewer, Action::React, &standing)?;
    if standing.is_author {
        return Err(Refusal::Own.into());
    }
    // A block holds both ways, and says nothing.
    if quiet::apart(db, permit.actor())?.contains(&thread.author_face) {
        return Err(Error::Absent);
    }
    if author.kind == "name" { Ok((thread, author, permit)) } else { Err(Error::Absent) }
}
