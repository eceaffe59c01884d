//! A hard step towards somebody others worry about takes two people, whatever leads to it.

use serde_json::json;

use super::crisis::{four, press};
use super::{is_no, owls, tells, the_case};
use crate::forum::aliases::{author_of, night_owls, whispers};
use crate::forum::groups::asks;
use crate::forum::sanctions;
use crate::forum::shares;
use crate::harness::{Person, Town};

/// The page of what waits and is so urgent.
pub fn case_of(town: &Town, urgency: i64) -> String {
    let ids = town.lines(&format!(
        "SELECT CAST(id AS TEXT) AS line FROM concern WHERE urgency = {urgency} AND decided_on IS NULL"
    ));
    assert_eq!(ids.len(), 1, "one such case waits");
    format!("/look/{}", ids[0])
}

const PAUSED: &str = "SELECT count(*) AS n FROM membership WHERE state = 'paused'";
const AWAY: &str = "SELECT count(*) AS n FROM thread WHERE removed_at IS NOT NULL";

on_both! {
    fn a_calm_case_of_somebody_others_worry_about_takes_two_and_their_worry_waits_on(town) {
        let (maya, lea, ada, tom) = four(town);
        let heavy = shares(&ada, "owls", "Nobody is here tonight.");
        let sold = shares(&ada, "owls", "Buy this from me.");
        tells(&tom, &format!("/p/{sold}"), &[("reason", "spam")]).is(303);
        let calm = the_case(&maya);
        assert_eq!(maya.visits(&calm).is(200).hides("two of you decide").count("input[name=removes]"), 1, "calm by itself");
        tells(&tom, &format!("/p/{heavy}"), &[("reason", "worried")]).is(303);
        town.settles();

        let page = maya.visits(&calm).is(200).shows("two of you decide each hard step").hides("told out of worry");
        assert_eq!(page.count("input[name=removes]") + page.count("form[action$='/away']"), 0, "each step by itself");
        is_no(press(&maya, &calm, &[("verb", "note"), ("words", "By the way."), ("removes", "1")]).is(422), "act-by-itself");
        is_no(press(&maya, &format!("{calm}/away"), &[("both_words", "Out of here."), ("days", "7")]).is(422), "act-by-itself");
        for (verb, days) in [("pause", "7"), ("close", ""), ("remove", "")] {
            press(&maya, &calm, &[("verb", verb), ("days", days), ("words", "We sell nothing here.")]).is(303);
        }
        press(&maya, "/look", &[("case", calm.trim_start_matches("/look/")), ("verb", "remove"), ("words", "Several at once."), ("step", "do")]).is(200).shows("two of you decide this");
        assert_eq!(town.count(PAUSED) + town.count(AWAY), 0, "nobody does it alone");

        let all = format!("{calm}/all");
        let page = maya.visits(&all).is(200).shows("two of you decide each hard step");
        assert_eq!(page.count("input[name=closes]"), 0);
        is_no(press(&maya, &all, &[("words", "We sell nothing here."), ("closes", "1")]).is(422), "act-by-itself");
        assert_eq!(maya.fills(&page, &all, &[("words", "We sell nothing here.")]).is(303).location, calm);
        is_no(maya.fills(&page, &all, &[("words", "We sell nothing here.")]).is(409), "act-second-person");
        assert_eq!(town.count(AWAY), 0);
        lea.visits(&calm).is(200).shows("waits for a second person");
        press(&lea, &all, &[("words", "We sell nothing here.")]).is(303);
        assert_eq!(town.count(AWAY), 2);

        // What was told out of worry is not done with: somebody is with her first, and she is asked the next day.
        let worry = the_case(&lea);
        lea.visits(&worry).is(200).shows("told out of worry");
        press(&lea, &format!("{worry}/close"), &[]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM concern WHERE after_on IS NOT NULL"), 1);
    }

    fn a_card_says_that_hard_steps_take_two_before_one_is_pressed_and_a_program_reads_the_same(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom, bea) = (town.person("Quiet Ada"), town.person("Calm Stone"), town.person("Bright Reed"));
        owls(town, &[&maya, &lea, &ada, &tom, &bea]);
        let responder = bea.face;
        town.arranges(move |tx| tx.batch(&format!("UPDATE membership SET role = 'responder' WHERE face_id = {responder}")));
        // How many cards say so, and for how many a program reads it.
        let says = |keeper: &Person| {
            let cards = keeper.visits("/look").is(200).texts("article.case");
            let rows = asks(keeper, "GET", "/api/v1/look", &json!({})).is(200).json()["rows"].as_array().unwrap().clone();
            assert_eq!(cards.len(), rows.len());
            let on_cards = cards.iter().filter(|card| card.contains("takes two of you") || card.contains("two of you decide")).count();
            (on_cards, rows.iter().filter(|row| row["takes_two"] == true).count(), cards.len())
        };
        let sold = shares(&ada, "owls", "Buy this from me.");
        tells(&tom, &format!("/p/{sold}"), &[("reason", "spam")]).is(303);
        tells(&ada, &format!("/p/{}", shares(&tom, "owls", "Look there.")), &[("reason", "cruel")]).is(303);
        assert_eq!(says(&maya), (0, 0, 2));
        let heavy = shares(&ada, "owls", "Nobody is here tonight.");
        tells(&tom, &format!("/p/{heavy}"), &[("reason", "worried")]).is(303);
        assert_eq!(says(&maya), (2, 2, 3), "both of Ada's, and not what another said");
        assert_eq!(says(&bea), (0, 0, 1), "whoever decides no such step reads nothing of it, nor does a program of theirs");
        ada.visits("/look").is(403);
        asks(&ada, "GET", "/api/v1/look", &json!({})).is(403);
        press(&maya, &format!("{}/close", case_of(town, 1)), &[]).is(303);
        assert_eq!(says(&maya), (0, 0, 2));
    }

    fn once_nobody_is_worried_any_more_one_person_decides_again(town) {
        let (maya, _, ada, tom) = four(town);
        let heavy = shares(&ada, "owls", "Nobody is here tonight.");
        let sold = shares(&ada, "owls", "Buy this from me.");
        tells(&tom, &format!("/p/{sold}"), &[("reason", "spam")]).is(303);
        tells(&tom, &format!("/p/{heavy}"), &[("reason", "worried")]).is(303);
        let calm = case_of(town, 9);
        press(&maya, &calm, &[("verb", "pause"), ("days", "7"), ("words", "A week away.")]).is(303);
        assert_eq!(town.count(PAUSED), 0);
        press(&maya, &format!("{}/close", case_of(town, 1)), &[]).is(303);
        press(&maya, &calm, &[("verb", "pause"), ("days", "7"), ("words", "A week away.")]).is(303);
        assert_eq!(town.count(PAUSED), 1);
    }

    fn two_people_mean_the_same_end_or_it_is_put_anew(town) {
        let (maya, lea, ada, tom) = four(town);
        let heavy = shares(&ada, "owls", "Nobody is here tonight.");
        tells(&tom, &format!("/p/{heavy}"), &[("reason", "worried")]).is(303);
        let case = the_case(&maya);
        let pause = |keeper: &Person, days: &str| press(keeper, &case, &[("verb", "pause"), ("days", days), ("words", "Some time away.")]);
        pause(&maya, "1").is(303);
        assert_eq!(pause(&lea, "90").is(303).location, case, "it waits, as hers");
        assert_eq!(town.count(PAUSED), 0, "one said a day, the other a season");
        let seen = maya.visits(&case).is(200).shows("waits for a second person, for one day").shows("waits for a second person, for 90 days");
        drop(seen);
        is_no(pause(&lea, "90").is(409), "act-second-person");
        // Whoever thinks again puts it in place of their own.
        pause(&maya, "7").is(303);
        maya.visits(&case).is(200).shows("for 7 days").shows("for 90 days");
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE state = 'proposed'"), 2);
        // The same length on the next day is the same.
        town.waits_s(12 * 3_600);
        pause(&lea, "7").is(303);
        assert_eq!(town.count(PAUSED), 1);
        assert_eq!(town.count("SELECT until_on - done_on AS n FROM act WHERE state = 'done'"), 7);
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE state = 'proposed'"), 0);
    }

    fn whoever_put_it_and_looks_after_nothing_any_more_is_nobodys_first(town) {
        let (maya, lea, ada, tom) = four(town);
        let bea = town.person("Bright Reed");
        let heavy = shares(&ada, "owls", "Nobody is here tonight.");
        tells(&tom, &format!("/p/{heavy}"), &[("reason", "worried")]).is(303);
        let case = the_case(&maya);
        let lock = [("verb", "lock"), ("words", "For everybody's calm.")];
        let locked = "SELECT count(*) AS n FROM thread WHERE locked_at IS NOT NULL";
        press(&lea, &case, &lock).is(303);
        let (gone, comes) = (lea.face, bea.face);
        town.arranges(move |tx| {
            tx.batch(&format!(
                "UPDATE membership SET role = 'member' WHERE face_id = {gone};
                 INSERT INTO membership (group_id, face_id, state, role, since_week) SELECT id, {comes}, 'in', 'moderator', 2900 FROM \"group\" WHERE name = 'owls'"
            ))
        });
        press(&maya, &case, &lock).is(303);
        assert_eq!(town.count(locked), 0, "she is the first");
        press(&bea, &case, &lock).is(303);
        assert_eq!(town.count(locked), 1);
    }

    fn a_host_alone_neither_pauses_nor_closes_the_account_of_somebody_others_worry_about(town) {
        let (host, second) = (town.host("Patient Alder"), town.host("Second Alder"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        tells(&tom, "/people/Quiet%20Ada", &[("reason", "worried")]).is(303);
        let page = "/host/people/Quiet%20Ada";
        for verb in ["pause", "close"] {
            is_no(press(&host, page, &[("verb", verb), ("reason", "A rest."), ("until", "")]).is(422), "takes-two");
        }
        let json = [("content-type", "application/json")];
        let sent = host.sends("POST", "/api/v1/host/people/Quiet%20Ada/standing", &json, Some(br#"{"verb":"close","reason":"A rest."}"#));
        is_no(sent, "takes-two");
        ada.visits("/").is(200);

        // The way the page names: from the case, by two.
        let case = the_case(&host);
        let pause = [("verb", "pause-here"), ("days", "5"), ("words", "A rest of some days.")];
        press(&host, &case, &pause).is(303);
        ada.visits("/").is(200);
        press(&second, &case, &pause).is(303);
        ada.visits("/status").is(200).shows("A rest of some days.");
        press(&host, page, &[("verb", "reopen")]).is(303);
        press(&host, page, &[("verb", "pause"), ("reason", "Another rest."), ("until", "")]).is(303);
        ada.visits("/status").is(200).shows("Another rest.");
    }

    fn an_alias_that_others_worry_about_is_not_stopped_from_its_own_page_by_one(town) {
        let (ada, maya, tom) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        let thread = whispers(&ada, "thread", "Nobody is here tonight.");
        let alias = author_of(&maya, &thread);
        tells(&tom, &format!("/p/{thread}"), &[("reason", "worried")]).is(303);
        let stays = |seen: crate::harness::Seen| {
            let seen = is_no(seen.is(409), "alias-takes-two");
            assert_eq!(seen.attribute("#words", "value").as_deref(), Some("Too harsh."), "nothing typed is lost");
            assert_eq!(town.count("SELECT count(*) AS n FROM alias WHERE state <> 'live'"), 0);
        };
        stays(sanctions::decides(&maya, &alias, &[("act", "pause"), ("days", "3"), ("words", "Too harsh.")]));
        stays(sanctions::decides(&maya, &alias, &[("act", "close"), ("words", "Too harsh.")]));
        stays(sanctions::decides(&maya, &alias, &[("act", "close-person"), ("weeks", "4"), ("urgent", "1"), ("words", "Too harsh.")]));
        sanctions::decides(&maya, &alias, &[("act", "lift")]).is(303);
        press(&maya, &format!("{}/close", the_case(&maya)), &[]).is(303);
        sanctions::decides(&maya, &alias, &[("act", "close"), ("words", "Too harsh.")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias WHERE state = 'closed'"), 1);
        assert!(town.tying_commits().is_empty());
    }
}
