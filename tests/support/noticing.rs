//! What if I go quiet: both say yes, and after as many days as they agreed one reads one line, once; nobody else, and of nothing else.

use hearthside::support::buddies;

use super::blocks;
use crate::harness::{Person, Seen, Town};
use crate::recovery::checks_in;

const DAY_S: i64 = 86_400;
const LINE: &str = "A little while since we heard from Quiet Ada. You agreed to notice.";
const TOLD: &str = "SELECT count(*) AS n FROM notice WHERE kind = 'quiet'";

/// Ada and Maya, who are buddies, in a town whose clockwork runs.
pub fn pair(town: &Town) -> (Person, Person) {
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    let page = ada.visits("/buddies").is(200);
    let link = ada.fills(&page, "/buddies", &[("line", "")]).is(303).location;
    maya.fills(&maya.visits(&link).is(200), &link, &[("line", "")]).is(303);
    town.begins();
    town.waits_s(120);
    (ada, maya)
}

/// The page of the two, as one of them finds it.
pub fn page_of(person: &Person) -> String {
    let id = person.visits("/buddies").is(200).attribute("input[name=buddy]", "value").unwrap();
    format!("/buddies/pair/{id}")
}

/// Sends a form of that page with the session's own token, whether or not the page shows it.
#[track_caller]
pub fn presses(person: &Person, path: &str, fields: &[(&str, &str)]) -> Seen {
    let token = person.visits("/you/names").attribute("input[name=csrf]", "value").unwrap();
    person.posts(path, &[&[("csrf", token.as_str())], fields].concat())
}

/// One day after the other.
fn days(town: &Town, count: i64) {
    for _ in 0..count {
        town.waits_s(DAY_S);
    }
}

/// Ada asks, and Maya says yes.
fn agreed(town: &Town, number: &str, by: &str) -> (Person, Person) {
    let (ada, maya) = pair(town);
    let (hers, mayas) = (page_of(&ada), page_of(&maya));
    let page = ada.visits(&hers).is(200);
    ada.fills(&page, &format!("{hers}/quiet"), &[("days", number), ("by", by)]).is(303);
    let page = maya.visits(&mayas).is(200);
    maya.fills(&page, &format!("{mayas}/notice"), &[]).is(303);
    (ada, maya)
}

on_both! {
    fn both_say_yes_and_after_the_days_one_line_is_read_once(town) {
        let (ada, maya) = agreed(town, "3", "checkin");
        days(town, 3);
        maya.visits("/news").is(200).hides("since we heard");
        days(town, 1);
        maya.visits("/news").is(200).shows(LINE);
        let told = town.lines("SELECT kind || ' ' || subject AS line FROM notice WHERE kind = 'quiet'").join(" ");
        assert!(told.starts_with("quiet buddy:"), "{told}");
        days(town, 6);
        assert_eq!(town.count(TOLD), 1);
        assert_eq!(town.count("SELECT max(number) AS n FROM notice WHERE kind = 'quiet'"), 1, "once for one silence");
        ada.visits("/news").is(200).hides("since we heard");
    }

    fn who_asks_reads_the_very_line_before_and_both_read_how_it_stands(town) {
        let (ada, maya) = pair(town);
        let (hers, mayas) = (page_of(&ada), page_of(&maya));
        let page = ada.visits(&hers).is(200).shows(LINE).shows("It is off until you both say yes.");
        maya.visits(&mayas).is(200).hides("asks you to notice");
        ada.fills(&page, &format!("{hers}/quiet"), &[("days", "5"), ("by", "look")]).is(303);
        ada.visits(&hers).is(200).shows("Nothing is noticed yet. It begins when Maya Lake says yes too.");
        let page = maya.visits(&mayas).is(200).shows("Quiet Ada asks you to notice").shows(LINE);
        assert!(page.text("#notice").contains("after 5 whole days without a check-in or a look at any page here"));
        maya.fills(&page, &format!("{mayas}/notice"), &[]).is(303);
        maya.visits(&mayas).is(200).shows("You said yes.");
        ada.visits(&hers).is(200).shows("Maya Lake said yes.");
    }

    fn a_check_in_ends_a_silence_and_another_one_is_told_again(town) {
        let (ada, maya) = agreed(town, "2", "checkin");
        days(town, 2);
        checks_in(&ada, &[("weather", "okay")]).is(303);
        days(town, 2);
        assert_eq!(town.count(TOLD), 0);
        days(town, 1);
        maya.visits("/news").is(200).shows(LINE);
        checks_in(&ada, &[("weather", "okay")]).is(303);
        days(town, 2);
        assert_eq!(town.count("SELECT max(number) AS n FROM notice WHERE kind = 'quiet'"), 1);
        days(town, 1);
        assert_eq!(town.count("SELECT max(number) AS n FROM notice WHERE kind = 'quiet'"), 2, "another silence");
    }

    fn a_look_at_a_page_ends_it_where_they_agreed_so(town) {
        let (ada, _maya) = agreed(town, "2", "look");
        for _ in 0..5 {
            days(town, 1);
            ada.visits("/").is(200);
        }
        assert_eq!(town.count(TOLD), 0);
        days(town, 4);
        assert_eq!(town.count(TOLD), 1);
    }

    fn a_look_that_is_not_written_yet_is_heard_all_the_same(town) {
        let (ada, _maya) = agreed(town, "2", "look");
        town.stops_writing();
        days(town, 2);
        // A quarter past nine in the evening; what waits is written six hours from then at the soonest.
        town.waits_s(2 * 3_600);
        ada.visits("/").is(200);
        town.waits_s(3 * 3_600);
        assert_eq!(town.count(TOLD), 0, "it is the third day, and she was here tonight");
    }

    fn a_look_does_not_end_what_only_a_check_in_ends(town) {
        let (ada, _maya) = agreed(town, "2", "checkin");
        for _ in 0..3 {
            days(town, 1);
            ada.visits("/").is(200);
        }
        assert_eq!(town.count(TOLD), 1);
    }

    fn one_yes_alone_counts_nothing(town) {
        let (ada, maya) = pair(town);
        let (hers, mayas) = (page_of(&ada), page_of(&maya));
        presses(&maya, &format!("{mayas}/notice"), &[("days", "2"), ("by", "checkin")]).is(404);
        let page = ada.visits(&hers).is(200);
        ada.fills(&page, &format!("{hers}/quiet"), &[("days", "2"), ("by", "look")]).is(303);
        days(town, 6);
        town.stops_writing();
        assert_eq!((town.count(TOLD), town.count("SELECT count(*) AS n FROM silence WHERE is_agreed")), (0, 0));
    }

    fn either_takes_it_back_at_once_and_what_was_counted_is_forgotten(town) {
        let (ada, maya) = agreed(town, "2", "checkin");
        let (hers, mayas) = (page_of(&ada), page_of(&maya));
        days(town, 2);
        let page = maya.visits(&mayas).is(200);
        maya.fills(&page, &format!("{mayas}/notice/end"), &[]).is(303);
        days(town, 3);
        assert_eq!(town.count(TOLD), 0);
        ada.visits(&hers).is(200).shows("Nothing is noticed yet.");
        let page = maya.visits(&mayas).is(200);
        maya.fills(&page, &format!("{mayas}/notice"), &[]).is(303);
        days(town, 2);
        let page = ada.visits(&hers).is(200);
        ada.fills(&page, &format!("{hers}/quiet/end"), &[]).is(303);
        days(town, 3);
        assert_eq!((town.count(TOLD), town.count("SELECT count(*) AS n FROM silence")), (0, 0));
        maya.visits(&mayas).is(200).hides("asks you to notice");
    }

    fn who_asks_something_else_needs_another_yes(town) {
        let (ada, maya) = agreed(town, "2", "checkin");
        let (hers, mayas) = (page_of(&ada), page_of(&maya));
        let page = ada.visits(&hers).is(200);
        ada.fills(&page, &format!("{hers}/quiet"), &[("days", "2"), ("by", "checkin")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM silence WHERE is_agreed"), 1, "the same once more");
        ada.fills(&page, &format!("{hers}/quiet"), &[("days", "7"), ("by", "checkin")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM silence WHERE is_agreed"), 0);
        let stale = [("days", "2"), ("by", "checkin")];
        presses(&maya, &format!("{mayas}/notice"), &stale).is(409).shows("asks something else by now");
        assert_eq!(town.count("SELECT count(*) AS n FROM silence WHERE is_agreed"), 0);
    }

    fn a_holiday_counts_nothing_until_its_day_and_the_buddy_is_not_told(town) {
        let (ada, maya) = agreed(town, "2", "checkin");
        let (hers, mayas) = (page_of(&ada), page_of(&maya));
        let rest = format!("{hers}/quiet/rest");
        presses(&ada, &rest, &[("until", "2026-11-20")]).is(422).shows("Choose a day from today on");
        presses(&ada, &rest, &[("until", "2027-03-20")]).is(422);
        presses(&ada, &rest, &[("until", "someday")]).is(422);
        let page = ada.visits(&hers).is(200);
        ada.fills(&page, &rest, &[("until", "2026-11-28")]).is(303);
        ada.visits(&hers).is(200).shows("Paused until 28 November 2026");
        maya.visits(&mayas).is(200).hides("28 November").hides("Paused");
        days(town, 9);
        assert_eq!(town.count(TOLD), 0, "two days after it");
        days(town, 1);
        assert_eq!(town.count(TOLD), 1);
        presses(&ada, &rest, &[("until", ""), ("end", "1")]).is(303);
        ada.visits(&hers).is(200).hides("Paused until");
    }

    fn a_clock_that_steps_tells_nobody_and_days_without_a_server_do_not_count(town) {
        let (_ada, maya) = agreed(town, "2", "checkin");
        town.waits_s(10 * DAY_S);
        maya.visits("/news").is(200).hides("since we heard");
        days(town, 3);
        assert_eq!(town.count(TOLD), 0, "neither the step nor the day after it counts, and two days do");
        days(town, 1);
        assert_eq!(town.count(TOLD), 1);
    }

    fn it_ends_with_the_two(town) {
        let (ada, _maya) = agreed(town, "2", "checkin");
        let id = page_of(&ada).rsplit('/').next().unwrap().to_owned();
        presses(&ada, "/buddies/end", &[("buddy", id.as_str())]).is(303);
        days(town, 4);
        assert_eq!((town.count(TOLD), town.count("SELECT count(*) AS n FROM silence")), (0, 0));
    }

    fn it_ends_with_a_block(town) {
        let (ada, maya) = agreed(town, "2", "checkin");
        let mayas = page_of(&maya);
        blocks(&ada, "maya-lake");
        maya.visits(&mayas).is(404);
        town.settles();
        days(town, 4);
        assert_eq!((town.count(TOLD), town.count("SELECT count(*) AS n FROM silence")), (0, 0));
    }

    fn it_ends_with_an_account_and_whoever_is_kept_from_coming_in_is_not_quiet(town) {
        let (ada, _maya) = agreed(town, "2", "checkin");
        let face = ada.face;
        town.arranges(move |tx| tx.batch(&format!("UPDATE account SET state = 'paused' WHERE face_id = {face}")));
        days(town, 4);
        assert_eq!(town.count(TOLD), 0);
        town.arranges(move |tx| tx.batch(&format!("UPDATE account SET state = 'open' WHERE face_id = {face}")));
        days(town, 2);
        assert_eq!(town.count(TOLD), 0, "it begins anew");
        town.arranges(move |tx| buddies::erase(tx, face));
        assert_eq!(town.count("SELECT count(*) AS n FROM silence"), 0);
    }

    fn what_is_kept_is_sealed_and_changes_every_night_whether_or_not_anybody_was_here(town) {
        let (_ada, _maya) = agreed(town, "3", "checkin");
        let row = || town.lines("SELECT sealed AS line FROM silence").join(" ");
        let first = row();
        assert!(!first.contains("days") && !first.contains("checkin"), "{first}");
        days(town, 1);
        let second = row();
        assert!(first != second && first.len() == second.len());
        days(town, 1);
        assert!(row() != second && row().len() == second.len());
    }

    fn a_stranger_learns_nothing_and_changes_nothing(town) {
        let (ada, maya) = agreed(town, "2", "checkin");
        let (hers, sam) = (page_of(&ada), town.person("Sam Hollow"));
        for (form, fields) in [
            ("quiet", &[("days", "7"), ("by", "checkin")][..]),
            ("quiet/rest", &[("until", "2026-11-28")]),
            ("quiet/end", &[]),
            ("notice", &[("days", "2"), ("by", "checkin")]),
            ("notice/end", &[]),
        ] {
            presses(&sam, &format!("{hers}/{form}"), fields).is(404);
            presses(&maya, &format!("{hers}/{form}"), fields).is(404);
        }
        sam.visits(&hers).is(404);
        maya.visits(&hers).is(404);
        sam.visits("/buddies/pair/nobody").is(404);
        assert_eq!(town.stranger().visits(&hers).is(303).location.split('?').next(), Some("/back-in"));
        assert_eq!(town.count("SELECT count(*) AS n FROM silence WHERE is_agreed"), 1);
    }

    fn what_is_none_of_the_choices_is_said_so(town) {
        let (ada, _maya) = pair(town);
        let quiet = format!("{}/quiet", page_of(&ada));
        presses(&ada, &quiet, &[("days", "4"), ("by", "checkin")]).is(422).shows("Choose 2, 3, 5 or 7 days.");
        presses(&ada, &quiet, &[("days", "3"), ("by", "mind-reading")]).is(422).shows("Choose what counts");
        assert_eq!(town.count("SELECT count(*) AS n FROM silence"), 0);
    }

    fn a_program_asks_agrees_rests_and_ends_it(town) {
        let (ada, maya) = pair(town);
        let json = [("content-type", "application/json")];
        let door = |person: &Person| page_of(person).replace("/buddies/pair/", "/api/v1/buddies/");
        let (hers, mayas) = (door(&ada), door(&maya));
        let terms = br#"{"days":3,"by":"look"}"#;
        maya.sends("PUT", &format!("{mayas}/notice"), &json, Some(terms)).is(404);
        ada.sends("PUT", &format!("{hers}/quiet"), &json, Some(br#"{"days":4,"by":"look"}"#)).is(422);
        ada.sends("PUT", &format!("{hers}/quiet"), &json, Some(terms)).is(204);
        maya.sends("PUT", &format!("{mayas}/notice"), &json, Some(br#"{"days":2,"by":"look"}"#)).is(409);
        maya.sends("PUT", &format!("{mayas}/notice"), &json, Some(terms)).is(204);
        ada.sends("PUT", &format!("{hers}/quiet/rest"), &json, Some(br#"{"until":"2026-11-28"}"#)).is(204);
        ada.sends("PUT", &format!("{hers}/quiet/rest"), &json, Some(br#"{"until":"2026-11-01"}"#)).is(422);
        let read = ada.sends("GET", &format!("{hers}/quiet"), &[], None).is(200).json();
        assert_eq!(read["mine"]["is_agreed"], true);
        assert_eq!((&read["mine"]["rests_until"], &read["theirs"]), (&"2026-11-28".into(), &serde_json::Value::Null));
        let read = maya.sends("GET", &format!("{mayas}/quiet"), &[], None).is(200).json();
        assert_eq!((&read["theirs"]["days"], &read["theirs"]["rests_until"]), (&3.into(), &serde_json::Value::Null));
        town.person("Sam Hollow").sends("GET", &format!("{hers}/quiet"), &[], None).is(404);
        maya.sends("DELETE", &format!("{mayas}/notice"), &[], None).is(204);
        assert_eq!(town.count("SELECT count(*) AS n FROM silence WHERE is_agreed"), 0);
        ada.sends("DELETE", &format!("{hers}/quiet"), &[], None).is(204);
        assert_eq!(town.count("SELECT count(*) AS n FROM silence"), 0);
    }
}

#[test]
fn it_goes_on_where_it_was_after_a_restart() {
    let town = Town::on_sqlite();
    drop(agreed(&town, "3", "checkin"));
    days(&town, 2);
    let town = Town::again(town.closes());
    town.begins();
    // Its clock begins anew, on the day of the agreement.
    town.waits_s(2 * DAY_S + 2 * 3_600);
    days(&town, 1);
    assert_eq!(town.count(TOLD), 0);
    days(&town, 1);
    assert_eq!(town.count(TOLD), 1);
}
