//! Who came lately and who is limited, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{Limited, New, Onward, Place, people};
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
    /// Who came this week or the one before, by name, at most a hundred. Never an alias.
    new: Vec<CameJson>,
    /// The name after which that list goes on; null: these are all.
    new_next: Option<String>,
    /// Who is paused or out, by name, at most a hundred.
    limited: Vec<LimitedJson>,
    /// The name after which that list goes on; null: these are all.
    limited_next: Option<String>,
}

impl LookedAfterJson {
    fn of(place: Place) -> Self {
        let came = |new: New| CameJson { name: new.name, week: new.week.monday().iso() };
        let limited = |one: Limited| LimitedJson { name: one.name, until: one.until.map(Day::iso) };
        let (new, limit) = (place.new.unwrap_or_default(), place.limited.unwrap_or_default());
        let new_next = new.rows.last().filter(|_| new.has_more).map(|last| last.name.clone());
        let limited_next = limit.rows.last().filter(|_| limit.has_more).map(|last| last.name.clone());
        Self {
            group: place.group.map(|(name, _)| name),
            new: new.rows.into_iter().map(came).collect(),
            new_next,
            limited: limit.rows.into_iter().map(limited).collect(),
            limited_next,
        }
    }
}

/// How one list goes on. Nothing: the beginning of all.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct OnwardQuery {
    /// The list: `new` or `limited`.
    list: Option<String>,
    /// The group's short name; nothing: the whole community.
    group: Option<String>,
    /// The name after which it goes on.
    after: Option<String>,
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
#[utoipa::path(get, path = "/api/v1/look/people", tag = "looking after", params(OnwardQuery),
    responses((status = 200, body = LookedAfterListJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_looked_after(app: Data<App>, member: Member, asked: Query<OnwardQuery>) -> Answer {
    let (viewer, today) = (member.viewer(), app.clock().now().day());
    let onward = Onward::read(asked.group.as_deref(), asked.list.as_deref(), asked.after.as_deref());
    let places = app.read(move |db| people(db, &viewer, (today, onward.as_ref()))).await?;
    let rows = places.into_iter().map(LookedAfterJson::of);
    Ok(HttpResponse::Ok().json(LookedAfterListJson { rows: rows.collect(), next: None }))
}
