//! A face for every name, drawn from a seed as the grain of wood. Two names of one person share nothing.

use std::sync::{Arc, LazyLock};

use quick_cache::sync::Cache;

use super::icons::Safe;

/// Whose face it is: the outline and the grain tell, so that colour need not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A member's usual name: a circle with solid grain.
    Name,
    /// An alias: a soft square with dotted grain.
    Alias,
    /// Somebody from another community: a circle; the text beside it says where from.
    Remote,
}

/// Seven directions as (cosine, sine) in thousandths.
const DIRECTIONS: [(i64, i64); 7] =
    [(0, -1000), (782, -623), (975, 223), (434, 901), (-434, 901), (-975, 223), (-782, -623)];
const RADII: [i64; 4] = [10, 26, 42, 58];
const TINTS: i64 = 8;

/// Faces drawn lately; each takes some seven hundred bytes.
static DRAWN: LazyLock<Cache<(i64, Shape), Arc<str>>> = LazyLock::new(|| Cache::new(2_000));

/// The face of a name. The same seed and shape always give the same drawing.
pub fn face(seed: i64, shape: Shape) -> Safe<Arc<str>> {
    let key = (seed, shape);
    if let Some(svg) = DRAWN.get(&key) {
        return Safe(svg);
    }
    let svg: Arc<str> = draw(seed, shape).into();
    DRAWN.insert(key, Arc::clone(&svg));
    Safe(svg)
}

fn draw(seed: i64, shape: Shape) -> String {
    let mut chance = Chance::new(seed);
    let tint = chance.below(TINTS);
    let centre = (chance.below(56) + 12, chance.below(56) + 12);
    // One wobble for all four rings: the lines of grain run side by side.
    let wobble = DIRECTIONS.map(|_| 88 + chance.below(25));
    let class = if shape == Shape::Alias { "face alias" } else { "face" };
    let mut svg =
        format!(r#"<svg class="{class} t{tint}" viewBox="0 0 80 80" aria-hidden="true" focusable="false">"#);
    for radius in RADII {
        svg.push_str(r#"<path d=""#);
        ring(&mut svg, centre, radius, wobble);
        svg.push_str(r#""/>"#);
    }
    svg.push_str("</svg>");
    svg
}

/// The mark of the house, for the top bar.
pub fn logo() -> Safe<&'static str> {
    Safe(include_str!("../../frontend/icons/art/logo.svg"))
}

/// The large drawing on the welcome page.
pub fn door() -> Safe<&'static str> {
    Safe(include_str!("../../frontend/icons/art/door.svg"))
}

/// The four reaches, from near to far, as rings around a lamp.
#[must_use]
pub fn reaches() -> Safe<&'static str> {
    Safe(include_str!("../../frontend/icons/art/reaches.svg"))
}

/// One closed, slightly uneven line: a Catmull-Rom curve, written with smooth segments.
fn ring(path: &mut String, (x, y): (i64, i64), radius: i64, wobble: [i64; 7]) {
    let mut points: Vec<(i64, i64)> = DIRECTIONS
        .iter()
        .zip(wobble)
        .map(|((cos, sin), percent)| {
            let reach = radius * percent;
            (x + cos * reach / 100_000, y + sin * reach / 100_000)
        })
        .collect();
    // Around once: the last three points are the first three again.
    points.extend_from_within(..3);
    for (step, window) in points.windows(3).enumerate() {
        let &[before, (x, y), after] = window else { continue };
        let lean = ((after.0 - before.0) / 6, (after.1 - before.1) / 6);
        match step {
            0 => numbers(path, ["M", " ", "C", " "], [x, y, x + lean.0, y + lean.1]),
            1 => numbers(path, [" ", " ", " ", " "], [x - lean.0, y - lean.1, x, y]),
            _ => numbers(path, ["S", " ", " ", " "], [x - lean.0, y - lean.1, x, y]),
        }
    }
    path.push('Z');
}

/// Four numbers, each behind its mark. A list of threads draws some four thousand of them.
fn numbers(path: &mut String, marks: [&str; 4], values: [i64; 4]) {
    let mut digits = itoa::Buffer::new();
    for (mark, value) in marks.into_iter().zip(values) {
        path.push_str(mark);
        path.push_str(digits.format(value));
    }
}

/// SplitMix64: small, and the same on every machine for good.
pub(super) struct Chance(u64);

impl Chance {
    /// From a seed.
    pub(super) const fn new(seed: i64) -> Self {
        Self(seed.cast_unsigned())
    }

    /// A number from 0 up to, not including, `limit`.
    pub(super) fn below(&mut self, limit: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)).cast_signed().rem_euclid(limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_always_draws_the_same_face() {
        assert_eq!(face(7, Shape::Name).0, face(7, Shape::Name).0);
        assert_ne!(face(7, Shape::Name).0, face(8, Shape::Name).0);
        assert!(face(i64::MIN, Shape::Remote).0.ends_with("</svg>"));
    }

    #[test]
    fn an_alias_differs_in_shape_and_nothing_else() {
        let name = draw(7, Shape::Name);
        assert_eq!(draw(7, Shape::Alias), name.replace("\"face ", "\"face alias "));
        assert_eq!(draw(7, Shape::Remote), name);
    }

    #[test]
    fn faces_are_light_and_use_every_tint() {
        let faces: Vec<String> = (0..200).map(|seed| draw(seed, Shape::Name)).collect();
        assert!(faces.iter().all(|face| face.len() < 800), "{:?}", faces.iter().map(String::len).max());
        for tint in 0..TINTS {
            assert!(faces.iter().any(|face| face.contains(&format!("face t{tint}\""))), "tint {tint}");
        }
        assert!(faces.iter().all(|face| !face.contains("style") && !face.contains('.')));
    }

    #[test]
    fn a_ring_closes_where_it_began() {
        let mut path = String::new();
        ring(&mut path, (40, 40), 20, [100; 7]);
        let start = path.trim_start_matches('M').split('C').next();
        let end = path.trim_end_matches('Z').rsplit(' ').take(2).collect::<Vec<_>>();
        assert_eq!(start, Some(format!("{} {}", end[1], end[0]).as_str()));
    }
}
