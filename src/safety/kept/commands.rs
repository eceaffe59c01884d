//! Keeping a line of it.

use crate::db::Tx;
use crate::events::safety::Event;
use crate::forum::kept::Kept;
use crate::forum::sanctions::{self, Act};
use crate::forum::{groups, threads};
use crate::identity::{accounts, aliases, names};
use crate::kernel::{Day, Error, FaceId, GroupId, PublicId, ReplyId, ThreadId};
use crate::policy::{Permit, Viewer};
use crate::safety::actions::{self, Noted, State, Verb};
use crate::safety::reports::Tier;

/// Keeps a line of what was done in a group just now, by whoever did it.
///
/// # Errors
/// As doing it.
pub fn keep(tx: &mut Tx<'_>, viewer: &Viewer, kept: &Kept<'_>) -> Result<(), Error> {
    match *kept {
        Kept::Locked(id, why) => of_thread(tx, viewer, id, (Verb::Lock, why)),
        Kept::Pinned(id) => of_thread(tx, viewer, id, (Verb::Pin, "")),
        Kept::Unlocked(id) => over(tx, viewer, id, Verb::Lock),
        Kept::Unpinned(id) => over(tx, viewer, id, Verb::Pin),
        Kept::Alias(group, alias, act, why) => of_alias(tx, viewer, (group, alias), (act, why)),
        Kept::Held(group, face, of, why) => {
            let permit = permit(tx, viewer, group)?;
            let is_alias = aliases::is_alias(tx, face)?;
            let verb = if why.is_some() { Verb::HeldBack } else { Verb::HeldThrough };
            // An alias hears nothing of it: whoever may not speak as one any more would read that in the silence.
            let words = why.filter(|_| !is_alias).unwrap_or_default();
            actions::note(
                tx,
                &permit,
                &Noted { words, was: &which(of), ..line(verb, Some(face), Some(group)) },
            )
        }
        Kept::HeldAgain(group, face, of) => {
            let permit = permit(tx, viewer, group)?;
            actions::ended_last(tx, &permit, (face, group), (Verb::HeldBack, &which(of)))
        }
        Kept::Rules(name) => of_group(tx, viewer, name, Verb::Rules),
        Kept::Guarded(name) => of_group(tx, viewer, name, Verb::Guard),
        Kept::Unguarded(name) => {
            let group = groups::find_by_name(tx, viewer, name)?.id;
            let permit = permit(tx, viewer, group)?;
            actions::ended_in(tx, &permit, group, &[Verb::Guard])
        }
    }
}

/// Which words a line is about: to end the right one.
fn which((thread, reply): (ThreadId, Option<ReplyId>)) -> String {
    format!("{thread}.{}", reply.map_or(0, |reply| reply.0))
}

/// What a host did about somebody's standing.
#[derive(Debug, Clone, Copy)]
pub enum Standing<'a> {
    /// They are out for a while, and why.
    Paused(&'a str, Option<Day>),
    /// They are out, and why.
    Closed(&'a str),
    /// They are in again.
    Reopened,
    /// What they do for the community was set.
    Appointed,
}

/// Keeps a line of it.
///
/// # Errors
/// As doing it.
pub fn standing(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, done: Standing<'_>) -> Result<(), Error> {
    let permit = actions::may_decide(tx, viewer, (Tier::House, None))?;
    let face = accounts::find_by_name(tx, &names::key(name))?.id;
    let out = [Verb::PauseHere, Verb::CloseHere];
    let (verb, words, until) = match done {
        Standing::Paused(why, until) => (Verb::PauseHere, why, until),
        Standing::Closed(why) => (Verb::CloseHere, why, None),
        Standing::Reopened => return actions::ended_for(tx, &permit, face, &out),
        Standing::Appointed => (Verb::Appoint, "", None),
    };
    if verb.is_told() {
        // One of them holds at a time: the latest.
        actions::ended_for(tx, &permit, face, &out)?;
    }
    actions::note(tx, &permit, &Noted { words, until, ..line(verb, Some(face), None) })?;
    if verb.is_told() { tx.emit(Event::Decided { face, group: None }) } else { Ok(()) }
}

/// Proof that somebody looks after a group, or after the whole community.
fn permit(tx: &mut Tx<'_>, viewer: &Viewer, group: GroupId) -> Result<Permit, Error> {
    match actions::may_decide(tx, viewer, (Tier::Group, Some(group))) {
        Err(Error::Refused(_)) => actions::may_decide(tx, viewer, (Tier::House, None)),
        settled => settled,
    }
}

fn line(verb: Verb, face: Option<FaceId>, group: Option<GroupId>) -> Noted<'static> {
    Noted {
        thread: None,
        face,
        group,
        tier: if group.is_some() { Tier::Group } else { Tier::House },
        verb,
        state: State::Done,
        words: "",
        was: "",
        until: None,
    }
}

/// Of a thread of one's own there is no line: one may stop replies to it oneself. Twice is the same as once.
fn of_thread(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    id: &PublicId,
    (verb, words): (Verb, &str),
) -> Result<(), Error> {
    let (thread, _) = threads::find(tx, viewer, id)?;
    if thread.author_face == viewer.face() || actions::holds_of(tx, thread.id, verb)? {
        return Ok(());
    }
    let permit = permit(tx, viewer, thread.group_id)?;
    let (face, group) = (thread.author_face, Some(thread.group_id));
    let noted = Noted { thread: Some(thread.id), words, ..line(verb, Some(face), group) };
    actions::note(tx, &permit, &noted)?;
    if verb.is_told() { tx.emit(Event::Decided { face, group }) } else { Ok(()) }
}

fn over(tx: &mut Tx<'_>, viewer: &Viewer, id: &PublicId, verb: Verb) -> Result<(), Error> {
    let (thread, _) = threads::find(tx, viewer, id)?;
    if !actions::holds_of(tx, thread.id, verb)? {
        return Ok(());
    }
    let permit = permit(tx, viewer, thread.group_id)?;
    actions::ended_of(tx, &permit, thread.id, &[verb])
}

/// Whoever is behind an alias reads it with what else met that alias. Where they are turned away, they read it where the alias
/// is, once it is closed: no moment is to say whom it met, and the log keeps no sentence.
fn of_alias(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    (group, alias): (&str, &str),
    (act, words): (&Act, &str),
) -> Result<(), Error> {
    let (group, shown) = sanctions::look(tx, viewer, group, alias)?;
    let (face, today) = (shown.own.alias.face, tx.now().day());
    let permit = permit(tx, viewer, group.id)?;
    let group = Some(group.id);
    let out = [Verb::Pause, Verb::Close, Verb::CloseBehind];
    actions::ended_for(tx, &permit, face, &out)?;
    let (verb, until) = match act {
        Act::Pause(days) => (Verb::Pause, Some(today.plus(*days))),
        Act::Close => (Verb::Close, None),
        Act::ClosePerson(_) => (Verb::CloseBehind, None),
        Act::Lift(_) => return Ok(()),
    };
    let words = if verb.is_told() { words } else { "" };
    actions::note(tx, &permit, &Noted { words, until, ..line(verb, Some(face), group) })?;
    if verb.is_told() { tx.emit(Event::Decided { face, group }) } else { Ok(()) }
}

fn of_group(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, verb: Verb) -> Result<(), Error> {
    let group = groups::find_by_name(tx, viewer, name)?.id;
    let permit = permit(tx, viewer, group)?;
    if verb == Verb::Guard {
        actions::ended_in(tx, &permit, group, &[verb])?;
    }
    actions::note(tx, &permit, &line(verb, None, Some(group)))
}
