//! Who wrote this request: HTTP signatures in the two forms that are spoken, the draft's and RFC 9421's.
//!
//! A signature must cover what matters (method, target, host, a date, and the digest of a body), or it is none. What is
//! signed is always rebuilt from this server's own name and the bytes that came, never from what the request says of itself.

mod digest;
mod draft;
mod key;
mod message;
mod middleware;
mod model;
mod replay;
#[cfg(test)]
mod tests;

pub use key::{PublicKey, SigningKey, make_rsa};
pub use middleware::{Gate, is_signed, verify, verify_at};
pub use model::{Claim, Form, Head, Refusal, Request, Signer};
pub use replay::Replays;

use reqwest::header::{HeaderName, HeaderValue};

use crate::kernel::{Error, Moment};

/// Signs a request; what comes back are the headers to add, the date and the digest among them.
///
/// # Errors
/// A fault, if the key cannot sign or an address has letters no header holds.
pub fn sign(head: &Head<'_>, key: &SigningKey, form: Form) -> Result<Vec<(HeaderName, HeaderValue)>, Error> {
    let headers = match form {
        Form::Draft => draft::sign(head, key)?,
        Form::Rfc9421 => message::sign(head, key)?,
    };
    let typed = |(name, value): (&'static str, String)| {
        HeaderValue::from_str(&value)
            .map(|value| (HeaderName::from_static(name), value))
            .map_err(Error::other)
    };
    headers.into_iter().map(typed).collect()
}

/// Reads what a request claims about its sender. All is checked that needs no key: what is covered, the digest, the date.
///
/// # Errors
/// What is wrong with it.
pub fn read(request: &Request<'_>, now: Moment) -> Result<Claim, Refusal> {
    let (claim, signed) = if request.all("signature-input").next().is_some() {
        (message::read(request, now)?, "content-digest")
    } else {
        (draft::read(request, now)?, "digest")
    };
    let is_bare = matches!(request.method, "GET" | "HEAD") && request.body.is_empty();
    if !is_bare && !claim.covers_body {
        return Err(Refusal::Uncovered);
    }
    digest::check(request, signed, is_bare)?;
    Ok(claim)
}
