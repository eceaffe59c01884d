//! Two plain words for somebody who has better things to think about.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

static FIRST: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("first.txt").lines().collect());
static SECOND: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("second.txt").lines().collect());

/// Numbers that set a taken name apart and read like nobody's year of birth.
pub const NUMBERS: RangeInclusive<u32> = 10..=49;

/// A name of two plain words, such as "Quiet Heron".
///
/// `chance(n)` answers a number below `n`. There are 160,000 names.
pub fn suggest(chance: &mut impl FnMut(usize) -> usize) -> String {
    format!("{} {}", pick(&FIRST, chance), pick(&SECOND, chance))
}

/// The name with a number behind it, for one that is taken. Draw `n` from [`NUMBERS`] first.
#[must_use]
pub fn with_number(name: &str, n: u32) -> String {
    format!("{} {n}", name.trim_end())
}

fn pick(words: &[&'static str], chance: &mut impl FnMut(usize) -> usize) -> &'static str {
    let at = chance(words.len()).min(words.len().saturating_sub(1));
    words.get(at).copied().unwrap_or("Quiet")
}

/// A chance that always falls the same way for the same text, so that a check needs no luck.
pub(super) fn chance_from(seed: &str) -> impl FnMut(usize) -> usize + use<> {
    let mut state = seed.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let below = u64::try_from(below.max(1)).unwrap_or(1);
        usize::try_from((state >> 33) % below).unwrap_or(0)
    }
}

/// Both lists: how something is, and what is out there.
#[must_use]
pub fn lists() -> (&'static [&'static str], &'static [&'static str]) {
    (&FIRST, &SECOND)
}
