//! Members for programs of the host.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::forms::Verb;
use crate::admin::settings::forms::Wrong;
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::{Answer, Doors, Fields, Who};
use crate::identity::accounts::standing::{self, Resident};
use crate::identity::names;
use crate::kernel::Day;
use crate::policy::{self, Action, Viewer};

/// People a page.
const PAGE: i64 = 50;

/// The doors of people for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/host/people", Who::Host, list_residents);
    doors.post("/api/v1/host/people/{name}/standing", Who::Host, change_standing);
}

/// A member: a name, where they stand, weeks.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResidentJson {
    /// Their name.
    name: String,
    /// `member`, `keeper`, `host`
    rank: &'static str,
    /// `open`, `waiting`, `paused`, `closed`
    state: &'static str,
    /// The day a pause ends.
    until: Option<String>,
    /// Weeks since they came in.
    weeks: i64,
}

/// A part of the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct PeopleJson {
    /// In order of their names.
    rows: Vec<ResidentJson>,
    /// What `after` takes for the next part.
    next: Option<String>,
}

/// What of the list to give.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Part {
    /// Only names that begin so.
    #[serde(default)]
    begins: String,
    /// The name the part before ended with.
    after: Option<String>,
}

/// A change of standing.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct StandingJson {
    /// `let-in`, `turn-away`, `pause`, `close`, `reopen`, `appoint`
    verb: String,
    /// For `pause` and `close`: why. The member reads it.
    reason: String,
    /// For `pause`: the day it ends; nothing: until a host ends it.
    until: String,
    /// For `appoint`: `member`, `keeper`, `host`
    rank: String,
    /// For a keeper: `month`, `quarter`, `half`, `year` or `open`, from today. Nothing: half a year, or as it is for one who is a
    /// keeper already.
    turn: String,
}

/// Members, by name.
#[utoipa::path(get, path = "/api/v1/host/people", tag = "host", params(Part),
    responses((status = 200, body = PeopleJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson)))]
pub async fn list_residents(app: Data<App>, viewer: Viewer, part: Query<Part>) -> Answer {
    let Part { begins, after } = part.into_inner();
    let (begins, after) = (names::key(&begins), after.map(|name| names::key(&name)));
    let week = app.clock().now().week();
    let people = app
        .read(move |db| {
            let permit = policy::may_in_community(&viewer, Action::ManagePeople)?;
            standing::list(db, &permit, &begins, after.as_deref(), PAGE)
        })
        .await?;
    let is_full = i64::try_from(people.len()).is_ok_and(|count| count == PAGE);
    let next = people.last().filter(|_| is_full).map(|last| last.name.clone());
    let json = |person: Resident| ResidentJson {
        rank: person.rank.code(),
        state: person.state.code(),
        until: person.until.map(Day::iso),
        weeks: (week.0 - person.joined.0).max(0),
        name: person.name,
    };
    Ok(HttpResponse::Ok().json(PeopleJson { rows: people.into_iter().map(json).collect(), next }))
}

/// Lets in, turns away, pauses, closes, reopens, appoints.
#[utoipa::path(post, path = "/api/v1/host/people/{name}/standing", tag = "host", request_body = StandingJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn change_standing(
    app: Data<App>,
    viewer: Viewer,
    name: Path<String>,
    sent: Json<StandingJson>,
) -> Answer {
    policy::may_in_community(&viewer, Action::ManagePeople)?;
    let StandingJson { verb, reason, until, rank, turn } = sent.into_inner();
    let fields: Fields =
        [("verb", verb), ("reason", reason), ("until", until), ("rank", rank), ("turn", turn)]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
    let verb = Verb::parse(&fields).map_err(Wrong::error)?;
    let name = name.into_inner();
    app.write(move |tx| verb.act(tx, &viewer, &name)).await?;
    Ok(HttpResponse::NoContent().finish())
}
