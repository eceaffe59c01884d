//! Who looks after the whole community, who did, and what was left for whoever comes next.

use super::commands::{opened, served};
use super::{Term, store};
use crate::db::Db;
use crate::forum::export::TermCopyJson;
use crate::forum::turns::Handover;
use crate::identity::accounts;
use crate::kernel::{Day, Error, FaceId};
use crate::keys::Keyring;
use crate::policy::{Rank, Viewer};

/// Somebody who looks after the whole community.
#[derive(Debug, Clone)]
pub struct Holder {
    /// Their name.
    pub name: String,
    /// What they are.
    pub rank: Rank,
    /// The day their term ends; none: without an end.
    pub ends_on: Option<Day>,
    /// Whether it is whoever reads this.
    pub is_own: bool,
}

/// Somebody who did, and when.
#[derive(Debug, Clone)]
pub struct Past {
    /// Their name; none: they are gone.
    pub name: Option<String>,
    /// What they were.
    pub rank: Rank,
    /// The first day.
    pub began_on: Day,
    /// The day it was over.
    pub ended_on: Day,
}

/// All of it.
#[derive(Debug)]
pub struct Serving {
    /// Hosts first, then by name.
    pub holders: Vec<Holder>,
    /// The latest first.
    pub past: Vec<Past>,
    /// What was left.
    pub handover: Option<Handover>,
}

/// For those who look after the whole community.
///
/// # Errors
/// `sign-in-first`, `keepers-only`.
pub fn serving(db: &mut Db, viewer: &Viewer, keys: &Keyring) -> Result<Serving, Error> {
    served(viewer)?;
    let house = accounts::house_faces(db)?;
    let mut holders = Vec::new();
    for (face, _, rank) in accounts::open_among(db, &house)? {
        let ends_on = store::open(db, face)?.and_then(|term| term.ends_on);
        let name = accounts::profile(db, face)?.name;
        holders.push(Holder { name, rank, ends_on, is_own: face == viewer.face() });
    }
    holders.sort_by(|one, other| (other.rank, &one.name).cmp(&(one.rank, &other.name)));
    let past = store::past(db)?.into_iter().map(|term| past(db, &term)).collect::<Result<_, _>>()?;
    let handover = match opened(db, keys)? {
        Some((words, by, written_on)) => Some(Handover { words, written_on, by: name(db, by)? }),
        None => None,
    };
    Ok(Serving { holders, past, handover })
}

fn past(db: &mut Db, term: &Term) -> Result<Past, Error> {
    let ended_on = term.ended_on.unwrap_or(term.began_on);
    Ok(Past { name: name(db, term.face_id)?, rank: term.rank, began_on: term.began_on, ended_on })
}

fn name(db: &mut Db, face: Option<FaceId>) -> Result<Option<String>, Error> {
    match face.map(|face| accounts::profile(db, face)) {
        None | Some(Err(Error::Absent)) => Ok(None),
        Some(found) => found.map(|profile| Some(profile.name)),
    }
}

/// The day the term of somebody ends; none: they have none, or one without an end. Whether that may be read was asked before.
///
/// # Errors
/// A fault of the database.
pub fn ends_on(db: &mut Db, face: FaceId) -> Result<Option<Day>, Error> {
    Ok(store::open(db, face)?.and_then(|term| term.ends_on))
}

/// The terms of somebody, for their own copy.
///
/// # Errors
/// A fault of the database.
pub fn copied(db: &mut Db, face: FaceId) -> Result<Vec<TermCopyJson>, Error> {
    let copy = |term: Term| TermCopyJson {
        rank: term.rank.code(),
        began_on: term.began_on.iso(),
        ends_on: term.ends_on.map(Day::iso),
        ended_on: term.ended_on.map(Day::iso),
    };
    Ok(store::of(db, face)?.into_iter().map(copy).collect())
}
