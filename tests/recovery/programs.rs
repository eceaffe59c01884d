//! Counters and check-ins for programs: the same books, and for nobody but their member.

use hearthside::policy::Reach;

use crate::harness::{Person, Seen, Town};

#[track_caller]
fn tells(person: &Person, method: &str, path: &str, body: &str) -> Seen {
    let json = [("content-type", "application/json"), ("accept", "application/json")];
    person.sends(method, path, &json, Some(body.as_bytes()))
}

#[track_caller]
fn gets(person: &Person, path: &str) -> Seen {
    person.sends("GET", path, &[("accept", "application/json")], None)
}

/// A counter's shape.
fn shape(name: &str, on: &str, zone: &str) -> String {
    format!(r#"{{"name":"{name}","on":"{on}","zone":"{zone}","shows":"days","marks":"usual","sight":"me"}}"#)
}

/// A day, with what differs from a plain one.
fn day(weather: &str, urge: &str, group: &str) -> String {
    format!(
        r#"{{"is_yesterday":false,"zone":"UTC","weather":"{weather}","urge":{urge},"halt":["tired"],"line":"Zanzibar rain",
        "intention":"sleep","pledge":"","is_pledged":false,"went":null,"look_back":"","group":{group}}}"#
    )
}

fn starts(town: &Town, person: &Person) -> String {
    let made = tells(person, "POST", "/api/v1/counters", &shape("Zanzibar tea", "2026-04-09", "UTC")).is(201);
    assert_eq!(town.count("SELECT count(*) AS n FROM counter"), 1);
    format!("/api/v1/counters/{}", made.json()["id"].as_str().unwrap())
}

on_both! {
    fn a_program_of_its_member_keeps_a_counter_and_no_day_is_taken_away(town) {
        let ada = town.person("Quiet Ada");
        let counter = starts(town, &ada);
        assert_eq!(gets(&ada, &counter).is(200).json()["total"], 226);
        let told = r#"{"turn":"run","on":"2026-10-14","from":null,"words":"One evening."}"#;
        tells(&ada, "POST", &format!("{counter}/setbacks"), told).is(204);
        let seen = gets(&ada, &counter).is(200).json();
        assert_eq!((&seen["total"], &seen["run"], &seen["longest"]), (&226.into(), &38.into(), &188.into()));
        assert_eq!((seen["stretches"].as_array().unwrap().len(), &seen["setbacks"][0]["words"]), (2, &"One evening.".into()));
        tells(&ada, "PUT", &format!("{counter}/setbacks/0"), r#"{"is_struck":true}"#).is(204);
        let seen = gets(&ada, &counter).is(200).json();
        assert_eq!((&seen["run"], &seen["setbacks"][0]["is_struck"]), (&226.into(), &true.into()));

        tells(&ada, "PUT", &counter, &shape("tea", "2026-08-23", "UTC")).is(204);
        let list = gets(&ada, "/api/v1/counters").is(200).json();
        assert_eq!(list["rows"][0]["milestone"], serde_json::json!({"of": "days", "n": 90}));
        assert_eq!(list["rows"][0]["milestone_on"], "2026-11-21");
        tells(&ada, "PUT", &format!("{counter}/kept"), "").is(204);
        assert!(gets(&ada, &counter).is(200).json()["milestone"].is_null());
        let rows = town.lines("SELECT book || shown AS line FROM counter");
        assert!(rows.iter().all(|row| !row.contains("tea")), "what is counted is sealed");
        ada.visits("/counters").is(200).shows("tea");

        ada.sends("DELETE", &counter, &[], None).is(204);
        ada.sends("DELETE", &counter, &[], None).is(204);
        gets(&ada, &counter).is(404);
    }

    fn a_program_says_what_kind_of_setback_it_was_or_does_not(town) {
        let ada = town.person("Quiet Ada");
        let counter = starts(town, &ada);
        let setbacks = format!("{counter}/setbacks");
        let told = |sort: &str| format!(r#"{{"turn":"leave","on":"2026-11-20","from":null,"words":""{sort}}}"#);
        tells(&ada, "POST", &setbacks, &told("")).is(204);
        tells(&ada, "POST", &setbacks, &told(r#","sort":"days""#)).is(204);
        let refused = tells(&ada, "POST", &setbacks, &told(r#","sort":"reset""#)).is(422).json();
        assert_eq!((&refused["code"], &refused["field"]), (&"counter-choice".into(), &"sort".into()));
        let seen = gets(&ada, &counter).is(200).json();
        assert_eq!((&seen["setbacks"][0]["sort"], &seen["setbacks"][1]["sort"]), (&().into(), &"days".into()));
    }

    fn a_program_is_told_why_not_and_nobody_elses_program_meets_a_counter(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let counter = starts(town, &ada);
        for (name, on, zone, code) in [
            ("tea", "2026-11-22", "UTC", "counter-future"),
            ("tea", "1899-12-31", "UTC", "counter-long-ago"),
            ("tea", "2025-02-29", "UTC", "counter-day"),
            ("tea", "2026-11-21", "Moon/Sea", "counter-zone"),
        ] {
            let refused = tells(&ada, "POST", "/api/v1/counters", &shape(name, on, zone)).is(422);
            assert_eq!(refused.json()["code"], code);
        }
        let early = r#"{"turn":"leave","on":"2026-04-08","from":null,"words":""}"#;
        let refused = tells(&ada, "POST", &format!("{counter}/setbacks"), early).is(422);
        assert_eq!(refused.json()["code"], "counter-before");
        let unknown = r#"{"turn":"reset","on":"2026-04-10","from":null,"words":""}"#;
        tells(&ada, "POST", &format!("{counter}/setbacks"), unknown).is(422);

        gets(&maya, &counter).is(404);
        tells(&maya, "PUT", &counter, &shape("mine", "2026-04-09", "UTC")).is(404);
        tells(&maya, "POST", &format!("{counter}/setbacks"), r#"{"turn":"leave","on":"2026-05-01","from":null,"words":""}"#).is(404);
        maya.sends("DELETE", &counter, &[], None).is(204);
        assert_eq!(gets(&ada, &counter).is(200).json()["name"], "Zanzibar tea", "hers alone");
        assert_eq!(gets(&maya, "/api/v1/counters").is(200).json()["rows"].as_array().unwrap().len(), 0);
        assert_eq!(town.stranger().sends("GET", &counter, &[("accept", "application/json")], None).status, 401);
    }

    fn a_program_says_how_its_member_is_and_a_group_reads_weather_and_line_alone(town) {
        let (ada, maya, sam) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Sam Hollow"));
        town.group("evenings", Reach::Community, &[&maya, &ada]);
        let said = tells(&ada, "PUT", "/api/v1/checkins", &day("hard", "7", r#""evenings""#)).is(200).json();
        assert_eq!((&said["date"], &said["leads_to_people"]), (&"2026-11-21".into(), &true.into()));
        let own = gets(&ada, "/api/v1/checkins").is(200).json();
        assert_eq!((&own["rows"][0]["group"], &own["rows"][0]["urge"]), (&"evenings".into(), &7.into()));

        let read = gets(&maya, "/api/v1/groups/evenings/checkins").is(200).hides("sleep").hides("urge");
        assert_eq!((&read.json()["rows"][0]["name"], &read.json()["rows"][0]["line"]), (&"Quiet Ada".into(), &"Zanzibar rain".into()));
        gets(&sam, "/api/v1/groups/evenings/checkins").is(404);
        assert_eq!(gets(&maya, "/api/v1/checkins").is(200).json()["rows"].as_array().unwrap().len(), 0);

        tells(&ada, "PUT", "/api/v1/checkins", &day("good", "null", "null")).is(200);
        assert_eq!(gets(&maya, "/api/v1/groups/evenings/checkins").is(200).json()["rows"].as_array().unwrap().len(), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM checkin"), 1, "said anew, it is one day");
        ada.sends("DELETE", "/api/v1/checkins/2026-11-21", &[], None).is(204);
        assert_eq!(town.count("SELECT count(*) AS n FROM checkin"), 0);
    }

    fn a_program_names_the_day_it_is_about(town) {
        let ada = town.person("Quiet Ada");
        let of = |date: &str| day("okay", "1", "null").replace(r#""is_yesterday":false"#, &format!(r#""date":"{date}""#));
        tells(&ada, "PUT", "/api/v1/checkins", &of("2026-11-21")).is(200);
        town.waits_s(8 * 3_600);
        let said = tells(&ada, "PUT", "/api/v1/checkins", &of("2026-11-21")).is(200).json();
        assert_eq!(said["date"], "2026-11-21", "until the noon after it");
        let now = tells(&ada, "PUT", "/api/v1/checkins", &day("good", "1", "null")).is(200).json();
        assert_eq!(now["date"], "2026-11-22", "without a date, the day it is");
        for (date, status, code) in [
            ("2026-11-20", 409, "checkin-over"),
            ("2026-11-23", 422, "checkin-early"),
            ("2026-02-30", 422, "counter-day"),
        ] {
            let refused = tells(&ada, "PUT", "/api/v1/checkins", &of(date)).is(status).json();
            assert_eq!(refused["code"], code);
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM checkin"), 2);
    }

    fn a_checkin_that_cannot_be_is_refused_to_a_program_as_to_a_page(town) {
        let (ada, sam) = (town.person("Quiet Ada"), town.person("Sam Hollow"));
        town.group("evenings", Reach::Community, &[&ada]);
        for (body, status, code) in [
            (day("hail", "1", "null"), 422, "checkin-weather"),
            (day("good", "11", "null"), 422, "checkin-urge"),
            (day("good", "1", "null").replace("UTC", "Moon/Sea"), 422, "counter-zone"),
            (day("good", "1", r#""nowhere""#), 404, "absent"),
            (day("good", "1", r#""evenings""#), 403, "members-only"),
        ] {
            let refused = tells(&sam, "PUT", "/api/v1/checkins", &body).is(status);
            assert_eq!(refused.json()["code"], code);
        }
        town.waits_s(4 * 3_600);
        let over = day("good", "1", "null").replace(r#""is_yesterday":false"#, r#""is_yesterday":true"#);
        assert_eq!(tells(&sam, "PUT", "/api/v1/checkins", &over).is(409).json()["code"], "checkin-over");
        sam.sends("DELETE", "/api/v1/checkins/once", &[], None).is(404);
        assert_eq!(town.count("SELECT count(*) AS n FROM checkin"), 0);
    }
}
