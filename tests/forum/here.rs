//! How many others are here now: an amount for members, from three on, in rounds, and never where aliases speak.

use hearthside::policy::Reach;
use serde_json::Value;

use super::groups::csrf;
use super::said::opens;
use crate::harness::{Person, Town};

const FEW: &str = "A few people are here now";
const ROUND_S: i64 = 300;

/// Five neighbours in one group, which is said to have more people than these.
fn five(town: &Town) -> [Person; 5] {
    let people =
        ["Maya Lake", "Quiet Ada", "Calm Stone", "Small Wren", "Bright Reed"].map(|name| town.person(name));
    town.group("evenings", Reach::Community, &people.each_ref());
    counts(town, 12);
    people
}

/// What the group knows of how many it has.
fn counts(town: &Town, people: i64) {
    town.arranges(move |tx| {
        tx.batch(&format!("UPDATE \"group\" SET member_count = {people} WHERE name = 'evenings'"))
    });
}

/// They look at the group, and a round goes by.
fn look(town: &Town, people: &[&Person]) {
    for person in people {
        person.visits("/g/evenings").is(200);
    }
    town.waits_s(ROUND_S);
}

/// What is said to somebody on each page, and to their program.
#[track_caller]
fn is_told(person: &Person, of: Option<&str>) {
    let (front, list) = (person.visits("/g/evenings").is(200), person.visits("/groups").is(200));
    let today = person.visits("/").is(200);
    assert_eq!(front.count("#here"), usize::from(of.is_some()));
    for page in [&list, &today] {
        assert_eq!(page.count(".meta.here"), usize::from(of.is_some()));
    }
    let json = person.sends("GET", "/api/v1/groups/evenings", &[], None).is(200).json();
    assert_eq!(json["here"], of.map_or(Value::Null, Value::from));
}

fn unlists(person: &Person, chosen: &str) {
    let token = csrf(person);
    person.posts("/g/evenings/unlisted", &[("csrf", &token), ("unlisted", chosen)]).is(303);
}

on_both! {
    fn from_three_others_on_a_member_reads_that_a_few_are_here_and_after_two_rounds_nothing(town) {
        let [maya, ada, tom, wren, reed] = five(town);
        look(town, &[&ada, &tom]);
        is_told(&maya, None);
        look(town, &[&wren]);
        maya.visits("/g/evenings").is(200).shows(FEW);
        is_told(&maya, Some("few"));
        is_told(&reed, Some("few"));
        town.waits_s(2 * ROUND_S);
        is_told(&maya, None);
    }

    fn whoever_comes_moves_nothing_before_the_round_is_over(town) {
        let [maya, ada, tom, wren, _reed] = five(town);
        look(town, &[&ada, &tom]);
        wren.visits("/g/evenings").is(200);
        let thread = opens(town, &ada, "evenings", "Awake.");
        wren.visits(&format!("/p/{thread}")).is(200);
        is_told(&maya, None);
        town.waits_s(ROUND_S - 60);
        is_told(&maya, None);
        town.waits_s(60);
        is_told(&maya, Some("few"));
    }

    fn a_thread_that_is_read_counts_and_a_program_or_a_part_of_a_page_does_not(town) {
        let [maya, ada, tom, wren, _reed] = five(town);
        let thread = opens(town, &maya, "evenings", "Awake.");
        let page = format!("/p/{thread}");
        look(town, &[&ada, &tom]);
        wren.sends("GET", &page, &[("x-part", "replies")], None).is(200);
        wren.sends("GET", "/g/evenings", &[("x-part", "main")], None).is(200);
        for path in [format!("/api/v1/threads/{thread}"), "/api/v1/groups/evenings".to_owned()] {
            wren.sends("GET", &path, &[], None).is(200);
        }
        town.waits_s(ROUND_S);
        is_told(&maya, None);
        for person in [&ada, &tom, &wren] {
            person.visits(&page).is(200);
        }
        town.waits_s(ROUND_S);
        is_told(&maya, Some("few"));
    }

    fn those_who_are_not_in_the_group_are_told_nothing_and_count_for_nobody(town) {
        let [maya, ada, tom, wren, _reed] = five(town);
        let joe = town.person("Slow Joe");
        look(town, &[&ada, &tom, &joe]);
        is_told(&maya, None);
        look(town, &[&ada, &tom, &wren]);
        is_told(&maya, Some("few"));
        joe.visits("/g/evenings").is(200).hides(FEW);
        joe.visits("/groups").is(200).hides(FEW);
        assert!(joe.sends("GET", "/api/v1/groups/evenings", &[], None).is(200).json()["here"].is_null());
        town.stranger().sends("GET", "/api/v1/groups/evenings", &[], None).is(404);
        // Whoever leaves is told nothing from then on.
        let token = csrf(&wren);
        wren.posts("/g/evenings/leave", &[("csrf", &token)]).is(303);
        wren.visits("/g/evenings").is(200).hides(FEW);
        is_told(&maya, None);
    }

    fn whoever_is_unlisted_or_paused_counts_for_nobody(town) {
        let [maya, ada, tom, wren, _reed] = five(town);
        unlists(&wren, "yes");
        look(town, &[&ada, &tom, &wren]);
        is_told(&maya, None);
        unlists(&wren, "no");
        is_told(&maya, Some("few"));
        let face = wren.face;
        for (pause, end) in [
            ("UPDATE membership SET state = 'paused' WHERE face_id = ", "UPDATE membership SET state = 'in' WHERE face_id = "),
            ("UPDATE account SET state = 'paused' WHERE face_id = ", "UPDATE account SET state = 'open' WHERE face_id = "),
        ] {
            town.arranges(move |tx| tx.batch(&format!("{pause}{face}")));
            is_told(&maya, None);
            town.arranges(move |tx| tx.batch(&format!("{end}{face}")));
            is_told(&maya, Some("few"));
        }
    }

    fn a_place_made_to_look_like_another_shows_nothing_and_its_reader_counts_for_nobody(town) {
        let [maya, ada, tom, wren, reed] = five(town);
        wren.keeps("__Host-reading", "look=weather");
        look(town, &[&ada, &tom, &wren]);
        is_told(&maya, None);
        look(town, &[&ada, &tom, &reed]);
        maya.visits("/g/evenings").is(200).shows(FEW);
        wren.visits("/g/evenings").is(200).hides(FEW);
        wren.visits("/groups").is(200).hides(FEW);
        wren.visits("/").is(200).hides(FEW);
    }

    fn a_small_group_a_closed_one_and_one_where_aliases_may_speak_say_nothing(town) {
        let [maya, ada, tom, wren, _reed] = five(town);
        look(town, &[&ada, &tom, &wren]);
        is_told(&maya, Some("few"));
        counts(town, 9);
        is_told(&maya, None);
        counts(town, 10);
        is_told(&maya, Some("few"));
        for (with, without) in [("aliases = 'allowed'", "aliases = 'off'"), ("closed_at = 1", "closed_at = NULL")] {
            town.arranges(move |tx| tx.batch(&format!("UPDATE \"group\" SET {with} WHERE name = 'evenings'")));
            is_told(&maya, None);
            town.arranges(move |tx| tx.batch(&format!("UPDATE \"group\" SET {without} WHERE name = 'evenings'")));
            is_told(&maya, Some("few"));
        }
        // While aliases may speak, it is not even kept who looks.
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET aliases = 'allowed' WHERE name = 'evenings'"));
        town.waits_s(3 * ROUND_S);
        look(town, &[&ada, &tom, &wren]);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET aliases = 'off' WHERE name = 'evenings'"));
        is_told(&maya, None);
    }

    fn a_group_of_members_alone_says_it_to_them_and_is_absent_to_others(town) {
        let [maya, ada, tom, wren, _reed] = five(town);
        super::said::lists(town, "evenings", Reach::Group);
        look(town, &[&ada, &tom, &wren]);
        is_told(&maya, Some("few"));
        let joe = town.person("Slow Joe");
        joe.visits("/g/evenings").is(404);
        joe.sends("GET", "/api/v1/groups/evenings", &[], None).is(404);
        joe.visits("/groups").is(200).hides(FEW);
    }
}
