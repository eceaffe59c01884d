//! Where somebody tells of a setback, people who answer first go before others; and nothing stays unanswered for it.

use super::crisis::{four, press, writes};
use crate::federation::coming::{Scene, opens};
use crate::forum::aliases::night_owls;
use crate::forum::{answers, id_in};
use crate::harness::{Person, Seen, Town};

/// Somebody is on duty for an hour.
fn on_duty(keeper: &Person) {
    press(keeper, "/look/duty", &[("hours", "1")]).is(303);
}

/// A setback is told; the address of its page.
fn tells_of_it(person: &Person) -> String {
    format!(
        "/p/{}",
        id_in(&writes(person, &[("body", "I drank last night."), ("kind", "setback")]).is(303).location)
    )
}

fn says(person: &Person, page: &str, words: &str) -> Seen {
    let url = format!("{page}/reply");
    person.fills(&person.visits(&url).is(200), &url, &[("body", words)])
}

fn replies(town: &Town) -> i64 {
    town.count("SELECT count(*) AS n FROM reply")
}

on_both! {
    fn people_who_answer_first_go_before_others_until_one_of_them_has_answered(town) {
        let (maya, _, ada, tom) = four(town);
        on_duty(&maya);
        let page = tells_of_it(&ada);
        tom.visits(&page).is(200).shows("People who answer first are on the way. Everybody can answer in 30 minutes.");
        town.stranger().visits(&page).hides("on the way");
        let url = format!("{page}/reply");
        tom.visits(&url).is(200).shows("People who answer first are on the way");
        let refused = says(&tom, &page, "Glad you said it.").is(409).shows("Your words are here.").shows("in 30 minutes");
        assert_eq!(refused.text("textarea[name=body]").trim(), "Glad you said it.", "nothing is lost");
        let kept = tom.fills(&refused, &url, &[("step", "keep")]).is(303);
        tom.follows(kept).shows("Glad you said it.");
        let id = page.trim_start_matches("/p/");
        let json = [("content-type", "application/json")];
        let told = tom.sends("POST", &format!("/api/v1/threads/{id}/replies"), &json, Some(br#"{"body":"Glad."}"#)).is(409).json();
        assert_eq!((told["code"].as_str(), replies(town)), (Some("firsts-on-the-way"), 0));
        let seen = tom.visits(&page).is(200);
        tom.fills(&seen, &format!("{page}/react"), &[("kind", "with")]).is(303);

        answers(&ada, id, None, "It was a long night.");
        says(&tom, &page, "Still here.").is(409);
        maya.visits(&page).is(200).shows("You are one of the people who answer first here.");
        answers(&maya, id, None, "We are with you.");
        tom.visits(&page).is(200).hides("People who answer first");
        answers(&tom, id, None, "Glad you said it.");
    }

    fn it_is_over_by_the_clock_and_by_a_word_of_the_writer_alone(town) {
        let (maya, _, ada, tom) = four(town);
        on_duty(&maya);
        let page = tells_of_it(&ada);
        town.waits_s(29 * 60);
        says(&tom, &page, "Glad you said it.").is(409).shows("in a minute");
        town.waits_s(60);
        says(&tom, &page, "Glad you said it.").is(303);

        let again = tells_of_it(&ada);
        press(&tom, &format!("{again}/firsts"), &[]).is(403);
        says(&tom, &again, "And again.").is(409);
        let seen = ada.visits(&again).is(200).shows("People who answer first go before others, for 30 more minutes");
        ada.fills(&seen, &format!("{again}/firsts"), &[]).is(303);
        says(&tom, &again, "And again.").is(303);
        press(&tom, "/p/nothing/firsts", &[]).is(404);
    }

    fn nobody_waits_where_nobody_who_answers_first_is_on_duty_or_the_post_is_no_setback(town) {
        let (maya, _, ada, tom) = four(town);
        let page = tells_of_it(&ada);
        tom.visits(&page).is(200).hides("on the way");
        says(&tom, &page, "Glad you said it.").is(303);

        on_duty(&maya);
        let win = format!("/p/{}", id_in(&writes(&ada, &[("body", "A good day."), ("kind", "win")]).is(303).location));
        says(&tom, &win, "How good.").is(303);
        let own = tells_of_it(&maya);
        tom.visits(&own).is(200).hides("on the way");
        says(&tom, &own, "Whoever wrote it does not answer first.").is(303);
        let late = tells_of_it(&ada);
        says(&tom, &late, "Too soon.").is(409);
        press(&maya, "/look/duty", &[("hours", "0")]).is(303);
        says(&tom, &late, "And there again.").is(303);
    }

    fn a_group_says_for_how_long_or_not_at_all(town) {
        let (maya, _, ada, tom) = four(town);
        on_duty(&maya);
        let rules = "/g/owls/rules";
        let form = maya.visits(rules).is(200);
        assert_eq!(form.attribute("#first option[selected]", "value").as_deref(), Some("30"));
        let set = |first| press(&maya, rules, &[("step", "set"), ("shares", "readers"), ("pace", "0"), ("first", first)]);
        set("900").is(422);
        set("15").is(303);
        let page = tells_of_it(&ada);
        says(&tom, &page, "Glad you said it.").is(409).shows("in 15 minutes");
        set("0").is(303);
        says(&tom, &tells_of_it(&ada), "Glad you said it.").is(303);
    }

    fn an_alias_never_answers_first_and_answers_in_its_own_thread_at_once(town) {
        let (maya, ada, tom) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        on_duty(&maya);
        let told = writes(&ada, &[("body", "I drank last night."), ("kind", "setback"), ("as", "thread")]).is(303);
        let page = format!("/p/{}", id_in(&told.location));
        let url = format!("{page}/reply");
        let masked = |person: &Person, words: &str| {
            let form = person.visits(&url).is(200);
            person.fills(&form, &url, &[("body", words), ("as", "thread")])
        };
        masked(&maya, "Whoever this is.").is(409).shows("on the way");
        masked(&ada, "It was a long night.").is(303);
        masked(&tom, "Too soon.").is(409);
        says(&maya, &page, "We are with you.").is(303);
        masked(&tom, "Glad you said it.").is(303);
        assert!(town.tying_commits().is_empty());
    }

    fn what_comes_from_elsewhere_meanwhile_is_taken_later(town) {
        let scene = Scene::at(town);
        let host = town.host("Patient Alder");
        on_duty(&host);
        let json = [("content-type", "application/json")];
        let body = br#"{"group":"evenings","kind":"setback","body":"I drank last night."}"#;
        let told = scene.ada.sends("POST", "/api/v1/threads", &json, Some(body)).is(201).json();
        let thread = format!("{}/p/{}", town.app.federation().own.origin, told["id"].as_str().unwrap());
        let note = serde_json::json!({
            "id": scene.peer.at("/n/1"), "type": "Note", "attributedTo": scene.wren(), "inReplyTo": thread,
            "to": ["https://www.w3.org/ns/activitystreams#Public"], "content": "<p>Me too.</p>"
        });
        scene.sends(town, &scene.activity("Create", note));
        opens(town);
        assert_eq!(replies(town), 0);
        town.waits_s(31 * 60);
        opens(town);
        assert_eq!(replies(town), 1);
    }
}
