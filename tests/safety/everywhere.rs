//! All that somebody said anywhere goes out of sight in one act of a host, who looked through it first; and comes back.

use hearthside::policy::Reach;

use super::crisis::press;
use super::decisions::takes_back;
use super::{decides, is_no, tells, the_case};
use crate::forum::aliases::{author_of, night_owls, whispers};
use crate::forum::{answers, shares};
use crate::harness::{Person, Town};

/// Ada sells in two groups that a host can read, and in one that they cannot.
fn sold(town: &Town) -> (Person, Person, Person, String) {
    let (host, ada, tom) = (town.host("Patient Alder"), town.person("Quiet Ada"), town.person("Calm Stone"));
    town.group("evenings", Reach::Community, &[&tom, &ada]);
    town.group("owls", Reach::Community, &[&tom, &ada]);
    town.group("inner", Reach::Group, &[&tom, &ada]);
    // What is said in two of them is for everybody here, in the third for its members.
    town.arranges(|tx| tx.batch("UPDATE \"group\" SET reach = 'community' WHERE name <> 'inner'"));
    town.waits_s(15 * 86_400);
    let calm = shares(&tom, "owls", "A calm evening.");
    for (group, words) in [("evenings", "Buy this."), ("owls", "Buy that."), ("inner", "Between us.")] {
        shares(&ada, group, words);
        town.waits_s(3_600);
    }
    answers(&ada, &calm, None, "Buy it all.");
    tells(&tom, "/people/Quiet%20Ada", &[("reason", "solicitation"), ("words", "In every group.")]).is(303);
    town.settles();
    let case = the_case(&host);
    (host, ada, tom, case)
}

fn standing(town: &Town) -> i64 {
    town.count("SELECT (SELECT count(*) FROM thread WHERE removed_at IS NULL) + (SELECT count(*) FROM reply WHERE removed_at IS NULL) AS n")
}

on_both! {
    fn all_that_somebody_said_anywhere_goes_in_one_act_after_a_look_and_comes_back(town) {
        let (host, ada, tom, case) = sold(town);
        assert_eq!(standing(town), 5);
        let page = host.visits(&case).is(200).shows("All they wrote anywhere here");
        assert_eq!(page.count("input[value=remove-all-here]"), 0, "it has a page of its own");
        let all = format!("{case}/all");
        let page = host.visits(&all).is(200).shows("3 posts and replies stand where you can read them.").shows("Close the account");
        let page = page.shows("Buy this.").shows("Buy that.").shows("Buy it all.").hides("Between us.").hides("Calm Stone");
        let json = host.visits(&format!("/api/v1{all}")).is(200).hides("Between us.").json();
        assert_eq!(json["rows"].as_array().unwrap().len(), 3);
        is_no(host.fills(&page, &all, &[("words", "")]).is(422), "text-empty");

        let more = shares(&ada, "owls", "One more thing to buy.");
        tells(&tom, &format!("/p/{more}"), &[("reason", "spam")]).is(303);
        host.fills(&page, &all, &[("words", "We sell nothing here.")]).is(303);
        town.settles();
        assert_eq!(standing(town), 2, "what a host cannot read is for those who look after that group");
        ada.visits("/decisions").is(200).shows("We sell nothing here.").shows("All you wrote here was put out of sight").hides("Calm Stone");
        tom.visits("/g/owls").is(200).hides("Buy that.").shows("A calm evening.");
        host.visits("/look/done").is(200).shows("All they wrote anywhere here put out of sight");
        shares(&ada, "evenings", "Nobody is out of anything.");

        takes_back(&host);
        assert_eq!(standing(town), 7);
        tom.visits("/g/owls").is(200).shows("Buy that.");
    }

    fn whoever_sold_everywhere_can_be_put_out_in_the_same_act_and_is_back_with_their_words(town) {
        let (host, ada, _, case) = sold(town);
        let all = format!("{case}/all");
        let page = host.visits(&all).is(200);
        host.fills(&page, &all, &[("words", "We sell nothing here."), ("closes", "1")]).is(303);
        town.settles();
        assert_eq!(standing(town), 2);
        let closed = "SELECT count(*) AS n FROM account WHERE state = 'closed'";
        assert_eq!(town.count(closed), 1);
        assert_ne!(ada.visits("/").status, 200);
        takes_back(&host);
        assert_eq!((town.count(closed), standing(town)), (0, 5), "one way back");
    }

    fn it_is_for_those_who_look_after_the_community_and_about_somebody(town) {
        let (host, ada, tom, case) = sold(town);
        for other in [&ada, &tom] {
            assert!(other.visits(&format!("{case}/all")).status >= 403);
            assert!(press(other, &format!("{case}/all"), &[("words", "Not mine to say.")]).status >= 403);
        }
        let thread = shares(&ada, "owls", "Again.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "spam")]).is(303);
        let one = the_case(&tom);
        is_no(decides(&tom, &one, &[("verb", "remove-all-here"), ("words", "Everywhere.")]).is(422), "act-unchosen");
        tells(&tom, "/g/evenings", &[("reason", "other")]).is(303);
        let group = town.lines("SELECT CAST(id AS TEXT) AS line FROM concern WHERE subject LIKE 'group:%'").remove(0);
        host.visits(&format!("/look/{group}")).is(200).hides("All they wrote");
        host.visits(&format!("/look/{group}/all")).is(404);
    }

    fn from_words_in_one_group_a_host_chooses_between_there_and_everywhere_and_who_looks_after_the_group_has_there_alone(town) {
        let (host, ada, tom, _) = sold(town);
        let more = shares(&ada, "evenings", "And buy this.");
        let hidden = shares(&ada, "inner", "Buy it in here.");
        for thread in [&more, &hidden] {
            tells(&tom, &format!("/p/{thread}"), &[("reason", "spam")]).is(303);
        }
        let of = |thread: &str| town.lines(&format!("SELECT '/look/' || CAST(c.id AS TEXT) AS line FROM concern c JOIN thread t ON t.id = c.thread_id WHERE t.public_id = '{thread}'")).remove(0);
        let (case, inner) = (of(&more), of(&hidden));
        let (all, everywhere) = (format!("{case}/all"), format!("{case}/all?reach=everywhere"));
        tom.visits(&case).is(200).shows("All they wrote in this group").hides("All they wrote anywhere here");
        tom.visits(&everywhere).is(404);
        tom.visits(&format!("/api/v1{everywhere}")).is(404);
        let here = tom.visits(&all).is(200).shows("2 posts and replies stand in this group.").hides("Buy that.");
        here.hides("All they wrote anywhere here");
        press(&tom, &all, &[("reach", "everywhere"), ("words", "Not mine to say.")]).is(404);
        assert_eq!(standing(town), 7);

        for case in [&case, &inner] {
            press(&tom, &format!("{case}/hand-up"), &[]).is(303);
        }
        host.visits(&case).is(200).shows("All they wrote in this group").shows("All they wrote anywhere here");
        let near = host.visits(&all).is(200).shows("2 posts and replies stand in this group.").shows("Put the writer out of this group");
        near.shows("All they wrote anywhere here").hides("Buy that.");
        let far = host.visits(&everywhere).is(200).shows("4 posts and replies stand where you can read them.").shows("Close the account");
        let far = far.shows("Buy this.").shows("Buy that.").shows("Buy it all.").hides("Between us.").hides("Buy it in here.");
        for (place, count) in [(&all, 2), (&everywhere, 4)] {
            let json = host.visits(&format!("/api/v1{place}")).is(200).json();
            assert_eq!(json["rows"].as_array().unwrap().len(), count);
        }
        let again = is_no(host.fills(&far, &all, &[("words", "")]).is(422), "text-empty");
        let again = again.shows("4 posts and replies stand where you can read them.");
        host.fills(&again, &all, &[("words", "We sell nothing here.")]).is(303);
        town.settles();
        assert_eq!(standing(town), 3, "a calm evening, and what a host cannot read");
        let waits = host.visits("/look").is(200);
        assert!(waits.body.contains(&inner), "what stands still is still to be decided");
        ada.visits("/decisions").is(200).shows("All you wrote here was put out of sight").shows("We sell nothing here.");
        assert_eq!(tom.visits("/look/done").is(200).count("main form"), 0, "it is not one group's to take back");
        takes_back(&host);
        assert_eq!(standing(town), 7, "one way back");
    }

    fn whoever_looks_after_a_group_and_the_community_acts_for_the_community_from_a_case_of_the_group(town) {
        let (host, lea) = (town.host("Patient Alder"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        town.group("dawn", Reach::Community, &[&host, &lea, &ada, &tom]);
        town.group("dusk", Reach::Community, &[&tom, &ada]);
        let second = lea.face;
        town.arranges(move |tx| tx.batch(&format!(
            "UPDATE membership SET role = 'moderator' WHERE face_id = {second}; UPDATE \"group\" SET reach = 'community'"
        )));
        town.waits_s(15 * 86_400);
        let first = shares(&ada, "dawn", "Buy this.");
        town.waits_s(3_600);
        shares(&ada, "dusk", "Buy that.");
        tells(&tom, &format!("/p/{first}"), &[("reason", "spam")]).is(303);
        let case = the_case(&host);
        let all = format!("{case}/all");
        let page = host.visits(&format!("{all}?reach=everywhere")).is(200).shows("2 posts and replies stand");
        host.fills(&page, &all, &[("words", "We sell nothing here.")]).is(303);
        assert_eq!(standing(town), 0);
        let log = host.visits("/look/done").is(200);
        let back = log.attribute("main form", "action").unwrap();
        assert_eq!(lea.visits("/look/done").is(200).count("main form"), 0);
        press(&lea, &back, &[]).is(404);
        assert_eq!(standing(town), 0);
        host.fills(&log, &back, &[]).is(303);
        assert_eq!(standing(town), 2);
    }

    fn what_stands_under_another_name_of_the_same_person_is_not_touched_and_not_shown(town) {
        let (host, maya) = (town.host("Patient Alder"), town.person("Maya Lake"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        let (whispered, named) = (whispers(&ada, "thread", "Nobody knows it is me."), shares(&ada, "owls", "Buy this."));
        let alias = author_of(&tom, &whispered);
        let handed = |thread: &str| {
            tells(&tom, &format!("/p/{thread}"), &[("reason", "spam")]).is(303);
            let case = the_case(&maya);
            press(&maya, &format!("{case}/hand-up"), &[]).is(303);
            case
        };
        let case = handed(&named);
        let (all, everywhere) = (format!("{case}/all"), format!("{case}/all?reach=everywhere"));
        let page = host.visits(&everywhere).is(200).shows("One post or reply stands").hides("Nobody knows it is me.").hides(&alias);
        host.fills(&page, &all, &[("words", "We sell nothing here."), ("closes", "1")]).is(303);
        town.settles();
        tom.visits(&format!("/p/{named}")).is(404);
        tom.visits(&format!("/p/{whispered}")).is(200).shows("Nobody knows it is me.");
        takes_back(&host);
        tom.visits(&format!("/p/{named}")).is(200);

        // Nor the other way: an alias is one group's, and nothing of it leads to a name.
        decides(&host, &case, &[("verb", "fine"), ("words", "")]).is(303);
        let case = handed(&whispered);
        let (all, everywhere) = (format!("{case}/all"), format!("{case}/all?reach=everywhere"));
        host.visits(&case).is(200).shows("All they wrote in this group").hides("All they wrote anywhere here").hides("Quiet Ada");
        host.visits(&everywhere).is(404);
        is_no(decides(&host, &case, &[("verb", "remove-all-here"), ("words", "Everywhere.")]).is(422), "act-unchosen");
        let page = host.visits(&all).is(200).shows("One post or reply stands in this group.").hides("Buy this.").hides("Quiet Ada");
        host.fills(&page, &all, &[("words", "We sell nothing here.")]).is(303);
        tom.visits(&format!("/p/{whispered}")).is(404);
        tom.visits(&format!("/p/{named}")).is(200).shows("Buy this.");
    }
}
