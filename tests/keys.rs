//! The key ring, as a host meets it: the real binary.

use std::fs::{self, Permissions};
use std::io::{Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::cli::{Desk, Told, sets_up};

const PASSPHRASE: &str = "four spoons by the river";

fn ring(desk: &Desk) -> PathBuf {
    desk.path("data/keys/ring.json")
}

fn mode(path: &PathBuf) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// Runs a command that needs the passphrase.
fn keys(desk: &Desk, words: &[&str], passphrase: &str) -> Told {
    let words = [&["keys"], words].concat();
    Told(desk.command(&words).env("HEARTHSIDE_KEYS_PASSPHRASE", passphrase).output().unwrap())
}

/// Fails to open, and says why, on every way there is to open.
#[track_caller]
fn is_refused(desk: &Desk, why: &str) {
    desk.runs(&["serve", "--listen", "127.0.0.1:0"]).is(1).says(why);
    desk.runs(&["check"]).is(1).says(why);
    desk.runs(&["keys", "status"]).is(1).says(why);
}

fn opens(desk: &Desk) -> String {
    let serving = desk.serves(&["serve"]);
    serving.browser().visits("/hello").is(200);
    serving.stops().1
}

fn town() -> Desk {
    let desk = Desk::new();
    sets_up(&desk);
    desk
}

#[test]
fn a_ring_is_made_at_the_first_start_and_is_its_owners_alone() {
    let desk = town();
    assert_eq!((mode(&ring(&desk)), mode(&desk.path("data/keys"))), (0o400, 0o700));
    let before = fs::read(ring(&desk)).unwrap();
    assert!(!opens(&desk).contains("key ring"));
    assert_eq!(fs::read(ring(&desk)).unwrap().len(), before.len());
    desk.runs(&["keys", "status"]).is(0).says("seals").says("No copy of it was ever made");
    desk.runs(&["check"]).is(0).says("The key ring is whole");

    let elsewhere = Desk::new();
    elsewhere
        .runs(&["setup", "--name", "Elm", "--host-name", "Elm Lane", "--country", "DE", "--keys", "apart"])
        .is(0);
    assert!(elsewhere.path("apart/ring.json").is_file() && !elsewhere.path("data/keys").exists());
}

#[test]
fn a_ring_that_others_may_read_is_refused_until_that_is_mended() {
    let desk = town();
    for open in [0o440, 0o604] {
        fs::set_permissions(ring(&desk), Permissions::from_mode(open)).unwrap();
        is_refused(&desk, "can be read by others");
    }
    fs::set_permissions(ring(&desk), Permissions::from_mode(0o600)).unwrap();
    opens(&desk);
}

#[test]
fn a_ring_that_is_cut_short_is_refused_until_a_copy_is_put_back() {
    let desk = town();
    keys(&desk, &["backup", "ring.age"], PASSPHRASE).is(0).says("holds the key ring");
    let whole = fs::read(ring(&desk)).unwrap();
    for broken in [&whole[..whole.len() / 2], b"", b"{}"] {
        fs::set_permissions(ring(&desk), Permissions::from_mode(0o600)).unwrap();
        fs::write(ring(&desk), broken).unwrap();
        is_refused(&desk, "is not whole");
    }
    keys(&desk, &["restore", "ring.age"], PASSPHRASE).is(0).says("is back").says("kept at");
    opens(&desk);
}

#[test]
fn a_ring_of_another_community_is_refused() {
    let (desk, other) = (town(), town());
    fs::remove_file(ring(&desk)).unwrap();
    fs::copy(ring(&other), ring(&desk)).unwrap();
    is_refused(&desk, "belongs to another community");
    for words in [["keys", "rotate"], ["keys", "new"]] {
        desk.runs(&words).is(1);
    }
    keys(&other, &["backup", "ring.age"], PASSPHRASE).is(0);
    let copy = other.path("ring.age").display().to_string();
    keys(&desk, &["restore", &copy, "--force"], PASSPHRASE).is(1).says("another community");
}

#[test]
fn without_its_ring_a_server_opens_and_says_so() {
    let desk = town();
    fs::remove_file(ring(&desk)).unwrap();
    let log = opens(&desk);
    assert!(log.contains("the key ring is not here"), "{log}");
    assert!(!ring(&desk).exists(), "another ring would stand in the way of the lost one");
    desk.runs(&["check"]).is(1).says("is not here");
    desk.runs(&["keys", "rotate"]).is(1).says("There is no key ring");
    desk.runs(&["keys", "new"]).is(0).says("stays shut for good");
    desk.runs(&["keys", "new"]).is(1).says("There is a key ring");
    assert!(!opens(&desk).contains("key ring"));
}

#[test]
fn a_copy_is_opened_by_its_passphrase_alone_and_never_written_over() {
    let desk = town();
    keys(&desk, &["backup", "ring.age"], "too short").is(1).says("14 letters");
    keys(&desk, &["backup", "ring.age"], PASSPHRASE).is(0).says("not in it");
    keys(&desk, &["backup", "ring.age"], PASSPHRASE).is(1).says("exists already");
    assert_eq!(mode(&desk.path("ring.age")), 0o600);
    let copy = fs::read(desk.path("ring.age")).unwrap();
    assert!(copy.starts_with(b"age-encryption.org/v1"));
    let text = fs::read_to_string(ring(&desk)).unwrap();
    let id = text.split("\"id\": \"").nth(1).unwrap().split('"').next().unwrap();
    assert!(!String::from_utf8_lossy(&copy).contains(id));
    desk.runs(&["keys", "status"]).is(0).says("It was copied on");

    keys(&desk, &["restore", "ring.age"], PASSPHRASE).is(1).says("--force");
    fs::remove_file(ring(&desk)).unwrap();
    keys(&desk, &["restore", "ring.age"], "four spoons by the lake").is(1).says("does not open");
    fs::write(desk.path("cut.age"), &copy[..copy.len() - 7]).unwrap();
    keys(&desk, &["restore", "cut.age"], PASSPHRASE).is(1).says("does not open");
    assert!(!ring(&desk).exists());
    keys(&desk, &["restore", "ring.age"], PASSPHRASE).is(0);
    opens(&desk);
}

#[test]
fn an_old_backup_and_a_new_ring_are_told_apart_and_so_the_other_way_round() {
    let desk = town();
    desk.runs(&["backup", "old.sqlite"]).is(0).says("The key ring is not in it");
    keys(&desk, &["backup", "old.age"], PASSPHRASE).is(0);
    fs::remove_file(ring(&desk)).unwrap();
    desk.runs(&["keys", "new"]).is(0);
    desk.runs(&["backup", "new.sqlite"]).is(0);

    desk.runs(&["restore", "old.sqlite", "--force"]).is(0);
    is_refused(&desk, "belongs to another community");
    keys(&desk, &["restore", "old.age", "--force"], PASSPHRASE).is(0).says("kept at");
    opens(&desk);

    desk.runs(&["restore", "new.sqlite", "--force"]).is(0);
    is_refused(&desk, "belongs to another community");
    keys(&desk, &["restore", "old.age", "--force"], PASSPHRASE).is(1).says("another community");
}

#[test]
fn a_rotated_ring_seals_with_the_new_key_and_an_older_copy_still_fits() {
    let desk = town();
    keys(&desk, &["backup", "ring.age"], PASSPHRASE).is(0);
    desk.runs(&["keys", "rotate"]).is(0).says("from now on");
    desk.runs(&["keys", "status"]).is(0).says("opens what it sealed; destroyed when 90 more days");
    opens(&desk);
    keys(&desk, &["restore", "ring.age", "--force"], PASSPHRASE).is(0);
    opens(&desk);
}

/// Somebody at a terminal: reads until a question stands there, and types.
struct Terminal {
    child: std::process::Child,
    seen: String,
}

impl Terminal {
    fn runs(desk: &Desk, words: &str) -> Self {
        let command = format!("{} {words}", env!("CARGO_BIN_EXE_hearthside"));
        let child = Command::new("script")
            .args(["--quiet", "--flush", "--return", "--command", &command, "/dev/null"])
            .current_dir(desk.0.data())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self { child, seen: String::new() }
    }

    /// Types a line once these words stand at the end.
    fn asked(&mut self, question: &str, typed: &str) {
        let mut byte = [0];
        while !self.seen.trim_end().ends_with(question) {
            let read = self.child.stdout.as_mut().unwrap().read(&mut byte).unwrap();
            assert!(read > 0, "{question:?} was never asked: {}", self.seen);
            self.seen.push(char::from(byte[0]));
        }
        // What is typed before the terminal is silent is thrown away.
        std::thread::sleep(Duration::from_millis(300));
        writeln!(self.child.stdin.as_mut().unwrap(), "{typed}").unwrap();
    }

    /// How it ended, and everything that stood on the screen.
    fn ends(mut self) -> (Option<i32>, String) {
        self.child.stdout.take().unwrap().read_to_string(&mut self.seen).unwrap();
        (self.child.wait().unwrap().code(), self.seen)
    }
}

#[test]
fn a_passphrase_is_typed_unseen_and_twice_for_a_new_copy() {
    let desk = town();
    let mut terminal = Terminal::runs(&desk, "keys backup differ.age");
    terminal.asked("Passphrase:", PASSPHRASE);
    terminal.asked("The same again:", "six kettles on a shelf");
    let (code, screen) = terminal.ends();
    assert_eq!((code, screen.contains("These two differ")), (Some(1), true), "{screen}");
    assert!(!desk.path("differ.age").exists());

    let mut terminal = Terminal::runs(&desk, "keys backup copy.age");
    terminal.asked("Passphrase:", PASSPHRASE);
    terminal.asked("The same again:", PASSPHRASE);
    let (code, screen) = terminal.ends();
    assert_eq!(code, Some(0), "{screen}");
    assert!(!screen.contains("spoons"), "what is typed is not shown: {screen}");
    fs::remove_file(ring(&desk)).unwrap();
    keys(&desk, &["restore", "copy.age"], PASSPHRASE).is(0);
}
