//! Moving a thread, and taking that back.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::model::{Done, Plan, Refusal, read};
use super::rules::{self, Room};
use crate::db::{Db, Tx};
use crate::events::safety::Event;
use crate::forum::groups::{self, Group};
use crate::forum::threads::{self, Moving, Thread};
use crate::forum::{content_notes, members};
use crate::identity::aliases;
use crate::kernel::{Error, FaceId, GroupId, PublicId, ThreadId};
use crate::policy::{self, Action, Permit, Rank, Reach, Role, Standing, Viewer};
use crate::safety::actions::{self, ActId, Noted, Sentence, State, Verb};
use crate::safety::reports::{self, Tier};

/// Looks at a move without making it.
///
/// # Errors
/// Absent for a thread or a group the viewer may not know of; `keepers-only` for whoever does not look after both groups;
/// `move-same`, `move-elsewhere`, `move-closed`, `move-again`, `move-worried`,
/// `move-writer-out`; `note-elsewhere`, `note-not-here`.
pub fn weigh(
    db: &mut Db,
    (viewer, own): (&Viewer, &[FaceId]),
    (id, to): (&PublicId, &str),
) -> Result<Plan, Error> {
    let (thread, _) = threads::find(db, viewer, id)?;
    may(db, viewer, thread.group_id)?;
    let (from, to) = (groups::find(db, thread.group_id)?, groups::find_by_name(db, viewer, to)?);
    may(db, viewer, to.id)?;
    if from.id == to.id {
        return Err(Refusal::Same.into());
    }
    if from.elsewhere().or(to.elsewhere()).is_some() {
        return Err(Refusal::Elsewhere.into());
    }
    if from.is_closed() || to.is_closed() {
        return Err(Refusal::Closed.into());
    }
    if thread.moved_from.is_some() {
        return Err(Refusal::Again.into());
    }
    if is_worried(db, own, &thread)? {
        return Err(Refusal::Worried.into());
    }
    let rules = content_notes::house_rules(db, viewer, to.id)?;
    content_notes::check(&rules, &thread.content_notes().labels, true)?;
    let reach = rules::reach(thread.reach, room(&to));
    let asks_writer = reach == Reach::Group && reaches_others(db, viewer, (&thread, &from, &to))?;
    Ok(Plan { thread, from, to, reach, asks_writer })
}

/// While somebody is worried about its writer, or about anybody in it, nobody carries a thread away alone. Of a worry about one
/// of their `own` faces nobody hears here.
fn is_worried(db: &mut Db, own: &[FaceId], thread: &Thread) -> Result<bool, Error> {
    if policy::stays_open_for(db, thread.id, own)? {
        return Ok(true);
    }
    Ok(!own.contains(&thread.author_face) && !policy::in_distress(db, vec![thread.author_face])?.is_empty())
}

/// Whether somebody could read there, of what is for a group alone, who could not before: then its writer says yes first,
/// unless it is they who move it. They themself must be able to read it; of an alias, nobody knows who that is.
fn reaches_others(
    db: &mut Db,
    viewer: &Viewer,
    (thread, from, to): (&Thread, &Group, &Group),
) -> Result<bool, Error> {
    refuse_writer_out(db, thread, to)?;
    let are_all_in = members::are_all_in(db, to.id, from.id)?;
    let is_own = viewer.face() == thread.author_face;
    Ok(!is_own && rules::widens(thread.reach, (room(from), room(to)), are_all_in))
}

fn refuse_writer_out(db: &mut Db, thread: &Thread, to: &Group) -> Result<(), Error> {
    let is_out =
        aliases::is_alias(db, thread.author_face)? || !members::is_in(db, to.id, thread.author_face)?;
    if is_out { Err(Refusal::WriterOut.into()) } else { Ok(()) }
}

/// Moves a thread, with all that was answered. Its address stays; its writer is told, or asked first where more people could
/// read it there. Twice is the same as once.
///
/// # Errors
/// As [`weigh`].
pub fn carry(
    tx: &mut Tx<'_>,
    (viewer, own): (&Viewer, &[FaceId]),
    (id, to): (&PublicId, &str),
    words: &Sentence,
) -> Result<Done, Error> {
    let plan = match weigh(tx, (viewer, own), (id, to)) {
        Err(error) if was_just_done(tx, viewer, (id, to)) => return ignored(error),
        plan => plan?,
    };
    let permit = may(tx, viewer, plan.from.id)?;

    let (thread, was) = (&plan.thread, plan.was());
    if plan.asks_writer && actions::asked_move(tx, thread.id)?.is_some_and(|act| act.was == was) {
        return Ok(Done::Asked);
    }
    if !plan.asks_writer {
        let moving = Moving { group: plan.to.id, reach: plan.reach, from: Some(plan.from.id) };
        threads::carry(tx, &permit, thread.id, moving)?;
        reports::follow(tx, &permit, thread.id, plan.to.id)?;
    }
    let noted = Noted {
        thread: Some(thread.id),
        face: Some(thread.author_face),
        group: Some(plan.from.id),
        tier: tier(tx, viewer, [plan.from.id, plan.to.id])?,
        verb: Verb::Move,
        state: if plan.asks_writer { State::Proposed } else { State::Done },
        words: words.as_str(),
        was: &was,
        until: None,
    };
    actions::note(tx, &permit, &noted)?;

    if thread.author_face != permit.actor() {
        tx.emit(Event::Decided { face: thread.author_face, group: Some(plan.from.id) })?;
    }
    Ok(if plan.asks_writer { Done::Asked } else { Done::Moved })
}

/// Whoever wrote a thread says yes to what somebody asked: it moves. Twice is the same as once.
///
/// # Errors
/// Absent for what nobody asked them; `move-again`, `move-closed`, `move-not-now`, `move-writer-out`.
pub fn agree(tx: &mut Tx<'_>, (viewer, own): (&Viewer, &[FaceId]), id: ActId) -> Result<(), Error> {
    let act = actions::find_asked(tx, viewer.face(), id)?;
    let (Some(thread), Some((from, to, _))) = (act.thread_id, read(&act.was)) else {
        return Err(Error::Absent);
    };
    let (thread, to) = (threads::find_by_id(tx, thread)?, groups::find(tx, to)?);

    let standing = Standing::towards_words(tx, viewer, thread.group_id, thread.author_face)?;
    let permit = policy::may(viewer, Action::EditOwn, &standing)?;
    if act.state == State::Done {
        return Ok(());
    }
    if act.state == State::Undone || thread.group_id != from || thread.moved_from.is_some() {
        return Err(Refusal::Again.into());
    }
    if to.is_closed() {
        return Err(Refusal::Closed.into());
    }
    if is_worried(tx, own, &thread)? {
        return Err(Refusal::NotNow.into());
    }
    refuse_writer_out(tx, &thread, &to)?;

    let reach = rules::reach(thread.reach, room(&to));
    threads::carry(tx, &permit, thread.id, Moving { group: to.id, reach, from: Some(from) })?;
    reports::follow(tx, &permit, thread.id, to.id)?;
    actions::settle_asked(tx, &permit, act.id)
}

/// The titles of the groups threads were to go to, by what each decision says of it: all of them take one statement, and none
/// takes none.
///
/// # Errors
/// A fault of the database.
pub fn destinations(db: &mut Db, all: &[&str]) -> Result<HashMap<String, String>, Error> {
    let to: Vec<(&str, GroupId)> =
        all.iter().filter_map(|was| read(was).map(|(_, to, _)| (*was, to))).collect();
    if to.is_empty() {
        return Ok(HashMap::new());
    }
    let known = groups::find_by_ids(db, to.iter().map(|(_, to)| *to).collect())?;
    let titled = to.into_iter().filter_map(|(was, to)| {
        let group = known.iter().find(|group| group.id == to)?;
        Some((was.to_owned(), group.title.clone()))
    });
    Ok(titled.collect())
}

/// Whether a form was pressed a second time: the thread is there, and was moved there.
fn was_just_done(db: &mut Db, viewer: &Viewer, (id, to): (&PublicId, &str)) -> bool {
    let Ok((thread, _)) = threads::find(db, viewer, id) else { return false };
    let Ok(to) = groups::find_by_name(db, viewer, to) else { return false };
    thread.group_id == to.id && thread.moved_from.is_some() && may(db, viewer, to.id).is_ok()
}

/// A second press is no mistake; a fault is one all the same.
fn ignored(error: Error) -> Result<Done, Error> {
    match error {
        Error::Refused(_) => Ok(Done::Moved),
        other => Err(other),
    }
}

/// Takes a move back, for whoever looks after both groups: the thread is where it was, and as far as it was. What was taken
/// back elsewhere meanwhile does not come back there.
///
/// # Errors
/// `keepers-only`, `move-closed`.
pub fn put_back(tx: &mut Tx<'_>, viewer: &Viewer, id: ThreadId, was: &str) -> Result<(), Error> {
    let Some((from, to, reach)) = read(was) else { return Ok(()) };
    let permit = may(tx, viewer, from)?;
    may(tx, viewer, to)?;
    let (thread, home) = (threads::find_by_id(tx, id)?, groups::find(tx, from)?);
    if thread.group_id != to {
        return Ok(());
    }
    if home.is_closed() {
        return Err(Refusal::Closed.into());
    }
    // No further than its writer may have said meanwhile that it is to go: as far as it went there, unless that was cut
    // by the other group alone.
    let cut = rules::reach(reach, room(&groups::find(tx, to)?));
    let reach = if thread.reach < cut { thread.reach } else { reach.min(home.ceiling) };
    threads::carry(tx, &permit, id, Moving { group: from, reach, from: None })?;
    reports::follow(tx, &permit, id, from)
}

/// Which of these moves this viewer could take back, each by what the decision says of it: they look after both groups, and the
/// first is open. None takes no statement.
///
/// # Errors
/// A fault of the database.
pub fn can_go_back(db: &mut Db, viewer: &Viewer, all: &[&str]) -> Result<HashSet<String>, Error> {
    let rooms: Vec<(&str, [GroupId; 2])> =
        all.iter().filter_map(|was| read(was).map(|(from, to, _)| (*was, [from, to]))).collect();
    if rooms.is_empty() {
        return Ok(HashSet::new());
    }
    let ids: BTreeSet<GroupId> = rooms.iter().flat_map(|(_, groups)| *groups).collect();
    let known = groups::find_by_ids(db, ids.iter().copied().collect())?;
    let mut kept = HashSet::new();
    for id in ids {
        match may(db, viewer, id) {
            Ok(_) => {
                kept.insert(id);
            }
            Err(Error::Refused(_) | Error::Absent) => {}
            Err(fault) => return Err(fault),
        }
    }
    let is_open = |id: GroupId| known.iter().any(|group| group.id == id && !group.is_closed());
    let free = rooms
        .into_iter()
        .filter(|(_, [from, to])| kept.contains(from) && kept.contains(to) && is_open(*from));
    Ok(free.map(|(was, _)| was.to_owned()).collect())
}

/// Groups a thread can be moved to by this viewer, as far as they look after them: by title.
///
/// # Errors
/// Absent for a thread out of reach; `keepers-only`.
pub fn choices(db: &mut Db, viewer: &Viewer, id: &PublicId) -> Result<(Thread, Group, Vec<Group>), Error> {
    let (thread, _) = threads::find(db, viewer, id)?;
    may(db, viewer, thread.group_id)?;
    let mut all = groups::listed(db, viewer, None)?;
    let kept: Vec<GroupId> = members::mine(db, viewer.face())?
        .into_iter()
        .filter(|mine| Role::KEEPERS.contains(&mine.membership.role))
        .map(|mine| mine.group.id)
        .collect();
    let keeps_all = matches!(viewer.rank(), Some(Rank::Keeper | Rank::Host));
    all.retain(|group| {
        group.id != thread.group_id
            && group.elsewhere().is_none()
            && !group.is_closed()
            && (keeps_all || kept.contains(&group.id))
    });
    all.sort_by(|one, other| one.title.cmp(&other.title));
    let here = groups::find(db, thread.group_id)?;
    Ok((thread, here, all))
}

/// Who looks after both by their place there leaves it in the log of the group; keepers of everything in theirs.
fn tier(db: &mut Db, viewer: &Viewer, groups: [GroupId; 2]) -> Result<Tier, Error> {
    for group in groups {
        let role = Standing::in_group(db, viewer, group)?.role;
        if !role.is_some_and(|role| Role::KEEPERS.contains(&role)) {
            return Ok(Tier::House);
        }
    }
    Ok(Tier::Group)
}

fn may(db: &mut Db, viewer: &Viewer, group: GroupId) -> Result<Permit, Error> {
    policy::may(viewer, Action::MoveThread, &Standing::in_group(db, viewer, group)?)
}

const fn room(group: &Group) -> Room {
    Room { joining: group.joining, ceiling: group.ceiling }
}
