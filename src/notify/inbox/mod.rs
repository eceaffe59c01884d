//! What happened for a member since they last looked: grouped, capped, never counted aloud.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;
mod views;

pub use commands::{open, open_all};
pub use model::{Kind, Marks, Notice, NoticeId};
pub use pages::marks;
pub use store::{
    answered, erase, forget, is_waiting, keepers_of, noted, noted_by, put, put_unheard, serving_in, set_seen,
    sweep,
};
pub use views::{Line, answers, asking, folded, for_aliases, has_news, lines};
