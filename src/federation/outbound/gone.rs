//! What is to be let go of: by whoever holds it, and by nobody else. These letters go out whatever else changed meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::store::{self, Post};
use super::words::{again, anew, key_of_room};
use super::{audience, sent};
use crate::db::Tx;
use crate::federation::actors::{self, Path};
use crate::federation::delivery::{self, Kind, Recipient};
use crate::federation::peers::{self, Own};
use crate::federation::wire::{self, Act, Room};
use crate::kernel::{Error, FaceId, GroupId, ReplyId, ThreadId};
use crate::policy::Reach;

/// Threads of a group looked at in one question.
const AT_ONCE: i64 = 500;

/// Words were taken back by their writer.
pub(super) fn taken_back(tx: &mut Tx<'_>, own: &Own, post: &Post) -> Result<(), Error> {
    if post.is_remote() {
        return Ok(());
    }
    let to = audience::holders(tx, own, &post.address)?;
    let_go(tx, own, post, &post.speaker(), &to)
}

/// Asks these to let go of a post. Of what came from elsewhere, the group asks in its own name.
fn let_go(tx: &mut Tx<'_>, own: &Own, post: &Post, speaker: &Path, to: &[Recipient]) -> Result<(), Error> {
    let actor = if post.is_remote() { post.room.id.clone() } else { speaker.id(own) };
    let act = Act { actor: &actor, room: &post.room, reach: Reach::Partners };
    let object = json!({ "id": post.address, "type": "Tombstone" });
    // What a group does has an address at the group's own community, whosever words it is about.
    let place = if post.is_remote() { &post.room.id } else { &post.address };
    let activity = act.does("Delete", &again(tx, place), &object);
    let about = (Kind::Delete, post.address.as_str());
    if post.far.is_some() {
        let key = if post.is_remote() { return Ok(()) } else { speaker.key_id(own) };
        return sent(tx, about, &key, (wire::whole(activity), String::new()), to);
    }
    let id = again(tx, &post.room.id);
    let body = wire::passed_on(&post.room, &id, Reach::Partners, &activity.to_string());
    sent(tx, about, &key_of_room(own, post), (body, String::new()), to)?;
    told_apart(tx, own, post, speaker, to)
}

/// Those that know no groups take it from the writer alone.
fn told_apart(tx: &mut Tx<'_>, own: &Own, post: &Post, by: &Path, to: &[Recipient]) -> Result<(), Error> {
    let others = if post.is_remote() { Vec::new() } else { audience::others(tx, to)? };
    if others.is_empty() {
        return Ok(());
    }
    let actor = by.id(own);
    let act = Act { actor: &actor, room: &post.room, reach: Reach::Partners };
    let object = json!({ "id": post.address, "type": "Tombstone" });
    let body = wire::whole(act.does("Delete", &again(tx, &post.address), &object));
    let apart = format!("{}#writer", post.address);
    sent(tx, (Kind::Delete, &apart), &by.key_id(own), (body, String::new()), &others)
}

/// Words were put out of sight by those who look after their group, or are back: the group says so, and nobody elsewhere
/// learns who. They still hold the words, so that their writer can take them back later. What is out of sight in a group
/// elsewhere is so here alone.
pub(super) fn put_away(tx: &mut Tx<'_>, own: &Own, post: &Post, is_back: bool) -> Result<(), Error> {
    if post.far.is_some() {
        return Ok(());
    }
    let to = audience::holders(tx, own, &post.address)?;
    let act = Act { actor: &post.room.id, room: &post.room, reach: Reach::Partners };
    let mut activity = act.does("Delete", &again(tx, &post.room.id), &json!(post.address));
    if is_back {
        activity = act.does("Undo", &again(tx, &post.room.id), &activity);
    }
    let id = again(tx, &post.room.id);
    let body = wire::passed_on(&post.room, &id, Reach::Partners, &activity.to_string());
    let away = format!("{}#away", post.address);
    sent(tx, (Kind::Other, &away), &key_of_room(own, post), (body, String::new()), &to)?;
    if is_back { Ok(()) } else { told_apart(tx, own, post, &post.speaker(), &to) }
}

/// A thread travels less far than before: whoever it has left out is asked to let go of it, and of what was answered.
pub(super) fn narrowed(tx: &mut Tx<'_>, own: &Own, thread: ThreadId) -> Result<(), Error> {
    for place in places(tx, thread)? {
        let Some(post) = store::post(tx, own, place)? else { continue };
        let mut left_out = Vec::new();
        for to in audience::holders(tx, own, &post.address)? {
            let reads = match peers::view(tx, &to.domain)? {
                Some(view) => store::may_read(tx, view.eyes, post.thread, post.reply)?,
                None => false,
            };
            if !reads {
                left_out.push(to);
            }
        }
        if !left_out.is_empty() {
            let_go(tx, own, &post, &post.speaker(), &left_out)?;
        }
    }
    Ok(())
}

/// A thread stands in another group of ours: whoever holds it and does not follow that one is asked to let go of it, by the
/// group it was in, and of what was answered; whoever follows the new one is told of it there. Words of other communities
/// say at home which group they are in, so that each that holds them lets go.
pub(super) fn moved(tx: &mut Tx<'_>, own: &Own, thread: ThreadId, from: GroupId) -> Result<(), Error> {
    let Some((name, ..)) = store::group(tx, from)? else { return Ok(()) };
    for place in places(tx, thread)? {
        let Some(post) = store::post(tx, own, place)? else { continue };
        if post.far.is_some() || post.group == from {
            return Ok(());
        }
        let readers = audience::followers(tx, &post)?;
        let mut left_out = audience::holders(tx, own, &post.address)?;
        left_out.retain(|to| post.is_remote() || !readers.iter().any(|reader| reader.domain == to.domain));
        if !left_out.is_empty() {
            let was = Post { group: from, room: Room::ours(own, &name), ..post.clone() };
            let_go(tx, own, &was, &was.speaker(), &left_out)?;
        }
        anew(tx, own, &post, &readers)?;
    }
    Ok(())
}

/// A thread and all that was answered in it.
fn places(tx: &mut Tx<'_>, thread: ThreadId) -> Result<Vec<(ThreadId, Option<ReplyId>)>, Error> {
    let replies = store::replies(tx, thread)?.into_iter().map(|reply| (thread, Some(reply)));
    Ok([(thread, None)].into_iter().chain(replies).collect())
}

/// A group may have been narrowed, and all that was said in it with it.
pub(super) fn group_narrowed(tx: &mut Tx<'_>, own: &Own, group: GroupId) -> Result<(), Error> {
    let (mut after, mut known) = (ThreadId(0), BTreeMap::new());
    loop {
        let some = store::threads(tx, group, after, AT_ONCE)?;
        let Some((last, ..)) = some.last() else { return Ok(()) };
        after = *last;
        let places: BTreeMap<String, (ThreadId, Reach)> =
            store::addresses(tx, own, &some)?.into_iter().collect();
        let addresses: Vec<String> = places.keys().cloned().collect();
        let mut left = BTreeSet::new();
        for (domain, object) in delivery::held(tx, &addresses)? {
            let Some((thread, reach)) = places.get(&object) else { continue };
            if !reads(tx, &mut known, (domain, *thread, *reach))? {
                left.insert(*thread);
            }
        }
        for thread in left {
            narrowed(tx, own, thread)?;
        }
    }
}

/// Whether a community reads threads of this reach in one group; the first of them is asked about.
fn reads(
    tx: &mut Tx<'_>,
    known: &mut BTreeMap<(String, Reach), bool>,
    (domain, thread, reach): (String, ThreadId, Reach),
) -> Result<bool, Error> {
    if let Some(reads) = known.get(&(domain.clone(), reach)) {
        return Ok(*reads);
    }
    let reads = match peers::view(tx, &domain)? {
        Some(view) => store::may_read(tx, view.eyes, thread, None)?,
        None => false,
    };
    known.insert((domain, reach), reads);
    Ok(reads)
}

/// Somebody here is gone for good: whoever holds words of theirs, or knows of a kind word, lets go of all of it, and of who
/// they were.
///
/// Of somebody elsewhere whose words stood in groups of ours, the groups ask: their own community knows nothing of who was
/// given them here.
pub(super) fn erased(tx: &mut Tx<'_>, own: &Own, face: FaceId) -> Result<(), Error> {
    let speaker = actors::path_of(tx, face)?.and_then(|path| Path::of(own, &format!("{}{path}", own.origin)));
    let mut knew = BTreeSet::new();
    for place in store::posts_of(tx, face)? {
        let Some(post) = store::post(tx, own, place)? else { continue };
        let to = audience::holders(tx, own, &post.address)?;
        knew.extend(to.iter().map(|to| to.domain.clone()));
        // Also where nobody holds it: what waits to leave bears the name.
        let_go(tx, own, &post, speaker.as_ref().unwrap_or(&post.speaker()), &to)?;
    }
    let Some(speaker) = speaker else { return Ok(()) };
    let actor = speaker.id(own);
    knew.extend(store::held_under(tx, &format!("{actor}#"))?.into_iter().map(|(domain, _)| domain));
    let to = knew.into_iter().map(|domain| audience::at(tx, own, domain)).collect::<Result<Vec<_>, _>>()?;
    let body = wire::whole(wire::gone(&actor));
    sent(tx, (Kind::Delete, &actor), &speaker.key_id(own), (body, String::new()), &to)
}
