//! A counter: days somebody counts, of whatever they like, as stretches. A setback is a knot among them, and takes none away.

pub mod api;
mod commands;
pub mod milestones;
mod model;
pub mod pages;
mod rules;
mod store;
mod views;

pub(in crate::recovery) use api::{act_of, sort_of};
pub use commands::{act, change, keep_for_oneself, name_day, put_away, start, strike};
pub use model::{Act, Book, Counter, CounterId, Name, Part, Refusal, Shape, Shown, Shows, Sight, Sort, Turn};
pub(in crate::recovery) use pages::{parse_act, parse_sort};
pub use rules::Stretch;
pub use store::{erase, find, list, shown};
pub use views::{Figures, figures, fitting, milestone_words, named_words, shown_figures};
