//! The first page.

use hearthside::forum::threads::{self, Body, Draft, Kind};
use hearthside::kernel::{AccountId, Bounded};
use hearthside::policy::{Person as Member, Rank, Reach, Viewer};

use super::{opens, sets};

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
        let viewer =
            Viewer::Person(Member { account: AccountId(1), face: ada.face, rank: Rank::Member, is_new: false });
        let draft = Draft {
            group: "evenings".to_owned(),
            kind: Kind::Setback,
            ask: None,
            title: Bounded::parse("").unwrap(),
            body: Body::parse("Marigold secret.").unwrap(),
            notes: Vec::new(),
            note_words: Bounded::parse("").unwrap(),
            reach: None,
            once: None,
        };
        town.arranges(move |tx| threads::open(tx, &viewer, &draft));

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
