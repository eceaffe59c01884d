//! Growth rings: days lived, drawn as a tree keeps them. A setback is a small knot; the rings go on around it.

use std::f64::consts::{FRAC_PI_2, TAU};
use std::fmt::Write as _;

use super::icons::Safe;

/// Points of each line.
const POINTS: u32 = 11;
/// The middle of the drawing, and how far out its innermost and outermost lines may be.
const MIDDLE: f64 = 80.0;
const INNERMOST: f64 = 9.0;
const ROOM: f64 = 62.0;
const WIDEST_STEP: f64 = 11.0;
/// How much a line may sway.
const SWAY: f64 = 0.05;
/// Lines drawn at most; days of one ring, the least that keeps to it.
const RINGS_MAX: i64 = 9;
const SPANS: [i64; 8] = [7, 30, 91, 365, 1_461, 3_652, 7_305, 18_262];

/// How days are told as rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grown {
    /// Days of one ring.
    pub span: i64,
    /// Rings that are closed.
    pub full: i64,
    /// Days of the ring that grows.
    pub part: i64,
}

impl Grown {
    /// Days as rings.
    #[must_use]
    pub fn of(days: i64) -> Self {
        let days = days.max(0);
        let span = SPANS.into_iter().find(|span| days / span < RINGS_MAX).unwrap_or(36_525);
        Self { span, full: days / span, part: days % span }
    }
}

/// What stands inside of an `svg` of 160 by 160: so many days, with setbacks after some of them, in the grain of a seed.
#[must_use]
pub fn rings(days: i64, knots: &[i64], seed: i64) -> Safe<String> {
    let grown = Grown::of(days);
    let grain = Grain::of(seed, grown.full);
    let mut svg = String::new();
    for ring in 0..grown.full {
        let _ = write!(svg, r#"<path class="r{} w{}" d="{}"/>"#, ring % 3, ring % 6, grain.line(ring));
    }
    let line = grain.line(grown.full);
    let _ = write!(svg, r#"<path class="rest" d="{line}"/>"#);
    if grown.part > 0 {
        let hundredths = grown.part * 100 / grown.span;
        let _ = write!(
            svg,
            r#"<path class="grows" pathLength="100" stroke-dasharray="{hundredths} 200" d="{line}"/>"#
        );
    }
    for after in knots {
        let (x, y) = grain.place(after / grown.span, after % grown.span, grown.span);
        let _ = write!(svg, r#"<ellipse class="knot" cx="{x:.1}" cy="{y:.1}" rx="4.6" ry="3.6"/>"#);
    }
    svg.push_str(r#"<circle class="core" cx="80" cy="80" r="3.2"/>"#);
    if grown.part > 0 {
        let (x, y) = grain.place(grown.full, grown.part, grown.span);
        let _ = write!(svg, r#"<circle class="now" cx="{x:.1}" cy="{y:.1}" r="6"/>"#);
    }
    Safe(svg)
}

/// One wobble for all lines: they run side by side, as in wood.
struct Grain {
    step: f64,
    waves: [(f64, f64, f64); 3],
}

impl Grain {
    fn of(seed: i64, full: i64) -> Self {
        let lines = u32::try_from(full + 1).map_or(1.0, f64::from);
        let mut phase = super::faces::Chance::new(seed);
        let waves = [2.0, 3.0, 5.0].map(|k: f64| {
            let turn = u32::try_from(phase.below(6_283)).map_or(0.0, f64::from) / 1_000.0;
            (k, turn, SWAY / k.powf(0.8))
        });
        Self { step: WIDEST_STEP.min(ROOM / lines), waves }
    }

    fn point(&self, ring: i64, turn: f64) -> (f64, f64) {
        let out = INNERMOST + self.step * i32::try_from(ring).map_or(0.0, f64::from);
        let angle = TAU * turn - FRAC_PI_2;
        let sway: f64 = self.waves.iter().map(|(k, phase, much)| much * (k * angle + phase).sin()).sum();
        (MIDDLE + out * (1.0 + sway) * angle.cos(), MIDDLE + out * (1.0 + sway) * angle.sin())
    }

    /// Where a ring is after some of its days.
    fn place(&self, ring: i64, days: i64, span: i64) -> (f64, f64) {
        let part = |days: i64| i32::try_from(days).map_or(0.0, f64::from);
        self.point(ring, part(days) / part(span).max(1.0))
    }

    /// One closed, slightly uneven line: Catmull-Rom, written as cubic curves.
    fn line(&self, ring: i64) -> String {
        let at = |point: u32| self.point(ring, f64::from(point % POINTS) / f64::from(POINTS));
        let (x, y) = at(0);
        let mut path = format!("M{x:.1} {y:.1}");
        for point in 0..POINTS {
            let (before, from, to, after) = (at(point + POINTS - 1), at(point), at(point + 1), at(point + 2));
            let lean = |a: (f64, f64), b: (f64, f64)| ((b.0 - a.0) / 6.0, (b.1 - a.1) / 6.0);
            let (out, back) = (lean(before, to), lean(from, after));
            let _ = write!(
                path,
                "C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
                from.0 + out.0,
                from.1 + out.1,
                to.0 - back.0,
                to.1 - back.1,
                to.0,
                to.1
            );
        }
        path.push('Z');
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_rings_of_the_least_span_that_keeps_to_nine() {
        check(0, (7, 0, 0));
        check(6, (7, 0, 6));
        check(62, (7, 8, 6));
        check(63, (30, 2, 3));
        check(226, (30, 7, 16));
        check(270, (91, 2, 88));
        check(2_000, (365, 5, 175));
        check(12_000, (1_461, 8, 312));
        check(45_000, (7_305, 6, 1_170));
        check(-5, (7, 0, 0));

        #[track_caller]
        fn check(days: i64, expected: (i64, i64, i64)) {
            let grown = Grown::of(days);
            assert_eq!((grown.span, grown.full, grown.part), expected);
        }
    }

    #[test]
    fn a_drawing_is_light_and_stays_within_its_frame() {
        for days in [0, 1, 7, 29, 30, 226, 269, 3_650, 40_000] {
            let svg = rings(days, &[days / 2], 7).0;
            assert!(svg.len() < 6_000, "{days}: {}", svg.len());
            assert!(!svg.contains("style") && svg.contains("class=\"knot\""));
            assert_eq!(
                svg.matches("<path").count(),
                usize::try_from(Grown::of(days).full + 1).unwrap() + usize::from(Grown::of(days).part > 0)
            );
            let numbers = svg.split(['M', 'C', ' ', 'Z', '"']).filter_map(|part| part.parse::<f64>().ok());
            assert!(numbers.into_iter().all(|at| (0.0..=200.0).contains(&at)), "{days}");
        }
        assert_eq!(rings(226, &[188], 7).0, rings(226, &[188], 7).0);
        assert_ne!(rings(226, &[188], 7).0, rings(226, &[188], 8).0);
    }
}
