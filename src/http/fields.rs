//! What was typed into a form. Reading it never loses a word: whatever is wrong, the words go back to the page.

use actix_web::dev::Payload;
use actix_web::web::BytesMut;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, web};
use futures_util::StreamExt as _;
use futures_util::future::LocalBoxFuture;

use super::viewer::signed;
use crate::kernel::{Error, Kind};

/// The name of the field that carries the form token.
pub const CSRF: &str = "csrf";
/// The name of the field that marks one rendering of a form, so that a second press is not a second post.
pub const ONCE: &str = "once";

/// How large a form may be; set by `routes.rs` from the limits.
#[derive(Debug, Clone, Copy)]
pub struct BodyMax(pub usize);

/// Why a form is not taken as it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The page was open too long, or belongs to another session.
    #[error("the form's token does not fit this session")]
    Stale,
    /// Bytes that are no text.
    #[error("not UTF-8")]
    Garbled,
    /// More than is taken.
    #[error("the body is too large")]
    TooLarge,
    /// Not a form at all.
    #[error("not a form")]
    NotAForm,
    /// The connection ended early.
    #[error("the body ended early")]
    CutShort,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Stale => "form-stale",
            Self::Garbled => "form-garbled",
            Self::TooLarge => "form-too-large",
            Self::NotAForm => "form-unknown",
            Self::CutShort => "form-cut-short",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Stale => Kind::Conflict,
            Self::TooLarge => Kind::TooLarge,
            Self::Garbled | Self::NotAForm | Self::CutShort => Kind::Invalid,
        }
    }
}

/// The fields of a form, in order; a name may occur often.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl std::fmt::Debug for Fields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fields({} of them)", self.0.len())
    }
}

impl Fields {
    /// The first value of a field; empty if it was not sent.
    #[must_use]
    pub fn one(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether a field was sent with this value: a chosen radio, a ticked box.
    #[must_use]
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|sent| sent == value)
    }

    /// Whether a field was sent at all: a ticked box, a pressed button.
    #[must_use]
    pub fn sent(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// What stands behind the question mark of an address. There is no wrong way to write it.
    #[must_use]
    pub fn asked(request: &HttpRequest) -> Self {
        Self(url::form_urlencoded::parse(request.query_string().as_bytes()).into_owned().collect())
    }

    /// The same fields with one more.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// Everything a person typed or chose: all but the machinery's own fields.
    pub fn typed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .filter(|(key, _)| key != CSRF && key != ONCE)
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// Whether a person typed or chose anything.
    #[must_use]
    pub fn has_words(&self) -> bool {
        self.typed().any(|(_, value)| !value.trim().is_empty())
    }

    /// Reads `a=b&c=d`. `Err` holds the fields all the same, with marks where bytes were no text.
    fn parse(body: &[u8]) -> Result<Self, Self> {
        let fields = Self(url::form_urlencoded::parse(body).into_owned().collect());
        // The parser puts U+FFFD for bytes that are no text; somebody may also have typed that very sign.
        let is_garbled =
            fields.0.iter().any(|(_, value)| value.contains('\u{FFFD}')) && !contains_typed_mark(body);
        if is_garbled { Err(fields) } else { Ok(fields) }
    }
}

/// Whether U+FFFD was itself sent, as `%EF%BF%BD` or in plain bytes.
fn contains_typed_mark(body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body).to_ascii_uppercase();
    text.contains("%EF%BF%BD") || std::str::from_utf8(body).is_ok_and(|body| body.contains('\u{FFFD}'))
}

impl FromIterator<(String, String)> for Fields {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

/// Left in the request's extensions, so that any page that says no can give the words back.
#[derive(Debug, Clone)]
pub struct Typed(pub Fields);

impl FromRequest for Fields {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let max = request.app_data::<web::Data<BodyMax>>().map_or(1 << 20, |max| max.0);
            if !request.content_type().eq_ignore_ascii_case("application/x-www-form-urlencoded") {
                return Err(Refusal::NotAForm.into());
            }
            let mut body = BytesMut::new();
            while let Some(chunk) = payload.next().await {
                let chunk = chunk.map_err(|_| Error::from(Refusal::CutShort))?;
                if body.len() + chunk.len() > max {
                    return Err(Refusal::TooLarge.into());
                }
                body.extend_from_slice(&chunk);
            }
            let (fields, garbled) = match Self::parse(&body) {
                Ok(fields) => (fields, false),
                Err(fields) => (fields, true),
            };
            request.extensions_mut().insert(Typed(fields.clone()));
            if garbled {
                return Err(Refusal::Garbled.into());
            }
            match signed(&request) {
                Some(signed) if !signed.csrf.accepts(fields.one(CSRF)) => Err(Refusal::Stale.into()),
                _ => Ok(fields),
            }
        })
    }
}

#[test]
fn bytes_that_are_no_text_are_noticed_and_the_rest_is_kept() {
    let fields = Fields::parse(b"body=hi+there&note=a&note=b").unwrap();
    assert_eq!(fields.one("body"), "hi there");
    assert!(fields.has("note", "b") && !fields.has("note", "c") && !fields.sent("title"));
    let garbled = Fields::parse(b"body=hi+%FF+there").unwrap_err();
    assert_eq!(garbled.one("body"), "hi \u{FFFD} there");
    assert!(Fields::parse("body=%EF%BF%BD".as_bytes()).is_ok());
}
