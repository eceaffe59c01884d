//! What a decision about all of somebody's words closes along with its own case, and what it leaves to those who have it in
//! their hands.

use super::crisis::{four, press};
use super::decisions::takes_back;
use super::{is_no, tells};
use crate::forum::shares;
use crate::harness::{Person, Town};

const JSON: [(&str, &str); 1] = [("content-type", "application/json")];
const OPEN: &str = "SELECT count(*) AS n FROM concern WHERE decided_on IS NULL";
const STANDING: &str = "SELECT count(*) AS n FROM thread WHERE removed_at IS NULL";

/// Tom tells of two things that Ada shares; their cases.
fn two_cases(town: &Town, ada: &Person, tom: &Person) -> [String; 2] {
    ["Buy this.", "Buy that."].map(|words| {
        let thread = shares(ada, "owls", words);
        tells(tom, &format!("/p/{thread}"), &[("reason", "spam")]).is(303);
        let sql = format!("SELECT CAST(c.id AS TEXT) AS line FROM concern c JOIN thread t ON t.id = c.thread_id WHERE t.public_id = '{thread}'");
        format!("/look/{}", town.lines(&sql)[0])
    })
}

on_both! {
    fn what_was_closed_along_with_a_clean_up_waits_again_when_that_is_taken_back(town) {
        let (maya, lea, ada, tom) = four(town);
        let [first, second] = two_cases(town, &ada, &tom);
        press(&maya, &format!("{first}/all"), &[("words", "We sell nothing here.")]).is(303);
        maya.visits("/look").is(200).shows("Nothing waiting.");
        tom.visits("/concerns").is(200).hides("Still to be looked at.");
        takes_back(&lea);
        assert_eq!((town.count(OPEN), town.count(STANDING)), (2, 2));
        assert_eq!(maya.visits("/look").is(200).count("article.case"), 2);
        tom.visits("/concerns").is(200).shows("Still to be looked at.").hides("did something about it");

        // What was decided by itself meanwhile is not touched by what is taken back.
        press(&maya, &format!("{first}/all"), &[("words", "We sell nothing here.")]).is(303);
        takes_back(&lea);
        press(&maya, &second, &[("verb", "fine")]).is(303);
        assert_eq!(town.count(OPEN), 1);
        press(&maya, &format!("{first}/all"), &[("words", "We sell nothing here.")]).is(303);
        takes_back(&lea);
        assert_eq!(town.count(OPEN), 1, "the other was decided");
    }

    fn what_somebody_has_in_their_hands_is_neither_closed_nor_handed_up_by_another(town) {
        let (maya, lea, ada, tom) = four(town);
        let host = town.host("Patient Alder");
        let [first, second] = two_cases(town, &ada, &tom);
        press(&maya, &format!("{second}/take"), &[]).is(303);
        is_no(press(&lea, &format!("{second}/hand-up"), &[]).is(409), "act-taken");
        is_no(lea.sends("POST", &format!("/api/v1{second}/hand-up"), &JSON, None).is(409), "act-taken");
        tom.sends("POST", &format!("/api/v1{second}/hand-up"), &JSON, None).is(404);
        press(&lea, &format!("{first}/all"), &[("words", "We sell nothing here.")]).is(303);
        assert_eq!((town.count(STANDING), town.count(OPEN)), (0, 1), "hers waits on");
        maya.visits(&second).is(200).shows("You are looking at this.");

        press(&maya, &format!("{second}/hand-up"), &[]).is(303);
        host.visits(&second).is(200);
        press(&maya, &format!("{second}/hand-up"), &[]).is(404);
    }
}
