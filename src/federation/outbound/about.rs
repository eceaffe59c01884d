//! What a letter is about, and whether it may still go: asked in the moment before it does, as reading is asked.

use super::store;
use crate::db::Db;
use crate::federation::delivery::{Letter, May};
use crate::federation::far::{self, State};
use crate::federation::peers;
use crate::kernel::{Error, GroupId, ReplyId, ThreadId};

/// The group and the post a letter tells of. As text: `group thread reply`, with 0 for none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct About {
    pub group: GroupId,
    pub thread: Option<ThreadId>,
    pub reply: Option<ReplyId>,
}

impl About {
    pub(super) fn text(self) -> String {
        let (thread, reply) = (self.thread.map_or(0, |id| id.0), self.reply.map_or(0, |id| id.0));
        format!("{} {thread} {reply}", self.group)
    }

    fn read(text: &str) -> Option<Self> {
        if let Some(group) = text.strip_prefix("group:") {
            return Some(Self { group: GroupId(group.parse().ok()?), thread: None, reply: None });
        }
        let mut numbers = text.split(' ').map(str::parse::<i64>);
        let mut next = || numbers.next()?.ok();
        let (group, thread, reply) = (next()?, next()?, next()?);
        Some(Self {
            group: GroupId(group),
            thread: Some(ThreadId(thread)).filter(|id| id.0 != 0),
            reply: Some(ReplyId(reply)).filter(|id| id.0 != 0),
        })
    }
}

/// Whether a letter may still go to the host it is for: the door is open to it, somebody there still follows the group or this
/// community still follows theirs, and the words may be read there.
///
/// # Errors
/// A fault of the database.
pub fn still_may(db: &mut Db, letter: &Letter) -> Result<May, Error> {
    let may = peers::may_be_sent(db, letter)?;
    let Some(about) = About::read(&letter.about).filter(|_| may == May::Go) else { return Ok(may) };
    let Some(view) = peers::view(db, &letter.domain)? else { return Ok(May::Drop) };
    let is_tied = match far::far_group(db, about.group)? {
        Some(far) => matches!(far.state, State::Asked | State::In),
        None => {
            store::is_followed(db, about.group, &letter.domain)?
                && view.may_follow(about.group)
                && store::travels(db, view.eyes, about.group)?
        }
    };
    let is_read = match about.thread {
        // What has moved since is told anew by the group it is in.
        Some(thread) => {
            store::stands_in(db, thread, about.group)? && store::may_read(db, view.eyes, thread, about.reply)?
        }
        None => true,
    };
    Ok(if is_tied && is_read { May::Go } else { May::Drop })
}

#[test]
fn what_a_letter_is_about_is_read_back() {
    let about = About { group: GroupId(7), thread: Some(ThreadId(4)), reply: None };
    assert_eq!(About::read(&about.text()), Some(about));
    let about = About { thread: None, ..about };
    assert_eq!(About::read(&about.text()), Some(about));
    assert_eq!([About::read(""), About::read("7"), About::read("a b c")], [None; 3]);
}
