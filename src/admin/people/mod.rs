//! Members as hosts see them: a name, where they stand, weeks.

pub mod api;
mod forms;
pub mod pages;

use crate::identity::accounts::standing::State;
use crate::policy::Rank;

/// The Fluent key of a rank.
#[must_use]
pub const fn rank_key(rank: &Rank) -> &'static str {
    match rank {
        Rank::Member => "host-people-rank-member",
        Rank::Keeper => "host-people-rank-keeper",
        Rank::Host => "host-people-rank-host",
    }
}

/// The Fluent key of what a rank may do.
#[must_use]
pub const fn rank_hint(rank: &Rank) -> &'static str {
    match rank {
        Rank::Member => "host-people-rank-member-hint",
        Rank::Keeper => "host-people-rank-keeper-hint",
        Rank::Host => "host-people-rank-host-hint",
    }
}

/// The Fluent key of a state.
#[must_use]
pub const fn state_key(state: &State) -> &'static str {
    match state {
        State::Open => "host-people-state-open",
        State::Waiting => "host-people-state-waiting",
        State::Paused => "host-people-state-paused",
        State::Closed | State::Leaving => "host-people-state-closed",
    }
}
