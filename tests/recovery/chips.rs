//! Chips: a person gives one for a milestone that somebody shows, with words; it is kept, put aside or given back, and nobody hears.

use hearthside::policy::Reach;

use super::checks_in;
use super::counters::starts;
use crate::forum::export::copy_in;
use crate::harness::{Person, Town};
use crate::support::blocks;
use crate::support::noticing::{page_of, pair, presses};

const DAY_S: i64 = 86_400;

/// Ada, who has ninety days today, and Maya; both are in a group.
pub fn ninety_days(town: &Town) -> (Person, Person, String) {
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    town.group("evenings", Reach::Community, &[&maya, &ada]);
    let counter = starts(&ada, &[("on", "2026-08-23"), ("name", "vellumotter tea")]);
    (ada, maya, counter)
}

/// Shows today's milestone to the group.
pub fn shows(ada: &Person, counter: &str) {
    let page = ada.visits(&format!("{counter}/milestone")).is(200).shows("Ninety days.");
    ada.fills(&page, &format!("{counter}/milestone"), &[("group", "evenings")]).is(303);
}

/// Where a chip is given for the first milestone somebody finds.
pub fn place(maya: &Person) -> String {
    let page = maya.visits("/milestones").is(200);
    page.attribute("#milestones a[href^='/milestones/']", "href").unwrap()
}

pub fn gives(maya: &Person, words: &str) {
    let at = place(maya);
    maya.fills(&maya.visits(&at).is(200), &at, &[("words", words)]).is(303);
}

/// A chip of somebody's own, by its address.
pub fn chip(ada: &Person) -> String {
    ada.visits("/chips").is(200).attribute("form[action^='/chips/']", "action").unwrap()
}

on_both! {
    fn a_milestone_is_shown_by_its_member_alone_and_a_person_gives_a_chip_with_words(town) {
        let (ada, maya, counter) = ninety_days(town);
        maya.visits("/milestones").is(200).shows("Nobody shows one right now.");
        ada.visits("/chips").is(200).shows("None here.");
        shows(&ada, &counter);
        ada.visits("/milestones").is(200).hides("Ninety days.");
        maya.visits("/milestones").is(200).shows("Quiet Ada").shows("Ninety days.").hides("vellumotter");
        gives(&maya, "I saw how hard June was. Zanzibar.");
        let row = town.lines("SELECT sealed AS line FROM chip").join(" ");
        assert!(!row.contains("Zanzibar"), "sealed: {row}");

        ada.visits("/").is(200).shows("Somebody gave you a chip.");
        let chips = ada.visits("/chips").is(200).shows("Maya Lake").shows("I saw how hard June was. Zanzibar.");
        for word in ["1 chip", "chips so far", "total", "most"] {
            assert!(!chips.text("main").contains(word), "nothing is counted: {word}");
        }
        maya.visits("/chips").is(200).hides("Zanzibar");
        let copy = |who: &Person| copy_in(&who.sends("POST", "/api/v1/me/copy", &[], None).is(200));
        assert!(copy(&maya).contains("Zanzibar"), "her own words");
        assert!(!copy(&ada).contains("Zanzibar"), "another's words");
        maya.visits("/people/Quiet%20Ada").is(200).hides("Zanzibar").hides("Ninety");
        town.stranger().visits("/milestones").is(303);
        town.stranger().visits("/chips").is(303);
    }

    fn nothing_gives_one_by_itself_and_one_person_gives_one_once(town) {
        let (ada, maya, counter) = ninety_days(town);
        shows(&ada, &counter);
        town.begins();
        town.waits_s(DAY_S);
        assert_eq!(town.count("SELECT count(*) AS n FROM chip"), 0);
        gives(&maya, "From me to you");
        let at = place(&maya);
        maya.visits(&at).is(200).shows("You gave a chip for this.");
        presses(&maya, &at, &[("words", "And again")]).is(409).shows("You gave a chip for this already.");
        assert_eq!(town.count("SELECT count(*) AS n FROM chip"), 1);
    }

    fn a_chip_is_kept_put_aside_brought_back_and_given_back(town) {
        let (ada, maya, counter) = ninety_days(town);
        shows(&ada, &counter);
        gives(&maya, "Zanzibar words");
        let at = chip(&ada);
        presses(&ada, &at, &[("do", "keep")]).is(303);
        ada.visits("/").is(200).hides("Somebody gave you a chip.");
        presses(&ada, &at, &[("do", "hide")]).is(303);
        assert!(ada.visits("/chips").is(200).text("#aside").contains("Zanzibar words"));
        assert_eq!(ada.visits("/chips").count("#chips article"), 0);
        presses(&ada, &at, &[("do", "bring")]).is(303);
        assert_eq!(ada.visits("/chips").count("#chips article"), 1);
        presses(&maya, &at, &[("do", "hide")]).is(404);
        presses(&maya, &at, &[("do", "give-back")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM chip"), 1, "it is not hers to take");
        presses(&ada, &at, &[("do", "sell")]).is(422);
        presses(&ada, &at, &[("do", "give-back")]).is(303);
        presses(&ada, &at, &[("do", "give-back")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM chip"), 0);
        maya.visits("/news").is(200).hides("chip");
    }

    fn nothing_is_shown_after_three_days_nor_after_a_setback_nor_where_there_is_no_milestone(town) {
        let (ada, maya, counter) = ninety_days(town);
        shows(&ada, &counter);
        let at = place(&maya);
        town.waits_s(2 * DAY_S);
        maya.visits(&at).is(200);
        town.waits_s(DAY_S);
        maya.visits(&at).is(404);
        presses(&maya, &at, &[("words", "Late")]).is(404);
        maya.visits("/milestones").is(200).hides("Ninety");
        ada.visits(&format!("{counter}/milestone")).is(200).shows("There is no milestone to show today.");
        presses(&ada, &format!("{counter}/milestone"), &[("group", "evenings")])
            .is(409)
            .shows("There is no milestone to show today.");

        let second = starts(&ada, &[("on", "2026-11-17")]);
        let page = ada.visits(&format!("{second}/milestone")).is(200).shows("A week.");
        ada.fills(&page, &format!("{second}/milestone"), &[("group", "evenings")]).is(303);
        maya.visits("/milestones").is(200).shows("A week.");
        let setback = format!("{second}/setback");
        ada.fills(&ada.visits(&setback).is(200), &setback, &[]).is(303);
        maya.visits("/milestones").is(200).hides("A week.");
    }

    fn after_a_silence_there_is_none_to_show(town) {
        let (ada, _, _) = ninety_days(town);
        let counter = starts(&ada, &[("on", "2026-11-21")]);
        town.waits_s(7 * DAY_S);
        ada.visits(&format!("{counter}/milestone")).is(200).hides("A week.");
        checks_in(&ada, &[("weather", "okay")]).is(303);
        ada.visits(&format!("{counter}/milestone")).is(200).shows("A week.");
    }

    fn a_buddy_sees_what_is_shown_to_them_and_nobody_else_does(town) {
        let (ada, maya) = pair(town);
        let sam = town.person("Sam Hollow");
        town.group("evenings", Reach::Community, &[&sam, &maya]);
        let counter = starts(&ada, &[("on", "2026-08-23")]);
        let side = page_of(&ada).rsplit('/').next().unwrap().to_owned();
        let theirs = page_of(&maya).rsplit('/').next().unwrap().to_owned();
        let path = format!("{counter}/milestone");
        presses(&ada, &path, &[("buddy", &theirs)]).is(404);
        presses(&ada, &path, &[]).is(422).shows("Choose a group or a buddy.");
        presses(&ada, &path, &[("group", "evenings")]).is(403);
        presses(&sam, &path, &[("group", "evenings")]).is(404);
        presses(&ada, &path, &[("buddy", &side)]).is(303);
        let at = place(&maya);
        sam.visits("/milestones").is(200).hides("Ninety");
        sam.visits(&at).is(404);
        presses(&sam, &at, &[("words", "Hello")]).is(404);
        gives(&maya, "From your buddy");
        ada.visits("/chips").is(200).shows("From your buddy");
        blocks(&ada, "maya-lake");
        maya.visits(&at).is(404);
        ada.visits("/chips").is(200).hides("From your buddy");
    }

    fn words_that_the_group_does_not_take_are_no_chip(town) {
        let (ada, maya, counter) = ninety_days(town);
        let sam = town.person("Sam Hollow");
        town.arranges({
            let face = sam.face;
            move |tx| tx.batch(&format!("INSERT INTO membership (group_id, face_id, role, since_week)
                SELECT id, {face}, 'member', 2960 FROM \"group\" WHERE name = 'evenings'"))
        });
        let line = [("step", "keep"), ("words", "sober-homes.example"), ("does", "refuse"), ("sentence", "Not here, please.")];
        presses(&maya, "/g/evenings/rules", &line).is(303);
        shows(&ada, &counter);
        let at = place(&sam);
        let tries = |words: &str| sam.fills(&sam.visits(&at).is(200), &at, &[("words", words)]).is(422);
        tries("See https://sober-homes.example/a").shows("Not here, please.");
        tries("");
        tries(&"a".repeat(281));
        let line = [("step", "keep"), ("words", "river-house"), ("does", "hold"), ("sentence", "")];
        presses(&maya, "/g/evenings/rules", &line).is(303);
        tries("Come to river-house").shows("This group would look at these words first").shows("Other words may do");
        presses(&maya, "/g/evenings/rules", &[("step", "set"), ("shares", "readers"), ("pace", "0"), ("looks", "all")]).is(303);
        tries("Any words").shows("this group looks first at what you say there").hides("Other words may do");
        assert_eq!(town.count("SELECT count(*) AS n FROM chip"), 0);
    }

    fn a_program_shows_gives_and_keeps(town) {
        let (ada, maya, counter) = ninety_days(town);
        let json = [("content-type", "application/json")];
        let path = format!("/api/v1{counter}/milestone");
        ada.sends("POST", &path, &json, Some(br#"{"group":null,"buddy":null}"#)).is(422);
        maya.sends("POST", &path, &json, Some(br#"{"group":"evenings","buddy":null}"#)).is(404);
        ada.sends("POST", &path, &json, Some(br#"{"group":"evenings","buddy":null}"#)).is(204);
        let read = maya.sends("GET", "/api/v1/milestones", &[], None).is(200).json();
        assert_eq!((&read["rows"][0]["of"], &read["rows"][0]["n"]), (&"days".into(), &90.into()));
        let give = format!("/api/v1/milestones/{}/chip", read["rows"][0]["id"].as_str().unwrap());
        maya.sends("POST", &give, &json, Some(br#"{"words":"Zanzibar"}"#)).is(204);
        maya.sends("POST", &give, &json, Some(br#"{"words":"Zanzibar"}"#)).is(409);
        ada.sends("POST", &give, &json, Some(br#"{"words":"Zanzibar"}"#)).is(404);
        let read = ada.sends("GET", "/api/v1/chips", &[], None).is(200).json();
        assert_eq!((&read["rows"][0]["words"], &read["rows"][0]["state"]), (&"Zanzibar".into(), &"new".into()));
        let own = format!("/api/v1/chips/{}", read["rows"][0]["id"].as_str().unwrap());
        ada.sends("PUT", &own, &json, Some(br#"{"state":"new"}"#)).is(422);
        maya.sends("PUT", &own, &json, Some(br#"{"state":"kept"}"#)).is(404);
        ada.sends("PUT", &own, &json, Some(br#"{"state":"kept"}"#)).is(204);
        ada.sends("DELETE", &own, &[], None).is(204);
        assert_eq!(ada.sends("GET", "/api/v1/chips", &[], None).is(200).json()["rows"], serde_json::json!([]));
        ada.sends("DELETE", &path, &[], None).is(204);
        assert_eq!(maya.sends("GET", "/api/v1/milestones", &[], None).is(200).json()["rows"], serde_json::json!([]));
    }
}
