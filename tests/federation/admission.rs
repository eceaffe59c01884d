//! Who may come through the door at all.

use hearthside::federation::peers::{
    self, Admission, Decision, Domain, Links, Stance, admit, may_follow, may_speak_of_links, saw_key,
    takes_media,
};
use hearthside::kernel::Bounded;
use hearthside::policy::{Reach, Viewer};

use super::{CALM, befriends, links, own};
use crate::harness::Town;

#[track_caller]
fn is(town: &Town, host: &'static str, expected: Admission) {
    assert_eq!(town.arranges(move |tx| admit(tx, host)), expected, "{host}");
}

fn decides(town: &Town, domain: &'static str, stance: Stance, has_media: bool) {
    town.arranges(move |tx| {
        let decision = Decision { stance, has_media, comment: Bounded::clipped("because") };
        peers::decide(tx, &Viewer::House, &own(), &Domain::parse(domain, "")?, &decision)
    });
}

on_both! {
    fn nobody_comes_in_until_the_host_links(town) {
        is(town, CALM, Admission::Closed);
        town.opens_its_doors("open");
        befriends(town, CALM);
        is(town, CALM, Admission::Closed);
        assert!(!town.arranges(|tx| may_speak_of_links(tx, "stranger.example")));

        links(town, Links::Partners);
        is(town, CALM, Admission::Open);
        is(town, "stranger.example", Admission::Closed);
        is(town, "a.calmwater.example", Admission::Closed);
        assert!(town.arranges(|tx| may_speak_of_links(tx, "stranger.example")), "whoever knocks may ask");

        links(town, Links::Open);
        is(town, "stranger.example", Admission::Open);
    }

    fn a_name_is_read_one_way_and_never_taken_for_another(town) {
        links(town, Links::Open);
        befriends(town, CALM);
        for host in ["CALMWATER.example", "calmwater.example:443"] {
            is(town, host, Admission::Open);
        }
        for host in ["porch.example", "PORCH.example", "127.0.0.1", "localhost", "nas.local", "", "a b.example"] {
            is(town, host, Admission::Closed);
        }
        links(town, Links::Partners);
        is(town, "c\u{430}lmwater.example", Admission::Closed);
    }

    fn what_is_decided_covers_what_lies_below_and_the_strictest_holds(town) {
        links(town, Links::Open);
        decides(town, "calm.example", Stance::Hold, true);
        decides(town, "a.calm.example", Stance::Limit, false);
        is(town, "calm.example", Admission::Held);
        is(town, "a.calm.example", Admission::Held);
        is(town, "b.a.calm.example", Admission::Held);
        is(town, "alarmcalm.example", Admission::Open);
        assert!(!town.arranges(|tx| takes_media(tx, "b.a.calm.example")));
        assert!(town.arranges(|tx| takes_media(tx, "calm.example")));

        decides(town, "calm.example", Stance::Block, true);
        is(town, "b.a.calm.example", Admission::Closed);
        assert!(!town.arranges(|tx| may_speak_of_links(tx, "a.calm.example")), "it may not even ask");
        decides(town, "calm.example", Stance::Allow, true);
        is(town, "a.calm.example", Admission::Limited);
    }

    fn another_key_makes_all_rest_until_the_host_has_looked(town) {
        links(town, Links::Partners);
        befriends(town, CALM);
        let sees = |key: &'static str| town.arranges(move |tx| saw_key(tx, CALM, key));
        assert!(sees("-----BEGIN\nAB\n-----END"));
        assert!(sees("-----BEGIN\r\nAB-----END"), "the same key, broken into other lines");
        is(town, CALM, Admission::Open);

        assert!(!sees("-----BEGIN\nCD\n-----END"));
        is(town, CALM, Admission::Closed);
        assert!(!sees("-----BEGIN\nAB\n-----END"), "not by itself, whichever key comes back");
        town.arranges(|tx| peers::keep_key(tx, &Viewer::House, CALM));
        is(town, CALM, Admission::Open);
        assert!(sees("-----BEGIN\nCD\n-----END"));
    }

    fn a_partner_follows_the_groups_the_host_chose(town) {
        links(town, Links::Partners);
        befriends(town, CALM);
        let (ada, other) = (town.host("Quiet Ada"), town.person("Maya Lake"));
        let evenings = town.group("evenings", Reach::Partners, &[&ada]);
        let mornings = town.group("mornings", Reach::Partners, &[&other]);
        let may = |group| town.arranges(move |tx| may_follow(tx, CALM, group));
        assert!(may(evenings) && may(mornings));

        let chooses = |chosen: &[(&str, &str)]| {
            let page = format!("/host/partners/{CALM}");
            let token = ada.visits(&page).is(200).attribute("input[name=csrf]", "value").unwrap();
            ada.posts(&format!("{page}/groups"), &[&[("csrf", token.as_str())], chosen].concat()).is(303);
        };
        chooses(&[("group", "evenings"), ("group", "a group nobody knows")]);
        assert!(may(evenings) && !may(mornings));
        chooses(&[]);
        assert!(!may(evenings));
        chooses(&[("all", "1")]);
        assert!(may(mornings) && !town.arranges(move |tx| may_follow(tx, "stranger.example", evenings)));
    }
}
