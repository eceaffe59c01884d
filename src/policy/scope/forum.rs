//! Which groups, threads and replies a viewer may see.

use diesel::dsl::{auto_type, exists};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::quiet::met_threads;
use crate::db::schema::{group_, membership, thread};
use crate::kernel::FaceId;
use crate::policy::{Rank, Reach, Viewer};

/// Whose eyes a predicate is for: the few facts every scope needs.
#[derive(Debug, Clone, Copy)]
pub struct Eyes {
    face: FaceId,
    met: FaceId,
    keeps_all: bool,
    is_signed_in: bool,
    is_partner: bool,
}

impl Eyes {
    /// Another community's eyes: a partner's, or those of any on the open web.
    #[must_use]
    pub const fn of_community(is_partner: bool) -> Self {
        Self { face: FaceId(0), met: FaceId(0), keeps_all: false, is_signed_in: false, is_partner }
    }

    /// Their own face; nobody's for visitors.
    #[must_use]
    pub const fn face(&self) -> FaceId {
        self.face
    }

    /// The face others meet: the alias somebody speaks as, or else their own.
    #[must_use]
    pub const fn met(&self) -> FaceId {
        self.met
    }

    /// Whether they look after every group, and so meet everybody.
    #[must_use]
    pub const fn keeps_all(&self) -> bool {
        self.keeps_all
    }
}

impl From<&Viewer> for Eyes {
    fn from(viewer: &Viewer) -> Self {
        let is_partner = viewer.far().is_some_and(|far| far.is_partner);
        let keeps_all = matches!(viewer.rank(), Some(Rank::Keeper | Rank::Host))
            || viewer.far().is_some_and(|far| far.keeps);
        let (face, met) = (viewer.face(), viewer.voice());
        Self { face, met, keeps_all, is_signed_in: viewer.is_signed_in(), is_partner }
    }
}

/// Threads within the viewer's reach, whether or not their writer took them back; never those a moderator removed, nor
/// those of somebody they do not meet.
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
    let met: met_threads = met_threads(eyes);
    thread::removed_at.is_null().and(met).and(
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
