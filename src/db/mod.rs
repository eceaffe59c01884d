//! The only place that knows which database is open. Knows nothing of events or HTTP.

pub mod among;
pub mod backup;
pub mod disk;
pub mod fulltext;
pub mod literal;
pub mod migrate;
pub mod notify;
pub mod run;
pub mod schema;
pub mod sides;
pub mod threads;
mod url;
pub mod when;

use diesel::connection::{
    AnsiTransactionManager, SimpleConnection, TransactionManager, TransactionManagerStatus,
};
use diesel::sqlite::SqliteConnection;
use diesel_async::AsyncPgConnection;
use diesel_async::async_connection_wrapper::AsyncConnectionWrapper;

use crate::kernel::{Chance, Error, FaceId, Moment};

pub use among::among;
pub use literal::literal;
pub use run::{OrRefuse, Run, cols};
pub use threads::{Databases, Side};
pub use url::{DatabaseUrl, Purpose};
pub use when::when;

/// The pure-Rust PostgreSQL driver behind diesel's synchronous interface (decision 0004).
pub type PgConn = AsyncConnectionWrapper<AsyncPgConnection>;

/// One open connection, to either database.
pub enum Db {
    /// A connection to the SQLite file.
    Sqlite(Box<SqliteConnection>),
    /// A connection to PostgreSQL.
    Pg(Box<PgConn>),
}

/// Runs the same expression against whichever connection is inside.
#[macro_export]
macro_rules! on {
    ($db:expr, |$conn:ident| $body:expr) => {
        match $db {
            $crate::db::Db::Sqlite(conn) => {
                let $conn = &mut **conn;
                $body
            }
            $crate::db::Db::Pg(conn) => {
                let $conn = &mut **conn;
                $body
            }
        }
    };
}

impl Db {
    /// Runs plain SQL that needs no values.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn batch(&mut self, sql: &str) -> Result<(), Error> {
        on!(self, |conn| conn.batch_execute(sql)).map_err(Error::from)
    }

    /// Whether this is SQLite; for the few places where the two differ.
    #[must_use]
    pub const fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }

    fn begin(&mut self) -> Result<(), Error> {
        match self {
            // A deferred BEGIN may be refused at its first write whatever the timeout; IMMEDIATE waits its turn.
            Self::Sqlite(conn) => {
                AnsiTransactionManager::begin_transaction_sql(&mut **conn, "BEGIN IMMEDIATE")?;
            }
            Self::Pg(conn) => conn.batch_execute("BEGIN ISOLATION LEVEL SERIALIZABLE")?,
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<(), Error> {
        match self {
            Self::Sqlite(conn) => AnsiTransactionManager::commit_transaction(&mut **conn)?,
            Self::Pg(conn) => conn.batch_execute("COMMIT")?,
        }
        Ok(())
    }

    fn rollback(&mut self) -> Result<(), Error> {
        match self {
            Self::Sqlite(conn) => {
                // SQLite may have rolled back by itself (a full disk), and then diesel's count of savepoints is wrong.
                let _ = conn.batch_execute("ROLLBACK");
                *AnsiTransactionManager::transaction_manager_status_mut(&mut **conn) =
                    TransactionManagerStatus::default();
            }
            Self::Pg(conn) => conn.batch_execute("ROLLBACK")?,
        }
        Ok(())
    }
}

/// Something that open pages wait for: `("thread", id)`.
pub type Subject = (&'static str, i64);
/// That there is news for a face: `(TOLD, face)`.
pub const TOLD: &str = "told";
/// That somebody asks a face for company.
pub const ASKED: &str = "asked";

/// A change to it, to be told in this process once it is safe, and whose doing it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wake {
    /// What changed.
    pub subject: Subject,
    /// Who did it: their own pages need not hear of it.
    pub by: FaceId,
}

/// An open transaction: what commands write through. Everything in it bears one time.
pub struct Tx<'a> {
    db: &'a mut Db,
    now: Moment,
    chance: &'a Chance,
    wakes: Vec<Wake>,
}

impl<'a> Tx<'a> {
    pub(in crate::db) const fn new(db: &'a mut Db, now: Moment, chance: &'a Chance) -> Self {
        Self { db, now, chance, wakes: Vec::new() }
    }

    /// The one moment of this transaction.
    #[must_use]
    pub const fn now(&self) -> Moment {
        self.now
    }

    /// Asks for whoever waits for `wake` to be woken once the commit is safe.
    pub fn wake(&mut self, wake: Wake) {
        if !self.wakes.contains(&wake) {
            self.wakes.push(wake);
        }
    }

    /// Who is to be woken after the commit.
    #[must_use]
    pub fn take_wakes(&mut self) -> Vec<Wake> {
        std::mem::take(&mut self.wakes)
    }

    /// Where its random ids come from.
    #[must_use]
    pub const fn chance(&self) -> &Chance {
        self.chance
    }
}

impl std::ops::Deref for Tx<'_> {
    type Target = Db;
    fn deref(&self) -> &Db {
        self.db
    }
}

impl std::ops::DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Db {
        self.db
    }
}
