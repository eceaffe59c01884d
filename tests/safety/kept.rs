//! What is done beside any case has a line in the log of service, and whoever it met reads why and can answer.

use serde_json::{Value, json};

use super::crisis::{four, press};
use super::the_act;
use crate::forum::aliases::{author_of, night_owls, says, whispers};
use crate::forum::groups::asks;
use crate::forum::{id_in, shares};
use crate::harness::Person;

/// What the log of somebody who looks after things says, the latest first: what was done, and whether it holds.
fn log(keeper: &Person) -> Vec<(String, String)> {
    let json = asks(keeper, "GET", "/api/v1/look/done", &json!({})).is(200).json();
    let word = |row: &Value, field: &str| row[field].as_str().unwrap().to_owned();
    json["rows"].as_array().unwrap().iter().map(|row| (word(row, "verb"), word(row, "state"))).collect()
}

fn said(verb: &str, state: &str) -> (String, String) {
    (verb.to_owned(), state.to_owned())
}

on_both! {
    fn a_lock_and_a_pin_have_a_line_and_end_where_they_stand_or_in_the_log(town) {
        let (maya, lea, ada, tom) = four(town);
        let place = format!("/p/{}", shares(&ada, "owls", "A long night."));
        for _ in 0..2 {
            press(&maya, &format!("{place}/lock"), &[("reason", "It is late.")]).is(303);
        }
        assert_eq!(log(&lea), [said("lock", "done")], "twice is once");
        town.settles();
        ada.visits("/news").is(200).shows("There is word for you from the people who look after");
        let own = ada.visits("/decisions").is(200).shows("Your post takes no more replies").shows("It is late.");
        ada.fills(&own, &the_act(&ada, "/decisions"), &[("words", "Some of us are awake.")]).is(303);
        lea.visits("/look").is(200).shows("Some of us are awake.");
        press(&lea, &format!("{place}/unlock"), &[]).is(303);
        assert_eq!(log(&maya), [said("lock", "undone")]);

        asks(&maya, "POST", &format!("/api/v1/threads{}/lock", &place[2..]), &json!({ "reason": "Once more." })).is(204);
        asks(&maya, "POST", &format!("/api/v1/threads{}/pin", &place[2..]), &json!({})).is(204);
        assert_eq!(log(&lea)[..2], [said("pin", "done"), said("lock", "done")]);
        lea.visits("/look/done").is(200).shows("Kept at the top of the group");
        for _ in 0..2 {
            let page = lea.visits("/look/done").is(200);
            lea.fills(&page, &page.attribute("main form", "action").unwrap(), &[]).is(303);
        }
        assert_eq!(log(&maya)[..2], [said("pin", "undone"), said("lock", "undone")]);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE pinned_at IS NOT NULL"), 0);
        ada.visits("/decisions").is(200).hides("kept at the top");

        // Of a thread of one's own, and of what one may not do, there is none.
        let lines = log(&lea).len();
        let own = format!("/p/{}", shares(&maya, "owls", "Mine."));
        press(&maya, &format!("{own}/lock"), &[("reason", "I am done.")]).is(303);
        press(&tom, &format!("{place}/lock"), &[("reason", "Not mine.")]).is(403);
        assert_eq!(log(&lea).len(), lines);
        tom.visits("/look/done").is(403);
    }

    fn what_a_group_checks_and_what_waited_there_have_lines(town) {
        let (maya, lea, ada, _) = four(town);
        asks(&maya, "PUT", "/api/v1/groups/owls/rules/guard", &json!({})).is(204);
        assert_eq!(log(&lea), [said("guard", "done")]);
        asks(&maya, "DELETE", "/api/v1/groups/owls/rules/guard", &json!({})).is(204);
        assert_eq!(log(&lea), [said("guard", "undone")]);
        let line = json!({ "words": "lantern oil", "does": "hold", "sentence": "" });
        asks(&maya, "POST", "/api/v1/groups/owls/rules/lines", &line).is(204);
        assert_eq!(log(&lea)[0], said("rules", "done"));
        maya.visits("/look/done").is(200).shows("What the group checks by itself changed").hides("lantern oil");

        for (step, verb) in [("let-through", "held-through"), ("not-here", "held-back")] {
            says(&ada, "owls", &[("body", &format!("Some lantern oil, {step}."))]).is(303);
            let form = maya.visits("/g/owls/held").is(200);
            maya.fills(&form, "/g/owls/held", &[("words", "Please leave the shop out."), ("answer", step)]).is(303);
            assert_eq!(log(&lea)[0], said(verb, "done"));
        }
        let own = ada.visits("/decisions").is(200).shows("Your words that waited went back to you").shows("Please leave the shop out.");
        ada.fills(&own, &the_act(&ada, "/decisions"), &[("words", "It was no shop.")]).is(303);
        lea.visits("/look").is(200).shows("It was no shop.");
        assert_eq!(lea.visits("/look/done").is(200).count("main form"), 0, "changed where they were made");
    }

    fn what_is_done_about_an_alias_has_a_line_of_that_alias_alone(town) {
        let (maya, ada, lea) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Old Lantern"));
        night_owls(town, "allowed", &[&maya, &ada, &lea]);
        let alias = author_of(&maya, &whispers(&ada, "thread", "Nobody knows."));
        let url = format!("/g/owls/aliases/{}", alias.replace(' ', "%20"));
        let acts = |fields: &[(&str, &str)]| {
            let form = maya.visits(&url).is(200);
            maya.fills(&form, &url, fields).is(303);
        };
        acts(&[("act", "pause"), ("days", "3"), ("words", "A while, please.")]);
        assert_eq!(log(&maya), [said("pause", "done")]);
        maya.visits("/look/done").is(200).shows(&alias).hides("Quiet Ada");
        ada.visits("/decisions").is(200).shows("A while, please.");
        acts(&[("act", "lift")]);
        assert_eq!(log(&maya), [said("pause", "undone")]);
        acts(&[("act", "close"), ("words", "Not under this name.")]);
        let page = maya.visits("/look/done").is(200);
        maya.fills(&page, &page.attribute("main form", "action").unwrap(), &[]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias WHERE state = 'live'"), 1);
        acts(&[("act", "close-person"), ("weeks", "12"), ("words", "Not here.")]);
        assert_eq!(log(&maya)[0], said("close-behind", "done"));
        ada.visits("/decisions").is(200).hides("under no alias");
        assert_eq!(maya.visits("/look/done").is(200).count("main form"), 0, "lifted on the page of the alias");
        assert!(town.tying_commits().is_empty());
    }

    fn an_account_that_a_host_paused_or_closed_reads_why_and_answers(town) {
        let (_, lea, ada, _) = four(town);
        let (host, other) = (town.host("Patient Alder"), town.host("Second Alder"));
        let sets = |fields: Value| asks(&host, "POST", "/api/v1/host/people/Quiet%20Ada/standing", &fields);
        sets(json!({ "verb": "pause", "reason": "A week to breathe." })).is(204);
        let own = ada.visits("/status/decisions").is(200).shows("Your account is paused").shows("A week to breathe.").hides("Alder");
        let url = own.attribute("main form", "action").unwrap();
        ada.fills(&own, &url, &[("words", "I would rather stay.")]).is(303);
        host.visits("/look").is(200).hides("I would rather stay.");
        let queue = other.visits("/look").is(200).shows("I would rather stay.");
        let answer = queue.attribute("main form", "action").unwrap();
        other.fills(&queue, &answer, &[("words", "Welcome back."), ("answer", "lift")]).is(303);
        ada.visits("/decisions").is(200).shows("Welcome back.").shows("taken back");
        assert_eq!(log(&host), [said("pause-here", "undone")]);

        sets(json!({ "verb": "close", "reason": "Again and again." })).is(204);
        ada.visits("/status/decisions").is(200).shows("Again and again.");
        sets(json!({ "verb": "reopen" })).is(204);
        sets(json!({ "verb": "appoint", "rank": "keeper" })).is(204);
        assert_eq!(log(&other), [said("appoint", "done"), said("close-here", "undone"), said("pause-here", "undone")]);
        ada.visits("/decisions").is(200).hides("for the community was set");
        other.visits("/look/done").is(200).shows("What somebody does for the community set");
        asks(&lea, "GET", "/api/v1/look/done", &json!({})).is(200).hides("Again and again.");
        sets(json!({ "verb": "pause", "reason": "" })).is(422);
        assert_eq!(log(&other).len(), 3, "what did not happen has no line");
    }

    fn what_we_did_counts_what_was_done_beside_any_case(town) {
        let (maya, _, ada, _) = four(town);
        for number in 0..10 {
            let thread = id_in(&says(&ada, "owls", &[("body", &format!("Night {number}."))]).is(303).location);
            asks(&maya, "POST", &format!("/api/v1/threads/{thread}/lock"), &json!({ "reason": "It is late." })).is(204);
            town.waits_s(3_600);
        }
        town.waits_s(32 * 86_400);
        ada.visits("/what-we-did").is(200).shows("Stopped further replies");
    }
}
