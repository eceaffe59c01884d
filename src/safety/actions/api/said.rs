//! All that a writer said in a group or anywhere, for programs that decide about it.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::app::App;
use crate::forum::authors;
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
    /// Whether more stands: the newest are listed, and what is older goes with them.
    is_part: bool,
    /// How much more waits for a look, and goes, too.
    waiting: usize,
    /// Always null.
    next: Option<String>,
}

/// What is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AllSaidQuery {
    /// `everywhere`: what stands anywhere you may read, and not in the group of the case alone.
    reach: Option<String>,
}

/// What stands of the writer in the group: what `remove-all` would put out of sight. Of somebody, whatever they said, and
/// where `reach` says so, what stands anywhere you may read: what `remove-all-here` would.
#[utoipa::path(get, path = "/api/v1/look/{case}/all", tag = "looking after", params(("case" = String, Path), AllSaidQuery),
    responses((status = 200, body = AllSaidJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_all_said(
    app: Data<App>,
    member: Member,
    id: Path<String>,
    query: Query<AllSaidQuery>,
) -> Answer {
    let everywhere = query.reach.as_deref() == Some("everywhere");
    let whole = door::all_said(&app, &member, (door::case_id(&id)?, everywhere)).await?;
    let (is_part, waiting) = (authors::is_part(&whole.said), whole.waiting);
    let rows = whole.said.into_iter().map(|said| SaidJson {
        is_reply: said.reply.is_some(),
        title: said.title,
        body: said.body,
        said_on: said.on.iso(),
    });
    Ok(HttpResponse::Ok().json(AllSaidJson { rows: rows.collect(), is_part, waiting, next: None }))
}
