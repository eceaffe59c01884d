//! Hosting a week, greeting, asking who is next, answering, stepping down.

use super::store::lines;
use super::{Greeting, Hosting, Refusal, Which, rules, store};
use crate::db::Tx;
use crate::events::recovery::Event;
use crate::forum::{quiet, shelter};
use crate::identity::{accounts, names};
use crate::kernel::{Error, FaceId, Week};
use crate::keys::Keyring;
use crate::policy::{self, Action, Permit, Standing, Viewer};

/// Days for which a circle is read: that one and the next.
pub(super) const READ_DAYS: i64 = 1;
/// Weeks somebody has been here before they are asked to host.
const ASKED_AFTER_WEEKS: i64 = 2;

/// Offers to host a week, and does from now on. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`, `circle-too-new`, `circle-taken`, `circle-yours`.
pub fn host(tx: &mut Tx<'_>, viewer: &Viewer, which: Which) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let (me, today) = (permit.actor(), tx.now().day());
    if viewer.is_new() {
        return Err(Refusal::TooNew.into());
    }
    let (week, this) = (which.week(today), store::week(tx, today.week())?);
    let wanted = store::week(tx, week)?;
    rules::may_offer(me, which, (this, wanted))?;

    take(tx, &permit, week)
}

/// It is theirs now, and nobody asks them for the week after.
fn take(tx: &mut Tx<'_>, permit: &Permit, week: Week) -> Result<(), Error> {
    let me = permit.actor();
    store::put_week(tx, permit, &Hosting { week, face_id: me, is_agreed: true, asked_by: None })?;
    store::put_rest(tx, permit, (me, rules::rests_until(week)))?;
    tx.emit(Event::CircleTended { by: me })
}

/// Steps down, from this week and from the next, at once. Nothing is asked, and twice is the same as once.
///
/// # Errors
/// `sign-in-first`.
pub fn step_down(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let (me, today) = (permit.actor(), tx.now().day());
    for which in Which::ALL {
        let week = which.week(today);
        if store::week(tx, week)?.is_some_and(|hosting| hosting.is_agreed) {
            store::free_week(tx, &permit, (week, me))?;
        }
    }
    tx.emit(Event::CircleTended { by: me })
}

/// Says something at the top of today's circle, or takes it back with nothing.
///
/// # Errors
/// `sign-in-first`, `circle-host-only`.
pub fn greet(tx: &mut Tx<'_>, viewer: &Viewer, words: &Greeting) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let today = tx.now().day();
    refuse_others(tx, permit.actor())?;

    store::put_greeting(tx, &permit, (today, words.as_str()))?;

    tx.emit(Event::CircleTended { by: permit.actor() })
}

/// Asks somebody to host the next week. They say yes or no, or nothing; nobody is asked for two weeks in a row.
///
/// # Errors
/// `sign-in-first`, `circle-host-only`, `circle-taken`; `circle-not-askable` for whoever cannot be asked, whyever.
pub fn hand_over(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let (me, today) = (permit.actor(), tx.now().day());
    refuse_others(tx, me)?;
    let week = Which::Next.week(today);
    if store::week(tx, week)?.is_some() {
        return Err(Refusal::Taken.into());
    }
    let asked = askable(tx, me, (name, week))?;

    store::put_week(tx, &permit, &Hosting { week, face_id: asked, is_agreed: false, asked_by: Some(me) })?;
    store::put_rest(tx, &permit, (asked, rules::rests_until(week)))?;

    tx.emit(Event::CircleTended { by: me })
}

/// Whoever has this name, if they can be asked. Why not is theirs: there is one answer for all of it.
fn askable(tx: &mut Tx<'_>, me: FaceId, (name, week): (&str, Week)) -> Result<FaceId, Error> {
    let no = Refusal::NotAskable;
    if name.is_empty() || name.contains('\0') {
        return Err(no.into());
    }
    let asked = match accounts::find_by_name(tx, &names::key(name)) {
        Ok(profile) => profile.id,
        Err(Error::Absent) => return Err(no.into()),
        Err(error) => return Err(error),
    };
    // Names of open accounts alone: no alias, nobody of another community.
    let this_week = tx.now().week();
    let open = accounts::open_among(tx, &[asked])?;
    let now = tx.now();
    let rests = store::rests(tx, asked, week)? || !shelter::of_these(tx, &[asked], now)?.is_empty();
    let is_here = open.iter().any(|(_, joined, _)| this_week.0 - joined.0 >= ASKED_AFTER_WEEKS);
    if asked == me || !is_here || quiet::apart(tx, me)?.contains(&asked) || rests {
        return Err(no.into());
    }
    Ok(asked)
}

/// Takes back what one asked of somebody who has not said. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`.
pub fn take_back_ask(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let (me, week) = (permit.actor(), Which::Next.week(tx.now().day()));
    if let Some(asked) = store::week(tx, week)?.filter(|hosting| hosting.asked_by == Some(me)) {
        store::free_week(tx, &permit, (week, asked.face_id))?;
    }
    tx.emit(Event::CircleTended { by: me })
}

/// Says yes or no to having been asked. A no is told to nobody: the week has nobody, that is all.
///
/// # Errors
/// `sign-in-first`, `circle-not-asked`.
pub fn answer(tx: &mut Tx<'_>, viewer: &Viewer, is_yes: bool) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let (me, today) = (permit.actor(), tx.now().day());
    let asked = asked(tx, me, today.week())?.ok_or(Refusal::NotAsked)?;

    if is_yes {
        return take(tx, &permit, asked.week);
    }
    store::free_week(tx, &permit, (asked.week, me))?;
    tx.emit(Event::CircleTended { by: me })
}

/// What somebody is asked for, as long as they can still say.
pub(super) fn asked(db: &mut crate::db::Db, me: FaceId, this_week: Week) -> Result<Option<Hosting>, Error> {
    let weeks = store::weeks_of(db, me)?;
    Ok(weeks.into_iter().find(|hosting| !hosting.is_agreed && hosting.week >= this_week))
}

fn refuse_others(tx: &mut Tx<'_>, me: FaceId) -> Result<(), Error> {
    let this_week = tx.now().week();
    let hosts = store::week(tx, this_week)?.is_some_and(|hosting| hosting.is_agreed && hosting.face_id == me);
    if hosts { Ok(()) } else { Err(Refusal::HostOnly.into()) }
}

/// What was read for a day and the next goes, and weeks that are over.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Error> {
    let today = tx.now().day();
    let before = today.plus(-READ_DAYS);
    lines::sweep(tx, before)?;
    store::sweep(tx, (today.week(), before))
}

/// Erases what somebody who is gone was in it.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, gone: FaceId) -> Result<(), Error> {
    store::erase(tx, gone)
}

/// Seals with the ring's present key what a replaced one sealed, `limit` at a time. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    let mut count = 0;
    for key in ring.replaced()? {
        for (mark, sealed) in lines::sealed_by(tx, &key, limit)? {
            if let Ok(plain) = ring.unseal(&mark, &sealed) {
                lines::set_sealed(tx, &mark, &ring.seal(&mark, &plain)?)?;
                count += 1;
            }
        }
    }
    Ok(count)
}

/// Members host; who may do so which week is a question of the circle's own.
fn permit(viewer: &Viewer) -> Result<Permit, Error> {
    viewer.member()?;
    policy::may(viewer, Action::HostCircle, &Standing::in_community(viewer))
}
