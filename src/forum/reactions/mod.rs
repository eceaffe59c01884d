//! Four ways to answer without words, and amounts that are never digits.

mod model;
mod rules;

pub use model::{Amount, Counts, Reaction, Refusal, amount_label, label};
pub use rules::order;
