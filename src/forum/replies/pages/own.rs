//! One's own answers, wherever they stand: all of them, and one by itself where what is around it cannot be read any more.

use actix_web::HttpRequest;
use actix_web::web::Data;

use super::parsed;
use crate::app::App;
use crate::forum::folds;
use crate::forum::replies;
use crate::forum::threads;
use crate::forum::voices;
use crate::http::viewer::Member;
use crate::http::{Answer, Fields};
use crate::kernel::{Day, Error, Html, PageSize, PublicId, markdown, text};
use crate::page;
use crate::policy::Viewer;
use crate::ui::{self, Door, Shell, urls};

/// Letters of an answer in the list.
const EXCERPT: usize = 140;
/// Threads in the list that cannot be read any more.
const THREADS: i64 = 50;

page! { "forum/replies/own.html",
    /// One answer by itself: nothing of anybody else.
    pub struct Own { html: Html, notes: String, said_on: Day, url: String }
}

page! { "forum/replies/mine.html",
    /// Everything somebody answered, and what they wrote that they cannot read any more.
    pub struct Mine { threads: Vec<Row>, rows: Vec<Row>, next: Option<String> }
}

/// Words of one's own in a list.
pub struct Row {
    excerpt: String,
    said_on: Day,
    /// The title of the thread; none: it cannot be read any more.
    title: Option<String>,
    url: String,
}

/// `GET /you/words`
pub async fn list(app: Data<App>, member: Member, ui: Shell, request: HttpRequest) -> Answer {
    let (viewer, hand) = (member.viewer(), voices::hand(&app, &member));
    let before = PublicId::parse(Fields::asked(&request).one("before"));
    let (lost, page, (around, folds), places) = app
        .read(move |db| {
            let lost = match before {
                None => threads::out_of_reach(db, &viewer, THREADS)?,
                Some(_) => Vec::new(),
            };
            let page = replies::given_by(db, &viewer, before.as_ref(), PageSize::FEED)?;
            let ids: Vec<_> = page.rows.iter().map(|reply| reply.thread_id).collect();
            let around = threads::readable(db, &viewer, ids.clone())?;
            let folds = folds::of(db, Some(&hand), ids.iter().copied())?;
            Ok((lost, page, (around, folds), threads::places(db, ids)?))
        })
        .await?;
    let short = |body: &str| text::excerpt(&markdown::plain(body), EXCERPT);
    let row = |reply: replies::Reply| {
        let place = places.iter().find(|(id, _)| *id == reply.thread_id).map(|(_, place)| place)?;
        let thread = around.iter().find(|thread| thread.id == reply.thread_id);
        Some(Row {
            excerpt: short(&reply.body),
            said_on: reply.said_on,
            title: thread.map(|thread| threads::shown_title(&ui, thread, (&[], &folds))),
            url: urls::reply(place, &reply.public_id),
        })
    };
    let lost = lost.into_iter().map(|thread| Row {
        excerpt: short(&thread.body),
        said_on: thread.said_on,
        title: None,
        url: urls::in_thread(&thread.public_id, "delete"),
    });
    let rows = page.rows.into_iter().filter_map(row).collect();
    let next = page.next.map(|key| format!("{}?before={key}", urls::OWN_WORDS));
    let threads = lost.collect();
    ui::answer(&Mine { ui: ui.at(Door::You), threads, rows, next })
}

/// The page of an answer whose thread its reader does not meet: if it is theirs, it is shown by itself, with the way to take
/// it back. To everybody else, it is what it was.
pub(super) async fn alone(
    app: &App,
    viewer: Viewer,
    ui: Shell,
    (ids, error): (&(String, String), Error),
) -> Answer {
    let Some(signed) = ui.signed.clone() else { return Err(error) };
    let ((thread, id), hand) = (parsed(ids)?, voices::hand(app, &signed));
    let url = urls::reply(&thread, &id);
    let found = app
        .read(move |db| {
            let writer = voices::writer_of_reply(db, &viewer, &hand, (&thread, &id))?;
            replies::find_own(db, writer.voice(), (&thread, &id))
        })
        .await;
    let reply = match found {
        Ok((_, reply, _)) if !reply.is_taken_back() => reply,
        _ => return Err(error),
    };
    let notes = crate::forum::content_notes::listed(&ui, &reply.content_notes());
    let (html, said_on) = (markdown::render(&reply.body), reply.said_on);
    ui::answer(&Own { ui: ui.at(Door::You), html, notes, said_on, url })
}

/// Where somebody goes who took an answer back: to its thread, if they may read that.
pub(super) async fn after(app: &App, viewer: &Viewer, thread: &PublicId) -> Result<String, Error> {
    let (viewer, thread) = (viewer.clone(), thread.clone());
    app.read(move |db| {
        let is_there = threads::find(db, &viewer, &thread).is_ok();
        Ok(if is_there { format!("{}#replies", urls::thread(&thread)) } else { urls::OWN_WORDS.to_owned() })
    })
    .await
}
