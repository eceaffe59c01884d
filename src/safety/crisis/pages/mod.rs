//! The crisis lane in the browser: steps on a case, duty, and what reaches whoever it is about.

pub(super) mod door;

use actix_web::web::{Data, Path};

use self::door::{self as lane, Whom};
use super::model::Ready;
use super::views::Line;
use super::{Aside, Duty, Note, Refusal, Whose, Words};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::identity::sessions::Held;
use crate::kernel::Error;
use crate::page;
use crate::safety::actions::DECIDED;
use crate::safety::actions::case::{self, Show};
use crate::safety::actions::door as looking;
use crate::ui::{self, Door, Faults, Shell, urls};

/// In a page with several forms: which word the one that was sent is about.
const CARE: &str = "care";
/// Where members read what was written to them; and those whose account is not open.
const OWN: &str = "/care";
const HELD: &str = "/status/care";

/// The doors of the lane. Before those of cases, so that `/look/duty` is not one.
pub fn doors(doors: &mut Doors) {
    doors.post("/look/duty", Who::Keeper, duty);
    doors.post("/look/{case}/write", Who::Keeper, write);
    doors.post("/look/{case}/pass-on", Who::Keeper, pass_on);
    doors.post("/look/{case}/close", Who::Keeper, close);
    doors.post("/look/{case}/notes", Who::Keeper, note);
    doors.get("/care", Who::Member, show);
    doors.post("/care/{care}", Who::Member, answer);
    doors.post("/care/{care}/quiet", Who::Member, quiet);
    doors.get("/status/care", Who::Visitor, show_held);
    doors.post("/status/care/{care}", Who::Visitor, answer_held);
    doors.post("/status/care/{care}/quiet", Who::Visitor, quiet_held);
    doors.post("/p/{id}/safe", Who::Member, thread_safe);
    doors.post("/p/{id}/r/{reply}/safe", Who::Member, reply_safe);
}

page! { "safety/crisis/own.html",
    /// What people who look after things here wrote to somebody.
    pub struct Own { lines: Vec<Line>, duty: usize, at: &'static str, fields: Fields, faults: Faults }
}

/// `POST /look/duty`: on duty for some hours, or no longer.
pub async fn duty(app: Data<App>, member: Member, fields: Fields) -> Answer {
    let hours = fields.one("hours").parse::<i64>().ok().filter(|hours| Duty::HOURS.contains(hours));
    lane::serve(&app, &member, hours).await?;
    Ok(see_other("/look"))
}

/// `POST /look/{case}/write`
pub async fn write(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let page = case::load(&app, &member, ui.clone(), (&id, fields)).await?;
    let mut faults = Faults::default();
    let Some(words) = typed(&ui, &page.fields, &mut faults) else {
        return ui::refused(&Show { faults, ..page });
    };
    let offers = page.fields.sent("offers");
    let done = lane::write(&app, &member, &page.case.concern, (words, offers)).await;
    settled(&ui, done, page)
}

/// What is to be written: words that stand ready, or one's own.
fn typed(ui: &Shell, fields: &Fields, faults: &mut Faults) -> Option<Words> {
    let own = fields.one("care_words");
    let words = match Ready::parse(fields.one("say")) {
        Some(ready) => ready.words(ui),
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
    let done = lane::pass_on(&app, &member, page.case.concern.id, note).await;
    settled(&ui, done, page)
}

/// `POST /look/{case}/close`: closed for now, and asked about tomorrow.
pub async fn close(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let page = case::load(&app, &member, ui.clone(), (&id, fields)).await?;
    match lane::close(&app, &member, &ui, page.case.concern.id).await {
        Ok(()) => Ok(see_other(DECIDED)),
        Err(error) => settled(&ui, Err(error), page),
    }
}

/// `POST /look/{case}/notes`: a note for the others who may look at it.
pub async fn note(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let page = case::load(&app, &member, ui.clone(), (&id, fields)).await?;
    let mut faults = Faults::default();
    let Some(note) = faults.take(&ui, "case_note", Aside::parse(page.fields.one("case_note"))) else {
        return ui::refused(&Show { faults, ..page });
    };
    match lane::note(&app, &member, &page.case.concern, note).await {
        Ok(()) => Ok(see_other(&format!("{}#notes", page.case.url()))),
        Err(error) => settled(&ui, Err(error), page),
    }
}

/// The case once more: as it is now, or with why it was not done.
fn settled(ui: &Shell, done: Result<(), Error>, page: Show) -> Answer {
    match done {
        Ok(()) => Ok(see_other(&page.case.url())),
        Err(error) => {
            // The case is theirs to look at: whoever was in need said meanwhile that they are safe. What was typed is given back.
            let is_over = matches!(error, Error::Absent) && !page.left_over().is_empty();
            let error = if is_over { Error::from(Refusal::Closed) } else { error };
            let status = problem::status(error.kind());
            let faults = Faults::mend(ui, error)?;
            ui::with_status(status, &Show { faults, ..page })
        }
    }
}

/// `GET /care`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    ui::answer(&load(&app, &Whom::member(&app, &member).await?, (ui.at(Door::You), OWN)).await?)
}

/// `GET /status/care`: the same while one's account is not open.
pub async fn show_held(app: Data<App>, held: Held, ui: Shell) -> Answer {
    ui::answer(&load(&app, &Whom::held(&app, &held).await?, (ui, HELD)).await?)
}

async fn load(app: &App, whom: &Whom, (ui, at): (Shell, &'static str)) -> Result<Own, Error> {
    let lines = lane::own(app, whom).await?;
    let duty = looking::on_duty(app, Whose::Of(whom.face)).await?;
    Ok(Own { ui, lines, duty, at, fields: Fields::default(), faults: Faults::default() })
}

/// `POST /care/{care}`
pub async fn answer(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let whom = Whom::member(&app, &member).await?;
    take(&app, whom, (ui.at(Door::You), OWN), (&id, fields)).await
}

/// `POST /status/care/{care}`
pub async fn answer_held(app: Data<App>, held: Held, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let whom = Whom::held(&app, &held).await?;
    take(&app, whom, (ui, HELD), (&id, fields)).await
}

async fn take(
    app: &App,
    whom: Whom,
    (ui, at): (Shell, &'static str),
    (id, fields): (&str, Fields),
) -> Answer {
    let id = lane::care_id(id)?;
    let mut faults = Faults::default();
    let page = load(app, &whom, (ui.clone(), at)).await?;
    let typed = fields.with(CARE, id.to_string());
    let Some(words) = faults.take(&ui, "words", Words::parse(typed.one("words"))) else {
        return ui::refused(&Own { fields: typed, faults, ..page });
    };
    match lane::answer(app, whom, (id, words)).await {
        Ok(()) => Ok(see_other(at)),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            ui::with_status(status, &Own { fields: typed, faults, ..page })
        }
    }
}

/// `POST /care/{care}/quiet`: not to be asked any more under this name, for good; or to be asked again.
pub async fn quiet(app: Data<App>, member: Member, id: Path<String>, fields: Fields) -> Answer {
    let whom = Whom::member(&app, &member).await?;
    lane::set_quiet(&app, whom, (lane::care_id(&id)?, !fields.has("ask", "1"))).await?;
    Ok(see_other(OWN))
}

/// `POST /status/care/{care}/quiet`
pub async fn quiet_held(app: Data<App>, held: Held, id: Path<String>, fields: Fields) -> Answer {
    let whom = Whom::held(&app, &held).await?;
    lane::set_quiet(&app, whom, (lane::care_id(&id)?, !fields.has("ask", "1"))).await?;
    Ok(see_other(HELD))
}

impl Own {
    /// Whether whoever reads it may look at nothing else here.
    fn is_held(&self) -> bool {
        self.at == HELD
    }
}

/// `POST /p/{id}/safe`: whoever asked to be looked out for is safe now.
pub async fn thread_safe(app: Data<App>, member: Member, id: Path<String>, _fields: Fields) -> Answer {
    let thread = lane::safe(&app, &member, (&id, None)).await?;
    Ok(see_other(&urls::thread(&thread)))
}

/// `POST /p/{id}/r/{reply}/safe`
pub async fn reply_safe(
    app: Data<App>,
    member: Member,
    ids: Path<(String, String)>,
    _fields: Fields,
) -> Answer {
    let thread = lane::safe(&app, &member, (&ids.0, Some(&ids.1))).await?;
    Ok(see_other(&urls::thread(&thread)))
}

impl Own {
    /// What was typed as an answer where none is taken any more: it is not lost.
    fn left_over(&self) -> Option<&str> {
        let (of, words) = (self.fields.one(CARE), self.fields.one("words"));
        let takes = |line: &Line| line.is_read && line.answer.is_empty() && line.id.to_string() == of;
        (!of.is_empty() && !words.is_empty() && !self.lines.iter().any(takes)).then_some(words)
    }
}
