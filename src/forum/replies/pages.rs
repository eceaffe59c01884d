//! Answers in the browser.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpMessage as _, HttpRequest};
use serde::Deserialize;

use super::{Answer as Words, Change, Drawing, Leaf, Reply, Shown, Span, Tree, views};
use crate::app::App;
use crate::forum::content_notes::{self, HouseRule};
use crate::forum::drafts::{self, DraftId, Keep, Kept, Place};
use crate::forum::groups::Group;
use crate::forum::replies;
use crate::forum::threads::{self, Author, Body, NoteWords, Post, Scene, Thread};
use crate::http::{Answer, Doors, Fields, Typed, Who, problem, see_other};
use crate::kernel::{Error, PageSize, PublicId, links, markdown, once};
use crate::page;
use crate::policy::{self, Action, Standing, Viewer};
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of replies.
pub fn doors(doors: &mut Doors) {
    doors.get("/p/{id}/reply", Who::Member, new);
    doors.post("/p/{id}/reply", Who::Member, create);
    doors.get("/p/{id}/r/{reply}", Who::Visitor, show);
    doors.get("/p/{id}/r/{reply}/edit", Who::Member, edit);
    doors.post("/p/{id}/r/{reply}/edit", Who::Member, update);
    doors.get("/p/{id}/r/{reply}/delete", Who::Member, ask);
    doors.post("/p/{id}/r/{reply}/delete", Who::Member, delete);
    doors.get("/p/{id}/r/{reply}/history", Who::Member, history);
}

page! { "forum/replies/new.html",
    /// The form for an answer.
    pub struct New {
        thread: Thread,
        author: Author,
        group: Group,
        post: Post,
        to: Option<Shown>,
        is_open: bool,
        notes: content_notes::Choice,
        drafts: Vec<Kept>,
        shows_support: bool,
        fields: Fields,
        faults: Faults,
    }
}

page! { "forum/replies/show.html",
    /// One branch of a thread, with its parents above.
    pub struct Show {
        thread: Thread,
        group: Group,
        title: String,
        above: Vec<Shown>,
        tree: Tree,
        next_url: Option<String>,
        is_open: bool,
        reply_url: String,
    }
}

/// What a link to the form says.
#[derive(Debug, Default, Deserialize)]
pub struct Filled {
    to: Option<String>,
    draft: Option<i64>,
}

/// The key of a page.
#[derive(Debug, Default, Deserialize)]
pub struct Look {
    after: Option<String>,
}

/// `GET /p/{id}/reply`
pub async fn new(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    id: Path<String>,
    filled: Query<Filled>,
) -> Answer {
    viewer.member()?;
    let filled = filled.into_inner();
    let fields: Fields = match filled.draft {
        Some(id) => {
            let viewer = viewer.clone();
            let kept = app.read(move |db| drafts::find(db, &viewer, DraftId(id))).await?;
            kept.fields.into_iter().chain([("draft".to_owned(), id.to_string())]).collect()
        }
        None => filled.to.map(|to| ("to".to_owned(), to)).into_iter().collect(),
    };
    form(&app, viewer, ui, &id, (StatusCode::OK, fields, Faults::default())).await
}

/// `POST /p/{id}/reply`: sends, or keeps as a draft.
pub async fn create(
    app: Data<App>,
    viewer: Viewer,
    (ui, request): (Shell, HttpRequest),
    id: Path<String>,
    sent: Result<Fields, Error>,
) -> Answer {
    let fields = match sent {
        Ok(fields) => fields,
        Err(error) => {
            let typed = request.extensions().get::<Typed>().map(|typed| typed.0.clone());
            let is_stale = error.code() == "form-stale" && viewer.is_signed_in();
            let Some(fields) = typed.filter(|_| is_stale) else { return Err(error) };
            return again(&app, viewer, ui, &id, (error, fields)).await;
        }
    };
    viewer.member()?;
    if fields.one("step") == "keep" {
        return keep(&app, viewer, ui, &id, fields).await;
    }
    if fields.sent("move") {
        return move_on(&app, viewer, ui, &id, fields).await;
    }
    let mut faults = Faults::default();
    let Some(words) = parse(&ui, &fields, &mut faults) else {
        return form(&app, viewer, ui, &id, (StatusCode::UNPROCESSABLE_ENTITY, fields, faults)).await;
    };
    let thread = PublicId::parse(&id).ok_or(Error::Absent)?;
    let to = Some(fields.one("to")).filter(|to| !to.is_empty());
    let to = to.map(|to| PublicId::parse(to).ok_or(Error::Absent)).transpose()?;
    let answer = Words { thread, to, words, once: once(fields.one("once")) };
    match give(&app, &viewer, answer, kept_id(&fields)).await {
        Ok(place) => Ok(see_other(&place)),
        Err(error) => again(&app, viewer, ui, &id, (error, fields)).await,
    }
}

async fn give(app: &App, viewer: &Viewer, answer: Words, kept: Option<DraftId>) -> Result<String, Error> {
    let person = viewer.member()?;
    let (asks, asked) = (viewer.clone(), answer.clone());
    app.read(move |db| replies::could_give(db, &asks, &asked)).await?;
    app.throttle().words(person.face, person.is_new, true)?;
    let (writer, thread) = (viewer.clone(), answer.thread.clone());
    let (reply, count) = app
        .write(move |tx| {
            let reply = replies::give(tx, &writer, &answer)?;
            kept.map_or(Ok(()), |id| drafts::forget(tx, &writer, id))?;
            let thread = threads::find_by_id(tx, reply.thread_id)?;
            Ok((reply, thread.reply_count))
        })
        .await?;
    // In a long thread the reply may stand on a later page: its own page always shows it.
    let is_one_page = usize::try_from(count).is_ok_and(|count| count < PageSize::REPLIES.size());
    let id = &reply.public_id;
    Ok(if is_one_page {
        threads::after_sending(&thread, id.as_str(), &format!("r{id}"))
    } else {
        format!("{}#r{id}", urls::reply(&thread, id))
    })
}

async fn keep(app: &App, viewer: Viewer, ui: Shell, id: &str, fields: Fields) -> Answer {
    let words = fields.typed().filter(|(name, _)| !matches!(*name, "step" | "draft"));
    let keep = Keep {
        place: Place::Reply(PublicId::parse(id).ok_or(Error::Absent)?),
        fields: words.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        id: kept_id(&fields),
        once: once(fields.one("once")),
    };
    let writer = viewer.clone();
    match app.write(move |tx| drafts::keep(tx, &writer, &keep)).await {
        Ok(_) => Ok(see_other("/share/drafts")),
        Err(error) => again(app, viewer, ui, id, (error, fields)).await,
    }
}

/// The words go on as a post of the group they belong in: kept as a draft there, and opened.
async fn move_on(app: &App, viewer: Viewer, ui: Shell, id: &str, fields: Fields) -> Answer {
    let words = fields.typed().filter(|(name, _)| matches!(*name, "body" | "note" | "note_words"));
    let keep = Keep {
        place: Place::Share,
        fields: words
            .chain([("group", fields.one("move"))])
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        id: kept_id(&fields),
        once: once(fields.one("once")),
    };
    let writer = viewer.clone();
    match app.write(move |tx| drafts::keep(tx, &writer, &keep)).await {
        Ok(draft) => Ok(see_other(&format!("/share?draft={draft}"))),
        Err(error) => again(app, viewer, ui, id, (error, fields)).await,
    }
}

/// The form once more, with why it was not taken and everything that was typed.
async fn again(app: &App, viewer: Viewer, ui: Shell, id: &str, (error, fields): (Error, Fields)) -> Answer {
    let status = problem::status(error.kind());
    let faults = Faults::mend(&ui, error)?;
    form(app, viewer, ui, id, (status, fields, faults)).await
}

async fn form(
    app: &App,
    viewer: Viewer,
    ui: Shell,
    id: &str,
    (status, fields, faults): (StatusCode, Fields, Faults),
) -> Answer {
    let id = PublicId::parse(id).ok_or(Error::Absent)?;
    let to = PublicId::parse(fields.one("to"));
    let (scene, to, drafts) = app
        .read(move |db| {
            let scene = Scene::read(db, &viewer, &id)?;
            let to = to.and_then(|to| replies::find(db, &viewer, &id, &to).ok());
            let drafts = drafts::list(db, &viewer, Some(&Place::Reply(id)))?;
            Ok((scene, to, drafts))
        })
        .await?;
    let back = urls::thread(&scene.thread.public_id);
    let to = to.filter(|(_, reply, _)| !reply.is_taken_back());
    let page = New {
        post: Post::of(&ui, &scene, &back),
        to: to.map(|(_, reply, author)| Shown::of(&ui, &scene, (reply, author), None, &back)),
        is_open: scene.is_open(),
        notes: content_notes::Choice::of(&fields, &content_notes::for_replies(scene.rules.clone())),
        drafts: if fields.sent("draft") { Vec::new() } else { drafts },
        shows_support: threads::shows_support(fields.one("body")),
        thread: scene.thread,
        author: scene.author,
        group: scene.group,
        ui: ui.at(Door::Groups),
        fields,
        faults,
    };
    ui::with_status(status, &page)
}

/// `GET /p/{id}/r/{reply}`
pub async fn show(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    ids: Path<(String, String)>,
    look: Query<Look>,
) -> Answer {
    let (thread, id) = parsed(&ids)?;
    let after = look.into_inner().after.filter(|key| replies::is_key(key));
    let (scene, above, rows) = app
        .read(move |db| {
            let scene = Scene::read(db, &viewer, &thread)?;
            let (_, reply, _) = replies::find(db, &viewer, &thread, &id)?;
            let above = super::store::above(db, scene.thread.id, &reply.path)?;
            let span = Span { under: Some(reply.path.clone()), after };
            let rows = Leaf::in_tree(db, scene.thread.id, &span)?;
            if !rows.has_more && rows.rows.iter().all(|(reply, _)| reply.is_taken_back()) {
                return Err(threads::Refusal::TakenBack.into());
            }
            Ok((scene, above, rows))
        })
        .await?;
    let back = urls::reply(&scene.thread.public_id, &parsed(&ids)?.1);
    let drawing = Drawing { back: &back, folds: None, is_flat: false };
    let tree = Tree::draw(&ui, &scene, rows, drawing);
    let above = above.into_iter().map(|row| Shown::of(&ui, &scene, row, None, &back)).collect();
    let next_url = tree.next.as_deref().map(|key| format!("{back}?after={}", urls::segment(key)));
    ui::answer(&Show {
        title: threads::shown_title(&ui, &scene.thread, &scene.rules),
        is_open: scene.is_open(),
        reply_url: format!("{}/reply?to={}", urls::thread(&scene.thread.public_id), ids.1),
        ui: ui.at(Door::Groups),
        thread: scene.thread,
        group: scene.group,
        above,
        tree,
        next_url,
    })
}

/// `GET /p/{id}/r/{reply}/edit`
pub async fn edit(app: Data<App>, viewer: Viewer, ui: Shell, ids: Path<(String, String)>) -> Answer {
    let (reply, rules) = own(&app, viewer, &ids, Action::EditOwn).await?;
    let words = [("body".to_owned(), reply.body.clone())];
    let fields: Fields = words.into_iter().chain(content_notes::fields(&reply.content_notes())).collect();
    ui::answer(&edit_form(ui, &ids, &rules, (fields, Faults::default()))?)
}

/// `POST /p/{id}/r/{reply}/edit`
pub async fn update(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    ids: Path<(String, String)>,
    fields: Fields,
) -> Answer {
    let (thread, id) = parsed(&ids)?;
    let (_, rules) = own(&app, viewer.clone(), &ids, Action::EditOwn).await?;
    let mut faults = Faults::default();
    let Some(change) = parse(&ui, &fields, &mut faults) else {
        return ui::refused(&edit_form(ui, &ids, &rules, (fields, faults))?);
    };
    let place = format!("{}#r{id}", urls::reply(&thread, &id));
    match app.write(move |tx| replies::edit(tx, &viewer, (&thread, &id), &change)).await {
        Ok(_) => Ok(see_other(&place)),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            ui::with_status(status, &edit_form(ui, &ids, &rules, (fields, faults))?)
        }
    }
}

/// `GET /p/{id}/r/{reply}/delete`
pub async fn ask(app: Data<App>, viewer: Viewer, ui: Shell, ids: Path<(String, String)>) -> Answer {
    let (reply, _) = own(&app, viewer, &ids, Action::TakeBackOwn).await?;
    let (thread, id) = parsed(&ids)?;
    let back = urls::reply(&thread, &id);
    let html = markdown::render(&reply.body);
    ui::answer(&threads::TakeBack { ui: ui.at(Door::Groups), url: format!("{back}/delete"), back, html })
}

/// `POST /p/{id}/r/{reply}/delete`
pub async fn delete(app: Data<App>, viewer: Viewer, ids: Path<(String, String)>, _fields: Fields) -> Answer {
    let (thread, id) = parsed(&ids)?;
    let back = format!("{}#replies", urls::thread(&thread));
    app.write(move |tx| replies::take_back(tx, &viewer, (&thread, &id))).await?;
    Ok(see_other(&back))
}

/// `GET /p/{id}/r/{reply}/history`
pub async fn history(app: Data<App>, viewer: Viewer, ui: Shell, ids: Path<(String, String)>) -> Answer {
    let (thread, id) = parsed(&ids)?;
    let back = urls::reply(&thread, &id);
    let revisions = app.read(move |db| views::history(db, &viewer, (&thread, &id))).await?;
    ui::answer(&threads::History::of(ui, back, revisions))
}

/// A reply of one's own, and its group's rules for content notes.
async fn own(
    app: &App,
    viewer: Viewer,
    ids: &(String, String),
    action: Action,
) -> Result<(Reply, Vec<HouseRule>), Error> {
    let (thread, id) = parsed(ids)?;
    app.read(move |db| {
        let (thread, reply, _) = replies::find(db, &viewer, &thread, &id)?;
        let standing = Standing::towards_words(db, &viewer, thread.group_id, reply.author_face)?;
        policy::may(&viewer, action, &standing)?;
        if reply.is_taken_back() {
            return Err(threads::Refusal::TakenBack.into());
        }
        Ok((reply, content_notes::for_replies(content_notes::house_rules(db, &viewer, thread.group_id)?)))
    })
    .await
}

fn edit_form(
    ui: Shell,
    ids: &(String, String),
    rules: &[HouseRule],
    (fields, faults): (Fields, Faults),
) -> Result<threads::Edit, Error> {
    let (thread, id) = parsed(ids)?;
    let back = urls::reply(&thread, &id);
    let notes = content_notes::Choice::of(&fields, rules).staying();
    let url = format!("{back}/edit");
    Ok(threads::Edit {
        ui: ui.at(Door::Groups),
        url,
        back,
        has_title: false,
        choices: Vec::new(),
        has_copies: false,
        notes,
        fields,
        faults,
    })
}

fn parsed((thread, reply): &(String, String)) -> Result<(PublicId, PublicId), Error> {
    let parse = |text: &str| PublicId::parse(text).ok_or(Error::Absent);
    Ok((parse(thread)?, parse(reply)?))
}

fn parse(ui: &Shell, fields: &Fields, faults: &mut Faults) -> Option<Change> {
    let body = faults.take(ui, "body", Body::parse(&links::strip_trackers(fields.one("body"))));
    let note_words = faults.take(ui, "note_words", NoteWords::parse(fields.one("note_words")));
    Some(Change { body: body?, notes: content_notes::chosen(fields), note_words: note_words? })
}

fn kept_id(fields: &Fields) -> Option<DraftId> {
    fields.one("draft").parse().ok().map(DraftId)
}
