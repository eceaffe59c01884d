//! The command line: what a host types.

pub mod dev;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::config::{FILE, Flags, Settings};

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
    let outcome = match Cli::parse().command {
        Command::Serve(place) => place.settings().map_err(listed).and_then(serve::run),
        Command::Dev(dev) => dev::run(dev),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say(&why);
            ExitCode::FAILURE
        }
    }
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
