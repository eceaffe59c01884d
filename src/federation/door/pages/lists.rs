//! Lists: what a group passed on, who looks after it, what was answered.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::look;
use crate::app::App;
use crate::federation::door::views::{self, Shown};
use crate::federation::{actors, wire};
use crate::http::Answer;
use crate::kernel::{Error, PublicId};

/// Where a list goes on.
#[derive(Deserialize)]
pub struct Before {
    before: Option<String>,
}

/// `GET /groups`: those that whoever asks may follow.
pub async fn groups(app: Data<App>, request: HttpRequest) -> Answer {
    look(&app, &request, |db, asker, own| views::groups(db, asker, own).map(Shown::Is)).await
}

/// `GET /g/{name}/outbox`
pub async fn outbox(
    app: Data<App>,
    request: HttpRequest,
    name: Path<String>,
    asked: Query<Before>,
) -> Answer {
    let (name, before) = (name.into_inner(), asked.before.as_deref().and_then(PublicId::parse));
    look(&app, &request, move |db, asker, own| {
        views::outbox(db, asker, own, &name, before.as_ref()).map(Shown::Is)
    })
    .await
}

/// `GET /g/{name}/followers`: nobody is named, and nobody is counted unless the group says so.
pub async fn followers(app: Data<App>, request: HttpRequest, name: Path<String>) -> Answer {
    let name = name.into_inner();
    look(&app, &request, move |db, asker, own| views::followers(db, asker, own, &name).map(Shown::Is)).await
}

/// `GET /g/{name}/moderators`
pub async fn moderators(app: Data<App>, request: HttpRequest, name: Path<String>) -> Answer {
    let name = name.into_inner();
    look(&app, &request, move |db, asker, own| views::moderators(db, asker, own, &name).map(Shown::Is)).await
}

/// `GET /g/{name}/featured`
pub async fn featured(app: Data<App>, request: HttpRequest, name: Path<String>) -> Answer {
    let name = name.into_inner();
    look(&app, &request, move |db, asker, own| views::featured(db, asker, own, &name).map(Shown::Is)).await
}

/// `GET /people/{name}/outbox`: what somebody said is found in groups, not behind their name.
pub async fn nothing_sent(app: Data<App>, request: HttpRequest, name: Path<String>) -> Answer {
    of_person(app, request, name.into_inner(), "outbox", true).await
}

/// `GET /people/{name}/followers`: people follow groups here, not people.
pub async fn nobody_follows(app: Data<App>, request: HttpRequest, name: Path<String>) -> Answer {
    of_person(app, request, name.into_inner(), "followers", false).await
}

async fn of_person(
    app: Data<App>,
    request: HttpRequest,
    name: String,
    list: &'static str,
    is_ordered: bool,
) -> Answer {
    look(&app, &request, move |db, asker, own| {
        let face = views::person(db, asker, &name)?;
        let id = format!("{}/{list}", actors::Path::person(&face.name).id(own));
        let list =
            if is_ordered { wire::ordered(&id, Vec::new(), None) } else { wire::plain(&id, Vec::new()) };
        Ok(Shown::Is(list))
    })
    .await
}

/// `GET /outbox`: the community says nothing of its own to everybody.
pub async fn nothing_of_the_house(app: Data<App>, request: HttpRequest) -> Answer {
    look(&app, &request, move |_, _, own| {
        Ok(Shown::Is(wire::ordered(&format!("{}/outbox", own.origin), Vec::new(), None)))
    })
    .await
}

/// `GET /p/{id}/context`
pub async fn context(app: Data<App>, request: HttpRequest, id: Path<String>) -> Answer {
    let id = PublicId::parse(&id);
    look(&app, &request, move |db, asker, own| {
        views::context(db, asker, own, &id.ok_or(Error::Absent)?).map(Shown::Is)
    })
    .await
}

/// `GET /p/{id}/replies`
pub async fn replies(app: Data<App>, request: HttpRequest, id: Path<String>) -> Answer {
    let id = PublicId::parse(&id);
    look(&app, &request, move |db, asker, own| {
        views::replies(db, asker, own, (&id.ok_or(Error::Absent)?, None)).map(Shown::Is)
    })
    .await
}

/// `GET /p/{id}/r/{reply}/replies`
pub async fn replies_to_reply(app: Data<App>, request: HttpRequest, ids: Path<(String, String)>) -> Answer {
    let ids = (PublicId::parse(&ids.0), PublicId::parse(&ids.1));
    look(&app, &request, move |db, asker, own| {
        let (Some(thread), Some(reply)) = ids else { return Err(Error::Absent) };
        views::replies(db, asker, own, (&thread, Some(&reply))).map(Shown::Is)
    })
    .await
}
