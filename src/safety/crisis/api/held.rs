//! What is said out of care to somebody whose account is paused or closed, for programs: it reaches them all the same.

use actix_web::web::{Data, Json, Path};

use super::super::Words;
use super::super::pages::door::{self as lane, Whom};
use super::{CareAnswerJson, CaresJson, listed, nothing};
use crate::app::App;
use crate::http::problem::{InField, ProblemJson};
use crate::http::{Answer, Doors, Who};
use crate::identity::sessions::Held;

/// The doors of those whose account is not open.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/status/care", Who::Visitor, list_held_care);
    doors.post("/api/v1/status/care/{care}", Who::Visitor, answer_held_care);
    doors.put("/api/v1/status/care/{care}/quiet", Who::Visitor, end_held_asking);
    doors.delete("/api/v1/status/care/{care}/quiet", Who::Visitor, begin_held_asking);
}

/// What the people who look after things wrote to oneself, while one's account is not open. Absent for everybody else.
#[utoipa::path(get, path = "/api/v1/status/care", tag = "care",
    responses((status = 200, body = CaresJson), (status = 404, body = ProblemJson)))]
pub async fn list_held_care(app: Data<App>, held: Held) -> Answer {
    Ok(listed(lane::own(&app, &Whom::held(&app, &held).await?).await?))
}

/// Answers a word of care, once.
#[utoipa::path(post, path = "/api/v1/status/care/{care}", tag = "care", params(("care" = String, Path)), request_body = CareAnswerJson,
    responses((status = 204), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn answer_held_care(
    app: Data<App>,
    held: Held,
    id: Path<String>,
    sent: Json<CareAnswerJson>,
) -> Answer {
    let words = Words::parse(&sent.words).in_field("words")?;
    lane::answer(&app, Whom::held(&app, &held).await?, (lane::care_id(&id)?, words)).await?;
    Ok(nothing())
}

/// Wants not to be asked any more how one is.
#[utoipa::path(put, path = "/api/v1/status/care/{care}/quiet", tag = "care", params(("care" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemJson)))]
pub async fn end_held_asking(app: Data<App>, held: Held, id: Path<String>) -> Answer {
    lane::set_quiet(&app, Whom::held(&app, &held).await?, (lane::care_id(&id)?, true)).await?;
    Ok(nothing())
}

/// Wants to be asked again.
#[utoipa::path(delete, path = "/api/v1/status/care/{care}/quiet", tag = "care", params(("care" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemJson)))]
pub async fn begin_held_asking(app: Data<App>, held: Held, id: Path<String>) -> Answer {
    lane::set_quiet(&app, Whom::held(&app, &held).await?, (lane::care_id(&id)?, false)).await?;
    Ok(nothing())
}
