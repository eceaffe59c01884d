//! What of other communities stands here: groups that members follow, people whose words came, and words by their address
//! there. Also who there follows groups of ours.

mod commands;
mod model;
mod names;
mod store;

pub use commands::{bury, face, mirror, refresh};
pub use model::{About, FarGroup, Follower, Placed, State};
pub use store::{
    far_face, far_group, far_group_by_actor, far_groups, follow, follower, forget_followers, letters_to,
    place, placed, recipients, set_moderators, set_outcome, set_said, set_state, set_tombstone, unfollow,
    was_gone,
};
