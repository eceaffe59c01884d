//! The same for programs.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::Refusal;
use super::{ByDay, Counts, LEAST, Readers, openness};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::{Answer, Doors, Who};
use crate::policy::{self, Action, Viewer};
use crate::safety::actions;
use crate::safety::openness as slice;

/// The doors of what was done, for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/what-we-did", Who::Visitor, get_what_we_did);
    doors.put("/api/v1/host/openness", Who::Host, set_openness);
}

/// One month that is over. What is not in it happened fewer than ten times, or not at all.
#[derive(Debug, Serialize, ToSchema)]
pub struct MonthJson {
    /// Its first day.
    month: String,
    /// What people told of, by the gravest reason of each thing.
    told: BTreeMap<&'static str, i64>,
    /// How many of these were decided by the day after: `nearly` all, `most`, or `fewer` than half; null: too few to tell.
    decided_by_the_day_after: Option<&'static str>,
    /// What was decided.
    done: BTreeMap<&'static str, i64>,
    /// Kinds that happened fewer than ten times each, together; null: these are fewer than ten as well.
    other: Option<i64>,
    /// What was decided, by days: of each kind that can be, all days of the month, in stretches of ten or more.
    days: Vec<StretchJson>,
    /// What it was about where whole communities were decided about: a reason, or `list`.
    why: BTreeMap<String, i64>,
    /// How often somebody answered a decision; null: fewer than ten times.
    answered: Option<i64>,
    /// How often it was taken back then; null: fewer than ten times.
    taken_back: Option<i64>,
}

/// How often something was decided on some days of a month: ten times, or more.
#[derive(Debug, Serialize, ToSchema)]
pub struct StretchJson {
    /// What; null: kinds that happened fewer than ten times each in the month, together.
    kind: Option<&'static str>,
    /// The first day.
    from: String,
    /// The last day.
    to: String,
    /// How often.
    n: i64,
}

/// What is promised.
#[derive(Debug, Serialize, ToSchema)]
pub struct PromisesJson {
    /// Hours after which what nobody of a group looked at goes up to those who look after the community.
    first_look_hours: i64,
    /// Days within which whoever answers a decision is answered.
    answer_days: i64,
}

/// What was told and decided, by kind and month.
#[derive(Debug, Serialize, ToSchema)]
pub struct MonthsJson {
    /// Who may read this: `everyone` or `members`.
    readers: &'static str,
    /// No number below this is told.
    least: i64,
    /// What is promised.
    promises: PromisesJson,
    /// The latest first; months of which nothing can be told are left out.
    rows: Vec<MonthJson>,
    /// Always null.
    next: Option<String>,
}

/// Who may read it.
#[derive(Debug, Deserialize, ToSchema)]
pub struct OpennessJson {
    /// `everyone` or `members`.
    readers: String,
}

impl MonthJson {
    fn of(counts: Counts) -> Self {
        Self {
            month: counts.month.first().iso(),
            told: counts.told.into_iter().map(|(reason, n)| (reason.code(), n)).collect(),
            decided_by_the_day_after: counts.pace.map(super::Pace::code),
            done: counts.done.into_iter().map(|(verb, n)| (verb.code(), n)).collect(),
            other: counts.other,
            days: counts.days.iter().flat_map(StretchJson::of).collect(),
            why: counts.why.into_iter().collect(),
            answered: counts.answered,
            taken_back: counts.taken_back,
        }
    }
}

impl StretchJson {
    fn of(by_day: &ByDay) -> impl Iterator<Item = Self> {
        let kind = by_day.kind.map(actions::Verb::code);
        by_day.stretches.iter().map(move |each| Self {
            kind,
            from: each.from.iso(),
            to: each.to.iso(),
            n: each.n,
        })
    }
}

/// What was told and decided in the months that are over, by kind, without names and without small numbers.
#[utoipa::path(get, path = "/api/v1/what-we-did", tag = "looking after",
    responses((status = 200, body = MonthsJson), (status = 401, body = ProblemJson)))]
pub async fn get_what_we_did(app: Data<App>, viewer: Viewer) -> Answer {
    let today = app.clock().now().day();
    let all = app.read(move |db| openness(db, &viewer, today)).await?;
    Ok(HttpResponse::Ok().json(MonthsJson {
        readers: all.readers.code(),
        least: LEAST,
        promises: PromisesJson {
            first_look_hours: crate::safety::FIRST_LOOK_HOURS,
            answer_days: actions::ANSWER_DAYS,
        },
        rows: all.months.into_iter().map(MonthJson::of).collect(),
        next: None,
    }))
}

/// Says who may read what was told and decided.
#[utoipa::path(put, path = "/api/v1/host/openness", tag = "host", request_body = OpennessJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn set_openness(app: Data<App>, viewer: Viewer, sent: Json<OpennessJson>) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let readers = Readers::parse(&sent.readers).ok_or(Refusal::Unchosen)?;
    app.write(move |tx| slice::set(tx, &viewer, readers)).await?;
    Ok(HttpResponse::NoContent().finish())
}
