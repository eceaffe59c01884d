//! Who is rung, and when: an ask begins where somebody can be asked, and whoever can come only now is rung at once, and once.

use std::time::Duration;

use hearthside::policy::Reach;
use serde_json::Value;

use super::{asks, blocks, came_long_ago, comes, keeps_hours, lights, presses, they_talk, two_neighbours};
use crate::harness::{Person, Town};
use crate::notify::phone::{Phone, chooses, rings};

const RUNG: &str = "SELECT count(*) AS n FROM event WHERE kind = 'AskRung'";
const NOBODY: &str = "Nobody whom this reaches has a lamp on right now.";
const ONE: &str = "One person can see it now.";

/// Somebody long here, in a group of their own with whoever asks.
fn near(town: &Town, name: &str, group: &str, reach: Reach, ada: &Person) -> Person {
    let person = town.person(name);
    town.group(group, reach, &[&person, ada]);
    came_long_ago(town, &[&person]);
    person
}

/// A device of somebody's that rings when anybody asks.
fn phone_of(person: &Person) -> Phone {
    let phone = Phone::new();
    phone.is_turned_on_by(person);
    chooses(person, &[("lamp", "push"), ("quiet_from", "3"), ("quiet_to", "3")]);
    phone
}

/// How often it rang since the last look.
fn rang(town: &Town, phone: &Phone) -> usize {
    rings(town);
    phone.rung(town).len()
}

/// What a program reads of a room: how many can see it.
fn asked(person: &Person, room: &str) -> Value {
    let path = room.replace("/support/ask", "/api/v1/company");
    person.sends("GET", &path, &[("accept", "application/json")], None).is(200).json()["asked"].clone()
}

/// What somebody's list of asks holds.
fn sees(person: &Person) -> usize {
    person.visits("/support/asks").is(200).count("#asks article")
}

#[track_caller]
fn puts_out(person: &Person) {
    let page = person.visits("/lamp").is(200);
    person.fills(&page, "/lamp/out", &[]).is(303);
}

/// How far the one ask that lives has gone.
fn circle(town: &Town) -> Vec<String> {
    town.lines("SELECT circle AS line FROM ask WHERE over_on IS NULL")
}

on_both! {
    fn where_no_lamp_is_on_it_begins_at_once_with_those_who_said_they_may_be_asked(town) {
        let (ada, maya) = two_neighbours(town);
        let sam = town.person("Sam Hollow");
        came_long_ago(town, &[&sam]);
        keeps_hours(&maya, &[("askable", "groups")]).is(303);
        keeps_hours(&sam, &[("askable", "everyone")]).is(303);
        let (mayas, sams) = (phone_of(&maya), phone_of(&sam));
        ada.visits("/support").is(200).shows("Where nobody has a lamp on, they are asked at once.");

        let room = asks(town, &ada, &[("consent", "everyone")]);
        let page = ada.visits(&room).is(200).shows(ONE).hides(NOBODY);
        page.shows("It goes to people in your groups who have a lamp on, or said they may be asked.").shows("it goes further by itself");
        assert_eq!((asked(&ada, &room), rang(town, &mayas), sees(&maya), sees(&sam)), (1.into(), 1, 1, 0));
        maya.visits("/news").is(200).shows("Somebody asks for company");

        // It goes on from there, on time, and nobody is rung twice.
        town.waits_s(120);
        assert_eq!((rang(town, &mayas), rang(town, &sams), sees(&sam)), (0, 0, 0));
        town.waits_s(180);
        assert_eq!((rang(town, &mayas), sees(&sam), asked(&ada, &room)), (0, 1, 2.into()));
        assert_eq!(sams.rung(town).len(), 1);
        ada.visits(&room).is(200).shows("2 people can see it now.").hides("it goes further by itself");
        // At ten minutes those in reach are asked once more.
        town.waits_s(300);
        assert_eq!((rang(town, &mayas), sams.rung(town).len()), (1, 1));
    }

    fn it_begins_no_further_than_was_agreed_to_and_a_lit_lamp_comes_first(town) {
        let (ada, maya) = two_neighbours(town);
        let sam = town.person("Sam Hollow");
        came_long_ago(town, &[&sam]);
        keeps_hours(&sam, &[("askable", "everyone")]).is(303);
        let sams = phone_of(&sam);
        let take_back = [("move", "take-back")];
        for (consent, begins, seen) in [("lamps", "lamps", 0), ("groups", "lamps", 0), ("everyone", "everyone", 1)] {
            let room = asks(town, &ada, &[("consent", consent)]);
            assert_eq!((circle(town), sees(&sam), rang(town, &sams)), (vec![begins.to_owned()], seen, seen), "{consent}");
            presses(&ada, &room, "turn", &take_back).is(303);
        }
        lights(&maya);
        let room = asks(town, &ada, &[("consent", "everyone")]);
        assert_eq!((circle(town), sees(&maya), sees(&sam)), (vec!["lamps".to_owned()], 1, 0));
        presses(&ada, &room, "turn", &take_back).is(303);

        // Whom she does not meet is nobody to begin with.
        puts_out(&maya);
        keeps_hours(&maya, &[("askable", "groups")]).is(303);
        blocks(&ada, "maya-lake");
        let room = asks(town, &ada, &[("consent", "groups")]);
        assert_eq!((circle(town), sees(&maya)), (vec!["lamps".to_owned()], 0));
        ada.visits(&room).is(200).shows(NOBODY);
    }

    fn where_the_only_one_goes_it_is_asked_anew_where_somebody_can_be_asked(town) {
        let (ada, maya) = two_neighbours(town);
        let joe = near(town, "Slow Joe", "mornings", Reach::Community, &ada);
        keeps_hours(&joe, &[("askable", "groups")]).is(303);
        let joes = phone_of(&joe);
        lights(&maya);
        let room = asks(town, &ada, &[("consent", "everyone")]);
        comes(&maya, &room).is(303);
        assert_eq!((rang(town, &joes), sees(&joe)), (0, 0));
        presses(&maya, &room, "turn", &[("move", "leave")]).is(303);
        assert_eq!((rang(town, &joes), sees(&joe), sees(&maya)), (1, 1, 1));
        ada.visits(&room).is(200).shows(ONE);
    }

    fn a_lamp_that_lights_while_somebody_waits_is_rung_at_once_and_once(town) {
        let (ada, maya) = two_neighbours(town);
        let joe = near(town, "Slow Joe", "mornings", Reach::Community, &ada);
        let (mayas, joes) = (phone_of(&maya), phone_of(&joe));
        lights(&joe);
        let room = asks(town, &ada, &[("consent", "lamps")]);
        assert_eq!((rang(town, &mayas), joes.rung(town).len()), (0, 1));
        let hears = ada.listens(&format!("{room}/live"));
        lights(&maya);
        assert_eq!((rang(town, &mayas), joes.rung(town).len()), (1, 0), "whoever was rung is not rung for it");
        assert_eq!(hears.recv_timeout(Duration::from_secs(10)).as_deref(), Ok("event: news"));
        ada.visits(&room).is(200).shows("2 people can see it now.");
        assert_eq!(asked(&ada, &room), 2);
        maya.visits("/news").is(200).shows("Somebody asks for company");

        let before = town.count(RUNG);
        puts_out(&maya);
        ada.visits(&room).is(200).shows(ONE);
        lights(&maya);
        ada.visits(&room).is(200).shows("2 people can see it now.");
        town.waits_s(599);
        assert_eq!((rang(town, &mayas), joes.rung(town).len(), town.count(RUNG)), (0, 0, before), "nobody is rung twice");
        comes(&maya, &room).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM job WHERE dedup LIKE '%:told'"), 0, "who was told is not kept");
    }

    fn a_lamp_that_lights_by_its_hours_is_rung_then(town) {
        // It is half past seven in the evening, on a Saturday.
        let (ada, maya) = two_neighbours(town);
        keeps_hours(&maya, &[("day", "sat"), ("from_hour", "20"), ("to_hour", "23"), ("zone", "UTC")]).is(303);
        let mayas = phone_of(&maya);
        chooses(&maya, &[("quiet_from", "19"), ("quiet_to", "8")]);
        let room = asks(town, &ada, &[("consent", "lamps")]);
        town.waits_s(1_500);
        assert_eq!((rang(town, &mayas), asked(&ada, &room)), (0, 0.into()));
        town.waits_s(600);
        assert_eq!((rang(town, &mayas), asked(&ada, &room)), (1, 1.into()));
        town.waits_s(600);
        assert_eq!(rang(town, &mayas), 0);
        comes(&maya, &room).is(303);
    }

    fn whoever_is_free_again_is_rung_for_whoever_waits(town) {
        let (ada, maya) = two_neighbours(town);
        let joe = near(town, "Slow Joe", "mornings", Reach::Community, &maya);
        lights(&maya);
        let mayas = phone_of(&maya);
        let first = asks(town, &ada, &[("consent", "lamps")]);
        assert_eq!(rang(town, &mayas), 1);
        comes(&maya, &first).is(303);
        let second = asks(town, &joe, &[("consent", "lamps")]);
        joe.visits(&second).is(200).shows(NOBODY);
        assert_eq!(rang(town, &mayas), 0, "she is with somebody");
        presses(&ada, &first, "turn", &[("move", "close")]).is(303);
        assert_eq!(rang(town, &mayas), 1);
        joe.visits(&second).is(200).shows(ONE);
        comes(&maya, &second).is(303);

        let third = asks(town, &ada, &[("consent", "lamps")]);
        assert_eq!((rang(town, &mayas), asked(&ada, &third)), (0, 0.into()));
        presses(&maya, &second, "turn", &[("move", "leave")]).is(303);
        assert_eq!((rang(town, &mayas), asked(&ada, &third), asked(&joe, &second)), (1, 1.into(), 0.into()));
    }

    fn whoever_hands_over_is_free_with_the_one_who_takes_over(town) {
        let (ada, maya, room) = they_talk(town);
        let bea = near(town, "Bea Stone", "middays", Reach::Community, &maya);
        let joe = near(town, "Slow Joe", "mornings", Reach::Community, &ada);
        let mayas = phone_of(&maya);
        let waits = asks(town, &bea, &[("consent", "lamps")]);
        lights(&joe);
        presses(&maya, &room, "turn", &[("move", "hand-over")]).is(303);
        assert_eq!((rang(town, &mayas), asked(&bea, &waits)), (0, 0.into()), "she stays until somebody comes");
        comes(&joe, &room).is(303);
        assert_eq!((rang(town, &mayas), asked(&bea, &waits)), (1, 1.into()));
    }

    fn whoever_came_to_as_many_as_they_chose_is_free_and_not_rung(town) {
        let (ada, maya) = two_neighbours(town);
        let joe = near(town, "Slow Joe", "mornings", Reach::Community, &maya);
        keeps_hours(&maya, &[("a_day", "1")]).is(303);
        lights(&maya);
        let mayas = phone_of(&maya);
        let first = asks(town, &ada, &[("consent", "lamps")]);
        assert_eq!(rang(town, &mayas), 1);
        comes(&maya, &first).is(303);
        let second = asks(town, &joe, &[("consent", "lamps")]);
        presses(&ada, &first, "turn", &[("move", "take-back")]).is(303);
        town.waits_s(300);
        assert_eq!((rang(town, &mayas), asked(&joe, &second)), (0, 0.into()));
    }

    fn a_lamp_that_lights_rings_for_nobody_it_may_not_come_to(town) {
        let (ada, maya) = two_neighbours(town);
        let room = asks(town, &ada, &[("consent", "lamps")]);
        town.settles();
        let before = town.count(RUNG);
        let sam = town.person("Sam Hollow");
        let cedar = near(town, "Calm Cedar", "middays", Reach::Community, &ada);
        came_long_ago(town, &[&sam]);
        blocks(&ada, "maya-lake");
        let paused = cedar.face;
        town.arranges(move |tx| tx.batch(&format!("UPDATE membership SET state = 'paused' WHERE face_id = {paused}")));
        presses(&cedar, "", "lamp", &[("minutes", "30")]).is(403);
        for person in [&maya, &sam] {
            lights(person);
            town.settles();
            person.visits("/news").is(200).shows("All quiet.");
            presses(person, &room, "come", &[]).is(404);
        }
        town.waits_s(300);
        assert_eq!((town.count(RUNG), asked(&ada, &room)), (before, 0.into()));
        ada.visits(&room).is(200).shows(NOBODY);
        assert_eq!(town.stranger().posts("/lamp", &[("minutes", "30")]).status, 401);
    }

    fn where_nobody_is_waited_for_a_lamp_that_lights_is_rung_for_nobody(town) {
        let (ada, _maya, room) = they_talk(town);
        let joe = near(town, "Slow Joe", "mornings", Reach::Community, &ada);
        town.settles();
        let before = town.count(RUNG);
        lights(&joe);
        town.waits_s(300);
        assert_eq!(town.count(RUNG), before);
        joe.visits("/news").is(200).shows("All quiet.");
        presses(&ada, &room, "turn", &[("move", "cover")]).is(303);
        town.settles();
        joe.visits("/news").is(200).shows("Somebody asks for company");
    }

    fn a_lamp_in_a_private_group_is_rung_and_the_group_is_not_named(town) {
        let ada = town.person("Quiet Ada");
        let joe = near(town, "Slow Joe", "nightowls", Reach::Group, &ada);
        let joes = phone_of(&joe);
        let room = asks(town, &ada, &[("consent", "lamps")]);
        lights(&joe);
        assert_eq!(rang(town, &joes), 1);
        ada.visits(&room).is(200).shows(ONE).hides("Slow Joe");
        assert_eq!(joe.visits("/support/asks").is(200).hides("Quiet Ada").count("#asks article"), 1);
        assert!(!joe.visits("/news").is(200).shows("Somebody asks for company").text("main").contains("nightowls"));
    }
}
