//! Two taps ask for company. People with their lamp lit are told, one to three of them come, and a small room opens that is
//! gone within a day. Whoever asks says beforehand how far it may go, and reads the truth while nobody is there.

pub mod api;
mod commands;
mod copied;
mod figures;
mod lamps;
mod listen;
mod load;
mod model;
pub mod pages;
mod reach;
mod rules;
mod sealed;
mod store;
#[cfg(test)]
mod tests;
mod views;

pub use commands::{ask, claim, let_go, say, turn, widen};
pub use copied::copied;
pub use figures::{Figures, LEAST, figures, roster};
pub use lamps::{
    After, away, back, has_lit, hours, light, look_after_oneself, looked_back, put_out, rest, zone,
};
pub use listen::{LAMP, SWEEP_S, WIDEN, erase, part, ring, sweep, widen_due};
pub use load::{Load, load, reseal};
pub use model::{
    Ask, Asked, Circle, Duty, Lamp, Line, Moves, Need, Outcome, Phase, Refusal, Said, Weekday, Words,
    need_icon, need_label,
};
pub use pages::AskForm;
pub use reach::{is_called, rings};
pub use rules::{A_DAY_MAX, HOURS_KEPT, LISTENS_AFTER_WEEKS, MANY, MINUTES, SEATS};
pub use sealed::Sealer;
pub use views::{
    Around, OwnLamp, Room, Seen, around, asker, asks_for, has_asks, looks_back, own_ask, own_lamp, room,
    sat_together,
};
