//! Groups in the browser: starting one and shaping it. What a group says of itself stands with its members.

mod edit;
mod form;
mod notes;

use crate::http::{Doors, Who};

/// The doors of groups. `/g/new` stands before every `/g/{name}`.
pub fn doors(doors: &mut Doors) {
    doors.get("/g/new", Who::Member, edit::new);
    doors.post("/g/new", Who::Member, edit::create);
    doors.get("/g/{name}/edit", Who::Keeper, edit::edit);
    doors.post("/g/{name}/edit", Who::Keeper, edit::update);
    doors.post("/g/{name}/close", Who::Keeper, edit::close);
    doors.post("/g/{name}/reopen", Who::Keeper, edit::reopen);
    doors.post("/g/{name}/moved", Who::Keeper, edit::moved);
    doors.get("/g/{name}/notes", Who::Keeper, notes::edit);
    doors.post("/g/{name}/notes", Who::Keeper, notes::update);
}
