//! Two people who look out for each other. One makes a link and gives it to the other, or asks whom they have talked with by name;
//! the other says yes or leaves: nobody learns of a no. Each shows the other a card of what they would like and what they can do. Either ends
//! it at once, and the other finds it no longer there (decisions 0040 and 0062).

pub mod api;
mod asked;
mod cards;
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
pub use cards::{Card, DayPart, Fit, Kind, Sent, Side, Way};
pub use commands::{
    accept, answer, end, erase, keep, make, part, promising, reseal, send, settle, sweep, withdraw,
};
pub use copied::copied;
pub use model::{
    ASKS_A_DAY, BUDDIES_MAX, Buddy, BuddyLinkId, Cadence, DAYS, How, LINKS_MAX, Line, LineHeld, Link,
    LinkHeld, NOTE_DAYS, NOTES_A_DAY, Note, NoteHeld, Noted, Offer, Refusal, TALKED_DAYS,
};
pub use pages::{card_read, card_sent};
pub use sealed::Sealer;
pub use store::side;
pub use views::{
    Met, Open, Pair, Seen, how, links, list, met, noted_since, of, one, pair, reachable, who_ask, writes_back,
};
