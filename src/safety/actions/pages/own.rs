//! What was decided about somebody's own words or names, and how they answer: also while their account is paused.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};

use super::door;
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Fields, problem, see_other};
use crate::identity::sessions::Held;
use crate::kernel::{Error, FaceId};
use crate::page;
use crate::safety::actions::views::{self, Line};
use crate::safety::actions::{ActId, Plea};
use crate::ui::{self, Door, Faults, Shell};

page! { "safety/actions/own.html",
    /// What was decided about somebody's own words.
    pub struct Own { lines: Vec<Line>, older: Option<String>, at: &'static str, fields: Fields, faults: Faults }
}

/// `GET /decisions`: with `?before=` a decision, those before it.
pub async fn show(app: Data<App>, member: Member, ui: Shell, request: HttpRequest) -> Answer {
    let own = door::own_faces(&app, &member).await?;
    let before = door::before(Fields::asked(&request).one("before"))?;
    ui::answer(&load(&app, ui.at(Door::You), (own, "/decisions"), before).await?)
}

/// `POST /decisions/{act}`
pub async fn appeal(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let own = door::own_faces(&app, &member).await?;
    take(&app, ui.at(Door::You), (own, "/decisions"), (&id, fields)).await
}

/// `GET /status/decisions`
pub async fn show_held(app: Data<App>, held: Held, ui: Shell, request: HttpRequest) -> Answer {
    let own = door::held_faces(&app, &held).await?;
    let before = door::before(Fields::asked(&request).one("before"))?;
    ui::answer(&load(&app, ui, (own, "/status/decisions"), before).await?)
}

/// `POST /status/decisions/{act}`
pub async fn appeal_held(app: Data<App>, held: Held, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let own = door::held_faces(&app, &held).await?;
    take(&app, ui, (own, "/status/decisions"), (&id, fields)).await
}

async fn load(
    app: &App,
    ui: Shell,
    (own, at): (Vec<FaceId>, &'static str),
    before: Option<ActId>,
) -> Result<Own, Error> {
    let page = app.read(move |db| views::decisions(db, &own, before)).await?;
    let older = page.next.map(|next| format!("{at}?before={next}"));
    Ok(Own { ui, lines: page.rows, older, at, fields: Fields::default(), faults: Faults::default() })
}

async fn take(
    app: &App,
    ui: Shell,
    (own, at): (Vec<FaceId>, &'static str),
    (id, fields): (&str, Fields),
) -> Answer {
    let id = door::act_id(id)?;
    let mut faults = Faults::default();
    let Some(words) = faults.take(&ui, "words", Plea::parse(fields.one("words"))) else {
        let page = load(app, ui, (own, at), None).await?;
        return ui::refused(&Own { fields: fields.with(super::ACT, id.to_string()), faults, ..page });
    };
    match door::appeal(app, own.clone(), (id, words)).await {
        Ok(()) => Ok(see_other(at)),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            let page = load(app, ui, (own, at), None).await?;
            let fields = fields.with(super::ACT, id.to_string());
            ui::with_status(status, &Own { fields, faults, ..page })
        }
    }
}

/// The page as it is now, and why what was pressed there cannot be done.
///
/// # Errors
/// The error itself, if it is no refusal; a fault of the database.
pub async fn refused(app: &App, member: &Member, ui: Shell, error: Error) -> Answer {
    let status = problem::status(error.kind());
    let faults = Faults::said(&ui, error)?;
    let own = door::own_faces(app, member).await?;
    let page = load(app, ui.at(Door::You), (own, "/decisions"), None).await?;
    ui::with_status(status, &Own { faults, ..page })
}

impl Own {
    /// A sentence that was typed for a decision that takes none any more: it is not lost.
    fn left_over(&self) -> Option<&str> {
        let takes = |line: &&Line| line.takes_words();
        super::left_over(&self.fields, self.lines.iter().filter(takes))
    }
}
