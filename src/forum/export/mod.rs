//! Everything of a member in one file, made while it is sent and kept nowhere. What they said as an alias is a file of
//! its own, sealed by a passphrase of theirs.

pub mod api;
mod archive;
mod lived;
mod model;
pub mod pages;
mod store;

pub use archive::Archive;
pub use lived::{
    AskedAfterCopyJson, BuddyCardCopyJson, BuddyCopyJson, CareCopyJson, CheckinCopyJson, ChipCopyJson,
    CircleCopyJson, CounterCopyJson, GreetingCopyJson, HelpedCopyJson, HostedCopyJson, LampCopyJson, Lived,
    MilestoneCopyJson, NamedDayCopyJson, PaceCopyJson, PlanCopyJson, RoomCopyJson, ServesCopyJson,
    SetbackCopyJson, TermCopyJson, ToldCopyJson, WaveCopyJson,
};
pub use model::{Refusal, schema};
