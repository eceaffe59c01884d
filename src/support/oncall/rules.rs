//! What an ask may become, how far it goes after how long, and who may be asked. Pure.

use super::{Ask, Circle, Lamp, Moves, Phase, Refusal, Weekday};
use crate::kernel::{Moment, Week, Zone};
use crate::policy::Rank;

/// Listeners in one room: more would be a crowd.
pub const SEATS: i64 = 3;
/// Hours after which nothing is left of a room.
pub const HOURS_KEPT: i64 = 24;
/// Weeks somebody has been here before they may listen.
pub const LISTENS_AFTER_WEEKS: i64 = 4;
/// How long a lamp may be lit for.
pub const MINUTES: [i64; 3] = [30, 60, 120];
/// Seconds after which an ask goes further, if that was agreed to beforehand; at the last, those in reach are asked once more.
pub const WIDENS_S: [i64; 3] = [120, 300, 600];
/// Seconds after which whoever waits alone reads that nobody came yet, and what else there is.
pub const LATE_S: i64 = 600;
/// Seconds after which others are asked, too, where those who came have said nothing.
pub const SILENT_S: i64 = 180;
/// Seconds after which nobody is asked any more: whoever finds it then finds somebody who sleeps.
pub const WAITS_S: i64 = 2 * 3_600;
/// Seconds for which "not tonight" holds.
pub const RESTS_S: i64 = 12 * 3_600;
/// People in a day after whom a page says that it is a lot.
pub const MANY: i64 = 3;
/// People in 24 hours to whom somebody comes who chose nothing else: enough for a night, and not more.
pub const A_DAY: i64 = 5;
/// The most somebody can choose, short of no end.
pub const A_DAY_MAX: i64 = 10;
/// Days for which somebody who listened is asked how they are.
pub const LOOKS_BACK_DAYS: i64 = 3;
/// Asks of one person in a day that go as far as they like; further ones go to lit lamps alone.
pub const WIDE_A_DAY: i64 = 5;
/// Asks of one person in a day that ring; further ones are seen and ring no more. Those to which nobody came are not counted.
pub const RINGS_A_DAY: i64 = 8;
/// Rounds of one ask that ring.
pub const ROUNDS_RING: i64 = 6;
/// Seconds for which another listener who was asked for is not asked for again.
pub const CALLS_AGAIN_S: i64 = 120;
/// Seconds for which whoever was asked for is still waited for.
pub const CALLS_S: i64 = 600;

/// What happens to an ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Somebody comes.
    Claim,
    /// Somebody says something.
    Speak,
    /// The last listener goes.
    Empty,
    /// Somebody presses something.
    Press(Moves),
    /// Nobody came for too long, or the day is over.
    Expire,
}

impl Phase {
    /// Whether it goes on.
    #[must_use]
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Open | Self::Claimed | Self::Talking | Self::Easing)
    }
}

impl Ask {
    /// Whether it rings on devices. One that does not is listed all the same, and stands among the news of whoever it reaches.
    #[must_use]
    pub const fn rings(&self) -> bool {
        !self.is_quiet && self.round <= ROUNDS_RING
    }

    /// Whether somebody is waited for: nobody is there, or another one was asked for.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.phase == Phase::Open || self.is_calling
    }

    /// Whether nobody ever came, for so long that it counts, whatever it ends by.
    #[must_use]
    pub fn is_in_vain(&self, now: Moment) -> bool {
        self.phase == Phase::Open && self.round == 1 && now.seconds_since(self.rung_at) >= LATE_S
    }

    /// Whether another listener was asked for a moment ago.
    #[must_use]
    pub fn is_just_called(&self, now: Moment) -> bool {
        self.is_calling && now.seconds_since(self.rung_at) < CALLS_AGAIN_S
    }
}

/// What an ask is after a step. The same step again leaves it as it is.
///
/// # Errors
/// `ask-over`, `ask-not-yet`, `ask-underway`, `ask-enough`.
pub fn next(phase: Phase, step: Step) -> Result<Phase, Refusal> {
    use Phase::{Claimed, Closed, Easing, HandedOff, Left, Open, TakenBack, Talking, Unanswered};
    match (phase, step) {
        // Over is over, and what made it so may be pressed again.
        (Closed, Step::Press(Moves::Close)) => Ok(Closed),
        (TakenBack, Step::Press(Moves::TakeBack)) => Ok(TakenBack),
        (HandedOff, Step::Press(Moves::HandOff)) => Ok(HandedOff),
        (Closed | TakenBack | HandedOff | Unanswered | Left, Step::Empty | Step::Expire) => Ok(phase),
        (Closed | TakenBack | HandedOff | Unanswered | Left, _) => Err(Refusal::Over),

        (Open | Claimed, Step::Claim) => Ok(Claimed),
        (Talking, Step::Claim) => Ok(Talking),
        // Whom a listener asks for comes while it is hard: who is there when it eases is enough.
        (Claimed | Talking, Step::Press(Moves::Cover | Moves::HandOver)) => Ok(phase),
        (Easing, Step::Claim | Step::Press(Moves::Cover | Moves::HandOver)) => Err(Refusal::Enough),

        (Open | Easing, Step::Speak) => Ok(phase),
        (Claimed | Talking, Step::Speak) => Ok(Talking),

        (Talking | Easing, Step::Press(Moves::Ease)) => Ok(Easing),
        (Talking | Easing, Step::Press(Moves::Harder)) => Ok(Talking),
        (Claimed | Talking | Easing, Step::Press(Moves::Close)) => Ok(Closed),
        (Open | Claimed, Step::Press(Moves::TakeBack)) => Ok(TakenBack),
        (Talking | Easing, Step::Press(Moves::TakeBack)) => Err(Refusal::Underway),
        (_, Step::Press(Moves::HandOff)) => Ok(HandedOff),

        // Where it was easing, it ends; else others are asked.
        (Easing, Step::Empty) | (Claimed | Talking | Easing, Step::Expire) => Ok(Closed),
        (Claimed | Talking, Step::Empty) => Ok(Open),
        (Open, Step::Expire) => Ok(Unanswered),
        // While others are there, a listener who goes changes nothing.
        (Claimed | Talking | Easing, Step::Press(Moves::Leave | Moves::Stay | Moves::Point)) => Ok(phase),
        (Open, Step::Empty) => Ok(Open),
        (Open | Claimed, Step::Press(Moves::Ease | Moves::Harder)) => Err(Refusal::NotYet),
        (Open, Step::Press(Moves::Close | Moves::Leave | Moves::Cover)) => Err(Refusal::NotYet),
        (Open, Step::Press(Moves::HandOver | Moves::Stay | Moves::Point)) => Err(Refusal::NotYet),
    }
}

/// What an ask is to which nobody came for too long: where somebody was there in an earlier round, nobody reads that nobody came.
///
/// # Errors
/// Never for one that is open.
pub fn expired(phase: Phase, round: i64) -> Result<Phase, Refusal> {
    let phase = next(phase, Step::Expire)?;
    Ok(if phase == Phase::Unanswered && round > 1 { Phase::Left } else { phase })
}

/// How far an ask goes that was asked so many seconds ago: never further than was agreed to.
#[must_use]
pub fn circle_after(seconds: i64, consent: Circle) -> Circle {
    let [groups, everyone, _] = WIDENS_S;
    let circle = match seconds {
        s if s >= everyone => Circle::Everyone,
        s if s >= groups => Circle::Groups,
        _ => Circle::Lamps,
    };
    circle.min(consent)
}

/// What is wider than a circle, the nearest first. Whoever is in no group has nobody to ask there.
#[must_use]
pub fn wider(than: Circle, has_groups: bool) -> Vec<Circle> {
    let is_there = |circle: &Circle| has_groups || *circle != Circle::Groups;
    Circle::ALL.iter().copied().filter(|circle| *circle > than).filter(is_there).collect()
}

/// Whether somebody who has been here since a week may listen. Those who look after the community may at once: else a new
/// one had nobody.
///
/// # Errors
/// `lamp-too-new`.
pub fn may_listen(since: Week, now: Week, rank: Rank) -> Result<(), Refusal> {
    let is_known = now.0 - since.0 >= LISTENS_AFTER_WEEKS || rank != Rank::Member;
    if is_known { Ok(()) } else { Err(Refusal::TooNew) }
}

/// When a lamp goes out that is lit now: to the next five minutes, so that nothing says when it was lit.
#[must_use]
pub const fn out_at(now: Moment, minutes: i64) -> Moment {
    const STEP_MS: i64 = 5 * 60 * 1_000;
    let at = now.plus_s(minutes * 60).0;
    Moment(at + (STEP_MS - at.rem_euclid(STEP_MS)) % STEP_MS)
}

/// When all of an ask goes that is asked now: a full hour, and never later than a day.
#[must_use]
pub const fn ends_at(now: Moment) -> Moment {
    const HOUR_MS: i64 = 3_600_000;
    Moment(now.0 - now.0.rem_euclid(HOUR_MS)).plus_s(HOURS_KEPT * 3_600)
}

/// Whether somebody rests.
#[must_use]
pub fn rests(lamp: &Lamp, now: Moment) -> bool {
    lamp.rests_until.is_some_and(|until| until > now)
}

/// Whether somebody came to as many in 24 hours as they chose.
#[must_use]
pub const fn is_done(lamp: &Lamp, came: i64) -> bool {
    lamp.a_day > 0 && came >= lamp.a_day
}

/// Whether somebody who listened is to be asked how they are: from the day they said, for a few.
#[must_use]
pub fn looks_back(lamp: &Lamp, now: Moment) -> bool {
    let today = lamp.clock().day(now).0;
    lamp.looks_back_on.is_some_and(|on| (on.0..=on.0 + LOOKS_BACK_DAYS).contains(&today))
}

/// Whether a lamp is lit: by hand, or by its hours on duty.
#[must_use]
pub fn is_lit(lamp: &Lamp, now: Moment) -> bool {
    !rests(lamp, now) && (lamp.lit_until.is_some_and(|until| until > now) || is_on_duty(lamp, now))
}

fn is_on_duty(lamp: &Lamp, now: Moment) -> bool {
    let Some(zone) = Zone::parse(&lamp.zone) else { return false };
    let (day, hour) = (zone.day(now), zone.hours(now));
    let on = |day| lamp.on_days().any(|each| each == Weekday::of(day));
    let (from, to) = (lamp.from_hour, lamp.to_hour);
    if from < to {
        on(day) && (from..to).contains(&hour)
    } else {
        on(day) && hour >= from || on(day.plus(-1)) && hour < to
    }
}

/// Where somebody stands to whoever asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kin {
    /// They are in a group with them.
    Near,
    /// They are not.
    Far,
    /// Whoever asks is in no group yet: lit lamps are for them, too.
    Newcomer,
}

/// Whether an ask that has gone so far reaches a listener, who is with `busy` people already.
#[must_use]
pub fn is_reached(lamp: &Lamp, busy: i64, (circle, kin): (Circle, Kin), now: Moment) -> bool {
    if busy >= lamp.most || rests(lamp, now) {
        return false;
    }
    let (is_lit, is_near) = (is_lit(lamp, now), kin == Kin::Near);
    let is_asked_near = is_near && lamp.askable >= Circle::Groups;
    match circle {
        Circle::Lamps => is_lit && kin != Kin::Far,
        Circle::Groups => is_lit && kin != Kin::Far || is_asked_near,
        Circle::Everyone => is_lit || is_asked_near || lamp.askable == Circle::Everyone,
    }
}
