//! A thread for programs.

pub mod own;
mod revisions;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::pages::keep;
use super::{Ask, Author, Body, Change, Draft, Kind, NoteWords, Reason, Refusal, Thread, Title};
use crate::app::App;
use crate::forum::content_notes::ContentNote;
use crate::forum::first_answers;
use crate::forum::folds;
use crate::forum::lasting::Lasting;
use crate::forum::lookout;
use crate::forum::quiet;
use crate::forum::reactions::AmountsJson;
use crate::forum::threads;
use crate::forum::voices::{self, Sent, Spot, VoiceJson, WaitsJson, Wish};
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::identity::affiliations::LabelJson;
use crate::kernel::{Error, PublicId, once};
use crate::policy::{Reach, Viewer};

pub use revisions::RevisionsJson;

/// The doors of threads.
pub fn doors(doors: &mut Doors) {
    doors.post("/api/v1/threads", Who::Member, open_thread);
    doors.get("/api/v1/threads/{id}", Who::Visitor, get_thread);
    doors.patch("/api/v1/threads/{id}", Who::Member, edit_thread);
    doors.delete("/api/v1/threads/{id}", Who::Member, take_back_thread);
    doors.get("/api/v1/threads/{id}/revisions", Who::Member, list_thread_revisions);
    doors.post("/api/v1/threads/{id}/lock", Who::Keeper, lock_thread);
    doors.post("/api/v1/threads/{id}/unlock", Who::Keeper, unlock_thread);
    doors.post("/api/v1/threads/{id}/pin", Who::Keeper, pin_thread);
    doors.post("/api/v1/threads/{id}/unpin", Who::Keeper, unpin_thread);
    own::doors(doors);
}

/// A thread as programs see it. No amounts of reactions, no exact time where the group hides it.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each says another thing to programs")]
pub struct ThreadJson {
    /// Its public id.
    id: String,
    /// What kind of post it is.
    kind: &'static str,
    /// What the writer hopes for, or null.
    ask: Option<&'static str>,
    /// Its title.
    title: String,
    /// Markdown as written.
    body: String,
    /// Whether you told of it and had it folded for yourself. Its words are here all the same: fold them. Nobody else is told so.
    is_told: bool,
    /// Content notes: labels.
    notes: Vec<&'static str>,
    /// A content note in the writer's own words; may be empty.
    note_words: String,
    /// How far it travels.
    reach: &'static str,
    /// Who wrote it.
    author: String,
    /// Whom they work for, if they are paid in this field; or null.
    affiliation: Option<LabelJson>,
    /// Until this day those answer who have been here a while; null: anybody does.
    shielded_until: Option<String>,
    /// The day it was said, in UTC.
    said_on: String,
    /// When exactly, in UTC; null where the group shows days alone.
    said_at: Option<String>,
    /// The day its words go by themselves, in UTC; null: they stay.
    goes_on: Option<String>,
    /// Whether its words were changed.
    is_edited: bool,
    /// Whether it can be answered.
    is_locked: bool,
    /// Whether it stays at the top of its group.
    is_pinned: bool,
    /// How many replies it has.
    reply_count: i64,
    /// Kind words, in amounts that are words.
    amounts: AmountsJson,
}

impl ThreadJson {
    fn of(thread: Thread, author: Author) -> Self {
        let notes = thread.content_notes();
        Self {
            id: thread.public_id.to_string(),
            kind: thread.kind.code(),
            ask: thread.ask.map(Ask::code),
            is_locked: thread.is_locked(),
            is_pinned: thread.pinned_at.is_some(),
            is_edited: thread.is_edited,
            reach: thread.reach.code(),
            title: thread.title,
            body: thread.body,
            is_told: false,
            notes: notes.labels.iter().map(|note| note.code()).collect(),
            note_words: notes.words,
            author: author.name,
            affiliation: LabelJson::of(author.label),
            shielded_until: thread.shielded_until.map(crate::kernel::Day::iso),
            said_on: thread.said_on.iso(),
            said_at: thread.said_at.map(crate::kernel::Moment::rfc3339),
            goes_on: thread.goes_on.map(crate::kernel::Day::iso),
            reply_count: thread.reply_count,
            amounts: AmountsJson::of(&thread.counts),
        }
    }
}

/// A thread to open.
#[derive(Debug, Deserialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each says another thing to us")]
pub struct OpenThreadJson {
    /// The group's short name.
    group: String,
    /// `win`, `setback`, `question`, `gratitude`, `milestone`, `introduction` or `just-here`.
    kind: String,
    /// `just-listen`, `been-there`, `ideas`, `company`, `celebrate`, or nothing.
    ask: Option<String>,
    /// How far it may travel: `group`, `community`, `partners`, `everyone`; nothing: as the group says.
    reach: Option<String>,
    /// The words.
    #[serde(flatten)]
    words: WordsJson,
    /// Who speaks.
    #[serde(flatten)]
    voice: VoiceJson,
    /// Your word that you go on, after `rules-asks`.
    #[serde(default)]
    goes_on: bool,
    /// Whether those are to answer who have been here a while, while you are new; nothing: yes for an introduction.
    shield: Option<bool>,
    /// Whether you ask those who look after things to look out for you. They alone learn of it.
    #[serde(default)]
    lookout: bool,
    /// For a setback: whether you want to be asked how you are, after three hours, a day, three days and a week.
    #[serde(default)]
    after: bool,
    /// Whether help was shown after an answer of `help-first`: then it is said as it is.
    #[serde(default)]
    helped: bool,
    /// Any text of your own: sending it again opens one thread.
    once: Option<String>,
}

/// The words of a thread.
#[derive(Debug, Deserialize, ToSchema)]
pub struct WordsJson {
    /// One line; without one, the first line of the body stands in for it.
    #[serde(default)]
    title: String,
    /// Markdown.
    body: String,
    /// Content notes: labels.
    #[serde(default)]
    notes: Vec<String>,
    /// A content note in the writer's own words.
    #[serde(default)]
    note_words: String,
    /// The writer's word that no content note is needed; for groups that ask.
    #[serde(default)]
    no_note_fits: bool,
    /// `stay`, or `week`, `month`, `quarter`: after that time the words go by themselves. Nothing: as before; new words
    /// stay as long as the group keeps the thread.
    lasting: Option<String>,
}

/// New words for a thread.
#[derive(Debug, Deserialize, ToSchema)]
pub struct EditThreadJson {
    /// The words.
    #[serde(flatten)]
    words: WordsJson,
    /// How far it travels from now on: no further than before; nothing: as before.
    reach: Option<String>,
}

/// Why a thread is to be locked.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LockJson {
    /// Everyone who reads the thread sees this.
    reason: String,
}

impl WordsJson {
    fn parse(&self, is_alias: bool) -> Result<Change, Error> {
        Ok(Change {
            title: Title::parse(&voices::said(&self.title, is_alias)).in_field("title")?,
            body: Body::parse(&voices::said(&self.body, is_alias)).in_field("body")?,
            notes: labels(&self.notes)?,
            note_words: NoteWords::parse(&voices::said(&self.note_words, is_alias)).in_field("note_words")?,
            no_note_fits: self.no_note_fits,
            reach: None,
            lasting: Lasting::read(self.lasting.as_deref())?,
        })
    }
}

/// The labels of these codes.
///
/// # Errors
/// `note-unknown` for a code that is none.
pub fn labels(codes: &[String]) -> Result<Vec<ContentNote>, Error> {
    let parse = |code: &String| ContentNote::parse(code).ok_or(Refusal::NoteUnknown);
    codes.iter().map(parse).collect::<Result<_, _>>().in_field("notes")
}

fn reach_of(code: Option<&str>) -> Result<Option<Reach>, Error> {
    let parse = |code| Reach::parse(code).ok_or_else(|| Refusal::ReachMissing.into());
    code.map(parse).transpose()
}

/// Opens a thread in a group. 409 with the code `help-first`: the words sound heavy. A program then shows numbers to call
/// (`GET /api/v1/helplines`) and Support, and on one more press sends the same with `helped` set to true. Nothing is said yet, and nobody is told.
#[utoipa::path(post, path = "/api/v1/threads", tag = "threads", request_body = OpenThreadJson,
    responses((status = 201, body = ThreadJson), (status = 202, description = "The words wait for a look", body = WaitsJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson), (status = 429, body = ProblemJson)))]
pub async fn open_thread(app: Data<App>, member: Member, sent: Json<OpenThreadJson>) -> Answer {
    let sent = sent.into_inner();
    let wish = sent.voice.wish(Kind::parse(&sent.kind));
    let words = sent.words.parse(wish.is_some())?;
    let draft = Draft {
        group: sent.group,
        kind: Kind::parse(&sent.kind).ok_or(Refusal::KindMissing)?,
        ask: sent.ask.and_then(|ask| Ask::parse(&ask)),
        title: words.title,
        body: words.body,
        notes: words.notes,
        note_words: words.note_words,
        no_note_fits: words.no_note_fits,
        lasting: words.lasting,
        goes_on: sent.goes_on,
        shield: sent.shield,
        is_repeated: false,
        asks_care: sent.lookout,
        asks_after: sent.after,
        reach: reach_of(sent.reach.as_deref())?,
        once: sent.once.as_deref().and_then(once),
    };
    let said = [draft.title.as_str(), draft.body.as_str(), draft.note_words.as_str()].join("\n");
    lookout::help_first(&app, sent.helped, said).await?;
    let at = Spot::Group(draft.group.clone());
    voices::evenly(&app, at, open_as(&app, &member, draft, wish)).await
}

async fn open_as(app: &App, member: &Member, draft: Draft, wish: Option<Wish>) -> Answer {
    let viewer = member.viewer();
    if let Some(wish) = wish {
        return match voices::open(app, member, draft, wish).await? {
            Sent::Up(thread) => show_thread(app, viewer, thread.public_id, StatusCode::CREATED).await,
            Sent::Waits => Ok(WaitsJson::answer()),
        };
    }
    let draft = Draft { is_repeated: super::pages::allowed(app, &viewer, &draft).await?, ..draft };
    let opened = app
        .write(move |tx| match threads::open_held(tx, &viewer, &draft, None)? {
            (_, true) => Ok(None),
            (opened, false) => threads::find(tx, &viewer, &opened.public_id).map(Some),
        })
        .await?;
    if let Some((thread, _)) = &opened {
        first_answers::begin(app, thread).await?;
    }
    Ok(match opened {
        Some((thread, author)) => HttpResponse::Created().json(ThreadJson::of(thread, author)),
        None => WaitsJson::answer(),
    })
}

/// One thread.
#[utoipa::path(get, path = "/api/v1/threads/{id}", tag = "threads",
    responses((status = 200, body = ThreadJson), (status = 404, body = ProblemJson), (status = 410, body = ProblemJson)))]
pub async fn get_thread(
    app: Data<App>,
    (viewer, member): (Viewer, Option<Member>),
    id: Path<String>,
) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    let hand = member.map(|member| voices::hand(&app, &member));
    let (thread, author, is_told) = app
        .read(move |db| {
            let (mut thread, author) = threads::find(db, &viewer, &id)?;
            quiet::recount(db, &viewer, [&mut thread])?;
            let is_told = folds::of(db, hand.as_ref(), [thread.id])?.has(thread.id, None);
            Ok((thread, author, is_told))
        })
        .await?;
    Ok(HttpResponse::Ok().json(ThreadJson { is_told, ..ThreadJson::of(thread, author) }))
}

/// Changes the words of your thread.
#[utoipa::path(patch, path = "/api/v1/threads/{id}", tag = "threads", request_body = EditThreadJson,
    responses((status = 200, body = ThreadJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 410, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn edit_thread(
    app: Data<App>,
    member: Member,
    id: Path<String>,
    sent: Json<EditThreadJson>,
) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    let writer = writer_of(&app, &member, &id).await?;
    let words = sent.words.parse(voices::is_alias(&writer))?;
    let change = Change { reach: reach_of(sent.reach.as_deref())?, ..words };
    match voices::change_thread(&app, &member, id.clone(), change).await? {
        Sent::Up(_) => show_thread(&app, member.viewer(), id, StatusCode::OK).await,
        Sent::Waits => Ok(WaitsJson::answer()),
    }
}

async fn show_thread(app: &App, viewer: Viewer, id: PublicId, status: StatusCode) -> Answer {
    let (thread, author) = app.read(move |db| threads::find(db, &viewer, &id)).await?;
    Ok(HttpResponse::build(status).json(ThreadJson::of(thread, author)))
}

/// The member as whoever of theirs wrote a thread.
async fn writer_of(app: &App, member: &Member, id: &PublicId) -> Result<Viewer, Error> {
    let (viewer, hand, id) = (member.viewer(), voices::hand(app, member), id.clone());
    app.read(move |db| {
        let (thread, _) = threads::find(db, &viewer, &id)?;
        voices::as_writer(db, &viewer, &hand, &thread, thread.author_face)
    })
    .await
}

/// Takes your thread back: its words are deleted.
#[utoipa::path(delete, path = "/api/v1/threads/{id}", tag = "threads",
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 410, body = ProblemJson)))]
pub async fn take_back_thread(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    let writer = writer_of(&app, &member, &id).await?;
    let (at, side) = (Spot::Thread(id.clone()), voices::side_of(&writer));
    voices::evenly(&app, at, app.write_as(side, move |tx| threads::take_back(tx, &writer, &id))).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// How a thread read before it was changed.
#[utoipa::path(get, path = "/api/v1/threads/{id}/revisions", tag = "threads",
    responses((status = 200, body = RevisionsJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_thread_revisions(app: Data<App>, viewer: Viewer, id: Path<String>) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    let revisions = app.read(move |db| threads::history(db, &viewer, &id)).await?;
    Ok(HttpResponse::Ok().json(RevisionsJson::of(revisions)))
}

/// Stops further replies to a thread.
#[utoipa::path(post, path = "/api/v1/threads/{id}/lock", tag = "threads", request_body = LockJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn lock_thread(app: Data<App>, viewer: Viewer, id: Path<String>, sent: Json<LockJson>) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    let reason = Reason::parse(&sent.reason).in_field("reason")?;
    keep::stop(&app, viewer, id, reason).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Lets a locked thread be answered again.
#[utoipa::path(post, path = "/api/v1/threads/{id}/unlock", tag = "threads",
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn unlock_thread(app: Data<App>, viewer: Viewer, id: Path<String>) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    keep::go_on(&app, viewer, id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Keeps a thread at the top of its group.
#[utoipa::path(post, path = "/api/v1/threads/{id}/pin", tag = "threads",
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn pin_thread(app: Data<App>, viewer: Viewer, id: Path<String>) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    keep::keep_up(&app, viewer, id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Lets a pinned thread move on.
#[utoipa::path(post, path = "/api/v1/threads/{id}/unpin", tag = "threads",
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn unpin_thread(app: Data<App>, viewer: Viewer, id: Path<String>) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    keep::let_down(&app, viewer, id).await?;
    Ok(HttpResponse::NoContent().finish())
}
