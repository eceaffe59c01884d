//! Positive controls of the two worlds: a short script in which every planted leak must be seen, and none without one.

use super::eyes::{everybody_looks, everybody_looks_at};
use super::plants::{PLANTS, Plant, kept};
use super::script::{Act, Care, Deed, Step, nth};
use super::stage::{Sight, Stage, TELLER};
use super::worlds::{Play, World, difference};
use crate::harness::Home;

/// Somebody opens a thread as an alias and answers; the steward closes them; a member answers.
fn short() -> Play {
    let steps = vec![
        Step::Alias(0, Act::Open { kept: true, goes: false }),
        Step::Named(3, Deed::Answer(nth(0, 1))),
        Step::Keeper(Care::ClosePerson, nth(0, 1)),
        Step::Wait(3_600),
        Step::Alias(0, Act::Answer { kept: true, thread: nth(0, 1) }),
        Step::Named(0, Deed::Open),
        Step::Named(1, Deed::Open),
    ];
    Play { steps, first_look: false, pair: [[0, 2], [1, 2]], tellers: [TELLER; 2] }
}

#[test]
fn each_planted_leak_tells_the_two_worlds_apart() {
    finds_each(&short(), PLANTS);
}

/// Without a leak two worlds are alike; with any of them they are not; and once it is mended they are again. Each is
/// planted in the same two towns, after which a member goes on as members do.
pub fn finds_each(play: &Play, plants: &[Plant]) {
    let mut worlds = [0, 1].map(|world| {
        let mut world = World::played(Home::sqlite(), play, world);
        everybody_looks(&mut world.stage);
        world.notes_what_lies_there();
        world
    });
    assert_eq!(unlike(play, &worlds), None, "without a leak");
    let logs = std::env::var_os("NEXTEST").is_some();
    let plants: Vec<&Plant> = plants.iter().filter(|plant| logs || !plant.what.contains("log")).collect();
    let (last, mended) = plants.split_last().unwrap();
    for plant in mended {
        let kept = worlds.each_mut().map(|world| grows(world, play, plant));
        is_found(play, &worlds, plant);
        for (world, kept) in worlds.iter_mut().zip(kept) {
            plant.goes(&world.stage, holder(play, &world.stage), kept);
            world.begins_anew();
            world.notes_what_lies_there();
        }
        assert_eq!(unlike(play, &worlds), None, "still there: {}", plant.what);
    }
    // Nothing mends this one: what chance draws is another thing from there on.
    assert!(last.what.contains("chance"));
    for world in &mut worlds {
        drop(grows(world, play, last));
    }
    is_found(play, &worlds, last);
}

/// It grows, and time goes on. Returns what brings everything back as it was before.
fn grows(world: &mut World, play: &Play, plant: &Plant) -> Vec<String> {
    world.begins_anew();
    let kept = kept(&world.stage);
    plant.grows(&world.stage, holder(play, &world.stage));
    world.stage.plays(&Step::Named(3, Deed::Open), everybody_looks);
    world.notes_what_lies_there();
    if let Some(there) = plant.shows {
        everybody_looks_at(&mut world.stage, there);
    }
    kept
}

#[track_caller]
fn is_found(play: &Play, [one, other]: &[World; 2], plant: &Plant) {
    let found = difference(play, [&one.stage.seen, &other.stage.seen]);
    eprintln!(
        "{}: {}",
        plant.what,
        found.as_deref().unwrap_or("not seen").lines().next().unwrap_or_default()
    );
    assert!(found.is_some(), "not seen: {}", plant.what);
    let Some(there) = plant.shows else { return };
    let shown = |world: &World| -> Vec<Sight> {
        let opened =
            world.stage.seen.iter().filter(|sight| sight.what.contains("GET ") && sight.what.contains(there));
        opened.cloned().collect()
    };
    let found = difference(play, [&shown(one), &shown(other)]);
    assert!(found.is_some(), "not seen at {there}: {}", plant.what);
}

/// Whoever is behind the first role, or told.
fn holder(play: &Play, stage: &Stage) -> i64 {
    if play.tells_apart() { stage.teller() } else { stage.face_behind(0) }
}

fn unlike(play: &Play, [one, other]: &[World; 2]) -> Option<String> {
    difference(play, [&one.stage.seen, &other.stage.seen])
}
