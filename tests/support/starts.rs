//! Where an ask begins: as far as its writer let it go the last time, or wider where nobody there can be asked, and it says so.

use hearthside::support::oncall;
use serde_json::Value;

use super::{asks, came_long_ago, keeps_hours, lights, presses, two_neighbours};
use crate::forum::export::copy_in;
use crate::harness::{Person, Seen};

const KEPT: &str = "SELECT count(*) AS n FROM ask_usual";
const NOBODY: &str = "Nobody whom you can reach has a lamp on right now.";
const WIDER: &str = "So a wider choice is marked below";
const BEFORE: &str = "You let it go further the last time";

/// Which choice is marked on the form.
#[track_caller]
fn marked(page: &Seen) -> String {
    page.attribute("#ask input[name=consent][checked]", "value").unwrap()
}

/// Where a program reads that an ask begins, and whether that is wider than was chosen.
fn read(person: &Person) -> (Value, Value) {
    let seen = person.sends("GET", "/api/v1/company", &[("accept", "application/json")], None).is(200).json();
    (seen["starts"].clone(), seen["is_wider"].clone())
}

#[track_caller]
fn takes_back(person: &Person, room: &str) {
    presses(person, room, "turn", &[("move", "take-back")]).is(303);
}

on_both! {
    fn an_ask_begins_where_its_writer_let_it_go_the_last_time(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let page = ada.visits("/support").is(200).shows("One person whom you can reach").hides(WIDER).hides(BEFORE);
        assert_eq!((marked(&page), read(&ada)), ("lamps".to_owned(), ("lamps".into(), false.into())));
        let room = asks(town, &ada, &[("consent", "everyone")]);
        takes_back(&ada, &room);
        let page = ada.visits("/support").is(200).hides(WIDER);
        assert_eq!((marked(&page), read(&ada)), ("everyone".to_owned(), ("everyone".into(), false.into())));
        assert_eq!(marked(&ada.visits("/support/ask").is(200)), "everyone");
        assert_eq!(marked(&maya.visits("/support").is(200)), "groups", "it is nobody else's: nobody she can reach has a lamp on");

        // It goes there by itself now, with nothing chosen anew.
        let room = asks(town, &ada, &[]);
        let seen = ada.sends("GET", &room.replace("/support/ask", "/api/v1/company"), &[("accept", "application/json")], None);
        assert_eq!(seen.is(200).json()["consent"], "everyone");
        takes_back(&ada, &room);
        let room = asks(town, &ada, &[("consent", "lamps")]);
        takes_back(&ada, &room);
        assert_eq!((marked(&ada.visits("/support").is(200)), town.count(KEPT)), ("lamps".to_owned(), 1));
    }

    fn it_is_sealed_in_ones_own_copy_and_goes_with_its_owner(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let room = asks(town, &ada, &[("consent", "everyone")]);
        takes_back(&ada, &room);
        let row = town.lines("SELECT sealed AS line FROM ask_usual").join(" ");
        assert!(row.len() > 40 && !row.contains("everyone"), "sealed: {row}");
        let copy = |person: &Person| {
            let seen = person.sends("POST", "/api/v1/me/copy", &[], None).is(200);
            copy_in(&seen).replace(' ', "")
        };
        let (own, hers) = (copy(&ada), copy(&maya));
        assert!(own.contains(r#""asks_as_far_as":"everyone""#), "{own}");
        assert!(hers.contains(r#""asks_as_far_as":null"#), "{hers}");
        let gone = ada.face;
        town.arranges(move |tx| oncall::erase(tx, gone));
        assert_eq!(town.count(KEPT), 0);
    }

    fn where_nobody_can_be_asked_a_wider_choice_is_marked_and_said_and_it_is_not_taken_for_ones_own(town) {
        let (ada, maya) = two_neighbours(town);
        let page = ada.visits("/support").is(200).shows(NOBODY).shows(WIDER).shows("You can choose another one.");
        assert_eq!((marked(&page), read(&ada)), ("groups".to_owned(), ("groups".into(), true.into())));
        // As it stands, with one press.
        let room = asks(town, &ada, &[]);
        ada.visits(&room).is(200).shows("If nobody comes, it goes further by itself");
        takes_back(&ada, &room);
        assert_eq!(town.count(KEPT), 0, "that was ours");
        let json = [("content-type", "application/json"), ("accept", "application/json")];
        let offered = br#"{"need":"company","line":"","consent":"groups","is_offered":true}"#;
        let id = ada.sends("POST", "/api/v1/company", &json, Some(offered)).is(201).json()["id"].as_str().unwrap().to_owned();
        takes_back(&ada, &format!("/support/ask/{id}"));
        assert_eq!(town.count(KEPT), 0);

        lights(&maya);
        let page = ada.visits("/support").is(200).hides(NOBODY).hides(WIDER);
        assert_eq!(marked(&page), "lamps");
        let lamp = maya.visits("/lamp").is(200);
        maya.fills(&lamp, "/lamp/out", &[]).is(303);
        let room = asks(town, &ada, &[("consent", "everyone")]);
        takes_back(&ada, &room);
        let page = ada.visits("/support").is(200).shows(NOBODY).shows(BEFORE).hides(WIDER);
        assert_eq!((marked(&page), town.count(KEPT)), ("everyone".to_owned(), 1));
        let chosen = br#"{"need":"company","line":"","consent":"lamps"}"#;
        let id = ada.sends("POST", "/api/v1/company", &json, Some(chosen)).is(201).json()["id"].as_str().unwrap().to_owned();
        takes_back(&ada, &format!("/support/ask/{id}"));
        assert_eq!(read(&ada), ("groups".into(), true.into()), "what a program sends is a choice");
    }

    fn the_nearest_choice_that_reaches_anybody_is_the_one_that_is_marked(town) {
        let (ada, _maya) = two_neighbours(town);
        let sam = town.person("Sam Hollow");
        came_long_ago(town, &[&sam]);
        keeps_hours(&sam, &[("askable", "everyone")]).is(303);
        assert_eq!(marked(&ada.visits("/support").is(200).shows(WIDER)), "everyone");
        // Whoever is in no group has nobody to ask there.
        let bea = town.person("Bea Stone");
        assert_eq!(marked(&bea.visits("/support").is(200).shows(WIDER)), "everyone");
        keeps_hours(&sam, &[("askable", "lamps")]).is(303);
        assert_eq!(marked(&ada.visits("/support").is(200).shows(WIDER)), "groups", "where none does, the next one");
    }

    fn help_first_and_a_fault_keep_what_was_marked(town) {
        let (ada, _maya) = two_neighbours(town);
        let page = ada.visits("/support/ask").is(200);
        let offer = ada.fills(&page, "/support/ask", &[("line", "I want to kill myself")]).is(200);
        ada.fills(&offer, "/support/ask", &[]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM ask WHERE consent = 'groups'"), 1);
        assert_eq!(town.count(KEPT), 0, "it was offered still");
        let long = "word ".repeat(50);
        let bea = town.person("Bea Stone");
        let page = bea.visits("/support").is(200);
        let seen = bea.fills(&page, "/support/ask", &[("line", &long), ("consent", "lamps")]).is(422).shows(NOBODY).hides(WIDER);
        assert_eq!(marked(&seen), "lamps");
    }
}
