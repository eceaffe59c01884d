//! Saying how one is, and taking that back.

use super::store::told;
use super::{Draft, Entry, rules, store};
use crate::db::Tx;
use crate::events::recovery::Event;
use crate::forum::{groups, screening, shelter};
use crate::identity::silences::{self, By};
use crate::kernel::{Day, Error, GroupId};
use crate::keys::Keyring;
use crate::policy::{self, Action, Reach, Standing, Viewer};
use crate::recovery::{Own, circle};

/// Says how somebody is today, or was on a day that can still be written. Saying it again says it anew.
///
/// # Errors
/// `checkin-early`, `checkin-over`; absent for a group out of sight, or a buddy who is none; `members-only`, `paused-here`, `rules-reads-along`; `circle-links`,
/// `circle-waits` for what the circle does not take.
pub fn check_in(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    (own, ring): (&Own, &Keyring),
    draft: &Draft,
) -> Result<Entry, Error> {
    let now = tx.now();
    let day = rules::day(draft.about, &draft.zone, now)?;
    let group = match &draft.group {
        Some(name) => Some(groups::find_by_name(tx, viewer, name)?),
        None => None,
    };
    // How somebody is stays here, and so it is for groups that are.
    if group.as_ref().is_some_and(|group| group.elsewhere().is_some()) {
        return Err(Error::Absent);
    }
    let group = group.map(|group| group.id);
    if let Some(buddy) = draft.buddy
        && !told::readers(tx, own.face())?.iter().any(|(id, _)| *id == buddy)
    {
        return Err(Error::Absent);
    }

    if let Some(group) = group {
        let standing = Standing::in_group(tx, viewer, group)?;
        policy::may(viewer, Action::CheckInWithGroup, &standing)?;
        screening::may_speak(tx, own.face(), group, now.day())?;
        shelter::check(tx, viewer, (group, Reach::Group), (false, now))?;
    }
    if draft.in_circle {
        policy::may_in_community(viewer, Action::SpeakInCircle)?;
        circle::check(tx, viewer, (draft.line.as_str(), circle::LINE))?;
    }

    let entry = entry(draft, day, group);
    let stood = stands(tx, own, &entry)?;
    store::put(tx, own, &entry, now.day())?;
    told::put(tx, (own, ring), &entry)?;
    let is_before = day < rules::today(&draft.zone, now);
    tell_circle(tx, (own, ring), &entry, (is_before, stood))?;
    silences::heard(tx, ring, own.face(), By::Checkin)?;

    tx.emit(Event::CheckedIn { face: own.face(), group })?;
    Ok(entry)
}

/// Whether these very words stand in the circle already.
fn stands(tx: &mut Tx<'_>, own: &Own, entry: &Entry) -> Result<bool, Error> {
    if !entry.in_circle {
        return Ok(false);
    }
    let before = store::of_days(tx, own, std::iter::once(entry.day))?;
    Ok(before.iter().any(|before| before.in_circle && before.line == entry.line))
}

/// Puts a day into the circle, or out of it. What stood there is not looked at once more.
fn tell_circle(
    tx: &mut Tx<'_>,
    (own, ring): (&Own, &Keyring),
    entry: &Entry,
    (is_yesterday, stood): (bool, bool),
) -> Result<(), Error> {
    if !entry.in_circle {
        return circle::untell(tx, own, entry.day);
    }
    // Yesterday stands with yesterday's.
    let today = tx.now().day();
    let on = if is_yesterday { today.plus(-1) } else { today };
    circle::tell(tx, (own, ring), (entry, on))?;
    if stood { Ok(()) } else { circle::look(tx, own.face(), &entry.line) }
}

fn entry(draft: &Draft, day: Day, group: Option<GroupId>) -> Entry {
    let (pledge, is_pledged) = &draft.pledge;
    Entry {
        day,
        zone: draft.zone.name().to_owned(),
        weather: draft.weather,
        urge: draft.urge,
        halt: draft.halt.clone(),
        line: draft.line.as_str().to_owned(),
        intention: draft.intention.as_str().to_owned(),
        pledge: pledge.as_str().to_owned(),
        is_pledged: *is_pledged && !pledge.as_str().is_empty(),
        went: draft.went,
        look_back: draft.look_back.as_str().to_owned(),
        group,
        buddy: draft.buddy,
        in_circle: draft.in_circle,
    }
}

/// Takes a day back, whichever it was. Doing so twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn take_back(tx: &mut Tx<'_>, own: &Own, day: Day) -> Result<(), Error> {
    store::remove(tx, own, day)?;
    tx.emit(Event::CheckinTakenBack { face: own.face() })
}

/// A buddy reads nothing of a day any more; the day stays. Doing so twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn untell(tx: &mut Tx<'_>, own: &Own, day: Day) -> Result<(), Error> {
    told::remove(tx, own, day)?;
    tx.emit(Event::CheckinTakenBack { face: own.face() })
}

/// Seals with the ring's present key what a replaced one sealed, `limit` at a time. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    ring.reseal(tx, limit, told::sealed_by, |tx, mark, sealed| told::set_sealed(tx, &mark, sealed))
}
