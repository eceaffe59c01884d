//! Sanctions on an alias, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::pages::{Asked, carry_out, read};
use super::{Sentence, Shown};
use crate::app::App;
use crate::db::Side;
use crate::forum::sanctions;
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};

/// The doors of sanctions.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/groups/{name}/aliases/{alias}", Who::Keeper, get_alias);
    doors.post("/api/v1/groups/{name}/aliases/{alias}", Who::Keeper, keep_alias);
}

/// An alias, for those who look after its group.
#[derive(Debug, Serialize, ToSchema)]
pub struct AliasJson {
    /// Its name.
    name: String,
    /// `live`, `muted`, `closed`, `retired`.
    state: &'static str,
    /// The day a pause ends, or null.
    until: Option<String>,
    /// The sentence that came with it.
    reason: String,
    /// What it answered, or null.
    words: Option<String>,
    /// What was answered to that; may be empty.
    answer: Option<String>,
    /// The day by which an answer was promised, or null: nothing waits.
    answer_by: Option<String>,
    /// Whether it waits for you: whoever decided does not answer, as long as somebody else looks after it.
    may_answer: bool,
}

impl AliasJson {
    fn of(shown: Shown) -> Self {
        let alias = shown.own.alias;
        let may_answer = shown.may_answer;
        let waiting = shown.appeal.as_ref().filter(|appeal| appeal.waits());
        let answer_by = waiting.map(|appeal| appeal.answer_by().iso());
        let (words, answer) = shown.appeal.map(|appeal| (appeal.words, appeal.answer)).unzip();
        Self {
            name: shown.own.name,
            state: alias.state.code(),
            until: alias.state_until.map(crate::kernel::Day::iso),
            reason: alias.reason,
            words,
            answer,
            answer_by,
            may_answer,
        }
    }
}

/// What is to be done about an alias.
#[derive(Debug, Deserialize, ToSchema)]
pub struct KeepAliasJson {
    /// `pause`, `close`, `close-person`, `lift`, `answer`.
    act: String,
    /// For a pause: 1 to 30.
    #[serde(default)]
    days: i64,
    /// For the person: 1 to 52.
    #[serde(default)]
    weeks: i64,
    /// For the person: whether the alias is closed at once.
    #[serde(default)]
    is_urgent: bool,
    /// A sentence for the alias.
    #[serde(default)]
    words: String,
}

/// An alias of a group.
#[utoipa::path(get, path = "/api/v1/groups/{name}/aliases/{alias}", tag = "aliases",
    responses((status = 200, body = AliasJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn get_alias(app: Data<App>, member: Member, ids: Path<(String, String)>) -> Answer {
    let (viewer, (name, alias)) = (member.viewer(), ids.into_inner());
    let (_, shown) = app.read(move |db| sanctions::look(db, &viewer, &name, &alias)).await?;
    Ok(HttpResponse::Ok().json(AliasJson::of(shown)))
}

/// Pauses an alias, closes it, closes the person's aliases in the group, lifts that, or answers it.
#[utoipa::path(post, path = "/api/v1/groups/{name}/aliases/{alias}", tag = "aliases", request_body = KeepAliasJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn keep_alias(
    app: Data<App>,
    member: Member,
    ids: Path<(String, String)>,
    sent: Json<KeepAliasJson>,
) -> Answer {
    let (viewer, (name, alias), sent) = (member.viewer(), ids.into_inner(), sent.into_inner());
    let (asks, at) = (viewer.clone(), (name.clone(), alias.clone()));
    let (_, shown) = app.read(move |db| sanctions::look(db, &asks, &at.0, &at.1)).await?;
    let typed = if sent.act == "lift" { "lifted" } else { &sent.words };
    let words = Sentence::parse(typed).in_field("words")?;
    if sent.act == "answer" {
        app.write_as(Side::Alias, move |tx| sanctions::answer(tx, &viewer, (&name, &alias), &words)).await?;
        return Ok(HttpResponse::NoContent().finish());
    }
    let (days, weeks) = (sent.days.to_string(), sent.weeks.to_string());
    let asked = Asked { act: &sent.act, days: &days, weeks: &weeks, is_urgent: sent.is_urgent };
    let act = read(&app, shown.own.alias.face, &asked).await?;
    carry_out(&app, viewer, (name, alias), (act, words)).await?;
    Ok(HttpResponse::NoContent().finish())
}
