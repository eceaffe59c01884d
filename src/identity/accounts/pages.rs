//! An account in the browser: everything personal, and where it stands.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpMessage as _, HttpRequest};

use super::{About, Arrived, Gate, Prepared, Profile, Standing, commands, going, store};
use crate::app::App;
use crate::http::viewer::{self, Member};
use crate::http::{Answer, Bucket, Doors, Fields, Who, problem, see_other};
use crate::identity::aliases::{self, Own};
use crate::identity::credentials;
use crate::identity::names::{self, Name};
use crate::identity::sessions::{self, Held, Staying};
use crate::identity::words::ReturnWords;
use crate::kernel::secret::sha256_hex;
use crate::kernel::{Error, Token};
use crate::keys::MemberSecret;
use crate::page;
use crate::policy::Refusal as Policy;
use crate::ui::{self, Door, Faults, Shell, urls};

/// In the page of names: which alias answers a decision, and what.
const ALIAS: &str = "alias";
const WORDS: &str = "words";

/// The doors of accounts.
pub fn doors(doors: &mut Doors) {
    doors.get("/status", Who::Visitor, show_status);
    doors.get("/you", Who::Member, show_you);
    doors.get("/you/names", Who::Member, show_names);
    doors.post("/you/names", Who::Member, change_names);
    doors.post("/you/names/answer", Who::Member, answer_as);
    doors.post("/you/safety/leaving", Who::Member, set_leaving);
    doors.post("/you/safety/kind-words", Who::Member, set_kind_words);
    doors.get("/you/data", Who::Member, show_data);
    doors.get("/you/data/delete", Who::Member, show_delete);
    doors.post("/you/data/delete", Who::Member, erase);
    doors.post("/status/stay", Who::Visitor, stay);
}

page! { "identity/accounts/status.html",
    /// Where an account stands.
    pub struct Status { standing: Standing, until: Option<String> }
}

page! { "identity/accounts/you.html",
    /// The door to everything personal.
    pub struct You { name: String, seed: i64, words_wait: bool, was_tried: bool }
}

page! { "identity/accounts/names.html",
    /// What others see of a member.
    pub struct Names { profile: Profile, aliases: Vec<Own>, fields: Fields, faults: Faults }
}

page! { "identity/accounts/data.html",
    /// What the community holds of a member, in words.
    pub struct Holdings { name: String }
}

page! { "identity/accounts/delete.html",
    /// Closing an account for good.
    pub struct Delete { name: String, days: i64, fields: Fields, faults: Faults }
}

/// What somebody brings who wants to come in, besides their first words.
pub struct Arriving {
    /// Their name.
    pub name: Name,
    /// What they wrote to be let in.
    pub application: String,
    /// Their link.
    pub invitation: Option<Token>,
    /// Who may come in.
    pub gate: Gate,
    /// The form's own mark.
    pub once: String,
    /// How long the device stays.
    pub staying: Staying,
}

/// Does what is slow before somebody comes in.
///
/// # Errors
/// `too-many`, busy.
pub async fn prepare(app: &App, request: &HttpRequest, arriving: Arriving) -> Result<Prepared, Error> {
    let Arriving { name, application, invitation, gate, once, staying } = arriving;
    let (once, now) = (sha256_hex(once.as_bytes()), app.clock().now());
    let memory = app.identity();
    let is_second_press = memory.arrivals.peek(&once, now).is_some();
    if !is_second_press {
        app.throttle().network(Bucket::Arrivals, request)?;
    }
    // Two presses at once agree on one secret before either of them is through.
    let secret = memory.arrivals.put_first(once.clone(), MemberSecret::new(app.chance()), now);
    let (words, derived) = credentials::fresh_words(app).await?;
    Ok(Prepared {
        name,
        application,
        invitation,
        gate,
        once,
        staying,
        is_second_press,
        words,
        derived,
        secret,
    })
}

/// Keeps what a newcomer is to be shown next.
pub fn remember(app: &App, arrived: &Arrived, words: ReturnWords) {
    let (memory, now) = (app.identity(), app.clock().now());
    memory.proven.put(arrived.holder.session, (), now);
    sessions::hear(memory, arrived.holder.session, now);
    if arrived.is_unknown {
        memory.newcomers.put(arrived.arrival.account, (), now);
    }
    if !arrived.is_again {
        memory.new_words.put(arrived.arrival.account, words, now);
    }
}

/// `GET /status`
pub async fn show_status(app: Data<App>, request: HttpRequest, ui: Shell) -> Answer {
    let held = request.extensions().get::<Held>().map(|held| held.0.account);
    let account = held.or_else(|| viewer::signed(&request).map(|signed| signed.person.account));
    let account = account.ok_or(Policy::SignInFirst)?;
    let standing = app.read(move |db| store::standing(db, account)).await?;
    let until = standing.until.map(|day| ui.date(&day));
    ui::answer(&Status { ui, standing, until })
}

/// `GET /you`
pub async fn show_you(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let (name, seed, words_wait) = (member.name.clone(), member.seed, member.words_wait);
    let was_tried = was_tried(&app, &name);
    ui::answer(&You { ui: ui.at(Door::You), name, seed, words_wait, was_tried })
}

/// Whether somebody tried a member's name so often that they are told.
pub(super) fn was_tried(app: &App, name: &str) -> bool {
    app.throttle().patience().was_tried_often(&names::key(name), app.clock().now())
}

/// `GET /you/names`
pub async fn show_names(app: Data<App>, member: Member, ui: Shell) -> Answer {
    ui::answer(&names(&app, &member, ui, None).await?)
}

/// `POST /you/names`: a name and words about oneself; or another face.
pub async fn change_names(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let face = member.person.face;
    if fields.sent("face") {
        app.write(move |tx| commands::new_face(tx, face)).await?;
        return Ok(see_other("/you/names"));
    }
    let mut faults = Faults::default();
    let name = faults.take(&ui, "name", names::check(fields.one("name")));
    let about = faults.take(&ui, "about", About::parse(fields.one("about")));
    if let (Some(name), Some(about)) = (name, about) {
        if let Err(error) = paced(&app, &member, &name) {
            let status = problem::status(error.kind());
            let faults = Faults::mend(&ui, error)?;
            let shown = names(&app, &member, ui, Some(fields)).await?;
            return ui::with_status(status, &Names { faults, ..shown });
        }
        let changed = app
            .write(move |tx| {
                commands::rename(tx, face, &name)?;
                commands::set_about(tx, face, &about)
            })
            .await;
        match changed {
            Ok(()) => return Ok(see_other("/you/names")),
            Err(error) => faults = Faults::mend(&ui, error)?,
        }
    }
    let shown = names(&app, &member, ui, Some(fields)).await?;
    ui::refused(&Names { faults, ..shown })
}

/// `POST /you/names/answer`: an alias answers a decision.
pub async fn answer_as(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let (mut faults, alias) = (Faults::default(), fields.one(ALIAS).to_owned());
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    let words = faults.take(&ui, WORDS, aliases::Words::parse(fields.one(WORDS)));
    if let Some(words) = words {
        match aliases::answers(&app, &member, alias.clone(), words).await {
            Ok(()) => return Ok(see_other("/you/names")),
            Err(error) => {
                status = problem::status(error.kind());
                faults = Faults::mend(&ui, error)?;
            }
        }
    }
    let shown = names(&app, &member, ui, None).await?;
    let fields = shown.fields.clone().with(ALIAS, alias).with(WORDS, fields.one(WORDS));
    ui::with_status(status, &Names { fields, faults, ..shown })
}

/// Another name is counted; one's own, in other capitals, is not.
pub(super) fn paced(app: &App, member: &Member, name: &Name) -> Result<(), Error> {
    if names::key(&member.name) == name.key() {
        return Ok(());
    }
    app.throttle().another_name(member.person.face)
}

/// `POST /you/safety/leaving`
pub async fn set_leaving(app: Data<App>, member: Member, fields: Fields) -> Answer {
    let (account, signs_out) = (member.person.account, fields.sent("signs_out"));
    app.write(move |tx| commands::set_leaving(tx, account, signs_out)).await?;
    Ok(see_other("/you/safety"))
}

/// `POST /you/safety/kind-words`
pub async fn set_kind_words(app: Data<App>, member: Member, fields: Fields) -> Answer {
    let (account, travel) = (member.person.account, fields.sent("travel"));
    app.write(move |tx| commands::set_kind_words_travel(tx, account, travel)).await?;
    Ok(see_other("/you/safety"))
}

/// `GET /you/data`
pub async fn show_data(member: Member, ui: Shell) -> Answer {
    ui::answer(&Holdings { ui: ui.at(Door::You), name: member.name.clone() })
}

/// `GET /you/data/delete`
pub async fn show_delete(app: Data<App>, member: Member, ui: Shell) -> Answer {
    if !credentials::is_proven(&app, &member) {
        return Ok(see_other(&urls::proof("/you/data/delete")));
    }
    ui::answer(&Delete::of(ui, &member, Fields::default(), Faults::default()))
}

/// `POST /you/data/delete`
pub async fn erase(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    credentials::proven(&app, &member)?;
    let (person, holder) = (member.person.clone(), member.holder.clone());
    let (takes_words_back, is_now) = (!fields.has("words", "leave"), !fields.has("when", "week"));
    let gone = app
        .write(move |tx| {
            if is_now {
                going::erase(tx, &person, &holder, takes_words_back)
            } else {
                going::leave_soon(tx, &person, takes_words_back)
            }
        })
        .await;
    if gone.is_ok() && fields.has("alias_words", "back") {
        aliases::all_end(&app, &member).await?;
    }
    match gone {
        Ok(()) if is_now => Ok(sessions::signed_out(member.is_shared)),
        Ok(()) => Ok(see_other("/status")),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            ui::refused(&Delete::of(ui, &member, fields, faults))
        }
    }
}

impl Delete {
    fn of(ui: Shell, member: &Member, fields: Fields, faults: Faults) -> Self {
        Self { ui: ui.at(Door::You), name: member.name.clone(), days: going::GRACE_DAYS, fields, faults }
    }
}

/// `POST /status/stay`: an account that was to go stays.
pub async fn stay(app: Data<App>, held: Held, _fields: Fields) -> Answer {
    let account = held.0.account;
    app.write(move |tx| going::stay(tx, account)).await?;
    Ok(see_other("/you"))
}

async fn names(app: &App, member: &Member, ui: Shell, typed: Option<Fields>) -> Result<Names, Error> {
    let face = member.person.face;
    let profile = app.read(move |db| store::profile(db, face)).await?;
    let aliases = aliases::shown(app, member).await?;
    let fields = typed.unwrap_or_else(|| {
        let shown = [("name", profile.name.clone()), ("about", profile.about.clone())];
        shown.map(|(key, value)| (key.to_owned(), value)).into_iter().collect()
    });
    Ok(Names { ui: ui.at(Door::You), profile, aliases, fields, faults: Faults::default() })
}
