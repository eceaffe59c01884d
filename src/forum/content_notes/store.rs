//! What a group says about labels.

use diesel::prelude::*;

use super::{ContentNote, Handling, HouseRule};
use crate::db::schema::{group_, group_note_rule};
use crate::db::{Db, Run};
use crate::kernel::{Error, GroupId};

/// A group's rules for labels; a label that is not among them is folded.
///
/// # Errors
/// A fault of the database.
pub fn house_rules(db: &mut Db, group: GroupId) -> Result<Vec<HouseRule>, Error> {
    let rows: Vec<(ContentNote, Handling, Option<(String, String)>)> = group_note_rule::table
        .left_join(group_::table.on(group_note_rule::elsewhere.eq(group_::id.nullable())))
        .filter(group_note_rule::group_id.eq(group))
        .order(group_note_rule::note)
        .select((group_note_rule::note, group_note_rule::rule, (group_::name, group_::title).nullable()))
        .rows(db)?;
    Ok(rows.into_iter().map(|(note, handling, elsewhere)| HouseRule { note, handling, elsewhere }).collect())
}
