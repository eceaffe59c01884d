//! Whoever takes an older decision back does not lift a newer one that holds in the same place, and is told that it holds. Once a newer
//! one is taken back, the older holds again until its own end.

use serde_json::json;

use super::crisis::{four, press};
use super::{owls, tells, the_case};
use crate::forum::aliases::{night_owls, whispers};
use crate::forum::groups::asks;
use crate::forum::shares;
use crate::harness::{Person, Town};

/// Tom tells of two things that Ada said; their cases, the first told of first.
fn twice(town: &Town, tom: &Person, threads: [String; 2]) -> [String; 2] {
    threads.map(|thread| {
        tells(tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
        let newest = format!("SELECT CAST(c.id AS TEXT) AS line FROM concern c JOIN thread t ON t.id = c.thread_id WHERE t.public_id = '{thread}'");
        format!("/look/{}", town.lines(&newest)[0])
    })
}

/// Tom tells of this thread once more; the case that waits.
fn waiting(town: &Town, tom: &Person, thread: &str) -> String {
    tells(tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
    let open = format!(
        "SELECT CAST(c.id AS TEXT) AS line FROM concern c JOIN thread t ON t.id = c.thread_id WHERE t.public_id = '{thread}' AND c.decided_on IS NULL"
    );
    format!("/look/{}", town.lines(&open)[0])
}

/// What was decided by a verb, the first first.
fn acts(town: &Town, verb: &str) -> Vec<String> {
    town.lines(&format!("SELECT CAST(id AS TEXT) AS line FROM act WHERE verb = '{verb}' ORDER BY number"))
}

/// The older is taken back: whoever does it reads that something newer holds.
fn takes_back_older(keeper: &Person, act: &str) {
    let sent = press(keeper, &format!("/look/done/{act}"), &[]).is(303);
    assert_eq!(sent.location, "/look?stays");
    keeper.follows(sent).is(200).shows("Something newer was decided about the same");
}

fn takes_back_newer(keeper: &Person, act: &str) {
    assert_eq!(press(keeper, &format!("/look/done/{act}"), &[]).is(303).location, "/look/done");
}

on_both! {
    fn a_pause_that_is_taken_back_lifts_no_newer_closing_of_the_same_group(town) {
        let (maya, lea, ada, tom) = four(town);
        let [first, second] = twice(town, &tom, [shares(&ada, "owls", "Harsh."), shares(&ada, "owls", "Harsher.")]);
        press(&maya, &first, &[("verb", "pause"), ("days", "7"), ("words", "A week away.")]).is(303);
        press(&maya, &second, &[("verb", "close"), ("words", "Not here any more.")]).is(303);
        takes_back_older(&lea, &acts(town, "pause")[0]);
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 1);
        ada.visits("/decisions").is(200).shows("You are out of this group");
        takes_back_newer(&lea, &acts(town, "close")[0]);
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 0);
    }

    fn an_answer_that_is_right_lifts_no_newer_decision_either(town) {
        let (maya, lea, ada, tom) = four(town);
        let [first, second] = twice(town, &tom, [shares(&ada, "owls", "Harsh."), shares(&ada, "owls", "Harsher.")]);
        press(&maya, &first, &[("verb", "pause"), ("days", "7"), ("words", "A week away.")]).is(303);
        press(&maya, &second, &[("verb", "pause"), ("days", "30"), ("words", "A month away.")]).is(303);
        let older = acts(town, "pause")[0].clone();
        press(&ada, &format!("/decisions/{older}"), &[("words", "I was tired.")]).is(303);
        let answer = format!("/api/v1/look/answers/{older}");
        let said = asks(&lea, "POST", &answer, &json!({"words": "You are right.", "lifts": true})).is(200).json();
        assert_eq!(said["stays"], true);
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 1);
    }

    fn nor_does_reading_along_or_going_slower_end_while_a_newer_one_holds(town) {
        let (maya, lea, ada, tom) = four(town);
        for (verb, table) in [("mute", "SELECT count(*) AS n FROM reads_along"), ("slow", "SELECT count(*) AS n FROM slow")] {
            let [first, second] = twice(town, &tom, [shares(&ada, "owls", "Harsh."), shares(&ada, "owls", "Harsher.")]);
            for (case, days) in [(&first, "3"), (&second, "9")] {
                press(&maya, case, &[("verb", verb), ("days", days), ("words", "Some days of this.")]).is(303);
            }
            let both = acts(town, verb);
            let undo = |act: &str| asks(&lea, "POST", &format!("/api/v1/look/done/{act}"), &json!({}));
            assert_eq!(undo(&both[0]).is(200).json()["stays"], true, "{verb}");
            assert_eq!(town.count(table), 1, "{verb}");
            undo(&both[1]).is(204);
            assert_eq!(town.count(table), 0, "{verb}");
        }
    }

    fn nor_does_an_account_that_was_closed_open_with_an_older_pause(town) {
        let (host, lea, ada, tom) = (town.host("Patient Alder"), town.person("Old Lantern"), town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&host, &lea, &ada, &tom]);
        let [first, second] = twice(town, &tom, [shares(&ada, "owls", "Harsh."), shares(&ada, "owls", "Harsher.")]);
        press(&host, &first, &[("verb", "pause-here"), ("days", "7"), ("words", "A week away.")]).is(303);
        press(&host, &second, &[("verb", "close-here"), ("words", "Not here any more.")]).is(303);
        takes_back_older(&host, &acts(town, "pause-here")[0]);
        ada.visits("/status").is(200).shows("Not here any more.");
        assert_eq!(town.count("SELECT count(*) AS n FROM account WHERE state = 'closed'"), 1);
        takes_back_newer(&host, &acts(town, "close-here")[0]);
        assert_eq!(town.count("SELECT count(*) AS n FROM account WHERE state <> 'open'"), 0);
    }

    fn nor_does_an_alias_speak_again_that_was_closed_since(town) {
        let (maya, ada, tom) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        let [first, second] = twice(town, &tom, [whispers(&ada, "group", "Harsh."), whispers(&ada, "group", "Harsher.")]);
        press(&maya, &first, &[("verb", "pause"), ("days", "7"), ("words", "A week away.")]).is(303);
        press(&maya, &second, &[("verb", "close"), ("words", "Not here any more.")]).is(303);
        takes_back_older(&maya, &acts(town, "pause")[0]);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias WHERE state = 'closed'"), 1);
        takes_back_newer(&maya, &acts(town, "close")[0]);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias WHERE state = 'live'"), 1);
        assert!(town.tying_commits().is_empty());
    }

    fn once_a_newer_one_is_taken_back_the_older_holds_again_until_its_own_end(town) {
        let (maya, lea, ada, tom) = four(town);
        let (harsh, harsher) = (shares(&ada, "owls", "Harsh."), shares(&ada, "owls", "Harsher."));
        let today = town.app.clock().now().day().0;
        let sorts = [
            ("mute", &harsher, "SELECT COALESCE(max(until_on), 0) AS n FROM reads_along"),
            ("slow", &harsher, "SELECT COALESCE(max(until_on), 0) AS n FROM slow"),
            ("pause", &harsher, "SELECT COALESCE(max(paused_until), 0) AS n FROM membership WHERE state = 'paused'"),
            ("slow-thread", &harsh, "SELECT COALESCE(max(until_on), 0) AS n FROM slow"),
        ];
        for (verb, second, until) in sorts {
            press(&maya, &waiting(town, &tom, &harsh), &[("verb", verb), ("days", "7"), ("words", "A week of this.")]).is(303);
            press(&lea, &waiting(town, &tom, second), &[("verb", verb), ("days", "30"), ("words", "A month of this.")]).is(303);
            assert_eq!(town.count(until), today + 30, "{verb}");
            let both = acts(town, verb);
            let sent = press(&lea, &format!("/look/done/{}", both[1]), &[]).is(303);
            assert_eq!(sent.location, "/look?before", "{verb}");
            lea.follows(sent).is(200).shows("Something older was decided about the same");
            assert_eq!(town.count(until), today + 7, "{verb}");
            takes_back_newer(&lea, &both[0]);
            assert_eq!(town.count(until), 0, "{verb}");
        }
    }

    fn an_answer_that_is_right_about_a_closing_leaves_the_week_away_from_before(town) {
        let (maya, lea, ada, tom) = four(town);
        let [first, second] = twice(town, &tom, [shares(&ada, "owls", "Harsh."), shares(&ada, "owls", "Harsher.")]);
        press(&maya, &first, &[("verb", "pause"), ("days", "7"), ("words", "A week away.")]).is(303);
        press(&maya, &second, &[("verb", "close"), ("words", "Not here any more.")]).is(303);
        let newer = acts(town, "close")[0].clone();
        press(&ada, &format!("/decisions/{newer}"), &[("words", "I was tired.")]).is(303);
        let answer = format!("/api/v1/look/answers/{newer}");
        let said = asks(&lea, "POST", &answer, &json!({"words": "You are right.", "lifts": true})).is(200).json();
        assert_eq!((&said["stays"], &said["before"]), (&json!(false), &json!(true)));
        assert_eq!(town.count("SELECT paused_until AS n FROM membership WHERE state = 'paused'"), town.app.clock().now().day().0 + 7);
        ada.visits("/decisions").is(200).shows("You are right.").shows("A week away.");
        town.waits_s(8 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 0, "and it ends on its day");
    }

    fn somebody_reads_along_everywhere_again_until_the_day_that_was_said_before(town) {
        let (_, _, ada, tom) = four(town);
        let host = town.host("Patient Alder");
        for (days, words) in [("7", "A week of reading."), ("30", "A month of reading.")] {
            tells(&tom, "/people/Quiet%20Ada", &[("reason", "advances")]).is(303);
            press(&host, &the_case(&host), &[("verb", "mute-here"), ("days", days), ("words", words)]).is(303);
        }
        let both = acts(town, "mute-here");
        let undo = |act: &str| asks(&host, "POST", &format!("/api/v1/look/done/{act}"), &json!({}));
        assert!(asks(&ada, "POST", &format!("/api/v1/look/done/{}", both[1]), &json!({})).status >= 403);
        assert_eq!(undo(&both[1]).is(200).json()["before"], true);
        assert_eq!(town.count("SELECT until_on AS n FROM reads_along_here"), town.app.clock().now().day().0 + 7);
        undo(&both[0]).is(204);
        assert_eq!(town.count("SELECT count(*) AS n FROM reads_along_here"), 0);
    }

    fn an_account_is_paused_again_until_its_day_by_those_alone_who_may(town) {
        let (host, lea, ada, tom) = (town.host("Patient Alder"), town.person("Old Lantern"), town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&host, &lea, &ada, &tom]);
        let [first, second] = twice(town, &tom, [shares(&ada, "owls", "Harsh."), shares(&ada, "owls", "Harsher.")]);
        press(&host, &first, &[("verb", "pause-here"), ("days", "7"), ("words", "A week away.")]).is(303);
        press(&host, &second, &[("verb", "close-here"), ("words", "Not here any more.")]).is(303);
        ada.visits("/status").is(200).shows("Not here any more.");
        let closed = acts(town, "close-here")[0].clone();
        asks(&lea, "POST", &format!("/api/v1/look/done/{closed}"), &json!({})).is(403);
        assert!(asks(&tom, "POST", &format!("/api/v1/look/done/{closed}"), &json!({})).status >= 403);
        assert_eq!(town.count("SELECT count(*) AS n FROM account WHERE state = 'closed'"), 1);
        let undo = |act: &str| asks(&host, "POST", &format!("/api/v1/look/done/{act}"), &json!({}));
        assert_eq!(undo(&closed).is(200).json()["before"], true);
        ada.visits("/status").is(200).shows("A week away.");
        assert_eq!(town.count("SELECT state_until AS n FROM account WHERE state = 'paused'"), town.app.clock().now().day().0 + 7);
        undo(&acts(town, "pause-here")[0]).is(204);
        assert_eq!(town.count("SELECT count(*) AS n FROM account WHERE state <> 'open'"), 0);
    }

    fn so_does_an_alias_and_its_name_is_tied_to_nobody(town) {
        let (maya, ada, tom) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        let [first, second] = twice(town, &tom, [whispers(&ada, "group", "Harsh."), whispers(&ada, "group", "Harsher.")]);
        press(&maya, &first, &[("verb", "pause"), ("days", "7"), ("words", "A week away.")]).is(303);
        press(&maya, &second, &[("verb", "close"), ("words", "Not here any more.")]).is(303);
        let sent = press(&maya, &format!("/look/done/{}", acts(town, "close")[0]), &[]).is(303);
        assert_eq!(sent.location, "/look?before");
        assert_eq!(town.count("SELECT state_until AS n FROM alias WHERE state = 'muted'"), town.app.clock().now().day().0 + 7);
        takes_back_newer(&maya, &acts(town, "pause")[0]);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias WHERE state = 'live'"), 1);
        assert!(town.tying_commits().is_empty());
    }

    fn what_ended_by_itself_brings_nothing_back(town) {
        let (maya, lea, ada, tom) = four(town);
        let [first, second] = twice(town, &tom, [shares(&ada, "owls", "Harsh."), shares(&ada, "owls", "Harsher.")]);
        press(&maya, &first, &[("verb", "mute"), ("days", "30"), ("words", "A month of this.")]).is(303);
        press(&maya, &second, &[("verb", "mute"), ("days", "2"), ("words", "Two days are enough.")]).is(303);
        town.waits_s(4 * 86_400);
        shares(&ada, "owls", "Speaking again.");
        takes_back_newer(&lea, &acts(town, "mute")[1]);
        shares(&ada, "owls", "And on.");
    }

    fn nor_does_what_gave_way_to_something_that_ended_by_itself(town) {
        let (maya, lea, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "Harsh.");
        press(&maya, &waiting(town, &tom, &thread), &[("verb", "close"), ("words", "Not here any more.")]).is(303);
        press(&maya, &waiting(town, &tom, &thread), &[("verb", "pause"), ("days", "2"), ("words", "Two days are enough.")]).is(303);
        town.waits_s(4 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 0);
        press(&maya, &waiting(town, &tom, &thread), &[("verb", "pause"), ("days", "7"), ("words", "A slip of mine.")]).is(303);
        takes_back_newer(&lea, &acts(town, "pause")[1]);
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 0, "nobody put them out again");
        shares(&ada, "owls", "Here again.");
    }

    fn a_thread_stays_locked_where_that_was_decided_before(town) {
        let (maya, lea, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "Harsh.");
        for words in ["It is late.", "It is later."] {
            press(&maya, &waiting(town, &tom, &thread), &[("verb", "lock"), ("words", words)]).is(303);
        }
        let both = acts(town, "lock");
        assert_eq!(press(&lea, &format!("/look/done/{}", both[1]), &[]).is(303).location, "/look?before");
        tom.visits(&format!("/p/{thread}")).is(200).shows("It is late.").hides("It is later.");
        takes_back_newer(&lea, &both[0]);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE locked_at IS NOT NULL"), 0);
    }
}
