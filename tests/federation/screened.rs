//! What comes from other communities meets the rules of the group it comes into: taken, folded, held, refused.

use serde_json::json;

use super::coming::{Scene, opens};
use super::watched::looks;
use crate::forum::answers;
use crate::forum::said::opens as opens_as_said;
use crate::harness::peer::Says;
use crate::harness::{Seen, Town};
use crate::safety::crisis::press;
use crate::safety::token;

fn sends(scene: &Scene, fields: &[(&str, &str)]) -> Seen {
    let token = token(&scene.ada);
    scene.ada.posts("/g/evenings/rules", &[&[("csrf", token.as_str())], fields].concat()).is(303)
}

fn keeps(scene: &Scene, fields: &[(&str, &str)]) {
    sends(scene, &[fields, &[("step", "keep"), ("sentence", "")]].concat());
}

/// A thread of Wren's comes with these words; what became of it.
fn comes(town: &Town, scene: &Scene, path: &str, words: &str) -> String {
    let mut page = scene.page(town, path);
    page["content"] = json!(format!("<p>{words}</p>"));
    scene.sends(town, &scene.activity("Create", page));
    opens(town);
    town.lines("SELECT state || ' ' || reason AS line FROM parcel ORDER BY id DESC LIMIT 1").pop().unwrap()
}

on_both! {
    fn what_comes_is_taken_folded_held_or_refused(town) {
        let scene = Scene::at(town);
        keeps(&scene, &[("words", "the scales"), ("does", "fold"), ("line_note", "eating")]);
        keeps(&scene, &[("words", "bed is free"), ("does", "hold")]);
        keeps(&scene, &[("words", "homes.example"), ("does", "refuse")]);
        keeps(&scene, &[("words", "still"), ("does", "note"), ("line_note", "grief")]);
        assert_eq!(comes(town, &scene, "/p/1", "Still here."), "done ", "nobody is there to be offered something");
        assert_eq!(comes(town, &scene, "/p/2", "The scales again."), "done ");
        assert_eq!(comes(town, &scene, "/p/3", "A b\u{435}d is FREE."), "done ");
        assert_eq!(comes(town, &scene, "/p/4", "See homes.example"), "dropped rules-words");
        assert_eq!(town.lines("SELECT notes AS line FROM thread ORDER BY id"), ["", "eating", ""]);
        assert_eq!(town.lines("SELECT why AS line FROM held"), ["words"]);

        let visitor = town.stranger();
        visitor.visits("/g/evenings").is(200).hides("FREE");
        let held = scene.ada.visits("/g/evenings/held").is(200).shows("FREE").shows("one of your lines");
        let mut form = held.form("/g/evenings/held", &[]);
        form.push(("answer".to_owned(), "let-through".to_owned()));
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        scene.ada.posts("/g/evenings/held", &form).is(303);
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL"), 3);

        let mut changed = scene.page(town, "/p/1");
        changed["content"] = json!("<p>By now a bed is free.</p>");
        scene.sends(town, &scene.activity("Update", changed));
        opens(town);
        assert_eq!(town.lines("SELECT reason AS line FROM parcel ORDER BY id DESC LIMIT 1"), ["rules-change"]);
        assert_eq!(town.lines("SELECT body AS line FROM thread ORDER BY id LIMIT 1"), ["Still here."]);
    }

    fn where_people_share_what_comes_answers_whoever_opened_the_thread_and_nobody_else(town) {
        let scene = Scene::at(town);
        let maya = town.person("Maya Lake");
        press(&maya, "/g/evenings/join", &[]).is(303);
        let thread = opens_as_said(town, &scene.ada, "evenings", "Awake again.");
        let reply = answers(&maya, &thread, None, "I hear you.");
        let ours = format!("{}/p/{thread}", town.app.federation().own.origin);
        let fate = |path: &str, answers: &str| {
            scene.sends(town, &scene.activity("Create", scene.note(path, answers)));
            opens(town);
            town.lines("SELECT state || ' ' || reason AS line FROM parcel ORDER BY id DESC LIMIT 1").pop().unwrap()
        };
        assert_eq!(fate("/c/1", &format!("{ours}/r/{reply}")), "done ");
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET crosstalk = 'off' WHERE name = 'evenings'"));
        assert_eq!(fate("/c/2", &format!("{ours}/r/{reply}")), "dropped reply-crosstalk");
        assert_eq!(fate("/c/3", &ours), "done ");
        assert_eq!(fate("/c/4", &scene.peer.at("/c/3")), "done ", "to add to one's own words is not to answer anybody");
        assert_eq!(town.count("SELECT count(*) AS n FROM reply"), 4);
    }

    fn heavy_words_from_elsewhere_are_flagged_and_nothing_else_happens_to_them(town) {
        let scene = Scene::at(town);
        assert_eq!(comes(town, &scene, "/p/1", "I want to die."), "done ");
        assert_eq!(comes(town, &scene, "/p/2", "A good day."), "done ");
        town.settles();
        assert_eq!(town.lines("SELECT body AS line FROM thread WHERE removed_at IS NULL AND locked_at IS NULL ORDER BY id").len(), 2);
        let queue = scene.ada.visits("/look").is(200).shows("The words meet a line of the list");
        assert_eq!(queue.count("article.case"), 1);
        let case = queue.attribute("article.case a.btn", "href").unwrap();
        scene.ada.visits(&case).is(200).shows("You cannot write to them from here").hides("Write to them");
        let token = token(&scene.ada);
        let sent = [("csrf", token.as_str()), ("care_words", "Hello there.")];
        scene.ada.posts(&format!("{case}/write"), &sent).is(409).shows("of another community");
        scene.ada.posts(&format!("{case}/close"), &sent).is(303);
        town.waits_s(3 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM care"), 0);
    }

    fn what_comes_waits_while_a_group_is_guarded_or_takes_its_time(town) {
        let scene = Scene::at(town);
        comes(town, &scene, "/p/1", "One.");
        sends(&scene, &[("step", "guard")]);
        comes(town, &scene, "/p/2", "Two.");
        sends(&scene, &[("step", "unguard")]);
        sends(&scene, &[("step", "set"), ("shares", "members"), ("pace", "0")]);
        comes(town, &scene, "/p/3", "Three.");
        sends(&scene, &[("step", "set"), ("shares", "readers"), ("pace", "60")]);
        comes(town, &scene, "/p/4", "Four.");
        comes(town, &scene, "/p/5", "Five.");
        town.waits_s(3_600);
        comes(town, &scene, "/p/6", "Six.");
        assert_eq!(town.lines("SELECT why AS line FROM held ORDER BY thread_id"), ["guard", "shares", "pace"]);
        assert_eq!(town.lines("SELECT body AS line FROM thread WHERE removed_at IS NULL ORDER BY id"), ["One.", "Four.", "Six."]);
    }

    fn a_group_that_takes_its_time_does_so_from_the_first_words_of_somebody_nobody_knew(town) {
        let scene = Scene::at(town);
        sends(&scene, &[("step", "set"), ("shares", "readers"), ("pace", "60")]);
        assert_eq!(town.count("SELECT count(*) AS n FROM far_face"), 0);
        comes(town, &scene, "/p/1", "One.");
        comes(town, &scene, "/p/2", "Two.");
        assert_eq!(town.lines("SELECT why AS line FROM held"), ["pace"]);
        town.waits_s(3_600);
        comes(town, &scene, "/p/3", "Three.");
        assert_eq!(town.lines("SELECT body AS line FROM thread WHERE removed_at IS NULL ORDER BY id"), ["One.", "Three."]);
    }

    fn what_looks_like_selling_waits_when_it_comes_from_elsewhere_too(town) {
        let scene = Scene::at(town);
        comes(town, &scene, "/p/1", "DM me for a bed.");
        comes(town, &scene, "/p/2", "Ring (555) 123-4567");
        comes(town, &scene, "/p/3", "Talking of it helped me.");
        assert_eq!(town.lines("SELECT why AS line FROM held ORDER BY thread_id"), ["lead", "phone"]);
        scene.ada.visits("/g/evenings/held").is(200).shows("It says what sellers say.").shows("It holds a phone number.");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL"), 1);
    }

    fn somebody_unknown_elsewhere_waits_where_a_newcomer_asked_for_those_who_have_been_here_a_while(town) {
        let scene = Scene::at(town);
        let thread = crate::forum::shares(&scene.ada, "evenings", "My first words.");
        town.arranges(|tx| tx.batch("UPDATE thread SET shielded_until = said_on + 14"));
        let answers = format!("{}/p/{thread}", town.app.federation().own.origin);
        let note = |path: &str| {
            let mut note = scene.page(town, path);
            (note["type"], note["inReplyTo"]) = (json!("Note"), json!(answers));
            scene.sends(town, &scene.activity("Create", note));
            opens(town);
        };
        note("/c/1");
        assert_eq!(town.lines("SELECT why AS line FROM held"), ["shield"]);
        scene.ada.visits("/g/evenings/held").is(200).shows("asked for answers of people who have been here a while");
        town.arranges(|tx| tx.batch("UPDATE thread SET shielded_until = NULL"));
        note("/c/2");
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 1);
    }

    fn a_label_travels_as_a_plain_sentence_below_the_words(town) {
        let scene = Scene::at(town);
        let form = scene.ada.visits("/you/affiliation").is(200);
        scene.ada.fills(&form, "/you/affiliation", &[("tie", "housing"), ("with", "Reed Home")]).is(303);
        let thread = crate::forum::shares(&scene.ada, "evenings", "A place to rest.");
        let asked = [("accept", "application/activity+json")];
        let page = town.stranger().sends("GET", &format!("/p/{thread}"), &asked, None).is(200).json();
        let content = page["content"].as_str().unwrap();
        assert!(content.contains("A place to rest.") && content.contains("(Works for a sober home: Reed Home)"), "{content}");
    }

    fn words_that_wait_and_are_taken_back_elsewhere_wait_no_more_until_they_are_said_anew(town) {
        let scene = Scene::at(town);
        assert_eq!(comes(town, &scene, "/p/1", "A calm evening."), "done ");
        keeps(&scene, &[("words", "bed is free"), ("does", "hold")]);
        assert_eq!(comes(town, &scene, "/p/2", "A bed is free."), "done ");
        let mut note = scene.note("/p/3", &scene.peer.at("/p/1"));
        note["content"] = json!("<p>Here, too, a bed is free.</p>");
        scene.sends(town, &scene.activity("Create", note.clone()));
        opens(town);
        scene.ada.visits("/look").is(200).shows("2 things wait for a first look in evenings");
        for path in ["/p/2", "/p/3"] {
            scene.sends(town, &scene.activity("Delete", json!(scene.peer.at(path))));
            opens(town);
        }
        let counted = "SELECT reply_count AS n FROM thread ORDER BY id LIMIT 1";
        assert_eq!(town.count(counted), 0, "it was never counted");
        scene.ada.visits("/look").is(200).hides("for a first look in evenings");
        scene.ada.visits("/g/evenings/held").is(200).shows("Nothing waits.");

        scene.peer.says("/p/3", Says::json(&note));
        scene.sends(town, &scene.activity("Undo", scene.activity("Delete", json!(scene.peer.at("/p/3")))));
        opens(town);
        assert_eq!(town.count("SELECT count(*) AS n FROM reply WHERE removed_at IS NULL"), 0);
        assert_eq!(town.count(counted), 0, "it is not there to be read, and not counted");
        scene.ada.visits("/look").is(200).shows("waits for a first look in evenings");
        looks(&scene.ada, "/g/evenings/held", &[("answer", "let-through")]);
        assert_eq!(town.count(counted), 1);
    }
}
