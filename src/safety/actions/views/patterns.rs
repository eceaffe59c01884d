//! What several people told of one name.

use crate::db::Db;
use crate::kernel::{Error, Moment};
use crate::policy::{Rank, Viewer};
use crate::safety::reports::{self, Concern, OfName, Pattern};

/// Days before a concern in which others of the same name make a pattern with it.
const PATTERN_DAYS: i64 = 90;

/// What several people told of the name that each of these is about: those of a group read it of their group, and hosts of all.
pub(super) fn patterns(
    db: &mut Db,
    viewer: &Viewer,
    concerns: &[Concern],
) -> Result<Vec<Option<Pattern>>, Error> {
    let since = |concern: &Concern| concern.opened_at.plus_s(-PATTERN_DAYS * 86_400);
    let faces = concerns.iter().filter_map(|concern| concern.face_id).collect();
    let earliest = concerns.iter().map(since).min().unwrap_or(Moment(0));
    let told = reports::tellings(db, faces, earliest)?;
    let of = |concern: &Concern| {
        let face = concern.face_id?;
        let within = match (viewer.rank(), concern.group_id) {
            (Some(Rank::Host), _) => None,
            (_, group) => Some(group?),
        };
        let counts = |(whose, at, _, group, _): &&OfName| {
            *whose == Some(face)
                && *at >= since(concern)
                && within.is_none_or(|within| *group == Some(within))
        };
        let told = told.iter().filter(counts).map(|(_, _, id, group, is_another)| (*id, *group, *is_another));
        Pattern::of(&told.collect::<Vec<_>>())
    };
    Ok(concerns.iter().map(of).collect())
}
