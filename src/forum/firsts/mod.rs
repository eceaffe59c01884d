//! How long people wait for a first answer, in numbers that belong to nobody: over the last weeks, in groups that show times.

mod model;
mod store;

pub use model::{Figures, Post};
pub use store::figures;
