//! What two communities say about their link: `Offer`, its answers, and its end. Heard at once, since those ask here whose
//! letters are not kept.

use serde_json::Value;
use url::Url;

use super::shape;
use crate::app::App;
use crate::federation::peers::{self, Own, Promises};
use crate::federation::signature::Signer;
use crate::kernel::{Error, Kind};

/// Whether an activity is about a link of communities, and not about a group.
pub(super) fn is_one(activity: &Value, own: &Own) -> bool {
    let object = activity.get("object");
    let is_offer = |value: &Value| shape::kind(value) == "Offer";
    match shape::kind(activity) {
        "Offer" => object.is_some_and(|object| shape::kind(object) == "Relationship"),
        "Accept" | "Reject" => {
            let ours = format!("{}/#link-", own.origin);
            object.is_some_and(is_offer)
                || shape::named(activity, "object").is_some_and(|id| id.starts_with(&ours))
        }
        "Undo" => object.is_some_and(is_offer),
        _ => false,
    }
}

/// Hears it. Only a community itself speaks of its links.
pub(super) async fn hear(
    app: &App,
    signer: &Signer,
    activity: &Value,
) -> Result<Result<(), &'static str>, Error> {
    if !is_root(&signer.actor) {
        return Ok(Err("not-the-community"));
    }
    let own = app.federation().own.clone();
    let host = signer.host.clone();
    let object = shape::named(activity, "object").unwrap_or_default().to_owned();
    let (id, kind) = (shape::id(activity).unwrap_or_default().to_owned(), shape::kind(activity).to_owned());
    let said = activity.get("promises").cloned().unwrap_or_default();
    let promises: Promises = serde_json::from_value(said).unwrap_or_default();
    let relates = activity.get("object").is_some_and(|object| {
        shape::named(object, "subject") == Some(signer.actor.as_str())
            && shape::named(object, "object") == Some(&format!("{}/", own.origin))
    });
    let heard = app.write(move |tx| match kind.as_str() {
        "Offer" if relates => peers::asked(tx, &own, &host, &id, &promises).map(|()| true),
        "Accept" => peers::accepted(tx, &host, &object, &promises),
        "Reject" => peers::declined(tx, &host, &object),
        "Undo" => peers::ended(tx, &own, &host, &object),
        _ => Ok(false),
    });
    let heard = heard.await;
    // Who keeps limits is said where people write.
    app.forget_house();
    match heard {
        Ok(true) => Ok(Ok(())),
        Ok(false) => Ok(Err("no-request")),
        Err(error) if error.kind() == Kind::Unavailable => Err(error),
        Err(refusal) => Ok(Err(refusal.code())),
    }
}

fn is_root(actor: &Url) -> bool {
    actor.path() == "/" && actor.query().is_none()
}
