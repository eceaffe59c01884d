//! Made-up names: suggesting one, checking one, telling two apart.
//!
//! A name must not say who somebody is. The word lists here were written for this
//! project; `first.txt` and `second.txt` share no word, so that a name reads one way.

mod model;
mod rules;
mod suggest;

pub use model::{Name, NameFault};
pub use rules::{check, key};
pub use suggest::{NUMBERS, lists, suggest, with_number};

#[cfg(test)]
mod tests;
