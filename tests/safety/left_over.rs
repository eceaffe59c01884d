//! What somebody typed for a case that another took or decided meanwhile comes back to them, whichever form it was in.

use super::crisis::{four, press};
use super::{is_no, tells, the_case};
use crate::forum::shares;
use crate::harness::{Person, Seen, Town};

/// A case that Maya and Lea look after, told for this reason.
fn told(town: &Town, reason: &str) -> (Person, Person, Person, String) {
    let (maya, lea, ada, tom) = four(town);
    let thread = shares(&ada, "owls", "Nobody is here tonight.");
    tells(&tom, &format!("/p/{thread}"), &[("reason", reason)]).is(303);
    town.settles();
    let case = the_case(&maya);
    (maya, lea, ada, case)
}

/// The form is gone, and its words are there.
#[track_caller]
fn gives_back(seen: Seen, (field, words): (&str, &str)) {
    assert_eq!(seen.count(&format!("[name={field}]")), 0, "the form is gone");
    assert_eq!(seen.texts("main #left-over .voice"), [words]);
}

on_both! {
    fn what_is_typed_to_somebody_in_need_is_not_lost_where_another_takes_or_closes_the_case(town) {
        let (maya, lea, ada, case) = told(town, "worried");
        press(&lea, &format!("{case}/take"), &[]).is(303);
        let to_her = ("care_words", "I am awake with you. Tell me what tonight is like.");
        let on = ("pass_note", "She has no sister to call.");
        let sentence = ("words", "Gently, please.");
        let write = |code| gives_back(is_no(press(&maya, &format!("{case}/write"), &[to_her]).is(409), code), to_her);
        let pass = |code| gives_back(is_no(press(&maya, &format!("{case}/pass-on"), &[on]).is(409), code), on);
        let decide = |code| gives_back(is_no(press(&maya, &case, &[("verb", "note"), sentence]).is(409), code), sentence);
        write("act-taken");
        pass("act-taken");
        decide("act-taken");
        // Where the form is there still, what was typed stands in it, once.
        town.waits_s(5 * 60);
        let seen = press(&maya, &format!("{case}/write"), &[("care_words", "a")]).is(422);
        assert_eq!((seen.count("#left-over"), seen.text("#care_words").as_str()), (0, "a"));
        assert_eq!(maya.visits(&case).is(200).count("#left-over"), 0);

        press(&lea, &format!("{case}/close"), &[]).is(303);
        write("care-closed");
        pass("care-closed");
        decide("act-decided");
        ada.visits("/care").is(200).hides("I am awake with you");
    }

    fn what_is_typed_in_a_calm_case_is_not_lost_either(town) {
        let (maya, lea, _, case) = told(town, "cruel");
        let all = format!("{case}/all");
        let (both, sentence) = (("both_words", "A week away from here."), ("words", "All of it, this time."));
        let away = |code| {
            let seen = press(&maya, &format!("{case}/away"), &[("days", "7"), both]).is(409);
            gives_back(is_no(seen, code), both);
        };
        let decide = |code| gives_back(is_no(press(&maya, &all, &[sentence]).is(409), code), sentence);
        press(&lea, &format!("{case}/take"), &[]).is(303);
        away("act-taken");
        decide("act-taken");
        press(&lea, &case, &[("verb", "fine")]).is(303);
        away("act-decided");
        decide("act-decided");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NOT NULL"), 0);
    }

    fn what_is_typed_to_somebody_who_says_meanwhile_that_they_are_safe_is_not_lost(town) {
        let (maya, _, _, case) = told(town, "worried");
        // Somebody told of something else as well: it waits on, and is calm.
        town.arranges(|tx| tx.batch("UPDATE concern SET urgency = 9"));
        let to_her = ("care_words", "I am awake with you.");
        gives_back(is_no(press(&maya, &format!("{case}/write"), &[to_her]).is(409), "care-closed"), to_her);
        press(&maya, &format!("{case}/write"), &[]).is(422);
    }

    fn whoever_writes_has_the_case_for_as_long_again(town) {
        let (maya, lea, _, case) = told(town, "worried");
        press(&maya, &format!("{case}/take"), &[]).is(303);
        town.waits_s(4 * 60);
        press(&maya, &format!("{case}/write"), &[("care_words", "I am awake with you.")]).is(303);
        town.waits_s(4 * 60);
        is_no(press(&lea, &format!("{case}/write"), &[("care_words", "Hello.")]).is(409), "act-taken");
        town.waits_s(60);
        press(&lea, &format!("{case}/write"), &[("care_words", "Hello.")]).is(303);
        // Whoever writes without having taken it has it no more than before.
        press(&maya, &format!("{case}/write"), &[("care_words", "Here, too.")]).is(303);
    }
}
