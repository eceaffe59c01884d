//! Pace, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{left_waiting, pages};
use crate::app::App;
use crate::forum::pace;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::Day;
use crate::policy::{self, Action};
use crate::safety::actions::door;

/// The doors of pace.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/look/pace", Who::Keeper, get_pace);
    doors.put("/api/v1/look/pace", Who::Keeper, choose_pace);
    doors.post("/api/v1/look/break", Who::Keeper, begin_break);
    doors.post("/api/v1/look/back", Who::Keeper, end_break);
    doors.get("/api/v1/host/pace", Who::Host, get_pace_of_all);
    doors.put("/api/v1/host/pace", Who::Host, limit_pace_of_all);
}

/// How many cases.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
pub struct LimitsJson {
    /// On one day, 1 to 50; null: no end.
    a_day: Option<i64>,
    /// At a time, 1 to 50; null: no end.
    at_once: Option<i64>,
}

impl LimitsJson {
    const fn of(limits: pace::Limits) -> Self {
        Self { a_day: limits.a_day.most(), at_once: limits.at_once.most() }
    }
}

/// What somebody takes on.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaceJson {
    /// What they chose.
    own: LimitsJson,
    /// The most that anybody takes on here.
    ceiling: LimitsJson,
    /// Cases they took today, or decided about.
    today: usize,
    /// Cases in their hands.
    held: usize,
    /// Why no more is offered: `pace-enough`, `pace-hands-full`, `pace-away`; null: there is room.
    full: Option<&'static str>,
    /// Whether what was told of is folded for them.
    folds: bool,
    /// Whether they are on a break.
    is_away: bool,
    /// The day it ends by itself, or null.
    back_on: Option<String>,
}

/// What somebody chooses.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChoosePaceJson {
    /// How many cases.
    limits: LimitsJson,
    /// Whether what was told of is folded for them.
    folds: bool,
}

/// A break.
#[derive(Debug, Deserialize, ToSchema)]
pub struct BreakJson {
    /// `open` (until they say so), `day`, `week`, `fortnight` or `month`.
    rest: String,
}

/// What holds for all.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaceOfAllJson {
    /// The most that anybody takes on.
    ceiling: LimitsJson,
    /// Cases that wait while everybody who looks after them has enough, or is on a break.
    waiting: usize,
}

/// What one takes on, and what one has of it.
#[utoipa::path(get, path = "/api/v1/look/pace", tag = "looking after",
    responses((status = 200, body = PaceJson), (status = 403, body = ProblemJson)))]
pub async fn get_pace(app: Data<App>, member: Member) -> Answer {
    door::may_look(&app, &member).await?;
    let (own, ceiling) = pages::chosen(&app, &member).await?;
    let room = door::room(&app, &member).await?;
    Ok(HttpResponse::Ok().json(PaceJson {
        own: LimitsJson::of(own.limits),
        ceiling: LimitsJson::of(ceiling),
        today: room.today.len(),
        held: room.held.len(),
        full: room.full().as_ref().map(crate::kernel::Refusal::code),
        folds: own.folds,
        is_away: room.away.is_some(),
        back_on: room.away.and_then(|away| away.back_on).map(Day::iso),
    }))
}

/// Chooses how much one takes on.
#[utoipa::path(put, path = "/api/v1/look/pace", tag = "looking after", request_body = ChoosePaceJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn choose_pace(app: Data<App>, member: Member, sent: Json<ChoosePaceJson>) -> Answer {
    door::may_look(&app, &member).await?;
    let limits = pages::sent(sent.limits.a_day, sent.limits.at_once)?;
    let (viewer, folds) = (member.viewer(), sent.folds);
    app.write(move |tx| pace::choose(tx, &viewer, (limits, folds))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Puts everything down: what is in one's hands is free for others, one is off duty, and nothing of cases is told. Nobody is told.
#[utoipa::path(post, path = "/api/v1/look/break", tag = "looking after", request_body = BreakJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn begin_break(app: Data<App>, member: Member, sent: Json<BreakJson>) -> Answer {
    door::may_look(&app, &member).await?;
    pages::begin(&app, &member, pages::rest(&sent.rest)?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Comes back from a break.
#[utoipa::path(post, path = "/api/v1/look/back", tag = "looking after",
    responses((status = 204), (status = 403, body = ProblemJson)))]
pub async fn end_break(app: Data<App>, member: Member) -> Answer {
    pages::end(&app, &member).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The most that anybody takes on, and how many cases wait because of it.
#[utoipa::path(get, path = "/api/v1/host/pace", tag = "host",
    responses((status = 200, body = PaceOfAllJson), (status = 403, body = ProblemJson)))]
pub async fn get_pace_of_all(app: Data<App>, member: Member) -> Answer {
    policy::may_in_community(&member.viewer(), Action::ManageCommunity)?;
    let (world, now) = (app.get_ref().clone(), app.clock().now());
    let (ceiling, waiting) =
        app.read(move |db| Ok((pace::ceiling(db)?, left_waiting(db, world.leases(), now)?))).await?;
    Ok(HttpResponse::Ok().json(PaceOfAllJson { ceiling: LimitsJson::of(ceiling), waiting }))
}

/// Says the most that anybody takes on.
#[utoipa::path(put, path = "/api/v1/host/pace", tag = "host", request_body = LimitsJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn limit_pace_of_all(app: Data<App>, member: Member, sent: Json<LimitsJson>) -> Answer {
    policy::may_in_community(&member.viewer(), Action::ManageCommunity)?;
    let limits = pages::sent(sent.a_day, sent.at_once)?;
    let viewer = member.viewer();
    app.write(move |tx| pace::limit_all(tx, &viewer, limits)).await?;
    Ok(HttpResponse::NoContent().finish())
}
