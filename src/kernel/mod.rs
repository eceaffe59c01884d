//! Words every module speaks; no I/O.

pub mod language;
pub mod links;
pub mod markdown;
pub mod text;
pub mod text_enum;
