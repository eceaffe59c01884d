//! Lists of threads for programs.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use super::pages::key;
use crate::app::App;
use crate::db::Db;
use crate::forum::content_notes::{self, HouseRule, Said};
use crate::forum::feeds;
use crate::forum::folds::{self, Folds};
use crate::forum::groups;
use crate::forum::quiet;
use crate::forum::threads::{Ask, CardRow};
use crate::forum::voices;
use crate::http::muted::MutedWords;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::identity::affiliations::LabelJson;
use crate::identity::aliases::Hand;
use crate::kernel::{Error, FaceId, Listed, PageSize, PublicId, markdown, text};
use crate::policy::Viewer;

/// Letters of an excerpt.
const EXCERPT: usize = 280;

/// The doors of lists.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/feed", Who::Visitor, list_feed);
    doors.get("/api/v1/groups/{name}/threads", Who::Visitor, list_group_threads);
    doors.get("/api/v1/waiting", Who::Member, list_waiting);
}

/// A thread in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CardJson {
    /// Its public id.
    id: String,
    /// What kind of post it is.
    kind: &'static str,
    /// What its writer hopes for.
    ask: Option<&'static str>,
    /// Whether it holds a word you muted; null in place of its words has this reason then.
    holds_muted: bool,
    /// Whether you told of it and had it folded for yourself; null in place of its words has this reason then. Nobody else is
    /// told so.
    is_told: bool,
    /// Its title; null where its words are folded behind a content note, hold a word you muted, or are what you told of.
    title: Option<String>,
    /// How it begins, without Markdown; null where that is folded: ask for the thread to open it.
    excerpt: Option<String>,
    /// Content notes.
    notes: Vec<&'static str>,
    /// A content note in its writer's own words, or empty.
    note_words: String,
    /// Who wrote it.
    author: String,
    /// Whom they work for, if they are paid in this field; or null.
    affiliation: Option<LabelJson>,
    /// The short name of its group.
    group: String,
    /// The day it was said, in UTC.
    said_on: String,
    /// When exactly; absent where the group hides times.
    #[serde(skip_serializing_if = "Option::is_none")]
    said_at: Option<String>,
    /// How many replies it has.
    replies: i64,
    /// Whether it waits for a first reply.
    is_waiting: bool,
}

/// A page of threads.
#[derive(Debug, Serialize, ToSchema)]
pub struct CardsJson {
    /// The threads.
    rows: Vec<CardJson>,
    /// Pass this as `before` to go on; null at the end.
    next: Option<String>,
}

impl CardsJson {
    /// `rules` are the group's own for content notes; none: all are folded.
    fn of(page: Listed<CardRow, PublicId>, rules: &[HouseRule], reader: Reader<'_>) -> Self {
        Self {
            rows: page.rows.into_iter().map(|row| CardJson::of(row, rules, reader)).collect(),
            next: page.next.map(|key| key.to_string()),
        }
    }
}

/// Whose list it is, what they would rather not meet, and what they folded.
type Reader<'a> = (FaceId, &'a MutedWords, &'a Folds);

impl CardJson {
    fn of((thread, author, group): CardRow, rules: &[HouseRule], (me, muted, folds): Reader<'_>) -> Self {
        let notes = thread.content_notes();
        let (is_own, is_told) = (thread.author_face == me, folds.has(thread.id, None));
        let said = Said { title: &thread.title, body: &thread.body, is_own, is_told };
        let holds_muted = content_notes::hush(muted, &notes, said).is_some();
        let is_open = !is_told && !holds_muted && !content_notes::is_folded(rules, &notes);
        Self {
            holds_muted,
            is_told,
            id: thread.public_id.to_string(),
            kind: thread.kind.code(),
            ask: thread.ask.map(Ask::code),
            excerpt: is_open.then(|| text::excerpt(&markdown::plain(&thread.body), EXCERPT)),
            notes: notes.labels.iter().map(|note| note.code()).collect(),
            note_words: notes.words,
            author: author.name,
            affiliation: LabelJson::of(author.label),
            group: group.name,
            said_on: thread.said_on.iso(),
            said_at: thread.said_at.map(crate::kernel::Moment::rfc3339),
            replies: thread.reply_count,
            is_waiting: thread.is_waiting.is_some(),
            title: is_open.then_some(thread.title),
        }
    }
}

/// Counts what the reader meets of each, and finds what they folded.
fn read_by(
    db: &mut Db,
    (viewer, hand): (&Viewer, Option<&Hand>),
    page: &mut Listed<CardRow, PublicId>,
) -> Result<Folds, Error> {
    quiet::recount(db, viewer, page.rows.iter_mut().map(|(thread, ..)| thread))?;
    folds::of(db, hand, page.rows.iter().map(|(thread, ..)| thread.id))
}

/// The newest threads of one's own groups; for those not signed in, of the open web.
#[utoipa::path(get, path = "/api/v1/feed", tag = "feeds", params(("before" = Option<String>, Query, description = "The `next` of the page before")),
    responses((status = 200, body = CardsJson)))]
pub async fn list_feed(
    app: Data<App>,
    viewer: Viewer,
    member: Option<Member>,
    muted: MutedWords,
    request: HttpRequest,
) -> Answer {
    let (before, me, sift) = (key(&request), viewer.face(), muted.clone());
    let hand = member.map(|member| voices::hand(&app, &member));
    let (page, folds) = app
        .read(move |db| {
            let (mut page, _) =
                feeds::sifted(db, (&viewer, &sift), (before, PageSize::FEED), |db, before| {
                    if viewer.is_signed_in() {
                        feeds::newest_of_mine(db, &viewer, before, PageSize::FEED)
                    } else {
                        feeds::newest_on_open_web(db, before, PageSize::FEED)
                    }
                })?;
            let folds = read_by(db, (&viewer, hand.as_ref()), &mut page)?;
            Ok((page, folds))
        })
        .await?;
    Ok(HttpResponse::Ok().json(CardsJson::of(page, &[], (me, &muted, &folds))))
}

/// The newest threads of a group, as far as one may read them.
#[utoipa::path(get, path = "/api/v1/groups/{name}/threads", tag = "feeds", params(("name" = String, Path, description = "The group's short name"), ("before" = Option<String>, Query, description = "The `next` of the page before")),
    responses((status = 200, body = CardsJson), (status = 404, body = ProblemJson)))]
pub async fn list_group_threads(
    app: Data<App>,
    (viewer, member): (Viewer, Option<Member>),
    muted: MutedWords,
    name: Path<String>,
    request: HttpRequest,
) -> Answer {
    let (name, before) = (name.into_inner(), key(&request));
    let (me, sift) = (viewer.face(), muted.clone());
    let hand = member.map(|member| voices::hand(&app, &member));
    let (page, rules, folds) = app
        .read(move |db| {
            let group = groups::find_by_name(db, &viewer, &name)?;
            let (mut page, _) =
                feeds::sifted(db, (&viewer, &sift), (before, PageSize::FEED), |db, before| {
                    feeds::newest_in_group(db, &viewer, group.id, before, PageSize::FEED)
                })?;
            let folds = read_by(db, (&viewer, hand.as_ref()), &mut page)?;
            Ok((page, content_notes::house_rules(db, &viewer, group.id)?, folds))
        })
        .await?;
    Ok(HttpResponse::Ok().json(CardsJson::of(page, &rules, (me, &muted, &folds))))
}

/// Who waits for a first reply: hard posts and newcomers first, those who wait longest before others.
#[utoipa::path(get, path = "/api/v1/waiting", tag = "feeds", params(("before" = Option<String>, Query, description = "The `next` of the page before")),
    responses((status = 200, body = CardsJson), (status = 401, body = ProblemJson)))]
pub async fn list_waiting(app: Data<App>, member: Member, request: HttpRequest) -> Answer {
    let (viewer, after, muted) = (member.viewer(), key(&request), member.muted.clone());
    let (me, sift) = (viewer.face(), muted.clone());
    let hand = voices::hand(&app, &member);
    let (page, folds) = app
        .read(move |db| {
            let (mut page, _) = feeds::sifted(db, (&viewer, &sift), (after, PageSize::FEED), |db, after| {
                feeds::waiting(db, &viewer, None, after, PageSize::FEED)
            })?;
            let folds = read_by(db, (&viewer, Some(&hand)), &mut page)?;
            Ok((page, folds))
        })
        .await?;
    Ok(HttpResponse::Ok().json(CardsJson::of(page, &[], (me, &muted, &folds))))
}
