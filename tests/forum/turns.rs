//! Parts in a group, and how they pass from one to another.

use hearthside::events::identity::Event;
use hearthside::policy::Reach;
use serde_json::json;

use super::groups::{asks, csrf};
use crate::harness::{Person, Seen, Town};

fn gives(steward: &Person, person: &str, role: &str, turn: &str) -> Seen {
    let token = csrf(steward);
    steward.posts(
        "/g/evenings/role",
        &[("csrf", token.as_str()), ("person", person), ("role", role), ("turn", turn)],
    )
}

fn steps(person: &Person, fields: &[(&str, &str)]) -> Seen {
    let token = csrf(person);
    let sent: Vec<(&str, &str)> = [("csrf", token.as_str())].iter().chain(fields).copied().collect();
    person.posts("/g/evenings/service", &sent)
}

fn three(town: &Town) -> (Person, Person, Person) {
    let people = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Rae Stone"));
    town.group("evenings", Reach::Community, &[&people.0, &people.1, &people.2]);
    people
}

/// Days go by, the clockwork turns on each of them, and those people look in, so that they stay signed in.
pub fn days_pass(town: &Town, people: &[&Person], days: i64) {
    town.begins();
    for _ in 0..days {
        town.waits_s(86_400);
        for person in people {
            person.visits("/").is(200);
        }
    }
}

on_both! {
    fn a_greeter_answers_the_door_and_decides_nothing_else(town) {
        let (ada, maya, rae) = three(town);
        let form = ada.visits("/g/evenings/edit").is(200);
        ada.fills(&form, "/g/evenings/edit", &[("joining", "ask"), ("purpose", "For evenings."), ("title", "Evenings")]).is(303);
        gives(&ada, "Maya Lake", "greeter", "quarter").is(303);

        let noor = town.person("Noor Vale");
        asks(&noor, "POST", "/api/v1/groups/evenings/join", &json!({"words": "May I?"})).is(200);
        maya.visits("/g/evenings/people").is(200).shows("May I?");
        maya.visits("/g/evenings/invitations").is(200);
        let token = csrf(&maya);
        maya.posts("/g/evenings/answer", &[("csrf", token.as_str()), ("person", "Noor Vale"), ("answer", "let-in")]).is(303);

        maya.visits("/g/evenings/rules").is(403);
        maya.visits("/g/evenings/held").is(403);
        maya.visits("/look").is(403);
        let id = super::shares(&rae, "evenings", "Long night");
        asks(&maya, "POST", &format!("/api/v1/threads/{id}/lock"), &json!({"reason": "late"})).is(403);
        gives(&maya, "Rae Stone", "greeter", "quarter").is(403);
    }

    fn a_responder_sees_who_serves_and_answers_no_door(town) {
        let (ada, maya, rae) = three(town);
        gives(&ada, "Maya Lake", "responder", "month").is(303);
        maya.visits("/g/evenings/service").is(200).shows("responder");
        maya.visits("/g/evenings/invitations").is(403);
        rae.visits("/g/evenings/service").is(403);
        town.stranger().visits("/g/evenings/service").is(404);
    }

    fn a_turn_is_told_a_week_before_its_end_and_is_then_over(town) {
        let (ada, maya, _) = three(town);
        gives(&ada, "Maya Lake", "moderator", "month").is(303);
        maya.visits("/g/evenings/service").is(200).shows("until 19 December 2026");
        days_pass(town, &[&ada, &maya], 20);
        maya.visits("/news").is(200).hides("ends within a week");
        days_pass(town, &[&ada, &maya], 1);
        maya.visits("/news").is(200).shows("Your turn in evenings ends within a week");
        maya.visits("/g/evenings/rules").is(200);
        days_pass(town, &[&ada, &maya], 7);
        maya.visits("/news").is(200).shows("Your turn in evenings is over");
        maya.visits("/g/evenings/rules").is(403);
        maya.visits("/g/evenings/service").is(403);
    }

    fn the_turn_of_the_last_steward_goes_on_until_somebody_takes_over(town) {
        let (ada, maya, _) = three(town);
        gives(&ada, "Quiet Ada", "steward", "month").is(303);
        days_pass(town, &[&ada, &maya], 30);
        ada.visits("/g/evenings/edit").is(200);
        steps(&ada, &[("step", "rest"), ("rest", "week")]).is(422).shows("somebody else");
        gives(&ada, "Maya Lake", "steward", "year").is(303);
        days_pass(town, &[&ada, &maya], 1);
        ada.visits("/g/evenings/edit").is(403);
        maya.visits("/g/evenings/edit").is(200);
    }

    fn who_rests_has_no_part_until_they_come_back_or_their_day_comes(town) {
        let (ada, maya, rae) = three(town);
        gives(&ada, "Maya Lake", "moderator", "open").is(303);
        steps(&maya, &[("step", "rest")]).is(422).shows("Choose how long you rest");
        steps(&maya, &[("step", "rest"), ("rest", "fortnight")]).is(303);
        maya.visits("/g/evenings/rules").is(403);
        maya.visits("/g/evenings/service").is(200).shows("resting until").hides("Quiet Ada");
        ada.visits("/g/evenings/service").is(200).shows("resting until");
        rae.visits("/g/evenings/about").is(200).hides("resting");
        steps(&maya, &[("step", "words"), ("words", "Let me in.")]).is(403);

        steps(&maya, &[("step", "back")]).is(303);
        steps(&maya, &[("step", "back")]).is(303);
        maya.visits("/g/evenings/rules").is(200);

        steps(&maya, &[("step", "rest"), ("rest", "week")]).is(303);
        days_pass(town, &[&ada, &maya], 8);
        maya.visits("/g/evenings/rules").is(200);
        steps(&rae, &[("step", "rest"), ("rest", "week")]).is(403);
    }

    fn what_is_left_for_whoever_comes_next_is_read_by_those_who_serve_alone(town) {
        let (ada, maya, rae) = three(town);
        gives(&ada, "Maya Lake", "greeter", "half").is(303);
        steps(&maya, &[("step", "words"), ("words", "The door is **busy** on Fridays.")]).is(303);
        let page = ada.visits("/g/evenings/service").is(200).shows("busy").shows("Written by Maya Lake");
        assert!(page.count("#words") == 1);
        asks(&rae, "GET", "/api/v1/groups/evenings/service", &json!({})).is(403);
        rae.visits("/g/evenings/about").is(200).hides("Fridays");

        let long = "a".repeat(4_001);
        let again = steps(&maya, &[("step", "words"), ("words", &long)]).is(422);
        assert!(again.text("#words").contains(&long), "nothing typed is lost");
        steps(&ada, &[("step", "words"), ("words", "")]).is(303);
        maya.visits("/g/evenings/service").is(200).hides("Fridays");
    }

    fn a_program_reads_and_changes_turns_as_people_do(town) {
        let (ada, maya, rae) = three(town);
        let path = "/api/v1/groups/evenings/service";
        asks(&ada, "PUT", "/api/v1/groups/evenings/people", &json!({"person": "Maya Lake", "role": "responder", "turn": "month"})).is(204);
        asks(&ada, "PUT", "/api/v1/groups/evenings/people", &json!({"person": "Rae Stone", "role": "greeter", "turn": "weeks"})).is(422);
        asks(&maya, "PUT", path, &json!({"words": "Tea is in the blue tin."})).is(204);
        let seen = asks(&maya, "GET", path, &json!({})).is(200).json();
        assert_eq!(seen["handover"], "Tea is in the blue tin.");
        assert_eq!(seen["rows"][0]["role"], "steward");
        assert_eq!(seen["rows"][1]["until"], "2026-12-19");
        asks(&maya, "POST", &format!("{path}/rest"), &json!({"rest": "century"})).is(422);
        asks(&maya, "POST", &format!("{path}/rest"), &json!({"rest": "week"})).is(204);
        let rests = asks(&maya, "GET", path, &json!({})).is(200).json();
        assert_eq!((rests["rows"].as_array().unwrap().len(), rests["handover"].as_str()), (1, Some("")));
        asks(&maya, "PUT", path, &json!({"words": "More."})).is(403);
        asks(&maya, "POST", &format!("{path}/return"), &json!({})).is(204);
        asks(&rae, "POST", &format!("{path}/rest"), &json!({"rest": "week"})).is(403);
        asks(&rae, "POST", &format!("{path}/return"), &json!({})).is(403);
    }

    fn a_member_who_leaves_for_good_is_named_under_no_words_they_left(town) {
        let (ada, maya, _) = three(town);
        gives(&ada, "Maya Lake", "moderator", "open").is(303);
        steps(&maya, &[("step", "words"), ("words", "The key is under the mat.")]).is(303);
        let face = maya.face;
        town.arranges(move |tx| tx.emit(Event::AccountErased { face, takes_words_back: false }));
        town.settles();
        ada.visits("/g/evenings/service").is(200).shows("under the mat").hides("Maya Lake");
    }
}
