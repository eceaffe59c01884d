//! One's own aliases, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::pages::{hand, shown};
use super::{Own, Words, commands};
use crate::app::App;
use crate::db::Side;
use crate::http::problem::{InField as _, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};

/// The doors of one's own aliases.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/me/aliases", Who::Member, list_aliases);
    doors.delete("/api/v1/me/aliases/{alias}", Who::Member, retire_alias);
    doors.post("/api/v1/me/aliases/{alias}/answer", Who::Member, answer_as_alias);
}

/// One of your aliases. Nobody else can ask for this.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnAliasJson {
    /// Its name.
    name: String,
    /// `live`, `muted`, `closed`, `retired`.
    state: &'static str,
    /// The sentence that came with that; may be empty.
    reason: String,
    /// Whether it is kept in its group, and not for one thread.
    is_kept: bool,
    /// `keep` or `delete`: what happens to its words when the tie ends.
    ending: &'static str,
    /// The day until which you can change its words.
    until: String,
    /// What you answered as it, or null.
    words: Option<String>,
    /// What came back; may be empty.
    answer: Option<String>,
    /// The day by which an answer was promised, or null: nothing waits.
    answer_by: Option<String>,
    /// Whether something was decided that you have not answered.
    may_answer: bool,
}

impl OwnAliasJson {
    fn of(own: Own) -> Self {
        let may_answer = own.may_answer();
        let waiting = own.appeal.as_ref().filter(|appeal| appeal.waits());
        let answer_by = waiting.map(|appeal| appeal.answer_by().iso());
        let (words, answer) = own.appeal.map(|appeal| (appeal.words, appeal.answer)).unzip();
        Self {
            words,
            answer,
            answer_by,
            may_answer,
            state: own.alias.state.code(),
            is_kept: own.alias.thread.is_none(),
            ending: own.alias.at_expiry.code(),
            until: own.alias.until().iso(),
            reason: own.alias.reason,
            name: own.name,
        }
    }
}

/// All of your aliases.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnAliasesJson {
    /// Those whose ties last longest first.
    rows: Vec<OwnAliasJson>,
    /// Always null: there are no further pages.
    next: Option<String>,
}

/// What an alias answers to a decision.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AliasAnswerJson {
    /// The words.
    words: String,
}

/// Your aliases.
#[utoipa::path(get, path = "/api/v1/me/aliases", tag = "aliases",
    responses((status = 200, body = OwnAliasesJson), (status = 401, body = ProblemJson)))]
pub async fn list_aliases(app: Data<App>, member: Member) -> Answer {
    let rows = shown(&app, &member).await?.into_iter().map(OwnAliasJson::of).collect();
    Ok(HttpResponse::Ok().json(OwnAliasesJson { rows, next: None }))
}

/// Is done with an alias.
#[utoipa::path(delete, path = "/api/v1/me/aliases/{alias}", tag = "aliases",
    responses((status = 204), (status = 404, body = ProblemJson)))]
pub async fn retire_alias(app: Data<App>, member: Member, alias: Path<String>) -> Answer {
    let hand = hand(&app, &member);
    app.write_as(Side::Alias, move |tx| commands::retire(tx, &hand, &alias)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Answers those who paused or closed an alias, as the alias.
#[utoipa::path(post, path = "/api/v1/me/aliases/{alias}/answer", tag = "aliases", request_body = AliasAnswerJson,
    responses((status = 204), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn answer_as_alias(
    app: Data<App>,
    member: Member,
    alias: Path<String>,
    sent: Json<AliasAnswerJson>,
) -> Answer {
    let (hand, words) = (hand(&app, &member), Words::parse(&sent.words).in_field("words")?);
    app.write_as(Side::Alias, move |tx| commands::appeal(tx, &hand, &alias, &words)).await?;
    Ok(HttpResponse::NoContent().finish())
}
