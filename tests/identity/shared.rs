//! "This is not my device": what is kept there, and for how long.

use crate::harness::{Browser, Person, Town};

fn borrows(town: &Town, person: &Person) -> Browser {
    let browser = town.stranger();
    let page = browser.visits("/back-in").is(200);
    let back = browser.fills(&page, "/back-in", &[("words", &person.words), ("shared", "1")]).is(303);
    let cookie = back.header("set-cookie");
    assert!(cookie.starts_with("__Host-s=") && !cookie.contains("Max-Age"), "{cookie}");
    browser
}

on_both! {
    fn every_way_in_asks_whether_the_device_is_ones_own(town) {
        town.opens_its_doors("open");
        let page = town.stranger().visits("/back-in").is(200);
        for form in ["form:has(#words)", "#with-password", "#with-code"] {
            assert_eq!(page.count(&format!("{form} input[name=shared]")), 1, "{form}");
        }
        let hello = town.stranger().visits("/hello").is(200);
        assert_eq!(hello.count("#hello input[name=shared]"), 1);
    }

    fn a_device_of_others_keeps_nothing_beyond_the_browser(town) {
        let ada = town.person("Quiet Ada");
        let library = borrows(town, &ada);
        let page = library.visits("/you").is(200);
        assert_eq!(page.count("html[data-shared-device]"), 1);
        for path in ["/", "/support", "/you/device"] {
            assert_eq!(library.visits(path).is(200).count("html[data-worker]"), 0, "{path} starts a worker");
        }
        let kept = library.posts("/you/device", &[("look", "list"), ("csrf", &csrf(&page))]).is(303);
        assert!(!kept.header("set-cookie").contains("Max-Age"), "{}", kept.header("set-cookie"));

        let gone = library.visits("/leave").is(303);
        assert_eq!(gone.header("clear-site-data"), r#""cache", "storage""#);
        assert_eq!((library.cookie("__Host-s"), library.cookie("__Host-reading")), (None, None));
        library.posts("/cloak", &[]).is(303);
        library.visits("/you").is(303);
        ada.visits("/you").is(200);
    }

    fn an_hour_without_anybody_signs_a_device_of_others_out(town) {
        let ada = town.person("Quiet Ada");
        let library = borrows(town, &ada);
        for _ in 0..3 {
            town.waits_s(3_599);
            library.visits("/you").is(200);
        }
        town.waits_s(3_600);
        let token = library.cookie("__Host-s").unwrap();
        let out = library.visits("/you").is(303);
        assert_eq!(out.location, "/back-in?then=%2Fyou");
        assert_eq!(out.header("clear-site-data"), r#""cache", "storage""#);
        assert_eq!(library.cookie("__Host-s"), None);
        // Not only the cookie is gone.
        library.keeps("__Host-s", &token);
        library.visits("/you").is(303);
        ada.visits("/you").is(200);
    }

    fn words_sent_too_late_come_through_and_the_device_is_still_not_ones_own(town) {
        let ada = town.person("Quiet Ada");
        let library = borrows(town, &ada);
        let page = library.visits("/you/names").is(200);
        town.waits_s(3_600);
        let about = "I went for a walk instead. ".repeat(9);
        let out = library.fills(&page, "/you/names", &[("about", &about)]).is(401).shows("I went for a walk instead.");
        assert_eq!(out.count("input[name=shared][checked]"), 1);
        let back = library.fills(&out, "/back-in/again", &[("words", &ada.words)]).is(200);
        assert!(!back.header("set-cookie").contains("Max-Age"), "{}", back.header("set-cookie"));
        library.fills(&back, "/you/names", &[]).is(303);
        ada.visits("/people/Quiet%20Ada").is(200).shows("I went for a walk instead.");
    }

    fn somebody_new_on_a_device_of_others_leaves_no_trace_either(town) {
        town.opens_its_doors("open");
        let library = town.stranger();
        let hello = library.visits("/hello").is(200);
        let came = library.fills(&hello, "/hello", &[("name", "Passing Heron"), ("agrees", "1"), ("shared", "1")]).is(303);
        assert!(!came.header("set-cookie").contains("Max-Age"), "{}", came.header("set-cookie"));
        assert_eq!(library.visits("/you").is(200).count("html[data-shared-device]"), 1);
        town.waits_s(3_600);
        library.visits("/you").is(303);
    }

    fn a_browser_that_was_signed_out_elsewhere_is_emptied_at_its_next_look(town) {
        let ada = town.person("Quiet Ada");
        let phone = town.stranger();
        phone.posts("/back-in", &[("words", &ada.words)]).is(303);
        ada.fills(&ada.visits("/you/safety"), "/you/safety/everywhere/out", &[]).is(303);
        let seen = phone.visits("/about").is(200);
        assert_eq!(seen.header("clear-site-data"), r#""cache", "storage""#);
        assert_eq!(seen.header("cache-control"), "no-store");
        assert_eq!(phone.cookie("__Host-s"), None);
        assert_eq!(phone.visits("/about").header("clear-site-data"), "");
    }

    fn whoever_comes_in_with_an_old_cookie_stays_in(town) {
        let ada = town.person("Quiet Ada");
        let phone = town.stranger();
        phone.keeps("__Host-s", "bm9ib2R5cy10b2tlbi1ub2JvZHlzLXRva2VuLTEyMzQ");
        let back = phone.posts("/back-in", &[("words", &ada.words)]).is(303);
        assert_eq!(back.header("clear-site-data"), "");
        phone.visits("/you").is(200);
    }

    fn a_tab_that_still_shows_the_token_before_is_not_emptied(town) {
        let ada = town.person("Quiet Ada");
        let (word, tab) = ("lamp river forty spoons", town.stranger());
        tab.keeps("__Host-s", &ada.cookie("__Host-s").unwrap());
        let fields = [("password", word), ("again", word)];
        ada.fills(&ada.visits("/you/safety/password"), "/you/safety/password", &fields).is(303);
        let late = tab.visits("/about").is(200);
        assert_eq!((late.header("clear-site-data"), tab.cookie("__Host-s").is_some()), ("", true));
        town.waits_s(600);
        assert_eq!(tab.visits("/about").header("clear-site-data"), r#""cache", "storage""#);
    }

    fn closing_an_account_empties_the_browser(town) {
        let ada = town.person("Quiet Ada");
        let page = ada.visits("/you/data/delete").is(200);
        let gone = ada.fills(&page, "/you/data/delete", &[("when", "now")]).is(303);
        assert_eq!(gone.header("clear-site-data"), r#""cache", "storage""#);
        assert_eq!(ada.cookie("__Host-s"), None);
    }
}

fn csrf(page: &crate::harness::Seen) -> String {
    page.attribute("input[name=csrf]", "value").unwrap()
}
