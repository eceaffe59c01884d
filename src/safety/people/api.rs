//! Who came lately and who is limited, for programs.

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::Serialize;
use utoipa::ToSchema;

use super::people;
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::Day;

/// The door of people. Before that of cases, so that it is none.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/look/people", Who::Keeper, list_looked_after);
}

/// A name that came lately.
#[derive(Debug, Serialize, ToSchema)]
pub struct CameJson {
    /// The name.
    name: String,
    /// The Monday of the week they came: no finer time is kept.
    week: String,
}

/// A name that is limited.
#[derive(Debug, Serialize, ToSchema)]
pub struct LimitedJson {
    /// The name.
    name: String,
    /// The day it ends by itself; null: somebody ends it.
    until: Option<String>,
}

/// A group that one looks after, or the whole community.
#[derive(Debug, Serialize, ToSchema)]
pub struct LookedAfterJson {
    /// The group's short name; null: the whole community.
    group: Option<String>,
    /// Who came this week or the one before, by name. Never an alias.
    new: Vec<CameJson>,
    /// Who is paused or out, by name.
    limited: Vec<LimitedJson>,
}

/// Every place that one looks after.
#[derive(Debug, Serialize, ToSchema)]
pub struct LookedAfterListJson {
    /// The whole community first.
    rows: Vec<LookedAfterJson>,
    /// Always null.
    next: Option<String>,
}

/// Who came lately and who is limited, where one looks after things.
#[utoipa::path(get, path = "/api/v1/look/people", tag = "looking after",
    responses((status = 200, body = LookedAfterListJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson)))]
pub async fn list_looked_after(app: Data<App>, member: Member) -> Answer {
    let (viewer, today) = (member.viewer(), app.clock().now().day());
    let places = app.read(move |db| people(db, &viewer, today)).await?;
    let rows = places.into_iter().map(|place| LookedAfterJson {
        group: place.group.map(|(name, _)| name),
        new: place
            .new
            .into_iter()
            .map(|new| CameJson { name: new.name, week: new.week.monday().iso() })
            .collect(),
        limited: place
            .limited
            .into_iter()
            .map(|one| LimitedJson { name: one.name, until: one.until.map(Day::iso) })
            .collect(),
    });
    Ok(HttpResponse::Ok().json(LookedAfterListJson { rows: rows.collect(), next: None }))
}
