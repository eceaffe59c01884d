//! Pages of no slice: home, what the host wrote, support, leaving, reading, errors, assets.

mod again;
mod assets;
mod cloak;
mod craving;
mod device;
pub mod errors;
mod give;
mod hello;
mod home;
mod install;
mod leave;
mod lock;
mod pair;
mod person;
mod plain;
mod reading;
mod support;
pub mod today;

use crate::http::{Doors, Who};

pub use cloak::cover;
pub use lock::hold;

/// The doors of pages that belong to no slice.
pub fn doors(doors: &mut Doors) {
    doors.get("/", Who::Visitor, home::show);
    doors.post("/later", Who::Member, today::put_off);
    doors.get("/support", Who::Visitor, support::show);
    doors.get("/support/helplines", Who::Visitor, support::helplines);
    craving::doors(doors);
    doors.get("/support/safer", Who::Visitor, support::safer);
    doors.get("/leave", Who::Visitor, leave::go);
    doors.get("/leaving-fast", Who::Visitor, leave::limits);
    doors.post("/cloak", Who::Visitor, cloak::lift);
    device::doors(doors);
    lock::doors(doors);
    doors.get("/you/reading", Who::Visitor, reading::show);
    doors.post("/you/reading", Who::Visitor, reading::keep);
    plain::doors(doors);
    install::doors(doors);
    doors.get("/static/{file}", Who::Visitor, assets::show);
    again::doors(doors);
    hello::doors(doors);
    person::doors(doors);
    pair::doors(doors);
    give::doors(doors);
}
