//! Telling of something, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::pages::{goes_on, send, teller};
use super::{About, Reason, Refusal, Telling, Told, Words};
use crate::app::App;
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::{Error, PublicId};
use crate::recovery::chips::ChipId;
use crate::recovery::circle::{Of, Part};
use crate::safety::reports;

/// The doors of concerns.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/concerns", Who::Member, list_concerns);
    doors.post("/api/v1/concerns", Who::Member, tell_concern);
}

/// Something to tell. Name a thread, a thread and a reply, a person, a person and what they said in the daily circle, a chip you
/// were given, or a group.
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
#[derive(Debug, Deserialize, ToSchema)]
pub struct TellJson {
    /// The thread's id.
    thread: Option<String>,
    /// The reply's id, with the thread's.
    reply: Option<String>,
    /// A name.
    person: Option<String>,
    /// The id of a chip: whoever gave it.
    chip: Option<String>,
    /// `line` or `greeting`, with the person: what they said in the daily circle.
    circle: Option<String>,
    /// Whether in the circle of the day before.
    #[serde(default)]
    is_yesterday: bool,
    /// A group's short name.
    group: Option<String>,
    /// `danger`, `worried`, `outing`, `solicitation`, `advances`, `affiliation`, `sourcing`, `cruel`, `advice`, `spam` or `other`.
    reason: String,
    /// In your words; may be empty.
    #[serde(default)]
    words: String,
    /// Whether the community that keeps it is told too, where that is another; never by whom.
    #[serde(default)]
    elsewhere: bool,
    /// Whether it is told your words, too.
    #[serde(default)]
    elsewhere_words: bool,
    /// Whether the words are folded from now on, for you alone: a thread's or a reply's.
    #[serde(default)]
    folds: bool,
    /// Whether the words of the chip, or what was said in the circle, go along, for those who look.
    #[serde(default)]
    quotes: bool,
}

/// What somebody told.
#[derive(Debug, Serialize, ToSchema)]
pub struct ToldJson {
    /// `thread`, `reply`, `person` or `group`.
    about: &'static str,
    /// Why.
    reason: &'static str,
    /// Empty: it waits; `fine`: it stays as it is; `acted`: something was done.
    outcome: &'static str,
    /// The day it was decided, or null.
    decided_on: Option<String>,
    /// Whether it waits and nobody can look at it for now: only whom it is about looks after the community.
    is_unread: bool,
    /// Whether somebody took it, or decided.
    is_seen: bool,
    /// Why it was decided so, if whoever decided shares that; or empty. Never who.
    why: String,
}

/// Everything somebody told.
#[derive(Debug, Serialize, ToSchema)]
pub struct ToldListJson {
    /// The latest first.
    rows: Vec<ToldJson>,
    /// Always null.
    next: Option<String>,
}

impl ToldJson {
    fn of(told: &Told) -> Self {
        Self {
            about: told.about_key().trim_start_matches("concern-about-"),
            reason: told.reason.code(),
            outcome: told.concern.outcome.code(),
            decided_on: told.concern.decided_on.map(crate::kernel::Day::iso),
            is_unread: told.is_unread,
            is_seen: told.concern.seen_on.is_some(),
            why: told.concern.why.clone(),
        }
    }
}

/// What one told, and what came of it.
#[utoipa::path(get, path = "/api/v1/concerns", tag = "concerns",
    responses((status = 200, body = ToldListJson), (status = 401, body = ProblemJson)))]
pub async fn list_concerns(app: Data<App>, member: Member) -> Answer {
    let teller = teller(&app, &member);
    let told = app.read(move |db| reports::own(db, &teller)).await?;
    Ok(HttpResponse::Ok().json(ToldListJson { rows: told.iter().map(ToldJson::of).collect(), next: None }))
}

/// Tells those who look after things about a post, a person or a group.
#[utoipa::path(post, path = "/api/v1/concerns", tag = "concerns", request_body = TellJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson), (status = 429, body = ProblemJson)))]
pub async fn tell_concern(app: Data<App>, member: Member, sent: Json<TellJson>) -> Answer {
    let sent = sent.into_inner();
    let words = Words::parse(&sent.words).in_field("words")?;
    let reason = Reason::parse(&sent.reason).ok_or(Refusal::ReasonMissing)?;
    let (goes_on, folds) = (goes_on(sent.elsewhere, sent.elsewhere_words), sent.folds);
    let (quotes, about) = (sent.quotes, about(sent)?);
    send(&app, &member, about, Telling { reason, words, goes_on, folds, quotes }).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn about(sent: TellJson) -> Result<About, Error> {
    let parse = |id: String| PublicId::parse(&id).ok_or(Error::Absent);
    if let Some(part) = sent.circle {
        let part = Part::parse(&part).ok_or(Error::Absent)?;
        return match (sent.thread, sent.reply, sent.person, sent.group, sent.chip) {
            (None, None, Some(name), None, None) => {
                Ok(About::Circle(Of { part, name, is_yesterday: sent.is_yesterday }))
            }
            _ => Err(Error::Absent),
        };
    }
    match (sent.thread, sent.reply, sent.person, sent.group, sent.chip) {
        (Some(thread), None, None, None, None) => Ok(About::Thread(parse(thread)?)),
        (Some(thread), Some(reply), None, None, None) => Ok(About::Reply(parse(thread)?, parse(reply)?)),
        (None, None, Some(name), None, None) => Ok(About::Person(name)),
        (None, None, None, Some(name), None) => Ok(About::Group(name)),
        (None, None, None, None, Some(id)) => Ok(About::Chip(ChipId::read(&id)?)),
        _ => Err(Error::Absent),
    }
}
