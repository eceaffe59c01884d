//! What slices above this one add to a copy: days, company, care.

use serde::Serialize;
use utoipa::ToSchema;

/// A counter.
#[derive(Debug, Serialize, ToSchema)]
pub struct CounterCopyJson {
    /// What it is called; may be empty.
    pub name: String,
    /// The first day.
    pub began_on: String,
    /// Where its days are counted.
    pub zone: String,
    /// What the large number says.
    pub shows: &'static str,
    /// `me`, or `profile`: whoever is signed in here.
    pub seen_by: &'static str,
    /// Whether Today shows it; null: they did not choose.
    pub on_today: Option<bool>,
    /// Setbacks, in the order they were told.
    pub setbacks: Vec<SetbackCopyJson>,
    /// Days they gave a name.
    pub named: Vec<NamedDayCopyJson>,
}

/// A day that was given a name.
#[derive(Debug, Serialize, ToSchema)]
pub struct NamedDayCopyJson {
    /// After how many days of a stretch.
    pub after: i64,
    /// What it is called.
    pub name: String,
}

/// A setback, as it was told to a counter.
#[derive(Debug, Serialize, ToSchema)]
pub struct SetbackCopyJson {
    /// The day it happened.
    pub on: String,
    /// `leave`, `run`, `day-one` or `hide`.
    pub turn: &'static str,
    /// What kind it was: `once`, `days`, `opioids`, `behaviour`, `close` or `prescribed`; none: not said.
    pub sort: Option<&'static str>,
    /// The first day of the new stretch, if one began.
    pub from: Option<String>,
    /// In their own words; may be empty.
    pub words: String,
    /// Whether it was taken back.
    pub is_struck: bool,
}

/// How somebody was on one day.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckinCopyJson {
    /// The day, by their own clock.
    pub day: String,
    /// Where that clock stood.
    pub zone: String,
    /// `good`, `okay`, `mixed`, `hard` or `very-hard`.
    pub weather: &'static str,
    /// From 0 to 10; null: not said.
    pub urge: Option<i64>,
    /// `hungry`, `angry`, `lonely`, `tired`.
    pub halt: Vec<&'static str>,
    /// One line; may be empty, as all that follow.
    pub line: String,
    /// What they meant to do.
    pub intention: String,
    /// A promise in their own words.
    pub pledge: String,
    /// Whether it was given for this day.
    pub is_pledged: bool,
    /// How the intention of the day before went: `well`, `partly` or `another`.
    pub went: Option<&'static str>,
    /// What they said when the day was over.
    pub look_back: String,
    /// Whether a group, a buddy or the daily circle read weather and line.
    pub was_shared: bool,
}

/// A chip.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChipCopyJson {
    /// Whether it was they who gave it; otherwise it is theirs.
    pub is_given: bool,
    /// What the milestone is counted in: `days`, `months`, `years`.
    pub of: &'static str,
    /// How many.
    pub number: i64,
    /// What they said with it; empty for a chip that was given to them: those are another's words.
    pub words: String,
    /// The day.
    pub on: String,
}

/// A milestone that is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct MilestoneCopyJson {
    /// What it is counted in: `days`, `months`, `years`.
    pub of: &'static str,
    /// How many.
    pub number: i64,
    /// Who reads it: a `group` or a `buddy`.
    pub to: &'static str,
    /// The day it was shown.
    pub on: String,
    /// What they call it, if they show that too; else empty.
    pub called: String,
}

/// Their part in the daily circle.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct CircleCopyJson {
    /// Weeks they host, or are asked for.
    pub weeks: Vec<HostedCopyJson>,
    /// What they said at the top of a day's circle, as long as that is read.
    pub greetings: Vec<GreetingCopyJson>,
    /// The Monday of the last week for which nobody asks them, because they were asked or hosted lately; null: they may be.
    pub rests_until: Option<String>,
}

/// A week of the daily circle.
#[derive(Debug, Serialize, ToSchema)]
pub struct HostedCopyJson {
    /// Its Monday.
    pub from: String,
    /// Whether they said yes.
    pub is_agreed: bool,
    /// Whether they said no. Whoever asked is not told.
    pub is_let_go: bool,
}

/// What a host said to everybody.
#[derive(Debug, Serialize, ToSchema)]
pub struct GreetingCopyJson {
    /// The day.
    pub day: String,
    /// The words.
    pub words: String,
}

/// What somebody keeps of their days. It is known to a storey above, and handed down.
#[derive(Debug, Default)]
pub struct Lived {
    /// Counters.
    pub counters: Vec<CounterCopyJson>,
    /// Check-ins.
    pub checkins: Vec<CheckinCopyJson>,
    /// Their part in the daily circle.
    pub circle: CircleCopyJson,
    /// Chips they were given, and those they gave.
    pub chips: Vec<ChipCopyJson>,
    /// Milestones they show now.
    pub milestones: Vec<MilestoneCopyJson>,
    /// What they wrote for a hard hour.
    pub plan: Option<PlanCopyJson>,
    /// That they are asked how they are after a setback.
    pub asked_after: Option<AskedAfterCopyJson>,
    /// How far they chose to ask for company the last time.
    pub asks_as_far_as: Option<&'static str>,
    /// Their lamp.
    pub lamp: Option<LampCopyJson>,
    /// Their buddies.
    pub buddies: Vec<BuddyCopyJson>,
    /// What they chose of being told.
    pub told: Option<ToldCopyJson>,
    /// Small rooms.
    pub rooms: Vec<RoomCopyJson>,
    /// What people who look after things wrote to them.
    pub care: Vec<CareCopyJson>,
    /// How they look after others.
    pub serves: ServesCopyJson,
}

/// How somebody looks after others.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct ServesCopyJson {
    /// What they take on, and their break; null: they chose nothing.
    pub pace: Option<PaceCopyJson>,
    /// When they looked after the whole community, the latest first.
    pub terms: Vec<TermCopyJson>,
}

/// What somebody takes on.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaceCopyJson {
    /// Cases on one day; null: no end.
    pub a_day: Option<i64>,
    /// Cases at a time; null: no end.
    pub at_once: Option<i64>,
    /// Whether what was told of is folded for them.
    pub folds: bool,
    /// Whether they are on a break.
    pub is_away: bool,
    /// The day it ends by itself; null: none.
    pub back_on: Option<String>,
}

/// A time in which somebody looked after the whole community.
#[derive(Debug, Serialize, ToSchema)]
pub struct TermCopyJson {
    /// `keeper` or `host`.
    pub rank: &'static str,
    /// The first day.
    pub began_on: String,
    /// The day it ends by itself; null: without an end.
    pub ends_on: Option<String>,
    /// The day it was over; null: it goes on.
    pub ended_on: Option<String>,
}

/// What somebody wrote for a hard hour of their own. What is empty was not written.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanCopyJson {
    /// What tells them that it is coming.
    pub signs: String,
    /// What they can do alone.
    pub alone: String,
    /// Where they can go, and who takes their mind off it.
    pub places: String,
    /// Whom they can call.
    pub people: String,
    /// Professionals, and places that help.
    pub help: String,
    /// How they make what is around them safer.
    pub safer: String,
    /// What is worth it to them.
    pub reasons: String,
    /// Half-hours with a craving that they marked, the latest last.
    pub waves: Vec<WaveCopyJson>,
    /// What helped them last time, by part of the half-hour.
    pub helped: Vec<HelpedCopyJson>,
}

/// What helped somebody in one part of a half-hour.
#[derive(Debug, Serialize, ToSchema)]
pub struct HelpedCopyJson {
    /// `one`, `two` or `three`.
    pub part: &'static str,
    /// One of what is offered; null: their own words.
    pub act: Option<&'static str>,
    /// Their own words; may be empty.
    pub words: String,
}

/// That somebody asked to be asked how they are in the days after a setback.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedAfterCopyJson {
    /// Since when.
    pub since: String,
    /// The latest question they put off: `hours`, `day`, `days`, `week`; null: none.
    pub put_off: Option<&'static str>,
}

/// A half-hour with a craving.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaveCopyJson {
    /// The day, by their own clock.
    pub on: String,
    /// How strong the urge was before it, from 0 to 10; null: not said.
    pub before: Option<i64>,
    /// The same after it.
    pub after: Option<i64>,
}

/// When somebody is there to listen.
#[derive(Debug, Serialize, ToSchema)]
pub struct LampCopyJson {
    /// People at a time.
    pub most: i64,
    /// People in 24 hours, at most; 0: as many as ask.
    pub a_day: i64,
    /// Who may ask while it is out: `lamps` (nobody), `groups` or `everyone`.
    pub askable: &'static str,
    /// Days of hours on duty: `mon` … `sun`.
    pub days: Vec<&'static str>,
    /// The first hour on duty, 0 to 23.
    pub from_hour: i64,
    /// The hour at which duty ends.
    pub to_hour: i64,
    /// Where their clock stands: `Europe/Berlin`.
    pub zone: String,
    /// The day on which they are asked how they are, after they listened; null: they are not.
    pub looks_back_on: Option<String>,
}

/// What somebody would like of a buddy, and can do for one; every part may be empty.
#[derive(Debug, Serialize, ToSchema)]
pub struct BuddyCardCopyJson {
    /// What they would like: `word`, `tell`, `company`, `path`, `asks`.
    pub likes: Vec<&'static str>,
    /// In which way: `listen`, `been`, `practical`.
    pub like_ways: Vec<&'static str>,
    /// In their own words.
    pub like_line: String,
    /// What they can do, in the same words.
    pub can: Vec<&'static str>,
    /// In which way.
    pub can_ways: Vec<&'static str>,
    /// In their own words.
    pub can_line: String,
    /// When: `morning`, `afternoon`, `evening`, `night`.
    pub when: Vec<&'static str>,
    /// Where their clock stands.
    pub zone: String,
}

/// Somebody with whom they look out for each other.
#[derive(Debug, Serialize, ToSchema)]
pub struct BuddyCopyJson {
    /// Their buddy's name.
    pub name: String,
    /// How often they want to hear of each other: `daily`, `few` or `weekly`.
    pub cadence: &'static str,
    /// What they themself showed this buddy.
    pub card: BuddyCardCopyJson,
    /// The caring note they last sent this buddy, of the last week: `setback`; null: none.
    pub noted: Option<&'static str>,
    /// Its day; null likewise.
    pub noted_on: Option<String>,
    /// After how many days they asked this buddy to notice that they are quiet; null: they did not.
    pub notices_after_days: Option<i64>,
    /// What ends that: `checkin` or `look`; null likewise.
    pub notices_by: Option<&'static str>,
    /// The last day of their holiday from it; null: there is none.
    pub notices_rest_until: Option<String>,
    /// How often they asked this buddy for a nudge: `daily`, `few` or `weekly`; null: they did not.
    pub nudged: Option<&'static str>,
    /// On which day, `mon` to `sun`, if once a week; null else.
    pub nudged_on: Option<&'static str>,
    /// At which hour, 0 to 23; null likewise.
    pub nudged_at: Option<i64>,
    /// Where their clock stands for that; null likewise.
    pub nudged_zone: Option<String>,
}

/// What of their news somebody is told, and where.
#[derive(Debug, Serialize, ToSchema)]
pub struct ToldCopyJson {
    /// Sorts of news that are told on their devices.
    pub pushed: Vec<&'static str>,
    /// Sorts that are told by e-mail.
    pub mailed: Vec<&'static str>,
    /// Sorts that are told nowhere.
    pub nowhere: Vec<&'static str>,
    /// The hour from which nothing rings, 0 to 23.
    pub quiet_from: i64,
    /// The hour until which.
    pub quiet_to: i64,
    /// Where their clock stands: `Europe/Berlin`.
    pub zone: String,
    /// How many devices are told.
    pub devices: usize,
    /// The e-mail address they gave; null: none.
    pub address: Option<String>,
}

/// A small room, and what they said there.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoomCopyJson {
    /// Whether it was they who asked.
    pub is_own: bool,
    /// What they needed, in one line of their own; empty in a room of another.
    pub line: String,
    /// What they said, in order.
    pub said: Vec<String>,
}

/// What people who look after things wrote to somebody who may have needed them.
#[derive(Debug, Serialize, ToSchema)]
pub struct CareCopyJson {
    /// `words`, or `after`: the next day's question.
    pub kind: &'static str,
    /// What it says; empty: the question of the page.
    pub words: String,
    /// What they answered; may be empty.
    pub answer: String,
    /// The day.
    pub on: String,
}
