//! A buddy as audience of a check-in: weather and a line, for that one alone, until it is taken back or the two end.

use super::checks_in;
use crate::harness::{Person, Town};
use crate::support::blocks;
use crate::support::noticing::{page_of, pair, presses};

const DAY_S: i64 = 86_400;
const ROWS: &str = "SELECT count(*) AS n FROM checkin_told";

fn side(person: &Person) -> String {
    page_of(person).rsplit('/').next().unwrap().to_owned()
}

/// Ada tells Maya how she is.
fn told(town: &Town) -> (Person, Person) {
    let (ada, maya) = pair(town);
    let day = [
        ("weather", "hard"),
        ("line", "Zanzibar rain"),
        ("intention", "sleep early"),
        ("urge", "2"),
        ("buddy", &*side(&ada)),
    ];
    checks_in(&ada, &day).is(303);
    (ada, maya)
}

on_both! {
    fn a_buddy_reads_the_weather_and_a_line_and_nobody_else_anything(town) {
        let (ada, maya) = told(town);
        ada.visits("/").is(200).shows("Maya Lake, your buddy, reads the weather and your line").hides("Only you see this.");
        let seen = maya.visits(&page_of(&maya)).is(200).shows("Zanzibar rain").shows("Hard").shows("21 November 2026");
        seen.hides("sleep early").hides("Urge");
        ada.visits(&page_of(&ada)).is(200).shows("Zanzibar rain");
        let row = town.lines("SELECT sealed AS line FROM checkin_told").join(" ");
        assert!(!row.contains("Zanzibar") && !row.contains("hard"), "sealed: {row}");

        let sam = town.person("Sam Hollow");
        let link = ada.fills(&ada.visits("/buddies").is(200), "/buddies", &[("line", "")]).is(303).location;
        sam.fills(&sam.visits(&link).is(200), &link, &[("line", "")]).is(303);
        sam.visits(&page_of(&sam)).is(200).hides("Zanzibar");
        sam.visits(&page_of(&maya)).is(404);
        sam.visits("/people/Quiet%20Ada").is(200).hides("Zanzibar");
    }

    fn it_can_be_changed_and_taken_back_and_the_day_stays(town) {
        let (ada, maya) = told(town);
        let (hers, mayas) = (page_of(&ada), page_of(&maya));
        checks_in(&ada, &[("weather", "good"), ("line", "Better, vellumotter")]).is(303);
        maya.visits(&mayas).is(200).shows("Better, vellumotter").hides("Zanzibar");
        let page = ada.visits(&hers).is(200);
        ada.fills(&page, &format!("{hers}/untell"), &[]).is(303);
        maya.visits(&mayas).is(200).hides("vellumotter").shows("Nothing told this week.");
        ada.visits("/checkin/history").is(200).shows("Better, vellumotter");
        assert_eq!(town.count(ROWS), 0);
        ada.visits("/").is(200).shows("Only you see this.");
        checks_in(&ada, &[("weather", "good"), ("buddy", &*side(&ada))]).is(303);
        assert_eq!(town.count(ROWS), 1);
        checks_in(&ada, &[("weather", "good"), ("buddy", "")]).is(303);
        assert_eq!(town.count(ROWS), 0, "nobody, it was said");
        checks_in(&ada, &[("weather", "good"), ("buddy", &*side(&ada))]).is(303);
        let history = ada.visits("/checkin/history").is(200);
        ada.fills(&history, "/checkin/delete", &[]).is(303);
        assert_eq!(town.count(ROWS), 0, "gone with the day");
    }

    fn it_is_gone_with_the_two_and_does_not_come_back_with_them(town) {
        let (ada, maya) = told(town);
        presses(&maya, "/buddies/end", &[("buddy", &*side(&maya))]).is(303);
        assert_eq!(town.count(ROWS), 0);
        let link = ada.fills(&ada.visits("/buddies").is(200), "/buddies", &[("line", "")]).is(303).location;
        maya.fills(&maya.visits(&link).is(200), &link, &[("line", "")]).is(303);
        maya.visits(&page_of(&maya)).is(200).hides("Zanzibar");
        ada.visits("/").is(200).shows("Only you see this.");
    }

    fn who_blocks_a_buddy_is_read_no_more(town) {
        let (ada, maya) = told(town);
        let mayas = page_of(&maya);
        blocks(&ada, "maya-lake");
        maya.visits(&mayas).is(404);
        town.settles();
        assert_eq!(town.count(ROWS), 0);
    }

    fn after_a_week_it_is_out_of_sight_and_out_of_the_row(town) {
        let (ada, maya) = told(town);
        let mayas = page_of(&maya);
        town.waits_s(6 * DAY_S);
        maya.visits(&mayas).is(200).shows("Zanzibar rain");
        town.waits_s(DAY_S);
        maya.visits(&mayas).is(200).hides("Zanzibar");
        assert_eq!(town.count(ROWS), 0);
        ada.visits("/checkin/history").is(200).shows("Zanzibar rain");
    }

    fn somebody_who_is_no_buddy_cannot_be_told(town) {
        let (ada, maya) = pair(town);
        let (sam, theirs) = (town.person("Sam Hollow"), side(&maya));
        let page = ada.visits("/checkin").is(200);
        for id in [theirs.as_str(), "7", "nobody"] {
            let mut fields = page.form("/checkin", &[("weather", "good")]);
            fields.retain(|(name, _)| name != "buddy");
            fields.push(("buddy".to_owned(), id.to_owned()));
            let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            ada.posts("/checkin", &pairs).is(404);
        }
        assert_eq!(sam.visits("/checkin").is(200).count("select[name=buddy]"), 0, "what does not exist is not shown");
        assert_eq!((town.count(ROWS), town.count("SELECT count(*) AS n FROM checkin")), (0, 0));
    }

    fn a_program_tells_reads_and_takes_back(town) {
        let (ada, maya) = pair(town);
        let json = [("content-type", "application/json")];
        let day = |buddy: &str| format!(
            r#"{{"is_yesterday":false,"zone":"UTC","weather":"hard","urge":null,"halt":[],"line":"Zanzibar rain","intention":"",
            "pledge":"","is_pledged":false,"went":null,"look_back":"","group":null,"buddy":"{buddy}"}}"#
        );
        ada.sends("PUT", "/api/v1/checkins", &json, Some(day(&side(&maya)).as_bytes())).is(404);
        ada.sends("PUT", "/api/v1/checkins", &json, Some(day(&side(&ada)).as_bytes())).is(200).shows(&side(&ada));
        let read = maya.sends("GET", &format!("/api/v1/buddies/{}/checkins", side(&maya)), &[], None).is(200).json();
        assert_eq!((&read["theirs"][0]["line"], &read["mine"]), (&"Zanzibar rain".into(), &serde_json::json!([])));
        maya.sends("GET", &format!("/api/v1/buddies/{}/checkins", side(&ada)), &[], None).is(404);
        maya.sends("DELETE", "/api/v1/checkins/2026-11-21/buddy", &[], None).is(204);
        assert_eq!(town.count(ROWS), 1, "it is not hers to take back");
        ada.sends("DELETE", "/api/v1/checkins/2026-11-21/buddy", &[], None).is(204);
        ada.sends("DELETE", "/api/v1/checkins/soon/buddy", &[], None).is(404);
        assert_eq!((town.count(ROWS), town.count("SELECT count(*) AS n FROM checkin")), (0, 1));
    }
}
