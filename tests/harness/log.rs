//! What a server would have written to its log during a test, and the look for what must never be in it: addresses,
//! names, return words, ids of people (design: "no IP address, user agent or referrer is ever written").

use std::io;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

static WRITTEN: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static SECRETS: Mutex<Vec<String>> = Mutex::new(Vec::new());
static BEGINS: Once = Once::new();

struct Sink;

impl io::Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        lock(&WRITTEN).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Begins to keep what is logged in this process, at the most talkative level a host may choose.
pub fn begins() {
    BEGINS.call_once(|| {
        let filter = tracing_subscriber::EnvFilter::new("warn,hearthside=trace");
        let log = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(|| Sink);
        let _ = log.try_init();
    });
}

/// How much was written until now, in bytes.
pub fn length() -> usize {
    lock(&WRITTEN).len()
}

/// What was written from there on, in lines, without the moment of each.
pub fn since(length: usize) -> Vec<String> {
    let written = lock(&WRITTEN);
    let text = String::from_utf8_lossy(&written[length..]);
    let timeless = |line: &str| line.split_once("\",\"").map_or(line, |(_, rest)| rest).to_owned();
    text.lines().map(timeless).collect()
}

/// This must not be written.
pub fn must_not_hold(secret: impl Into<String>) {
    lock(&SECRETS).push(secret.into());
}

/// What was written and must not be, a line each.
pub fn faults() -> Vec<String> {
    let written = lock(&WRITTEN);
    let secrets = lock(&SECRETS);
    String::from_utf8_lossy(&written).lines().filter_map(|line| fault(line, &secrets)).collect()
}

fn fault(line: &str, secrets: &[String]) -> Option<String> {
    let lower = line.to_lowercase();
    let held = secrets.iter().find(|secret| lower.contains(&secret.to_lowercase()));
    let why = match held {
        Some(secret) => Some(secret.clone()),
        None if holds_address(&lower) => Some("an address".to_owned()),
        None if lower.contains('@') => Some("an e-mail or a handle".to_owned()),
        None => None,
    }?;
    Some(format!("the log holds {why}: {line}"))
}

/// Four numbers with dots between, or at least four groups with colons between.
fn holds_address(line: &str) -> bool {
    let has_four = |part: &str| {
        let numbers: Vec<&str> = part.split('.').collect();
        numbers.windows(4).any(|four| four.iter().all(|number| number.parse::<u8>().is_ok()))
    };
    let dotted = line.split(|c: char| !c.is_ascii_digit() && c != '.').any(has_four);
    let colons = line.split(|c: char| !c.is_ascii_hexdigit() && c != ':').any(|part| {
        let groups: Vec<&str> = part.split(':').collect();
        groups.len() > 4 && groups.iter().filter(|group| !group.is_empty()).count() > 1 || part == "::1"
    });
    dotted || colons
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn the_look_finds_what_must_not_be_written_and_nothing_else() {
    let secrets = ["Quiet Ada".to_owned()];
    for guilty in [
        r#"{"message":"hello quiet ada"}"#,
        "from 203.0.113.7:4711",
        "from [2001:db8::7:1:2]",
        "peer ::1 left",
        "ada@example.org",
    ] {
        assert!(fault(guilty, &secrets).is_some(), "{guilty}");
    }
    for innocent in [
        r#"{"timestamp":"2026-11-26T04:05:06.123456Z","level":"WARN","target":"hearthside::jobs::runner"}"#,
        "actix-http 3.20.0, 12.5 ms, version 1.2.3",
    ] {
        assert_eq!(fault(innocent, &secrets), None);
    }
}

#[test]
fn what_is_logged_is_kept_and_looked_at() {
    begins();
    must_not_hold("Patient Alder");
    assert_eq!(faults(), Vec::<String>::new());
    // As the code of the server would.
    tracing::warn!(target: "hearthside::planted", name = "Patient Alder", "planted");
    let found = faults();
    assert!(found.len() == 1 && found[0].contains("planted"), "{found:?}");
}
