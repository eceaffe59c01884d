//! Which kind word comes first under which post.

use super::Reaction;
use crate::forum::threads::Kind;

/// The four words in the order they are offered. `None` stands for a reply.
///
/// "Proud of you" never leads under a setback: it would weigh the one thing that went otherwise.
#[must_use]
pub const fn order(kind: Option<Kind>) -> [Reaction; 4] {
    use Reaction::{Proud, Same, Thanks, With};
    match kind {
        Some(Kind::Win | Kind::Milestone) => [Proud, With, Same, Thanks],
        Some(Kind::Question) => [Same, With, Thanks, Proud],
        Some(Kind::JustHere | Kind::Introduction) => [With, Same, Proud, Thanks],
        Some(Kind::Setback) => [With, Same, Thanks, Proud],
        Some(Kind::Gratitude) => [With, Thanks, Same, Proud],
        None => [Thanks, With, Same, Proud],
    }
}

#[test]
fn every_kind_offers_all_four_and_a_setback_is_never_proud_first() {
    for kind in Kind::ALL.iter().copied().map(Some).chain([None]) {
        let offered = order(kind);
        assert!(Reaction::ALL.iter().all(|word| offered.contains(word)));
    }
    assert_eq!(order(Some(Kind::Setback)).last(), Some(&Reaction::Proud));
    assert_eq!(order(Some(Kind::Win)).first(), Some(&Reaction::Proud));
    assert_eq!(order(None).first(), Some(&Reaction::Thanks));
}
