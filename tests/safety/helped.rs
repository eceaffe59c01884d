//! Programs are told of help before heavy words go up, as pages show it: once, and to nobody else.

use serde_json::{Value, json};

use super::crisis::{HEAVY, four};
use super::is_no;
use crate::forum::aliases::night_owls;
use crate::forum::groups::asks;
use crate::harness::{Person, Seen};

fn sends(person: &Person, path: &str, sent: &Value, helped: Option<bool>) -> Seen {
    let mut sent = sent.clone();
    if let Some(helped) = helped {
        sent["helped"] = json!(helped);
    }
    asks(person, "POST", path, &sent)
}

/// It is told of help, with the field that says it was shown.
#[track_caller]
fn is_helped_first(seen: Seen) {
    assert_eq!(seen.json()["field"], "helped");
    is_no(seen.is(409), "help-first");
}

on_both! {
    fn a_program_is_told_help_first_and_says_it_as_it_is_once_it_was_shown(town) {
        let (maya, _, ada, _) = four(town);
        let path = "/api/v1/threads";
        let words = json!({ "group": "owls", "kind": "just-here", "body": HEAVY });
        for (named, helped) in [("body", None), ("body", Some(false)), ("title", None), ("note_words", None)] {
            let mut heavy = json!({ "group": "owls", "kind": "just-here", "body": "A long night." });
            heavy[named] = HEAVY.into();
            is_helped_first(sends(&ada, path, &heavy, helped));
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 0, "nothing is said yet");
        let thread = sends(&ada, path, &words, Some(true)).is(201).json()["id"].as_str().unwrap().to_owned();

        let replies = format!("{path}/{thread}/replies");
        let heavy = json!({ "body": "Ya no quiero vivir." });
        for helped in [None, Some(false)] {
            is_helped_first(sends(&ada, &replies, &heavy, helped));
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM reply"), 0);
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM concern"), 1, "of what was said those who look after things are told, and of nothing else");
        sends(&ada, &replies, &heavy, Some(true)).is(201);
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM concern WHERE is_met"), 2);
        maya.visits(&format!("/p/{thread}")).is(200).shows(HEAVY).shows("Ya no quiero vivir.");
        // A calm word goes at once, and what is changed is not asked, as on pages.
        let calm = sends(&ada, &replies, &json!({ "body": "Thank you for being here." }), None).is(201).json();
        let own = format!("{replies}/{}", calm["id"].as_str().unwrap());
        asks(&ada, "PATCH", &own, &json!({ "body": HEAVY })).is(200);
    }

    fn help_stands_before_no_other_no(town) {
        let (_, _, ada, _) = four(town);
        let joe = town.person("Slow Joe");
        let path = "/api/v1/threads";
        let words = json!({ "group": "owls", "kind": "just-here", "body": HEAVY });
        let stranger = town.stranger();
        asks(&stranger, "POST", path, &words).is(401);
        let mut other = words.clone();
        other["kind"] = "no-kind".into();
        sends(&ada, path, &other, None).is(422);
        sends(&ada, path, &other, Some(true)).is(422);
        // Having been shown help lets nobody in.
        sends(&joe, path, &words, Some(true)).is(403);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 0);
    }

    fn an_alias_is_helped_first_too_and_none_is_made_of_it(town) {
        let (maya, ada) = (town.person("Maya Lake"), town.person("Quiet Ada"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let words = json!({ "group": "owls", "kind": "just-here", "body": HEAVY, "as": "thread" });
        is_helped_first(sends(&ada, "/api/v1/threads", &words, None));
        assert_eq!(town.count("SELECT count(*) AS n FROM alias"), 0);
        sends(&ada, "/api/v1/threads", &words, Some(true)).is(201);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias"), 1);
        maya.visits("/g/owls").is(200).hides("Quiet Ada");
    }
}
