//! How fast words come, and whether the same comes in several places: from memory alone, as for those who write here.

use super::asking::Asking;
use super::read::Words;
use crate::federation::far::{self, Placed};
use crate::forum::screening::{self, By};
use crate::forum::{groups, threads};
use crate::kernel::{Error, FaceId, GroupId};
use crate::policy::{Far, Viewer};

/// Whoever has no face here: nothing was decided of them, and much may be of where they speak.
const NOBODY: FaceId = FaceId(0);

/// Whether more came from somebody than the pace allows: that of a group of ours, or what was decided here of them or of the thread,
/// also where the group is elsewhere. What is too much waits for a look. Writers are told apart by their address: whoever says
/// something here for the first time has no face yet, and is no faster for it.
pub(super) async fn is_too_fast(
    asking: &Asking<'_>,
    group: GroupId,
    (line, above): (&[(Words, String)], Option<&Placed>),
) -> Result<bool, Error> {
    let Some((words, _)) = line.last() else { return Ok(false) };
    let (author, now) = (words.author.clone(), asking.app.clock().now());
    let above = above.map(|placed| placed.thread);
    let whose = (author.clone(), group);
    let minutes = asking
        .look(move |db| {
            let face = far::far_face(db, &author)?.unwrap_or(NOBODY);
            let viewer = Viewer::Far(Far { face, is_partner: false, keeps: false });
            let group = groups::find(db, group)?;
            let thread = above.map(|thread| threads::find_by_id(db, thread)).transpose()?;
            screening::pace(db, &viewer, (&group, thread.as_ref()), now)
        })
        .await?;
    Ok(asking.app.paces().admit_far(whose, minutes, now).is_err())
}

/// Whether they said the same in several places of this community lately, whichever groups these are of: what is one thread here is
/// one place, whether it stood before or came along.
pub(super) async fn is_repeated(
    asking: &Asking<'_>,
    group: GroupId,
    (line, above): (&[(Words, String)], Option<&Placed>),
) -> Result<bool, Error> {
    let Some((words, _)) = line.last() else { return Ok(false) };
    let thread = match above.map(|placed| (placed.thread, placed.thread_id.to_string())) {
        Some((thread, id)) => Some(asking.look(move |db| far::opened_by(db, thread)).await?.unwrap_or(id)),
        None => line.first().filter(|_| words.answers.is_some()).map(|(root, _)| root.uri.clone()),
    };
    let place = thread.unwrap_or_else(|| group.to_string());
    let said = format!("{}\n{}", words.title.as_str(), words.body.as_str());
    Ok(asking.app.paces().echoes(&said, (By::Far(&words.author), &place), asking.app.clock().now()))
}
