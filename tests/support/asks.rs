//! Asking: two taps, who is told, how far it goes and when, and one winner a seat.

use hearthside::policy::Reach;

use super::{asks, came_long_ago, comes, keeps_hours, lights, presses, two_neighbours};
use crate::harness::{Person, Town};

const HOUR_S: i64 = 3_600;

/// What somebody's list of asks holds.
fn sees(person: &Person) -> usize {
    person.visits("/support/asks").is(200).count("#asks article")
}

/// Listeners with lit lamps in the group of whoever asks.
fn lit<const N: usize>(town: &Town, names: [&str; N], ada: &Person) -> [Person; N] {
    let people = names.map(|name| town.person(name));
    let all: Vec<&Person> = people.iter().chain([ada]).collect();
    town.group("evenings", Reach::Community, &all);
    came_long_ago(town, &people.iter().collect::<Vec<_>>());
    people.iter().for_each(lights);
    people
}

on_both! {
    fn two_taps_ask_and_whoever_has_a_lamp_on_is_told_without_a_name(town) {
        let (ada, maya) = two_neighbours(town);
        let sam = town.person("Sam Hollow");
        came_long_ago(town, &[&sam]);
        ada.visits("/support").is(200).shows("Nobody whom you can reach has a lamp on right now.");
        lights(&maya);
        lights(&sam);
        ada.visits("/support").is(200).shows("One person whom you can reach has a lamp on now.");

        let room = asks(town, &ada, &[("need", "craving"), ("line", "Zanzibar night")]);
        ada.visits(&room).is(200).shows("One person can see it now.").shows("Zanzibar night");
        maya.visits("/news").is(200).shows("Somebody asks for company").hides("Quiet Ada").hides("Zanzibar");
        let list = maya.visits("/support/asks").is(200).shows("I am having a craving").shows("Zanzibar night");
        list.shows("Nobody is there yet.").hides("Quiet Ada");
        maya.visits("/support").is(200).shows("One person asks for company");

        assert_eq!((sees(&sam), sees(&ada)), (0, 0), "a lamp elsewhere is not asked, and nobody comes to themself");
        sam.visits("/news").is(200).shows("All quiet.");
        presses(&sam, &room, "come", &[]).is(404);
        assert_eq!(presses(&ada, &room, "come", &[]).is(303).location, room);

        assert_eq!(comes(&maya, &room).is(303).location, room);
        town.settles();
        ada.visits(&room).is(200).shows("Someone is with you: Maya Lake.");
        let news = ada.visits("/news").is(200).shows("Somebody came, as you asked").hides("Maya Lake");
        let form = news.attribute("ul.rows form", "action").unwrap();
        let sent = ada.fills(&news, &form, &[]).is(303);
        assert_eq!(ada.follows(sent).text("h1"), "A small room");
        maya.visits(&room).is(200).shows("You are with Quiet Ada.").shows("Zanzibar night");
        presses(&maya, &room, "come", &[]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM ask_seat"), 1, "coming twice is coming once");
    }

    fn a_program_is_told_help_first_and_asks_as_it_is_once_it_was_shown(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let json = [("content-type", "application/json")];
        let asks = |more: &str| {
            let body = format!(r#"{{"need":"craving","line":"I want to kill myself","consent":"groups"{more}}}"#);
            ada.sends("POST", "/api/v1/company", &json, Some(body.as_bytes()))
        };
        for more in ["", r#","helped":false"#] {
            let answer = asks(more).is(409).json();
            assert_eq!((&answer["code"], &answer["field"]), (&"help-first".into(), &"helped".into()));
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM ask"), 0, "nothing is asked yet");
        let id = asks(r#","helped":true"#).is(201).json()["id"].as_str().unwrap().to_owned();
        let room = ada.sends("GET", &format!("/api/v1/company/{id}"), &[], None).is(200).json();
        assert_eq!(room["sounds_heavy"], true);
        town.settles();
        maya.visits("/support/asks").is(200).shows("I want to kill myself");
        assert_eq!(town.count("SELECT count(*) AS n FROM concern"), 0, "nobody else is told");
        // A calm line asks at once.
        let calm = br#"{"need":"company","line":"A quiet evening","consent":"lamps"}"#;
        maya.sends("POST", "/api/v1/company", &json, Some(calm)).is(201);
    }

    fn a_heavy_line_is_offered_help_first_and_asks_as_it_is_with_one_more_press(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let heavy = "I want to kill myself";
        let page = ada.visits("/support/ask").is(200);
        let offer = ada.fills(&page, "/support/ask", &[("line", heavy), ("need", "craving"), ("consent", "groups")]).is(200);
        let offer = offer.shows("Your words sound heavy.").shows(heavy);
        let at = |words: &str| offer.body.find(words).unwrap();
        assert!(at("id=\"danger\"") < at("id=\"yours\""), "numbers come first");
        assert_eq!(offer.count("button[value=keep]"), 0, "no draft is kept of it");
        assert_eq!(town.count("SELECT count(*) AS n FROM ask"), 0);

        let back = ada.fills(&offer, "/support/ask", &[("step", "edit")]).is(200);
        assert_eq!(back.attribute("#line", "value").as_deref(), Some(heavy));
        assert_eq!(back.count("input[value=craving][checked], input[value=groups][checked]"), 2);
        let room = ada.fills(&offer, "/support/ask", &[]).is(303).location;
        town.settles();
        ada.visits(&room).is(200).shows(heavy);
        maya.visits("/support/asks").is(200).shows(heavy);
        assert_eq!(town.count("SELECT count(*) AS n FROM concern"), 0, "nobody else is told");
    }

    fn whoever_asks_already_is_led_back_to_their_room(town) {
        let (ada, maya) = two_neighbours(town);
        let room = asks(town, &ada, &[]);
        let page = maya.visits("/support/ask").is(200);
        assert_eq!(page.count("#ask"), 1);
        assert_eq!(ada.visits("/support/ask").is(303).location, room);
        let support = ada.visits("/support").is(200).shows("Back to your room");
        assert_eq!((support.count("#ask"), support.count(&format!("a[href='{room}']"))), (0, 1));
        assert_eq!(presses(&ada, "/support", "ask", &[("need", "used")]).is(303).location, room);
        assert_eq!(town.count("SELECT count(*) AS n FROM ask"), 1);
        assert_eq!(town.count("SELECT count(*) AS n FROM ask WHERE need = 'company'"), 1);
    }

    fn pressed_eight_times_at_once_it_is_one_ask(town) {
        let (ada, _) = two_neighbours(town);
        let token = ada.visits("/you/names").attribute("input[name=csrf]", "value").unwrap();
        let cookie = ada.cookie("__Host-s").unwrap();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                let same = town.stranger();
                same.keeps("__Host-s", &cookie);
                let token = &token;
                scope.spawn(move || same.posts("/support/ask", &[("csrf", token)]).is(303));
            }
        });
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM ask"), 1);
        assert_eq!(town.count("SELECT CAST(sum(n) AS BIGINT) AS n FROM ask_tally"), 1);
    }

    fn of_six_who_come_at_once_three_have_a_seat(town) {
        let ada = town.person("Quiet Ada");
        let people = lit(town, ["Calm Amber", "Calm Birch", "Calm Cedar", "Calm Dune", "Calm Elder", "Calm Fern"], &ada);
        let room = asks(town, &ada, &[]);
        let mut answers: Vec<u16> = std::thread::scope(|scope| {
            let all: Vec<_> = people.into_iter().map(|person| {
                let room = &room;
                scope.spawn(move || presses(&person, room, "come", &[]).status)
            }).collect();
            all.into_iter().map(|one| one.join().unwrap()).collect()
        });
        answers.sort_unstable();
        assert_eq!(answers, [303, 303, 303, 409, 409, 409]);
        assert_eq!(town.count("SELECT count(DISTINCT seat) AS n FROM ask_seat WHERE seat BETWEEN 1 AND 3"), 3);
        assert_eq!(town.count("SELECT count(*) AS n FROM ask_seat"), 3);
        ada.visits(&room).is(200).shows("People are with you:");
    }

    fn it_goes_as_far_as_was_agreed_to_at_two_and_at_five_minutes(town) {
        let (ada, maya) = two_neighbours(town);
        let [sam, joe, bea] = ["Sam Hollow", "Slow Joe", "Bea Stone"].map(|name| town.person(name));
        town.group("middays", Reach::Community, &[&bea, &ada]);
        came_long_ago(town, &[&sam, &joe, &bea]);
        keeps_hours(&maya, &[("askable", "groups")]).is(303);
        keeps_hours(&sam, &[("askable", "everyone")]).is(303);
        lights(&joe);
        lights(&bea);

        let room = asks(town, &ada, &[("consent", "everyone")]);
        ada.visits(&room).is(200).shows("One person can see it now.").shows("it goes further by itself");
        assert_eq!((sees(&maya), sees(&sam), sees(&joe)), (0, 0, 0));
        town.waits_s(119);
        assert_eq!(sees(&maya), 0);
        town.waits_s(1);
        assert_eq!((sees(&maya), sees(&sam), sees(&joe)), (1, 0, 0));
        maya.visits("/news").is(200).shows("Somebody asks for company");
        ada.visits(&room).is(200).shows("2 people can see it now.");
        town.waits_s(180);
        assert_eq!((sees(&maya), sees(&sam), sees(&joe)), (1, 1, 1));
        ada.visits(&room).is(200).shows("4 people can see it now.").hides("it goes further by itself");
        town.waits_s(300);
        ada.visits(&room).is(200).shows("Nobody has answered yet. That is not about you.").shows("Call or text a helpline");
        comes(&sam, &room).is(303);
        assert_eq!(town.count("SELECT n FROM ask_tally WHERE outcome = 'ten'"), 1);
    }

    fn without_a_word_it_goes_to_lit_lamps_alone_and_further_when_one_presses(town) {
        let (ada, maya) = two_neighbours(town);
        let sam = town.person("Sam Hollow");
        came_long_ago(town, &[&sam]);
        keeps_hours(&maya, &[("askable", "groups")]).is(303);
        lights(&sam);
        let room = asks(town, &ada, &[("consent", "lamps")]);
        town.waits_s(601);
        assert_eq!((sees(&maya), sees(&sam)), (0, 0), "nobody agreed to more");
        presses(&maya, &room, "widen", &[]).is(404);
        let page = ada.visits(&room).is(200);
        ada.fills(&page, &format!("{room}/widen"), &[]).is(303);
        town.settles();
        assert_eq!((sees(&maya), sees(&sam)), (1, 0));
        let page = ada.visits(&room).is(200);
        ada.fills(&page, &format!("{room}/widen"), &[]).is(303);
        assert_eq!((sees(&maya), sees(&sam)), (1, 1));
        let page = ada.visits(&room).is(200);
        assert_eq!(page.count(&format!("form[action='{room}/widen']")), 0);
        presses(&ada, &room, "widen", &[]).is(303);
    }

    fn somebody_in_no_group_reaches_whoever_has_a_lamp_on(town) {
        let (ada, sam) = (town.person("Quiet Ada"), town.person("Sam Hollow"));
        came_long_ago(town, &[&sam]);
        lights(&sam);
        ada.visits("/support").is(200).shows("You are in no group yet");
        let room = asks(town, &ada, &[]);
        ada.visits(&room).is(200).shows("One person can see it now.");
        comes(&sam, &room).is(303);
    }

    fn after_two_hours_nobody_is_asked_any_more_and_within_a_day_nothing_is_left(town) {
        let (ada, maya) = two_neighbours(town);
        town.begins();
        let room = asks(town, &ada, &[("line", "Zanzibar night"), ("consent", "everyone")]);
        town.waits_s(2 * HOUR_S + 900);
        let page = ada.visits(&room).is(200).shows("Nobody came. That is not about you").shows("Call or text a helpline");
        page.hides("Zanzibar night");
        lights(&maya);
        assert_eq!(sees(&maya), 0);
        assert_eq!(town.count("SELECT n FROM ask_tally WHERE outcome = 'unanswered'"), 1);
        presses(&ada, &room, "say", &[("words", "Still here")]).is(409).shows("This is over.").shows("Still here");
        let again = asks(town, &ada, &[]);
        assert_ne!(again, room);
        town.waits_s(24 * HOUR_S);
        ada.visits(&room).is(404);
        ada.visits(&again).is(404);
        assert_eq!(town.count("SELECT count(*) AS n FROM ask"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM lamp WHERE lit_until IS NOT NULL"), 0);
    }

    fn asked_many_times_in_a_day_it_is_never_refused_and_goes_no_further_by_itself(town) {
        let (ada, _) = two_neighbours(town);
        for _ in 0..5 {
            let room = asks(town, &ada, &[("consent", "everyone")]);
            presses(&ada, &room, "turn", &[("move", "take-back")]).is(303);
        }
        asks(town, &ada, &[("consent", "everyone")]);
        assert_eq!(town.count("SELECT count(*) AS n FROM ask WHERE consent = 'everyone'"), 5);
        assert_eq!(town.count("SELECT count(*) AS n FROM ask WHERE over_on IS NULL AND consent = 'lamps'"), 1);
    }

    fn a_line_that_is_too_long_is_given_back_and_nothing_is_asked(town) {
        let (ada, _) = two_neighbours(town);
        let long = "word ".repeat(50);
        let page = ada.visits("/support").is(200);
        let seen = ada.fills(&page, "/support/ask", &[("line", &long), ("need", "used"), ("consent", "groups")]).is(422);
        let seen = seen.shows("49 letters too long");
        assert_eq!(seen.attribute("#line", "value").as_deref(), Some(long.as_str()));
        assert_eq!(seen.count("input[name=need][value=used][checked]"), 1);
        assert_eq!(seen.count("input[name=consent][value=groups][checked]"), 1);
        assert_eq!(town.count("SELECT count(*) AS n FROM ask"), 0);
        assert_eq!(town.stranger().posts("/support/ask", &[("line", "x")]).status, 401);
    }

    fn what_is_written_down_of_it_names_nobody(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let room = asks(town, &ada, &[("line", "Zanzibar night")]);
        comes(&maya, &room).is(303);
        town.settles();
        let (ada, maya) = (ada.face.to_string(), maya.face.to_string());
        let news = town.lines("SELECT payload AS line FROM event WHERE kind IN ('AskRung', 'AskClaimed', 'RoomChanged', 'LampChanged')");
        assert!(!news.is_empty());
        assert!(news.iter().all(|news| !news.contains(&ada) && !news.contains(&maya)), "{news:?}");
        let notices = town.lines("SELECT CAST(count(*) AS TEXT) AS line FROM notice WHERE from_face IS NOT NULL");
        assert_eq!(notices, ["0"]);
        let row = town.lines("SELECT line FROM ask").join(" ");
        assert!(!row.is_empty() && !row.contains("Zanzibar"), "sealed: {row}");
        assert_eq!(town.count("SELECT rung_at % 86400000 AS n FROM ask"), 0, "once somebody came, the minute is gone");
    }
}
