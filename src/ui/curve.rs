//! A curve of urges: numbers from 0 to 10 that somebody marked for themself. Where nothing was marked is a gap, neither a fall nor a fault.

use std::fmt::Write as _;

use super::icons::Safe;

/// Days drawn, and width of one.
pub const DAYS: i64 = 28;
const DAY: i64 = 11;
/// Half-hours drawn at most, and width of one; how far its two ends lie apart.
pub const PAIRS: usize = 7;
const PAIR: usize = 44;
const APART: i64 = 22;
/// Where the drawing begins and ends, where a 10 stands, and height of a step.
const LEFT: i64 = 22;
const RIGHT: i64 = 340;
const TOP: i64 = 12;
const STEP: i64 = 10;

/// What stands inside of an `svg` of 344 by 124: urges by how many days ago they were. Two days that follow each other are joined.
#[must_use]
pub fn days(marks: &[(i64, i64)]) -> Safe<String> {
    let mut marks: Vec<(i64, i64)> =
        marks.iter().copied().filter(|(back, _)| (0..DAYS).contains(back)).collect();
    marks.sort_unstable();
    let place = |(back, urge): (i64, i64)| (RIGHT - DAY / 2 - DAY * back, height(urge));
    let mut svg = ground();
    for (later, earlier) in marks.iter().zip(marks.iter().skip(1)) {
        if earlier.0 - later.0 == 1 {
            join(&mut svg, place(*earlier), place(*later));
        }
    }
    for mark in marks {
        dot(&mut svg, place(mark), "mark");
    }
    Safe(svg)
}

/// The same of half-hours, the earliest first: before and after stand side by side and are joined, and nothing joins one half-hour to
/// the next.
#[must_use]
pub fn pairs(pairs: &[(Option<i64>, Option<i64>)]) -> Safe<String> {
    let mut svg = ground();
    let over = pairs.len().saturating_sub(PAIRS);
    for ((before, after), left) in pairs.iter().skip(over).zip((LEFT + APART / 2..).step_by(PAIR)) {
        let before = before.map(|urge| (left, height(urge)));
        let after = after.map(|urge| (left + APART, height(urge)));
        if let (Some(before), Some(after)) = (before, after) {
            join(&mut svg, before, after);
        }
        for (place, which) in [(before, "before"), (after, "mark")] {
            if let Some(place) = place {
                dot(&mut svg, place, which);
            }
        }
    }
    Safe(svg)
}

/// Lines at 0, 5 and 10, with their numbers.
fn ground() -> String {
    [10, 5, 0].into_iter().fold(String::new(), |mut svg, level| {
        let y = height(level);
        let (x, foot) = (LEFT - 5, y + 4);
        let _ = write!(
            svg,
            r#"<path class="grid" d="M{LEFT} {y}H{RIGHT}"/><text x="{x}" y="{foot}" text-anchor="end">{level}</text>"#
        );
        svg
    })
}

fn height(urge: i64) -> i64 {
    TOP + (10 - urge.clamp(0, 10)) * STEP
}

fn join(svg: &mut String, (x1, y1): (i64, i64), (x2, y2): (i64, i64)) {
    let _ = write!(svg, r#"<path class="way" d="M{x1} {y1}L{x2} {y2}"/>"#);
}

fn dot(svg: &mut String, (x, y): (i64, i64), which: &str) {
    let _ = write!(svg, r#"<circle class="{which}" cx="{x}" cy="{y}" r="4"/>"#);
}

#[test]
fn a_day_that_is_missing_is_a_gap() {
    let svg = days(&[(0, 4), (1, 6), (3, 0), (28, 9)]).0;
    assert_eq!((svg.matches("mark").count(), svg.matches("way").count()), (3, 1));
    assert!(svg.contains(r#"<path class="way" d="M324 52L335 72"/>"#), "{svg}");
    assert_eq!(days(&[(-1, 4)]).0, ground(), "a day that has not come is none");
}

#[test]
fn each_half_hour_stands_alone() {
    let svg = pairs(&[(Some(8), Some(3)), (Some(7), None), (None, Some(2))]).0;
    let count = |what: &str| svg.matches(what).count();
    assert_eq!((count("\"before\""), count("\"mark\""), count("\"way\"")), (2, 2, 1));
    let many = pairs(&[(Some(11), Some(-1)); 30]).0;
    assert_eq!(many.matches("\"way\"").count(), PAIRS, "the latest");
    assert!(
        !many.contains("cx=\"341\"") && many.contains("cy=\"12\"") && many.contains("cy=\"112\""),
        "{many}"
    );
}
