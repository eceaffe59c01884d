//! Coming back in, in the browser.

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::{By, Claim, Recognised, Refusal, confirm};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Bucket, Doors, Fields, Who, see_other};
use crate::identity::credentials::{self, Cost, Credential};
use crate::identity::passkeys::Ceremonies;
use crate::identity::sessions::{self, Locked, Staying};
use crate::identity::words::codes;
use crate::identity::{names, passkeys, recovery, words};
use crate::kernel::{AccountId, Error, Secret, Token};
use crate::keys::Holder;
use crate::page;
use crate::ui::{self, Door, Faults, Reading, Shell, urls};

/// The doors of coming back in.
pub fn doors(doors: &mut Doors) {
    doors.get("/back-in", Who::Visitor, show);
    doors.post("/back-in", Who::Visitor, come_back);
    doors.post("/back-in/passkey", Who::Visitor, begin_passkey);
    doors.get("/you/proof", Who::Member, show_proof);
    doors.post("/you/proof", Who::Member, prove);
}

page! { "identity/returns/back_in.html",
    /// The way back in.
    pub struct BackIn { then: String, offers_passkeys: bool, fields: Fields, faults: Faults }
}

page! { "identity/returns/proof.html",
    /// Showing again who one is, before something that matters.
    pub struct Proof { then: String, offers_passkeys: bool, fields: Fields, faults: Faults }
}

/// Where to go afterwards.
#[derive(Deserialize)]
pub struct Then {
    #[serde(default)]
    then: String,
}

/// Somebody who is back.
pub struct SignedIn {
    /// Their account.
    pub account: AccountId,
    /// What their device shows from now on.
    pub token: Token,
    /// How long the device stays.
    pub staying: Staying,
    /// Whether new return words wait to be shown: they came by a recovery code.
    pub has_new_words: bool,
}

impl SignedIn {
    /// The cookie that keeps them in.
    #[must_use]
    pub fn cookie(&self) -> Cookie<'static> {
        sessions::cookie(&self.token, self.staying)
    }
}

/// Finds out who somebody is. Every way to be refused costs as much as every other.
///
/// # Errors
/// `back-in-unknown`, `too-many`, busy.
pub async fn recognise(app: &App, claim: Claim) -> Result<Recognised, Error> {
    match claim {
        Claim::Words(typed) => by_words(app, &typed).await,
        Claim::Password { name, password } => by_password(app, &name, &password).await,
        Claim::Code(typed) => {
            let code = Secret::new(codes::parse(typed.expose()).unwrap_or_default());
            let hash = recovery::hash(&code);
            let looked = hash.clone();
            let found = app.read(move |db| recovery::find(db, &looked)).await?;
            let (account, wrapped) = found.ok_or(Refusal { field: "code" })?;
            let secret = recovery::unwrap(&wrapped, &code, account).ok_or_else(shut)?;
            Ok(Recognised { by: By::Code { account, hash }, secret })
        }
        Claim::Passkey(answer) => by_passkey(app, answer.expose()).await,
    }
}

async fn by_passkey(app: &App, answer: &str) -> Result<Recognised, Error> {
    let unknown = || Error::from(Refusal { field: "credential" });
    let id = Ceremonies::credential_id(answer).map_err(|_| unknown())?;
    let found = app.read(move |db| passkeys::find(db, &id)).await?.ok_or_else(unknown)?;
    let now = app.clock().now();
    app.identity().ceremonies.end_showing(answer, &found, now).map_err(|_| unknown())?;
    let key = Ceremonies::computed(answer);
    let secret = found.unwrap(app.keys(), key.as_ref())?;
    Ok(Recognised { by: By::Passkey { found: Box::new(found), key }, secret })
}

/// What lets somebody in always wraps their secret; a row where it does not was changed by hand.
fn shut() -> Error {
    Error::other("a way back in that wraps nothing")
}

async fn by_words(app: &App, typed: &Secret<String>) -> Result<Recognised, Error> {
    let hasher = &app.identity().hasher;
    let (salt, mut costs) =
        app.read(|db| Ok((credentials::words_salt(db)?, credentials::words_costs(db)?))).await?;
    if costs.is_empty() {
        costs.push(hasher.cost());
    }
    let parsed = words::parse(typed.expose());
    let mut found = None;
    for cost in costs {
        let derived = hasher.words(&salt, cost, parsed.as_ref().ok_or(typed.expose().as_str())).await?;
        let lookup = derived.lookup.clone();
        let kept = app.read(move |db| credentials::find_by_lookup(db, &lookup)).await?;
        let kept = kept.filter(|kept| derived.fits(&kept.verifier));
        found = found.or(kept.map(|kept| (kept.unwrap(&derived), kept)));
    }
    let (secret, kept) = found.ok_or(Refusal { field: "words" })?;
    Ok(Recognised { by: By::Typed(kept), secret: secret.ok_or_else(shut)? })
}

async fn by_password(app: &App, name: &str, typed: &Secret<String>) -> Result<Recognised, Error> {
    let (key, patience, now) = (names::key(name), app.throttle().patience(), app.clock().now());
    patience.ask(&key, now)?;
    let looked = key.clone();
    let kept = app.read(move |db| credentials::of_name(db, &looked)).await?;
    // A name nobody has, or one without a password, costs what a wrong password costs.
    let (salt, cost) = salt_and_cost(app, kept.as_ref());
    let derived = app.identity().hasher.password(&salt, cost, typed.expose()).await?;
    let Some(kept) = kept.filter(|kept| derived.fits(&kept.verifier)) else {
        patience.missed(&key, now);
        return Err(Refusal { field: "password" }.into());
    };
    patience.met(&key);
    let secret = kept.unwrap(&derived).ok_or_else(shut)?;
    Ok(Recognised { by: By::Typed(kept), secret })
}

fn salt_and_cost(app: &App, kept: Option<&Credential>) -> (String, Cost) {
    let today = app.identity().hasher.cost();
    kept.map_or_else(
        || (String::from("nobody"), today),
        |kept| (kept.salt.clone(), Cost::parse(&kept.params).unwrap_or(today)),
    )
}

/// Lets somebody back in: recognises them, ends the session this browser had, starts another.
///
/// # Errors
/// As [`recognise`].
pub async fn sign_in(
    app: &App,
    request: &HttpRequest,
    claim: Claim,
    staying: Staying,
) -> Result<SignedIn, Error> {
    app.throttle().network(Bucket::Returns, request)?;
    let recognised = recognise(app, claim).await?;
    // A code is for when the words are lost, so it brings new ones.
    let new_words = match &recognised.by {
        By::Code { .. } => Some(credentials::fresh_words(app).await?),
        By::Typed(_) | By::Passkey { .. } => None,
    };
    let (shown, derived) = new_words.unzip();
    let before = sessions::here(request);
    if let Some(before) = &before {
        app.identity().replaced.put(before.holder.token.hash(), (), app.clock().now());
    }
    let lock_min = Reading::of(request).lock_min;
    let Holder { account, session, token, .. } = app
        .write(move |tx| {
            let account = confirm(tx, &recognised)?;
            if let Some(derived) = &derived {
                credentials::set_words(tx, account, &recognised.secret, derived)?;
            }
            if let Some(before) = &before {
                sessions::end(tx, &before.holder, before.holder.session)?;
            }
            let holder = sessions::open(tx, account, &recognised.secret, staying)?;
            if sessions::LOCKS_MIN.contains(&lock_min) {
                sessions::set_lock(tx, &holder, lock_min)?;
            }
            Ok(holder)
        })
        .await?;
    let (memory, now) = (app.identity(), app.clock().now());
    memory.proven.put(session, (), now);
    sessions::hear(memory, session, now);
    if let Some(words) = shown {
        memory.new_words.put(account, words, now);
    }
    Ok(SignedIn { account, token, staying, has_new_words: shown.is_some() })
}

/// `GET /back-in`
pub async fn show(app: Data<App>, ui: Shell, query: Query<Then>) -> Answer {
    let offers_passkeys = app.identity().ceremonies.are_offered();
    ui::answer(&BackIn {
        ui,
        then: query.into_inner().then,
        offers_passkeys,
        fields: Fields::default(),
        faults: Faults::default(),
    })
}

/// `POST /back-in`
pub async fn come_back(app: Data<App>, request: HttpRequest, ui: Shell, fields: Fields) -> Answer {
    let staying = Staying::of(fields.sent("shared"));
    match sign_in(&app, &request, Claim::of(&fields), staying).await {
        Ok(back) => {
            let then = urls::own_path(fields.one("then")).unwrap_or("/");
            let place = if back.has_new_words { urls::new_words(then) } else { then.to_owned() };
            let mut answer = see_other(&place);
            answer.add_cookie(&back.cookie()).map_err(Error::other)?;
            Ok(answer)
        }
        Err(error) => {
            let (status, faults) = Faults::mend_as(&ui, error)?;
            let offers_passkeys = app.identity().ceremonies.are_offered();
            let then = fields.one("then").to_owned();
            ui::with_status(status, &BackIn { ui, then, offers_passkeys, fields, faults })
        }
    }
}

/// `POST /back-in/passkey`: what the browser needs to show a passkey.
pub async fn begin_passkey(app: Data<App>, request: HttpRequest, _fields: Fields) -> Answer {
    app.throttle().network(Bucket::Returns, &request)?;
    let asked = app.identity().ceremonies.begin_showing(app.clock().now())?;
    Ok(HttpResponse::Ok().json(asked))
}

/// `GET /you/proof`
pub async fn show_proof(app: Data<App>, _member: Member, ui: Shell, query: Query<Then>) -> Answer {
    let offers_passkeys = app.identity().ceremonies.are_offered();
    let then = query.into_inner().then;
    let (fields, faults) = (Fields::default(), Faults::default());
    ui::answer(&Proof { ui: ui.at(Door::You), then, offers_passkeys, fields, faults })
}

/// `POST /you/proof`
pub async fn prove(
    app: Data<App>,
    request: HttpRequest,
    member: Member,
    ui: Shell,
    fields: Fields,
) -> Answer {
    let claim = match Claim::of(&fields) {
        Claim::Password { password, .. } => Claim::Password { name: member.name.clone(), password },
        other => other,
    };
    match prove_as(&app, &request, &member, claim).await {
        Ok(()) => Ok(see_other(urls::own_path(fields.one("then")).unwrap_or("/you/safety"))),
        Err(error) => {
            let (status, faults): (StatusCode, _) = Faults::mend_as(&ui, error)?;
            let offers_passkeys = app.identity().ceremonies.are_offered();
            let then = fields.one("then").to_owned();
            ui::with_status(status, &Proof { ui: ui.at(Door::You), then, offers_passkeys, fields, faults })
        }
    }
}

/// Checks that whoever holds this device holds the account, and remembers it for some minutes.
///
/// # Errors
/// As [`recognise`]; somebody else's credential is as unknown as none.
pub async fn prove_as(app: &App, request: &HttpRequest, member: &Member, claim: Claim) -> Result<(), Error> {
    prove_holds(app, request, &member.holder, claim).await
}

/// Opens a session that was locked, to its own member. A recovery code is for those who lost everything else, and they
/// come in anew.
///
/// # Errors
/// As [`recognise`].
pub async fn unlock(app: &App, request: &HttpRequest, locked: &Locked, claim: Claim) -> Result<(), Error> {
    let claim = match claim {
        Claim::Password { password, .. } => Claim::Password { name: locked.name.clone(), password },
        Claim::Code(_) => return Err(Refusal { field: "words" }.into()),
        other => other,
    };
    prove_holds(app, request, &locked.holder, claim).await?;
    sessions::hear(app.identity(), locked.holder.session, app.clock().now());
    Ok(())
}

async fn prove_holds(app: &App, request: &HttpRequest, holder: &Holder, claim: Claim) -> Result<(), Error> {
    app.throttle().network(Bucket::Returns, request)?;
    let recognised = recognise(app, claim).await?;
    if recognised.account() != holder.account {
        return Err(Refusal { field: "words" }.into());
    }
    app.write(move |tx| confirm(tx, &recognised)).await?;
    app.identity().proven.put(holder.session, (), app.clock().now());
    Ok(())
}
