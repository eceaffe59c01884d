//! Being with somebody, duty, being safe and answering decisions, by programs: as people do, and with the same no.

use serde_json::{Value, json};

use super::crisis::{four, press, writes};
use super::{decides, tells, the_case};
use crate::forum::aliases::{author_of, night_owls, whispers};
use crate::forum::groups::asks;
use crate::forum::{answers, id_in, shares};
use crate::harness::{Browser, Person, Seen, Town};

fn nothing(browser: &Browser, method: &str, path: &str) -> Seen {
    browser.sends(method, path, &[], None)
}

fn code(seen: &Seen) -> String {
    seen.json()["code"].as_str().unwrap_or_default().to_owned()
}

/// What a program reads of words of care.
fn said(person: &Person, path: &str) -> Vec<Value> {
    nothing(person, "GET", path).is(200).json()["rows"].as_array().unwrap().clone()
}

/// Ada's words, of which Tom is worried, and the doors of its case.
fn worried(town: &Town) -> (Person, Person, Person, Person, String) {
    let (maya, lea, ada, tom) = four(town);
    let thread = shares(&ada, "owls", "Nobody is here tonight.");
    tells(&tom, &format!("/p/{thread}"), &[("reason", "worried")]).is(303);
    let case = format!("/api/v1{}", the_case(&maya));
    (maya, lea, ada, tom, case)
}

/// Every step on a case, each with what it takes.
fn steps(case: &str) -> Vec<(&'static str, String, Value)> {
    vec![
        ("GET", format!("{case}/care"), Value::Null),
        ("POST", format!("{case}/write"), json!({ "words": "I read what you wrote." })),
        ("POST", format!("{case}/pass-on"), json!({ "note": "Please go on." })),
        ("POST", format!("{case}/close"), json!({})),
    ]
}

#[track_caller]
fn none_is_theirs(browser: &Browser, case: &str, status: u16) {
    for (method, path, sent) in steps(case) {
        let seen = asks(browser, method, &path, &sent);
        assert_eq!(seen.status, status, "{method} {path}: {}", seen.body);
    }
}

on_both! {
    fn a_program_is_with_somebody_as_people_are(town) {
        let (maya, lea, ada, tom, case) = worried(town);
        let write = format!("{case}/write");
        assert_eq!(code(&asks(&maya, "POST", &write, &json!({ "words": " " })).is(422)), "care-nothing");
        asks(&maya, "POST", &write, &json!({ "words": "a".repeat(1_001) })).is(422);
        asks(&maya, "POST", &write, &json!({ "words": "I read what you wrote.", "offers": true })).is(204);
        asks(&maya, "POST", &write, &json!({ "say": "company" })).is(204);
        asks(&lea, "POST", &format!("{case}/pass-on"), &json!({ "note": "Please stay with Ada." })).is(204);
        asks(&lea, "POST", &format!("{case}/pass-on"), &json!({ "note": "a".repeat(501) })).is(422);
        let all = said(&maya, &format!("{case}/care"));
        let told: Vec<_> = all.iter().map(|line| (line["kind"].as_str().unwrap(), line["by"].as_str().unwrap())).collect();
        assert_eq!(told, [("note", "Old Lantern"), ("words", "Maya Lake"), ("words", "Maya Lake")]);

        let own = said(&ada, "/api/v1/care");
        assert_eq!(own.len(), 2, "a note is between those who look after things");
        assert!(own.iter().all(|line| line["by"].is_null() && line["is_read"] == true));
        assert_eq!((own[0]["words"].as_str(), own[1]["offers"].as_bool()), (Some("You do not have to carry tonight alone. Would you like somebody to stay and write with you for a while?"), Some(true)));
        assert!(said(&tom, "/api/v1/care").is_empty());
        let answer = format!("/api/v1/care/{}", own[1]["id"].as_str().unwrap());
        for other in [&tom, &maya] {
            asks(other, "POST", &answer, &json!({ "words": "Not mine." })).is(404);
            nothing(other, "PUT", &format!("{answer}/quiet")).is(404);
        }
        asks(&ada, "POST", &answer, &json!({ "words": "" })).is(422);
        asks(&ada, "POST", &answer, &json!({ "words": "Better, thank you." })).is(204);
        assert_eq!(code(&asks(&ada, "POST", &answer, &json!({ "words": "Twice." })).is(409)), "care-answered");
        assert_eq!(said(&lea, &format!("{case}/care"))[2]["answer"], "Better, thank you.");

        nothing(&ada, "PUT", &format!("{answer}/quiet")).is(204);
        assert_eq!(said(&ada, "/api/v1/care")[0]["is_quiet"], true);
        nothing(&ada, "DELETE", &format!("{answer}/quiet")).is(204);
        assert_eq!(town.count("SELECT count(*) AS n FROM care_quiet"), 0);
        asks(&maya, "POST", &format!("{case}/close"), &json!({})).is(204);
        maya.visits("/look").is(200).shows("Nothing waiting.");
        ada.visits("/decisions").is(200).shows("Nothing was decided");
        assert_eq!(code(&asks(&maya, "POST", &write, &json!({ "words": "One more." })).is(409)), "care-closed");
        assert_eq!(code(&asks(&maya, "POST", &format!("{case}/close"), &json!({})).is(409)), "act-decided");
    }

    fn the_steps_of_a_case_are_for_those_who_look_after_it_and_for_nobody_it_is_about(town) {
        let (maya, lea, ada, tom, case) = worried(town);
        let other = town.person("Open Window");
        town.group("larks", hearthside::policy::Reach::Community, &[&other]);
        none_is_theirs(&tom, &case, 403);
        none_is_theirs(&ada, &case, 403);
        none_is_theirs(&other, &case, 404);
        none_is_theirs(&town.stranger(), &case, 401);
        none_is_theirs(&maya, "/api/v1/look/1", 404);
        none_is_theirs(&maya, "/api/v1/look/lamp", 404);

        asks(&lea, "POST", &format!("{case}/take"), &json!({})).is(204);
        for (method, path, sent) in steps(&case).into_iter().skip(1) {
            assert_eq!(code(&asks(&maya, method, &path, &sent).is(409)), "act-taken", "{path}");
        }
        let calm = shares(&ada, "owls", "A walk.");
        tells(&tom, &format!("/p/{calm}"), &[("reason", "spam")]).is(303);
        let ids = town.lines("SELECT CAST(id AS TEXT) AS line FROM concern WHERE urgency > 1");
        for (method, path, sent) in steps(&format!("/api/v1/look/{}", ids[0])).into_iter().skip(1) {
            assert!([404, 422].contains(&asks(&maya, method, &path, &sent).status), "nobody is worried: {path}");
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM care"), 0);

        // What is about somebody who looks after the group goes to hosts, and is absent for them.
        let theirs = shares(&lea, "owls", "It is a long night.");
        tells(&tom, &format!("/p/{theirs}"), &[("reason", "worried")]).is(303);
        let ids = town.lines("SELECT CAST(id AS TEXT) AS line FROM concern WHERE tier = 'house'");
        none_is_theirs(&lea, &format!("/api/v1/look/{}", ids[0]), 404);
        let host = town.host("Patient Alder");
        asks(&host, "POST", &format!("/api/v1/look/{}/write", ids[0]), &json!({ "words": "We read your words." })).is(204);
        assert_eq!(said(&lea, "/api/v1/care").len(), 1);
    }

    fn who_is_on_duty_is_a_number_for_programs_too(town) {
        let (maya, lea, ada, _) = four(town);
        let duty = |person: &Person| nothing(person, "GET", "/api/v1/duty").is(200).json();
        nothing(&town.stranger(), "GET", "/api/v1/duty").is(401);
        asks(&ada, "PUT", "/api/v1/duty", &json!({ "hours": 2 })).is(403);
        nothing(&ada, "DELETE", "/api/v1/duty").is(403);
        assert_eq!(code(&asks(&maya, "PUT", "/api/v1/duty", &json!({ "hours": 99 })).is(422)), "duty-hours");
        asks(&maya, "PUT", "/api/v1/duty", &json!({ "hours": 2 })).is(204);
        asks(&lea, "PUT", "/api/v1/duty", &json!({ "hours": 8 })).is(204);
        assert_eq!(duty(&ada), json!({ "on": 2, "until": null }));
        assert!(duty(&maya)["until"].is_string());
        nothing(&lea, "DELETE", "/api/v1/duty").is(204);
        nothing(&lea, "DELETE", "/api/v1/duty").is(204);
        town.waits_s(2 * 3_600);
        assert_eq!(duty(&maya), json!({ "on": 0, "until": null }));
    }

    fn whoever_asked_to_be_looked_out_for_says_by_a_program_that_they_are_safe(town) {
        let (maya, _, ada, tom) = four(town);
        let sent = writes(&ada, &[("body", "It is a long night."), ("lookout", "1")]).is(303);
        let safe = format!("/api/v1/threads/{}/safe", id_in(&sent.location));
        town.settles();
        the_case(&maya);
        for other in [&tom, &maya] {
            nothing(other, "POST", &safe).is(404);
        }
        nothing(&town.stranger(), "POST", &safe).is(401);
        nothing(&ada, "POST", &safe).is(204);
        nothing(&ada, "POST", &safe).is(404);
        maya.visits("/look").is(200).shows("Nothing waiting.");
    }

    fn an_alias_says_in_a_reply_that_they_are_safe_and_nothing_ties_it_to_a_name(town) {
        let (maya, ada, tom) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        town.arranges(hearthside::app::schedule::wind);
        let thread = whispers(&ada, "thread", "Nobody knows.");
        let (page, alias) = (format!("/p/{thread}"), author_of(&maya, &thread));
        let form = ada.visits(&format!("{page}/reply")).is(200);
        ada.fills(&form, &format!("{page}/reply"), &[("body", "It is me again."), ("lookout", "1")]).is(303);
        town.settles();
        let case = format!("/api/v1{}", the_case(&maya));
        asks(&maya, "POST", &format!("{case}/write"), &json!({ "words": "Good that you said it." })).is(204);
        let own = said(&ada, "/api/v1/care");
        assert_eq!((own[0]["alias"].as_str(), own[0]["by"].as_str()), (Some(alias.as_str()), None));
        let reply = town.lines("SELECT public_id AS line FROM reply");
        let safe = format!("/api/v1/threads/{thread}/replies/{}/safe", reply[0]);
        nothing(&tom, "POST", &safe).is(404);
        nothing(&ada, "POST", &safe).is(204);
        assert_eq!(town.count("SELECT count(*) AS n FROM concern WHERE is_asked"), 0);
        assert!(town.tying_commits().is_empty());
    }

    fn whoever_is_paused_reads_why_and_answers_by_a_program(town) {
        let (host, ada, tom) = (town.host("Patient Alder"), town.person("Quiet Ada"), town.person("Calm Stone"));
        tells(&tom, "/people/Quiet%20Ada", &[("reason", "advances")]).is(303);
        let paused = "/api/v1/status/decisions";
        nothing(&ada, "GET", paused).is(404);
        decides(&host, &the_case(&host), &[("verb", "pause-here"), ("days", "5"), ("words", "Please leave people be.")]).is(303);
        let own = said(&ada, paused);
        assert_eq!((own[0]["verb"].as_str(), own[0]["by"].as_str()), (Some("pause-here"), None));
        let answer = format!("{paused}/{}", own[0]["id"].as_str().unwrap());
        asks(&ada, "POST", &answer, &json!({ "words": "" })).is(422);
        for other in [&tom, &host] {
            asks(other, "POST", &answer, &json!({ "words": "Not mine to say." })).is(404);
        }
        asks(&ada, "POST", &format!("{paused}/1"), &json!({ "words": "I was not myself." })).is(404);
        asks(&ada, "POST", &answer, &json!({ "words": "I was not myself." })).is(204);
        assert_eq!(code(&asks(&ada, "POST", &answer, &json!({ "words": "Once more." })).is(409)), "act-answered");
        assert_eq!(said(&ada, paused)[0]["appeal"], "I was not myself.");
    }

    fn a_writer_hushes_a_setback_by_a_program_and_nobody_else_does(town) {
        let (maya, _, ada, tom) = four(town);
        let setback = shares(&ada, "owls", "I drank last night.");
        let hush = format!("/api/v1/threads/{setback}/hush");
        nothing(&tom, "PUT", &hush).is(403);
        nothing(&town.stranger(), "PUT", &hush).is(401);
        nothing(&ada, "PUT", &hush).is(204);
        nothing(&ada, "PUT", &hush).is(204);
        tom.visits(&format!("/p/{setback}")).is(200).shows("would like kind words alone for now");
        nothing(&ada, "DELETE", &hush).is(204);
        answers(&tom, &setback, None, "Good that you are here.");
        press(&maya, &format!("/p/{setback}/lock"), &[("reason", "For the night.")]).is(303);
        assert_eq!(code(&nothing(&ada, "DELETE", &hush).is(409)), "thread-locked");
        let calm = id_in(&writes(&ada, &[("body", "A good day."), ("kind", "win")]).is(303).location);
        nothing(&ada, "PUT", &format!("/api/v1/threads/{calm}/hush")).is(404);
        let shield = format!("/api/v1/threads/{calm}/shield");
        assert_eq!(code(&nothing(&ada, "PUT", &shield).is(409)), "newcomer-not-new");
        nothing(&tom, "PUT", &shield).is(403);
        nothing(&ada, "DELETE", &shield).is(204);
    }
}
