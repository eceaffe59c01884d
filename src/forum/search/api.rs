//! Search for programs.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Hit, Piece, marked, window};
use crate::app::App;
use crate::db::fulltext::Terms;
use crate::forum::content_notes::{self, ContentNote, Notes};
use crate::forum::folds::Folds;
use crate::forum::groups;
use crate::forum::search;
use crate::forum::voices;
use crate::http::muted::MutedWords;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who};
use crate::identity::affiliations::LabelJson;
use crate::kernel::{FaceId, PublicId, markdown};

/// The doors of search.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/search", Who::Member, list_finds);
}

/// A thread or a reply that holds the words.
#[derive(Debug, Serialize, ToSchema)]
pub struct FindJson {
    /// The thread's public id.
    thread: String,
    /// The reply's public id, if the words are in a reply.
    reply: Option<String>,
    /// Whether it holds a word you muted: what holds it is left out here.
    holds_muted: bool,
    /// Whether you told of it, or of its thread, and had that folded for yourself: what you told of is left out here.
    is_told: bool,
    /// The thread's title; nothing where the thread bears a content note.
    title: Vec<Piece>,
    /// The words around the first match, without Markdown; nothing where they bear a content note: ask for the
    /// thread or the reply to open them.
    excerpt: Vec<Piece>,
    /// Content notes, of the thread and the reply.
    notes: Vec<&'static str>,
    /// Who wrote it.
    author: String,
    /// Whom they work for, if they are paid in this field; or null.
    affiliation: Option<LabelJson>,
    /// The short name of its group.
    group: String,
    /// The day it was said, in UTC.
    said_on: String,
}

/// A group whose title or purpose holds the words.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupFindJson {
    /// Its short name.
    name: String,
    /// Its title.
    title: String,
    /// Who it is for.
    purpose: String,
}

/// A page of finds.
#[derive(Debug, Serialize, ToSchema)]
pub struct FindsJson {
    /// Groups; on the first page only.
    groups: Vec<GroupFindJson>,
    /// Threads and replies, newest first.
    rows: Vec<FindJson>,
    /// Pass this as `before` to go on; null at the end.
    next: Option<String>,
}

impl FindJson {
    fn of(hit: Hit, terms: &Terms, (me, muted, folds): (FaceId, &MutedWords, &Folds)) -> Self {
        let body = hit.reply.as_ref().map_or(&hit.thread.body, |reply| &reply.body);
        let own = hit.reply.as_ref().map(|reply| Notes::stored(&reply.notes, &reply.note_words));
        let (notes, own) = (hit.thread.content_notes(), own.unwrap_or_default());
        let (opening, given) = hit.said(|face| face == me, folds);
        let is_told = opening.is_told || given.is_told;
        let title_is_muted = content_notes::hush(muted, &notes, opening).is_some();
        let holds_muted = title_is_muted || content_notes::hush(muted, &own, given).is_some();
        let title_folds = opening.is_told || title_is_muted || content_notes::is_folded(&[], &notes);
        let words_fold = title_folds || is_told || holds_muted || content_notes::is_folded(&[], &own);
        let open = |folds, text: &str| if folds { Vec::new() } else { marked(text, terms) };
        let labels = notes.labels.into_iter().chain(own.labels);
        Self {
            title: open(title_folds, &hit.thread.title),
            holds_muted,
            is_told,
            excerpt: open(words_fold, &window(&markdown::plain(body), terms)),
            notes: labels.map(ContentNote::code).collect(),
            thread: hit.thread.public_id.to_string(),
            said_on: hit.reply.as_ref().map_or(hit.thread.said_on, |reply| reply.said_on).iso(),
            reply: hit.reply.map(|reply| reply.public_id.to_string()),
            author: hit.author.name,
            affiliation: LabelJson::of(hit.author.label),
            group: hit.group.name,
        }
    }
}

/// Words in what one may read: words, "phrases", and the beginning of the last word.
#[utoipa::path(get, path = "/api/v1/search", tag = "feeds", params(("q" = String, Query, description = "Anything; what holds no letter or digit finds nothing"), ("group" = Option<String>, Query, description = "A group's short name"), ("before" = Option<String>, Query, description = "The `next` of the page before")),
    responses((status = 200, body = FindsJson), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_finds(app: Data<App>, member: Member, request: HttpRequest) -> Answer {
    let asked = Fields::asked(&request);
    let terms = Terms::parse(asked.one("q"));
    let (viewer, sought, before) = (member.viewer(), terms.clone(), PublicId::parse(asked.one("before")));
    let name = asked.one("group").to_owned();
    let (me, muted, is_start) = (viewer.face(), member.muted.clone(), before.is_none());
    let (sift, hand) = (muted.clone(), voices::hand(&app, &member));
    let (hits, groups, folds) = app
        .read(move |db| {
            let group = match name.as_str() {
                "" => None,
                name => Some(groups::find_by_name(db, &viewer, name)?.id),
            };
            let (hits, _) = search::found(db, (&viewer, &sift), (&sought, group), before)?;
            let groups =
                if is_start && group.is_none() { search::groups(db, &viewer, &sought)? } else { Vec::new() };
            let folds = search::folds(db, &hand, &hits)?;
            Ok((hits, groups, folds))
        })
        .await?;
    Ok(HttpResponse::Ok().json(FindsJson {
        groups: groups
            .into_iter()
            .map(|(group, purpose)| GroupFindJson { name: group.name, title: group.title, purpose })
            .collect(),
        rows: hits.rows.into_iter().map(|hit| FindJson::of(hit, &terms, (me, &muted, &folds))).collect(),
        next: hits.next.map(|key| key.to_string()),
    }))
}
