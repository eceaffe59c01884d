//! What was done, for those who look after things: with names.

use actix_web::web::{Data, Path};

use super::{door, queue};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, problem, see_other};
use crate::kernel::Error;
use crate::page;
use crate::safety::actions::Sentence;
use crate::safety::actions::views::Line;
use crate::ui::{self, Door, Faults, Shell};

page! { "safety/actions/log.html",
    /// The log of service.
    pub struct Log { lines: Vec<Line>, faults: Faults }
}

/// `GET /look/done`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    ui::answer(&load(&app, &member, ui, Faults::default()).await?)
}

async fn load(app: &App, member: &Member, ui: Shell, faults: Faults) -> Result<Log, Error> {
    let lines = door::log(app, member).await?;
    Ok(Log { ui: ui.at(Door::You), lines, faults })
}

/// `POST /look/done/{act}`: takes a decision back.
pub async fn undo(app: Data<App>, member: Member, ui: Shell, id: Path<String>, _fields: Fields) -> Answer {
    match door::take_back(&app, &member, door::act_id(&id)?).await {
        Ok(back) => Ok(see_other(queue::after(back, "/look/done"))),
        // As the log is now: it was taken back meanwhile, or cannot be any more.
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            ui::with_status(status, &load(&app, &member, ui, faults).await?)
        }
    }
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
    match door::reply(&app, &member, (id, words, fields.has("answer", "lift"))).await {
        Ok(back) => Ok(see_other(queue::after(back, "/look"))),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            // As it is now: somebody else may have answered meanwhile.
            let page = queue::load(&app, &member, ui, Fields::default()).await?;
            let fields = fields.with(super::ACT, id.to_string());
            ui::with_status(status, &queue::Queue { fields, faults, ..page })
        }
    }
}
