//! What the people of a simulated week are like. Every number here is a guess; where research says something, its section is named
//! (`recovery` 4.2: nights and weekends are hardest, urges last half an hour, and small hosts cannot staff nights).

use crate::kernel::{Chance, Moment, Zone};
use crate::support::oncall::{Circle, Need, Weekday};

/// How alive each hour of somebody's own day is.
const HERE: [usize; 24] = [2, 1, 1, 1, 1, 2, 5, 9, 10, 9, 9, 9, 11, 10, 9, 9, 10, 12, 15, 18, 20, 18, 12, 6];
/// How hard each hour is.
const HARD: [usize; 24] = [12, 12, 11, 10, 8, 6, 4, 3, 3, 3, 3, 4, 4, 4, 4, 5, 6, 7, 9, 11, 13, 14, 14, 13];
/// Where people live, and of how many in a hundred.
const ZONES: [(&str, usize); 5] = [
    ("America/New_York", 40),
    ("America/Los_Angeles", 18),
    ("Europe/London", 22),
    ("Europe/Berlin", 10),
    ("Australia/Sydney", 10),
];

/// Visits in a day.
const VISITS: usize = 3;
/// Days between one ask of somebody and the next.
const ASKS_EVERY_DAYS: usize = 8;
/// People in a day to whom those of the rota come at most, one after the other; 10 is the most that can be chosen.
const A_DAY: [i64; 4] = [10, 5, 10, 3];
/// Of so many lines that a listener says, one each is their last, asks for one more, and hands over.
pub const TURNS_OF: usize = 14;
/// Of so many who come, one falls silent before the first word (decision 66).
pub const SILENT_OF: usize = 10;
/// Of so many who may be asked with their lamp out, one turned a device on. Who takes a turn in a rota did: the page of the lamp says
/// that an ask reaches them nowhere else while they look at no page.
pub const DEVICE_OF: usize = 2;
/// Of so many who see that others came already, one comes all the same.
pub const BESIDE_OF: usize = 2;
/// The night that nobody chose.
const QUIET: (i64, i64) = (22, 8);
/// Odds are of so many.
const OF: usize = 1_000_000;
const MINUTES_AN_HOUR: usize = 60;

/// Where the next person lives.
pub fn zone(chance: &Chance) -> Zone {
    let mut at = chance.below(100);
    for (name, share) in ZONES {
        if at < share {
            return Zone::parse(name).unwrap_or_else(Zone::utc);
        }
        at -= share;
    }
    Zone::utc()
}

/// How many one of the rota comes to in a day.
pub fn a_day(place: usize) -> i64 {
    A_DAY.get(place % A_DAY.len()).copied().unwrap_or_default()
}

/// Who may ask the next person while their lamp is out: most say nobody.
pub fn askable(chance: &Chance) -> Circle {
    match chance.below(100) {
        0..80 => Circle::Lamps,
        80..93 => Circle::Groups,
        _ => Circle::Everyone,
    }
}

/// How far the next ask may go, where somebody chooses it; most press where the form stands.
pub fn consent(chance: &Chance) -> Option<Circle> {
    match chance.below(10) {
        0..7 => None,
        7..9 => Some(Circle::Groups),
        _ => Some(Circle::Everyone),
    }
}

/// From when until when nothing rings that can wait: most leave it as it is, a few are told at any hour.
pub fn quiet(chance: &Chance) -> (i64, i64) {
    if one_in(chance, 10) { (0, 0) } else { QUIET }
}

/// What it is about.
pub fn need(chance: &Chance) -> Need {
    match chance.below(10) {
        0..6 => Need::Craving,
        6..8 => Need::Used,
        _ => Need::Company,
    }
}

/// Whether somebody looks in during this minute.
pub fn looks_in(chance: &Chance, zone: &Zone, now: Moment) -> bool {
    happens(chance, &HERE, (zone, now), (VISITS, 1))
}

/// Whether somebody asks for company in this minute.
pub fn asks(chance: &Chance, zone: &Zone, now: Moment) -> bool {
    let is_weekend = matches!(Weekday::of(zone.day(now)), Weekday::Sat | Weekday::Sun);
    let half_again = if is_weekend { 3 } else { 2 };
    happens(chance, &HARD, (zone, now), (half_again, 2 * ASKS_EVERY_DAYS))
}

/// `times` in `days` days, more often in the hours that weigh more.
fn happens(
    chance: &Chance,
    weights: &[usize; 24],
    (zone, now): (&Zone, Moment),
    (times, days): (usize, usize),
) -> bool {
    let hour = usize::try_from(zone.hours(now).rem_euclid(24)).unwrap_or_default();
    let weight = weights.get(hour).copied().unwrap_or_default();
    let all = weights.iter().sum::<usize>() * MINUTES_AN_HOUR * days;
    chance.below(OF) < OF * weight * times / all.max(1)
}

/// Seconds for which a visit lasts.
pub fn stays_s(chance: &Chance) -> i64 {
    240 + seconds(chance, 900)
}

/// Seconds until somebody who is told that another asks presses that they come: most have the phone at hand, some are at
/// the stove, and one in ten does not notice for half an hour.
pub fn comes_after_s(chance: &Chance) -> i64 {
    match chance.below(10) {
        0..6 => 20 + seconds(chance, 60),
        6..9 => 80 + seconds(chance, 160),
        _ => 1_500 + seconds(chance, 600),
    }
}

/// Seconds for which two talk; an urge lasts about half an hour.
pub fn talks_s(chance: &Chance) -> i64 {
    480 + seconds(chance, 1_500)
}

/// Whether one in `of` does something.
pub fn one_in(chance: &Chance, of: usize) -> bool {
    chance.below(of) == 0
}

/// Seconds below so many.
pub fn seconds(chance: &Chance, below: usize) -> i64 {
    i64::try_from(chance.below(below)).unwrap_or_default()
}

#[test]
fn nights_are_hard_and_quiet() {
    let (chance, utc) = (Chance::seeded(1), Zone::utc());
    let at = |hour: i64| Moment(hour * 3_600_000);
    let times = |what: fn(&Chance, &Zone, Moment) -> bool, hour| {
        (0..200_000).filter(|_| what(&chance, &utc, at(hour))).count()
    };
    assert!(times(looks_in, 20) > 4 * times(looks_in, 3), "few are here at three");
    assert!(times(asks, 3) > 2 * times(asks, 9), "and more ask");
}
