//! A small circle for a day: words go to one group alone, nobody asks anything, nobody else can see that it is so, and it ends.

use hearthside::policy::Reach;

use super::aliases::{author_of, night_owls, whispers};
use super::export::copy_in;
use super::{answers, shares};
use crate::harness::{Person, Town};
use crate::recovery::checks_in;
use crate::support::noticing::presses;
use crate::support::{asks, came_long_ago, lights};

const DAY_S: i64 = 86_400;
const ROWS: &str = "SELECT count(*) AS n FROM shelter";

/// Ada, in two groups with Maya.
fn two_groups(town: &Town) -> (Person, Person) {
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    for name in ["evenings", "mornings"] {
        town.group(name, Reach::Community, &[&maya, &ada]);
    }
    town.arranges(|tx| tx.batch("UPDATE \"group\" SET reach = 'community'"));
    (ada, maya)
}

fn goes_small(ada: &Person) {
    let page = ada.visits("/small-circle").is(200);
    ada.fills(&page, "/small-circle", &[("group", "evenings")]).is(303);
}

on_both! {
    fn what_is_said_goes_to_its_people_alone_and_nowhere_else(town) {
        let (ada, maya) = two_groups(town);
        let sam = town.person("Sam Hollow");
        let wide = shares(&maya, "evenings", "Read by everybody here.");
        for page in ["/", "/support", "/share?kind=setback"] {
            assert!(ada.visits(page).is(200).count("a[href='/small-circle']") > 0, "{page}");
        }
        goes_small(&ada);
        ada.visits("/small-circle").is(200).shows("Today what you say goes to evenings alone.");
        ada.visits("/").is(200).shows("Today what you say goes to evenings alone.");

        let form = ada.visits("/share?group=mornings").is(200);
        let refused = ada.fills(&form, "/share", &[("body", "Elsewhere, vellumotter"), ("kind", "setback"), ("step", "send")]);
        refused.is(409).shows("Today what you say goes to evenings alone. Say it there").shows("Elsewhere, vellumotter");
        let own = shares(&ada, "evenings", "I used today.");
        maya.visits(&format!("/p/{own}")).is(200).shows("I used today.");
        sam.visits(&format!("/p/{wide}")).is(200);
        sam.visits(&format!("/p/{own}")).is(404);

        let reply = format!("/p/{wide}/reply");
        ada.fills(&ada.visits(&reply).is(200), &reply, &[("body", "To everybody")]).is(409);
        answers(&ada, &own, None, "Still here.");
        presses(&ada, "/small-circle/end", &[]).is(303);
        answers(&ada, &wide, None, "To everybody again.");
        shares(&ada, "mornings", "And elsewhere.");
        assert_eq!(town.count(ROWS), 0);
    }

    fn nobody_else_can_see_that_it_is_so(town) {
        let (ada, maya) = two_groups(town);
        let host = town.host("Patient Alder");
        let pages = ["/people/Quiet%20Ada", "/g/evenings/people", "/g/evenings"];
        let seen = |who: &Person| pages.map(|page| who.visits(page).is(200).text("main"));
        let before = (seen(&maya), seen(&host));
        goes_small(&ada);
        assert_eq!((seen(&maya), seen(&host)), before);
        maya.visits("/small-circle").is(200).hides("Today what you say");
        maya.visits("/").is(200).hides("Today what you say");
        let columns = town.lines("SELECT 'group ' || group_id || ' until ' || until AS line FROM shelter");
        let until: i64 = columns[0].rsplit(' ').next().unwrap().parse().unwrap();
        assert_eq!(until % 3_600_000, 0, "to the full hour");
        let copy = copy_in(&ada.sends("POST", "/api/v1/me/copy", &[], None).is(200));
        assert!(copy.contains("small_circle") && copy.contains("evenings"));
    }

    fn nobody_asks_anything_of_them_and_they_may_ask(town) {
        let (ada, maya) = two_groups(town);
        came_long_ago(town, &[&ada, &maya]);
        lights(&ada);
        goes_small(&ada);
        let room = asks(town, &maya, &[]);
        ada.visits("/support/asks").is(200).hides("Asked a moment ago.");
        presses(&ada, &format!("{room}/come"), &[]).is(404);
        // Whoever asks cannot learn of it; and it is shown once the day is over.
        presses(&maya, "/circle/host", &[("week", "this")]).is(303);
        presses(&maya, "/circle/ask", &[("name", "Quiet Ada")]).is(303);
        maya.visits("/circle").is(200).shows("Quiet Ada has been asked, and has not said yet.");
        ada.visits("/").is(200).hides("asks whether you would host");
        ada.visits("/circle").is(200).hides("asks whether you would host");
        asks(town, &ada, &[]);
        presses(&ada, "/small-circle/end", &[]).is(303);
        ada.visits("/").is(200).shows("Maya Lake asks whether you would host the daily circle.");
    }

    fn tomorrow_a_quiet_line_asks_and_then_it_is_gone(town) {
        let (ada, _) = two_groups(town);
        goes_small(&ada);
        town.waits_s(DAY_S);
        ada.visits("/").is(200).shows("Keep it for another day?");
        shares(&ada, "mornings", "It holds no more.");
        presses(&ada, "/small-circle/keep", &[]).is(303);
        ada.visits("/").is(200).shows("Today what you say goes to evenings alone.");
        town.begins();
        town.waits_s(DAY_S);
        presses(&ada, "/small-circle/end", &[]).is(303);
        presses(&ada, "/small-circle/end", &[]).is(303);
        presses(&ada, "/small-circle/keep", &[]).is(409);
        ada.visits("/").is(200).hides("Keep it for another day?");
        goes_small(&ada);
        for _ in 0..6 {
            town.waits_s(DAY_S);
        }
        assert_eq!(town.count(ROWS), 0, "nobody looked back on it, and it went by itself");
    }

    fn another_name_is_not_held_by_it(town) {
        let (ada, maya) = two_groups(town);
        night_owls(town, "allowed", &[&maya, &ada]);
        let wide = shares(&maya, "owls", "Read by everybody here.");
        goes_small(&ada);
        let thread = whispers(&ada, "thread", "Elsewhere, as nobody they know.");
        assert_ne!(author_of(&maya, &thread), "Quiet Ada");
        let reply = format!("/p/{wide}/reply");
        let form = ada.visits(&reply).is(200);
        ada.fills(&form, &reply, &[("body", "To everybody, as nobody they know."), ("as", "thread")]).is(303);
    }

    fn a_check_in_goes_no_further_either_and_a_buddy_of_ones_own_is_no_group(town) {
        let (ada, _) = two_groups(town);
        goes_small(&ada);
        let says = |fields: &[(&str, &str)]| checks_in(&ada, &[&[("weather", "hard")], fields].concat());
        says(&[("group", "mornings")]).is(409).shows("Today what you say goes to evenings alone.");
        says(&[("circle", "1")]).is(409).shows("Today what you say goes to evenings alone.");
        says(&[("group", "evenings")]).is(303);
        presses(&ada, "/small-circle/end", &[]).is(303);
        says(&[("group", "mornings"), ("circle", "1")]).is(303);
    }

    fn the_form_says_so_begins_there_and_says_who_will_really_read_it(town) {
        let (ada, _) = two_groups(town);
        ada.visits("/share").is(200).hides("Today what you say goes to");
        goes_small(&ada);
        let form = ada.visits("/share").is(200).shows("Today what you say goes to evenings alone.");
        assert_eq!(form.attribute("#group option[selected]", "value").as_deref(), Some("evenings"));
        assert_eq!(form.attribute("input[name=reach][checked]", "value").as_deref(), Some("group"));
        let fields = [("body", "I used today."), ("kind", "setback"), ("reach", "community"), ("step", "check")];
        let asked = ada.fills(&form, "/share", &fields).is(200);
        assert_eq!(asked.attribute("input[name=reach]", "value").as_deref(), Some("group"));
    }

    fn the_day_after_shows_what_was_said_there_and_nothing_of_others(town) {
        let (ada, maya) = two_groups(town);
        let before = shares(&ada, "evenings", "Long before.");
        town.waits_s(3 * DAY_S);
        let wide = shares(&maya, "mornings", "Of another group.");
        answers(&ada, &wide, None, "Said elsewhere.");
        goes_small(&ada);
        let own = shares(&ada, "evenings", "I used today.");
        let hers = shares(&maya, "evenings", "Words of hers.");
        ada.visits("/small-circle").is(200).hides("I used today.");
        town.waits_s(DAY_S);
        let page = ada.visits("/small-circle").is(200).shows("I used today.").hides("Words of hers.").hides("Said elsewhere.");
        assert_eq!(page.count(&format!("#said a[href='/p/{own}']")), 1);
        assert_eq!(page.count(&format!("a[href='/p/{hers}'], a[href='/p/{before}']")), 0);
    }

    fn who_is_no_more_in_the_group_or_whose_group_closed_is_in_no_small_circle(town) {
        let (ada, maya) = two_groups(town);
        came_long_ago(town, &[&ada, &maya]);
        goes_small(&ada);
        let leave = ada.visits("/g/evenings/leave").is(200);
        ada.fills(&leave, "/g/evenings/leave", &[]).is(303);
        town.settles();
        assert_eq!(town.count(ROWS), 0, "nothing of it is left");
        lights(&ada);
        asks(town, &maya, &[]);
        ada.visits("/support/asks").is(200).shows("Asked a moment ago.");
    }

    fn only_a_group_of_ones_own_can_be_chosen_and_who_leaves_it_is_free(town) {
        let (ada, _) = two_groups(town);
        let sam = town.person("Sam Hollow");
        sam.visits("/small-circle").is(200).shows("You are in no group yet");
        presses(&sam, "/small-circle", &[("group", "evenings")]).is(403);
        presses(&ada, "/small-circle", &[("group", "nowhere")]).is(404);
        presses(&ada, "/small-circle", &[]).is(422).shows("Choose a group.");
        town.stranger().visits("/small-circle").is(303);
        goes_small(&ada);
        let leave = ada.visits("/g/evenings/leave").is(200);
        ada.fills(&leave, "/g/evenings/leave", &[]).is(303);
        shares(&ada, "mornings", "There is no circle any more.");
    }

    fn a_program_goes_into_it_and_out(town) {
        let (ada, _) = two_groups(town);
        let json = [("content-type", "application/json")];
        let path = "/api/v1/small-circle";
        assert_eq!(ada.sends("GET", path, &[], None).is(200).json()["holds"], false);
        ada.sends("POST", &format!("{path}/keep"), &json, Some(b"{}")).is(409);
        ada.sends("PUT", path, &json, Some(br#"{"group":"nowhere"}"#)).is(404);
        ada.sends("PUT", path, &json, Some(br#"{"group":"evenings"}"#)).is(204);
        let read = ada.sends("GET", path, &[], None).is(200).json();
        assert_eq!((&read["group"], &read["holds"]), (&"evenings".into(), &true.into()));
        let thread = br#"{"group":"mornings","kind":"win","body":"Elsewhere"}"#;
        ada.sends("POST", "/api/v1/threads", &json, Some(thread)).is(409).shows("small-circle");
        ada.sends("DELETE", path, &[], None).is(204);
        ada.sends("DELETE", path, &[], None).is(204);
        ada.sends("POST", "/api/v1/threads", &json, Some(thread)).is(201);
        town.stranger().sends("GET", path, &[], None).is(401);
    }
}
