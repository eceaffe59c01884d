//! What a page says after a press: what was done, and no more than that.

use super::crisis::four;
use super::{decides, is_no, tells, the_act, the_case};
use crate::forum::shares;

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
        assert_eq!(short.attribute("main form input[name=words]", "value").as_deref(), Some("So"));
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
}
