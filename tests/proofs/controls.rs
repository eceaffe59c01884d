//! Positive controls of the two worlds: a short script in which every planted leak must be seen, and none without one.

use super::plants::PLANTS;
use super::script::{Act, Care, Deed, Step, nth};
use super::stage::TELLER;
use super::worlds::{Play, difference, seen_in};
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
    finds_each(&short());
}

/// Without a leak two worlds are alike; with any of them they are not.
pub fn finds_each(play: &Play) {
    let without = [0, 1].map(|world| seen_in(Home::sqlite(), play, world, None));
    assert_eq!(difference(play, [&without[0], &without[1]]), None);
    let logs = std::env::var_os("NEXTEST").is_some();
    for plant in PLANTS.iter().filter(|plant| logs || !plant.what.contains("log")) {
        let with = [0, 1].map(|world| seen_in(Home::sqlite(), play, world, Some(plant)));
        let found = difference(play, [&with[0], &with[1]]);
        eprintln!(
            "{}: {}",
            plant.what,
            found.as_deref().unwrap_or("not seen").lines().next().unwrap_or_default()
        );
        assert!(found.is_some(), "not seen: {}", plant.what);
    }
}
