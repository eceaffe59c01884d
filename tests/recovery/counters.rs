//! Counters: no day is taken away, a setback can be taken back, others see days alone.

use hearthside::policy::Reach;

use super::checks_in;
use crate::forum::export::copy_in;
use crate::harness::{Person, Town};

/// Starts a counter; gives its page.
pub fn starts(person: &Person, fields: &[(&str, &str)]) -> String {
    let form = person.visits("/counters/new").is(200);
    person.fills(&form, "/counters/new", fields).is(303).location
}

fn tells(person: &Person, counter: &str, fields: &[(&str, &str)]) {
    let (form, action) = (person.visits(&format!("{counter}/setback")).is(200), format!("{counter}/setback"));
    person.fills(&form, &action, fields).is(303);
}

/// What a counter's page says of its days.
fn says(person: &Person, counter: &str) -> String {
    person.visits(counter).is(200).text(".hero")
}

fn rows_hold(town: &Town, words: &str) -> bool {
    let rows = town.lines("SELECT book || shown AS line FROM counter");
    assert!(!rows.is_empty());
    rows.iter().any(|row| row.contains(words))
}

on_both! {
    fn a_counter_is_started_and_says_its_days_in_rings_and_in_words(town) {
        let ada = town.person("Quiet Ada");
        ada.visits("/").is(200).shows("Count your days, if that helps");
        let counter = starts(&ada, &[("name", "Zanzibar tea"), ("on", "2026-04-09"), ("zone", "Europe/Berlin")]);
        let page = ada.visits(&counter).is(200).shows("226 days").shows("Only you see this");
        assert!(page.attribute("svg.rings", "aria-label").unwrap().contains("7 full rings of thirty days, and 16 days of the next."));
        assert_eq!((page.count("svg.rings path"), page.count("svg.rings .now")), (9, 1));
        ada.visits("/").is(200).shows("226 days").shows("Zanzibar tea").hides("Count your days, if that helps");
        town.waits_s(4 * 3_600);
        assert!(says(&ada, &counter).contains("227 days"), "in Berlin it is tomorrow");
        assert!(!rows_hold(town, "Zanzibar") && !rows_hold(town, "2026"), "what is counted is sealed");

        for (shows, big) in [
            ("weeks", "32 weeks and 3 days"),
            ("months", "7 months and 13 days"),
            ("hours", "227 days and 0 hours"),
        ] {
            let edit = format!("{counter}/edit");
            ada.fills(&ada.visits(&edit).is(200), &edit, &[("shows", shows)]).is(303);
            assert_eq!(ada.visits(&counter).text(".big"), big);
        }
    }

    fn a_setback_takes_no_day_away_and_can_be_taken_back_for_ever(town) {
        let ada = town.person("Quiet Ada");
        let counter = starts(&ada, &[("on", "2026-04-09")]);
        tells(&ada, &counter, &[("on", "2026-10-14"), ("turn", "run"), ("words", "One evening. Still here.")]);
        let said = says(&ada, &counter);
        for words in ["226 days", "in all", "38 days this run", "longest run so far, 188 days"] {
            assert!(said.contains(words), "{words}: {said}");
        }
        let page = ada.visits(&counter).shows("One evening. Still here.").shows("226 days in all. They stay.");
        assert_eq!(page.count("svg.rings .knot"), 1);
        assert!(!rows_hold(town, "evening"));

        tells(&ada, &counter, &[("on", "2026-11-20"), ("turn", "day-one")]);
        assert!(says(&ada, &counter).starts_with("1 day since you began again"));
        tells(&ada, &counter, &[("turn", "hide")]);
        let hidden = ada.visits(&counter).hides("226 days").hides("188").shows("The numbers are put away");
        assert_eq!((hidden.count(".big"), hidden.count("svg.rings")), (0, 1));
        for act in ["2", "1"] {
            let page = ada.visits(&counter);
            let form = page.form(&format!("{counter}/acts"), &[]);
            let token = &form.iter().find(|(name, _)| name == "csrf").unwrap().1;
            ada.posts(&format!("{counter}/acts"), &[("csrf", token), ("act", act), ("do", "strike")]).is(303);
        }
        town.waits_s(10 * 86_400);
        assert!(says(&ada, &counter).contains("236 days"));
        assert!(says(&ada, &counter).contains("48 days this run"));
    }

    fn days_that_cannot_be_are_refused_kindly_and_nothing_typed_is_lost(town) {
        let ada = town.person("Quiet Ada");
        let form = ada.visits("/counters/new").is(200);
        let refused = |on: &str, words: &str| {
            let answer = ada.fills(&form, "/counters/new", &[("name", "tea"), ("on", on)]).is(422).shows(words);
            assert_eq!(answer.attribute("#name", "value").as_deref(), Some("tea"));
        };
        refused("2026-11-22", "That day is still to come");
        refused("1899-12-31", "too long ago");
        refused("2025-02-29", "a day of the calendar");
        refused("", "a day of the calendar");
        // In Auckland it is the 22nd.
        let there = ada.fills(&form, "/counters/new", &[("on", "2026-11-22"), ("zone", "Pacific/Auckland")]).is(303);
        assert!(says(&ada, &there.location).contains("Day one"));
        let old = starts(&ada, &[("on", "1938-06-10")]);
        assert!(says(&ada, &old).contains("32,3") || says(&ada, &old).contains("323"), "{}", says(&ada, &old));
        let action = format!("{old}/setback");
        let setback = ada.visits(&action).is(200);
        ada.fills(&setback, &action, &[("on", "1938-06-09")]).is(422).shows("before this counter begins");
        ada.fills(&setback, &action, &[("on", "2026-11-22")]).is(422).shows("still to come");
        ada.fills(&setback, &action, &[("on", "2026-11-20"), ("from", "2026-11-19"), ("turn", "run")]).is(422).shows("cannot begin before");
    }

    fn nobody_else_meets_a_counter_unless_it_is_shown_and_then_days_alone(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let counter = starts(&ada, &[("name", "tea"), ("on", "2026-04-09")]);
        tells(&ada, &counter, &[("on", "2026-10-14"), ("turn", "run"), ("words", "One evening.")]);
        maya.visits(&counter).is(404);
        maya.visits("/people/Quiet%20Ada").is(200).hides("226 days");

        let edit = format!("{counter}/edit");
        ada.fills(&ada.visits(&edit), &edit, &[("sight", "profile")]).is(303);
        let page = maya.visits("/people/Quiet%20Ada").is(200).shows("226 days").shows("tea").hides("evening").hides("188");
        assert_eq!((page.count("svg.rings"), page.count("svg.rings .knot")), (1, 0), "a setback is nobody else's");
        town.stranger().visits("/people/Quiet%20Ada").hides("226 days");
        maya.visits(&counter).is(404);
        let programs = maya.sends("GET", "/api/v1/people/Quiet%20Ada", &[("accept", "application/json")], None).is(200);
        programs.hides("226").hides("2026-04-09");

        ada.fills(&ada.visits(&edit), &edit, &[("sight", "me")]).is(303);
        maya.visits("/people/Quiet%20Ada").is(200).hides("226 days");
        assert!(!rows_hold(town, "tea"));
        let ask = ada.visits(&format!("{counter}/delete")).is(200).shows("cannot be brought back");
        ada.fills(&ask, &format!("{counter}/delete"), &[]).is(303);
        ada.visits(&counter).is(404);
        assert_eq!(town.count("SELECT count(*) AS n FROM counter"), 0);
    }

    fn of_three_counters_two_are_kept_on_today_and_one_is_not_or_none_is(town) {
        let ada = town.person("Quiet Ada");
        let tea = starts(&ada, &[("name", "Zanzibar tea"), ("on", "2026-04-09")]);
        let [walks, bread] = ["Quokka walks", "Vellum bread"].map(|name| starts(&ada, &[("name", name), ("on", "2026-11-01")]));
        assert_eq!(ada.visits("/").is(200).count("#counted svg.rings"), 3);
        let chooses = |counter: &str, is_on: bool| {
            let edit = format!("{counter}/edit");
            let mut fields = ada.visits(&edit).is(200).form(&edit, &[]);
            fields.retain(|(name, _)| name != "today");
            fields.extend(is_on.then(|| ("today".to_owned(), "1".to_owned())));
            let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            ada.posts(&edit, &pairs).is(303);
        };
        chooses(&bread, false);
        assert_eq!(ada.visits(&format!("{bread}/edit")).count("input[name=today][checked]"), 0);
        let today = ada.visits("/").is(200).shows("Zanzibar").shows("Quokka").hides("Vellum").shows("All you count");
        assert_eq!(today.count("#counted svg.rings"), 2);
        for counter in [&tea, &walks] {
            chooses(counter, false);
        }
        let today = ada.visits("/").is(200).hides("Zanzibar").shows("All you count").hides("Count your days, if that helps");
        assert_eq!((today.count("svg.rings"), today.count("#counted a[href='/setback']")), (0, 1));
        ada.visits("/counters").is(200).shows("Zanzibar").shows("Quokka").shows("Vellum");
        chooses(&bread, true);
        ada.visits("/").is(200).shows("Vellum").hides("Quokka");
        // Where nobody chose, as in books of before, the first of all is shown.
        let json = [("content-type", "application/json"), ("accept", "application/json")];
        let plain = br#"{"name":"Otter days","on":"2026-01-01","zone":"UTC","shows":"days","marks":"usual","sight":"me"}"#;
        ada.sends("POST", "/api/v1/counters", &json, Some(plain)).is(201);
        ada.visits("/").is(200).shows("Otter").shows("Vellum");
    }

    fn the_large_number_may_be_this_run_and_others_never_read_of_runs(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let counter = starts(&ada, &[("on", "2026-04-09"), ("shows", "run"), ("sight", "profile")]);
        assert_eq!(ada.visits(&counter).text(".big"), "226 days this run");
        tells(&ada, &counter, &[("on", "2026-10-14"), ("turn", "run")]);
        let page = ada.visits(&counter).is(200).shows("226 days in all. They stay.");
        assert_eq!(page.text(".big"), "38 days this run");
        let page = maya.visits("/people/Quiet%20Ada").is(200).shows("226 days").hides("38 days").hides("this run");
        assert_eq!(page.text(".big"), "226 days");
    }

    fn beginning_again_or_hiding_tells_nobody_the_counter_goes_off_ones_page_and_it_is_said_before(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let page = "/people/Quiet%20Ada";
        let said = "If you begin again or hide the numbers, it goes off your page";
        for turn in ["leave", "run", "day-one", "hide"] {
            let counter = starts(&ada, &[("name", turn), ("on", "2026-04-09"), ("sight", "profile")]);
            maya.visits(page).is(200).shows("226 days");
            ada.visits(&format!("{counter}/setback")).is(200).shows(said);
            tells(&ada, &counter, &[("on", "2026-11-20"), ("turn", turn)]);
            let seen = maya.visits(page).is(200).hides("Day one").hides("1 day");
            if matches!(turn, "leave" | "run") {
                seen.shows("226 days");
                ada.visits(&counter).shows("Whoever is signed in here sees the days");
            } else {
                assert_eq!(seen.hides("226 days").count("svg.rings"), 0, "{turn}");
                ada.visits(&counter).shows("Only you see this");
                assert_eq!(town.count("SELECT count(*) AS n FROM counter WHERE shown <> ''"), 0);
                // Their own choice, and then nothing but their own choice.
                let edit = format!("{counter}/edit");
                ada.fills(&ada.visits(&edit), &edit, &[("sight", "profile")]).is(303);
                assert_eq!(maya.visits(page).is(200).count("svg.rings"), 1);
                let acts = format!("{counter}/acts");
                ada.fills(&ada.visits(&counter), &acts, &[]).is(303);
                ada.visits(&counter).shows("Taken back").shows("Only you see this");
                assert_eq!(maya.visits(page).is(200).hides("226 days").count("svg.rings"), 0, "{turn}");
            }
            ada.visits(&format!("{counter}/setback")).is(200);
            ada.fills(&ada.visits(&format!("{counter}/delete")), &format!("{counter}/delete"), &[]).is(303);
        }
        let mine = starts(&ada, &[("on", "2026-04-09")]);
        ada.visits(&format!("{mine}/setback")).is(200).hides(said);
    }

    fn a_milestone_is_offered_on_its_day_and_not_after_a_silence_nor_a_setback(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        let counter = starts(&ada, &[("on", "2026-08-23")]);
        let today = ada.visits("/").is(200).shows("Ninety days.").shows("Tell it, or keep it for yourself.");
        let composer = ada.visits("/share?kind=milestone").is(200);
        assert_eq!(composer.count("input[value=milestone][checked]"), 1);
        let kept = format!("{counter}/kept");
        ada.fills(&today, &kept, &[]).is(303);
        ada.visits("/").is(200).hides("Ninety days.");

        let second = starts(&ada, &[("on", "2026-11-21"), ("name", "second")]);
        town.waits_s(7 * 86_400);
        ada.visits("/counters").is(200).hides("A week.");
        let edit = format!("{second}/edit");
        ada.fills(&ada.visits(&format!("{counter}/delete")), &format!("{counter}/delete"), &[]).is(303);
        ada.visits("/").is(200).hides("A week.");
        ada.fills(&ada.visits(&edit), &edit, &[("name", "second one")]).is(303);
        ada.visits("/").is(200).shows("A week.");
        tells(&ada, &second, &[]);
        ada.visits("/").is(200).hides("A week.");
    }

    fn visits_alone_are_written_nowhere_and_whoever_checks_in_is_offered_it_that_day(town) {
        let ada = town.person("Quiet Ada");
        let counter = starts(&ada, &[("on", "2026-11-21")]);
        ada.visits(&format!("{counter}/edit")).is(200).shows("once you have checked in or changed a counter");
        let sealed = || town.lines("SELECT book || shown AS line FROM counter");
        let before = sealed();
        for _ in 0..7 {
            town.waits_s(86_400);
            ada.visits(&counter).is(200);
            ada.visits("/").is(200).hides("A week.");
        }
        assert_eq!(sealed(), before, "which days she was here stands nowhere");
        checks_in(&ada, &[("weather", "okay")]).is(303);
        ada.visits("/").is(200).shows("A week.");
    }

    fn whoever_comes_a_few_days_late_is_offered_it_still_and_whoever_kept_it_is_not(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        let [first, second] = ["2026-08-25", "2026-08-26"].map(|on| starts(&ada, &[("on", on)]));
        town.waits_s(4 * 86_400);
        ada.visits("/").is(200).hides("Ninety days.");
        checks_in(&ada, &[("weather", "okay")]).is(303);
        let late = "Ninety days. It was on 23 November 2026.";
        let today = ada.visits("/").is(200).shows(late).shows("Ninety days. It was on 24 November 2026.");
        let today = today.shows("Thank someone who helped");
        let share = today.attribute("#counted a[href='/share?kind=gratitude']", "href").unwrap();
        assert_eq!(ada.visits(&share).is(200).count("input[value=gratitude][checked]"), 1);
        ada.fills(&today, &format!("{first}/kept"), &[]).is(303);
        ada.visits("/").is(200).hides(late);

        // Shown to somebody, it is not offered anew.
        let path = format!("{second}/milestone");
        ada.fills(&ada.visits(&path).is(200).shows("Ninety days."), &path, &[("group", "evenings")]).is(303);
        ada.visits("/").is(200).shows("Shown to evenings.").hides("It was on");
        town.waits_s(4 * 86_400);
        checks_in(&ada, &[("weather", "okay")]).is(303);
        ada.visits("/").is(200).hides("Ninety days.");
    }

    fn a_new_counter_begins_with_the_days_that_are_told_of_where_its_member_recovers(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        town.group("mornings", Reach::Community, &[&maya]);
        let begins = |who: &Person| {
            let form = who.visits("/counters/new").is(200);
            assert_eq!((form.count("input[name=marks]"), form.count("input[name=marks][checked]")), (7, 1));
            form.attribute("input[name=marks][checked]", "value").unwrap()
        };
        let is_for = |group: &str, way: &str| {
            let line = format!(
                r#"INSERT INTO group_pathway (group_id, pathway) SELECT id, '{way}' FROM "group" WHERE name = '{group}'"#
            );
            town.arranges(move |tx| tx.batch(&line));
        };
        assert_eq!(begins(&ada), "usual");
        is_for("evenings", "aa");
        is_for("mornings", "harm-reduction");
        assert_eq!((begins(&ada).as_str(), begins(&maya).as_str()), ("coins", "usual"), "where groups differ, the usual ones");
        let counter = starts(&ada, &[("on", "2026-10-21")]);
        ada.visits(&counter).is(200).shows("A month.");
        let edit = format!("{counter}/edit");
        ada.fills(&ada.visits(&edit), &edit, &[("marks", "tags")]).is(303);
        ada.visits(&counter).is(200).hides("A month.");
        ada.fills(&ada.visits(&edit), &edit, &[("marks", "medals")]).is(422);
    }

    fn what_kind_it_was_decides_what_is_read_first_and_is_nobody_elses(town) {
        let ada = town.person("Quiet Ada");
        let counter = starts(&ada, &[("on", "2026-04-09"), ("sight", "profile")]);
        let path = format!("{counter}/setback");
        let form = ada.visits(&path).is(200);
        assert_eq!(form.attribute("input[name=sort][checked]", "value").as_deref(), Some(""), "nobody has to say");
        let first = |sort: &str| {
            let sent = ada.fills(&ada.visits(&path).is(200), &path, &[("sort", sort)]).is(303);
            assert!(!sent.location.contains("sort") && (sort.is_empty() || !sent.location.contains(sort)), "{}", sent.location);
            ada.visits(&sent.location).is(200).shows("For the next hours").text("#card li b")
        };
        for (sort, words) in [
            ("", "After a break, your old amount"),
            ("once", "After a break, your old amount"),
            ("days", "Ask a doctor before you stop"),
            ("opioids", "Keep naloxone near"),
            ("behaviour", "Put something between you and it"),
            ("close", "An urge rises"),
            ("prescribed", "A medicine taken as it was prescribed"),
        ] {
            let said = first(sort);
            assert!(said.starts_with(words), "{sort}: {said}");
        }
        let refused = ada.fills(&form, &path, &[("sort", "shame"), ("words", "One evening.")]).is(422);
        assert_eq!(refused.shows("One evening.").count("#sort-fault"), 1);
        ada.visits(&counter).is(200).shows("A medicine that was prescribed").hides("For the next hours");
        assert!(!rows_hold(town, "opioids") && !rows_hold(town, "prescribed"), "sealed with the words");
        let maya = town.person("Maya Lake");
        maya.visits("/people/Quiet%20Ada").is(200).shows("226 days").hides("prescribed");

        let copy = copy_in(&ada.sends("POST", "/api/v1/me/copy", &[], None).is(200));
        assert!(copy.contains("\"behaviour\""), "it is in one's own copy");
    }
}
