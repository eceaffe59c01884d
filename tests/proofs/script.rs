//! What happens in a town, as a list of steps that do not say who is behind an alias.

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree as _;

/// Somebody who speaks as an alias: which of two, and never by name.
pub type Role = usize;

/// One thing that happens.
#[derive(Debug, Clone)]
pub enum Step {
    /// Somebody does something as an alias.
    Alias(Role, Act),
    /// A member does something under their own name, whoever the aliases are.
    Named(usize, Deed),
    /// Those who look after the group do something about an alias or a thread.
    Keeper(Care, Index),
    /// Somebody tells them about a thread, and never says who they are.
    Tell(Index),
    /// Time goes by, in seconds; then everybody opens the front page.
    Wait(i64),
    /// Everybody looks at everything.
    Look,
}

/// What is done as an alias. An index chooses among the threads there are, or among one's own words.
#[derive(Debug, Clone)]
pub enum Act {
    /// Opens a thread, with a name kept in the group or one of its own.
    Open { kept: bool, goes: bool },
    /// Answers a thread.
    Answer { kept: bool, thread: Index },
    /// Changes words.
    Edit(Index),
    /// Takes words back.
    TakeBack(Index),
    /// Is done with an alias.
    Retire(Index),
    /// Answers those who paused or closed an alias.
    Appeal(Index),
    /// Answers what was decided about words of an alias.
    Object,
}

/// What is done under a name.
#[derive(Debug, Clone)]
pub enum Deed {
    /// Opens a thread.
    Open,
    /// Answers a thread.
    Answer(Index),
    /// Puts a kind word under a thread.
    React(Index),
    /// Blocks whoever opened a thread, under whichever name; or takes that back.
    Block(Index),
    /// Keeps a draft.
    Keep,
    /// Marks all news as seen.
    SeeNews,
    /// Leaves the community for good; whoever the aliases are, they are silent from here on.
    Go,
}

/// What those who look after the group do.
#[derive(Debug, Clone, Copy)]
pub enum Care {
    /// Pauses an alias.
    Pause,
    /// Closes an alias.
    Close,
    /// Closes the person behind it.
    ClosePerson,
    /// Lets it speak again.
    Lift,
    /// Answers what it said.
    Answer,
    /// Locks a thread.
    Lock,
    /// Lets the first of what waits through.
    LetThrough,
    /// Does not.
    NotHere,
    /// Decides about the first of what was told.
    Decide(&'static str),
    /// Takes the latest decision back.
    TakeBack,
    /// Answers the first who answered a decision.
    Hear,
}

fn act() -> impl Strategy<Value = Act> {
    let index = any::<Index>;
    prop_oneof![
        3 => any::<(bool, bool)>().prop_map(|(kept, goes)| Act::Open { kept, goes }),
        5 => (any::<bool>(), index()).prop_map(|(kept, thread)| Act::Answer { kept, thread }),
        1 => index().prop_map(Act::Edit),
        1 => index().prop_map(Act::TakeBack),
        1 => index().prop_map(Act::Retire),
        1 => index().prop_map(Act::Appeal),
        1 => Just(Act::Object),
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    let index = any::<Index>;
    prop_oneof![
        8 => Just(Deed::Open),
        16 => index().prop_map(Deed::Answer),
        12 => index().prop_map(Deed::React),
        4 => Just(Deed::Keep),
        8 => Just(Deed::SeeNews),
        1 => Just(Deed::Go),
    ]
}

fn care() -> impl Strategy<Value = Care> {
    use Care::{Answer, Close, ClosePerson, Decide, Hear, LetThrough, Lift, Lock, NotHere, Pause, TakeBack};
    prop::sample::select(vec![
        Pause,
        Close,
        ClosePerson,
        Lift,
        Lift,
        Answer,
        Lock,
        LetThrough,
        LetThrough,
        LetThrough,
        LetThrough,
        NotHere,
        Decide("note"),
        Decide("fold"),
        Decide("remove"),
        Decide("pause"),
        Decide("close"),
        Decide("fine"),
        TakeBack,
        Hear,
    ])
}

/// A script of at most so many steps.
pub fn script(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        20 => (0..2_usize, act()).prop_map(|(role, act)| Step::Alias(role, act)),
        6 => (0..5_usize, deed()).prop_map(|(who, deed)| Step::Named(who, deed)),
        2 => any::<Index>().prop_map(Step::Tell),
        6 => (care(), any::<Index>()).prop_map(|(care, of)| Step::Keeper(care, of)),
        3 => prop::sample::select(vec![30, 3_600, 30_000, 86_400, 6 * 86_400]).prop_map(Step::Wait),
        1 => Just(Step::Look),
    ];
    prop::collection::vec(step, most / 2..most)
}

/// An index that chooses this one of so many.
pub fn nth(wanted: usize, of: usize) -> Index {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut indexes = std::iter::repeat_with(|| any::<Index>().new_tree(&mut runner).unwrap().current());
    indexes.find(|index| index.index(of) == wanted).unwrap()
}
