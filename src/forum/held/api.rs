//! Words that wait, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Decision, Own, Sentence, Waiting, Which};
use crate::app::App;
use crate::forum::held;
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::{Error, PublicId};

/// The doors of words that wait.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/groups/{name}/held", Who::Keeper, list_held);
    doors.post("/api/v1/groups/{name}/held", Who::Keeper, decide_held);
    doors.get("/api/v1/held", Who::Member, list_own_held);
    doors.post("/api/v1/held/withdraw", Who::Member, withdraw_held);
}

/// Words that wait.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldJson {
    /// The thread's id.
    thread: String,
    /// The reply's id, or null: the thread itself.
    reply: Option<String>,
    /// The thread's title.
    title: String,
    /// Markdown as written.
    body: String,
    /// The name or the alias.
    author: String,
    /// `look`, `first`, `new`, `links`, `all`, `words`, `pace`, `shares` or `guard`: why they wait.
    why: &'static str,
}

impl HeldJson {
    fn of(waiting: Waiting) -> Self {
        let (reply, body) = match waiting.reply {
            Some(reply) => (Some(reply.public_id.to_string()), reply.body),
            None => (None, waiting.thread.body),
        };
        Self {
            thread: waiting.thread.public_id.to_string(),
            title: waiting.thread.title,
            author: waiting.author.name,
            why: waiting.why.code(),
            reply,
            body,
        }
    }
}

/// Words that were sent back and are kept for a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct SentBackJson {
    /// The thread's id.
    thread: String,
    /// The reply's id, or null: the thread itself.
    reply: Option<String>,
    /// The name or the alias.
    author: String,
}

impl SentBackJson {
    fn of(back: Waiting) -> Self {
        Self {
            thread: back.thread.public_id.to_string(),
            reply: back.reply.map(|reply| reply.public_id.to_string()),
            author: back.author.name,
        }
    }
}

/// Everything that waits.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldListJson {
    /// The oldest first.
    rows: Vec<HeldJson>,
    /// What was sent back lately and can be had wait again: words of aliases and of people elsewhere, kept for a day.
    sent_back: Vec<SentBackJson>,
    /// Always null: the rest comes up as these are decided.
    next: Option<String>,
}

/// What becomes of words.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DecideHeldJson {
    /// The thread's id.
    thread: String,
    /// The reply's id; nothing: the thread itself.
    reply: Option<String>,
    /// Whether they may stand.
    lets_through: bool,
    /// Whether words that were sent back by a slip wait again: then nothing else is asked.
    #[serde(default)]
    waits_again: bool,
    /// Why not, for the writer.
    #[serde(default)]
    words: String,
}

/// Words of one's own that wait.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnHeldJson {
    /// The thread's id.
    thread: String,
    /// The reply's id, or null: the thread itself.
    reply: Option<String>,
    /// The group's short name.
    group: String,
    /// The thread's title.
    title: String,
    /// Markdown as written.
    body: String,
}

impl OwnHeldJson {
    fn of(own: Own) -> Self {
        let (reply, body) = match own.reply {
            Some(reply) => (Some(reply.public_id.to_string()), reply.body),
            None => (None, own.thread.body),
        };
        Self {
            thread: own.thread.public_id.to_string(),
            title: own.thread.title,
            group: own.group.name,
            reply,
            body,
        }
    }
}

/// All of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnHeldListJson {
    /// As the page of drafts lists them.
    rows: Vec<OwnHeldJson>,
    /// Always null.
    next: Option<String>,
}

/// Which words.
#[derive(Debug, Deserialize, ToSchema)]
pub struct WithdrawHeldJson {
    /// The thread's id.
    thread: String,
    /// The reply's id; nothing: the thread itself.
    reply: Option<String>,
}

/// One's own words that wait for a look, under one's name.
#[utoipa::path(get, path = "/api/v1/held", tag = "drafts",
    responses((status = 200, body = OwnHeldListJson), (status = 401, body = ProblemJson)))]
pub async fn list_own_held(app: Data<App>, member: Member) -> Answer {
    let viewer = member.viewer();
    let own = app.read(move |db| held::mine(db, &viewer)).await?;
    let rows = own.into_iter().map(OwnHeldJson::of).collect();
    Ok(HttpResponse::Ok().json(OwnHeldListJson { rows, next: None }))
}

/// Has words of one's own back before anybody decided: they are a draft again.
#[utoipa::path(post, path = "/api/v1/held/withdraw", tag = "drafts", request_body = WithdrawHeldJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn withdraw_held(app: Data<App>, member: Member, sent: Json<WithdrawHeldJson>) -> Answer {
    let parse = |id: &str| PublicId::parse(id).ok_or(Error::Absent);
    let (viewer, reply) = (member.viewer(), sent.reply.as_deref().map(parse).transpose()?);
    let which = Which { thread: parse(&sent.thread)?, reply };
    app.write(move |tx| held::withdraw(tx, &viewer, &which)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Words that wait for a look in a group.
#[utoipa::path(get, path = "/api/v1/groups/{name}/held", tag = "aliases",
    responses((status = 200, body = HeldListJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_held(app: Data<App>, member: Member, name: Path<String>) -> Answer {
    let viewer = member.viewer();
    let (waiting, back) = app
        .read(move |db| {
            let (group, waiting) = held::queue(db, &viewer, &name)?;
            Ok((waiting, held::sent_back(db, &group)?))
        })
        .await?;
    let rows = waiting.into_iter().map(HeldJson::of).collect();
    let sent_back = back.into_iter().map(SentBackJson::of).collect();
    Ok(HttpResponse::Ok().json(HeldListJson { rows, sent_back, next: None }))
}

/// Lets words through, or not.
#[utoipa::path(post, path = "/api/v1/groups/{name}/held", tag = "aliases", request_body = DecideHeldJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn decide_held(
    app: Data<App>,
    member: Member,
    name: Path<String>,
    sent: Json<DecideHeldJson>,
) -> Answer {
    let sent = sent.into_inner();
    let parse = |id: &str| PublicId::parse(id).ok_or(Error::Absent);
    let which = Which { thread: parse(&sent.thread)?, reply: sent.reply.as_deref().map(parse).transpose()? };
    let decision = if sent.waits_again {
        Decision::WaitAgain
    } else if sent.lets_through {
        Decision::LetThrough
    } else {
        Decision::NotHere(Sentence::parse(&sent.words).in_field("words")?)
    };
    held::pages::carry_out(&app, &member, name.into_inner(), (which, decision)).await?;
    Ok(HttpResponse::NoContent().finish())
}
