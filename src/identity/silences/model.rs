//! What two buddies agreed of silence, and how long it has been.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::db::schema::silence;
use crate::kernel::{BuddyId, Day, FaceId};
use crate::keys::{Field, Sealed};

/// After how many days it may be said.
pub const DAYS: [i64; 4] = [2, 3, 5, 7];

crate::text_enum! {
    /// What ends a silence.
    pub enum By {
        /// A check-in alone.
        Checkin = "checkin",
        /// A look at any page, too.
        Look = "look",
    }
}

/// What is sealed by the ring.
#[derive(Debug)]
pub enum SilenceHeld {}

impl Field for SilenceHeld {
    const NAME: &'static str = "silence.sealed";
}

/// An agreement as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = silence)]
pub struct Silence {
    /// The side of whoever may go quiet.
    pub id: BuddyId,
    /// Who that is.
    pub face_id: FaceId,
    /// Whether both said yes.
    pub is_agreed: bool,
    /// What they agreed.
    pub sealed: Sealed<SilenceHeld>,
}

/// What is in the seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// After how many days it is said.
    pub days: i64,
    /// What ends it.
    pub by: By,
    /// How many days it has been. No date: whoever was here an hour ago and whoever came last night look alike.
    pub silent: i64,
    /// Whether it was said already of this silence.
    pub is_told: bool,
    /// The last day of a holiday, on which nothing is counted.
    pub rests_until: Option<Day>,
}

impl Kept {
    /// As it begins.
    #[must_use]
    pub const fn new(days: i64, by: By) -> Self {
        Self { days, by, silent: 0, is_told: false, rests_until: None }
    }
}
