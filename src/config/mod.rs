//! Settings: a file, then variables, then flags. Everything wrong is said at once.

mod federation;
mod limits;
mod mail;
mod section;
mod server;

use std::path::Path;

pub use federation::Federation;
pub use limits::Limits;
pub use mail::Mail;
pub use section::{Section, Setting};
pub use server::Server;

/// The file read when no other is named.
pub const FILE: &str = "hearthside.toml";

/// Every setting of a server.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Where it listens and where it keeps things.
    pub server: Server,
    /// How much it takes before it says "in a moment".
    pub limits: Limits,
    /// How it speaks with other communities.
    pub federation: Federation,
    /// By which machine mails go out, if any do.
    pub mail: Mail,
    /// Whether other communities are those on this machine, and no others: to try two of them out. Said by whoever makes the
    /// world, never by a file, a variable or a flag.
    pub is_on_loopback: bool,
}

/// What flags may say; they win over the file and the variables.
#[derive(Debug, Clone, Default)]
pub struct Flags {
    /// `(key, value)` pairs of the first section.
    pub server: Vec<(&'static str, String)>,
}

impl Settings {
    /// Reads the file (if it is there), the variables and the flags.
    ///
    /// # Errors
    /// Everything that is wrong, one sentence each: unknown keys, values that do not fit, contradictions.
    pub fn load(
        file: &Path,
        variables: impl Iterator<Item = (String, String)>,
        flags: &Flags,
    ) -> Result<Self, Vec<String>> {
        let mut settings = Self::default();
        let mut wrong = Vec::new();
        match std::fs::read_to_string(file) {
            Ok(text) => settings.read_file(file, &text, &mut wrong),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => wrong.push(format!("{}: {error}", file.display())),
        }
        for (name, value) in variables {
            if let Some(key) = name.strip_prefix("HEARTHSIDE_") {
                settings.read_variable(&name, key, &value, &mut wrong);
            }
        }
        for (key, value) in &flags.server {
            if let Err(why) = settings.server.set_text(key, value) {
                wrong.push(format!("--{}: {why}", key.replace('_', "-")));
            }
        }
        wrong.extend(settings.server.check());
        wrong.extend(settings.limits.check());
        wrong.extend(settings.federation.check());
        wrong.extend(settings.mail.check());
        if wrong.is_empty() { Ok(settings) } else { Err(wrong) }
    }

    /// The sections by the name they bear in the file; the first has none.
    #[must_use]
    pub fn tables() -> Vec<(&'static str, &'static str, Vec<Setting>)> {
        vec![
            (Server::NAME, Server::ABOUT, Server::default().table()),
            (Limits::NAME, Limits::ABOUT, Limits::default().table()),
            (Federation::NAME, Federation::ABOUT, Federation::default().table()),
            (Mail::NAME, Mail::ABOUT, Mail::default().table()),
        ]
    }

    fn read_file(&mut self, file: &Path, text: &str, wrong: &mut Vec<String>) {
        let table: toml::Table = match text.parse() {
            Ok(table) => table,
            Err(error) => return wrong.push(format!("{}: {error}", file.display())),
        };
        for (key, value) in table {
            let outcome = match value {
                toml::Value::Table(inner)
                    if [Limits::NAME, Federation::NAME, Mail::NAME].contains(&key.as_str()) =>
                {
                    for (inner, value) in inner {
                        let outcome = match key.as_str() {
                            Limits::NAME => self.limits.set(&inner, value),
                            Mail::NAME => self.mail.set(&inner, value),
                            _ => self.federation.set(&inner, value),
                        };
                        if let Err(why) = outcome {
                            wrong.push(format!("{}: {key}.{inner}: {why}", file.display()));
                        }
                    }
                    Ok(())
                }
                value => self.server.set(&key, value),
            };
            if let Err(why) = outcome {
                wrong.push(format!("{}: {key}: {why}", file.display()));
            }
        }
    }

    fn read_variable(&mut self, name: &str, key: &str, value: &str, wrong: &mut Vec<String>) {
        let key = key.to_ascii_lowercase();
        // Variables for the test harness, and a passphrase for one command, are not settings.
        if key.starts_with("test_") || key == "keys_passphrase" {
            return;
        }
        let outcome = match key.split_once('_') {
            Some((Limits::NAME, key)) => self.limits.set_text(key, value),
            Some((Federation::NAME, key)) => self.federation.set_text(key, value),
            Some((Mail::NAME, key)) => self.mail.set_text(key, value),
            _ => self.server.set_text(&key, value),
        };
        if let Err(why) = outcome {
            wrong.push(format!("{name}: {why}"));
        }
    }
}
