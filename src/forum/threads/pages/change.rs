//! Changing a thread, taking it back, and how it was before.

use actix_web::web::{Data, Path};

use crate::app::App;
use crate::forum::content_notes;
use crate::forum::lasting;
use crate::forum::threads::{self, Body, Change, NoteWords, Revision, Scene, Thread, Title, reach};
use crate::forum::voices::{self, Sent, Spot};
use crate::http::{Answer, Fields, problem, see_other};
use crate::kernel::{Day, Error, Html, PublicId, markdown};
use crate::page;
use crate::policy::{self, Action, Reach, Viewer};
use crate::ui::{self, Door, Faults, Shell, urls};

page! { "forum/threads/edit.html",
    /// The form for new words. A reply has no title, and goes where its thread goes.
    pub struct Edit {
        url: String,
        back: String,
        has_title: bool,
        choices: Vec<reach::Choice>,
        has_copies: bool,
        goes_on: Option<Day>,
        notes: content_notes::Choice,
        fields: Fields,
        faults: Faults,
    }
}

page! { "forum/threads/delete.html",
    /// "Take it back?"
    pub struct TakeBack {
        url: String,
        back: String,
        html: Html,
        holders: Vec<String>,
    }
}

page! { "forum/threads/history.html",
    /// Earlier wordings, the latest first.
    pub struct History {
        back: String,
        wordings: Vec<(Revision, Html)>,
    }
}

/// `GET /p/{id}/edit`
pub async fn edit(app: Data<App>, viewer: Viewer, ui: Shell, id: Path<String>) -> Answer {
    let scene = own(&app, viewer, &ui, (&id, Action::EditOwn)).await?;
    let thread = &scene.thread;
    let words =
        [("title", thread.title.as_str()), ("body", thread.body.as_str()), ("reach", thread.reach.code())];
    let words = words.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let fields: Fields = words.into_iter().chain(content_notes::fields(&thread.content_notes())).collect();
    ui::answer(&form(ui, &scene, (fields, Faults::default())))
}

/// `POST /p/{id}/edit`
pub async fn update(app: Data<App>, viewer: Viewer, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let scene = own(&app, viewer.clone(), &ui, (&id, Action::EditOwn)).await?;
    let public = scene.thread.public_id.clone();
    let mut faults = Faults::default();
    let is_alias = scene.thread.author_face != viewer.face();
    let Some(change) = parse(&ui, &fields, &mut faults, is_alias) else {
        return ui::refused(&form(ui, &scene, (fields, faults)));
    };
    let Some(signed) = ui.signed.clone() else { return Err(policy::Refusal::SignInFirst.into()) };
    match voices::change_thread(&app, &signed, public.clone(), change).await {
        Ok(Sent::Up(_)) => Ok(see_other(&urls::thread(&public))),
        Ok(Sent::Waits) => Ok(see_other(&voices::waits_url(&scene.group.name, None, false))),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            ui::with_status(status, &form(ui, &scene, (fields, faults)))
        }
    }
}

/// `GET /p/{id}/delete`
pub async fn ask(app: Data<App>, viewer: Viewer, ui: Shell, id: Path<String>) -> Answer {
    let (thread, ..) = own_anywhere(&app, viewer, &ui, &id).await?;
    let back = urls::thread(&thread.public_id);
    let html = markdown::render(&thread.body);
    ui::answer(&TakeBack::of(&app, ui, back, html).await?)
}

/// `POST /p/{id}/delete`
pub async fn delete(app: Data<App>, viewer: Viewer, ui: Shell, id: Path<String>, _fields: Fields) -> Answer {
    let (thread, writer, then) = own_anywhere(&app, viewer, &ui, &id).await?;
    let public = thread.public_id;
    let (at, side) = (Spot::Thread(public.clone()), voices::side_of(&writer));
    voices::evenly(&app, at, app.write_as(side, move |tx| threads::take_back(tx, &writer, &public))).await?;
    Ok(see_other(&then))
}

/// `POST /p/{id}/hush`: kind words alone for now; with `open`, replies again.
pub async fn hush(app: Data<App>, viewer: Viewer, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let scene = own(&app, viewer, &ui, (&id, Action::EditOwn)).await?;
    let (public, writer, is_hushed) = (scene.thread.public_id, scene.viewer, !fields.has("open", "1"));
    let (at, side, back) = (Spot::Thread(public.clone()), voices::side_of(&writer), urls::thread(&public));
    let done = app.write_as(side, move |tx| threads::hush(tx, &writer, &public, is_hushed));
    voices::evenly(&app, at, done).await?;
    Ok(see_other(&back))
}

/// `POST /p/{id}/firsts`: everybody may answer from now on.
pub async fn let_answer(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    id: Path<String>,
    _fields: Fields,
) -> Answer {
    let scene = own(&app, viewer, &ui, (&id, Action::EditOwn)).await?;
    app.firsts().end(scene.thread.id, app.clock().now());
    Ok(see_other(&urls::thread(&scene.thread.public_id)))
}

/// `GET /p/{id}/history`
pub async fn history(app: Data<App>, viewer: Viewer, ui: Shell, id: Path<String>) -> Answer {
    let scene = own(&app, viewer, &ui, (&id, Action::SeeRevisions)).await?;
    let (public, viewer) = (scene.thread.public_id, scene.viewer);
    let back = urls::thread(&public);
    let revisions = app.read(move |db| threads::history(db, &viewer, &public)).await?;
    ui::answer(&History::of(ui, back, revisions))
}

impl TakeBack {
    /// The question about what stands at this path; it says who was given it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(app: &App, ui: Shell, back: String, html: Html) -> Result<Self, Error> {
        let holders = app.holders(&back).await?;
        Ok(Self { ui: ui.at(Door::Groups), url: format!("{back}/delete"), back, html, holders })
    }
}

impl History {
    /// The page of these wordings.
    #[must_use]
    pub fn of(ui: Shell, back: String, revisions: Vec<Revision>) -> Self {
        let drawn = |revision: Revision| {
            let html = markdown::render(&revision.body);
            (revision, html)
        };
        Self { ui: ui.at(Door::Groups), back, wordings: revisions.into_iter().map(drawn).collect() }
    }
}

/// As [`own`], and where its reader cannot read it any more: one's own words can be taken back wherever they stand. With the
/// page that follows.
async fn own_anywhere(
    app: &App,
    viewer: Viewer,
    ui: &Shell,
    id: &str,
) -> Result<(Thread, Viewer, String), Error> {
    match own(app, viewer.clone(), ui, (id, Action::TakeBackOwn)).await {
        Ok(scene) => return Ok((scene.thread, scene.viewer, urls::group(&scene.group.name))),
        Err(Error::Absent) => {}
        Err(error) => return Err(error),
    }
    let (id, signed) = (PublicId::parse(id).ok_or(Error::Absent)?, ui.signed.clone().ok_or(Error::Absent)?);
    let hand = voices::hand(app, &signed);
    let found = app
        .read(move |db| {
            let thread = threads::find_unseen(db, &id)?;
            let writer = voices::as_writer(db, &viewer, &hand, &thread, thread.author_face);
            let writer = writer.map_err(|_| Error::Absent)?;
            let stands = thread.taken_back_at.is_none() && threads::stands(db, thread.id)?;
            if stands && writer.voice() == thread.author_face {
                Ok((thread, writer))
            } else {
                Err(Error::Absent)
            }
        })
        .await?;
    Ok((found.0, found.1, urls::OWN_WORDS.to_owned()))
}

/// The thread, and its reader as whoever of theirs wrote it.
async fn own(app: &App, viewer: Viewer, ui: &Shell, (id, action): (&str, Action)) -> Result<Scene, Error> {
    let id = PublicId::parse(id).ok_or(Error::Absent)?;
    let hand = ui.signed.as_deref().map(|signed| voices::hand(app, signed));
    let mut scene = app.read(move |db| Scene::read(db, (&viewer, hand.as_ref()), &id)).await?;
    let verdict = policy::may(&scene.viewer, action, &scene.standing);
    if verdict.is_err() && scene.author.kind == "alias" {
        return Err(voices::Refusal::NotYours.into());
    }
    verdict?;
    if scene.standing.is_author && scene.author.kind == "alias" {
        scene.viewer = scene.viewer.speaking_as(scene.thread.author_face);
    }
    Ok(scene)
}

fn form(ui: Shell, scene: &Scene, (fields, faults): (Fields, Faults)) -> Edit {
    let back = urls::thread(&scene.thread.public_id);
    let mut choices = reach::options(&ui, &scene.group);
    choices.retain(|choice| choice.reach <= scene.thread.reach);
    Edit {
        ui: ui.at(Door::Groups),
        url: format!("{back}/edit"),
        back,
        has_title: true,
        // One choice is none.
        choices: if choices.len() > 1 { choices } else { Vec::new() },
        has_copies: scene.thread.reach >= Reach::Partners,
        goes_on: scene.thread.goes_on,
        notes: content_notes::Choice::of(&fields, &scene.rules).staying(),
        fields,
        faults,
    }
}

fn parse(ui: &Shell, fields: &Fields, faults: &mut Faults, is_alias: bool) -> Option<Change> {
    let typed = |name| voices::typed(fields, name, is_alias);
    let title = faults.take(ui, "title", Title::parse(&typed("title")));
    let body = faults.take(ui, "body", Body::parse(&typed("body")));
    let note_words = faults.take(ui, "note_words", NoteWords::parse(&typed("note_words")));
    Some(Change {
        title: title?,
        body: body?,
        notes: content_notes::chosen(fields),
        note_words: note_words?,
        no_note_fits: content_notes::none_fits(fields),
        lasting: lasting::chosen(fields),
        reach: Reach::parse(fields.one("reach")),
    })
}
