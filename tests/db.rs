//! What the two databases promise under trouble: shared commits, lost races, locks, a full disk, a cut connection.

use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use hearthside::db::{Databases, Purpose, Run as _, Tx};
use hearthside::kernel::{Chance, Clock, Error, Fault, Kind};

use crate::harness::Town;

diesel::table! {
    tally (id) {
        id -> BigInt,
        n -> BigInt,
        words -> Text,
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// A table to count in, with one row.
fn with_tally(town: &Town) {
    town.arranges(|tx| {
        tx.batch("CREATE TABLE tally (id BIGINT PRIMARY KEY, n BIGINT NOT NULL, words TEXT NOT NULL)")?;
        put(tx, 0, "")
    });
}

fn put(tx: &mut Tx<'_>, id: i64, words: &str) -> Result<(), Error> {
    diesel::insert_into(tally::table)
        .values((tally::id.eq(id), tally::n.eq(0), tally::words.eq(words)))
        .exec(tx)
        .map(drop)
}

/// Reads, adds one, writes: what loses counts wherever two transactions may overlap.
fn count_one(tx: &mut Tx<'_>) -> Result<(), Error> {
    let n: i64 = tally::table.find(0).select(tally::n).row(tx)?;
    diesel::update(tally::table.find(0)).set(tally::n.eq(n + 1)).exec(tx).map(drop)
}

fn ids(town: &Town) -> Vec<i64> {
    town.arranges(|tx| tally::table.select(tally::id).order(tally::id).rows(tx))
}

/// Holds every thread that writes until the sender is dropped.
fn hold_writers(town: &Town, runtime: &tokio::runtime::Runtime) -> mpsc::Sender<()> {
    let (release, held) = mpsc::channel::<()>();
    let held = Arc::new(std::sync::Mutex::new(held));
    let writers = if town.home().url().sqlite_path().is_some() { 1 } else { 2 };
    let (tell, told) = mpsc::channel();
    for _ in 0..writers {
        let (app, held, tell) = (town.app.clone(), Arc::clone(&held), tell.clone());
        runtime.spawn(async move {
            app.write(move |_| {
                tell.send(()).unwrap();
                // One holder waits for the sender to go, the others for that one.
                drop(held.lock().map(|held| held.recv()));
                Ok(())
            })
            .await
        });
    }
    for _ in 0..writers {
        told.recv_timeout(Duration::from_secs(10)).expect("a writer is there");
    }
    release
}

on_both! {
    fn one_who_fails_and_one_who_panics_harm_nobody_they_share_a_commit_with(town) {
        with_tally(town);
        let runtime = runtime();
        let release = hold_writers(town, &runtime);
        let waiting: Vec<_> = (1..=30_i64).map(|id| {
            let app = town.app.clone();
            runtime.spawn(async move {
                app.write(move |tx| {
                    put(tx, id, "")?;
                    match id {
                        7 => Err(Fault::Other("seven does not want to".to_owned()).into()),
                        // A broken uniqueness spoils a whole PostgreSQL transaction, and must spoil only its own.
                        9 => put(tx, id, ""),
                        11 => panic!("eleven falls over"),
                        _ => Ok(()),
                    }
                }).await
            })
        }).collect();
        drop(release);

        for (id, task) in (1..).zip(waiting) {
            let outcome = runtime.block_on(task).unwrap();
            match id {
                7 | 11 => assert_eq!(outcome.unwrap_err().code(), "our-fault", "{id}"),
                9 => assert!(matches!(outcome, Err(Error::Fault(Fault::Taken(_))))),
                _ => outcome.unwrap(),
            }
        }
        let landed: Vec<i64> = (0..=30).filter(|id| ![7, 9, 11].contains(id)).collect();
        assert_eq!(ids(town), landed);
    }

    fn sixteen_who_count_at_once_lose_nothing(town) {
        with_tally(town);
        let chance = Chance::default();
        let many = Databases::open(&town.home().url(), 16, &Clock::default(), &chance).unwrap();
        let runtime = runtime();
        let counting: Vec<_> = (0..16).map(|_| {
            let db = many.clone();
            runtime.spawn(async move {
                for _ in 0..20 {
                    db.write(count_one).await.unwrap();
                }
            })
        }).collect();
        for task in counting {
            runtime.block_on(task).unwrap();
        }
        let n: i64 = town.arranges(|tx| tally::table.find(0).select(tally::n).row(tx));
        assert_eq!(n, 16 * 20);
    }

    fn a_queue_that_is_full_says_so_at_once_and_serves_those_who_wait(town) {
        with_tally(town);
        let ada = town.person("Quiet Ada");
        let runtime = runtime();
        let release = hold_writers(town, &runtime);
        let (app, begun) = (town.app.clone(), Instant::now());
        let outcomes = runtime.spawn(async move {
            let writes = (1..=1_100_i64).map(|id| app.write(move |tx| put(tx, id, "")));
            let mut release = Some(release);
            let mut outcomes = Vec::new();
            let mut all: futures_util::stream::FuturesUnordered<_> = writes.collect();
            while let Some(outcome) = futures_util::StreamExt::next(&mut all).await {
                if release.take().is_some() {
                    // The first answer is a no, while everybody else still waits.
                    assert_eq!(outcome.as_ref().unwrap_err().kind(), Kind::Unavailable);
                    assert_eq!(outcome.as_ref().unwrap_err().code(), "busy");
                    assert!(begun.elapsed() < Duration::from_secs(2));
                }
                outcomes.push(outcome);
            }
            outcomes
        });
        let outcomes = runtime.block_on(outcomes).unwrap();
        let landed = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        assert!((1_024..1_100).contains(&landed), "{landed}");
        assert_eq!(ids(town).len(), landed + 1);
        ada.visits("/nowhere").is(404);
    }

    fn a_lock_that_somebody_holds_is_answered_in_time_and_forgotten_when_it_goes(town) {
        with_tally(town);
        let url = town.home().url();
        let (locks, until) = mpsc::channel::<()>();
        let (tell, told) = mpsc::channel();
        let other = std::thread::spawn(move || {
            let mut db = url.open(Purpose::Write).unwrap();
            let sqlite = db.is_sqlite();
            db.batch(if sqlite { "BEGIN IMMEDIATE" } else { "BEGIN; LOCK TABLE tally" }).unwrap();
            tell.send(()).unwrap();
            let _ = until.recv();
            db.batch("ROLLBACK").unwrap();
        });
        told.recv().unwrap();

        let (runtime, begun) = (runtime(), Instant::now());
        let waiting: Vec<_> = (1..=6_i64).map(|id| {
            let app = town.app.clone();
            runtime.spawn(async move { app.write(move |tx| put(tx, id, "")).await })
        }).collect();
        let on_sqlite = town.home().url().sqlite_path().is_some();
        for task in waiting {
            let error = runtime.block_on(task).unwrap().unwrap_err();
            assert_eq!((error.code(), error.kind()), ("busy", Kind::Unavailable));
        }
        // Nobody waits for those before them as well; PostgreSQL has two connections here, so three turns.
        let longest = if on_sqlite { 8 } else { 35 };
        assert!(begun.elapsed() < Duration::from_secs(longest), "{:?}", begun.elapsed());

        drop(locks);
        other.join().unwrap();
        town.arranges(|tx| put(tx, 1, ""));
        assert_eq!(ids(town), [0, 1]);
    }
}

#[test]
fn a_full_disk_is_said_and_forgotten_once_there_is_room() {
    let town = Town::on_sqlite();
    with_tally(&town);
    // The limit is of the writing connection, and never below what the file has: from here on it cannot grow.
    town.arranges(|tx| tx.batch("PRAGMA max_page_count = 1"));
    let runtime = runtime();
    let large = "x".repeat(100_000);

    for round in 0..3 {
        let release = hold_writers(&town, &runtime);
        let waiting: Vec<_> = (1..=4_i64)
            .map(|id| {
                let (app, words) = (town.app.clone(), large.clone());
                let id = round * 10 + id;
                // The second is too large; the others would fit.
                runtime.spawn(async move {
                    app.write(move |tx| put(tx, id, if id % 10 == 2 { &words } else { "" })).await
                })
            })
            .collect();
        drop(release);
        let outcomes: Vec<_> = waiting.into_iter().map(|task| runtime.block_on(task).unwrap()).collect();
        assert_eq!(outcomes[1].as_ref().unwrap_err().code(), "disk-full", "{outcomes:?}");
        let held = ids(&town);
        for (id, outcome) in (round * 10 + 1..).zip(&outcomes) {
            assert_eq!(outcome.is_ok(), held.contains(&id), "{id}: {outcome:?}");
        }
    }

    town.arranges(|tx| tx.batch("PRAGMA max_page_count = 1000000"));
    town.arranges(move |tx| put(tx, 99, &large));
    assert_eq!(ids(&town).last(), Some(&99));
}

#[test]
fn a_connection_that_was_cut_is_made_again_before_anybody_notices() {
    let Some(town) = Town::on_postgres() else { return };
    with_tally(&town);
    let cut = || {
        let url = town.home().url();
        let sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
        std::thread::spawn(move || url.open(Purpose::Write).unwrap().batch(sql).unwrap()).join().unwrap();
    };
    let runtime = runtime();
    for round in 1..=3 {
        cut();
        // A write finds out before it has done anything, so nobody is told.
        town.arranges(move |tx| put(tx, round, ""));
    }
    cut();
    std::thread::sleep(Duration::from_millis(1_100));
    for _ in 0..8 {
        // So does a look at a connection that was idle for a while.
        let app = town.app.clone();
        let n: i64 = runtime
            .block_on(async move { app.read(|db| tally::table.find(0).select(tally::n).row(db)).await })
            .unwrap();
        assert_eq!(n, 0);
    }
    cut();
    let (app, mut busy) = (town.app.clone(), 0);
    for _ in 0..20 {
        let app = app.clone();
        let seen: Result<i64, Error> = runtime
            .block_on(async move { app.read(|db| tally::table.find(0).select(tally::n).row(db)).await });
        if let Err(error) = seen {
            assert_eq!(error.code(), "busy");
            busy += 1;
        }
    }
    assert!(busy <= 2, "each of two connections may be found out once: {busy}");
}
