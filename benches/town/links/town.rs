//! A whole server in this process: its doors, its queue of letters and what opens letters that come, all at work.

use std::path::Path;
use std::time::{Duration, Instant};

use actix_web::HttpServer;
use hearthside::app::App;
use hearthside::config::{Flags, Settings};
use hearthside::db::{Run as _, Tx};
use hearthside::federation::delivery::{self, Letter};
use hearthside::federation::peers::{self, Links};
use hearthside::federation::{actors, inbound, outbound};
use hearthside::forum::threads::{self, Body, Draft, Kind};
use hearthside::forum::{groups, members};
use hearthside::identity::names;
use hearthside::kernel::{AccountId, Bounded, Chance, Clock, Error, FaceId};
use hearthside::policy::{Person, Rank, Reach, Role, Viewer};
use hearthside::routes;
use url::Url;

use super::super::server::free_port;

/// Nobody is slowed down, and nobody waits long for whoever is silent.
const ROOM: &[(&str, &str)] = &[
    ("HEARTHSIDE_LIMITS_POSTS_PER_HOUR", "100000000"),
    ("HEARTHSIDE_LIMITS_HASHING_MEMORY_KIB", "64"),
    ("HEARTHSIDE_FEDERATION_TIMEOUT_S", "5"),
];
/// The one who writes.
const ADA: i64 = 1;

/// The server. Its threads live as long as the process.
pub struct Town {
    /// The world behind the doors.
    pub app: App,
    /// Where its doors are.
    pub port: u16,
    runtime: tokio::runtime::Runtime,
}

#[derive(diesel::QueryableByName)]
struct Number {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

impl Town {
    /// Opens one on SQLite, in a folder of its own.
    pub fn open(folder: &Path, seed: u64) -> Self {
        let port = free_port();
        let server = vec![("data", folder.display().to_string()), ("listen", format!("127.0.0.1:{port}"))];
        let limits = ROOM.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        let mut settings = Settings::load("/nonexistent".as_ref(), limits, &Flags { server }).unwrap();
        settings.is_on_loopback = true;
        let app = App::open(settings, Clock::default(), Chance::seeded(seed)).unwrap();
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(app.begin()).unwrap();
        serves(app.clone(), port);
        let town = Self { app, port, runtime };
        let own = town.app.federation().own.clone();
        town.arranges(move |tx| {
            tx.batch("INSERT INTO community (id, name, doors, opened_at) VALUES (1, 'Porchlight', 'open', 0)")?;
            let key = names::key("Quiet Ada");
            tx.batch(&format!(
                "INSERT INTO face (id, name, name_key, kind, seed, since_week) VALUES ({ADA}, 'Quiet Ada', '{key}', 'name', 1, 0)"
            ))?;
            peers::set_links(tx, &Viewer::House, &own, Links::Partners)
        });
        super::super::server::wait_for(port, Instant::now());
        town
    }

    /// Its name on the network.
    pub fn domain(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// An address of it.
    pub fn url(&self, path: &str) -> Url {
        Url::parse(&format!("http://{}{path}", self.domain())).unwrap()
    }

    fn arranges<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    ) -> T {
        self.runtime.block_on(self.app.write(work)).unwrap()
    }

    /// A group whose posts travel to partners, with the one who writes in it; its name.
    pub fn group(&self) -> String {
        self.arranges(|tx| {
            let group = groups::insert_plain(tx, "evenings", "Evenings", Reach::Partners)?;
            tx.batch(&format!(
                "UPDATE \"group\" SET listed = 'everyone', reach = 'partners' WHERE id = {group}"
            ))?;
            groups::join_plain(tx, group, FaceId(ADA), Role::Steward)
        });
        "evenings".to_owned()
    }

    /// A group that nobody follows.
    fn quiet_group(&self) -> String {
        self.arranges(|tx| {
            let group = groups::insert_plain(tx, "mornings", "Mornings", Reach::Community)?;
            groups::join_plain(tx, group, FaceId(ADA), Role::Steward)
        });
        "mornings".to_owned()
    }

    /// Another community is a partner, of this program.
    pub fn befriends(&self, domain: &str) {
        let domain = domain.to_owned();
        self.arranges(move |tx| tx.batch(&partner(&domain)));
    }

    /// So many partners follow its group.
    pub fn is_followed_by(&self, many: usize, inbox: &dyn Fn(usize) -> String) {
        self.is_followed_by_more(0, many, inbox);
    }

    /// The same, beginning with that number.
    pub fn is_followed_by_more(&self, first: usize, many: usize, inbox: &dyn Fn(usize) -> String) {
        let rows: Vec<(String, String)> =
            (first..first + many).map(|number| (format!("n{number}.sink.example"), inbox(number))).collect();
        self.arranges(move |tx| {
            for (domain, inbox) in &rows {
                tx.batch(&partner(domain))?;
                tx.batch(&format!(
                    "INSERT INTO follower (group_id, actor, domain, inbox, shared, follow, since_on)
                     SELECT id, 'https://{domain}/reader', '{domain}', '{inbox}', '{inbox}', 'https://{domain}/follow-1', 20700
                     FROM \"group\" WHERE name = 'evenings'"
                ))?;
            }
            Ok(())
        });
    }

    /// Somebody here writes a thread; its address.
    pub fn says(&self, group: &str, words: &str) -> String {
        let draft = Draft {
            group: group.to_owned(),
            kind: Kind::JustHere,
            ask: None,
            title: Bounded::parse("").unwrap(),
            body: Body::parse(words).unwrap(),
            notes: Vec::new(),
            note_words: Bounded::parse("").unwrap(),
            no_note_fits: true,
            reach: None,
            lasting: None,
            goes_on: false,
            shield: Some(false),
            is_repeated: false,
            asks_care: false,
            asks_after: false,
            once: None,
        };
        let thread = self.arranges(move |tx| threads::open(tx, &ada(), &draft));
        self.url(&format!("/p/{}", thread.public_id)).into()
    }

    /// How long that takes where nobody follows, in milliseconds; the third of five.
    pub fn says_alone(&self) -> f64 {
        let group = self.quiet_group();
        let mut took: Vec<Duration> = (0..5)
            .map(|number| {
                let begun = Instant::now();
                self.says(&group, &format!("To ourselves, {number}."));
                begun.elapsed()
            })
            .collect();
        took.sort_unstable();
        took[2].as_secs_f64() * 1e3
    }

    /// Somebody here joins the group of another town, and its yes comes.
    pub fn joins(&self, other: &Self, group: &str, longest: Duration) {
        let (app, address) = (self.app.clone(), other.url(&format!("/g/{group}")).to_string());
        let name = self.runtime.block_on(inbound::find(&app, &address)).unwrap().name;
        self.arranges(move |tx| members::join(tx, &ada(), &name).map(drop));
        self.waits_until("SELECT count(*) AS n FROM far_group WHERE state = 'in'", 1, longest);
        // What it fetches of its own accord is done before anything is measured.
        self.waits_until("SELECT count(*) AS n FROM parcel WHERE due_at IS NULL", 2, longest);
    }

    /// Waits until the database says a number to a question, looking as often as a page would.
    pub fn waits_until(&self, question: &'static str, number: i64, longest: Duration) {
        let begun = Instant::now();
        loop {
            let row: Number =
                self.runtime.block_on(self.app.read(move |db| diesel::sql_query(question).row(db))).unwrap();
            if row.n >= number {
                return;
            }
            assert!(begun.elapsed() < longest, "{question}: {} of {number}", row.n);
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}

fn ada() -> Viewer {
    Viewer::Person(Person {
        account: AccountId(1),
        face: FaceId(ADA),
        rank: Rank::Member,
        is_new: false,
        voice: None,
    })
}

fn partner(domain: &str) -> String {
    format!(
        "INSERT INTO peer (domain, state, since_on, offer, promises)
         VALUES ('{domain}', 'partner', 20700, 'x', '{{\"software\":\"hearthside\",\"keepsLimits\":true}}')"
    )
}

/// Its doors, and what works behind them, on a thread of their own.
fn serves(app: App, port: u16) {
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let doors = routes::configure(&app);
            let server = HttpServer::new(move || actix_web::App::new().configure(doors.clone()))
                .disable_signals()
                .bind(("127.0.0.1", port))
                .unwrap();
            actix_web::rt::spawn(app.clone().run_jobs_forever());
            actix_web::rt::spawn(inbound::run(app.clone()));
            actix_web::rt::spawn(async move {
                let carry = async |letter: &Letter| actors::post(&app, letter).await;
                tokio::join!(
                    delivery::run(app.clone(), carry, outbound::still_may),
                    app.clone().hear_of_letters()
                );
            });
            server.run().await.unwrap();
        });
    });
}
