//! Company right now: whoever asks for it, and whoever is there to listen. None of it leaves this server, and what is said is
//! gone within a day (decision 0030). And buddies, who look out for each other for longer (decision 0040), and may notice when one
//! goes quiet (decision 0044).

pub mod buddies;
mod copied;
mod listen;
pub mod noticing;
pub mod nudges;
pub mod oncall;

pub use copied::copied;
pub use listen::hear;
