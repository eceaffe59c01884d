//! Who is not there any more, and what is not lost by it: listeners who are paused, closed or erased; words for a door that is shut.

use std::time::Duration;

use hearthside::events::forum::Event as Forum;
use hearthside::events::identity::Event as Identity;
use hearthside::policy::Reach;
use hearthside::support::oncall;

use super::{asks, came_long_ago, comes, lights, presses, says, they_talk, two_neighbours};
use crate::harness::{Person, Seen, Town};

const RUNG: &str = "SELECT count(*) AS n FROM event WHERE kind = 'AskRung'";
const IN_VAIN: &str =
    "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) AS n FROM ask_tally WHERE outcome = 'unanswered'";
const LONG: Duration = Duration::from_secs(10);

/// Joe, with a lamp on, in another group of whoever asks.
fn joe(town: &Town, ada: &Person) -> Person {
    let joe = town.person("Slow Joe");
    town.group("mornings", Reach::Community, &[&joe, ada]);
    came_long_ago(town, &[&joe]);
    lights(&joe);
    joe
}

/// A host pauses or closes somebody's account.
fn ends(host: &Person, name: &str, verb: &str) {
    let place = format!("/host/people/{}", name.replace(' ', "%20"));
    let page = host.visits(&place).is(200);
    let csrf = page.form(&place, &[]).into_iter().find(|(name, _)| name == "csrf").unwrap().1;
    let sent = [("csrf", csrf.as_str()), ("verb", verb), ("reason", "a rest"), ("until", "2026-12-01")];
    host.posts(&place, &sent).is(303);
}

#[track_caller]
fn tells(person: &Person, room: &str, door: &str, body: &str) -> Seen {
    let path = room.replace("/support/ask", "/api/v1/company");
    let json = [("content-type", "application/json"), ("accept", "application/json")];
    person.sends("POST", &format!("{path}{door}"), &json, Some(body.as_bytes()))
}

on_both! {
    fn a_listener_whose_account_is_paused_is_with_nobody_and_others_are_asked(town) {
        let (ada, maya, room) = they_talk(town);
        let joe = joe(town, &ada);
        let host = town.host("Patient Alder");
        town.settles();
        let before = town.count(RUNG);
        let hears = ada.listens(&format!("{room}/live"));
        ends(&host, "Maya Lake", "pause");
        town.settles();
        assert_eq!(hears.recv_timeout(LONG).as_deref(), Ok("event: news"));
        ada.visits(&room).is(200).shows("Nobody is there yet.").hides("is with you").shows("vellumotter");
        assert_eq!((town.count(RUNG), town.count("SELECT count(*) AS n FROM ask_seat WHERE seat IS NOT NULL")), (before + 1, 0));
        joe.visits("/news").is(200).shows("Somebody asks for company");
        assert_ne!(maya.visits(&room).status, 200);
        comes(&joe, &room).is(303);
        ada.visits(&room).is(200).shows("Someone is with you: Slow Joe.");
    }

    fn what_somebody_asked_whose_account_is_paused_ends_with_every_word(town) {
        let (ada, maya, room) = they_talk(town);
        let host = town.host("Patient Alder");
        ends(&host, "Quiet Ada", "pause");
        town.settles();
        maya.visits(&room).is(200).shows("Thank you for being there.").hides("vellumotter");
        assert_eq!(town.count("SELECT count(*) AS n FROM ask WHERE over_on IS NULL"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM ask_word"), 0);
        assert_eq!(maya.visits("/support/asks").is(200).count("#asks article"), 0);
        assert_ne!(ada.visits(&room).status, 200);
    }

    fn whoever_is_paused_in_a_group_listens_to_nobody_meanwhile_and_their_own_ask_stays(town) {
        let (ada, maya, room) = they_talk(town);
        let group = town.group("nights", Reach::Community, &[&ada, &maya]);
        for face in [maya.face, ada.face] {
            town.arranges(move |tx| {
                tx.batch(&format!("UPDATE membership SET state = 'paused' WHERE face_id = {face} AND group_id = {group}"))?;
                tx.emit(Forum::MemberPaused { group, face })
            });
            town.settles();
        }
        ada.visits(&room).is(200).shows("Nobody whom this reaches has a lamp on right now.").hides("is with you").shows("vellumotter");
        maya.visits(&room).is(200).shows("Thank you for being there.").hides("Quiet Ada");
        assert_eq!(town.count("SELECT count(*) AS n FROM ask WHERE phase = 'open'"), 1);
    }

    fn whose_account_is_open_stays_whatever_else_is_said_of_them(town) {
        let (ada, maya, room) = they_talk(town);
        let group = town.group("nights", Reach::Community, &[&ada, &maya]);
        for face in [maya.face, ada.face] {
            town.arranges(move |tx| {
                tx.emit(Identity::StandingChanged { face })?;
                // They were let back before it was heard.
                tx.emit(Forum::MemberPaused { group, face })
            });
        }
        town.settles();
        ada.visits(&room).is(200).shows("Someone is with you: Maya Lake.");
    }

    fn open_pages_of_a_room_hear_that_somebody_in_it_is_gone(town) {
        let (ada, maya, room) = they_talk(town);
        let joe = joe(town, &ada);
        let (gone, asked) = (maya.face, ada.face);
        let hears = ada.listens(&format!("{room}/live"));
        town.arranges(move |tx| oncall::erase(tx, gone));
        assert_eq!(hears.recv_timeout(LONG).as_deref(), Ok("event: news"));
        town.settles();
        comes(&joe, &room).is(303);
        let hears = joe.listens(&format!("{room}/live"));
        town.arranges(move |tx| oncall::erase(tx, asked));
        assert_eq!(hears.recv_timeout(LONG).as_deref(), Ok("event: news"));
        joe.visits(&room).is(404);
        assert_eq!(town.count("SELECT count(*) AS n FROM job WHERE kind = 'widen-ask'"), 0, "its clocks are stopped");
    }

    fn who_waits_in_vain_for_ten_minutes_is_counted_however_it_ends(town) {
        let (ada, maya) = two_neighbours(town);
        for (waits_s, moves, counted) in [(599, "take-back", 0), (600, "take-back", 1), (2_400, "hand-off", 2)] {
            let room = asks(town, &ada, &[]);
            town.waits_s(waits_s);
            presses(&ada, &room, "turn", &[("move", moves)]).is(303);
            assert_eq!(town.count(IN_VAIN), counted, "after {waits_s} s");
        }
        lights(&maya);
        let room = asks(town, &ada, &[]);
        comes(&maya, &room).is(303);
        says(&maya, &room, "I am here.").is(303);
        presses(&maya, &room, "turn", &[("move", "leave")]).is(303);
        town.waits_s(900);
        presses(&ada, &room, "turn", &[("move", "take-back")]).is(303);
        assert_eq!(town.count(IN_VAIN), 2, "somebody was there");
    }

    fn where_somebody_was_there_and_went_nobody_reads_that_nobody_answered(town) {
        let (ada, maya, room) = they_talk(town);
        presses(&maya, &room, "turn", &[("move", "leave")]).is(303);
        town.waits_s(599);
        ada.visits(&room).is(200).hides("Whoever was here has gone");
        town.waits_s(1);
        ada.visits(&room).is(200).shows("Whoever was here has gone, and nobody else has come yet.").hides("Nobody has answered yet").shows("Call or text a helpline");
    }

    fn whoever_writes_into_a_room_that_was_ended_reads_what_is_theirs_to_read_and_has_their_words(town) {
        for (moves, sentence) in [("take-back", "Taken back."), ("hand-off", "Good that you go on to where help is.")] {
            let ada = town.person(&format!("Quiet {moves}").replace('-', " "));
            let maya = town.person(&format!("Calm {moves}").replace('-', " "));
            town.group(moves, Reach::Community, &[&maya, &ada]);
            came_long_ago(town, &[&maya]);
            lights(&maya);
            let room = asks(town, &ada, &[]);
            comes(&maya, &room).is(303);
            presses(&ada, &room, "turn", &[("move", moves)]).is(303);
            let seen = presses(&maya, &room, "say", &[("words", "Sleep well")]).is(409);
            let seen = seen.shows("This is over.").shows("Thank you for being there.").shows("This was not sent").shows("Sleep well").hides(sentence);
            assert_eq!(seen.count("#say-here"), 0);
            presses(&maya, &room, "turn", &[("move", "cover")]).is(409).shows("Thank you for being there.").hides(sentence).hides("This was not sent");
            presses(&ada, &room, "say", &[("words", "Good night")]).is(409).shows(sentence).shows("This was not sent").shows("Good night");
        }
    }

    fn words_for_a_room_one_left_or_that_is_gone_are_given_back(town) {
        let (ada, maya, room) = they_talk(town);
        let sam = town.person("Sam Hollow");
        presses(&maya, &room, "turn", &[("move", "leave")]).is(303);
        presses(&maya, &room, "say", &[("words", "Half a goodbye")]).is(409).shows("You are not in this room any more").shows("Half a goodbye").hides("quokkaharbour");
        assert_eq!(tells(&maya, &room, "/words", r#"{"words":"Half a goodbye","once":null}"#).is(409).json()["code"], "ask-left");
        assert_eq!(tells(&maya, &room, "/turn", r#"{"move":"ease"}"#).is(409).json()["code"], "ask-left");
        presses(&maya, &room, "say", &[("words", "  ")]).is(422).shows("Thank you for being there.");
        let theirs = presses(&sam, &room, "say", &[("words", "Not mine")]).is(404).shows("This is not here any more").shows("Not mine");
        tells(&sam, &room, "/words", r#"{"words":"Not mine","once":null}"#).is(404);
        town.app.clock().advance_s(24 * 3_600);
        for person in [&ada, &maya] {
            presses(person, &room, "say", &[("words", "Too late")]).is(404).shows("This is not here any more").shows("Too late").hides("quokkaharbour");
            presses(person, &room, "say", &[("words", " ")]).is(404);
            presses(person, &room, "turn", &[("move", "ease")]).is(404);
        }
        let none = presses(&sam, "/support/ask/00000000000000", "say", &[("words", "Not mine")]).is(404);
        assert_eq!(none.text("main"), theirs.text("main"), "hidden and absent are told alike");
    }

    fn whoever_comes_too_late_reads_so_on_the_list(town) {
        let (ada, maya) = two_neighbours(town);
        let sam = town.person("Sam Hollow");
        lights(&maya);
        let room = asks(town, &ada, &[]);
        let sentence = "This is over, or somebody was quicker. Thank you for wanting to come.";
        let lamp = maya.visits("/lamp").is(200);
        maya.fills(&lamp, "/lamp/out", &[]).is(303);
        presses(&maya, &room, "come", &[]).is(404).shows(sentence).shows("Nobody asks right now.");
        lights(&maya);
        presses(&ada, &room, "turn", &[("move", "take-back")]).is(303);
        for person in [&maya, &sam] {
            presses(person, &room, "come", &[]).is(404).shows(sentence);
            assert_eq!(tells(person, &room, "/come", "").is(404).json()["code"], "ask-not-here");
        }
        assert_eq!(tells(&sam, "/support/ask/00000000000000", "/come", "").is(404).json()["code"], "ask-not-here");
        presses(&sam, "/support/ask/nonsense!", "come", &[]).is(404);
    }

    fn a_line_sent_while_one_asks_already_stands_in_the_room_to_be_said(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let room = asks(town, &ada, &[("line", "Zanzibar night")]);
        let seen = presses(&ada, "/support", "ask", &[("need", "used"), ("line", "It got worse")]).is(409);
        let seen = seen.shows("You are asking already, so your line was not sent.").shows("Zanzibar night");
        assert_eq!(seen.text("#words"), "It got worse");
        assert_eq!(town.count("SELECT count(*) AS n FROM ask"), 1);
        ada.fills(&seen, &format!("{room}/say"), &[]).is(303);
        ada.visits(&room).is(200).shows("It got worse").hides("You are asking already");
        let again = tells(&ada, "/support/ask", "", r#"{"need":"used","line":"And worse","consent":"lamps"}"#).is(201).json();
        assert_eq!((&again["is_new"], again["id"].as_str()), (&false.into(), room.rsplit('/').next()));
        assert_eq!(town.stranger().posts("/support/ask", &[("line", "x")]).status, 401);
    }
}
