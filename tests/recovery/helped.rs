//! What helped in each part of a half-hour: kept for its member alone, shown first the next time, and gone with one press.

use super::plans::writes;
use crate::forum::export::copy_in;
use crate::harness::{Person, Seen};
use crate::support::buddies::presses;

const HOUR: &str = "/support/craving";
const HELPED: &str = "/support/craving/helped";
const DOOR: &str = "/api/v1/me/half-hour";
const ROWS: &str = "SELECT count(*) AS n FROM plan_card";

#[track_caller]
fn keeps(person: &Person, block: &str, fields: &[(&str, &str)]) -> Seen {
    presses(person, HELPED, &[&[("block", block)], fields].concat())
}

#[track_caller]
fn sends(person: &Person, method: &str, body: &str) -> Seen {
    person.sends(method, DOOR, &[("content-type", "application/json")], Some(body.as_bytes()))
}

on_both! {
    fn each_part_begins_with_what_helped_last_time_whether_offered_or_their_own(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let page = ada.visits(HOUR).is(200).hides("Begin with what was yours");
        assert_eq!((page.count("#helped-one input[value='music']"), page.count("#helped-three input[value='move']")), (1, 1));
        assert_eq!(ada.fills(&page, HELPED, &[("act", "music")]).is(303).location, "/support/craving#one");
        assert_eq!(keeps(&ada, "two", &[("act", "eat"), ("words", "The stairs, vellumotter")]).is(303).location, "/support/craving#two");
        keeps(&ada, "three", &[("act", "move")]).is(303);

        let page = ada.visits(HOUR).is(200);
        let mine = ["one", "two", "three"].map(|block| page.text(&format!("#mine-{block} b")));
        assert_eq!(mine, ["Music", "The stairs, vellumotter", "Moving"], "their own words say more than a choice");
        assert_eq!(page.attribute("#helped-one input[checked]", "value").as_deref(), Some("music"));
        assert_eq!(page.attribute("#words-two", "value").as_deref(), Some("The stairs, vellumotter"));
        maya.visits(HOUR).is(200).hides("Begin with what was yours").hides("otter");
        let row = town.lines("SELECT card AS line FROM plan_card").join(" ");
        assert!(!row.contains("otter") && !row.contains("music"), "sealed: {row}");
        let copy = copy_in(&ada.sends("POST", "/api/v1/me/copy", &[], None).is(200));
        assert!(copy.contains("The stairs, vellumotter") && copy.contains("\"helped\""), "{copy}");

        keeps(&ada, "one", &[("act", "breath")]).is(303);
        keeps(&ada, "two", &[("words", "The stairs"), ("forget", "1")]).is(303);
        keeps(&ada, "three", &[]).is(303);
        let page = ada.visits(HOUR).is(200).hides("otter");
        assert_eq!((page.text("#mine-one b"), page.count("#mine-two, #mine-three")), ("Breathing with the light".to_owned(), 0));
        keeps(&ada, "one", &[("forget", "1")]).is(303);
        assert_eq!(town.count(ROWS), 0, "nothing chosen is nothing kept");
    }

    fn a_visitor_and_whoever_left_fast_have_what_is_offered_and_nothing_of_anybody(town) {
        let ada = town.person("Quiet Ada");
        keeps(&ada, "one", &[("words", "The stairs, vellumotter")]).is(303);
        let page = town.stranger().visits(HOUR).is(200).shows("Put on one song").shows("Restless? Move").hides("otter");
        assert_eq!(page.count("main form, [id^='mine-']"), 0);
        ada.visits("/leave").is(303);
        ada.visits(HOUR).is(200).shows("Put on one song").hides("otter");
        town.stranger().posts(HELPED, &[("block", "one"), ("act", "music")]);
        town.stranger().sends("GET", DOOR, &[("accept", "application/json")], None).is(401);
        assert_eq!(town.count(ROWS), 1);
    }

    fn what_is_not_offered_in_a_part_is_not_kept_and_nothing_typed_is_lost(town) {
        let ada = town.person("Quiet Ada");
        keeps(&ada, "one", &[("act", "reasons")]).is(422).shows("Choose one of these, or write your own.");
        keeps(&ada, "one", &[("act", "sleep")]).is(422);
        keeps(&ada, "four", &[("act", "music")]).is(422).shows("Choose one of the three parts.");
        let long = "a".repeat(121);
        let page = keeps(&ada, "two", &[("words", long.as_str())]).is(422).shows("This is one letter too long.");
        assert_eq!(page.attribute("#words-two", "value"), Some(long));
        assert_eq!((page.attribute("#words-one", "value").as_deref(), page.count("#helped-fault-two")), (Some(""), 1));
        assert_eq!(town.count(ROWS), 0);
    }

    fn plan_and_numbers_and_what_helped_stay_when_another_of_them_goes(town) {
        let ada = town.person("Quiet Ada");
        keeps(&ada, "one", &[("act", "music")]).is(303);
        writes(&ada, &[("alone", "A walk")]).is(303);
        presses(&ada, "/support/craving/urge", &[("edge", "before"), ("urge", "7")]).is(303);
        presses(&ada, "/support/plan/delete", &[]).is(303);
        presses(&ada, "/support/craving/forget", &[]).is(303);
        assert_eq!(ada.visits(HOUR).is(200).text("#mine-one b"), "Music");
        // One that does not open is written over by nothing.
        let maya = town.person("Maya Lake");
        let face = maya.face;
        town.arranges(move |tx| tx.batch(&format!("INSERT INTO plan_card (face_id, card) SELECT {face}, card FROM plan_card")));
        maya.visits(HOUR).is(200).hides("Begin with what was yours");
        keeps(&maya, "one", &[("act", "breath")]).is(409).shows("Nothing was written over it");
        for (method, body) in [("GET", ""), ("POST", r#"{"part":"one","act":"breath"}"#), ("DELETE", "")] {
            assert_eq!(sends(&maya, method, body).is(409).json()["code"], "plan-shut", "{method}");
        }
    }

    fn a_program_keeps_what_helped_reads_and_forgets_it(town) {
        let ada = town.person("Quiet Ada");
        sends(&ada, "POST", r#"{"part":"one","act":"music"}"#).is(204);
        sends(&ada, "POST", r#"{"part":"two","words":"The stairs"}"#).is(204);
        sends(&ada, "POST", r#"{"part":"one","act":"reasons"}"#).is(422);
        sends(&ada, "POST", r#"{"part":"four","act":"music"}"#).is(422);
        let read = ada.sends("GET", DOOR, &[], None).is(200).json();
        assert_eq!(read, serde_json::json!({"one": {"act": "music", "words": null}, "two": {"act": null, "words": "The stairs"}, "three": null}));
        sends(&ada, "POST", r#"{"part":"one"}"#).is(204);
        assert!(ada.sends("GET", DOOR, &[], None).is(200).json()["one"].is_null());
        for _ in 0..2 {
            sends(&ada, "DELETE", "").is(204);
        }
        assert_eq!(town.count(ROWS), 0);
    }
}
