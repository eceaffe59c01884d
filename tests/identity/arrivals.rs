//! Coming in with a made-up name.

use hearthside::kernel::Token;
use hearthside::policy::Reach;

use crate::harness::Town;

fn links(town: &Town, uses: i64) -> String {
    let by = town.person("Gate Keeper").face;
    let token = Token::parse("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").unwrap();
    let hash = token.hash();
    town.arranges(move |tx| {
        tx.batch(&format!(
            "INSERT INTO invitation (id, token_hash, made_by, uses_left, expires_on) VALUES (5, '{hash}', {by}, {uses}, 99999)"
        ))
    });
    token.expose().to_owned()
}

on_both! {
    fn somebody_comes_in_says_a_first_word_and_sees_six_words_once(town) {
        let ada = town.person("Quiet Ada");
        town.group("welcome", Reach::Community, &[&ada]);
        let maya = town.stranger();
        let hello = maya.visits("/hello").is(200).shows("Say hello").shows("Goes to welcome.");
        assert!(!hello.attribute("#name", "value").unwrap().is_empty());

        let fields = [("name", "Maya Lake"), ("body", "First night."), ("kind", "setback"), ("agrees", "1")];
        let inside = maya.fills(&hello, "/hello", &fields).is(303);
        assert!(inside.location.starts_with("/p/"), "{}", inside.location);
        let words = maya.visits(&inside.location).is(200).shows("First night.").shows("Setback");
        assert_eq!(words.count("ol.words li"), 6);
        let again = maya.visits(&inside.location).is(200).shows("shown once");
        assert_eq!(again.count("ol.words li"), 0);

        let on = maya.fills(&words, "/hello/words", &[]).is(303);
        assert_eq!(on.location, inside.location.replace("?welcome", ""));
        maya.visits(&inside.location).is(200).shows("First night.").hides("shown once");
        ada.visits(&on.location).is(200).shows("Maya Lake");
    }

    fn new_words_wait_for_the_page_of_their_owners_own_first_post(town) {
        let ada = town.person("Quiet Ada");
        town.group("welcome", Reach::Community, &[&ada]);
        let arrives = |name: &str| {
            let browser = town.stranger();
            let fields = [("name", name), ("body", "Hello."), ("agrees", "1")];
            let inside = browser.fills(&browser.visits("/hello"), "/hello", &fields).is(303);
            (browser, inside)
        };
        let ((maya, inside), (_, other)) = (arrives("Maya Lake"), arrives("Bea Stone"));
        assert_eq!(maya.visits(&other.location).is(200).count("ol.words"), 0);
        assert_eq!(maya.visits("/p/aaaaaaaaaaaaaa?welcome").is(404).count("ol.words"), 0);
        assert_eq!(ada.visits(&inside.location).is(200).count("ol.words"), 0);
        assert_eq!(maya.visits(&inside.location).is(200).count("ol.words li"), 6);
    }

    fn another_name_keeps_what_was_typed(town) {
        town.opens_its_doors("open");
        let maya = town.stranger();
        let hello = maya.visits("/hello").is(200);
        let before = hello.attribute("#name", "value");
        let again = maya.fills(&hello, "/hello", &[("another", "1"), ("agrees", "1")]).is(200);
        assert_ne!(again.attribute("#name", "value"), before);
        assert_eq!(again.count("#agrees[checked]"), 1);
    }

    fn what_is_missing_is_said_in_place(town) {
        let ada = town.person("Quiet Ada");
        town.group("welcome", Reach::Community, &[&ada]);
        let maya = town.stranger();
        let hello = maya.visits("/hello");
        let again = maya.fills(&hello, "/hello", &[("name", "x"), ("body", "Hello all"), ("kind", "win")]).is(422);
        assert!(again.text("#name-fault").starts_with("A name needs two letters"));
        assert!(again.text("#agrees-fault").starts_with("Tick this box"));
        assert_eq!(again.text("#body"), "Hello all");
        assert_eq!(again.count("input[value=win][checked]"), 1);
        maya.fills(&hello, "/hello", &[("name", "John Smith"), ("agrees", "1")]).is(422).shows("reads like a real name");
        maya.fills(&hello, "/hello", &[("name", "Admin"), ("agrees", "1")]).is(422).shows("look like a role");
        maya.fills(&hello, "/hello", &[("name", "Maple 1987"), ("agrees", "1")]).is(422).shows("year of birth");
        let long = "a".repeat(30_000);
        maya.fills(&hello, "/hello", &[("name", "Maya Lake"), ("body", &long), ("agrees", "1")]).is(422);
        maya.fills(&hello, "/hello", &[("name", "Maya\0Lake"), ("agrees", "1")]).is(422);
        maya.fills(&hello, "/hello", &[("name", "Maya \u{202e}ekaL"), ("agrees", "1")]);
    }

    fn names_that_look_alike_are_one_name(town) {
        town.person("Ada");
        let maya = town.stranger();
        let hello = maya.visits("/hello");
        for name in ["Ada", "ADA", "ada", "A-da", "\u{410}d\u{410}", "A\u{501}a"] {
            let again = maya.fills(&hello, "/hello", &[("name", name), ("agrees", "1")]).is(422);
            let fault = again.text("#name-fault");
            let mixed = !name.is_ascii() && fault.starts_with("Use letters of one alphabet");
            assert!(fault.contains("is free") || mixed, "{name}: {fault}");
        }
    }

    fn a_name_taken_while_typing_comes_back_free_with_every_word_kept(town) {
        let ada = town.person("Quiet Ada");
        town.group("welcome", Reach::Community, &[&ada]);
        let (maya, bea) = (town.stranger(), town.stranger());
        let (first, second) = (maya.visits("/hello"), bea.visits("/hello"));
        maya.fills(&first, "/hello", &[("name", "Slow River"), ("agrees", "1")]).is(303);

        let typed = [("name", "Slow River"), ("body", "Just me."), ("agrees", "1")];
        let again = bea.fills(&second, "/hello", &typed).is(422);
        let offered = again.attribute("#name", "value").unwrap();
        assert!(offered.starts_with("Slow River "), "{offered}");
        assert_eq!(again.text("#body"), "Just me.");
        assert_eq!(again.count("#agrees[checked]"), 1);
        let inside = bea.fills(&again, "/hello", &[]).is(303);
        bea.visits(&inside.location).is(200);
        bea.visits("/you").is(200).shows(&offered);
    }

    fn pressing_twice_makes_one_account_and_one_thread(town) {
        let ada = town.person("Quiet Ada");
        town.group("welcome", Reach::Community, &[&ada]);
        let maya = town.stranger();
        let hello = maya.visits("/hello");
        let sent = hello.form("/hello", &[("name", "Maya Lake"), ("body", "Hello."), ("agrees", "1")]);
        let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let other_tab = town.stranger();
        let one = maya.posts("/hello", &sent).is(303);
        let two = other_tab.posts("/hello", &sent).is(303);
        assert_eq!(one.location, two.location);
        other_tab.visits("/you").is(200).shows("Maya Lake");
        assert_eq!(other_tab.visits("/people/Maya%20Lake").is(200).count("main .rows li"), 1);

        town.waits_s(3_600);
        let later = town.stranger();
        later.posts("/hello", &sent).is(422).shows("sent before");
    }

    fn programs_that_fill_in_everything_are_let_go(town) {
        town.opens_its_doors("open");
        let maya = town.stranger();
        let hello = maya.visits("/hello");
        let away = maya.fills(&hello, "/hello", &[("name", "Maya Lake"), ("agrees", "1"), ("website", "x")]).is(303);
        assert_eq!(away.location, "/");
        assert_eq!(maya.cookie("__Host-s"), None);
    }

    fn closed_doors_say_how_to_ask(town) {
        town.opens_its_doors("closed");
        let maya = town.stranger();
        maya.visits("/hello").is(200).shows("Nobody new can come in").shows("Write to the hosts");
        maya.posts("/hello", &[("name", "Maya Lake"), ("agrees", "1")]).is(403).shows("Nobody new");
        town.opens_its_doors("invitation");
        maya.visits("/hello").is(200).shows("by invitation");
        maya.posts("/hello", &[("name", "Maya Lake"), ("agrees", "1")]).is(403);
    }

    fn a_link_lets_in_as_often_as_it_says(town) {
        let link = links(town, 1);
        town.opens_its_doors("invitation");
        let (maya, bea) = (town.stranger(), town.stranger());
        let path = format!("/hello?invitation={link}");
        let (first, second) = (maya.visits(&path).is(200), bea.visits(&path).is(200));
        maya.fills(&first, "/hello", &[("name", "Maya Lake"), ("agrees", "1")]).is(303);
        bea.fills(&second, "/hello", &[("name", "Bea Stone"), ("agrees", "1")]).is(403);
        bea.visits(&path).is(200).shows("by invitation");
        bea.visits("/hello?invitation=nonsense").is(200).shows("by invitation");
    }

    fn who_asks_waits_and_sees_where_it_stands(town) {
        town.opens_its_doors("ask");
        let maya = town.stranger();
        let hello = maya.visits("/hello").is(200);
        maya.fills(&hello, "/hello", &[("name", "Maya Lake"), ("agrees", "1")]).is(422).shows("What brings you here?");
        let asked = [("name", "Maya Lake"), ("agrees", "1"), ("application", "A friend told me.")];
        let inside = maya.fills(&hello, "/hello", &asked).is(303);
        assert_eq!(maya.visits(&inside.location).is(200).count("ol.words li"), 6);
        assert_eq!(maya.visits("/you").is(303).location, "/status");
        maya.visits("/status").is(200).shows("You asked to come in");
        let ada = town.stranger();
        ada.visits("/people/Maya%20Lake").is(404);
    }

    fn too_many_newcomers_wait_and_keep_their_words(town) {
        let ada = town.person("Quiet Ada");
        town.group("welcome", Reach::Community, &[&ada]);
        let maya = town.stranger();
        let hello = maya.visits("/hello");
        let taken = [("name", "Quiet Ada"), ("body", "Keep me."), ("agrees", "1")];
        let full = (0..80).map(|_| maya.fills(&maya.visits("/hello"), "/hello", &taken)).find(|seen| seen.status == 429);
        let full = full.expect("a bucket has a bottom");
        assert_eq!(full.text("#body"), "Keep me.");
        assert_eq!(full.attribute("#name", "value").as_deref(), Some("Quiet Ada"));
        drop(hello);
    }
}
