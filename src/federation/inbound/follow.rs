//! Somebody elsewhere follows a group of ours, or no longer; and what a group elsewhere answers to us.

use serde_json::{Value, json};

use super::asking::Asking;
use super::model::{Arrival, Outcome, Plan, plan};
use super::{NEWEST, shape, store};
use crate::federation::delivery::{self, Activity, Kind, Recipient};
use crate::federation::far::{self, Follower, State};
use crate::federation::{actors, peers, resolve};
use crate::kernel::{Error, PublicId};

/// `Follow`: whoever may read what a group sends may have it sent. To others the group is not there.
pub(super) async fn follow(asking: &Asking<'_>, activity: &Value) -> Result<Plan, Error> {
    let (Some(object), Some(request)) = (shape::named(activity, "object"), shape::id(activity)) else {
        return Ok(Plan::Drop("shape"));
    };
    let (own, host, address) = (asking.own.clone(), asking.sender.host.clone(), object.to_owned());
    let group = asking.look(move |db| far::own_group(db, &own.origin, &host, &address)).await?;
    let Some((group, name)) = group else { return Ok(Plan::Drop("absent")) };
    let path = actors::Path::group(&name);
    actors::public_key(asking.app, path.clone(), None).await?;
    let (own, host, actor) = (asking.own.clone(), asking.sender.host.clone(), asking.sender.actor.clone());
    let (request, said) = (request.to_owned(), brief(activity));
    Ok(plan(move |tx| {
        if !peers::may_follow(tx, &host, group)? {
            return Ok(Outcome::Dropped("absent"));
        }
        let Some(them) = resolve::of_actor(tx, &actor)? else { return Ok(Outcome::Dropped("no-inbox")) };
        let new = Follower {
            group_id: group,
            actor: actor.clone(),
            domain: host.clone(),
            inbox: them.inbox.clone(),
            shared: them.shared,
            follow: request.clone(),
            since_on: tx.now().day(),
        };
        peers::know(tx, &host)?;
        far::follow(tx, &new)?;
        let id = format!("{}#accept-{}", path.id(&own), PublicId::new(tx.chance()));
        let body = json!({
            "@context": "https://www.w3.org/ns/activitystreams",
            "id": id,
            "type": "Accept",
            "actor": path.id(&own),
            "to": [actor],
            "object": said,
        });
        let letter = Activity {
            kind: Kind::Other,
            object: request.clone(),
            key_id: path.key_id(&own),
            body: body.to_string().into_bytes(),
            about: String::new(),
        };
        delivery::enqueue(tx, &letter, &[Recipient { domain: host.clone(), inbox: them.inbox }])?;
        Ok(Outcome::Done)
    }))
}

/// The request as the answer repeats it: its four parts alone.
fn brief(activity: &Value) -> Value {
    json!({
        "id": shape::id(activity),
        "type": "Follow",
        "actor": shape::named(activity, "actor"),
        "object": shape::named(activity, "object"),
    })
}

/// `Undo{Follow}`.
pub(super) fn unfollow(asking: &Asking<'_>, request: &Value) -> Plan {
    let Some(object) = shape::named(request, "object").map(str::to_owned) else { return Plan::Drop("shape") };
    let (origin, actor) = (asking.own.origin.clone(), asking.sender.actor.clone());
    plan(move |tx| {
        let Some(group) = far::group_at(tx, &origin, &object)? else { return Ok(Outcome::Dropped("absent")) };
        Ok(if far::unfollow(tx, group, &actor)? { Outcome::Done } else { Outcome::Dropped("no-request") })
    })
}

/// `Accept` and `Reject` of our request. An answer to nothing changes nothing.
pub(super) fn answered(asking: &Asking<'_>, activity: &Value, state: State) -> Plan {
    let Some(request) = shape::named(activity, "object").map(str::to_owned) else {
        return Plan::Drop("shape");
    };
    let (actor, host) = (asking.sender.actor.clone(), asking.sender.host.clone());
    plan(move |tx| {
        let Some(before) = far::far_group_by_actor(tx, &actor)? else {
            return Ok(Outcome::Dropped("no-request"));
        };
        if !far::set_outcome(tx, &actor, &request, state)? {
            return Ok(Outcome::Dropped("no-request"));
        }
        if state == State::In && before.state != State::In {
            store::keep(tx, &newest(&actor, &host))?;
        }
        Ok(Outcome::Done)
    })
}

/// The note to ourselves that a group's newest threads are to be fetched. No letter has an address like this.
fn newest(actor: &str, host: &str) -> Arrival {
    Arrival {
        activity: format!("{NEWEST}{actor}"),
        domain: host.to_owned(),
        actor: actor.to_owned(),
        body: b"{}".to_vec(),
    }
}
