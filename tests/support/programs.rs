//! Company for programs: the same asks, rooms and lamps as on the pages.

use super::{came_long_ago, two_neighbours};
use crate::harness::{Person, Seen, Town};

const ASK: &str = r#"{"need":"craving","line":"Zanzibar night","consent":"lamps"}"#;

#[track_caller]
fn tells(person: &Person, method: &str, path: &str, body: &str) -> Seen {
    let json = [("content-type", "application/json"), ("accept", "application/json")];
    person.sends(method, path, &json, Some(body.as_bytes()))
}

#[track_caller]
fn gets(person: &Person, path: &str) -> Seen {
    person.sends("GET", path, &[("accept", "application/json")], None)
}

/// Asks for company; gives the address of the room.
fn asks(town: &Town, person: &Person) -> String {
    let made = tells(person, "POST", "/api/v1/company", ASK).is(201);
    town.settles();
    format!("/api/v1/company/{}", made.json()["id"].as_str().unwrap())
}

on_both! {
    fn two_programs_bring_two_people_together_and_what_they_said_is_sealed(town) {
        let (ada, maya) = two_neighbours(town);
        tells(&maya, "PUT", "/api/v1/lamp", r#"{"minutes":60}"#).is(204);
        let lamp = gets(&maya, "/api/v1/lamp").is(200).json();
        assert_eq!((&lamp["is_lit"], &lamp["why_not"]), (&true.into(), &serde_json::Value::Null));
        assert_eq!(gets(&ada, "/api/v1/company").is(200).json()["lit"], 1);
        let room = asks(town, &ada);
        assert_eq!(tells(&ada, "POST", "/api/v1/company", ASK).is(201).json()["id"], room.rsplit('/').next().unwrap());

        let list = gets(&maya, "/api/v1/company").is(200).hides("Quiet Ada").json();
        assert_eq!((&list["rows"][0]["need"], &list["rows"][0]["line"]), (&"craving".into(), &"Zanzibar night".into()));
        gets(&maya, &room).is(404);
        tells(&maya, "POST", &format!("{room}/come"), "").is(204);
        tells(&maya, "POST", &format!("{room}/come"), "").is(204);
        let hello = r#"{"words":"I am here, vellumotter.","once":"b25jZQ"}"#;
        tells(&maya, "POST", &format!("{room}/words"), hello).is(204);
        tells(&maya, "POST", &format!("{room}/words"), hello).is(204);
        let seen = gets(&ada, &room).is(200).json();
        assert_eq!((&seen["phase"], &seen["there"][0]["name"]), (&"talking".into(), &"Maya Lake".into()));
        assert_eq!((seen["said"].as_array().unwrap().len(), &seen["said"][0]["words"]), (1, &"I am here, vellumotter.".into()));
        assert!(town.lines("SELECT words AS line FROM ask_word").iter().all(|row| !row.contains("vellumotter")));
        ada.visits(&room.replace("/api/v1/company", "/support/ask")).is(200).shows("vellumotter");

        tells(&ada, "POST", &format!("{room}/turn"), r#"{"move":"ease"}"#).is(204);
        tells(&ada, "POST", &format!("{room}/turn"), r#"{"move":"close"}"#).is(204);
        let over = gets(&ada, &room).is(200).json();
        assert_eq!((&over["phase"], over["said"].as_array().unwrap().len()), (&"closed".into(), 0));
        assert_eq!(tells(&ada, "POST", &format!("{room}/widen"), "").is(409).json()["code"], "ask-over");
    }

    fn whoever_asked_lets_a_listener_go_and_nobody_else_can(town) {
        let (ada, maya) = two_neighbours(town);
        let sam = town.person("Sam Hollow");
        tells(&maya, "PUT", "/api/v1/lamp", r#"{"minutes":60}"#).is(204);
        let room = asks(town, &ada);
        tells(&maya, "POST", &format!("{room}/come"), "").is(204);
        for (method, door, body) in [
            ("POST", "come", ""),
            ("POST", "words", r#"{"words":"Hello.","once":null}"#),
            ("POST", "turn", r#"{"move":"close"}"#),
            ("POST", "widen", ""),
            ("DELETE", "seats/1", ""),
        ] {
            tells(&sam, method, &format!("{room}/{door}"), body).is(404);
        }
        assert_eq!(tells(&maya, "POST", &format!("{room}/turn"), r#"{"move":"close"}"#).is(403).json()["code"], "not-yours");
        tells(&maya, "DELETE", &format!("{room}/seats/1"), "").is(403);
        tells(&ada, "POST", &format!("{room}/turn"), r#"{"move":"leave"}"#).is(422);
        tells(&ada, "POST", &format!("{room}/turn"), r#"{"move":"dance"}"#).is(422);
        tells(&ada, "DELETE", &format!("{room}/seats/2"), "").is(404);
        tells(&ada, "DELETE", &format!("{room}/seats/1"), "").is(204);
        let left = gets(&maya, &room).status;
        assert!(left == 404 || left == 200);
        tells(&maya, "POST", &format!("{room}/come"), "").is(404);
        assert_eq!(gets(&ada, &room).is(200).json()["phase"], "open");
    }

    fn a_lamp_is_lit_rests_and_keeps_hours_or_says_why_not(town) {
        let (maya, robin) = (town.person("Maya Lake"), town.person("Robin New"));
        came_long_ago(town, &[&maya]);
        assert_eq!(gets(&robin, "/api/v1/lamp").is(200).json()["why_not"], "lamp-too-new");
        assert_eq!(tells(&robin, "PUT", "/api/v1/lamp", r#"{"minutes":60}"#).is(403).json()["code"], "lamp-too-new");
        assert_eq!(tells(&maya, "PUT", "/api/v1/lamp", r#"{"minutes":61}"#).is(422).json()["code"], "lamp-minutes");
        let duty = r#"{"most":2,"askable":"groups","days":["sat","sun"],"from_hour":20,"to_hour":2,"zone":"Europe/Berlin"}"#;
        tells(&maya, "PUT", "/api/v1/lamp/hours", duty).is(204);
        let lamp = gets(&maya, "/api/v1/lamp").is(200).json();
        assert_eq!((&lamp["days"], &lamp["most"], &lamp["askable"]), (&serde_json::json!(["sat", "sun"]), &2.into(), &"groups".into()));
        for wrong in [duty.replace("sat", "day"), duty.replace("\"to_hour\":2", "\"to_hour\":20"), duty.replace("20,", "24,")] {
            assert_eq!(tells(&maya, "PUT", "/api/v1/lamp/hours", &wrong).is(422).json()["code"], "lamp-hours");
        }
        tells(&maya, "PUT", "/api/v1/lamp", r#"{"minutes":30}"#).is(204);
        maya.sends("DELETE", "/api/v1/lamp", &[], None).is(204);
        tells(&maya, "PUT", "/api/v1/lamp/rest", "").is(204);
        let lamp = gets(&maya, "/api/v1/lamp").is(200).json();
        assert_eq!((&lamp["is_lit"], &lamp["rests"]), (&false.into(), &true.into()));
    }

    fn a_hosts_program_reads_tens_alone(town) {
        let (host, maya) = (town.host("Patient Alder"), town.person("Maya Lake"));
        let none = gets(&host, "/api/v1/host/company").is(200).json();
        assert!(none.as_object().unwrap().values().all(serde_json::Value::is_null));
        town.arranges(|tx| tx.batch(
            "INSERT INTO ask_tally (month, hour, outcome, n) VALUES ('2026-10', 3, 'asked', 12), ('2026-11', 3, 'soon', 9), \
             ('2026-11', 3, 'ten', 1), ('2026-11', 3, 'unanswered', 9)",
        ));
        let seen = gets(&host, "/api/v1/host/company").is(200).json();
        let expected = serde_json::json!({"asked": 10, "within_2_minutes": null, "within_10_minutes": 10, "unanswered": null,
            "listeners": null, "median": null, "most": null});
        assert_eq!(seen, expected);
        gets(&maya, "/api/v1/host/company").is(403);
        assert_eq!(town.stranger().sends("GET", "/api/v1/host/company", &[("accept", "application/json")], None).status, 401);
    }
}
