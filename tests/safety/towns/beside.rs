//! One who sells, and whom others worry about: what is sold goes when two people say so, and the worry waits for somebody.

use super::Scene;
use crate::forum::shares;
use crate::safety::crisis::press;
use crate::safety::two_people::case_of;
use crate::safety::{decides, tells, the_case};

const SOLD: &str = "Sunhaven has a bed for you.";
const HEAVY: &str = "Nobody is here tonight.";

fn a_seller_in_need(scene: &Scene) {
    let (home, there) = (scene.home(), scene.there());
    let (maya, lea, ada, tom) = (&scene.maya, &scene.lea, &scene.ada, &scene.tom);
    home.arranges(hearthside::app::schedule::wind);
    let sold = shares(ada, "night-owls", SOLD);
    let heavy = shares(ada, "night-owls", HEAVY);
    scene.towns.settle();
    let copy = scene.copy(HEAVY);
    tells(tom, &format!("/p/{sold}"), &[("reason", "spam")]).is(303);
    tells(tom, &format!("/p/{heavy}"), &[("reason", "worried")]).is(303);
    scene.towns.settle();
    let calm = case_of(home, 9);

    // One person alone, through the calm case: nothing goes, here or at the partner.
    let all = format!("{calm}/all");
    let page = maya.visits(&all).is(200).shows(SOLD).shows(HEAVY).shows("two of you decide each hard step");
    maya.fills(&page, &all, &[("words", "We sell nothing here.")]).is(303);
    scene.towns.settle();
    tom.visits(&format!("/p/{heavy}")).is(200).shows(HEAVY);
    scene.wren.visits(&copy).is(200).shows(HEAVY);
    ada.visits("/decisions").is(200).shows("Nothing was decided");

    // The second hides what was sold alone: her other words stand.
    decides(lea, &calm, &[("verb", "remove"), ("words", "We sell nothing here.")]).is(303);
    decides(maya, &calm, &[("verb", "remove"), ("words", "We sell nothing here.")]).is(303);
    scene.towns.settle();
    tom.visits(&format!("/p/{sold}")).is(404);
    scene.nobody_finds("Sunhaven");
    tom.visits(&format!("/p/{heavy}")).is(200).shows(HEAVY);
    scene.wren.visits(&copy).is(200).shows(HEAVY);

    let worry = the_case(lea);
    assert_eq!(worry, case_of(home, 1), "it waits for somebody");
    press(lea, &format!("{worry}/write"), &[("care_words", "I am awake with you.")]).is(303);
    press(lea, &format!("{worry}/close"), &[]).is(303);
    for _ in 0..2 {
        for town in [home, there] {
            town.app.clock().advance_s(86_400);
        }
        scene.towns.settle();
    }
    let own = ada.visits("/care").is(200).shows("I am awake with you.");
    assert_eq!(own.body.matches("How are you today?").count(), 1, "the next day, once");
    scene.no_host_is_asked();
    let said = scene.said();
    assert!(!["worried", "awake with you", "Calm Stone"].iter().any(|word| said.contains(word)), "{said}");
}

#[test]
fn a_worry_waits_on_beside_what_is_sold_on_sqlite() {
    a_seller_in_need(&Scene::on_sqlite());
}

#[test]
fn a_worry_waits_on_beside_what_is_sold_on_postgres() {
    if let Some(scene) = Scene::on_postgres() {
        a_seller_in_need(&scene);
    }
}
