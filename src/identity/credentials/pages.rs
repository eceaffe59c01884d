//! Return words and passwords in the browser, and the page of everything that keeps an account safe.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::{Derived, Refusal, Way, commands, store};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::accounts;
use crate::identity::passkeys::{self, Key};
use crate::identity::recovery;
use crate::identity::sessions::{self, Device, Staying};
use crate::identity::words::{self, ReturnWords, password};
use crate::kernel::{Error, SessionId, Week};
use crate::page;
use crate::policy;
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of credentials.
pub fn doors(doors: &mut Doors) {
    doors.get("/hello/words", Who::Member, show_words);
    doors.post("/hello/words", Who::Member, keep_words);
    doors.get("/you/safety", Who::Member, show);
    doors.post("/you/safety/words", Who::Member, new_words);
    doors.get("/you/safety/password", Who::Member, show_password);
    doors.post("/you/safety/password", Who::Member, set_password);
    doors.post("/you/safety/password/remove", Who::Member, remove_password);
}

page! { "identity/credentials/words.html",
    /// Six return words, shown once.
    pub struct Shown { words: Vec<&'static str>, then: String }
}

page! { "identity/credentials/safety.html",
    /// Everything that keeps an account safe.
    pub struct Safety {
        devices: Vec<Device>,
        this: SessionId,
        this_week: Week,
        has_password: bool,
        passkeys: Vec<Key>,
        offers_passkeys: bool,
        codes_left: i64,
        leave_signs_out: bool,
        kind_words_travel: bool,
    }
}

page! { "identity/credentials/password.html",
    /// Setting a password.
    pub struct Own { has_password: bool, fields: Fields, faults: Faults }
}

/// Where to go afterwards.
#[derive(Deserialize)]
pub struct Then {
    #[serde(default)]
    then: String,
}

/// Six new words and what is kept of them.
///
/// # Errors
/// Busy.
pub async fn fresh_words(app: &App) -> Result<(ReturnWords, Derived), Error> {
    let chance = app.chance();
    let fresh = words::generate(&mut |below| chance.below(below));
    let salt = app.read(store::words_salt).await?;
    let hasher = &app.identity().hasher;
    let derived = hasher.words(&salt, hasher.cost(), Ok(&fresh)).await?;
    Ok((fresh, derived))
}

/// Whether this session's holder has shown lately that they hold the account.
#[must_use]
pub fn is_proven(app: &App, member: &Member) -> bool {
    app.identity().proven.peek(&member.session, app.clock().now()).is_some()
}

/// As [`is_proven`], for doors that change something.
///
/// # Errors
/// `prove-first`.
pub fn proven(app: &App, member: &Member) -> Result<(), Error> {
    if is_proven(app, member) { Ok(()) } else { Err(Refusal::ProveFirst.into()) }
}

/// The new words of whoever asks, taken out of memory by being shown; none the second time.
///
/// # Errors
/// `sign-in-first`.
pub fn new_ones(app: &App, request: &HttpRequest) -> Result<Vec<&'static str>, Error> {
    let account = sessions::holder(request).ok_or(policy::Refusal::SignInFirst)?.account;
    let words = app.identity().new_words.take(&account, app.clock().now());
    Ok(words.map(Vec::from).unwrap_or_default())
}

/// `GET /hello/words`: new words are taken out of memory by being shown; looking again shows how to make others.
pub async fn show_words(app: Data<App>, request: HttpRequest, ui: Shell, query: Query<Then>) -> Answer {
    let words = new_ones(&app, &request)?;
    let then = urls::own_path(&query.then).unwrap_or("/").to_owned();
    ui::answer(&Shown { ui: ui.at(Door::You), words, then })
}

/// `POST /hello/words`: "I've kept them".
pub async fn keep_words(app: Data<App>, request: HttpRequest, fields: Fields) -> Answer {
    let account = sessions::holder(&request).ok_or(policy::Refusal::SignInFirst)?.account;
    app.write(move |tx| commands::keep_words(tx, account)).await?;
    Ok(see_other(urls::own_path(fields.one("then")).unwrap_or("/")))
}

/// `GET /you/safety`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let (account, holder, now) = (member.person.account, member.holder.clone(), app.clock().now());
    let face = member.person.face;
    let (devices, typed, passkeys, codes_left, kind_words_travel) = app
        .read(move |db| {
            Ok((
                sessions::devices(db, &holder, now)?,
                store::of_account(db, account)?,
                passkeys::of_account(db, account)?,
                recovery::left(db, account)?,
                accounts::lets_kind_words_travel(db, face)?,
            ))
        })
        .await?;
    ui::answer(&Safety {
        ui: ui.at(Door::You),
        devices,
        this: member.session,
        this_week: now.week(),
        has_password: typed.iter().any(|credential| credential.kind == Way::Password),
        passkeys,
        offers_passkeys: app.identity().ceremonies.are_offered(),
        codes_left,
        leave_signs_out: member.leave_signs_out,
        kind_words_travel,
    })
}

/// `POST /you/safety/words`: new return words instead of the old.
pub async fn new_words(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    if !is_proven(&app, &member) {
        return Ok(see_other(&urls::proof("/you/safety")));
    }
    let (words, derived) = fresh_words(&app).await?;
    let holder = member.holder.clone();
    app.write(move |tx| commands::set_words(tx, holder.account, &holder.secret, &derived)).await?;
    app.identity().new_words.put(member.person.account, words, app.clock().now());
    renewed(&app, &member, &urls::new_words("/you/safety")).await
}

/// `GET /you/safety/password`
pub async fn show_password(app: Data<App>, member: Member, ui: Shell) -> Answer {
    if !is_proven(&app, &member) {
        return Ok(see_other(&urls::proof("/you/safety/password")));
    }
    let has_password = has_password(&app, &member).await?;
    let (fields, faults) = (Fields::default(), Faults::default());
    ui::answer(&Own { ui: ui.at(Door::You), has_password, fields, faults })
}

/// `POST /you/safety/password`
pub async fn set_password(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    proven(&app, &member)?;
    let chosen = fields.one("password");
    let mut faults = Faults::default();
    faults.take(&ui, "password", password::check(chosen, &member.name));
    if faults.is_empty() && chosen != fields.one("again") {
        faults.add(&ui, "again", &Refusal::NotAlike);
    }
    if !faults.is_empty() {
        let has_password = has_password(&app, &member).await?;
        return ui::refused(&Own { ui: ui.at(Door::You), has_password, fields, faults });
    }
    let new = app.identity().hasher.new_password(app.chance(), chosen).await?;
    let (holder, others) = (member.holder.clone(), fields.sent("others"));
    app.write(move |tx| {
        commands::set_password(tx, holder.account, &holder.secret, &new)?;
        if others { sessions::end_others(tx, &holder) } else { Ok(()) }
    })
    .await?;
    renewed(&app, &member, "/you/safety").await
}

/// `POST /you/safety/password/remove`
pub async fn remove_password(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    if !is_proven(&app, &member) {
        return Ok(see_other(&urls::proof("/you/safety")));
    }
    let account = member.person.account;
    app.write(move |tx| commands::remove_password(tx, account)).await?;
    renewed(&app, &member, "/you/safety").await
}

/// Goes on with a new token: after a change of credentials, a copy of the former one opens nothing.
///
/// # Errors
/// A fault of the database.
pub async fn renewed(app: &App, member: &Member, place: &str) -> Result<HttpResponse, Error> {
    let holder = member.holder.clone();
    let token = app.write(move |tx| sessions::rotate(tx, &holder)).await?;
    let token = token.ok_or(policy::Refusal::SignInFirst)?;
    app.identity().replaced.put(member.holder.token.hash(), (), app.clock().now());
    let staying = Staying::of(member.is_shared);
    let mut answer = see_other(place);
    answer.add_cookie(&sessions::cookie(&token, staying)).map_err(Error::other)?;
    Ok(answer)
}

async fn has_password(app: &App, member: &Member) -> Result<bool, Error> {
    let account = member.person.account;
    let typed = app.read(move |db| store::of_account(db, account)).await?;
    Ok(typed.iter().any(|credential| credential.kind == Way::Password))
}
