//! Concerns: somebody tells those who look after things about a post, a person or a group. Everybody who tells of one
//! thing tells of one concern. Who told is kept so that nobody finds it but they themselves (decision 0025).

pub mod api;
mod commands;
mod elsewhere;
mod model;
pub mod pages;
mod store;
mod teller;
mod up;
mod views;

pub use commands::{about, elsewhere, flag, flag_person, news, own, place, quarter, tell, unflag};
pub use elsewhere::flagged;
pub use model::{
    About, Concern, ConcernId, FlagId, Flagged, GoesOn, Outcome, PASS_ON, PassedOn, Pattern, Reason, Refusal,
    Subject, Telling, Thing, Tier, Told, Words, reason_label,
};
pub use pages::{own_aliases, teller};
pub use store::{
    Counted, OfName, after_due, asked_on, find, find_asked, find_named, find_on_thread, flags_of,
    forget_flags, lifted, list, looked_after, open_again, open_all_again, raise, reasons_among, reasons_of,
    say_why, see, set_after, settle, settle_all, sweep, tellings, told_by_month, told_of, unlink, waiting,
    waiting_about, waiting_from, wake,
};
pub use teller::{Opened, Teller};
pub use up::{follow, goes_up, has_reader_above, is_unread, lift_left, lift_old};
pub use views::{Stands, standing};
