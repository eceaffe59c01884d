//! Somebody reads along in all of the community and says nothing in any group, for some days: softer than an account that is paused.

use serde_json::json;

use super::crisis::four;
use super::decisions::takes_back;
use super::{decides, is_no, tells, the_case};
use crate::forum::aliases::says;
use crate::forum::groups::asks;
use crate::forum::{answers, shares};
use crate::harness::{Person, Town};
use hearthside::policy::Reach;

const HERE: [(&str, &str); 3] =
    [("verb", "mute-here"), ("days", "3"), ("words", "Please only read along for a while.")];

/// Somebody tells of Tom, whatever he said; who looks after the community is to look.
fn told_of_tom(town: &Town, reason: &str) -> (Person, Person, Person, Person) {
    let (maya, _, ada, tom) = four(town);
    let host = town.host("Patient Alder");
    tells(&ada, "/people/Calm%20Stone", &[("reason", reason)]).is(303);
    (host, maya, ada, tom)
}

fn muted(town: &Town) -> i64 {
    town.count("SELECT count(*) AS n FROM reads_along_here")
}

on_both! {
    fn somebody_says_nothing_in_any_group_reads_puts_kind_words_and_may_answer(town) {
        let (host, maya, ada, tom) = told_of_tom(town, "advances");
        town.group("evenings", Reach::Community, &[&maya, &tom]);
        let hers = shares(&ada, "owls", "A long night.");
        let harsh = shares(&tom, "owls", "Said before.");
        decides(&host, &the_case(&host), &HERE).is(303);
        town.settles();
        tom.visits("/decisions").is(200).shows("You read along in all groups for a while").shows("Please only read along").shows("Until");
        for group in ["owls", "evenings"] {
            tom.visits(&format!("/share?group={group}")).is(200).shows("You read along in this community for 3 more days.");
            let no = says(&tom, group, &[("body", "And more."), ("kind", "win")]).is(409).shows("And more.");
            is_no(no.shows("You read along in this community"), "rules-reads-along-here");
        }
        is_no(asks(&tom, "POST", &format!("/api/v1/threads/{hers}/replies"), &json!({"body": "By a program."})).is(409), "rules-reads-along-here");
        let form = tom.visits(&format!("/p/{harsh}/edit")).is(200);
        tom.fills(&form, &format!("/p/{harsh}/edit"), &[("body", "Said anew.")]).is(409);
        let day = json!({"is_yesterday": false, "zone": "UTC", "weather": "okay", "urge": null, "halt": [], "line": "Fine.",
            "intention": "", "pledge": "", "is_pledged": false, "went": null, "look_back": "", "group": "owls"});
        is_no(asks(&tom, "PUT", "/api/v1/checkins", &day).is(409), "rules-reads-along-here");
        assert_eq!(tom.visits("/checkin").is(200).count("[value=owls]"), 0);
        // A name on their page is said to everybody; days without one, and what is theirs alone, are not.
        let counts = |name: &str, sight: &str| json!({"name": name, "on": "2026-01-01", "zone": "UTC", "shows": "days", "marks": "none", "sight": sight});
        is_no(asks(&tom, "POST", "/api/v1/counters", &counts("Harsh words", "profile")).is(409), "rules-reads-along-here");
        asks(&tom, "POST", "/api/v1/counters", &counts("Harsh words", "me")).is(201);
        asks(&tom, "POST", "/api/v1/counters", &counts("", "profile")).is(201);

        asks(&tom, "PUT", &format!("/api/v1/threads/{hers}/reaction"), &json!({"word": "with"})).is(200);
        tom.visits(&format!("/p/{hers}")).is(200).shows("A long night.");
        tom.visits("/support").is(200);
        host.visits("/look/done").is(200).shows("Reads along in all of the community");
        maya.visits("/look/done").is(200).hides("Please only read along");

        takes_back(&host);
        assert_eq!(muted(town), 0);
        answers(&tom, &hers, None, "Thank you for the night.");
    }

    fn it_holds_for_whoever_looks_after_a_group_too_and_ends_on_its_day(town) {
        let (host, _, _, tom) = told_of_tom(town, "advances");
        town.arranges(|tx| tx.batch("UPDATE membership SET role = 'moderator' WHERE face_id = (SELECT id FROM face WHERE name = 'Calm Stone')"));
        decides(&host, &the_case(&host), &HERE).is(303);
        says(&tom, "owls", &[("body", "As a keeper."), ("kind", "win")]).is(409);
        town.waits_s(4 * 86_400);
        assert_eq!(muted(town), 0, "it ends by itself");
        shares(&tom, "owls", "As ever.");
    }

    fn it_has_days_is_for_those_who_look_after_the_community_and_goes_with_whom_it_met(town) {
        let (host, maya, ada, tom) = told_of_tom(town, "advances");
        let case = the_case(&host);
        let harsh = shares(&tom, "owls", "Harsh.");
        tells(&ada, &format!("/p/{harsh}"), &[("reason", "cruel")]).is(303);
        is_no(decides(&maya, &the_case(&maya), &HERE).is(422), "act-unchosen");
        maya.visits(&case).is(404);
        ada.visits(&case).is(403);
        is_no(decides(&host, &case, &[("verb", "mute-here"), ("days", "0"), ("words", "Read along.")]).is(422), "act-days");
        let keeper = town.person("Warm Reed");
        town.arranges(|tx| tx.batch("UPDATE account SET rank = 'keeper' WHERE face_id = (SELECT id FROM face WHERE name = 'Warm Reed')"));
        decides(&keeper, &case, &HERE).is(303);
        assert_eq!(muted(town), 1);
        town.arranges(|tx| hearthside::identity::accounts::erase_named(tx, &hearthside::identity::names::key("Calm Stone"), true).map(drop));
        town.settles();
        assert_eq!(muted(town), 0);
    }

    fn where_somebody_may_need_people_two_decide_it(town) {
        let (host, _, _, tom) = told_of_tom(town, "worried");
        let other = town.host("Second Alder");
        let case = the_case(&host);
        decides(&host, &case, &HERE).is(303);
        assert_eq!(muted(town), 0, "one person alone does not decide it");
        decides(&other, &case, &HERE).is(303);
        assert_eq!(muted(town), 1);
        says(&tom, "owls", &[("body", "Once more."), ("kind", "win")]).is(409);
    }
}
