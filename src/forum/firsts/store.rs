//! Every SQL statement about first answers.

use std::collections::{HashMap, HashSet};

use diesel::dsl::min;
use diesel::prelude::*;

use super::{Figures, Post};
use crate::db::schema::{account, reply, thread};
use crate::db::{Db, Run};
use crate::kernel::{Error, FaceId, Moment, ThreadId};

/// Seconds that are looked back on, and how old a post is before it is counted.
const BACK_S: i64 = 28 * 86_400;
const OLD_S: i64 = 12 * 3_600;

/// What is counted of posts of the last four weeks, by members of this community, in groups that show times.
///
/// # Errors
/// A fault of the database.
pub fn figures(db: &mut Db, now: Moment) -> Result<Figures, Error> {
    let since = now.plus_s(-BACK_S);
    let own = account::table.select(account::face_id);
    let posts: Vec<(ThreadId, FaceId, Option<Moment>)> = thread::table
        .filter(thread::said_at.ge(since))
        .filter(thread::said_at.le(now.plus_s(-OLD_S)))
        .filter(thread::removed_at.is_null())
        .filter(thread::taken_back_at.is_null())
        .filter(thread::author_face.eq_any(own))
        .select((thread::id, thread::author_face, thread::said_at))
        .rows(db)?;
    let answers: Vec<(ThreadId, Option<Moment>)> = reply::table
        .inner_join(thread::table)
        .filter(thread::said_at.ge(since))
        .filter(reply::author_face.ne(thread::author_face))
        .filter(reply::removed_at.is_null())
        .group_by(reply::thread_id)
        .select((reply::thread_id, min(reply::said_at)))
        .rows(db)?;
    let answered: HashMap<ThreadId, Option<Moment>> = answers.into_iter().collect();
    // Whoever posted before these weeks began posts for the first time no more.
    let earlier: Vec<FaceId> = thread::table
        .filter(thread::said_on.lt(since.day()).or(thread::said_at.lt(since)))
        .select(thread::author_face)
        .distinct()
        .rows(db)?;
    let mut known: HashSet<FaceId> = earlier.into_iter().collect();
    let mut posts = posts;
    posts.sort_by_key(|(thread, ..)| *thread);
    Ok(Figures::of(posts.into_iter().filter_map(|(thread, author, at)| {
        let answered = answered.get(&thread).copied().flatten();
        Some(Post { at: at?, answered, is_first: known.insert(author) })
    })))
}
