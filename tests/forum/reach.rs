//! How far words travel after they were said: their writer, or their group, may call them nearer, and never further.

use diesel::prelude::*;
use hearthside::db::Run as _;
use hearthside::db::schema::{reply, thread};
use hearthside::kernel::Moment;
use hearthside::policy::Reach;

use super::groups::asks;
use super::said::{answers, opens_as};
use crate::harness::{Person, Town};

fn said_to_everybody(town: &Town) -> (Person, String) {
    let ada = town.person("Quiet Ada");
    town.group("evenings", Reach::Everyone, &[&ada]);
    let thread =
        opens_as(town, &ada, "evenings", "Out in the open", |draft| draft.reach = Some(Reach::Everyone));
    (ada, thread)
}

fn changes_group(steward: &Person, changed: &[(&str, &str)]) {
    let form = steward.visits("/g/evenings/edit").is(200);
    let mut answers = vec![("title", "Evenings"), ("purpose", "For evenings that are long.")];
    answers.extend(changed);
    steward.fills(&form, "/g/evenings/edit", &answers).is(303);
}

/// Whether any exact time is left.
fn times(town: &Town) -> (Vec<Option<Moment>>, Vec<Option<Moment>>) {
    town.arranges(|tx| {
        Ok((thread::table.select(thread::said_at).rows(tx)?, reply::table.select(reply::said_at).rows(tx)?))
    })
}

on_both! {
    fn a_writer_calls_a_post_nearer_and_whoever_is_out_of_reach_reads_it_no_more(town) {
        let (ada, thread) = said_to_everybody(town);
        let (page, edit, stranger) = (format!("/p/{thread}"), format!("/p/{thread}/edit"), town.stranger());
        stranger.visits(&page).is(200).shows("Out in the open");

        let form = ada.visits(&edit).is(200).shows("narrower, not wider").shows("Copies already sent");
        assert_eq!((form.count("input[name=reach]"), form.attribute("input[name=reach][checked]", "value").unwrap()), (4, "everyone".to_owned()));
        ada.fills(&form, &edit, &[("reach", "community")]).is(303);
        stranger.visits(&page).is(404);
        assert!(!stranger.visits("/feed.atom").body.contains("Out in the open"));
        ada.visits(&page).is(200).shows("Everyone who signs in").hides("changed");

        // The form of before, and one that was forged, ask for more than there is now.
        let again = ada.fills(&form, &edit, &[]).is(422);
        assert!(again.text("#reach-fault").contains("narrower, not wider"));
        assert!(again.text("#body").contains("Out in the open"));
        assert_eq!(again.count("input[name=reach]"), 2);
        ada.visits(&edit).is(200).hides("Copies already sent");
        let api = format!("/api/v1/threads/{thread}");
        let wider = serde_json::json!({"body": "Out in the open", "reach": "everyone"});
        assert_eq!(asks(&ada, "PATCH", &api, &wider).is(422).json()["code"], "reach-only-narrower");
        let nearer = serde_json::json!({"body": "Out in the open", "reach": "group"});
        assert_eq!(asks(&ada, "PATCH", &api, &nearer).is(200).json()["reach"], "group");
        stranger.visits(&page).is(404);
        assert_eq!(ada.visits(&edit).is(200).count("input[name=reach]"), 0, "one choice is none");
    }

    fn a_lower_ceiling_holds_for_what_was_said_before(town) {
        let (ada, thread) = said_to_everybody(town);
        changes_group(&ada, &[("ceiling", "community"), ("reach", "community")]);
        town.stranger().visits(&format!("/p/{thread}")).is(404);
        town.person("Maya Lake").visits(&format!("/p/{thread}")).is(200);

        // Lifting it again brings nothing back out.
        changes_group(&ada, &[("ceiling", "everyone"), ("reach", "community")]);
        town.stranger().visits(&format!("/p/{thread}")).is(404);
        let api = format!("/api/v1/threads/{thread}");
        assert_eq!(ada.visits(&api).is(200).json()["reach"], "community");
    }

    fn a_group_that_turns_to_days_forgets_every_hour_it_knew(town) {
        let (ada, thread) = said_to_everybody(town);
        answers(town, &ada, &thread, "And more");
        let (threads, replies) = times(town);
        assert!(threads.iter().chain(&replies).all(Option::is_some));

        changes_group(&ada, &[("aliases", "first-look")]);
        let (threads, replies) = times(town);
        assert_eq!((threads, replies), (vec![None], vec![None]));
        let api = format!("/api/v1/threads/{thread}");
        let seen = ada.visits(&api).is(200).json();
        assert_eq!((seen["said_at"].is_null(), seen["said_on"].as_str()), (true, Some("2026-11-21")));

        changes_group(&ada, &[("aliases", "off")]);
        assert_eq!(times(town).0, [None], "what was forgotten does not come back");
    }
}
