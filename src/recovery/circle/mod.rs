//! The community's daily circle: each day one page on which whoever likes has a weather and a line, hosted by a person for a
//! week. Nobody has to open it, so no machine can forget to: the circle of a day is there because the day is (decision 0046).

pub mod api;
mod commands;
mod model;
pub mod pages;
mod rules;
mod store;
mod views;

pub use commands::{
    answer, check, erase, free, greet, hand_over, host, look, reseal, step_down, sweep, take_back_ask,
    take_back_greeting, take_greeting_out, take_line_out,
};
pub use model::{Greeting, Hosting, LINE, Line, LineHeld, Of, Part, Refusal, Which};
pub use store::lines::{put as tell, remove as untell};
pub use store::{greetings_of, rest_of, weeks_of};
pub use views::{Circle, Place, Reader, Said, glance, quoted, read, whose};
