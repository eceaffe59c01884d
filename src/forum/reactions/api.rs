//! Kind words for programs: amounts are words here too.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Counts, Post, Reaction, Refusal, Standings};
use crate::app::App;
use crate::forum::{reactions, voices};
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::{Error, PublicId};

/// The doors of reactions.
pub fn doors(doors: &mut Doors) {
    doors.put("/api/v1/threads/{id}/reaction", Who::Member, put_reaction);
    doors.delete("/api/v1/threads/{id}/reaction", Who::Member, take_back_reaction);
    doors.get("/api/v1/threads/{id}/reactions", Who::Member, list_reactions);
    doors.put("/api/v1/threads/{id}/replies/{reply}/reaction", Who::Member, put_reply_reaction);
    doors.delete("/api/v1/threads/{id}/replies/{reply}/reaction", Who::Member, take_back_reply_reaction);
    doors.get("/api/v1/threads/{id}/replies/{reply}/reactions", Who::Member, list_reply_reactions);
}

/// How many put each word: `nobody`, `someone`, `a-few`, `several`, `many`.
#[derive(Debug, Serialize, ToSchema)]
pub struct AmountsJson {
    /// With you.
    with: &'static str,
    /// Same here.
    same: &'static str,
    /// Proud of you.
    proud: &'static str,
    /// Thank you.
    thanks: &'static str,
}

impl AmountsJson {
    /// The amounts of these counts.
    #[must_use]
    pub fn of(counts: &Counts) -> Self {
        let amount = |word| counts.amount(word).code();
        Self {
            with: amount(Reaction::With),
            same: amount(Reaction::Same),
            proud: amount(Reaction::Proud),
            thanks: amount(Reaction::Thanks),
        }
    }
}

/// What stands under a post now.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandingsJson {
    /// Your own word, or null.
    mine: Option<&'static str>,
    /// How many, in words.
    amounts: AmountsJson,
}

impl StandingsJson {
    fn of(standings: Standings) -> Self {
        Self { mine: standings.mine.map(Reaction::code), amounts: AmountsJson::of(&standings.counts) }
    }
}

/// A word to put.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReactionJson {
    /// `with`, `same`, `proud` or `thanks`.
    word: String,
}

/// Who put a word.
#[derive(Debug, Serialize, ToSchema)]
pub struct GiverJson {
    /// Their name.
    name: String,
    /// Their word.
    word: &'static str,
}

/// Everybody who put a word, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct GiversJson {
    /// The newest first.
    rows: Vec<GiverJson>,
    /// Always null: there are no further pages.
    next: Option<String>,
}

/// Puts a kind word under a thread, in place of the one before.
#[utoipa::path(put, path = "/api/v1/threads/{id}/reaction", tag = "reactions", request_body = ReactionJson,
    responses((status = 200, body = StandingsJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn put_reaction(
    app: Data<App>,
    member: Member,
    id: Path<String>,
    sent: Json<ReactionJson>,
) -> Answer {
    put(&app, &member, thread_of(&id)?, &sent).await
}

/// Takes the word under a thread back.
#[utoipa::path(delete, path = "/api/v1/threads/{id}/reaction", tag = "reactions",
    responses((status = 200, body = StandingsJson), (status = 404, body = ProblemJson)))]
pub async fn take_back_reaction(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    take_back(&app, &member, thread_of(&id)?).await
}

/// Who put which word under your thread; yours alone to see.
#[utoipa::path(get, path = "/api/v1/threads/{id}/reactions", tag = "reactions",
    responses((status = 200, body = GiversJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_reactions(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    list(&app, &member, thread_of(&id)?).await
}

/// Puts a kind word under a reply, in place of the one before.
#[utoipa::path(put, path = "/api/v1/threads/{id}/replies/{reply}/reaction", tag = "reactions", request_body = ReactionJson,
    responses((status = 200, body = StandingsJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn put_reply_reaction(
    app: Data<App>,
    member: Member,
    ids: Path<(String, String)>,
    sent: Json<ReactionJson>,
) -> Answer {
    put(&app, &member, reply_of(&ids)?, &sent).await
}

/// Takes the word under a reply back.
#[utoipa::path(delete, path = "/api/v1/threads/{id}/replies/{reply}/reaction", tag = "reactions",
    responses((status = 200, body = StandingsJson), (status = 404, body = ProblemJson)))]
pub async fn take_back_reply_reaction(app: Data<App>, member: Member, ids: Path<(String, String)>) -> Answer {
    take_back(&app, &member, reply_of(&ids)?).await
}

/// Who put which word under your reply; yours alone to see.
#[utoipa::path(get, path = "/api/v1/threads/{id}/replies/{reply}/reactions", tag = "reactions",
    responses((status = 200, body = GiversJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_reply_reactions(app: Data<App>, member: Member, ids: Path<(String, String)>) -> Answer {
    list(&app, &member, reply_of(&ids)?).await
}

async fn put(app: &App, member: &Member, post: Post, sent: &ReactionJson) -> Answer {
    let word = Reaction::parse(&sent.word).ok_or(Refusal::Unknown)?;
    let viewer = member.viewer();
    let standings = app.write(move |tx| reactions::put(tx, &viewer, &post, word)).await?;
    Ok(HttpResponse::Ok().json(StandingsJson::of(standings)))
}

async fn take_back(app: &App, member: &Member, post: Post) -> Answer {
    let viewer = member.viewer();
    let standings = app.write(move |tx| reactions::take_back(tx, &viewer, &post)).await?;
    Ok(HttpResponse::Ok().json(StandingsJson::of(standings)))
}

async fn list(app: &App, member: &Member, post: Post) -> Answer {
    let (viewer, hand) = (member.viewer(), voices::hand(app, member));
    let givers = app.read(move |db| reactions::givers(db, &viewer, &hand, &post)).await?;
    let rows =
        givers.into_iter().map(|(author, word)| GiverJson { name: author.name, word: word.code() }).collect();
    Ok(HttpResponse::Ok().json(GiversJson { rows, next: None }))
}

fn thread_of(id: &str) -> Result<Post, Error> {
    Ok(Post { thread: PublicId::parse(id).ok_or(Error::Absent)?, reply: None })
}

fn reply_of(ids: &(String, String)) -> Result<Post, Error> {
    let reply = PublicId::parse(&ids.1).ok_or(Error::Absent)?;
    Ok(Post { reply: Some(reply), ..thread_of(&ids.0)? })
}
