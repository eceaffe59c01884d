//! Takes out of the request what the session middleware put in.

use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest};
use futures_util::future::LocalBoxFuture;

use super::Fields;
use super::csrf::CsrfKey;
use super::muted::MutedWords;
use crate::kernel::{Error, SessionId};
use crate::keys::{Holder, MemberSecret};
use crate::policy::{Person, Refusal, Viewer};

/// A member with a live session, as pages show them.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Who.
    pub person: Person,
    /// Their name.
    pub name: String,
    /// What draws their face.
    pub seed: i64,
    /// The session this request came with.
    pub session: SessionId,
    /// What that session holds.
    pub holder: Holder,
    /// Whether this device is shared with others.
    pub is_shared: bool,
    /// Minutes after which this session is locked; 0: never.
    pub lock_min: i64,
    /// Whether leaving fast also signs out.
    pub leave_signs_out: bool,
    /// Whether the return words still wait to be kept.
    pub words_wait: bool,
    /// What form tokens are made from.
    pub csrf: CsrfKey,
    /// Words they would rather not meet.
    pub muted: MutedWords,
}

impl Signed {
    /// What only a live session of this member unseals. Prints as dots.
    #[must_use]
    pub const fn secret(&self) -> &MemberSecret {
        &self.holder.secret
    }
}

/// What the session middleware found, in the request's extensions.
#[derive(Debug, Clone)]
pub struct Present(pub Arc<Signed>);

/// The member of this request, if somebody is signed in.
#[must_use]
pub fn signed(request: &HttpRequest) -> Option<Arc<Signed>> {
    request.extensions().get::<Present>().map(|present| Arc::clone(&present.0))
}

/// Words the member of this request would rather not meet.
impl FromRequest for MutedWords {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(signed(request).map(|signed| signed.muted.clone()).unwrap_or_default()))
    }
}

impl FromRequest for Viewer {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(signed(request).map_or(Self::Guest, |signed| Self::Person(signed.person.clone()))))
    }
}

/// Extracts the member; guests are refused with `sign-in-first`.
#[derive(Debug, Clone)]
pub struct Member(pub Arc<Signed>);

impl Member {
    /// The member as commands see them.
    #[must_use]
    pub fn viewer(&self) -> Viewer {
        Viewer::Person(self.0.person.clone())
    }
}

impl std::ops::Deref for Member {
    type Target = Signed;
    fn deref(&self) -> &Signed {
        &self.0
    }
}

/// Somebody whose session ended while they wrote is refused as well, but what they sent is read first, so that the
/// page that says so can give it back. `Member` therefore stands before `Fields` among a door's arguments.
impl FromRequest for Member {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if let Some(signed) = signed(request) {
            return Box::pin(ready(Ok(Self(signed))));
        }
        let typed = match payload {
            Payload::None => None,
            _ => Some(Fields::from_request(request, payload)),
        };
        Box::pin(async move {
            if let Some(typed) = typed {
                // Whether it could be read makes no difference to the answer.
                let _ = typed.await;
            }
            Err(Refusal::SignInFirst.into())
        })
    }
}
