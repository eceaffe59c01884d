//! The host's list of phrases, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::pages::may;
use super::{Lines, List, Refusal, store};
use crate::app::App;
use crate::forum::lookout;
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::Error;

/// The doors of the list.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/host/phrases", Who::Host, get_phrases);
    doors.put("/api/v1/host/phrases", Who::Host, keep_phrases);
}

/// What programs do in place of the page that offers help: they are told so once, and show it. Nobody else is told.
///
/// # Errors
/// `help-first`, where words meet the list and no help was shown yet.
pub async fn help_first(app: &App, is_helped: bool, words: String) -> Result<(), Error> {
    if !is_helped && app.read(move |db| Ok(store::list(db)?.meets(&words))).await? {
        return Err(Refusal::HelpFirst.into());
    }
    Ok(())
}

/// Phrases after which help is offered before words are posted.
#[derive(Debug, Serialize, ToSchema)]
pub struct PhrasesJson {
    /// What comes with the server.
    ours: Vec<&'static str>,
    /// What the host added.
    added: Vec<String>,
    /// What the host left out of what comes with the server.
    dropped: Vec<String>,
}

/// A host's own list, all of it.
#[derive(Debug, Deserialize, ToSchema)]
pub struct KeepPhrasesJson {
    /// Lines of their own: up to 200, of up to 80 letters.
    #[serde(default)]
    added: Vec<String>,
    /// Lines of the server to leave out.
    #[serde(default)]
    dropped: Vec<String>,
}

/// The list as it stands.
#[utoipa::path(get, path = "/api/v1/host/phrases", tag = "host",
    responses((status = 200, body = PhrasesJson), (status = 403, body = ProblemJson)))]
pub async fn get_phrases(app: Data<App>, member: Member) -> Answer {
    may(&member.viewer())?;
    let List { added, dropped } = app.read(store::list).await?;
    Ok(HttpResponse::Ok().json(PhrasesJson { ours: List::ours().collect(), added, dropped }))
}

/// Keeps a host's own lines, and those of the server that they leave out.
#[utoipa::path(put, path = "/api/v1/host/phrases", tag = "host", request_body = KeepPhrasesJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn keep_phrases(app: Data<App>, member: Member, sent: Json<KeepPhrasesJson>) -> Answer {
    let viewer = member.viewer();
    may(&viewer)?;
    let lines = |lines: &[String], field| Lines::parse(&lines.join("\n")).in_field(field);
    let (added, dropped) = (lines(&sent.added, "added")?, lines(&sent.dropped, "dropped")?);
    app.write(move |tx| lookout::keep(tx, &viewer, (&added, &dropped))).await?;
    Ok(HttpResponse::NoContent().finish())
}
