//! Threads in the browser.

mod change;
mod keep;
mod share;
mod show;

pub use change::{Edit, History, TakeBack};

use crate::http::{Doors, Who};
use crate::ui::Words;

/// The doors of threads.
pub fn doors(doors: &mut Doors) {
    doors.get("/share", Who::Member, share::new);
    doors.post("/share", Who::Member, share::create);
    doors.get("/p/{id}", Who::Visitor, show::show);
    doors.get("/p/{id}/live", Who::Visitor, show::live);
    doors.get("/p/{id}/edit", Who::Member, change::edit);
    doors.post("/p/{id}/edit", Who::Member, change::update);
    doors.get("/p/{id}/delete", Who::Member, change::ask);
    doors.post("/p/{id}/delete", Who::Member, change::delete);
    doors.get("/p/{id}/history", Who::Member, change::history);
    doors.post("/p/{id}/lock", Who::Keeper, keep::lock);
    doors.post("/p/{id}/unlock", Who::Keeper, keep::unlock);
    doors.post("/p/{id}/pin", Who::Keeper, keep::pin);
    doors.post("/p/{id}/unpin", Who::Keeper, keep::unpin);
}

/// Whether the writer of these words is shown the way to Support. People write in the language that is nearest when
/// it hurts, whatever language the page speaks.
#[must_use]
pub fn shows_support(words: &str) -> bool {
    Words::spoken().any(|spoken| super::rules::holds_any(words, &spoken.t("danger-words")))
}
