//! Somebody writes that they do not want to live: help is offered first, the words stand, people come, and nobody outside learns.

use super::Scene;
use crate::forum::{answers, id_in};
use crate::safety::crisis::as_it_is;
use crate::safety::{decides, tells, the_case};

const HEAVY: &str = "I don't want to live like this.";

fn a_long_night(scene: &Scene) {
    let (home, there) = (scene.home(), scene.there());
    let (maya, lea, ada, tom) = (&scene.maya, &scene.lea, &scene.ada, &scene.tom);
    home.arranges(hearthside::app::schedule::wind);
    let form = ada.visits("/share?group=night-owls").is(200);
    let offer = ada
        .fills(&form, "/share", &[("body", HEAVY), ("kind", "setback"), ("step", "send")])
        .is(200)
        .shows("Before you post");
    assert_eq!(home.count("SELECT count(*) AS n FROM thread"), 0, "help comes before the words are up");
    let thread = id_in(&as_it_is(ada, &offer, "/share").is(303).location);
    let page = format!("/p/{thread}");
    scene.towns.settle();
    let copy = scene.copy("I don");
    assert!(maya.visits("/look").is(200).shows("People first").body.contains("meet a line of the list"));
    for reader in [tom, &scene.bea] {
        reader.visits(&page).is(200).shows(HEAVY).hides("may need somebody");
        reader.visits("/look").is(403);
    }
    scene.wren.visits(&copy).is(200).shows(HEAVY).hides("may need somebody");
    tells(tom, &page, &[("reason", "worried")]).is(303);
    scene.towns.settle();

    let case = the_case(maya);
    let seen = maya.visits(&case).is(200).hides("Calm Stone");
    maya.fills(&seen, &format!("{case}/write"), &[("care_words", "I am awake with you.")]).is(303);
    let hard = [("verb", "lock"), ("words", "For everybody's calm.")];
    decides(maya, &case, &hard).is(303);
    assert_eq!(
        home.count("SELECT count(*) AS n FROM thread WHERE locked_at IS NOT NULL"),
        0,
        "one is not enough"
    );
    answers(&scene.bea, &thread, None, "Here with you.");
    answers(&scene.wren, copy.trim_start_matches("/p/"), None, "From far away, too.");
    scene.towns.settle();
    ada.visits(&page).is(200).shows("Here with you.").shows("From far away, too.");
    ada.visits("/care").is(200).shows("I am awake with you.").hides("Maya").hides("Calm Stone");
    ada.visits("/decisions").is(200).shows("Nothing was decided");
    lea.visits(&case).is(200).shows("waits for a second person");
    two_let_it_happen(scene, &case);
    scene.towns.settle();

    for _ in 0..2 {
        for town in [home, there] {
            town.app.clock().advance_s(86_400);
        }
        scene.towns.settle();
    }
    let own = ada.visits("/care").is(200);
    assert_eq!(own.body.matches("How are you today?").count(), 1, "the next day, once");
    tom.visits("/care").is(200).hides("How are you today?").hides("awake with you");
    let said = scene.said();
    assert!(said.contains("want to live"), "the words themselves are read at the partner");
    for word in ["awake with you", "worried", "calm.", "called for help", "lookout", "How are you"] {
        assert!(!said.contains(word), "{word}: {said}");
    }
    scene.birch.visits("/news").is(200).hides("waits to be looked at");
    scene.no_host_is_asked();
    scene.wren.visits(&copy).is(200).shows("Here with you.").hides("may need somebody");
    home.stranger().visits("/g/night-owls").is(200).hides("may need").hides("worried");
}

/// A hard step that both mean, beside one that one alone put.
fn two_let_it_happen(scene: &Scene, case: &str) {
    let (home, maya, lea, ada) = (scene.home(), &scene.maya, &scene.lea, &scene.ada);
    // What two mean, happens: and as with any end of it, they are asked the next day.
    let outside = [("verb", "outside"), ("words", "We called for help.")];
    decides(maya, case, &outside).is(303);
    ada.visits("/decisions").is(200).shows("Nothing was decided");
    decides(lea, case, &outside).is(303);
    ada.visits("/decisions").is(200).shows("We called for help.").hides("Maya").hides("Lantern");
    assert_eq!(
        home.count("SELECT count(*) AS n FROM thread WHERE locked_at IS NOT NULL"),
        0,
        "that one alone put it"
    );
}

#[test]
fn words_of_a_long_night_stand_and_people_come_on_sqlite() {
    a_long_night(&Scene::on_sqlite());
}

#[test]
fn words_of_a_long_night_stand_and_people_come_on_postgres() {
    if let Some(scene) = Scene::on_postgres() {
        a_long_night(&scene);
    }
}
