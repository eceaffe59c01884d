//! Replies for programs: a flat list in the order of the tree, with depths.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Json, Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{Answer as Words, Change, Reply, Span, views};
use crate::app::App;
use crate::forum::content_notes::{self, Said};
use crate::forum::folds;
use crate::forum::lasting::Lasting;
use crate::forum::lookout;
use crate::forum::quiet;
use crate::forum::reactions::AmountsJson;
use crate::forum::replies;
use crate::forum::threads::{self, Author, Body, NoteWords, RevisionsJson};
use crate::forum::voices::{self, Sent, Spot, VoiceJson, WaitsJson, Wish};
use crate::http::muted::MutedWords;
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::identity::affiliations::LabelJson;
use crate::kernel::{Day, Error, Listed, Moment, PageSize, PublicId, once};
use crate::policy::{Standing, Viewer};

/// The doors of replies.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/threads/{id}/replies", Who::Visitor, list_replies);
    doors.post("/api/v1/threads/{id}/replies", Who::Member, give_reply);
    doors.get("/api/v1/threads/{id}/replies/{reply}", Who::Visitor, get_reply);
    doors.patch("/api/v1/threads/{id}/replies/{reply}", Who::Member, edit_reply);
    doors.delete("/api/v1/threads/{id}/replies/{reply}", Who::Member, take_back_reply);
    doors.get("/api/v1/threads/{id}/replies/{reply}/revisions", Who::Member, list_reply_revisions);
}

/// A reply as programs see it.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each says another thing to programs")]
pub struct ReplyJson {
    /// Its public id.
    id: String,
    /// Its place in the order of arrival, from 1.
    number: i64,
    /// The number of the reply it answers, where that is on this page or below it; null: the thread, or elsewhere.
    answers: Option<i64>,
    /// How deep it lies, from 1.
    depth: i64,
    /// Markdown as written; empty if it was taken back.
    body: String,
    /// Whether it holds a word you muted; said in lists of replies. Its words are here all the same: fold them.
    holds_muted: bool,
    /// Whether you told of it and had it folded for yourself. Its words are here all the same: fold them. Nobody else is told so.
    is_told: bool,
    /// Content notes: labels.
    notes: Vec<&'static str>,
    /// A content note in the writer's own words; may be empty.
    note_words: String,
    /// Who gave it; null if it was taken back.
    author: Option<String>,
    /// Whom they work for, if they are paid in this field; or null.
    affiliation: Option<LabelJson>,
    /// The day it was said, in UTC.
    said_on: String,
    /// When exactly, in UTC; null where the group shows days alone.
    said_at: Option<String>,
    /// The day its words go by themselves, in UTC; null: they stay.
    goes_on: Option<String>,
    /// Whether its words were changed.
    is_edited: bool,
    /// Whether its writer took it back.
    is_taken_back: bool,
    /// Kind words, in amounts that are words.
    amounts: AmountsJson,
}

impl ReplyJson {
    fn of((reply, author): (Reply, Author), answers: Option<i64>) -> Self {
        let notes = reply.content_notes();
        Self {
            id: reply.public_id.to_string(),
            number: reply.number,
            answers,
            depth: reply.depth,
            is_taken_back: reply.is_taken_back(),
            affiliation: LabelJson::of(author.label).filter(|_| !reply.is_taken_back()),
            author: (!reply.is_taken_back()).then_some(author.name),
            body: reply.body,
            holds_muted: false,
            is_told: false,
            notes: notes.labels.iter().map(|note| note.code()).collect(),
            note_words: notes.words,
            said_on: reply.said_on.iso(),
            said_at: reply.said_at.map(Moment::rfc3339),
            goes_on: reply.goes_on.map(Day::iso),
            is_edited: reply.is_edited,
            amounts: AmountsJson::of(&reply.counts),
        }
    }
}

/// A page of replies.
#[derive(Debug, Serialize, ToSchema)]
pub struct RepliesJson {
    /// In the order of the tree.
    rows: Vec<ReplyJson>,
    /// Pass this back as `after` to go on, or null.
    next: Option<String>,
}

/// Which page of replies.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RepliesQuery {
    /// The `next` of the page before.
    after: Option<String>,
    /// How many at most: 1 to 300.
    limit: Option<i64>,
}

/// The words of a reply.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReplyWordsJson {
    /// Markdown.
    body: String,
    /// Content notes: labels.
    #[serde(default)]
    notes: Vec<String>,
    /// A content note in the writer's own words.
    #[serde(default)]
    note_words: String,
    /// `stay`, or `week`, `month`, `quarter`: after that time the words go by themselves. Nothing: as before; new words
    /// stay as long as the group keeps the thread.
    lasting: Option<String>,
}

impl ReplyWordsJson {
    fn parse(&self, is_alias: bool) -> Result<Change, Error> {
        Ok(Change {
            body: Body::parse(&voices::said(&self.body, is_alias)).in_field("body")?,
            notes: threads::labels(&self.notes)?,
            note_words: NoteWords::parse(&voices::said(&self.note_words, is_alias)).in_field("note_words")?,
            lasting: Lasting::read(self.lasting.as_deref())?,
        })
    }
}

/// A reply to give.
#[derive(Debug, Deserialize, ToSchema)]
pub struct GiveReplyJson {
    /// The id of the reply it answers; nothing: the thread.
    to: Option<String>,
    /// The words.
    #[serde(flatten)]
    words: ReplyWordsJson,
    /// Who speaks.
    #[serde(flatten)]
    voice: VoiceJson,
    /// Your word that you go on, after `rules-asks`.
    #[serde(default)]
    goes_on: bool,
    /// Whether you ask those who look after things to look out for you. They alone learn of it.
    #[serde(default)]
    lookout: bool,
    /// Whether help was shown after an answer of `help-first`: then it is said as it is.
    #[serde(default)]
    helped: bool,
    /// Any text of your own: sending it again answers once.
    once: Option<String>,
}

/// Replies of a thread.
#[utoipa::path(get, path = "/api/v1/threads/{id}/replies", tag = "replies", params(RepliesQuery),
    responses((status = 200, body = RepliesJson), (status = 404, body = ProblemJson), (status = 410, body = ProblemJson)))]
pub async fn list_replies(
    app: Data<App>,
    (viewer, member): (Viewer, Option<Member>),
    muted: MutedWords,
    id: Path<String>,
    query: Query<RepliesQuery>,
) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    let me = viewer.face();
    let RepliesQuery { after, limit } = query.into_inner();
    let (size, after) = (PageSize::of(limit.unwrap_or(300)), after.filter(|key| replies::is_key(key)));
    let hand = member.map(|member| voices::hand(&app, &member));
    let (of, listed, folds) = app
        .read(move |db| {
            let (thread, _) = threads::find(db, &viewer, &id)?;
            let looks_after = Standing::in_group(db, &viewer, thread.group_id)?.looks_after();
            let quiet = quiet::of(db, &viewer, looks_after)?;
            let listed = replies::list(db, thread.id, &Span { under: None, after }, size)?;
            let rows = listed.rows.into_iter().map(|row| quiet.veiled(row)).collect();
            let folds = folds::of(db, hand.as_ref(), [thread.id])?;
            Ok((thread.id, Listed { rows, next: listed.next }, folds))
        })
        .await?;
    let numbers: std::collections::HashMap<i64, i64> =
        listed.rows.iter().map(|(reply, _)| (reply.id.0, reply.number)).collect();
    let answers = |reply: &Reply| reply.parent_id.and_then(|parent| numbers.get(&parent.0).copied());
    let rows = listed.rows.into_iter();
    let rows = rows
        .map(|row| {
            let (to, reply) = (answers(&row.0), &row.0);
            let (is_own, is_told) = (reply.author_face == me, folds.has(of, Some(reply.id)));
            let said = Said { title: "", body: &reply.body, is_own, is_told };
            let holds_muted = content_notes::hush(&muted, &reply.content_notes(), said).is_some();
            ReplyJson { holds_muted, is_told, ..ReplyJson::of(row, to) }
        })
        .collect();
    Ok(HttpResponse::Ok().json(RepliesJson { rows, next: listed.next }))
}

/// Answers a thread, or a reply in it. 409 with the code `help-first`: the words sound heavy. A program then shows numbers to call
/// (`GET /api/v1/helplines`) and Support, and on one more press sends the same with `helped` set to true. Nothing is said yet, and nobody is told.
#[utoipa::path(post, path = "/api/v1/threads/{id}/replies", tag = "replies", request_body = GiveReplyJson,
    responses((status = 201, body = ReplyJson), (status = 202, description = "The words wait for a look", body = WaitsJson), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson), (status = 429, body = ProblemJson)))]
pub async fn give_reply(
    app: Data<App>,
    member: Member,
    id: Path<String>,
    sent: Json<GiveReplyJson>,
) -> Answer {
    let sent = sent.into_inner();
    let wish = sent.voice.wish(None);
    let parse = |text: &str| PublicId::parse(text).ok_or(Error::Absent);
    let answer = Words {
        thread: parse(&id)?,
        to: sent.to.as_deref().map(parse).transpose()?,
        words: sent.words.parse(wish.is_some())?,
        goes_on: sent.goes_on,
        is_repeated: false,
        asks_care: sent.lookout,
        once: sent.once.as_deref().and_then(once),
    };
    let said = [answer.words.body.as_str(), answer.words.note_words.as_str()].join("\n");
    lookout::help_first(&app, sent.helped, said).await?;
    let at = Spot::Thread(answer.thread.clone());
    voices::evenly(&app, at, give_as(&app, &member, answer, wish)).await
}

async fn give_as(app: &App, member: &Member, answer: Words, wish: Option<Wish>) -> Answer {
    let viewer = member.viewer();
    if let Some(wish) = wish {
        let thread = answer.thread.clone();
        return match voices::answer(app, member, answer, wish).await? {
            // As the alias: its holder, by their own name, may not meet the thread.
            Sent::Up(reply) => {
                let alias = viewer.speaking_as(reply.author_face);
                show_reply(app, alias, (thread, reply.public_id), StatusCode::CREATED).await
            }
            Sent::Waits => Ok(WaitsJson::answer()),
        };
    }
    let answer = Words { is_repeated: super::pages::allowed(app, &viewer, &answer).await?, ..answer };
    let row = app
        .write(move |tx| match replies::give_held(tx, &viewer, &answer, None)? {
            (_, true) => Ok(None),
            (reply, false) => replies::find(tx, &viewer, &answer.thread, &reply.public_id).map(Some),
        })
        .await?;
    Ok(match row {
        Some((_, reply, author)) => HttpResponse::Created().json(ReplyJson::of((reply, author), None)),
        None => WaitsJson::answer(),
    })
}

/// One reply.
#[utoipa::path(get, path = "/api/v1/threads/{id}/replies/{reply}", tag = "replies",
    responses((status = 200, body = ReplyJson), (status = 404, body = ProblemJson), (status = 410, body = ProblemJson)))]
pub async fn get_reply(
    app: Data<App>,
    (viewer, member): (Viewer, Option<Member>),
    ids: Path<(String, String)>,
) -> Answer {
    let (thread, id) = parsed(&ids)?;
    let hand = member.map(|member| voices::hand(&app, &member));
    let (reply, author, is_told) = app
        .read(move |db| {
            let (thread, reply, author) = match replies::find(db, &viewer, &thread, &id) {
                // One's own words, where what is around them cannot be read any more.
                Err(error) if viewer.is_signed_in() => {
                    replies::find_own(db, viewer.face(), (&thread, &id)).map_err(|_| error)
                }
                found => found,
            }?;
            let is_told = folds::of(db, hand.as_ref(), [thread.id])?.has(thread.id, Some(reply.id));
            Ok((reply, author, is_told))
        })
        .await?;
    if reply.is_taken_back() {
        return Err(threads::Refusal::TakenBack.into());
    }
    Ok(HttpResponse::Ok().json(ReplyJson { is_told, ..ReplyJson::of((reply, author), None) }))
}

/// Changes the words of your reply.
#[utoipa::path(patch, path = "/api/v1/threads/{id}/replies/{reply}", tag = "replies", request_body = ReplyWordsJson,
    responses((status = 200, body = ReplyJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 410, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn edit_reply(
    app: Data<App>,
    member: Member,
    ids: Path<(String, String)>,
    sent: Json<ReplyWordsJson>,
) -> Answer {
    let of = parsed(&ids)?;
    let writer = writer_of(&app, &member, &of).await?;
    let change = sent.parse(voices::is_alias(&writer))?;
    match voices::change_reply(&app, &member, of.clone(), change).await? {
        Sent::Up(_) => show_reply(&app, writer, of, StatusCode::OK).await,
        Sent::Waits => Ok(WaitsJson::answer()),
    }
}

async fn show_reply(app: &App, viewer: Viewer, of: (PublicId, PublicId), status: StatusCode) -> Answer {
    let (_, reply, author) = app.read(move |db| replies::find(db, &viewer, &of.0, &of.1)).await?;
    Ok(HttpResponse::build(status).json(ReplyJson::of((reply, author), None)))
}

/// The member as whoever of theirs gave a reply.
async fn writer_of(app: &App, member: &Member, of: &(PublicId, PublicId)) -> Result<Viewer, Error> {
    let (viewer, hand, of) = (member.viewer(), voices::hand(app, member), of.clone());
    app.read(move |db| voices::writer_of_reply(db, &viewer, &hand, (&of.0, &of.1))).await
}

/// Takes your reply back: its words are deleted. Answers to it stay.
#[utoipa::path(delete, path = "/api/v1/threads/{id}/replies/{reply}", tag = "replies",
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 410, body = ProblemJson)))]
pub async fn take_back_reply(app: Data<App>, member: Member, ids: Path<(String, String)>) -> Answer {
    let of = parsed(&ids)?;
    let writer = writer_of(&app, &member, &of).await?;
    let (at, side) = (Spot::Thread(of.0.clone()), voices::side_of(&writer));
    let gone = app.write_as(side, move |tx| replies::take_back(tx, &writer, (&of.0, &of.1)));
    voices::evenly(&app, at, gone).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// How a reply read before it was changed.
#[utoipa::path(get, path = "/api/v1/threads/{id}/replies/{reply}/revisions", tag = "replies",
    responses((status = 200, body = RevisionsJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_reply_revisions(app: Data<App>, viewer: Viewer, ids: Path<(String, String)>) -> Answer {
    let (thread, id) = parsed(&ids)?;
    let revisions = app.read(move |db| views::history(db, &viewer, (&thread, &id))).await?;
    Ok(HttpResponse::Ok().json(RevisionsJson::of(revisions)))
}

fn parsed((thread, reply): &(String, String)) -> Result<(PublicId, PublicId), Error> {
    let parse = |text: &str| PublicId::parse(text).ok_or(Error::Absent);
    Ok((parse(thread)?, parse(reply)?))
}
