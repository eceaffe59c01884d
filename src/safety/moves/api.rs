//! Moving a thread, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::Done;
use super::pages::own_faces;
use crate::app::App;
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::{Error, PublicId};
use crate::safety::actions::{ActId, Sentence};
use crate::safety::moves;

/// The doors of moving.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/threads/{id}/move", Who::Keeper, preview_move);
    doors.post("/api/v1/threads/{id}/move", Who::Keeper, move_thread);
    doors.post("/api/v1/decisions/{act}/agree", Who::Member, agree_to_move);
}

/// Where a thread is to go.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MoveQuery {
    /// The group's short name.
    group: Option<String>,
}

/// What a move would change.
#[derive(Debug, Serialize, ToSchema)]
pub struct MovePlanJson {
    /// The short name of the group it is in.
    from: String,
    /// The short name of the group it goes to.
    to: String,
    /// How far it travels now.
    reach: &'static str,
    /// How far it travels there: no further.
    reach_then: &'static str,
    /// What is asked of people there: Markdown.
    rules: String,
    /// Whether copies of it may be elsewhere: communities that do not follow the new group are asked to let go of them.
    travels: bool,
    /// Whether more people could read it there: then its writer is asked first.
    asks_writer: bool,
}

/// A move.
#[derive(Debug, Deserialize, ToSchema)]
pub struct MoveThreadJson {
    /// The group's short name.
    group: String,
    /// Why, in one line of 3 to 280 letters: its writer reads it.
    reason: String,
}

/// What moving a thread would change, for whoever looks after both groups.
#[utoipa::path(get, path = "/api/v1/threads/{id}/move", tag = "looking", params(("id" = String, Path), MoveQuery),
    responses((status = 200, body = MovePlanJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 410, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn preview_move(
    app: Data<App>,
    member: Member,
    id: Path<String>,
    query: Query<MoveQuery>,
) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    let (viewer, to) = (member.viewer(), query.into_inner().group.unwrap_or_default());
    let own = own_faces(&app, &member).await?;
    let plan = app.read(move |db| moves::weigh(db, (&viewer, &own), (&id, &to))).await?;
    Ok(HttpResponse::Ok().json(MovePlanJson {
        travels: plan.travels(),
        asks_writer: plan.asks_writer,
        from: plan.from.name,
        to: plan.to.name,
        reach: plan.thread.reach.code(),
        reach_then: plan.reach.code(),
        rules: plan.to.rules_text,
    }))
}

/// Moves a thread to another group, with all that was answered. Its address stays. It can be taken back like any decision.
#[utoipa::path(post, path = "/api/v1/threads/{id}/move", tag = "looking", params(("id" = String, Path)), request_body = MoveThreadJson,
    responses((status = 202, description = "Its writer is asked"), (status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 410, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn move_thread(
    app: Data<App>,
    member: Member,
    id: Path<String>,
    sent: Json<MoveThreadJson>,
) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    let MoveThreadJson { group, reason } = sent.into_inner();
    let (viewer, asks, of) = (member.viewer(), member.viewer(), id.clone());
    // Whoever may not move it is told that, whatever they sent.
    app.read(move |db| moves::choices(db, &asks, &of).map(drop)).await?;
    let words = Sentence::parse(&reason).in_field("reason")?;
    let own = own_faces(&app, &member).await?;
    Ok(match app.write(move |tx| moves::carry(tx, (&viewer, &own), (&id, &group), &words)).await? {
        Done::Moved => HttpResponse::NoContent().finish(),
        Done::Asked => HttpResponse::Accepted().finish(),
    })
}

/// Says yes to moving a thread of yours where more people can read it.
#[utoipa::path(post, path = "/api/v1/decisions/{act}/agree", tag = "looking", params(("act" = String, Path)),
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn agree_to_move(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    let (viewer, id) = (member.viewer(), ActId::read(&id)?);
    let own = own_faces(&app, &member).await?;
    app.write(move |tx| moves::agree(tx, (&viewer, &own), id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
