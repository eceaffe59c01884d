//! What concerns and decisions are about, loaded for all of them at once.

use std::collections::{BTreeSet, HashMap};

use crate::db::Db;
use crate::forum::content_notes::Notes;
use crate::forum::groups::{self, Group};
use crate::forum::replies::{self, Reply};
use crate::forum::threads::{self, Thread};
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

/// All that some places name.
pub(super) struct Things {
    faces: HashMap<FaceId, Profile>,
    groups: HashMap<GroupId, Group>,
    threads: HashMap<ThreadId, Thread>,
    replies: HashMap<ReplyId, Reply>,
}

impl Things {
    /// Read past the scopes of the forum: whoever looks after words reads them also where they are out of sight.
    pub(super) fn load(db: &mut Db, places: &[Place], others: &[FaceId]) -> Result<Self, Error> {
        let faces = places.iter().filter_map(|place| place.2).chain(others.iter().copied());
        let profiles = each_once(faces, |ids| accounts::profiles(db, ids))?;
        let groups =
            each_once(places.iter().filter_map(|place| place.3), |ids| groups::find_by_ids(db, ids))?;
        let threads =
            each_once(places.iter().filter_map(|place| place.0), |ids| threads::find_by_ids(db, ids))?;
        let replies =
            each_once(places.iter().filter_map(|place| place.1), |ids| replies::find_by_ids(db, ids))?;
        Ok(Self {
            faces: profiles.into_iter().map(|profile| (profile.id, profile)).collect(),
            groups: groups.into_iter().map(|group| (group.id, group)).collect(),
            threads: threads.into_iter().map(|thread| (thread.id, thread)).collect(),
            replies: replies.into_iter().map(|reply| (reply.id, reply)).collect(),
        })
    }

    /// Those among them who are of other communities.
    pub(super) fn far(&self) -> Vec<FaceId> {
        self.faces.values().filter(|profile| profile.kind == "remote").map(|profile| profile.id).collect()
    }

    /// What somebody is called; none if they are gone.
    pub(super) fn name(&self, face: FaceId) -> Option<String> {
        self.faces.get(&face).map(|profile| profile.name.clone())
    }

    /// What is at a place.
    pub(super) fn what(&self, (thread_id, reply_id, face_id, group_id): Place) -> What {
        let author = face_id.and_then(|face| self.faces.get(&face));
        let group = group_id.and_then(|group| self.groups.get(&group));
        let thread = thread_id.and_then(|thread| self.threads.get(&thread));
        let reply = reply_id.and_then(|reply| self.replies.get(&reply));
        let (body, notes) = match (reply, thread, author, group) {
            (Some(reply), ..) => (reply.body.clone(), reply.content_notes()),
            (None, Some(thread), ..) if reply_id.is_none() => (thread.body.clone(), thread.content_notes()),
            (None, None, Some(author), _) if thread_id.is_none() => (author.about.clone(), Notes::default()),
            (None, None, None, Some(group)) if thread_id.is_none() => {
                (format!("{}\n\n{}", group.purpose, group.rules_text), Notes::default())
            }
            // Words that are gone.
            _ => (String::new(), Notes::default()),
        };
        let url = match (thread, reply, author, group) {
            (Some(thread), Some(reply), ..) => Some(urls::reply(&thread.public_id, &reply.public_id)),
            (Some(thread), None, ..) => Some(urls::thread(&thread.public_id)),
            (None, None, Some(author), _) => Some(urls::person(&author.name)),
            (None, None, None, Some(group)) => Some(urls::in_group(&group.name, "about")),
            _ => None,
        };
        let heading = match (thread, author, group) {
            (Some(thread), ..) => thread.title.clone(),
            (None, Some(author), _) => author.name.clone(),
            (None, None, Some(group)) => group.title.clone(),
            (None, None, None) => String::new(),
        };
        What {
            heading,
            length: body.split_whitespace().count(),
            html: markdown::render(&body),
            author: author.cloned(),
            group: group.cloned(),
            url,
            notes,
        }
    }
}

/// Asks for each of them once, and for none not at all.
pub(super) fn each_once<T: Ord, R>(
    ids: impl Iterator<Item = T>,
    find: impl FnOnce(Vec<T>) -> Result<Vec<R>, Error>,
) -> Result<Vec<R>, Error> {
    let ids: BTreeSet<T> = ids.collect();
    if ids.is_empty() { Ok(Vec::new()) } else { find(ids.into_iter().collect()) }
}
