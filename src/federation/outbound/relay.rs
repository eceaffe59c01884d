//! What came from elsewhere into a group of ours goes on to those who follow the group, byte for byte, in the transaction that
//! took it in.

use super::about::About;
use super::store;
use super::words::{again, key_of_room};
use super::{audience, sent};
use crate::db::Tx;
use crate::federation::delivery::Kind;
use crate::federation::peers::Own;
use crate::federation::wire;
use crate::kernel::{Error, ReplyId, ThreadId};

/// Something that came and was taken in.
#[derive(Debug, Clone, Copy)]
pub struct Came<'a> {
    /// JSON, byte for byte.
    pub raw: &'a str,
    /// What it does to its object. A kind word is [`Kind::Other`].
    pub kind: Kind,
    /// The post it is, or is about.
    pub post: (ThreadId, Option<ReplyId>),
}

/// Passes on what came, if the group is one of ours; nothing if it is elsewhere. What waits for a look is not to be passed on:
/// its address is, once it stands. Words that are gone go to whoever holds them.
///
/// # Errors
/// A fault of the database.
pub fn pass_on(tx: &mut Tx<'_>, own: &Own, came: &Came<'_>) -> Result<(), Error> {
    let Some(post) = store::post(tx, own, came.post)?.filter(|post| post.far.is_none()) else {
        return Ok(());
    };
    let to = if came.kind == Kind::Delete {
        audience::holders(tx, own, &post.address)?
    } else {
        audience::followers(tx, &post)?
    };
    let id = again(tx, &post.room.id);
    let body = wire::passed_on(&post.room, &id, post.reach, came.raw);
    let about = About { group: post.group, thread: Some(post.thread), reply: post.reply }.text();
    sent(tx, (came.kind, &post.address), &key_of_room(own, &post), (body, about), &to)
}
