//! What waits about a thread stands on top of it, for those who look after it and for nobody else.

use super::{decides, owls, tells};
use crate::forum::{answers, shares};

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
}
