//! What is set for newcomers, for programs of the host.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Draft, model};
use crate::admin::newcomers;
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::{Answer, Doors, Who};
use crate::policy::Viewer;

/// The doors of what is set for newcomers.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/host/newcomers", Who::Host, get_newcomers);
    doors.put("/api/v1/host/newcomers", Who::Host, set_newcomers);
}

/// How the community meets those who come.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct NewcomersJson {
    /// Weeks for which links and invitations wait for somebody new: 0 to 2; 0: they do not.
    weeks: i64,
    /// And until so many things of theirs stand: 0 to 10.
    posts: i64,
    /// Minutes between two things they say in a group for as long: 0 to 60; 0: none. Left out: as it is.
    #[serde(default)]
    minutes: Option<i64>,
    /// Whether words that look like selling wait for a look.
    watches_selling: bool,
}

/// How the community meets those who come.
#[utoipa::path(get, path = "/api/v1/host/newcomers", tag = "host",
    responses((status = 200, body = NewcomersJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson)))]
pub async fn get_newcomers(app: Data<App>, viewer: Viewer) -> Answer {
    let set = app.read(move |db| newcomers::get(db, &viewer)).await?;
    let (weeks, posts, watches_selling) = (set.weeks, set.posts, set.watches_selling);
    let minutes = Some(set.minutes);
    Ok(HttpResponse::Ok().json(NewcomersJson { weeks, posts, minutes, watches_selling }))
}

/// Sets how the community meets those who come.
#[utoipa::path(put, path = "/api/v1/host/newcomers", tag = "host", request_body = NewcomersJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn set_newcomers(app: Data<App>, viewer: Viewer, sent: Json<NewcomersJson>) -> Answer {
    let asks = viewer.clone();
    let before = app.read(move |db| newcomers::get(db, &asks)).await?;
    let minutes = model::minutes(Some(sent.minutes.unwrap_or(before.minutes)))?;
    let (weeks, posts) = (model::weeks(Some(sent.weeks))?, model::posts(Some(sent.posts))?);
    let draft = Draft { weeks, posts, minutes, watches_selling: sent.watches_selling };
    app.write(move |tx| newcomers::set(tx, &viewer, draft)).await?;
    Ok(HttpResponse::NoContent().finish())
}
