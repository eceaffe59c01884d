//! A small circle for programs. It is yours alone to see.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Shelter;
use crate::app::App;
use crate::forum::shelter;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::Moment;

/// The doors of small circles for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/small-circle", Who::Member, get_small_circle);
    doors.put("/api/v1/small-circle", Who::Member, begin_small_circle);
    doors.post("/api/v1/small-circle/keep", Who::Member, keep_small_circle);
    doors.delete("/api/v1/small-circle", Who::Member, end_small_circle);
}

/// Your small circle.
#[derive(Debug, Serialize, ToSchema)]
pub struct SmallCircleJson {
    /// The short name of the group that reads what you say; null: there is none.
    group: Option<String>,
    /// Until when; null likewise.
    until: Option<String>,
    /// Whether it holds now; otherwise it waits for you to keep it or let it go.
    holds: bool,
}

impl SmallCircleJson {
    fn of(shelter: Option<Shelter>, now: Moment) -> Self {
        let holds = shelter.as_ref().is_some_and(|shelter| shelter.holds(now));
        let (group, until) = shelter.map(|shelter| (shelter.name, shelter.until.rfc3339())).unzip();
        Self { group, until, holds }
    }
}

/// A small circle to go into.
#[derive(Debug, Deserialize, ToSchema)]
pub struct BeginSmallCircleJson {
    /// The short name of a group you are in.
    group: String,
}

/// Your small circle.
#[utoipa::path(get, path = "/api/v1/small-circle", tag = "me",
    responses((status = 200, body = SmallCircleJson), (status = 401, body = ProblemJson)))]
pub async fn get_small_circle(app: Data<App>, member: Member) -> Answer {
    let (viewer, now) = (member.viewer(), app.clock().now());
    let shelter = app.read(move |db| shelter::glance(db, &viewer)).await?;
    Ok(HttpResponse::Ok().json(SmallCircleJson::of(shelter, now)))
}

/// For a day, what you say goes to this group alone, and nobody asks anything of you.
#[utoipa::path(put, path = "/api/v1/small-circle", tag = "me", request_body = BeginSmallCircleJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn begin_small_circle(app: Data<App>, member: Member, sent: Json<BeginSmallCircleJson>) -> Answer {
    let (viewer, name) = (member.viewer(), sent.into_inner().group);
    app.write(move |tx| shelter::begin(tx, &viewer, &name)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Stays in it for another day.
#[utoipa::path(post, path = "/api/v1/small-circle/keep", tag = "me",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn keep_small_circle(app: Data<App>, member: Member) -> Answer {
    app.write(move |tx| shelter::keep(tx, &member.viewer())).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Leaves it at once; nothing of it is left. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/small-circle", tag = "me",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn end_small_circle(app: Data<App>, member: Member) -> Answer {
    app.write(move |tx| shelter::end(tx, &member.viewer())).await?;
    Ok(HttpResponse::NoContent().finish())
}
