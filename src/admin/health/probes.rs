//! Looking: what a page, a probe and a scrape all ask.

use super::{Health, store};
use crate::db::Db;
use crate::db::disk::Disk;
use crate::kernel::{Error, Moment};
use crate::policy::{self, Action, Standing, Viewer};

/// How the server is, for somebody who may know.
///
/// # Errors
/// `sign-in-first`, `hosts-only`; a fault of the database.
pub fn look(db: &mut Db, viewer: &Viewer, disk: &Disk, now: Moment) -> Result<Health, Error> {
    policy::may(viewer, Action::SeeHealth, &Standing::in_community(viewer))?;
    Ok(Health { space: disk.space().ok(), ..store::health(db, now)? })
}
