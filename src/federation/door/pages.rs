//! The door others look through. Closed, or asked by whoever is not let in, it answers as if nothing were there.

mod found;
mod lists;

use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::Value;

use super::Asker;
use super::views::{self, Shown};
use crate::app::App;
use crate::db::Db;
use crate::federation::peers::{self, Links, Own};
use crate::federation::{actors, far, signature, wire};
use crate::http::answer::{fresh, known};
use crate::http::{Answer, Doors, Who, activity};
use crate::kernel::{Error, PublicId};
use crate::policy::Reach;

/// How long a cache may show what faces the open web, in seconds: as long as its page.
const FRESH_S: u32 = 30;

/// The doors others look through.
pub fn doors(doors: &mut Doors) {
    doors.get_activity("/", community);
    doors.get_activity("/groups", lists::groups);
    doors.get_activity("/g/{name}", group);
    doors.get_activity("/people/{name}", person);
    doors.get_activity("/p/{id}", thread);
    doors.get_activity("/p/{id}/r/{reply}", reply);
    doors.get("/reader", Who::Visitor, reader);
    doors.get("/g/{name}/outbox", Who::Visitor, lists::outbox);
    doors.get("/g/{name}/followers", Who::Visitor, lists::followers);
    doors.get("/g/{name}/moderators", Who::Visitor, lists::moderators);
    doors.get("/g/{name}/featured", Who::Visitor, lists::featured);
    doors.get("/people/{name}/outbox", Who::Visitor, lists::nothing_sent);
    doors.get("/people/{name}/followers", Who::Visitor, lists::nobody_follows);
    doors.get("/outbox", Who::Visitor, lists::nothing_of_the_house);
    doors.get("/p/{id}/context", Who::Visitor, lists::context);
    doors.get("/p/{id}/replies", Who::Visitor, lists::replies);
    doors.get("/p/{id}/r/{reply}/replies", Who::Visitor, lists::replies_to_reply);
    doors.get("/.well-known/webfinger", Who::Visitor, found::webfinger);
    doors.get("/.well-known/nodeinfo", Who::Visitor, found::nodeinfo_links);
    doors.get("/.well-known/host-meta", Who::Visitor, found::host_meta);
    doors.get("/nodeinfo/2.1", Who::Visitor, found::nodeinfo);
}

/// Who looks.
enum Looker {
    /// Somebody who may.
    May(Asker),
    /// Somebody who signed, and whose signature says nothing: they may try another form.
    Unverified,
    /// Nobody: the door is shut, or shut to them.
    Nobody,
}

async fn looker(app: &App, request: &HttpRequest) -> Result<Looker, Error> {
    if !is_open(app).await? {
        return Ok(Looker::Nobody);
    }
    if !signature::is_signed(request) {
        return Ok(Looker::May(Asker::visitor()));
    }
    match signature::verify(app, request, b"").await {
        Ok(signer) => {
            let host = signer.host.clone();
            let view = app.read(move |db| peers::view(db, &host)).await?;
            Ok(view.map_or(Looker::Nobody, |view| Looker::May(Asker { view, host: Some(signer.host) })))
        }
        Err(signature::Refusal::Closed) => Ok(Looker::Nobody),
        Err(refusal) => {
            tracing::debug!(why = refusal.code(), "a look was not verified");
            Ok(Looker::Unverified)
        }
    }
}

/// Whether this community speaks with any other.
async fn is_open(app: &App) -> Result<bool, Error> {
    Ok(app.federation().is_on && app.read(peers::links).await? != Links::Closed)
}

/// What whoever asks may read, and whether they are a visitor; or the answer to those who may not.
async fn read<T, F>(
    app: &App,
    request: &HttpRequest,
    work: F,
) -> Result<Result<(T, bool), HttpResponse>, Error>
where
    T: Send + 'static,
    F: FnOnce(&mut Db, &Asker) -> Result<T, Error> + Send + 'static,
{
    let asker = match looker(app, request).await? {
        Looker::May(asker) => asker,
        Looker::Unverified => return Ok(Err(bare(StatusCode::UNAUTHORIZED))),
        Looker::Nobody => return Ok(Err(absent())),
    };
    let is_visitor = asker.host.is_none();
    match app.read(move |db| work(db, &asker)).await {
        Ok(found) => Ok(Ok((found, is_visitor))),
        Err(Error::Absent) => Ok(Err(absent())),
        Err(error) => Err(error),
    }
}

/// Looks for whoever asks.
async fn look<F>(app: &App, request: &HttpRequest, work: F) -> Answer
where
    F: FnOnce(&mut Db, &Asker, &Own) -> Result<Shown, Error> + Send + 'static,
{
    let own = app.federation().own.clone();
    Ok(match read(app, request, move |db, asker| work(db, asker, &own)).await? {
        Ok((Shown::Is(value), is_visitor)) => answer(request, StatusCode::OK, value, is_visitor),
        Ok((Shown::Was(value), _)) => answer(request, StatusCode::GONE, value, false),
        Err(no) => no,
    })
}

/// What is for everybody may be kept for a moment; what is for one community, by nobody on the way.
fn answer(request: &HttpRequest, status: StatusCode, value: Value, is_for_all: bool) -> HttpResponse {
    let body = wire::with_context(value).to_string();
    let mut answer = HttpResponse::build(status);
    answer.content_type(activity::TYPE);
    // What a cache keeps for visitors is less than partners may read.
    answer.append_header((header::VARY, activity::DEPENDS_ON));
    if is_for_all {
        return fresh(answer, body, known(request).as_deref(), FRESH_S);
    }
    answer.insert_header((header::CACHE_CONTROL, "private, no-store"));
    answer.body(body)
}

/// The same for what is hidden, what is gone and what never was.
fn absent() -> HttpResponse {
    bare(StatusCode::NOT_FOUND)
}

fn bare(status: StatusCode) -> HttpResponse {
    HttpResponse::build(status).content_type("application/json").body("{}")
}

/// `GET /`: readable unsigned, or two communities that both ask for signatures could never begin.
async fn community(app: Data<App>, request: HttpRequest) -> Answer {
    if !is_open(&app).await? {
        return Ok(absent());
    }
    let (own, house) = (&app.federation().own, app.house().await?);
    let pem = actors::public_key(&app, actors::Path::community(), None).await?;
    let value = wire::community(own, (&house.name, &house.sentence), &pem);
    Ok(answer(&request, StatusCode::OK, value, true))
}

/// `GET /reader`: the one that follows groups elsewhere for all members. Readable unsigned, as the community is.
async fn reader(app: Data<App>, request: HttpRequest) -> Answer {
    if !is_open(&app).await? {
        return Ok(absent());
    }
    let (own, house) = (&app.federation().own, app.house().await?);
    let pem = actors::public_key(&app, actors::Path::reader(), None).await?;
    Ok(answer(&request, StatusCode::OK, wire::reader(own, &house.name, &pem), true))
}

/// `GET /g/{name}`
async fn group(app: Data<App>, request: HttpRequest, name: Path<String>) -> Answer {
    let name = name.into_inner();
    let (row, is_visitor) =
        match read(&app, &request, move |db, asker| views::group(db, asker, &name)).await? {
            Ok(found) => found,
            Err(no) => return Ok(no),
        };
    let pem = actors::public_key(&app, actors::Path::group(&row.name), None).await?;
    let id = row.id;
    let moved_to = app.read(move |db| far::moved_to(db, id)).await?;
    let about = wire::About {
        name: row.name,
        title: row.title,
        purpose: row.purpose,
        language: row.language,
        is_closed: row.closed_at.is_some(),
        is_open: row.ceiling == Reach::Everyone,
        is_indexed: app.house().await?.is_indexed,
        moved_to,
    };
    Ok(answer(&request, StatusCode::OK, wire::group(&app.federation().own, &about, &pem), is_visitor))
}

/// `GET /people/{name}`
async fn person(app: Data<App>, request: HttpRequest, name: Path<String>) -> Answer {
    let name = name.into_inner();
    let (row, is_visitor) =
        match read(&app, &request, move |db, asker| views::person(db, asker, &name)).await? {
            Ok(found) => found,
            Err(no) => return Ok(no),
        };
    let pem = actors::public_key(&app, actors::Path::person(&row.name), Some(row.id)).await?;
    let value = wire::person(&app.federation().own, (&row.name, &row.about), &pem);
    Ok(answer(&request, StatusCode::OK, value, is_visitor))
}

/// `GET /p/{id}`
async fn thread(app: Data<App>, request: HttpRequest, id: Path<String>) -> Answer {
    let id = PublicId::parse(&id);
    look(&app, &request, move |db, asker, own| views::thread(db, asker, own, &id.ok_or(Error::Absent)?)).await
}

/// `GET /p/{id}/r/{reply}`
async fn reply(app: Data<App>, request: HttpRequest, ids: Path<(String, String)>) -> Answer {
    let ids = (PublicId::parse(&ids.0), PublicId::parse(&ids.1));
    look(&app, &request, move |db, asker, own| {
        let (Some(thread), Some(reply)) = ids else { return Err(Error::Absent) };
        views::reply(db, asker, own, (&thread, &reply))
    })
    .await
}
