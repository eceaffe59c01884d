//! The rules of a group and the list of phrases, by programs: as people set them, and with the same no.

use serde_json::{Value, json};

use super::groups::asks;
use super::shares;
use crate::harness::{Browser, Person, Seen, Town};
use crate::safety::owls;
use hearthside::policy::Reach;

const RULES: &str = "/api/v1/groups/owls/rules";

fn code(seen: &Seen) -> (String, String) {
    let word = |name: &str| seen.json()[name].as_str().unwrap_or_default().to_owned();
    (word("code"), word("field"))
}

fn people(town: &Town) -> (Person, Person, Person) {
    let (maya, lea, ada) = (town.person("Maya Lake"), town.person("Old Lantern"), town.person("Quiet Ada"));
    owls(town, &[&maya, &lea, &ada]);
    (maya, lea, ada)
}

/// Every door of rules, each with what it takes.
fn doors() -> Vec<(&'static str, String, Value)> {
    let line = json!({ "words": "beds.example", "does": "hold" });
    vec![
        ("GET", RULES.to_owned(), Value::Null),
        ("PUT", RULES.to_owned(), json!({ "shares": "members" })),
        ("POST", format!("{RULES}/preview"), line.clone()),
        ("POST", format!("{RULES}/lines"), line),
        ("DELETE", format!("{RULES}/lines/1"), Value::Null),
        ("PUT", format!("{RULES}/guard"), Value::Null),
        ("DELETE", format!("{RULES}/guard"), Value::Null),
    ]
}

#[track_caller]
fn none_is_theirs(browser: &Browser, status: u16) {
    for (method, path, sent) in doors() {
        let seen = asks(browser, method, &path, &sent);
        assert_eq!(seen.status, status, "{method} {path}: {}", seen.body);
    }
}

on_both! {
    fn a_program_reads_and_sets_the_rules_of_a_group(town) {
        let (maya, lea, ada) = people(town);
        let read = |person: &Person| asks(person, "GET", RULES, &Value::Null).is(200).json();
        assert_eq!(read(&maya), json!({ "shares": "readers", "looks": [], "pace_minutes": 0, "quiet": null, "guarded_until": null, "asks_labels": false, "first_minutes": 30, "lines": [] }));
        let set = json!({ "shares": "week", "looks": ["first", "links"], "pace_minutes": 15, "quiet": { "from": 22, "until": 7, "offset": 1 }, "asks_labels": true });
        asks(&maya, "PUT", RULES, &set).is(204);
        let kept = read(&lea);
        for name in ["shares", "looks", "pace_minutes", "quiet", "asks_labels"] {
            assert_eq!(kept[name], set[name], "{name}");
        }
        lea.visits("/g/owls/rules").is(200);
        for (wrong, field) in [
            (json!({ "shares": "nobody" }), "shares"),
            (json!({ "shares": "members", "looks": ["nothing"] }), "looks"),
            (json!({ "shares": "members", "pace_minutes": 9_999 }), "pace"),
            (json!({ "shares": "members", "quiet": { "from": 31, "until": 3 } }), "quiet"),
        ] {
            let seen = asks(&maya, "PUT", RULES, &wrong).is(422);
            assert_eq!(code(&seen).1, field, "{wrong}");
        }
        assert_eq!(read(&maya)["shares"], "week", "nothing of that was kept");

        asks(&maya, "PUT", &format!("{RULES}/guard"), &Value::Null).is(204);
        assert!(read(&lea)["guarded_until"].is_string());
        asks(&maya, "PUT", RULES, &json!({ "shares": "members" })).is(204);
        assert!(read(&lea)["guarded_until"].is_string(), "setting the rest leaves it guarded");
        asks(&lea, "DELETE", &format!("{RULES}/guard"), &Value::Null).is(204);
        asks(&lea, "DELETE", &format!("{RULES}/guard"), &Value::Null).is(204);
        assert!(read(&maya)["guarded_until"].is_null() && read(&maya)["quiet"].is_null());
        none_is_theirs(&ada, 403);
    }

    fn a_program_tries_a_line_keeps_it_and_lets_it_go(town) {
        let (maya, _, ada) = people(town);
        for day in ["first", "second"] {
            shares(&ada, "owls", &format!("My {day} day on methadone."));
        }
        shares(&ada, "owls", "A walk.");
        let (preview, lines) = (format!("{RULES}/preview"), format!("{RULES}/lines"));
        let tried = asks(&maya, "POST", &preview, &json!({ "words": "METHADONE, beds.example", "does": "hold" })).is(200).json();
        assert_eq!((tried["met"].as_i64(), tried["of"].as_i64(), tried["is_much"].as_bool()), (Some(2), Some(3), Some(true)));
        assert!(tried["safety"].as_array().is_some_and(|words| words.contains(&json!("methadone"))), "{tried}");
        assert_eq!(town.count("SELECT count(*) AS n FROM word_rule"), 0, "trying keeps nothing");
        for (wrong, field) in [
            (json!({ "words": ", ,,", "does": "hold" }), "words"),
            (json!({ "words": "beds", "does": "dance" }), "does"),
            (json!({ "words": "beds", "does": "fold" }), "line_note"),
            (json!({ "words": "beds", "does": "fold", "note": "nothing" }), "line_note"),
            (json!({ "words": "beds", "does": "offer", "goes_to": "nowhere" }), "goes_to"),
        ] {
            for path in [&preview, &lines] {
                assert_eq!(code(&asks(&maya, "POST", path, &wrong).is(422)).1, field, "{wrong}");
            }
        }
        asks(&maya, "POST", &lines, &json!({ "words": "beds.example", "does": "fold", "note": "grief", "sentence": "We sell nothing." })).is(204);
        let kept = asks(&maya, "GET", RULES, &Value::Null).is(200).json()["lines"][0].clone();
        assert_eq!((&kept["words"], &kept["does"], &kept["note"], &kept["sentence"]), (&json!("beds.example"), &json!("fold"), &json!("grief"), &json!("We sell nothing.")));
        maya.visits("/g/owls/rules").is(200).shows("beds.example");
        let line = format!("{lines}/{}", kept["id"].as_str().unwrap());
        asks(&ada, "DELETE", &line, &Value::Null).is(403);
        asks(&maya, "DELETE", &format!("{lines}/lamp"), &Value::Null).is(404);
        for _ in 0..2 {
            asks(&maya, "DELETE", &line, &Value::Null).is(204);
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM word_rule"), 0);
    }

    fn rules_are_for_those_who_keep_the_group_and_a_hidden_group_is_absent(town) {
        let (_, lea, ada) = people(town);
        let other = town.person("Open Window");
        town.group("larks", Reach::Community, &[&other]);
        none_is_theirs(&ada, 403);
        none_is_theirs(&other, 403);
        none_is_theirs(&town.stranger(), 401);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET listed = 'group' WHERE name = 'owls'"));
        none_is_theirs(&other, 404);
        asks(&lea, "GET", "/api/v1/groups/nowhere/rules", &Value::Null).is(404);
        assert_eq!(town.count("SELECT count(*) AS n FROM word_rule"), 0);
    }

    fn a_program_has_words_of_ones_own_back_that_wait(town) {
        let (maya, _, ada) = people(town);
        asks(&maya, "PUT", RULES, &json!({ "shares": "readers", "looks": ["all"] })).is(204);
        let sent = json!({ "group": "owls", "kind": "win", "title": "My news", "body": "Long words." });
        asks(&ada, "POST", "/api/v1/threads", &sent);
        let own = |person: &Person| asks(person, "GET", "/api/v1/held", &Value::Null).is(200).json()["rows"].as_array().unwrap().clone();
        let waits = own(&ada);
        assert_eq!((waits[0]["title"].as_str(), waits[0]["group"].as_str(), waits[0]["reply"].as_str()), (Some("My news"), Some("owls"), None));
        assert!(own(&maya).is_empty());
        let which = json!({ "thread": waits[0]["thread"] });
        asks(&maya, "POST", "/api/v1/held/withdraw", &which).is(404);
        asks(&town.stranger(), "POST", "/api/v1/held/withdraw", &which).is(401);
        asks(&ada, "POST", "/api/v1/held/withdraw", &which).is(204);
        asks(&ada, "POST", "/api/v1/held/withdraw", &which).is(404);
        ada.visits("/share/drafts").is(200).shows("My news");
        assert!(town.lines("SELECT fields AS line FROM draft")[0].contains("Long words."), "nothing is lost");
        maya.visits("/g/owls/held").is(200).hides("Long words.");
    }

    fn a_host_keeps_the_list_of_phrases_by_a_program(town) {
        let (host, ada) = (town.host("Patient Alder"), town.person("Quiet Ada"));
        let phrases = "/api/v1/host/phrases";
        let list = json!({ "added": ["the old bridge", "the old bridge"], "dropped": ["want to die"] });
        asks(&ada, "GET", phrases, &Value::Null).is(403);
        asks(&ada, "PUT", phrases, &list).is(403);
        asks(&host, "PUT", phrases, &json!({ "added": ["a ".repeat(60)] })).is(422);
        asks(&host, "PUT", phrases, &list).is(204);
        let kept = asks(&host, "GET", phrases, &Value::Null).is(200).json();
        assert_eq!((&kept["added"], &kept["dropped"]), (&json!(["the old bridge"]), &json!(["want to die"])));
        assert!(kept["ours"].as_array().is_some_and(|ours| ours.contains(&json!("want to die"))));
        host.visits("/host/phrases").is(200).shows("the old bridge");
    }
}
