//! The command line: what a host types.

mod check;
pub mod dev;
mod erase;
mod folder;
mod keep;
mod keys;
mod ping;
mod postgres;
mod reindex;
mod serve;
mod setup;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::config::{FILE, Flags, Settings};
use crate::db::migrate;

/// A federated peer-support forum server for recovery communities.
#[derive(Debug, Parser)]
#[command(name = "hearthside", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Open the community to browsers. Migrates the database first.
    Serve(Where),
    /// Open a seeded town to look at and to develop in.
    Dev(dev::Dev),
    /// Set a new community up without a browser.
    Setup(Box<setup::Setup>),
    /// Look at everything, and say all that is wrong.
    Check(Where),
    /// Bring the database to this version's shape; SQLite is backed up first.
    Migrate(Where),
    /// Write a whole copy of the community to a new file, while it goes on.
    Backup(Copy),
    /// Put a copy in place of the community. Stop the server first.
    Restore(Restore),
    /// Erase somebody who asked for it and cannot come in. Stop the server first.
    Erase(erase::Erase),
    /// Look after the key ring, which is in no backup.
    Keys(keys::Keys),
    /// Make the search index anew, while the community goes on.
    Reindex(Where),
    /// Ask whether the server is alive.
    Ping(Where),
}

/// Where a copy goes.
#[derive(Debug, Args)]
struct Copy {
    /// A file that is not there yet.
    path: PathBuf,
    #[command(flatten)]
    place: Where,
}

/// Where a copy comes from.
#[derive(Debug, Args)]
struct Restore {
    /// A file that `backup` wrote.
    path: PathBuf,
    /// Take the place of the community that is there. On SQLite it is kept aside.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    place: Where,
}

/// Settings given as flags; they win over the file and the variables.
#[derive(Debug, Clone, Args)]
pub struct Where {
    /// The settings file.
    #[arg(long, default_value = FILE)]
    config: PathBuf,
    /// Address and port for browsers.
    #[arg(long)]
    listen: Option<String>,
    /// Folder for everything kept on disk.
    #[arg(long)]
    data: Option<String>,
    /// Folder of the key ring.
    #[arg(long)]
    keys: Option<String>,
    /// postgres://… to keep the community in PostgreSQL.
    #[arg(long)]
    database_url: Option<String>,
    /// The address people type.
    #[arg(long)]
    public_url: Option<String>,
}

impl Where {
    fn settings(&self) -> Result<Settings, Vec<String>> {
        let given = [
            ("listen", &self.listen),
            ("data", &self.data),
            ("keys", &self.keys),
            ("database_url", &self.database_url),
            ("public_url", &self.public_url),
        ];
        let server = given.into_iter().filter_map(|(key, value)| Some((key, value.clone()?))).collect();
        #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
        let variables = std::env::vars();
        Settings::load(&self.config, variables, &Flags { server })
    }
}

/// Parses the command line, runs it, and turns the outcome into an exit code.
#[must_use]
pub fn main() -> ExitCode {
    let settled = |place: Where| place.settings().map_err(listed);
    let outcome = match Cli::parse().command {
        Command::Serve(place) => settled(place).and_then(serve::run),
        Command::Dev(dev) => dev::run(dev),
        Command::Setup(setup) => setup::run(*setup),
        Command::Check(place) => check::run(&place),
        Command::Migrate(place) => settled(place).and_then(|settings| migrate(&settings)),
        Command::Backup(Copy { path, place }) => settled(place).and_then(|at| keep::backup(&at, &path)),
        Command::Restore(Restore { path, force, place }) => {
            settled(place).and_then(|at| keep::restore(&at, &path, force))
        }
        Command::Erase(erase) => erase::run(erase),
        Command::Keys(keys) => keys::run(keys),
        Command::Reindex(place) => settled(place).and_then(|settings| reindex::run(&settings)),
        Command::Ping(place) => settled(place).and_then(|settings| ping::run(&settings)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say(&why);
            ExitCode::FAILURE
        }
    }
}

/// Brings the database to this version's shape, and says what was done.
fn migrate(settings: &Settings) -> Result<(), String> {
    let _held = folder::hold(settings)?;
    let migrated = migrate::run(&settings.server.database()?).map_err(|error| error.to_string())?;
    if migrated.applied.is_empty() {
        tell("The database has this version's shape. Nothing was to be done.");
    }
    if let Some(backup) = migrated.backup {
        tell(&format!("The community before is kept at {}.", backup.display()));
    }
    for name in migrated.applied {
        tell(&format!("Applied {name}."));
    }
    Ok(())
}

/// Everything that is wrong, one line each.
fn listed(wrong: Vec<String>) -> String {
    format!("The settings need a change:\n  {}", wrong.join("\n  "))
}

/// Tells the person at the terminal something.
#[expect(clippy::print_stderr, reason = "the terminal is this door's page")]
fn say(words: &str) {
    eprintln!("{words}");
}

/// Tells the person at the terminal, or their script, what they asked for.
#[expect(clippy::print_stdout, reason = "the terminal is this door's page")]
fn tell(words: &str) {
    println!("{words}");
}
