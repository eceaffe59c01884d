//! Looking: what a page, a probe and a scrape all ask.

use super::{Health, store};
use crate::db::Db;
use crate::db::disk::Disk;
use crate::kernel::{Error, Moment};
use crate::keys::Keyring;
use crate::policy::{self, Action, Viewer};

/// How the server is, for somebody who may know.
///
/// # Errors
/// `sign-in-first`, `hosts-only`; a fault of the database.
pub fn look(db: &mut Db, viewer: &Viewer, disk: &Disk, ring: &Keyring, now: Moment) -> Result<Health, Error> {
    policy::may_in_community(viewer, Action::SeeHealth)?;
    let (has_ring, has_ring_copy) = (ring.is_here(), !ring.is_here() || ring.was_copied());
    Ok(Health { space: disk.space().ok(), has_ring, has_ring_copy, ..store::health(db, now)? })
}
