//! Nudges, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Agreed, Asked, Refusal, Said, Terms};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::BuddyId;
use crate::support::nudges;
use crate::support::oncall::Weekday;

/// The doors of nudges for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/buddies/{buddy}/nudge", Who::Member, get_nudge);
    doors.put("/api/v1/buddies/{buddy}/nudge", Who::Member, ask_for_nudge);
    doors.delete("/api/v1/buddies/{buddy}/nudge", Who::Member, stop_asking_for_nudge);
    doors.put("/api/v1/buddies/{buddy}/nudge/answer", Who::Member, answer_nudge);
    doors.put("/api/v1/buddies/{buddy}/nudging", Who::Member, agree_to_nudge);
    doors.delete("/api/v1/buddies/{buddy}/nudging", Who::Member, stop_nudging);
}

/// What one of the two asks.
#[derive(Debug, Serialize, ToSchema)]
pub struct NudgeAskedJson {
    /// How often: `daily`, `few` (Monday, Wednesday, Friday) or `weekly`.
    cadence: &'static str,
    /// On which day, if it comes once a week: `mon` to `sun`; else null.
    day: Option<&'static str>,
    /// The hour, 0 to 23, of the asker's clock.
    hour: i64,
    /// Where that clock stands, as `Europe/Berlin`.
    zone: String,
    /// Whether both said yes. As long as not, nothing is sent.
    is_agreed: bool,
    /// What became of the latest, for 24 hours: `none` (there was none), `waits` (no word yet), `okay`, `chat`.
    word: &'static str,
}

impl From<Asked> for NudgeAskedJson {
    fn from(asked: Asked) -> Self {
        let day = asked.terms.weekday().map(Weekday::code);
        let Terms { cadence, hour, zone, .. } = asked.terms;
        Self { cadence: cadence.code(), day, hour, zone, is_agreed: asked.is_agreed, word: asked.word.code() }
    }
}

/// What each of you asks of the other.
#[derive(Debug, Serialize, ToSchema)]
pub struct NudgesJson {
    /// What you ask; null: nothing.
    mine: Option<NudgeAskedJson>,
    /// What they ask; null: nothing.
    theirs: Option<NudgeAskedJson>,
    /// Whether they asked in their own name how you are (a note, `how`), within a day. It is answered as a nudge is.
    is_asked: bool,
    /// What became of the same, where you asked it: `none`, `waits`, `okay`, `chat`.
    asks: &'static str,
}

/// When to be thought of.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NudgeJson {
    /// How often: `daily`, `few` (Monday, Wednesday, Friday) or `weekly`.
    cadence: String,
    /// On which day, if it comes once a week: `mon` to `sun`; left out: `sun`.
    #[serde(default)]
    day: String,
    /// The hour, 0 to 23, of the asker's clock.
    hour: i64,
    /// Where that clock stands, as `Europe/Berlin`.
    zone: String,
}

/// One press, to the latest nudge.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NudgeAnswerJson {
    /// `okay`, or `chat`: that a chat would help.
    answer: String,
}

/// What each of you asks of the other.
#[utoipa::path(get, path = "/api/v1/buddies/{buddy}/nudge", tag = "company",
    responses((status = 200, body = NudgesJson), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn get_nudge(app: Data<App>, member: Member, buddy: Path<String>) -> Answer {
    let (viewer, id, ring) = (member.viewer(), BuddyId::read(&buddy)?, app.keys().clone());
    let now = app.clock().now();
    let Agreed { mine, theirs, is_asked, asks } =
        app.read(move |db| nudges::of(db, &viewer, (&ring, now), id)).await?;
    Ok(HttpResponse::Ok().json(NudgesJson {
        mine: mine.map(Into::into),
        theirs: theirs.map(Into::into),
        is_asked,
        asks: asks.code(),
    }))
}

/// Asks your buddy for a nudge. It begins with their yes; whatever was agreed before is not any more.
#[utoipa::path(put, path = "/api/v1/buddies/{buddy}/nudge", tag = "company", request_body = NudgeJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn ask_for_nudge(
    app: Data<App>,
    member: Member,
    buddy: Path<String>,
    sent: Json<NudgeJson>,
) -> Answer {
    let (viewer, id, ring) = (member.viewer(), BuddyId::read(&buddy)?, app.keys().clone());
    let terms = Terms::parse(&sent.cadence, sent.hour, &sent.zone)?.on(&sent.day)?;
    app.write(move |tx| nudges::ask(tx, &viewer, &ring, (id, terms.clone()))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Does not ask any more, at once. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/buddies/{buddy}/nudge", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn stop_asking_for_nudge(app: Data<App>, member: Member, buddy: Path<String>) -> Answer {
    let (viewer, id) = (member.viewer(), BuddyId::read(&buddy)?);
    app.write(move |tx| nudges::take_back(tx, &viewer, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Answers the latest nudge, for 24 hours; your buddy reads it as a note. Another answer takes its place.
#[utoipa::path(put, path = "/api/v1/buddies/{buddy}/nudge/answer", tag = "company", request_body = NudgeAnswerJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn answer_nudge(
    app: Data<App>,
    member: Member,
    buddy: Path<String>,
    sent: Json<NudgeAnswerJson>,
) -> Answer {
    let (viewer, id, ring) = (member.viewer(), BuddyId::read(&buddy)?, app.keys().clone());
    let said = Said::parse(&sent.answer).ok_or(Refusal::Answer)?;
    app.write(move |tx| nudges::answer(tx, &viewer, &ring, (id, said))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Says yes to what your buddy asks, as you read it.
#[utoipa::path(put, path = "/api/v1/buddies/{buddy}/nudging", tag = "company", request_body = NudgeJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn agree_to_nudge(
    app: Data<App>,
    member: Member,
    buddy: Path<String>,
    sent: Json<NudgeJson>,
) -> Answer {
    let (viewer, id, ring) = (member.viewer(), BuddyId::read(&buddy)?, app.keys().clone());
    let terms = Terms::parse(&sent.cadence, sent.hour, &sent.zone)?.on(&sent.day)?;
    app.write(move |tx| nudges::agree(tx, &viewer, &ring, (id, &terms))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes your yes back, at once. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/buddies/{buddy}/nudging", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn stop_nudging(app: Data<App>, member: Member, buddy: Path<String>) -> Answer {
    let (viewer, id) = (member.viewer(), BuddyId::read(&buddy)?);
    app.write(move |tx| nudges::disagree(tx, &viewer, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
