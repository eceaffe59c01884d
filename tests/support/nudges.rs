//! A nudge: one line at the hour that one asked for and the other said yes to; not any more once either ends it.

use super::noticing::{page_of, pair, presses};
use crate::harness::{Person, Town};

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 24 * HOUR_S;
const SENT: &str = "SELECT count(*) AS n FROM notice WHERE kind = 'nudge'";
const LAST: &str = "SELECT coalesce(max(number), 0) AS n FROM notice WHERE kind = 'nudge'";

/// Ada asks, and Maya says yes. It is half past seven on a Saturday evening.
pub fn agreed(town: &Town, cadence: &str, hour: &str, zone: &str) -> (Person, Person) {
    let (ada, maya) = pair(town);
    let (hers, mayas) = (page_of(&ada), page_of(&maya));
    let page =
        ada.visits(&hers).is(200).shows("A nudge, as you and Maya Lake agreed. How are you holding up?");
    ada.fills(&page, &format!("{hers}/nudge"), &[("cadence", cadence), ("hour", hour), ("zone", zone)])
        .is(303);
    let page = maya.visits(&mayas).is(200).shows("Quiet Ada asks to be thought of");
    maya.fills(&page, &format!("{mayas}/nudging"), &[]).is(303);
    (ada, maya)
}

on_both! {
    fn it_comes_at_the_hour_of_the_askers_clock_once_a_day(town) {
        // Nine in the evening in Madrid is eight here.
        let (ada, maya) = agreed(town, "daily", "21", "Europe/Madrid");
        assert_eq!(town.count(SENT), 0);
        town.waits_s(HOUR_S);
        ada.visits("/news").is(200).shows("A nudge, as you and Maya Lake agreed. How are you holding up?");
        maya.visits("/news").is(200).hides("A nudge");
        town.waits_s(HOUR_S / 2);
        town.waits_s(HOUR_S / 2);
        assert_eq!(town.count(LAST), 1);
        town.waits_s(DAY_S - HOUR_S);
        assert_eq!(town.count(LAST), 2);
    }

    fn an_hour_that_is_now_begins_with_the_yes_and_comes_once_that_day(town) {
        let (ada, maya) = agreed(town, "daily", "19", "UTC");
        town.settles();
        assert_eq!(town.count(LAST), 1, "it is half past seven");
        assert_eq!((ada.visits("/").is(200).count("section.nudge"), maya.visits("/").is(200).count("section.nudge")), (1, 0));
        // Neither another yes to the same nor the clockwork sends a second one.
        let mayas = page_of(&maya);
        let times = [("cadence", "daily"), ("hour", "19"), ("zone", "UTC")];
        presses(&maya, &format!("{mayas}/nudging/end"), &[]).is(303);
        presses(&maya, &format!("{mayas}/nudging"), &times).is(303);
        presses(&maya, &format!("{mayas}/nudging"), &times).is(303);
        town.waits_s(HOUR_S);
        assert_eq!(town.count(LAST), 1);
        town.waits_s(DAY_S - HOUR_S);
        assert_eq!(town.count(LAST), 2);
    }

    fn some_days_are_not_every_day(town) {
        let (_ada, _maya) = agreed(town, "few", "20", "UTC");
        town.waits_s(HOUR_S);
        town.waits_s(DAY_S);
        assert_eq!(town.count(SENT), 0, "Saturday, Sunday");
        town.waits_s(DAY_S);
        assert_eq!(town.count(SENT), 1, "Monday");
    }

    fn once_a_week_comes_on_the_day_that_was_chosen(town) {
        let (ada, maya) = pair(town);
        let (hers, mayas) = (page_of(&ada), page_of(&maya));
        let weekly = [("cadence", "weekly"), ("day", "tue"), ("hour", "20"), ("zone", "UTC")];
        ada.fills(&ada.visits(&hers).is(200), &format!("{hers}/nudge"), &weekly).is(303);
        let page = maya.visits(&mayas).is(200).shows("Tuesday, once a week at 20:00 (UTC)");
        // Another day is another thing than what was read.
        presses(&maya, &format!("{mayas}/nudging"), &[weekly[0], weekly[2], weekly[3]]).is(409);
        maya.fills(&page, &format!("{mayas}/nudging"), &[]).is(303);
        assert_eq!(ada.visits(&hers).is(200).attribute("#day option[selected]", "value").as_deref(), Some("tue"));
        // It is half past seven on a Saturday evening.
        town.waits_s(HOUR_S);
        for _ in 0..2 {
            town.waits_s(DAY_S);
        }
        assert_eq!(town.count(SENT), 0, "neither on Saturday nor on Sunday nor on Monday");
        town.waits_s(DAY_S);
        assert_eq!(town.count(SENT), 1, "Tuesday");
        presses(&ada, &format!("{hers}/nudge"), &[("cadence", "weekly"), ("day", "someday"), ("hour", "20"), ("zone", "UTC")])
            .is(422)
            .shows("Choose a day of the week.");
    }

    fn one_of_eleven_at_night_is_answered_the_next_morning(town) {
        let (ada, maya) = agreed(town, "daily", "23", "UTC");
        let (hers, mayas) = (page_of(&ada), page_of(&maya));
        town.waits_s(4 * HOUR_S);
        assert_eq!(town.count(SENT), 1);
        town.waits_s(10 * HOUR_S);
        let today = ada.visits("/").is(200).shows("A nudge, as you and Maya Lake agreed.");
        ada.fills(&today, &format!("{hers}/nudge/answer"), &[("answer", "chat")]).is(303);
        maya.visits(&mayas).is(200).shows("Quiet Ada could use a chat.");
    }

    fn one_yes_alone_sends_nothing(town) {
        let (ada, maya) = pair(town);
        let (hers, mayas) = (page_of(&ada), page_of(&maya));
        let times = [("cadence", "daily"), ("hour", "20"), ("zone", "UTC")];
        presses(&maya, &format!("{mayas}/nudging"), &times).is(404);
        presses(&ada, &format!("{hers}/nudge"), &times).is(303);
        ada.visits(&hers).is(200).shows("It begins when Maya Lake says yes too.");
        town.waits_s(HOUR_S);
        assert_eq!(town.count(SENT), 0);
    }

    fn either_ends_it_and_another_time_needs_another_yes(town) {
        let (ada, maya) = agreed(town, "daily", "20", "UTC");
        let (hers, mayas) = (page_of(&ada), page_of(&maya));
        maya.fills(&maya.visits(&mayas).is(200), &format!("{mayas}/nudging/end"), &[]).is(303);
        town.waits_s(HOUR_S);
        assert_eq!(town.count(SENT), 0);
        maya.fills(&maya.visits(&mayas).is(200), &format!("{mayas}/nudging"), &[]).is(303);
        presses(&ada, &format!("{hers}/nudge"), &[("cadence", "daily"), ("hour", "19"), ("zone", "UTC")]).is(303);
        let stale = [("cadence", "daily"), ("hour", "20"), ("zone", "UTC")];
        presses(&maya, &format!("{mayas}/nudging"), &stale).is(409).shows("asks for another time by now");
        ada.fills(&ada.visits(&hers).is(200), &format!("{hers}/nudge/end"), &[]).is(303);
        town.waits_s(DAY_S);
        // One went out with the second yes, in whose hour it was due.
        assert_eq!((town.count(SENT), town.count("SELECT count(*) AS n FROM nudge")), (1, 0));
    }

    fn it_ends_with_the_two_and_strangers_ask_nothing(town) {
        let (ada, maya) = agreed(town, "daily", "20", "UTC");
        let (hers, sam) = (page_of(&ada), town.person("Sam Hollow"));
        let times = [("cadence", "daily"), ("hour", "19"), ("zone", "UTC")];
        for other in [&sam, &maya] {
            for form in ["nudge", "nudge/end", "nudging", "nudging/end"] {
                presses(other, &format!("{hers}/{form}"), &times).is(404);
            }
        }
        let sealed = town.lines("SELECT sealed AS line FROM nudge").join(" ");
        assert!(!sealed.contains("daily") && !sealed.contains("UTC"), "{sealed}");
        let id = hers.rsplit('/').next().unwrap().to_owned();
        presses(&maya, "/buddies/end", &[("buddy", &page_of(&maya).replace("/buddies/pair/", ""))]).is(303);
        town.waits_s(HOUR_S);
        assert_eq!((town.count(SENT), town.count("SELECT count(*) AS n FROM nudge")), (0, 0));
        ada.visits(&format!("/buddies/pair/{id}")).is(404);
    }

    fn what_is_none_of_the_choices_is_said_so(town) {
        let (ada, _maya) = pair(town);
        let nudge = format!("{}/nudge", page_of(&ada));
        for (cadence, hour, zone, says) in [
            ("hourly", "20", "UTC", "Choose how often."),
            ("daily", "24", "UTC", "Choose an hour from 0 to 23."),
            ("daily", "20", "Europe/Nowhere", "Choose a place from the list"),
        ] {
            presses(&ada, &nudge, &[("cadence", cadence), ("hour", hour), ("zone", zone)]).is(422).shows(says);
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM nudge"), 0);
    }

    fn a_program_asks_agrees_and_ends_it(town) {
        let (ada, maya) = pair(town);
        let json = [("content-type", "application/json")];
        let door = |person: &Person| page_of(person).replace("/buddies/pair/", "/api/v1/buddies/");
        let (hers, mayas) = (door(&ada), door(&maya));
        let times = br#"{"cadence":"weekly","hour":20,"zone":"Europe/Berlin"}"#;
        ada.sends("PUT", &format!("{hers}/nudge"), &json, Some(br#"{"cadence":"weekly","hour":77,"zone":"UTC"}"#)).is(422);
        maya.sends("PUT", &format!("{mayas}/nudging"), &json, Some(times)).is(404);
        ada.sends("PUT", &format!("{hers}/nudge"), &json, Some(times)).is(204);
        maya.sends("PUT", &format!("{mayas}/nudging"), &json, Some(br#"{"cadence":"daily","hour":20,"zone":"Europe/Berlin"}"#)).is(409);
        maya.sends("PUT", &format!("{mayas}/nudging"), &json, Some(times)).is(204);
        let someday = br#"{"cadence":"weekly","day":"someday","hour":20,"zone":"Europe/Berlin"}"#;
        ada.sends("PUT", &format!("{hers}/nudge"), &json, Some(someday)).is(422);
        let read = ada.sends("GET", &format!("{hers}/nudge"), &[], None).is(200).json();
        assert_eq!(read["mine"]["day"], "sun", "unless another is chosen");
        assert_eq!((&read["mine"]["is_agreed"], &read["mine"]["hour"]), (&true.into(), &20.into()));
        maya.sends("GET", &format!("{hers}/nudge"), &[], None).is(404);
        maya.sends("DELETE", &format!("{mayas}/nudging"), &[], None).is(204);
        assert_eq!(town.count("SELECT count(*) AS n FROM nudge WHERE is_agreed"), 0);
        ada.sends("DELETE", &format!("{hers}/nudge"), &[], None).is(204);
        assert_eq!(town.count("SELECT count(*) AS n FROM nudge"), 0);
    }
}
