//! `hearthside keys`: what is on the key ring, its copies, and the way back to it.

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

use super::{Where, folder, listed, tell};
use crate::config::Settings;
use crate::db::{Db, Purpose, migrate};
use crate::kernel::{Chance, Clock, Error, Secret};
use crate::keys::{self, Kept, Ring, RingFile, Wrong, backup};

/// What `keys` may be asked for.
#[derive(Debug, Args)]
pub struct Keys {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Say what is on the key ring, and what becomes of it.
    Status(Where),
    /// Write an encrypted copy of the ring to a new file. A passphrase opens it.
    Backup(Copy),
    /// Put a copy of the ring in its place.
    Restore(Restore),
    /// Seal with a new key from now on. The running server seals anew what there is, within the hour.
    Rotate(Where),
    /// Begin another ring, because this community's own is lost for good. Stop the server first.
    New(Where),
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
    /// A file that `keys backup` wrote.
    path: PathBuf,
    /// Take the place of the ring that is there. It is kept aside.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    place: Where,
}

/// Does what was asked for.
///
/// # Errors
/// A sentence; then nothing was changed.
pub fn run(keys: Keys) -> Result<(), String> {
    let desk = |place: Where| place.settings().map_err(listed).map(Desk::of);
    match keys.what {
        What::Status(place) => desk(place)?.status(),
        What::Backup(Copy { path, place }) => desk(place)?.backup(&path),
        What::Restore(Restore { path, force, place }) => desk(place)?.restore(&path, force),
        What::Rotate(place) => desk(place)?.rotate(),
        What::New(place) => desk(place)?.begin_again(),
    }
}

/// One line for `hearthside check`.
///
/// # Errors
/// One line: what is wrong.
pub fn judge(settings: Settings) -> Result<String, String> {
    let desk = Desk::of(settings);
    let place = desk.file.path().display().to_string();
    // What is amiss with the database is said beside this.
    let known = desk.known().unwrap_or_default();
    match (desk.file.read().map_err(|wrong| wrong.to_string())?, known) {
        (None, None) => Ok("There is no key ring yet; it is made at the first start.".to_owned()),
        (None, Some(_)) => Err(format!(
            "The key ring {place} is not here: what is sealed stays shut. `hearthside keys restore` puts a copy back."
        )),
        (Some(ring), known) => {
            desk.owns(&ring, known.as_deref())?;
            let copied = ring.backup_on().map_or("never".to_owned(), |day| format!("on {}", day.iso()));
            Ok(format!("The key ring is whole and its owner's alone. It was copied {copied}."))
        }
    }
}

/// A community's ring and database.
struct Desk {
    settings: Settings,
    file: RingFile,
}

impl Desk {
    fn of(settings: Settings) -> Self {
        Self { file: RingFile::within(&settings.server.keys()), settings }
    }

    fn status(&self) -> Result<(), String> {
        let (ring, known) = (self.read()?, self.known()?);
        self.owns(&ring, known.as_deref())?;
        let today = Clock::default().now().day();
        let mut lines =
            vec![format!("The key ring is at {}. Ring {}.", self.file.path().display(), ring.id())];
        let left = |days| format!("destroyed when {days} more days have gone by");
        for Kept { name, days_left } in ring.fields() {
            let fate =
                days_left.map_or("seals".to_owned(), |days| format!("opens what it sealed; {}", left(days)));
            lines.push(format!("  fields   key {name}: {fate}"));
        }
        for Kept { name, days_left } in ring.epochs(today) {
            lines.push(format!("  aliases  {name}: {}", days_left.map_or("in use".to_owned(), left)));
        }
        lines.push(format!("  bans     groups with a key: {}", ring.ban_count()));
        lines.push(ring.backup_on().map_or_else(
            || "No copy of it was ever made. `hearthside keys backup PATH` makes one.".to_owned(),
            |day| format!("It was copied on {}.", day.iso()),
        ));
        tell(&lines.join("\n"));
        Ok(())
    }

    fn backup(&self, path: &Path) -> Result<(), String> {
        let ring = self.read()?;
        if path.exists() {
            return Err(format!("{} exists already; choose a new name.", path.display()));
        }
        let passphrase = passphrase(true)?;
        if passphrase.expose().chars().count() < backup::LETTERS_MIN {
            return Err(format!("A passphrase needs {} letters or more.", backup::LETTERS_MIN));
        }
        let copy = backup::encrypt(&ring, &passphrase).map_err(said)?;
        write(path, &copy).map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
        let again = std::fs::read(path).ok().and_then(|copy| backup::decrypt(&copy, &passphrase));
        if again.is_none_or(|again| again.id() != ring.id()) {
            let _ = std::fs::remove_file(path);
            return Err("The copy could not be read back, and was removed.".to_owned());
        }
        let today = Clock::default().now().day();
        self.file.change(|ring| ring.note_backup(today)).map_err(|wrong| wrong.to_string())?;
        tell(&format!(
            "{} holds the key ring, and its passphrase opens it. Keep both, apart from each other and from the backups.\n\
             The months' keys of aliases are not in it: they end on their day, and no copy keeps them longer.",
            path.display()
        ));
        Ok(())
    }

    fn restore(&self, path: &Path, is_forced: bool) -> Result<(), String> {
        let copy = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let ring = backup::decrypt(&copy, &passphrase(false)?)
            .ok_or("The passphrase does not open it, or it is no copy of a key ring.")?;
        if self.known()?.is_some_and(|known| known != ring.id()) {
            return Err("This is the key ring of another community than the database here.".to_owned());
        }
        let is_whole = !matches!(self.file.read(), Ok(None) | Err(Wrong::NotWhole { .. }));
        if is_whole && !is_forced {
            return Err(format!(
                "There is a key ring at {}. To put the copy in its place: --force. It is kept aside then.",
                self.file.path().display()
            ));
        }
        let aside = self.file.set_aside().map_err(|wrong| wrong.to_string())?;
        self.file.put(&ring).map_err(|wrong| wrong.to_string())?;
        let kept = aside.map(|aside| format!(" The one before is kept at {}.", aside.display()));
        tell(&format!(
            "The key ring is back at {}.{}\nAliases made before this can no longer be changed by those who wrote as them.",
            self.file.path().display(),
            kept.unwrap_or_default()
        ));
        Ok(())
    }

    fn rotate(&self) -> Result<(), String> {
        let (ring, known) = (self.read()?, self.known()?);
        self.owns(&ring, known.as_deref())?;
        let today = Clock::default().now().day();
        let turned = self.file.change(|ring| ring.rotate(&Chance::default(), today));
        let ring = turned.map_err(|wrong| wrong.to_string())?;
        let name = ring.fields().pop().map(|kept| kept.name).unwrap_or_default();
        tell(&format!(
            "Fields are sealed with key {name} from now on. The running server seals anew what there is, within the hour.\n\
             Make a copy of the ring: hearthside keys backup PATH"
        ));
        Ok(())
    }

    fn begin_again(&self) -> Result<(), String> {
        let _held = folder::hold(&self.settings)?;
        if self.file.path().exists() {
            return Err(format!(
                "There is a key ring at {}. Move it away first, if it is truly not this community's.",
                self.file.path().display()
            ));
        }
        let mut db = self.database(Purpose::Write)?.ok_or("There is no community here yet.")?;
        let ring = Ring::new(&Chance::default(), Clock::default().now().day());
        self.file.put(&ring).map_err(|wrong| wrong.to_string())?;
        keys::change_ring(&mut db, ring.id()).map_err(said)?;
        tell(
            "This community has another key ring. What the lost one sealed stays shut for good.\n\
             Make a copy of this one: hearthside keys backup PATH",
        );
        Ok(())
    }

    fn read(&self) -> Result<Ring, String> {
        let place = self.file.path().display();
        let ring = self.file.read().map_err(|wrong| wrong.to_string())?;
        ring.ok_or_else(|| {
            format!("There is no key ring at {place}. `hearthside keys restore PATH` puts a copy back.")
        })
    }

    /// The ring the database belongs to, if there is a database and it belongs to one.
    fn known(&self) -> Result<Option<String>, String> {
        let Some(mut db) = self.database(Purpose::Read)? else { return Ok(None) };
        match migrate::pending(&mut db) {
            Ok(pending) if pending.is_empty() => keys::ring_of(&mut db).map_err(said),
            // It belongs to none before this version's shape.
            _ => Ok(None),
        }
    }

    fn database(&self, purpose: Purpose) -> Result<Option<Db>, String> {
        let url = self.settings.server.database()?;
        if url.sqlite_path().is_some_and(|file| !file.exists()) {
            return Ok(None);
        }
        url.open(purpose).map(Some).map_err(said)
    }

    fn owns(&self, ring: &Ring, known: Option<&str>) -> Result<(), String> {
        match known {
            Some(known) if known != ring.id() => Err(self.file.foreign().to_string()),
            _ => Ok(()),
        }
    }
}

/// A new file, its owner's alone, and on the disk when this returns.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = std::fs::OpenOptions::new().create_new(true).append(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// The passphrase: from `HEARTHSIDE_KEYS_PASSPHRASE`, typed unseen at a terminal (twice for a new one), or the first line
/// of what comes in.
fn passphrase(is_new: bool) -> Result<Secret<String>, String> {
    #[expect(clippy::disallowed_methods, reason = "a secret for one command; no setting, and in no file")]
    if let Ok(given) = std::env::var("HEARTHSIDE_KEYS_PASSPHRASE") {
        return Ok(Secret::new(given));
    }
    if !std::io::stdin().is_terminal() {
        return line();
    }
    let first = unseen("Passphrase: ")?;
    if is_new && unseen("The same again: ")?.expose() != first.expose() {
        return Err("These two differ.".to_owned());
    }
    Ok(first)
}

fn unseen(question: &str) -> Result<Secret<String>, String> {
    let mut terminal = std::io::stderr();
    let _ = terminal.write_all(question.as_bytes()).and_then(|()| terminal.flush());
    let shown = Echo::off().map_err(|error| error.to_string())?;
    let typed = line();
    drop(shown);
    let _ = terminal.write_all(b"\n");
    typed
}

fn line() -> Result<Secret<String>, String> {
    let mut typed = String::new();
    std::io::stdin().lock().read_line(&mut typed).map_err(|error| error.to_string())?;
    Ok(Secret::new(typed.trim_end_matches(['\r', '\n']).to_owned()))
}

/// Shows again what is typed, when dropped.
struct Echo(Termios);

impl Echo {
    fn off() -> rustix::io::Result<Self> {
        let before = tcgetattr(std::io::stdin())?;
        let mut silent = before.clone();
        silent.local_modes.remove(LocalModes::ECHO);
        tcsetattr(std::io::stdin(), OptionalActions::Flush, &silent)?;
        Ok(Self(before))
    }
}

impl Drop for Echo {
    fn drop(&mut self) {
        let _ = tcsetattr(std::io::stdin(), OptionalActions::Now, &self.0);
    }
}

fn said(error: Error) -> String {
    error.to_string()
}
