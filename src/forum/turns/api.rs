//! Turns, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Place, Rest, Words};
use crate::app::App;
use crate::forum::turns;
use crate::http::problem::{InField, ProblemJson};
use crate::http::{Answer, Doors, Who};
use crate::kernel::Day;
use crate::policy::Viewer;

/// The doors of turns.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/groups/{name}/service", Who::Keeper, get_service);
    doors.put("/api/v1/groups/{name}/service", Who::Keeper, hand_over);
    doors.post("/api/v1/groups/{name}/service/rest", Who::Keeper, rest);
    doors.post("/api/v1/groups/{name}/service/return", Who::Keeper, come_back);
}

/// Somebody's turn.
#[derive(Debug, Serialize, ToSchema)]
pub struct TurnJson {
    /// Their name.
    name: String,
    /// `greeter`, `responder`, `moderator` or `steward`; also while they rest.
    role: &'static str,
    /// The last day of their turn, or null: without an end.
    until: Option<String>,
    /// The day their rest ends, or null: they do not rest.
    rests_until: Option<String>,
}

impl TurnJson {
    fn of(place: Place) -> Self {
        Self {
            role: place.part().code(),
            until: place.turn_until.map(Day::iso),
            rests_until: place.rests_until.map(Day::iso),
            name: place.name,
        }
    }
}

/// Who serves in a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceJson {
    /// Those who shape the group first.
    rows: Vec<TurnJson>,
    /// What was left for whoever comes next, as Markdown; may be empty.
    handover: String,
}

/// Who serves in a group, and what they leave for whoever comes next. Whoever rests sees their own place alone.
#[utoipa::path(get, path = "/api/v1/groups/{name}/service", tag = "members",
    responses((status = 200, body = ServiceJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn get_service(app: Data<App>, viewer: Viewer, name: Path<String>) -> Answer {
    let service = app.read(move |db| turns::service(db, &viewer, &name)).await?;
    let places = if service.is_serving { service.places } else { service.own.into_iter().collect() };
    let rows = places.into_iter().map(TurnJson::of).collect();
    let handover = service.handover.map(|left| left.words).unwrap_or_default();
    Ok(HttpResponse::Ok().json(ServiceJson { rows, handover }))
}

/// Words for whoever comes next.
#[derive(Debug, Deserialize, ToSchema)]
pub struct HandoverJson {
    /// Markdown; empty: what was left is taken away.
    words: String,
}

/// Leaves words for whoever comes next.
#[utoipa::path(put, path = "/api/v1/groups/{name}/service", tag = "members", request_body = HandoverJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn hand_over(
    app: Data<App>,
    viewer: Viewer,
    name: Path<String>,
    sent: Json<HandoverJson>,
) -> Answer {
    let words = Words::parse(&sent.words).in_field("words")?;
    app.write(move |tx| turns::hand_over(tx, &viewer, &name, &words)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A rest.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RestJson {
    /// `day`, `week`, `fortnight` or `month`.
    rest: String,
}

/// Puts down what one does in a group for a while.
#[utoipa::path(post, path = "/api/v1/groups/{name}/service/rest", tag = "members", request_body = RestJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn rest(app: Data<App>, viewer: Viewer, name: Path<String>, sent: Json<RestJson>) -> Answer {
    let rest = Rest::parse(&sent.rest);
    app.write(move |tx| turns::rest(tx, &viewer, &name, rest)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes up again what one had put down.
#[utoipa::path(post, path = "/api/v1/groups/{name}/service/return", tag = "members",
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn come_back(app: Data<App>, viewer: Viewer, name: Path<String>) -> Answer {
    app.write(move |tx| turns::come_back(tx, &viewer, &name)).await?;
    Ok(HttpResponse::NoContent().finish())
}
