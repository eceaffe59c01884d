//! Days somebody counts, and how they are: theirs alone, but for what they chose to show.

mod checkins;
pub mod chips;
pub mod circle;
pub mod counters;
pub mod plans;
mod programs;
mod rounds;
mod shown;
mod told;
mod told_of;

pub use checkins::checks_in;

use crate::harness::Person;

/// Leaves a counter that others see, and a day that a group reads.
pub fn lives_here(person: &Person, group: &str, [name, line]: [&str; 2]) {
    counters::starts(person, &[("name", name), ("sight", "profile")]);
    checkins::checks_in(person, &[("weather", "okay"), ("line", line), ("group", group), ("circle", "1")])
        .is(303);
}

/// Shows a milestone to a group, and is given a chip for it.
pub fn is_given_a_chip(person: &Person, by: &Person, group: &str, words: &str) {
    let path = format!("{}/milestone", counters::starts(person, &[("on", "2026-11-14")]));
    person.fills(&person.visits(&path).is(200), &path, &[("group", group)]).is(303);
    chips::gives(by, words);
}
