//! Somebody's name is told in a post: it goes out of sight at once everywhere, and whoever wrote it can answer to somebody else.

use super::Scene;
use crate::forum::{answers, shares};
use crate::safety::{decides, tells, the_act};

fn a_name_is_told(scene: &Scene) {
    let (maya, lea, ada, tom) = (&scene.maya, &scene.lea, &scene.ada, &scene.tom);
    let other = shares(&scene.bea, "night-owls", "Ordinary words.");
    tells(tom, &format!("/p/{other}"), &[("reason", "spam")]).is(303);
    let thread = shares(ada, "night-owls", "The heron here is really Margarethe of Elm Road.");
    answers(&scene.bea, &thread, None, "Please take that down.");
    scene.towns.settle();
    let (page, copy) = (format!("/p/{thread}"), scene.copy("The heron"));
    scene.wren.visits(&copy).is(200).shows("Margarethe");
    tom.visits("/search?q=elm").is(200).shows("Margarethe");
    scene.wren.visits("/search?q=elm").is(200).shows("Margarethe");

    tells(tom, &page, &[("reason", "outing"), ("words", "That is me.")]).is(303);
    scene.home().settles();
    maya.visits("/news")
        .is(200)
        .shows("Something waits to be looked at")
        .hides("Margarethe")
        .hides("Calm Stone");
    let queue = maya.visits("/look").is(200).hides("Calm Stone");
    assert_eq!(
        queue.texts("article.case h2")[0],
        "Somebody may be given away",
        "before what was told earlier"
    );
    let case = queue.attribute("article.case a.btn", "href").unwrap();
    scene.said();
    decides(maya, &case, &[("verb", "remove"), ("words", "Names stay with those they belong to.")]).is(303);
    scene.towns.settle();

    for reader in [tom, &scene.bea] {
        reader.visits(&page).is(404);
    }
    scene.wren.visits(&copy).is(404);
    scene.birch.visits(&copy).is(404);
    scene.home().stranger().visits(&page).is(404);
    scene.nobody_finds("Margarethe");
    let stands = "SELECT count(*) AS n FROM thread WHERE body LIKE '%Margarethe%' AND removed_at IS NULL AND taken_back_at IS NULL";
    let passed_on = "SELECT count(*) AS n FROM event WHERE payload LIKE '%Margarethe%'";
    for town in [scene.home(), scene.there()] {
        assert_eq!((town.count(stands), town.count(passed_on)), (0, 0));
    }
    let said = scene.said();
    assert!(said.contains("Delete") && !said.contains("Margarethe"), "{said}");
    assert!(!said.contains("Calm Stone") && !said.contains("That is me"), "{said}");
    tom.visits("/concerns").is(200).shows("did something about it").hides("Margarethe");
    scene.bea.visits("/concerns").is(200).shows("You have told us of nothing");
    scene.no_host_is_asked();

    let own = ada.visits("/decisions").is(200).shows("Names stay with those they belong to.");
    let own = own.hides("Maya").hides("Calm Stone").hides("That is me");
    ada.fills(&own, &the_act(ada, "/decisions"), &[("words", "I thought everybody knew.")]).is(303);
    scene.towns.settle();
    maya.visits("/look").is(200).hides("everybody knew");
    let queue = lea.visits("/look").is(200).shows("I thought everybody knew.").hides("Calm Stone");
    let answer = queue.attribute("main form[action*='answer'], main form[action*='appeal']", "action");
    let answer = answer.or_else(|| queue.attribute("main form", "action")).unwrap();
    lea.fills(&queue, &answer, &[("words", "It stays out of sight."), ("answer", "stays")]).is(303);
    scene.towns.settle();
    ada.visits("/decisions").is(200).shows("It stays out of sight.").hides("Lantern");
    tom.visits(&page).is(404);
    scene.wren.visits(&copy).is(404);
}

#[test]
fn a_name_that_is_told_goes_out_of_sight_everywhere_on_sqlite() {
    a_name_is_told(&Scene::on_sqlite());
}

#[test]
fn a_name_that_is_told_goes_out_of_sight_everywhere_on_postgres() {
    if let Some(scene) = Scene::on_postgres() {
        a_name_is_told(&scene);
    }
}
