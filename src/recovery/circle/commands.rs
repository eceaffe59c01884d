//! Hosting a week, greeting, asking who is next, answering, stepping down.

use super::store::lines;
use super::{Greeting, Hosting, Refusal, Which, rules, store};
use crate::db::{Db, Tx};
use crate::events::recovery::Event;
use crate::forum::{lookout, members, quiet, screening, shelter};
use crate::identity::{accounts, names};
use crate::kernel::{Day, Error, FaceId, Week};
use crate::keys::Keyring;
use crate::policy::{self, Action, Permit, Viewer};

/// Days for which a circle is read: that one and the next.
pub(super) const READ_DAYS: i64 = 1;
/// Weeks somebody has been here before they are asked to host.
const ASKED_AFTER_WEEKS: i64 = 2;

/// Offers to host a week, and does from now on. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`, `circle-too-new`, `circle-paused`, `circle-taken`, `circle-yours`.
pub fn host(tx: &mut Tx<'_>, viewer: &Viewer, which: Which) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let (me, today) = (permit.actor(), tx.now().day());
    if viewer.is_new() {
        return Err(Refusal::TooNew.into());
    }
    refuse_paused(tx, me)?;
    let (week, this) = (which.week(today), held(tx, today.week())?);
    let wanted = held(tx, week)?;
    rules::may_offer(me, which, (this, wanted))?;

    take(tx, &permit, week)
}

/// It is theirs now, and nobody asks them for the week after.
fn take(tx: &mut Tx<'_>, permit: &Permit, week: Week) -> Result<(), Error> {
    let me = permit.actor();
    let mine = Hosting { week, face_id: me, is_agreed: true, asked_by: None, is_let_go: false };
    store::put_week(tx, permit, &mine)?;
    store::put_rest(tx, permit, (me, rules::rests_until(week), false))?;
    tx.emit(Event::CircleTended { by: me })
}

/// Who has a week: nobody, once whoever had it has no open account any more, or is paused somewhere.
pub(super) fn held(db: &mut Db, week: Week) -> Result<Option<Hosting>, Error> {
    let Some(row) = store::week(db, week)? else { return Ok(None) };
    let is_here = !accounts::open_among(db, &[row.face_id])?.is_empty() && !is_paused(db, row.face_id)?;
    Ok(is_here.then_some(row))
}

/// Whether somebody is paused in some group: they do not host meanwhile, as they do not listen.
pub(super) fn is_paused(db: &mut Db, face: FaceId) -> Result<bool, Error> {
    Ok(!members::paused_among(db, &[face])?.is_empty())
}

fn refuse_paused(tx: &mut Tx<'_>, me: FaceId) -> Result<(), Error> {
    if is_paused(tx, me)? { Err(Refusal::Paused.into()) } else { Ok(()) }
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

/// Says something at the top of today's circle, or takes it back with nothing. What somebody said is theirs to take back,
/// whether they still host or not.
///
/// # Errors
/// `sign-in-first`, `circle-host-only`, `circle-links`, `circle-waits`.
pub fn greet(tx: &mut Tx<'_>, viewer: &Viewer, words: &Greeting) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let (me, today) = (permit.actor(), tx.now().day());
    if words.as_str().is_empty() && store::remove_greeting(tx, &permit, (me, today))? {
        return tx.emit(Event::CircleTended { by: me });
    }
    refuse_others(tx, me)?;
    if words.as_str().is_empty() {
        return Ok(());
    }
    check(tx, viewer, (words.as_str(), "words"))?;

    let stood = store::greeting(tx, today)?;
    store::put_greeting(tx, &permit, (today, words.as_str()))?;

    if stood.is_none_or(|(by, stood)| by != me || stood != words.as_str()) {
        look(tx, me, words.as_str())?;
    }
    tx.emit(Event::CircleTended { by: me })
}

/// Takes back what one said at the top of today's circle, or of yesterday's. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`.
pub fn take_back_greeting(tx: &mut Tx<'_>, viewer: &Viewer, is_yesterday: bool) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let (me, day) = (permit.actor(), day_of(tx, is_yesterday));
    store::remove_greeting(tx, &permit, (me, day))?;
    tx.emit(Event::CircleTended { by: me })
}

fn day_of(tx: &Tx<'_>, is_yesterday: bool) -> Day {
    let today = tx.now().day();
    if is_yesterday { today.plus(-READ_DAYS) } else { today }
}

/// Holds words for the circle against what the community looks at first, whoever says them. A circle has no place to wait in:
/// what would wait is not taken, and stays in the form.
///
/// # Errors
/// `circle-links`, `circle-waits`; `small-circle`; `rules-reads-along-here`.
pub fn check(tx: &mut Tx<'_>, viewer: &Viewer, (words, field): (&str, &'static str)) -> Result<(), Error> {
    let now = tx.now();
    shelter::keeps_in(tx, viewer, now)?;
    let verdict = screening::look_for_all(tx, viewer, words, now)?;
    match (verdict.refuse, verdict.hold) {
        (Some(refusal @ screening::Refusal::ReadsAlongHere { .. }), _) => Err(refusal.into()),
        (Some(_), _) => Err(Refusal::Links { field }.into()),
        (None, Some(_)) => Err(Refusal::Waits { field }.into()),
        (None, None) => Ok(()),
    }
}

/// Tells those who look after the community of somebody whose words for the circle meet the list of phrases, as of whoever writes
/// such a post: a private word, and nothing else happens.
///
/// # Errors
/// A fault of the database.
pub fn look(tx: &mut Tx<'_>, face: FaceId, words: &str) -> Result<(), Error> {
    if lookout::list(tx)?.meets(words) { tx.emit(Event::CircleLookoutRaised { face }) } else { Ok(()) }
}

/// Takes somebody's line out of a day's circle, for whoever holds the permit. Whether there was one.
///
/// # Errors
/// A fault of the database.
pub fn take_line_out(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (face, is_yesterday): (FaceId, bool),
) -> Result<bool, Error> {
    let day = day_of(tx, is_yesterday);
    let was_there = lines::take_out(tx, permit, (face, day))?;
    tx.emit(Event::CircleTended { by: permit.actor() })?;
    Ok(was_there)
}

/// The same for what somebody said at its top.
///
/// # Errors
/// A fault of the database.
pub fn take_greeting_out(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (face, is_yesterday): (FaceId, bool),
) -> Result<bool, Error> {
    let day = day_of(tx, is_yesterday);
    let was_there = store::remove_greeting(tx, permit, (face, day))?;
    tx.emit(Event::CircleTended { by: permit.actor() })?;
    Ok(was_there)
}

/// Nobody hosts what somebody hosts, this week and the next, for whoever holds the permit. Whether there was any.
///
/// # Errors
/// A fault of the database.
pub fn free(tx: &mut Tx<'_>, permit: &Permit, face: FaceId) -> Result<bool, Error> {
    let weeks = store::weeks_of(tx, face)?;
    let hosted = weeks.iter().filter(|hosting| hosting.is_agreed);
    let mut was_there = false;
    for hosting in hosted {
        store::free_week(tx, permit, (hosting.week, face))?;
        was_there = true;
    }
    tx.emit(Event::CircleTended { by: permit.actor() })?;
    Ok(was_there)
}

/// Asks somebody to host the next week. They say yes or no, or nothing; nobody is asked for two weeks in a row. Whoever is in a
/// small circle today reads it when they are not.
///
/// # Errors
/// `sign-in-first`, `circle-host-only`, `circle-taken`; `circle-not-askable` for whoever cannot be asked, whyever.
pub fn hand_over(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let (me, today) = (permit.actor(), tx.now().day());
    refuse_others(tx, me)?;
    let week = Which::Next.week(today);
    if held(tx, week)?.is_some() {
        return Err(Refusal::Taken.into());
    }
    let (asked, is_let_go) = askable(tx, me, (name, week))?;

    let hosting = Hosting { week, face_id: asked, is_agreed: false, asked_by: Some(me), is_let_go };
    store::put_week(tx, &permit, &hosting)?;
    store::put_rest(tx, &permit, (asked, rules::rests_until(week), is_let_go))?;

    tx.emit(Event::CircleTended { by: me })
}

/// Whoever has this name, if they can be asked; and whether they said no to the same already, which nobody is told. Why not is
/// theirs: there is one answer for all of it.
fn askable(tx: &mut Tx<'_>, me: FaceId, (name, week): (&str, Week)) -> Result<(FaceId, bool), Error> {
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
    let rest = store::rest_of(tx, asked)?.filter(|(until, _)| *until >= week);
    let said_no = rest.is_some_and(|(_, is_kept)| is_kept);
    let is_here = open.iter().any(|(_, joined, _)| this_week.0 - joined.0 >= ASKED_AFTER_WEEKS);
    let may = is_here && !is_paused(tx, asked)? && (rest.is_none() || said_no);
    if asked == me || !may || quiet::apart(tx, me)?.contains(&asked) {
        return Err(no.into());
    }
    Ok((asked, said_no))
}

/// Takes back what one asked of somebody who has not said. They can be asked again, as far as whoever asks can see: whoever
/// said no keeps their rest. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`.
pub fn take_back_ask(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let (me, week) = (permit.actor(), Which::Next.week(tx.now().day()));
    if let Some(asked) = store::week(tx, week)?.filter(|hosting| hosting.asked_by == Some(me)) {
        store::free_week(tx, &permit, (week, asked.face_id))?;
        if asked.is_let_go {
            store::put_rest(tx, &permit, (asked.face_id, rules::rests_until(week), true))?;
        } else {
            store::end_rest(tx, &permit, asked.face_id)?;
        }
    }
    tx.emit(Event::CircleTended { by: me })
}

/// Says yes or no to having been asked. A no is told to nobody: for whoever asked it is as if they had not said.
///
/// # Errors
/// `sign-in-first`, `circle-not-asked`, `circle-paused`.
pub fn answer(tx: &mut Tx<'_>, viewer: &Viewer, is_yes: bool) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let (me, today) = (permit.actor(), tx.now().day());
    let asked = asked(tx, me, today.week())?.ok_or(Refusal::NotAsked)?;

    if is_yes {
        refuse_paused(tx, me)?;
        return take(tx, &permit, asked.week);
    }
    store::let_go(tx, &permit, (asked.week, me))?;
    tx.emit(Event::CircleTended { by: me })
}

/// What somebody is asked for, as long as they can still say.
pub(super) fn asked(db: &mut Db, me: FaceId, this_week: Week) -> Result<Option<Hosting>, Error> {
    let weeks = store::weeks_of(db, me)?;
    Ok(weeks.into_iter().find(|hosting| hosting.waits() && hosting.week >= this_week))
}

fn refuse_others(tx: &mut Tx<'_>, me: FaceId) -> Result<(), Error> {
    let this_week = tx.now().week();
    let hosts = held(tx, this_week)?.is_some_and(|hosting| hosting.is_agreed && hosting.face_id == me);
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
    ring.reseal(tx, limit, lines::sealed_by, |tx, mark, sealed| lines::set_sealed(tx, &mark, sealed))
}

/// Members host; who may do so which week is a question of the circle's own.
fn permit(viewer: &Viewer) -> Result<Permit, Error> {
    viewer.member()?;
    policy::may_in_community(viewer, Action::HostCircle)
}
