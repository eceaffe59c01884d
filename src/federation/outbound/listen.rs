//! Hears what happens here and writes what is to leave. Words of aliases wait a while first, and leave with others.

use serde_json::{Value, json};

use super::following;
use super::gone;
use super::keeping;
use super::store::{self, Post};
use super::words::{self, Deed, Verb};
use super::{audience, sent};
use crate::db::Tx;
use crate::events::Event;
use crate::events::forum::Event as Forum;
use crate::events::identity::Event as Identity;
use crate::federation::delivery::Kind;
use crate::federation::peers::{self, Links, Own};
use crate::federation::{actors, door, far, wire};
use crate::forum::reactions;
use crate::identity::accounts;
use crate::jobs::{self, Job, Task};
use crate::kernel::{Error, FaceId, GroupId, ReplyId, ThreadId};
use crate::policy::Reach;
use crate::policy::scope::forum::Eyes;

/// The job that lets words of aliases leave.
pub const LATER: &str = "leave-mixed";
/// How long they wait, in seconds; and the beat on which they leave, so that those of a while go together.
const WAIT_S: (i64, usize) = (300, 3_000);
const BEAT_S: i64 = 300;

/// Hears one piece of news. Hearing it twice sends the same words twice, which others take as once.
///
/// # Errors
/// A fault of the database.
pub fn hear(tx: &mut Tx<'_>, own: &Own, news: &Event) -> Result<(), Error> {
    if peers::links(tx)? == Links::Closed {
        return Ok(());
    }
    match news {
        Event::Forum(event) => forum(tx, own, event, false),
        Event::Identity(Identity::AccountErased { face, .. }) => gone::erased(tx, own, *face),
        Event::Identity(Identity::TieEnded { face, takes_words_back: true }) => gone::erased(tx, own, *face),
        Event::Identity(_) | Event::Recovery(_) | Event::Safety(_) | Event::Support(_) => Ok(()),
    }
}

/// Hears what was put off: words of an alias.
///
/// # Errors
/// A fault of the database.
pub fn hear_later(tx: &mut Tx<'_>, own: &Own, job: &Job) -> Result<(), Error> {
    if peers::links(tx)? == Links::Closed {
        return Ok(());
    }
    let event: Forum = serde_json::from_str(&job.payload).map_err(Error::other)?;
    forum(tx, own, &event, true)
}

#[deny(clippy::wildcard_enum_match_arm)]
fn forum(tx: &mut Tx<'_>, own: &Own, event: &Forum, is_late: bool) -> Result<(), Error> {
    match *event {
        Forum::ThreadOpened { thread, .. } => spoken(tx, own, (thread, None), (event, is_late), Verb::Create),
        Forum::ThreadEdited { thread, .. } => spoken(tx, own, (thread, None), (event, is_late), Verb::Update),
        Forum::ReplyGiven { reply, thread, .. } => {
            spoken(tx, own, (thread, Some(reply)), (event, is_late), Verb::Create)
        }
        Forum::ReplyEdited { reply, thread, .. } => {
            spoken(tx, own, (thread, Some(reply)), (event, is_late), Verb::Update)
        }
        Forum::ThreadTakenBack { thread, .. } => with(tx, own, (thread, None), gone::taken_back),
        Forum::ReplyTakenBack { reply, thread, .. } => with(tx, own, (thread, Some(reply)), gone::taken_back),
        Forum::ThreadRemoved { thread, .. } => away(tx, own, (thread, None), false),
        Forum::ThreadReturned { thread, .. } => away(tx, own, (thread, None), true),
        Forum::ReplyRemoved { reply, thread, .. } => away(tx, own, (thread, Some(reply)), false),
        Forum::ReplyReturned { reply, thread, .. } => away(tx, own, (thread, Some(reply)), true),
        Forum::ThreadNarrowed { thread, .. } => gone::narrowed(tx, own, thread),
        Forum::ThreadMoved { thread, from, .. } => gone::moved(tx, own, thread, from),
        Forum::ThreadLocked { thread, .. } => kept(tx, own, thread, Deed::Lock),
        Forum::ThreadUnlocked { thread, .. } => kept(tx, own, thread, Deed::Unlock),
        Forum::ThreadPinned { thread, .. } => kept(tx, own, thread, Deed::Pin),
        Forum::ThreadUnpinned { thread, .. } => kept(tx, own, thread, Deed::Unpin),
        Forum::ReactionPut { thread, reply, by, .. } | Forum::ReactionTakenBack { thread, reply, by } => {
            liked(tx, own, (thread, reply), by)
        }
        Forum::GroupChanged { group, .. } => changed(tx, own, group),
        Forum::GroupMoved { group, .. } => moved(tx, own, group),
        Forum::MemberPaused { group, face } => keeping::decided(tx, own, (group, face), false),
        Forum::MemberLetBack { group, face } => keeping::decided(tx, own, (group, face), true),
        Forum::MemberJoined { group, .. } | Forum::MemberLeft { group, .. } => {
            following::settle(tx, own, group)
        }
        Forum::GroupStarted { .. }
        | Forum::LookoutRaised { .. }
        | Forum::SetbackTold { .. }
        | Forum::PeopleParted { .. }
        | Forum::WordsLetThrough { .. }
        | Forum::MembershipAsked { .. }
        | Forum::WordsHeld { .. }
        | Forum::WordsSentBack { .. }
        | Forum::TurnEnding { .. }
        | Forum::TurnEnded { .. }
        | Forum::RoleChanged { .. } => Ok(()),
    }
}

fn with(
    tx: &mut Tx<'_>,
    own: &Own,
    place: (ThreadId, Option<ReplyId>),
    work: impl Fn(&mut Tx<'_>, &Own, &Post) -> Result<(), Error>,
) -> Result<(), Error> {
    match store::post(tx, own, place)? {
        Some(post) => work(tx, own, &post),
        None => Ok(()),
    }
}

/// An alias's words wait, unless somebody cries for help: that cannot.
fn spoken(
    tx: &mut Tx<'_>,
    own: &Own,
    place: (ThreadId, Option<ReplyId>),
    (event, is_late): (&Forum, bool),
    verb: Verb,
) -> Result<(), Error> {
    let Some(post) = store::post(tx, own, place)? else { return Ok(()) };
    let is_urgent = post.reply.is_none() && post.kind.is_hard();
    if !post.is_alias() || is_late || is_urgent {
        return words::said(tx, own, &post, verb);
    }
    // What goes nowhere waits for nothing, and leaves no row that says when it was said.
    let goes =
        post.reach >= Reach::Partners && (post.far.is_some() || !far::recipients(tx, post.group)?.is_empty());
    if !goes {
        return Ok(());
    }
    let payload = serde_json::to_string(event).map_err(Error::other)?;
    let wait_s = WAIT_S.0 + i64::try_from(tx.chance().below(WAIT_S.1)).unwrap_or(0);
    let leaves_s = (tx.now().0 / 1_000 + wait_s) / BEAT_S * BEAT_S + BEAT_S;
    let after_s = leaves_s - tx.now().0 / 1_000;
    jobs::add(tx, &Task { payload, after_s, ..Task::new(LATER) })
}

fn away(tx: &mut Tx<'_>, own: &Own, place: (ThreadId, Option<ReplyId>), is_back: bool) -> Result<(), Error> {
    with(tx, own, place, |tx, own, post| gone::put_away(tx, own, post, is_back))
}

fn kept(tx: &mut Tx<'_>, own: &Own, thread: ThreadId, deed: Deed) -> Result<(), Error> {
    with(tx, own, (thread, None), |tx, own, post| words::kept(tx, own, post, deed))
}

/// A kind word leaves if its giver lets theirs travel and is known there by words already; an alias's never does.
fn liked(tx: &mut Tx<'_>, own: &Own, place: (ThreadId, Option<ReplyId>), by: FaceId) -> Result<(), Error> {
    let Some((giver, kind)) = store::called(tx, by)? else { return Ok(()) };
    let Some(post) = store::post(tx, own, place)?.filter(|_| kind == "name") else { return Ok(()) };
    let lets = accounts::lets_kind_words_travel(tx, by)? && door::speaks(tx, Eyes::of_community(true), by)?;
    let word = reactions::word_of(tx, place.0, place.1, by)?.filter(|_| lets);
    words::liked(tx, own, &post, &giver, word)
}

/// A group says anew what it is; where its posts go less far than before, whoever is left out lets go and is told that they
/// no longer follow it.
fn changed(tx: &mut Tx<'_>, own: &Own, group: GroupId) -> Result<(), Error> {
    if far::far_group(tx, group)?.is_some() {
        return Ok(());
    }
    gone::group_narrowed(tx, own, group)?;
    let Some((name, title, purpose, language, ceiling, is_closed)) = store::group(tx, group)? else {
        return Ok(());
    };
    let Some(pem) = store::pem(tx, &actors::Path::group(&name))? else { return Ok(()) };
    let is_open = ceiling == Reach::Everyone;
    let is_indexed = is_open && store::is_indexed(tx)?;
    let moved_to = far::moved_to(tx, group)?;
    let about = wire::About {
        name: name.clone(),
        title,
        purpose,
        language,
        is_closed,
        is_open,
        is_indexed,
        moved_to,
    };
    says(tx, own, (group, &name, ceiling), ("Update", &wire::group(own, &about, &pem), None))
}

/// A group has gone elsewhere: said once, and not each time its words change after that.
fn moved(tx: &mut Tx<'_>, own: &Own, group: GroupId) -> Result<(), Error> {
    if far::far_group(tx, group)?.is_some() {
        return Ok(());
    }
    let (Some((name, _, _, _, ceiling, _)), Some(target)) =
        (store::group(tx, group)?, far::moved_to(tx, group)?)
    else {
        return Ok(());
    };
    let actor = actors::Path::group(&name).id(own);
    says(tx, own, (group, &name, ceiling), ("Move", &json!(actor), Some(target)))
}

/// A group says something of itself to whoever follows it.
fn says(
    tx: &mut Tx<'_>,
    own: &Own,
    (group, name, ceiling): (GroupId, &str, Reach),
    (verb, object, target): (&str, &Value, Option<String>),
) -> Result<(), Error> {
    let path = actors::Path::group(name);
    let (actor, room) = (path.id(own), wire::Room::ours(own, name));
    let reach = if ceiling == Reach::Everyone { Reach::Everyone } else { Reach::Partners };
    let act = wire::Act { actor: &actor, room: &room, reach };
    let mut said = act.does(verb, &words::again(tx, &actor), object);
    if let (Value::Object(map), Some(target)) = (&mut said, target) {
        map.insert("target".to_owned(), json!(target));
    }
    let to = audience::of_group_itself(tx, group)?;
    let asked = super::about::About { group, thread: None, reply: None }.text();
    sent(tx, (Kind::Other, &actor), &path.key_id(own), (wire::whole(said), asked), &to)
}
