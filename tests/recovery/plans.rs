//! A plan for a hard hour, which its member alone reads; and half an hour with a craving, which shows it back.

use hearthside::recovery::plans;

use crate::harness::{Person, Seen, Town};
use crate::support::buddies::{ada_and_maya, presses};

const ROWS: &str = "SELECT count(*) AS n FROM plan_card";
const EVENTS: &str = "SELECT count(*) AS n FROM event";
const PLAN: &str = "/support/plan";
const EDIT: &str = "/support/plan/edit";
const HOUR: &str = "/support/craving";
const URGE: &str = "/support/craving/urge";
const TELL: &str = "/support/craving/tell";

/// Writes a plan.
#[track_caller]
pub fn writes(person: &Person, fields: &[(&str, &str)]) -> Seen {
    let page = person.visits(EDIT).is(200);
    person.fills(&page, EDIT, fields)
}

/// Ada, with a plan.
fn ada(town: &Town) -> Person {
    let ada = town.person("Quiet Ada");
    writes(&ada, &[("alone", "A walk, vellumotter\nTea"), ("reasons", "My sister, quokkaharbour")]).is(303);
    ada
}

fn row(town: &Town) -> String {
    town.lines("SELECT card AS line FROM plan_card").join(" ")
}

on_both! {
    fn a_plan_is_written_in_one_form_read_as_a_card_changed_and_put_away(town) {
        let ada = town.person("Quiet Ada");
        ada.visits(PLAN).is(200).shows("Write my plan").hides("Put my plan away");
        let events = town.count(EVENTS);
        let sent = writes(&ada, &[("alone", "A walk, vellumotter\nTea"), ("reasons", "My sister, quokkaharbour")]).is(303);
        assert_eq!(sent.location, PLAN);
        let card = ada.visits(PLAN).is(200).shows("A walk, vellumotter Tea").shows("My sister, quokkaharbour");
        assert_eq!(card.texts("#card h2"), ["What I can do alone", "What is worth it to me"], "what is empty is left out");
        assert_eq!(card.header("cache-control"), "no-store");
        let row = row(town);
        assert!(!row.is_empty() && !row.contains("otter") && !row.contains("quokka"), "sealed: {row}");

        let form = ada.visits(EDIT).is(200);
        assert_eq!(form.text("#alone"), "A walk, vellumotter Tea");
        ada.fills(&form, EDIT, &[("alone", ""), ("people", "Ana, 555 0100")]).is(303);
        let card = ada.visits(PLAN).is(200).shows("Ana, 555 0100").shows("quokkaharbour").hides("vellumotter");
        assert_eq!(town.count(ROWS), 1);

        ada.fills(&card, "/support/plan/delete", &[]).is(303);
        presses(&ada, "/support/plan/delete", &[]).is(303);
        ada.visits(PLAN).is(200).shows("Write my plan").hides("quokkaharbour");
        assert_eq!((town.count(ROWS), town.count(EVENTS)), (0, events), "nothing is left of it, and nobody was told");
    }

    fn what_is_too_long_is_not_kept_and_not_lost_either(town) {
        let ada = ada(town);
        let long = "a".repeat(1_001);
        let page = writes(&ada, &[("signs", long.as_str()), ("people", "Ana, 555 0100")]).is(422).shows("This is one letter too long.");
        assert_eq!((page.text("#signs"), page.text("#people")), (long, "Ana, 555 0100".to_owned()));
        assert_eq!(page.text("#reasons"), "My sister, quokkaharbour");
        ada.visits(PLAN).is(200).hides("555 0100").shows("vellumotter");
    }

    fn nobody_else_reads_a_plan_whatever_they_hold(town) {
        let (ada, maya, host) = (ada(town), town.person("Maya Lake"), town.host("Patient Alder"));
        for other in [&maya, &host] {
            for page in [PLAN, EDIT, HOUR, "/support", "/api/v1/me/plan", "/people/quiet-ada"] {
                other.visits(page).is(200).hides("otter").hides("quokka");
            }
        }
        for page in [PLAN, EDIT] {
            assert_eq!(town.stranger().visits(page).is(303).location.split('?').next(), Some("/back-in"));
        }
        town.stranger().sends("GET", "/api/v1/me/plan", &[("accept", "application/json")], None).is(401);
        town.stranger().posts(EDIT, &[("alone", "Nothing")]);
        town.stranger().posts("/support/plan/delete", &[]);
        ada.visits(PLAN).is(200).shows("vellumotter");

        // The seal is for one hand.
        let face = maya.face;
        town.arranges(move |tx| tx.batch(&format!("INSERT INTO plan_card (face_id, card) SELECT {face}, card FROM plan_card")));
        maya.visits(PLAN).is(200).shows("it does not open at the moment").hides("otter");
    }

    fn a_plan_that_does_not_open_is_written_over_only_once_its_member_says_so(town) {
        let (ada, maya) = (ada(town), town.person("Maya Lake"));
        let face = maya.face;
        town.arranges(move |tx| tx.batch(&format!("INSERT INTO plan_card (face_id, card) SELECT {face}, card FROM plan_card")));
        let row = || town.lines(&format!("SELECT card AS line FROM plan_card WHERE face_id = {face}")).join(" ");
        let before = row();

        let page = writes(&maya, &[("alone", "A bath, plumkettle")]).is(422).shows("Nothing was written over it");
        assert_eq!(page.text("#alone"), "A bath, plumkettle", "nothing typed is lost");
        presses(&maya, URGE, &[("edge", "before"), ("urge", "3")]).is(409).shows("Nothing was written over it");
        presses(&maya, "/support/craving/forget", &[]).is(409);
        let json = [("content-type", "application/json")];
        let plan = br#"{"signs":"","alone":"A bath","places":"","people":"","help":"","safer":"","reasons":""}"#;
        for (method, path, body) in [
            ("GET", "/api/v1/me/plan", None),
            ("PUT", "/api/v1/me/plan", Some(plan.as_slice())),
            ("GET", "/api/v1/me/waves", None),
            ("POST", "/api/v1/me/waves", Some(br#"{"edge":"before","urge":3}"#.as_slice())),
            ("DELETE", "/api/v1/me/waves", None),
        ] {
            let answer = maya.sends(method, path, &json, body).is(409).json();
            assert_eq!(answer["code"], "plan-shut", "{method} {path}");
        }
        assert_eq!(row(), before, "it is as it was");

        writes(&maya, &[("alone", "A bath, plumkettle"), ("over", "1")]).is(303);
        maya.visits(PLAN).is(200).shows("plumkettle").hides("does not open");
        assert_eq!(maya.visits(EDIT).is(200).count("#over"), 0, "asked once");
        ada.visits(PLAN).is(200).shows("vellumotter");
    }

    fn a_plan_that_does_not_open_can_be_put_away(town) {
        let (ada, maya) = (ada(town), town.person("Maya Lake"));
        let face = maya.face;
        town.arranges(move |tx| tx.batch(&format!("INSERT INTO plan_card (face_id, card) SELECT {face}, card FROM plan_card")));
        let page = maya.visits(PLAN).is(200).shows("the numbers of hard half-hours with it");
        maya.fills(&page, "/support/plan/delete", &[]).is(303);
        maya.visits(PLAN).is(200).shows("Write my plan");
        assert_eq!(town.count(ROWS), 1);
        ada.visits(PLAN).is(200).shows("vellumotter");
    }

    fn a_copy_for_the_device_names_nobody_and_is_given_to_one_session_alone(town) {
        let (ada, maya) = (ada(town), town.person("Maya Lake"));
        let place = |page: &Seen| page.attribute("#device", "data-plan");
        let copy = place(&ada.visits(PLAN).is(200).shows("It is not kept on this device unless you choose so")).unwrap();
        let page = ada.visits(&copy).is(200).shows("A walk, vellumotter Tea").shows("My sister, quokkaharbour").hides("Quiet Ada");
        assert_eq!((page.header("x-on-device"), page.count("nav.tabs, form"), page.count("#danger")), ("1", 0, 1));
        assert_eq!(page.count("main a[href='/support?anew=1']"), 1, "a way to people to ask");

        assert_eq!(town.stranger().visits(&copy).is(303).location.split('?').next(), Some("/back-in"));
        maya.visits(&copy).is(404);
        writes(&maya, &[("alone", "A bath")]).is(303);
        maya.visits(&copy).is(404).hides("otter");
        let tablet = town.stranger();
        let page = tablet.visits("/back-in").is(200);
        tablet.fills(&page, "/back-in", &[("words", &ada.words)]).is(303);
        tablet.visits(&copy).is(404);
        let other = place(&tablet.visits(PLAN).is(200)).unwrap();
        assert_ne!(copy, other, "each session asks for itself");
        tablet.visits(&other).is(200).shows("vellumotter");
        ada.visits(&other).is(404);

        ada.visits("/leave").is(303);
        let covered = ada.visits(&copy).is(200).hides("otter");
        assert_eq!(covered.header("x-on-device"), "", "what stands in its place is not kept");
        let form = tablet.visits(PLAN).is(200);
        tablet.fills(&form, "/support/plan/delete", &[]).is(303);
        tablet.visits(&other).is(404);
        assert_eq!(tablet.visits(PLAN).is(200).count("#device"), 0, "nothing to keep");
    }

    fn a_device_of_others_keeps_no_plan(town) {
        let ada = ada(town);
        let library = town.stranger();
        let page = library.visits("/back-in").is(200);
        library.fills(&page, "/back-in", &[("words", &ada.words), ("shared", "1")]).is(303);
        let page = library.visits(PLAN).is(200).shows("vellumotter").shows("nothing of your plan is kept on it");
        assert_eq!(page.count("#device"), 0);
        let copy = ada.visits(PLAN).is(200).attribute("#device", "data-plan").unwrap();
        library.visits(&copy).is(404);
    }

    fn support_shows_the_first_lines_to_their_member_and_nothing_once_they_left_fast(town) {
        let ada = ada(town);
        let page = ada.visits("/support").is(200);
        assert_eq!(page.text("#plan .voice"), "A walk, vellumotter", "one line of each");
        assert!(page.text("#plan").contains("quokkaharbour"));
        assert_eq!(page.count("#plan a[href='/support/plan']"), 1);
        ada.visits("/leave").is(303);
        for page in ["/support", HOUR] {
            let page = ada.visits(page).is(200).hides("otter").hides("quokka");
            assert_eq!(page.count("#plan"), 0);
        }
        ada.visits(PLAN).is(200).shows("Continue").hides("otter");
        let stranger = town.stranger().visits("/support").is(200).hides("otter");
        assert_eq!(stranger.count("#plan, main a[href='/support/plan']"), 0);
    }

    fn the_half_hour_shows_their_own_reasons_and_how_strong_it_was_before_and_after(town) {
        let bea = town.person("Bea Stone");
        bea.visits(HOUR).is(200).shows("Name two or three reasons of your own.").shows("Write them into your plan");
        let ada = ada(town);
        let page = ada.visits(HOUR).is(200).shows("From your plan.");
        assert_eq!((page.text("#reasons"), page.count("#waves")), ("My sister, quokkaharbour".to_owned(), 0));

        assert_eq!(ada.fills(&page, URGE, &[("urge", "7")]).is(303).location, "/support/craving#one");
        ada.fills(&page, URGE, &[("urge", "8")]).is(303);
        let page = ada.visits(HOUR).is(200);
        assert_eq!(page.attribute("#urge-before option[selected]", "value").as_deref(), Some("8"));
        assert_eq!(presses(&ada, URGE, &[("edge", "after"), ("urge", "3")]).is(303).location, "/support/craving#three");
        presses(&ada, URGE, &[("edge", "before"), ("urge", "")]).is(303);
        let page = ada.visits(HOUR).is(200).shows("21 November 2026: 8 before, 3 after");
        assert_eq!((page.count("svg.urges .before"), page.count("svg.urges .mark"), page.count("svg.urges .way")), (1, 1, 1));
        assert_eq!(page.texts("#waves li").len(), 1, "said anew is said once, and nothing chosen is nothing kept");
        bea.visits(HOUR).is(200).hides("8 before");

        ada.fills(&page, "/support/craving/forget", &[]).is(303);
        presses(&ada, "/support/craving/forget", &[]).is(303);
        let page = ada.visits(HOUR).is(200).shows("quokkaharbour").hides("8 before");
        assert_eq!(page.count("#waves, svg.urges"), 0);
    }

    fn an_urge_that_is_none_is_not_kept(town) {
        let ada = town.person("Quiet Ada");
        for (edge, urge, says) in [
            ("before", "11", "Choose a number from 0 to 10, or none."),
            ("after", "-1", "Choose a number from 0 to 10, or none."),
            ("before", "a lot", "Choose a number from 0 to 10, or none."),
            ("between", "3", "Say whether it is before or after."),
        ] {
            presses(&ada, URGE, &[("edge", edge), ("urge", urge)]).is(422).shows(says);
        }
        presses(&ada, TELL, &[("edge", "between"), ("buddy", "1")]).is(422).shows("Say whether it is before or after.");
        town.stranger().posts(URGE, &[("edge", "before"), ("urge", "3")]);
        assert_eq!(town.count(ROWS), 0);
    }

    fn a_buddy_is_told_before_and_after_in_one_press_each(town) {
        let (ada, maya) = ada_and_maya(town);
        let page = ada.visits(HOUR).is(200).shows("Tell Maya Lake that it begins").shows("Tell Maya Lake that it is over");
        let id = page.attribute("#tell-before input[name=buddy]", "value").unwrap();
        assert_eq!(ada.fills(&page, TELL, &[]).is(303).location, "/support/craving?told=before#one");
        let told = ada.visits("/support/craving?told=before").is(200);
        assert_eq!(told.texts("[aria-labelledby='one'] [role='status']").len(), 1);
        town.settles();
        maya.visits("/news").is(200).shows("Quiet Ada asks if you can check in");
        maya.visits("/buddies").is(200).shows("I begin a hard half-hour now.").hides("8 of 10");

        let tells = |edge: &str| presses(&ada, TELL, &[("edge", edge), ("buddy", id.as_str())]);
        tells("after").is(303);
        maya.visits("/buddies").is(200).shows("My hard half-hour is over.");
        // Two more hard half-hours on one day: each may be told to its end.
        for _ in 0..2 {
            tells("before").is(303);
            tells("after").is(303);
        }
        ada.visits(HOUR).is(200).shows("Tell Maya Lake that it begins").shows("Tell Maya Lake that it is over");
    }

    fn whoever_is_no_buddy_is_told_nothing(town) {
        let (ada, maya) = ada_and_maya(town);
        let id = ada.visits(HOUR).is(200).attribute("#tell-before input[name=buddy]", "value").unwrap();
        let sam = town.person("Sam Hollow");
        sam.visits(HOUR).is(200).hides("that it begins").hides("Maya Lake");
        for (who, buddy) in [(&sam, id.as_str()), (&maya, id.as_str()), (&ada, "short"), (&ada, "99")] {
            presses(who, TELL, &[("edge", "before"), ("buddy", buddy)]).is(404);
        }
        town.settles();
        maya.visits("/buddies").is(200).hides("hard half-hour");
        ada.visits("/buddies").is(200).hides("hard half-hour");
    }

    fn a_visitor_has_the_half_hour_without_a_form(town) {
        let page = town.stranger().visits(HOUR).is(200).shows("Give it a number from 0 to 10").shows("Play it forward");
        assert_eq!(page.count("main form, main a[href='/support/plan']"), 0);
        town.stranger().visits("/support/craving?told=before").is(200).hides("stands on their page");
    }

    fn a_program_keeps_a_plan_and_marks_a_half_hour(town) {
        let ada = town.person("Quiet Ada");
        let json = [("content-type", "application/json")];
        let plan = |alone: &str| {
            serde_json::json!({"signs": "", "alone": alone, "places": "", "people": "", "help": "", "safer": "", "reasons": "My sister"})
        };
        let keeps = |alone: &str| ada.sends("PUT", "/api/v1/me/plan", &json, Some(plan(alone).to_string().as_bytes()));
        keeps("A walk").is(204);
        assert_eq!(ada.sends("GET", "/api/v1/me/plan", &[], None).is(200).json(), plan("A walk"));
        keeps(&"a".repeat(1_001)).is(422);
        keeps("with\0").is(422);
        ada.sends("PUT", "/api/v1/me/plan", &json, Some(br#"{"alone":"only this"}"#)).is(422);

        let marks = |body: &'static [u8]| ada.sends("POST", "/api/v1/me/waves", &json, Some(body));
        marks(br#"{"edge":"before","urge":9}"#).is(204);
        marks(br#"{"edge":"after","urge":11}"#).is(422);
        marks(br#"{"edge":"between","urge":1}"#).is(422);
        let waves = ada.sends("GET", "/api/v1/me/waves", &[], None).is(200).json();
        assert_eq!(waves, serde_json::json!({"rows": [{"on": "2026-11-21", "before": 9, "after": null}]}));

        for _ in 0..2 {
            ada.sends("DELETE", "/api/v1/me/plan", &[], None).is(204);
        }
        assert_eq!(ada.sends("GET", "/api/v1/me/plan", &[], None).is(200).json()["reasons"], "");
        assert_eq!(town.count(ROWS), 1, "what was marked stays");
        ada.sends("DELETE", "/api/v1/me/waves", &[], None).is(204);
        assert_eq!(town.count(ROWS), 0);
    }

    fn a_plan_goes_with_its_member(town) {
        let ada = ada(town);
        let (gone, bea) = (ada.face, town.person("Bea Stone"));
        writes(&bea, &[("alone", "A bath")]).is(303);
        town.arranges(move |tx| plans::erase(tx, gone));
        assert_eq!(town.count(ROWS), 1);
        ada.visits(PLAN).is(200).hides("otter");
        bea.visits(PLAN).is(200).shows("A bath");
    }
}
