//! A database of its own for each test, gone when the test is over.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use hearthside::db::{DatabaseUrl, Purpose, Run, migrate};
use hearthside::kernel::Secret;

use super::audit::Audit;
use super::ready;

/// Where a town lives.
pub enum Home {
    /// A folder with a SQLite file in it.
    Folder(PathBuf),
    /// A database on the test server, and a folder for the rest.
    Postgres { server: String, name: String, folder: PathBuf },
}

#[derive(diesel::QueryableByName)]
struct Named {
    #[diesel(sql_type = diesel::sql_types::Text)]
    #[expect(dead_code, reason = "that there is one is all that is asked")]
    name: String,
}

static COUNT: AtomicU32 = AtomicU32::new(0);

fn unique() -> String {
    format!("hearthside_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst))
}

fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(unique());
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

impl Home {
    /// A new folder.
    pub fn sqlite() -> Self {
        Self::Folder(folder())
    }

    /// A new database with every table in it, or nothing if PostgreSQL is skipped aloud.
    pub fn postgres() -> Option<Self> {
        server().map(|server| {
            let ready = ready_on(&server);
            Self::made(server, &format!(" TEMPLATE {ready} STRATEGY FILE_COPY"))
        })
    }

    /// A new database with nothing in it, or nothing if PostgreSQL is skipped aloud.
    pub fn postgres_empty() -> Option<Self> {
        server().map(|server| Self::made(server, ""))
    }

    /// Puts a file with every table in it where a town on SQLite finds its own; nothing where there is one.
    pub fn furnish(&self) {
        let file = self.data().join("hearthside.sqlite");
        if matches!(self, Self::Folder(_)) && !file.exists() {
            std::fs::copy(ready::tables(), file).unwrap();
        }
    }

    fn made(server: String, like: &str) -> Self {
        let name = unique();
        run_on(&server, format!("CREATE DATABASE {name}{like}"));
        Self::Postgres { server, name, folder: folder() }
    }

    /// What to put into the settings.
    pub fn database_url(&self) -> Option<String> {
        match self {
            Self::Folder(_) => None,
            Self::Postgres { server, name, .. } => Some(with_database(server, name)),
        }
    }

    /// Which database to open.
    pub fn url(&self) -> DatabaseUrl {
        match self.database_url() {
            Some(url) => DatabaseUrl::Postgres(Secret::new(url)),
            None => DatabaseUrl::Sqlite(self.data().join("hearthside.sqlite")),
        }
    }

    /// The data folder.
    pub fn data(&self) -> &PathBuf {
        match self {
            Self::Folder(folder) | Self::Postgres { folder, .. } => folder,
        }
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        if let Self::Postgres { server, name, .. } = self {
            run_on(server, format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
        let _ = std::fs::remove_dir_all(self.data());
    }
}

fn server() -> Option<String> {
    match std::env::var("HEARTHSIDE_TEST_POSTGRES") {
        Ok(word) if word == "skip" => None,
        Ok(server) => Some(server),
        Err(std::env::VarError::NotPresent | std::env::VarError::NotUnicode(_)) => {
            panic!("set HEARTHSIDE_TEST_POSTGRES to a server's address, or to `skip`; tests/run does it")
        }
    }
}

/// The database that others are copies of: every table, no row. The first test that asks makes it, while the others wait;
/// it carries the age of this binary in its name, so that a server that stays has none from before.
fn ready_on(server: &str) -> String {
    let name = format!("hearthside_ready_{}", ready::age());
    let (server, ready) = (server.to_owned(), name.clone());
    std::thread::spawn(move || {
        let mut db = DatabaseUrl::Postgres(Secret::new(server.clone())).open(Purpose::Write).unwrap();
        db.batch("SELECT pg_advisory_lock(7310280)").unwrap();
        let asks = format!("SELECT datname::text AS name FROM pg_database WHERE datname = '{ready}'");
        let there = diesel::sql_query(asks);
        if Run::rows::<Named>(there, &mut db).unwrap().is_empty() {
            db.batch(&format!("DROP DATABASE IF EXISTS {ready}_making")).unwrap();
            db.batch(&format!("CREATE DATABASE {ready}_making")).unwrap();
            let making = with_database(&server, &format!("{ready}_making"));
            let making = DatabaseUrl::Postgres(Secret::new(making));
            migrate::run(&making).unwrap();
            Audit::lay(&mut making.open(Purpose::Write).unwrap()).unwrap();
            db.batch(&format!("ALTER DATABASE {ready}_making RENAME TO {ready}")).unwrap();
        }
    })
    .join()
    .unwrap();
    name
}

/// The same server, another database.
fn with_database(server: &str, name: &str) -> String {
    let (before, options) = server.split_once('?').unwrap_or((server, ""));
    let host_ends = before.find("://").map_or(0, |at| at + 3);
    let path = before[host_ends..].find('/').map_or(before.len(), |at| host_ends + at);
    let mark = if options.is_empty() { "" } else { "?" };
    format!("{}/{name}{mark}{options}", &before[..path])
}

fn run_on(server: &str, sql: String) {
    let url = DatabaseUrl::Postgres(Secret::new(server.to_owned()));
    // A thread of its own: the driver must not start inside an async runtime.
    std::thread::spawn(move || url.open(Purpose::Write).unwrap().batch(&sql).unwrap()).join().unwrap();
}
