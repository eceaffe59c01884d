//! What waits to be looked at: the page of a keeper with nothing in it, with as much as it shows, and with ten thousand.
//! One reader at a time, so that what is measured is the server's own time.

use std::time::Duration;

use hearthside::db::DatabaseUrl;
use serde::Serialize;

use super::client::{Load, Measure};
use super::floor::apart;
use super::seed::Town;
use super::server::Server;

/// How much waits, in turn: the second is as much as one page shows.
const WAITING: [u64; 3] = [0, 50, 10_000];
/// Aims: with ten thousand at most twice the time of nothing, and within so many milliseconds but for one in twenty.
const RATIO: f64 = 2.0;
const WITHIN_MS: f64 = 50.0;

/// What it came to on one database.
#[derive(Serialize)]
pub struct Queue {
    database: &'static str,
    posts: u64,
    /// With nothing, with a page full, with ten thousand.
    waiting: [Measure; 3],
    /// With ten thousand, as a multiple of nothing: half of the answers.
    of_none: f64,
    /// The same, of a page full.
    of_full: f64,
}

impl Queue {
    /// Fills the queue of the one account by and by, and reads it.
    pub fn measure(
        (database, posts): (&'static str, u64),
        url: &DatabaseUrl,
        (town, server): (&Town, &Server),
        time: Duration,
    ) -> Self {
        let mut told = 0;
        let waiting = WAITING.map(|many| {
            apart(url, |db| {
                db.batch(&fill(told, many)).unwrap();
                db.batch("ANALYZE").unwrap();
            });
            told = many;
            let load = Load::get(server.port, "/look".to_owned(), Some(town.cookie.clone()));
            load.once().expect("the queue is there");
            load.run(1, time, Some(server))
        });
        let times = |by: &Measure| waiting[2].p50_ms / by.p50_ms;
        Self { database, posts, waiting, of_none: times(&waiting[0]), of_full: times(&waiting[1]) }
    }
}

impl Queue {
    fn is_even(&self) -> bool {
        self.of_none <= RATIO
    }

    fn is_soon(&self) -> bool {
        self.waiting[2].p95_ms < WITHIN_MS
    }

    /// Aims that were not met.
    pub fn missed(&self) -> Vec<String> {
        let place = format!("{}, {} posts, {} wait", self.database, self.posts, WAITING[2]);
        let even = (self.is_even(), format!("{place}: at most {RATIO} times an empty queue"));
        let soon = (self.is_soon(), format!("{place}: within {WITHIN_MS} ms"));
        [even, soon].into_iter().filter(|(is_met, _)| !is_met).map(|(_, aim)| aim).collect()
    }
}

/// One person told of each, in the first group, which the one account looks after; what was told is of the first threads.
fn fill(from: u64, to: u64) -> String {
    if to == from {
        return "UPDATE membership SET role = 'moderator' WHERE face_id = 1 AND group_id = 1".to_owned();
    }
    let n = format!(
        "WITH RECURSIVE n(i) AS (SELECT CAST({from} + 1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < {to})"
    );
    format!(
        "INSERT INTO concern (id, subject, thread_id, face_id, group_id, tier, urgency, people, opened_at)
            {n} SELECT i, 'told:' || i, 1 + i % 1000, 2 + i % 900, 1, 'group', CASE i % 3 WHEN 0 THEN 3 ELSE 9 END, 1,
                1795219200000 + i * 900000 FROM n;
         INSERT INTO report (mark, concern_id, entry, reason, words, month)
            {n} SELECT 'mark' || i, i, 'entry' || i, CASE i % 3 WHEN 0 THEN 'solicitation' ELSE 'cruel' END, '', '' FROM n"
    )
}

/// A table of them, and whether the aims are met.
pub fn print(queues: &[Queue]) {
    println!(
        "\n| database | posts | none waits: p50, p95 ms | {} wait | {} wait | of none | of a full page | aims |\n|---|---|---|---|---|---|---|---|",
        WAITING[1], WAITING[2]
    );
    for queue in queues {
        let Queue { database, posts, waiting, of_none, of_full } = queue;
        let [none, full, many] = waiting.map(|it| format!("{:.2}, {:.2}", it.p50_ms, it.p95_ms));
        let (ratio, within) = (queue.is_even(), queue.is_soon());
        println!(
            "| {database} | {posts} | {none} | {full} | {many} | {of_none:.1} | {of_full:.1} | at most {RATIO}: {ratio}; within {WITHIN_MS} ms: {within} |"
        );
    }
}
