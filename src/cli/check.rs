//! `hearthside check`: everything that is wrong, at once, before anybody is at the door.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::{Where, keys, tell};
use crate::admin::health;
use crate::config::Settings;
use crate::db::disk::Disk;
use crate::db::{Purpose, migrate};
use crate::kernel::{Clock, Moment};
use crate::notify::mail::Relay;

/// No server of this version ran before: 2026-11-01.
const BORN: Moment = Moment(1_793_491_200_000);

/// Looks at everything and says what it found.
///
/// # Errors
/// A sentence, if anything is wrong; what is wrong was told line by line.
pub fn run(place: &Where) -> Result<(), String> {
    let mut findings = Findings::default();
    match place.settings() {
        Ok(settings) => {
            findings.good("The settings fit.");
            look(&settings, &mut findings);
        }
        Err(wrong) => wrong.into_iter().for_each(|why| findings.wrong(why)),
    }
    tell(&findings.lines.join("\n"));
    match findings.wrong {
        0 => Ok(()),
        1 => Err("One thing needs a change.".to_owned()),
        many => Err(format!("{many} things need a change.")),
    }
}

#[derive(Default)]
struct Findings {
    lines: Vec<String>,
    wrong: usize,
}

impl Findings {
    fn good(&mut self, what: impl Into<String>) {
        self.lines.push(format!("fine   {}", what.into()));
    }

    fn wrong(&mut self, what: impl Into<String>) {
        self.wrong += 1;
        self.lines.push(format!("wrong  {}", what.into()));
    }

    fn judge(&mut self, outcome: Result<String, String>) {
        match outcome {
            Ok(what) => self.good(what),
            Err(what) => self.wrong(what),
        }
    }
}

fn look(settings: &Settings, findings: &mut Findings) {
    let data = &settings.server.data;
    findings.judge(folder(data));
    findings.judge(room(data));
    let now = Clock::default().now();
    findings.judge(if now < BORN {
        Err(format!("The clock says {}, which lies behind this version.", now.rfc3339()))
    } else {
        Ok(format!("The clock says {}.", now.rfc3339()))
    });
    database(settings, now, findings);
    findings.judge(keys::judge(settings.clone()));
    if settings.mail.is_on() {
        findings.judge(mail(settings));
    }
}

/// Speaks with the machine that carries mails as far as one does before there is a mail. None is sent.
fn mail(settings: &Settings) -> Result<String, String> {
    let (host, port) = (&settings.mail.host, settings.mail.port);
    let relay = Relay::of(settings).map_err(|error| error.to_string())?;
    let relay = relay.ok_or("There is no machine that carries mails.")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let greeted = runtime.map_err(|error| error.to_string())?.block_on(relay.greet());
    match greeted {
        Ok(()) => Ok(format!("{host}:{port} takes mails from {}.", settings.mail.from)),
        Err(trouble) => Err(format!("The machine that carries mails, {host}:{port}, {trouble}.")),
    }
}

fn folder(data: &Path) -> Result<String, String> {
    let place = data.display();
    let Ok(about) = std::fs::metadata(data) else {
        return Ok(format!("The data folder {place} is not there yet; it is made at the first start."));
    };
    if !about.is_dir() {
        return Err(format!("{place} is not a folder."));
    }
    let mode = about.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(format!("The data folder {place} can be read by others (mode {mode:o}): chmod 700 it."));
    }
    let probe = data.join(".check");
    std::fs::write(&probe, b"")
        .map_err(|error| format!("The data folder {place} cannot be written: {error}"))?;
    let _ = std::fs::remove_file(probe);
    Ok(format!("The data folder {place} can be written, by its owner alone."))
}

fn room(data: &Path) -> Result<String, String> {
    let place = data.ancestors().find(|place| place.exists()).unwrap_or(Path::new("."));
    let space = Disk::under(place).space().map_err(|error| format!("The disk does not answer: {error}"))?;
    let free = space.free_mib();
    if space.is_enough() {
        Ok(format!("{free} MiB are free on the disk."))
    } else {
        Err(format!("{free} MiB are free on the disk: too few to take new words."))
    }
}

fn database(settings: &Settings, now: Moment, findings: &mut Findings) {
    let url = match settings.server.database() {
        Ok(url) => url,
        Err(why) => return findings.wrong(why),
    };
    if url.sqlite_path().is_some_and(|file| !file.exists()) {
        return findings.good("There is no community here yet; `hearthside serve` begins one.");
    }
    let mut db = match url.open(Purpose::Read) {
        Ok(db) => db,
        Err(error) => return findings.wrong(format!("The database does not open: {error}")),
    };
    match migrate::pending(&mut db) {
        Ok(pending) if pending.is_empty() => {
            findings.good("The database answers and has this version's shape.");
            match health::newest_day(&mut db) {
                Ok(Some(day)) if day > now.day() => findings.wrong(format!(
                    "The clock lies behind the database, whose newest news is of {}.",
                    day.iso()
                )),
                Ok(_) => {}
                Err(error) => findings.wrong(format!("The database cannot be read: {error}")),
            }
        }
        Ok(pending) => findings.wrong(format!(
            "The database answers, and {} of its migrations wait: `hearthside migrate` runs them.",
            pending.len()
        )),
        Err(error) => findings.wrong(format!("The database cannot be read: {error}")),
    }
}
