//! The last four weeks as a drawing: weather as dots, urges as bars. A day without a word is a day without a dot.

use std::fmt::Write as _;

use askama::filters::Safe;

use super::Entry;
use crate::kernel::Day;

/// Days drawn.
pub const DAYS: i64 = 28;
/// Width of a day, and height of a step of weather, of an urge.
const DAY: i64 = 12;
const STEP: i64 = 16;
const URGE: i64 = 3;
/// Where the sun is, and where urges stand.
const TOP: i64 = 12;
const FLOOR: i64 = 120;

/// What stands inside of an `svg` of 344 by 124; entries come the latest first.
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
    for entry in drawn() {
        let (x, _) = place(entry);
        if let Some(urge) = entry.urge.filter(|urge| *urge > 0) {
            let (left, height) = (x - 3, urge * URGE);
            let top = FLOOR - height;
            let _ = write!(svg, r#"<rect class="urge" x="{left}" y="{top}" width="6" height="{height}"/>"#);
        }
    }
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
    let entry = |back: i64, urge| Entry {
        day: Day(20_000).plus(-back),
        zone: String::new(),
        weather: Weather::Mixed,
        urge,
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
    let svg =
        trend(&[entry(0, Some(6)), entry(1, Some(0)), entry(5, None), entry(28, Some(9))], Day(20_000)).0;
    let count = |what: &str| svg.matches(what).count();
    assert_eq!((count("<circle"), count("class=\"way\""), count("<rect")), (3, 1, 1));
}
