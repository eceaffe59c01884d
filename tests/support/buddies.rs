//! Buddies: a link in the hand, a yes, caring notes, an end; and a no that nobody hears of.

use std::collections::BTreeSet;

use hearthside::support::buddies;

use super::blocks;
use crate::forum::export::copy_in;
use crate::harness::{Person, Seen, Town};

const DAY_S: i64 = 86_400;

/// Makes a link; gives its address.
#[track_caller]
fn makes(person: &Person, line: &str) -> String {
    let page = person.visits("/buddies").is(200);
    person.fills(&page, "/buddies", &[("cadence", "daily"), ("line", line)]).is(303).location
}

/// Says yes to a link.
#[track_caller]
fn agrees(person: &Person, link: &str, own: &str) -> Seen {
    let page = person.visits(link).is(200);
    person.fills(&page, link, &[("line", own)])
}

/// Sends a form with the session's own token, whether or not a page shows it.
#[track_caller]
pub fn presses(person: &Person, path: &str, fields: &[(&str, &str)]) -> Seen {
    let token = person.visits("/you/names").attribute("input[name=csrf]", "value").unwrap();
    person.posts(path, &[&[("csrf", token.as_str())], fields].concat())
}

/// What a person's page calls their first buddy.
fn first(person: &Person) -> String {
    person.visits("/buddies").is(200).attribute("input[name=buddy]", "value").unwrap()
}

/// Two who are buddies.
pub fn ada_and_maya(town: &Town) -> (Person, Person) {
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    let link = makes(&ada, "Walks, vellumotter");
    agrees(&maya, &link, "Tea, quokkaharbour").is(303);
    (ada, maya)
}

on_both! {
    fn a_link_brings_two_together_and_what_they_say_is_sealed(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let link = makes(&ada, "Walks, vellumotter");
        ada.visits(&link).is(200).shows("This is your link.").shows(&link);
        let page = maya.visits(&link).is(200).shows("Quiet Ada").shows("Walks, vellumotter").shows("Every day");
        assert_eq!(page.count(&format!("form[action='{link}']")), 1);
        agrees(&maya, &link, "Tea, quokkaharbour").is(303);
        ada.visits("/buddies").is(200).shows("Maya Lake").shows("Tea, quokkaharbour").hides("vellumotter");
        maya.visits("/buddies").is(200).shows("Quiet Ada").shows("Walks, vellumotter").hides("quokkaharbour");
        let rows = town.lines("SELECT sealed AS line FROM buddy");
        assert!(rows.len() == 2 && rows.iter().all(|row| !row.contains("otter") && !row.contains("quokka")), "sealed: {rows:?}");
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy_link"), 0, "it worked once");
        let sam = town.person("Sam Hollow");
        sam.visits(&link).is(404);
        sam.visits("/buddies").is(200).hides("Quiet Ada").hides("Maya Lake");
    }

    fn the_secret_of_a_link_is_kept_as_a_hash_and_its_line_sealed(town) {
        let ada = town.person("Quiet Ada");
        let link = makes(&ada, "Walks, vellumotter");
        let secret = link.rsplit('/').next().unwrap().to_owned();
        let rows = town.lines("SELECT token_hash || sealed AS line FROM buddy_link");
        assert!(rows.len() == 1 && rows.iter().all(|row| !row.contains(&secret) && !row.contains("otter")), "{rows:?}");
    }

    fn three_links_are_open_at_most_and_one_can_be_taken_back(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let link = makes(&ada, "");
        let id = ada.visits("/buddies").attribute("#links input[name=link]", "value").unwrap();
        makes(&ada, "");
        makes(&ada, "");
        let page = ada.visits("/buddies").is(200);
        ada.fills(&page, "/buddies", &[("line", "one more")]).is(409).shows("You have 3 links open.").shows("Every day");
        presses(&maya, "/buddies/withdraw", &[("link", id.as_str())]).is(303);
        maya.visits(&link).is(200);
        presses(&ada, "/buddies/withdraw", &[("link", id.as_str())]).is(303);
        maya.visits(&link).is(404);
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy_link"), 2);
    }

    fn ones_own_link_is_for_somebody_else(town) {
        let ada = town.person("Quiet Ada");
        let link = makes(&ada, "");
        presses(&ada, &link, &[("line", "")]).is(409).shows("It is for somebody else.");
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy"), 0);
    }

    fn a_link_that_is_over_unknown_or_of_somebody_one_does_not_meet_is_one_and_the_same_page(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let unknown = format!("/buddies/with/{}", "A".repeat(43));
        let link = makes(&ada, "");
        let (one, other) = (ada.face, maya.face);
        for (by, of) in [(one, other), (other, one)] {
            town.arranges(move |tx| tx.batch(&format!("INSERT INTO block (by_face, face_id) VALUES ({by}, {of})")));
            let blocked = maya.visits(&link).is(404);
            assert_eq!(blocked.text("main"), maya.visits(&unknown).is(404).text("main"));
            presses(&maya, &link, &[("line", "")]).is(404);
            town.arranges(|tx| tx.batch("DELETE FROM block"));
        }
        maya.visits(&link).is(200);
        town.waits_s(4 * DAY_S);
        let (cleo, bea) = (town.person("Cleo Finch"), town.person("Bea Stone"));
        bea.visits(&link).is(404);
        presses(&cleo, &link, &[("line", "")]).is(404);
        presses(&cleo, "/buddies/with/short", &[("line", "")]).is(404);
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy"), 0);
    }

    fn two_are_buddies_once(town) {
        let (ada, maya) = ada_and_maya(town);
        let link = makes(&ada, "");
        maya.visits(&link).is(200).shows("You are buddies already.");
        presses(&maya, &link, &[("line", "")]).is(409).shows("You are buddies already.");
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy"), 2);
    }

    fn five_buddies_are_enough_for_one(town) {
        let ada = town.person("Quiet Ada");
        for name in ["Maya Lake", "Sam Hollow", "Slow Joe", "Cleo Finch", "Bea Stone"] {
            let link = makes(&ada, "");
            agrees(&town.person(name), &link, "").is(303);
        }
        let (link, late) = (makes(&ada, ""), town.person("Late Wren"));
        late.visits(&link).is(200).shows("as many buddies as one can look out for");
        presses(&late, &link, &[("line", "")]).is(409).shows("One of you has 5 buddies already.");
        let theirs = makes(&late, "");
        presses(&ada, &theirs, &[("line", "")]).is(409);
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy"), 10);
    }

    fn who_blocks_a_buddy_has_none_of_them_any_more_and_neither_is_told(town) {
        let (ada, maya) = ada_and_maya(town);
        blocks(&ada, "maya-lake");
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy"), 0);
        ada.visits("/buddies").is(200).hides("Maya Lake");
        maya.visits("/buddies").is(200).hides("Quiet Ada");
        maya.visits("/news").is(200).hides("Quiet Ada");
    }

    fn a_caring_note_arrives_and_the_fourth_waits_for_tomorrow(town) {
        let (ada, maya) = ada_and_maya(town);
        let id = first(&ada);
        let page = ada.visits("/buddies").is(200);
        assert_eq!(page.count("form[action='/buddies/note'] button"), 7);
        let sends = || presses(&ada, "/buddies/note", &[("buddy", id.as_str()), ("note", "rest")]);
        sends().is(303);
        town.settles();
        maya.visits("/news").is(200).shows("Quiet Ada, your buddy, sends you a caring note");
        maya.visits("/buddies").is(200).shows("Rest. You owe me no answer.");
        sends().is(303);
        sends().is(303);
        sends().is(409).shows("You have sent 3 kind notes today.");
        presses(&ada, "/buddies/note", &[("buddy", id.as_str()), ("note", "nonsense")]).is(422);
        presses(&maya, "/buddies/note", &[("buddy", id.as_str()), ("note", "rest")]).is(404);
        town.waits_s(DAY_S);
        sends().is(303);
    }

    fn a_note_lies_sealed_with_its_day_is_as_long_as_none_and_goes_after_a_week(town) {
        let (ada, maya) = ada_and_maya(town);
        town.begins();
        town.waits_s(120);
        let id = first(&ada);
        let rows = || town.lines("SELECT noted AS line FROM buddy ORDER BY id");
        let lengths = || rows().iter().map(String::len).collect::<BTreeSet<_>>();
        let none = rows();
        presses(&ada, "/buddies/note", &[("buddy", id.as_str()), ("note", "setback")]).is(303);
        let told = rows();
        let changed = told.iter().zip(&none).filter(|(told, none)| told != none).count();
        assert_eq!((told.len(), changed, lengths().len()), (2, 1, 1), "one is as long as none: {told:?}");
        let today = town.app.clock().now().day().0.to_string();
        let clear = town.lines(&format!("SELECT * FROM (SELECT cadence || sealed || noted AS line FROM buddy) AS side WHERE line LIKE '%setback%' OR line LIKE '%{today}%'"));
        assert_eq!(clear, Vec::<String>::new());
        let copy = copy_in(&ada.sends("POST", "/api/v1/me/copy", &[], None).is(200));
        assert!(copy.contains("\"noted\":\"setback\"") || copy.contains("\"noted\": \"setback\""), "{copy}");
        let reads = || maya.visits("/buddies").is(200).texts("#buddies .note.good").concat();
        for _ in 0..7 {
            town.waits_s(DAY_S);
            assert!(reads().contains("I had a setback."), "for a week");
        }
        assert_eq!(rows(), told);
        town.waits_s(DAY_S);
        assert_eq!(reads(), "");
        let swept = rows();
        assert!(swept.iter().zip(&told).filter(|(swept, told)| swept != told).count() == 1 && lengths().len() == 1);
        town.waits_s(DAY_S);
        assert_eq!(rows(), swept, "once");
        let read = maya.sends("GET", "/api/v1/buddies", &[], None).is(200).json();
        assert!(read["rows"][0]["note"].is_null());
    }

    fn a_note_that_no_key_opens_says_nothing_and_is_not_kept(town) {
        let (ada, maya) = ada_and_maya(town);
        presses(&ada, "/buddies/note", &[("buddy", &first(&ada)), ("note", "setback")]).is(303);
        town.arranges(|tx| tx.batch("UPDATE buddy SET noted = 'elsewhere.AAAA'"));
        let said = || maya.sends("GET", "/api/v1/buddies", &[], None).is(200).json()["rows"][0]["note"].clone();
        assert!(said().is_null());
        let ring = town.app.keys().clone();
        town.arranges(move |tx| buddies::sweep(tx, &ring));
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy WHERE noted = 'elsewhere.AAAA'"), 0);
        presses(&ada, "/buddies/note", &[("buddy", &first(&ada)), ("note", "rest")]).is(303);
        assert!(!said().is_null());
    }

    fn what_one_ends_is_gone_for_both_and_nobody_is_told(town) {
        let (ada, maya) = ada_and_maya(town);
        let (own, theirs) = (first(&maya), first(&ada));
        let sam = town.person("Sam Hollow");
        presses(&sam, "/buddies/end", &[("buddy", own.as_str())]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy"), 2, "it is not theirs to end");
        presses(&maya, "/buddies/end", &[("buddy", own.as_str())]).is(303);
        presses(&maya, "/buddies/end", &[("buddy", own.as_str())]).is(303);
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy"), 0);
        ada.visits("/buddies").is(200).hides("Maya Lake").shows("Nobody yet.");
        maya.visits("/buddies").is(200).hides("Quiet Ada");
        ada.visits("/news").is(200).shows("All quiet.");
        presses(&ada, "/buddies/note", &[("buddy", theirs.as_str()), ("note", "rest")]).is(404);
    }

    fn a_program_reads_buddies_sends_a_note_and_ends_it(town) {
        let (ada, maya) = ada_and_maya(town);
        let json = [("content-type", "application/json")];
        ada.sends("GET", "/api/v1/buddies", &[], None).is(200).shows("Maya Lake").shows("quokkaharbour");
        let one = format!("/api/v1/buddies/{}", first(&ada));
        let notes = format!("{one}/notes");
        ada.sends("POST", &notes, &json, Some(br#"{"note":"glad"}"#)).is(204);
        maya.visits("/buddies").is(200).shows("I am glad that you are here.");
        ada.sends("POST", &notes, &json, Some(br#"{"note":"nonsense"}"#)).is(422);
        maya.sends("POST", &notes, &json, Some(br#"{"note":"glad"}"#)).is(404);
        maya.sends("DELETE", &one, &[], None).is(204);
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy"), 2, "it is not theirs to end");
        ada.sends("DELETE", &one, &[], None).is(204);
        ada.sends("DELETE", "/api/v1/buddies/short", &[], None).is(404);
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy"), 0);
    }

    fn who_is_gone_is_nobodys_buddy(town) {
        let (ada, maya) = ada_and_maya(town);
        makes(&maya, "");
        let gone = maya.face;
        town.arranges(move |tx| buddies::erase(tx, gone));
        ada.visits("/buddies").is(200).hides("Maya Lake");
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM buddy_link"), 0);
    }

    fn whoever_is_not_signed_in_is_led_to_the_door(town) {
        let ada = town.person("Quiet Ada");
        let link = makes(&ada, "Walks");
        assert_eq!(town.stranger().visits(&link).is(303).location.split('?').next(), Some("/back-in"));
        assert_eq!(town.stranger().visits("/buddies").is(303).location.split('?').next(), Some("/back-in"));
    }
}
