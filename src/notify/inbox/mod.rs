//! What happened for a member since they last looked: grouped, capped, never counted aloud.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;
mod views;

pub use commands::{open, see_all};
pub use model::{Kind, Notice, NoticeId};
pub use store::{erase, forget, has_news, keepers_of, put, sweep};
pub use views::{Line, answers, for_aliases, lines};
