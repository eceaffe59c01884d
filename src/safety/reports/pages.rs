//! Telling of something, in the browser.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::{About, GoesOn, Reason, Refusal, Teller, Telling, Told, Words};
use crate::app::App;
use crate::db::{Db, Side};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Signed, Who, see_other};
use crate::identity::aliases;
use crate::kernel::{Error, FaceId, PublicId};
use crate::page;
use crate::recovery::chips::{self, ChipId};
use crate::recovery::circle::{self, Of, Part};
use crate::safety::reports::{self, Tier};
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of concerns.
pub fn doors(doors: &mut Doors) {
    doors.get("/p/{id}/concern", Who::Member, new_thread);
    doors.post("/p/{id}/concern", Who::Member, tell_thread);
    doors.get("/p/{id}/r/{reply}/concern", Who::Member, new_reply);
    doors.post("/p/{id}/r/{reply}/concern", Who::Member, tell_reply);
    doors.get("/people/{name}/concern", Who::Member, new_person);
    doors.post("/people/{name}/concern", Who::Member, tell_person);
    doors.get("/chips/{chip}/concern", Who::Member, new_chip);
    doors.post("/chips/{chip}/concern", Who::Member, tell_chip);
    doors.get("/circle/concern", Who::Member, new_circle);
    doors.post("/circle/concern", Who::Member, tell_circle);
    doors.get("/g/{name}/concern", Who::Member, new_group);
    doors.post("/g/{name}/concern", Who::Member, tell_group);
    doors.get("/concerns", Who::Member, list);
}

page! { "safety/reports/new.html",
    /// "What's the matter?"
    pub struct New { about: &'static str, back: String, of: Named, seen: Seen, fields: Fields, faults: Faults }
}

page! { "safety/reports/list.html",
    /// What somebody told, and what came of it.
    pub struct List { told: Vec<Told>, is_sent: bool }
}

/// What the form itself says of what it is about, where its address does not.
type Named = Vec<(&'static str, String)>;

/// Who reads it: the key of the words for these, and another community that may be told, too.
#[derive(Clone)]
pub struct Seen {
    /// The key.
    reader: &'static str,
    /// Its name on the network.
    elsewhere: Option<String>,
    /// What came with a chip, or stands in the circle, which may go along; empty: there is none.
    quoted: String,
}

/// The words where nobody reads it for now: these stand first.
const TO_NOBODY: &str = "concern-to-nobody";

impl New {
    /// Whether it is about words, which can be folded for whoever tells; and whether they are, unless they say otherwise.
    fn may_fold(&self) -> bool {
        ["concern-about-thread", "concern-about-reply"].contains(&self.about)
    }

    fn folds(&self) -> bool {
        self.faults.is_empty() || self.fields.sent("folds")
    }

    /// Whether it is about what stands in the circle, which everybody there can read.
    fn is_circle(&self) -> bool {
        !self.of.is_empty()
    }

    /// Whether the words of a chip or a circle go along, unless whoever tells says otherwise.
    fn quotes(&self) -> bool {
        self.faults.is_empty() || self.fields.sent("quotes")
    }

    fn is_unread(&self) -> bool {
        self.seen.reader == TO_NOBODY
    }
}

/// `GET /p/{id}/concern`
pub async fn new_thread(app: Data<App>, member: Member, ui: Shell, id: Path<String>) -> Answer {
    new(&app, &member, ui, thread(&id)?).await
}

/// `POST /p/{id}/concern`
pub async fn tell_thread(
    app: Data<App>,
    member: Member,
    ui: Shell,
    id: Path<String>,
    fields: Fields,
) -> Answer {
    tell(&app, &member, ui, (thread(&id)?, fields)).await
}

/// `GET /p/{id}/r/{reply}/concern`
pub async fn new_reply(app: Data<App>, member: Member, ui: Shell, ids: Path<(String, String)>) -> Answer {
    new(&app, &member, ui, reply(&ids)?).await
}

/// `POST /p/{id}/r/{reply}/concern`
pub async fn tell_reply(
    app: Data<App>,
    member: Member,
    ui: Shell,
    ids: Path<(String, String)>,
    fields: Fields,
) -> Answer {
    tell(&app, &member, ui, (reply(&ids)?, fields)).await
}

/// `GET /people/{name}/concern`
pub async fn new_person(app: Data<App>, member: Member, ui: Shell, name: Path<String>) -> Answer {
    new(&app, &member, ui, About::Person(name.into_inner())).await
}

/// `POST /people/{name}/concern`
pub async fn tell_person(
    app: Data<App>,
    member: Member,
    ui: Shell,
    name: Path<String>,
    fields: Fields,
) -> Answer {
    tell(&app, &member, ui, (About::Person(name.into_inner()), fields)).await
}

/// `GET /chips/{chip}/concern`
pub async fn new_chip(app: Data<App>, member: Member, ui: Shell, chip: Path<i64>) -> Answer {
    new(&app, &member, ui, About::Chip(ChipId(chip.into_inner()))).await
}

/// `POST /chips/{chip}/concern`
pub async fn tell_chip(app: Data<App>, member: Member, ui: Shell, chip: Path<i64>, fields: Fields) -> Answer {
    tell(&app, &member, ui, (About::Chip(ChipId(chip.into_inner())), fields)).await
}

/// `GET /circle/concern?what=…&of=…`: of the circle of the day before, `&day=yesterday`.
pub async fn new_circle(app: Data<App>, member: Member, ui: Shell, request: HttpRequest) -> Answer {
    new(&app, &member, ui, in_circle(&Fields::asked(&request))?).await
}

/// `POST /circle/concern`
pub async fn tell_circle(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    tell(&app, &member, ui, (in_circle(&fields)?, fields)).await
}

/// `GET /g/{name}/concern`
pub async fn new_group(app: Data<App>, member: Member, ui: Shell, name: Path<String>) -> Answer {
    new(&app, &member, ui, About::Group(name.into_inner())).await
}

/// `POST /g/{name}/concern`
pub async fn tell_group(
    app: Data<App>,
    member: Member,
    ui: Shell,
    name: Path<String>,
    fields: Fields,
) -> Answer {
    tell(&app, &member, ui, (About::Group(name.into_inner()), fields)).await
}

/// `GET /concerns`
pub async fn list(app: Data<App>, member: Member, ui: Shell, request: HttpRequest) -> Answer {
    let teller = teller(&app, &member);
    let told = app.read(move |db| reports::own(db, &teller)).await?;
    let is_sent = Fields::asked(&request).sent("sent");
    ui::answer(&List { ui: ui.at(Door::You), told, is_sent })
}

/// What somebody holds to tell of something.
#[must_use]
pub fn teller(app: &App, signed: &Signed) -> Teller {
    Teller::new(signed.secret(), app.keys().clone(), app.clock().now().day())
}

/// Every alias of somebody's whose tie lives: what is about one of these is about them.
///
/// # Errors
/// A fault of the database.
pub fn own_aliases(db: &mut Db, hand: &aliases::Hand) -> Result<Vec<FaceId>, Error> {
    Ok(aliases::mine(db, hand)?.into_iter().map(|own| own.alias.face).collect())
}

async fn new(app: &App, member: &Member, ui: Shell, about: About) -> Answer {
    let seen = look(app, member, about.clone()).await?;
    ui::answer(&form(ui, (&about, seen), (Fields::default(), Faults::default())))
}

/// Whether somebody may tell of it, and who reads it.
async fn look(app: &App, member: &Member, about: About) -> Result<Seen, Error> {
    let (viewer, hand, today) = (member.viewer(), aliases::hand(app, member), app.clock().now().day());
    let ring = app.keys().clone();
    app.read(move |db| {
        let own = own_aliases(db, &hand)?;
        let quoted = match &about {
            About::Chip(id) => chips::quoted(db, &viewer, (*id, &ring))?,
            About::Circle(of) => circle::quoted(db, &viewer, (of, today), &ring)?,
            _ => String::new(),
        };
        let subject = reports::about(db, &viewer, &own, (&about, today))?;
        let elsewhere = reports::elsewhere(db, &subject)?;
        let is_unread = reports::is_unread(db, (subject.tier, subject.face, subject.group))?;
        let reader = match subject.tier {
            _ if is_unread => TO_NOBODY,
            Tier::Group => "concern-to-keepers",
            Tier::House => "concern-to-hosts",
        };
        Ok(Seen { reader, elsewhere, quoted })
    })
    .await
}

async fn tell(app: &App, member: &Member, ui: Shell, (about, fields): (About, Fields)) -> Answer {
    let seen = look(app, member, about.clone()).await?;
    let mut faults = Faults::default();
    let chosen = Reason::parse(fields.one("reason")).ok_or(Refusal::ReasonMissing);
    let reason = faults.take(&ui, "reason", chosen);
    let words = faults.take(&ui, "words", Words::parse(fields.one("words")));
    let (Some(reason), Some(words)) = (reason, words) else {
        return ui::refused(&form(ui, (&about, seen), (fields, faults)));
    };
    let goes_on = goes_on(fields.sent("elsewhere"), fields.sent("elsewhere_words"));
    let (folds, quotes) = (fields.sent("folds"), fields.sent("quotes"));
    match send(app, member, about.clone(), Telling { reason, words, goes_on, folds, quotes }).await {
        Ok(()) => Ok(see_other("/concerns?sent")),
        Err(error) => {
            let (status, faults): (StatusCode, Faults) = Faults::mend_as(&ui, error)?;
            ui::with_status(status, &form(ui, (&about, seen), (fields, faults)))
        }
    }
}

/// Nothing goes on unless somebody says so, and no words without that.
pub(super) const fn goes_on(is_told: bool, has_words: bool) -> GoesOn {
    match (is_told, has_words) {
        (false, _) => GoesOn::Not,
        (true, false) => GoesOn::Bare,
        (true, true) => GoesOn::WithWords,
    }
}

/// Tells, on the side of aliases: nothing says that whoever is signed in did so.
pub(super) async fn send(app: &App, member: &Member, about: About, said: Telling) -> Result<(), Error> {
    app.throttle().concern(member.person.face)?;
    let (viewer, hand, teller) = (member.viewer(), aliases::hand(app, member), teller(app, member));
    app.write_as(Side::Alias, move |tx| {
        let own = own_aliases(tx, &hand)?;
        reports::tell(tx, (&viewer, &teller, &hand), (&own, &about), &said)
    })
    .await
}

fn form(ui: Shell, (about, seen): (&About, Seen), (fields, faults): (Fields, Faults)) -> New {
    let (word, back) = match about {
        About::Thread(id) => ("concern-about-thread", urls::thread(id)),
        About::Reply(thread, id) => ("concern-about-reply", urls::reply(thread, id)),
        About::Person(name) => ("concern-about-person", urls::person(name)),
        About::Chip(_) => ("concern-about-chip", "/chips".to_owned()),
        About::Circle(of) if of.is_yesterday => ("concern-about-circle", "/circle?day=yesterday".to_owned()),
        About::Circle(_) => ("concern-about-circle", "/circle".to_owned()),
        About::Group(name) => ("concern-about-group", urls::in_group(name, "about")),
    };
    let of = match about {
        About::Circle(of) => named(of),
        _ => Vec::new(),
    };
    New { ui: ui.at(Door::Groups), about: word, back, of, seen, fields, faults }
}

/// What an address or a form of the circle names.
const PART: &str = "what";
const BY: &str = "of";
const DAY: (&str, &str) = ("day", "yesterday");

fn in_circle(fields: &Fields) -> Result<About, Error> {
    let part = Part::parse(fields.one(PART)).ok_or(Error::Absent)?;
    let (name, is_yesterday) = (fields.one(BY).to_owned(), fields.has(DAY.0, DAY.1));
    Ok(About::Circle(Of { part, name, is_yesterday }))
}

fn named(of: &Of) -> Named {
    let day = of.is_yesterday.then(|| (DAY.0, DAY.1.to_owned()));
    [(PART, of.part.code().to_owned()), (BY, of.name.clone())].into_iter().chain(day).collect()
}

fn thread(id: &str) -> Result<About, Error> {
    PublicId::parse(id).map(About::Thread).ok_or(Error::Absent)
}

fn reply((thread, reply): &(String, String)) -> Result<About, Error> {
    let parse = |text: &str| PublicId::parse(text).ok_or(Error::Absent);
    Ok(About::Reply(parse(thread)?, parse(reply)?))
}
