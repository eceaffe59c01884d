//! Who came lately and who is limited, where somebody looks after things.

use super::{Limited, New, People, Place, store};
use crate::db::Db;
use crate::forum::members;
use crate::kernel::{Day, Error, Week};
use crate::policy::{self, Action, Rank, Role, Viewer};

/// Weeks for which somebody is new, beside this one.
const WEEKS: i64 = 1;

/// Everything of each group that somebody keeps, and of the whole community for those who look after all of it.
///
/// # Errors
/// `sign-in-first`; `keepers-only` for whoever keeps nothing: people who are there for others alone see none of this.
pub fn people(db: &mut Db, viewer: &Viewer, today: Day) -> Result<People, Error> {
    let since = Week(today.week().0 - WEEKS);
    let mut places = Vec::new();
    if matches!(viewer.rank(), Some(Rank::Keeper | Rank::Host)) {
        let (new, limited) = (store::new_here(db, since)?, store::limited_here(db)?);
        places.push(place(None, new, limited));
    }
    for mine in members::mine(db, viewer.face())? {
        if !Role::KEEPERS.contains(&mine.membership.role) || mine.membership.state != members::State::In {
            continue;
        }
        let (new, limited) =
            (store::new_in(db, mine.group.id, since)?, store::limited_in(db, mine.group.id)?);
        places.push(place(Some((mine.group.name, mine.group.title)), new, limited));
    }
    if places.is_empty() {
        policy::may_in_community(viewer, Action::DecideForCommunity)?;
    }
    Ok(places)
}

fn place(
    group: Option<(String, String)>,
    new: Vec<(String, Week)>,
    limited: Vec<(String, Option<Day>)>,
) -> Place {
    let new = new.into_iter().map(|(name, week)| New { name, week }).collect();
    let limited = limited.into_iter().map(|(name, until)| Limited { name, until }).collect();
    Place { group, new, limited }
}
