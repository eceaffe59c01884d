//! What a decision does, and how it is taken back.

use super::listed::listed;
use super::model::SLOW_MINUTES;
use super::{Act, Decision, Verb};
use crate::db::Tx;
use crate::forum::content_notes::Notes;
use crate::forum::held;
use crate::forum::screening::{self, Slow};
use crate::forum::threads::Reason;
use crate::forum::{authors, members, replies, threads};
use crate::identity::accounts::{self, standing};
use crate::identity::affiliations;
use crate::identity::aliases::{self, State as Alias};
use crate::kernel::{Day, Error, FaceId, GroupId, ThreadId};
use crate::policy::{Permit, Viewer};
use crate::safety::moves;
use crate::safety::reports::Concern;

/// Between the codes of content notes and the words beside them, as they were.
const APART: char = '\n';

/// Does it. Returns what it was before, for taking it back.
pub(super) fn carry_out(
    tx: &mut Tx<'_>,
    (viewer, permit): (&Viewer, &Permit),
    (concern, verb): (&Concern, Verb),
    (decision, until): (&Decision, Option<Day>),
) -> Result<String, Error> {
    let words = decision.words.as_str();
    match (verb, concern.thread_id, concern.reply_id, concern.face_id) {
        (Verb::Fold, Some(thread), None, _) => {
            let was = threads::find_by_id(tx, thread)?.content_notes();
            threads::set_notes(tx, permit, thread, &decision.notes)?;
            Ok(kept(&was))
        }
        (Verb::Fold, _, Some(reply), _) => {
            let was = replies::find_by_id(tx, reply)?.content_notes();
            replies::set_notes(tx, permit, reply, &decision.notes)?;
            Ok(kept(&was))
        }
        (Verb::Label, _, _, Some(face)) => match &decision.label {
            Some(label) => affiliations::put(tx, permit, face, label),
            None => Ok(String::new()),
        },
        (Verb::Remove, _, Some(reply), _) => nothing(replies::put_away(tx, permit, reply)),
        (Verb::Remove, Some(thread), None, _) => nothing(threads::put_away(tx, permit, thread)),
        (Verb::RemoveAll | Verb::RemoveAllHere, _, _, Some(face)) => {
            put_all_away(tx, (viewer, permit), (verb, face, concern.group_id))
        }
        (_, thread, _, face) => {
            let place = (thread, face, concern.group_id);
            nothing(hold(tx, (viewer, permit), (verb, place), (until, words)))
        }
    }
}

/// An older decision holds again, until its own end. What it met and is gone meanwhile stays gone.
pub(super) fn hold_again(
    tx: &mut Tx<'_>,
    (viewer, permit): (&Viewer, &Permit),
    older: &Act,
) -> Result<(), Error> {
    let place = (older.thread_id, older.face_id, older.group_id);
    match hold(tx, (viewer, permit), (older.verb, place), (older.until_on, &older.words)) {
        Err(Error::Absent) => Ok(()),
        other => other,
    }
}

/// A thread, whoever it meets, and the group.
type Place = (Option<ThreadId>, Option<FaceId>, Option<GroupId>);

/// What lasts, until a day or without an end. The later word counts: what was there of its sort gives way.
fn hold(
    tx: &mut Tx<'_>,
    (viewer, permit): (&Viewer, &Permit),
    (verb, (thread, face, group)): (Verb, Place),
    (until, words): (Option<Day>, &str),
) -> Result<(), Error> {
    match (verb, thread, face) {
        (Verb::Lock, Some(thread), _) => {
            threads::set_locked(tx, permit, thread, Some(&Reason::parse(words)?))
        }
        (Verb::Slow | Verb::SlowThread, ..) => match slower(verb, (group, thread, face)) {
            Some(slow) => {
                let until = until.unwrap_or(tx.now().day());
                screening::slow_down(tx, permit, &slow, (SLOW_MINUTES, until))
            }
            None => Ok(()),
        },
        (Verb::Mute | Verb::MuteHere, _, Some(face)) => quieten(tx, permit, (verb, group, face), until),
        (Verb::Pause | Verb::Close, _, Some(face)) => stop(tx, permit, (group, face), (until, words)),
        (Verb::PauseHere, _, Some(face)) => {
            let name = accounts::profile(tx, face)?.name;
            standing::pause(tx, viewer, &name, &Reason::parse(words)?, until)
        }
        (Verb::PauseFar | Verb::CloseFar, _, Some(face)) => members::keep_away(tx, permit, face, until),
        (Verb::CloseHere, _, Some(face)) => {
            let name = accounts::profile(tx, face)?.name;
            standing::close(tx, viewer, &name, &Reason::parse(words)?)
        }
        _ => Ok(()),
    }
}

/// Takes it back: things are as they were before. What is gone meanwhile stays gone. Words out of sight are brought back one by one.
pub(super) fn take_back(
    tx: &mut Tx<'_>,
    (viewer, permit): (&Viewer, &Permit),
    act: &Act,
) -> Result<(), Error> {
    let done = match (act.verb, act.thread_id, act.reply_id, act.face_id) {
        (Verb::Fold, Some(thread), None, _) => threads::set_notes(tx, permit, thread, &read(&act.was)),
        (Verb::Fold, _, Some(reply), _) => replies::set_notes(tx, permit, reply, &read(&act.was)),
        (Verb::Label, _, _, Some(face)) => affiliations::put_back(tx, permit, face, &act.was),
        (Verb::Lock, Some(thread), ..) => threads::set_locked(tx, permit, thread, None),
        (Verb::Pin, Some(thread), ..) => {
            let id = threads::find_by_id(tx, thread)?.public_id;
            threads::unpin(tx, viewer, &id)
        }
        (Verb::Move, Some(thread), ..) => moves::put_back(tx, viewer, thread, &act.was),
        (Verb::Slow | Verb::SlowThread, ..) => {
            match slower(act.verb, (act.group_id, act.thread_id, act.face_id)) {
                Some(slow) => screening::speed_up(tx, permit, &slow),
                None => Ok(()),
            }
        }
        (Verb::Mute, _, _, Some(face)) => match act.group_id {
            Some(group) => screening::let_speak(tx, permit, (group, face)),
            None => Ok(()),
        },
        (Verb::MuteHere, _, _, Some(face)) => screening::let_speak_here(tx, permit, face),
        (Verb::Pause | Verb::Close, _, _, Some(face)) => match act.group_id {
            _ if aliases::is_alias(tx, face)? => {
                aliases::set_state(tx, permit, face, (Alias::Live, None), "")
            }
            Some(group) => members::let_back(tx, permit, group, face),
            None => Ok(()),
        },
        (Verb::PauseFar | Verb::CloseFar, _, _, Some(face)) => members::let_near(tx, permit, face),
        (Verb::PauseHere | Verb::CloseHere, _, _, Some(face)) => {
            let name = accounts::profile(tx, face)?.name;
            standing::reopen(tx, viewer, &name)
        }
        _ => Ok(()),
    };
    match done {
        Err(Error::Absent) => Ok(()),
        other => other,
    }
}

/// They read along and say nothing: in the group, or in every one.
fn quieten(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (verb, group, face): (Verb, Option<GroupId>, FaceId),
    until: Option<Day>,
) -> Result<(), Error> {
    match (verb, group, until) {
        (Verb::MuteHere, _, Some(until)) => screening::quieten_here(tx, permit, face, until),
        (Verb::Mute, Some(group), Some(until)) => screening::quieten(tx, permit, (group, face), until),
        _ => Ok(()),
    }
}

/// Who or what goes slower: the writer anywhere in the group, or everybody in the thread.
fn slower(
    verb: Verb,
    (group, thread, face): (Option<GroupId>, Option<ThreadId>, Option<FaceId>),
) -> Option<Slow> {
    match verb {
        Verb::SlowThread => Some(Slow { group: group?, thread: Some(thread?), face: None }),
        _ => Some(Slow { group: group?, thread: None, face: Some(face?) }),
    }
}

/// All that somebody said goes out of sight, in a group or wherever whoever decides may read it; what of it waits for a look is
/// let through by nobody, and what others put out of sight before is not brought back by them alone.
fn put_all_away(
    tx: &mut Tx<'_>,
    (viewer, permit): (&Viewer, &Permit),
    (verb, face, group): (Verb, FaceId, Option<GroupId>),
) -> Result<String, Error> {
    let (said, whence) = match (verb, group) {
        (Verb::RemoveAll, None) => return Ok(String::new()),
        (Verb::RemoveAll, Some(group)) => (authors::put_all_away(tx, permit, (face, group))?, Some(group)),
        _ => (authors::put_all_here_away(tx, (viewer, permit), (face, group))?, None),
    };
    let waited = held::set_aside(tx, (viewer, permit), (face, whence))?;
    let away = authors::away_elsewhere(tx, viewer, (face, whence))?;
    Ok(listed(&said, &waited, &away))
}

/// Out of the group: an alias speaks no more there, and whoever is behind it keeps their name; a name is out of it.
fn stop(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (group, face): (Option<GroupId>, FaceId),
    (until, words): (Option<Day>, &str),
) -> Result<(), Error> {
    if aliases::is_alias(tx, face)? {
        let state = until.map_or((Alias::Closed, None), |until| (Alias::Muted, Some(until)));
        return aliases::set_state(tx, permit, face, state, words);
    }
    match group {
        Some(group) => members::pause(tx, permit, (group, face), until),
        None => Ok(()),
    }
}

fn nothing(done: Result<(), Error>) -> Result<String, Error> {
    done.map(|()| String::new())
}

fn kept(notes: &Notes) -> String {
    format!("{}{APART}{}", notes.codes(), notes.words)
}

fn read(was: &str) -> Notes {
    let (codes, words) = was.split_once(APART).unwrap_or((was, ""));
    Notes::stored(codes, words)
}

#[test]
fn notes_are_as_they_were() {
    use crate::forum::content_notes::ContentNote;
    let notes = Notes { labels: vec![ContentNote::Grief], words: "my sister".to_owned() };
    assert_eq!(read(&kept(&notes)), notes);
    assert_eq!(read(&kept(&Notes::default())), Notes::default());
}
