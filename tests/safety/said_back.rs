//! What a page says after a press: what was done, and no more than that.

use serde_json::json;

use super::crisis::{four, press};
use super::{decides, is_no, tells, the_act, the_case};
use crate::forum::groups::asks;
use crate::forum::shares;
use crate::harness::Seen;

on_both! {
    fn a_clean_up_that_was_put_forward_is_not_called_decided(town) {
        let (maya, lea, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "I cannot go on.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "worried")]).is(303);
        let case = the_case(&maya);
        let all = format!("{case}/all");
        let page = maya.visits(&all).is(200);
        let first = maya.fills(&page, &all, &[("words", "For everybody's calm.")]).is(303);
        assert_eq!(first.location, case, "nothing was decided by one person");
        maya.visits(&case).is(200).shows("All they wrote in a group put out of sight").shows("waits for a second person");
        tom.visits(&format!("/p/{thread}")).is(200).shows("I cannot go on.");

        let page = lea.visits(&all).is(200);
        let second = lea.fills(&page, &all, &[("words", "For everybody's calm.")]).is(303);
        assert_eq!(second.location, "/look?decided");
        tom.visits(&format!("/p/{thread}")).is(404);
    }

    fn a_sentence_that_was_not_taken_stands_there_to_be_sent_again_or_kept(town) {
        let (maya, lea, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "My words.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "other")]).is(303);
        decides(&maya, &the_case(&maya), &[("verb", "note"), ("words", "Please take care.")]).is(303);
        let (form, url) = (ada.visits("/decisions").is(200), the_act(&ada, "/decisions"));

        // One sign is too few: it stands in its field, with what to change.
        let short = ada.fills(&form, &url, &[("words", "So")]).is(422);
        assert_eq!(short.text("main form textarea[name=words]"), "So");
        ada.fills(&form, &url, &[("words", "It was about my mother.")]).is(303);
        let twice = is_no(ada.fills(&form, &url, &[("words", "And more than that.")]).is(409), "act-answered");
        assert!(twice.text("#left-over").contains("And more than that."), "{}", twice.text("main"));

        let bea = town.person("Bright Reed");
        let group = "(SELECT id FROM \"group\" WHERE name = 'owls')";
        let face = bea.face;
        town.arranges(move |tx| tx.batch(&format!("INSERT INTO membership (group_id, face_id, role, since_week) VALUES ({group}, {face}, 'moderator', 2900)")));
        let queue = lea.visits("/look").is(200).shows("It was about my mother.");
        let (other, answer) = (bea.visits("/look").is(200), queue.attribute("main form", "action").unwrap());
        let short = lea.fills(&queue, &answer, &[("words", "No")]).is(422);
        assert_eq!(short.attribute(&format!("form[action='{answer}'] input[name=words]"), "value").as_deref(), Some("No"));
        lea.fills(&queue, &answer, &[("words", "You are right."), ("answer", "lift")]).is(303);
        let late = is_no(bea.fills(&other, &answer, &[("words", "It stays, since you asked."), ("answer", "stays")]).is(409), "act-answered");
        assert!(late.text("#left-over").contains("It stays, since you asked."), "{}", late.text("main"));
        ada.visits("/decisions").is(200).shows("You are right.").hides("since you asked");
    }

    fn what_was_typed_for_a_case_stands_there_once_somebody_else_took_or_decided_it(town) {
        let (maya, lea, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "My words.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "other")]).is(303);
        let case = the_case(&maya);
        let (both, all) = (format!("{case}/away"), format!("{case}/all"));
        let (form, of_all) = (maya.visits(&case).is(200), maya.visits(&all).is(200));
        let kept = |seen: Seen, code: &str, words: &str| {
            let seen = is_no(seen.is(409), code);
            assert!(seen.text("#left-over").contains(words), "{words}: {}", seen.text("main"));
        };
        let note = |words: &str| maya.fills(&form, &case, &[("verb", "note"), ("words", words)]);

        press(&lea, &format!("{case}/take"), &[]).is(303);
        kept(note("Please take care."), "act-taken", "Please take care.");
        press(&lea, &case, &[("verb", "note"), ("words", "A word from me.")]).is(303);
        kept(note("Please take care."), "act-decided", "Please take care.");
        kept(maya.fills(&form, &both, &[("both_words", "Out of sight, for a week.")]), "act-decided", "Out of sight, for a week.");
        kept(maya.fills(&of_all, &all, &[("words", "All of it.")]), "act-decided", "All of it.");
        let ready = is_no(maya.fills(&form, &case, &[("verb", "note")]).is(409), "act-decided");
        assert_eq!(ready.count("#left-over"), 0, "the sentence that stood ready is nobody's");
        is_no(press(&maya, &format!("{case}/hand-up"), &[]).is(409), "act-decided").shows("What was decided before");
        let sent = json!({"verb": "note", "words": "By a program."});
        is_no(asks(&maya, "POST", &format!("/api/v1{case}"), &sent).is(409), "act-decided");
        ada.visits("/decisions").is(200).shows("A word from me.").hides("Please take care.");
        tom.visits(&case).is(403);
    }

    fn so_does_an_answer_to_what_was_taken_back_and_whoever_comes_too_late_reads_the_log(town) {
        let (maya, lea, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "My words.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "other")]).is(303);
        decides(&maya, &the_case(&maya), &[("verb", "note"), ("words", "Please take care.")]).is(303);
        let (form, url) = (ada.visits("/decisions").is(200), the_act(&ada, "/decisions"));
        let log = format!("/look/done{}", url.trim_start_matches("/decisions"));
        press(&lea, &log, &[]).is(303);
        let late = is_no(ada.fills(&form, &url, &[("words", "It was about my mother.")]).is(409), "act-undone");
        assert!(late.text("#left-over").contains("It was about my mother."), "{}", late.text("main"));

        // What it was before is forgotten by now: there is no way back, and the log says what was.
        decides(&maya, &the_case(&maya), &[("verb", "fold"), ("note", "grief"), ("words", "Folded, for now.")]).is(303);
        let fold = town.lines("SELECT CAST(id AS TEXT) AS line FROM act WHERE verb = 'fold'").remove(0);
        town.arranges(|tx| tx.batch("UPDATE act SET subject = '' WHERE verb = 'fold'"));
        is_no(press(&lea, &format!("/look/done/{fold}"), &[]).is(409), "act-undone").shows("Folded, for now.");
        is_no(asks(&lea, "POST", &format!("/api/v1/look/done/{fold}"), &json!({})).is(409), "act-undone");
        assert!(press(&tom, &format!("/look/done/{fold}"), &[]).status >= 403);
    }

    fn words_of_care_stand_there_once_it_was_closed_and_so_does_an_answer_that_comes_twice(town) {
        let (maya, lea, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "Nobody is here tonight.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "worried")]).is(303);
        let case = the_case(&maya);
        let (write, pass) = (format!("{case}/write"), format!("{case}/pass-on"));
        let form = maya.visits(&case).is(200);
        maya.fills(&form, &write, &[("care_words", "I read you.")]).is(303);
        let read = ada.visits("/care").is(200);
        let answer = read.attribute("article.case form", "action").unwrap();
        ada.fills(&read, &answer, &[("words", "Thank you.")]).is(303);
        let twice = is_no(ada.fills(&read, &answer, &[("words", "And one thing more.")]).is(409), "care-answered");
        assert!(twice.text("#left-over").contains("And one thing more."), "{}", twice.text("main"));

        press(&lea, &format!("{case}/close"), &[]).is(303);
        for (url, field, words) in [(&write, "care_words", "I am still here."), (&pass, "pass_note", "Her sister is with her.")] {
            let late = is_no(maya.fills(&form, url, &[(field, words)]).is(409), "care-closed");
            assert!(late.text("#left-over").contains(words), "{}", late.text("main"));
        }
    }
}
