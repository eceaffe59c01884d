//! What was done, for those who look after things: with names.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};

use super::{door, queue};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, problem, see_other};
use crate::kernel::Error;
use crate::page;
use crate::safety::actions::views::Line;
use crate::safety::actions::{ActId, How, Sentence};
use crate::ui::{self, Door, Faults, Shell};

page! { "safety/actions/log.html",
    /// The log of service.
    pub struct Log { lines: Vec<Line>, older: Option<String>, faults: Faults }
}

/// `GET /look/done`: with `?before=` a decision, those before it.
pub async fn show(app: Data<App>, member: Member, ui: Shell, request: HttpRequest) -> Answer {
    let before = door::before(Fields::asked(&request).one("before"))?;
    ui::answer(&load(&app, &member, ui, (before, Faults::default())).await?)
}

async fn load(
    app: &App,
    member: &Member,
    ui: Shell,
    (before, faults): (Option<ActId>, Faults),
) -> Result<Log, Error> {
    let page = door::log(app, member, before).await?;
    let older = page.next.map(|next| format!("/look/done?before={next}"));
    Ok(Log { ui: ui.at(Door::You), lines: page.rows, older, faults })
}

/// `POST /look/done/{act}`: takes a decision back.
pub async fn undo(app: Data<App>, member: Member, ui: Shell, id: Path<String>, _fields: Fields) -> Answer {
    match door::take_back(&app, &member, door::act_id(&id)?).await {
        Ok(back) => Ok(see_other(queue::after(back, "/look/done"))),
        Err(error) => refused(&app, &member, ui, error).await,
    }
}

/// The log as it is now, and why nothing was taken back: that was done meanwhile, or cannot be any more, or is for others to do.
///
/// # Errors
/// The error itself, if it is no refusal; a fault of the database.
pub async fn refused(app: &App, member: &Member, ui: Shell, error: Error) -> Answer {
    let status = problem::status(error.kind());
    let faults = Faults::said(&ui, error)?;
    ui::with_status(status, &load(app, member, ui, (None, faults)).await?)
}

/// `POST /look/answers/{act}`
pub async fn answer(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let id = door::act_id(&id)?;
    let page = queue::load(&app, &member, ui.clone(), Fields::default()).await?;
    let mut faults = Faults::default();
    let Some(words) = faults.take(&ui, "answer_words", Sentence::parse(fields.one("words"))) else {
        return ui::refused(&queue::Queue {
            fields: fields.with(super::ACT, id.to_string()),
            faults,
            ..page
        });
    };
    let how = match fields.one("answer") {
        "lift" => How::Lifts,
        "ask" => How::Asks,
        _ => How::Stays,
    };
    match door::reply(&app, &member, (id, words, how)).await {
        Ok(back) => Ok(see_other(queue::after(back, "/look"))),
        Err(error) => {
            let status = problem::status(error.kind());
            // Whoever was to read it went up, or came back, meanwhile.
            let note = matches!(error, Error::Absent).then(|| ui.t("look-passed").into_owned());
            let faults = if note.is_some() { Faults::default() } else { Faults::said(&ui, error)? };
            // As it is now: somebody else may have answered meanwhile.
            let page = queue::load(&app, &member, ui, Fields::default()).await?;
            let fields = fields.with(super::ACT, id.to_string());
            ui::with_status(status, &queue::Queue { note, fields, faults, ..page })
        }
    }
}
