//! Asking by name to be buddies: whoever has talked may, a no is heard by nobody, and a stranger learns nothing.

use hearthside::policy::Reach;

use super::{asks, blocks, comes, lights, presses as moves, two_neighbours};
use crate::forum::said::{answers, opens};
use crate::harness::{Person, Seen, Town};

const DAY_S: i64 = 86_400;
const MAYA: &str = "/people/Maya%20Lake/buddy";

#[track_caller]
fn presses(person: &Person, path: &str, fields: &[(&str, &str)]) -> Seen {
    let token = person.visits("/you/names").attribute("input[name=csrf]", "value").unwrap();
    person.posts(path, &[&[("csrf", token.as_str())], fields].concat())
}

/// Ada and Maya, who answered each other.
fn they_answered(town: &Town) -> (Person, Person) {
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    town.group("evenings", Reach::Community, &[&maya, &ada]);
    for (one, other) in [(&ada, &maya), (&maya, &ada)] {
        let thread = opens(town, one, "evenings", "A long evening");
        answers(town, other, &thread, "With you");
    }
    (ada, maya)
}

#[track_caller]
fn asks_maya(ada: &Person) {
    let page = ada.visits(MAYA).is(200);
    ada.fills(&page, MAYA, &[("cadence", "daily"), ("line", "Walks, vellumotter")]).is(303);
}

#[track_caller]
fn sends(person: &Person, method: &str, path: &str, body: &str) -> Seen {
    let json = [("content-type", "application/json"), ("accept", "application/json")];
    person.sends(method, path, &json, Some(body.as_bytes()))
}

on_both! {
    fn whoever_has_talked_asks_by_name_and_the_other_says_yes(town) {
        let (ada, maya) = they_answered(town);
        assert_eq!(ada.visits("/people/Maya%20Lake").is(200).count(&format!("a[href='{MAYA}']")), 1);
        maya.visits("/").is(200).hides("look out for each other");
        asks_maya(&ada);
        presses(&ada, MAYA, &[("cadence", "daily"), ("line", "")]).is(303);
        ada.visits("/buddies").is(200).shows("For Maya Lake.");
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy_link"), 1, "asked twice is asked once");
        assert!(town.lines("SELECT sealed AS line FROM buddy_link").iter().all(|row| !row.contains("vellum")));

        maya.visits("/").is(200).shows("Somebody would like you to look out for each other.").hides("Quiet Ada asks");
        let page = maya.visits("/buddies").is(200).shows("Walks, vellumotter").shows("Quiet Ada");
        maya.visits("/news").is(200).hides("vellumotter");
        maya.fills(&page, "/buddies/asked", &[("line", "Tea, quokkaharbour")]).is(303);
        ada.visits("/buddies").is(200).shows("Maya Lake").shows("quokkaharbour").hides("For Maya Lake.");
        maya.visits("/buddies").is(200).shows("vellumotter").hides("Somebody would like");
        maya.visits("/").is(200).hides("Somebody would like");
        ada.visits(MAYA).is(200).shows("You are buddies already.");
        presses(&ada, MAYA, &[("line", "")]).is(409);
        assert_eq!(ada.visits("/people/Maya%20Lake").is(200).count(&format!("a[href='{MAYA}']")), 0);
    }

    fn a_yes_that_is_to_be_mended_keeps_every_word_and_says_so_at_its_own_form(town) {
        let (ada, maya) = they_answered(town);
        asks_maya(&ada);
        let long = "x".repeat(201);
        let sent = [("line", long.as_str()), ("can", "tell"), ("can_line", "Soup, quokkaharbour")];
        let page = maya.fills(&maya.visits("/buddies").is(200), "/buddies/asked", &sent).is(422);
        let said = |name: &str| page.attribute(&format!("#asked input[name={name}]"), "value").unwrap();
        assert_eq!((said("line"), said("can_line")), (long, "Soup, quokkaharbour".to_owned()));
        assert_eq!(page.count("#asked input[name=can][value=tell][checked]"), 1);
        let counts = ["#asked details[open]", "#asked #line[aria-invalid]", "input[aria-invalid]", ".fault"].map(|part| page.count(part));
        assert_eq!(counts, [1, 1, 1, 1], "at this form, and at no other");
        assert_eq!(page.count("[id='line'], [id='line-fault']"), 2, "each once");
        maya.fills(&page, "/buddies/asked", &[("line", "Tea")]).is(303);
        let other = ada.visits("/buddies").is(200).shows("Soup, quokkaharbour");
        assert_eq!(other.count("#asked, input[aria-invalid]"), 0);
    }

    fn whoever_has_not_talked_cannot_ask_and_is_told_how(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&maya, &ada]);
        let thread = opens(town, &maya, "evenings", "A long evening");
        answers(town, &ada, &thread, "With you");
        // One side alone is no talk: else whoever writes to everybody could ask everybody.
        assert_eq!(ada.visits("/people/Maya%20Lake").is(200).count(&format!("a[href='{MAYA}']")), 0);
        let page = ada.visits(MAYA).is(200).shows("You can ask whoever you have talked with");
        assert_eq!(page.count(&format!("form[action='{MAYA}']")), 0);
        presses(&ada, MAYA, &[("line", "")]).is(403);
        let refused = sends(&ada, "POST", "/api/v1/me/buddy-asks", r#"{"name":"Maya Lake","cadence":"few","line":""}"#);
        assert_eq!(refused.is(403).json()["code"], "buddy-strangers");
        presses(&ada, "/people/Quiet%20Ada/buddy", &[("line", "")]).is(409);
        for nobody in ["/people/nobody-here/buddy", "/people/%00/buddy"] {
            ada.visits(nobody).is(404);
            presses(&ada, nobody, &[("line", "")]).is(404);
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy_link"), 0);
        assert_eq!(town.stranger().visits(MAYA).is(303).location.split('?').next(), Some("/back-in"));
    }

    fn two_who_sat_in_a_small_room_may_ask_for_a_day_and_whoever_was_let_go_may_not(town) {
        let (ada, maya) = two_neighbours(town);
        lights(&maya);
        let room = asks(town, &ada, &[]);
        comes(&maya, &room).is(303);
        assert_eq!(maya.visits("/people/Quiet%20Ada/buddy").is(200).count("form[action='/people/Quiet%20Ada/buddy']"), 1);
        moves(&ada, &room, "let-go", &[("seat", "1")]).is(303);
        maya.visits("/people/Quiet%20Ada/buddy").is(200).shows("You can ask whoever you have talked with");
        moves(&ada, &room, "turn", &[("move", "take-back")]).is(303);
        lights(&maya);
        let room = asks(town, &ada, &[]);
        comes(&maya, &room).is(303);
        moves(&ada, &room, "turn", &[("move", "close")]).is(303);
        asks_maya(&ada);
        town.waits_s(2 * DAY_S);
        maya.visits("/people/Quiet%20Ada/buddy").is(200).shows("You can ask whoever you have talked with");
    }

    fn a_no_is_heard_by_nobody_and_what_is_over_taken_back_or_for_another_is_not_there(town) {
        let (ada, maya) = they_answered(town);
        let sam = town.person("Sam Hollow");
        asks_maya(&ada);
        let id = maya.visits("/buddies").is(200).attribute("#asked input[name=link]", "value").unwrap();
        sam.visits("/buddies").is(200).hides("vellumotter");
        for person in [&sam, &ada] {
            presses(person, "/buddies/asked", &[("link", id.as_str()), ("own", "")]).is(404);
        }
        // Left alone, it is gone by itself, and Ada reads what she would read of a link that nobody opened.
        town.begins();
        town.waits_s(4 * DAY_S);
        maya.visits("/buddies").is(200).hides("vellumotter");
        presses(&maya, "/buddies/asked", &[("link", id.as_str()), ("own", "")]).is(404);
        ada.visits("/buddies").is(200).hides("For Maya Lake.");
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy_link"), 0);

        asks_maya(&ada);
        let page = ada.visits("/buddies").is(200);
        ada.fills(&page, "/buddies/withdraw", &[]).is(303);
        maya.visits("/buddies").is(200).hides("vellumotter");
        asks_maya(&ada);
        blocks(&maya, "quiet-ada");
        town.settles();
        maya.visits("/buddies").is(200).hides("vellumotter");
        maya.visits("/").is(200).hides("Somebody would like");
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy_link"), 0);
        ada.visits(MAYA).is(404);
    }

    fn a_program_asks_reads_and_says_yes(town) {
        let (ada, maya) = they_answered(town);
        let ask = r#"{"name":"Maya Lake","cadence":"few","line":"Walks, vellumotter"}"#;
        sends(&ada, "POST", "/api/v1/me/buddy-asks", &ask.replace("few", "hourly")).is(422);
        sends(&ada, "POST", "/api/v1/me/buddy-asks", ask).is(204);
        let own = ada.sends("GET", "/api/v1/me/buddy-asks", &[], None).is(200).json();
        assert_eq!((&own["own"][0]["name"], own["rows"].as_array().unwrap().len()), (&"Maya Lake".into(), 0));
        let seen = maya.sends("GET", "/api/v1/me/buddy-asks", &[], None).is(200).json();
        assert_eq!((&seen["rows"][0]["name"], &seen["rows"][0]["line"]), (&"Quiet Ada".into(), &"Walks, vellumotter".into()));
        let path = format!("/api/v1/me/buddy-asks/{}", seen["rows"][0]["id"].as_str().unwrap());
        sends(&maya, "DELETE", &path, "").is(204);
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy_link"), 1, "it is not hers to take back");
        sends(&maya, "POST", &path, r#"{"line":"Tea"}"#).is(204);
        sends(&maya, "POST", &path, r#"{"line":"Tea"}"#).is(404);
        ada.visits("/buddies").is(200).shows("Maya Lake").shows("Tea");
        sends(&ada, "POST", "/api/v1/me/buddy-asks", ask).is(409);
    }

    fn after_a_setback_one_is_asked_whether_somebody_is_to_know_and_a_buddy_is_told_in_one_press(town) {
        let (ada, maya) = they_answered(town);
        asks_maya(&ada);
        let page = maya.visits("/buddies").is(200);
        maya.fills(&page, "/buddies/asked", &[]).is(303);
        let form = ada.visits("/counters/new").is(200);
        let counter = ada.fills(&form, "/counters/new", &[("on", "2026-04-09")]).is(303).location;
        ada.visits(&counter).is(200).hides("Would you like someone to know?");
        let page = ada.visits(&format!("{counter}/setback")).is(200);
        let told = ada.fills(&page, &format!("{counter}/setback"), &[]).is(303).location;
        let page = ada.visits(&told).is(200).shows("Would you like someone to know?").shows("Not now");
        assert_eq!((page.count("#know form[action='/buddies/note']"), page.count("#know a[href='/buddies']")), (1, 0));
        let said = |person: &Person| person.visits("/buddies").is(200).texts("#buddies .note.good");
        assert_eq!(said(&maya), Vec::<String>::new());
        let side = page.attribute("#know input[name=buddy]", "value").unwrap();
        ada.fills(&page, "/buddies/note", &[("buddy", &side), ("note", "setback")]).is(303);
        assert!(said(&maya).concat().contains("I had a setback. Could you check in with me?"));
    }
}
