//! A note that asks for a buddy is heard: no kind word, never merged, never nowhere, and first on Today until it was seen.

use hearthside::policy::Reach;
use serde_json::{Value, json};

use super::buddies::{ada_and_maya, presses};
use crate::harness::{Person, Seen, Town};
use crate::notify::phone::{Phone, chooses, rings, waits_and_rings};
use crate::recovery::counters::starts;

const LINE: &str = "Quiet Ada asks if you can check in";
const DAY_S: i64 = 86_400;

/// What a person's page calls their first buddy.
fn first(person: &Person) -> String {
    person.visits("/buddies").is(200).attribute("input[name=buddy]", "value").unwrap()
}

/// Sends their first buddy a note.
#[track_caller]
fn sends(town: &Town, person: &Person, note: &str) -> Seen {
    let sent = presses(person, "/buddies/note", &[("buddy", &first(person)), ("note", note)]);
    town.settles();
    sent
}

/// What stands on Today of those who ask.
fn asking(person: &Person) -> Vec<String> {
    person.visits("/").is(200).texts("#asking b")
}

#[track_caller]
fn does(person: &Person, method: &str, path: &str, body: &Value) -> Seen {
    let headers = [("content-type", "application/json"), ("accept", "application/json")];
    person.sends(method, path, &headers, Some(body.to_string().as_bytes()))
}

/// Sets where an account stands.
fn stands(town: &Town, person: &Person, state: &str) {
    let sql =
        format!("UPDATE account SET state = '{state}', state_until = 999999 WHERE face_id = {}", person.face);
    town.arranges(move |tx| tx.batch(&sql));
}

on_both! {
    fn a_note_that_asks_stands_first_on_today_until_it_was_seen(town) {
        let (ada, maya) = ada_and_maya(town);
        sends(town, &ada, "setback").is(303);
        let today = maya.visits("/").is(200);
        assert_eq!(today.texts("#asking b"), [LINE]);
        assert_eq!(today.attribute("main section", "id").as_deref(), Some("asking"), "first");
        maya.visits("/news").is(200).shows(LINE).hides("caring note");
        maya.visits("/buddies").is(200).shows("I had a setback.");
        assert!(asking(&ada).is_empty());

        let action = today.attribute("#asking form", "action").unwrap();
        assert_eq!(maya.fills(&today, &action, &[]).is(303).location, "/buddies");
        assert!(asking(&maya).is_empty());
        maya.visits("/news").is(200).shows(LINE);
        for note in ["before", "chat"] {
            sends(town, &ada, note).is(303);
            assert_eq!(asking(&maya), [LINE], "{note}: again, and once");
        }
        sends(town, &ada, "after").is(303);
        maya.visits("/news").is(200).shows("Quiet Ada, your buddy, sends you a caring note").shows(LINE);
    }

    fn two_who_ask_are_two_lines_each_with_a_name(town) {
        let (ada, maya) = ada_and_maya(town);
        let sam = town.person("Sam Hollow");
        let link = sam.fills(&sam.visits("/buddies").is(200), "/buddies", &[("line", "")]).is(303).location;
        maya.fills(&maya.visits(&link).is(200), &link, &[("line", "")]).is(303);
        sends(town, &ada, "setback").is(303);
        sends(town, &sam, "before").is(303);
        assert_eq!(asking(&maya), ["Sam Hollow asks if you can check in", LINE]);
        maya.visits("/news").is(200).hides("and others");
    }

    fn whoever_wants_kind_words_nowhere_hears_a_cry_for_help(town) {
        let (ada, maya) = ada_and_maya(town);
        chooses(&maya, &[("kindness", "none")]);
        sends(town, &ada, "rest").is(303);
        maya.visits("/news").is(200).shows("All quiet.");
        sends(town, &ada, "setback").is(303);
        maya.visits("/news").is(200).shows(LINE);
        let nowhere = json!({ "told": [{ "sort": "agreed", "place": "none" }], "quiet_from": 1, "quiet_to": 1, "zone": "UTC" });
        does(&maya, "PUT", "/api/v1/notices", &nowhere).is(422);
    }

    fn it_rings_after_a_while_and_the_line_says_nothing_of_what_this_place_is(town) {
        let (ada, maya) = ada_and_maya(town);
        let phone = Phone::new();
        phone.is_turned_on_by(&maya);
        chooses(&maya, &[("agreed", "push")]);
        sends(town, &ada, "setback").is(303);
        assert_eq!(waits_and_rings(town), 1);
        let [rung] = phone.rung(town).try_into().ok().expect("one");
        assert_eq!((rung.line(), rung.header("urgency")), ("There is something you agreed to.", "normal"));
        let said = rung.said.to_string().to_lowercase();
        for word in ["ada", "maya", "buddy", "setback", "help", "recover", "check in", "porchlight"] {
            assert!(!said.contains(word), "{said}");
        }
    }

    fn in_quiet_hours_it_stands_among_the_news_and_rings_in_the_morning(town) {
        // It is half past seven in the evening, by Greenwich.
        let (ada, maya) = ada_and_maya(town);
        let phone = Phone::new();
        phone.is_turned_on_by(&maya);
        chooses(&maya, &[("agreed", "push"), ("quiet_from", "19"), ("quiet_to", "8")]);
        sends(town, &ada, "setback").is(303);
        assert_eq!((rings(town), waits_and_rings(town), phone.rung(town).len()), (0, 0, 0));
        assert_eq!(asking(&maya), [LINE]);
        town.waits_s(12 * 3_600 + 1_800);
        waits_and_rings(town);
        assert_eq!(phone.rung(town).len(), 1);
    }

    fn nothing_is_asked_of_whoever_is_in_a_small_circle_and_it_waits_among_the_news(town) {
        let (ada, maya) = ada_and_maya(town);
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET reach = 'community'"));
        let phone = Phone::new();
        phone.is_turned_on_by(&maya);
        chooses(&maya, &[("agreed", "push"), ("quiet_from", "3"), ("quiet_to", "3")]);
        maya.fills(&maya.visits("/small-circle").is(200), "/small-circle", &[("group", "evenings")]).is(303);
        sends(town, &ada, "setback").is(303);
        assert!(asking(&maya).is_empty());
        maya.visits("/news").is(200).shows(LINE);
        assert_eq!((waits_and_rings(town), phone.rung(town).len()), (0, 0));
        maya.fills(&maya.visits("/small-circle").is(200), "/small-circle/end", &[]).is(303);
        assert_eq!(asking(&maya), [LINE]);
    }

    fn whoever_writes_back_has_seen_it(town) {
        let (ada, maya) = ada_and_maya(town);
        sends(town, &ada, "setback").is(303);
        sends(town, &maya, "here").is(303);
        assert!(asking(&maya).is_empty());
        ada.visits("/news").is(200).shows("Maya Lake, your buddy, sends you a caring note");
        sends(town, &ada, "setback").is(303);
        assert_eq!(asking(&maya), [LINE]);
    }

    fn whoever_asks_in_their_turn_or_speaks_of_themselves_has_not_seen_it(town) {
        let (ada, maya) = ada_and_maya(town);
        sends(town, &ada, "setback").is(303);
        for note in ["before", "after", "setback"] {
            sends(town, &maya, note).is(303);
            assert_eq!(asking(&maya), [LINE], "{note}");
        }
        assert_eq!(asking(&ada), ["Maya Lake asks if you can check in"]);
        sends(town, &maya, "here").is(303);
        assert!(asking(&maya).is_empty());
    }

    fn whoever_is_no_buddy_any_more_asks_nothing(town) {
        let (ada, maya) = ada_and_maya(town);
        sends(town, &ada, "setback").is(303);
        let sam = town.person("Sam Hollow");
        presses(&sam, "/buddies/note", &[("buddy", &first(&ada)), ("note", "setback")]).is(404);
        assert!(asking(&sam).is_empty());
        presses(&maya, "/buddies/end", &[("buddy", &first(&maya))]).is(303);
        assert!(asking(&maya).is_empty());
    }

    fn a_program_reads_who_asks_and_says_that_it_was_seen(town) {
        let (ada, maya) = ada_and_maya(town);
        let notes = format!("/api/v1/buddies/{}/notes", first(&ada));
        does(&ada, "POST", &notes, &json!({ "note": "before" })).is(204);
        town.settles();
        let row = does(&maya, "GET", "/api/v1/news", &json!({})).is(200).json()["rows"][0].clone();
        assert_eq!((&row["kind"], &row["from"], &row["page"]), (&"buddy-asks".into(), &"Quiet Ada".into(), &"/buddies".into()));
        does(&maya, "POST", &format!("/api/v1/news/{}/seen", row["id"].as_str().unwrap()), &json!({})).is(204);
        assert!(asking(&maya).is_empty());
        let seen = does(&ada, "GET", "/api/v1/buddies", &json!({})).is(200).json()["rows"][0].clone();
        assert_eq!((&seen["notes_left"], &seen["asks_left"], &seen["is_here"]), (&3.into(), &7.into(), &true.into()));
    }

    fn kindness_uses_up_no_cry_for_help_and_what_began_may_always_be_over(town) {
        let (ada, maya) = ada_and_maya(town);
        for _ in 0..3 {
            sends(town, &ada, "rest").is(303);
        }
        sends(town, &ada, "rest").is(409).shows("You have sent 3 kind notes today.");
        let page = ada.visits("/buddies").is(200).shows("You have sent your kind notes for today.");
        assert_eq!(page.texts("form[action='/buddies/note'] button"), ["I had a setback. Could you check in with me?"]);
        let told = sends(town, &ada, "setback").is(303).location;
        ada.visits(&told).is(200).shows("It stands on their page until they see it.");
        ada.visits("/buddies").is(200).hides("It stands on their page");

        for _ in 0..7 {
            sends(town, &ada, "before").is(303);
        }
        sends(town, &ada, "before").is(409).shows("You asked them 8 times today, and it stands on their page.");
        let notes = format!("/api/v1/buddies/{}/notes", first(&ada));
        let refused = does(&ada, "POST", &notes, &json!({ "note": "setback" })).is(409).json();
        assert_eq!(refused["code"], "buddy-called");
        ada.visits("/support/craving").is(200).hides("Tell Maya Lake that it begins").shows("Tell Maya Lake that it is over");
        sends(town, &ada, "after").is(303);
        maya.visits("/buddies").is(200).shows("My hard half-hour is over.");
        sends(town, &ada, "after").is(409).shows("You have sent 3 kind notes today.");
        assert_eq!(ada.visits("/support/craving").is(200).count("#tell-before, #tell-after"), 0);
        town.waits_s(DAY_S);
        sends(town, &ada, "setback").is(303);
    }

    fn whoever_cannot_come_in_is_named_nowhere_as_somebody_to_tell(town) {
        let (ada, maya) = ada_and_maya(town);
        let notes = format!("/api/v1/buddies/{}/notes", first(&ada));
        let named = |n: usize| {
            assert_eq!(ada.visits("/support?checked-in").is(200).count("#people form"), n);
            assert_eq!(ada.visits("/support/craving").is(200).count("#tell-before form"), n);
            let told = ada.fills(&ada.visits("/setback").is(200), "/setback", &[("sort", "")]).is(200);
            assert_eq!((told.count("#know form"), told.count("#know a[href='/buddies']")), (n, 1 - n));
            assert_eq!(ada.visits("/buddies").is(200).count("form[action='/buddies/note']"), n);
        };
        named(1);
        for state in ["paused", "closed"] {
            stands(town, &maya, state);
            named(0);
            ada.visits("/buddies").is(200).shows("They cannot be reached here right now.");
            sends(town, &ada, "setback").is(409).shows("They cannot be reached here right now.");
            presses(&ada, "/support/craving/tell", &[("edge", "before"), ("buddy", &first(&ada))]).is(409);
            let refused = does(&ada, "POST", &notes, &json!({ "note": "setback" })).is(409).json();
            assert_eq!(refused["code"], "buddy-away");
            let seen = does(&ada, "GET", "/api/v1/buddies", &json!({})).is(200).json();
            assert_eq!(seen["rows"][0]["is_here"], false);
        }
        stands(town, &maya, "open");
        named(1);
        assert_eq!(town.count("SELECT count(*) AS n FROM notice WHERE kind = 'buddy-asks'"), 0);
    }

    fn after_a_setback_one_press_tells_a_buddy_and_nothing_does_unless_it_is_pressed(town) {
        let (ada, maya) = ada_and_maya(town);
        let page = ada.fills(&ada.visits("/setback").is(200), "/setback", &[("sort", "")]).is(200);
        assert_eq!(page.texts("#know form button"), ["Tell Maya Lake"]);
        let page = page.shows("I had a setback. Could you check in with me?");
        town.settles();
        assert!(asking(&maya).is_empty());
        assert_eq!(ada.fills(&page, "/buddies/note", &[("note", "setback")]).is(303).location, "/buddies?told=1");
        town.settles();
        assert_eq!(asking(&maya), [LINE]);

        let tea = starts(&ada, &[("name", "Tea"), ("on", "2026-10-01")]);
        let id = tea.rsplit('/').next().unwrap();
        let sent = ada.fills(&ada.visits("/setback").is(200), "/setback", &[("counter", id), ("sort", "once"), ("turn", "leave")]);
        let told = ada.visits(&sent.is(303).location).is(200);
        assert_eq!(told.texts("#know form button"), ["Tell Maya Lake"]);
        assert_eq!(ada.visits(&tea).is(200).count("#know"), 0);

        let sam = town.person("Sam Hollow");
        let page = sam.fills(&sam.visits("/setback").is(200), "/setback", &[("sort", "")]).is(200).hides("Maya Lake");
        assert_eq!((page.count("#know form"), page.count("#know a[href='/buddies']")), (0, 1));
    }
}
