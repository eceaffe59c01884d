//! Pages of no slice: home, about, errors, assets.

mod assets;
pub mod errors;
pub mod today;

use crate::http::{Doors, Who};

/// The doors of pages that belong to no slice.
pub fn doors(doors: &mut Doors) {
    doors.post("/later", Who::Member, today::put_off);
    doors.get("/static/{file}", Who::Visitor, assets::show);
}
