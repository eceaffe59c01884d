//! What a live session holds.

use super::MemberSecret;
use crate::kernel::{AccountId, SessionId, Token};

/// Whose session it is, what leads to it, and what it alone unseals. Lives as long as one request.
#[derive(Debug, Clone)]
pub struct Holder {
    /// Whose.
    pub account: AccountId,
    /// Which of their devices.
    pub session: SessionId,
    /// What leads to the session now.
    pub token: Token,
    /// The member secret.
    pub secret: MemberSecret,
}
