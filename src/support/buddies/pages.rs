//! Buddies in the browser.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::{
    Asked, BuddyId, BuddyLinkId, Cadence, Card, DAYS, Line, Met, Note, Offer, Open, Refusal, Sealer, Seen,
    Sent, Whom,
};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::kernel::{Error, PublicId, Token};
use crate::page;
use crate::support::buddies;
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of buddies.
pub fn doors(doors: &mut Doors) {
    doors.get("/buddies", Who::Member, list);
    doors.post("/buddies", Who::Member, make);
    doors.post("/buddies/withdraw", Who::Member, withdraw);
    doors.post("/buddies/note", Who::Member, note);
    doors.post("/buddies/ask-now", Who::Member, ask_now);
    doors.post("/buddies/end", Who::Member, end);
    doors.get("/buddies/with/{link}", Who::Member, with);
    doors.post("/buddies/with/{link}", Who::Member, accept);
    doors.post("/buddies/asked", Who::Member, accept_asked);
    doors.get("/people/{name}/buddy", Who::Member, whom);
    doors.post("/people/{name}/buddy", Who::Member, ask);
}

page! { "support/buddies/list.html",
    /// Somebody's buddies, their open links, and a form for another.
    pub struct List {
        buddies: Vec<Seen>,
        asked: Vec<Asked>,
        links: Vec<Open>,
        card: Card,
        blank: Card,
        yes: Option<(BuddyLinkId, Card)>,
        is_told: bool,
        fields: Fields,
        faults: Faults,
    }
}

page! { "support/buddies/ask.html",
    /// Asking somebody by name.
    pub struct Ask { whom: Whom, url: String, card: Card, fields: Fields, faults: Faults }
}

impl Ask {
    /// What there is to choose from.
    #[must_use]
    pub fn cadences() -> &'static [Cadence] {
        Cadence::ALL
    }
    /// Days for which they are asked.
    #[must_use]
    pub fn days() -> i64 {
        DAYS
    }
    /// Whether this is chosen; a few times a week, as long as nothing is.
    #[must_use]
    pub fn is_cadence(&self, cadence: &Cadence) -> bool {
        Cadence::parse(self.fields.one("cadence")).unwrap_or(Cadence::Few) == *cadence
    }
    /// Why they cannot be asked.
    #[must_use]
    pub fn why(&self) -> Option<String> {
        let words = match self.whom.why? {
            Refusal::Strangers => self.ui.t("buddies-strangers"),
            Refusal::Already => self.ui.t("buddies-already"),
            Refusal::Own => self.ui.t("buddies-not-oneself"),
            _ => self.ui.t("buddies-full"),
        };
        Some(words.into_owned())
    }
}

page! { "support/buddies/with.html",
    /// A link, for whoever opened it.
    pub struct With { met: Met, url: String, address: String, card: Card, faults: Faults }
}

impl List {
    /// What there is to choose from.
    #[must_use]
    pub fn cadences() -> &'static [Cadence] {
        Cadence::ALL
    }
    /// Days for which a link works.
    #[must_use]
    pub fn days() -> i64 {
        DAYS
    }
    /// Whether this is chosen; a few times a week, as long as nothing is.
    #[must_use]
    pub fn is_cadence(&self, cadence: &Cadence) -> bool {
        Cadence::parse(self.fields.one("cadence")).unwrap_or(Cadence::Few) == *cadence
    }
    /// Whether somebody said yes to this one, and something is to be mended.
    #[must_use]
    pub fn is_yes(&self, id: &BuddyLinkId) -> bool {
        self.yes.as_ref().is_some_and(|(yes, _)| yes == id)
    }
    /// The card with which they said yes; an empty one, as long as they did not.
    #[must_use]
    pub fn yes_with(&self, id: &BuddyLinkId) -> &Card {
        self.yes.as_ref().filter(|(yes, _)| yes == id).map_or(&self.blank, |(_, card)| card)
    }
    /// What the fields of a yes are told apart by: a way to a fault leads to the form that was sent.
    #[must_use]
    pub fn mark(&self, id: &BuddyLinkId) -> String {
        if self.is_yes(id) { String::new() } else { id.to_string() }
    }
    /// The same, for the form that asks somebody.
    #[must_use]
    pub const fn mark_new(&self) -> &'static str {
        if self.yes.is_some() { "new" } else { "" }
    }
}

impl With {
    /// The key of how often they would like to hear of each other.
    #[must_use]
    pub fn cadence(&self) -> String {
        format!("cadence-{}", self.met.cadence)
    }
    /// Whether they are buddies already.
    #[must_use]
    pub fn is_already(&self) -> bool {
        self.met.why == Some(Refusal::Already)
    }
}

/// `GET /buddies`; with `?told`, a buddy was asked a moment ago.
pub async fn list(app: Data<App>, member: Member, ui: Shell, request: HttpRequest) -> Answer {
    let is_told = Fields::asked(&request).sent("told");
    ui::answer(&List { is_told, ..load(&app, &member, ui).await? })
}

async fn load(app: &App, member: &Member, ui: Shell) -> Result<List, Error> {
    let (viewer, sealer, today) = (member.viewer(), sealer(app), ui.now.day());
    let (buddies, asked, links) = app
        .read(move |db| {
            let links = buddies::links(db, &viewer, today)?;
            let asked = buddies::asked(db, &viewer, &sealer, today)?;
            Ok((buddies::list(db, &viewer, &sealer, today)?, asked, links))
        })
        .await?;
    Ok(List {
        ui: ui.at(Door::You),
        buddies,
        asked,
        links,
        card: Card::default(),
        blank: Card::default(),
        yes: None,
        is_told: false,
        fields: Fields::default(),
        faults: Faults::default(),
    })
}

/// `POST /buddies`: the link is shown once, at its own address.
pub async fn make(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let (viewer, sealer) = (member.viewer(), sealer(&app));
    let (mut status, mut faults) = (StatusCode::UNPROCESSABLE_ENTITY, Faults::default());
    let typed = card_sent(&fields);
    if let Some(card) = card_read(&ui, &mut faults, &typed) {
        let cadence = Cadence::parse(fields.one("cadence")).unwrap_or(Cadence::Few);
        let offer = Offer { cadence, card, token: Token::parse(fields.one("once")) };
        match app.write(move |tx| buddies::make(tx, &viewer, &sealer, &offer)).await {
            Ok(token) => return Ok(see_other(&url(&token))),
            Err(error) => {
                status = problem::status(error.kind());
                faults = Faults::mend(&ui, error)?;
            }
        }
    }
    let page = load(&app, &member, ui).await?;
    ui::with_status(status, &List { card: Card::typed(&typed), fields, faults, ..page })
}

/// `POST /buddies/withdraw`
pub async fn withdraw(app: Data<App>, member: Member, fields: Fields) -> Answer {
    let id = BuddyLinkId::read(fields.one("link"))?;
    app.write(move |tx| buddies::withdraw(tx, &member.viewer(), id)).await?;
    Ok(see_other("/buddies"))
}

/// `POST /buddies/note`
pub async fn note(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let (viewer, sealer, id) = (member.viewer(), sealer(&app), buddy(&fields)?);
    let asked = Note::parse(fields.one("note"));
    let sent = match asked {
        Some(note) => app.write(move |tx| buddies::send(tx, &viewer, &sealer, (id, note))).await,
        None => Err(Refusal::Unknown.into()),
    };
    match sent {
        Ok(()) if asked.is_some_and(Note::asks) => Ok(see_other("/buddies?told=1")),
        Ok(()) => Ok(see_other("/buddies")),
        Err(error) => refused(&app, &member, ui, error).await,
    }
}

/// `POST /buddies/ask-now`: one press tells a buddy, who said that they may be told, that it is hard now.
pub async fn ask_now(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let (viewer, sealer, id) = (member.viewer(), sealer(&app), buddy(&fields)?);
    match app.write(move |tx| buddies::send(tx, &viewer, &sealer, (id, Note::Ask))).await {
        Ok(()) => Ok(see_other(&back(fields.one("back")))),
        Err(error) => refused(&app, &member, ui, error).await,
    }
}

/// The page on which somebody pressed: one of a few, or their own small room.
fn back(code: &str) -> String {
    match (code, PublicId::parse(code)) {
        ("support", _) => "/support#calls".to_owned(),
        ("plan", _) => "/support/plan#calls".to_owned(),
        (_, Some(id)) => format!("/support/ask/{id}"),
        (_, None) => "/buddies".to_owned(),
    }
}

/// The page with why not.
async fn refused(app: &App, member: &Member, ui: Shell, error: Error) -> Answer {
    let status = problem::status(error.kind());
    let faults = Faults::mend(&ui, error)?;
    let page = load(app, member, ui).await?;
    ui::with_status(status, &List { faults, ..page })
}

/// `POST /buddies/end`
pub async fn end(app: Data<App>, member: Member, fields: Fields) -> Answer {
    let id = buddy(&fields)?;
    app.write(move |tx| buddies::end(tx, &member.viewer(), id)).await?;
    Ok(see_other("/buddies"))
}

/// `GET /buddies/with/{link}`
pub async fn with(app: Data<App>, member: Member, ui: Shell, link: Path<String>) -> Answer {
    ui::answer(&read(&app, &member, ui, parse(&link)?).await?)
}

async fn read(app: &App, member: &Member, ui: Shell, token: Token) -> Result<With, Error> {
    let (viewer, sealer, today, url) = (member.viewer(), sealer(app), ui.now.day(), url(&token));
    let address = format!("{}{url}", app.settings().server.origin());
    let met = app.read(move |db| buddies::met(db, &viewer, &sealer, &token, today)).await?;
    Ok(With { ui: ui.at(Door::You), met, url, address, card: Card::default(), faults: Faults::default() })
}

/// `POST /buddies/with/{link}`: yes.
pub async fn accept(app: Data<App>, member: Member, ui: Shell, link: Path<String>, fields: Fields) -> Answer {
    let (viewer, sealer, token) = (member.viewer(), sealer(&app), parse(&link)?);
    let (mut status, mut faults) = (StatusCode::UNPROCESSABLE_ENTITY, Faults::default());
    let typed = card_sent(&fields);
    if let Some(card) = card_read(&ui, &mut faults, &typed) {
        let link = token.clone();
        match app.write(move |tx| buddies::accept(tx, &viewer, &sealer, (&link, &card))).await {
            Ok(()) => return Ok(see_other("/buddies")),
            Err(error) => {
                status = problem::status(error.kind());
                faults = Faults::mend(&ui, error)?;
            }
        }
    }
    let page = read(&app, &member, ui, token).await?;
    ui::with_status(status, &With { card: Card::typed(&typed), faults, ..page })
}

/// `POST /buddies/asked`: yes to somebody who asked by name.
pub async fn accept_asked(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let (viewer, sealer) = (member.viewer(), sealer(&app));
    let id = BuddyLinkId::read(fields.one("link"))?;
    let (mut status, mut faults) = (StatusCode::UNPROCESSABLE_ENTITY, Faults::default());
    let typed = card_sent(&fields);
    if let Some(card) = card_read(&ui, &mut faults, &typed) {
        match app.write(move |tx| buddies::accept_asked(tx, &viewer, &sealer, (id, &card))).await {
            Ok(()) => return Ok(see_other("/buddies")),
            Err(error) => {
                status = problem::status(error.kind());
                faults = Faults::mend(&ui, error)?;
            }
        }
    }
    let page = load(&app, &member, ui).await?;
    ui::with_status(status, &List { yes: Some((id, Card::typed(&typed))), faults, ..page })
}

/// `GET /people/{name}/buddy`
pub async fn whom(app: Data<App>, member: Member, ui: Shell, name: Path<String>) -> Answer {
    ui::answer(&look(&app, &member, ui, name.into_inner()).await?)
}

async fn look(app: &App, member: &Member, ui: Shell, name: String) -> Result<Ask, Error> {
    let (viewer, now) = (member.viewer(), ui.now);
    let whom = app.read(move |db| buddies::whom(db, &viewer, &name, now)).await?;
    let url = format!("{}/buddy", urls::person(&whom.name));
    let (card, fields, faults) = (Card::default(), Fields::default(), Faults::default());
    Ok(Ask { ui: ui.at(Door::You), whom, url, card, fields, faults })
}

/// `POST /people/{name}/buddy`
pub async fn ask(app: Data<App>, member: Member, ui: Shell, name: Path<String>, fields: Fields) -> Answer {
    let (viewer, sealer, name) = (member.viewer(), sealer(&app), name.into_inner());
    let (mut status, mut faults) = (StatusCode::UNPROCESSABLE_ENTITY, Faults::default());
    let typed = card_sent(&fields);
    if let Some(card) = card_read(&ui, &mut faults, &typed) {
        let cadence = Cadence::parse(fields.one("cadence")).unwrap_or(Cadence::Few);
        let (offer, asked) = (Offer { cadence, card, token: None }, name.clone());
        match app.write(move |tx| buddies::ask(tx, &viewer, &sealer, (&asked, &offer))).await {
            Ok(()) => return Ok(see_other("/buddies")),
            Err(error) => {
                status = problem::status(error.kind());
                faults = Faults::mend(&ui, error)?;
            }
        }
    }
    let page = look(&app, &member, ui, name).await?;
    ui::with_status(status, &Ask { card: Card::typed(&typed), fields, faults, ..page })
}

fn parse(link: &str) -> Result<Token, Error> {
    Token::parse(link).ok_or(Error::Absent)
}

/// A card as a form sends it.
#[must_use]
pub fn card_sent(fields: &Fields) -> Sent {
    let all = |name| fields.all(name).map(str::to_owned).collect::<Vec<String>>();
    let one = |name| fields.one(name).to_owned();
    Sent {
        likes: all("likes"),
        like_ways: all("likes_ways"),
        line: one("line"),
        can: all("can"),
        can_ways: all("can_ways"),
        can_line: one("can_line"),
        when: all("when"),
        zone: one("zone"),
    }
}

/// The card that was sent, or what is to be mended in it.
pub fn card_read(ui: &Shell, faults: &mut Faults, sent: &Sent) -> Option<Card> {
    let line = faults.take(ui, "line", Line::parse(&sent.line));
    let can_line = faults.take(ui, "can_line", Line::parse(&sent.can_line));
    faults.take(ui, "", Card::chosen(sent, (line?, can_line?)))
}

fn buddy(fields: &Fields) -> Result<BuddyId, Error> {
    BuddyId::read(fields.one("buddy"))
}

fn sealer(app: &App) -> Sealer {
    Sealer::new(app.keys().clone())
}

/// The address of a link.
fn url(token: &Token) -> String {
    format!("/buddies/with/{}", token.expose())
}
