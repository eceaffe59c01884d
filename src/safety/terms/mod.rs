//! Terms: looking after the whole community is a turn, as a part in a group is. A host gives it for a length of time and says when
//! it lasts longer; it is told a week before its end, and is then over by itself. What is left for whoever comes next is read by
//! those who carry it, and who carried it when is kept for them (decision 0039).

pub mod api;
mod commands;
mod listen;
mod model;
pub mod pages;
mod store;
mod views;

pub use commands::{appoint, hand_over, reseal, tend};
pub use listen::hear;
pub use model::Term;
pub use views::{Holder, Past, Serving, copied, ends_on, serving};
