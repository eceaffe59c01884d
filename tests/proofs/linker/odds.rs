//! Whether a guess is better than chance.

use rand::rngs::StdRng;
use rand::seq::SliceRandom as _;
use rand::{Rng as _, SeedableRng as _};

const SHUFFLES: usize = 1_999;

/// A count, to reckon with.
pub fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

/// How well somebody guessed.
#[derive(Debug, Clone, Copy)]
pub struct Verdict {
    /// How often the first guess was right.
    pub first: f64,
    /// The most that chance gives: its mean and three deviations.
    pub limit: f64,
    /// How often chance alone fits the truth as well as this.
    pub p: f64,
}

/// Judges `scores[alias][member]` by who is behind each alias. Chance is what remains when members are dealt anew to
/// their sets of aliases: that keeps what aliases of one member have in common.
pub fn judge(scores: &[Vec<f64>], truth: &[usize], seed: u64) -> Verdict {
    let members = scores.first().map_or(0, Vec::len);
    let told: Vec<Vec<f64>> = scores.iter().map(|row| standard(row)).collect();
    let hits: Vec<Vec<f64>> = scores.iter().map(|row| firsts(row)).collect();
    let sum = |table: &[Vec<f64>], deal: &[usize]| -> f64 {
        table.iter().zip(truth).map(|(row, behind)| row[deal[*behind]]).sum()
    };
    let own: Vec<usize> = (0..members).collect();
    let (fits, right) = (sum(&told, &own), sum(&hits, &own));
    let (mut rng, mut deal) = (StdRng::seed_from_u64(seed), own);
    let (mut as_good, mut by_chance) = (0_usize, Vec::with_capacity(SHUFFLES));
    for _ in 0..SHUFFLES {
        deal.shuffle(&mut rng);
        as_good += usize::from(sum(&told, &deal) >= fits - 1e-9);
        by_chance.push(sum(&hits, &deal));
    }
    let count = real(truth.len().max(1));
    let mean = by_chance.iter().sum::<f64>() / real(SHUFFLES);
    let spread = by_chance.iter().map(|hits| (hits - mean).powi(2)).sum::<f64>() / real(SHUFFLES);
    Verdict {
        first: right / count,
        limit: (mean + 3.0 * spread.sqrt()) / count,
        p: real(1 + as_good) / real(1 + SHUFFLES),
    }
}

/// Each score as distance from the row's mean, in deviations.
fn standard(row: &[f64]) -> Vec<f64> {
    let mean = row.iter().sum::<f64>() / real(row.len());
    let spread = (row.iter().map(|score| (score - mean).powi(2)).sum::<f64>() / real(row.len())).sqrt();
    row.iter().map(|score| if spread > 1e-12 { (score - mean) / spread } else { 0.0 }).collect()
}

/// One, shared among those whose score is the highest.
fn firsts(row: &[f64]) -> Vec<f64> {
    let best = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let many = real(row.iter().filter(|score| **score >= best - 1e-12).count());
    row.iter().map(|score| if *score >= best - 1e-12 { 1.0 / many } else { 0.0 }).collect()
}

/// The channels that are better than chance: p below 0.01 after Holm, or more first guesses right than chance gives.
pub fn better_than_chance<'a>(verdicts: &[(&'a str, Verdict)]) -> Vec<&'a str> {
    let mut by_p: Vec<&(&str, Verdict)> = verdicts.iter().collect();
    by_p.sort_by(|one, other| one.1.p.total_cmp(&other.1.p));
    let mut found: Vec<&str> = Vec::new();
    for (place, (name, verdict)) in by_p.iter().enumerate() {
        if verdict.p > 0.01 / real(verdicts.len() - place) {
            break;
        }
        found.push(name);
    }
    let guessed = verdicts.iter().filter(|(_, verdict)| verdict.first > verdict.limit);
    found.extend(guessed.map(|(name, _)| *name));
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn what_is_known_is_better_than_chance_and_noise_is_not() {
    let mut rng = StdRng::seed_from_u64(5);
    let truth: Vec<usize> = (0..60).map(|alias| alias % 20).collect();
    let noise: Vec<Vec<f64>> = truth.iter().map(|_| (0..20).map(|_| rng.random::<f64>()).collect()).collect();
    let known: Vec<Vec<f64>> = noise
        .iter()
        .zip(&truth)
        .map(|(row, behind)| {
            row.iter().enumerate().map(|(m, s)| s + if m == *behind { 0.4 } else { 0.0 }).collect()
        })
        .collect();
    let flat = vec![vec![1.0; 20]; 60];
    let verdicts = [
        ("noise", judge(&noise, &truth, 1)),
        ("known", judge(&known, &truth, 1)),
        ("flat", judge(&flat, &truth, 1)),
    ];
    assert_eq!(better_than_chance(&verdicts), ["known"], "{verdicts:?}");
}
