//! `/healthz` and `/readyz` for machines, `/host` for people.

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::Serialize;

use super::{Health, Sums, Todo, look, sums};
use crate::admin::setup::{self, Step};
use crate::app::App;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::jobs;
use crate::kernel::Error;
use crate::page;
use crate::policy::{self, Action, Viewer};
use crate::support::oncall::Figures;
use crate::ui::{self, Shell};

/// The doors of health.
pub fn doors(doors: &mut Doors) {
    doors.get("/healthz", Who::Visitor, alive);
    doors.get("/readyz", Who::Visitor, ready);
    doors.get("/host", Who::Host, index);
    doors.post("/host/retry", Who::Host, retry);
}

page! { "admin/health/index.html",
    /// How the server is, in words, and what to do next.
    pub struct Index {
        health: Health,
        todo: Vec<Todo>,
        step: Option<Step>,
        sums: Sums,
    }
}

impl Index {
    /// How long somebody has waited for a first reply, in whole days.
    #[must_use]
    pub fn waiting_days(&self) -> i64 {
        self.health.waiting_since.map_or(0, |since| self.health.now.day().0 - since.0)
    }

    /// How late the queue is, in whole minutes.
    #[must_use]
    pub fn queue_minutes(&self) -> i64 {
        self.health.queue_age_s() / 60
    }

    /// A number in words: tens, and nothing of what is below.
    #[must_use]
    pub fn said(&self, number: &i64) -> String {
        match Figures::said(*number) {
            Some(number) => self.ui.t1("company-some", "n", number),
            None => self.ui.t("company-few").into_owned(),
        }
    }

    /// Free gibibytes, whole.
    #[must_use]
    pub fn free_gib(&self) -> u64 {
        self.health.space.map_or(0, |space| space.free_mib() / 1_024)
    }
}

#[derive(Serialize)]
struct Alive {
    alive: bool,
    version: &'static str,
}

/// What `/readyz` says: `reasons` is empty when everything is well.
#[derive(Serialize)]
struct Readiness {
    #[serde(rename = "ready")]
    is_well: bool,
    queue_age_s: i64,
    reasons: Vec<&'static str>,
}

/// `GET /healthz`
pub async fn alive() -> Answer {
    Ok(HttpResponse::Ok().json(Alive { alive: true, version: env!("CARGO_PKG_VERSION") }))
}

/// `GET /readyz`: 503 with reasons when requests had better go elsewhere, or a host look.
pub async fn ready(app: Data<App>) -> Answer {
    let now = app.clock().now();
    let (disk, ring) = (app.disk().clone(), app.keys().clone());
    let database = app.probe().await.is_ok();
    let health = app.read(move |db| look(db, &Viewer::House, &disk, &ring, now)).await.ok();
    let queue_age_s = health.as_ref().map_or(0, Health::queue_age_s);
    let queue = health.as_ref().is_some_and(|health| !health.is_queue_late());
    let disk = app.disk().refuse_if_full().is_ok();
    let said = [(database, "database"), (queue, "queue"), (disk, "disk")];
    let reasons: Vec<_> = said.into_iter().filter(|(is_well, _)| !is_well).map(|(_, why)| why).collect();
    let is_ready = reasons.is_empty();
    let mut answer = if is_ready { HttpResponse::Ok() } else { HttpResponse::ServiceUnavailable() };
    Ok(answer.json(Readiness { is_well: is_ready, queue_age_s, reasons }))
}

/// `GET /host`
pub async fn index(app: Data<App>, viewer: Viewer, ui: Shell) -> Answer {
    let (now, disk, ring) = (app.clock().now(), app.disk().clone(), app.keys().clone());
    let (health, step, sums) = app
        .read(move |db| {
            let health = look(db, &viewer, &disk, &ring, now)?;
            Ok((health, setup::step(db)?, sums(db, now)?))
        })
        .await?;
    let step = if health.is_open { None } else { Some(step) };
    let (ui, todo) = (ui.at(ui::Door::You), health.todo());
    ui::answer(&Index { ui, health, todo, step, sums })
}

/// `POST /host/retry`: what was given up is tried again.
pub async fn retry(app: Data<App>, viewer: Viewer, _fields: Fields) -> Answer {
    app.write(move |tx| {
        policy::may_in_community(&viewer, Action::SeeHealth)?;
        jobs::put_back(tx).map(drop)
    })
    .await?;
    Ok::<_, Error>(see_other("/host"))
}
