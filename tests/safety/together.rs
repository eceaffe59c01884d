//! What a decision about all of somebody's words closes along with its own case, and what it leaves to those who have it in
//! their hands.

use super::crisis::{four, press};
use super::decisions::takes_back;
use super::{is_no, tells, token};
use crate::forum::aliases::says;
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

    fn a_clean_up_leaves_nothing_standing_however_much_there_is(town) {
        let (maya, lea, ada, tom) = four(town);
        let [case, _] = two_cases(town, &ada, &tom);
        let all = format!("{case}/all");
        maya.visits(&all).is(200).hides("These are the newest.");
        let face = ada.face;
        town.arranges(move |tx| {
            tx.batch(&format!(
                "INSERT INTO thread (public_id, group_id, author_face, kind, title, body, reach, said_on)
                 WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 501)
                 SELECT substr(CAST(100000000000000 + i AS TEXT), 2), g.id, {face}, 'win', 'Words', 'Words', 'community', 20778 FROM n, \"group\" g WHERE g.name = 'owls'"
            ))
        });
        maya.visits(&all).is(200).shows("These are the newest. What is older goes, too.");
        assert_eq!(maya.sends("GET", &format!("/api/v1{all}"), &[], None).is(200).json()["is_part"], true);
        press(&maya, &all, &[("words", "We sell nothing here.")]).is(303);
        assert_eq!((town.count(STANDING), town.count(OPEN)), (0, 0));
        takes_back(&lea);
        assert_eq!(town.count(STANDING), 503);
    }

    fn what_waits_for_a_look_goes_with_all_else_and_waits_again_when_that_is_taken_back(town) {
        let (maya, lea, ada, tom) = four(town);
        let host = town.host("Patient Alder");
        let [first, second] = two_cases(town, &ada, &tom);
        press(&maya, "/g/owls/rules", &[("step", "set"), ("shares", "readers"), ("pace", "0"), ("looks", "all")]).is(303);
        says(&ada, "owls", &[("body", "And these lamps.")]).is(303);
        says(&tom, "owls", &[("body", "A walk by the river.")]).is(303);
        let (held, ours) = ("SELECT why AS line FROM held ORDER BY thread_id", ["all".to_owned(), "all".to_owned()]);
        let shelf = maya.visits("/g/owls/held").is(200).shows("And these lamps.");
        let all = format!("{first}/all");
        maya.visits(&all).is(200).shows("One more waits for a look, and goes, too");
        assert_eq!(maya.sends("GET", &format!("/api/v1{all}"), &[], None).is(200).json()["waiting"], 1);
        press(&maya, &all, &[("words", "We sell nothing here.")]).is(303);
        assert_eq!(town.lines(held).len(), 1, "his alone");
        is_no(lea.fills(&shelf, "/g/owls/held", &[("csrf", &token(&lea)), ("answer", "let-through")]).is(409), "held-decided");
        takes_back(&lea);
        assert_eq!(town.lines(held), ours);

        // The same wherever those who look after the community may look.
        press(&maya, &format!("{second}/hand-up"), &[]).is(303);
        let all = format!("{second}/all");
        host.visits(&format!("{all}?reach=everywhere")).is(200).shows("One more waits for a look, and goes, too");
        press(&host, &all, &[("reach", "everywhere"), ("words", "We sell nothing here.")]).is(303);
        assert_eq!(town.lines(held).len(), 1);
        takes_back(&host);
        assert_eq!(town.lines(held), ours);
        maya.fills(&shelf, "/g/owls/held", &[("answer", "let-through")]).is(303);
        assert_eq!(town.count(STANDING), 3);
    }
}
