//! The inbox: one for all. What comes is known to be its sender's own, kept once, and answered; what it does is done after that.

pub mod came;

use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::StreamExt as _;
use serde_json::{Value, json};

use super::model::Arrival;
use super::{link, rules, shape, store};
use crate::app::App;
use crate::federation::delivery;
use crate::federation::fetch;
use crate::federation::peers::{self, Admission, Links};
use crate::federation::signature::{self, Gate, Refusal, Signer};
use crate::http::{Answer, Doors, Who};
use crate::kernel::{Error, sha256_hex};

/// Bytes of a letter.
const BYTES_MAX: usize = 1 << 20;

/// The inboxes. Whoever they belong to, what comes is for the community.
pub fn doors(doors: &mut Doors) {
    doors.post("/inbox", Who::Visitor, inbox);
    doors.post("/g/{name}/inbox", Who::Visitor, inbox);
    doors.post("/people/{name}/inbox", Who::Visitor, inbox);
}

/// `POST /inbox`
async fn inbox(app: Data<App>, request: HttpRequest, payload: Payload) -> Answer {
    let is_open = app.federation().is_on && app.read(peers::links).await? != Links::Closed;
    if !is_open {
        return Ok(absent());
    }
    let body = match whole(&request, payload).await {
        Ok(body) => body,
        Err(answer) => return Ok(answer),
    };
    match receive(&app, &request, body).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            tracing::error!(%error, "a letter could not be kept");
            Ok(later())
        }
    }
}

/// The letter, as far as it may be long; counted as it comes.
async fn whole(request: &HttpRequest, mut payload: Payload) -> Result<Vec<u8>, HttpResponse> {
    let said = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    if said.and_then(|length| length.parse().ok()).is_some_and(|length: usize| length > BYTES_MAX) {
        return Err(refused(StatusCode::PAYLOAD_TOO_LARGE, "large"));
    }
    let mut body = Vec::new();
    while let Some(chunk) = payload.next().await {
        let Ok(chunk) = chunk else { return Err(refused(StatusCode::BAD_REQUEST, "cut-short")) };
        if body.len() + chunk.len() > BYTES_MAX {
            return Err(refused(StatusCode::PAYLOAD_TOO_LARGE, "large"));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

async fn receive(app: &App, request: &HttpRequest, body: Vec<u8>) -> Result<HttpResponse, Error> {
    // First by what is known: the digest is checked before anything is read, and whoever is unknown has cost nothing yet.
    let known = Gate { is_for_links: true, may_fetch: false };
    let first = signature::verify_at(app, request, &body, known).await;
    if let Err(refusal) = &first
        && !matches!(refusal, Refusal::NoKey | Refusal::WrongKey)
    {
        return Ok(unverified(*refusal));
    }
    let Ok(activity) = fetch::parse(&body) else { return Ok(refused(StatusCode::BAD_REQUEST, "unreadable")) };
    let is_for_links = link::is_one(&activity, &app.federation().own);
    let signer = match first {
        Ok(signer) => signer,
        // Somebody unknown who goes leaves nothing here to be taken back.
        Err(Refusal::NoKey) if shape::kind(&activity) == "Delete" => return Ok(taken()),
        Err(_) => {
            match signature::verify_at(app, request, &body, Gate { is_for_links, may_fetch: true }).await {
                Ok(signer) => signer,
                Err(refusal) => return Ok(unverified(refusal)),
            }
        }
    };
    let own = &app.federation().own;
    if let Err(why) = rules::at_the_door(&activity, &signer.actor, &own.origin, app.clock().now()) {
        tracing::debug!(why, "a letter is not its sender's own");
        return Ok(refused(StatusCode::FORBIDDEN, why));
    }
    if is_for_links {
        return Ok(match link::hear(app, &signer, &activity).await? {
            Ok(()) => taken(),
            Err(why) => refused(StatusCode::FORBIDDEN, why),
        });
    }
    let (host, takes_back) = (signer.host.clone(), shape::kind(&activity) == "Delete");
    let is_heard = app.read(move |db| {
        Ok(peers::admit(db, &host)? != Admission::Closed || (takes_back && peers::may_take_back(db, &host)?))
    });
    if !is_heard.await? {
        return Ok(absent());
    }
    keep(app, &signer, &activity, body).await
}

/// Kept once, durably; then it is acknowledged.
async fn keep(app: &App, signer: &Signer, activity: &Value, body: Vec<u8>) -> Result<HttpResponse, Error> {
    let print = || format!("sha256:{}", sha256_hex(&body));
    let arrival = Arrival {
        activity: shape::id(activity).map_or_else(print, str::to_owned),
        domain: signer.host.clone(),
        actor: signer.actor.to_string(),
        body,
    };
    let is_sign = app.federation().is_sign_of_life(&signer.host, app.clock().now());
    let kept = app.write(move |tx| {
        if is_sign {
            delivery::heard_from(tx, &arrival.domain)?;
        }
        store::keep(tx, &arrival)
    });
    let is_new = kept.await?;
    if is_new {
        app.federation().arrivals.notify_one();
    }
    Ok(taken())
}

/// To those who are not let in, and where links are closed, there is no inbox.
fn unverified(refusal: Refusal) -> HttpResponse {
    tracing::debug!(why = refusal.code(), "a letter was not verified");
    match refusal {
        Refusal::Closed => absent(),
        refusal if refusal.may_pass_later() => later(),
        refusal => refused(StatusCode::UNAUTHORIZED, refusal.code()),
    }
}

fn taken() -> HttpResponse {
    HttpResponse::Accepted().content_type("application/json").body("{}")
}

fn absent() -> HttpResponse {
    HttpResponse::NotFound().content_type("application/json").body("{}")
}

fn later() -> HttpResponse {
    let mut answer = HttpResponse::ServiceUnavailable();
    answer.insert_header((header::RETRY_AFTER, "60")).content_type("application/json").body("{}")
}

fn refused(status: StatusCode, why: &str) -> HttpResponse {
    HttpResponse::build(status).content_type("application/json").body(json!({ "error": why }).to_string())
}
