//! The last four weeks as a drawing: weather as dots. A day without a word is a day without a dot.

use std::fmt::Write as _;

use askama::filters::Safe;

use super::Entry;
use crate::kernel::Day;

/// Days drawn.
pub const DAYS: i64 = 28;
/// Width of a day, and height of a step of weather.
const DAY: i64 = 12;
const STEP: i64 = 16;
/// Where the sun is.
const TOP: i64 = 12;

/// What stands inside of an `svg` of 344 by 88; entries come the latest first.
#[must_use]
pub fn trend(entries: &[Entry], today: Day) -> Safe<String> {
    let mut svg = String::new();
    for step in 0..5 {
        let y = TOP + STEP * step;
        let _ = write!(svg, r#"<path class="grid" d="M4 {y}H340"/>"#);
    }
    let place = |entry: &Entry| {
        let x = 340 - DAY / 2 - DAY * (today.0 - entry.day.0);
        (x, TOP + STEP * i64::try_from(entry.weather.place()).unwrap_or_default())
    };
    let drawn = || entries.iter().filter(|entry| (0..DAYS).contains(&(today.0 - entry.day.0)));
    for (later, earlier) in
        drawn().zip(drawn().skip(1)).filter(|(later, earlier)| later.day.0 - earlier.day.0 == 1)
    {
        let ((x1, y1), (x2, y2)) = (place(earlier), place(later));
        let _ = write!(svg, r#"<path class="way" d="M{x1} {y1}L{x2} {y2}"/>"#);
    }
    for entry in drawn() {
        let (x, y) = place(entry);
        let _ = write!(svg, r#"<circle class="day" cx="{x}" cy="{y}" r="4"/>"#);
    }
    Safe(svg)
}

#[test]
fn a_day_without_a_word_leaves_no_mark() {
    use super::Weather;
    let entry = |back: i64| Entry {
        day: Day(20_000).plus(-back),
        zone: String::new(),
        weather: Weather::Mixed,
        urge: None,
        halt: Vec::new(),
        line: String::new(),
        intention: String::new(),
        pledge: String::new(),
        is_pledged: false,
        went: None,
        look_back: String::new(),
        group: None,
        buddy: None,
        in_circle: false,
    };
    let svg = trend(&[entry(0), entry(1), entry(5), entry(28)], Day(20_000)).0;
    let count = |what: &str| svg.matches(what).count();
    assert_eq!((count("<circle"), count("class=\"way\"")), (3, 1));
}
