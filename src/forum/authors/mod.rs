//! What one face wrote: read on its own page, taken back when its account goes.

mod store;

use std::collections::HashSet;

use crate::db::{Db, Tx};
use crate::events::{Listener, outbox};
use crate::forum::{quiet, replies, threads};
use crate::identity::accounts::{self, Profile};
use crate::identity::names;
use crate::jobs::{self, Job, Task};
use crate::kernel::{Error, FaceId, GroupId};
use crate::policy::{Permit, Rank, Viewer};

use store::{By, Which};
pub use store::{Said, Written, amount, away_elsewhere, has_said_in, is_away_elsewhere, is_part, latest};

/// Threads on a person's page.
const LATEST: i64 = 20;
/// Times that some hundreds go out of sight in one act: nobody's hands wrote more.
const TURNS: usize = 40;

/// A person and what of theirs this viewer may read. To visitors somebody exists only through what they wrote for
/// the open web; otherwise names could be tried one by one. Whoever blocked the viewer was never there; whomever the viewer
/// blocked is there by name alone, so that it can be taken back.
///
/// # Errors
/// [`Error::Absent`] alike for nobody, somebody who is gone, and somebody who is not for this viewer.
pub fn find(db: &mut Db, viewer: &Viewer, name: &str) -> Result<(Profile, Vec<Written>), Error> {
    let mut profile = accounts::find_by_name(db, &names::key(name))?;
    let keeps_all = matches!(viewer.rank(), Some(Rank::Keeper | Rank::Host));
    if viewer.is_signed_in() && !keeps_all {
        let ties = quiet::ties(db, viewer.face(), profile.id)?;
        // In this order: what one's own block leaves says nothing of theirs.
        if ties.blocks {
            profile.about.clear();
            return Ok((profile, Vec::new()));
        }
        if ties.is_blocked {
            return Err(Error::Absent);
        }
    }
    let written = store::latest(db, viewer, profile.id, LATEST)?;
    if written.is_empty() && !viewer.is_signed_in() { Err(Error::Absent) } else { Ok((profile, written)) }
}

/// All that a face said in a group and that stands there, read past the scopes of the forum: threads, then replies, the newest
/// first, at most five hundred of each.
///
/// # Errors
/// A fault of the database.
pub fn standing_in(db: &mut Db, face: FaceId, group: GroupId) -> Result<Vec<Said>, Error> {
    store::standing(db, Which { by: By::Face(face), group: Some(group), read_by: None })
}

/// All that came from a community and stands where this viewer may read it, likewise.
///
/// # Errors
/// A fault of the database.
pub fn standing_from(db: &mut Db, viewer: &Viewer, domain: &str) -> Result<Vec<Said>, Error> {
    store::standing(db, Which { by: By::Community(domain), group: None, read_by: Some(viewer) })
}

/// Puts all that a face said in a group out of sight, however much that is; returns what it was.
///
/// # Errors
/// A fault of the database.
pub fn put_all_away(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (face, group): (FaceId, GroupId),
) -> Result<Vec<Said>, Error> {
    until_none(tx, permit, |db| standing_in(db, face, group))
}

/// All that a face said anywhere and that stands where this viewer may read it; and, where it was told of something in a
/// group, all of that group, as [`standing_in`]. What stands under another name is another face's.
///
/// # Errors
/// A fault of the database.
pub fn standing_here(
    db: &mut Db,
    viewer: &Viewer,
    (face, group): (FaceId, Option<GroupId>),
) -> Result<Vec<Said>, Error> {
    let which = Which { by: By::Face(face), group: None, read_by: Some(viewer) };
    let mut said = store::standing(db, which)?;
    let Some(group) = group else { return Ok(said) };
    let seen: HashSet<_> = said.iter().map(|one| (one.thread, one.reply)).collect();
    let there = standing_in(db, face, group)?;
    said.extend(there.into_iter().filter(|one| !seen.contains(&(one.thread, one.reply))));
    Ok(said)
}

/// Puts all that a face said anywhere, as [`standing_here`], out of sight; returns what that was.
///
/// # Errors
/// A fault of the database.
pub fn put_all_here_away(
    tx: &mut Tx<'_>,
    (viewer, permit): (&Viewer, &Permit),
    (face, group): (FaceId, Option<GroupId>),
) -> Result<Vec<Said>, Error> {
    until_none(tx, permit, |db| standing_here(db, viewer, (face, group)))
}

/// What stands is read some hundreds at a time, until nothing does.
fn until_none(
    tx: &mut Tx<'_>,
    permit: &Permit,
    standing: impl Fn(&mut Db) -> Result<Vec<Said>, Error>,
) -> Result<Vec<Said>, Error> {
    let mut all = Vec::new();
    for _ in 0..TURNS {
        let said = standing(tx)?;
        if said.is_empty() {
            break;
        }
        put_away(tx, permit, &said)?;
        all.extend(said);
    }
    Ok(all)
}

fn put_away(tx: &mut Tx<'_>, permit: &Permit, said: &[Said]) -> Result<(), Error> {
    said.iter().try_for_each(|one| match one.reply {
        Some(reply) => replies::put_away(tx, permit, reply),
        None => threads::put_away(tx, permit, one.thread),
    })
}

/// Forgets somebody who is gone: drafts, kind words and earlier wordings always; what they wrote if they said so.
///
/// # Errors
/// A fault of the database.
pub fn forget(tx: &mut Tx<'_>, face: FaceId, takes_words_back: bool) -> Result<(), Error> {
    store::drop_drafts(tx, face)?;
    store::take_back_reactions(tx, face)?;
    store::drop_revisions(tx, face)?;
    if !takes_words_back {
        return Ok(());
    }
    store::take_back_words(tx, face)?;
    let payload = serde_json::to_string(&face).map_err(Error::other)?;
    jobs::add(tx, &Task { payload, after_s: BURY_AFTER_S, ..Task::new(BURY) })
}

/// The job that deletes what is left of somebody whose words are gone, and when.
pub const BURY: &str = "bury-face";
const BURY_AFTER_S: i64 = 60;

/// The places where words stood pass to nobody, so that nothing says which of them had one writer; then the face goes.
/// It waits until everybody who looks for words by their writer has heard.
///
/// # Errors
/// A fault of the database.
pub fn bury(tx: &mut Tx<'_>, job: &Job) -> Result<(), Error> {
    let face: FaceId = serde_json::from_str(&job.payload).map_err(Error::other)?;
    for listener in Listener::ALL {
        if outbox::is_behind(tx, *listener)? {
            let payload = job.payload.clone();
            return jobs::add(tx, &Task { payload, after_s: BURY_AFTER_S * 60, ..Task::new(BURY) });
        }
    }
    // In a commit of its own: it may be an alias, and what others said of it stands on the side of their accounts.
    if quiet::bury(tx, face)? > 0 {
        return jobs::add(
            tx,
            &Task { payload: job.payload.clone(), after_s: BURY_AFTER_S, ..Task::new(BURY) },
        );
    }
    let nobody = accounts::nobody(tx)?;
    store::hand_over(tx, face, nobody)?;
    accounts::bury_face(tx, face)
}
