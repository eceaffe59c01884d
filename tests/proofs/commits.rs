//! No commit touches both sides of the wall. Every town of the suite is audited when it is dropped
//! (`harness/audit.rs`); here the audit is seen to find what it is to find, and changes are made to meet in one commit.

use std::time::Duration;

use hearthside::app::schedule;
use hearthside::identity::aliases;
use hearthside::jobs::{self, Task};

use crate::forum::aliases::{author_of, night_owls, whispers};
use crate::forum::sanctions::decides;
use crate::forum::shares;
use crate::harness::{Person, Town};

/// Each is a way to tie an alias to an account by one commit; each must be found.
const PLANTED: &[(&str, &str)] = &[
    ("that a member was here, noted with their alias", "UPDATE account SET active_week = active_week; UPDATE alias SET is_known = TRUE"),
    ("a session that comes to an end with an alias", "DELETE FROM session; UPDATE alias SET expires_week = 0"),
    (
        "words under a name and words of an alias",
        "INSERT INTO reply (public_id, thread_id, author_face, number, depth, path, body, said_on)
            SELECT 'planted' || f.id, t.id, f.id, 90 + row_number() OVER (ORDER BY f.id), 1, 'p' || f.id, 'x', 0
            FROM face f, (SELECT min(id) AS id FROM thread) t WHERE f.kind IN ('name', 'alias')",
    ),
    (
        "a draft that goes when the alias has spoken",
        "DELETE FROM draft; INSERT INTO alias_appeal (face_id, words, sent_on) SELECT face_id, 'x', 0 FROM alias",
    ),
];

on_both! {
    fn the_audit_finds_each_planted_commit_and_none_of_our_own(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        whispers(&ada, "thread", "Nobody here knows this.");
        let keep = ada.visits("/share?group=owls").is(200);
        ada.fills(&keep, "/share", &[("body", "Later."), ("step", "keep")]).is(303);
        town.settles();
        assert_eq!(town.tying_commits().len(), 0);
        for (number, (what, sql)) in PLANTED.iter().enumerate() {
            town.arranges(move |tx| tx.batch(sql));
            assert_eq!(town.tying_commits().len(), number + 1, "not found: {what}");
        }
        town.forgets_commits();
    }
}

/// Holds the one writer of SQLite while changes pile up behind it, so that they share a commit if they may.
fn while_the_writer_is_held(town: &Town, work: impl FnOnce()) {
    let app = town.app.clone();
    let held = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let hold = |_: &mut hearthside::db::Tx<'_>| {
            std::thread::sleep(Duration::from_millis(600));
            Ok(())
        };
        runtime.block_on(app.write(hold)).unwrap();
    });
    std::thread::sleep(Duration::from_millis(100));
    work();
    held.join().unwrap();
}

/// Somebody puts kind words, and waits for the answer on a thread of their own.
fn reacts_meanwhile(person: Person, thread: &str) -> std::thread::JoinHandle<Person> {
    let (page, url) = (format!("/p/{thread}"), format!("/p/{thread}/react"));
    let form = person.visits(&page).is(200);
    let reacting = std::thread::spawn(move || {
        person.fills(&form, &url, &[("kind", "with")]).is(303);
        person
    });
    std::thread::sleep(Duration::from_millis(150));
    reacting
}

#[test]
fn what_waits_for_the_writer_together_is_committed_apart() {
    let town = Town::on_sqlite();
    let (ada, maya, tom) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Old Lantern"));
    night_owls(&town, "allowed", &[&maya, &ada, &tom]);
    let thread = shares(&maya, "owls", "Who else?");
    let alias = author_of(&maya, &whispers(&ada, "thread", "Nobody here knows this."));
    town.settles();

    let url = format!("/p/{thread}/reply");
    let form = ada.visits(&url).is(200);
    let mut reacting = None;
    while_the_writer_is_held(&town, || {
        reacting = Some(reacts_meanwhile(tom, &thread));
        ada.fills(&form, &url, &[("body", "Me too."), ("as", "thread")]).is(303);
    });
    let tom = reacting.unwrap().join().unwrap();

    // A job that turns a person away, and one that ends ties, while somebody does something as themself.
    let closed = [("act", "close-person"), ("weeks", "4"), ("words", "Enough.")];
    decides(&maya, &alias, &closed).is(303);
    let other = shares(&maya, "owls", "And?");
    town.settles();
    town.app.clock().advance_s(3_600);
    let mut reacting = None;
    while_the_writer_is_held(&town, || {
        reacting = Some(reacts_meanwhile(tom, &other));
        town.settles();
    });
    let tom = reacting.unwrap().join().unwrap();
    assert_eq!(town.count("SELECT count(*) AS n FROM alias_ban"), 1, "the job ran");

    let third = shares(&maya, "owls", "And now?");
    town.settles();
    town.arranges(|tx| tx.batch("UPDATE alias SET expires_week = 0"));
    town.arranges(|tx| jobs::add(tx, &Task::new(aliases::END_TIES).single(0)));
    let mut reacting = None;
    while_the_writer_is_held(&town, || {
        reacting = Some(reacts_meanwhile(tom, &third));
        town.settles();
    });
    reacting.unwrap().join().unwrap();
    assert!(town.count("SELECT count(*) AS n FROM alias WHERE state = 'expired'") > 0, "the job ran");
    assert_eq!(town.tying_commits().len(), 0, "{:?}", town.tying_commits());
}

#[test]
fn every_job_that_touches_aliases_says_so() {
    use hearthside::db::Side;
    for (kind, side) in
        [("end-ties", Side::Alias), ("bar-person", Side::Alias), ("sweep-sessions", Side::House)]
    {
        assert_eq!(schedule::side_of(kind), side, "{kind}");
    }
}
