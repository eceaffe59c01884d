//! Handing over, pointing to the helplines, and what there is for whoever listened.

use hearthside::policy::Reach;

use super::{asks, came_long_ago, comes, lights, presses, says, they_talk, two_neighbours};
use crate::harness::{Person, Seen, Town};

const DAY_S: i64 = 86_400;

/// Joe, who may listen too, and has a lamp on.
fn joe_listens(town: &Town, ada: &Person) -> Person {
    let joe = town.person("Slow Joe");
    town.group("mornings", Reach::Community, &[&joe, ada]);
    came_long_ago(town, &[&joe]);
    lights(&joe);
    joe
}

#[track_caller]
fn tells(person: &Person, method: &str, path: &str, body: &str) -> Seen {
    let json = [("content-type", "application/json"), ("accept", "application/json")];
    person.sends(method, path, &json, Some(body.as_bytes()))
}

#[track_caller]
fn gets(person: &Person, path: &str) -> Seen {
    person.sends("GET", path, &[("accept", "application/json")], None)
}

on_both! {
    fn whoever_hands_over_stays_until_another_comes_and_is_gone_in_that_moment(town) {
        let (ada, maya, room) = they_talk(town);
        let joe = joe_listens(town, &ada);
        let turn = format!("{room}/turn");
        assert_eq!(maya.visits(&room).count(&format!("form[action='{turn}'] input[value=hand-over]")), 1);
        for _ in 0..2 {
            presses(&maya, &room, "turn", &[("move", "hand-over")]).is(303);
        }
        town.settles();
        joe.visits("/news").is(200).shows("Somebody asks for company");
        maya.visits(&room).is(200).shows("One person can see it. You are still here until they come").shows("I can stay after all");
        ada.visits(&room).is(200).shows("is with you until somebody else comes").shows("vellumotter");
        says(&maya, &room, "Still here, tamarindkite.").is(303);
        comes(&joe, &room).is(303);
        ada.visits(&room).is(200).shows("Someone is with you: Slow Joe.").shows("tamarindkite").hides("until somebody else comes");
        maya.visits(&room).is(200).shows("Thank you for being there.").hides("tamarindkite").hides("Quiet Ada");
        presses(&maya, &room, "say", &[("words", "Half a goodbye")]).is(409).shows("You are not in this room any more").shows("Half a goodbye");
        joe.visits(&room).is(200).shows("You are with Quiet Ada.").hides("You are still here until");
        assert_eq!(town.count("SELECT count(*) AS n FROM ask_seat WHERE hands_over = TRUE"), 0);
    }

    fn whoever_can_stay_after_all_stays_when_another_comes(town) {
        let (ada, maya, room) = they_talk(town);
        let joe = joe_listens(town, &ada);
        presses(&maya, &room, "turn", &[("move", "hand-over")]).is(303);
        presses(&maya, &room, "turn", &[("move", "stay")]).is(303);
        maya.visits(&room).is(200).hides("You are still here until");
        comes(&joe, &room).is(303);
        ada.visits(&room).is(200).shows("Maya Lake").shows("Slow Joe");
        // Somebody stays, so whoever hands over now is gone at once.
        presses(&maya, &room, "turn", &[("move", "hand-over")]).is(303);
        ada.visits(&room).is(200).shows("Someone is with you: Slow Joe.").shows("vellumotter");
        maya.visits(&room).is(200).shows("Thank you for being there.");
    }

    fn a_room_is_not_handed_over_by_whoever_asked_nor_while_it_eases_nor_by_anybody_else(town) {
        let (ada, maya, room) = they_talk(town);
        let joe = joe_listens(town, &ada);
        for moves in ["hand-over", "stay", "point"] {
            presses(&ada, &room, "turn", &[("move", moves)]).is(422);
            presses(&joe, &room, "turn", &[("move", moves)]).is(404);
        }
        presses(&maya, &room, "turn", &[("move", "ease")]).is(303);
        presses(&maya, &room, "turn", &[("move", "hand-over")]).is(409);
        assert_eq!(maya.visits(&room).is(200).count("input[value=hand-over]"), 0);
        presses(&ada, &room, "turn", &[("move", "close")]).is(303);
        presses(&maya, &room, "turn", &[("move", "point")]).is(409);
        presses(&maya, &room, "turn", &[("move", "stay")]).is(409);
    }

    fn whoever_listens_points_to_the_helplines_and_nothing_ends(town) {
        let (ada, maya, room) = they_talk(town);
        ada.visits(&room).is(200).hides("A helpline could be there, too");
        presses(&maya, &room, "turn", &[("move", "point")]).is(303);
        presses(&maya, &room, "turn", &[("move", "point")]).is(303);
        maya.visits(&room).is(200).shows("They see the way to the helplines now.").shows("vellumotter");
        let page = ada.visits(&room).is(200).shows("A helpline could be there, too").shows("vellumotter");
        assert_eq!(page.count("section[aria-labelledby=pointed] a[href='/support/helplines']"), 1);
        says(&ada, &room, "I will call.").is(303);
        let path = room.replace("/support/ask", "/api/v1/company");
        assert_eq!(gets(&ada, &path).is(200).json()["is_pointed"], true);
        presses(&ada, &room, "turn", &[("move", "hand-off")]).is(303);
        let after = ada.visits(&room).is(200).shows("Helplines are listed by country");
        assert_eq!(after.count("a.choice.first[href='/support/helplines']"), 1);
    }

    fn a_program_hands_over_too(town) {
        let (ada, maya, room) = they_talk(town);
        let path = room.replace("/support/ask", "/api/v1/company");
        tells(&maya, "POST", &format!("{path}/turn"), r#"{"move":"hand-over"}"#).is(204);
        assert_eq!(gets(&ada, &path).is(200).json()["there"][0]["hands_over"], true);
        tells(&maya, "POST", &format!("{path}/turn"), r#"{"move":"stay"}"#).is(204);
        assert_eq!(gets(&ada, &path).is(200).json()["there"][0]["hands_over"], false);
    }

    fn whoever_listened_chooses_not_tonight_and_to_be_asked_on_the_next_day(town) {
        let (ada, maya, room) = they_talk(town);
        presses(&ada, &room, "turn", &[("move", "close")]).is(303);
        let after = maya.visits(&room).is(200).shows("You came to one person within a day.").shows("If it was heavy").hides("That is a lot.");
        maya.fills(&after, "/lamp/after", &[("rest", "yes"), ("tomorrow", "yes")]).is(303);
        maya.visits("/lamp/after").is(200).shows("Not tonight: nobody asks you for now.").shows("Tomorrow your first page asks how you are.");
        assert_eq!(town.count("SELECT count(*) AS n FROM lamp WHERE lit_until IS NOT NULL"), 0);
        maya.visits("/").is(200).hides("How are you today?");
        ada.visits("/support").is(200).shows("Nobody whom you can reach has a lamp on right now.");

        town.waits_s(DAY_S);
        let today = maya.visits("/").is(200).shows("You were there for somebody. How are you today?").hides("Quiet Ada");
        ada.visits("/").is(200).hides("You were there for somebody.");
        // The room is gone, and so is the count: what is asked stays for some days.
        maya.visits("/lamp/after").is(200).shows("How are you today?").hides("You came to");
        maya.fills(&today, "/lamp/after/done", &[]).is(303);
        maya.visits("/").is(200).hides("You were there for somebody.");
        presses(&maya, "/lamp/after", "done", &[]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM lamp WHERE looks_back_on IS NOT NULL"), 0);
    }

    fn what_was_not_looked_back_on_is_forgotten_after_some_days(town) {
        let (ada, maya, room) = they_talk(town);
        presses(&maya, "/lamp", "after", &[("tomorrow", "yes")]).is(303);
        presses(&ada, &room, "turn", &[("move", "close")]).is(303);
        town.begins();
        town.waits_s(5 * DAY_S);
        maya.visits("/").is(200).hides("You were there for somebody.");
        assert_eq!(town.count("SELECT count(*) AS n FROM lamp WHERE looks_back_on IS NOT NULL"), 0);
    }

    fn whoever_came_to_nobody_has_nothing_to_look_back_on(town) {
        let (ada, maya) = two_neighbours(town);
        for person in [&ada, &maya] {
            assert_eq!(person.visits("/lamp/after").is(200).count("form[action='/lamp/after']"), 0);
            presses(person, "/lamp", "after", &[("tomorrow", "yes")]).is(409).shows("There is nobody of the last day");
            let refused = tells(person, "PUT", "/api/v1/lamp/after", r#"{"rests":true,"tomorrow":true}"#).is(409);
            assert_eq!(refused.json()["code"], "after-nobody");
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM lamp"), 0);
        assert_eq!(town.stranger().visits("/lamp/after").is(303).location.split('?').next(), Some("/back-in"));
    }

    fn three_in_a_day_are_a_lot_and_a_program_reads_and_chooses_the_same(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        for _ in 0..3 {
            let room = asks(town, &ada, &[]);
            comes(&maya, &room).is(303);
            presses(&ada, &room, "turn", &[("move", "close")]).is(303);
        }
        maya.visits("/lamp/after").is(200).shows("You came to 3 people within a day. That is a lot.");
        assert_eq!(maya.visits("/lamp").is(200).count("a[href='/lamp/after']"), 1);
        let seen = gets(&maya, "/api/v1/lamp/after").is(200).json();
        assert_eq!((&seen["stood_by"], &seen["rests"], &seen["asked_on"]), (&3.into(), &false.into(), &serde_json::Value::Null));
        tells(&maya, "PUT", "/api/v1/lamp/after", r#"{"rests":true,"tomorrow":true}"#).is(204);
        let seen = gets(&maya, "/api/v1/lamp/after").is(200).json();
        assert_eq!((&seen["rests"], &seen["is_asked"]), (&true.into(), &false.into()));
        assert!(seen["asked_on"].is_string(), "{seen}");
        town.waits_s(DAY_S);
        assert_eq!(gets(&maya, "/api/v1/lamp/after").is(200).json()["is_asked"], true);
        tells(&maya, "DELETE", "/api/v1/lamp/after", "").is(204);
        assert_eq!(gets(&maya, "/api/v1/lamp/after").is(200).json()["is_asked"], false);
    }
}
