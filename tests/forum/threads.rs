//! Opening, reading and locking threads.

use hearthside::forum::threads::{self, Body, Draft, Kind};
use hearthside::kernel::{AccountId, Bounded};
use hearthside::policy::{Person as Member, Rank, Reach, Viewer};

use crate::harness::{Person, Town};

fn opens(town: &Town, person: &Person, group: &str, words: &str) -> String {
    let viewer = Viewer::Person(Member {
        account: AccountId(1),
        face: person.face,
        rank: Rank::Member,
        is_new: false,
    });
    let draft = Draft {
        group: group.to_owned(),
        kind: Kind::Setback,
        ask: None,
        title: Bounded::parse("").unwrap(),
        body: Body::parse(words).unwrap(),
        notes: Vec::new(),
        note_words: Bounded::parse("").unwrap(),
        no_note_fits: true,
        reach: None,
        once: None,
    };
    town.arranges(move |tx| threads::open(tx, &viewer, &draft)).public_id.to_string()
}

on_both! {
    fn a_locked_thread_can_still_be_read_and_says_why(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let thread = opens(town, &maya, "evenings", "First week.\n\nStill here.");
        let (page, lock) = (format!("/p/{thread}"), format!("/p/{thread}/lock"));

        let seen = ada.visits(&page).is(200).shows("Still here.");
        ada.fills(&seen, &lock, &[("reason", "cooling down")]).is(303);

        maya.visits(&page).is(200).shows("Still here.").shows("cooling down").hides(&lock);
        let again = maya.posts(&lock, &[("reason", "mine now")]).is(409);
        maya.fills(&again, &lock, &[]).is(403).shows("people who look after the group");
    }

    fn a_reason_that_is_too_short_is_said_beside_its_field_and_nothing_is_lost(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Community, &[&ada]);
        let thread = opens(town, &ada, "evenings", "First week.");
        let (page, lock) = (format!("/p/{thread}"), format!("/p/{thread}/lock"));

        let seen = ada.visits(&page).is(200);
        let again = ada.fills(&seen, &lock, &[("reason", "x")]).is(422);

        assert_eq!(again.text("#reason-fault"), "This needs 3 letters or more.");
        assert_eq!(again.attribute("#reason", "value").as_deref(), Some("x"));
    }

    fn a_stranger_cannot_tell_a_private_thread_from_an_absent_one(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Group, &[&ada]);
        let thread = opens(town, &ada, "evenings", "Only for us.");

        let hidden = maya.visits(&format!("/p/{thread}")).is(404).hides("Only for us");
        let absent = maya.visits("/p/00000000000000").is(404);

        assert_eq!(hidden.body, absent.body);
        assert_eq!(town.stranger().visits(&format!("/p/{thread}")).is(404).text("h1"), absent.text("h1"));
    }
}
