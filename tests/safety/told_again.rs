//! Who tells of one thing again says what they did not say before: it is kept, read, and as urgent as the gravest of it.

use super::crisis::four;
use super::{tells, the_case};
use crate::forum::shares;
use crate::harness::Town;

/// How often it was said that something waits.
fn news(town: &Town) -> i64 {
    town.settles();
    town.count("SELECT count(*) AS n FROM event WHERE kind = 'ConcernTold'")
}

on_both! {
    fn what_somebody_tells_again_for_a_graver_reason_is_read_beside_the_first_and_comes_first(town) {
        let (maya, _, ada, tom) = four(town);
        let (calm, place) = (shares(&ada, "owls", "A walk."), format!("/p/{}", shares(&ada, "owls", "Some words.")));
        tells(&tom, &place, &[("reason", "other"), ("words", "They sound odd.")]).is(303);
        tells(&maya, &format!("/p/{calm}"), &[("reason", "spam")]).is(303);
        assert_eq!(news(town), 2);

        let thanks = tells(&tom, &place, &[("reason", "danger"), ("words", "She took pills.")]).is(303);
        tom.visits(&thanks.location).is(200).shows("Thank you. Somebody will look at it.");
        assert_eq!(news(town), 3, "those who look hear of it");
        let queue = maya.visits("/look").is(200).shows("They sound odd.").shows("She took pills.").hides("Calm Stone");
        assert_eq!(queue.count("article.case"), 2);
        assert_eq!(queue.texts("article.case h2")[0], "Somebody may be in danger");
        assert_eq!(town.lines("SELECT reason AS line FROM report ORDER BY reason"), ["danger", "spam"]);
        assert_eq!(town.count("SELECT urgency AS n FROM concern ORDER BY urgency LIMIT 1"), 0);
        assert_eq!(town.count("SELECT max(people) AS n FROM concern"), 1, "one person, however often they tell");
        assert!(town.lines("SELECT words AS line FROM report").iter().all(|words| !words.contains("pills")), "it lies sealed");
    }

    fn the_same_again_is_no_news_and_less_never_takes_the_place_of_more(town) {
        let (maya, _, ada, tom) = four(town);
        let place = format!("/p/{}", shares(&ada, "owls", "Some words."));
        let danger = [("reason", "danger"), ("words", "She took pills.")];
        tells(&tom, &place, &danger).is(303);
        assert_eq!(news(town), 1);
        tells(&tom, &place, &danger).is(303);
        tells(&tom, &place, &[("reason", "other")]).is(303);
        assert_eq!(news(town), 1);
        tells(&tom, &place, &[("reason", "other"), ("words", "She answers nobody.")]).is(303);
        assert_eq!(news(town), 2, "new words are news");
        maya.visits(&the_case(&maya)).is(200).shows("She took pills.").shows("She answers nobody.");
        assert_eq!(town.lines("SELECT reason AS line FROM report"), ["danger"]);
        assert_eq!(town.count("SELECT urgency AS n FROM concern"), 0);
    }

    fn whoever_tells_without_end_is_told_that_no_more_is_kept(town) {
        let (maya, _, ada, tom) = four(town);
        let place = format!("/p/{}", shares(&ada, "owls", "Some words."));
        for number in 0..9 {
            let words = format!("{number}{}", "a".repeat(499));
            let sent = tells(&tom, &place, &[("reason", "cruel"), ("words", &words)]);
            let more = sent.status == 303;
            assert_eq!(more, number < 7, "{number}");
        }
        maya.visits(&the_case(&maya)).is(200);
    }
}
