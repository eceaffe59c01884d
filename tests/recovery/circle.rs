//! The daily circle: one line each, a person who hosts for a week, a hand-over that nobody has to take, and nothing that counts.

use super::checks_in;
use crate::forum::export::copy_in;
use crate::harness::{Person, Town};
use crate::support::noticing::presses;
use crate::support::{blocks, came_long_ago};

pub const DAY_S: i64 = 86_400;
pub const ROWS: &str = "SELECT count(*) AS n FROM circle_line";

/// Ada and Maya, who came long ago.
pub fn two(town: &Town) -> (Person, Person) {
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    came_long_ago(town, &[&ada, &maya]);
    (ada, maya)
}

/// Presses what the page of the circle offers.
#[track_caller]
pub fn does(person: &Person, what: &str, fields: &[(&str, &str)]) {
    let page = person.visits("/circle").is(200);
    person.fills(&page, &format!("/circle/{what}"), fields).is(303);
}

/// Says for the circle how they are.
pub fn stands_in_it(person: &Person, line: &str) {
    checks_in(
        person,
        &[("weather", "hard"), ("line", line), ("urge", "2"), ("intention", "sleep early"), ("circle", "1")],
    )
    .is(303);
}

on_both! {
    fn it_is_open_without_anybody_and_says_so(town) {
        let (ada, _) = two(town);
        let page = ada.visits("/circle").is(200).shows("Nobody hosts this week. The circle is open all the same.");
        assert_eq!((page.count("#lines > li"), page.count("#greeting")), (0, 0));
        page.shows("Nobody has said anything yet.");
        ada.visits("/").is(200).shows("Today’s circle");
        town.stranger().visits("/circle").is(303);
        town.waits_s(DAY_S);
        ada.visits("/circle").is(200).shows("22 November 2026").shows("Nobody hosts this week.");
    }

    fn a_checkin_for_the_circle_stands_in_it_with_weather_and_a_line_and_nothing_else(town) {
        let (ada, maya) = two(town);
        let form = ada.visits("/checkin?to=circle").is(200);
        assert_eq!(form.count("input[name=circle][checked]"), 1);
        ada.fills(&form, "/checkin", &[("weather", "hard"), ("line", "Zanzibar rain"), ("urge", "2"), ("intention", "sleep early")]).is(303);
        let read = maya.visits("/circle").is(200).shows("Quiet Ada").shows("Zanzibar rain").shows("Hard");
        read.hides("sleep early").hides("Urge");
        let row = town.lines("SELECT sealed AS line FROM circle_line").join(" ");
        assert!(!row.contains("Zanzibar") && !row.contains("hard"), "sealed: {row}");
        ada.visits("/").is(200).shows("The daily circle reads the weather and your line").hides("Only you see this.");

        checks_in(&ada, &[("weather", "good"), ("line", "Better, vellumotter")]).is(303);
        maya.visits("/circle").is(200).shows("Better, vellumotter").hides("Zanzibar");
        let history = ada.visits("/checkin/history").is(200);
        ada.fills(&history, "/checkin/delete", &[]).is(303);
        maya.visits("/circle").is(200).hides("vellumotter");
        assert_eq!(town.count(ROWS), 0);
    }

    fn it_is_left_as_it_was_entered_and_the_day_stays(town) {
        let (ada, maya) = two(town);
        stands_in_it(&ada, "Zanzibar rain");
        let page = ada.visits("/checkin").is(200);
        let mut fields = page.form("/checkin", &[]);
        fields.retain(|(name, _)| name != "circle");
        let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        ada.posts("/checkin", &pairs).is(303);
        maya.visits("/circle").is(200).hides("Zanzibar");
        ada.visits("/checkin/history").is(200).shows("Zanzibar rain");
        ada.visits("/").is(200).shows("Only you see this.");
    }

    fn yesterdays_is_read_until_the_night_and_then_nothing_of_it_is_left(town) {
        let (ada, maya) = two(town);
        stands_in_it(&ada, "Zanzibar rain");
        town.begins();
        town.waits_s(DAY_S);
        let today = maya.visits("/circle").is(200).hides("Zanzibar");
        for word in ["missed", "missing", "absent", "streak", "not here"] {
            assert!(!today.text("main").to_lowercase().contains(word), "{word}");
        }
        maya.visits("/circle?day=yesterday").is(200).shows("Zanzibar rain");
        town.waits_s(DAY_S);
        maya.visits("/circle?day=yesterday").is(200).hides("Zanzibar");
        town.waits_s(DAY_S);
        assert_eq!(town.count(ROWS), 0);
        ada.visits("/checkin/history").is(200).shows("Zanzibar rain");
    }

    fn who_does_not_meet_is_not_read(town) {
        let (ada, maya) = two(town);
        stands_in_it(&ada, "Zanzibar rain");
        blocks(&maya, "quiet-ada");
        maya.visits("/circle").is(200).hides("Zanzibar");
        stands_in_it(&maya, "Vellumotter sun");
        ada.visits("/circle").is(200).shows("Zanzibar rain").hides("Vellumotter");
    }

    fn whoever_hosts_greets_at_the_top_and_steps_down_at_once(town) {
        let (ada, maya) = two(town);
        presses(&ada, "/circle/greet", &[("words", "Good evening")]).is(409).shows("for whoever hosts this week");
        does(&ada, "host", &[("week", "this")]);
        maya.visits("/circle").is(200).shows("Quiet Ada hosts this week, and has not said anything today yet.");
        does(&ada, "greet", &[("words", "Good evening, vellumotter")]);
        let seen = maya.visits("/circle").is(200);
        assert!(seen.text("#greeting").contains("Good evening, vellumotter"));
        let copy = copy_in(&ada.sends("POST", "/api/v1/me/copy", &[], None).is(200));
        assert!(copy.contains("Good evening, vellumotter"), "{copy}");
        presses(&maya, "/circle/host", &[("week", "this")]).is(409).shows("Somebody has that week already");
        presses(&maya, "/circle/greet", &[("words", "Hello")]).is(409);
        presses(&ada, "/circle/host", &[("week", "next")]).is(409).shows("The next is for somebody else first");
        presses(&ada, "/circle/host", &[("week", "never")]).is(422);

        does(&ada, "greet", &[("words", "")]);
        maya.visits("/circle").is(200).hides("vellumotter");
        does(&ada, "step-down", &[]);
        maya.visits("/circle").is(200).shows("Nobody hosts this week. The circle is open all the same.");
        presses(&ada, "/circle/step-down", &[]).is(303);
    }

    fn a_week_is_handed_to_somebody_who_says_yes(town) {
        let (ada, maya) = two(town);
        does(&ada, "host", &[("week", "this")]);
        does(&ada, "ask", &[("name", "Maya Lake")]);
        ada.visits("/circle").is(200).shows("Maya Lake has been asked, and has not said yet.");
        presses(&ada, "/circle/ask", &[("name", "Maya Lake")]).is(409);
        maya.visits("/").is(200).shows("Quiet Ada asks whether you would host the daily circle.");
        does(&maya, "answer", &[("answer", "yes")]);
        ada.visits("/circle").is(200).shows("Maya Lake hosts next week.");
        presses(&maya, "/circle/answer", &[("answer", "yes")]).is(409).shows("You are not asked any more.");
        town.begins();
        town.waits_s(2 * DAY_S);
        does(&maya, "greet", &[("words", "A new week")]);
        ada.visits("/circle").is(200).shows("A new week");
        presses(&ada, "/circle/greet", &[("words", "Still me")]).is(409);
    }

    fn a_no_is_told_to_nobody_and_nobody_is_asked_twice_in_a_row(town) {
        let (ada, maya) = two(town);
        does(&ada, "host", &[("week", "this")]);
        does(&ada, "ask", &[("name", "Maya Lake")]);
        let silent = ada.visits("/circle").is(200).text("main");
        does(&maya, "answer", &[("answer", "no")]);
        maya.visits("/").is(200).hides("asks whether you would host");
        presses(&maya, "/circle/answer", &[("answer", "yes")]).is(409);
        assert_eq!(ada.visits("/circle").is(200).text("main"), silent, "silence and a no look alike");
        presses(&ada, "/circle/ask", &[("name", "Old Lantern")]).is(409);

        // Nor does asking anew tell: it looks the same, and reaches nobody who said no.
        does(&ada, "ask/back", &[]);
        does(&ada, "ask", &[("name", "Maya Lake")]);
        assert_eq!(ada.visits("/circle").is(200).text("main"), silent);
        maya.visits("/").is(200).hides("asks whether you would host");
        does(&ada, "ask/back", &[]);
        let page = ada.visits("/circle").is(200);
        let one = ada.fills(&page, "/circle/ask", &[("name", "Quiet Ada")]).is(422);
        let nobody = ada.fills(&page, "/circle/ask", &[("name", "Nobody Here")]).is(422);
        assert_eq!(one.text("#name-fault"), nobody.text("#name-fault"), "why not is theirs");
        presses(&ada, "/circle/ask", &[("name", "")]).is(422);
    }

    fn nobody_is_asked_for_two_weeks_in_a_row(town) {
        let (ada, _) = two(town);
        does(&ada, "host", &[("week", "this")]);
        does(&ada, "ask", &[("name", "Maya Lake")]);
        town.begins();
        town.waits_s(2 * DAY_S);
        does(&ada, "host", &[("week", "this")]);
        presses(&ada, "/circle/ask", &[("name", "Maya Lake")]).is(422);
        town.waits_s(7 * DAY_S);
        does(&ada, "host", &[("week", "this")]);
        does(&ada, "ask", &[("name", "Maya Lake")]);
    }

    fn an_ask_is_taken_back_and_nobody_who_came_lately_is_asked(town) {
        let (ada, maya) = two(town);
        let sam = town.person("Sam Hollow");
        does(&ada, "host", &[("week", "this")]);
        presses(&ada, "/circle/ask", &[("name", "Sam Hollow")]).is(422);
        presses(&sam, "/circle/host", &[("week", "next")]).is(409).shows("Hosting opens after your first days here.");
        does(&ada, "ask", &[("name", "Maya Lake")]);
        does(&ada, "ask/back", &[]);
        presses(&maya, "/circle/answer", &[("answer", "yes")]).is(409);
        presses(&maya, "/circle/answer", &[("answer", "perhaps")]).is(422);
        presses(&ada, "/circle/ask/back", &[]).is(303);
        // A name typed wrongly costs nobody anything.
        does(&ada, "ask", &[("name", "Maya Lake")]);
        maya.visits("/").is(200).shows("Quiet Ada asks whether you would host the daily circle.");
    }

    fn a_program_reads_it_and_hosts(town) {
        let (ada, maya) = two(town);
        let json = [("content-type", "application/json")];
        let day = br#"{"is_yesterday":false,"zone":"UTC","weather":"hard","urge":null,"halt":[],"line":"Zanzibar rain","intention":"",
            "pledge":"","is_pledged":false,"went":null,"look_back":"","group":null,"in_circle":true}"#;
        assert_eq!(ada.sends("PUT", "/api/v1/checkins", &json, Some(day)).is(200).json()["in_circle"], true);
        ada.sends("PUT", "/api/v1/circle/greeting", &json, Some(br#"{"words":"Hello"}"#)).is(409);
        ada.sends("POST", "/api/v1/circle/host", &json, Some(br#"{"week":"this"}"#)).is(204);
        ada.sends("PUT", "/api/v1/circle/greeting", &json, Some(br#"{"words":"Hello"}"#)).is(204);
        ada.sends("PUT", "/api/v1/circle/next", &json, Some(br#"{"name":"Maya Lake"}"#)).is(204);
        let read = maya.sends("GET", "/api/v1/circle", &[], None).is(200).json();
        assert_eq!((&read["rows"][0]["line"], &read["host"], &read["greeting"]), (&"Zanzibar rain".into(), &"Quiet Ada".into(), &"Hello".into()));
        assert_eq!((&read["asked_by"], &read["asked_for"]), (&"Quiet Ada".into(), &"next".into()));
        maya.sends("GET", "/api/v1/circle?after=%00", &[], None).is(404);
        maya.sends("POST", "/api/v1/circle/next/answer", &json, Some(br#"{"yes":true}"#)).is(204);
        ada.sends("DELETE", "/api/v1/circle/host", &[], None).is(204);
        let read = maya.sends("GET", "/api/v1/circle", &[], None).is(200).json();
        assert_eq!((&read["host"], &read["next_host"]), (&serde_json::Value::Null, &"Maya Lake".into()));
        town.stranger().sends("GET", "/api/v1/circle", &[], None).is(401);
    }
}
