//! Asking for company and coming to somebody, in the browser.

mod lamp;
mod room;
mod stands;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::{Around, Asked, Circle, Line, Need, Refusal, Sealer, Seen, Start, Usual};
use crate::app::App;
use crate::db::Tx;
use crate::forum::{lookout, quiet};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::kernel::{Error, Kind, PublicId};
use crate::page;
use crate::support::oncall;
use crate::ui::{self, Faults, Shell};
pub use stands::{became, has_more, more, status};

/// The doors of company.
pub fn doors(doors: &mut Doors) {
    doors.get("/support/ask", Who::Member, new);
    doors.post("/support/ask", Who::Member, ask);
    doors.get("/support/asks", Who::Member, list);
    doors.get("/support/asks/live", Who::Member, list_live);
    doors.get("/support/ask/{id}", Who::Member, room::show);
    doors.get("/support/ask/{id}/now", Who::Member, room::show);
    doors.get("/support/ask/{id}/live", Who::Member, room::live);
    doors.post("/support/ask/{id}/come", Who::Member, come);
    doors.post("/support/ask/{id}/say", Who::Member, room::say);
    doors.post("/support/ask/{id}/turn", Who::Member, room::turn);
    doors.post("/support/ask/{id}/widen", Who::Member, room::widen);
    doors.post("/support/ask/{id}/let-go", Who::Member, room::let_go);
    doors.get("/lamp", Who::Member, lamp::show);
    doors.post("/lamp", Who::Member, lamp::light);
    doors.post("/lamp/out", Who::Member, lamp::put_out);
    doors.post("/lamp/rest", Who::Member, lamp::rest);
    doors.post("/lamp/hours", Who::Member, lamp::hours);
    doors.get("/lamp/after", Who::Member, lamp::after);
    doors.post("/lamp/after", Who::Member, lamp::look_after_oneself);
    doors.post("/lamp/after/done", Who::Member, lamp::looked_back);
}

page! { "support/oncall/new.html",
    /// The form, with a page to itself.
    pub struct New { form: AskForm }
}

page! { "support/oncall/list.html",
    /// Who asks for company, for those who may come.
    pub struct List { asks: Vec<Seen>, around: Around, faults: Faults }
}

/// The form with which somebody asks, and what there is around them.
#[derive(Default)]
pub struct AskForm {
    /// What there is around them.
    pub around: Around,
    /// How far it begins.
    pub start: Start,
    /// What was typed.
    pub fields: Fields,
    /// What is not right in it yet.
    pub faults: Faults,
}

impl AskForm {
    /// An empty one.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn load(app: &App, member: &Member, ui: &Shell) -> Result<Self, Error> {
        let (viewer, usual, now) = (member.viewer(), Usual::of(member), ui.now);
        let (around, start) = app.read(move |db| oncall::before_asking(db, &viewer, &usual, now)).await?;
        Ok(Self { around, start, ..Self::default() })
    }

    /// What there is to choose from, in order.
    #[must_use]
    pub fn needs() -> &'static [Need] {
        Need::ALL
    }
    /// See [`AskForm::needs`].
    #[must_use]
    pub fn circles() -> &'static [Circle] {
        Circle::ALL
    }

    /// Whether this is chosen; somebody to be with, as long as nothing is.
    #[must_use]
    pub fn is_need(&self, need: &Need) -> bool {
        Need::parse(self.fields.one("need")).unwrap_or(Need::Company) == *need
    }

    /// Whether this is chosen; where it begins, as long as nothing is.
    #[must_use]
    pub fn is_circle(&self, circle: &Circle) -> bool {
        Circle::parse(self.fields.one("consent")).unwrap_or(self.start.circle) == *circle
    }

    /// Who would be asked at once: counted, never guessed. Where it is nobody, why the choice below stands where it does.
    #[must_use]
    pub fn lit(&self, ui: &Shell) -> String {
        let none = || ui.t("ask-lit-none").into_owned();
        match self.around.lit {
            0 if self.fields.sent("consent") => none(),
            0 if self.start.is_wider => format!("{} {}", none(), ui.t("ask-wider")),
            0 => format!("{} {}", none(), ui.t("ask-as-before")),
            lit => ui.t1("ask-lit", "n", lit),
        }
    }

    /// What is offered because nobody nearer can be asked: it is not taken for what somebody chose.
    #[must_use]
    pub fn offered(&self) -> Option<Circle> {
        let before = Circle::parse(self.fields.one("offered"));
        before.or_else(|| self.start.is_wider.then_some(self.start.circle))
    }
}

/// `GET /support/ask`: the form, or the room of whoever asked already.
pub async fn new(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let form = AskForm::load(&app, &member, &ui).await?;
    if let Some(id) = &form.around.own {
        return Ok(see_other(&room_url(id)));
    }
    ui::answer(&New { ui, form })
}

/// `POST /support/ask`: whoever asks already is led back to their room, with their line. Where the line meets the list of phrases, help comes first, with one more press to ask. Nobody is told.
pub async fn ask(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let (viewer, sealer) = (member.viewer(), sealer(&app));
    let (mut status, mut faults) = (StatusCode::UNPROCESSABLE_ENTITY, Faults::default());
    if fields.has(lookout::EDITS.0, lookout::EDITS.1) {
        status = StatusCode::OK;
    } else if let Some(line) = faults.take(&ui, "line", Line::parse(fields.one("line"))) {
        if lookout::offers_for(&app, &fields, &["line"]).await? {
            return lookout::offer_for(&app, ui, ("/support/ask", "line", false), &fields).await;
        }
        let asked = Asked {
            need: Need::parse(fields.one("need")).unwrap_or(Need::Company),
            line,
            consent: Circle::parse(fields.one("consent")).unwrap_or(Circle::Lamps),
        };
        let usual = is_own_choice(&fields).then(|| Usual::of(&member));
        let typed = asked.line.as_str().to_owned();
        let asks = move |tx: &mut Tx<'_>| oncall::ask_and_keep(tx, &viewer, &sealer, &asked, usual.as_ref());
        match app.write(asks).await {
            Ok((id, is_new)) if is_new || typed.is_empty() => return Ok(see_other(&room_url(&id))),
            Ok((id, _)) => return room::carried(&app, &member, ui, (id, typed)).await,
            Err(error) => {
                status = problem::status(error.kind());
                faults = Faults::mend(&ui, error)?;
            }
        }
    }
    let form = AskForm { fields, faults, ..AskForm::load(&app, &member, &ui).await? };
    ui::with_status(status, &New { ui, form })
}

/// Whether how far it goes was chosen, and not only offered.
fn is_own_choice(fields: &Fields) -> bool {
    fields.sent("consent") && fields.one("consent") != fields.one("offered")
}

/// `GET /support/asks`
pub async fn list(app: Data<App>, member: Member, ui: Shell) -> Answer {
    ui::answer(&load(&app, &member, ui).await?)
}

async fn load(app: &App, member: &Member, ui: Shell) -> Result<List, Error> {
    let (viewer, sealer, now) = (member.viewer(), sealer(app), ui.now);
    let (asks, around) = app.read(move |db| oncall::asks_for(db, &viewer, &sealer, now)).await?;
    Ok(List { ui, asks, around, faults: Faults::default() })
}

/// `GET /support/asks/live`: says when somebody asks whom one may come to.
pub async fn list_live(app: Data<App>, member: Member) -> Answer {
    let face = member.person.face;
    app.live().stream((oncall::LAMP, face.0), (quiet::MET, face.0), vec![face])
}

/// `POST /support/ask/{id}/come`
pub async fn come(app: Data<App>, member: Member, ui: Shell, id: Path<String>, _fields: Fields) -> Answer {
    let (viewer, sealer, id) = (member.viewer(), sealer(&app), parse(&id)?);
    let room = room_url(&id);
    match app.write(move |tx| oncall::claim(tx, &viewer, &sealer, &id)).await {
        Ok(()) => Ok(see_other(&room)),
        Err(error) => {
            let status = problem::status(error.kind());
            let faults = match error.kind() {
                Kind::Absent => not_here(&ui),
                _ => Faults::mend(&ui, error)?,
            };
            let page = load(&app, &member, ui).await?;
            ui::with_status(status, &List { faults, ..page })
        }
    }
}

/// It is over, somebody was quicker, or it never reached them: told alike.
fn not_here(ui: &Shell) -> Faults {
    let mut faults = Faults::default();
    faults.add(ui, "", &Refusal::NotHere);
    faults
}

fn parse(id: &str) -> Result<PublicId, Error> {
    PublicId::parse(id).ok_or(Error::Absent)
}

fn sealer(app: &App) -> Sealer {
    Sealer::new(app.keys().clone(), app.clock().now().day())
}

/// The address of a room.
fn room_url(id: &PublicId) -> String {
    format!("/support/ask/{id}")
}
