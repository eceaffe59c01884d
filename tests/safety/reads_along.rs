//! Somebody reads along in a group and says nothing there for some days: softer than a pause, which keeps them out.

use serde_json::json;

use super::crisis::{four, press};
use super::decisions::takes_back;
use super::{decides, is_no, owls, tells, the_case};
use crate::forum::aliases::{author_of, night_owls, says, whispers};
use crate::forum::groups::asks;
use crate::forum::{answers, shares};
use crate::harness::{Person, Town};
use crate::recovery::counters::starts;

const MUTE: [(&str, &str); 3] =
    [("verb", "mute"), ("days", "3"), ("words", "Please only read along for a while.")];

/// Somebody answers, and what they typed comes back.
fn answers_in_vain(person: &Person, thread: &str) {
    let url = format!("/p/{thread}/reply");
    let form = person.visits(&url).is(200);
    let seen = person.fills(&form, &url, &[("body", "Still me.")]).is(409).shows("Still me.");
    is_no(seen.shows("You read along in this group"), "rules-reads-along");
}

/// Tom said something harsh, and reads along from now on.
fn quieted(town: &Town) -> (Person, Person, Person, String) {
    let (maya, lea, ada, tom) = four(town);
    let harsh = shares(&tom, "owls", "Harsh.");
    tells(&ada, &format!("/p/{harsh}"), &[("reason", "cruel")]).is(303);
    decides(&maya, &the_case(&maya), &MUTE).is(303);
    town.settles();
    (lea, ada, tom, harsh)
}

on_both! {
    fn somebody_reads_along_puts_kind_words_and_says_nothing_in_this_group_alone(town) {
        let (lea, ada, tom, harsh) = quieted(town);
        let hers = shares(&ada, "owls", "A long night.");
        tom.visits("/decisions").is(200).shows("Please only read along for a while.").shows("You read along in this group for a while").shows("Until");
        tom.visits("/g/owls").is(200).shows("A long night.");
        tom.visits(&format!("/p/{hers}")).is(200).shows("A long night.");

        tom.visits("/share?group=owls").is(200).shows("You read along in this group for 3 more days.");
        says(&tom, "owls", &[("body", "And more."), ("kind", "win")]).is(409).shows("And more.").shows("3 more days");
        answers_in_vain(&tom, &hers);
        let form = tom.visits(&format!("/p/{harsh}/edit")).is(200);
        tom.fills(&form, &format!("/p/{harsh}/edit"), &[("body", "Harsher.")]).is(409);
        let no = asks(&tom, "POST", &format!("/api/v1/threads/{hers}/replies"), &json!({"body": "By a program."})).is(409);
        is_no(no, "rules-reads-along");

        asks(&tom, "PUT", &format!("/api/v1/threads/{hers}/reaction"), &json!({"word": "with"})).is(200);
        press(&tom, &format!("/p/{harsh}/delete"), &[]).is(303);
        town.group("evenings", hearthside::policy::Reach::Community, &[&lea, &tom]);
        shares(&tom, "evenings", "Here as ever.");
        shares(&ada, "owls", "Others speak as ever.");
        lea.visits("/look/done").is(200).shows("Reads along in the group");
    }

    fn how_they_are_how_far_they_came_and_chips_do_not_reach_that_group_either(town) {
        let (lea, ada, tom, _) = quieted(town);
        town.group("evenings", hearthside::policy::Reach::Community, &[&lea, &tom]);
        let day = |group: &str| json!({"is_yesterday": false, "zone": "UTC", "weather": "okay", "urge": null, "halt": [], "line": "Fine.",
            "intention": "", "pledge": "", "is_pledged": false, "went": null, "look_back": "", "group": group});
        let offers = |who: &Person| who.visits("/checkin").is(200).count("[value=owls]");
        assert_eq!((offers(&lea), offers(&tom)), (1, 0));
        is_no(asks(&tom, "PUT", "/api/v1/checkins", &day("owls")).is(409), "rules-reads-along");
        assert_eq!(town.count("SELECT count(*) AS n FROM checkin"), 0);
        asks(&tom, "PUT", "/api/v1/checkins", &day("evenings")).is(200);

        let week = |who: &Person| format!("{}/milestone", starts(who, &[("on", "2026-11-29")]));
        let (his, hers) = (week(&tom), week(&ada));
        assert_eq!(tom.visits(&his).is(200).shows("A week.").count("[value=owls]"), 0);
        press(&tom, &his, &[("group", "owls")]).is(409);
        assert_eq!(town.count("SELECT count(*) AS n FROM milestone"), 0);
        press(&tom, &his, &[("group", "evenings")]).is(303);
        press(&ada, &hers, &[("group", "owls")]).is(303);
        let chip = tom.visits("/milestones").is(200).attribute("#milestones a[href^='/milestones/']", "href").unwrap();
        press(&tom, &chip, &[("words", "Well walked.")]).is(409).shows("Well walked.");
        assert_eq!(town.count("SELECT count(*) AS n FROM chip"), 0);

        takes_back(&lea);
        asks(&tom, "PUT", "/api/v1/checkins", &day("owls")).is(200);
        press(&tom, &his, &[("group", "owls")]).is(303);
        press(&tom, &chip, &[("words", "Well walked.")]).is(303);
    }

    fn it_ends_on_its_day_and_before_that_by_taking_it_back(town) {
        let (lea, ada, tom, harsh) = quieted(town);
        takes_back(&lea);
        shares(&tom, "owls", "As before.");
        decides(&lea, &the_case(&lea), &MUTE).is(303);
        answers_in_vain(&tom, &harsh);
        // Slowed down as well, and then no longer: one does not undo the other.
        tells(&ada, &format!("/p/{harsh}"), &[("reason", "cruel")]).is(303);
        decides(&lea, &the_case(&lea), &[("verb", "slow"), ("days", "9"), ("words", "Slowly, please.")]).is(303);
        takes_back(&lea);
        answers_in_vain(&tom, &harsh);
        town.waits_s(4 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM reads_along"), 0, "it ends by itself");
        answers(&tom, &harsh, None, "I am sorry.");
    }

    fn it_has_days_is_for_those_who_look_after_the_group_and_takes_two_where_somebody_may_need_people(town) {
        let (maya, lea, ada, tom) = four(town);
        let harsh = shares(&tom, "owls", "Harsh.");
        tells(&ada, &format!("/p/{harsh}"), &[("reason", "worried")]).is(303);
        let case = the_case(&maya);
        is_no(decides(&maya, &case, &[("verb", "mute"), ("days", "0"), ("words", "Read along.")]).is(422), "act-days");
        assert!(press(&ada, &case, &MUTE).status >= 403);
        decides(&maya, &case, &MUTE).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM reads_along"), 0, "one person alone does not decide it");
        decides(&lea, &case, &MUTE).is(303);
        answers_in_vain(&tom, &harsh);
        // About somebody and no group of theirs, there is nowhere to read along.
        let host = town.host("Patient Alder");
        tells(&ada, "/people/Calm%20Stone", &[("reason", "advances")]).is(303);
        is_no(decides(&host, &the_case(&host), &MUTE).is(422), "act-unchosen");
    }

    fn an_alias_reads_along_by_itself_and_says_nothing_of_whose_it_is(town) {
        let (maya, ada, tom) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        let thread = whispers(&ada, "group", "Something harsh.");
        let alias = author_of(&tom, &thread);
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
        decides(&maya, &the_case(&maya), &MUTE).is(303);
        town.settles();
        ada.visits("/decisions").is(200).shows(&format!("As {alias}")).shows("You read along in this group for a while");
        says(&ada, "owls", &[("body", "Once more."), ("as", "group")]).is(409).shows("Once more.");
        let own = shares(&ada, "owls", "As myself I may speak.");
        answers(&ada, &own, None, "And answer.");
        maya.visits("/look/done").is(200).shows(&alias).hides("Ada");
        assert!(town.tying_commits().is_empty());
    }

    fn whoever_leaves_takes_it_along(town) {
        let (maya, lea, ada, tom) = (town.person("Maya Lake"), town.person("Old Lantern"), town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        let harsh = shares(&tom, "owls", "Harsh.");
        tells(&ada, &format!("/p/{harsh}"), &[("reason", "cruel")]).is(303);
        decides(&maya, &the_case(&maya), &MUTE).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM reads_along"), 1);
        town.arranges(|tx| hearthside::identity::accounts::erase_named(tx, &hearthside::identity::names::key("Calm Stone"), true).map(drop));
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM reads_along"), 0);
    }
}
