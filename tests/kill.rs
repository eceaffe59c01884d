//! kill -9 in the middle of a burst of replies: each one acknowledged is there exactly once, whatever the database.
//!
//! Thirty rounds; `HEARTHSIDE_KILL_ROUNDS` asks for more. The power stays on: this is about the process, not the disk.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use hearthside::db::schema::{reply, thread};
use hearthside::db::{Purpose, Run as _, backup};
use hearthside::http::csrf::CsrfKey;
use hearthside::identity::sessions::middleware;
use hearthside::kernel::{Chance, PublicId, Token};
use hearthside::policy::Reach;

use crate::harness::{Browser, Home, Town};

/// Who write at once.
const WRITERS: usize = 8;
/// Threads they answer, taking turns: each has several who want the next number in it.
const THREADS: usize = 4;
/// Every so many replies the form is sent twice, as by somebody who pressed the button again.
const PRESSED_AGAIN: usize = 5;

/// What writers need to know.
struct Burst {
    origin: String,
    token: Token,
    threads: Vec<String>,
    next: AtomicUsize,
    is_over: AtomicBool,
    /// What each reply came to: acknowledged, or cut off before an answer.
    told: Mutex<BTreeMap<usize, bool>>,
}

impl Burst {
    /// Sends one reply; whether it was acknowledged.
    fn sends(&self, browser: &Browser, n: usize) -> bool {
        let csrf = CsrfKey::of(&self.token).token(&Chance::default());
        let path = format!("/p/{}/reply", self.threads[n % THREADS]);
        let (body, once) = (format!("kept {n}"), format!("form {n}"));
        let sent = [("csrf", csrf.as_str()), ("once", &once), ("body", &body)];
        browser.tries(&path, &sent).is_some_and(|status| {
            assert_eq!(status, 303, "reply {n}");
            true
        })
    }

    fn writes(&self) {
        let browser = Browser::new(&self.origin);
        browser.keeps(middleware::COOKIE, self.token.expose());
        while !self.is_over.load(Ordering::SeqCst) {
            let n = self.next.fetch_add(1, Ordering::SeqCst);
            let acknowledged = self.sends(&browser, n);
            self.told.lock().unwrap().insert(n, acknowledged);
            if n.is_multiple_of(PRESSED_AGAIN) {
                self.sends(&browser, n);
            }
            if !acknowledged {
                return;
            }
        }
    }
}

/// The real server, as a process of its own.
struct Server {
    process: Child,
    origin: String,
}

impl Server {
    fn start(home: &Home) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let listen = format!("127.0.0.1:{port}");
        let mut command = Command::new(env!("CARGO_BIN_EXE_hearthside"));
        command.arg("serve").arg("--listen").arg(&listen).arg("--data").arg(home.data());
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("HEARTHSIDE_")) {
            command.env_remove(name);
        }
        command.env("HEARTHSIDE_LIMITS_POSTS_PER_HOUR", "1000000");
        command.env("HEARTHSIDE_LIMITS_REPLIES_FIRST_HOUR", "1000000");
        if let Some(url) = home.database_url() {
            command.env("HEARTHSIDE_DATABASE_URL", url);
        }
        let errors = std::fs::File::create(home.data().join("serve.log")).unwrap();
        let process = command.stdout(Stdio::null()).stderr(errors).spawn().unwrap();
        let mut server = Self { process, origin: format!("http://{listen}") };
        server.waits(home);
        server
    }

    fn waits(&mut self, home: &Home) {
        let (begun, browser) = (Instant::now(), Browser::new(&self.origin));
        while browser.looks("/api/v1/openapi.json") != Some(200) {
            let log = || std::fs::read_to_string(home.data().join("serve.log")).unwrap_or_default();
            assert!(self.process.try_wait().unwrap().is_none(), "the server ended: {}", log());
            assert!(begun.elapsed() < Duration::from_secs(30), "the server does not answer: {}", log());
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // SIGKILL: the process gets no chance to finish anything.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A town with somebody signed in, and threads to answer; nobody serves it yet.
fn prepared(town: Town) -> (Home, Token, Vec<String>) {
    let ada = town.person("Quiet Ada");
    let group = town.group("evenings", Reach::Community, &[&ada]);
    let ids: Vec<String> = (0..THREADS).map(|_| PublicId::new(town.app.chance()).to_string()).collect();
    let (face, rows) = (ada.face, ids.clone());
    let token = Token::parse(&ada.cookie(middleware::COOKIE).unwrap()).unwrap();
    town.arranges(move |tx| {
        let values: Vec<String> = rows
            .iter()
            .map(|id| format!("('{id}', {group}, {face}, 'win', 'A title', 'Words', 'community', 20778)"))
            .collect();
        tx.batch(&format!(
            "INSERT INTO thread (public_id, group_id, author_face, kind, title, body, reach, said_on) VALUES {}",
            values.join(", ")
        ))
    });
    (town.closes(), token, ids)
}

/// Which replies are in the database, and how often each. What a thread counts must be what it holds.
fn landed(home: &Home) -> BTreeMap<usize, usize> {
    let url = home.url();
    let (bodies, counted): (Vec<String>, Vec<i64>) = std::thread::spawn(move || {
        let mut db = url.open(Purpose::Write).unwrap();
        let bodies = reply::table.select(reply::body).rows(&mut db).unwrap();
        (bodies, thread::table.select(thread::reply_count).rows(&mut db).unwrap())
    })
    .join()
    .unwrap();
    assert_eq!(i64::try_from(bodies.len()).unwrap(), counted.iter().sum::<i64>(), "a count and its replies");
    let mut found = BTreeMap::new();
    for body in bodies {
        let n = body.strip_prefix("kept ").and_then(|n| n.parse().ok()).expect("only whole words are kept");
        *found.entry(n).or_insert(0) += 1;
    }
    found
}

fn survives(town: Town) {
    let rounds = std::env::var("HEARTHSIDE_KILL_ROUNDS").map_or(30, |rounds| rounds.parse().unwrap());
    let (home, token, threads) = prepared(town);
    let mut burst = Burst {
        origin: String::new(),
        token,
        threads,
        next: AtomicUsize::new(0),
        is_over: AtomicBool::new(false),
        told: Mutex::default(),
    };
    for round in 0..rounds {
        let server = Server::start(&home);
        burst.origin.clone_from(&server.origin);
        let pause = Duration::from_millis(50 + u64::try_from(Chance::default().below(350)).unwrap());
        // Those who were cut off send the same again, as people do.
        let browser = Browser::new(&burst.origin);
        browser.keeps(middleware::COOKIE, burst.token.expose());
        let cut_off: Vec<usize> =
            burst.told.lock().unwrap().iter().filter(|(_, told)| !**told).map(|(n, _)| *n).collect();
        for n in cut_off {
            let acknowledged = burst.sends(&browser, n);
            burst.told.lock().unwrap().insert(n, acknowledged);
        }
        std::thread::scope(|scope| {
            for _ in 0..WRITERS {
                scope.spawn(|| burst.writes());
            }
            std::thread::sleep(pause);
            drop(server);
        });

        if let Some(path) = home.url().sqlite_path() {
            backup::verify(path).unwrap();
        }
        let found = landed(&home);
        let told = burst.told.lock().unwrap();
        for (n, acknowledged) in &*told {
            let times = found.get(n).copied().unwrap_or(0);
            assert!(times <= 1, "round {round}: reply {n} is there {times} times");
            assert!(!acknowledged || times == 1, "round {round}: reply {n} was acknowledged and is gone");
        }
        assert!(
            found.keys().all(|n| told.contains_key(n)),
            "round {round}: something is there that nobody sent"
        );
    }
    let told = burst.told.lock().unwrap();
    let (kept, cut_off) =
        (told.values().filter(|told| **told).count(), told.values().filter(|told| !**told).count());
    assert!(kept > 0, "{rounds} rounds, and nothing was acknowledged; {cut_off} were cut off");
    assert!(kept > rounds, "too few replies to tell: {kept}");
}

#[test]
fn what_was_acknowledged_survives_kill_9_sqlite() {
    survives(Town::on_sqlite());
}

#[test]
fn what_was_acknowledged_survives_kill_9_postgres() {
    if let Some(town) = Town::on_postgres() {
        survives(town);
    }
}
