//! Turns an error into an answer: problem+json here; `web/errors` makes a page of it for browsers.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;

use crate::kernel::{Error, Kind, Refusal};

/// What the pages need to know of an error.
#[derive(Debug, Clone)]
pub struct Problem {
    /// The stable code.
    pub code: &'static str,
    /// What sort of no.
    pub kind: Kind,
    /// The field it is about.
    pub field: Option<&'static str>,
    /// What its message needs filled in.
    pub args: Vec<(&'static str, String)>,
}

/// RFC 9457. `type` is a stable address within the project's docs, `code` the same word our pages use.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ProblemJson {
    /// Where the problem is described.
    #[serde(rename = "type")]
    pub kind: String,
    /// In a few words, for developers.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The stable code.
    pub code: &'static str,
    /// The field it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
}

/// The status of a sort of no.
#[must_use]
pub const fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::SignedOut => StatusCode::UNAUTHORIZED,
        Kind::NotAllowed => StatusCode::FORBIDDEN,
        Kind::Absent => StatusCode::NOT_FOUND,
        Kind::Gone => StatusCode::GONE,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::WrongVerb => StatusCode::METHOD_NOT_ALLOWED,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

impl From<&Error> for Problem {
    fn from(error: &Error) -> Self {
        let (field, args) = match error {
            Error::Refused(refusal) => (refusal.field(), refusal.args()),
            Error::Absent | Error::Fault(_) => (None, Vec::new()),
        };
        Self { code: error.code(), kind: error.kind(), field, args }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Fault(_) if self.code() == "our-fault" => StatusCode::INTERNAL_SERVER_ERROR,
            _ => status(self.kind()),
        }
    }

    fn error_response(&self) -> HttpResponse {
        let status = self.status_code();
        if let Self::Fault(fault) = self {
            tracing::error!(%fault, "a request met a fault");
        }
        let problem = Problem::from(self);
        let body = ProblemJson {
            kind: format!("urn:hearthside:problem:{}", problem.code),
            title: match self {
                Self::Refused(refusal) => refusal.to_string(),
                Self::Absent => "there is no such thing, or not for you".to_owned(),
                Self::Fault(_) => "something went wrong on our side".to_owned(),
            },
            status: status.as_u16(),
            code: problem.code,
            field: problem.field,
        };
        let mut answer = HttpResponse::build(status);
        answer.insert_header((header::CONTENT_TYPE, "application/problem+json"));
        if matches!(problem.kind, Kind::TooMany | Kind::Unavailable) {
            answer.insert_header((header::RETRY_AFTER, "60"));
        }
        answer.body(serde_json::to_string(&body).unwrap_or_default())
    }
}

/// A refusal said of one field of what was sent.
#[derive(Debug)]
struct Of<R> {
    field: &'static str,
    refusal: R,
}

impl<R: Refusal> std::fmt::Display for Of<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.field, self.refusal)
    }
}

impl<R: Refusal> std::error::Error for Of<R> {}

impl<R: Refusal> Refusal for Of<R> {
    fn code(&self) -> &'static str {
        self.refusal.code()
    }
    fn kind(&self) -> Kind {
        self.refusal.kind()
    }
    fn field(&self) -> Option<&'static str> {
        Some(self.field)
    }
    fn args(&self) -> Vec<(&'static str, String)> {
        self.refusal.args()
    }
}

/// Says which field of a JSON body a parser refused.
pub trait InField<T> {
    /// The same result, with the field named.
    ///
    /// # Errors
    /// The refusal, of `field`.
    fn in_field(self, field: &'static str) -> Result<T, Error>;
}

impl<T, R: Refusal> InField<T> for Result<T, R> {
    fn in_field(self, field: &'static str) -> Result<T, Error> {
        self.map_err(|refusal| Of { field, refusal }.into())
    }
}
