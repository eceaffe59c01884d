//! Which verb does what. What is not here is counted and let go.

use serde_json::Value;

use super::asking::Asking;
use super::model::Plan;
use super::{flag, follow, keep, mirror, react, remove, rules, shape, words};
use crate::federation::delivery::Kind as Does;
use crate::federation::far::State;
use crate::kernel::Error;

/// An activity whose sender is known to have done it.
pub(super) async fn act(asking: &mut Asking<'_>, activity: &Value) -> Result<Plan, Error> {
    let is_direct = asking.sender.via.is_none();
    match shape::kind(activity) {
        "Follow" if is_direct => follow::follow(asking, activity).await,
        "Accept" if is_direct => Ok(follow::answered(asking, activity, State::In)),
        "Reject" if is_direct => Ok(follow::answered(asking, activity, State::Refused)),
        "Create" => given(asking, activity, Does::Create).await,
        "Update" => given(asking, activity, Does::Update).await,
        "Delete" => Ok(remove::remove(asking, activity)),
        "Like" | "EmojiReact" => Ok(react::react(asking, activity, false)),
        "Dislike" => Ok(Plan::Drop("dislike")),
        "Lock" | "Add" | "Remove" => keep::keep(asking, activity, false).await,
        "Block" => keep::block(asking, activity).await,
        "Flag" if is_direct => Ok(flag::flag(asking, activity)),
        // Kept as it came for those who look after this community.
        "Flag" => Ok(Plan::Drop(super::FLAG)),
        "Move" if is_direct => mirror::moved(asking, activity).await,
        "Undo" => undo(asking, activity).await,
        _ => Ok(Plan::Drop("unknown-verb")),
    }
}

async fn undo(asking: &mut Asking<'_>, activity: &Value) -> Result<Plan, Error> {
    let Some(inner) = shape::object(activity).cloned() else { return Ok(Plan::Drop("unknown-verb")) };
    match shape::kind(&inner) {
        "Follow" if asking.sender.via.is_none() => Ok(follow::unfollow(asking, &inner)),
        "Delete" => remove::restore(asking, &inner).await,
        "Like" | "EmojiReact" => Ok(react::react(asking, &inner, true)),
        "Lock" => keep::keep(asking, &inner, true).await,
        "Block" => {
            let restores = activity.get("restoreData").and_then(Value::as_bool) != Some(false);
            keep::unblock(asking, &inner, restores).await
        }
        "Dislike" => Ok(Plan::Drop("theirs-to-decide")),
        _ => Ok(Plan::Drop("unknown-verb")),
    }
}

/// Words, or what a group elsewhere says of itself.
async fn given(asking: &mut Asking<'_>, activity: &Value, does: Does) -> Result<Plan, Error> {
    let object = match (shape::object(activity), shape::named(activity, "object")) {
        (Some(object), _) => object.clone(),
        (None, Some(address)) => {
            let address = address.to_owned();
            match asking.fetch(&address).await {
                Ok(object) if rules::author_of(&object) == Some(asking.sender.actor.as_str()) => object,
                Ok(_) => return Ok(Plan::Drop("not-theirs")),
                Err(plan) => return Ok(plan),
            }
        }
        (None, None) => return Ok(Plan::Drop("shape")),
    };
    if rules::WORDS.contains(&shape::kind(&object)) {
        return words::give(asking, &object, does).await;
    }
    // Of a group that changed, it is asked itself, whoever of those who look after it says so.
    if let Some(via) = asking.sender.via.clone().filter(|via| shape::id(&object) == Some(&via.actor))
        && does == Does::Update
        && via.actor != asking.sender.actor
    {
        return super::mirror::changed(asking, &via).await;
    }
    let says_it_itself = asking.sender.via.as_ref().is_none_or(|via| via.actor == asking.sender.actor);
    if does == Does::Update
        && says_it_itself
        && shape::kind(&object) == "Group"
        && shape::id(&object) == Some(&asking.sender.actor)
    {
        return super::mirror::told(asking, &object).await;
    }
    Ok(Plan::Drop("unknown-kind"))
}
