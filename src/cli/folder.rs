//! One process a data folder: the second one is told so, instead of two writers meeting in one file.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::Path;

use rustix::fs::FlockOperation;

use crate::config::Settings;

/// The file the lock hangs on. It holds nothing; the system lets go of it when the process ends, however it ends.
const LOCK: &str = "hearthside.lock";

/// Held while a process uses the folder; none for PostgreSQL, which keeps its own order.
#[derive(Debug)]
pub struct Held {
    _lock: Option<File>,
}

/// Takes the folder of the SQLite file for this process.
///
/// # Errors
/// A sentence, if another process has it or the folder cannot be written.
pub fn hold(settings: &Settings) -> Result<Held, String> {
    let url = settings.server.database()?;
    let Some(folder) = url.sqlite_path().and_then(Path::parent) else { return Ok(Held { _lock: None }) };
    let place = folder.display();
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|error| format!("The data folder {place} cannot be made: {error}"))?;
    let lock = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .mode(0o600)
        .open(folder.join(LOCK))
        .map_err(|error| format!("The data folder {place} cannot be written: {error}"))?;
    rustix::fs::flock(&lock, FlockOperation::NonBlockingLockExclusive).map_err(|_| {
        format!(
            "Another hearthside uses {place} already. Stop it first, or choose another folder with --data."
        )
    })?;
    Ok(Held { _lock: Some(lock) })
}
