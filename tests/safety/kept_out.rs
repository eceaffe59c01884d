//! Whoever is kept out of the community reads what those who look after things write to them out of care, and answers it.

use serde_json::json;

use super::crisis::{four, press};
use super::{is_no, tells, the_case};
use crate::forum::groups::asks;
use crate::forum::shares;
use crate::harness::{Person, Town};

const DAY: i64 = 86_400;

/// Somebody is worried about Ada; Maya wrote to her and closed it for now; then the host paused her account. Gives the host, both who
/// look after the group, Ada, Tom, and the case.
fn paused(town: &Town) -> (Person, Person, Person, Person, Person, String) {
    let (maya, lea, ada, tom) = four(town);
    let host = town.host("Patient Alder");
    let thread = shares(&ada, "owls", "Nobody is here tonight.");
    tells(&tom, &format!("/p/{thread}"), &[("reason", "worried")]).is(303);
    town.settles();
    let case = the_case(&maya);
    maya.fills(&maya.visits(&case).is(200), &format!("{case}/write"), &[("say", "read")]).is(303);
    press(&maya, &format!("{case}/close"), &[]).is(303);
    ada.visits("/status/care").is(404);
    asks(&ada, "GET", "/api/v1/status/care", &json!({})).is(404);
    stands(&host, "Quiet%20Ada", "pause");
    (host, maya, lea, ada, tom, case)
}

fn stands(host: &Person, name: &str, verb: &str) {
    let standing = json!({ "verb": verb, "reason": "A week to breathe." });
    asks(host, "POST", &format!("/api/v1/host/people/{name}/standing"), &standing).is(204);
}

on_both! {
    fn whoever_is_paused_reads_what_was_written_is_asked_the_next_day_and_answers(town) {
        let (host, _, lea, ada, tom, case) = paused(town);
        assert_eq!(ada.visits("/care").is(303).location, "/status");
        ada.visits("/status").is(200).shows("If the people who look after things write to you").shows("Word for you");
        ada.visits("/status/care").is(200).shows("I read your words.").hides("Maya").hides("How are you today?");
        town.waits_s(2 * DAY);
        let own = ada.visits("/status/care").is(200).shows("How are you today?").shows("I read your words.");
        let answer = own.attribute("main article form", "action").unwrap();
        assert!(answer.starts_with("/status/care/"), "{answer}");
        ada.fills(&own, &answer, &[("words", "")]).is(422);
        ada.fills(&own, &answer, &[("words", "Better, thank you.")]).is(303);
        is_no(ada.fills(&own, &answer, &[("words", "Twice.")]).is(409), "care-answered");
        ada.visits("/status/care").is(200).shows("Better, thank you.");
        assert_eq!(the_case(&lea), case, "an answer brings it back");
        lea.visits(&case).is(200).shows("Better, thank you.");

        // It is theirs alone: nobody else has the page, and somebody else who is paused finds nothing of it.
        for other in [&tom, &lea, &host] {
            other.visits("/status/care").is(404);
        }
        town.stranger().visits("/status/care").is(404);
        stands(&host, "Calm%20Stone", "close");
        tom.visits("/status/care").is(200).shows("Nobody has written to you here.");
        let csrf = tom.visits("/status").is(200).attribute("input[name=csrf]", "value").unwrap();
        tom.posts(&answer, &[("csrf", &csrf), ("words", "Not mine.")]).is(404);

        // And when they are back, they go on where members do.
        stands(&host, "Quiet%20Ada", "reopen");
        ada.visits("/status/care").is(404);
        ada.visits("/care").is(200).shows("Better, thank you.");
    }

    fn whoever_is_paused_may_ask_to_be_asked_no_more_and_again(town) {
        let (_, _, _, ada, _, _) = paused(town);
        let own = ada.visits("/status/care").is(200);
        let quiet = own.attribute("form[action$='/quiet']", "action").unwrap();
        assert_eq!(ada.fills(&own, &quiet, &[]).is(303).location, "/status/care");
        let own = ada.visits("/status/care").is(200).shows("You are not asked how you are any more.");
        town.waits_s(3 * DAY);
        ada.visits("/status/care").is(200).hides("How are you today?");
        ada.fills(&own, &quiet, &[("ask", "1")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM care_quiet"), 0);
    }

    fn whoever_is_paused_reads_and_answers_by_a_program(town) {
        let (_, _, lea, ada, tom, case) = paused(town);
        let rows = asks(&ada, "GET", "/api/v1/status/care", &json!({})).is(200).json()["rows"].clone();
        assert_eq!((rows[0]["kind"].as_str(), rows[0]["by"].as_str()), (Some("words"), None));
        let answer = format!("/api/v1/status/care/{}", rows[0]["id"].as_str().unwrap());
        asks(&ada, "POST", &answer, &json!({ "words": "" })).is(422);
        asks(&tom, "POST", &answer, &json!({ "words": "Not mine." })).is(404);
        asks(&ada, "POST", &answer, &json!({ "words": "I am still here." })).is(204);
        is_no(asks(&ada, "POST", &answer, &json!({ "words": "Twice." })).is(409), "care-answered");
        lea.visits(&case).is(200).shows("I am still here.");
        let quiet = format!("{answer}/quiet");
        asks(&tom, "PUT", &quiet, &json!({})).is(404);
        for (method, kept) in [("PUT", 1), ("DELETE", 0)] {
            asks(&ada, method, &quiet, &json!({})).is(204);
            assert_eq!(town.count("SELECT count(*) AS n FROM care_quiet"), kept, "{method}");
        }
    }
}
