//! Coming in, names and one's own account, for programs.

use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::pages::{Arriving, paced, prepare, remember, was_tried};
use super::{About, Application, Arrived, Gate, Profile, Refusal, arrivals, commands, going, store};
use crate::app::App;
use crate::http::problem::{InField as _, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Bucket, Doors, Who};
use crate::identity::aliases;
use crate::identity::sessions::{Held, Staying};
use crate::identity::{credentials, names};
use crate::kernel::{Error, Token};

/// The doors of accounts.
pub fn doors(doors: &mut Doors) {
    doors.post("/api/v1/accounts", Who::Visitor, create_account);
    doors.get("/api/v1/names/suggestion", Who::Visitor, get_suggestion);
    doors.post("/api/v1/names/check", Who::Visitor, check_name);
    doors.get("/api/v1/me", Who::Member, get_me);
    doors.patch("/api/v1/me", Who::Member, update_me);
    doors.delete("/api/v1/me", Who::Member, delete_me);
    doors.post("/api/v1/me/stay", Who::Visitor, stay_after_all);
}

/// What somebody brings who comes in.
#[derive(Deserialize, ToSchema)]
pub struct NewAccountJson {
    /// A made-up name.
    name: String,
    /// Old enough, and kind.
    agrees: bool,
    /// Needed where a host says yes first.
    #[serde(default)]
    application: String,
    /// A link's token, where one is needed.
    invitation: Option<String>,
    /// Chosen by the program, 16 letters or more: sent again within ten minutes, it makes no second account.
    once: Option<String>,
}

/// Somebody who is in.
#[derive(Serialize, ToSchema)]
pub struct AccountJson {
    /// Their name.
    name: String,
    /// To be sent as `Authorization: Bearer`.
    token: String,
    /// Six return words, shown this once. Empty when the same form came twice.
    words: Vec<&'static str>,
    /// Whether a host has to say yes first.
    is_waiting: bool,
}

/// A name that is free.
#[derive(Serialize, ToSchema)]
pub struct SuggestionJson {
    /// Made up of two words.
    name: String,
}

/// A name to look at.
#[derive(Deserialize, ToSchema)]
pub struct NameJson {
    /// As typed.
    name: String,
}

/// Whether a name would do.
#[derive(Serialize, ToSchema)]
pub struct NameCheckJson {
    /// As it would be shown.
    name: String,
    /// Whether nobody has it, or had it.
    is_free: bool,
}

/// One's own account.
#[derive(Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts")]
pub struct MeJson {
    name: String,
    /// Markdown.
    about: String,
    /// `member`, `keeper` or `host`.
    rank: &'static str,
    /// Whether the return words were kept somewhere.
    words_kept: bool,
    /// Whether leaving fast signs this device out.
    leave_signs_out: bool,
    /// Whether kind words may be told to other communities.
    kind_words_travel: bool,
    /// Whether somebody tried ten times or more within a day to come in with this name, and did not get in.
    was_tried: bool,
}

/// What to change; what is left out stays.
#[derive(Deserialize, ToSchema)]
pub struct ChangeMeJson {
    name: Option<String>,
    /// Markdown.
    about: Option<String>,
    leave_signs_out: Option<bool>,
    kind_words_travel: Option<bool>,
    /// Draws another face.
    #[serde(default)]
    new_face: bool,
}

/// How to go.
#[derive(Deserialize, ToSchema)]
pub struct DeleteMeJson {
    /// Whether everything written is taken back, or stays without a name.
    takes_words_back: bool,
    /// In a week: out of sight until then, with a way back.
    #[serde(default)]
    in_a_week: bool,
    /// Whether what was said as an alias is taken back too, within ten days, each alias at a moment of its own.
    #[serde(default)]
    takes_alias_words_back: bool,
}

/// Comes in.
#[utoipa::path(post, path = "/api/v1/accounts", tag = "accounts", request_body = NewAccountJson,
    responses((status = 201, body = AccountJson), (status = 403, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson), (status = 429, body = ProblemJson)))]
pub async fn create_account(app: Data<App>, request: HttpRequest, sent: Json<NewAccountJson>) -> Answer {
    let sent = sent.into_inner();
    let house = app.house().await?;
    let gate = if house.is_open { Gate::parse(&house.doors).unwrap_or(Gate::Closed) } else { Gate::Closed };
    if gate == Gate::Closed {
        return Err(Refusal::DoorsClosed.into());
    }
    let name = names::check(&sent.name)?;
    if !sent.agrees {
        return Err(Refusal::NotAgreed.into());
    }
    let application = match gate {
        Gate::Ask => Application::parse(&sent.application).in_field("application")?.into_string(),
        Gate::Open | Gate::Invitation | Gate::Closed => String::new(),
    };
    let once = sent.once.filter(|once| once.len() >= 16);
    let once = once.unwrap_or_else(|| Token::new(app.chance()).expose().to_owned());
    let invitation = sent.invitation.as_deref().and_then(Token::parse);
    let staying = Staying::Own;
    let prepared =
        prepare(&app, &request, Arriving { name, application, invitation, gate, once, staying }).await?;
    let (words, shown) = (prepared.words, prepared.name.as_str().to_owned());
    let arrived: Arrived = app.write(move |tx| arrivals::settle(tx, &prepared)).await?;
    remember(&app, &arrived, words);
    let words = app.identity().new_words.take(&arrived.arrival.account, app.clock().now());
    Ok(HttpResponse::Created().json(AccountJson {
        name: shown,
        token: arrived.holder.token.expose().to_owned(),
        words: words.map(Vec::from).unwrap_or_default(),
        is_waiting: arrived.is_waiting,
    }))
}

/// A made-up name that is free.
#[utoipa::path(get, path = "/api/v1/names/suggestion", tag = "accounts", responses((status = 200, body = SuggestionJson)))]
pub async fn get_suggestion(app: Data<App>) -> Answer {
    let chance = app.chance().clone();
    let name = app.read(move |db| commands::suggest_free(db, &chance)).await?;
    Ok(HttpResponse::Ok().json(SuggestionJson { name }))
}

/// Whether a name would do. Asking often is answered with 429.
#[utoipa::path(post, path = "/api/v1/names/check", tag = "accounts", request_body = NameJson,
    responses((status = 200, body = NameCheckJson), (status = 422, body = ProblemJson), (status = 429, body = ProblemJson)))]
pub async fn check_name(app: Data<App>, request: HttpRequest, sent: Json<NameJson>) -> Answer {
    let name = names::check(&sent.name)?;
    app.throttle().network(Bucket::Arrivals, &request)?;
    let shown = name.as_str().to_owned();
    let is_free = app.read(move |db| store::is_free(db, &name)).await?;
    Ok(HttpResponse::Ok().json(NameCheckJson { name: shown, is_free }))
}

/// One's own account.
#[utoipa::path(get, path = "/api/v1/me", tag = "me", responses((status = 200, body = MeJson), (status = 401, body = ProblemJson)))]
pub async fn get_me(app: Data<App>, member: Member) -> Answer {
    let face = member.person.face;
    let (profile, kind_words_travel) =
        app.read(move |db| Ok((store::profile(db, face)?, store::lets_kind_words_travel(db, face)?))).await?;
    let Profile { name, about, .. } = profile;
    Ok(HttpResponse::Ok().json(MeJson {
        kind_words_travel,
        was_tried: was_tried(&app, &name),
        name,
        about,
        rank: member.person.rank.code(),
        words_kept: !member.words_wait,
        leave_signs_out: member.leave_signs_out,
    }))
}

/// Changes what others see, or what leaving does.
#[utoipa::path(patch, path = "/api/v1/me", tag = "me", request_body = ChangeMeJson,
    responses((status = 204), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson), (status = 429, body = ProblemJson)))]
pub async fn update_me(app: Data<App>, member: Member, sent: Json<ChangeMeJson>) -> Answer {
    let sent = sent.into_inner();
    let name = sent.name.as_deref().map(names::check).transpose()?;
    let about = sent.about.as_deref().map(About::parse).transpose().in_field("about")?;
    if let Some(name) = &name {
        paced(&app, &member, name)?;
    }
    let person = member.person.clone();
    app.write(move |tx| {
        if let Some(name) = &name {
            commands::rename(tx, person.face, name)?;
        }
        if let Some(about) = &about {
            commands::set_about(tx, person.face, about)?;
        }
        if let Some(signs_out) = sent.leave_signs_out {
            commands::set_leaving(tx, person.account, signs_out)?;
        }
        if let Some(travel) = sent.kind_words_travel {
            commands::set_kind_words_travel(tx, person.account, travel)?;
        }
        if sent.new_face { commands::new_face(tx, person.face) } else { Ok(()) }
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Closes the account for good.
#[utoipa::path(delete, path = "/api/v1/me", tag = "me", request_body = DeleteMeJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn delete_me(
    app: Data<App>,
    member: Member,
    sent: Json<DeleteMeJson>,
) -> Result<HttpResponse, Error> {
    credentials::proven(&app, &member)?;
    let (person, holder) = (member.person.clone(), member.holder.clone());
    let DeleteMeJson { takes_words_back, in_a_week, takes_alias_words_back } = sent.into_inner();
    app.write(move |tx| {
        if in_a_week {
            going::leave_soon(tx, &person, takes_words_back)
        } else {
            going::erase(tx, &person, &holder, takes_words_back)
        }
    })
    .await?;
    if takes_alias_words_back {
        aliases::all_end(&app, &member).await?;
    }
    Ok(HttpResponse::NoContent().finish())
}

/// Stays, within the week.
#[utoipa::path(post, path = "/api/v1/me/stay", tag = "accounts",
    responses((status = 204), (status = 404, body = ProblemJson)))]
pub async fn stay_after_all(app: Data<App>, held: Held) -> Result<HttpResponse, Error> {
    let account = held.0.account;
    app.write(move |tx| going::stay(tx, account)).await?;
    Ok(HttpResponse::NoContent().finish())
}
