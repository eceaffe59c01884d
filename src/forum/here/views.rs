//! What is remembered, as far as it may be said.

use std::collections::HashMap;

use super::{Amount, store};
use crate::db::Db;
use crate::kernel::{Day, Error, FaceId, GroupId};

/// What is said to a member of groups where these others looked.
///
/// # Errors
/// A fault of the database.
pub(super) fn said(
    db: &mut Db,
    (me, today): (FaceId, Day),
    looked: &HashMap<GroupId, Vec<FaceId>>,
) -> Result<HashMap<GroupId, Amount>, Error> {
    let groups: Vec<GroupId> = looked.keys().copied().collect();
    let telling = store::telling(db, me, &groups)?;
    if telling.is_empty() {
        return Ok(HashMap::new());
    }
    let faces: Vec<FaceId> = looked.values().flatten().copied().collect();
    let counted = store::counted(db, (&telling, &faces), today)?;
    // Somebody may have looked at one of them and be in another.
    let is_here =
        |group: GroupId, face: FaceId| looked.get(&group).is_some_and(|others| others.contains(&face));
    let others =
        |group: GroupId| counted.iter().filter(|(of, face)| *of == group && is_here(group, *face)).count();
    Ok(telling.into_iter().filter_map(|group| Some((group, Amount::of(others(group))?))).collect())
}
