//! How much room there is for what people write, so that nothing is taken that could not be kept.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::kernel::{Error, Fault};

/// Below this many free bytes nothing new is taken.
const FREE_MIN: u64 = 200 * 1_024 * 1_024;
/// Nor below this share of the disk, in percent.
const SHARE_MIN: u64 = 2;

/// What a disk has, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    /// For us to write.
    pub free: u64,
    /// In all.
    pub total: u64,
}

impl Space {
    /// Whether new words are still taken.
    #[must_use]
    pub const fn is_enough(&self) -> bool {
        self.free >= FREE_MIN && self.free >= self.total / 100 * SHARE_MIN
    }

    /// Free mebibytes, for people.
    #[must_use]
    pub const fn free_mib(&self) -> u64 {
        self.free / 1_024 / 1_024
    }
}

/// The disk under the data folder. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Disk {
    folder: PathBuf,
    pretended: Arc<Mutex<Option<Space>>>,
}

impl Disk {
    /// The disk that holds `folder`.
    #[must_use]
    pub fn under(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), pretended: Arc::default() }
    }

    /// What it has now. Asking costs a microsecond, so nobody keeps the answer.
    ///
    /// # Errors
    /// What the system said.
    pub fn space(&self) -> Result<Space, Error> {
        if let Some(space) = *self.pretended.lock().unwrap_or_else(PoisonError::into_inner) {
            return Ok(space);
        }
        let told = rustix::fs::statvfs(&self.folder).map_err(Error::other)?;
        let bytes = |blocks: u64| blocks.saturating_mul(told.f_frsize);
        Ok(Space { free: bytes(told.f_bavail), total: bytes(told.f_blocks) })
    }

    /// Refuses when it is nearly full. If the system does not say, the database will.
    ///
    /// # Errors
    /// `disk-full`.
    pub fn refuse_if_full(&self) -> Result<(), Error> {
        match self.space() {
            Ok(space) if !space.is_enough() => Err(Fault::Full.into()),
            _ => Ok(()),
        }
    }

    /// Answers with this from now on; for tests, which cannot fill a disk.
    pub fn pretend(&self, space: Option<Space>) {
        *self.pretended.lock().unwrap_or_else(PoisonError::into_inner) = space;
    }
}

#[test]
fn a_disk_is_full_before_its_last_byte() {
    const GIB: u64 = 1 << 30;
    let is_enough = |free, total| Space { free, total }.is_enough();
    assert!(is_enough(GIB, 40 * GIB));
    assert!(!is_enough(GIB / 8, GIB), "a small disk keeps 200 MB");
    assert!(!is_enough(GIB, 100 * GIB), "a large one keeps its share");
    assert!(Disk::under(Path::new("/")).space().unwrap().total > 0);
}
