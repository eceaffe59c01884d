//! What waits about a thread stands on top of it, for those who look after it and for nobody else.

use super::crisis::{four, press};
use super::decisions::takes_back;
use super::{decides, is_no, owls, tells, the_case};
use crate::forum::{answers, shares};
use crate::harness::Person;

/// How many buttons decide right from a card of the queue.
fn steps(keeper: &Person) -> usize {
    keeper.visits("/look").is(200).count("article.case button[form^='now-']")
}

on_both! {
    fn what_was_told_of_a_thread_stands_on_top_of_it_for_whoever_may_look_and_for_nobody_else(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom, host) = (town.person("Quiet Ada"), town.person("Calm Stone"), town.host("Patient Alder"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        let thread = shares(&ada, "owls", "Harsh words.");
        let place = format!("/p/{thread}");
        assert_eq!(maya.visits(&place).is(200).count("section.case"), 0);
        tells(&tom, &place, &[("reason", "cruel")]).is(303);
        let reply = answers(&tom, &thread, None, "Look here, look there.");
        tells(&ada, &format!("{place}/r/{reply}"), &[("reason", "spam")]).is(303);

        let seen = maya.visits(&place).is(200).shows("This may be cruel").shows("One person told us about this post.");
        let seen = seen.shows("The same thing in many places").shows("One person told us about a reply here.");
        assert_eq!((seen.count("section.case"), seen.count("section.case form")), (2, 2));
        let passer = town.person("Passing Fern");
        for other in [&ada, &tom, &passer, &host] {
            let seen = other.visits(&place).hides("told us").hides("/look/");
            assert_eq!(seen.count("section.case"), 0);
        }
        town.stranger().visits(&place).hides("told us");

        let take = seen.attribute("section.case form", "action").unwrap();
        let case = take.trim_end_matches("/take").to_owned();
        maya.fills(&seen, &take, &[]).is(303);
        let mine = maya.visits(&place).is(200).shows("You are looking at this.");
        assert_eq!(mine.count("section.case form"), 1, "what one has taken is not taken again");
        let seen = lea.visits(&place).is(200).shows("Maya Lake is looking at this.");
        assert_eq!(seen.count("section.case form"), 1);
        town.waits_s(16 * 60);
        lea.visits(&place).is(200).hides("Maya Lake is looking");

        decides(&lea, &case, &[("verb", "fine")]).is(303);
        assert_eq!(maya.visits(&place).is(200).count("section.case"), 1);
    }

    fn a_responder_sees_the_card_of_somebody_in_distress_alone(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        let responder = town.person("Warm Reed");
        owls(town, &[&maya, &lea, &ada, &tom, &responder]);
        let (calm, hard) = (shares(&ada, "owls", "Buy this."), shares(&ada, "owls", "I cannot go on."));
        town.arranges(|tx| tx.batch("UPDATE membership SET role = 'responder' WHERE face_id = (SELECT id FROM face WHERE name = 'Warm Reed')"));
        tells(&tom, &format!("/p/{calm}"), &[("reason", "spam")]).is(303);
        tells(&tom, &format!("/p/{hard}"), &[("reason", "worried")]).is(303);
        assert_eq!(responder.visits(&format!("/p/{calm}")).is(200).count("section.case"), 0);
        assert_eq!(responder.visits(&format!("/p/{hard}")).is(200).shows("Worried about somebody").count("section.case"), 1);
    }

    fn a_case_is_decided_from_its_card_with_the_sentence_that_stands_there_or_another(town) {
        let (maya, lea, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "Come to our house.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "solicitation")]).is(303);
        let case = the_case(&maya);
        let queue = maya.visits("/look").is(200).shows("Decide here").shows("Remove and pause").shows("Put it out of sight");
        assert_eq!((steps(&maya), steps(&lea)), (3, 3), "as it is, and two more");
        assert_eq!(queue.text("article.case textarea").trim(), "We do not sell or recommend treatment here.");
        assert_eq!(queue.count("article.case form"), 0, "the queue is one form, and holds no other");

        let sent = maya.fills(&queue, &case, &[("verb", "fine")]).is(303);
        maya.follows(sent).is(200).shows("You can take it back under").shows("Nothing waiting.");
        assert_eq!(town.lines("SELECT verb || ' ' || words AS line FROM act"), ["fine fine"], "nobody is told what is not so");
        takes_back(&lea);

        let queue = maya.visits("/look").is(200);
        maya.fills(&queue, &case, &[("verb", "remove"), ("words", "A house is no place here.")]).is(303);
        tom.visits(&format!("/p/{thread}")).is(404);
        ada.visits("/decisions").is(200).shows("A house is no place here.");
        takes_back(&lea);

        let away = format!("{case}/away");
        assert_eq!(maya.visits("/look").is(200).attribute("article.case button[formaction]", "formaction"), Some(away.clone()));
        press(&maya, &away, &[("days", "7"), ("words", "")]).is(422).shows("Remove and pause");
        press(&tom, &away, &[("days", "7"), ("words", "Not mine to do.")]).is(403);
        press(&maya, &away, &[("days", "7"), ("words", "A week away from here.")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM membership WHERE state = 'paused'"), 1);
        ada.visits("/decisions").is(200).shows("A week away from here.");
    }

    fn what_somebody_else_has_in_their_hands_is_not_decided_from_a_card(town) {
        let (maya, lea, ada, tom) = four(town);
        let thread = shares(&ada, "owls", "Harsh words.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
        let case = the_case(&maya);
        press(&lea, &format!("{case}/take"), &[]).is(303);
        assert_eq!((steps(&maya), steps(&lea)), (0, 3));
        for (url, verb) in [(case.clone(), "fine"), (case.clone(), "note"), (format!("{case}/away"), "pause")] {
            let typed = [("verb", verb), ("days", "7"), ("words", "Gently, please.")];
            let seen = is_no(press(&maya, &url, &typed).is(409), "act-taken");
            assert_eq!(seen.texts("main #left-over .voice"), ["Gently, please."], "once");
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 0);
    }

    fn from_a_card_nobody_does_alone_what_takes_two_and_somebody_in_need_is_opened_first(town) {
        let (maya, _, ada, tom) = four(town);
        let heavy = shares(&ada, "owls", "Nobody is here tonight.");
        tells(&tom, &format!("/p/{heavy}"), &[("reason", "worried")]).is(303);
        assert_eq!(steps(&maya), 0);
        let sold = shares(&ada, "owls", "Come to our house.");
        tells(&tom, &format!("/p/{sold}"), &[("reason", "solicitation")]).is(303);
        maya.visits("/look").is(200).shows("A note to the writer").hides("Remove and pause");
        assert_eq!(steps(&maya), 2, "as it is, and a note");
        let case = town.lines("SELECT '/look/' || CAST(id AS TEXT) AS line FROM concern ORDER BY urgency DESC")[0].clone();
        let words = ("words", "We sell nothing here.");
        is_no(press(&maya, &format!("{case}/away"), &[("days", "7"), words]).is(422), "act-by-itself");
        assert_eq!(press(&maya, &case, &[("verb", "remove"), words]).is(303).location, case, "it waits for a second person");
        tom.visits(&format!("/p/{sold}")).is(200);
        assert_eq!(town.lines("SELECT state AS line FROM act"), ["proposed"]);
    }
}
