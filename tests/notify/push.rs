//! Devices that are told while nobody looks: of what, when, in which words, and when no more.

use hearthside::policy::Reach;

use super::phone::{A_WHILE_S, Phone, chooses, rings, waits_and_rings};
use crate::forum::aliases::{night_owls, whispers};
use crate::forum::said::{answers, opens};
use crate::harness::{Person, Town};
use crate::support::{asks, comes, keeps_hours, lights, two_neighbours};

/// Ada, who is told of answers on her phone, and Maya, who answers.
fn told(town: &Town) -> (Person, Person, Phone) {
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    town.group("evenings", Reach::Community, &[&ada, &maya]);
    let phone = Phone::new();
    phone.is_turned_on_by(&ada);
    chooses(&ada, &[("replies", "push")]);
    (ada, maya, phone)
}

fn letters(town: &Town) -> i64 {
    town.count("SELECT count(*) AS n FROM push_letter")
}

fn devices(town: &Town) -> i64 {
    town.count("SELECT count(*) AS n FROM push_device")
}

on_both! {
    fn an_answer_rings_once_after_a_while_in_one_neutral_line(town) {
        let (ada, maya, phone) = told(town);
        let thread = opens(town, &ada, "evenings", "First week");
        answers(town, &maya, &thread, "With you");
        answers(town, &maya, &thread, "And again");
        assert_eq!(waits_and_rings(town), 1, "one line for all of it");
        let [rung] = phone.rung(town).try_into().ok().expect("one");
        assert_eq!(rung.line(), "Someone replied.");
        let said = rung.said.to_string();
        for word in ["Maya", "Ada", "First week", "evenings", &*thread, "Porchlight"] {
            assert!(!said.contains(word), "{said}");
        }
        assert_eq!(rung.said["web_push"], 8030);
        assert_eq!(rung.said["notification"]["navigate"].as_str().unwrap().rsplit('/').next(), Some("news"));
        assert_eq!(rung.heard.body.len(), 86 + 1_024 + 16, "always as long");
        assert_eq!((rung.header("urgency"), rung.header("content-encoding")), ("normal", "aes128gcm"));
        assert!(rung.header("ttl").parse::<i64>().unwrap() <= 4 * 3_600);
        assert!((1..=32).contains(&rung.header("topic").len()) && !rung.header("topic").contains("repl"));
        assert_eq!(rung.header("user-agent"), "", "the service is not told who we are twice");
        assert_eq!((waits_and_rings(town), phone.rung(town).len(), letters(town)), (0, 0, 0));
    }

    fn news_that_was_read_meanwhile_does_not_ring(town) {
        let (ada, maya, phone) = told(town);
        let thread = opens(town, &ada, "evenings", "First week");
        answers(town, &maya, &thread, "With you");
        ada.fills(&ada.visits("/news"), "/news", &[]).is(303);
        waits_and_rings(town);
        assert_eq!((phone.rung(town).len(), letters(town)), (0, 0));
    }

    fn whoever_chose_nothing_is_told_on_the_page_alone(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let phone = Phone::new();
        phone.is_turned_on_by(&ada);
        answers(town, &maya, &opens(town, &ada, "evenings", "First week"), "With you");
        waits_and_rings(town);
        assert_eq!((phone.rung(town).len(), letters(town)), (0, 0));
        ada.visits("/news").is(200).shows("Maya Lake answered you");
    }

    fn an_ask_rings_at_once_and_so_does_whoever_comes(town) {
        let (ada, maya) = two_neighbours(town);
        let (hers, mayas) = (Phone::new(), Phone::new());
        hers.is_turned_on_by(&ada);
        mayas.is_turned_on_by(&maya);
        chooses(&ada, &[("answered", "push")]);
        chooses(&maya, &[("lamp", "push")]);
        lights(&maya);
        let room = asks(town, &ada, &[("need", "craving"), ("line", "Zanzibar night")]);
        rings(town);
        let [rung] = mayas.rung(town).try_into().ok().expect("one");
        assert_eq!((rung.line(), rung.header("urgency")), ("Someone asks if you are there.", "high"));
        assert!(rung.header("ttl").parse::<i64>().unwrap() <= 600, "an ask is soon over");
        assert!(!rung.said.to_string().contains("Zanzibar") && !rung.said.to_string().contains("Ada"));
        comes(&maya, &room).is(303);
        rings(town);
        let [rung] = hers.rung(town).try_into().ok().expect("one");
        assert_eq!((rung.line(), rung.header("urgency")), ("Someone is there.", "high"));
    }

    fn in_quiet_hours_only_the_answer_to_ones_own_ask_rings(town) {
        // It is half past seven in the evening, by Greenwich.
        let (ada, maya) = two_neighbours(town);
        let (hers, mayas) = (Phone::new(), Phone::new());
        hers.is_turned_on_by(&ada);
        mayas.is_turned_on_by(&maya);
        let quiet = [("quiet_from", "19"), ("quiet_to", "8")];
        chooses(&ada, &[&quiet[..], &[("answered", "push"), ("replies", "push")]].concat());
        chooses(&maya, &[&quiet[..], &[("lamp", "push")]].concat());
        keeps_hours(&maya, &[("askable", "groups")]).is(303);
        let room = asks(town, &ada, &[("consent", "groups")]);
        town.waits_s(120);
        maya.visits("/news").is(200).shows("Somebody asks for company");
        rings(town);
        assert_eq!(mayas.rung(town).len(), 0, "whoever may be asked and has no lamp lit is not woken");
        comes(&maya, &room).is(303);
        answers(town, &maya, &opens(town, &ada, "evenings", "First week"), "With you");
        rings(town);
        waits_and_rings(town);
        let lines: Vec<String> = hers.rung(town).iter().map(|rung| rung.line().to_owned()).collect();
        assert_eq!(lines, ["Someone is there."]);
        // Eight in the morning, and a while.
        town.waits_s(12 * 3_600 + 1_800);
        waits_and_rings(town);
        let lines: Vec<String> = hers.rung(town).iter().map(|rung| rung.line().to_owned()).collect();
        assert_eq!(lines, ["Someone replied."]);
    }

    fn nothing_rings_for_an_alias(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let phone = Phone::new();
        phone.is_turned_on_by(&ada);
        chooses(&ada, &[("replies", "push"), ("kindness", "push"), ("place", "push")]);
        ada.visits("/you/notices").is(200).shows("What is told to an alias of yours is never sent to a device.");
        let thread = whispers(&ada, "thread", "Nobody here knows this.");
        town.settles();
        answers(town, &maya, &thread, "With you");
        assert_eq!(letters(town), 0);
        waits_and_rings(town);
        assert_eq!(phone.rung(town).len(), 0);
        ada.visits("/news").is(200).shows("Maya Lake answered you");
    }

    fn a_device_is_told_as_long_as_its_session_and_its_account(town) {
        let (ada, maya, phone) = told(town);
        let thread = opens(town, &ada, "evenings", "First week");
        let face = ada.face;
        answers(town, &maya, &thread, "With you");
        town.arranges(move |tx| {
            tx.batch(&format!("UPDATE account SET state = 'paused', state_until = 999999 WHERE face_id = {face}"))
        });
        waits_and_rings(town);
        assert_eq!((phone.rung(town).len(), letters(town)), (0, 0), "whoever is paused is not told");
        answers(town, &maya, &thread, "Still");
        assert_eq!(letters(town), 0);
        town.arranges(move |tx| tx.batch(&format!("UPDATE account SET state = 'open' WHERE face_id = {face}")));

        answers(town, &maya, &thread, "And still");
        assert_eq!((devices(town), letters(town)), (1, 1));
        ada.fills(&ada.visits("/you"), "/back-out", &[]).is(303);
        assert_eq!((devices(town), letters(town)), (0, 0), "both go with the session");
        waits_and_rings(town);
        assert_eq!(phone.rung(town).len(), 0);

        phone.is_turned_on_by(&maya);
        maya.fills(&maya.visits("/you/safety"), "/you/safety/everywhere/out", &[]).is(303);
        assert_eq!(devices(town), 0);
    }

    fn a_session_that_ran_out_is_told_no_more(town) {
        let (ada, maya, phone) = told(town);
        let thread = opens(town, &ada, "evenings", "First week");
        answers(town, &maya, &thread, "With you");
        town.arranges(|tx| tx.batch("UPDATE push_device SET until_on = 20777"));
        waits_and_rings(town);
        assert_eq!((phone.rung(town).len(), devices(town)), (0, 0));
    }

    fn a_gone_account_leaves_no_device_and_no_choice(town) {
        let (ada, _, _) = told(town);
        let face = ada.face;
        town.arranges(move |tx| {
            tx.emit(hearthside::events::identity::Event::AccountErased { face, takes_words_back: false })
        });
        town.settles();
        assert_eq!((devices(town), town.count("SELECT count(*) AS n FROM notice_choice")), (0, 0));
    }

    fn a_service_that_lets_go_of_a_device_is_believed(town) {
        let (ada, maya, phone) = told(town);
        let thread = opens(town, &ada, "evenings", "First week");
        for status in [404, 410] {
            phone.service_says(status, "x-nothing", "");
            if devices(town) == 0 {
                phone.is_turned_on_by(&ada);
            }
            answers(town, &maya, &thread, "With you");
            waits_and_rings(town);
            assert_eq!((phone.rung(town).len(), devices(town), letters(town)), (1, 0, 0), "{status}");
        }
    }

    fn a_device_that_its_browser_moved_is_told_where_it_is_now(town) {
        let (ada, maya, phone) = told(town);
        answers(town, &maya, &opens(town, &ada, "evenings", "First week"), "With you");
        let moved = Phone::new();
        assert_eq!(moved.is_told_by(&ada).status, 204);
        assert_eq!((devices(town), letters(town)), (1, 1), "what was on its way goes on");
        waits_and_rings(town);
        assert_eq!((phone.rung(town).len(), moved.rung(town).len()), (0, 1));
    }

    fn nobody_moves_a_device_that_is_not_the_one_in_their_hand(town) {
        let (ada, maya, phone) = told(town);
        let hers = || town.lines("SELECT CAST(id AS TEXT) || sealed AS line FROM push_device");
        let (before, other) = (hers(), Phone::new());
        // Somebody else, who names the very address; the same member in another browser; nobody.
        assert_eq!(phone.is_told_by(&maya).status, 404);
        let elsewhere = town.stranger();
        let page = elsewhere.visits("/back-in").is(200);
        elsewhere.fills(&page, "/back-in", &[("words", &ada.words)]).is(303);
        assert_eq!((other.is_told_by(&elsewhere).status, other.is_told_by(&town.stranger()).status), (404, 401));
        assert_eq!(hers(), before);
        // It was turned off: its browser does not turn it on again by itself.
        let page = ada.visits("/you/notices").is(200);
        let off = page.attribute("form[data-push-off]", "action").unwrap();
        ada.fills(&page, &off, &[]).is(303);
        assert_eq!((other.is_told_by(&ada).status, devices(town)), (404, 0));
    }

    fn a_service_that_asks_us_to_wait_is_tried_again_when_it_says(town) {
        let (ada, maya, phone) = told(town);
        let thread = opens(town, &ada, "evenings", "First week");
        phone.service_says(429, "retry-after", "900");
        answers(town, &maya, &thread, "With you");
        waits_and_rings(town);
        assert_eq!((phone.rung(town).len(), letters(town)), (1, 1));
        phone.service_says(201, "x-nothing", "");
        town.waits_s(890);
        assert_eq!(rings(town), 0, "not before");
        town.waits_s(20);
        rings(town);
        assert_eq!((phone.rung(town).len(), letters(town)), (1, 0));
        // Whatever it does not take at all is not sent again.
        phone.service_says(400, "x-nothing", "");
        answers(town, &maya, &thread, "Again");
        waits_and_rings(town);
        assert_eq!((phone.rung(town).len(), letters(town), devices(town)), (1, 0, 1));
    }

    fn what_is_not_pressing_rings_four_times_an_hour_at_most(town) {
        let (ada, maya, phone) = told(town);
        let mut rung = 0;
        for n in 0..5 {
            answers(town, &maya, &opens(town, &ada, "evenings", &format!("number {n}")), "With you");
            waits_and_rings(town);
            rung += phone.rung(town).len();
        }
        assert_eq!(rung, 4);
        town.waits_s(3_600);
        answers(town, &maya, &opens(town, &ada, "evenings", "later"), "With you");
        waits_and_rings(town);
        assert_eq!(phone.rung(town).len(), 1);
    }

    fn what_a_dead_hand_held_is_let_go_unless_minutes_matter(town) {
        let (ada, maya) = two_neighbours(town);
        let phone = Phone::new();
        phone.is_turned_on_by(&ada);
        chooses(&ada, &[("answered", "push"), ("replies", "push")]);
        lights(&maya);
        let room = asks(town, &ada, &[]);
        comes(&maya, &room).is(303);
        answers(town, &maya, &opens(town, &ada, "evenings", "First week"), "With you");
        town.settles();
        // As a process leaves them that was killed between sending and settling.
        town.arranges(|tx| tx.batch("UPDATE push_letter SET is_in_hand = TRUE, tries = 1, due_at = 0"));
        let tags = town.lines("SELECT CAST(id AS TEXT) AS line FROM push_letter WHERE sort = 'answered'");
        assert_eq!(letters(town), 2);
        rings(town);
        let [rung] = phone.rung(town).try_into().ok().expect("one");
        assert_eq!(rung.line(), "Someone is there.");
        assert_eq!(rung.said["notification"]["tag"].as_str(), Some(&*tags[0]), "the device knows it by this, and rings once");
        assert_eq!((letters(town), waits_and_rings(town)), (0, 0));
    }

    fn a_key_that_nothing_opens_makes_room_for_another(town) {
        let (ada, maya, phone) = told(town);
        let key = || town.lines("SELECT public AS line FROM push_key").concat();
        let before = key();
        ada.visits("/you/notices").is(200);
        assert_eq!(key(), before);
        // As a database stands whose ring was lost and replaced.
        town.arranges(|tx| tx.batch("UPDATE push_key SET sealed = 'gone.AAAA'"));
        ada.visits("/you/notices").is(200).hides("this one");
        assert!(key() != before && devices(town) == 0);
        phone.is_turned_on_by(&ada);
        answers(town, &maya, &opens(town, &ada, "evenings", "First week"), "With you");
        waits_and_rings(town);
        assert_eq!(phone.rung(town).len(), 1);
    }

    fn what_a_device_is_reached_by_lies_sealed(town) {
        let (_, _, phone) = told(town);
        let [endpoint, point, auth] = phone.ears();
        let rows = town.lines("SELECT sealed AS line FROM push_device").concat();
        let key = town.lines("SELECT sealed AS line FROM push_key").concat();
        for secret in [&*endpoint, &*point, &*auth, "push/"] {
            assert!(!rows.contains(secret));
        }
        assert!(!rows.is_empty() && !key.is_empty());
        assert!(town.lines("SELECT sealed AS line FROM notice_choice").concat().find("replies").is_none());
        town.waits_s(A_WHILE_S);
    }
}
