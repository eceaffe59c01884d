//! What happened for a member, for programs.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use super::pages::{saw, saw_all};
use super::{Line, NoticeId};
use crate::app::App;
use crate::events::safety::There;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who};
use crate::notify::inbox;
use crate::support::buddies::Note;

/// The doors of news.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/news", Who::Member, list_news);
    doors.post("/api/v1/news/seen", Who::Member, see_news);
    doors.post("/api/v1/news/{id}/seen", Who::Member, see_notice);
}

/// One notice. Several like it about one thing are one.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeJson {
    /// Its id.
    id: String,
    /// `reply`, `reaction`, `let-in`, `asked`, `held`, `sent-back`, `let-through`, `role`, `turn-ends`, `turn-over`, `arrival`,
    /// `standing`, `concern`, `decision`, `there`, `company`, `with-you`, `care`, `follow-up`, `buddy`, `quiet`, `nudge`, `mail-over` or `note`.
    kind: &'static str,
    /// The line of a caring note: `thinking`, `here`, `glad`, `today` or `rest`; else null.
    note: Option<&'static str>,
    /// What was decided in a group of another community: `out` (words are out of sight), `locked`, `away` (one does not speak there for
    /// now), `back` (taken back) or `near` (one may speak again); else null.
    did: Option<&'static str>,
    /// Who did it last.
    from: Option<String>,
    /// Whether others did so too since it was last seen.
    is_several: bool,
    /// The public id of the thread it is about.
    thread: Option<String>,
    /// The short name of the group it is about.
    group: Option<String>,
    /// The page it leads to.
    page: String,
    /// The day it happened, in UTC.
    happened_on: String,
    /// Whether it was seen.
    is_seen: bool,
}

/// A page of notices.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticesJson {
    /// The notices, newest first.
    rows: Vec<NoticeJson>,
    /// Pass this as `before` to go on; null at the end.
    next: Option<String>,
}

impl NoticeJson {
    fn of(line: Line) -> Self {
        Self {
            id: line.id.to_string(),
            kind: line.kind.code(),
            note: line.note.map(Note::code),
            did: line.did.map(There::code),
            from: line.from.map(|from| from.name),
            is_several: line.is_several,
            thread: line.thread.map(|thread| thread.public_id.to_string()),
            group: line.group.map(|group| group.name),
            page: line.url,
            happened_on: line.on.iso(),
            is_seen: line.is_seen,
        }
    }
}

/// What happened for oneself, newest first.
#[utoipa::path(get, path = "/api/v1/news", tag = "news", params(("before" = Option<String>, Query, description = "The `next` of the page before")),
    responses((status = 200, body = NoticesJson), (status = 401, body = ProblemJson)))]
pub async fn list_news(app: Data<App>, member: Member, request: HttpRequest) -> Answer {
    let (viewer, before) = (member.viewer(), Fields::asked(&request).one("before").parse().ok());
    let marks = inbox::marks(&app, &viewer);
    let muted = member.muted.clone();
    let (page, _) = app.read(move |db| inbox::lines(db, &viewer, before, (&marks, &muted))).await?;
    Ok(HttpResponse::Ok().json(NoticesJson {
        rows: page.rows.into_iter().map(NoticeJson::of).collect(),
        next: page.next.map(|key| key.to_string()),
    }))
}

/// Marks every notice as seen.
#[utoipa::path(post, path = "/api/v1/news/seen", tag = "news",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn see_news(app: Data<App>, member: Member) -> Answer {
    let viewer = member.viewer();
    saw_all(&app, viewer).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Marks one notice as seen.
#[utoipa::path(post, path = "/api/v1/news/{id}/seen", tag = "news", params(("id" = String, Path)),
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn see_notice(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    let (viewer, id) = (member.viewer(), NoticeId::read(&id)?);
    saw(&app, viewer, id).await?;
    Ok(HttpResponse::NoContent().finish())
}
