//! Words that somebody had folded for themself when they told of them: they alone, from then on, until they say otherwise.
//! Nothing that is kept says whose fold it is: it is found again by what a live session holds, and by nobody else.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;

pub use commands::{fold, of, sweep};
pub use model::Folds;
