//! A person, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::forum::authors;
use crate::http::problem::ProblemJson;
use crate::http::{Answer, Doors, Who};
use crate::identity::affiliations::LabelJson;
use crate::policy::Viewer;

/// The doors of people.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/people/{name}", Who::Visitor, get_person);
}

/// What others may see of a member.
#[derive(Serialize, ToSchema)]
pub struct PersonJson {
    name: String,
    /// Markdown.
    about: String,
    /// Whom they work for, if they are paid in this field; or null.
    affiliation: Option<LabelJson>,
    /// The public ids of the newest threads that may be read.
    threads: Vec<String>,
}

/// A person. Nobody, somebody who is gone, and somebody who shares nothing with visitors are one answer.
#[utoipa::path(get, path = "/api/v1/people/{name}", tag = "people",
    responses((status = 200, body = PersonJson), (status = 404, body = ProblemJson)))]
pub async fn get_person(app: Data<App>, viewer: Viewer, name: Path<String>) -> Answer {
    let name = name.into_inner();
    let (profile, written) = app.read(move |db| authors::find(db, &viewer, &name)).await?;
    let threads = written.into_iter().map(|thread| thread.public_id.to_string()).collect();
    let affiliation = LabelJson::of(profile.label);
    Ok(HttpResponse::Ok().json(PersonJson { name: profile.name, about: profile.about, affiliation, threads }))
}
