//! The small room: who is in it, what is said, how it ends, and that nobody else ever sees it.

use hearthside::policy::Reach;
use hearthside::support::oncall;

use super::{asks, blocks, came_long_ago, comes, lights, presses, says, they_talk, two_neighbours};
use crate::harness::Person;

on_both! {
    fn what_is_said_is_read_by_those_in_the_room_and_by_nobody_else(town) {
        let (ada, maya, room) = they_talk(town);
        let host = town.host("Patient Alder");
        for person in [&ada, &maya] {
            person.visits(&room).is(200).shows("I am here, vellumotter.").shows("Thank you, quokkaharbour.");
        }
        let sam = town.person("Sam Hollow");
        town.group("mornings", Reach::Community, &[&sam, &ada]);
        came_long_ago(town, &[&sam]);
        for person in [&host, &sam] {
            person.visits(&room).is(404);
            person.visits(&format!("{room}/live")).is(404);
            for (form, fields) in [("say", [("words", "hello")]), ("turn", [("move", "close")]), ("widen", [("x", "x")]), ("let-go", [("seat", "1")]), ("come", [("x", "x")])] {
                presses(person, &room, form, &fields).is(404);
            }
        }
        assert_eq!(town.stranger().visits(&room).is(303).location.split('?').next(), Some("/back-in"));
        for words in ["vellumotter", "quokkaharbour"] {
            for person in [&ada, &host] {
                person.visits(&format!("/search?q={words}")).is(200).hides("I am here").hides("Thank you");
            }
        }
        let rows = town.lines("SELECT words AS line FROM ask_word");
        assert!(rows.len() == 2 && rows.iter().all(|row| !row.contains("otter") && !row.contains("quokka")), "sealed: {rows:?}");
        let page = maya.visits(&room).is(200);
        let once = page.attribute(&format!("form[action='{room}/say'] input[name=once]"), "value").unwrap();
        for _ in 0..2 {
            presses(&maya, &room, "say", &[("words", "Once only"), ("once", &once)]).is(303);
        }
        assert_eq!(ada.visits(&room).body.matches("Once only").count(), 1);
    }

    fn open_pages_of_a_room_hear_of_it_and_a_listeners_page_of_an_ask(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let listens = maya.listens("/support/asks/live");
        let room = asks(town, &ada, &[]);
        let long = std::time::Duration::from_secs(10);
        assert_eq!(listens.recv_timeout(long).as_deref(), Ok("event: news"));
        let hears = ada.listens(&format!("{room}/live"));
        comes(&maya, &room).is(303);
        assert_eq!(hears.recv_timeout(long).as_deref(), Ok("event: news"));
        let own = ada.visits(&room).is(200);
        assert_eq!(own.attribute("[data-live]", "data-live"), Some(format!("{room}/live")));
        assert_eq!(own.count("[data-live-now]"), 1);
    }

    fn heavy_words_are_shown_numbers_beside_the_room_and_nobody_else_learns_of_it(town) {
        let (ada, maya, room) = they_talk(town);
        let is_shown = |person: &Person| person.visits(&room).is(200).count("#heavy") == 1;
        assert!(!is_shown(&ada) && !is_shown(&maya));
        says(&ada, &room, "I want to kill myself").is(303);
        assert!(is_shown(&ada), "it stands, and numbers stand beside it");
        ada.visits(&room).is(200).shows("I want to kill myself").shows("There are people to call, too");
        assert!(!is_shown(&maya), "beside whoever said it");
        let read = |person: &Person| {
            person.sends("GET", &format!("/api/v1/company/{}", room.rsplit('/').next().unwrap()), &[], None).is(200).json()
        };
        assert_eq!((&read(&ada)["sounds_heavy"], &read(&maya)["sounds_heavy"]), (&true.into(), &false.into()));
        says(&maya, &room, "I thought of suicide too, years ago").is(303);
        assert!(is_shown(&maya), "whoever listens may need somebody as well");
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM concern"), 0, "nobody is told without consent");
        assert_eq!(town.count("SELECT count(*) AS n FROM event WHERE kind LIKE '%Lookout%'"), 0);
    }

    fn it_eases_gets_harder_again_and_is_closed_with_every_word(town) {
        let (ada, maya, room) = they_talk(town);
        let turn = format!("{room}/turn");
        maya.fills(&maya.visits(&room).is(200), &turn, &[("move", "ease")]).is(303);
        let sam = town.person("Sam Hollow");
        ada.visits(&room).is(200).shows("It is easier now. Nobody has to hurry.");
        presses(&maya, &room, "turn", &[("move", "cover")]).is(409);
        ada.fills(&ada.visits(&room).is(200), &turn, &[("move", "harder")]).is(303);
        ada.visits(&room).is(200).shows("Someone is with you: Maya Lake.");
        presses(&ada, &room, "turn", &[("move", "take-back")]).is(409).shows("You talk already.");
        presses(&maya, &room, "turn", &[("move", "close")]).is(403);
        presses(&ada, &room, "turn", &[("move", "leave")]).is(422);
        presses(&ada, &room, "turn", &[("move", "nonsense")]).is(422);
        presses(&maya, &room, "widen", &[]).is(403);
        presses(&maya, &room, "let-go", &[("seat", "1")]).is(403);
        presses(&sam, &room, "turn", &[("move", "ease")]).is(404);

        presses(&ada, &room, "turn", &[("move", "close")]).is(303);
        presses(&ada, &room, "turn", &[("move", "close")]).is(303);
        ada.visits(&room).is(200).shows("It is good that you asked.").hides("vellumotter").hides("Zanzibar");
        maya.visits(&room).is(200).shows("Thank you for being there.").hides("vellumotter").hides("Quiet Ada");
        assert_eq!(town.count("SELECT count(*) AS n FROM ask_word"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM ask WHERE line <> ''"), 0);
        presses(&maya, &room, "say", &[("words", "Sleep well")]).is(409).shows("Thank you for being there.").shows("This was not sent").shows("Sleep well").hides("It is good that you asked.");
        presses(&ada, &room, "turn", &[("move", "ease")]).is(409);
        assert_eq!(maya.visits("/support/asks").count("#asks article"), 0);
        let again = asks(town, &ada, &[]);
        assert_ne!(again, room);
    }

    fn before_anybody_came_it_can_be_taken_back_and_not_eased(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let room = asks(town, &ada, &[("line", "Zanzibar night")]);
        says(&ada, &room, "Is anybody there").is(303);
        presses(&ada, &room, "turn", &[("move", "ease")]).is(409).shows("Nobody is there yet.");
        presses(&ada, &room, "turn", &[("move", "close")]).is(409);
        let page = ada.visits(&room).is(200);
        ada.fills(&page, &format!("{room}/turn"), &[("move", "take-back")]).is(303);
        ada.visits(&room).is(200).shows("Taken back.").hides("Zanzibar").hides("Is anybody there");
        assert_eq!(maya.visits("/support/asks").count("#asks article"), 0);
        presses(&maya, &room, "come", &[]).is(404);
        assert_eq!(town.count("SELECT count(*) AS n FROM job WHERE kind = 'widen-ask'"), 0, "its clock is stopped");
    }

    fn whoever_asked_goes_on_somewhere_else(town) {
        let (ada, maya, room) = they_talk(town);
        presses(&ada, &room, "turn", &[("move", "hand-off")]).is(303);
        ada.visits(&room).is(200).shows("Good that you go on to where help is.");
        maya.visits(&room).is(200).shows("Thank you for being there.");
    }

    fn the_last_listener_who_goes_leaves_a_room_that_asks_again(town) {
        let (ada, maya, room) = they_talk(town);
        let joe = town.person("Slow Joe");
        town.group("mornings", Reach::Community, &[&joe, &ada]);
        came_long_ago(town, &[&joe]);
        lights(&joe);
        let page = maya.visits(&room).is(200).shows("If it is too much");
        assert_eq!(joe.visits("/support/asks").is(200).shows("There is a seat for you, too.").count("#asks article"), 1);
        assert_eq!(page.count(&format!("form[action='{room}/turn'] input[value=leave]")), 1);
        presses(&maya, &room, "turn", &[("move", "leave")]).is(303);
        town.settles();
        ada.visits(&room).is(200).shows("Nobody is there yet.").shows("vellumotter");
        maya.visits(&room).is(200).shows("Thank you for being there.").hides("vellumotter").hides("Quiet Ada");
        presses(&maya, &room, "say", &[("words", "Wait, tamarindkite")]).is(409).shows("This was not sent").shows("Wait, tamarindkite");
        maya.visits(&format!("{room}/live")).is(404);
        joe.visits("/news").is(200).shows("Somebody asks for company");
        comes(&joe, &room).is(303);
        ada.visits(&room).is(200).shows("Someone is with you: Slow Joe.");
        // It was hers before, and can be again.
        presses(&maya, &room, "come", &[]).is(303);
        presses(&joe, &room, "turn", &[("move", "leave")]).is(303);
        ada.visits(&room).is(200).shows("Someone is with you: Maya Lake.");
        presses(&maya, &room, "turn", &[("move", "ease")]).is(409);
        says(&maya, &room, "Back again.").is(303);
        presses(&maya, &room, "turn", &[("move", "ease")]).is(303);
        presses(&maya, &room, "turn", &[("move", "leave")]).is(303);
        ada.visits(&room).is(200).shows("It is good that you asked.");
    }

    fn somebody_who_is_let_go_is_not_told_so_and_is_not_asked_again(town) {
        let (ada, maya, room) = they_talk(town);
        let page = ada.visits(&room).is(200);
        ada.fills(&page, &format!("{room}/let-go"), &[]).is(303);
        town.settles();
        maya.visits(&room).is(200).shows("Thank you for being there.").hides("rather").hides("vellumotter");
        assert_eq!(maya.visits("/support/asks").is(200).count("#asks article"), 0);
        presses(&maya, &room, "come", &[]).is(404);
        presses(&ada, &room, "let-go", &[("seat", "1")]).is(404);
        ada.visits(&room).is(200).shows("Nobody whom this reaches has a lamp on right now.").shows("vellumotter");
    }

    fn two_who_do_not_meet_any_more_are_in_no_room_together_and_neither_is_told(town) {
        let (ada, maya, room) = they_talk(town);
        blocks(&ada, "maya-lake");
        town.settles();
        maya.visits(&room).is(200).shows("Thank you for being there.").hides("vellumotter").hides("Quiet Ada");
        presses(&maya, &room, "say", &[("words", "Wait, tamarindkite")]).is(409).shows("This was not sent").shows("Wait, tamarindkite").hides("Quiet Ada");
        presses(&maya, &room, "come", &[]).is(404);
        ada.visits(&room).is(200).shows("Nobody whom this reaches has a lamp on right now.").hides("is with you");
    }

    fn a_listener_who_blocks_another_leaves_and_whoever_asked_is_not_alone(town) {
        let (ada, maya, room) = they_talk(town);
        let joe = town.person("Slow Joe");
        town.group("mornings", Reach::Community, &[&joe, &ada]);
        came_long_ago(town, &[&joe]);
        lights(&joe);
        comes(&joe, &room).is(303);
        blocks(&joe, "maya-lake");
        town.settles();
        ada.visits(&room).is(200).shows("Someone is with you: Maya Lake.");
        joe.visits(&room).is(200).shows("Thank you for being there.").hides("Quiet Ada");
        blocks(&maya, "quiet-ada");
        town.settles();
        maya.visits(&room).is(200).shows("Thank you for being there.").hides("Quiet Ada");
        ada.visits(&room).is(200).hides("is with you");
    }

    fn another_listener_is_asked_for_without_leaving(town) {
        let (ada, maya, room) = they_talk(town);
        let joe = town.person("Slow Joe");
        town.group("mornings", Reach::Community, &[&joe, &ada]);
        came_long_ago(town, &[&joe]);
        lights(&joe);
        joe.visits("/news").is(200).shows("All quiet.");
        let page = maya.visits(&room).is(200);
        assert_eq!(page.count("input[value=cover]"), 1);
        presses(&maya, &room, "turn", &[("move", "cover")]).is(303);
        town.settles();
        joe.visits("/news").is(200).shows("Somebody asks for company");
        comes(&joe, &room).is(303);
        ada.visits(&room).is(200).shows("People are with you: Maya Lake, Slow Joe.");
        maya.visits(&room).is(200).shows("Here to listen: Maya Lake, Slow Joe.");
    }

    fn empty_words_are_refused_beside_their_field(town) {
        let (ada, _, room) = they_talk(town);
        let seen = says(&ada, &room, "  ").is(422);
        assert_eq!(seen.count("#words-fault"), 1);
        let long = "word ".repeat(250);
        let seen = says(&ada, &room, &long).is(422);
        assert_eq!(seen.text("#words"), long.trim());
    }

    fn after_leaving_fast_nothing_in_sight_says_that_somebody_asked(town) {
        let (ada, maya, room) = they_talk(town);
        ada.visits("/support").is(200).shows("Back to your room");
        for (person, list) in [(&ada, room.as_str()), (&maya, "/support/asks")] {
            person.keeps("__Host-cloak", "1");
            person.visits(list).is(200).hides("vellumotter").hides("A small room").hides("Who asks for company");
            let now = person.visits(&format!("{room}/now")).is(200);
            now.hides("vellumotter");
            let help = person.visits("/support").is(200).shows("Call or text a helpline");
            help.hides("Back to your room").hides("Ask for company").hides("href=\"/lamp\"");
        }
        ada.visits("/support/craving").is(200).shows("A craving comes like a wave");
    }

    fn a_lost_key_keeps_nobody_from_asking(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let room = asks(town, &ada, &[]);
        comes(&maya, &room).is(303);
        // As if the ring had not been here when it was asked, and is again.
        town.arranges(|tx| tx.batch("UPDATE ask SET month = ''"));
        says(&maya, &room, "Here all the same.").is(303);
        ada.visits(&room).is(200).shows("Here all the same.");
        town.arranges(|tx| tx.batch("UPDATE ask SET month = '1999-01'"));
        ada.visits(&room).is(200).shows("The key that opens these words is not here.").hides("Here all");
    }

    fn within_a_day_all_of_it_is_gone(town) {
        town.begins();
        let (ada, maya, room) = they_talk(town);
        town.waits_s(24 * 3_600);
        for person in [&ada, &maya] {
            person.visits(&room).is(404);
        }
        for table in ["ask", "ask_seat", "ask_word"] {
            assert_eq!(town.lines(&format!("SELECT CAST(count(*) AS TEXT) AS line FROM {table}")), ["0"], "{table}");
        }
    }

    fn before_it_is_swept_it_is_gone_for_everybody(town) {
        let (ada, maya, room) = they_talk(town);
        town.app.clock().advance_s(24 * 3_600);
        for person in [&ada, &maya] {
            person.visits(&room).is(404);
        }
        assert!(town.count("SELECT count(*) AS n FROM ask") == 1);
    }

    fn who_listened_and_is_gone_leaves_a_room_that_asks_again_and_no_word(town) {
        let (ada, maya, room) = they_talk(town);
        let (gone, asked) = (maya.face, ada.face);
        town.arranges(move |tx| oncall::erase(tx, gone));
        town.settles();
        ada.visits(&room).is(200).shows("Nobody whom this reaches").shows("quokkaharbour").hides("vellumotter");
        assert_eq!(town.count("SELECT count(*) AS n FROM lamp"), 0);
        town.arranges(move |tx| oncall::erase(tx, asked));
        for table in ["ask", "ask_seat", "ask_word"] {
            assert_eq!(town.lines(&format!("SELECT CAST(count(*) AS TEXT) AS line FROM {table}")), ["0"], "{table}");
        }
    }
}
