//! Groups, threads, and what people say in them.

pub mod authors;
pub mod content_notes;
pub mod drafts;
pub mod export;
pub mod feeds;
pub mod first_answers;
pub mod firsts;
pub mod folds;
pub mod groups;
pub mod held;
pub mod here;
pub mod kept;
pub mod lasting;
mod listen;
pub mod lookout;
pub mod members;
pub mod pace;
pub mod quiet;
pub mod reactions;
pub mod replies;
pub mod sanctions;
pub mod screening;
pub mod search;
pub mod shelter;
pub mod threads;
pub mod turns;
pub mod voices;

pub use listen::hear;
