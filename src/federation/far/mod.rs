//! What of other communities stands here: groups that members follow, people whose words came, and words by their address
//! there. Also who there follows groups of ours.

mod commands;
mod model;
mod names;
pub mod pages;
mod pictures;
mod store;

pub use commands::{bury, face, mirror, refresh};
pub use model::{About, FarGroup, Follower, Placed, Refusal, State};
pub use pictures::{LEAVE_OUT, bare, leave_out, leave_out_later};
pub use store::{
    end_block, far_face, far_group, far_group_by_actor, far_groups, follow, forget_away, forget_followers,
    forget_tombstones, group_at, keep_away, letters_to, lift_tombstone, moved_to, opened_by, own_group,
    place, placed, recipients, set_moderators, set_moved_to, set_outcome, set_said, set_state, set_tombstone,
    set_words_again, unfollow, was_gone,
};
