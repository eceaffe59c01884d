//! Whoever asks for company sees that somebody came: the press of one who comes, the word on the live stream of the one who asked,
//! and their page with the other's name on it. Beside the same with no other stream open; and what an open stream costs in memory.

use std::time::{Duration, Instant};

use hearthside::db::{DatabaseUrl, Databases, migrate};
use hearthside::http::csrf::CsrfKey;
use hearthside::identity::sessions::middleware::COOKIE;
use hearthside::identity::sessions::{self, Staying};
use hearthside::kernel::{AccountId, Chance, Clock, Secret, Token};
use hearthside::keys::MemberSecret;
use serde::Serialize;

use super::client::{Stream, Wire};
use super::floor::apart;
use super::server::Server;
use super::{Asked, Folder, databases, seed};

/// Open streams, each of somebody who asks and waits.
const STREAMS: usize = 500;
/// How often somebody comes, in each of the two measures.
const CLAIMS: usize = 100;
const ASKERS: usize = STREAMS + CLAIMS;
const LISTENERS: usize = 2 * CLAIMS;
/// Aims: but for one in twenty within so many milliseconds, and so many kilobytes for a stream.
const WITHIN_MS: f64 = 500.0;
const STREAM_KB: f64 = 30.0;

/// How long it took until whoever asked had the page that says that somebody is there.
#[derive(Clone, Copy, Serialize)]
struct Seen {
    p50_ms: f64,
    p95_ms: f64,
}

impl Seen {
    fn of(mut took: Vec<Duration>) -> Self {
        took.sort_unstable();
        let at = |part: f64| took[((took.len() - 1) as f64 * part) as usize].as_secs_f64() * 1e3;
        Self { p50_ms: at(0.5), p95_ms: at(0.95) }
    }
}

/// What it came to on one database.
#[derive(Serialize)]
struct Company {
    database: &'static str,
    /// With no other stream open.
    alone: Seen,
    /// With five hundred.
    among: Seen,
    /// The second as a multiple of the first: half of the answers.
    of_alone: f64,
    /// What the server holds more with them than without, for each.
    stream_kb: f64,
}

impl Company {
    fn is_soon(&self) -> bool {
        self.among.p95_ms < WITHIN_MS
    }

    fn is_small(&self) -> bool {
        self.stream_kb <= STREAM_KB
    }

    /// Aims that were not met.
    fn missed(&self) -> Vec<String> {
        let soon = (self.is_soon(), format!("{}: within {WITHIN_MS} ms", self.database));
        let small = (self.is_small(), format!("{}: at most {STREAM_KB} KB a stream", self.database));
        [soon, small].into_iter().filter(|(is_met, _)| !is_met).map(|(_, aim)| aim).collect()
    }
}

/// Measures it on each database, prints one table and writes one file; ends with an error where an aim is missed.
pub fn measure(asked: &Asked) {
    let all: Vec<Company> =
        databases(asked).into_iter().map(|(name, url)| of_one(name, url.as_deref())).collect();
    println!(
        "\n| database | alone: p50, p95 ms | with {STREAMS} streams | of alone | KB a stream | aims |\n|---|---|---|---|---|---|"
    );
    for company in &all {
        let Company { database, alone, among, of_alone, stream_kb } = company;
        let said = |seen: &Seen| format!("{:.1}, {:.1}", seen.p50_ms, seen.p95_ms);
        let (is_soon, is_small) = (company.is_soon(), company.is_small());
        println!(
            "| {database} | {} | {} | {of_alone:.2} | {stream_kb:.1} | within {WITHIN_MS} ms: {is_soon}; at most {STREAM_KB} KB: {is_small} |",
            said(alone),
            said(among)
        );
    }
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("bench-company.json");
    std::fs::write(&file, serde_json::to_string_pretty(&all).unwrap()).unwrap();
    println!("\n{}", file.display());
    super::ends_with(&all.iter().flat_map(Company::missed).collect::<Vec<_>>());
}

fn of_one(database: &'static str, server: Option<&str>) -> Company {
    let folder = Folder::new(&format!("company-{database}"));
    let url = match server {
        Some(server) => DatabaseUrl::Postgres(Secret::new(seed::fresh(server, STREAMS as u64))),
        None => DatabaseUrl::Sqlite(folder.0.join("hearthside.sqlite")),
    };
    println!("{database}, {ASKERS} who ask and {LISTENERS} who listen: seeding");
    let tokens = fill(&url);
    let server = Server::start(&folder.0, &url);
    let (askers, listeners) = tokens.split_at(ASKERS);
    let comes = |asker: usize, listener: usize, stream: &mut Stream| {
        comes(server.port, (asker, &askers[asker]), &listeners[listener], stream)
    };
    let opens = |asker: usize| Stream::open(server.port, &get(&live(asker), &askers[asker]));

    let alone = (0..CLAIMS).map(|number| comes(number, number, &mut opens(number))).collect();
    std::thread::sleep(Duration::from_secs(1));
    let before_kb = server.rss_kb();
    let mut streams: Vec<Stream> = (CLAIMS..ASKERS).map(opens).collect();
    std::thread::sleep(Duration::from_secs(1));
    let stream_kb = (server.rss_kb().saturating_sub(before_kb)) as f64 / STREAMS as f64;
    let among = (0..CLAIMS)
        .map(|number| {
            // Every fifth of those who wait.
            let place = number * (STREAMS / CLAIMS);
            comes(CLAIMS + place, CLAIMS + number, &mut streams[place])
        })
        .collect();
    let (alone, among) = (Seen::of(alone), Seen::of(among));
    println!(
        "  p95 {:.1} ms alone, {:.1} ms among {STREAMS}; {stream_kb:.1} KB a stream",
        alone.p95_ms, among.p95_ms
    );
    Company { database, alone, among, of_alone: among.p50_ms / alone.p50_ms, stream_kb }
}

/// Somebody comes; how long until whoever asked reads it.
fn comes(port: u16, (asker, own): (usize, &Token), listener: &Token, stream: &mut Stream) -> Duration {
    let (mut press, mut page) = (Wire::open(port), Wire::open(port));
    let (come, now) =
        (post(&format!("{}/come", room(asker)), listener), get(&format!("{}/now", room(asker)), own));
    let sent = Instant::now();
    std::thread::scope(|scope| {
        let pressed = scope.spawn(|| press.ask(&come).0);
        stream.hears_news();
        let (status, body) = page.ask(&now);
        let took = sent.elapsed();
        let body = String::from_utf8_lossy(&body);
        assert!(status == 200 && body.contains("Someone is with you"), "{status}: {body}");
        assert_eq!(pressed.join().unwrap(), 303);
        took
    })
}

fn room(asker: usize) -> String {
    format!("/support/ask/{}", seed::public(asker as u64 + 1))
}

fn live(asker: usize) -> String {
    format!("{}/live", room(asker))
}

fn get(path: &str, token: &Token) -> Vec<u8> {
    let cookie = token.expose();
    format!(
        "GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/html\r\ncookie: {COOKIE}={cookie}\r\n\r\n"
    )
    .into_bytes()
}

fn post(path: &str, token: &Token) -> Vec<u8> {
    let body = format!("csrf={}", CsrfKey::of(token).token(&Chance::default()));
    let (cookie, length) = (token.expose(), body.len());
    format!(
        "POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/html\r\ncookie: {COOKIE}={cookie}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

/// One group of people who ask, each for themself, and of people who listen; a session for each of them.
fn fill(url: &DatabaseUrl) -> Vec<Token> {
    std::thread::scope(|scope| scope.spawn(|| migrate::run(url).map(drop)).join()).unwrap().unwrap();
    let now = Clock::default().now();
    let (week, all) = (now.week().0, ASKERS + LISTENERS);
    let n = |from: usize, to: usize| {
        format!(
            "WITH RECURSIVE n(i) AS (SELECT CAST({from} AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < {to})"
        )
    };
    let (everybody, askers, listeners) = (n(1, all), n(1, ASKERS), n(ASKERS + 1, all));
    let (now, until) = (now.0, now.plus_s(86_400).0);
    let sql = format!(
        "INSERT INTO community (id, name, doors, setup_step, opened_at) VALUES (1, 'The Porch', 'open', 'done', {now});
         INSERT INTO \"group\" (id, name, name_key, title, title_key, purpose, reach, ceiling, listed, made_week, member_count)
            VALUES (1, 'porch', 'porch', 'Porch', 'porch', 'Evenings', 'community', 'community', 'community', {week} - 20, {all});
         INSERT INTO face (id, name, name_key, kind, seed, since_week)
            {everybody} SELECT i, 'Quiet Heron ' || i, 'quietheron' || i, 'name', i * 7919, {week} - 20 FROM n;
         INSERT INTO membership (group_id, face_id, since_week) {everybody} SELECT 1, i, {week} - 20 FROM n;
         INSERT INTO account (id, face_id, joined_week, active_week, words_kept)
            {everybody} SELECT i, i, {week} - 20, {week}, TRUE FROM n;
         INSERT INTO ask (id, public_id, face_id, need, line, month, consent, circle, phase, rung_at, ends_at)
            {askers} SELECT i, substr(CAST(100000000000000 + i AS TEXT), 2), i, 'company', '', '', 'lamps', 'lamps', 'open', {now}, {until} FROM n;
         INSERT INTO lamp (face_id, lit_until, most, askable, days, from_hour, to_hour, zone)
            {listeners} SELECT i, {until}, 1, 'lamps', '', 0, 0, 'UTC' FROM n;"
    );
    apart(url, |db| db.batch(&sql).unwrap());
    let people = i64::try_from(all).unwrap();
    let open = || {
        let db = Databases::open(url, 1, &Clock::default(), &Chance::default()).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let tokens = runtime.block_on(db.write(move |tx| {
            (1..=people)
                .map(|id| {
                    let secret = MemberSecret::new(tx.chance());
                    sessions::start(tx, AccountId(id), &secret, Staying::Own)
                })
                .collect::<Result<Vec<Token>, _>>()
        }));
        db.close();
        tokens.unwrap()
    };
    // A thread of its own: the driver must not start inside an async runtime.
    std::thread::scope(|scope| scope.spawn(open).join()).unwrap()
}
