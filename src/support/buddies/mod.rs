//! Two people who look out for each other. One makes a link and gives it to the other, or asks whom they have talked with by name;
//! the other says yes or leaves: nobody learns of a no. Either ends it at once, and the other finds it no longer there (decision 0040).

pub mod api;
mod asked;
mod commands;
mod copied;
mod model;
pub mod pages;
mod rules;
mod sealed;
mod store;
mod views;

pub use crate::kernel::BuddyId;
pub use asked::{Asked, Whom, accept_asked, ask, asked, is_asked, whom};
pub use commands::{
    accept, answer, end, erase, make, part, promising, reseal, send, settle, sweep, withdraw,
};
pub use copied::copied;
pub use model::{
    ASKS_A_DAY, BUDDIES_MAX, Buddy, BuddyLinkId, Cadence, DAYS, How, LINKS_MAX, Line, LineHeld, Link,
    LinkHeld, NOTE_DAYS, NOTES_A_DAY, Note, NoteHeld, Noted, Offer, Refusal, TALKED_DAYS,
};
pub use sealed::Sealer;
pub use store::side;
pub use views::{
    Met, Open, Pair, Seen, how, links, list, met, noted_since, of, one, pair, reachable, who_ask,
};
