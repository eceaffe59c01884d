//! kill -9 of one community or the other while people write in both: whatever was acknowledged stands in both, once, and
//! whatever was not stands in both or in neither.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::process::{Child, Command};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use hearthside::db::schema::reply;
use hearthside::db::{Purpose, Run as _};
use hearthside::http::csrf::CsrfKey;
use hearthside::identity::sessions::middleware;
use hearthside::kernel::{Chance, Token};

use crate::harness::{Browser, Home};

const HOST: &str = "Maple 41";
const MEMBER: &str = "Slow River";
/// How often somebody dies, and who write at once on each side.
const ROUNDS: usize = 6;
const WRITERS: usize = 2;
/// How long letters may be under way in the end.
const TRAVEL: Duration = Duration::from_secs(40);

/// A community as a process of its own, at a place it comes back to.
struct Place {
    home: Home,
    listen: String,
    process: Option<Child>,
}

impl Place {
    fn founded(home: Home) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut place = Self { home, listen: format!("127.0.0.1:{port}"), process: None };
        place.begins();
        place.answers();
        place
    }

    fn origin(&self) -> String {
        format!("http://{}", self.listen)
    }

    fn said(&self) -> String {
        std::fs::read_to_string(self.home.data().join("said.txt")).unwrap_or_default()
    }

    /// Its process begins; whether it answers is asked for by itself, so that two come up side by side.
    fn begins(&mut self) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hearthside"));
        command.args(["dev", "--cookies", "--listen", &self.listen, "--data"]).arg(self.home.data());
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("HEARTHSIDE_")) {
            command.env_remove(name);
        }
        for limit in ["POSTS_PER_HOUR", "REPLIES_FIRST_HOUR", "RETURNS_PER_TEN_MINUTES"] {
            command.env(format!("HEARTHSIDE_LIMITS_{limit}"), "1000000");
        }
        command.env("HEARTHSIDE_LIMITS_HASHING_MEMORY_KIB", "64");
        if let Some(url) = self.home.database_url() {
            command.env("HEARTHSIDE_DATABASE_URL", url);
        }
        let file = |name: &str| std::fs::File::create(self.home.data().join(name)).unwrap();
        let process = command.stdout(file("said.txt")).stderr(file("log.txt")).spawn().unwrap();
        self.process = Some(process);
    }

    /// Waits until it answers.
    fn answers(&self) {
        let (begun, browser) = (Instant::now(), Browser::new(&self.origin()));
        while browser.looks("/api/v1/openapi.json") != Some(200) {
            assert!(
                begun.elapsed() < Duration::from_mins(1),
                "the community does not answer: {}",
                self.said()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// SIGKILL: there is no chance to finish anything.
    fn dies(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill().unwrap();
            process.wait().unwrap();
        }
    }

    fn token(&self, name: &str) -> String {
        let said = self.said();
        let line = said.lines().find(|line| line.trim_start().starts_with(&format!("{name}  "))).unwrap();
        line.split_once(&format!("{}=", middleware::COOKIE)).unwrap().1.trim().to_owned()
    }

    fn browser(&self, name: &str) -> Browser {
        let browser = Browser::new(&self.origin());
        browser.keeps(middleware::COOKIE, &self.token(name));
        browser
    }

    /// Replies of this test that stand here, and how often each.
    fn stands(&self) -> BTreeMap<String, usize> {
        let url = self.home.url();
        let bodies: Vec<String> = std::thread::spawn(move || {
            let mut db = url.open(Purpose::Read).unwrap();
            reply::table.filter(reply::body.like("written %")).select(reply::body).rows(&mut db).unwrap()
        })
        .join()
        .unwrap();
        let mut found = BTreeMap::new();
        for body in bodies {
            *found.entry(body.trim().to_owned()).or_insert(0) += 1;
        }
        found
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.dies();
    }
}

/// Asks again until something is so.
#[track_caller]
fn comes_to_be<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begun.elapsed() < TRAVEL, "{what} does not come to be");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Both hosts say yes, and a member of one joins a group of the other and reads the thread that is written then. Returns
/// where it is, here and there.
fn link(here: &Place, there: &Place) -> [String; 2] {
    let (alder, birch) = (here.browser(HOST), there.browser(HOST));
    for host in [&alder, &birch] {
        let page = host.visits("/host/partners").is(200);
        host.fills(&page, "/host/partners/links", &[("links", "partners")]).is(303);
    }
    let page = alder.visits("/host/partners").is(200);
    alder.fills(&page, "/host/partners", &[("domain", &there.listen)]).is(303);
    let asked = format!("/host/partners/{}", here.listen);
    let accept = format!("{asked}/accept");
    let page = comes_to_be("a request", || {
        Some(birch.visits(&asked)).filter(|page| page.status == 200 && page.body.contains(&accept))
    });
    birch.fills(&page, &accept, &[]).is(303);
    let answered = format!("/host/partners/{}", there.listen);
    comes_to_be("a yes", || Some(()).filter(|()| alder.visits(&answered).body.contains("You are partners.")));

    let page = birch.visits("/g/night-owls/edit").is(200);
    let far = [("ceiling", "partners"), ("reach", "partners")];
    birch.fills(&page, "/g/night-owls/edit", &far).is(303);
    let maya = here.browser(MEMBER);
    let page = maya.visits("/groups/elsewhere").is(200);
    let address = format!("@night-owls@{}", there.listen);
    let about = maya.fills(&page, "/groups/elsewhere", &[("address", &address)]).is(303).location;
    let join = about.replace("/about", "/join");
    let page = maya.visits(&about).is(200);
    maya.fills(&page, &join, &[]).is(303);
    comes_to_be("a place in the group", || {
        Some(()).filter(|()| maya.visits("/groups/elsewhere").body.contains("its posts come here"))
    });

    let ada = there.browser(MEMBER);
    let body = br#"{"group":"night-owls","kind":"just-here","body":"Who is awake?","reach":"partners"}"#;
    let headers = [("authorization", format!("Bearer {}", there.token(MEMBER)))];
    let headers = [("content-type", "application/json"), ("authorization", headers[0].1.as_str())];
    let made = ada.sends("POST", "/api/v1/threads", &headers, Some(body)).is(201);
    let made: serde_json::Value = serde_json::from_slice(&made.bytes).unwrap();
    let group = about.replace("/about", "");
    let copy = comes_to_be("the thread", || {
        let page = maya.visits(&group).body;
        let at = page.find("Who is awake?")?;
        let link = page[..at].rfind("/p/")?;
        Some(page[link..].split(['"', '#', '/']).nth(2)?.to_owned())
    });
    [format!("/p/{copy}"), format!("/p/{}", made["id"].as_str().unwrap())]
}

/// Writes replies until the community is gone; tells which were acknowledged.
fn writes(place: (&str, &str, &str), next: &AtomicUsize, told: &Mutex<BTreeMap<String, bool>>) {
    let (origin, token, thread) = place;
    let browser = Browser::new(origin);
    browser.keeps(middleware::COOKIE, token);
    let csrf = CsrfKey::of(&Token::parse(token).unwrap()).token(&Chance::default());
    loop {
        let body = format!("written {}", next.fetch_add(1, Ordering::SeqCst));
        let sent = [("csrf", csrf.as_str()), ("once", &body), ("body", &body)];
        let status = browser.tries(&format!("{thread}/reply"), &sent);
        assert!(matches!(status, None | Some(303)), "{body}: {status:?}");
        told.lock().unwrap().insert(body, status.is_some());
        if status.is_none() {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn survives(mut places: [Place; 2]) {
    let threads = link(&places[0], &places[1]);
    let (next, told) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    for round in 0..ROUNDS {
        let open: Vec<(String, String)> =
            places.iter().map(|place| (place.origin(), place.token(MEMBER))).collect();
        std::thread::scope(|scope| {
            for ((origin, token), thread) in open.iter().zip(&threads) {
                for _ in 0..WRITERS {
                    let (next, told) = (&next, &told);
                    scope.spawn(move || writes((origin, token, thread), next, told));
                }
            }
            let pause = u64::try_from(500 + Chance::default().below(700)).unwrap();
            std::thread::sleep(Duration::from_millis(pause));
            // One dies first, and the other a moment later: letters between them are cut off on either side.
            places[round % 2].dies();
            std::thread::sleep(Duration::from_millis(200));
            places[(round + 1) % 2].dies();
        });
        places.iter_mut().for_each(Place::begins);
        places.iter().for_each(Place::answers);
    }
    let told = told.into_inner().unwrap();
    let acknowledged: Vec<&String> = told.iter().filter(|(_, told)| **told).map(|(body, _)| body).collect();
    assert!(acknowledged.len() > ROUNDS * WRITERS, "too few to tell: {}", acknowledged.len());

    let [here, there] = [&places[0], &places[1]];
    let whole = comes_to_be("the same on both sides", || {
        // Nobody helps: each finds that the other is back by itself.
        let (ours, theirs) = (here.stands(), there.stands());
        Some(ours.clone()).filter(|_| ours == theirs)
    });
    assert!(whole.values().all(|times| *times == 1), "something stands twice: {whole:?}");
    let lost: Vec<_> = acknowledged.iter().filter(|body| !whole.contains_key(**body)).collect();
    assert!(lost.is_empty(), "acknowledged and gone: {lost:?}");
    assert!(whole.keys().all(|body| told.contains_key(body)), "something stands that nobody wrote");
}

#[test]
fn what_two_communities_acknowledged_survives_kill_9_of_either_sqlite() {
    survives([Place::founded(Home::sqlite()), Place::founded(Home::sqlite())]);
}

#[test]
fn what_two_communities_acknowledged_survives_kill_9_of_either_postgres() {
    if let (Some(one), Some(other)) = (Home::postgres(), Home::postgres()) {
        survives([Place::founded(one), Place::founded(other)]);
    }
}
