//! Joining, asking, leaving, and who looks after a group.

use hearthside::policy::Reach;
use serde_json::json;

use super::groups::{appoints, asks, csrf};
use crate::harness::{Person, Seen, Town};

/// A group where people ask first.
fn asking_group(town: &Town, steward: &Person) {
    town.group("evenings", Reach::Community, &[steward]);
    let form = steward.visits("/g/evenings/edit").is(200);
    let answers = [("joining", "ask"), ("purpose", "For evenings that are long."), ("title", "Evenings")];
    steward.fills(&form, "/g/evenings/edit", &answers).is(303);
}

fn does(person: &Person, verb: &str, fields: &[(&str, &str)]) -> Seen {
    let token = csrf(person);
    let sent: Vec<(&str, &str)> = [("csrf", token.as_str())].iter().chain(fields).copied().collect();
    person.posts(&format!("/g/evenings/{verb}"), &sent)
}

on_both! {
    fn somebody_joins_an_open_group_and_leaves_it(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada]);

        maya.visits("/g/evenings/people").is(403).shows("members of the group");
        let about = maya.visits("/g/evenings/about").is(200);
        maya.fills(&about, "/g/evenings/join", &[]).is(303);
        maya.fills(&about, "/g/evenings/join", &[]).is(303);
        assert_eq!(ada.visits("/g/evenings/people").is(200).count("#people > li"), 2);

        let leave = maya.visits("/g/evenings/leave").is(200).shows("Your posts stay");
        maya.fills(&leave, "/g/evenings/leave", &[]).is(303);
        maya.fills(&leave, "/g/evenings/leave", &[]).is(303);
        assert_eq!(ada.visits("/g/evenings/people").is(200).hides("Maya Lake").count("#people > li"), 1);
        maya.visits("/g/evenings/leave").is(403);
        assert_eq!(asks(&town.stranger(), "POST", "/api/v1/groups/evenings/join", &json!({})).is(404).status, 404);
    }

    fn asking_waits_with_its_date_until_somebody_answers(town) {
        let (ada, maya, rae) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Rae Stone"));
        asking_group(town, &ada);

        let about = maya.visits("/g/evenings/about").is(200);
        maya.fills(&about, "/g/evenings/join", &[("words", "I cannot sleep.")]).is(303);
        let pending = maya.visits("/g/evenings/about").is(200).shows("I cannot sleep.");
        assert!(pending.text("#pending").contains("21 November 2026"));
        maya.visits("/g/evenings/people").is(403);
        does(&rae, "join", &[]).is(303);
        maya.visits("/groups").is(200).shows("You asked to join");

        let people = ada.visits("/g/evenings/people").is(200).shows("I cannot sleep.");
        assert_eq!(people.count("#people > li"), 1);
        does(&ada, "answer", &[("person", "Maya Lake"), ("answer", "let-in")]).is(303);
        does(&ada, "answer", &[("person", "Maya Lake"), ("answer", "let-in")]).is(303);
        does(&ada, "answer", &[("person", "Rae Stone"), ("answer", "not-now"), ("words", "We are full this month.")]).is(303);

        maya.visits("/g/evenings/people").is(200).shows("Quiet Ada").hides("I cannot sleep.");
        rae.visits("/g/evenings/people").is(403);
        let told = rae.visits("/g/evenings/about").is(200);
        assert!(told.text("#answer").contains("We are full this month."));
        rae.fills(&told, "/g/evenings/join", &[("words", "Once more.")]).is(303);
        ada.visits("/g/evenings/people").is(200).shows("Once more.");
    }

    fn an_ask_can_be_taken_back_and_is_then_gone(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        asking_group(town, &ada);
        does(&maya, "join", &[("words", "I cannot sleep.")]).is(303);

        does(&maya, "withdraw", &[]).is(303);
        does(&maya, "withdraw", &[]).is(303);

        ada.visits("/g/evenings/people").is(200).hides("Maya Lake");
        does(&ada, "answer", &[("person", "Maya Lake"), ("answer", "let-in")]).is(422).shows("no longer ask");
        does(&ada, "answer", &[("person", "Nobody At All"), ("answer", "let-in")]).is(422);
        does(&ada, "answer", &[("person", "May\0a"), ("answer", "let-in")]).is(422);
        let long = "a".repeat(501);
        let again = does(&maya, "join", &[("words", &long)]).is(422);
        assert!(again.text("#words").contains(&long));
    }

    fn only_those_who_look_after_a_group_answer_and_only_stewards_appoint(town) {
        let (ada, maya, rae) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Rae Stone"));
        asking_group(town, &ada);
        does(&maya, "join", &[]).is(303);
        does(&ada, "answer", &[("person", "Maya Lake"), ("answer", "let-in")]).is(303);
        does(&rae, "join", &[("words", "Hello.")]).is(303);

        does(&maya, "answer", &[("person", "Rae Stone"), ("answer", "let-in")]).is(403);
        does(&rae, "answer", &[("person", "Rae Stone"), ("answer", "let-in")]).is(403);
        does(&maya, "role", &[("person", "Maya Lake"), ("role", "steward")]).is(403);
        does(&rae, "role", &[("person", "Quiet Ada"), ("role", "member")]).is(403);
        does(&ada, "role", &[("person", "Maya Lake"), ("role", "host")]).is(422);
        does(&ada, "role", &[("person", "Rae Stone"), ("role", "steward")]).is(422).shows("Nobody in this group");

        appoints(&ada, "evenings", "Maya Lake", "moderator");
        maya.visits("/g/evenings/people").is(200).shows("Rae Stone");
        does(&maya, "answer", &[("person", "Rae Stone"), ("answer", "let-in")]).is(303);
        does(&maya, "role", &[("person", "Rae Stone"), ("role", "moderator")]).is(403).shows("stewards of the group");
        does(&maya, "role", &[("person", "Maya Lake"), ("role", "steward")]).is(403);
        does(&maya, "role", &[("person", "Maya Lake"), ("role", "member")]).is(303);
        maya.visits("/g/evenings/invitations").is(403);
    }

    fn a_group_is_never_left_without_a_steward(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);

        let leave = ada.visits("/g/evenings/leave").is(200).shows("only steward");
        assert_eq!(leave.count("a[href='/g/evenings/people']"), 1);
        does(&ada, "leave", &[]).is(422).shows("Make somebody else a steward first");
        does(&ada, "role", &[("person", "Quiet Ada"), ("role", "member")]).is(422);
        let refused = asks(&ada, "POST", "/api/v1/groups/evenings/leave", &json!({})).is(409).json();
        assert_eq!(refused["code"], "last-steward");

        appoints(&ada, "evenings", "Maya Lake", "steward");
        does(&ada, "leave", &[]).is(303);
        maya.visits("/g/evenings/about").is(200).hides("Quiet Ada");
        does(&maya, "leave", &[]).is(422);
    }

    fn people_are_shown_newest_first_and_those_unlisted_to_nobody_but_keepers(town) {
        let (ada, maya, rae) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Rae Stone"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        town.waits_s(8 * 86_400);
        does(&rae, "join", &[]).is(303);

        let people = maya.visits("/g/evenings/people").is(200);
        assert!(people.text("#people > li:first-child").contains("Rae Stone"));
        does(&rae, "unlisted", &[("unlisted", "yes")]).is(303);

        maya.visits("/g/evenings/people").is(200).hides("Rae Stone");
        rae.visits("/g/evenings/people").is(200).shows("Rae Stone");
        ada.visits("/g/evenings/people").is(200).shows("Rae Stone").shows("not on the list");
        let listed = maya.visits("/api/v1/groups/evenings/people").is(200).json();
        assert_eq!(listed["rows"].as_array().map(Vec::len), Some(2));
        does(&rae, "unlisted", &[("unlisted", "no")]).is(303);
        maya.visits("/g/evenings/people").is(200).shows("Rae Stone");
    }

    fn a_long_list_of_people_goes_on_where_it_stopped(town) {
        let ada = town.person("Quiet Ada");
        let others: Vec<Person> = (10..35).map(|n| town.person(&format!("Maple {n}"))).collect();
        let everyone: Vec<&Person> = std::iter::once(&ada).chain(&others).collect();
        town.group("evenings", Reach::Community, &everyone);

        let first = ada.visits("/g/evenings/people").is(200);
        let next = first.attribute("a[rel=next]", "href").unwrap();
        let second = ada.visits(&next).is(200);

        assert_eq!((first.count("#people > li"), second.count("#people > li")), (20, 6));
        assert_eq!(ada.visits("/g/evenings/about").text("#size"), "about 20 people");
        ada.visits("/g/evenings/people?after=nonsense").is(200);
        ada.visits("/g/evenings/people?after=9~%00").is(200);
    }

    fn there_is_one_home_group_at_most(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        town.group("mornings", Reach::Community, &[&ada]);

        let chosen = json!({"is_chosen": true});
        asks(&ada, "PUT", "/api/v1/groups/mornings/home", &chosen).is(200);
        does(&ada, "home", &[("home", "yes")]).is(303);

        let groups = ada.visits("/groups").is(200);
        assert_eq!(groups.body.matches("home group").count(), 1);
        assert!(groups.text(".rows > li:first-child").contains("evenings"));
        ada.visits("/g/mornings/about").is(200).shows("You are in this group");
        let stranger = town.person("Maya Lake");
        assert_eq!(asks(&stranger, "PUT", "/api/v1/groups/evenings/home", &chosen).is(403).json()["code"], "members-only");
        asks(&stranger, "PUT", "/api/v1/groups/evenings/unlisted", &chosen).is(403);
    }

    fn programs_can_ask_answer_and_appoint(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        asking_group(town, &ada);

        let place = asks(&maya, "POST", "/api/v1/groups/evenings/join", &json!({"words": "Hello."})).is(200).json();
        assert_eq!((place["state"].as_str(), place["asked_on"].as_str()), (Some("asked"), Some("2026-11-21")));
        maya.visits("/api/v1/groups/evenings/asks").is(403);
        assert_eq!(ada.visits("/api/v1/groups/evenings/asks").json()["rows"][0]["words"], "Hello.");
        asks(&maya, "POST", "/api/v1/groups/evenings/withdraw", &json!({})).is(200);
        let answer = json!({"person": "Maya Lake", "lets_in": true});
        assert_eq!(asks(&ada, "POST", "/api/v1/groups/evenings/asks", &answer).is(409).json()["code"], "ask-gone");
        asks(&maya, "POST", "/api/v1/groups/evenings/join", &json!({})).is(200);
        asks(&maya, "POST", "/api/v1/groups/evenings/asks", &answer).is(403);
        asks(&ada, "POST", "/api/v1/groups/evenings/asks", &answer).is(204);
        let role = json!({"person": "Maya Lake", "role": "steward"});
        asks(&maya, "PUT", "/api/v1/groups/evenings/people", &role).is(403);
        asks(&ada, "PUT", "/api/v1/groups/evenings/people", &role).is(204);
        asks(&ada, "POST", "/api/v1/groups/evenings/leave", &json!({})).is(204);
        asks(&ada, "PUT", "/api/v1/groups/evenings/people", &role).is(403);
    }
}
