//! One who sells in the group of a partner that lets them: here it waits, and nobody but whoever looks after this community reads it;
//! and what the partner leaves standing is the partner's.

use hearthside::ui::urls::segment;

use super::{PARTNER, Scene};
use crate::federation::two::replies_saying;
use crate::federation::watched::{looks, looks_away};
use crate::forum::{answers, shares};

const TEXT: &str = "Sunhaven changed everything for my sister and there is room for you too.";

fn one_sells_in_the_group_of_a_partner(scene: &Scene) {
    let (ada, tom, wren, birch) = (&scene.ada, &scene.tom, &scene.wren, &scene.birch);
    let held = || scene.there().lines("SELECT why AS line FROM held");
    let shelf = format!("/g/{}/held", scene.mirror);
    looks_away(&scene.alder);
    let threads = [(tom, "A calm evening."), (tom, "A second evening."), (&scene.bea, "A third evening.")]
        .map(|(by, words)| shares(by, "night-owls", words));
    let sold = shares(ada, "night-owls", "DM me for a bed at Sunhaven.");
    scene.towns.settle();
    scene.towns.posted(PARTNER);

    // At the partner it waits for its host, and the host alone.
    assert_eq!(held(), ["lead"]);
    wren.visits(&scene.copy("A calm evening.")).is(200);
    let group = format!("/g/{}", segment(&scene.mirror));
    for reader in [wren, birch] {
        for page in [group.as_str(), "/", "/search?q=Sunhaven"] {
            reader.visits(page).is(200).hides("DM me");
        }
    }
    wren.visits(&shelf).is(403);
    birch.visits("/news").is(200).shows("Something waits for a look in");
    birch.visits(&shelf).is(200).shows("DM me for a bed").shows("It says what sellers say.");
    looks(birch, &shelf, &[("answer", "not-here"), ("words", "We sell nothing here.")]);
    assert!(held().is_empty());

    // The same in many places: two stand, and the third waits. Others who answer there wait for nobody.
    for thread in &threads {
        answers(ada, thread, None, TEXT);
        answers(&scene.bea, thread, None, "I hear you.");
    }
    scene.towns.settle();
    assert_eq!(held(), ["same"]);
    let there = |words| replies_saying(scene.there(), words);
    assert_eq!((there("Sunhaven"), there("I hear you.")), (2, 3));
    birch.visits(&shelf).is(200).shows("The same text was sent to several places.").hides("I hear you.");
    looks(birch, &shelf, &[("answer", "let-through")]);
    scene.towns.settle();
    assert_eq!((held().len(), there("Sunhaven")), (0, 3));

    // Nothing of that is told to the group's home, where its own people decide; it stands there as it did.
    let told = scene.towns.posted(PARTNER);
    assert!(
        told.iter().all(|letter| !["Sunhaven", "We sell"]
            .iter()
            .any(|words| String::from_utf8_lossy(&letter.body).contains(words))),
        "what was looked at stays here"
    );
    for reader in [ada, tom] {
        reader.visits(&format!("/p/{sold}")).is(200).shows("DM me for a bed");
    }
    assert_eq!(replies_saying(scene.home(), "Sunhaven"), 3);
    for keeper in [&scene.maya, &scene.alder] {
        keeper.visits("/look").is(200).shows("Nothing waiting.");
    }
    ada.visits("/decisions").is(200).hides("We sell");
    wren.visits("/concerns").is(200).shows("You have told us of nothing");
}

#[test]
fn one_who_sells_in_the_group_of_a_partner_waits_for_a_look_here_on_sqlite() {
    one_sells_in_the_group_of_a_partner(&Scene::on_sqlite());
}

#[test]
fn one_who_sells_in_the_group_of_a_partner_waits_for_a_look_here_on_postgres() {
    if let Some(scene) = Scene::on_postgres() {
        one_sells_in_the_group_of_a_partner(&scene);
    }
}
