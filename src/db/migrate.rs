//! Brings a database to this version's shape: all or nothing, with a backup first on SQLite.

use std::path::PathBuf;

use diesel::connection::SimpleConnection;
use diesel::migration::Migration;
use diesel::sqlite::Sqlite;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::url::Purpose;
use super::{DatabaseUrl, Db, backup};
use crate::kernel::Error;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Two copies starting together on one PostgreSQL: the second waits here and then finds nothing to do.
const ADVISORY_LOCK: &str = "SELECT pg_advisory_lock(7310279)";
const ADVISORY_UNLOCK: &str = "SELECT pg_advisory_unlock(7310279)";

/// What a migration run did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Migrated {
    /// Names of the migrations applied, in order.
    pub applied: Vec<String>,
    /// Where the file was copied before, if it held anything.
    pub backup: Option<PathBuf>,
}

/// Applies every migration that is missing. Must not be called on an async thread.
///
/// # Errors
/// What the database said; a migration that could not be applied leaves nothing behind.
pub fn run(url: &DatabaseUrl) -> Result<Migrated, Error> {
    let mut db = url.open(Purpose::Write)?;
    let pending = pending(&mut db)?;
    if pending.is_empty() {
        return Ok(Migrated::default());
    }
    let backup = match url.sqlite_path() {
        Some(path) if has_tables(&mut db)? => Some(backup::before_migration(&mut db, path, pending.first())?),
        _ => None,
    };
    let applied = match &mut db {
        Db::Sqlite(conn) => names(conn.run_pending_migrations(SQLITE).map_err(Error::other)?),
        Db::Pg(conn) => {
            conn.batch_execute(ADVISORY_LOCK)?;
            let applied = conn.run_pending_migrations(POSTGRES).map(names).map_err(Error::other);
            conn.batch_execute(ADVISORY_UNLOCK)?;
            applied?
        }
    };
    Ok(Migrated { applied, backup })
}

/// Takes back every migration; for tests of the twins.
///
/// # Errors
/// What the database said.
pub fn revert_all(db: &mut Db) -> Result<(), Error> {
    match db {
        Db::Sqlite(conn) => conn.revert_all_migrations(SQLITE).map(drop),
        Db::Pg(conn) => conn.revert_all_migrations(POSTGRES).map(drop),
    }
    .map_err(Error::other)
}

/// Names of the migrations that are not applied yet.
///
/// # Errors
/// What the database said.
pub fn pending(db: &mut Db) -> Result<Vec<String>, Error> {
    match db {
        Db::Sqlite(conn) => conn.pending_migrations(SQLITE).map(|list| named(&list)),
        Db::Pg(conn) => conn.pending_migrations(POSTGRES).map(|list| named(&list)),
    }
    .map_err(Error::other)
}

/// Whether a database has migrations that this version does not know.
///
/// # Errors
/// What the database said.
pub fn is_newer(db: &mut Db) -> Result<bool, Error> {
    use diesel::migration::MigrationSource as _;
    let (applied, known) = match db {
        Db::Sqlite(conn) => {
            let known =
                diesel::migration::MigrationSource::<Sqlite>::migrations(&SQLITE).map_err(Error::other)?;
            (MigrationHarness::<Sqlite>::applied_migrations(&mut **conn).map(names), named(&known))
        }
        Db::Pg(conn) => {
            let known: Vec<Box<dyn Migration<diesel::pg::Pg>>> =
                POSTGRES.migrations().map_err(Error::other)?;
            (conn.applied_migrations().map(names), named(&known))
        }
    };
    let version = |name: &String| name.split('_').next().unwrap_or_default().to_owned();
    let known: Vec<String> = known.iter().map(version).collect();
    Ok(applied.map_err(Error::other)?.iter().any(|name| !known.contains(&version(name))))
}

fn named<DB: diesel::backend::Backend>(list: &[Box<dyn Migration<DB>>]) -> Vec<String> {
    list.iter().map(|migration| migration.name().to_string()).collect()
}

fn names(versions: Vec<diesel::migration::MigrationVersion<'_>>) -> Vec<String> {
    versions.iter().map(ToString::to_string).collect()
}

fn has_tables(db: &mut Db) -> Result<bool, Error> {
    match db {
        Db::Sqlite(conn) => {
            let done: Vec<_> =
                MigrationHarness::<Sqlite>::applied_migrations(&mut **conn).map_err(Error::other)?;
            Ok(!done.is_empty())
        }
        Db::Pg(_) => Ok(false),
    }
}
