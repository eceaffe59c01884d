//! `hearthside backup` and `restore`: a copy that was opened again and found whole, and the way back to it.

use std::path::{Path, PathBuf};

use super::postgres;
use super::{folder, tell};
use crate::admin::health::{self, Counts};
use crate::config::Settings;
use crate::db::{DatabaseUrl, Db, Purpose, backup, migrate};
use crate::identity::aliases;
use crate::jobs;
use crate::kernel::{Clock, Error};

/// Copies the community to `target` while others go on writing.
///
/// # Errors
/// A sentence; then there is no file at `target` that was not there before.
pub fn backup(settings: &Settings, target: &Path) -> Result<(), String> {
    let url = settings.server.database()?;
    let counts = match &url {
        DatabaseUrl::Sqlite(path) => copy(path, target)?,
        DatabaseUrl::Postgres(address) => {
            if target.exists() {
                return Err(format!("{} exists already; choose a new name.", target.display()));
            }
            postgres::dump(address.expose(), target)?;
            count(&url)?
        }
    };
    if let Ok(mut db) = url.open(Purpose::Write) {
        // The copy is made and whole; that the date could not be noted takes nothing from it.
        let _ = health::note_backup(&mut db, Clock::default().now().day());
    }
    tell(&format!(
        "{} holds {}.\nThe key ring is not in it: hearthside keys backup PATH",
        target.display(),
        words(counts)
    ));
    Ok(())
}

fn copy(path: &Path, target: &Path) -> Result<Counts, String> {
    if !path.is_file() {
        return Err(format!("There is no community at {}.", path.display()));
    }
    let mut db = DatabaseUrl::Sqlite(path.to_owned()).open(Purpose::Write).map_err(said)?;
    backup::copy(&mut db, target).map_err(said)?;
    whole(target)
}

/// Puts the community of `source` in place of the one that is there; the old one is kept aside.
///
/// # Errors
/// A sentence; then nothing was changed.
pub fn restore(settings: &Settings, source: &Path, is_forced: bool) -> Result<(), String> {
    let _held = folder::hold(settings)?;
    match settings.server.database()? {
        DatabaseUrl::Sqlite(path) => {
            let counts = whole(source)?;
            let aside = swap(&path, source, is_forced)?;
            ends_ties_at_once(&DatabaseUrl::Sqlite(path))?;
            let kept = aside.map(|aside| format!(" The one before is kept at {}.", aside.display()));
            tell(&format!("{} is back.{}", words(counts), kept.unwrap_or_default()));
        }
        url @ DatabaseUrl::Postgres(_) => {
            let is_there = count(&url).is_ok_and(|counts| counts.people > 0);
            if is_there && !is_forced {
                return Err(
                    "There is a community in this database. To put the backup in its place: --force. \
                            Make a backup of it first."
                        .to_owned(),
                );
            }
            let DatabaseUrl::Postgres(address) = &url else { return Ok(()) };
            postgres::restore(address.expose(), source)?;
            ends_ties_at_once(&url)?;
            tell(&format!("{} is back.", words(count(&url)?)));
        }
    }
    Ok(())
}

/// Ties of aliases that ended since the backup was made are back with it. The job that ends them takes a long step of
/// the clock for a mistake and waits a week; this one is none, so it forgets when it last looked.
fn ends_ties_at_once(url: &DatabaseUrl) -> Result<(), String> {
    let mut db = url.open(Purpose::Write).map_err(said)?;
    jobs::call_off(&mut db, aliases::END_TIES).map_err(said)
}

/// Says whether a file is a whole community of this version or an earlier one, and what it holds.
fn whole(file: &Path) -> Result<Counts, String> {
    backup::verify(file).map_err(said)?;
    let mut db = DatabaseUrl::Sqlite(file.to_owned()).open(Purpose::Read).map_err(said)?;
    if migrate::is_newer(&mut db).map_err(|_| stranger(file))? {
        return Err(format!("{} was written by a newer version than this one.", file.display()));
    }
    health::counts(&mut db).map_err(|_| stranger(file))
}

fn stranger(file: &Path) -> String {
    format!("{} is whole, and holds no community.", file.display())
}

/// Copies `source` beside `path`, then puts it there in one step. Returns where the old file is.
fn swap(path: &Path, source: &Path, is_forced: bool) -> Result<Option<PathBuf>, String> {
    let incoming = path.with_extension("incoming");
    if path.exists() && !is_forced {
        return Err(format!(
            "There is a community at {}. To put the backup in its place: --force. It is kept aside then.",
            path.display()
        ));
    }
    let steps = || -> Result<Option<PathBuf>, Error> {
        let _ = std::fs::remove_file(&incoming);
        std::fs::copy(source, &incoming).map_err(Error::other)?;
        backup::keep_private(&incoming)?;
        std::fs::File::open(&incoming).and_then(|file| file.sync_all()).map_err(Error::other)?;
        backup::verify(&incoming)?;
        let aside = if path.exists() { Some(backup::keep_aside(path)?) } else { None };
        std::fs::rename(&incoming, path).map_err(Error::other)?;
        let folder = path.parent().unwrap_or(Path::new("."));
        std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(Error::other)?;
        Ok(aside)
    };
    steps().map_err(|error| {
        let _ = std::fs::remove_file(&incoming);
        said(error)
    })
}

fn count(url: &DatabaseUrl) -> Result<Counts, String> {
    let mut db: Db = url.open(Purpose::Read).map_err(said)?;
    health::counts(&mut db).map_err(said)
}

fn words(counts: Counts) -> String {
    let Counts { people, groups, threads, replies } = counts;
    format!("A community with people: {people}, groups: {groups}, threads: {threads}, replies: {replies}")
}

fn said(error: Error) -> String {
    error.to_string()
}
