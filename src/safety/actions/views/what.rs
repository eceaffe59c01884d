//! What a concern or a decision is about, read for whoever looks after things.

use crate::db::Db;
use crate::forum::content_notes::Notes;
use crate::forum::groups::{self, Group};
use crate::forum::{replies, threads};
use crate::identity::accounts::{self, Profile};
use crate::kernel::{Error, FaceId, GroupId, Html, ReplyId, ThreadId, markdown};
use crate::ui::urls;

/// What a concern is about, as whoever looks at it meets it.
#[derive(Debug, Clone)]
pub struct What {
    /// A title, a name.
    pub heading: String,
    /// The words; empty where there are none, or they are gone.
    pub html: Html,
    /// Whose.
    pub author: Option<Profile>,
    /// The group.
    pub group: Option<Group>,
    /// Where it stands; none if it is gone or out of sight.
    pub url: Option<String>,
    /// What stands on the fold: its content notes.
    pub notes: Notes,
    /// How many words.
    pub length: usize,
}

impl What {
    /// Whether there is anything to read.
    #[must_use]
    pub fn has_words(&self) -> bool {
        !self.html.to_string().is_empty()
    }
}

/// A thread, a reply of it, whose words or who it is about, and the group.
pub(super) type Place = (Option<ThreadId>, Option<ReplyId>, Option<FaceId>, Option<GroupId>);

/// Read past the scopes of the forum: whoever looks after words reads them also where they are out of sight.
pub(super) fn what(db: &mut Db, (thread_id, reply_id, face_id, group_id): Place) -> Result<What, Error> {
    let author = face_id.map(|face| or_none(accounts::profile(db, face))).transpose()?.flatten();
    let group = group_id.map(|group| groups::find(db, group)).transpose()?;
    let thread = thread_id.map(|thread| or_none(threads::find_by_id(db, thread))).transpose()?.flatten();
    let reply = reply_id.map(|reply| or_none(replies::find_by_id(db, reply))).transpose()?.flatten();
    let (body, notes) = match (&reply, &thread, &author, &group) {
        (Some(reply), ..) => (reply.body.clone(), reply.content_notes()),
        (None, Some(thread), ..) if reply_id.is_none() => (thread.body.clone(), thread.content_notes()),
        (None, None, Some(author), _) if thread_id.is_none() => (author.about.clone(), Notes::default()),
        (None, None, None, Some(group)) if thread_id.is_none() => {
            (format!("{}\n\n{}", group.purpose, group.rules_text), Notes::default())
        }
        // Words that are gone.
        _ => (String::new(), Notes::default()),
    };
    let url = match (&thread, &reply, &author, &group) {
        (Some(thread), Some(reply), ..) => Some(urls::reply(&thread.public_id, &reply.public_id)),
        (Some(thread), None, ..) => Some(urls::thread(&thread.public_id)),
        (None, None, Some(author), _) => Some(urls::person(&author.name)),
        (None, None, None, Some(group)) => Some(urls::in_group(&group.name, "about")),
        _ => None,
    };
    let heading = match (&thread, &author, &group) {
        (Some(thread), ..) => thread.title.clone(),
        (None, Some(author), _) => author.name.clone(),
        (None, None, Some(group)) => group.title.clone(),
        (None, None, None) => String::new(),
    };
    let length = body.split_whitespace().count();
    Ok(What { heading, html: markdown::render(&body), author, group, url, notes, length })
}

pub(super) fn or_none<T>(found: Result<T, Error>) -> Result<Option<T>, Error> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::Absent) => Ok(None),
        Err(fault) => Err(fault),
    }
}
