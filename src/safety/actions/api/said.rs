//! All that a writer said in a group, for programs that decide about it.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::safety::actions::pages::door;

/// The door of all that somebody said.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/look/{case}/all", Who::Keeper, list_all_said);
}

/// Something the writer said in the group.
#[derive(Debug, Serialize, ToSchema)]
pub struct SaidJson {
    /// Whether it is a reply.
    is_reply: bool,
    /// The thread's title.
    title: String,
    /// The words, as written.
    body: String,
    /// The day they were said.
    said_on: String,
}

/// All of it that stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct AllSaidJson {
    /// Threads, then replies, the newest first.
    rows: Vec<SaidJson>,
    /// Always null.
    next: Option<String>,
}

/// What stands of the writer in the group: what `remove-all` would put out of sight. Of somebody, whatever they said, what
/// stands anywhere you may read: what `remove-all-here` would.
#[utoipa::path(get, path = "/api/v1/look/{case}/all", tag = "looking after", params(("case" = String, Path)),
    responses((status = 200, body = AllSaidJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_all_said(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    let (_, said) = door::all_said(&app, &member, door::case_id(&id)?).await?;
    let rows = said.into_iter().map(|said| SaidJson {
        is_reply: said.reply.is_some(),
        title: said.title,
        body: said.body,
        said_on: said.on.iso(),
    });
    Ok(HttpResponse::Ok().json(AllSaidJson { rows: rows.collect(), next: None }))
}
