//! What several people told of one name.

use std::collections::HashSet;

use super::ConcernId;
use crate::kernel::GroupId;
use crate::ui::Shell;

/// Several people told of one name, in several things, for what sellers and those who prey on newcomers do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pattern {
    /// How many different people.
    pub people: usize,
    /// In how many things.
    pub cases: usize,
    /// In how many groups; 0: in none.
    pub places: usize,
}

impl Pattern {
    /// As many people, in as many things, before it is one: one person alone makes none.
    const FROM: usize = 3;

    /// As a page says it.
    #[must_use]
    pub fn said(&self, ui: &Shell) -> String {
        let told = ui.t2("look-pattern", ("people", self.people), ("cases", self.cases));
        if self.places < 2 {
            return told;
        }
        format!("{told} {}", ui.t1("look-pattern-places", "places", self.places))
    }

    /// What was told of a name: the thing, its group, and whether it was by somebody who had not told of that name before.
    #[must_use]
    pub fn of(told: &[(ConcernId, Option<GroupId>, bool)]) -> Option<Self> {
        let cases: HashSet<ConcernId> = told.iter().map(|(id, ..)| *id).collect();
        let places: HashSet<GroupId> = told.iter().filter_map(|(_, group, _)| *group).collect();
        let people = told.iter().filter(|(.., is_another)| *is_another).count();
        let adds_up = people >= Self::FROM && cases.len() >= Self::FROM;
        adds_up.then_some(Self { people, cases: cases.len(), places: places.len() })
    }
}

#[test]
fn three_people_in_three_things_are_a_pattern_and_one_alone_is_none() {
    let told = |things: &[(i64, i64, bool)]| {
        let told: Vec<_> = things
            .iter()
            .map(|(id, group, is_another)| (ConcernId(*id), Some(GroupId(*group)), *is_another))
            .collect();
        Pattern::of(&told)
    };
    let three = Some(Pattern { people: 3, cases: 3, places: 2 });
    assert_eq!(told(&[(1, 1, true), (2, 1, true), (3, 2, true), (3, 2, false)]), three);
    assert_eq!(told(&[(1, 1, true), (2, 1, false), (3, 2, false)]), None, "one person, three times");
    assert_eq!(told(&[(1, 1, true), (1, 1, true), (1, 1, true)]), None, "one thing, told by three");
}
