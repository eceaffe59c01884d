//! What those who look after a group elsewhere do there: it holds here, too. Of our own groups, only people here look after.

use serde_json::Value;

use super::asking::Asking;
use super::model::{Outcome, Plan, Sender, Via, plan};
use super::words::speaker;
use super::{mirror, remove, shape, told};
use crate::db::Tx;
use crate::events::safety::There;
use crate::federation::far;
use crate::forum::threads::{self, Reason};
use crate::forum::{authors, held, replies};
use crate::kernel::{Error, FaceId, GroupId};
use crate::safety::actions;

/// The group, if the sender looks after it by its own list; looked up anew for somebody who is not on the one we know.
pub(super) async fn keeper_of(asking: &mut Asking<'_>) -> Result<Result<Via, Plan>, Error> {
    let Some(via) = asking.sender.via.clone() else { return Ok(Err(Plan::Drop("not-through-group"))) };
    if asking.sender.keeps() {
        return Ok(Ok(via));
    }
    let about = match mirror::about(asking, &via.actor).await? {
        Ok(about) => about,
        Err(plan) => return Ok(Err(plan)),
    };
    let keeps = about.moderators.contains(&asking.sender.actor);
    let group = via.group;
    asking.app.write(move |tx| far::refresh(tx, group, &about)).await?;
    if keeps {
        let mut via = via;
        via.keepers.push(asking.sender.actor.clone());
        asking.sender.via = Some(via.clone());
        return Ok(Ok(via));
    }
    Ok(Err(Plan::Drop("not-keeper")))
}

/// `Lock` and its `Undo`; `Add` and `Remove` of what stays at the top, and of those who look after the group.
pub(super) async fn keep(asking: &mut Asking<'_>, activity: &Value, is_undone: bool) -> Result<Plan, Error> {
    let via = match keeper_of(asking).await? {
        Ok(via) => via,
        Err(plan) => return Ok(plan),
    };
    let Some(object) = shape::named(activity, "object").map(str::to_owned) else {
        return Ok(Plan::Drop("shape"));
    };
    let target = shape::named(activity, "target").unwrap_or_default();
    let verb = match (shape::kind(activity), is_undone) {
        ("Lock", is_undone) => Verb::Lock(!is_undone, shape::text(activity, "summary").to_owned()),
        ("Add", false) if target.ends_with("moderators") => Verb::Keeper(true),
        ("Remove", false) if target.ends_with("moderators") => Verb::Keeper(false),
        ("Add", false) => Verb::Pin(true),
        ("Remove", false) => Verb::Pin(false),
        _ => return Ok(Plan::Drop("unknown-verb")),
    };
    if !target.is_empty() && !shape::is_same_origin(target, &via.actor) {
        return Ok(Plan::Drop("elsewhere"));
    }
    let (own, sender) = (asking.own.clone(), asking.sender.clone());
    Ok(plan(move |tx| {
        if let Verb::Keeper(is_one) = verb {
            let mut keepers = via.keepers.clone();
            keepers.retain(|keeper| *keeper != object && *keeper != via.actor);
            if is_one {
                keepers.push(object.clone());
            }
            far::set_moderators(tx, via.group, &keepers)?;
            return Ok(Outcome::Done);
        }
        let placed = far::placed(tx, &own.origin, &object)?;
        let Some(placed) = placed.filter(|placed| placed.group == via.group && placed.reply.is_none()) else {
            return Ok(Outcome::Dropped("unknown"));
        };
        let viewer = speaker(tx, &sender, (&sender.actor, &sender.host), true)?;
        let (id, whose) = (&placed.thread_id, placed.whose());
        let was_locked = threads::find_by_id(tx, placed.thread)?.is_locked();
        match &verb {
            Verb::Lock(true, why) => {
                threads::lock(tx, &viewer, id, &Reason::clipped(why)).map(drop)?;
                told::tell(tx, (&own, &sender), whose, (!was_locked).then_some(There::Locked))?;
            }
            Verb::Lock(false, _) => {
                threads::unlock(tx, &viewer, id).map(drop)?;
                told::tell(tx, (&own, &sender), whose, was_locked.then_some(There::Back))?;
            }
            Verb::Pin(true) => threads::pin(tx, &viewer, id)?,
            Verb::Pin(false) => threads::unpin(tx, &viewer, id)?,
            Verb::Keeper(_) => {}
        }
        Ok(Outcome::Done)
    }))
}

enum Verb {
    Lock(bool, String),
    Pin(bool),
    Keeper(bool),
}

/// `Block`: who may speak in a group elsewhere is decided there. Words of theirs go here if the group says so, and somebody of this
/// community is told.
pub(super) async fn block(asking: &mut Asking<'_>, activity: &Value) -> Result<Plan, Error> {
    let via = match keeper_of(asking).await? {
        Ok(via) => via,
        Err(plan) => return Ok(plan),
    };
    let takes_words = activity.get("removeData").and_then(Value::as_bool) == Some(true);
    let Some(object) = shape::named(activity, "object").map(str::to_owned) else {
        return Ok(Plan::Drop("shape"));
    };
    let (own, sender) = (asking.own.clone(), asking.sender.clone());
    Ok(plan(move |tx| {
        let ours = told::ours_in(tx, &own, (&object, via.group))?;
        if !takes_words && ours.is_none() {
            return Ok(Outcome::Dropped("theirs-to-decide"));
        }
        let found = ours.map_or_else(|| far::far_face(tx, &object), |face| Ok(Some(face)))?;
        let Some(face) = found else { return Ok(Outcome::Dropped("unknown")) };
        if takes_words {
            let permit = remove::keeps(tx, &sender, via.group)?;
            let said = authors::put_all_away(tx, &permit, (face, via.group))?;
            far::keep_away(tx, said.iter().map(|one| (one.thread, one.reply)))?;
            // Nobody here lets through meanwhile what waits of theirs.
            let viewer = speaker(tx, &sender, (&sender.actor, &sender.host), true)?;
            let waiting = held::of_face(tx, &viewer, (face, Some(via.group)))?;
            far::keep_away(tx, waiting.iter().map(|one| one.of))?;
        }
        told::tell(tx, (&own, &sender), (face, via.group), Some(There::Away))?;
        Ok(Outcome::Done)
    }))
}

/// `Undo{Block}`: words of theirs that went because of it are back, unless it says otherwise; and somebody of this community is told.
pub(super) async fn unblock(asking: &mut Asking<'_>, block: &Value, restores: bool) -> Result<Plan, Error> {
    let via = match keeper_of(asking).await? {
        Ok(via) => via,
        Err(plan) => return Ok(plan),
    };
    let Some(address) = shape::named(block, "object").map(str::to_owned) else {
        return Ok(Plan::Drop("shape"));
    };
    let (own, sender) = (asking.own.clone(), asking.sender.clone());
    Ok(plan(move |tx| {
        let ours = told::ours_in(tx, &own, (&address, via.group))?;
        let found = ours.map_or_else(|| far::far_face(tx, &address), |face| Ok(Some(face)))?;
        let Some(face) = found else { return Ok(Outcome::Dropped("theirs-to-decide")) };
        let is_back = gives_back(tx, &sender, (face, via.group), restores)?;
        if !is_back && ours.is_none() {
            return Ok(Outcome::Dropped("theirs-to-decide"));
        }
        told::tell(tx, (&own, &sender), (face, via.group), Some(There::Near))?;
        Ok(Outcome::Done)
    }))
}

/// What went with a block is in sight again, but for what was decided here meanwhile. Says whether there was any of it.
fn gives_back(
    tx: &mut Tx<'_>,
    sender: &Sender,
    (face, group): (FaceId, GroupId),
    restores: bool,
) -> Result<bool, Error> {
    let words = far::end_block(tx, (face, group))?;
    if !restores || words.is_empty() {
        return Ok(false);
    }
    let permit = remove::keeps(tx, sender, group)?;
    let here = actions::put_away(tx, &words, face)?;
    for (thread, reply) in words {
        if here.contains(&(thread, reply)) || held::is_kept(tx, (thread, reply))? {
            continue;
        }
        match reply {
            Some(reply) => replies::bring_back(tx, &permit, reply)?,
            None => threads::bring_back(tx, &permit, thread)?,
        }
    }
    Ok(true)
}
