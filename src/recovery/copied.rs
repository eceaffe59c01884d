//! What somebody's own copy holds of their days.

use super::after::{self, Asking, Time};
use super::checkins::{self, Entry, Halt, Went};
use super::chips::{self, Given, Shown};
use super::circle::{self, Hosting};
use super::counters::milestones::Named;
use super::counters::{self, Act, Counter, Sort};
use super::own::Own;
use super::plans::{self, Kept, Part, Wave};
use crate::db::Db;
use crate::forum::export::{
    AskedAfterCopyJson, CheckinCopyJson, ChipCopyJson, CircleCopyJson, CounterCopyJson, GreetingCopyJson,
    HelpedCopyJson, HostedCopyJson, Lived, MilestoneCopyJson, NamedDayCopyJson, PlanCopyJson,
    SetbackCopyJson, WaveCopyJson,
};
use crate::kernel::{Day, Error};
use crate::keys::Keyring;

/// Every counter and every day of somebody's own.
///
/// # Errors
/// A fault of the database.
pub fn copied(db: &mut Db, own: &Own, (ring, today): (&Keyring, Day)) -> Result<Lived, Error> {
    Ok(Lived {
        counters: counters::list(db, own)?.into_iter().map(counter).collect(),
        checkins: checkins::all(db, own)?.into_iter().map(checkin).collect(),
        circle: circle(db, own)?,
        chips: chips(db, own, ring)?,
        milestones: milestones(db, own, (ring, today))?,
        plan: Some(plans::find(db, own)?).filter(|kept| !kept.is_empty()).map(plan),
        asked_after: after::find(db, own)?.map(asked_after),
        ..Lived::default()
    })
}

/// That they asked to be asked how they are.
fn asked_after(asking: Asking) -> AskedAfterCopyJson {
    AskedAfterCopyJson { since: asking.since.rfc3339(), put_off: asking.put_off.map(Time::code) }
}

/// Weeks of the daily circle that they host or are asked for, and what they said at its top, as long as it is kept.
fn circle(db: &mut Db, own: &Own) -> Result<CircleCopyJson, Error> {
    let week = |hosting: Hosting| HostedCopyJson {
        from: hosting.week.monday().iso(),
        is_agreed: hosting.is_agreed,
        is_let_go: hosting.is_let_go,
    };
    let said = |(day, words): (Day, String)| GreetingCopyJson { day: day.iso(), words };
    Ok(CircleCopyJson {
        weeks: circle::weeks_of(db, own.face())?.into_iter().map(week).collect(),
        greetings: circle::greetings_of(db, own.face())?.into_iter().map(said).collect(),
        rests_until: circle::rest_of(db, own.face())?.map(|(until, _)| until.monday().iso()),
    })
}

/// Milestones they show now.
fn milestones(
    db: &mut Db,
    own: &Own,
    (ring, today): (&Keyring, Day),
) -> Result<Vec<MilestoneCopyJson>, Error> {
    let copy = |shown: Shown| MilestoneCopyJson {
        of: shown.span.code(),
        number: shown.number,
        to: if shown.group_id.is_some() { "group" } else { "buddy" },
        on: shown.on.iso(),
        called: chips::name_of(ring, &shown).map(|(name, _)| name).unwrap_or_default(),
    };
    Ok(chips::shown_by(db, own.face(), today)?.into_iter().map(copy).collect())
}

/// Chips they were given, without the words, which are another's; and those they gave, with theirs.
fn chips(db: &mut Db, own: &Own, ring: &Keyring) -> Result<Vec<ChipCopyJson>, Error> {
    let (given, got) = (chips::given_by(db, own.face())?, chips::given_to(db, own.face())?);
    let copy = |chip: Given, is_own: bool| ChipCopyJson {
        is_given: is_own,
        of: chip.span.code(),
        number: chip.number,
        words: if is_own {
            chips::opened(ring, &chip).map(|(words, _)| words).unwrap_or_default()
        } else {
            String::new()
        },
        on: chip.on.iso(),
    };
    let given = given.into_iter().map(|chip| copy(chip, true));
    Ok(given.chain(got.into_iter().map(|chip| copy(chip, false))).collect())
}

/// What they wrote for a hard hour, and half-hours they marked.
fn plan(Kept { plan, waves, helped, .. }: Kept) -> PlanCopyJson {
    let helped = helped.into_iter().map(|(block, helped)| HelpedCopyJson {
        part: block.code(),
        act: helped.act().map(plans::Act::code),
        words: helped.words().to_owned(),
    });
    let words = |part: Part| plan.words(part).to_owned();
    let wave = |wave: Wave| WaveCopyJson { on: wave.day.iso(), before: wave.before, after: wave.after };
    PlanCopyJson {
        signs: words(Part::Signs),
        alone: words(Part::Alone),
        places: words(Part::Places),
        people: words(Part::People),
        help: words(Part::Help),
        safer: words(Part::Safer),
        reasons: words(Part::Reasons),
        waves: waves.into_iter().map(wave).collect(),
        helped: helped.collect(),
    }
}

fn counter(Counter { book, .. }: Counter) -> CounterCopyJson {
    CounterCopyJson {
        name: book.name,
        began_on: book.began.iso(),
        zone: book.zone,
        shows: book.shows.code(),
        seen_by: book.sight.code(),
        on_today: book.on_today,
        setbacks: book.acts.into_iter().map(setback).collect(),
        named: book.named.into_iter().map(named).collect(),
    }
}

fn named(Named { after, name }: Named) -> NamedDayCopyJson {
    NamedDayCopyJson { after, name }
}

fn setback(act: Act) -> SetbackCopyJson {
    SetbackCopyJson {
        on: act.on.iso(),
        turn: act.turn.code(),
        sort: act.sort.map(Sort::code),
        from: act.from.map(Day::iso),
        words: act.words,
        is_struck: act.is_struck,
    }
}

fn checkin(entry: Entry) -> CheckinCopyJson {
    CheckinCopyJson {
        day: entry.day.iso(),
        zone: entry.zone,
        weather: entry.weather.code(),
        urge: entry.urge,
        halt: entry.halt.into_iter().map(Halt::code).collect(),
        line: entry.line,
        intention: entry.intention,
        pledge: entry.pledge,
        is_pledged: entry.is_pledged,
        went: entry.went.map(Went::code),
        look_back: entry.look_back,
        was_shared: entry.group.is_some() || entry.buddy.is_some() || entry.in_circle,
    }
}
