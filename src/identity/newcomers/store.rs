//! Every SQL statement about somebody's first days.

use diesel::prelude::*;

use super::{Settling, Welcome, rules};
use crate::db::schema::{account, community, reply, thread};
use crate::db::{Db, Run, cols};
use crate::kernel::{AccountId, Error, FaceId, Moment, Week};
use crate::policy::{Rank, Viewer};

/// How the community meets those who come; none before it is set up.
///
/// # Errors
/// A fault of the database.
pub fn welcome(db: &mut Db) -> Result<Option<Welcome>, Error> {
    community::table.select(cols::<Welcome>()).row_opt(db)
}

/// Whether the community opened lately, or asks nothing of those who come: nobody is newer there than others.
///
/// # Errors
/// A fault of the database.
pub fn is_young(db: &mut Db, now: Moment) -> Result<bool, Error> {
    Ok(welcome(db)?.is_none_or(|welcome| welcome.weeks <= 0 || rules::has_begun_lately(&welcome, now)))
}

/// What a viewer waits for; none: nothing. Whoever looks after the community does not, and nobody does as an alias: it
/// would say something of who is behind it.
///
/// # Errors
/// A fault of the database.
pub fn settling(db: &mut Db, viewer: &Viewer, now: Moment) -> Result<Option<Settling>, Error> {
    let Some(person) = viewer.person().filter(|_| viewer.is_new()) else { return Ok(None) };
    if person.rank != Rank::Member {
        return Ok(None);
    }
    let Some(welcome) = welcome(db)? else { return Ok(None) };
    let Some(joined) = joined(db, person.account)? else { return Ok(None) };
    let stands = stands(db, person.face, welcome.posts)?;
    Ok(rules::settles(&welcome, joined, stands, now))
}

/// The week somebody came in; none: there is no such account.
fn joined(db: &mut Db, account: AccountId) -> Result<Option<Week>, Error> {
    account::table.find(account).select(account::joined_week).row_opt(db)
}

/// How much of a face's words stands; counted no further than asked for.
fn stands(db: &mut Db, face: FaceId, most: i64) -> Result<i64, Error> {
    let threads: Vec<i64> = thread::table
        .filter(thread::author_face.eq(face))
        .filter(thread::removed_at.is_null())
        .filter(thread::taken_back_at.is_null())
        .limit(most)
        .select(thread::said_on)
        .rows(db)?;
    let replies: Vec<i64> = reply::table
        .filter(reply::author_face.eq(face))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .limit(most)
        .select(reply::said_on)
        .rows(db)?;
    Ok(i64::try_from(threads.len() + replies.len()).unwrap_or(most))
}
