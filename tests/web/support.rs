//! Help.

use super::{opens, sets};
use crate::harness::{Seen, Town};

/// A number for danger in another country than the community's.
fn calls_in_the_states(town: &Town) {
    town.arranges(|tx| {
        tx.batch(
            "INSERT INTO helpline (id, country, name, number, kind, hours, note, position, checked_on)
             VALUES (5, 'US', 'Ambulance', '911', 'emergency', '', '', 2, NULL)",
        )
    });
    town.app.forget_house();
}

/// What the red line dials first.
fn called(seen: &Seen) -> String {
    seen.attribute("#danger a", "href").unwrap_or_default()
}

on_both! {
    fn the_danger_line_comes_before_every_choice_and_dials_the_hosts_country(town) {
        opens(town, "open");
        let ada = town.person("Quiet Ada");
        for seen in [town.stranger().visits("/support").is(200), ada.visits("/support").is(200)] {
            assert_eq!(seen.attribute("main a", "href").as_deref(), Some("tel:112"), "the first link of the page");
            assert_eq!(seen.text("main a"), "Call 112 first.");
            let danger = seen.body.find("id=\"danger\"").unwrap();
            assert!(danger < seen.body.find("class=\"choice").unwrap());
            assert_eq!(seen.count("main a.choice[href='/support/helplines']"), 1);
            assert_eq!(seen.count("main a.choice[href='/support/safer']"), 1);
        }
        assert_eq!(ada.visits("/support").count("main a[href='/share?kind=setback']"), 1);
        assert_eq!(town.stranger().visits("/support").count("main a[href='/hello']"), 1);
    }

    fn without_a_country_both_wide_numbers_are_offered(town) {
        let seen = town.stranger().visits("/support").is(200);
        assert_eq!(seen.attribute("main a", "href").as_deref(), Some("tel:112"));
        assert_eq!(seen.count("#danger a[href='tel:911']"), 1);
        assert_eq!(seen.count("#danger a[href='/support/helplines']"), 1);
        town.stranger().visits("/support/helplines").is(200).shows("Choose a country to see its numbers.");
    }

    fn numbers_are_those_of_the_country_one_chooses_and_none_is_guessed(town) {
        opens(town, "open");
        let stranger = town.stranger();
        let seen = stranger.visits("/support/helplines").is(200).shows("Talk line").hides("Lifeline");
        assert_eq!(seen.count("a[href='tel:024']"), 1);
        let seen = seen.shows("Checked on 4 September 2026").shows("In Spanish");
        assert_eq!(seen.text("#country"), "SpainUnited States");
        assert_eq!(seen.attribute("#country option[selected]", "value").as_deref(), Some("ES"));

        let far = stranger.sends("GET", "/support/helplines?country=us", &[("accept-language", "es")], None);
        let far = far.is(200).shows("Lifeline").hides("Talk line").hides("href=\"javascript");
        assert_eq!(far.count("a[href='sms:988']"), 1);
        assert_eq!(far.count("#danger a[href='tel:911']"), 1, "no number for danger is kept for it: both wide ones");

        let other = town.stranger();
        other.visits("/support/helplines?country=FR").is(200).shows("We have no numbers for France yet.");
        other.visits("/support/helplines?country=%3Cb%3E").is(200).shows("Talk line");
        assert_eq!(other.cookie("__Host-reading"), None, "nothing of it is kept");
    }

    fn the_country_one_chose_is_kept_on_the_device_and_the_red_line_calls_there(town) {
        opens(town, "open");
        calls_in_the_states(town);
        let (stranger, ada) = (town.stranger(), town.person("Quiet Ada"));
        ada.keeps("__Host-reading", "theme=night");
        for person in [&stranger, &*ada] {
            let first = person.visits("/support").is(200).shows("In another country?");
            assert_eq!(called(&first), "tel:112");
            let seen = person.visits("/support/helplines?country=us").is(200).shows("Lifeline").shows("stays on your device");
            assert_eq!((called(&seen), seen.attribute("html", "data-country")), ("tel:911".to_owned(), Some("US".to_owned())));
            for path in ["/support", "/support/craving", "/support/safer", "/offline"] {
                assert_eq!(called(&person.visits(path).is(200)), "tel:911", "{path}");
            }
            person.visits("/support/helplines").is(200).shows("Lifeline").hides("Talk line");
            person.visits("/support/helplines?country=FR").is(200).shows("We have no numbers for France yet.");
            assert_eq!(called(&person.visits("/support")), "tel:911", "what is not in the list is not kept");

            person.visits("/support/helplines?country=ES").is(200).shows("Talk line");
            let back = person.visits("/support").is(200);
            assert_eq!((called(&back), back.attribute("html", "data-country")), ("tel:112".to_owned(), None));
            assert!(!person.cookie("__Host-reading").unwrap_or_default().contains("country"), "back home nothing of it is left");
        }
        assert_eq!(ada.visits("/you/reading").attribute("html", "data-theme").as_deref(), Some("night"), "all else one chose stays");
    }

    fn a_country_is_kept_for_nobody_who_was_led_here_by_another_site(town) {
        opens(town, "open");
        calls_in_the_states(town);
        let stranger = town.stranger();
        let led = stranger.sends("GET", "/support/helplines?country=us", &[("sec-fetch-site", "cross-site")], None).is(200);
        led.shows("Lifeline");
        assert_eq!(stranger.cookie("__Host-reading"), None);
        assert_eq!(called(&stranger.visits("/support").is(200)), "tel:112");
    }

    fn the_worker_asks_for_the_numbers_of_a_country_by_address_and_a_cookie_comes_first(town) {
        opens(town, "open");
        calls_in_the_states(town);
        for path in ["/support", "/support/helplines", "/support/craving", "/support/safer", "/offline"] {
            // It takes no cookie.
            let seen = town.stranger().visits(&format!("{path}?look=weather&country=US&worker=1")).is(200);
            assert_eq!((called(&seen), seen.text("title")), ("tel:911".to_owned(), "Weather".to_owned()), "{path}");
        }
        let kept = town.stranger().visits("/support?country=US&worker=1").is(200).shows("Your device kept this page");
        assert_eq!((called(&kept), kept.count("#kept a[href='/support?anew=1']")), ("tel:911".to_owned(), 1));
        assert_eq!(kept.attribute("main a", "href").as_deref(), Some("tel:911"), "the red line is first there, too");
        assert_eq!(town.stranger().visits("/support?anew=1").is(200).count("#kept"), 0);
        for path in ["/support/helplines", "/support/craving", "/support/safer"] {
            let kept = town.stranger().visits(&format!("{path}?country=US&worker=1")).is(200);
            assert_eq!(kept.count(&format!("#kept a[href='{path}?anew=1']")), 1, "{path}");
            assert_eq!(town.stranger().visits(&format!("{path}?anew=1")).is(200).count("#kept"), 0, "{path}");
        }
        let reader = town.stranger();
        reader.keeps("__Host-reading", "theme=day");
        assert_eq!(called(&reader.visits("/support?country=US").is(200)), "tel:112");
    }

    fn safer_hours_say_who_should_read_them_first(town) {
        opens(town, "open");
        sets(town, "country = ''");
        let seen = town.stranger().visits("/support/safer").is(200);
        let seen = seen.shows("After a break, your old amount can be too much.").shows("ask a clinician near you");
        assert_eq!(seen.attribute("main .note a", "href").as_deref(), Some("tel:112"));
    }
}
