//! Who came lately and who is limited, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{Limited, New, Onward, Place, let_back, people};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::Day;

/// The doors of people. Before that of cases, so that it is none.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/look/people", Who::Keeper, list_looked_after);
    doors.post("/api/v1/look/people/back", Who::Keeper, let_person_back);
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
    /// Whether `POST /api/v1/look/people/back` ends it; if not, a host does, where accounts are.
    may_return: bool,
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
        let limited = |one: Limited| LimitedJson {
            name: one.name,
            until: one.until.map(Day::iso),
            may_return: one.may_return,
        };
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

/// Who is let back.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LetBackJson {
    /// The group's short name; nothing: somebody of another community, who is let near again.
    #[serde(default)]
    group: Option<String>,
    /// The name.
    name: String,
}

/// Lets somebody back into a group they were put out of, or somebody of another community near again. Whoever is in stays so.
#[utoipa::path(post, path = "/api/v1/look/people/back", tag = "looking after", request_body = LetBackJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn let_person_back(app: Data<App>, member: Member, sent: Json<LetBackJson>) -> Answer {
    let (viewer, sent) = (member.viewer(), sent.into_inner());
    app.write(move |tx| let_back(tx, &viewer, (sent.group.as_deref(), &sent.name))).await?;
    Ok(HttpResponse::NoContent().finish())
}
