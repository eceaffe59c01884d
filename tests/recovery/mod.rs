//! Days somebody counts, and how they are: theirs alone, but for what they chose to show.

mod checkins;
mod counters;
mod programs;
mod told;

pub use checkins::checks_in;

use crate::harness::Person;

/// Leaves a counter that others see, and a day that a group reads.
pub fn lives_here(person: &Person, group: &str, [name, line]: [&str; 2]) {
    counters::starts(person, &[("name", name), ("sight", "profile")]);
    checkins::checks_in(person, &[("weather", "okay"), ("line", line), ("group", group)]).is(303);
}
