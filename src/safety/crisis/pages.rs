//! The crisis lane in the browser: steps on a case, duty, and what reaches whoever it is about.

use actix_web::web::{Data, Path};

use super::model::Ready;
use super::views::{self, Line};
use super::{CareId, Duty, Note, Refusal, Words, commands, store};
use crate::app::App;
use crate::db::Side;
use crate::forum::content_notes::Notes;
use crate::forum::pace::Refusal as Away;
use crate::forum::{replies, threads};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::kernel::{Error, FaceId, PublicId};
use crate::page;
use crate::safety::actions::case::{self, Show};
use crate::safety::actions::{Decision, Sentence, Verb, door};
use crate::safety::reports;
use crate::ui::{self, Door, Faults, Shell, urls};

/// In a page with several forms: which word the one that was sent is about.
const CARE: &str = "care";

/// The doors of the lane. Before those of cases, so that `/look/duty` is not one.
pub fn doors(doors: &mut Doors) {
    doors.post("/look/duty", Who::Keeper, duty);
    doors.post("/look/{case}/write", Who::Keeper, write);
    doors.post("/look/{case}/pass-on", Who::Keeper, pass_on);
    doors.post("/look/{case}/close", Who::Keeper, close);
    doors.get("/care", Who::Member, show);
    doors.post("/care/{care}", Who::Member, answer);
    doors.post("/care/{care}/quiet", Who::Member, quiet);
    doors.post("/p/{id}/safe", Who::Member, thread_safe);
    doors.post("/p/{id}/r/{reply}/safe", Who::Member, reply_safe);
}

page! { "safety/crisis/own.html",
    /// What people who look after things here wrote to somebody.
    pub struct Own { lines: Vec<Line>, duty: usize, fields: Fields, faults: Faults }
}

/// `POST /look/duty`: on duty for some hours, or no longer.
pub async fn duty(app: Data<App>, member: Member, fields: Fields) -> Answer {
    door::may_look(&app, &member).await?;
    let (face, now, duty) = (member.person.face, app.clock().now(), app.leases().duty());
    let is_away = door::room(&app, &member).await?.away.is_some();
    match fields.one("hours").parse::<i64>() {
        Ok(hours) if is_away && hours > 0 => return Err(Away::Away.into()),
        Ok(hours) if Duty::HOURS.contains(&hours) => duty.begin(face, now.plus_s(hours * 3_600)),
        _ => duty.end(face),
    }
    Ok(see_other("/look"))
}

/// `POST /look/{case}/write`
pub async fn write(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let page = case::load(&app, &member, ui.clone(), (&id, fields)).await?;
    let mut faults = Faults::default();
    let Some(words) = typed(&ui, &page.fields, &mut faults) else {
        return ui::refused(&Show { faults, ..page });
    };
    let (id, now, offers) = (page.case.concern.id, app.clock().now(), page.fields.sent("offers"));
    let done = async {
        app.leases().check(id, member.person.face, now)?;
        let (viewer, eyes, ring) = (member.viewer(), door::eyes(&app, &member).await?, app.keys().clone());
        let side = door::side_of(&app, page.case.concern.face_id).await?;
        app.write_as(side, move |tx| commands::write(tx, (&viewer, &eyes), id, (&words, offers), &ring)).await
    };
    settled(&ui, done.await, page)
}

/// What is to be written: words that stand ready, or one's own.
fn typed(ui: &Shell, fields: &Fields, faults: &mut Faults) -> Option<Words> {
    let own = fields.one("care_words");
    let words = match Ready::parse(fields.one("say")) {
        Some(ready) => ui.t(&format!("care-say-{}", ready.code())).into_owned(),
        None if own.trim().is_empty() => {
            faults.add(ui, "care_words", &Refusal::Nothing);
            return None;
        }
        None => own.to_owned(),
    };
    faults.take(ui, "care_words", Words::parse(&words))
}

/// `POST /look/{case}/pass-on`: the others are called, and it is free for them.
pub async fn pass_on(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let page = case::load(&app, &member, ui.clone(), (&id, fields)).await?;
    let mut faults = Faults::default();
    let Some(note) = faults.take(&ui, "pass_note", Note::parse(page.fields.one("pass_note"))) else {
        return ui::refused(&Show { faults, ..page });
    };
    let (id, now) = (page.case.concern.id, app.clock().now());
    let done = async {
        app.leases().check(id, member.person.face, now)?;
        let (viewer, eyes, ring) = (member.viewer(), door::eyes(&app, &member).await?, app.keys().clone());
        app.write(move |tx| commands::pass_on(tx, (&viewer, &eyes), id, &note, &ring)).await?;
        app.leases().release(id, now);
        Ok(())
    };
    settled(&ui, done.await, page)
}

/// `POST /look/{case}/close`: closed for now, and asked about tomorrow.
pub async fn close(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let page = case::load(&app, &member, ui.clone(), (&id, fields)).await?;
    let words = Sentence::clipped(&ui.t("act-did-care"));
    let (notes, label) = (Notes::default(), None);
    let decision = Decision { verb: Verb::Care, words, days: 0, notes, label, removes: false, closes: false };
    match door::decide(&app, &member, page.case.concern.id, decision).await {
        Ok(_) => Ok(see_other("/look")),
        Err(error) => settled(&ui, Err(error), page),
    }
}

/// The case once more: as it is now, or with why it was not done.
fn settled(ui: &Shell, done: Result<(), Error>, page: Show) -> Answer {
    match done {
        Ok(()) => Ok(see_other(&page.case.url())),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(ui, error)?;
            ui::with_status(status, &Show { faults, ..page })
        }
    }
}

/// `GET /care`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    ui::answer(&load(&app, &member, ui).await?)
}

async fn load(app: &App, member: &Member, ui: Shell) -> Result<Own, Error> {
    let (own, ring) = (door::own_faces(app, member).await?, app.keys().clone());
    let lines = app.read(move |db| views::own(db, &own, &ring)).await?;
    let duty = app.leases().duty().on(app.clock().now());
    Ok(Own { ui: ui.at(Door::You), lines, duty, fields: Fields::default(), faults: Faults::default() })
}

/// `POST /care/{care}`
pub async fn answer(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let id = care_id(&id)?;
    let mut faults = Faults::default();
    let page = load(&app, &member, ui.clone()).await?;
    let typed = fields.with(CARE, id.to_string());
    let Some(words) = faults.take(&ui, "words", Words::parse(typed.one("words"))) else {
        return ui::refused(&Own { fields: typed, faults, ..page });
    };
    let (own, side) = whose(&app, &member, id).await?;
    let (viewer, ring) = (member.viewer(), app.keys().clone());
    let done = app.write_as(side, move |tx| commands::answer(tx, &viewer, &own, (id, &words), &ring)).await;
    match done {
        Ok(()) => Ok(see_other("/care")),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            ui::with_status(status, &Own { fields: typed, faults, ..page })
        }
    }
}

/// `POST /care/{care}/quiet`: not to be asked any more under this name, for good; or to be asked again.
pub async fn quiet(app: Data<App>, member: Member, id: Path<String>, fields: Fields) -> Answer {
    let (id, is_quiet) = (care_id(&id)?, !fields.has("ask", "1"));
    let (own, side) = whose(&app, &member, id).await?;
    let viewer = member.viewer();
    app.write_as(side, move |tx| commands::set_quiet(tx, &viewer, &own, (id, is_quiet))).await?;
    Ok(see_other("/care"))
}

/// Every face of a member, and the side on which the one stands that a word was said to.
async fn whose(app: &App, member: &Member, id: CareId) -> Result<(Vec<FaceId>, Side), Error> {
    let own = door::own_faces(app, member).await?;
    let faces = own.clone();
    let face = app.read(move |db| Ok(store::find_to(db, &faces, id)?.face_id)).await?;
    let side = door::side_of(app, face).await?;
    Ok((own, side))
}

/// `POST /p/{id}/safe`: whoever asked to be looked out for is safe now.
pub async fn thread_safe(app: Data<App>, member: Member, id: Path<String>, _fields: Fields) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    safe(&app, &member, (id, None)).await
}

/// `POST /p/{id}/r/{reply}/safe`
pub async fn reply_safe(
    app: Data<App>,
    member: Member,
    ids: Path<(String, String)>,
    _fields: Fields,
) -> Answer {
    let parse = |text: &str| PublicId::parse(text).ok_or(Error::Absent);
    safe(&app, &member, (parse(&ids.0)?, Some(parse(&ids.1)?))).await
}

async fn safe(app: &App, member: &Member, (thread, reply): (PublicId, Option<PublicId>)) -> Answer {
    let back = urls::thread(&thread);
    let viewer = member.viewer();
    let (place, face) = app
        .read(move |db| {
            if let Some(reply) = reply {
                let (thread, reply, _) = replies::find(db, &viewer, &thread, &reply)?;
                Ok(((thread.id, Some(reply.id)), reply.author_face))
            } else {
                let (thread, _) = threads::find(db, &viewer, &thread)?;
                Ok(((thread.id, None), thread.author_face))
            }
        })
        .await?;
    let own = door::own_faces(app, member).await?;
    let (side, viewer) = (door::side_of(app, Some(face)).await?, member.viewer());
    app.write_as(side, move |tx| reports::unflag(tx, &viewer, &own, place)).await?;
    Ok(see_other(&back))
}

/// A word's id in an address.
fn care_id(id: &str) -> Result<CareId, Error> {
    id.parse().map(CareId).map_err(|_| Error::Absent)
}
