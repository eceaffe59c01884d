//! A day with a name of one's own: a milestone of its member's, read by others only where it is shown with that name.

use super::chips::{ninety_days, place};
use super::counters::starts;
use crate::forum::export::copy_in;
use crate::harness::{Person, Seen};
use crate::support::noticing::presses;

const NAME: &str = "The vellumsummer without";

/// Gives a day of a counter a name.
fn names(person: &Person, counter: &str, (after, name): (&str, &str)) -> Seen {
    let page = person.visits(counter).is(200);
    person.fills(&page, &format!("{counter}/named"), &[("after", after), ("name", name)])
}

/// Shows today's milestone to the group, with its name.
fn shows_named(person: &Person, counter: &str) -> Seen {
    let at = format!("{counter}/milestone");
    let page = person.visits(&at).is(200).shows(NAME);
    person.fills(&page, &at, &[("group", "evenings"), ("named", "1")])
}

on_both! {
    fn a_day_with_a_name_is_told_to_its_member_alone_and_the_name_can_be_taken_away(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        // Twelve days: no list knows of them.
        let counter = starts(&ada, &[("on", "2026-11-09"), ("marks", "none")]);
        ada.visits(&counter).is(200).hides(NAME).hides("Show it");
        assert_eq!(names(&ada, &counter, ("12", NAME)).is(303).location, format!("{counter}#named"));
        names(&ada, &counter, ("40", "Longer than last time")).is(303);
        let page = ada.visits(&counter).is(200).shows("After 12 days.").shows("After 40 days.");
        assert!(page.texts(".panel h2").iter().any(|title| title.contains(NAME)), "today is that day");
        ada.visits("/").is(200).shows(NAME);
        let row = town.lines("SELECT book AS line FROM counter").join(" ");
        assert!(!row.contains("vellum"), "sealed: {row}");

        names(&ada, &counter, ("12", "The quokkasummer without")).is(303);
        let page = ada.visits(&counter).is(200).hides("vellum");
        assert_eq!(page.count("#named .rows li"), 2, "a day has one name");
        maya.visits(&counter).is(404);
        presses(&maya, &format!("{counter}/named"), &[("after", "12"), ("name", "Mine")]).is(404);
        presses(&maya, &format!("{counter}/named/remove"), &[("after", "12")]).is(404);
        town.stranger().posts(&format!("{counter}/named/remove"), &[("after", "12")]);

        for _ in 0..2 {
            presses(&ada, &format!("{counter}/named/remove"), &[("after", "12")]).is(303);
        }
        ada.visits(&counter).is(200).hides("quokka").shows("After 40 days.");
    }

    fn what_cannot_be_a_name_or_a_day_is_given_back(town) {
        let ada = town.person("Quiet Ada");
        let counter = starts(&ada, &[("on", "2026-11-09")]);
        for (after, name, field) in [
            ("0", NAME, "#after-fault"),
            ("36526", NAME, "#after-fault"),
            ("soon", NAME, "#after-fault"),
            ("12", "", "#name-fault"),
            ("12", "a".repeat(61).as_str(), "#name-fault"),
        ] {
            let page = names(&ada, &counter, (after, name)).is(422);
            assert_eq!(page.attribute("#after", "value").as_deref(), Some(after), "nothing typed is lost");
            assert_eq!((page.count("#named .rows li"), page.count(field)), (0, 1), "{after} {name}");
        }
        names(&ada, &counter, ("0", NAME)).is(422).shows("Choose a number of days, from 1 to 36525.");
        presses(&ada, &format!("{counter}/named/remove"), &[("after", "soon")]).is(422);
        for after in 1..=24 {
            names(&ada, &counter, (after.to_string().as_str(), "A day")).is(303);
        }
        names(&ada, &counter, ("25", "A day")).is(422).shows("as many names as one counter holds");
    }

    fn others_read_a_name_only_where_it_is_shown_and_no_longer_than_it_stands(town) {
        let (ada, maya, counter) = ninety_days(town);
        names(&ada, &counter, ("90", NAME)).is(303);
        let at = format!("{counter}/milestone");
        let page = ada.visits(&at).is(200).shows(NAME);
        ada.fills(&page, &at, &[("group", "evenings")]).is(303);
        maya.visits("/milestones").is(200).shows("Ninety days.").hides("vellum");
        ada.fills(&ada.visits(&at).is(200), &at, &[("do", "take-down")]).is(303);

        shows_named(&ada, &counter).is(303);
        ada.visits(&counter).is(200).shows("Shown with its name to");
        maya.visits("/milestones").is(200).shows("Ninety days.").shows(NAME);
        maya.visits(&place(&maya)).is(200).shows(NAME);
        town.person("Sam Hollow").visits("/milestones").is(200).hides("vellum");
        maya.visits("/people/Quiet%20Ada").is(200).hides("vellum");
        let row = town.lines("SELECT sealed AS line FROM milestone").join(" ");
        assert!(!row.is_empty() && !row.contains("vellum"), "sealed: {row}");
        let copy = |who: &Person| copy_in(&who.sends("POST", "/api/v1/me/copy", &[], None).is(200));
        assert!(copy(&ada).contains(NAME) && !copy(&maya).contains(NAME), "her own words, and another's");

        presses(&ada, &format!("{counter}/named/remove"), &[("after", "90")]).is(303);
        maya.visits("/milestones").is(200).shows("Ninety days.").hides("vellum");
        assert_eq!(town.count("SELECT count(*) AS n FROM milestone WHERE sealed IS NOT NULL"), 0);
    }

    fn a_name_that_the_group_would_look_at_first_is_not_shown(town) {
        let (ada, maya, counter) = ninety_days(town);
        names(&ada, &counter, ("90", NAME)).is(303);
        let keeps = |words: &str, does: &str, sentence: &str| {
            let line = [("step", "keep"), ("words", words), ("does", does), ("sentence", sentence)];
            presses(&maya, "/g/evenings/rules", &line).is(303);
        };
        keeps("vellumsummer", "hold", "");
        shows_named(&ada, &counter).is(422).shows("This group would look at that name first");
        names(&ada, &counter, ("90", "A quokkaharbour")).is(303);
        keeps("quokkaharbour", "refuse", "Not here, please.");
        let at = format!("{counter}/milestone");
        let page = ada.visits(&at).is(200);
        ada.fills(&page, &at, &[("group", "evenings"), ("named", "1")]).is(422).shows("Not here, please.");
        assert_eq!(town.count("SELECT count(*) AS n FROM milestone"), 0, "neither is shown");
        ada.fills(&page, &at, &[("group", "evenings")]).is(303);
        maya.visits("/milestones").is(200).shows("Ninety days.").hides("quokka");
    }

    fn a_counter_whose_name_somebody_would_look_at_first_is_seen_by_its_member_alone(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let selling = "beds free, call (555) 123-4567";
        let form = ada.visits("/counters/new").is(200);
        let seen = ada.fills(&form, "/counters/new", &[("name", selling), ("on", "2026-11-09"), ("sight", "profile")]).is(422);
        let seen = seen.shows("Somebody would look at this name first").shows("only you see it");
        assert_eq!((seen.attribute("#name", "value").as_deref(), seen.count("#name-fault")), (Some(selling), 1), "nothing typed is lost");
        assert_eq!(town.count("SELECT count(*) AS n FROM counter"), 0);
        let counter = ada.fills(&seen, "/counters/new", &[("sight", "me")]).is(303).location;
        ada.visits(&counter).is(200).shows(selling);

        // Nor does it come to others later, by a page or by a program.
        let edit = format!("{counter}/edit");
        let form = ada.visits(&edit).is(200);
        let seen = ada.fills(&form, &edit, &[("sight", "profile")]).is(422).shows("Somebody would look at this name first");
        assert_eq!(seen.attribute("#name", "value").as_deref(), Some(selling));
        let json = [("content-type", "application/json")];
        let shape = |name: &str| format!(r#"{{"name":"{name}","on":"2026-11-09","zone":"UTC","shows":"days","marks":"usual","sight":"profile"}}"#);
        for (method, path) in [("POST", "/api/v1/counters".to_owned()), ("PUT", format!("/api/v1{counter}"))] {
            let no = ada.sends(method, &path, &json, Some(shape(selling).as_bytes())).is(422).json();
            assert_eq!((&no["code"], &no["field"]), (&"counter-name-waits".into(), &"name".into()));
        }
        maya.visits("/people/Quiet%20Ada").is(200).hides("beds free");
        ada.fills(&form, &edit, &[("sight", "profile"), ("name", "tea")]).is(303);
        maya.visits("/people/Quiet%20Ada").is(200).shows("tea");
        ada.fills(&ada.visits(&edit).is(200), &edit, &[("name", selling)]).is(422);
        // What others read already is asked nothing when something else is changed.
        ada.fills(&ada.visits(&edit).is(200), &edit, &[("shows", "rings")]).is(303);
        maya.visits("/people/Quiet%20Ada").is(200).shows("tea").hides("beds free");
    }

    fn a_link_in_the_name_of_a_counter_of_somebody_who_came_today_is_for_them_alone(town) {
        let maya = town.person("Maya Lake");
        town.arranges(|tx| tx.batch("UPDATE community SET newcomer_weeks = 1"));
        let sam = town.person("Sam Hollow");
        let link = [("name", "see https://elsewhere.example/x"), ("on", "2026-11-09"), ("sight", "profile")];
        let form = sam.visits("/counters/new").is(200);
        let seen = sam.fills(&form, "/counters/new", &link).is(422).shows("Somebody would look at this name first");
        sam.fills(&seen, "/counters/new", &[("sight", "me")]).is(303);
        maya.visits("/people/Sam%20Hollow").is(200).hides("elsewhere.example");
    }

    fn a_program_names_a_day_and_shows_it_with_its_name(town) {
        let (ada, maya, counter) = ninety_days(town);
        let json = [("content-type", "application/json")];
        let named = format!("/api/v1{counter}/named/90");
        let body = format!(r#"{{"name":"{NAME}"}}"#);
        ada.sends("PUT", &named, &json, Some(body.as_bytes())).is(204);
        ada.sends("PUT", &named, &json, Some(br#"{"name":""}"#)).is(422);
        ada.sends("PUT", &format!("/api/v1{counter}/named/0"), &json, Some(body.as_bytes())).is(422);
        maya.sends("PUT", &named, &json, Some(body.as_bytes())).is(404);
        maya.sends("DELETE", &named, &[], None).is(404);
        let seen = ada.sends("GET", &format!("/api/v1{counter}"), &[], None).is(200).json();
        assert_eq!(seen["named"], serde_json::json!([{"after": 90, "name": NAME}]));

        let shows = br#"{"group":"evenings","buddy":null,"with_name":true}"#;
        ada.sends("POST", &format!("/api/v1{counter}/milestone"), &json, Some(shows)).is(204);
        let rows = maya.sends("GET", "/api/v1/milestones", &[], None).is(200).json();
        assert_eq!(rows["rows"][0]["called"], NAME);
        for _ in 0..2 {
            ada.sends("DELETE", &named, &[], None).is(204);
        }
        let rows = maya.sends("GET", "/api/v1/milestones", &[], None).is(200).json();
        assert_eq!(rows["rows"][0]["called"], serde_json::Value::Null);
    }
}
