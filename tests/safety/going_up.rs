//! What goes up to those who look after the whole community: only where one of them could read it, and they hear of it.

use hearthside::policy::Role;

use super::crisis::press;
use super::{is_no, owls, tells, the_case};
use crate::forum::shares;
use crate::harness::{Person, Town};

/// The only host writes in a group that Maya and Lea look after; Tom tells of it.
fn about_the_host(town: &Town) -> (Person, Person, Person, Person, String) {
    let (maya, lea, tom) = (town.person("Maya Lake"), town.person("Old Lantern"), town.person("Calm Stone"));
    let host = town.host("Patient Alder");
    owls(town, &[&maya, &lea, &tom, &host]);
    let face = host.face;
    let role = Role::Member;
    town.arranges(move |tx| {
        tx.batch(&format!("UPDATE membership SET role = '{role}' WHERE face_id = {face}"))
    });
    let thread = shares(&host, "owls", "I am in charge.");
    tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
    town.settles();
    let case = the_case(&maya);
    (maya, lea, tom, host, case)
}

fn news(town: &Town) -> i64 {
    town.count("SELECT count(*) AS n FROM event WHERE kind = 'ConcernTold'")
}

on_both! {
    fn what_is_about_the_only_host_stays_with_those_who_look_after_the_group(town) {
        let (maya, lea, tom, host, case) = about_the_host(town);
        maya.visits(&case).is(200).hides("Hand it to the hosts");
        is_no(press(&maya, &format!("{case}/hand-up"), &[]).is(409), "act-nobody-above");
        town.waits_s(3 * 86_400);
        assert_eq!(the_case(&maya), case, "after a day, too");
        for keeper in [&maya, &lea] {
            press(keeper, "/look/break", &[("rest", "week")]).is(303);
        }
        town.waits_s(7_200);
        assert_eq!(town.lines("SELECT tier AS line FROM concern"), ["group"]);
        host.visits("/look").is(200).shows("Nothing waiting.");
        tom.visits("/concerns").is(200).shows("Still to be looked at.");

        // Somebody comes who can read it: it goes up, and they hear of it.
        let second = town.host("Second Alder");
        let before = news(town);
        town.waits_s(2 * 86_400);
        town.settles();
        assert_eq!((town.lines("SELECT tier AS line FROM concern"), news(town)), (vec!["house".to_owned()], before + 1));
        second.visits("/news").is(200).shows("Something waits to be looked at");
        assert_eq!(the_case(&second), case);
        host.visits(&case).is(404);
        host.visits("/news").is(200).hides("Something waits to be looked at");
    }

    fn what_nobody_looked_at_for_a_day_is_news_to_those_it_goes_up_to_once(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom, host) = (town.person("Quiet Ada"), town.person("Calm Stone"), town.host("Patient Alder"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        let thread = shares(&ada, "owls", "Words.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
        town.settles();
        host.visits("/news").is(200).hides("Something waits to be looked at");
        assert_eq!(news(town), 1);
        town.waits_s(2 * 86_400);
        town.settles();
        host.visits("/news").is(200).shows("Something waits to be looked at").hides("Calm Stone");
        town.waits_s(2 * 86_400);
        assert_eq!(news(town), 2, "once");
        press(&host, &the_case(&host), &[("verb", "fine"), ("words", "")]).is(303);
    }
}
