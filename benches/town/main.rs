//! How fast, how small: rates of the real binary beside a bare handler that sends the same bytes and a bare loop that
//! runs the same SQL, in one run on one machine. The ratios are what counts. A run ends with an error where an aim of the queue
//! or of company was missed; nothing else runs these.
//!
//!     cargo bench                                     SQLite
//!     tests/postgres.sh --durable -- cargo bench      both databases
//!
//! `-- --posts 10000,1000000 --seconds 3 --only sqlite` chooses less.
//!
//!     cargo bench --bench town -- --links                          how communities speak with each other, on SQLite
//!
//! `-- --links --letters 2000 --hosts 1000 --posts 100 --known 10000` are its sizes.
//!
//!     cargo bench --bench town -- --company                        how soon whoever asks for company sees that somebody came

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a program for developers: it stops where it stumbles, waits in real time and divides"
)]

mod client;
mod company;
mod floor;
mod links;
mod queue;
mod seed;
mod server;

use std::path::{Path, PathBuf};
use std::time::Duration;

use hearthside::db::DatabaseUrl;
use hearthside::kernel::Secret;
use serde::Serialize;

use client::{Load, Measure};
use queue::Queue;
use server::Server;

/// Callers at once for reads, and for many writers.
const READERS: usize = 8;
const WRITERS: usize = 16;
/// Who replies: a line, and what the form says of it. As an alias it may take 1.3 times as long.
const VOICES: [(&str, &str); 2] = [("create a reply", ""), ("create a reply as an alias", "&as=thread")];

/// What was asked for.
pub struct Asked {
    posts: Vec<u64>,
    time: Duration,
    only: Option<String>,
}

/// One line of the table.
#[derive(Serialize)]
struct Line {
    database: &'static str,
    posts: u64,
    work: String,
    #[serde(flatten)]
    ours: Measure,
    /// What a bare handler or a bare loop does in a second.
    floor_per_s: f64,
    /// Ours as a part of the floor.
    of_floor: f64,
}

/// How small and how soon.
#[derive(Serialize)]
struct Size {
    database: &'static str,
    posts: u64,
    first_answer_ms: u128,
    idle_rss_mb: f64,
    binary_mb: f64,
}

#[derive(Default, Serialize)]
struct Report {
    lines: Vec<Line>,
    sizes: Vec<Size>,
    queues: Vec<Queue>,
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let Some(at) = words.iter().position(|word| word == "--floor") {
        return floor::serve(&words[at + 1], Path::new(&words[at + 2]));
    }
    if words.iter().any(|word| word == "--links") {
        return links::measure(&words);
    }
    let asked = asked(&words);
    if words.iter().any(|word| word == "--company") {
        return company::measure(&asked);
    }
    let mut report = Report::default();
    for (name, url) in databases(&asked) {
        for posts in &asked.posts {
            measure(name, url.as_deref(), *posts, asked.time, &mut report);
        }
    }
    print(&report);
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("bench.json");
    std::fs::write(&file, serde_json::to_string_pretty(&report).unwrap()).unwrap();
    println!("\n{}", file.display());
    ends_with(&report.queues.iter().flat_map(Queue::missed).collect::<Vec<_>>());
}

/// Ends with an error where an aim of those that a run can judge was missed; all that was measured is told and written by then.
fn ends_with(missed: &[String]) {
    if !missed.is_empty() {
        println!("\nMissed: {}.", missed.join("; "));
        std::process::exit(1);
    }
}

fn asked(words: &[String]) -> Asked {
    let after = |name: &str| {
        words.iter().position(|word| word == name).and_then(|at| words.get(at + 1)).map(String::as_str)
    };
    let posts = after("--posts").unwrap_or("10000,1000000");
    Asked {
        posts: posts.split(',').map(|number| number.parse().expect("a number of posts")).collect(),
        time: Duration::from_secs_f64(after("--seconds").map_or(3.0, |time| time.parse().expect("seconds"))),
        only: after("--only").map(str::to_owned),
    }
}

/// SQLite, and PostgreSQL where `tests/postgres.sh` has brought one up.
fn databases(asked: &Asked) -> Vec<(&'static str, Option<String>)> {
    let postgres = std::env::var("HEARTHSIDE_TEST_POSTGRES").ok().filter(|url| url != "skip");
    if postgres.is_none() {
        println!("PostgreSQL is left out: `tests/postgres.sh --durable -- cargo bench` brings one up");
    }
    let all = [("SQLite", None), ("PostgreSQL", postgres)];
    all.into_iter()
        .filter(|(name, url)| *name == "SQLite" || url.is_some())
        .filter(|(name, _)| asked.only.as_ref().is_none_or(|only| only.eq_ignore_ascii_case(name)))
        .collect()
}

fn measure(name: &'static str, server: Option<&str>, posts: u64, time: Duration, report: &mut Report) {
    let folder = Folder::new(&format!("{name}-{posts}"));
    let url = match server {
        Some(server) => DatabaseUrl::Postgres(Secret::new(seed::fresh(server, posts))),
        None => DatabaseUrl::Sqlite(folder.0.join("hearthside.sqlite")),
    };
    println!("{name}, {posts} posts: seeding");
    let town = seed::fill(&url, posts);

    let server = Server::start(&folder.0, &url);
    std::thread::sleep(Duration::from_secs(2));
    report.sizes.push(Size {
        database: name,
        posts,
        first_answer_ms: server.first_answer.as_millis(),
        idle_rss_mb: server.rss_kb() as f64 / 1024.0,
        binary_mb: std::fs::metadata(Server::BINARY).unwrap().len() as f64 / 1_048_576.0,
    });
    let mut add = |work: String, ours: Measure, floor_per_s: f64| {
        println!("  {work}: {:.0}/s, floor {floor_per_s:.0}/s", ours.per_s);
        let of_floor = ours.per_s / floor_per_s;
        report.lines.push(Line { database: name, posts, work, ours, floor_per_s, of_floor });
    };
    for page in &town.pages {
        let load = Load::get(server.port, page.path.clone(), page.cookie.then(|| town.cookie.clone()));
        let Some(bytes) = load.once() else {
            println!("  {}: no such door yet", page.what);
            continue;
        };
        let ours = load.run(READERS, time, Some(&server));
        let bare = floor::Handler::start(&folder.0, &bytes);
        let floor = Load::get(bare.port, "/".to_owned(), None).run(READERS, time, None);
        add(format!("{}, {READERS} readers, against a bare handler", page.what), ours, floor.per_s);
        if let Some(sql) = &page.sql {
            add(format!("{}, against its SQL in a loop", page.what), ours, floor::looks(&url, sql, time));
        }
    }
    for writers in [1, WRITERS] {
        let floor = floor::writes(&url, writers as u64 * 10_000_000, time);
        for (what, speaks) in VOICES {
            let load = Load::post(server.port, town.reply_path.clone(), &town, speaks);
            if load.once().is_none() {
                println!("  {what}: no such door yet");
                continue;
            }
            let ours = load.run(writers, time, Some(&server));
            add(format!("{what}, {writers} writers, against its SQL in a loop"), ours, floor);
        }
    }
    // Last: from here on the one who reads looks after a group.
    report.queues.push(Queue::measure((name, posts), &url, (&town, &server), time));
}

fn print(report: &Report) {
    println!(
        "\n| database | posts | work | /s | p50 ms | p99 ms | CPU ms | floor /s | of floor |\n|---|---|---|---|---|---|---|---|---|"
    );
    for line in &report.lines {
        let Line { database, posts, work, ours, floor_per_s, of_floor } = line;
        println!(
            "| {database} | {posts} | {work} | {:.0} | {:.2} | {:.2} | {:.2} | {floor_per_s:.0} | {:.0} % |",
            ours.per_s,
            ours.p50_ms,
            ours.p99_ms,
            ours.cpu_ms,
            of_floor * 100.0
        );
    }
    println!("\n| database | posts | first answer ms | idle MB | binary MB |\n|---|---|---|---|---|");
    for size in &report.sizes {
        let Size { database, posts, first_answer_ms, idle_rss_mb, binary_mb } = size;
        println!("| {database} | {posts} | {first_answer_ms} | {idle_rss_mb:.1} | {binary_mb:.1} |");
    }
    queue::print(&report.queues);
}

/// A folder that is gone when the measure is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
