//! What a group elsewhere passes on: activities of those who speak there, or the address of a thing.

use serde_json::Value;

use super::asking::{Asking, host_of};
use super::model::{Outcome, Plan, Sender, Via};
use super::{rules, shape, verbs};
use crate::db::Tx;
use crate::federation::delivery::Kind as Does;
use crate::federation::far::{self, State};
use crate::kernel::Error;

/// Activities passed on together.
const TOGETHER: usize = 20;

/// `Announce`, by a group that let us follow it; by anybody else, it is nothing to us.
pub(super) async fn announce(asking: &mut Asking<'_>, activity: &Value) -> Result<Plan, Error> {
    let actor = asking.sender.actor.clone();
    let group = asking.look(move |db| far::far_group_by_actor(db, &actor)).await?;
    let Some(group) = group.filter(|group| group.state == State::In) else {
        return Ok(Plan::Drop("not-followed"));
    };
    let keepers = group.keepers();
    let via = Via { group: group.group_id, actor: group.actor, host: group.domain, keepers };
    let things: Vec<Value> = shape::things(activity, "object").take(TOGETHER).cloned().collect();
    let mut deeds = Vec::new();
    let mut last = Plan::Drop("shape");
    for thing in things {
        match inner(asking, &via, &thing).await? {
            Plan::Do(deed) => deeds.push((deed, false)),
            Plan::Aside(deed) => deeds.push((deed, true)),
            other => last = other,
        }
    }
    Ok(together(deeds, last))
}

/// All of them in one transaction; on the side where words lie that wait, if some do.
fn together(mut deeds: Vec<(super::model::Deed, bool)>, otherwise: Plan) -> Plan {
    if deeds.is_empty() {
        return otherwise;
    }
    let waits = deeds.iter().any(|(_, waits)| *waits);
    if deeds.len() == 1
        && let Some((deed, _)) = deeds.pop()
    {
        return if waits { Plan::Aside(deed) } else { Plan::Do(deed) };
    }
    let all = Box::new(move |tx: &mut Tx<'_>| {
        let mut outcome = Outcome::Done;
        for (deed, _) in &deeds {
            outcome = deed(tx)?;
        }
        Ok(outcome)
    });
    if waits { Plan::Aside(all) } else { Plan::Do(all) }
}

async fn inner(asking: &mut Asking<'_>, via: &Via, thing: &Value) -> Result<Plan, Error> {
    asking.sender = Sender { actor: via.actor.clone(), host: via.host.clone(), via: Some(via.clone()) };
    if thing.is_string() || rules::WORDS.contains(&shape::kind(thing)) {
        return given(asking, thing).await;
    }
    let (Some(actor), Some(id)) = (shape::named(thing, "actor"), shape::id(thing)) else {
        return Ok(Plan::Drop("shape"));
    };
    if rules::is_ours(actor, &asking.own.origin) {
        // Words of ours come back from the group they were sent to.
        return Ok(Plan::Drop("echo"));
    }
    let Some(host) = host_of(&asking.own, actor).filter(|_| shape::is_same_origin(id, actor)) else {
        return Ok(Plan::Drop("id-elsewhere"));
    };
    if asking.is_blocked(&host).await? {
        return Ok(Plan::Drop("blocked"));
    }
    actor.clone_into(&mut asking.sender.actor);
    asking.sender.host.clone_from(&host);
    let verdict = rules::own_things(thing, actor, &asking.own.origin, asking.app.clock().now());
    let gives = matches!(shape::kind(thing), "Create" | "Update");
    match verdict {
        // The group's word for what is said elsewhere is not enough where that can be asked.
        Ok(()) if gives && host != via.host && asking.is_let_in(&host).await? => {
            let object = thing.get("object").cloned().unwrap_or_default();
            given(asking, &object).await
        }
        Err("elsewhere" | "not-theirs") if gives => {
            let object = thing.get("object").cloned().unwrap_or_default();
            given(asking, &object).await
        }
        Ok(()) => verbs::act(asking, thing).await,
        Err(why) => Ok(Plan::Drop(why)),
    }
}

/// A thing by its address, as it is told where it lives.
async fn given(asking: &mut Asking<'_>, thing: &Value) -> Result<Plan, Error> {
    let Some(uri) = shape::id(unwrap(thing)).map(str::to_owned) else { return Ok(Plan::Drop("shape")) };
    if rules::is_ours(&uri, &asking.own.origin) {
        return Ok(Plan::Drop("echo"));
    }
    // Of a group that changed, it is asked itself, whoever of those who look after it says so.
    if let Some(via) = asking.sender.via.clone().filter(|via| via.actor == uri) {
        return super::mirror::changed(asking, &via).await;
    }
    let object = match asking.fetch(&uri).await {
        Ok(object) => object,
        Err(plan) => return Ok(plan),
    };
    if !rules::WORDS.contains(&shape::kind(&object)) {
        return Ok(Plan::Drop("unknown-kind"));
    }
    super::words::give(asking, &object, Does::Update).await
}

/// The thing within what wraps it: `Announce{Create{Page}}` is a page.
pub(super) fn unwrap(item: &Value) -> &Value {
    let inner = item.get("object").filter(|_| matches!(shape::kind(item), "Announce" | "Create" | "Update"));
    let inner = inner.unwrap_or(item);
    inner.get("object").filter(|_| matches!(shape::kind(inner), "Create" | "Update")).unwrap_or(inner)
}
