//! Which groups, threads and replies a viewer may see.

use diesel::dsl::{auto_type, exists};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::db::schema::{group_, membership, thread};
use crate::kernel::FaceId;
use crate::policy::{Reach, Viewer};

/// Whose eyes a predicate is for: the few facts every scope needs.
#[derive(Debug, Clone, Copy)]
pub struct Eyes {
    face: FaceId,
    is_signed_in: bool,
    is_partner: bool,
}

impl Eyes {
    /// Another community's eyes: a partner's, or those of any on the open web.
    #[must_use]
    pub const fn of_community(is_partner: bool) -> Self {
        Self { face: FaceId(0), is_signed_in: false, is_partner }
    }
}

impl From<&Viewer> for Eyes {
    fn from(viewer: &Viewer) -> Self {
        Self { face: viewer.face(), is_signed_in: viewer.is_signed_in(), is_partner: false }
    }
}

/// Threads within the viewer's reach, whether or not their writer took them back; never those a moderator removed.
///
/// A thread is within reach if it is on the open web, or the viewer is signed in and it is not for its group
/// alone, or the viewer is in its group, or a partner community looks and it may travel there.
#[auto_type]
pub fn threads_within_reach(eyes: Eyes) -> _ {
    let (face, signed_in, is_partner): (FaceId, bool, bool) = (eyes.face, eyes.is_signed_in, eyes.is_partner);
    let (everyone, group, partners): (Reach, Reach, Reach) = (Reach::Everyone, Reach::Group, Reach::Partners);
    let theirs = membership::table
        .filter(membership::group_id.eq(thread::group_id))
        .filter(membership::face_id.eq(face))
        .filter(membership::state.eq("in"));
    thread::removed_at.is_null().and(
        thread::reach
            .eq(everyone)
            .or(signed_in.into_sql::<Bool>().and(thread::reach.ne(group)))
            .or(is_partner.into_sql::<Bool>().and(thread::reach.eq(partners)))
            .or(exists(theirs)),
    )
}

/// Threads a viewer may read.
#[auto_type]
pub fn readable_threads(eyes: Eyes) -> _ {
    let within: threads_within_reach = threads_within_reach(eyes);
    thread::taken_back_at.is_null().and(within)
}

/// Groups a viewer may know of. A group listed to its members alone is, to others, not there; a partner community knows
/// of those whose posts may travel to it.
#[auto_type]
pub fn visible_groups(eyes: Eyes) -> _ {
    let (face, signed_in, is_partner): (FaceId, bool, bool) = (eyes.face, eyes.is_signed_in, eyes.is_partner);
    let (everyone, group, partners): (Reach, Reach, Reach) = (Reach::Everyone, Reach::Group, Reach::Partners);
    let theirs = membership::table
        .filter(membership::group_id.eq(group_::id))
        .filter(membership::face_id.eq(face))
        .filter(membership::state.eq("in"));
    group_::listed
        .eq(everyone)
        .or(signed_in.into_sql::<Bool>().and(group_::listed.ne(group)))
        .or(is_partner
            .into_sql::<Bool>()
            .and(group_::listed.ne(group))
            .and(group_::ceiling.eq(partners).or(group_::ceiling.eq(everyone))))
        .or(exists(theirs))
}

/// Groups another community may follow: those it may know of, and whose posts may travel to it.
#[auto_type]
pub fn travelling_groups(eyes: Eyes) -> _ {
    let (everyone, partners): (Reach, Reach) = (Reach::Everyone, Reach::Partners);
    let is_partner: bool = eyes.is_partner;
    let visible: visible_groups = visible_groups(eyes);
    visible
        .and(group_::ceiling.eq(everyone).or(is_partner.into_sql::<Bool>().and(group_::ceiling.eq(partners))))
}
