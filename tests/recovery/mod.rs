//! Days somebody counts, and how they are: theirs alone, but for what they chose to show.

mod checkins;
pub mod chips;
pub mod circle;
mod circle_told;
pub mod counters;
mod named;
pub mod plans;
mod programs;
mod rounds;
mod setbacks;
mod shown;
mod told;
mod told_of;

pub use checkins::checks_in;

use crate::harness::Person;

/// Leaves a counter that others see, a day that a group reads, and a wish to be asked how they are.
pub fn lives_here(person: &Person, group: &str, [name, line]: [&str; 2]) {
    counters::starts(person, &[("name", name), ("sight", "profile")]);
    checkins::checks_in(person, &[("weather", "okay"), ("line", line), ("group", group), ("circle", "1")])
        .is(303);
    person.fills(&person.visits("/setback").is(200), "/setback", &[("after", "1")]).is(200);
}

/// Shows a milestone to a group with the name they gave it, and is given a chip for it.
pub fn is_given_a_chip(person: &Person, by: &Person, group: &str, words: &str) {
    let counter = counters::starts(person, &[("on", "2026-11-14")]);
    let (named, path) = (format!("{counter}/named"), format!("{counter}/milestone"));
    let page = person.visits(&counter).is(200);
    person.fills(&page, &named, &[("after", "7"), ("name", "A week of mornings")]).is(303);
    person.fills(&person.visits(&path).is(200), &path, &[("group", group), ("named", "1")]).is(303);
    chips::gives(by, words);
}
