//! What was decided about somebody whose account is paused or closed, for programs: it is read and answered all the same.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};

use super::{ActsJson, SentenceJson};
use crate::app::App;
use crate::http::problem::{InField, ProblemJson};
use crate::http::{Answer, Doors, Who};
use crate::identity::sessions::Held;
use crate::safety::actions::pages::door;
use crate::safety::actions::{Sentence, views};

/// The doors of those whose account is not open.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/status/decisions", Who::Visitor, list_held_decisions);
    doors.post("/api/v1/status/decisions/{act}", Who::Visitor, appeal_held_decision);
}

/// What was decided about one's own words, names and account, while it is not open. Absent for everybody else.
#[utoipa::path(get, path = "/api/v1/status/decisions", tag = "looking after",
    responses((status = 200, body = ActsJson), (status = 404, body = ProblemJson)))]
pub async fn list_held_decisions(app: Data<App>, held: Held) -> Answer {
    let own = door::held_faces(&app, &held).await?;
    let lines = app.read(move |db| views::decisions(db, &own)).await?;
    Ok(HttpResponse::Ok().json(ActsJson::of(lines, false)))
}

/// Answers one of them, once.
#[utoipa::path(post, path = "/api/v1/status/decisions/{act}", tag = "looking after", params(("act" = String, Path)), request_body = SentenceJson,
    responses((status = 204), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn appeal_held_decision(
    app: Data<App>,
    held: Held,
    id: Path<String>,
    sent: Json<SentenceJson>,
) -> Answer {
    let words = Sentence::parse(&sent.words).in_field("words")?;
    let own = door::held_faces(&app, &held).await?;
    door::appeal(&app, own, (door::act_id(&id)?, words)).await?;
    Ok(HttpResponse::NoContent().finish())
}
