//! What a body hashes to, in both headers. Checked before anybody reads the body.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha512};
use subtle::ConstantTimeEq as _;

use super::{Refusal, Request};

/// `SHA-256=…`, for the draft.
pub(super) fn digest(body: &[u8]) -> String {
    format!("SHA-256={}", STANDARD.encode(Sha256::digest(body)))
}

/// `sha-256=:…:`, for RFC 9421 (RFC 9530).
pub(super) fn content_digest(body: &[u8]) -> String {
    format!("sha-256=:{}:", STANDARD.encode(Sha256::digest(body)))
}

/// Whether every digest a request names is its body's, and one at least of `signed`, the header that was signed: a digest
/// that anybody could have added on the way vouches for nothing.
pub(super) fn check(request: &Request<'_>, signed: &str, may_be_none: bool) -> Result<(), Refusal> {
    let mut found = 0;
    for (header, is_wrapped) in [("digest", false), ("content-digest", true)] {
        let mut known: Vec<String> = Vec::new();
        for each in request.all(header).flat_map(|line| line.split(',')) {
            let (name, value) = each.trim().split_once('=').ok_or(Refusal::Digest)?;
            let name = name.to_ascii_lowercase();
            if known.contains(&name) {
                return Err(Refusal::Ambiguous);
            }
            let is_known = is_of(request.body, &name, value, is_wrapped)?;
            found += usize::from(is_known && header == signed);
            known.push(name);
        }
    }
    if found > 0 || may_be_none { Ok(()) } else { Err(Refusal::Digest) }
}

/// Whether a digest is the body's; false if we do not know how it is made.
fn is_of(body: &[u8], name: &str, value: &str, is_wrapped: bool) -> Result<bool, Refusal> {
    let own = match name {
        "sha-256" => Sha256::digest(body).to_vec(),
        "sha-512" => Sha512::digest(body).to_vec(),
        _ => return Ok(false),
    };
    let bare =
        if is_wrapped { value.strip_prefix(':').and_then(|v| v.strip_suffix(':')) } else { Some(value) };
    let theirs = bare.and_then(|bare| STANDARD.decode(bare).ok()).ok_or(Refusal::Digest)?;
    if bool::from(own.ct_eq(&theirs)) { Ok(true) } else { Err(Refusal::Digest) }
}
