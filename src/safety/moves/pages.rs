//! Moving a thread, in the browser: which group, what changes, and why.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};

use super::{Done, Plan};
use crate::app::App;
use crate::forum::groups::Group;
use crate::forum::threads::{self, Thread};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::aliases;
use crate::kernel::{Error, FaceId, Html, PublicId, markdown};
use crate::page;
use crate::safety::actions::{ActId, Sentence, own};
use crate::safety::{moves, reports};
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of moving.
pub fn doors(doors: &mut Doors) {
    doors.get("/p/{id}/move", Who::Keeper, show);
    doors.post("/p/{id}/move", Who::Keeper, carry);
    doors.post("/decisions/{act}/agree", Who::Member, agree);
}

page! { "safety/moves/show.html",
    /// Where a thread could go, and what that changes.
    pub struct Show {
        thread: Thread,
        here: Group,
        choices: Vec<Group>,
        plan: Option<Plan>,
        fields: Fields,
        faults: Faults,
    }
}

impl Show {
    /// Who can read it, in a group.
    fn readers(&self, plan: &Plan, is_after: bool) -> String {
        if is_after {
            return threads::reader_sentence(&self.ui, &plan.to, plan.reach);
        }
        threads::reader_sentence(&self.ui, &plan.from, plan.thread.reach)
    }

    /// Who lets go of it elsewhere.
    fn elsewhere(&self, plan: &Plan) -> String {
        let (from, to) = (plan.from.title.as_str(), plan.to.title.as_str());
        self.ui.t2("move-elsewhere", ("from", from), ("to", to))
    }

    /// What is asked of people there.
    fn rules(plan: &Plan) -> Option<Html> {
        let text = &plan.to.rules_text;
        (!text.is_empty()).then(|| markdown::render(text))
    }
}

/// `GET /p/{id}/move`: with a group, what would change.
pub async fn show(
    app: Data<App>,
    member: Member,
    ui: Shell,
    id: Path<String>,
    request: HttpRequest,
) -> Answer {
    let fields = Fields::asked(&request);
    let page = load(&app, &member, ui, (&id, fields)).await?;
    if page.faults.is_empty() { ui::answer(&page) } else { ui::refused(&page) }
}

/// `POST /p/{id}/move`
pub async fn carry(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let mut faults = Faults::default();
    let words = faults.take(&ui, "reason", Sentence::parse(fields.one("reason")));
    if let Some(words) = words {
        let (of, viewer) = (PublicId::parse(&id).ok_or(Error::Absent)?, member.viewer());
        let own = own_faces(&app, &member).await?;
        let (to, thread) = (fields.one("group").to_owned(), of.clone());
        match app.write(move |tx| moves::carry(tx, (&viewer, &own), (&thread, &to), &words)).await {
            Ok(Done::Moved) => return Ok(see_other(&urls::thread(&of))),
            Ok(Done::Asked) => return Ok(see_other(&format!("{}/move?asked=1", urls::thread(&of)))),
            Err(error) => faults = Faults::mend(&ui, error)?,
        }
    }
    let page = load(&app, &member, ui, (&id, fields)).await?;
    ui::refused(&Show { faults, ..page })
}

/// `POST /decisions/{act}/agree`: whoever wrote the thread says yes.
pub async fn agree(app: Data<App>, member: Member, ui: Shell, id: Path<String>, _fields: Fields) -> Answer {
    let (viewer, id) = (member.viewer(), ActId::read(&id)?);
    let faces = own_faces(&app, &member).await?;
    match app.write(move |tx| moves::agree(tx, (&viewer, &faces), id)).await {
        Ok(()) => Ok(see_other("/decisions")),
        // The group was closed meanwhile, or it was moved otherwise.
        Err(error) => own::refused(&app, &member, ui, error).await,
    }
}

/// Every face of a member: of a worry about one of these they hear nothing here.
pub(super) async fn own_faces(app: &App, member: &Member) -> Result<Vec<FaceId>, Error> {
    let (face, hand) = (member.person.face, aliases::hand(app, member));
    app.read(move |db| {
        let mut own = reports::own_aliases(db, &hand)?;
        own.push(face);
        Ok(own)
    })
    .await
}

async fn load(app: &App, member: &Member, ui: Shell, (id, fields): (&str, Fields)) -> Result<Show, Error> {
    let id = PublicId::parse(id).ok_or(Error::Absent)?;
    let (viewer, to) = (member.viewer(), fields.one("group").to_owned());
    let own = own_faces(app, member).await?;
    let ((thread, here, choices), plan) = app
        .read(move |db| {
            let found = moves::choices(db, &viewer, &id)?;
            let plan = (!to.is_empty()).then(|| moves::weigh(db, (&viewer, &own), (&id, &to)));
            Ok((found, plan))
        })
        .await?;
    let mut faults = Faults::default();
    let plan = match plan {
        Some(Err(error)) => {
            faults = Faults::mend(&ui, error)?;
            None
        }
        other => other.transpose()?,
    };
    Ok(Show { ui: ui.at(Door::Groups), thread, here, choices, plan, fields, faults })
}
