//! Two taps ask for company. People with their lamp lit are told, one to three of them come, and a small room opens that is
//! gone within a day. Whoever asks says beforehand how far it may go, and reads the truth while nobody is there.

pub mod api;
mod clock;
mod commands;
mod copied;
mod figures;
mod lamps;
mod listen;
mod load;
mod model;
pub mod pages;
mod reach;
mod refusal;
mod rules;
mod sealed;
mod store;
#[cfg(test)]
mod tests;
mod told;
mod usual;
mod views;

pub use clock::{WIDEN, widen_due};
pub use commands::{ask, ask_and_keep, claim, let_go, say, turn, widen};
pub use copied::copied;
pub use figures::{Figures, LEAST, figures, roster};
pub use lamps::{
    After, away, back, has_lit, hours, light, look_after_oneself, looked_back, put_out, rest, zone,
};
pub use listen::{LAMP, SWEEP_S, erase, part, paused, ring, stand_down, sweep};
pub use load::{Load, load, reseal};
pub use model::{
    Ask, Asked, Circle, Duty, Lamp, Line, Moves, Need, Outcome, Phase, Said, Weekday, Words, need_icon,
    need_label,
};
pub use pages::AskForm;
pub use reach::{is_called, rings};
pub use refusal::Refusal;
pub use rules::{A_DAY_MAX, HOURS_KEPT, LATE_S, LISTENS_AFTER_WEEKS, MANY, MINUTES, SEATS};
pub use sealed::Sealer;
pub use told::{LOOK, look_due};
pub use usual::Usual;
pub use views::{
    Around, OwnLamp, Room, Seen, Start, around, asker, asks_for, before_asking, has_asks, looks_back,
    own_ask, own_lamp, room, sat_together,
};
