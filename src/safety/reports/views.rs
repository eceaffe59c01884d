//! What somebody told of, as they find it again: where it stands, as far as they may read it still.

use super::{Concern, Told};
use crate::db::Db;
use crate::forum::{authors, groups, replies, threads};
use crate::identity::accounts;
use crate::kernel::Error;
use crate::policy::Viewer;
use crate::ui::urls;

/// Where something stands that somebody told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stands {
    /// A title or a name.
    pub heading: String,
    /// The page.
    pub url: String,
}

/// Each of these with where it stands; none: it is gone, or not for them to read any more.
///
/// # Errors
/// A fault of the database.
pub fn standing(db: &mut Db, viewer: &Viewer, all: Vec<Told>) -> Result<Vec<(Told, Option<Stands>)>, Error> {
    let mut each = Vec::with_capacity(all.len());
    for told in all {
        let stands = match stands(db, viewer, &told.concern) {
            Ok(stands) => stands,
            Err(Error::Absent | Error::Refused(_)) => None,
            Err(fault) => return Err(fault),
        };
        each.push((told, stands));
    }
    Ok(each)
}

fn stands(db: &mut Db, viewer: &Viewer, of: &Concern) -> Result<Option<Stands>, Error> {
    let (heading, url) = match (of.thread_id, of.reply_id, of.face_id, of.group_id) {
        (Some(thread), reply, ..) => {
            let id = threads::find_by_id(db, thread)?.public_id;
            let (thread, _) = threads::find(db, viewer, &id)?;
            match reply {
                Some(reply) => {
                    let reply = replies::find_by_id(db, reply)?.public_id;
                    replies::find(db, viewer, &id, &reply)?;
                    (thread.title, urls::reply(&id, &reply))
                }
                None => (thread.title, urls::thread(&id)),
            }
        }
        (None, _, Some(face), _) => {
            let name = accounts::profile(db, face)?.name;
            authors::find(db, viewer, &name)?;
            let url = urls::person(&name);
            (name, url)
        }
        (None, _, None, Some(group)) => match groups::find_seen(db, viewer, group)? {
            Some(group) => (group.title, urls::in_group(&group.name, "about")),
            None => return Ok(None),
        },
        (None, _, None, None) => return Ok(None),
    };
    Ok(Some(Stands { heading, url }))
}
