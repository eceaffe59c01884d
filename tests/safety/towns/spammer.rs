//! One who sells, the same words in many places: held, told, and cleaned up in one act that was looked at first.

use super::Scene;
use crate::federation::two::replies_saying;
use crate::forum::{answers, shares};
use crate::safety::{is_no, tells, the_case, token};

const TEXT: &str = "Sunhaven changed everything for my sister and there is room for you too.";

fn one_sells_to_many(scene: &Scene) {
    let (maya, lea, ada, tom, wren) = (&scene.maya, &scene.lea, &scene.ada, &scene.tom, &scene.wren);
    let calm = shares(tom, "night-owls", "A calm evening.");
    let sold = shares(ada, "night-owls", TEXT);
    answers(ada, &calm, None, "Sunhaven again, if anybody asks.");
    scene.towns.settle();
    let copy = scene.copy("Sunhaven changed");
    wren.visits(&copy).is(200).shows(TEXT);
    assert_eq!(replies_saying(scene.there(), "Sunhaven"), 1);

    // What says how to be reached waits by itself, and travels nowhere.
    let form = ada.visits("/share?group=night-owls").is(200);
    let lead = [("body", "DM me for a bed at Sunhaven."), ("kind", "win"), ("step", "send")];
    assert!(ada.fills(&form, "/share", &lead).is(303).location.starts_with("/share/waits"));
    scene.towns.settle();
    assert!(!scene.said().contains("DM me"), "what waits does not leave");
    maya.visits("/g/night-owls/held").is(200).shows("DM me").shows("It says what sellers say.");
    tom.visits("/g/night-owls/held").is(403);

    tells(tom, &format!("/p/{sold}"), &[("reason", "solicitation"), ("words", "The third time.")]).is(303);
    scene.home().settles();
    let case = the_case(maya);
    let all = format!("{case}/all");
    let page = maya.visits(&all).is(200).shows(TEXT).shows("Sunhaven again").hides("Calm Stone");
    tom.visits(&all).is(403);
    scene.said();
    maya.fills(&page, &all, &[("words", "We sell nothing here."), ("closes", "1")]).is(303);
    scene.towns.settle();

    scene.nobody_finds("Sunhaven");
    scene.no_host_is_asked();
    tom.visits(&format!("/p/{sold}")).is(404);
    wren.visits(&copy).is(404);
    assert_eq!((replies_saying(scene.home(), "Sunhaven"), replies_saying(scene.there(), "Sunhaven")), (0, 0));
    for reader in [tom, &scene.bea] {
        reader.visits(&format!("/p/{calm}")).is(200).shows("A calm evening.").hides("Sunhaven");
    }
    tom.visits("/concerns").is(200).shows("did something about it").hides("Sunhaven").hides("Ada");
    scene.bea.visits("/concerns").is(200).shows("You have told us of nothing");
    ada.visits("/decisions")
        .is(200)
        .shows("We sell nothing here.")
        .shows("You are out of this group")
        .hides("Calm Stone")
        .hides("Maya");
    let form = [("csrf", token(ada)), ("body", "Once more.".to_owned())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    is_no(ada.posts(&format!("/p/{calm}/reply"), &form).is(403), "paused-here");
    assert_eq!(lea.visits("/look").is(200).count("article.case"), 0);
    lea.visits("/look/done").is(200).shows("Maya Lake").hides("Calm Stone");
    let said = scene.said();
    assert!(said.contains("Delete"), "the partner is told");
    assert!(
        !["Calm Stone", "Maya", "We sell", "third time"].iter().any(|word| said.contains(word)),
        "{said}"
    );
}

#[test]
fn one_who_sells_is_held_told_and_cleaned_up_in_one_act_on_sqlite() {
    one_sells_to_many(&Scene::on_sqlite());
}

#[test]
fn one_who_sells_is_held_told_and_cleaned_up_in_one_act_on_postgres() {
    if let Some(scene) = Scene::on_postgres() {
        one_sells_to_many(&scene);
    }
}
