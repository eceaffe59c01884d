//! Changing an answer, taking it back, and how it was before.

use actix_web::web::{Data, Path};

use super::{parse, parsed};
use crate::app::App;
use crate::forum::content_notes::{self, HouseRule};
use crate::forum::replies::{self, Reply};
use crate::forum::threads::{self, Scene};
use crate::forum::voices::{self, Sent, Spot};
use crate::http::{Answer, Fields, problem, see_other};
use crate::kernel::{Day, Error, PublicId, markdown};
use crate::policy::{self, Action, Standing, Viewer};
use crate::ui::{self, Door, Faults, Shell, urls};

/// `GET /p/{id}/r/{reply}/edit`
pub async fn edit(app: Data<App>, viewer: Viewer, ui: Shell, ids: Path<(String, String)>) -> Answer {
    let (reply, _, rules) = own(&app, viewer, &ui, (&ids, Action::EditOwn)).await?;
    let words = [("body".to_owned(), reply.body.clone())];
    let fields: Fields = words.into_iter().chain(content_notes::fields(&reply.content_notes())).collect();
    ui::answer(&edit_form(ui, &ids, (&rules, reply.goes_on), (fields, Faults::default()))?)
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
    let mut faults = Faults::default();
    let (reply, writer, rules) = own(&app, viewer.clone(), &ui, (&ids, Action::EditOwn)).await?;
    let is_alias = writer.voice() != viewer.face();
    let Some(change) = parse(&ui, &fields, &mut faults, is_alias) else {
        return ui::refused(&edit_form(ui, &ids, (&rules, reply.goes_on), (fields, faults))?);
    };
    let place = format!("{}#r{id}", urls::reply(&thread, &id));
    let Some(signed) = ui.signed.clone() else { return Err(policy::Refusal::SignInFirst.into()) };
    match voices::change_reply(&app, &signed, (thread.clone(), id), change).await {
        Ok(Sent::Up(_)) => Ok(see_other(&place)),
        Ok(Sent::Waits) => Ok(see_other(&waits_at(&app, viewer, thread).await?)),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            ui::with_status(status, &edit_form(ui, &ids, (&rules, reply.goes_on), (fields, faults))?)
        }
    }
}

/// `GET /p/{id}/r/{reply}/delete`
pub async fn ask(app: Data<App>, viewer: Viewer, ui: Shell, ids: Path<(String, String)>) -> Answer {
    let (reply, _, _) = own(&app, viewer, &ui, (&ids, Action::TakeBackOwn)).await?;
    let (thread, id) = parsed(&ids)?;
    let back = urls::reply(&thread, &id);
    let html = markdown::render(&reply.body);
    ui::answer(&threads::TakeBack::of(&app, ui, back, html).await?)
}

/// `POST /p/{id}/r/{reply}/delete`
pub async fn delete(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    ids: Path<(String, String)>,
    _fields: Fields,
) -> Answer {
    let (thread, id) = parsed(&ids)?;
    let back = super::own::after(&app, &viewer, &thread).await?;
    let (_, writer, _) = own(&app, viewer, &ui, (&ids, Action::TakeBackOwn)).await?;
    let (at, side) = (Spot::Thread(thread.clone()), voices::side_of(&writer));
    let gone = app.write_as(side, move |tx| replies::take_back(tx, &writer, (&thread, &id)));
    voices::evenly(&app, at, gone).await?;
    Ok(see_other(&back))
}

/// `GET /p/{id}/r/{reply}/history`
pub async fn history(app: Data<App>, viewer: Viewer, ui: Shell, ids: Path<(String, String)>) -> Answer {
    let (thread, id) = parsed(&ids)?;
    let back = urls::reply(&thread, &id);
    let (_, writer, _) = own(&app, viewer, &ui, (&ids, Action::SeeRevisions)).await?;
    let revisions = app.read(move |db| replies::history(db, &writer, (&thread, &id))).await?;
    ui::answer(&threads::History::of(ui, back, revisions))
}

/// The reply, and its reader as whoever of theirs gave it.
async fn own(
    app: &App,
    viewer: Viewer,
    ui: &Shell,
    (ids, action): (&(String, String), Action),
) -> Result<(Reply, Viewer, Vec<HouseRule>), Error> {
    let (thread, id) = parsed(ids)?;
    let hand = ui.signed.as_deref().map(|signed| voices::hand(app, signed));
    app.read(move |db| {
        let writer = match hand {
            Some(hand) => voices::writer_of_reply(db, &viewer, &hand, (&thread, &id)),
            None => Ok(viewer.clone()),
        };
        let voice = writer.as_ref().unwrap_or(&viewer);
        let (thread, reply, _) = match replies::find(db, voice, &thread, &id) {
            Err(error) if action == Action::TakeBackOwn => {
                replies::find_own(db, voice.voice(), (&thread, &id)).map_err(|_| error)?
            }
            found => found?,
        };
        let author = reply.author_face;
        let standing = Standing::towards_words(db, voice, thread.group_id, author)?;
        match (policy::may(voice, action, &standing), writer) {
            (Ok(_), _) if reply.is_taken_back() => Err(threads::Refusal::TakenBack.into()),
            (Ok(_), writer) => {
                let rules =
                    content_notes::for_replies(content_notes::house_rules(db, &viewer, thread.group_id)?);
                Ok((reply, writer.unwrap_or(viewer), rules))
            }
            (Err(_), Err(refusal)) | (Err(refusal), Ok(_)) => Err(refusal),
        }
    })
    .await
}

async fn waits_at(app: &App, viewer: Viewer, thread: PublicId) -> Result<String, Error> {
    let at = thread.clone();
    let scene = app.read(move |db| Scene::read(db, (&viewer, None), &at)).await?;
    Ok(voices::waits_url(&scene.group.name, Some(&thread), false))
}

fn edit_form(
    ui: Shell,
    ids: &(String, String),
    (rules, goes_on): (&[HouseRule], Option<Day>),
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
        goes_on,
        notes,
        fields,
        faults,
    })
}
