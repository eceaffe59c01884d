//! Whether the time of an answer says what its bytes do not: interleaved requests, Welch's t (after dudect, Reparaz et al. 2017).
//! By command alone: a time that decides over a landing would be a coin. See `docs/guides/write-a-test.md`.
#![expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    clippy::semicolon_if_nothing_returned,
    reason = "counts of a few thousand, as statistics want them, told to whoever asked"
)]

use std::time::Instant;

use hearthside::kernel::Chance;
use hearthside::policy::Reach;

use crate::forum::aliases::night_owls;
use crate::forum::shares;
use crate::harness::{Browser, Town};

/// Requests of each kind; `HEARTHSIDE_PROOFS=full` asks for ten thousand in all.
fn rounds() -> usize {
    if std::env::var("HEARTHSIDE_PROOFS").is_ok_and(|proofs| proofs == "full") { 5_000 } else { 1_000 }
}

/// Past this, times differ (the threshold of the paper).
const T_MAX: f64 = 4.5;

/// Welch's t of two samples, each cut at the same ninetieth part so that a pause of the machine decides nothing.
fn welch(one: &[f64], other: &[f64]) -> f64 {
    let mut both: Vec<f64> = one.iter().chain(other).copied().collect();
    both.sort_by(f64::total_cmp);
    let cut = both[both.len() * 9 / 10];
    let moments = |sample: &[f64]| {
        let kept: Vec<f64> = sample.iter().copied().filter(|time| *time <= cut).collect();
        let n = kept.len() as f64;
        let mean = kept.iter().sum::<f64>() / n;
        let variance = kept.iter().map(|time| (time - mean).powi(2)).sum::<f64>() / (n - 1.0);
        (mean, variance / n)
    };
    let ((a, va), (b, vb)) = (moments(one), moments(other));
    (a - b) / (va + vb).sqrt()
}

/// Does one of two things at a time, in an order nobody knows, and says how far their times lie apart.
fn apart(town: &Town, what: &str, mut deed: impl FnMut(&Town, bool) -> f64) {
    let chance = Chance::seeded(11);
    let mut times = [Vec::new(), Vec::new()];
    for round in 0..2 * rounds() + 40 {
        let which = chance.below(2);
        let time = deed(town, which == 1);
        // The first ones warm what is cold.
        if round >= 40 {
            times[which].push(time);
        }
    }
    let t = welch(&times[0], &times[1]);
    let mean = |times: &[f64]| times.iter().sum::<f64>() / times.len() as f64 * 1_000.0;
    println!(
        "{what}: {} + {} requests, {:.3} ms and {:.3} ms, t = {t:.2}",
        times[0].len(),
        times[1].len(),
        mean(&times[0]),
        mean(&times[1])
    );
    assert!(t.abs() < T_MAX, "{what}: t = {t:.2}");
}

fn timed(deed: impl FnOnce()) -> f64 {
    let from = Instant::now();
    deed();
    from.elapsed().as_secs_f64()
}

#[test]
fn two_samples_alike_are_told_from_two_that_are_not() {
    let chance = Chance::seeded(3);
    let sample = |shift: f64| -> Vec<f64> { (0..500).map(|_| chance.below(1_000) as f64 + shift).collect() };
    assert!(welch(&sample(0.0), &sample(0.0)).abs() < T_MAX);
    assert!(welch(&sample(0.0), &sample(400.0)).abs() > T_MAX);
}

#[test]
#[ignore = "by command, on a quiet machine"]
fn no_time_says_whether_a_name_exists() {
    let town = Town::with_room();
    let ada = town.person("Quiet Ada");
    let page = ada.visits("/you/safety/password").is(200);
    let fields = [("password", "lamp river forty spoons"), ("again", "lamp river forty spoons")];
    ada.fills(&page, "/you/safety/password", &fields).is(303);
    let stranger = town.stranger();
    apart(&town, "a name that exists and one that does not", |town, exists| {
        // Guessing takes longer each time; that is not what is measured.
        town.app.clock().advance_s(1_000);
        let name = if exists { "Quiet Ada" } else { "Sound Asa" };
        timed(|| {
            drop(stranger.posts("/back-in", &[("name", name), ("password", "wrong wrong wrong")]).is(422))
        })
    });
}

#[test]
#[ignore = "by command, on a quiet machine"]
fn no_time_says_whether_a_thread_exists() {
    let town = Town::with_room();
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    town.group("evenings", Reach::Group, &[&ada]);
    let real = format!("/p/{}", shares(&ada, "evenings", "Only for us."));
    let absent = format!("/p/{}", real.trim_start_matches("/p/").chars().rev().collect::<String>());
    apart(&town, "a private thread and none", |_, exists| {
        timed(|| drop(maya.visits(if exists { &real } else { &absent }).is(404)))
    });
}

#[test]
#[ignore = "by command, on a quiet machine"]
fn no_time_says_whether_words_came_from_an_alias() {
    let town = Town::with_room();
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    night_owls(&town, "allowed", &[&maya, &ada]);
    let thread = shares(&maya, "owls", "A thread to answer.");
    let reply = |browser: &Browser, speaks: &str| {
        let to = format!("/p/{thread}/reply");
        let form = browser.visits(&to).is(200);
        timed(|| drop(browser.fills(&form, &to, &[("body", "With you."), ("as", speaks)]).is(303)))
    };
    apart(&town, "a reply as an alias and in one's own name", |_, is_alias| {
        reply(&ada, if is_alias { "thread" } else { "name" })
    });
}
