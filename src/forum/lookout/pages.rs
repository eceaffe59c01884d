//! Help before words are posted, and the host's list.

use actix_web::web::Data;

use super::{Lines, List, model, store};
use crate::app::App;
use crate::db::Db;
use crate::forum::groups;
use crate::forum::lookout;
use crate::forum::threads::{self, Kind};
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::{Error, GroupId, Html, PublicId, markdown};
use crate::page;
use crate::policy::{self, Action, Viewer};
use crate::ui::{self, Door, Faults, Shell};

/// The field and the value of the button that leads from the offer back to the words.
pub const EDITS: (&str, &str) = ("step", "edit");
/// The field by which a writer asks to be looked out for.
pub const ASKED: &str = "lookout";
/// The field by which whoever tells of a setback asks to be asked how they are.
pub const AFTER: &str = "after";
/// The field that says help was offered.
const HELPED: &str = "helped";
/// The field that says a pause was offered.
const PAUSED: &str = "paused";
/// Fields by which these pages work: words of the moment, which are not kept with a draft.
pub const MACHINERY: [&str; 4] = [HELPED, PAUSED, ASKED, AFTER];

/// The doors of the list.
pub fn doors(doors: &mut Doors) {
    doors.get("/host/phrases", Who::Host, show);
    doors.post("/host/phrases", Who::Host, set);
}

page! { "forum/lookout/offer.html",
    /// Help, with everything that was typed below it, ready to be posted as it is.
    pub struct Offer { action: String, html: Html, duty: usize, is_told: bool, has_draft: bool, kept: Vec<(String, String)> }
}

page! { "forum/lookout/pause.html",
    /// "Before you send": an answer that may land as blame.
    pub struct Pause { action: String, html: Html, kept: Vec<(String, String)> }
}

page! { "forum/lookout/phrases.html",
    /// The list of phrases.
    pub struct Phrases { ours: Vec<&'static str>, is_kept: bool, fields: Fields, faults: Faults }
}

/// Whether help is offered before these words are posted: they meet the list, and it was not offered yet.
///
/// # Errors
/// A fault of the database.
pub async fn offers(app: &App, fields: &Fields) -> Result<bool, Error> {
    offers_for(app, fields, &["title", "body", "note_words"]).await
}

/// The same for words that are no post, by the fields that hold them.
///
/// # Errors
/// A fault of the database.
pub async fn offers_for(app: &App, fields: &Fields, names: &[&str]) -> Result<bool, Error> {
    if fields.has(HELPED, "1") {
        return Ok(false);
    }
    let words = names.iter().map(|name| fields.one(name)).collect::<Vec<_>>().join("\n");
    app.read(move |db| Ok(store::list(db)?.meets(&words))).await
}

/// The page of help. One more press posts the words as they are.
///
/// # Errors
/// A fault, if it could not be rendered.
pub async fn offer(
    app: &App,
    ui: Shell,
    (action, thread): (&str, Option<&PublicId>),
    fields: &Fields,
) -> Answer {
    let (thread, name) = (thread.cloned(), fields.one("group").to_owned());
    let duty = on_duty(app, &ui, move |db, viewer| match &thread {
        Some(thread) => Some(threads::find(db, viewer, thread).ok()?.0.group_id),
        None => Some(groups::find_by_name(db, viewer, &name).ok()?.id),
    });
    let html = markdown::render(fields.one("body"));
    let duty = duty.await?;
    offered(ui.at(Door::Share), (action, html), (duty, true, true), fields)
}

/// How many are on duty who would look at what somebody says in a group; where it is in none, anywhere.
async fn on_duty(
    app: &App,
    ui: &Shell,
    group: impl FnOnce(&mut Db, &Viewer) -> Option<GroupId> + Send + 'static,
) -> Result<usize, Error> {
    let Some(signed) = ui.signed.as_deref() else { return Ok(0) };
    let (viewer, world) = (Viewer::Person(signed.person.clone()), app.clone());
    app.read(move |db| {
        let group = group(db, &viewer);
        world.on_duty(db, viewer.face(), group)
    })
    .await
}

/// The same for words that are no post, of which those who look after things are told or nobody is: no draft is kept of them. Sent
/// with [`EDITS`], they are to be changed first.
///
/// # Errors
/// As [`offer`].
pub async fn offer_for(
    app: &App,
    ui: Shell,
    (action, name, is_told): (&str, &str, bool),
    fields: &Fields,
) -> Answer {
    let html = markdown::render(fields.one(name));
    let duty = on_duty(app, &ui, |_, _| None).await?;
    offered(ui.at(Door::Today), (action, html), (duty, is_told, false), fields)
}

fn offered(
    ui: Shell,
    (action, html): (&str, Html),
    (duty, is_told, has_draft): (usize, bool, bool),
    fields: &Fields,
) -> Answer {
    let action = action.to_owned();
    ui::answer(&Offer { ui, action, html, duty, is_told, has_draft, kept: kept(fields, HELPED) })
}

/// Whether a pause is offered before this answer is sent: it may land as blame on somebody who tells of a setback, and
/// nobody paused yet.
///
/// # Errors
/// A fault of the database.
pub async fn pauses(app: &App, viewer: &Viewer, thread: &PublicId, fields: &Fields) -> Result<bool, Error> {
    if fields.has(PAUSED, "1") || !model::blames(fields.one("body")) {
        return Ok(false);
    }
    let (viewer, thread) = (viewer.clone(), thread.clone());
    app.read(move |db| Ok(threads::find(db, &viewer, &thread)?.0.kind == Kind::Setback)).await
}

/// The page of a pause. A second press sends the answer as it is.
///
/// # Errors
/// A fault, if it could not be rendered.
pub fn pause(ui: Shell, action: &str, fields: &Fields) -> Answer {
    let (action, html, kept) =
        (action.to_owned(), markdown::render(fields.one("body")), kept(fields, PAUSED));
    ui::answer(&Pause { ui: ui.at(Door::Groups), action, html, kept })
}

/// Everything that was typed, but for the button that was pressed and what the page itself says anew.
fn kept(fields: &Fields, anew: &str) -> Vec<(String, String)> {
    let typed = fields.typed().filter(|(name, _)| *name != "step" && *name != anew);
    typed.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// `GET /host/phrases`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell, request: actix_web::HttpRequest) -> Answer {
    may(&viewer)?;
    let list = app.read(store::list).await?;
    let typed = [("added", list.added), ("dropped", list.dropped)];
    let fields = typed.into_iter().map(|(name, lines)| (name.to_owned(), lines.join("\n"))).collect();
    let is_kept = Fields::asked(&request).sent("kept");
    ui::answer(&page(ui, is_kept, (fields, Faults::default())))
}

/// `POST /host/phrases`
pub async fn set(app: Data<App>, viewer: Viewer, ui: Shell, fields: Fields) -> Answer {
    may(&viewer)?;
    let mut faults = Faults::default();
    let added = faults.take(&ui, "added", Lines::parse(fields.one("added")));
    let dropped = faults.take(&ui, "dropped", Lines::parse(fields.one("dropped")));
    let (Some(added), Some(dropped)) = (added, dropped) else {
        return ui::refused(&page(ui, false, (fields, faults)));
    };
    match app.write(move |tx| lookout::keep(tx, &viewer, (&added, &dropped))).await {
        Ok(()) => Ok(see_other("/host/phrases?kept")),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            ui::refused(&page(ui, false, (fields, faults)))
        }
    }
}

pub(super) fn may(viewer: &Viewer) -> Result<(), Error> {
    policy::may_in_community(viewer, Action::ManageCommunity).map(drop)
}

fn page(ui: Shell, is_kept: bool, (fields, faults): (Fields, Faults)) -> Phrases {
    Phrases { ui: ui.at(Door::You), ours: List::ours().collect(), is_kept, fields, faults }
}
