//! All that somebody said anywhere goes out of sight in one act of a host, who looked through it first; and comes back.

use hearthside::policy::Reach;

use super::crisis::press;
use super::decisions::takes_back;
use super::{decides, is_no, tells, the_case};
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

    fn it_is_for_hosts_about_somebody_and_not_where_it_is_about_words_of_one_group(town) {
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
}
