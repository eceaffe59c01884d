//! The first page.

use hearthside::forum::threads::{self, Body, Draft, Kind};
use hearthside::kernel::{AccountId, Bounded};
use hearthside::policy::{Person as Member, Rank, Reach, Viewer};

use super::{opens, sets};
use crate::harness::{Person, Town};

/// Somebody says something: on the porch with a reach of their own, or in the evenings as the group has it.
fn says(town: &Town, person: &Person, words: &str, reach: Option<Reach>) {
    let viewer = Viewer::Person(Member {
        account: AccountId(1),
        face: person.face,
        rank: Rank::Member,
        is_new: false,
        voice: None,
    });
    let group = if reach.is_some() { "porch" } else { "evenings" };
    let draft = Draft {
        group: group.to_owned(),
        kind: Kind::JustHere,
        ask: None,
        title: Bounded::parse("").unwrap(),
        body: Body::parse(words).unwrap(),
        notes: Vec::new(),
        no_note_fits: false,
        note_words: Bounded::parse("").unwrap(),
        reach,
        lasting: None,
        goes_on: false,
        shield: None,
        is_repeated: false,
        asks_care: false,
        asks_after: false,
        once: None,
    };
    town.arranges(move |tx| threads::open(tx, &viewer, &draft));
}

on_both! {
    fn before_the_host_has_opened_the_house_is_being_set_up(town) {
        let seen = town.stranger().visits("/").is(200).shows("This house is being set up");
        assert_eq!(seen.count("a[href='/host/setup']"), 1);
        assert_eq!(seen.count("a[href='/hello']"), 0);
    }

    fn a_visitor_finds_a_light_and_two_buttons(town) {
        opens(town, "open");
        let seen = town.stranger().visits("/").is(200).shows("There’s a light on.").shows("A porch for hard evenings.");
        assert_eq!(seen.text("main a.btn.honey"), "Write something now");
        assert_eq!(seen.attribute("main a.btn.honey", "href").as_deref(), Some("/hello"));
        assert_eq!(seen.attribute("main a.btn.quiet", "href").as_deref(), Some("/how-we-talk"));
        assert_eq!(seen.count("main a[href='/back-in']"), 1);
        // No post is for the open web: how people talk here stands instead.
        let seen = seen.shows("Speak from your own life.");
        assert_eq!(seen.count("input[type=email], input[type=tel]"), 0);
    }

    fn at_most_three_posts_that_were_shared_with_the_open_web_are_shown(town) {
        opens(town, "open");
        let ada = town.person("Quiet Ada");
        town.group("porch", Reach::Everyone, &[&ada]);
        says(town, &ada, "For members alone.", Some(Reach::Community));
        for words in ["Danced badly.", "Slept well.", "Called my sister.", "Made soup."] {
            says(town, &ada, words, Some(Reach::Everyone));
        }
        let seen = town.stranger().visits("/").is(200).shows("Made soup.").shows("Slept well.");
        let seen = seen.hides("Danced badly.").hides("For members alone.");
        assert_eq!(seen.count("#open article"), 3);
        assert_eq!(seen.attribute("main a.btn.quiet", "href").as_deref(), Some("#open"));
    }

    fn a_closed_door_says_so_and_how_to_ask(town) {
        opens(town, "invitation");
        let seen = town.stranger().visits("/").is(200).shows("New people come in by invitation.");
        assert_eq!(seen.count("main a[href='/hello']"), 0);
        assert_eq!(seen.count("main a[href='/contact']"), 1);

        sets(town, "doors = 'closed'");
        let seen = town.stranger().visits("/").is(200).shows("No new people come in right now.");
        assert_eq!(seen.count("main a[href='/hello']"), 0);

        sets(town, "doors = 'ask'");
        let seen = town.stranger().visits("/").is(200).shows("The host says yes before you come in.");
        assert_eq!(seen.count("main a[href='/hello']"), 1);
    }

    fn no_page_for_visitors_holds_a_word_of_a_member(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        says(town, &ada, "Marigold secret.", None);

        for doors in [None, Some("open"), Some("closed")] {
            match doors {
                None => {}
                Some("open") => opens(town, "open"),
                Some(_) => sets(town, "doors = 'closed'"),
            }
            for path in ["/", "/about", "/support", "/how-we-talk", "/groups", "/offline", "/manifest.webmanifest"] {
                let seen = town.stranger().visits(path).hides("Marigold").hides("Quiet Ada");
                assert!(seen.status < 500, "{path}");
            }
        }
    }
}
