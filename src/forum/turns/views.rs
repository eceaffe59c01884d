//! Who serves in a group, and what was left for whoever comes next.

use super::commands::{here, served};
use super::{Handover, Place, store};
use crate::db::Db;
use crate::forum::groups::Group;
use crate::kernel::Error;
use crate::policy::{Role, Viewer};

/// All of it.
#[derive(Debug)]
pub struct Service {
    /// The group.
    pub group: Group,
    /// Whether the viewer serves there now, or keeps it with all others; else they rest, and see their own place alone.
    pub is_serving: bool,
    /// The viewer's own place; none: they are not in the group.
    pub own: Option<Place>,
    /// Everybody who serves, those who shape the group first.
    pub places: Vec<Place>,
    /// What was left.
    pub handover: Option<Handover>,
}

impl Service {
    /// Parts that nobody has now.
    #[must_use]
    pub fn open(&self) -> Vec<Role> {
        let parts = Role::ALL.iter().copied().filter(|role| *role != Role::Member);
        parts.filter(|role| !self.places.iter().any(|place| place.role == *role)).collect()
    }
}

/// For those who serve in a group, and those who rest from it.
///
/// # Errors
/// Absent for a group the viewer may not know of; `keepers-only`.
pub fn service(db: &mut Db, viewer: &Viewer, name: &str) -> Result<Service, Error> {
    let group = here(db, viewer, name)?;
    let own = if viewer.is_signed_in() { store::find(db, group.id, viewer.face())? } else { None };
    let rests = own.as_ref().is_some_and(|place| place.rests_as().is_some());
    if rests && served(db, viewer, name).is_err() {
        return Ok(Service { group, is_serving: false, own, places: Vec::new(), handover: None });
    }
    served(db, viewer, name)?;
    let mut places = store::serving(db, group.id)?;
    places.sort_by_key(|place| std::cmp::Reverse(place.part()));
    let handover = store::handover(db, group.id)?;
    Ok(Service { group, is_serving: true, own, places, handover })
}
