//! Keeps the index in step with what is written, changed and taken back.

use super::store;
use crate::db::Tx;
use crate::events::Event;
use crate::events::forum::Event as Forum;
use crate::events::identity::Event as Identity;
use crate::kernel::{Error, ReplyId, ThreadId, markdown};

/// What search does when something happens. Hearing the same twice changes nothing.
///
/// # Errors
/// A fault of the database.
#[deny(clippy::wildcard_enum_match_arm)]
pub fn hear(tx: &mut Tx<'_>, event: &Event) -> Result<(), Error> {
    match event {
        Event::Forum(event) => match event {
            Forum::ThreadOpened { thread, .. } | Forum::ThreadEdited { thread, .. } => {
                put_thread(tx, *thread)
            }
            Forum::ThreadTakenBack { thread, .. } => store::forget(tx, *thread, None),
            Forum::ReplyGiven { reply, thread, .. } | Forum::ReplyEdited { reply, thread, .. } => {
                put_reply(tx, *thread, *reply)
            }
            Forum::ReplyTakenBack { reply, thread, .. } => store::forget(tx, *thread, Some(*reply)),
            Forum::GroupStarted { .. }
            | Forum::GroupChanged { .. }
            | Forum::GroupMoved { .. }
            | Forum::MembershipAsked { .. }
            | Forum::WordsHeld { .. }
            | Forum::MemberPaused { .. }
            | Forum::MemberLetBack { .. }
            | Forum::WordsSentBack { .. }
            | Forum::MemberJoined { .. }
            | Forum::MemberLeft { .. }
            | Forum::RoleChanged { .. }
            | Forum::TurnEnding { .. }
            | Forum::TurnEnded { .. }
            | Forum::ThreadNarrowed { .. }
            | Forum::ThreadMoved { .. }
            | Forum::ThreadLocked { .. }
            | Forum::ThreadUnlocked { .. }
            | Forum::ThreadPinned { .. }
            | Forum::ThreadUnpinned { .. }
            // What is out of sight stays in the index: the scope leaves it out.
            | Forum::ThreadRemoved { .. }
            | Forum::ThreadReturned { .. }
            | Forum::ReplyRemoved { .. }
            | Forum::ReplyReturned { .. }
            | Forum::LookoutRaised { .. }
            | Forum::SetbackTold { .. }
            | Forum::PeopleParted { .. }
            | Forum::WordsLetThrough { .. }
            | Forum::ReactionPut { .. }
            | Forum::ReactionTakenBack { .. } => Ok(()),
        },
        Event::Identity(event) => match event {
            Identity::AccountErased { face, takes_words_back: true }
            | Identity::TieEnded { face, takes_words_back: true } => store::forget_face(tx, *face),
            Identity::AccountErased { takes_words_back: false, .. }
            | Identity::TieEnded { takes_words_back: false, .. }
            | Identity::MemberArrived { .. }
            | Identity::InvitationSpent { .. }
            | Identity::ArrivalAsked { .. }
            | Identity::StandingChanged { .. } => Ok(()),
        },
        Event::Recovery(_) | Event::Safety(_) | Event::Support(_) => Ok(()),
    }
}

/// Puts the next `most` threads after one into the index, with their replies, and returns them.
/// Begin with `ThreadId(0)`, go on after the last, and end where none come.
///
/// # Errors
/// A fault of the database.
pub fn reindex(tx: &mut Tx<'_>, after: ThreadId, most: i64) -> Result<Vec<ThreadId>, Error> {
    let threads = store::threads_after(tx, after, most)?;
    for thread in &threads {
        put_thread(tx, *thread)?;
        for reply in store::replies_of(tx, *thread)? {
            put_reply(tx, *thread, reply)?;
        }
    }
    Ok(threads)
}

/// Puts words into the index as they stand now.
///
/// # Errors
/// A fault of the database.
pub fn again(tx: &mut Tx<'_>, thread: ThreadId, reply: Option<ReplyId>) -> Result<(), Error> {
    match reply {
        Some(reply) => put_reply(tx, thread, reply),
        None => put_thread(tx, thread),
    }
}

fn put_thread(tx: &mut Tx<'_>, id: ThreadId) -> Result<(), Error> {
    match store::thread_words(tx, id)? {
        Some((title, body)) => store::put(tx, id, None, &format!("{title}\n{}", markdown::plain(&body))),
        None => store::forget(tx, id, None),
    }
}

fn put_reply(tx: &mut Tx<'_>, thread: ThreadId, id: ReplyId) -> Result<(), Error> {
    let is_there = store::thread_words(tx, thread)?.is_some();
    match store::reply_words(tx, id)?.filter(|_| is_there) {
        Some(body) => store::put(tx, thread, Some(id), &markdown::plain(&body)),
        None => store::forget(tx, thread, Some(id)),
    }
}
