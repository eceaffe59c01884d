//! Many who are new to a thread arrive in it at once from the partner: the group is guarded, and whoever was there goes on.

use super::{PARTNER, Scene};
use crate::federation::two::{joins, replies_saying};
use crate::forum::{answers, shares};
use crate::safety::token;

fn rules(scene: &Scene, step: &str) {
    let csrf = token(&scene.maya);
    scene.maya.posts("/g/night-owls/rules", &[("csrf", csrf.as_str()), ("step", step)]).is(303);
}

fn many_arrive(scene: &Scene) {
    let (home, there) = (scene.home(), scene.there());
    // Whoever has been in the group for some weeks is let by.
    home.arranges(|tx| tx.batch("UPDATE membership SET since_week = 2900"));
    let crowd = ["Passing Gale", "Sudden Gale", "Sharp Gale", "Cold Gale", "Grey Gale"]
        .map(|name| there.person(name));
    for one in &crowd {
        joins(&scene.towns, PARTNER, one, &scene.mirror);
    }
    let thread = shares(&scene.ada, "night-owls", "I drank again, and I am here.");
    scene.towns.settle();
    let copy = scene.copy("I drank again").trim_start_matches("/p/").to_owned();
    answers(&crowd[0], &copy, None, "Gust one blows.");
    scene.towns.settle();
    assert_eq!(replies_saying(home, "Gust"), 1, "it stands until somebody decides");

    let csrf = token(&scene.tom);
    scene.tom.posts("/g/night-owls/rules", &[("csrf", csrf.as_str()), ("step", "guard")]).is(403);
    rules(scene, "guard");
    scene.lea.visits("/g/night-owls/rules").is(200).shows("Guarded for");
    scene.said();
    for one in &crowd[1..] {
        let url = format!("/p/{copy}/reply");
        let form = one.visits(&url).is(200);
        one.fills(&form, &url, &[("body", "Gust after gust.")]).is(303);
    }
    scene.towns.settle();
    assert_eq!(home.count("SELECT count(*) AS n FROM held"), 4, "kept for those who look");
    let page = format!("/p/{thread}");
    for reader in [&scene.ada, &scene.tom, &scene.bea] {
        reader.visits(&page).is(200).hides("Gust after").shows("Gust one");
        assert_eq!(reader.visits("/search?q=gust").is(200).count("ol.finds > li"), 1);
        reader.visits("/g/night-owls/held").is(403);
    }
    home.stranger().visits("/g/night-owls").is(200).hides("Gust after");
    assert!(!scene.said().contains("Gust after"), "the group passes on nothing of it");

    // Whoever was there before goes on, and is read at the partner.
    answers(&scene.tom, &thread, None, "Glad you are here.");
    answers(&scene.bea, &thread, None, "With you tonight.");
    scene.towns.settle();
    scene.ada.visits(&page).is(200).shows("Glad you are here.").shows("With you tonight.");
    scene.wren.visits(&format!("/p/{copy}")).is(200).shows("Glad you are here.").shows("With you tonight.");

    for keeper in [&scene.maya, &scene.lea] {
        let held = keeper.visits("/g/night-owls/held").is(200).shows("Gust after gust.");
        assert_eq!(held.body.matches("Gust after gust.").count(), 4);
    }
    for _ in 0..4 {
        let held = scene.lea.visits("/g/night-owls/held").is(200);
        let mut form = held.form("/g/night-owls/held", &[("words", "Not in this thread.")]);
        form.push(("answer".to_owned(), "not-here".to_owned()));
        let form: Vec<(&str, &str)> =
            form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        scene.lea.posts("/g/night-owls/held", &form).is(303);
    }
    scene.towns.settle();
    scene.maya.visits("/g/night-owls/held").is(200).hides("Gust after");
    scene.ada.visits(&page).is(200).hides("Gust after");
    scene.ada.visits("/news").is(200).hides("Gust after").hides("Sudden Gale");
    scene.no_host_is_asked();

    rules(scene, "unguard");
    answers(&scene.wren, &copy, None, "Thinking of you from here.");
    scene.towns.settle();
    scene.ada.visits(&page).is(200).shows("Thinking of you from here.");
}

#[test]
fn many_who_arrive_at_once_wait_and_regulars_are_not_stopped_on_sqlite() {
    many_arrive(&Scene::on_sqlite());
}

#[test]
fn many_who_arrive_at_once_wait_and_regulars_are_not_stopped_on_postgres() {
    if let Some(scene) = Scene::on_postgres() {
        many_arrive(&scene);
    }
}
