//! How somebody is met who came lately: what waits for a while, and until when. No row says more exactly than a week when
//! somebody came; how long they wait is told from that week and from what stands of theirs.

mod model;
mod rules;
mod store;

pub use model::{Settling, Welcome};
pub use rules::settles;
pub use store::{is_young, settling, welcome};
