//! Whoever sent a request, looked up and verified.

use actix_web::HttpRequest;
use url::Url;

use super::{Claim, Form, PublicKey, Refusal, Request, Signer, read};
use crate::app::App;
use crate::federation::delivery;
use crate::federation::peers::{self, Admission};
use crate::federation::resolve::{self, Found};
use crate::http::Bucket;

/// What a request needs to be let in by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gate {
    /// Whether it is about the link of the two communities: those ask that are no partners yet.
    pub is_for_links: bool,
    /// Whether the key may be fetched: what costs nothing to send must not cost us.
    pub may_fetch: bool,
}

impl Default for Gate {
    fn default() -> Self {
        Self { is_for_links: false, may_fetch: true }
    }
}

/// Who sent a request. The host is asked for first: of one that is not let in, nothing is fetched.
///
/// # Errors
/// Why it is from nobody.
pub async fn verify(app: &App, request: &HttpRequest, body: &[u8]) -> Result<Signer, Refusal> {
    verify_at(app, request, body, Gate::default()).await
}

/// As [`verify`], at another gate.
///
/// # Errors
/// As [`verify`].
pub async fn verify_at(app: &App, request: &HttpRequest, body: &[u8], gate: Gate) -> Result<Signer, Refusal> {
    let now = app.clock().now();
    let claim = claim_of(app, request, body)?;
    let host = host_of(app, &claim.key_id)?;
    let asked = host.clone();
    let is_in = app.read(move |db| {
        if gate.is_for_links {
            peers::may_speak_of_links(db, &asked)
        } else {
            peers::admit(db, &asked).map(|admission| admission != Admission::Closed)
        }
    });
    match is_in.await {
        Ok(true) => {}
        Ok(false) => return Err(Refusal::Closed),
        Err(_) => return Err(Refusal::Ours),
    }
    let found = owner(app, request, (&host, &claim), gate).await?;
    if found.is_fresh && claim.form == Form::Rfc9421 {
        // Whoever writes this form reads it: letters may go out in it from now on.
        let domain = host.clone();
        let noted = app.write(move |tx| delivery::remember_form(tx, &domain, Form::Rfc9421.code())).await;
        noted.map_err(|_| Refusal::Ours)?;
    }
    // Looks count too: what a partner may read is not for whoever shows its request once more.
    app.federation().replays.take(&claim, now)?;
    let actor = Url::parse(&found.remote.actor).map_err(|_| Refusal::Unowned)?;
    Ok(Signer { key_id: claim.key_id, actor, host, form: claim.form })
}

/// Whether a request says that it is signed.
#[must_use]
pub fn is_signed(request: &HttpRequest) -> bool {
    request.headers().contains_key("signature") || request.headers().contains_key("signature-input")
}

fn claim_of(app: &App, request: &HttpRequest, body: &[u8]) -> Result<Claim, Refusal> {
    let text = |value: &actix_web::http::header::HeaderValue| value.to_str().map(str::to_owned);
    let headers: Vec<(String, String)> = request
        .headers()
        .iter()
        .map(|(name, value)| text(value).map(|value| (name.as_str().to_owned(), value)))
        .collect::<Result<_, _>>()
        .map_err(|_| Refusal::Unreadable)?;
    let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
    let origin = &app.federation().own.origin;
    let request = Request { method: request.method().as_str(), target, origin, headers: &headers, body };
    read(&request, app.clock().now())
}

/// The host of a key, by the one spelling it has.
fn host_of(app: &App, key_id: &Url) -> Result<String, Refusal> {
    let memory = app.federation();
    memory.client.allows(key_id).map_err(|_| Refusal::BadKeyId)?;
    memory.own.domain_of(key_id).map(|domain| domain.as_str().to_owned()).map_err(|_| Refusal::BadKeyId)
}

/// Whose key made the claim. One that is known and does not fit is asked for once more: keys change.
async fn owner(
    app: &App,
    request: &HttpRequest,
    (host, claim): (&str, &Claim),
    gate: Gate,
) -> Result<Found, Refusal> {
    let fits =
        |found: &Found| PublicKey::from_pem(&found.remote.pem).is_some_and(|key| claim.check(&key).is_ok());
    let known = match resolve::known(app, &claim.key_id).await {
        Err(Refusal::NoKey) if gate.may_fetch => {
            app.federation().is_not_missing(claim.key_id.as_str(), app.clock().now())?;
            app.throttle().network(Bucket::Keys, request).map_err(|_| Refusal::NoKey)?;
            resolve::key(app, host, &claim.key_id, false).await?
        }
        known => known?,
    };
    if fits(&known) {
        return Ok(known);
    }
    if known.is_fresh || !gate.may_fetch {
        return Err(Refusal::WrongKey);
    }
    let now = app.clock().now();
    app.federation().may_ask_again(host, claim.key_id.as_str(), now).map_err(|_| Refusal::WrongKey)?;
    let anew = resolve::key(app, host, &claim.key_id, true).await?;
    if fits(&anew) { Ok(anew) } else { Err(Refusal::WrongKey) }
}
