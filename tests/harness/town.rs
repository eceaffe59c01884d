//! The town itself.

use std::collections::BTreeSet;
use std::ops::Deref;

use hearthside::app::App;
use hearthside::config::{Flags, Settings};
use hearthside::db::{Run as _, Tx};
use hearthside::forum::groups;
use hearthside::identity::{accounts, names};
use hearthside::kernel::{Chance, Clock, Error, FaceId, GroupId, Moment};
use hearthside::policy::{Rank, Reach, Role};

use super::audit::{Audit, Touch};
use super::browser::Browser;
use super::databases::Home;
use super::log;
use super::ready;
use super::server::Server;

/// Saturday evening, 2026-11-21, 19:30 UTC.
const EVENING: Moment = Moment(1_795_289_400_000);

/// Cheap derivations; room for a whole town on one network.
const LIMITS: &[(&str, &str)] = &[
    ("HEARTHSIDE_LIMITS_HASHING_MEMORY_KIB", "64"),
    ("HEARTHSIDE_LIMITS_ARRIVALS_PER_HOUR", "60"),
    ("HEARTHSIDE_LIMITS_RETURNS_PER_TEN_MINUTES", "200"),
    ("HEARTHSIDE_FEDERATION_TIMEOUT_S", "2"),
    // There is e-mail, by a machine that nobody ever reaches; tests of mail name another.
    ("HEARTHSIDE_MAIL_HOST", "127.0.0.1"),
    ("HEARTHSIDE_MAIL_PORT", "9"),
    ("HEARTHSIDE_MAIL_SECURITY", "none"),
    ("HEARTHSIDE_MAIL_FROM", "notes@porch.example"),
];

/// Room for thousands of requests, for tests that count or measure.
const ROOM: &[(&str, &str)] = &[
    ("HEARTHSIDE_LIMITS_ARRIVALS_PER_HOUR", "100000"),
    ("HEARTHSIDE_LIMITS_RETURNS_PER_TEN_MINUTES", "100000"),
    ("HEARTHSIDE_LIMITS_POSTS_PER_HOUR", "100000"),
    ("HEARTHSIDE_LIMITS_ALIAS_POSTS_PER_HOUR", "100000"),
    ("HEARTHSIDE_LIMITS_ALIAS_POSTS_PER_DAY", "100000"),
];

/// Says that other communities are not those of this machine; no setting.
const IN_EARNEST: (&str, &str) = ("HEARTHSIDE_TEST_IN_EARNEST", "1");

/// Towns that speak with each other are all alive: a busy machine makes none of them silent.
const PATIENT: &[(&str, &str)] = &[("HEARTHSIDE_FEDERATION_TIMEOUT_S", "30")];

/// Keys that lie ready for whoever needs one first: the community, and an actor or two.
const KEYS: u64 = 3;

/// A server, its world, and nobody in it yet. Dropping it fails the test if work is left undone.
pub struct Town {
    /// The world behind the doors.
    pub app: App,
    origin: String,
    runtime: tokio::runtime::Runtime,
    server: Option<Server>,
    home: Option<Home>,
    audit: Audit,
}

/// A member with a browser of their own.
pub struct Person {
    /// What they are called.
    pub name: String,
    /// The face of that name.
    pub face: FaceId,
    /// Six words that let them back in.
    pub words: String,
    browser: Browser,
}

impl Deref for Person {
    type Target = Browser;
    fn deref(&self) -> &Browser {
        &self.browser
    }
}

#[derive(diesel::QueryableByName)]
struct Number {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

#[derive(diesel::QueryableByName)]
struct Line {
    #[diesel(sql_type = diesel::sql_types::Text)]
    line: String,
}

impl Town {
    /// A town on SQLite.
    pub fn on_sqlite() -> Self {
        Self::at(Home::sqlite(), 7, &[])
    }

    /// A town on PostgreSQL, unless that is skipped aloud.
    pub fn on_postgres() -> Option<Self> {
        Home::postgres().map(|home| Self::at(home, 7, &[]))
    }

    /// A town on SQLite in which nobody is slowed down.
    pub fn with_room() -> Self {
        Self::with_limits(Home::sqlite(), ROOM)
    }

    /// The same place, opened again by another process.
    pub fn again(home: Home) -> Self {
        Self::at(home, 8, &[])
    }

    /// The same, with other settings.
    pub fn again_with(home: Home, limits: &[(&str, &str)]) -> Self {
        Self::at(home, 8, limits)
    }

    /// A town with limits of its own.
    pub fn with_limits(home: Home, limits: &[(&str, &str)]) -> Self {
        Self::at(home, 7, limits)
    }

    /// A town as it is served in earnest: what goes out goes to the public network alone.
    pub fn on_the_web(home: Home) -> Self {
        Self::with_limits(home, &[IN_EARNEST])
    }

    /// A town that others find where it says it is: for towns that speak with each other.
    pub fn on_the_network(home: Home, seed: u64) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        Self::listening(home, seed, &[ROOM, PATIENT].concat(), &format!("127.0.0.1:{port}"))
    }

    fn at(home: Home, seed: u64, limits: &[(&str, &str)]) -> Self {
        Self::listening(home, seed, limits, "127.0.0.1:0")
    }

    fn listening(home: Home, seed: u64, limits: &[(&str, &str)], place: &str) -> Self {
        log::begins();
        home.furnish();
        let mut server =
            vec![("data", home.data().display().to_string()), ("database_threads", "2".to_owned())];
        server.extend(home.database_url().map(|url| ("database_url", url)));
        let given = limits;
        let limits_hold = |name: &str| given.iter().any(|(key, _)| *key == name);
        let limits = LIMITS.iter().chain(limits).map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        let mut settings = Settings::load("/nonexistent".as_ref(), limits, &Flags { server }).unwrap();
        if !place.ends_with(":0") {
            place.clone_into(&mut settings.server.listen);
        }
        // Other communities are puppets on this machine.
        settings.is_on_loopback = !limits_hold(IN_EARNEST.0);
        let app = App::open(settings, Clock::standing_at(EVENING), Chance::seeded(seed)).unwrap();
        let server = Server::start(&app, place);
        // A connection that was opened here is used again behind the doors: it goes on while nobody waits here.
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let audit = Audit::default();
        let begins = audit.clone();
        runtime.block_on(app.write(move |tx| begins.begin(tx))).unwrap();
        for number in 0..KEYS {
            runtime.block_on(app.federation().lay_by(ready::key(seed * 100 + number).into()));
        }
        Self {
            app,
            origin: format!("http://{}", server.address),
            runtime,
            server: Some(server),
            home: Some(home),
            audit,
        }
    }

    /// Changes the world directly; for what no door of the story under test does.
    pub fn arranges<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    ) -> T {
        self.runtime.block_on(self.app.write(work)).unwrap()
    }

    /// As [`Town::arranges`], for what may be refused.
    pub fn tries<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.runtime.block_on(self.app.write(work))
    }

    /// Waits for something that is done in this process.
    pub fn waits_for<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// Somebody comes in.
    pub fn person(&self, name: &str) -> Person {
        self.ranked(name, Rank::Member)
    }

    /// Somebody who runs the server.
    pub fn host(&self, name: &str) -> Person {
        self.ranked(name, Rank::Host)
    }

    fn ranked(&self, name: &str, rank: Rank) -> Person {
        let before = self.runtime.block_on(self.app.house()).unwrap();
        self.opens_its_doors("open");
        let browser = self.stranger();
        let hello = browser.visits("/hello").is(200);
        let words = browser.fills(&hello, "/hello", &[("name", name), ("agrees", "1")]).is(303);
        let shown = browser.visits(&words.location).is(200);
        let (key, name) = (names::key(name), name.to_owned());
        let face = self.arranges(move |tx| {
            let face = accounts::find_by_name(tx, &key)?.id;
            tx.batch(&format!("UPDATE account SET rank = '{rank}' WHERE face_id = {face}"))?;
            Ok(face)
        });
        if before.is_open {
            self.opens_its_doors(&before.doors);
        }
        let words = shown.texts("ol.words li").join(" ");
        for secret in [&name, &words, &face.to_string()] {
            log::must_not_hold(secret);
        }
        Person { name, face, words, browser }
    }

    /// Makes the community, if there is none, and says who may come in.
    pub fn opens_its_doors(&self, to: &str) {
        // Everybody here comes on one evening: what waits for newcomers is for the tests of that.
        let sql = format!(
            "INSERT INTO community (id, name, doors, opened_at, newcomer_weeks) VALUES (1, 'Porchlight', '{to}', 0, 0)
             ON CONFLICT (id) DO UPDATE SET doors = '{to}'"
        );
        self.arranges(move |tx| tx.batch(&sql));
        self.app.forget_house();
    }

    /// A browser nobody is signed in with.
    pub fn stranger(&self) -> Browser {
        Browser::new(&self.origin)
    }

    /// A group with these people in it; the first looks after it.
    pub fn group(&self, name: &str, ceiling: Reach, people: &[&Person]) -> GroupId {
        let (name, faces) = (name.to_owned(), people.iter().map(|person| person.face).collect::<Vec<_>>());
        self.arranges(move |tx| {
            let group = groups::insert_plain(tx, &name, &name, ceiling)?;
            for (place, face) in faces.iter().enumerate() {
                let role = if place == 0 { Role::Steward } else { Role::Member };
                groups::join_plain(tx, group, *face, role)?;
            }
            Ok(group)
        })
    }

    /// A number that the database gives for a question (`SELECT … AS n`); for what no page shows.
    pub fn count(&self, question: &'static str) -> i64 {
        let number: Number =
            self.runtime.block_on(self.app.read(move |db| diesel::sql_query(question).row(db))).unwrap();
        number.n
    }

    /// What the database says to a question (`SELECT … AS line`), a row a line.
    pub fn lines(&self, question: &str) -> Vec<String> {
        let question = question.to_owned();
        let rows: Vec<Line> =
            self.runtime.block_on(self.app.read(move |db| diesel::sql_query(question).rows(db))).unwrap();
        rows.into_iter().map(|row| row.line).collect()
    }

    /// Does what a server does before its doors open.
    pub fn begins(&self) {
        self.runtime.block_on(self.app.begin()).unwrap();
        self.settles();
    }

    /// Moves the clock and lets what is due happen.
    pub fn waits_s(&self, seconds: i64) {
        self.app.clock().advance_s(seconds);
        self.settles();
    }

    /// Lets what is due happen.
    pub fn settles(&self) {
        self.runtime.block_on(self.app.run_due_jobs()).unwrap();
    }

    /// Writes what waits in memory, as a server does that stops.
    pub fn stops_writing(&self) {
        self.runtime.block_on(self.app.write_later()).unwrap();
    }

    /// Shuts the doors and the database; what is left can be opened again by another process.
    pub fn closes(mut self) -> Home {
        self.home.take().unwrap()
    }

    /// Where its doors are.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Where the town keeps things.
    pub fn home(&self) -> &Home {
        self.home.as_ref().unwrap()
    }
}

impl Drop for Town {
    fn drop(&mut self) {
        let left =
            if std::thread::panicking() { None } else { Some((self.left_undone(), self.tying_commits())) };
        drop(self.server.take());
        if let Some((left, tying)) = left {
            assert!(left.is_empty(), "jobs are left in the queue: {left:?}");
            assert!(tying.is_empty(), "a commit ties an alias to an account: {tying:?}");
            let faults = log::faults();
            assert!(faults.is_empty(), "{}", faults.join("\n"));
        }
    }
}

impl Town {
    /// Commits that touched both sides of the wall between accounts and aliases.
    pub fn tying_commits(&self) -> Vec<BTreeSet<String>> {
        let audit = self.audit.clone();
        self.runtime.block_on(self.app.read(move |db| audit.both_sides(db))).unwrap()
    }

    /// All that was committed, in order.
    pub fn commits(&self) -> Vec<BTreeSet<Touch>> {
        let audit = self.audit.clone();
        self.runtime.block_on(self.app.read(move |db| audit.commits(db))).unwrap()
    }

    /// Forgets what was found: a test planted it.
    pub fn forgets_commits(&self) {
        let audit = self.audit.clone();
        self.arranges(move |tx| audit.forget(tx));
    }

    /// Jobs that did not come to their end.
    fn left_undone(&self) -> Vec<(String, Option<String>)> {
        self.settles();
        self.runtime.block_on(self.app.read(hearthside::jobs::unsettled)).unwrap()
    }
}
