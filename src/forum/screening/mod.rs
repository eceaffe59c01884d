//! What a group checks by itself before words stand: who may share, what waits for a look, how fast, which words and links.
//! One pure function decides, for the composer, for programs and for what comes from other communities.

pub mod api;
mod commands;
mod echoes;
mod hints;
mod matching;
mod model;
mod paces;
pub mod pages;
mod rules;
mod signals;
mod store;
mod verdict;
mod views;

pub use commands::{
    guard, keep_line, let_go, let_speak, let_speak_here, quieten, quieten_here, set, slow_down, speed_up,
};
pub use echoes::By;
pub use hints::Hints;
pub use matching::{Folded, Needle, needles};
pub use model::{
    Does, Home, Line, LineDraft, LineId, LineWords, Look, Looks, Quiet, Rules, Sentence, Settings, Shares,
    Why,
};
pub use paces::Paces;
pub use rules::judge;
pub use store::{erase, sweep};
pub use verdict::{Pace, Piece, Refusal, Slow, Verdict, Writer};
pub use views::{
    Told, first_minutes, look, look_for_all, may_ask_shield, may_speak, pace, quiet_now, read_along_in, told,
};
