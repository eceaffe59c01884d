//! Words taken back before they came: it holds against whoever says so, and against nobody else.

use serde_json::{Value, json};

use super::coming::{Scene, opens};
use crate::harness::Town;
use crate::harness::peer::Says;

const DAY_S: i64 = 86_400;

/// Somebody there is known here: a `Delete` of somebody unknown is let go at the door.
fn is_known(scene: &Scene, town: &Town, who: &str) {
    if who != "/" {
        scene.peer.says(who, Says::json(&scene.peer.actor(who, "Person")));
    }
    let mut letter = scene.activity("Dislike", json!(scene.peer.at("/p/0")));
    letter["actor"] = json!(scene.peer.at(who));
    assert_eq!(scene.sends_as(town, who, &letter), 202);
    opens(town);
}

/// `Delete` of what stands at a path there, by somebody there; its status.
fn takes_back(scene: &Scene, town: &Town, who: &str, path: &str) -> u16 {
    let mut letter = scene.activity("Delete", json!(scene.peer.at(path)));
    letter["actor"] = json!(scene.peer.at(who));
    scene.sends_as(town, who, &letter)
}

/// Wren's words come; what became of the last letter.
fn comes(scene: &Scene, town: &Town, path: &str) -> String {
    let page: Value = scene.page(town, path);
    assert_eq!(scene.sends(town, &scene.activity("Create", page)), 202);
    opens(town);
    town.lines("SELECT state || ' ' || reason AS line FROM parcel ORDER BY id").pop().unwrap()
}

fn graves(town: &Town) -> i64 {
    town.count("SELECT count(*) AS n FROM grave")
}

on_both! {
    fn nobody_keeps_a_neighbours_words_away_before_they_come(town) {
        let scene = Scene::at(town);
        is_known(&scene, town, "/u/robin");
        assert_eq!(takes_back(&scene, town, "/u/robin", "/p/1"), 202);
        opens(town);
        assert_eq!(graves(town), 1);
        assert_eq!(comes(&scene, town, "/p/1"), "done ", "Robin does not speak for Wren");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE taken_back_at IS NULL"), 1);
        takes_back(&scene, town, "/u/robin", "/p/1");
        opens(town);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE taken_back_at IS NULL"), 1, "nor later");
    }

    fn a_neighbours_word_does_not_stand_in_the_way_of_the_writers_own(town) {
        let scene = Scene::at(town);
        is_known(&scene, town, "/u/robin");
        is_known(&scene, town, "/u/wren");
        takes_back(&scene, town, "/u/robin", "/p/1");
        takes_back(&scene, town, "/u/wren", "/p/1");
        takes_back(&scene, town, "/u/robin", "/p/1");
        opens(town);
        assert_eq!(graves(town), 2, "each for themselves");
        assert_eq!(comes(&scene, town, "/p/1"), "dropped gone");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 0);
    }

    fn those_who_run_a_community_answer_for_all_its_words(town) {
        let scene = Scene::at(town);
        is_known(&scene, town, "/");
        assert_eq!(takes_back(&scene, town, "/", "/p/1"), 202);
        opens(town);
        assert_eq!(comes(&scene, town, "/p/1"), "dropped gone");
        assert_eq!(comes(&scene, town, "/p/2"), "done ", "and of other words it says nothing");
    }

    fn what_stands_here_cannot_be_taken_before_it_comes(town) {
        let scene = Scene::at(town);
        is_known(&scene, town, "/u/wren");
        let mine = format!("{}/p/00000000000000", town.app.federation().own.origin);
        scene.sends(town, &scene.activity("Delete", json!(mine)));
        scene.sends(town, &scene.activity("Delete", json!("https://elsewhere.example/p/1")));
        opens(town);
        assert_eq!(graves(town), 0, "of ours, and of a third community's, nobody there says so");
    }

    fn what_never_came_is_forgotten_after_a_month(town) {
        let scene = Scene::at(town);
        is_known(&scene, town, "/u/wren");
        takes_back(&scene, town, "/u/wren", "/p/1");
        opens(town);
        assert_eq!(graves(town), 1);
        town.begins();
        for _ in 0..29 {
            town.waits_s(DAY_S);
        }
        assert_eq!(graves(town), 1);
        for _ in 0..3 {
            town.waits_s(DAY_S);
        }
        assert_eq!(graves(town), 0);
    }
}
