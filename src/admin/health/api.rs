//! How the server is, for programs of its host.

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Health, Sums, look, sums};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::{Answer, Doors, Who};
use crate::jobs;
use crate::kernel::{Day, Error};
use crate::policy::{self, Action, Viewer};
use crate::support::oncall::Figures;

/// The doors of health for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/host/health", Who::Host, get_health);
    doors.get("/api/v1/host/company", Who::Host, get_company_figures);
    doors.get("/api/v1/host/answers", Who::Host, get_answer_figures);
    doors.post("/api/v1/host/jobs/retry", Who::Host, retry_jobs);
}

/// How the server is.
#[derive(Debug, Serialize, ToSchema)]
pub struct HealthJson {
    /// Threads nobody has answered.
    waiting_first_replies: i64,
    /// The day the oldest of them was opened.
    waiting_since: Option<String>,
    /// Jobs due and not done.
    jobs_due: i64,
    /// Jobs given up.
    jobs_parked: i64,
    /// How long the oldest due job has waited, in seconds.
    queue_age_s: i64,
    /// Free bytes on the data disk.
    disk_free_bytes: Option<u64>,
    /// The day of the last backup.
    backup_on: Option<String>,
    /// Codes of what to do next, the most harmful first.
    todo: Vec<&'static str>,
}

impl HealthJson {
    fn of(health: &Health) -> Self {
        Self {
            waiting_first_replies: health.waiting,
            waiting_since: health.waiting_since.map(Day::iso),
            jobs_due: health.backlog.due,
            jobs_parked: health.backlog.parked,
            queue_age_s: health.queue_age_s(),
            disk_free_bytes: health.space.map(|space| space.free),
            backup_on: health.backup_on.map(Day::iso),
            todo: health.todo().into_iter().map(super::Todo::code).collect(),
        }
    }
}

/// How asking for company went, over a year, in tens rounded down. Whatever was fewer than ten is null; who asked and who came is written nowhere.
#[derive(Debug, Serialize, ToSchema)]
pub struct CompanyFiguresJson {
    /// How often somebody asked.
    asked: Option<i64>,
    /// How often somebody came within two minutes.
    within_2_minutes: Option<i64>,
    /// Within ten, the former included.
    within_10_minutes: Option<i64>,
    /// How often nobody came.
    unanswered: Option<i64>,
    /// How many listened in the latest week in which ten or more did. Nobody is ranked: what each did is not kept.
    listeners: Option<i64>,
    /// How often half of them came at most.
    median: Option<i64>,
    /// How often nobody came more.
    most: Option<i64>,
}

/// How long people waited for a first answer, over four weeks, in groups that show times; in tens rounded down. Whatever was
/// fewer than ten is null.
#[derive(Debug, Serialize, ToSchema)]
pub struct AnswerFiguresJson {
    /// Posts that are twelve hours old.
    posts: Option<i64>,
    /// Those that nobody had answered after two hours.
    unanswered_after_2_hours: Option<i64>,
    /// Those that nobody had answered after twelve.
    unanswered_after_12_hours: Option<i64>,
    /// First posts under a name.
    first_posts: Option<i64>,
    /// Those that somebody answered within the hour.
    first_posts_answered_within_1_hour: Option<i64>,
}

/// How the server is.
#[utoipa::path(get, path = "/api/v1/host/health", tag = "host",
    responses((status = 200, body = HealthJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson)))]
pub async fn get_health(app: Data<App>, viewer: Viewer) -> Answer {
    let (now, disk, ring) = (app.clock().now(), app.disk().clone(), app.keys().clone());
    let health = app.read(move |db| look(db, &viewer, &disk, &ring, now)).await?;
    Ok(HttpResponse::Ok().json(HealthJson::of(&health)))
}

/// How asking for company went, in numbers that belong to nobody.
#[utoipa::path(get, path = "/api/v1/host/company", tag = "host",
    responses((status = 200, body = CompanyFiguresJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson)))]
pub async fn get_company_figures(app: Data<App>, viewer: Viewer) -> Answer {
    let Sums { company: figures, load, .. } = seen(&app, viewer).await?;
    Ok(HttpResponse::Ok().json(CompanyFiguresJson {
        asked: Figures::said(figures.asked),
        within_2_minutes: Figures::said(figures.soon),
        within_10_minutes: Figures::said(figures.ten),
        unanswered: Figures::said(figures.unanswered),
        listeners: load.map(|load| load.listeners),
        median: load.map(|load| load.median),
        most: load.map(|load| load.most),
    }))
}

/// How long people waited for a first answer, in numbers that belong to nobody.
#[utoipa::path(get, path = "/api/v1/host/answers", tag = "host",
    responses((status = 200, body = AnswerFiguresJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson)))]
pub async fn get_answer_figures(app: Data<App>, viewer: Viewer) -> Answer {
    let figures = seen(&app, viewer).await?.answers;
    Ok(HttpResponse::Ok().json(AnswerFiguresJson {
        posts: Figures::said(figures.posts),
        unanswered_after_2_hours: Figures::said(figures.waited_two),
        unanswered_after_12_hours: Figures::said(figures.waited_twelve),
        first_posts: Figures::said(figures.firsts),
        first_posts_answered_within_1_hour: Figures::said(figures.firsts_soon),
    }))
}

async fn seen(app: &App, viewer: Viewer) -> Result<Sums, Error> {
    let now = app.clock().now();
    app.read(move |db| {
        policy::may_in_community(&viewer, Action::SeeHealth)?;
        sums(db, now)
    })
    .await
}

/// Tries again what was given up.
#[utoipa::path(post, path = "/api/v1/host/jobs/retry", tag = "host",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson)))]
pub async fn retry_jobs(app: Data<App>, viewer: Viewer) -> Answer {
    app.write(move |tx| {
        policy::may_in_community(&viewer, Action::SeeHealth)?;
        jobs::put_back(tx).map(drop)
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
