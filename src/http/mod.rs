//! What every door needs of HTTP: who is there, what was typed, limits, headers, refusals.

pub mod activity;
pub mod answer;
pub mod csrf;
pub mod doors;
pub mod fields;
pub mod headers;
pub mod kept;
pub mod limits;
pub mod muted;
pub mod part;
pub mod patience;
pub mod problem;
pub mod sse;
mod steady;
pub mod viewer;

pub use answer::{Answer, see_other};
pub use doors::{Doors, Who};
pub use fields::{Fields, Typed};
pub use kept::Kept;
pub use limits::{Bucket, Network, Throttle};
pub use part::Part;
pub use viewer::Signed;
