//! Who is on duty counts where they could look at what is said, and as long as they have a part.

use super::crisis::{HEAVY, four, press, writes};
use crate::harness::Person;
use hearthside::policy::Reach;

const NOBODY: &str = "Nobody who looks after things here is on duty right now";
const ONE: &str = "One person who looks after things here is on duty right now";
const TWO: &str = "2 people who look after things here are on duty right now";

/// What Support says, and what somebody reads before heavy words of theirs stand in the owls' group.
fn reads(person: &Person, support: &str, offer: &str) {
    person.visits("/support").is(200).shows(support);
    writes(person, &[("body", HEAVY)]).is(200).shows(offer);
}

on_both! {
    fn a_responder_of_one_group_is_not_on_duty_for_another(town) {
        let (maya, _, ada, _) = four(town);
        let (bea, kit, host) = (town.person("Bright Reed"), town.person("Small Fern"), town.host("Patient Alder"));
        town.group("herons", Reach::Community, &[&bea, &kit]);
        press(&bea, "/look/duty", &[("hours", "8")]).is(303);
        kit.visits("/support").is(200).shows(ONE);
        reads(&ada, NOBODY, NOBODY);
        assert_eq!(ada.sends("GET", "/api/v1/duty", &[], None).is(200).json()["on"], 0);
        assert_eq!(kit.sends("GET", "/api/v1/duty", &[], None).is(200).json()["on"], 1);

        // Hosts look after the whole community, and not at what is told in a group that others look after.
        press(&host, "/look/duty", &[("hours", "8")]).is(303);
        reads(&ada, ONE, NOBODY);
        press(&maya, "/look/duty", &[("hours", "8")]).is(303);
        reads(&ada, TWO, ONE);
        kit.visits("/support").is(200).shows(TWO);
        // Nobody is there for themself; what is told of whoever looks after a group is for the hosts.
        reads(&maya, ONE, ONE);
        maya.visits("/look").is(200).shows("2 people are on duty right now");
    }

    fn where_all_of_a_group_are_on_a_break_hosts_are_on_duty_for_it(town) {
        let (maya, lea, ada, _) = four(town);
        let host = town.host("Patient Alder");
        press(&host, "/look/duty", &[("hours", "8")]).is(303);
        press(&maya, "/look/break", &[("rest", "week")]).is(303);
        reads(&ada, ONE, NOBODY);
        press(&lea, "/look/break", &[("rest", "week")]).is(303);
        // What she writes now would wait for the hosts, one of whom is there.
        reads(&ada, ONE, ONE);
        press(&host, "/look/duty", &[("hours", "")]).is(303);
        reads(&ada, NOBODY, NOBODY);
        press(&host, "/look/duty", &[("hours", "8")]).is(303);
        press(&lea, "/look/back", &[]).is(303);
        reads(&ada, ONE, NOBODY);
    }

    fn whoever_has_no_part_any_more_is_on_duty_no_longer(town) {
        let (_, lea, ada, _) = four(town);
        press(&lea, "/look/duty", &[("hours", "8")]).is(303);
        reads(&ada, ONE, ONE);
        town.arranges(|tx| tx.batch("UPDATE membership SET role = 'member' WHERE face_id = (SELECT id FROM face WHERE name = 'Old Lantern')"));
        reads(&ada, NOBODY, NOBODY);
        // A part that is taken up again is no word that one is there now.
        town.arranges(|tx| tx.batch("UPDATE membership SET role = 'moderator' WHERE face_id = (SELECT id FROM face WHERE name = 'Old Lantern')"));
        reads(&ada, NOBODY, NOBODY);
        press(&lea, "/look/duty", &[("hours", "1")]).is(303);
        reads(&ada, ONE, ONE);
    }
}
