//! Who came lately and who is limited, where somebody looks after things.

use super::{Limited, List, Names, New, Onward, People, Place, store};
use crate::db::Db;
use crate::forum::members::{self, Mine};
use crate::kernel::{Day, Error, Week};
use crate::policy::{self, Action, Rank, Role, Viewer};

/// Weeks for which somebody is new, beside this one.
const WEEKS: i64 = 1;
/// Names on one page of a list.
const PAGE: usize = 100;

/// Everything of each group that somebody keeps, and of the whole community for those who look after all of it; or how one of
/// these lists goes on.
///
/// # Errors
/// `sign-in-first`; `keepers-only` for whoever keeps nothing: people who are there for others alone see none of this. Absent for
/// a place that is not theirs.
pub fn people(
    db: &mut Db,
    viewer: &Viewer,
    (today, onward): (Day, Option<&Onward>),
) -> Result<People, Error> {
    let (since, mut places) = (Week(today.week().0 - WEEKS), Vec::new());
    let keeps_all = matches!(viewer.rank(), Some(Rank::Keeper | Rank::Host));
    let is_kept = |mine: &Mine| {
        Role::KEEPERS.contains(&mine.membership.role) && mine.membership.state == members::State::In
    };
    let kept: Vec<_> = members::mine(db, viewer.face())?.into_iter().filter(is_kept).collect();
    if !keeps_all && kept.is_empty() {
        policy::may_in_community(viewer, Action::DecideForCommunity)?;
    }
    if keeps_all && is_asked(onward, None) {
        let new = after(onward, List::New).map(|key| store::new_here(db, since, key)).transpose()?;
        let limited = after(onward, List::Limited).map(|key| store::limited_here(db, key)).transpose()?;
        places.push(place(None, new, limited));
    }
    for mine in kept.into_iter().filter(|mine| is_asked(onward, Some(&mine.group.name))) {
        let group = mine.group.id;
        let new = after(onward, List::New).map(|key| store::new_in(db, (group, since), key)).transpose()?;
        let limited =
            after(onward, List::Limited).map(|key| store::limited_in(db, group, key)).transpose()?;
        let limited = limited.map(|rows| rows.into_iter().map(|(name, until)| (name, until, true)).collect());
        places.push(place(Some((mine.group.name, mine.group.title)), new, limited));
    }
    if places.is_empty() { Err(Error::Absent) } else { Ok(places) }
}

/// Whether a place is asked for: all are, or this one.
fn is_asked(onward: Option<&Onward>, group: Option<&str>) -> bool {
    onward.is_none_or(|onward| onward.group.as_deref() == group)
}

/// The key after which a list begins; none: it is not asked for.
fn after(onward: Option<&Onward>, list: List) -> Option<&str> {
    match onward {
        None => Some(""),
        Some(onward) => (onward.list == list).then_some(onward.after.as_str()),
    }
}

fn place(
    group: Option<(String, String)>,
    new: Option<Vec<(String, Week)>>,
    limited: Option<Vec<store::Out>>,
) -> Place {
    let new = new.map(|rows| page(rows, |(name, week)| New { name, week }));
    let limited =
        limited.map(|rows| page(rows, |(name, until, may_return)| Limited { name, until, may_return }));
    Place { group, new, limited }
}

/// What is shown of what was found.
fn page<R, T>(rows: Vec<R>, row: impl Fn(R) -> T) -> Names<T> {
    let has_more = rows.len() > PAGE;
    Names { rows: rows.into_iter().take(PAGE).map(row).collect(), has_more }
}
