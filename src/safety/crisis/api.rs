//! The crisis lane, for programs: steps on a case, duty, and what reaches whoever it is about.

pub mod held;

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::Ready;
use super::pages::door::{self as lane, Whom};
use super::views::Line;
use super::{Aside, Duty, Kind, Note, Refusal, Whose, Words};
use crate::app::App;
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::Moment;
use crate::safety::actions::door;
use crate::ui::Shell;

/// The doors of the lane.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/duty", Who::Member, get_duty);
    doors.put("/api/v1/duty", Who::Keeper, begin_duty);
    doors.delete("/api/v1/duty", Who::Keeper, end_duty);
    doors.get("/api/v1/look/{case}/care", Who::Keeper, list_case_care);
    doors.post("/api/v1/look/{case}/write", Who::Keeper, write_care);
    doors.post("/api/v1/look/{case}/pass-on", Who::Keeper, pass_case_on);
    doors.post("/api/v1/look/{case}/close", Who::Keeper, close_case);
    doors.post("/api/v1/look/{case}/notes", Who::Keeper, leave_case_note);
    doors.get("/api/v1/care", Who::Member, list_care);
    doors.post("/api/v1/care/{care}", Who::Member, answer_care);
    doors.put("/api/v1/care/{care}/quiet", Who::Member, end_asking);
    doors.delete("/api/v1/care/{care}/quiet", Who::Member, begin_asking);
    held::doors(doors);
    doors.post("/api/v1/threads/{id}/safe", Who::Member, say_safe);
    doors.post("/api/v1/threads/{id}/replies/{reply}/safe", Who::Member, say_reply_safe);
}

/// Who is on duty: a number, and oneself.
#[derive(Debug, Serialize, ToSchema)]
pub struct OnDutyJson {
    /// How many people who look after things are on duty. Never who.
    on: usize,
    /// Until when oneself is, or null.
    until: Option<String>,
}

/// For how long somebody is on duty.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DutyHoursJson {
    /// 1, 2, 4 or 8.
    hours: i64,
}

/// What is written to whoever a case is about.
#[derive(Debug, Deserialize, ToSchema)]
pub struct WriteCareJson {
    /// In your own words; may be empty where `say` is given.
    #[serde(default)]
    words: String,
    /// Words that stand ready instead, in the language that is asked for: `read`, `company` or `safe`; or null.
    say: Option<String>,
    /// Whether Support is offered with it.
    #[serde(default)]
    offers: bool,
}

/// A note for whoever goes on.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PassOnJson {
    /// What was seen, said and is open; may be empty.
    #[serde(default)]
    note: String,
}

/// A note on a case, where it is all there is.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CaseNoteJson {
    /// For the others who may look at it.
    note: String,
}

/// What somebody answers to a word of care.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CareAnswerJson {
    /// Their words.
    words: String,
}

/// A word of care.
#[derive(Debug, Serialize, ToSchema)]
pub struct CareJson {
    /// Its id.
    id: String,
    /// `words`, `after` (how are you today?) or `note` (between those who look after things).
    kind: &'static str,
    /// What it says; empty for `after`.
    words: String,
    /// What was answered; empty: nothing.
    answer: String,
    /// Whether Support is offered with it.
    offers: bool,
    /// The day.
    on: String,
    /// Who wrote it; null for whoever it was written to, and where they are gone.
    by: Option<String>,
    /// The alias it was written to, or null: the name.
    alias: Option<String>,
    /// Whether somebody reads an answer.
    is_read: bool,
    /// Whether they want not to be asked how they are.
    is_quiet: bool,
}

/// Words of care.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaresJson {
    /// The latest first.
    rows: Vec<CareJson>,
    /// Always null.
    next: Option<String>,
}

impl CareJson {
    fn of(line: Line) -> Self {
        Self {
            id: line.id.to_string(),
            kind: line.kind.code(),
            is_read: line.is_read && line.kind != Kind::Note,
            words: line.words,
            answer: line.answer,
            offers: line.offers,
            on: line.on.iso(),
            by: line.by,
            alias: line.alias,
            is_quiet: line.is_quiet,
        }
    }
}

fn listed(lines: Vec<Line>) -> HttpResponse {
    let rows = lines.into_iter().map(CareJson::of).collect();
    HttpResponse::Ok().json(CaresJson { rows, next: None })
}

fn nothing() -> HttpResponse {
    HttpResponse::NoContent().finish()
}

/// How many are on duty right now who would look at what one says: where one looks after things, oneself too.
#[utoipa::path(get, path = "/api/v1/duty", tag = "care",
    responses((status = 200, body = OnDutyJson), (status = 401, body = ProblemJson)))]
pub async fn get_duty(app: Data<App>, member: Member) -> Answer {
    let (now, duty) = (app.clock().now(), app.leases().duty());
    let until = duty.until(member.person.face, now).map(Moment::rfc3339);
    let on = door::on_duty(&app, Whose::Of(member.person.face)).await?;
    Ok(HttpResponse::Ok().json(OnDutyJson { on, until }))
}

/// Comes on duty for some hours.
#[utoipa::path(put, path = "/api/v1/duty", tag = "care", request_body = DutyHoursJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn begin_duty(app: Data<App>, member: Member, sent: Json<DutyHoursJson>) -> Answer {
    door::may_look(&app, &member).await?;
    let hours = Some(sent.hours).filter(|hours| Duty::HOURS.contains(hours)).ok_or(Refusal::Hours)?;
    lane::serve(&app, &member, Some(hours)).await?;
    Ok(nothing())
}

/// Is on duty no longer. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/duty", tag = "care",
    responses((status = 204), (status = 403, body = ProblemJson)))]
pub async fn end_duty(app: Data<App>, member: Member) -> Answer {
    lane::serve(&app, &member, None).await?;
    Ok(nothing())
}

/// What was said so far about a case.
#[utoipa::path(get, path = "/api/v1/look/{case}/care", tag = "care", params(("case" = String, Path)),
    responses((status = 200, body = CaresJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_case_care(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    Ok(listed(lane::said(&app, &member, door::case_id(&id)?).await?))
}

/// Writes to whoever may be in distress. They read that the people who look after things wrote, never who.
#[utoipa::path(post, path = "/api/v1/look/{case}/write", tag = "care", params(("case" = String, Path)), request_body = WriteCareJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn write_care(
    app: Data<App>,
    member: Member,
    ui: Shell,
    id: Path<String>,
    sent: Json<WriteCareJson>,
) -> Answer {
    let concern = door::case(&app, &member, door::case_id(&id)?).await?.concern;
    let words = match (sent.say.as_deref().and_then(Ready::parse), &sent.words) {
        (Some(ready), _) => ready.words(&ui),
        (None, own) if own.trim().is_empty() => return Err(Refusal::Nothing.into()),
        (None, own) => own.clone(),
    };
    let words = Words::parse(&words).in_field("words")?;
    lane::write(&app, &member, &concern, (words, sent.offers)).await?;
    Ok(nothing())
}

/// Calls the others who look after things, and lets a case go.
#[utoipa::path(post, path = "/api/v1/look/{case}/pass-on", tag = "care", params(("case" = String, Path)), request_body = PassOnJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn pass_case_on(
    app: Data<App>,
    member: Member,
    id: Path<String>,
    sent: Json<PassOnJson>,
) -> Answer {
    let of = door::case(&app, &member, door::case_id(&id)?).await?.concern.id;
    let note = Note::parse(&sent.note).in_field("note")?;
    lane::pass_on(&app, &member, of, note).await?;
    Ok(nothing())
}

/// Closes a case for now: somebody was with them. They are asked the next day how they are.
#[utoipa::path(post, path = "/api/v1/look/{case}/close", tag = "care", params(("case" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn close_case(app: Data<App>, member: Member, ui: Shell, id: Path<String>) -> Answer {
    let of = door::case(&app, &member, door::case_id(&id)?).await?.concern.id;
    lane::close(&app, &member, &ui, of).await?;
    Ok(nothing())
}

/// Leaves a note on a case, whatever it is about, for the others who may look at it. Nobody is called.
#[utoipa::path(post, path = "/api/v1/look/{case}/notes", tag = "care", params(("case" = String, Path)), request_body = CaseNoteJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn leave_case_note(
    app: Data<App>,
    member: Member,
    id: Path<String>,
    sent: Json<CaseNoteJson>,
) -> Answer {
    let concern = door::case(&app, &member, door::case_id(&id)?).await?.concern;
    let note = Aside::parse(&sent.note).in_field("note")?;
    lane::note(&app, &member, &concern, note).await?;
    Ok(nothing())
}

/// What the people who look after things wrote to oneself, under whichever name.
#[utoipa::path(get, path = "/api/v1/care", tag = "care",
    responses((status = 200, body = CaresJson), (status = 401, body = ProblemJson)))]
pub async fn list_care(app: Data<App>, member: Member) -> Answer {
    Ok(listed(lane::own(&app, &Whom::member(&app, &member).await?).await?))
}

/// Answers a word of care, once.
#[utoipa::path(post, path = "/api/v1/care/{care}", tag = "care", params(("care" = String, Path)), request_body = CareAnswerJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn answer_care(
    app: Data<App>,
    member: Member,
    id: Path<String>,
    sent: Json<CareAnswerJson>,
) -> Answer {
    let words = Words::parse(&sent.words).in_field("words")?;
    lane::answer(&app, Whom::member(&app, &member).await?, (lane::care_id(&id)?, words)).await?;
    Ok(nothing())
}

/// Wants not to be asked any more how one is, under the name this word was written to.
#[utoipa::path(put, path = "/api/v1/care/{care}/quiet", tag = "care", params(("care" = String, Path)),
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn end_asking(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    lane::set_quiet(&app, Whom::member(&app, &member).await?, (lane::care_id(&id)?, true)).await?;
    Ok(nothing())
}

/// Wants to be asked again.
#[utoipa::path(delete, path = "/api/v1/care/{care}/quiet", tag = "care", params(("care" = String, Path)),
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn begin_asking(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    lane::set_quiet(&app, Whom::member(&app, &member).await?, (lane::care_id(&id)?, false)).await?;
    Ok(nothing())
}

/// Whoever asked in a thread to be looked out for is safe now.
#[utoipa::path(post, path = "/api/v1/threads/{id}/safe", tag = "care", params(("id" = String, Path)),
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn say_safe(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    lane::safe(&app, &member, (&id, None)).await?;
    Ok(nothing())
}

/// The same for a reply.
#[utoipa::path(post, path = "/api/v1/threads/{id}/replies/{reply}/safe", tag = "care", params(("id" = String, Path), ("reply" = String, Path)),
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn say_reply_safe(app: Data<App>, member: Member, ids: Path<(String, String)>) -> Answer {
    lane::safe(&app, &member, (&ids.0, Some(&ids.1))).await?;
    Ok(nothing())
}
