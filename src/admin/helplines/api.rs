//! Helplines for programs: anybody may read them, hosts keep them.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Draft, Helpline, draft};
use crate::admin::helplines;
use crate::admin::settings::forms::Wrong;
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::{Answer, Doors, Fields, Who};
use crate::kernel::{Day, Error};
use crate::policy::{self, Action, Viewer};

/// The doors of helplines for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/host/helplines", Who::Visitor, list_helplines);
    doors.post("/api/v1/host/helplines", Who::Host, create_helpline);
    doors.put("/api/v1/host/helplines/{id}", Who::Host, update_helpline);
    doors.delete("/api/v1/host/helplines/{id}", Who::Host, delete_helpline);
    doors.post("/api/v1/host/helplines/{id}/check", Who::Host, check_helpline);
    doors.post("/api/v1/host/helplines/{id}/up", Who::Host, raise_helpline);
}

/// A number to call.
#[derive(Debug, Serialize, ToSchema)]
pub struct HelplineJson {
    /// Its id.
    id: i64,
    /// Two letters of ISO 3166-1.
    country: String,
    /// Who answers.
    name: String,
    /// As dialled, or a web address.
    number: String,
    /// `emergency`, `call`, `text`, `web`
    kind: &'static str,
    /// When somebody answers.
    hours: String,
    /// One line more.
    note: String,
    /// The day somebody last tried it.
    checked_on: Option<String>,
}

impl HelplineJson {
    fn of(line: Helpline) -> Self {
        Self {
            id: line.id,
            country: line.country,
            name: line.name,
            number: line.number,
            kind: line.kind.code(),
            hours: line.hours,
            note: line.note,
            checked_on: line.checked_on.map(Day::iso),
        }
    }
}

/// Every number.
#[derive(Debug, Serialize, ToSchema)]
pub struct HelplinesJson {
    /// Country by country, in the host's order.
    rows: Vec<HelplineJson>,
    /// There is one page.
    next: Option<String>,
}

/// What to say of a number.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct HelplineDraftJson {
    /// Two letters of ISO 3166-1.
    country: String,
    /// Who answers.
    name: String,
    /// As dialled, or a web address.
    number: String,
    /// `emergency`, `call`, `text`, `web`
    kind: String,
    /// When somebody answers.
    hours: String,
    /// One line more.
    note: String,
}

impl HelplineDraftJson {
    fn parse(self) -> Result<Draft, Error> {
        let fields: Fields = [
            ("country", self.country),
            ("name", self.name),
            ("number", self.number),
            ("kind", self.kind),
            ("hours", self.hours),
            ("note", self.note),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
        draft(&fields).map_err(Wrong::error)
    }
}

/// Every number. Reading them takes no right: they stand on `/support/helplines`.
#[utoipa::path(get, path = "/api/v1/host/helplines", tag = "host",
    responses((status = 200, body = HelplinesJson)))]
pub async fn list_helplines(app: Data<App>) -> Answer {
    let rows = app.read(helplines::every).await?.into_iter().map(HelplineJson::of).collect();
    Ok(HttpResponse::Ok().json(HelplinesJson { rows, next: None }))
}

/// Adds a number.
#[utoipa::path(post, path = "/api/v1/host/helplines", tag = "host", request_body = HelplineDraftJson,
    responses((status = 201, body = HelplineJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn create_helpline(app: Data<App>, viewer: Viewer, sent: Json<HelplineDraftJson>) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let draft = sent.into_inner().parse()?;
    let line = app.write(move |tx| helplines::add(tx, &viewer, &draft)).await?;
    app.forget_house();
    Ok(HttpResponse::Created().json(HelplineJson::of(line)))
}

/// Changes a number.
#[utoipa::path(put, path = "/api/v1/host/helplines/{id}", tag = "host", request_body = HelplineDraftJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn update_helpline(
    app: Data<App>,
    viewer: Viewer,
    id: Path<i64>,
    sent: Json<HelplineDraftJson>,
) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let (id, draft) = (id.into_inner(), sent.into_inner().parse()?);
    app.write(move |tx| helplines::change(tx, &viewer, id, &draft)).await?;
    Ok(nothing(&app))
}

/// Takes a number away.
#[utoipa::path(delete, path = "/api/v1/host/helplines/{id}", tag = "host",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn delete_helpline(app: Data<App>, viewer: Viewer, id: Path<i64>) -> Answer {
    let id = id.into_inner();
    app.write(move |tx| helplines::remove(tx, &viewer, id)).await?;
    Ok(nothing(&app))
}

/// Notes that somebody tried this number today.
#[utoipa::path(post, path = "/api/v1/host/helplines/{id}/check", tag = "host",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn check_helpline(app: Data<App>, viewer: Viewer, id: Path<i64>) -> Answer {
    let id = id.into_inner();
    app.write(move |tx| helplines::check(tx, &viewer, id)).await?;
    Ok(nothing(&app))
}

/// Moves a number up by one.
#[utoipa::path(post, path = "/api/v1/host/helplines/{id}/up", tag = "host",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn raise_helpline(app: Data<App>, viewer: Viewer, id: Path<i64>) -> Answer {
    let id = id.into_inner();
    app.write(move |tx| helplines::move_up(tx, &viewer, id)).await?;
    Ok(nothing(&app))
}

fn nothing(app: &App) -> HttpResponse {
    app.forget_house();
    HttpResponse::NoContent().finish()
}
