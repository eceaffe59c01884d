//! What is not right in a form yet: a sentence beside each field, and the same sentences at the top.

use actix_web::http::StatusCode;

use super::Shell;
use crate::kernel::{Error, Kind, Refusal};

/// One thing to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field's id, which is its name; empty for the form as a whole.
    pub field: &'static str,
    /// The sentence.
    pub words: String,
}

/// Everything to change in a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Keeps a parsed value, or the reason why there is none.
    pub fn take<T, R: Refusal>(
        &mut self,
        ui: &Shell,
        field: &'static str,
        parsed: Result<T, R>,
    ) -> Option<T> {
        parsed.map_err(|refusal| self.add(ui, field, &refusal)).ok()
    }

    /// Adds a refusal beside a field.
    pub fn add(&mut self, ui: &Shell, field: &'static str, refusal: &dyn Refusal) {
        self.0.push(Fault { field, words: sentence(ui, refusal.code(), &refusal.args()) });
    }

    /// Takes what a command refused, if it can be mended in the form; anything else is passed on.
    ///
    /// # Errors
    /// The error itself, if it is not about what was typed.
    pub fn mend(ui: &Shell, error: Error) -> Result<Self, Error> {
        match error {
            Error::Refused(refusal)
                if refusal.field().is_some()
                    || matches!(refusal.kind(), Kind::Invalid | Kind::Conflict | Kind::TooMany) =>
            {
                let mut faults = Self::default();
                faults.add(ui, refusal.field().unwrap_or_default(), refusal.as_ref());
                Ok(faults)
            }
            other => Err(other),
        }
    }

    /// Takes what a command refused where there was nothing to type: it is said above the page, whatever it is. Anything else is
    /// passed on.
    ///
    /// # Errors
    /// The error itself, if it is no refusal.
    pub fn said(ui: &Shell, error: Error) -> Result<Self, Error> {
        match error {
            Error::Refused(refusal) => {
                let mut faults = Self::default();
                faults.add(ui, "", refusal.as_ref());
                Ok(faults)
            }
            other => Err(other),
        }
    }

    /// As [`Faults::mend`], with the truthful status of the page: 429 for too much at once, else 422.
    ///
    /// # Errors
    /// As [`Faults::mend`].
    pub fn mend_as(ui: &Shell, error: Error) -> Result<(StatusCode, Self), Error> {
        let status = match error.kind() {
            Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Ok((status, Self::mend(ui, error)?))
    }

    /// Whether nothing is to be changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sentence beside a field.
    #[must_use]
    pub fn at(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|fault| fault.field == field).map(|fault| fault.words.as_str())
    }

    /// Every fault, in order.
    pub fn all(&self) -> &[Fault] {
        &self.0
    }
}

/// The words of a refusal: the message `refused-<code>`.
#[must_use]
pub fn sentence(ui: &Shell, code: &str, args: &[(&'static str, String)]) -> String {
    ui.words.with(&format!("refused-{code}"), args)
}
