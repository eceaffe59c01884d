//! Copies of the SQLite file that were opened again and found whole.

use std::path::{Path, PathBuf};

use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl};

use super::url::Purpose;
use super::{DatabaseUrl, Db};
use crate::kernel::Error;

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Text)]
    integrity_check: String,
}

/// Writes a whole, consistent copy of the open SQLite database to `target`, while others go on writing,
/// then opens the copy and checks it.
///
/// # Errors
/// If `target` exists, cannot be written, or the copy is not whole; then no file is left.
pub fn copy(db: &mut Db, target: &Path) -> Result<(), Error> {
    if target.exists() {
        return Err(Error::other(format!("{} exists already; choose a new name", target.display())));
    }
    let Db::Sqlite(conn) = db else {
        return Err(Error::other("this backup is for SQLite; use pg_dump for PostgreSQL"));
    };
    let name = target.to_str().ok_or_else(|| Error::other("the backup path is not UTF-8"))?;
    diesel::sql_query("VACUUM INTO ?").bind::<Text, _>(name).execute(&mut **conn)?;
    verify(target).inspect_err(|_| drop(std::fs::remove_file(target)))?;
    keep_private(target)?;
    std::fs::File::open(target).and_then(|file| file.sync_all()).map_err(Error::other)
}

/// Opens a SQLite file and asks it whether it is whole.
///
/// # Errors
/// If it cannot be opened or is damaged.
pub fn verify(path: &Path) -> Result<(), Error> {
    if !path.is_file() {
        return Err(Error::other(format!("{} is not there", path.display())));
    }
    let mut db = DatabaseUrl::Sqlite(path.to_owned()).open(Purpose::Read)?;
    let Db::Sqlite(conn) = &mut db else { return Err(Error::other("not a SQLite file")) };
    let answers: Vec<Answer> = diesel::sql_query("PRAGMA integrity_check").load(&mut **conn)?;
    match answers.first() {
        Some(answer) if answer.integrity_check == "ok" => Ok(()),
        _ => Err(Error::other(format!("{} is damaged", path.display()))),
    }
}

/// The copy taken before a migration: `backups/before-<first pending>.sqlite` beside the database.
///
/// # Errors
/// As [`copy`].
pub(in crate::db) fn before_migration(
    db: &mut Db,
    path: &Path,
    first: Option<&String>,
) -> Result<PathBuf, Error> {
    let target = free_name(path, &format!("before-{}", first.map_or("migration", String::as_str)))?;
    copy(db, &target)?;
    Ok(target)
}

/// Folds the log of the SQLite file at `path` into it, and gives it a second name in `backups/`, so that
/// another file may take its place. No process may have it open.
///
/// # Errors
/// If a file cannot be made or moved.
pub fn keep_aside(path: &Path) -> Result<PathBuf, Error> {
    if let Ok(mut db) = (DatabaseUrl::Sqlite(path.to_owned())).open(Purpose::Write) {
        // A file too damaged for this is kept as it is.
        let _ = db.batch("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    let aside = free_name(path, "before-restore")?;
    std::fs::hard_link(path, &aside).map_err(Error::other)?;
    for ending in ["-wal", "-shm"] {
        let (from, to) = (with_ending(path, ending), with_ending(&aside, ending));
        if from.exists() {
            std::fs::rename(from, to).map_err(Error::other)?;
        }
    }
    Ok(aside)
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// A name in `backups/` beside the database that no file has.
fn free_name(path: &Path, stem: &str) -> Result<PathBuf, Error> {
    let folder = path.parent().unwrap_or(Path::new(".")).join("backups");
    std::fs::create_dir_all(&folder).map_err(Error::other)?;
    (0..u32::MAX)
        .map(|n| folder.join(if n == 0 { format!("{stem}.sqlite") } else { format!("{stem}-{n}.sqlite") }))
        .find(|candidate| !candidate.exists())
        .ok_or_else(|| Error::other("no free name for the backup"))
}

/// Only the owner may read what members wrote.
///
/// # Errors
/// What the system said.
pub fn keep_private(path: &Path) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).map_err(Error::other)
}
