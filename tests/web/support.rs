//! Help.

use super::{opens, sets};

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

        stranger.visits("/support/helplines?country=FR").is(200).shows("We have no numbers for France yet.");
        stranger.visits("/support/helplines?country=%3Cb%3E").is(200).shows("Talk line");
    }

    fn safer_hours_say_who_should_read_them_first(town) {
        opens(town, "open");
        sets(town, "country = ''");
        let seen = town.stranger().visits("/support/safer").is(200);
        let seen = seen.shows("After a break, your old amount can be too much.").shows("ask a clinician near you");
        assert_eq!(seen.attribute("main .note a", "href").as_deref(), Some("tel:112"));
    }
}
