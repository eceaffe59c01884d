//! A whole community, from a case about words that came from there: what it may do here, in the browser.

use actix_web::web::{Data, Path};

use super::{Chosen, Preview, preview};
use crate::app::App;
use crate::federation::cases;
use crate::federation::peers::{Own, Stance, State};
use crate::forum::authors::Said;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::kernel::{Bounded, Error};
use crate::page;
use crate::safety::actions::{self, Back, Refusal};
use crate::safety::reports::{ConcernId, Reason};
use crate::ui::{self, Door, Faults, Shell};

/// The doors from a case to a whole community.
pub fn doors(doors: &mut Doors) {
    doors.get("/look/{case}/community", Who::Host, show);
    doors.post("/look/{case}/community", Who::Host, decide);
    doors.post("/look/done/{act}/community", Who::Host, undo);
}

page! { "federation/cases/show.html",
    /// A community behind a case.
    pub struct Show { seen: Preview, fields: Fields, faults: Faults }
}

impl Show {
    /// Words shown of each thing that would go out of sight.
    const SHOWN: usize = 280;

    fn url(&self) -> String {
        format!("/look/{}", self.seen.concern.id)
    }

    /// What it may do now.
    fn stance(&self) -> Stance {
        self.seen.peer.as_ref().map_or(Stance::Allow, |peer| peer.stance)
    }

    fn is_chosen(&self, stance: &Stance) -> bool {
        if self.fields.sent("stance") {
            self.fields.has("stance", stance.code())
        } else {
            *stance == self.stance()
        }
    }

    fn has_media(&self) -> bool {
        self.seen.peer.as_ref().is_none_or(|peer| peer.has_media)
    }

    fn is_partner(&self) -> bool {
        self.seen.peer.as_ref().is_some_and(|peer| peer.state == State::Partner)
    }

    /// What keeping it away would do at this moment.
    fn block_now(&self) -> String {
        let (held, waiting) = (self.seen.health.holds, self.seen.health.waiting);
        self.ui.t2("peer-block-now", ("held", held), ("waiting", waiting))
    }

    /// How a text begins.
    fn beginning(said: &Said) -> String {
        said.body.chars().take(Self::SHOWN).collect()
    }
}

/// `GET /look/{case}/community`
pub async fn show(app: Data<App>, member: Member, ui: Shell, id: Path<String>) -> Answer {
    ui::answer(&load(&app, &member, ui, (&id, Fields::default())).await?)
}

/// `POST /look/{case}/community`
pub async fn decide(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let page = load(&app, &member, ui.clone(), (&id, fields)).await?;
    let mut faults = Faults::default();
    let Some(chosen) = chosen(&ui, &page.fields, &mut faults) else {
        return ui::refused(&Show { faults, ..page });
    };
    match settle(&app, &member, page.seen.concern.id, chosen).await {
        Ok(()) => Ok(see_other(&page.url())),
        Err(error) => {
            let status = problem::status(error.kind());
            // Where nothing would change, it is what they may do that is to be chosen.
            if error.code() == "act-unchosen" {
                faults.add(&ui, "stance", &Refusal::Unchosen);
            } else {
                faults = Faults::mend(&ui, error)?;
            }
            ui::with_status(status, &Show { faults, ..page })
        }
    }
}

/// `POST /look/done/{act}/community`: takes a decision about a whole community back.
pub async fn undo(app: Data<App>, member: Member, ui: Shell, id: Path<String>, _fields: Fields) -> Answer {
    match take_back(&app, &member, &id).await {
        Ok(back) => Ok(see_other(actions::after(back, "/look/done"))),
        Err(error) => actions::not_taken_back(&app, &member, ui, error).await,
    }
}

/// The community behind a case, for whoever is signed in.
pub(super) async fn seen(app: &App, member: &Member, id: &str) -> Result<Preview, Error> {
    let (id, viewer, eyes) = (actions::case_id(id)?, member.viewer(), actions::eyes(app, member).await?);
    app.read(move |db| preview(db, (&viewer, &eyes), id)).await
}

/// Decides, unless somebody else looks at the case right now.
pub(super) async fn settle(app: &App, member: &Member, id: ConcernId, chosen: Chosen) -> Result<(), Error> {
    app.leases().check(id, member.person.face, app.clock().now())?;
    let (viewer, eyes, own) = (member.viewer(), actions::eyes(app, member).await?, own(app));
    app.write(move |tx| cases::decide(tx, (&viewer, &eyes), &own, (id, &chosen))).await?;
    app.forget_house();
    Ok(())
}

pub(super) async fn take_back(app: &App, member: &Member, id: &str) -> Result<Back, Error> {
    let (id, viewer, own) = (actions::act_id(id)?, member.viewer(), own(app));
    let eyes = actions::eyes(app, member).await?;
    let back = app.write(move |tx| cases::take_back(tx, (&viewer, &eyes), &own, id)).await?;
    app.forget_house();
    Ok(back)
}

async fn load(app: &App, member: &Member, ui: Shell, (id, fields): (&str, Fields)) -> Result<Show, Error> {
    let seen = seen(app, member, id).await?;
    Ok(Show { ui: ui.at(Door::You), seen, fields, faults: Faults::default() })
}

fn chosen(ui: &Shell, fields: &Fields, faults: &mut Faults) -> Option<Chosen> {
    let unchosen = |found: bool| if found { Ok(()) } else { Err(Refusal::Unchosen) };
    let stance = Stance::parse(fields.one("stance"));
    let why = Reason::parse(fields.one("why"));
    faults.take(ui, "stance", unchosen(stance.is_some()));
    faults.take(ui, "why", unchosen(why.is_some()));
    let words = faults.take(ui, "words", Bounded::parse(fields.one("words")));
    Some(Chosen {
        stance: stance?,
        has_media: !fields.sent("no_media"),
        why: why?,
        words: words?,
        removes: fields.sent("removes"),
    })
}

fn own(app: &App) -> Own {
    Own::at(&app.settings().server.origin())
}
