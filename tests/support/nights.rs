//! Whose night it is: what two agreed on is among the news at every hour, and what rings knows the clock of whoever it would wake.

use super::noticing::{page_of, pair, presses};
use super::nudges::agreed;
use super::{asks, keeps_hours, lights, two_neighbours};
use crate::harness::Town;
use crate::notify::phone::{Phone, chooses, rings, waits_and_rings};
use crate::recovery::checks_in;
use crate::recovery::counters::starts;

const HOUR_S: i64 = 3_600;
const LINE: &str = "A nudge, as you and Maya Lake agreed. How are you holding up?";
const SENT: &str = "SELECT count(*) AS n FROM notice WHERE kind = 'nudge'";

/// From half past seven in the evening to shortly after an hour of the next morning, by UTC.
fn until(town: &Town, hour: i64) {
    town.waits_s((hour + 4) * HOUR_S + HOUR_S / 2);
}

on_both! {
    fn six_in_the_evening_in_los_angeles_is_an_evening(town) {
        let (ada, maya) = agreed(town, "daily", "18", "America/Los_Angeles");
        until(town, 2);
        ada.visits("/news").is(200).shows(LINE);
        maya.visits("/news").is(200).hides("A nudge");
        assert_eq!(town.count(SENT), 1);
    }

    fn six_in_the_evening_in_auckland_is_an_evening(town) {
        let (ada, _maya) = agreed(town, "daily", "18", "Pacific/Auckland");
        until(town, 5);
        ada.visits("/news").is(200).shows(LINE);
        assert_eq!(town.count(SENT), 1);
    }

    fn until_somebody_chooses_the_night_is_that_of_their_own_clock(town) {
        let (ada, maya) = agreed(town, "daily", "18", "America/Los_Angeles");
        assert_eq!(ada.visits("/you/notices").is(200).text("#zone option[selected]"), "America/Los_Angeles");
        assert_eq!(maya.visits("/you/notices").is(200).text("#zone option[selected]"), "UTC", "only whoever asks");
        let phone = Phone::new();
        phone.is_turned_on_by(&ada);
        chooses(&ada, &[("agreed", "push")]);
        until(town, 2);
        assert_eq!(waits_and_rings(town), 1, "it is their evening");
        assert_eq!(phone.rung(town).len(), 1);
    }

    fn in_quiet_hours_a_nudge_is_among_the_news_and_rings_neither_then_nor_later(town) {
        let (ada, _maya) = agreed(town, "daily", "23", "UTC");
        let phone = Phone::new();
        phone.is_turned_on_by(&ada);
        chooses(&ada, &[("agreed", "push")]);
        town.waits_s(4 * HOUR_S);
        ada.visits("/news").is(200).shows(LINE);
        assert_eq!((rings(town), waits_and_rings(town)), (0, 0));
        town.waits_s(10 * HOUR_S);
        assert_eq!((rings(town), waits_and_rings(town), phone.rung(town).len()), (0, 0, 0));
    }

    fn a_check_in_a_counter_or_a_lamp_says_where_a_clock_stands(town) {
        let (ada, maya, sam) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Sam Hollow"));
        super::came_long_ago(town, &[&sam]);
        checks_in(&ada, &[("weather", "mixed"), ("zone", "Pacific/Auckland")]).is(303);
        starts(&maya, &[("name", "Days"), ("on", "2026-11-01"), ("zone", "America/Los_Angeles")]);
        keeps_hours(&sam, &[("day", "mon"), ("from_hour", "18"), ("to_hour", "20"), ("zone", "Asia/Tokyo")]).is(303);
        for (person, zone) in [(&ada, "Pacific/Auckland"), (&maya, "America/Los_Angeles"), (&sam, "Asia/Tokyo")] {
            assert_eq!(person.visits("/you/notices").is(200).text("#zone option[selected]"), zone);
            let read = person.sends("GET", "/api/v1/notices", &[("accept", "application/json")], None).is(200).json();
            assert_eq!(read["zone"], zone);
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM notice_choice"), 0, "nothing is written for it");
        chooses(&ada, &[("zone", "Europe/Berlin")]);
        assert_eq!(ada.visits("/you/notices").is(200).text("#zone option[selected]"), "Europe/Berlin", "what was chosen stays");
    }

    fn a_lit_lamp_is_told_at_once_in_its_own_quiet_hours_by_hand_or_by_its_hours(town) {
        // It is Saturday evening.
        let (ada, maya) = two_neighbours(town);
        let phone = Phone::new();
        phone.is_turned_on_by(&maya);
        chooses(&maya, &[("lamp", "push"), ("quiet_from", "19"), ("quiet_to", "8")]);
        lights(&maya);
        let room = asks(town, &ada, &[]);
        rings(town);
        let lines = || phone.rung(town).iter().map(|rung| rung.line().to_owned()).collect::<Vec<_>>();
        assert_eq!(lines(), ["Someone asks if you are there."]);
        super::presses(&ada, &room, "turn", &[("move", "take-back")]).is(303);

        maya.fills(&maya.visits("/lamp").is(200), "/lamp/out", &[]).is(303);
        keeps_hours(&maya, &[("day", "sat"), ("from_hour", "19"), ("to_hour", "21"), ("zone", "UTC")]).is(303);
        asks(town, &ada, &[]);
        rings(town);
        assert_eq!(lines(), ["Someone asks if you are there."]);
    }

    fn not_tonight_is_not_tonight_for_devices_too(town) {
        let (ada, maya) = two_neighbours(town);
        let phone = Phone::new();
        phone.is_turned_on_by(&maya);
        chooses(&maya, &[("lamp", "push"), ("quiet_from", "19"), ("quiet_to", "8")]);
        lights(&maya);
        maya.fills(&maya.visits("/lamp").is(200), "/lamp/rest", &[]).is(303);
        asks(town, &ada, &[]);
        assert_eq!((rings(town), phone.rung(town).len()), (0, 0));
    }

    fn a_lamp_says_where_an_ask_reaches_whoever_lit_it(town) {
        let (_ada, maya) = two_neighbours(town);
        let says = |words: &str| {
            let said = maya.visits("/lamp").is(200).text("#reaches");
            assert!(said.contains(words), "{said}");
        };
        says("An ask reaches you on no device");
        chooses(&maya, &[("lamp", "push")]);
        says("An ask reaches you on no device");
        let phone = Phone::new();
        phone.is_turned_on_by(&maya);
        says("An ask reaches your devices at once. While your lamp is lit, at night too.");
        let read = maya.sends("GET", "/api/v1/lamp", &[("accept", "application/json")], None).is(200).json();
        assert_eq!(read["reaches"], "push");
        chooses(&maya, &[("lamp", "here")]);
        says("An ask reaches you on no device");
        assert_eq!(maya.visits("/lamp").is(200).attribute("#reaches a", "href").as_deref(), Some("/you/notices"));
    }

    fn nobody_who_is_no_buddy_sets_a_clock_for_somebody(town) {
        let (ada, _maya) = pair(town);
        let sam = town.person("Sam Hollow");
        let times = [("cadence", "daily"), ("hour", "18"), ("zone", "Pacific/Auckland")];
        presses(&sam, &format!("{}/nudge", page_of(&ada)), &times).is(404);
        assert_eq!(ada.visits("/you/notices").is(200).text("#zone option[selected]"), "UTC");
    }
}
