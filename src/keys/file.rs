//! The file the ring is kept in: whole or not at all, and its owner's alone.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use rustix::fs::FlockOperation;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Ring;
use crate::kernel::{Error, sha256_hex};

/// Why a ring is not used.
#[derive(Debug, thiserror::Error)]
pub enum Wrong {
    /// Others may read it.
    #[error(
        "The key ring {path} can be read by others (mode {mode:o}). If nobody has read it: chmod 600 {path}\n\
         If somebody may have: do that, then hearthside keys rotate"
    )]
    Readable {
        /// Where it is.
        path: String,
        /// Its permissions.
        mode: u32,
    },
    /// It was cut short, or changed.
    #[error(
        "The key ring {path} is not whole. Put a copy in its place: hearthside keys restore PATH\n\
         If there is no copy: move {path} away, then start without it, or begin another with hearthside keys new"
    )]
    NotWhole {
        /// Where it is.
        path: String,
    },
    /// It is whole, and the database names another.
    #[error(
        "The key ring {path} belongs to another community than this database.\n\
         Put this community's own in its place: hearthside keys restore PATH --force\n\
         If that is lost: move {path} away, then hearthside keys new"
    )]
    Foreign {
        /// Where it is.
        path: String,
    },
    /// It was there a moment ago.
    #[error("The key ring {path} is gone.")]
    Gone {
        /// Where it was.
        path: String,
    },
    /// The system said no.
    #[error("The key ring {path} does not answer: {why}")]
    System {
        /// Where it is.
        path: String,
        /// What the system said.
        why: String,
    },
}

impl From<Wrong> for Error {
    fn from(wrong: Wrong) -> Self {
        Self::other(wrong)
    }
}

/// What stands in the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// SHA-256 of the ring as written: a byte that changed by itself is noticed before anything is sealed with it.
    check: String,
    ring: Ring,
}

/// The place of a ring.
#[derive(Debug, Clone)]
pub struct RingFile(PathBuf);

impl RingFile {
    /// `ring.json` in a folder.
    #[must_use]
    pub fn within(folder: &Path) -> Self {
        Self(folder.join("ring.json"))
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The ring, if there is a file.
    ///
    /// # Errors
    /// Readable by others, not whole, or what the system said.
    pub fn read(&self) -> Result<Option<Ring>, Wrong> {
        let about = match fs::metadata(&self.0) {
            Ok(about) => about,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(self.said(error)),
        };
        let mode = about.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(Wrong::Readable { path: self.name(), mode });
        }
        let bytes = Zeroizing::new(fs::read(&self.0).map_err(|error| self.said(error))?);
        parse(&bytes).map(Some).ok_or_else(|| Wrong::NotWhole { path: self.name() })
    }

    /// Writes a ring where none is, or where one is to be replaced: whole or not at all.
    ///
    /// # Errors
    /// What the system said; then the file before is as it was.
    pub fn put(&self, ring: &Ring) -> Result<(), Wrong> {
        let _held = self.hold()?;
        self.replace(ring).map_err(|error| self.said(error))
    }

    /// Changes the ring as it is in the file now, whoever wrote it last, and returns it.
    ///
    /// # Errors
    /// As [`RingFile::read`]; or it is gone.
    pub fn change(&self, change: impl FnOnce(&mut Ring)) -> Result<Ring, Wrong> {
        let _held = self.hold()?;
        let mut ring = self.read()?.ok_or_else(|| Wrong::Gone { path: self.name() })?;
        change(&mut ring);
        self.replace(&ring).map_err(|error| self.said(error))?;
        Ok(ring)
    }

    /// Gives the file another name beside itself, if it is there. Returns that name.
    ///
    /// # Errors
    /// What the system said.
    pub fn set_aside(&self) -> Result<Option<PathBuf>, Wrong> {
        if !self.0.exists() {
            return Ok(None);
        }
        let names = (1..u32::MAX).map(|n| self.0.with_extension(format!("before-{n}.json")));
        let aside =
            names.into_iter().find(|name| !name.exists()).unwrap_or_else(|| self.0.with_extension("old"));
        fs::rename(&self.0, &aside).map_err(|error| self.said(error))?;
        Ok(Some(aside))
    }

    fn replace(&self, ring: &Ring) -> std::io::Result<()> {
        let coming = self.0.with_extension("new");
        match fs::remove_file(&coming) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = OpenOptions::new().create_new(true).append(true).mode(0o400).open(&coming)?;
        file.write_all(&shown(ring)?)?;
        file.sync_all()?;
        fs::rename(&coming, &self.0)?;
        File::open(self.folder())?.sync_all()
    }

    /// One process at a time: `keys rotate` may meet a running server.
    fn hold(&self) -> Result<File, Wrong> {
        let open = || {
            fs::DirBuilder::new().recursive(true).mode(0o700).create(self.folder())?;
            let path = self.folder().join("ring.lock");
            let lock = OpenOptions::new().create(true).append(true).mode(0o600).open(path)?;
            rustix::fs::flock(&lock, FlockOperation::LockExclusive)?;
            Ok(lock)
        };
        open().map_err(|error: std::io::Error| self.said(error))
    }

    fn folder(&self) -> &Path {
        self.0.parent().unwrap_or(Path::new("."))
    }

    fn name(&self) -> String {
        self.0.display().to_string()
    }

    fn said(&self, error: std::io::Error) -> Wrong {
        Wrong::System { path: self.name(), why: error.to_string() }
    }

    /// The complaint about a ring of another community.
    #[must_use]
    pub fn foreign(&self) -> Wrong {
        Wrong::Foreign { path: self.name() }
    }
}

/// A ring as it is written to a file, or into a backup.
///
/// # Errors
/// None that can be met.
pub(super) fn shown(ring: &Ring) -> std::io::Result<Zeroizing<Vec<u8>>> {
    let written = Written { check: check(ring)?, ring: ring.clone() };
    Ok(Zeroizing::new(serde_json::to_vec_pretty(&written)?))
}

/// Reads what [`shown`] wrote; anything else is no ring.
pub(super) fn parse(bytes: &[u8]) -> Option<Ring> {
    let written: Written = serde_json::from_slice(bytes).ok()?;
    (check(&written.ring).ok()? == written.check && written.ring.sealing().is_some()).then_some(written.ring)
}

fn check(ring: &Ring) -> std::io::Result<String> {
    Ok(sha256_hex(&Zeroizing::new(serde_json::to_vec(ring)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Chance, Day};

    const TODAY: Day = Day(20_782);

    /// A folder of its own, gone when the test is over.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("hearthside-keys-{name}-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn ring(&self) -> RingFile {
            RingFile::within(&self.0.join("keys"))
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_file_is_its_owners_alone_and_is_refused_otherwise() {
        let folder = Folder::new("file");
        let file = folder.ring();
        assert!(file.read().unwrap().is_none());
        let ring = Ring::new(&Chance::seeded(3), TODAY);
        file.put(&ring).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(file.path()), mode(&folder.0.join("keys"))), (0o400, 0o700));
        let changed = file.change(|ring| ring.begin_epoch("2026-11", &Chance::seeded(3))).unwrap();
        assert_eq!(file.read().unwrap().unwrap().epoch("2026-11"), changed.epoch("2026-11"));
        assert_eq!(mode(file.path()), 0o400);
        for open in [0o440, 0o604, 0o660] {
            fs::set_permissions(file.path(), fs::Permissions::from_mode(open)).unwrap();
            assert!(matches!(file.read(), Err(Wrong::Readable { mode, .. }) if mode == open));
            assert!(file.change(|_| ()).is_err());
        }
        fs::set_permissions(file.path(), fs::Permissions::from_mode(0o600)).unwrap();
        let text = fs::read(file.path()).unwrap();
        fs::write(file.path(), &text[..text.len() - 9]).unwrap();
        assert!(matches!(file.read(), Err(Wrong::NotWhole { .. })));
        let aside = file.set_aside().unwrap().unwrap();
        assert!(aside.exists() && file.read().unwrap().is_none());
        assert!(matches!(file.change(|_| ()), Err(Wrong::Gone { .. })));
    }
}
