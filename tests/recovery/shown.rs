//! A milestone that is shown: it can be taken down as long as it stands, it goes with what it told of, and says under which name.

use hearthside::policy::Reach;

use super::checks_in;
use super::chips::{chip, gives, ninety_days, place, shows};
use super::counters::starts;
use crate::forum::export::copy_in;
use crate::harness::{Person, Town};
use crate::support::noticing::presses;

const DAY_S: i64 = 86_400;

/// Whether Maya meets it.
fn is_met(maya: &Person) -> bool {
    maya.visits("/milestones").is(200).count("#milestones li") > 0
}

/// Ada has ninety days and shows them; Maya reads of it.
fn shown(town: &Town) -> (Person, Person, String) {
    let (ada, maya, counter) = ninety_days(town);
    shows(&ada, &counter);
    assert!(is_met(&maya));
    (ada, maya, counter)
}

on_both! {
    fn what_is_kept_for_oneself_after_all_is_shown_to_nobody_any_more(town) {
        let (ada, maya, counter) = shown(town);
        let today = ada.visits("/").is(200).shows("Shown to evenings.").shows("Show it to nobody");
        ada.fills(&today, &format!("{counter}/kept"), &[]).is(303);
        assert!(!is_met(&maya));
        ada.visits("/").is(200).hides("Shown to");
        ada.visits(&counter).is(200).hides("Shown to");
    }

    fn what_is_shown_can_be_taken_down_on_the_days_after_too(town) {
        let (ada, maya, counter) = shown(town);
        town.waits_s(DAY_S);
        for page in ["/".to_owned(), counter.clone(), format!("{counter}/milestone")] {
            ada.visits(&page).is(200).shows("Ninety days. Shown to evenings.").shows("Show it to nobody");
        }
        maya.visits("/").is(200).hides("Shown to");
        maya.visits(&format!("{counter}/milestone")).is(404);
        presses(&maya, &format!("{counter}/milestone"), &[("do", "take-down")]).is(303);
        assert!(is_met(&maya), "it is not hers to take");
        let path = format!("{counter}/milestone");
        let page = ada.visits(&counter).is(200);
        assert_eq!(ada.fills(&page, &path, &[("do", "take-down")]).is(303).location, counter);
        assert!(!is_met(&maya));
        ada.visits(&path).is(200).hides("Shown to");
    }

    fn another_first_day_or_a_setback_taken_back_takes_down_what_was_shown(town) {
        let (ada, maya, counter) = shown(town);
        let edit = format!("{counter}/edit");
        ada.fills(&ada.visits(&edit).is(200), &edit, &[("name", "another name")]).is(303);
        assert!(is_met(&maya), "a name is no day");
        ada.fills(&ada.visits(&edit).is(200), &edit, &[("on", "2026-08-22")]).is(303);
        assert!(!is_met(&maya));

        let second = starts(&ada, &[("on", "2026-08-23")]);
        let setback = format!("{second}/setback");
        ada.fills(&ada.visits(&setback).is(200), &setback, &[("on", "2026-09-23"), ("turn", "leave")]).is(303);
        let path = format!("{second}/milestone");
        presses(&ada, &path, &[("group", "evenings")]).is(303);
        assert!(is_met(&maya));
        presses(&ada, &format!("{second}/acts"), &[("act", "0"), ("do", "strike")]).is(303);
        assert!(!is_met(&maya));
    }

    fn every_counter_offers_its_own_milestone_and_the_front_of_the_group_says_that_one_is_shown(town) {
        let (ada, maya, _) = ninety_days(town);
        let second = starts(&ada, &[("on", "2026-11-14"), ("name", "second")]);
        let list = ada.visits("/counters").is(200);
        assert_eq!(list.count("a[href$='/milestone']"), 2);
        ada.visits(&second).is(200).shows("A week.").shows("Show it to somebody");
        let line = "Somebody in this group would like you to know how far they came.";
        maya.visits("/g/evenings").is(200).hides(line);
        presses(&ada, &format!("{second}/milestone"), &[("group", "evenings")]).is(303);
        maya.visits("/g/evenings").is(200).shows(line);
        ada.visits("/g/evenings").is(200).hides(line);
        town.stranger().visits("/g/evenings").hides(line);
        let sam = town.person("Sam Hollow");
        sam.visits("/g/evenings").is(200).hides(line);
        town.waits_s(3 * DAY_S);
        maya.visits("/g/evenings").is(200).hides(line);
    }

    fn it_says_under_which_name_it_goes(town) {
        let (ada, maya, counter) = ninety_days(town);
        ada.visits(&format!("{counter}/milestone")).is(200).shows("It goes under your own name, Quiet Ada.");
        shows(&ada, &counter);
        maya.visits(&place(&maya)).is(200).shows("It goes under your own name, Maya Lake.");
    }

    fn a_silence_is_three_days_and_not_one_more(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        let counter = starts(&ada, &[("on", "2026-11-16")]);
        let later = starts(&ada, &[("on", "2026-11-17")]);
        town.waits_s(2 * DAY_S);
        ada.visits(&counter).is(200).shows("A week.");
        town.waits_s(DAY_S);
        ada.visits(&later).is(200).hides("A week.");
        checks_in(&ada, &[("weather", "okay")]).is(303);
        ada.visits(&later).is(200).shows("A week.");
    }

    fn a_chip_that_waits_is_not_announced_after_a_silence_nor_soon_after_a_setback(town) {
        let (ada, maya, counter) = shown(town);
        gives(&maya, "Zanzibar words");
        ada.visits("/").is(200).shows("Somebody gave you a chip.");
        town.waits_s(3 * DAY_S);
        ada.visits("/").is(200).hides("Somebody gave you a chip.");
        ada.visits("/chips").is(200).shows("Zanzibar words");
        checks_in(&ada, &[("weather", "okay")]).is(303);
        ada.visits("/").is(200).shows("Somebody gave you a chip.");
        let setback = format!("{counter}/setback");
        ada.fills(&ada.visits(&setback).is(200), &setback, &[]).is(303);
        ada.visits("/").is(200).hides("Somebody gave you a chip.");
        ada.visits("/chips").is(200).shows("Zanzibar words");
    }

    fn of_a_closed_account_none_is_shown(town) {
        let (ada, maya, _) = shown(town);
        let at = place(&maya);
        let face = ada.face;
        town.arranges(move |tx| tx.batch(&format!("UPDATE account SET state = 'closed' WHERE face_id = {face}")));
        assert!(!is_met(&maya));
        maya.visits(&at).is(404);
    }

    fn a_copy_of_ones_data_holds_what_is_shown(town) {
        let (ada, maya, _) = shown(town);
        let copy = |who: &Person| copy_in(&who.sends("POST", "/api/v1/me/copy", &[], None).is(200));
        let of = |who: &Person| serde_json::from_str::<serde_json::Value>(&copy(who)).unwrap()["milestones"].clone();
        let expected = serde_json::json!([{ "of": "days", "number": 90, "to": "group", "on": "2026-11-21", "called": "" }]);
        assert_eq!((of(&ada), of(&maya)), (expected, serde_json::json!([])));
    }

    fn what_is_muted_is_neither_listed_nor_announced_and_its_words_are_folded(town) {
        let (ada, maya, _) = shown(town);
        gives(&maya, "Zanzibar and vodka");
        let at = place(&maya);
        let quiet = "/people/Quiet%20Ada/quiet";
        maya.fills(&maya.visits(quiet).is(200), quiet, &[("how", "week")]).is(303);
        assert!(!is_met(&maya));
        maya.visits("/g/evenings").is(200).hides("Somebody in this group would like you to know");
        maya.visits(&at).is(200).shows("Ninety days.");

        let words = "/you/quiet/words";
        ada.fills(&ada.visits(words).is(200), words, &[("word", "vodka"), ("hush", "fold"), ("lasts", "good")]).is(303);
        assert_eq!(ada.visits("/chips").text("details.fold summary span"), "Holds a word you muted");
        let quiet = "/people/Maya%20Lake/quiet";
        ada.fills(&ada.visits(quiet).is(200), quiet, &[("how", "week")]).is(303);
        ada.visits("/").is(200).hides("Somebody gave you a chip.");
        assert_eq!(ada.visits("/chips").text("details.fold summary span"), "By somebody you hear less of");
        let read = ada.sends("GET", "/api/v1/chips", &[], None).is(200).json();
        assert_eq!(read["rows"][0]["is_muted"], true);
        presses(&ada, &chip(&ada), &[("do", "keep")]).is(303);
    }

    fn a_group_s_fold_holds_for_chips_and_a_label_stands_beside_every_name(town) {
        let (ada, maya, counter) = ninety_days(town);
        let sam = town.person("Sam Hollow");
        town.arranges({
            let face = sam.face;
            move |tx| tx.batch(&format!("INSERT INTO membership (group_id, face_id, role, since_week)
                SELECT id, {face}, 'member', 2960 FROM \"group\" WHERE name = 'evenings';
                UPDATE face SET affiliation = 'housing', affiliated_with = 'River House'"))
        });
        let line = [("step", "keep"), ("words", "the scale"), ("does", "fold"), ("line_note", "eating"), ("sentence", "")];
        presses(&maya, "/g/evenings/rules", &line).is(303);
        shows(&ada, &counter);
        sam.visits("/milestones").is(200).shows("River House");
        let at = place(&sam);
        let page = sam.visits(&at).is(200).shows("River House");
        sam.fills(&page, &at, &[("words", "Never mind the scale, Zanzibar")]).is(303);
        let chips = ada.visits("/chips").is(200).shows("River House").shows("Zanzibar");
        assert_eq!(chips.count("#chips details.fold"), 1);
        let read = ada.sends("GET", "/api/v1/chips", &[], None).is(200).json();
        assert_eq!(read["rows"][0]["content_notes"], serde_json::json!(["eating"]));
        assert_eq!(read["rows"][0]["affiliation"]["with"], "River House");
    }
}
