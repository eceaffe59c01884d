//! Links that let somebody in. Whoever may make them does so elsewhere; here they are opened and used up.

mod store;

pub use store::{drop_all, open, spend};

use crate::kernel::Kind;

/// Why a link does not let somebody in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the invitation is not, or no longer, good")]
pub struct Refusal;

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        "invitation-over"
    }
    fn kind(&self) -> Kind {
        Kind::NotAllowed
    }
}
