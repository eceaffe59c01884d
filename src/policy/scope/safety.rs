//! What of others' concerns somebody may look at: theirs to look after, and never one that is about themself.

use diesel::dsl::{auto_type, exists, not};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::db::schema::{act, concern, membership};
use crate::kernel::FaceId;
use crate::policy::{DISTRESS, Rank, Role, Viewer};

/// Whose eyes a predicate is for: their face, whether they look after the whole community, and every face of theirs.
#[derive(Debug, Clone)]
pub struct Eyes {
    face: FaceId,
    keeps_all: bool,
    own: Vec<FaceId>,
}

impl Eyes {
    /// Somebody's, with the aliases that are theirs: a concern about one of these is about themself.
    #[must_use]
    pub fn of(viewer: &Viewer, aliases: &[FaceId]) -> Self {
        let keeps_all = matches!(viewer.rank(), Some(Rank::Keeper | Rank::Host));
        let own = aliases.iter().copied().chain([viewer.face()]).collect();
        Self { face: viewer.face(), keeps_all, own }
    }

    /// Every face of theirs.
    #[must_use]
    pub fn own(&self) -> Vec<FaceId> {
        self.own.clone()
    }
}

/// Concerns somebody looks after: those of their groups, for responders what people worry about there, and for keepers and
/// hosts those of the community. Left out is
/// what is about themself, under whichever name, and about a group they look after.
#[auto_type]
pub fn concerns(eyes: &Eyes) -> _ {
    let (face, keeps_all, own): (FaceId, bool, Vec<FaceId>) = (eyes.face, eyes.keeps_all, eyes.own());
    let (moderator, steward): (Role, Role) = (Role::Moderator, Role::Steward);
    let theirs = membership::table
        .filter(membership::group_id.nullable().eq(concern::group_id))
        .filter(membership::face_id.eq(face))
        .filter(membership::state.eq("in"))
        .filter(membership::role.eq(moderator).or(membership::role.eq(steward)));
    let is_group = concern::face_id.is_null().and(concern::thread_id.is_null());
    // Responders are there for people, and see nothing else of what is told.
    let (responder, distress): (Role, i64) = (Role::Responder, DISTRESS);
    let responding = membership::table
        .filter(membership::group_id.nullable().eq(concern::group_id))
        .filter(membership::face_id.eq(face))
        .filter(membership::state.eq("in"))
        .filter(membership::role.eq(responder));
    let is_worry = concern::urgency.le(distress).and(not(is_group)).and(exists(responding));
    let looked_after = concern::tier
        .eq("group")
        .and(exists(theirs).or(is_worry))
        .or(concern::tier.eq("house").and(keeps_all.into_sql::<Bool>()));
    looked_after
        .and(concern::face_id.is_null().or(not(concern::face_id.assume_not_null().eq_any(own))))
        .and(not(is_group.and(exists(theirs))))
}

/// The place of a face among those who look after the group of a decision.
#[auto_type]
fn kept(face: FaceId) -> _ {
    let (moderator, steward): (Role, Role) = (Role::Moderator, Role::Steward);
    membership::table
        .filter(membership::group_id.nullable().eq(act::group_id))
        .filter(membership::face_id.eq(face))
        .filter(membership::state.eq("in"))
        .filter(membership::role.eq(moderator).or(membership::role.eq(steward)))
}

/// What was decided where somebody looks after things, whoever decided it; what met themself is not for this list, nor what was
/// decided about a group they look after by those who look after the community.
#[auto_type]
pub fn acts(eyes: &Eyes) -> _ {
    let (face, keeps_all, own): (FaceId, bool, Vec<FaceId>) = (eyes.face, eyes.keeps_all, eyes.own());
    let theirs: kept = kept(face);
    let looked_after =
        act::tier.eq("group").and(exists(theirs)).or(act::tier.eq("house").and(keeps_all.into_sql::<Bool>()));
    let is_group = act::face_id.is_null().and(act::thread_id.is_null()).and(act::subject.ne(""));
    looked_after
        .and(act::face_id.is_null().or(not(act::face_id.assume_not_null().eq_any(own))))
        .and(not(act::tier.eq("house").and(is_group).and(exists(theirs))))
}

/// What a log of service shows: all that is somebody's to take back, and for those who look after the whole community
/// what was done in groups too.
#[auto_type]
pub fn logged(eyes: &Eyes) -> _ {
    let (face, keeps_all, own): (FaceId, bool, Vec<FaceId>) = (eyes.face, eyes.keeps_all, eyes.own());
    let theirs: acts = acts(eyes);
    let is_own = act::face_id.is_not_null().and(act::face_id.assume_not_null().eq_any(own));
    let keeps: kept = kept(face);
    let is_group = act::face_id.is_null().and(act::thread_id.is_null()).and(act::subject.ne(""));
    let is_past = act::tier.eq("house").and(is_group).and(exists(keeps));
    theirs.or(keeps_all.into_sql::<Bool>().and(not(is_own)).and(not(is_past)))
}

/// Answers to decisions that somebody is to read: never about themself, and to one of their own only where nobody else
/// was there to read it.
#[auto_type]
pub fn appeals(eyes: &Eyes) -> _ {
    let (face, keeps_all, own): (FaceId, bool, Vec<FaceId>) = (eyes.face, eyes.keeps_all, eyes.own());
    let theirs: kept = kept(face);
    let is_another = act::by_face.is_null().or(act::by_face.assume_not_null().ne(face));
    let looked_after = act::appeal_tier
        .eq("group")
        .and(exists(theirs))
        .or(act::appeal_tier.eq("house").or(act::appeal_tier.eq("same")).and(keeps_all.into_sql::<Bool>()))
        .and(is_another);
    let is_alone = act::appeal_tier.eq("same").and(act::by_face.is_not_null());
    looked_after
        .or(is_alone.and(act::by_face.assume_not_null().eq(face)))
        .and(act::face_id.is_not_null())
        .and(not(act::face_id.assume_not_null().eq_any(own)))
}
