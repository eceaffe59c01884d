//! Who has not confirmed that words, or somebody, are gone.

use hearthside::federation::delivery;
use hearthside::forum::threads;
use hearthside::identity::{accounts, names};
use hearthside::kernel::PublicId;
use hearthside::policy::Reach;
use serde_json::json;

use super::leaving::{befriends, evenings, follows, leaves};
use crate::forum::groups::asks;
use crate::forum::said::{answers, opens, viewer};
use crate::harness::Town;
use crate::harness::peer::{Peer, Says};

const DAY_S: i64 = 86_400;
const NOBODY: &str = "waits for a yes.";

fn falls_silent(peer: &Peer) {
    peer.says("/inbox", Says::bare(503, "x-a", "b"));
}

fn is_back(peer: &Peer) {
    peer.says("/inbox", Says::bare(202, "x-a", "b"));
}

/// Whoever was silent is asked again, and all that is due leaves.
fn is_asked_again(town: &Town, peer: &Peer) {
    let domain = peer.domain();
    town.arranges(move |tx| delivery::wake(tx, &domain));
    leaves(town, peer);
}

on_both! {
    fn a_host_sees_what_goes_between_two_communities_and_whether_they_let_go(town) {
        let (peer, ada, maya) = (Peer::new(5), town.person("Quiet Ada"), town.person("Maya Lake"));
        let (host, domain) = (town.host("Patient Alder"), peer.domain());
        befriends(town, &peer);
        let page = format!("/host/partners/{domain}");
        let says = |leaves: &str, deletes: &str| {
            let shown = host.visits(&page).is(200);
            assert_eq!([shown.text("#leaves"), shown.text("#comes"), shown.text("#deletes")], [leaves, "Nothing", deletes]);
        };
        says("Nothing", "Everything asked so far is confirmed.");
        let group = evenings(town, Reach::Partners, &[&ada, &maya]);
        follows(town, &peer, group);
        let thread = opens(town, &maya, "evenings", "A quiet evening.");
        leaves(town, &peer);

        falls_silent(&peer);
        let (id, by) = (PublicId::parse(&thread).unwrap(), viewer(&maya, false));
        town.arranges(move |tx| threads::take_back(tx, &by, &id));
        leaves(town, &peer);
        says("One group", "2 requests wait to be confirmed.");
        peer.says("/inbox", Says::bare(404, "x-a", "b"));
        for _ in 0..2 {
            is_asked_again(town, &peer);
        }
        says("One group", "Nothing waits. 2 were never confirmed: words may still stand there.");
        let json = asks(&host, "GET", &format!("/api/v1{page}"), &json!({})).is(200).json();
        let read = ["groups_followed", "groups_read", "deletes_asked", "deletes_unheard"].map(|name| json[name].as_i64());
        assert_eq!(read, [Some(1), Some(0), Some(0), Some(2)]);
        maya.visits(&page).is(403);
        asks(&maya, "GET", &format!("/api/v1{page}"), &json!({})).is(403);
    }

    fn whoever_takes_words_back_reads_first_to_whom_they_went_and_then_they_are_gone(town) {
        let (peer, other) = (Peer::new(5), Peer::new(6));
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let group = evenings(town, Reach::Partners, &[&ada, &maya]);
        for each in [&peer, &other] {
            befriends(town, each);
            follows(town, each, group);
        }
        let thread = opens(town, &maya, "evenings", "A quiet evening.");
        let page = format!("/p/{thread}");
        let ask = format!("{page}/delete");
        maya.visits(&ask).is(200).hides("Communities that were given your words").hides(&peer.domain());
        leaves(town, &peer);
        let form = maya.visits(&ask).is(200).shows("Communities that were given your words").shows(&peer.domain()).shows(&other.domain());
        ada.visits(&ask).is(403).hides(&peer.domain());
        town.stranger().visits(&ask).hides(&peer.domain());

        // A reply went to both as well.
        let reply = answers(town, &maya, &thread, "And another.");
        let theirs = format!("{page}/r/{reply}/delete");
        maya.visits(&theirs).is(200).hides(&peer.domain());
        leaves(town, &peer);
        let question = maya.visits(&theirs).is(200).shows(&peer.domain()).shows(&other.domain());
        ada.visits(&theirs).is(403).hides(&peer.domain());
        maya.fills(&question, &theirs, &[]).is(303);
        maya.visits(&theirs).is(410).hides("And another.");

        maya.fills(&form, &ask, &[]).is(303);
        for who in [&maya, &ada] {
            who.visits(&page).is(410).shows("The writer took this back").hides("A quiet evening.");
        }
        maya.visits(&ask).is(410).hides(&peer.domain());
    }

    fn a_writer_sees_who_has_not_let_go_of_what_they_took_back(town) {
        let (peer, ada, maya) = (Peer::new(5), town.person("Quiet Ada"), town.person("Maya Lake"));
        let domain = peer.domain();
        befriends(town, &peer);
        let group = evenings(town, Reach::Partners, &[&ada, &maya]);
        follows(town, &peer, group);
        let thread = opens(town, &maya, "evenings", "A quiet evening.");
        leaves(town, &peer);
        let page = "/you/data/copies";
        maya.visits("/you/data").is(200).shows("Copies in other communities");
        maya.visits(page).is(200).shows(NOBODY);

        falls_silent(&peer);
        let (id, by) = (PublicId::parse(&thread).unwrap(), viewer(&maya, false));
        town.arranges(move |tx| threads::take_back(tx, &by, &id));
        leaves(town, &peer);
        maya.visits(page).is(200).shows("A thread you took back on").shows(&format!("still asked: {domain}"));
        ada.visits(page).is(200).shows(NOBODY).hides(&domain);
        town.stranger().visits(page).is(303);

        peer.says("/inbox", Says::bare(404, "x-a", "b"));
        is_asked_again(town, &peer);
        maya.visits(page).is(200).shows(&format!("Did not confirm: {domain}.")).hides("still asked");
        is_back(&peer);
        town.arranges({
            let domain = domain.clone();
            move |tx| delivery::retry(tx, &domain)
        });
        maya.visits(page).is(200).shows(&format!("still asked: {domain}"));
        leaves(town, &peer);
        maya.visits(page).is(200).shows(NOBODY).hides(&domain);
    }

    fn somebody_gone_sees_it_by_what_they_kept_and_nothing_here_says_who_they_were(town) {
        let (peer, ada, maya) = (Peer::new(5), town.person("Quiet Ada"), town.person("Maya Lake"));
        let domain = peer.domain();
        befriends(town, &peer);
        let group = evenings(town, Reach::Partners, &[&maya, &ada]);
        follows(town, &peer, group);
        let thread = opens(town, &maya, "evenings", "First.");
        ada.visits("/you/data/copies").is(200).hides("Keep this link");
        answers(town, &ada, &thread, "Mine.");
        leaves(town, &peer);
        let kept = ada.visits("/you/data/copies").is(200).shows("Keep this link").attribute("#goodbye", "value").unwrap();
        let kept = kept.split_once("/gone/").unwrap().1.to_owned();
        let (look, guest) = (format!("/gone/{kept}"), town.stranger());
        guest.visits(&look).is(200).shows("This account is still here.").hides("Ada");

        let other = maya.visits("/you/data/copies").is(200).attribute("#goodbye", "value").unwrap();
        let other = format!("/gone/{}", other.split_once("/gone/").unwrap().1);
        guest.visits(&other).is(200).shows("still here");

        falls_silent(&peer);
        town.arranges(|tx| accounts::erase_named(tx, &names::key("Quiet Ada"), true).map(drop));
        leaves(town, &peer);
        guest.visits(&look).is(200).shows(&format!("still asked: {domain}")).hides("Ada");
        is_back(&peer);
        is_asked_again(town, &peer);
        guest.visits(&look).is(200).shows("We are asking nobody any more.").hides(&domain);

        falls_silent(&peer);
        town.arranges(|tx| accounts::erase_named(tx, &names::key("Maya Lake"), true).map(drop));
        leaves(town, &peer);
        town.begins();
        for _ in 0..33 {
            town.waits_s(DAY_S);
        }
        guest.visits(&other).is(200).shows(&format!("Did not confirm: {domain}.")).hides("still asked").hides("Maya");
        for wrong in ["nothing", "a.b", &kept[..kept.len() - 2]] {
            guest.visits(&format!("/gone/{wrong}")).is(200).shows("nothing to show here").hides(&domain);
        }
        for _ in 0..40 {
            town.waits_s(DAY_S);
        }
        guest.visits(&other).is(200).shows("nothing to show here").hides(&domain);
    }
}
