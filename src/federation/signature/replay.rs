//! Signatures that were taken, for as long as they could be shown again.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

use super::model::LATEST_S;
use super::{Claim, Refusal};
use crate::kernel::Moment;

/// Signatures there is room for. Beyond, only what needs no memory is taken: signatures of the last few minutes.
const ROOM: usize = 65_536;

/// Hashes of signatures, and until when each could still pass. In memory alone: what an activity does is done once in any case,
/// by its id, which is on disk.
#[derive(Debug, Default)]
pub struct Replays(Mutex<HashMap<[u8; 32], Moment>>);

impl Replays {
    /// Notes a signature that was verified. One of the last few minutes may come again (an answer was lost on the way); any
    /// other may not.
    ///
    /// # Errors
    /// `again`, or `late` if there is no room to remember it.
    pub fn take(&self, claim: &Claim, now: Moment) -> Result<(), Refusal> {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() >= ROOM {
            seen.retain(|_, until| now.seconds_since(*until) <= 0);
        }
        let print: [u8; 32] = Sha256::digest(&claim.signature).into();
        if seen.contains_key(&print) {
            return if claim.is_late() { Err(Refusal::Again) } else { Ok(()) };
        }
        if seen.len() >= ROOM {
            return if claim.is_late() { Err(Refusal::Late) } else { Ok(()) };
        }
        seen.insert(print, claim.at.plus_s(LATEST_S));
        Ok(())
    }
}
