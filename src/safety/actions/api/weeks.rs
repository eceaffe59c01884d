//! What was done, for programs: numbers alone.

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::{Answer, Doors, Who};
use crate::safety::actions::views;

/// The door of what was done.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/what-we-did", Who::Visitor, get_what_we_did);
}

/// One week that is over.
#[derive(Debug, Serialize, ToSchema)]
pub struct WeekJson {
    /// Its Monday.
    monday: String,
    /// What, and how often; null: fewer than can be told.
    counts: std::collections::BTreeMap<&'static str, Option<i64>>,
}

/// What was decided, by kind and week.
#[derive(Debug, Serialize, ToSchema)]
pub struct WeeksJson {
    /// The latest first.
    rows: Vec<WeekJson>,
    /// Always null.
    next: Option<String>,
}

/// What was decided in the weeks that are over, by kind, without names.
#[utoipa::path(get, path = "/api/v1/what-we-did", tag = "looking after",
    responses((status = 200, body = WeeksJson)))]
pub async fn get_what_we_did(app: Data<App>) -> Answer {
    let today = app.clock().now().day();
    let weeks = app.read(move |db| views::what_we_did(db, today)).await?;
    let rows = weeks.into_iter().map(|week| WeekJson {
        monday: week.monday.iso(),
        counts: week.rows.into_iter().map(|(verb, count)| (verb.code(), count)).collect(),
    });
    Ok(HttpResponse::Ok().json(WeeksJson { rows: rows.collect(), next: None }))
}
