//! The command line: the real binary, as a host or a script runs it.

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use diesel::dsl::count_star;
use diesel::prelude::*;
use hearthside::db::schema::job;
use hearthside::db::{DatabaseUrl, Purpose, Run as _};

use crate::harness::{Browser, Home};

const BINARY: &str = env!("CARGO_BIN_EXE_hearthside");

/// A folder of our own, without the settings of whoever runs the tests.
pub struct Desk(pub Home);

impl Desk {
    pub fn new() -> Self {
        Self(Home::sqlite())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.data().join(name)
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(BINARY);
        command.args(words).current_dir(self.0.data()).stdin(Stdio::null());
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("HEARTHSIDE_")) {
            command.env_remove(name);
        }
        command
    }

    pub fn runs(&self, words: &[&str]) -> Told {
        Told(self.command(words).output().unwrap())
    }

    /// Starts a server and waits until it is ready.
    pub fn serves(&self, words: &[&str]) -> Serving {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let listen = format!("127.0.0.1:{port}");
        let mut child = self
            .command(words)
            .args(["--listen", &listen])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let began = Instant::now();
        while !self.runs(&["ping", "--listen", &listen]).0.status.success() {
            assert!(began.elapsed() < Duration::from_secs(30), "the server does not answer");
            if let Some(status) = child.try_wait().unwrap() {
                let mut why = String::new();
                child.stderr.take().unwrap().read_to_string(&mut why).unwrap();
                panic!("the server ended with {status}: {why}");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Serving { child, origin: format!("http://{listen}") }
    }
}

pub struct Told(pub Output);

impl Told {
    #[track_caller]
    pub fn is(&self, code: i32) -> &Self {
        assert_eq!(self.0.status.code(), Some(code), "{}{}", self.out(), self.err());
        self
    }

    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        let said = self.out() + &self.err();
        assert!(said.contains(words), "no {words:?} in:\n{said}");
        self
    }

    pub fn out(&self) -> String {
        String::from_utf8_lossy(&self.0.stdout).into_owned()
    }

    pub fn err(&self) -> String {
        String::from_utf8_lossy(&self.0.stderr).into_owned()
    }
}

pub struct Serving {
    child: Child,
    origin: String,
}

impl Serving {
    pub fn browser(&self) -> Browser {
        Browser::new(&self.origin)
    }

    /// Asks it to stop, waits, and returns what it said on both streams.
    pub fn stops(mut self) -> (String, String) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        let began = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(began.elapsed() < Duration::from_secs(12), "it did not stop within its grace");
            std::thread::sleep(Duration::from_millis(20));
        };
        assert_eq!(status.code(), Some(0));
        let (mut out, mut err) = (String::new(), String::new());
        self.child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
        self.child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        (out, err)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn sets_up(desk: &Desk) {
    let words =
        ["setup", "--name", "Porchlight", "--host-name", "Maple Lane", "--country", "DE", "--doors", "open"];
    desk.runs(&words).is(0).says("Your return words").says("The doors are open");
}

#[test]
fn it_says_its_version() {
    let told = Desk::new().runs(&["--version"]);
    assert_eq!(told.is(0).out().trim(), concat!("hearthside ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn flags_win_over_variables_and_variables_over_the_file() {
    let desk = Desk::new();
    std::fs::write(
        desk.path("hearthside.toml"),
        "listen = \"127.0.0.1:1\"\ndata = \"from-file\"\nlog = \"warn\"\n",
    )
    .unwrap();

    desk.runs(&["migrate"]).is(0);
    assert!(desk.path("from-file/hearthside.sqlite").is_file());
    let told = desk.command(&["migrate"]).env("HEARTHSIDE_DATA", "from-variable").output().unwrap();
    Told(told).is(0);
    assert!(desk.path("from-variable/hearthside.sqlite").is_file());
    let told = desk
        .command(&["migrate", "--data", "from-flag"])
        .env("HEARTHSIDE_DATA", "from-other-variable")
        .output()
        .unwrap();
    Told(told).is(0);
    assert!(desk.path("from-flag/hearthside.sqlite").is_file() && !desk.path("from-other-variable").exists());
}

#[test]
fn everything_wrong_is_said_at_once() {
    let desk = Desk::new();
    let file =
        "listn = \"127.0.0.1:1\"\npublic_url = \"http://porch.example\"\n[limits]\nposts_per_hour = 0\n";
    std::fs::write(desk.path("hearthside.toml"), file).unwrap();
    for command in ["check", "serve", "migrate"] {
        let told =
            desk.command(&[command, "--listen", "here"]).env("HEARTHSIDE_COLOUR", "plum").output().unwrap();
        let told = Told(told);
        told.is(1)
            .says("listn")
            .says("HEARTHSIDE_COLOUR")
            .says("public_url")
            .says("posts_per_hour")
            .says("listen:");
    }
}

#[test]
fn check_finds_what_would_keep_people_out() {
    let desk = Desk::new();
    desk.runs(&["check", "--data", "data"]).is(0).says("no community here yet");
    desk.runs(&["migrate"]).is(0).says("Applied");
    desk.runs(&["migrate"]).is(0).says("Nothing was to be done");
    desk.runs(&["check"]).is(0).says("this version's shape");

    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(desk.path("data"), std::fs::Permissions::from_mode(0o755)).unwrap();
    desk.runs(&["check"]).is(1).says("can be read by others");
    std::fs::write(desk.path("data/hearthside.sqlite"), b"not a database at all, but long enough to look")
        .unwrap();
    desk.runs(&["check"]).is(1).says("2 things need a change");
}

#[test]
fn a_database_that_does_not_answer_is_said_plainly_and_without_its_password() {
    let desk = Desk::new();
    let url = "postgres://porch:hush-now@127.0.0.1:9/porch";
    let told = desk.runs(&["check", "--database-url", url]);
    told.is(1).says("The database does not open");
    assert!(!(told.out() + &told.err()).contains("hush-now"));
}

#[test]
fn a_server_nobody_has_claimed_prints_a_code_that_opens_set_up_once() {
    let desk = Desk::new();
    let server = desk.serves(&["serve"]);
    let browser = server.browser();
    let page = browser.visits("/host/setup/claim").is(200);
    let mut server = server;
    let mut lines = BufReader::new(server.child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let code =
        lines.find_map(|line| line.trim().strip_prefix("Code:").map(|code| code.trim().to_owned())).unwrap();

    browser.fills(&page, "/host/setup/claim", &[("code", &code), ("name", "Maple Lane")]).is(303);
    server.browser().fills(&page, "/host/setup/claim", &[("code", &code), ("name", "Quiet Heron")]).is(409);
}

#[test]
fn set_up_without_a_browser_opens_the_doors_and_happens_once() {
    let desk = Desk::new();
    let wrong =
        ["setup", "--name", "P", "--host-name", "a@b.example", "--country", "Germany", "--doors", "wide"];
    desk.runs(&wrong).is(1).says("--host-name").says("--name").says("--country").says("--doors");
    desk.runs(&["setup", "--name", "Porchlight"]).is(1).says("--host-name is needed");
    let nowhere = ["setup", "--name", "Porchlight", "--host-name", "Maple Lane", "--country", "ZZ"];
    desk.runs(&nowhere).is(1).says("keep at least one number");

    sets_up(&desk);
    desk.runs(&["setup", "--name", "Again", "--host-name", "Quiet Heron", "--country", "DE"])
        .is(1)
        .says("set up already");

    let server = desk.serves(&["serve"]);
    server.browser().visits("/healthz").is(200);
    server.browser().visits("/readyz").is(200);
    server.browser().visits("/").is(200).shows("Porchlight");
    let (out, _) = server.stops();
    assert!(!out.contains("Code:"), "{out}");
}

#[test]
fn a_second_process_is_told_that_the_folder_is_taken() {
    let desk = Desk::new();
    sets_up(&desk);
    let server = desk.serves(&["serve"]);
    for words in
        [&["serve", "--listen", "127.0.0.1:0"][..], &["migrate"], &["restore", "nothing.sqlite", "--force"]]
    {
        desk.runs(words).is(1).says("Another hearthside uses");
    }
    desk.runs(&["check"]).is(0);
    server.stops();
    desk.runs(&["migrate"]).is(0);
}

#[test]
fn a_backup_is_whole_and_the_way_back_keeps_what_was_there() {
    let desk = Desk::new();
    sets_up(&desk);
    let server = desk.serves(&["serve"]);
    desk.runs(&["backup", "copy.sqlite"]).is(0).says("people: 1");
    desk.runs(&["backup", "copy.sqlite"]).is(1).says("exists already");
    server.stops();

    desk.runs(&["restore", "copy.sqlite"]).is(1).says("--force");
    std::fs::write(desk.path("junk.sqlite"), b"no database").unwrap();
    desk.runs(&["restore", "junk.sqlite", "--force"]).is(1);
    let mut torn = std::fs::read(desk.path("copy.sqlite")).unwrap();
    let middle = torn.len() / 2;
    torn[middle..middle + 8_192].fill(7);
    std::fs::write(desk.path("torn.sqlite"), torn).unwrap();
    desk.runs(&["restore", "torn.sqlite", "--force"]).is(1);
    desk.runs(&["restore", "absent.sqlite", "--force"]).is(1).says("is not there");

    let ties = || {
        let url = DatabaseUrl::Sqlite(desk.path("data/hearthside.sqlite"));
        let mut db = url.open(Purpose::Read).unwrap();
        job::table.filter(job::kind.eq("end-ties")).select(count_star()).row::<i64>(&mut db).unwrap()
    };
    assert_eq!(ties(), 1);
    desk.runs(&["restore", "copy.sqlite", "--force"]).is(0).says("people: 1").says("before-restore.sqlite");
    // Ties that ended since are back with the copy: what it remembers of the clock would make them wait a week.
    assert_eq!(ties(), 0);
    assert!(desk.path("data/backups/before-restore.sqlite").is_file());
    desk.runs(&["restore", "copy.sqlite", "--data", "elsewhere"]).is(0);
    desk.serves(&["serve", "--data", "elsewhere"]).browser().visits("/").is(200).shows("Porchlight");
}

#[test]
fn numbers_are_on_a_listener_of_their_own() {
    let desk = Desk::new();
    sets_up(&desk);
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let metrics = format!("127.0.0.1:{port}");
    std::fs::write(desk.path("hearthside.toml"), format!("metrics_listen = \"{metrics}\"\n")).unwrap();
    let server = desk.serves(&["serve"]);
    server.browser().visits("/p/aaaaaaaaaaaaaa").is(404);
    server.browser().visits("/no/such/page").is(404);
    server.browser().visits("/metrics").is(404);

    let text = Browser::new(&format!("http://{metrics}")).visits("/metrics").is(200).body;
    for line in [
        r#"route="/p/{id}",status="4xx""#,
        r#"route="none",status="4xx""#,
        "hearthside_jobs_parked 0",
        "hearthside_live_streams 0",
    ] {
        assert!(text.contains(line), "no {line} in:\n{text}");
    }
    assert!(!text.contains("aaaaaaaaaaaaaa") && !text.contains("no/such"));
    server.stops();
}

#[test]
fn what_is_logged_names_nobody() {
    let desk = Desk::new();
    let server = desk.serves(&["dev", "--cookies", "--data", "town"]);
    let mut server = server;
    let mut out = BufReader::new(server.child.stdout.take().unwrap());
    let (mut said, mut line) = (String::new(), String::new());
    while !line.starts_with("Open at") {
        line.clear();
        assert!(out.read_line(&mut line).unwrap() > 0);
        said.push_str(&line);
    }
    let words = regexless(&said);
    assert_eq!(words.len(), 12, "twelve people, six words each");
    let token = said.lines().find_map(|line| line.trim().strip_prefix("Maple 41  __Host-s=")).unwrap();

    let host = server.browser();
    host.keeps("__Host-s", token);
    host.visits("/host").is(200);
    host.visits("/host/people/Slow%20River?from=192.0.2.7").is(200);
    host.visits("/g/night-owls").is(200);
    host.posts("/host/community", &[("name", "Unspoken Words")]);
    host.visits("/search?q=kettle");

    let stderr = server.child.stderr.take().unwrap();
    let id = server.child.id().to_string();
    Command::new("kill").args(["-TERM", &id]).status().unwrap();
    let log: String = BufReader::new(stderr).lines().map(|line| line.unwrap() + "\n").collect();
    assert!(log.contains("open at"), "{log}");
    for secret in [
        "Slow River",
        "Slow%20River",
        "192.0.2.7",
        "Unspoken",
        "kettle",
        "night-owls",
        token,
        "juice digital",
    ] {
        assert!(!log.contains(secret), "{secret:?} in the log:\n{log}");
    }
    assert!(log.lines().all(|line| line.starts_with('{')), "structured lines alone:\n{log}");
}

/// Lines of `name:  six words`.
fn regexless(said: &str) -> Vec<&str> {
    let is_six = |words: &str| {
        let words: Vec<&str> = words.split(' ').collect();
        words.len() == 6 && words.iter().all(|word| word.bytes().all(|letter| letter.is_ascii_lowercase()))
    };
    said.lines().filter(|line| line.split_once(":  ").is_some_and(|(_, words)| is_six(words))).collect()
}
