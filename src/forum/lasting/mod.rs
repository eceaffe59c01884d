//! How long words stay: until a day their writer chose, or as long as their group keeps a quiet thread; and, at last, what
//! is left of words that are gone.

mod commands;
mod model;
mod store;

pub use commands::{end_words, sweep_quiet, sweep_remains};
pub use model::{Keeps, Lasting, REMAINS_DAYS, Refusal, chosen, label};
