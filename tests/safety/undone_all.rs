//! Every sort of decision that can be taken back, one by one: taken back in whichever order, the older lifts nothing that the newer
//! holds, and once the newer is gone the older holds again.

use hearthside::safety::actions::Verb;
use serde_json::json;

use super::crisis::{four, press};
use super::{owls, tells, the_case};
use crate::forum::groups::asks;
use crate::forum::shares;
use crate::harness::{Person, Seen, Town};

type Put = &'static [(&'static str, &'static str)];

/// What is put twice, and how things stand by then: `FACE` is whoever wrote it, `THREAD` where.
struct Twice {
    older: Put,
    newer: Put,
    stands: &'static str,
}

/// How a decision behaves that is made a second time about the same.
enum Sort {
    /// Nothing is changed by it, beside what is told.
    Tells,
    /// It is not taken back.
    ForGood,
    /// It cannot be made a second time while it holds.
    Once,
    /// Words go out of sight, here by other tests.
    Words,
    /// About somebody elsewhere, or all of a community: `tests/federation/cases.rs`.
    Elsewhere,
    /// It can.
    Twice(Twice),
}

const WEEK: (&str, &str) = ("days", "7");
const MONTH: (&str, &str) = ("days", "30");
const OUT: &str = "SELECT state || ' ' || COALESCE(CAST(paused_until AS TEXT), '') AS line FROM membership WHERE face_id = FACE";
const ACCOUNT: &str = "SELECT state || ' ' || COALESCE(CAST(state_until AS TEXT), '') AS line FROM account WHERE face_id = FACE";
const READS: &str =
    "SELECT CAST(COALESCE(max(until_on), 0) AS TEXT) AS line FROM reads_along WHERE face_id = FACE";
const READS_HERE: &str =
    "SELECT CAST(COALESCE(max(until_on), 0) AS TEXT) AS line FROM reads_along_here WHERE face_id = FACE";
const SLOW: &str = "SELECT CAST(COALESCE(max(until_on), 0) AS TEXT) AS line FROM slow WHERE face_id = FACE";
const SLOW_THREAD: &str = "SELECT CAST(COALESCE(max(until_on), 0) AS TEXT) AS line FROM slow WHERE thread_id = (SELECT id FROM thread WHERE public_id = 'THREAD')";
const NOTES: &str = "SELECT notes AS line FROM thread WHERE public_id = 'THREAD'";
const LOCKED: &str = "SELECT CASE WHEN locked_at IS NULL THEN 'open' ELSE lock_reason END AS line FROM thread WHERE public_id = 'THREAD'";
const LABEL: &str = "SELECT affiliation AS line FROM face WHERE id = FACE";

/// One for each: whoever makes a new one says here which it is.
fn sort(verb: Verb) -> Sort {
    let twice = |older: Put, newer: Put, stands: &'static str| Sort::Twice(Twice { older, newer, stands });
    match verb {
        Verb::Fine | Verb::Care | Verb::Note | Verb::Warn | Verb::Outside => Sort::Tells,
        Verb::CircleLine | Verb::CircleGreeting | Verb::CircleWeek | Verb::HeldThrough => Sort::ForGood,
        Verb::HeldBack | Verb::Guard | Verb::Rules | Verb::CloseBehind | Verb::Appoint => Sort::ForGood,
        Verb::Move | Verb::Pin => Sort::Once,
        Verb::Remove | Verb::RemoveAll | Verb::RemoveAllHere | Verb::RemoveThere => Sort::Words,
        Verb::PauseFar | Verb::CloseFar | Verb::AllowThere | Verb::MediaThere => Sort::Elsewhere,
        Verb::LimitThere | Verb::HoldThere | Verb::BlockThere => Sort::Elsewhere,
        Verb::Fold => {
            twice(&[("verb", "fold"), ("note", "grief")], &[("verb", "fold"), ("note", "lapse")], NOTES)
        }
        Verb::Label => twice(
            &[("verb", "label"), ("label_tie", "treatment"), ("label_with", "Blue House")],
            &[("verb", "label"), ("label_tie", "product"), ("label_with", "An app")],
            LABEL,
        ),
        Verb::Lock => twice(&[("verb", "lock")], &[("verb", "lock")], LOCKED),
        Verb::SlowThread => {
            twice(&[("verb", "slow-thread"), WEEK], &[("verb", "slow-thread"), MONTH], SLOW_THREAD)
        }
        Verb::Slow => twice(&[("verb", "slow"), WEEK], &[("verb", "slow"), MONTH], SLOW),
        Verb::Mute => twice(&[("verb", "mute"), WEEK], &[("verb", "mute"), MONTH], READS),
        Verb::MuteHere => twice(&[("verb", "mute-here"), WEEK], &[("verb", "mute-here"), MONTH], READS_HERE),
        Verb::Pause => twice(&[("verb", "pause"), WEEK], &[("verb", "pause"), MONTH], OUT),
        Verb::Close => twice(&[("verb", "pause"), WEEK], &[("verb", "close")], OUT),
        Verb::PauseHere => twice(&[("verb", "pause-here"), WEEK], &[("verb", "pause-here"), MONTH], ACCOUNT),
        Verb::CloseHere => twice(&[("verb", "pause-here"), WEEK], &[("verb", "close-here")], ACCOUNT),
    }
}

/// Somebody tells of it, if they have not, and a host who looks after the group decides. The decision.
fn decided(
    town: &Town,
    (host, teller): (&Person, &Person),
    (writer, thread): (&Person, &str),
    put: Put,
    words: &str,
) -> String {
    let (place, of) = if put.contains(&("verb", "mute-here")) {
        (
            format!("/people/{}", writer.name.replace(' ', "%20")),
            format!("c.subject = 'face:{}'", writer.face),
        )
    } else {
        (
            format!("/p/{thread}"),
            format!("c.thread_id = (SELECT id FROM thread WHERE public_id = '{thread}')"),
        )
    };
    tells(teller, &place, &[("reason", "cruel")]).is(303);
    let case = town.lines(&format!(
        "SELECT CAST(c.id AS TEXT) AS line FROM concern c WHERE {of} AND c.decided_on IS NULL"
    ))[0]
        .clone();
    press(host, &format!("/look/{case}"), &[put, &[("words", words)]].concat()).is(303);
    let face = writer.face;
    town.lines(&format!(
        "SELECT CAST(id AS TEXT) AS line FROM act WHERE face_id = {face} ORDER BY number DESC"
    ))
    .remove(0)
}

fn undo(keeper: &Person, act: &str) -> Seen {
    asks(keeper, "POST", &format!("/api/v1/look/done/{act}"), &json!({}))
}

fn both_ways(town: &Town, people: (&Person, &Person), whose: (&Person, &str), (verb, twice): (Verb, &Twice)) {
    let (host, writer) = (people.0, whose.0);
    let stands = twice.stands.replace("FACE", &writer.face.to_string()).replace("THREAD", whose.1);
    let now = || town.lines(&stands);
    let put = |put, words| decided(town, people, whose, put, words);
    let before = now();
    for is_older_first in [true, false] {
        let older = put(twice.older, "The older of the two.");
        let held = now();
        let newer = put(twice.newer, "The newer of the two.");
        let all = now();
        assert!(before != held && held != all, "{verb}: {before:?} {held:?} {all:?}");
        if is_older_first {
            assert_eq!(undo(host, &older).is(200).json()["stays"], true, "{verb}");
            assert_eq!(now(), all, "{verb}: the newer holds");
            undo(host, &newer).is(204);
        } else {
            assert_eq!(undo(host, &newer).is(200).json()["before"], true, "{verb}");
            assert_eq!(now(), held, "{verb}: the older holds again");
            undo(host, &older).is(204);
        }
        assert_eq!(now(), before, "{verb}: nothing holds");
    }
}

/// Words that stand, of everybody.
fn standing(town: &Town) -> i64 {
    town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL")
}

fn case_of(town: &Town, teller: &Person, thread: &str) -> String {
    tells(teller, &format!("/p/{thread}"), &[("reason", "spam")]).is(303);
    format!("/look/{}", town.lines(&format!("SELECT CAST(c.id AS TEXT) AS line FROM concern c JOIN thread t ON t.id = c.thread_id WHERE t.public_id = '{thread}'"))[0])
}

/// The latest decision of this sort.
fn latest(town: &Town, verb: &str) -> String {
    town.lines(&format!(
        "SELECT CAST(id AS TEXT) AS line FROM act WHERE verb = '{verb}' ORDER BY number DESC"
    ))
    .remove(0)
}

const REMOVED: [(&str, &str); 2] = [("verb", "remove"), ("words", "Not for this group.")];
const ALL: [(&str, &str); 1] = [("words", "We sell nothing here.")];

on_both! {
    fn whatever_can_be_decided_twice_is_taken_back_in_either_order(town) {
        let sorts: Vec<(Verb, Sort)> = Verb::ALL.iter().map(|verb| (*verb, sort(*verb))).collect();
        for (verb, sort) in &sorts {
            assert_eq!(matches!(sort, Sort::ForGood), Verb::FOR_GOOD.contains(verb), "{verb}");
            assert_eq!(matches!(sort, Sort::Words), verb.hides_words(), "{verb}");
            assert!(!matches!(sort, Sort::Tells | Sort::Once) || verb.family().is_empty(), "{verb}");
        }
        let trials: Vec<(Verb, Twice)> =
            sorts.into_iter().filter_map(|(verb, sort)| if let Sort::Twice(twice) = sort { Some((verb, twice)) } else { None }).collect();
        let (host, lea) = (town.host("Patient Alder"), town.person("Old Lantern"));
        let writers: Vec<Person> = (0..trials.len()).map(|n| town.person(&format!("Maple {}", n + 10))).collect();
        let all: Vec<&Person> = [&host, &lea].into_iter().chain(&writers).collect();
        owls(town, &all);
        let threads: Vec<String> = writers.iter().map(|writer| shares(writer, "owls", "Harsh.")).collect();
        for (at, (verb, twice)) in trials.iter().enumerate() {
            let teller = &writers[(at + 1) % writers.len()];
            both_ways(town, (&host, teller), (&writers[at], &threads[at]), (*verb, twice));
        }
    }

    fn words_come_back_with_the_last_decision_that_keeps_them_away_and_not_before(town) {
        let (maya, lea, ada, tom) = four(town);
        let threads = ["Buy this.", "Buy that."].map(|words| shares(&ada, "owls", words));
        let [first, second] = threads.each_ref().map(|thread| case_of(town, &tom, thread));
        let all = format!("{second}/all");
        // One by itself, then all of them.
        press(&lea, &first, &REMOVED).is(303);
        press(&maya, &all, &ALL).is(303);
        assert_eq!(undo(&lea, &latest(town, "remove")).is(200).json()["stays"], true);
        assert_eq!(standing(town), 0, "all of them are out of sight still");
        tom.visits(&format!("/p/{}", threads[0])).is(404);
        undo(&lea, &latest(town, "remove-all")).is(204);
        assert_eq!(standing(town), 2);

        // All of them, then one that somebody had in their hands.
        for is_older_first in [true, false] {
            press(&lea, &format!("{first}/take"), &[]).is(303);
            press(&maya, &all, &ALL).is(303);
            press(&lea, &first, &REMOVED).is(303);
            assert_eq!(standing(town), 0);
            if is_older_first {
                assert_eq!(undo(&maya, &latest(town, "remove-all")).is(200).json()["stays"], true);
                assert_eq!(standing(town), 1, "one is out of sight by itself");
                undo(&maya, &latest(town, "remove")).is(204);
            } else {
                assert_eq!(undo(&maya, &latest(town, "remove")).is(200).json()["before"], true);
                assert_eq!(standing(town), 0, "it went with all of them");
                undo(&maya, &latest(town, "remove-all")).is(204);
            }
            assert_eq!(standing(town), 2);
        }
    }

    fn words_said_since_then_come_back_by_themselves(town) {
        let (maya, lea, ada, tom) = four(town);
        let sold = shares(&ada, "owls", "Buy this.");
        press(&maya, &format!("{}/all", case_of(town, &tom, &sold)), &ALL).is(303);
        let calm = shares(&ada, "owls", "A calm evening.");
        press(&maya, &case_of(town, &tom, &calm), &REMOVED).is(303);
        undo(&lea, &latest(town, "remove")).is(204);
        tom.visits(&format!("/p/{calm}")).is(200).shows("A calm evening.");
        assert_eq!(standing(town), 1);
    }

    fn what_a_host_put_out_of_sight_everywhere_keeps_what_they_could_read_and_nothing_else(town) {
        let (maya, lea, ada, tom) = four(town);
        let host = town.host("Patient Alder");
        let reaches = |reach: &'static str| town.arranges(move |tx| tx.batch(&format!("UPDATE \"group\" SET reach = '{reach}'")));
        reaches("group");
        let inner = shares(&ada, "owls", "Between us.");
        reaches("community");
        let (open, more) = (shares(&ada, "owls", "Buy this."), shares(&ada, "owls", "Buy that."));
        for thread in [&inner, &open] {
            press(&maya, &case_of(town, &tom, thread), &REMOVED).is(303);
        }
        tells(&tom, "/people/Quiet%20Ada", &[("reason", "solicitation")]).is(303);
        press(&host, &format!("{}/all", the_case(&host)), &ALL).is(303);
        tom.visits(&format!("/p/{more}")).is(404);

        let [own, met] = [&inner, &open].map(|thread| {
            town.lines(&format!("SELECT CAST(a.id AS TEXT) AS line FROM act a JOIN thread t ON t.id = a.thread_id WHERE t.public_id = '{thread}'")).remove(0)
        });
        undo(&lea, &own).is(204);
        tom.visits(&format!("/p/{inner}")).is(200).shows("Between us.");
        assert_eq!(undo(&lea, &met).is(200).json()["stays"], true);
        tom.visits(&format!("/p/{open}")).is(404);
        undo(&host, &latest(town, "remove-all-here")).is(204);
        assert_eq!(standing(town), 3);
        tom.visits(&format!("/p/{open}")).is(200).shows("Buy this.");
    }
}
