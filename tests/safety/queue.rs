//! The queue itself: taking a case from it, what it says after a decision, and after a day with several hard ones.

use super::crisis::{four, press};
use super::{decides, tells, the_case};
use crate::forum::shares;

const MUCH: &str = "You were with several people today.";

on_both! {
    fn a_case_is_taken_from_the_queue_and_a_decision_says_how_it_is_taken_back(town) {
        let (maya, lea, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "Words.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "spam")]).is(303);
        let queue = maya.visits("/look").is(200).shows("This is kept here. Nobody elsewhere was told of it.");
        let case = the_case(&maya);
        assert_eq!(maya.fills(&queue, &format!("{case}/take"), &[]).is(303).location, case);
        maya.visits(&case).is(200).shows("You are looking at this.");
        for who in [&maya, &lea] {
            assert_eq!(who.visits("/look").is(200).count("form[action$='/take']"), 0, "somebody has it");
        }
        maya.visits("/look").is(200).hides("You can take it back under");
        let sent = decides(&maya, &case, &[("verb", "note"), ("words", "Once is enough.")]).is(303);
        let after = maya.follows(sent).is(200).shows("You can take it back under");
        assert_eq!(after.count("p[role=status] a[href='/look/done']"), 1);
    }

    fn after_several_hard_cases_the_next_one_is_offered_to_others(town) {
        let (maya, lea, ada, tom) = four(town);
        let mut cases = Vec::new();
        for words in ["One.", "Two.", "Three.", "Four.", "Five."] {
            let (thread, before) = (shares(&ada, "owls", words), cases.clone());
            tells(&tom, &format!("/p/{thread}"), &[("reason", "worried")]).is(303);
            let now = town.lines("SELECT '/look/' || CAST(id AS TEXT) AS line FROM concern");
            cases.extend(now.into_iter().filter(|case| !before.contains(case)));
        }
        for (at, case) in cases.iter().take(3).enumerate() {
            maya.visits(case).is(200).hides(MUCH);
            assert!(!maya.visits("/look").is(200).body.contains(MUCH), "after {at}");
            press(&maya, &format!("{case}/close"), &[]).is(303);
        }
        maya.visits("/look").is(200).shows(MUCH);
        maya.visits(&cases[3]).is(200).shows(MUCH).shows("Call the others");
        lea.visits(&cases[3]).is(200).hides(MUCH);
        let calm = shares(&ada, "owls", "A walk.");
        tells(&tom, &format!("/p/{calm}"), &[("reason", "spam")]).is(303);
        let calm = town.lines("SELECT '/look/' || CAST(id AS TEXT) AS line FROM concern WHERE urgency > 1");
        maya.visits(&calm[0]).is(200).hides(MUCH);
        town.waits_s(86_400);
        lea.visits("/look").is(200);
        assert_eq!(town.count("SELECT count(*) AS n FROM act WHERE verb = 'care'"), 3);
    }
}
