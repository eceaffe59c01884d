//! A caring note to somebody who posted: two taps, preset lines, few of them, and nobody learns who would rather not hear.

use hearthside::policy::Reach;

use super::phone::{Phone, chooses, waits_and_rings};
use crate::forum::aliases::{night_owls, whispers};
use crate::forum::said::opens;
use crate::harness::{Person, Seen, Town};
use crate::support::blocks;
use crate::support::buddies::presses;

const DAY_S: i64 = 86_400;
const LINE: &str = "Maya Lake sends you a caring note: Today is enough.";

/// Ada, who posted, and Maya, who read it.
fn posted(town: &Town) -> (Person, Person, String) {
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    town.group("evenings", Reach::Community, &[&maya, &ada]);
    let thread = opens(town, &ada, "evenings", "First week");
    (ada, maya, thread)
}

fn sends(person: &Person, thread: &str, note: &str) -> Seen {
    presses(person, &format!("/p/{thread}/note"), &[("note", note)])
}

/// Caring notes that a database holds, heard or not.
fn notes(town: &Town) -> i64 {
    town.count("SELECT count(*) AS n FROM notice WHERE kind = 'note'")
}

on_both! {
    fn two_taps_send_one_of_a_few_lines_to_somebody_who_posted(town) {
        let (ada, maya, thread) = posted(town);
        let (page, form) = (format!("/p/{thread}"), format!("/p/{thread}/note"));
        let link = format!("main a[href='{form}']");
        assert_eq!(maya.visits(&page).is(200).count(&link), 1);
        assert_eq!(ada.visits(&page).is(200).count(&link), 0, "not to oneself");
        let lines = maya.visits(&form).is(200).shows("Quiet Ada").shows("Nobody owes an answer");
        assert_eq!((lines.count("main form button"), lines.count("main textarea, main input[type=text]")), (5, 0));
        let sent = maya.fills(&lines, &form, &[("note", "today")]).is(303);
        maya.visits(&sent.location).is(200).shows("Sent. There is nothing more to do.");

        let news = ada.visits("/news").is(200).shows(LINE).shows("First week");
        let open = news.attribute("ul.rows form", "action").unwrap();
        assert_eq!(ada.fills(&news, &open, &[]).is(303).location, page);
        maya.visits("/news").is(200).shows("All quiet.");
        for who in [&ada, &maya] {
            who.visits(&page).is(200).hides("caring note:");
        }
        assert_eq!(town.stranger().visits(&form).is(303).location.split('?').next(), Some("/back-in"));
    }

    fn a_second_one_on_a_day_changes_nothing_and_no_words_of_ones_own_go_with_it(town) {
        let (ada, maya, thread) = posted(town);
        sends(&maya, &thread, "today").is(303);
        sends(&maya, &thread, "rest").is(303);
        assert_eq!(notes(town), 1);
        ada.visits("/news").is(200).shows(LINE).hides("Rest.");
        // What is for buddies alone, and what nobody offers.
        for line in ["setback", "before", "okay", "Call me, vellumotter", ""] {
            sends(&maya, &thread, line).is(422).shows("Choose one of the lines.");
        }
        sends(&ada, &thread, "today").is(422).shows("A caring note is for somebody else.");
        town.waits_s(DAY_S);
        sends(&maya, &thread, "rest").is(303);
        ada.visits("/news").is(200).shows("Maya Lake sends you a caring note: Rest. You owe me no answer.");
    }

    fn three_people_a_day_from_one_and_five_notes_to_one_are_enough(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let others = ["Sam Hollow", "Slow Joe", "Cleo Finch", "Bea Stone", "Late Wren"].map(|name| town.person(name));
        let all: Vec<&Person> = [&ada, &maya].into_iter().chain(&others).collect();
        town.group("evenings", Reach::Community, &all);
        let thread = opens(town, &ada, "evenings", "First week");
        for each in &others[..3] {
            sends(&maya, &opens(town, each, "evenings", "Good morning"), "glad").is(303);
        }
        sends(&maya, &thread, "glad").is(409).shows("You have sent notes to 3 people today.");
        for each in &others {
            sends(each, &thread, "here").is(303);
        }
        town.waits_s(DAY_S);
        for each in &others {
            sends(each, &thread, "today").is(303);
        }
        sends(&maya, &thread, "glad").is(409).shows("Enough people thought of them today.");
        town.waits_s(DAY_S);
        sends(&maya, &thread, "glad").is(303);
        ada.visits("/news").is(200).shows("Maya Lake sends you a caring note: I am glad that you are here.");
    }

    fn whoever_does_not_meet_cannot_send_one_and_whoever_hears_less_is_not_told(town) {
        let (ada, maya, thread) = posted(town);
        let form = ada.visits("/people/maya-lake/quiet").is(200);
        ada.fills(&form, "/people/maya-lake/quiet", &[("how", "week")]).is(303);
        let sent = sends(&maya, &thread, "today").is(303);
        maya.visits(&sent.location).is(200).shows("Sent. There is nothing more to do.");
        assert_eq!(notes(town), 1, "it counts as any other");
        ada.visits("/news").is(200).hides("caring note").shows("All quiet.");
        assert_eq!(ada.visits("/groups").is(200).count("nav.tabs .dot"), 0);
        sends(&maya, &thread, "rest").is(303);
        assert_eq!(notes(town), 1);

        blocks(&ada, "maya-lake");
        sends(&maya, &thread, "today").is(404);
        maya.visits(&format!("/p/{thread}/note")).is(404);
    }

    fn whoever_wants_kindness_nowhere_is_not_told_and_no_sender_can_tell(town) {
        let (ada, maya, thread) = posted(town);
        chooses(&ada, &[("kindness", "none")]);
        sends(&maya, &thread, "today").is(303);
        sends(&maya, &thread, "today").is(303);
        assert_eq!(notes(town), 1);
        ada.visits("/news").is(200).hides("caring note").shows("All quiet.");
        chooses(&ada, &[("kindness", "here")]);
        ada.visits("/news").is(200).hides("caring note");
    }

    fn an_alias_is_not_written_to(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let thread = whispers(&ada, "thread", "Nobody here knows this.");
        assert_eq!(maya.visits(&format!("/p/{thread}")).is(200).count("main a[href$='/note']"), 0);
        maya.visits(&format!("/p/{thread}/note")).is(404);
        sends(&maya, &thread, "today").is(404);
        sends(&ada, &thread, "today").is(404);
        assert_eq!(notes(town), 0);
    }

    fn it_rings_in_a_neutral_line_and_goes_with_its_sender(town) {
        let (ada, maya, thread) = posted(town);
        let phone = Phone::new();
        phone.is_turned_on_by(&ada);
        chooses(&ada, &[("kindness", "push")]);
        sends(&maya, &thread, "today").is(303);
        waits_and_rings(town);
        let [rung] = phone.rung(town).try_into().ok().expect("one");
        assert_eq!(rung.line(), "Someone thought of you.");
        let gone = maya.face;
        town.arranges(move |tx| {
            tx.emit(hearthside::events::identity::Event::AccountErased { face: gone, takes_words_back: false })
        });
        town.settles();
        assert_eq!(notes(town), 0);
    }

    fn a_program_sends_one_and_reads_its_line(town) {
        let (ada, maya, thread) = posted(town);
        let (door, json) = (format!("/api/v1/threads/{thread}/note"), [("content-type", "application/json")]);
        maya.sends("POST", &door, &json, Some(br#"{"note":"setback"}"#)).is(422);
        maya.sends("POST", &door, &json, Some(br#"{"note":"today"}"#)).is(204);
        let news = ada.sends("GET", "/api/v1/news", &[], None).is(200).json();
        assert_eq!((&news["rows"][0]["kind"], &news["rows"][0]["note"]), (&"note".into(), &"today".into()));
        assert_eq!(news["rows"][0]["thread"], thread);
        ada.sends("POST", &door, &json, Some(br#"{"note":"today"}"#)).is(422);
        maya.sends("POST", "/api/v1/threads/short/note", &json, Some(br#"{"note":"today"}"#)).is(404);
    }
}
