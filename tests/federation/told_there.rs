//! What those who look after a group elsewhere decide about our member's words there, or about them, is told to that member in plain
//! words, with what they can do; and to nobody else.

use serde_json::{Value, json};

use super::coming::{Owls, Scene};
use super::own_of;
use crate::forum::groups::asks;
use crate::forum::said::{opens, viewer};
use crate::harness::{Person, Town};
use hearthside::forum::members;

const TOLD: &str = "SELECT count(*) AS n FROM notice WHERE kind = 'there'";

/// What became of what came last.
fn fate(town: &Town) -> String {
    town.lines("SELECT state || ' ' || reason AS line FROM parcel ORDER BY id DESC LIMIT 1").pop().unwrap()
}

/// Tom, who said something in the owls elsewhere; Maya, who is there too; and the address of his words.
fn said(town: &mut Town, owls: &Owls<'_>) -> (Person, Person, Value) {
    owls.lets_us_follow(town);
    let (tom, maya) = (town.person("Calm Stone"), town.person("Maya Lake"));
    let name = town
        .lines("SELECT name AS line FROM \"group\" WHERE id IN (SELECT group_id FROM far_group)")
        .remove(0);
    for person in [&tom, &maya] {
        let (by, name) = (viewer(person, false), name.clone());
        town.arranges(move |tx| members::join(tx, &by, &name).map(drop));
    }
    town.settles();
    let thread = opens(town, &tom, &name, "Harsh words.");
    let object = json!(format!("{}/p/{thread}", own_of(town).origin));
    (tom, maya, object)
}

/// It comes through the group and is done; what a program of somebody's reads first among their news.
#[track_caller]
fn does(town: &mut Town, (owls, of): (&Owls<'_>, &Person), activity: &Value) -> Value {
    owls.passes_on(town, activity);
    assert_eq!(fate(town), "done ");
    town.settles();
    let read = asks(of, "GET", "/api/v1/news", &json!({})).is(200).json();
    read["rows"][0].clone()
}

on_both! {
    fn whose_words_a_group_elsewhere_took_out_or_brought_back_is_told_so(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        let (tom, maya, object) = said(town, &owls);
        let domain = scene.peer.domain();
        let delete = owls.does("Delete", object.clone());
        let told = does(town, (&owls, &tom), &delete);
        assert_eq!((&told["kind"], &told["did"]), (&json!("there"), &json!("out")));
        let page = tom.visits("/news").is(200).shows(&format!("The people who look after Owls · {domain} took words of yours out of sight."));
        page.shows("That is theirs to decide.").shows("tell the hosts here");
        let place = told["page"].as_str().unwrap().to_owned();
        assert!(place.ends_with("/about"), "{place}");
        tom.visits(&place).is(200);
        maya.visits("/news").is(200).hides("took words of yours");

        owls.passes_on(town, &owls.does("Delete", object.clone()));
        town.settles();
        assert_eq!(town.count(TOLD), 1, "twice is once");
        let told = does(town, (&owls, &tom), &owls.does("Undo", delete));
        assert_eq!(told["did"], "back");
        tom.visits("/news").is(200).shows("what you said there stands as before");

        let lock = owls.does("Lock", object);
        assert_eq!(does(town, (&owls, &tom), &lock)["did"], "locked");
        tom.visits("/news").is(200).shows("stopped replies to a post of yours");
        assert_eq!(does(town, (&owls, &tom), &owls.does("Undo", lock))["did"], "back");
        maya.visits("/news").is(200).hides("theirs to decide");
    }

    fn who_may_not_speak_in_a_group_elsewhere_for_now_is_told_so_and_when_they_may_again(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        let (tom, maya, _) = said(town, &owls);
        let mut block = owls.does("Block", json!(format!("{}/people/Calm%20Stone", own_of(town).origin)));
        block["target"] = json!(owls.actor);
        assert_eq!(does(town, (&owls, &tom), &block)["did"], "away");
        tom.visits("/news").is(200).shows("decided that you do not speak there for now").shows("all your other groups are as before");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL"), 1, "words stay, unless the group says otherwise");
        assert_eq!(does(town, (&owls, &tom), &owls.does("Undo", block))["did"], "near");
        tom.visits("/news").is(200).shows("decided that you can speak there again");

        let mut block = owls.does("Block", json!(format!("{}/people/Calm%20Stone", own_of(town).origin)));
        block["removeData"] = json!(true);
        assert_eq!(does(town, (&owls, &tom), &block)["did"], "away");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL"), 0);
        maya.visits("/news").is(200).hides("decided that you");
    }

    fn nobody_is_told_of_what_others_say_or_what_is_about_somebody_elsewhere(town) {
        let scene = Scene::at(town);
        let owls = Owls::of(&scene, town);
        let (_, _, object) = said(town, &owls);
        let tom = json!(format!("{}/people/Calm%20Stone", own_of(town).origin));
        let ours = opens(town, &scene.ada, "evenings", "At home.");
        let at_home = json!(format!("{}/p/{ours}", own_of(town).origin));
        let ada = json!(format!("{}/people/{}", own_of(town).origin, scene.ada.name.replace(' ', "%20")));
        let cases = [
            (scene.activity("Delete", object.clone()), "dropped not-theirs"),
            (scene.activity("Lock", object), "dropped not-keeper"),
            (scene.activity("Block", tom.clone()), "dropped not-keeper"),
            (scene.activity("Undo", scene.activity("Block", tom)), "dropped not-keeper"),
            (owls.does("Block", json!(scene.wren())), "dropped theirs-to-decide"),
            (owls.does("Undo", owls.does("Block", json!(scene.wren()))), "dropped theirs-to-decide"),
            (owls.does("Block", json!(format!("{}/people/Nobody%20Here", own_of(town).origin))), "dropped theirs-to-decide"),
            (owls.does("Delete", at_home), "dropped not-of-group"),
            // Ada is in no group of theirs and never said a word there.
            (owls.does("Block", ada.clone()), "dropped theirs-to-decide"),
            (owls.does("Undo", owls.does("Block", ada)), "dropped theirs-to-decide"),
        ];
        for (activity, expected) in cases {
            owls.passes_on(town, &activity);
            assert_eq!(fate(town), expected, "{activity}");
        }
        town.settles();
        assert_eq!(town.count(TOLD), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE removed_at IS NULL AND locked_at IS NULL"), 2);
    }
}
