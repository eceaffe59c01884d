//! Keeping words, and letting them go. Only their writer ever meets a draft.

use super::{DraftId, Keep, Place, Refusal, store};
use crate::db::Tx;
use crate::kernel::{Error, FaceId};
use crate::policy::Viewer;

/// Drafts kept for one member.
const DRAFTS_MAX: i64 = 50;
/// The longest draft: a post of the most letters, in a script of four bytes a letter.
const BYTES_MAX: usize = 100_000;

/// Keeps words. Keeping the same form twice keeps one draft; going on from a draft replaces it.
///
/// # Errors
/// `sign-in-first`, `draft-empty`, `draft-too-long`, `drafts-too-many`.
pub fn keep(tx: &mut Tx<'_>, viewer: &Viewer, keep: &Keep) -> Result<DraftId, Error> {
    let face = viewer.member()?.face;
    let words = |name: &str| keep.fields.iter().any(|(key, value)| key == name && !value.trim().is_empty());
    if !words("body") && !words("title") {
        return Err(Refusal::Empty.into());
    }
    let fields = serde_json::to_string(&keep.fields).map_err(Error::other)?;
    if fields.len() > BYTES_MAX {
        return Err(Refusal::TooLong.into());
    }

    if let Some(id) = keep.id
        && store::replace(tx, face, id, &fields)?
    {
        return Ok(id);
    }
    if let Some(before) = store::find_once(tx, face, keep.once.as_deref())? {
        store::replace(tx, face, before, &fields)?;
        return Ok(before);
    }
    if store::count(tx, face)? >= DRAFTS_MAX {
        return Err(Refusal::TooMany.into());
    }
    store::insert(tx, face, keep, &fields).map_err(crate::forum::threads::pressed_at_once)
}

/// Words that were sent come back to their writer: nothing is too much or too long for that.
///
/// # Errors
/// A fault of the database.
pub fn give_back(
    tx: &mut Tx<'_>,
    face: FaceId,
    place: &Place,
    fields: Vec<(String, String)>,
) -> Result<DraftId, Error> {
    let text = serde_json::to_string(&fields).map_err(Error::other)?;
    let keep = Keep { place: place.clone(), fields, id: None, once: None };
    store::insert(tx, face, &keep, &text)
}

/// Lets a draft go. Doing so twice is the same as once.
///
/// # Errors
/// `sign-in-first`.
pub fn forget(tx: &mut Tx<'_>, viewer: &Viewer, id: DraftId) -> Result<(), Error> {
    let face = viewer.member()?.face;
    store::delete(tx, face, id)
}
