//! Whoever others know of this community by address: itself, its groups, the names and aliases whose words may travel. Each
//! has a key of its own, so that nothing but the words says who speaks.

mod commands;
mod model;
mod post;
mod store;

pub use commands::{community, public_key, reseal, signing_key, sweep};
pub use model::{KeyHeld, Kind, Path};
pub use post::post;
pub use store::path_of;
