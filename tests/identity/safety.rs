//! Devices, proof, passwords.

use crate::harness::{Browser, Person, Town};

fn comes_back(town: &Town, person: &Person) -> Browser {
    let browser = town.stranger();
    browser.posts("/back-in", &[("words", &person.words)]).is(303);
    browser
}

on_both! {
    fn devices_are_listed_named_and_signed_out(town) {
        let ada = town.person("Quiet Ada");
        let phone = comes_back(town, &ada);
        let page = phone.visits("/you/safety").is(200).shows("this one").shows("Here this week");
        let name = page.attribute("form[action$='/name']", "action").unwrap();
        phone.fills(&page, &name, &[("label", "Old phone")]).is(303);
        phone.visits("/you/safety").is(200).shows("Old phone");
        phone.posts(&name, &[("label", &"x".repeat(41)), ("csrf", &csrf(&page))]).is(422);

        let others = phone.fills(&phone.visits("/you/safety"), "/you/safety/others/out", &[]).is(303);
        assert_eq!(others.location, "/you/safety#devices");
        ada.visits("/you").is(303);
        assert_eq!(phone.visits("/you/safety").is(200).count("form[action$='/name']"), 1);
    }

    fn nobody_signs_out_somebody_elses_device(town) {
        let (ada, bea) = (town.person("Quiet Ada"), town.person("Bea Stone"));
        let theirs = ada.visits("/you/safety").attribute("form[action$='/out']", "action").unwrap();
        bea.posts(&theirs, &[("csrf", &csrf(&bea.visits("/you/safety")))]).is(303);
        ada.visits("/you").is(200);
    }

    fn everywhere_means_everywhere(town) {
        let ada = town.person("Quiet Ada");
        let phone = comes_back(town, &ada);
        let out = ada.fills(&ada.visits("/you/safety"), "/you/safety/everywhere/out", &[]).is(303);
        assert_eq!(out.header("clear-site-data"), r#""cache", "storage""#);
        phone.visits("/you").is(303);
        ada.visits("/you").is(303);
        comes_back(town, &ada).visits("/you").is(200);
    }

    fn after_ten_minutes_a_change_asks_again_who_it_is(town) {
        let (ada, bea) = (town.person("Quiet Ada"), town.person("Bea Stone"));
        let page = ada.visits("/you/safety/password").is(200);
        town.waits_s(600);
        let asked = ada.visits("/you/safety/password").is(303);
        assert_eq!(asked.location, "/you/proof?then=%2Fyou%2Fsafety%2Fpassword");
        let fields = [("password", "lamp river forty spoons"), ("again", "lamp river forty spoons")];
        ada.fills(&page, "/you/safety/password", &fields).is(403);
        for path in ["/you/safety/words", "/you/safety/codes", "/you/safety/password/remove"] {
            let sent = ada.posts(path, &[("csrf", &csrf(&page))]).is(303);
            assert!(sent.location.starts_with("/you/proof"), "{path}");
        }

        let proof = ada.visits(&asked.location).is(200);
        ada.fills(&proof, "/you/proof", &[("words", &bea.words)]).is(422).shows("That does not open the door.");
        let on = ada.fills(&proof, "/you/proof", &[("words", &ada.words)]).is(303);
        assert_eq!(on.location, "/you/safety/password");
        ada.visits(&on.location).is(200);
    }

    fn a_password_is_checked_set_changed_and_removed(town) {
        let ada = town.person("Quiet Ada");
        let phone = comes_back(town, &ada);
        let page = ada.visits("/you/safety/password").is(200);
        let set = |password: &str, again: &str| {
            ada.fills(&page, "/you/safety/password", &[("password", password), ("again", again)])
        };
        set("short", "short").is(422).shows("12 letters or more");
        set("password1234", "password1234").is(422).shows("easy to guess");
        set("Quiet Ada 1234", "Quiet Ada 1234").is(422).shows("Leave your name out");
        set("lamp river forty spoons", "lamp river forty spoon").is(422).shows("These two differ");
        let former = ada.cookie("__Host-s").unwrap();
        let fields = [("password", "lamp river forty spoons"), ("again", "lamp river forty spoons"), ("others", "1")];
        ada.fills(&page, "/you/safety/password", &fields).is(303);
        assert_ne!(ada.cookie("__Host-s").unwrap(), former);
        phone.visits("/you").is(303);

        let typed = [("name", "Quiet Ada"), ("password", "lamp river forty spoons")];
        town.stranger().posts("/back-in", &typed).is(303);
        let page = ada.visits("/you/safety/password").is(200);
        ada.fills(&page, "/you/safety/password/remove", &[]).is(303);
        town.stranger().posts("/back-in", &typed).is(422);
        ada.visits("/you/safety").is(200).shows("Not set");
    }

    fn new_words_replace_the_old(town) {
        let ada = town.person("Quiet Ada");
        let made = ada.fills(&ada.visits("/you/safety"), "/you/safety/words", &[]).is(303);
        let words = ada.visits(&made.location).is(200).texts("ol.words li").join(" ");
        assert_ne!(words, ada.words);
        town.stranger().posts("/back-in", &[("words", &ada.words)]).is(422);
        town.stranger().posts("/back-in", &[("words", &words)]).is(303);
        ada.visits("/you").is(200).shows("Keep your six words");
    }

    fn leaving_may_sign_out(town) {
        let ada = town.person("Quiet Ada");
        let page = ada.visits("/you/safety").is(200);
        assert_eq!(page.count("input[name=signs_out][checked]"), 0);
        ada.fills(&page, "/you/safety/leaving", &[("signs_out", "1")]).is(303);
        assert_eq!(ada.visits("/you/safety").count("input[name=signs_out][checked]"), 1);
    }

    fn an_address_that_is_a_number_offers_no_passkeys(town) {
        let ada = town.person("Quiet Ada");
        ada.visits("/you/safety").is(200).hides("/you/safety/passkeys");
        ada.visits("/you/safety/passkeys").is(200).shows("This server has a number");
        let page = ada.visits("/you/safety");
        ada.posts("/you/safety/passkeys/begin", &[("csrf", &csrf(&page))]).is(403);
        ada.posts("/you/safety/passkeys", &[("csrf", &csrf(&page)), ("credential", "{}")]).is(422);
        town.stranger().posts("/back-in", &[("credential", "{}")]).is(422);
    }
}

fn csrf(page: &crate::harness::Seen) -> String {
    page.attribute("input[name=csrf]", "value").unwrap()
}
