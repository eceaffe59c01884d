//! What a group elsewhere says of itself, and its newest threads once it lets us follow it.

use serde_json::Value;

use super::asking::{Asking, SPENT, host_of};
use super::model::{Outcome, Plan, Via, plan};
use super::{NEWEST as NEWEST_OF, announce, html, shape, store};
use crate::federation::delivery::Kind as Does;
use crate::federation::far::{self, About, FarGroup, State};
use crate::kernel::Error;
use crate::policy::Reach;

/// Threads of a group that are fetched when it begins to be followed, and replies of each.
const NEWEST: usize = 20;
const REPLIES: usize = 50;
/// What a list, or a page of one, is.
const LISTS: &[&str] = &["OrderedCollection", "Collection", "OrderedCollectionPage", "CollectionPage"];
/// Former addresses of a group that are looked at.
const FORMER: usize = 256;
/// Looks in one turn of that at most, one after the other; a minute allows fewer of one community, and then it goes on later.
pub(super) const LOOKS: u32 = 400;

/// A group elsewhere, fetched from where it lives.
pub(super) async fn about(asking: &mut Asking<'_>, address: &str) -> Result<Result<About, Plan>, Error> {
    let actor = match asking.fetch(address).await {
        Ok(actor) => actor,
        Err(plan) => return Ok(Err(plan)),
    };
    let Some(mut about) = read(&actor, host_of(&asking.own, address)) else {
        return Ok(Err(Plan::Drop("no-group")));
    };
    let list = shape::named(&actor, "moderators").or_else(|| shape::named(&actor, "attributedTo"));
    if let Some(list) = list.filter(|list| shape::is_same_origin(list, address)).map(str::to_owned)
        && let Ok(list) = asking.fetch(&list).await
    {
        about.moderators = items(&list).filter_map(shape::id).map(str::to_owned).collect();
    }
    Ok(Ok(about))
}

/// A group as its actor tells it.
pub(super) fn read(actor: &Value, host: Option<String>) -> Option<About> {
    let id = shape::id(actor).filter(|_| shape::kind(actor) == "Group")?;
    let near =
        |address: &str| if shape::is_same_origin(address, id) { address.to_owned() } else { String::new() };
    let inbox = near(shape::text(actor, "inbox"));
    if inbox.is_empty() {
        return None;
    }
    let shared = actor.pointer("/endpoints/sharedInbox").and_then(Value::as_str);
    let handle = shape::text(actor, "preferredUsername");
    let name = Some(shape::text(actor, "name")).filter(|name| !name.is_empty()).unwrap_or(handle);
    let is_asked = actor.get("manuallyApprovesFollowers").and_then(Value::as_bool).unwrap_or(false);
    // One language, or a list of them.
    let mut languages = shape::things(actor, "language").map(|each| shape::text(each, "identifier"));
    let language = languages.find(|language| !language.is_empty()).unwrap_or("en");
    Some(About {
        actor: id.to_owned(),
        domain: host?,
        handle: handle.to_owned(),
        title: name.to_owned(),
        purpose: html::to_markdown(shape::text(actor, "summary")),
        language: language.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(12).collect(),
        reach: if is_asked { Reach::Partners } else { Reach::Everyone },
        inbox,
        shared: near(shared.unwrap_or_default()),
        outbox: near(shape::text(actor, "outbox")),
        moderators: Vec::new(),
    })
}

/// `Update{Group}`: what a group says of itself has changed.
pub(super) async fn told(asking: &mut Asking<'_>, object: &Value) -> Result<Plan, Error> {
    let actor = asking.sender.actor.clone();
    let known = asking.look(move |db| far::far_group_by_actor(db, &actor)).await?;
    let (Some(known), Some(mut about)) = (known, read(object, Some(asking.sender.host.clone()))) else {
        return Ok(Plan::Drop("unknown"));
    };
    about.moderators = serde_json::from_str(&known.moderators).unwrap_or_default();
    Ok(plan(move |tx| far::refresh(tx, known.group_id, &about).map(|()| Outcome::Done)))
}

/// A group passes on that it was changed: what it says of itself is fetched from where it lives.
pub(super) async fn changed(asking: &mut Asking<'_>, via: &Via) -> Result<Plan, Error> {
    let about = match about(asking, &via.actor).await? {
        Ok(about) => about,
        Err(plan) => return Ok(plan),
    };
    let group = via.group;
    Ok(plan(move |tx| far::refresh(tx, group, &about).map(|()| Outcome::Done)))
}

/// `Move`: a group that is followed says that it has gone to another, and that one says that it was this. Members are told on
/// its page; nobody goes along by themselves.
pub(super) async fn moved(asking: &mut Asking<'_>, activity: &Value) -> Result<Plan, Error> {
    let actor = asking.sender.actor.clone();
    let named = |name: &str| shape::named(activity, name).map(str::to_owned);
    let (Some(object), Some(target)) = (named("object"), named("target")) else {
        return Ok(Plan::Drop("shape"));
    };
    if object != actor {
        return Ok(Plan::Drop("not-theirs"));
    }
    let known = asking.look(move |db| far::far_group_by_actor(db, &actor)).await?;
    let Some(known) = known.filter(|known| matches!(known.state, State::In | State::Asked)) else {
        return Ok(Plan::Drop("not-followed"));
    };
    let there = match asking.fetch(&target).await {
        Ok(there) => there,
        Err(plan) => return Ok(plan),
    };
    if !shape::things(&there, "alsoKnownAs").take(FORMER).any(|was| was.as_str() == Some(&object)) {
        return Ok(Plan::Drop("not-theirs"));
    }
    let about = match about(asking, &target).await? {
        Ok(about) => about,
        Err(plan) => return Ok(plan),
    };
    Ok(plan(move |tx| {
        let there = far::mirror(tx, &about)?;
        far::set_moved_to(tx, known.group_id, there.id)?;
        Ok(Outcome::Done)
    }))
}

pub(super) fn items(list: &Value) -> impl Iterator<Item = &Value> {
    shape::things(list, "orderedItems").chain(shape::things(list, "items"))
}

/// The newest threads of a group and what was answered, the oldest first. What cannot be had is left out.
pub(super) async fn newest(asking: &mut Asking<'_>, group: FarGroup) -> Result<Plan, Error> {
    let keepers = group.keepers();
    let via = Via { group: group.group_id, actor: group.actor, host: group.domain, keepers };
    asking.sender.via = Some(via);
    if group.outbox.is_empty() {
        return Ok(Plan::Drop("no-list"));
    }
    let mut list = match asking.fetch(&group.outbox).await {
        Ok(list) => list,
        Err(plan) => return Ok(plan),
    };
    // One page, whatever it says comes after it: a list may never end.
    if items(&list).next().is_none()
        && let Some(first) = shape::named(&list, "first").map(str::to_owned)
    {
        if !shape::is_same_origin(&first, &group.outbox) {
            return Ok(Plan::Drop("elsewhere"));
        }
        list = match asking.fetch(&first).await {
            Ok(page) => page,
            Err(plan) => return Ok(plan),
        };
    }
    if !LISTS.contains(&shape::kind(&list)) {
        return Ok(Plan::Drop("no-list"));
    }
    let mut listed: Vec<String> =
        items(&list).take(NEWEST).map(announce::unwrap).filter_map(shape::id).map(str::to_owned).collect();
    listed.reverse();
    let mut done = noted(&asking.raw);
    for thread in listed {
        if done.contains(&thread) {
            continue;
        }
        if !conversation(asking, &thread).await? {
            // No more of one community in a minute than of any: the rest comes in the next.
            note(asking, done).await?;
            return Ok(Plan::Later(SPENT));
        }
        done.push(thread);
    }
    Ok(plan(|_| Ok(Outcome::Done)))
}

/// Threads that came with their answers before a minute was over.
fn noted(raw: &[u8]) -> Vec<String> {
    let note: Option<Value> = serde_json::from_slice(raw).ok();
    note.iter().flat_map(|note| shape::all(note, "done")).map(str::to_owned).collect()
}

async fn note(asking: &Asking<'_>, done: Vec<String>) -> Result<(), Error> {
    let (actor, host) = (asking.sender.actor.clone(), asking.sender.host.clone());
    let body = serde_json::json!({ "done": done }).to_string().into_bytes();
    let activity = format!("{NEWEST_OF}{actor}");
    asking.app.write(move |tx| store::note(tx, (&activity, &host), &body)).await
}

/// A thread, and what was answered; says whether all of it could be asked for. What cannot be had is left out.
async fn conversation(asking: &mut Asking<'_>, thread: &str) -> Result<bool, Error> {
    let object = match asking.fetch(thread).await {
        Ok(object) => object,
        Err(plan) => return Ok(!is_spent(&plan)),
    };
    if !give(asking, &object).await? {
        return Ok(false);
    }
    let list = shape::named(&object, "context").filter(|list| shape::is_same_origin(list, thread));
    let Some(list) = list.map(str::to_owned) else { return Ok(true) };
    let list = match asking.fetch(&list).await {
        Ok(list) => list,
        Err(plan) => return Ok(!is_spent(&plan)),
    };
    let answers = items(&list).filter_map(shape::id).filter(|uri| *uri != thread).take(REPLIES);
    for answer in answers.map(str::to_owned).collect::<Vec<_>>() {
        let (origin, uri) = (asking.own.origin.clone(), answer.clone());
        if asking.look(move |db| far::placed(db, &origin, &uri)).await?.is_some() {
            continue;
        }
        let object = match asking.fetch(&answer).await {
            Ok(object) => object,
            Err(plan) if is_spent(&plan) => return Ok(false),
            Err(_) => continue,
        };
        if !give(asking, &object).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Words as they are told where they live; says whether all could be asked for that they take.
async fn give(asking: &mut Asking<'_>, object: &Value) -> Result<bool, Error> {
    let planned = super::words::give(asking, object, Does::Create).await?;
    let is_whole = !is_spent(&planned);
    super::run::do_now(asking.app, planned).await?;
    Ok(is_whole)
}

fn is_spent(plan: &Plan) -> bool {
    matches!(plan, Plan::Later(why) if *why == SPENT)
}
