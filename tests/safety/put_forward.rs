//! What one of two people put forward lives no longer than the case it was put in, and is nothing to whom it would have met.

use super::crisis::{four, press};
use super::{is_no, tells, the_case};
use crate::forum::shares;

const JSON: [(&str, &str); 1] = [("content-type", "application/json")];
const PAUSED: &str = "SELECT count(*) AS n FROM membership WHERE state = 'paused'";
const CLOSE: [(&str, &str); 2] = [("verb", "close"), ("words", "Not here any more.")];

on_both! {
    fn what_one_put_forward_arms_nobody_once_the_case_was_decided_otherwise(town) {
        let (maya, lea, ada, tom) = four(town);
        let heavy = shares(&ada, "owls", "Nobody is here tonight.");
        tells(&tom, &format!("/p/{heavy}"), &[("reason", "worried")]).is(303);
        let case = the_case(&maya);
        let write = format!("{case}/write");
        lea.fills(&lea.visits(&case), &write, &[("say", "read")]).is(303);
        assert_eq!(press(&maya, &case, &CLOSE).is(303).location, case);
        lea.visits(&case).is(200).shows("waits for a second person");
        press(&lea, &format!("{case}/close"), &[]).is(303);
        lea.visits(&case).is(200).hides("waits for a second person").shows("put by one of two, and never held");
        lea.visits("/look/done").is(200).shows("put by one of two, and never held");
        let put = town.lines("SELECT CAST(id AS TEXT) AS line FROM act WHERE state = 'dropped'");
        is_no(lea.sends("POST", &format!("/api/v1/look/done/{}", put[0]), &JSON, None).is(409), "act-undone");

        // She answers: the same case waits again, and one of two is one of two anew.
        let answer = ada.visits("/care").is(200).attribute("main article form", "action").unwrap();
        press(&ada, &answer, &[("words", "A little better.")]).is(303);
        assert_eq!(the_case(&lea), case);
        assert_eq!(press(&lea, &case, &CLOSE).is(303).location, case, "she is the first");
        assert_eq!(town.count(PAUSED), 0);
        assert_eq!(ada.visits("/decisions").is(200).count("article.case"), 0, "nothing met her");

        press(&maya, &case, &CLOSE).is(303);
        assert_eq!(town.count(PAUSED), 1);
        assert_eq!(ada.visits("/decisions").is(200).count("article.case"), 1, "one decision, whoever put it first");
    }
}
