//! Answers in the browser.

mod change;
mod own;
mod starters;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpMessage as _, HttpRequest};
use serde::Deserialize;

use crate::app::App;
use crate::forum::content_notes;
use crate::forum::drafts::{self, DraftId, Keep, Kept, Place};
use crate::forum::first_answers;
use crate::forum::groups::{self, Group};
use crate::forum::lasting;
use crate::forum::lookout;
use crate::forum::replies;
use crate::forum::replies::{Answer as Words, Change, Drawing, Leaf, Reply, Shown, Span, Tree};
use crate::forum::screening::{self, By, Hints, Piece};
use crate::forum::threads::{self, Author, Body, NoteWords, Post, Scene, Thread};
use crate::forum::voices::{self, Sent, Spot, Wish};
use crate::http::{Answer, Doors, Fields, Signed, Typed, Who, problem, see_other};
use crate::kernel::{Error, PageSize, PublicId, once};
use crate::page;
use crate::policy::Viewer;
use crate::ui::{self, Door, Faults, Shell, urls};
use starters::Starter;

/// The doors of replies.
pub fn doors(doors: &mut Doors) {
    doors.get("/p/{id}/reply", Who::Member, new);
    doors.post("/p/{id}/reply", Who::Member, create);
    doors.get("/p/{id}/r/{reply}", Who::Visitor, show);
    doors.get("/you/words", Who::Member, own::list);
    doors.get("/p/{id}/r/{reply}/edit", Who::Member, change::edit);
    doors.post("/p/{id}/r/{reply}/edit", Who::Member, change::update);
    doors.get("/p/{id}/r/{reply}/delete", Who::Member, change::ask);
    doors.post("/p/{id}/r/{reply}/delete", Who::Member, change::delete);
    doors.get("/p/{id}/r/{reply}/history", Who::Member, change::history);
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
        voices: voices::Choice,
        hints: Hints,
        shows_support: bool,
        starters: Vec<Starter>,
        first: first_answers::Wait,
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
    /// The opening they chose to begin with.
    start: Option<String>,
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
    let fields: Fields = if let Some(id) = filled.draft {
        let viewer = viewer.clone();
        let kept = app.read(move |db| drafts::find(db, &viewer, DraftId(id))).await?;
        kept.fields.into_iter().chain([("draft".to_owned(), id.to_string())]).collect()
    } else {
        let start = filled.start.and_then(|name| starters::words(&ui, &name));
        let to = filled.to.map(|to| ("to".to_owned(), to));
        to.into_iter().chain(start.map(|words| ("body".to_owned(), words))).collect()
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
    if fields.one("step") == "edit" {
        return form(&app, viewer, ui, &id, (StatusCode::OK, fields, Faults::default())).await;
    }
    if fields.sent("move") {
        return move_on(&app, viewer, ui, &id, fields).await;
    }
    let mut faults = Faults::default();
    let is_alias = Wish::read(&fields, None).is_some();
    let Some(words) = parse(&ui, &fields, &mut faults, is_alias) else {
        return form(&app, viewer, ui, &id, (StatusCode::UNPROCESSABLE_ENTITY, fields, faults)).await;
    };
    let thread = PublicId::parse(&id).ok_or(Error::Absent)?;
    if lookout::offers(&app, &fields).await? {
        return lookout::offer(&app, ui, (&urls::in_thread(&thread, "reply"), Some(&thread)), &fields).await;
    }
    if lookout::pauses(&app, &viewer, &thread, &fields).await? {
        return lookout::pause(ui, &urls::in_thread(&thread, "reply"), &fields);
    }
    let to = Some(fields.one("to")).filter(|to| !to.is_empty());
    let to = to.map(|to| PublicId::parse(to).ok_or(Error::Absent)).transpose()?;
    let (goes_on, asks_care) = (fields.has("goes_on", "1"), fields.sent(lookout::ASKED));
    let once = once(fields.one("once"));
    let answer = Words { thread, to, words, goes_on, is_repeated: false, asks_care, once };
    let at = Spot::Thread(answer.thread.clone());
    let sent = voices::evenly(&app, at, async {
        match (Wish::read(&fields, None), ui.signed.clone()) {
            (Some(_), _) if fields.sent("draft") => Err(voices::Refusal::FromDraft.into()),
            (Some(wish), Some(signed)) => give_as_alias(&app, &signed, answer, wish).await,
            _ => give(&app, &viewer, answer, kept_id(&fields)).await,
        }
    });
    let sent = sent.await;
    match sent {
        Ok(place) => Ok(see_other(&place)),
        Err(error) => again(&app, viewer, ui, &id, (error, fields)).await,
    }
}

async fn give(app: &App, viewer: &Viewer, answer: Words, kept: Option<DraftId>) -> Result<String, Error> {
    let answer = Words { is_repeated: allowed(app, viewer, &answer).await?, ..answer };
    let writer = viewer.clone();
    app.write(move |tx| {
        let (reply, waits) = replies::give_held(tx, &writer, &answer, None)?;
        kept.map_or(Ok(()), |id| drafts::forget(tx, &writer, id))?;
        let thread = threads::find_by_id(tx, reply.thread_id)?;
        if waits {
            let group = groups::find(tx, thread.group_id)?;
            return Ok(voices::waits_url(&group.name, Some(&thread.public_id), answer.asks_care));
        }
        Ok(place_of(&thread.public_id, (&reply, answer.asks_care), thread.reply_count))
    })
    .await
}

/// Whether somebody may answer right now: the rules of the group first, then its pace, then what one person may say in an
/// hour. Says whether they said the same in several places lately.
pub(super) async fn allowed(app: &App, viewer: &Viewer, answer: &Words) -> Result<bool, Error> {
    let (person, now) = (viewer.member()?, app.clock().now());
    first_answers::check(app, viewer, &answer.thread).await?;
    let (asks, asked) = (viewer.clone(), answer.clone());
    let paced = app.read(move |db| replies::could_give(db, &asks, &asked, now)).await?;
    let mut is_repeated = false;
    if let Some((group, pace)) = paced {
        app.paces().admit((person.face, group), pace.minutes, now).map_err(|refusal| pace.said(refusal))?;
        let said = (By::Name(person.face), answer.thread.as_str());
        is_repeated = app.paces().echoes(answer.words.body.as_str(), said, now);
    }
    app.throttle().words(person.face, person.is_new, true)?;
    Ok(is_repeated)
}

async fn give_as_alias(app: &App, signed: &Signed, answer: Words, wish: Wish) -> Result<String, Error> {
    // Where the alias went, its holder may not go by their own name: they asked to, or were asked to stay away.
    let viewer = Viewer::Person(signed.person.clone()).behind_a_mask();
    let (thread, asks_care) = (answer.thread.clone(), answer.asks_care);
    let sent = voices::answer(app, signed, answer, wish).await?;
    let at = thread.clone();
    let scene = app.read(move |db| Scene::read(db, (&viewer, None), &at)).await?;
    Ok(match sent {
        Sent::Up(reply) => place_of(&thread, (&reply, asks_care), scene.thread.reply_count),
        Sent::Waits => voices::waits_url(&scene.group.name, Some(&thread), asks_care),
    })
}

/// In a long thread a reply may stand on a later page: its own page always shows it.
fn place_of(thread: &PublicId, (reply, asks_care): (&Reply, bool), count: i64) -> String {
    let is_one_page = usize::try_from(count).is_ok_and(|count| count < PageSize::REPLIES.size());
    let id = &reply.public_id;
    if is_one_page {
        threads::after_sending(thread, (id.as_str(), asks_care), &format!("r{id}"))
    } else {
        format!("{}#r{id}", urls::reply(thread, id))
    }
}

async fn keep(app: &App, viewer: Viewer, ui: Shell, id: &str, fields: Fields) -> Answer {
    if Wish::read(&fields, None).is_some() {
        return again(app, viewer, ui, id, (voices::Refusal::NotKept.into(), fields)).await;
    }
    let machinery = |name: &str| {
        matches!(name, "step" | "draft" | "keep" | "asked" | "goes_on") || lookout::MACHINERY.contains(&name)
    };
    let words = fields.typed().filter(|(name, _)| !machinery(name));
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
    let fields = if error.code() == "alias-points" { fields.with(voices::ASKED, "1") } else { fields };
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
    let hand = ui.signed.as_deref().map(|signed| voices::hand(app, signed));
    let (words, now) = ([fields.one("body"), fields.one("note_words")].join("\n"), app.clock().now());
    let chosen = content_notes::chosen(&fields);
    let world = app.clone();
    let (scene, to, drafts, met, told, list, first) = app
        .read(move |db| {
            let scene = Scene::read(db, (&viewer, hand.as_ref()), &id)?;
            let to = to.and_then(|to| replies::find(db, &viewer, &id, &to).ok());
            let drafts = drafts::list(db, &viewer, Some(&Place::Reply(id)))?;
            let met = match &hand {
                Some(hand) => voices::met(db, hand, &scene.group, Some(&scene.thread))?,
                None => voices::Met::default(),
            };
            let (group, thread) = (&scene.group, Some(&scene.thread));
            let piece =
                Piece { group, thread, words: words.clone(), notes: &chosen, stood: "", is_repeated: false };
            let told = screening::told(db, &viewer, &piece, now)?;
            let first = first_answers::wait(&world, db, &viewer, (&scene.thread, scene.standing.is_author))?;
            Ok((scene, to, drafts, met, told, lookout::list(db)?, first))
        })
        .await?;
    let back = urls::thread(&scene.thread.public_id);
    let to = to.filter(|(_, reply, _)| !reply.is_taken_back() && scene.may_answer(reply.author_face));
    let page = New {
        post: Post::of(&ui, &scene, &back),
        to: to.map(|(_, reply, author)| Shown::of(&ui, &scene, (reply, author), None, &back)),
        is_open: scene.is_open(),
        voices: voices::Choice::of(&ui, &fields, &scene.group, &met),
        notes: content_notes::Choice::of(&fields, &content_notes::for_replies(scene.rules.clone())),
        drafts: if fields.sent("draft") { Vec::new() } else { drafts },
        hints: Hints::of(&ui, told, &fields),
        starters: starters::offered(&ui, &scene.thread.public_id, (fields.one("to"), fields.one("body"))),
        shows_support: list.meets(fields.one("body")) || fields.sent(lookout::ASKED),
        first,
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
    let hand = ui.signed.as_deref().map(|signed| voices::hand(&app, signed));
    let asks = viewer.clone();
    let found = app
        .read(move |db| {
            let scene = Scene::read(db, (&viewer, hand.as_ref()), &thread)?;
            let (_, reply, _) = replies::find(db, &viewer, &thread, &id)?;
            let above = replies::above(db, scene.thread.id, &reply.path)?;
            let above: Vec<_> = above.into_iter().map(|row| scene.quiet.veiled(row)).collect();
            let span = Span { under: Some(reply.path.clone()), after };
            let rows = Leaf::in_tree(db, &scene, &span)?;
            if !rows.has_more && rows.rows.iter().all(|(reply, _)| reply.is_taken_back()) {
                return Err(threads::Refusal::TakenBack.into());
            }
            Ok((scene, above, rows))
        })
        .await;
    let (scene, above, rows) = match found {
        Ok(found) => found,
        Err(error) => return own::alone(&app, asks, ui, (&ids, error)).await,
    };
    let back = urls::reply(&scene.thread.public_id, &parsed(&ids)?.1);
    let drawing = Drawing { back: &back, folds: None, is_flat: false };
    let tree = Tree::draw(&ui, &scene, rows, drawing);
    let above = above.into_iter().map(|row| Shown::of(&ui, &scene, row, None, &back)).collect();
    let next_url = tree.next.as_deref().map(|key| format!("{back}?after={}", urls::segment(key)));
    ui::answer(&Show {
        title: threads::shown_title(&ui, &scene.thread, (&scene.rules, &scene.folds)),
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

fn parsed((thread, reply): &(String, String)) -> Result<(PublicId, PublicId), Error> {
    let parse = |text: &str| PublicId::parse(text).ok_or(Error::Absent);
    Ok((parse(thread)?, parse(reply)?))
}

fn parse(ui: &Shell, fields: &Fields, faults: &mut Faults, is_alias: bool) -> Option<Change> {
    let typed = |name| voices::typed(fields, name, is_alias);
    let body = faults.take(ui, "body", Body::parse(&typed("body")));
    let note_words = faults.take(ui, "note_words", NoteWords::parse(&typed("note_words")));
    Some(Change {
        body: body?,
        notes: content_notes::chosen(fields),
        note_words: note_words?,
        lasting: lasting::chosen(fields),
    })
}

fn kept_id(fields: &Fields) -> Option<DraftId> {
    fields.one("draft").parse().ok().map(DraftId)
}
