//! What if I go quiet, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Agreed, Promise, Refusal, Terms};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::{BuddyId, Day};
use crate::support::noticing;

/// The doors of noticing for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/buddies/{buddy}/quiet", Who::Member, get_noticing);
    doors.put("/api/v1/buddies/{buddy}/quiet", Who::Member, ask_to_notice);
    doors.delete("/api/v1/buddies/{buddy}/quiet", Who::Member, stop_asking_to_notice);
    doors.put("/api/v1/buddies/{buddy}/quiet/rest", Who::Member, rest_noticing);
    doors.put("/api/v1/buddies/{buddy}/notice", Who::Member, agree_to_notice);
    doors.delete("/api/v1/buddies/{buddy}/notice", Who::Member, stop_noticing);
}

/// What one of the two asks.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticePromiseJson {
    /// After how many days: 2, 3, 5 or 7.
    days: i64,
    /// What ends a silence: `checkin`, or `look` (any page, too).
    by: &'static str,
    /// Whether both said yes. As long as not, nothing is counted.
    is_agreed: bool,
    /// The last day of your holiday; null: there is none, or it is not yours to know.
    rests_until: Option<String>,
}

impl From<Promise> for NoticePromiseJson {
    fn from(promise: Promise) -> Self {
        Self {
            days: promise.terms.days,
            by: promise.terms.by.code(),
            is_agreed: promise.is_agreed,
            rests_until: promise.rests_until.map(Day::iso),
        }
    }
}

/// What each of you asks the other to notice.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticingJson {
    /// What you ask; null: nothing.
    mine: Option<NoticePromiseJson>,
    /// What they ask; null: nothing.
    theirs: Option<NoticePromiseJson>,
}

/// What to notice.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NoticeTermsJson {
    /// After how many days: 2, 3, 5 or 7.
    days: i64,
    /// What ends a silence: `checkin`, or `look` (any page, too).
    by: String,
}

/// A holiday.
#[derive(Debug, Deserialize, ToSchema)]
pub struct HolidayJson {
    /// Its last day, in UTC; null: it is over.
    until: Option<String>,
}

/// What each of you asks the other to notice.
#[utoipa::path(get, path = "/api/v1/buddies/{buddy}/quiet", tag = "company",
    responses((status = 200, body = NoticingJson), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn get_noticing(app: Data<App>, member: Member, buddy: Path<String>) -> Answer {
    let (viewer, id, ring) = (member.viewer(), BuddyId::read(&buddy)?, app.keys().clone());
    let Agreed { mine, theirs } = app.read(move |db| noticing::of(db, &viewer, &ring, id)).await?;
    Ok(HttpResponse::Ok().json(NoticingJson { mine: mine.map(Into::into), theirs: theirs.map(Into::into) }))
}

/// Asks your buddy to notice when you go quiet. It begins with their yes; whatever was agreed before is not any more.
#[utoipa::path(put, path = "/api/v1/buddies/{buddy}/quiet", tag = "company", request_body = NoticeTermsJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn ask_to_notice(
    app: Data<App>,
    member: Member,
    buddy: Path<String>,
    sent: Json<NoticeTermsJson>,
) -> Answer {
    let (viewer, id, ring) = (member.viewer(), BuddyId::read(&buddy)?, app.keys().clone());
    let terms = Terms::parse(sent.days, &sent.by)?;
    app.write(move |tx| noticing::ask(tx, &viewer, &ring, (id, terms))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Does not ask any more, at once. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/buddies/{buddy}/quiet", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn stop_asking_to_notice(app: Data<App>, member: Member, buddy: Path<String>) -> Answer {
    let (viewer, id) = (member.viewer(), BuddyId::read(&buddy)?);
    app.write(move |tx| noticing::take_back(tx, &viewer, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Begins a holiday, on whose days nothing is counted, or ends it. Your buddy is told nothing.
#[utoipa::path(put, path = "/api/v1/buddies/{buddy}/quiet/rest", tag = "company", request_body = HolidayJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn rest_noticing(
    app: Data<App>,
    member: Member,
    buddy: Path<String>,
    sent: Json<HolidayJson>,
) -> Answer {
    let (viewer, id, ring) = (member.viewer(), BuddyId::read(&buddy)?, app.keys().clone());
    let until = sent.until.as_deref().map(|day| Day::parse(day).ok_or(Refusal::Rest)).transpose()?;
    app.write(move |tx| noticing::rest(tx, &viewer, &ring, (id, until))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Says yes to what your buddy asks, as you read it.
#[utoipa::path(put, path = "/api/v1/buddies/{buddy}/notice", tag = "company", request_body = NoticeTermsJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn agree_to_notice(
    app: Data<App>,
    member: Member,
    buddy: Path<String>,
    sent: Json<NoticeTermsJson>,
) -> Answer {
    let (viewer, id, ring) = (member.viewer(), BuddyId::read(&buddy)?, app.keys().clone());
    let terms = Terms::parse(sent.days, &sent.by)?;
    app.write(move |tx| noticing::agree(tx, &viewer, &ring, (id, terms))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Does not notice any more, at once. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/buddies/{buddy}/notice", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn stop_noticing(app: Data<App>, member: Member, buddy: Path<String>) -> Answer {
    let (viewer, id, ring) = (member.viewer(), BuddyId::read(&buddy)?, app.keys().clone());
    app.write(move |tx| noticing::disagree(tx, &viewer, &ring, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
