//! Company right now: whoever asks for it, and whoever is there to listen. None of it leaves this server, and what is said is
//! gone within a day (decision 0030).

mod listen;
pub mod oncall;

pub use listen::hear;
pub use oncall::copied;
