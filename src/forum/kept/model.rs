//! What can be done so.

use crate::forum::sanctions;
use crate::kernel::{FaceId, GroupId, PublicId, ReplyId, ThreadId};

/// Something that was done just now.
#[derive(Debug, Clone, Copy)]
pub enum Kept<'a> {
    /// A thread takes no more replies, and why.
    Locked(&'a PublicId, &'a str),
    /// It takes replies again.
    Unlocked(&'a PublicId),
    /// A thread is kept at the top of its group.
    Pinned(&'a PublicId),
    /// It moves on.
    Unpinned(&'a PublicId),
    /// Something was done about an alias of a group, and why.
    Alias(&'a str, &'a str, &'a sanctions::Act, &'a str),
    /// Words of a face that waited in a group stand; or do not, and why.
    Held(GroupId, FaceId, (ThreadId, Option<ReplyId>), Option<&'a str>),
    /// Words of a face that were sent back in a group wait again.
    HeldAgain(GroupId, FaceId, (ThreadId, Option<ReplyId>)),
    /// What a group checks by itself was changed.
    Rules(&'a str),
    /// A group is guarded.
    Guarded(&'a str),
    /// It is guarded no longer.
    Unguarded(&'a str),
}
