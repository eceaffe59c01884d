//! What rings, how often, and for how long: nobody is called where there is no seat, and nobody who is in danger is left out.

use std::cell::Cell;
use std::thread;

use hearthside::db::Purpose;
use hearthside::policy::Reach;
use hearthside::support::oncall;

use super::{asks, came_long_ago, comes, keeps_hours, lights, presses, says, they_talk, two_neighbours};
use crate::forum::plans::sent;
use crate::forum::said::viewer;
use crate::harness::{Person, Town};
use crate::notify::phone::{Phone, chooses, rings};

const HOUR_S: i64 = 3_600;
const RUNG: &str = "SELECT count(*) AS n FROM event WHERE kind = 'AskRung'";

/// Somebody with a lit lamp, in another group of whoever asks.
fn joe(town: &Town, ada: &Person) -> Person {
    let joe = town.person("Slow Joe");
    town.group("mornings", Reach::Community, &[&joe, ada]);
    came_long_ago(town, &[&joe]);
    lights(&joe);
    joe
}

/// So many people nobody else knows, who ask at the same time; the first of them longest.
fn ask_at_once(town: &Town, many: usize) {
    let now = town.app.clock().now();
    let (rung, ends) = (now.plus_s(-600).0, now.plus_s(20 * HOUR_S).0);
    town.arranges(move |tx| {
        let n = format!("WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < {many})");
        tx.batch(&format!(
            "INSERT INTO face (id, name, name_key, kind, seed, since_week)
                {n} SELECT 1000 + i, 'face ' || i, 'face' || i, 'name', i, 2900 FROM n WHERE TRUE ON CONFLICT DO NOTHING;
             INSERT INTO ask (id, public_id, face_id, need, month, consent, circle, phase, rung_at, ends_at)
                {n} SELECT 1000 + i, substr(CAST(100000000000000 + i AS TEXT), 2), 1000 + i, 'company', '', 'lamps', 'lamps', 'open', {rung} + i, {ends}
                FROM n WHERE TRUE ON CONFLICT DO NOTHING;"
        ))
    });
    town.forgets_commits();
}

/// What a program reads of a room, by its address.
fn read(person: &Person, room: &str) -> serde_json::Value {
    let id = room.rsplit('/').next().unwrap();
    person
        .sends("GET", &format!("/api/v1/company/{id}"), &[("accept", "application/json")], None)
        .is(200)
        .json()
}

on_both! {
    fn where_somebody_came_and_had_to_go_nobody_reads_that_nobody_came(town) {
        town.begins();
        let (ada, maya, room) = they_talk(town);
        presses(&maya, &room, "turn", &[("move", "leave")]).is(303);
        town.waits_s(2 * HOUR_S + 900);
        let page = ada.visits(&room).is(200).shows("Somebody came and had to go").shows("Call or text a helpline").shows("Ask again");
        page.hides("Nobody came").hides("vellumotter");
        maya.visits(&room).is(200).shows("Thank you for being there.").hides("had to go");
        assert_eq!(read(&ada, &room)["phase"], "left");
        assert_eq!(town.count("SELECT count(*) AS n FROM ask_tally WHERE outcome = 'unanswered'"), 0);
        presses(&ada, &room, "say", &[("words", "Still here")]).is(409).shows("This is over.");
        presses(&maya, &room, "come", &[]).is(404);
    }

    fn nobody_is_called_to_a_room_that_is_full(town) {
        let (ada, maya, room) = they_talk(town);
        let [cedar, dune] = ["Calm Cedar", "Calm Dune"].map(|name| town.person(name));
        town.group("afternoons", Reach::Community, &[&cedar, &dune, &ada]);
        came_long_ago(town, &[&cedar, &dune]);
        for person in [&cedar, &dune] {
            lights(person);
            comes(person, &room).is(303);
        }
        let joe = joe(town, &ada);
        presses(&maya, &room, "turn", &[("move", "cover")]).is(409).shows("Others are with them already.");
        town.settles();
        joe.visits("/news").is(200).shows("All quiet.");
        assert_eq!(joe.visits("/support/asks").is(200).count("#asks article"), 0);
        presses(&joe, &room, "come", &[]).is(409);
        presses(&dune, &room, "turn", &[("move", "leave")]).is(303);
        presses(&maya, &room, "turn", &[("move", "cover")]).is(303);
        town.settles();
        joe.visits("/news").is(200).shows("Somebody asks for company");
        comes(&joe, &room).is(303);
    }

    fn another_listener_is_called_once_in_two_minutes_and_whoever_presses_again_reads_why(town) {
        let (ada, maya, room) = they_talk(town);
        let joe = joe(town, &ada);
        town.settles();
        let before = town.count(RUNG);
        presses(&maya, &room, "turn", &[("move", "cover")]).is(303);
        presses(&maya, &room, "turn", &[("move", "cover")]).is(409).shows("Others were asked a moment ago");
        let id = room.rsplit('/').next().unwrap();
        let json = [("content-type", "application/json"), ("accept", "application/json")];
        let again = maya.sends("POST", &format!("/api/v1/company/{id}/turn"), &json, Some(br#"{"move":"cover"}"#)).is(409).json();
        assert_eq!(again["code"], "ask-just-asked");
        for moves in ["hand-over", "stay", "hand-over", "stay"] {
            presses(&maya, &room, "turn", &[("move", moves)]).is(303);
        }
        assert_eq!(town.count(RUNG), before + 1);
        town.waits_s(120);
        presses(&maya, &room, "turn", &[("move", "cover")]).is(303);
        assert_eq!(town.count(RUNG), before + 2);
        assert_eq!(town.count("SELECT count(*) AS n FROM ask WHERE is_calling AND rung_at % 86400000 <> 0"), 1);
        comes(&joe, &room).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM ask WHERE is_calling OR rung_at % 86400000 <> 0"), 0, "when is not kept");
    }

    fn when_nobody_comes_it_is_not_kept_for_long_that_another_one_was_called(town) {
        town.begins();
        let (ada, maya, room) = they_talk(town);
        presses(&maya, &room, "turn", &[("move", "cover")]).is(303);
        town.waits_s(1_800);
        assert_eq!(town.count("SELECT count(*) AS n FROM ask WHERE is_calling OR rung_at % 86400000 <> 0"), 0);
        ada.visits(&room).is(200).shows("Someone is with you: Maya Lake.");
    }

    fn while_it_eases_nobody_is_called(town) {
        let (ada, maya, room) = they_talk(town);
        let joe = town.person("Slow Joe");
        town.group("mornings", Reach::Community, &[&joe, &ada]);
        came_long_ago(town, &[&joe]);
        keeps_hours(&joe, &[("askable", "groups")]).is(303);
        presses(&maya, &room, "turn", &[("move", "ease")]).is(303);
        presses(&ada, &room, "widen", &[]).is(303);
        town.settles();
        joe.visits("/news").is(200).shows("All quiet.");
        assert_eq!(joe.visits("/support/asks").is(200).count("#asks article"), 0);
        presses(&ada, &room, "turn", &[("move", "harder")]).is(303);
        presses(&maya, &room, "turn", &[("move", "cover")]).is(303);
        town.settles();
        joe.visits("/news").is(200).shows("Somebody asks for company");
    }

    fn asked_very_often_in_a_day_it_is_seen_and_can_be_answered_and_rings_no_more(town) {
        let (ada, maya) = two_neighbours(town);
        let phone = Phone::new();
        phone.is_turned_on_by(&maya);
        chooses(&maya, &[("lamp", "push")]);
        lights(&maya);
        let (hushed, take_back) = ("no device rings for it any more", [("move", "take-back")]);
        for n in 1..=8 {
            let room = asks(town, &ada, &[]);
            ada.visits(&room).is(200).hides(hushed);
            if n == 8 {
                rings(town);
                assert_eq!(phone.rung(town).len(), 1, "the eighth rings");
            }
            presses(&ada, &room, "turn", &take_back).is(303);
        }
        let room = asks(town, &ada, &[("need", "used")]);
        rings(town);
        assert_eq!(phone.rung(town).len(), 0);
        ada.visits(&room).is(200).shows(hushed).shows("If you are not safe, do not wait for it.").shows("Call or text a helpline");
        assert_eq!(read(&ada, &room)["rings"], false);
        maya.visits("/news").is(200).shows("Somebody asks for company");
        maya.visits("/support").is(200).shows("One person asks for company");
        comes(&maya, &room).is(303);
        town.settles();
        ada.visits(&room).is(200).shows("Someone is with you: Maya Lake.");
        presses(&ada, &room, "turn", &[("move", "close")]).is(303);
        // Those to which nobody came count for nothing.
        town.arranges(|tx| tx.batch("UPDATE ask SET phase = 'unanswered' WHERE phase = 'taken-back'"));
        let room = asks(town, &ada, &[]);
        ada.visits(&room).is(200).hides(hushed);
        assert_eq!(read(&ada, &room)["rings"], true);
    }

    fn those_where_nobody_is_are_read_first_and_a_full_or_easing_room_is_not_read(town) {
        let (ada, maya, room) = they_talk(town);
        let joe = joe(town, &ada);
        let bea = town.person("Bea Stone");
        town.group("middays", Reach::Community, &[&joe, &bea]);
        town.waits_s(60);
        let open = asks(town, &bea, &[("need", "craving")]);
        let all = joe.visits("/support/asks").is(200);
        let forms = [&open, &room].map(|room| all.body.find(&format!("{room}/come")).expect("listed"));
        assert!(forms[0] < forms[1], "whoever is alone stands first");
        says(&maya, &room, "Still here.").is(303);
        presses(&maya, &room, "turn", &[("move", "ease")]).is(303);
        let all = joe.visits("/support/asks").is(200);
        assert_eq!((all.count("#asks article"), all.body.contains(&format!("{open}/come"))), (1, true));
    }

    fn forty_who_ask_cost_a_listener_no_statement_more_than_one(town) {
        let maya = town.person("Maya Lake");
        came_long_ago(town, &[&maya]);
        lights(&maya);
        let count = || {
            let url = town.app.settings().server.database().unwrap();
            let mut db = thread::spawn(move || url.open(Purpose::Write).unwrap()).join().unwrap();
            let (viewer, now) = (viewer(&maya, false), town.app.clock().now());
            let seen = Cell::new(0);
            let statements = sent(&mut db, &|db| {
                seen.set(oncall::around(db, &viewer, now)?.asks);
                Ok(())
            });
            (statements, seen.get())
        };
        ask_at_once(town, 1);
        let (one, seen) = count();
        assert_eq!(seen, 1);
        ask_at_once(town, 40);
        let (forty, seen) = count();
        assert_eq!(seen, 40);
        assert_eq!(one.len(), forty.len(), "{one:#?}\n\n{forty:#?}");
        assert!(forty.len() <= 24, "{forty:#?}");
        for path in ["/support", "/support/asks", "/lamp", "/be-there"] {
            maya.visits(path).is(200);
        }
        assert_eq!(maya.visits("/support/asks").is(200).count("#asks article"), 40);
    }

    fn a_ring_that_was_not_taken_is_tried_again_only_while_somebody_is_waited_for(town) {
        let (ada, maya) = two_neighbours(town);
        let (joe, phone) = (joe(town, &ada), Phone::new());
        phone.is_turned_on_by(&maya);
        chooses(&maya, &[("lamp", "push")]);
        lights(&maya);
        let letters = || town.count("SELECT count(*) AS n FROM push_letter");
        let tried = || {
            rings(town);
            phone.rung(town).len()
        };
        phone.service_says(503, "x-nothing", "");
        let room = asks(town, &ada, &[]);
        assert_eq!((tried(), letters()), (1, 1));
        comes(&joe, &room).is(303);
        phone.service_says(201, "x-nothing", "");
        town.waits_s(60);
        assert_eq!((tried(), letters()), (0, 0), "somebody is there");

        // Another one is asked for: that rings.
        presses(&joe, &room, "turn", &[("move", "cover")]).is(303);
        town.settles();
        assert_eq!(tried(), 1);
        presses(&ada, &room, "turn", &[("move", "close")]).is(303);

        phone.service_says(503, "x-nothing", "");
        let room = asks(town, &ada, &[]);
        assert_eq!((tried(), letters()), (1, 1));
        phone.service_says(201, "x-nothing", "");
        town.waits_s(60);
        assert_eq!((tried(), letters()), (1, 0), "nobody is there yet");
        presses(&ada, &room, "turn", &[("move", "take-back")]).is(303);
    }

    fn a_new_ask_does_not_wait_for_the_next_try_of_an_old_ring(town) {
        let (ada, maya) = two_neighbours(town);
        let phone = Phone::new();
        phone.is_turned_on_by(&maya);
        chooses(&maya, &[("lamp", "push")]);
        lights(&maya);
        phone.service_says(429, "retry-after", "500");
        let room = asks(town, &ada, &[]);
        rings(town);
        assert_eq!(phone.rung(town).len(), 1);
        presses(&ada, &room, "turn", &[("move", "take-back")]).is(303);
        phone.service_says(201, "x-nothing", "");
        asks(town, &ada, &[]);
        rings(town);
        assert_eq!(phone.rung(town).len(), 1, "at once");
    }

    fn somebody_who_put_their_lamp_out_meanwhile_is_not_rung(town) {
        let (ada, maya) = two_neighbours(town);
        let phone = Phone::new();
        phone.is_turned_on_by(&maya);
        chooses(&maya, &[("lamp", "push")]);
        lights(&maya);
        asks(town, &ada, &[]);
        let page = maya.visits("/lamp").is(200);
        maya.fills(&page, "/lamp/out", &[]).is(303);
        rings(town);
        assert_eq!(phone.rung(town).len(), 0);
    }
}
