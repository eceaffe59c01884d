//! Coming back in.

use crate::harness::{Person, Seen, Town};

/// The one sentence for everything that does not fit.
const UNKNOWN: &str = "That does not open the door.";

fn with_password(person: &Person, password: &str) {
    let page = person.visits("/you/safety/password").is(200);
    let fields = [("password", password), ("again", password)];
    person.fills(&page, "/you/safety/password", &fields).is(303);
}

fn codes(person: &Person) -> Vec<String> {
    let page = person.visits("/you/safety/codes").is(200);
    person.fills(&page, "/you/safety/codes", &[]).is(303);
    person.visits("/you/safety/codes").is(200).texts("ul.codes li")
}

/// The page without what differs from one rendering to the next.
fn bare(seen: &Seen) -> String {
    let mut text = String::new();
    for part in seen.body.split("<input type=\"hidden\" name=\"once\"") {
        text.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
    }
    text
}

fn calls(town: &Town) -> u64 {
    town.app.identity().hasher.calls()
}

on_both! {
    fn six_words_are_enough(town) {
        let ada = town.person("Quiet Ada");
        let elsewhere = town.stranger();
        let page = elsewhere.visits("/back-in?then=/you").is(200);
        let typed = ada.words.to_uppercase();
        let back = elsewhere.fills(&page, "/back-in", &[("words", &typed)]).is(303);
        assert_eq!(back.location, "/you");
        elsewhere.visits("/you").is(200).shows("Quiet Ada");
        assert_eq!(elsewhere.posts("/back-in", &[("words", &ada.words), ("then", "https://elsewhere.example")]).status, 409);
    }

    fn only_a_path_of_ours_is_gone_on_to(town) {
        let ada = town.person("Quiet Ada");
        for then in ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"] {
            let elsewhere = town.stranger();
            let back = elsewhere.posts("/back-in", &[("words", &ada.words), ("then", then)]).is(303);
            assert_eq!(back.location, "/");
        }
    }

    fn wrong_words_say_nothing_of_what_was_wrong(town) {
        let ada = town.person("Quiet Ada");
        let five = ada.words.rsplit_once(' ').unwrap().0.to_owned();
        let swapped = ada.words.split(' ').rev().collect::<Vec<_>>().join(" ");
        let elsewhere = town.stranger();
        for typed in ["", "hello", &five, &swapped, "abandon abandon abandon abandon abandon abandon"] {
            let before = calls(town);
            let seen = elsewhere.posts("/back-in", &[("words", typed)]).is(422);
            assert_eq!(calls(town) - before, 1, "{typed}");
            assert!(seen.text("#words-fault").starts_with(UNKNOWN));
            assert_eq!(seen.attribute("#words", "value").as_deref(), Some(typed));
        }
    }

    fn somebody_whose_name_was_tried_often_is_told_when_they_are_in_and_nobody_else_is(town) {
        let (ada, bea) = (town.person("Quiet Ada"), town.person("Bea Stone"));
        with_password(&ada, "lamp river forty spoons");
        ada.visits("/you").is(200).hides("Somebody tried");
        for _ in 0..10 {
            town.app.clock().advance_s(900);
            town.stranger().posts("/back-in", &[("name", "quiet ADA"), ("password", "wrong wrong wrong")]).is(422);
        }
        ada.visits("/you").is(200).shows("Somebody tried ten times").shows("They did not get in.");
        assert_eq!(ada.visits("/api/v1/me").is(200).json()["was_tried"], true);
        bea.visits("/you").is(200).hides("Somebody tried");
        town.app.clock().advance_s(900);
        town.stranger().posts("/back-in", &[("name", "Quiet Ada"), ("password", "lamp river forty spoons")]).is(303);
        ada.visits("/you").is(200).shows("Somebody tried ten times");
        town.waits_s(86_400);
        ada.visits("/you").is(200).hides("Somebody tried");
    }

    fn a_name_nobody_has_is_answered_like_a_wrong_password(town) {
        let (ada, _bea) = (town.person("Quiet Ada"), town.person("Bea Stone"));
        with_password(&ada, "lamp river forty spoons");
        let elsewhere = town.stranger();
        let mut answers = Vec::new();
        for name in ["Quiet Ada", "Bea Stone", "Nobody Here", "", "a@b.example"] {
            let before = calls(town);
            let seen = elsewhere.posts("/back-in", &[("name", name), ("password", "wrong wrong wrong")]).is(422);
            assert_eq!(calls(town) - before, 1, "{name}");
            answers.push(bare(&seen).replace(&format!("value=\"{name}\" autocomplete=\"username\""), ""));
        }
        answers.dedup();
        assert_eq!(answers.len(), 1);
        elsewhere.posts("/back-in", &[("name", "quiet ada"), ("password", "lamp river forty spoons")]).is(303);
        elsewhere.visits("/you").is(200).shows("Quiet Ada");
    }

    fn guessing_at_a_name_takes_longer_whether_or_not_somebody_has_it(town) {
        let ada = town.person("Quiet Ada");
        with_password(&ada, "lamp river forty spoons");
        for name in ["Quiet Ada", "Nobody Here"] {
            let elsewhere = town.stranger();
            for _ in 0..5 {
                elsewhere.posts("/back-in", &[("name", name), ("password", "wrong wrong wrong")]).is(422);
            }
            let before = calls(town);
            elsewhere.posts("/back-in", &[("name", name), ("password", "lamp river forty spoons")]).is(429);
            assert_eq!(calls(town), before);
        }
        // It is a wait, not a lock, and the words still open.
        town.stranger().posts("/back-in", &[("words", &ada.words)]).is(303);
        town.waits_s(1);
        town.stranger().posts("/back-in", &[("name", "Quiet Ada"), ("password", "lamp river forty spoons")]).is(303);
    }

    fn a_code_lets_in_once_and_brings_new_words(town) {
        let ada = town.person("Quiet Ada");
        let codes = codes(&ada);
        assert_eq!(codes.len(), 10);
        assert_eq!(ada.visits("/you/safety/codes").is(200).count("ul.codes li"), 0);

        let elsewhere = town.stranger();
        let back = elsewhere.posts("/back-in", &[("code", &codes[0].to_lowercase())]).is(303);
        let words = elsewhere.visits(&back.location).is(200).texts("ol.words li").join(" ");
        town.stranger().posts("/back-in", &[("words", &words)]).is(303);
        town.stranger().posts("/back-in", &[("words", &ada.words)]).is(422);
        town.stranger().posts("/back-in", &[("code", &codes[0])]).is(422).shows(UNKNOWN);
        town.stranger().posts("/back-in", &[("code", "nonsense")]).is(422).shows(UNKNOWN);
        elsewhere.visits("/you/safety").is(200).shows("9 codes left");
    }

    fn a_shared_device_forgets_when_the_browser_closes(town) {
        let ada = town.person("Quiet Ada");
        let library = town.stranger();
        let back = library.posts("/back-in", &[("words", &ada.words), ("shared", "1")]).is(303);
        assert!(!back.header("set-cookie").contains("Max-Age"));
        let cookie = back.header("set-cookie");
        assert!(["__Host-s=", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"].iter().all(|part| cookie.contains(part)), "{cookie}");
        town.waits_s(2 * 86_400);
        library.visits("/you").is(303);
    }

    fn signing_out_leaves_nothing(town) {
        let ada = town.person("Quiet Ada");
        let token = ada.cookie("__Host-s").unwrap();
        let out = ada.fills(&ada.visits("/you"), "/back-out", &[]).is(303);
        assert_eq!(out.header("clear-site-data"), r#""cache", "storage""#);
        assert_eq!(ada.cookie("__Host-s"), None);
        ada.keeps("__Host-s", &token);
        assert_eq!(ada.visits("/you").is(303).location, "/back-in?then=%2Fyou");
    }

    fn coming_back_gives_another_token_and_ends_the_former(town) {
        let ada = town.person("Quiet Ada");
        let before = ada.cookie("__Host-s").unwrap();
        let page = ada.visits("/back-in").is(200);
        ada.fills(&page, "/back-in", &[("words", &ada.words)]).is(303);
        assert_ne!(ada.cookie("__Host-s").unwrap(), before);
        let thief = town.stranger();
        thief.keeps("__Host-s", &before);
        thief.visits("/you").is(303);
    }

    fn a_token_is_renewed_each_week_and_a_lost_answer_does_no_harm(town) {
        let ada = town.person("Quiet Ada");
        let before = ada.cookie("__Host-s").unwrap();
        town.waits_s(7 * 86_400);
        ada.visits("/you").is(200);
        let both = ada.cookie("__Host-s").unwrap();
        assert!(both.starts_with(&format!("{before}.")), "until it is written, both lead in");
        let lost = town.stranger();
        lost.keeps("__Host-s", &before);
        lost.visits("/you").is(200);
        assert_eq!(lost.cookie("__Host-s").unwrap(), both, "the same one for every tab");
        ada.visits("/you").is(200);
        assert_eq!(ada.cookie("__Host-s").unwrap(), both);
        town.waits_s(12 * 3_600);
        ada.visits("/you").is(200);
        let after = ada.cookie("__Host-s").unwrap();
        assert_eq!(both, format!("{before}.{after}"));
        let other_tab = town.stranger();
        other_tab.keeps("__Host-s", &before);
        other_tab.visits("/you").is(200);
        assert_eq!(other_tab.cookie("__Host-s").unwrap(), after);
        town.waits_s(301);
        let late = town.stranger();
        late.keeps("__Host-s", &before);
        late.visits("/you").is(303);
    }

    fn a_token_that_never_arrived_takes_over_from_nothing(town) {
        let ada = town.person("Quiet Ada");
        let before = ada.cookie("__Host-s").unwrap();
        town.waits_s(7 * 86_400);
        ada.visits("/you").is(200);
        ada.keeps("__Host-s", &before);
        town.waits_s(12 * 3_600);
        ada.visits("/you").is(200);
        assert_eq!(ada.cookie("__Host-s").unwrap(), before, "it is noted all the same, and asked again next week");
    }
}

#[test]
fn a_crash_while_a_new_token_waits_signs_nobody_out() {
    let town = Town::on_sqlite();
    let ada = town.person("Quiet Ada");
    town.waits_s(7 * 86_400);
    ada.visits("/you").is(200);
    let both = ada.cookie("__Host-s").unwrap();
    assert!(both.contains('.'), "a new token waits to be written: {both}");
    let (now, home) = (town.app.clock().now(), town.closes());
    // Nothing that waited was written.
    let town = Town::again(home);
    town.app.clock().advance_s(now.seconds_since(town.app.clock().now()));
    let again = town.stranger();
    again.keeps("__Host-s", &both);
    again.visits("/you").is(200).shows("Quiet Ada");
    let renewed = again.cookie("__Host-s").unwrap();
    town.waits_s(13 * 3_600);
    again.visits("/you").is(200);
    let after = again.cookie("__Host-s").unwrap();
    assert!(!after.contains('.') && renewed.ends_with(&after), "{renewed} {after}");
}
