//! Every SQL statement of the list.

use diesel::prelude::*;
use diesel::{delete, insert_into};

use super::List;
use crate::db::schema::phrase;
use crate::db::{Db, Run, Tx};
use crate::kernel::Error;
use crate::policy::Permit;

/// The list as the host left it.
///
/// # Errors
/// A fault of the database.
pub fn list(db: &mut Db) -> Result<List, Error> {
    let rows: Vec<(String, bool)> =
        phrase::table.order(phrase::words).select((phrase::words, phrase::is_dropped)).rows(db)?;
    let (dropped, added): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, is_dropped)| *is_dropped);
    let words = |rows: Vec<(String, bool)>| rows.into_iter().map(|(words, _)| words).collect();
    Ok(List { added: words(added), dropped: words(dropped) })
}

pub(super) fn set(tx: &mut Tx<'_>, _permit: &Permit, list: &List) -> Result<(), Error> {
    delete(phrase::table).exec(tx)?;
    let added = list.added.iter().filter(|line| !list.dropped.contains(line)).map(|line| (line, false));
    for (line, is_dropped) in list.dropped.iter().map(|line| (line, true)).chain(added) {
        insert_into(phrase::table)
            .values((phrase::words.eq(line), phrase::is_dropped.eq(is_dropped)))
            .exec(tx)?;
    }
    Ok(())
}
