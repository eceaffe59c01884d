//! Being asked after, for programs.

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Asking, Time};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::recovery::{Own, after};

/// The doors of being asked after for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/me/asked-after", Who::Member, get_asked_after);
    doors.put("/api/v1/me/asked-after/later", Who::Member, put_asked_after_off);
    doors.delete("/api/v1/me/asked-after", Who::Member, end_asked_after);
}

/// Whether you are asked how you are in the days after a setback. Nobody else reads it.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedAfterJson {
    /// Whether you asked for it, and it is not over.
    is_on: bool,
    /// The question that stands now: `hours`, `day`, `days`, `week`, by how long ago it was; or null.
    now: Option<&'static str>,
}

/// Whether you are asked how you are.
#[utoipa::path(get, path = "/api/v1/me/asked-after", tag = "counters",
    responses((status = 200, body = AskedAfterJson), (status = 401, body = ProblemJson)))]
pub async fn get_asked_after(app: Data<App>, member: Member) -> Answer {
    let (own, now) = (Own::of(&member), app.clock().now());
    let asking = app.read(move |db| after::find(db, &own)).await?.filter(|asking| !asking.is_over(now));
    let stands = asking.as_ref().and_then(|asking: &Asking| asking.now(now));
    Ok(HttpResponse::Ok().json(AskedAfterJson { is_on: asking.is_some(), now: stands.map(Time::code) }))
}

/// Not this time: a later question may come. Twice is the same as once.
#[utoipa::path(put, path = "/api/v1/me/asked-after/later", tag = "counters",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn put_asked_after_off(app: Data<App>, member: Member) -> Answer {
    let own = Own::of(&member);
    app.write(move |tx| after::put_off(tx, &own)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Nothing is asked any more, for good. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/me/asked-after", tag = "counters",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn end_asked_after(app: Data<App>, member: Member) -> Answer {
    let own = Own::of(&member);
    app.write(move |tx| after::end(tx, &own)).await?;
    Ok(HttpResponse::NoContent().finish())
}
