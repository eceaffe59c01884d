//! Who looked at a group lately, as the server remembers it, and what is said of how many they are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::kernel::{FaceId, GroupId, Moment};
use crate::text_enum;

/// Seconds of a round: what is said changes at the end of one, and not between.
const ROUND_S: i64 = 300;
/// Rounds that count. The one that runs does not: whoever comes now is counted some minutes from now.
const ROUNDS: i64 = 2;
/// Fewer others than this are nobody's business.
pub(super) const OTHERS_MIN: usize = 3;
/// In a smaller group, any amount would point at people.
pub(super) const PEOPLE_MIN: i64 = 10;

text_enum! {
    /// How many others are here, in steps that one person hardly ever moves.
    pub enum Amount {
        /// Three or more.
        Few = "few",
        /// Eight or more.
        Ten = "ten",
        /// Fifteen or more.
        Twenty = "twenty",
        /// Thirty or more.
        Many = "many",
    }
}

impl Amount {
    /// What may be said of so many others; none: nothing.
    #[must_use]
    pub const fn of(others: usize) -> Option<Self> {
        match others {
            ..OTHERS_MIN => None,
            OTHERS_MIN..8 => Some(Self::Few),
            8..15 => Some(Self::Ten),
            15..30 => Some(Self::Twenty),
            _ => Some(Self::Many),
        }
    }
}

/// Who looked at which group, by rounds.
type Rounds = BTreeMap<i64, BTreeSet<(GroupId, FaceId)>>;

/// Who looked at which group, by rounds of five minutes. Nothing older than what counts is kept, and no order within a round.
#[derive(Default)]
pub struct Here(Mutex<Rounds>);

impl Here {
    /// Somebody looks at a group.
    pub fn saw(&self, group: GroupId, face: FaceId, now: Moment) {
        let round = round(now);
        self.rounds(round).entry(round).or_default().insert((group, face));
    }

    /// Who else looked at it in the rounds that count.
    #[must_use]
    pub fn others(&self, group: GroupId, me: FaceId, now: Moment) -> Vec<FaceId> {
        let round = round(now);
        let rounds = self.rounds(round);
        let whole = rounds.range(..round).flat_map(|(_, seen)| seen);
        let others: BTreeSet<FaceId> =
            whole.filter(|(of, face)| *of == group && *face != me).map(|(_, face)| *face).collect();
        others.into_iter().collect()
    }

    /// What is kept, without what is over. A clock that was set back is believed.
    fn rounds(&self, round: i64) -> MutexGuard<'_, Rounds> {
        let mut rounds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        rounds.retain(|kept, _| (round - ROUNDS..=round).contains(kept));
        rounds
    }
}

const fn round(now: Moment) -> i64 {
    now.seconds_since(Moment(0)).div_euclid(ROUND_S)
}

#[test]
fn amounts_begin_with_three_and_go_in_wide_steps() {
    for (others, amount) in [
        (0, None),
        (2, None),
        (3, Some(Amount::Few)),
        (7, Some(Amount::Few)),
        (8, Some(Amount::Ten)),
        (14, Some(Amount::Ten)),
        (15, Some(Amount::Twenty)),
        (29, Some(Amount::Twenty)),
        (30, Some(Amount::Many)),
        (9_000, Some(Amount::Many)),
    ] {
        assert_eq!(Amount::of(others), amount, "{others}");
    }
}

#[test]
fn whoever_comes_counts_from_the_next_round_for_two_and_nothing_older_is_kept() {
    let (here, at) = (Here::default(), |second| Moment(0).plus_s(second));
    let (owls, ada, maya) = (GroupId(1), FaceId(1), FaceId(2));
    here.saw(owls, ada, at(10));
    here.saw(owls, maya, at(299));
    here.saw(GroupId(2), FaceId(3), at(20));
    assert!(here.others(owls, FaceId(9), at(299)).is_empty(), "not while the round runs");
    for second in [300, 599, 600, 899] {
        assert_eq!(here.others(owls, FaceId(9), at(second)), [ada, maya], "{second}");
        assert_eq!(here.others(owls, ada, at(second)), [maya], "nobody counts for themself");
    }
    assert!(here.others(owls, FaceId(9), at(900)).is_empty());
    assert!(here.0.lock().unwrap().is_empty(), "what is over is forgotten");
}
