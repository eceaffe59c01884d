//! What every page is made of: the shell around it, its words, its drawings, its form faults.

pub mod assets;
pub mod calls;
mod card;
mod contrast;
pub mod curve;
pub mod faces;
pub mod form;
pub mod house;
pub mod icons;
pub mod look;
pub mod page;
pub mod reading;
pub mod rings;
pub mod shell;
pub mod urls;
pub mod words;

pub use card::Card;
pub use form::Faults;
pub use house::House;
pub use look::Look;
pub use page::{Page, answer, refused, with_status};
pub use reading::Reading;
pub use shell::{Door, Shell};
pub use words::Words;
