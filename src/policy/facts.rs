//! The few facts that rules ask for, read once a command.

use diesel::dsl::{exists, select};
use diesel::prelude::*;

use super::{Rank, Role, Viewer};
use crate::db::schema::{concern, kept_away, membership};
use crate::db::{Db, Run};
use crate::kernel::{Error, FaceId, GroupId, ThreadId};

/// Concerns as urgent as this are about somebody who may be in distress: 0 is the most urgent.
pub const DISTRESS: i64 = 1;

/// Whether somebody may be in distress in a thread, and is looked after: nobody stops its replies alone.
///
/// # Errors
/// A fault of the database.
pub fn stays_open(db: &mut Db, thread: ThreadId) -> Result<bool, Error> {
    let waiting = concern::table
        .filter(concern::thread_id.eq(thread))
        .filter(concern::decided_on.is_null())
        .filter(concern::urgency.le(DISTRESS));
    select(exists(waiting)).row(db)
}

/// The same, but for what is about these: whoever asks hears of no worry about themself.
///
/// # Errors
/// A fault of the database.
pub fn stays_open_for(db: &mut Db, thread: ThreadId, own: &[FaceId]) -> Result<bool, Error> {
    let of_others = concern::face_id.is_null().or(concern::face_id.assume_not_null().ne_all(own.to_vec()));
    let waiting = concern::table
        .filter(concern::thread_id.eq(thread))
        .filter(concern::decided_on.is_null())
        .filter(concern::urgency.le(DISTRESS))
        .filter(of_others);
    select(exists(waiting)).row(db)
}

/// Which of these somebody may be worried about, in something that waits: nobody takes a hard step towards them alone, whatever
/// leads to it.
///
/// # Errors
/// A fault of the database.
pub fn in_distress(db: &mut Db, faces: Vec<FaceId>) -> Result<Vec<FaceId>, Error> {
    let faces: Vec<Option<FaceId>> = faces.into_iter().map(Some).collect();
    concern::table
        .filter(concern::face_id.eq_any(faces))
        .filter(concern::decided_on.is_null())
        .filter(concern::urgency.le(DISTRESS))
        .select(concern::face_id.assume_not_null())
        .distinct()
        .rows(db)
}

fn is_kept_away(db: &mut Db, face: FaceId) -> Result<bool, Error> {
    select(exists(kept_away::table.filter(kept_away::face_id.eq(face)))).row(db)
}

/// Where somebody stands towards a thing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Their rank; none for a guest.
    pub rank: Option<Rank>,
    /// Their role in the group it is about, if they are in it.
    pub role: Option<Role>,
    /// Whether they wrote it.
    pub is_author: bool,
    /// Whether they are of another community.
    pub is_far: bool,
    /// Whether those who look after the group paused them there, or the hosts keep them away from all of it.
    pub is_paused: bool,
}

impl Standing {
    /// Towards the community as a whole.
    #[must_use]
    pub fn in_community(viewer: &Viewer) -> Self {
        Self { rank: viewer.rank(), is_far: viewer.far().is_some(), ..Self::default() }
    }

    /// Towards a group.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn in_group(db: &mut Db, viewer: &Viewer, group: GroupId) -> Result<Self, Error> {
        let place: Option<(Role, String)> = membership::table
            .filter(membership::group_id.eq(group))
            .filter(membership::face_id.eq(viewer.face()))
            .select((membership::role, membership::state))
            .row_opt(db)?;
        let is_paused = place.as_ref().is_some_and(|(_, state)| state == "paused");
        if let Some(far) = viewer.far() {
            let role = far.keeps.then_some(Role::Moderator);
            // Whoever hosts keep away is paused in every group.
            let is_paused = is_paused || is_kept_away(db, far.face)?;
            return Ok(Self { role, is_paused, is_far: true, ..Self::default() });
        }
        let role = place.filter(|(_, state)| state == "in").map(|(role, _)| role);
        Ok(Self { rank: viewer.rank(), role, is_paused, ..Self::default() })
    }

    /// Towards whatever they look after, wherever that is.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn anywhere(db: &mut Db, viewer: &Viewer) -> Result<Self, Error> {
        let role = membership::table
            .filter(membership::face_id.eq(viewer.face()))
            .filter(membership::state.eq("in"))
            .filter(membership::role.eq_any([Role::Responder, Role::Moderator, Role::Steward]))
            .select(membership::role)
            .limit(1)
            .row_opt(db)?;
        Ok(Self { rank: viewer.rank(), role, ..Self::default() })
    }

    /// Towards words somebody wrote in a group.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn towards_words(
        db: &mut Db,
        viewer: &Viewer,
        group: GroupId,
        author: FaceId,
    ) -> Result<Self, Error> {
        let is_somebody = viewer.is_signed_in() || viewer.far().is_some();
        let is_author = is_somebody && viewer.voice() == author;
        Ok(Self { is_author, ..Self::in_group(db, viewer, group)? })
    }

    /// Whether they look after the group: its moderators and stewards, and the community's keepers and hosts.
    #[must_use]
    pub fn looks_after(&self) -> bool {
        self.role.is_some_and(|role| Role::KEEPERS.contains(&role))
            || matches!(self.rank, Some(Rank::Keeper | Rank::Host))
    }
}
