//! Starting a counter, telling of a setback, and taking that back. Only their member ever meets them.

use super::milestones::DayName;
use super::{Act, Book, CounterId, Refusal, Shape, Sight, rules, store};
use crate::db::Tx;
use crate::events::recovery::Event;
use crate::forum::screening;
use crate::kernel::{Error, Moment};
use crate::policy::Viewer;
use crate::recovery::{Own, chips};

/// Counters kept for one member.
const COUNTERS_MAX: i64 = 12;

/// Starts a counter.
///
/// # Errors
/// `counter-future`, `counter-long-ago`, `counters-too-many`; `counter-name-waits`, `rules-reads-along-here`.
pub fn start(tx: &mut Tx<'_>, (viewer, own): (&Viewer, &Own), shape: &Shape) -> Result<CounterId, Error> {
    let today = shape.zone.day(tx.now());
    rules::may_begin(shape.began, today)?;
    check_name(tx, viewer, shape, None)?;
    if store::count(tx, own)? >= COUNTERS_MAX {
        return Err(Refusal::TooMany.into());
    }

    let id = store::insert(tx, own, &Book::new(shape, today))?;

    tx.emit(Event::CounterChanged { face: own.face() })?;
    Ok(id)
}

/// Changes what its member set. With another first day, what was shown of it may be wrong: nobody sees it any more.
///
/// # Errors
/// Absent, `counter-future`, `counter-long-ago`; `counter-name-waits`, `rules-reads-along-here`.
pub fn change(
    tx: &mut Tx<'_>,
    (viewer, own): (&Viewer, &Own),
    id: CounterId,
    shape: &Shape,
) -> Result<(), Error> {
    let stood = store::find(tx, own, id)?.book;
    check_name(tx, viewer, shape, Some(&stood))?;
    if stood.began != shape.began {
        chips::take_down(tx, own, id)?;
    }
    with_book(tx, own, id, |book, now| book.reshape(shape, now))
}

/// A name that others are to read on its member's page is held against what the community looks at first, unless they read it
/// already. There is no place for it to wait in: it is not taken, and with its member alone it may be as it is.
///
/// # Errors
/// `counter-name-waits`; `rules-reads-along-here`.
fn check_name(tx: &mut Tx<'_>, viewer: &Viewer, shape: &Shape, stood: Option<&Book>) -> Result<(), Error> {
    let name = shape.name.as_str();
    let is_read = stood.is_some_and(|book| book.sight == Sight::Profile && book.name == name);
    if shape.sight == Sight::Me || name.is_empty() || is_read {
        return Ok(());
    }
    let now = tx.now();
    let verdict = screening::look_for_all(tx, viewer, name, now)?;
    match (verdict.refuse, verdict.hold) {
        (Some(refusal @ screening::Refusal::ReadsAlongHere { .. }), _) => Err(refusal.into()),
        (Some(_), _) | (None, Some(_)) => Err(Refusal::NameWaits.into()),
        (None, None) => Ok(()),
    }
}

/// Tells of a setback.
///
/// # Errors
/// Absent, `counter-future`, `counter-before`, `counter-backwards`, `counter-full`.
pub fn act(tx: &mut Tx<'_>, own: &Own, id: CounterId, act: &Act) -> Result<(), Error> {
    // Nobody is to congratulate on what was just told otherwise.
    chips::take_down(tx, own, id)?;
    with_book(tx, own, id, |book, now| book.tell(act.clone(), book.today(now)))
}

/// Takes a setback back, or brings it back; for ever. Doing so twice is the same as once. Days are counted otherwise then:
/// nobody sees what was shown of them any more.
///
/// # Errors
/// Absent.
pub fn strike(
    tx: &mut Tx<'_>,
    own: &Own,
    id: CounterId,
    (place, is_struck): (usize, bool),
) -> Result<(), Error> {
    chips::take_down(tx, own, id)?;
    with_book(tx, own, id, |book, now| {
        book.strike(place, is_struck, book.today(now));
        Ok(())
    })
}

/// Today's milestone is for its member alone: it is not offered again, and nobody sees it any more who did.
///
/// # Errors
/// Absent.
pub fn keep_for_oneself(tx: &mut Tx<'_>, own: &Own, id: CounterId) -> Result<(), Error> {
    chips::take_down(tx, own, id)?;
    with_book(tx, own, id, |book, now| {
        book.kept = Some(book.today(now));
        Ok(())
    })
}

/// Gives a day of a counter a name of its member's own, or takes its name away: whoever was shown a name reads it no longer.
///
/// # Errors
/// Absent, `counter-after`, `counter-names-full`.
pub fn name_day(
    tx: &mut Tx<'_>,
    own: &Own,
    id: CounterId,
    (after, name): (i64, Option<&DayName>),
) -> Result<(), Error> {
    chips::forget_names(tx, own, id)?;
    with_book(tx, own, id, |book, now| book.name_day(after, name, book.today(now)))
}

/// Puts a counter away for good. Doing so twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn put_away(tx: &mut Tx<'_>, own: &Own, id: CounterId) -> Result<(), Error> {
    store::remove(tx, own, id)?;
    tx.emit(Event::CounterChanged { face: own.face() })
}

fn with_book(
    tx: &mut Tx<'_>,
    own: &Own,
    id: CounterId,
    change: impl Fn(&mut Book, Moment) -> Result<(), Refusal>,
) -> Result<(), Error> {
    let mut book = store::find(tx, own, id)?.book;
    change(&mut book, tx.now())?;
    store::replace(tx, own, id, &book)?;
    tx.emit(Event::CounterChanged { face: own.face() })
}
