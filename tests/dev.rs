//! The seeded town, a crowd, and a simulated week: what `hearthside dev` is for.

use std::path::Path;

use crate::cli::{Desk, sets_up};

/// What a simulated day with a rota aims at.
const AIMS: [&str; 5] = [
    "every page says what is so",
    "nobody comes to more people in a day than they chose",
    "half of those who ask are met within 2 minutes",
    "95 of 100 hard posts are answered within 30 minutes",
    "no thread is without an answer after 12 hours",
];

#[test]
fn the_seeded_town_is_never_put_into_a_community_that_is_there() {
    let desk = Desk::new();
    sets_up(&desk);
    desk.runs(&["dev", "--data", "data", "--seed-only"]).is(1).says("not the seeded town");
    desk.runs(&["dev", "--listen", "0.0.0.0:8080"]).is(1).says("this machine only");
}

#[test]
fn a_simulated_day_is_the_same_each_time_and_says_whether_somebody_was_there() {
    let desk = Desk::new();
    // A strict day: an aim that is missed is an error.
    let day = |members: &str, lamps: &str| {
        let plan = ["dev", "simulate", "--members", members, "--days", "1", "--lamps", lamps, "--strict"];
        let told = desk.runs(&plan);
        told.is(0).says(&format!("people {members}, days 1, lamps by rota {lamps}, seed 1")).out()
    };
    let waited_s = |said: &str| -> Option<u64> {
        let (_, rest) = said.split_once("asks for company: ")?.1.split_once("half met within ")?;
        let (minutes, seconds) = rest.split_once(',')?.0.split_once(':')?;
        Some(minutes.parse::<u64>().ok()? * 60 + seconds.parse::<u64>().ok()?)
    };
    let lit = day("100", "8");
    assert!(waited_s(&lit).unwrap() <= 120, "{lit}");
    assert!(lit.contains("the same, until a word: ") && !lit.contains("rung 0 times"), "{lit}");
    // Without a rota, too few come to aim at anything, and every page is true all the same.
    let dark = day("40", "0");
    assert_eq!(dark, day("40", "0"));
    assert!(dark.contains("fewer than ten met within 2 minutes"), "{dark}");
    for told in [&lit, &dark] {
        let (_, looks) = told.split_once("pages of those who waited: looked at ").unwrap();
        assert!(!looks.starts_with("0 ") && looks.contains("not true 0 times"), "{told}");
        assert!(
            told.contains("after 12; ")
                && told.contains("first posts, ")
                && told.contains("listened in a week"),
            "{told}"
        );
    }
    let (always, with_a_rota) = AIMS.split_at(2);
    for aim in with_a_rota {
        assert!(lit.contains(&format!("aim: {aim}: met")) && !dark.contains(aim), "{lit}{dark}");
    }
    for told in [&lit, &dark] {
        for aim in always {
            assert!(told.contains(&format!("aim: {aim}: met")), "{told}");
        }
        for nothing in [": 0 days told", " 0 counters", " 0 with a buddy", " 0 notes"] {
            assert!(!told.contains(nothing), "{told}");
        }
    }
    assert!(
        !lit.contains("hard posts: 0;") && !lit.contains("of 0\n"),
        "there was something to answer: {lit}"
    );
    assert!(!lit.contains("listeners: 0 left, 0 asked for one more, 0 handed over"), "{lit}");
    desk.runs(&["dev", "--cookies", "simulate"]).is(2);
}

#[test]
fn an_aim_of_a_simulated_day_is_missed_where_what_it_needs_is_wrong() {
    let desk = Desk::new();
    let missed = |members: &str, wrong: &str, aims: &[&str]| {
        let plan = ["dev", "simulate", "--members", members, "--days", "1", "--wrong", wrong, "--strict"];
        let said = desk.runs(&plan).is(1).out();
        for aim in aims {
            assert!(said.contains(&format!("aim: {aim}: missed")), "{aim}: {said}");
        }
        // How soon somebody is there may be missed by chance, too, where so few ask; the truth never is.
        for aim in AIMS.iter().take(2).filter(|aim| !aims.contains(aim)) {
            assert!(said.contains(&format!("aim: {aim}: met")), "{aim}: {said}");
        }
        said
    };
    let [truth, days, company, hard, posts] = AIMS;
    // No device rings, and nobody answers a post; every page says so.
    missed("80", "deaf,idle", &[company, hard, posts]);
    // Somebody who came says nothing, the server does not notice, and it forgets how many somebody chose to come to.
    let said = missed("60", "mute,endless", &[truth, days]);
    assert!(said.contains("not true: ") && said.contains("with you: "), "{said}");
}

#[test]
fn a_small_crowd_fills_a_town_to_measure_with() {
    let desk = Desk::new();
    let told = desk.runs(&["dev", "--data", "town", "--seed-only", "--scale", "small"]);
    told.is(0).says("Quiet Heron:  ");
    let copy = desk.path("copy.sqlite");
    let told = desk.runs(&["backup", copy.to_str().unwrap(), "--data", "town"]);
    let count = |word: &str| -> u64 {
        let out = told.is(0).out();
        let (_, rest) = out.split_once(&format!("{word}: ")).unwrap();
        rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
    };
    assert!(count("threads") + count("replies") >= 10_000);
    assert_eq!(count("people"), 312);
    assert!(Path::new(&copy).is_file());
}

#[test]
fn somebody_of_the_seeded_town_is_around_to_listen_unless_it_is_dark() {
    for is_dark in [false, true] {
        let desk = Desk::new();
        let dark: &[&str] = if is_dark { &["--dark"] } else { &[] };
        let told = desk.runs(&[&["dev", "--data", "town", "--cookies", "--seed-only"], dark].concat());
        let out = told.is(0).out();
        let server = desk.serves(&["dev", "--data", "town"]);
        let somebody = |name: &str| {
            let line = format!("{name}  __Host-s=");
            let token = out.lines().find_map(|each| each.trim().strip_prefix(&line)).unwrap();
            let browser = server.browser();
            browser.keeps("__Host-s", token);
            browser
        };
        let page = somebody("Quiet Heron").visits("/support").is(200);
        let is_there = page.body.contains("have a lamp on now") || page.body.contains("has a lamp on now");
        assert_eq!(
            (is_there, page.body.contains("Nobody whom you can reach has a lamp on right now.")),
            (!is_dark, is_dark)
        );
        let lamp = somebody("Slow River").visits("/lamp").is(200);
        let (on, hours) =
            (lamp.count("input[name=day][checked]"), lamp.count("section[aria-labelledby=when] li"));
        assert_eq!((on, hours), if is_dark { (0, 0) } else { (7, 5) });
        server.stops();
    }
}
