//! Which database, and how a connection to it is opened.

use std::path::{Path, PathBuf};

use diesel::Connection;
use diesel::connection::SimpleConnection;
use diesel::sqlite::SqliteConnection;

use super::{Db, PgConn};
use crate::kernel::{Error, Secret};

/// Where the community lives.
#[derive(Debug, Clone)]
pub enum DatabaseUrl {
    /// A SQLite file; made if it is not there.
    Sqlite(PathBuf),
    /// A `postgres://` address; it may hold a password, so it never prints.
    Postgres(Secret<String>),
}

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Looks only; SQLite itself refuses writes.
    Read,
    /// Looks and changes.
    Write,
}

impl DatabaseUrl {
    /// `postgres://…` and `postgresql://…` are PostgreSQL, `sqlite:PATH` is a file.
    ///
    /// # Errors
    /// A sentence saying what is expected.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            // Quietly unencrypted would be worse than not at all.
            if ["sslmode=require", "sslmode=verify"].iter().any(|mode| text.contains(mode)) {
                return Err(
                    "PostgreSQL is reached without TLS: over loopback, a network of your own, or a tunnel. \
                            Take sslmode out"
                        .to_owned(),
                );
            }
            // The driver's own clock does not run on a database thread; it would end the thread instead.
            if text.contains("connect_timeout=") {
                return Err(
                    "the system says how long a connection may take. Take connect_timeout out".to_owned()
                );
            }
            return Ok(Self::Postgres(Secret::new(text.to_owned())));
        }
        match text.strip_prefix("sqlite:") {
            Some(path) if !path.is_empty() => Ok(Self::Sqlite(PathBuf::from(path))),
            _ => Err("expected postgres://… or sqlite:PATH".to_owned()),
        }
    }

    /// The SQLite file, if it is one.
    #[must_use]
    pub fn sqlite_path(&self) -> Option<&Path> {
        match self {
            Self::Sqlite(path) => Some(path),
            Self::Postgres(_) => None,
        }
    }

    /// Opens a connection. Must not be called on an async thread.
    ///
    /// # Errors
    /// [`Error::Fault`] with what the database said.
    pub fn open(&self, purpose: Purpose) -> Result<Db, Error> {
        match self {
            Self::Sqlite(path) => open_sqlite(path, purpose),
            Self::Postgres(url) => {
                let mut conn = PgConn::establish(url.expose()).map_err(Error::other)?;
                // A statement that hangs must not hold a database thread for ever.
                conn.batch_execute("SET statement_timeout = '30s'; SET lock_timeout = '10s'")?;
                Ok(Db::Pg(Box::new(conn)))
            }
        }
    }
}

fn open_sqlite(path: &Path, purpose: Purpose) -> Result<Db, Error> {
    let name = path.to_str().ok_or_else(|| Error::other("the data path is not UTF-8"))?;
    let mut conn = SqliteConnection::establish(name).map_err(Error::other)?;
    // busy_timeout first: two connections switching to WAL together would meet "database is locked".
    conn.batch_execute(
        "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
         PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; \
         PRAGMA cache_size = -8192; PRAGMA mmap_size = 268435456",
    )?;
    if purpose == Purpose::Read {
        conn.batch_execute("PRAGMA query_only = ON")?;
    }
    Ok(Db::Sqlite(Box::new(conn)))
}

#[test]
fn an_address_asks_for_nothing_that_is_not_done() {
    assert!(DatabaseUrl::parse("postgres://a@b/c?application_name=d").is_ok());
    for (asked, word) in
        [("sslmode=require", "TLS"), ("sslmode=verify-full", "TLS"), ("connect_timeout=3", "connect_timeout")]
    {
        let told = DatabaseUrl::parse(&format!("postgresql://a@b/c?{asked}"));
        assert!(told.is_err_and(|why| why.contains(word)), "{asked}");
    }
}
