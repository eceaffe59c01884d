//! What somebody's own copy holds of their days.

use super::checkins::{self, Entry, Halt, Went};
use super::counters::{self, Act, Counter};
use super::own::Own;
use crate::db::Db;
use crate::forum::export::{CheckinCopyJson, CounterCopyJson, Lived, SetbackCopyJson};
use crate::kernel::{Day, Error};

/// Every counter and every day of somebody's own.
///
/// # Errors
/// A fault of the database.
pub fn copied(db: &mut Db, own: &Own) -> Result<Lived, Error> {
    Ok(Lived {
        counters: counters::list(db, own)?.into_iter().map(counter).collect(),
        checkins: checkins::all(db, own)?.into_iter().map(checkin).collect(),
        ..Lived::default()
    })
}

fn counter(Counter { book, .. }: Counter) -> CounterCopyJson {
    CounterCopyJson {
        name: book.name,
        began_on: book.began.iso(),
        zone: book.zone,
        shows: book.shows.code(),
        seen_by: book.sight.code(),
        setbacks: book.acts.into_iter().map(setback).collect(),
    }
}

fn setback(act: Act) -> SetbackCopyJson {
    SetbackCopyJson {
        on: act.on.iso(),
        turn: act.turn.code(),
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
        was_shared: entry.group.is_some() || entry.buddy.is_some(),
    }
}
