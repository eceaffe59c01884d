//! What other communities told of words here: beside what people here told, and never in its place.

use std::collections::HashMap;

use diesel::dsl::{count_star, exists, not, select};
use diesel::insert_into;
use diesel::prelude::*;

use crate::db::schema::{concern, face, flag};
use crate::db::{Db, Run, Tx};
use crate::kernel::Error;
use crate::keys::Keyring;
use crate::safety::reports::{ConcernId, FlagId, Flagged};

/// What the words of a flag are called where they are sealed.
const WORDS: &str = "flag.words";

/// Keeps what a community told of a concern, sealed for those who look after it. Once for each.
pub(in crate::safety::reports) fn insert_flag(
    tx: &mut Tx<'_>,
    ring: &Keyring,
    of: ConcernId,
    told: &Flagged,
) -> Result<(), Error> {
    let id = FlagId(tx.chance().id());
    let (month, key) = ring.epoch_of(tx.now().day())?;
    let words = match told.words.as_str() {
        "" => String::new(),
        words => key.seal(tx.chance(), WORDS, id, words.as_bytes())?,
    };
    insert_into(flag::table)
        .values((
            flag::id.eq(id),
            flag::concern_id.eq(of),
            flag::domain.eq(&told.domain),
            flag::words.eq(words),
            flag::month.eq(month),
        ))
        .on_conflict_do_nothing()
        .exec(tx)
        .map(drop)
}

/// Whether a community told of this already, as long as that is kept: it is heard once.
pub(in crate::safety::reports) fn is_flagged(
    db: &mut Db,
    subject: &str,
    domain: &str,
) -> Result<bool, Error> {
    let told = flag::table
        .inner_join(concern::table)
        .filter(concern::subject.eq(subject.to_owned()))
        .filter(flag::domain.eq(domain.to_owned()));
    select(exists(told)).row(db)
}

/// Whether another community told of this.
pub(in crate::safety::reports) fn is_told_elsewhere(db: &mut Db, id: ConcernId) -> Result<bool, Error> {
    select(exists(flag::table.filter(flag::concern_id.eq(id)))).row(db)
}

/// How many things wait that a community told of.
///
/// # Errors
/// A fault of the database.
pub fn waiting_from(db: &mut Db, domain: &str) -> Result<i64, Error> {
    flag::table
        .inner_join(concern::table)
        .filter(concern::decided_on.is_null())
        .filter(flag::domain.eq(domain))
        .select(count_star())
        .row(db)
}

/// How many things wait that people here told of people of a community.
///
/// # Errors
/// A fault of the database.
pub fn waiting_about(db: &mut Db, domain: &str) -> Result<i64, Error> {
    let theirs = face::table
        .filter(face::kind.eq("remote"))
        .filter(face::name.like(format!("%@{}", escaped(domain))).escape('\\'))
        .filter(concern::face_id.is_not_null())
        .filter(face::id.eq(concern::face_id.assume_not_null()));
    concern::table
        .filter(concern::decided_on.is_null())
        .filter(not(concern::people.eq(0)))
        .filter(exists(theirs))
        .select(count_star())
        .row(db)
}

/// A domain holds neither sign that stands for others; should one ever, it stands for itself.
fn escaped(domain: &str) -> String {
    domain.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// What communities told of each of these, as far as it can be opened, by their names.
///
/// # Errors
/// A fault of the database.
pub fn flags_of(
    db: &mut Db,
    ring: &Keyring,
    ids: Vec<ConcernId>,
) -> Result<HashMap<ConcernId, Vec<Flagged>>, Error> {
    let rows: Vec<(FlagId, ConcernId, String, String, String)> = flag::table
        .filter(flag::concern_id.eq_any(ids))
        .order((flag::domain, flag::id))
        .select((flag::id, flag::concern_id, flag::domain, flag::words, flag::month))
        .rows(db)?;
    let mut all: HashMap<ConcernId, Vec<Flagged>> = HashMap::new();
    for (id, of, domain, sealed, month) in rows {
        let words = opened(ring, id, (&month, &sealed)).unwrap_or_default();
        all.entry(of).or_default().push(Flagged { domain, words });
    }
    Ok(all)
}

fn opened(ring: &Keyring, id: FlagId, (month, sealed): (&str, &str)) -> Option<String> {
    if sealed.is_empty() {
        return Some(String::new());
    }
    let plain = ring.epoch(month).ok().flatten()?.open(WORDS, id, sealed)?;
    String::from_utf8(plain.to_vec()).ok()
}
