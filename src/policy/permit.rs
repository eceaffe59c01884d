//! Proof that somebody may do something. Only this folder can make one; writes ask for it.

use super::{Action, Standing, Viewer, rules};
use crate::kernel::{Error, FaceId};

/// Somebody may do one thing. Stores take `&Permit`, so a write without a question does not compile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permit {
    actor: FaceId,
    action: Action,
}

impl Permit {
    /// Whose act it is: a name, or the alias somebody speaks as.
    #[must_use]
    pub const fn actor(&self) -> FaceId {
        self.actor
    }

    /// What it permits.
    #[must_use]
    pub const fn action(&self) -> Action {
        self.action
    }
}

/// Asks whether `viewer` may do `action`, given where they stand.
///
/// # Errors
/// A refusal with a code: `sign-in-first`, `members-only`, `not-yours`, `keepers-only`, `stewards-only`, `hosts-only`.
pub fn may(viewer: &Viewer, action: Action, standing: &Standing) -> Result<Permit, Error> {
    rules::verdict(action, standing)?;
    Ok(Permit { actor: viewer.voice(), action })
}

/// The same of what is done in the community as a whole.
///
/// # Errors
/// As [`may`].
pub fn may_in_community(viewer: &Viewer, action: Action) -> Result<Permit, Error> {
    may(viewer, action, &Standing::in_community(viewer))
}
