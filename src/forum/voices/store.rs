//! The one SQL statement of voices.

use diesel::prelude::*;

use super::Spot;
use crate::db::schema::{group_, thread};
use crate::db::{Db, Run};
use crate::forum::groups::Aliases;
use crate::kernel::Error;

/// Whether aliases may speak in a place, whoever asks; no for a place that is not there.
pub(super) fn has_aliases(db: &mut Db, at: &Spot) -> Result<bool, Error> {
    let found: Option<Aliases> = match at {
        Spot::Group(name) if name.contains('\0') => None,
        Spot::Group(name) => {
            group_::table.filter(group_::name.eq(name.clone())).select(group_::aliases).row_opt(db)?
        }
        Spot::Thread(id) => thread::table
            .inner_join(group_::table)
            .filter(thread::public_id.eq(id.clone()))
            .select(group_::aliases)
            .row_opt(db)?,
    };
    Ok(found.is_some_and(|aliases| aliases != Aliases::Off))
}
