//! Pages of no slice: home, about, errors, assets.

mod again;
mod assets;
pub mod errors;
mod hello;
mod person;

use crate::http::{Doors, Who};

/// The doors of pages that belong to no slice.
pub fn doors(doors: &mut Doors) {
    doors.get("/static/{file}", Who::Visitor, assets::show);
    again::doors(doors);
    hello::doors(doors);
    person::doors(doors);
}
