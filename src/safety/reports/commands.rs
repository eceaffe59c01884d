//! Telling of something, and seeing what came of it.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::store::New;
use super::teller::{self, Opened};
use super::up::{whom, words};
use super::{
    About, Concern, ConcernId, GoesOn, Outcome, PASS_ON, PassedOn, Reason, Refusal, Subject, Teller, Telling,
    Tier, Told, store,
};
use crate::db::{Db, Tx};
use crate::forum::{authors, folds, groups, replies, threads};
use crate::identity::{accounts, aliases};
use crate::jobs::{self, Task};
use crate::kernel::{Day, Error, FaceId, Fault, Moment, ReplyId, ThreadId};
use crate::policy::{self, Action, DISTRESS, Viewer};
use crate::recovery::{chips, circle};
use crate::ui::urls;

/// Days for which an outcome is news.
const NEWS_DAYS: i64 = 14;
/// Letters that one person may tell of one thing, all in all.
const TOLD_MAX: usize = 4_000;
/// To what a time is kept: finer, it would say when whoever told was here.
const QUARTER_MS: i64 = 15 * 60 * 1_000;
/// Another community is told so many seconds later, at random: when a letter comes would say when whoever told was here.
const PASSES_S: (i64, usize) = (300, 3_000);

/// What a viewer may tell about; `own` are their aliases.
///
/// # Errors
/// Absent for what they may not read; `taken-back`; `sign-in-first`; `concern-own`.
pub fn about(
    db: &mut Db,
    viewer: &Viewer,
    own: &[FaceId],
    (about, today): (&About, Day),
) -> Result<Subject, Error> {
    let (face, subject) = found(db, viewer, (about, today))?;
    policy::may_in_community(viewer, Action::TellConcern)?;
    let is_own = face.is_some_and(|face| face == viewer.face() || own.contains(&face));
    if is_own { Err(Refusal::Own.into()) } else { Ok(subject) }
}

/// Tells of something. Telling twice is the same as once; whoever else tells of it tells of the same concern.
///
/// # Errors
/// As [`about`]; `concerns-too-many`, `keys-lost`.
pub fn tell(
    tx: &mut Tx<'_>,
    (viewer, teller, hand): (&Viewer, &Teller, &aliases::Hand),
    (own, of): (&[FaceId], &About),
    said: &Telling,
) -> Result<(), Error> {
    let (reason, now) = (said.reason, tx.now());
    let subject = about(tx, viewer, own, (of, now.day()))?;

    let before = store::find_open(tx, &subject.word())?;
    let id = before.as_ref().map_or_else(|| ConcernId(tx.chance().id()), |concern| concern.id);
    if let (true, Some(thread)) = (said.folds, subject.thread) {
        folds::fold(tx, (viewer, hand), (thread, subject.reply))?;
    }
    let mark = teller.mark(id);
    let quoted = match of {
        About::Chip(chip) if said.quotes => chips::quoted(tx, viewer, (*chip, teller.ring()))?,
        About::Circle(of) if said.quotes => circle::quoted(tx, viewer, (of, now.day()), teller.ring())?,
        _ => String::new(),
    };
    let told = Opened { words: said.words.as_str().to_owned(), quoted };
    if let (Some(before), true) = (&before, store::is_told(tx, &mark)?) {
        return tell_more(tx, teller, (before, &mark), (&subject, said), told);
    }
    let entries = teller.entries();
    let used = store::used(tx, &entries)?;
    let entry = entries.into_iter().find(|entry| !used.contains(entry)).ok_or(Refusal::TooMany)?;
    let hidden = teller.hide(tx.chance(), &mark, &told)?;
    if before.is_none() {
        let at = quarter(now);
        store::insert(tx, &New { id, subject: &subject, urgency: reason.urgency(), at })
            .map_err(told_at_once)?;
    }
    let is_another = is_another(tx, teller, (reason, subject.face))?;
    store::insert_report(tx, id, (&mark, &entry), (reason, &hidden, is_another)).map_err(told_at_once)?;
    store::count(tx, id, reason.urgency())?;
    if said.goes_on != GoesOn::Not {
        pass_on(tx, (id, false), &subject, said)?;
    }

    // Whoever looks at it by now hears of it: it may have gone up meanwhile.
    let tier = before.map_or(subject.tier, |before| before.tier);
    tx.emit(Subject { tier, ..subject }.told(reason.urgency() <= DISTRESS))
}

/// Telling twice is the same as once; but what is said now and was not told before comes beside it, and a graver reason takes
/// the place of the first: those who look hear of it anew, and the community that keeps it, where that was allowed now.
fn tell_more(
    tx: &mut Tx<'_>,
    teller: &Teller,
    (of, mark): (&Concern, &str),
    (subject, said): (&Subject, &Telling),
    told: Opened,
) -> Result<(), Error> {
    let (hidden, was) = store::told_before(tx, mark)?;
    let before = teller::open(teller.ring(), mark, &hidden);
    let (after, reason) = (told.after(before.clone()), said.reason.min(was));
    if after.words.chars().count() > TOLD_MAX {
        return Err(Refusal::TooMany.into());
    }
    if said.goes_on != GoesOn::Not {
        let is_danger_new = said.reason == Reason::Danger && was != Reason::Danger;
        pass_on(tx, (of.id, is_danger_new), subject, said)?;
    }
    if after == before && reason == was {
        return Ok(());
    }

    let hidden = teller.hide(tx.chance(), mark, &after)?;
    store::tell_more(tx, mark, &hidden)?;
    if reason != was {
        // Where the first reason added up as this one does, it was counted then.
        let is_counted = was.adds_up() && reason.adds_up();
        let is_another =
            if is_counted { None } else { Some(is_another(tx, teller, (reason, subject.face))?) };
        store::set_reason(tx, mark, (reason, is_another))?;
        store::press(tx, of.id, reason.urgency())?;
    }
    let urgency = of.urgency.min(reason.urgency());
    tx.emit(Concern { urgency, ..of.clone() }.told())
}

/// Whether somebody tells such a thing of a name for the first time. Asked of what their live session finds again, so that
/// no two of their tellings hold a value alike.
fn is_another(db: &mut Db, teller: &Teller, (reason, face): (Reason, Option<FaceId>)) -> Result<bool, Error> {
    if !reason.adds_up() || face.is_none() {
        return Ok(false);
    }
    let before = store::by_entries(db, &teller.all_entries())?;
    Ok(!before.iter().any(|(_, told)| told.reason.adds_up() && told.concern.face_id == face))
}

/// Tells those who look after things of a post whose writer may need somebody. Nobody is said to have told it. Twice is the
/// same as once; words that are gone by now need nobody.
///
/// # Errors
/// A fault of the database.
pub fn flag(
    tx: &mut Tx<'_>,
    (thread, reply): (ThreadId, Option<ReplyId>),
    (is_asked, is_met): (bool, bool),
) -> Result<(), Error> {
    let found = threads::find_by_id(tx, thread)?;
    let face = match reply {
        Some(reply) => replies::find_by_id(tx, reply)?.author_face,
        None => found.author_face,
    };
    // Somebody elsewhere in a group elsewhere is looked after where the group is; those here have no way to reach them.
    let is_elsewhere = groups::find(tx, found.group_id)?.elsewhere().is_some();
    if is_elsewhere && accounts::profile(tx, face)?.kind == "remote" {
        return Ok(());
    }
    let today = tx.now().day();
    let subject = words(tx, (Some(thread), reply), face, (found.group_id, today))?;
    raise(tx, &subject, (is_asked, is_met))
}

/// The same of somebody whose words stand where no thread is: it is about them, and names none of their words. Those of a closed
/// account need nobody.
///
/// # Errors
/// A fault of the database.
pub fn flag_person(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    if accounts::open_among(tx, &[face])?.is_empty() {
        return Ok(());
    }
    raise(tx, &Subject::person(face), (false, true))
}

fn raise(tx: &mut Tx<'_>, subject: &Subject, (is_asked, is_met): (bool, bool)) -> Result<(), Error> {
    let urgency = if is_asked { Reason::Danger } else { Reason::Worried }.urgency();

    let id = match store::find_open(tx, &subject.word())? {
        Some(open) if open.is_asked >= is_asked && open.is_met >= is_met => return Ok(()),
        Some(open) => open.id,
        None => {
            let id = ConcernId(tx.chance().id());
            let at = quarter(tx.now());
            store::insert(tx, &New { id, subject, urgency, at })?;
            id
        }
    };
    store::set_flags(tx, id, (is_asked, is_met), urgency)?;

    tx.emit(subject.told(true))
}

/// Whoever asked to be looked out for says that they are safe. Where nobody else is worried, here or elsewhere, nothing waits any more.
/// `own` is every face of theirs.
///
/// # Errors
/// Absent where they did not ask, or no longer do.
pub fn unflag(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    own: &[FaceId],
    (thread, reply): (ThreadId, Option<ReplyId>),
) -> Result<(), Error> {
    let asked = store::asked_on(tx, thread)?;
    let is_theirs = |concern: &&Concern| concern.face_id.is_some_and(|face| own.contains(&face));
    let found = asked.iter().filter(is_theirs).find(|concern| concern.reply_id == reply);
    let concern = found.ok_or(Error::Absent)?;
    let permit = policy::may_in_community(viewer, Action::TellConcern)?;

    store::unask(tx, &permit, concern)?;
    if concern.people == 0 && !concern.is_met && !store::is_told_elsewhere(tx, concern.id)? {
        store::settle(tx, &permit, concern.id, Outcome::Fine)?;
    }
    Ok(())
}

/// The address of what a concern is about, if it is words that stand; replies below their thread.
///
/// # Errors
/// A fault of the database.
pub fn place(db: &mut Db, concern: &Concern) -> Result<Option<String>, Error> {
    let Some(thread) = concern.thread_id else { return Ok(None) };
    let thread = threads::find_by_id(db, thread)?.public_id;
    let reply = concern.reply_id.map(|reply| replies::find_by_id(db, reply)).transpose()?;
    Ok(Some(match reply {
        Some(reply) => format!("{}/r/{}", urls::thread(&thread), reply.public_id),
        None => urls::thread(&thread),
    }))
}

/// A moment to the quarter hour: finer, it would say when whoever told was here.
#[must_use]
pub const fn quarter(now: Moment) -> Moment {
    Moment(now.0 - now.0.rem_euclid(QUARTER_MS))
}

/// The other community that keeps what this is about, by its name on the network: that of the group, or else of the writer.
///
/// # Errors
/// A fault of the database.
pub fn elsewhere(db: &mut Db, subject: &Subject) -> Result<Option<String>, Error> {
    if let Some(group) = subject.group
        && let Some(host) = groups::find(db, group)?.elsewhere()
    {
        return Ok(Some(host.to_owned()));
    }
    let Some(face) = subject.face else { return Ok(None) };
    let profile = accounts::profile(db, face)?;
    let host = profile.name.rsplit_once('@').map(|(_, host)| host.to_owned());
    Ok(host.filter(|_| profile.kind == "remote"))
}

/// Tells the community that keeps it, once for each concern; and once more where it turns out that a life is in danger. That,
/// at once.
fn pass_on(
    tx: &mut Tx<'_>,
    (id, is_danger_new): (ConcernId, bool),
    subject: &Subject,
    said: &Telling,
) -> Result<(), Error> {
    if elsewhere(tx, subject)?.is_none() || !(store::take_passing(tx, id)? || is_danger_new) {
        return Ok(());
    }
    let words = if said.goes_on == GoesOn::WithWords { said.words.as_str() } else { "" };
    let told = PassedOn {
        thread: subject.thread,
        reply: subject.reply,
        face: subject.face,
        group: subject.group,
        reason: said.reason.code().to_owned(),
        words: words.to_owned(),
    };
    let wait_s = PASSES_S.0 + i64::try_from(tx.chance().below(PASSES_S.1)).unwrap_or(0);
    let after_s = if said.reason == Reason::Danger { 0 } else { wait_s };
    let payload = serde_json::to_string(&told).map_err(Error::other)?;
    jobs::add(tx, &Task { payload, after_s, ..Task::new(PASS_ON) })
}

/// What somebody told, the latest first, with what came of it.
///
/// # Errors
/// A fault of the database.
pub fn own(db: &mut Db, teller: &Teller) -> Result<Vec<Told>, Error> {
    let entries = teller.all_entries();
    let place = |entry: &str| entries.iter().position(|each| each == entry);
    let mut told = store::by_entries(db, &entries)?;
    told.sort_by_key(|(entry, _)| place(entry));
    let mut told: Vec<Told> = told.into_iter().map(|(_, told)| told).collect();
    let waits = |told: &Told| told.concern.is_open() && told.concern.tier == Tier::House;
    if told.iter().any(waits) {
        // Who looks after the community is asked once, and who looks after a group once for each.
        let (house, mut keepers) = (accounts::house_faces(db)?, HashMap::new());
        for each in told.iter_mut().filter(|each| waits(each)) {
            let of = (each.concern.face_id, each.concern.group_id);
            let about: &Vec<FaceId> = match keepers.entry(of) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(free) => free.insert(whom(db, of)?),
            };
            each.is_unread = house.iter().all(|face| about.contains(face));
        }
    }
    Ok(told)
}

/// What somebody told and was decided lately: news, which nothing written down says is theirs.
///
/// # Errors
/// A fault of the database.
pub fn news(db: &mut Db, teller: &Teller, today: Day) -> Result<Vec<Told>, Error> {
    let is_new = |told: &Told| told.concern.decided_on.is_some_and(|day| day.plus(NEWS_DAYS) >= today);
    Ok(own(db, teller)?.into_iter().filter(is_new).collect())
}

fn found(
    db: &mut Db,
    viewer: &Viewer,
    (about, today): (&About, Day),
) -> Result<(Option<FaceId>, Subject), Error> {
    let subject = match about {
        About::Thread(id) => {
            let (thread, _) = threads::find(db, viewer, id)?;
            words(db, (Some(thread.id), None), thread.author_face, (thread.group_id, today))?
        }
        About::Reply(thread, id) => {
            let (thread, reply, _) = replies::find(db, viewer, thread, id)?;
            if reply.is_taken_back() {
                return Err(threads::Refusal::TakenBack.into());
            }
            words(db, (Some(thread.id), Some(reply.id)), reply.author_face, (thread.group_id, today))?
        }
        About::Person(name) => {
            viewer.member()?;
            // Whoever blocked them was never there; their posts, if they still meet any, can be told of.
            let (profile, _) = authors::find(db, viewer, name)?;
            match aliases::place_of(db, profile.id)? {
                Some(group) => words(db, (None, None), profile.id, (group, today))?,
                None => Subject::person(profile.id),
            }
        }
        // Chips are given under one's own name. The concern is about whoever gave it and names no chip: that would say who told.
        About::Chip(id) => Subject::person(chips::giver(db, viewer, *id)?),
        // So is what stands in the circle. It is gone the next night, and the concern is about whoever said it.
        About::Circle(of) => Subject::person(circle::whose(db, viewer, (of, today))?),
        About::Group(name) => {
            let group = groups::find_by_name(db, viewer, name)?;
            viewer.member()?;
            Subject::group(group.id)
        }
    };
    Ok((subject.face, subject))
}

/// Two told in the same moment: the second tries again, and finds what the first one made.
fn told_at_once(error: Error) -> Error {
    match error {
        Error::Fault(Fault::Taken(_)) => Fault::Race.into(),
        other => other,
    }
}
