//! What kind of post it is, and what its writer asks of those who answer.

use crate::text_enum;

text_enum! {
    /// What kind of post it is, as its writer sees it.
    pub enum Kind {
        /// Something went well.
        Win = "win",
        /// A struggle or a lapse.
        Setback = "setback",
        /// Something to ask.
        Question = "question",
        /// Thanks, to anyone or anything.
        Gratitude = "gratitude",
        /// A length of time, or a first.
        Milestone = "milestone",
        /// A first hello.
        Introduction = "introduction",
        /// Nothing to say but "I am here".
        JustHere = "just-here",
    }
}

text_enum! {
    /// What the writer would like in answer.
    pub enum Ask {
        /// No advice: company in words.
        JustListen = "just-listen",
        /// Others' own experience.
        BeenThere = "been-there",
        /// Ideas, please.
        Ideas = "ideas",
        /// Somebody to talk with now.
        Company = "company",
        /// Be glad with me.
        Celebrate = "celebrate",
    }
}

/// The Fluent key of a kind's word.
#[must_use]
pub const fn label(kind: &Kind) -> &'static str {
    match kind {
        Kind::Win => "kind-win",
        Kind::Setback => "kind-setback",
        Kind::Question => "kind-question",
        Kind::Gratitude => "kind-gratitude",
        Kind::Milestone => "kind-milestone",
        Kind::Introduction => "kind-introduction",
        Kind::JustHere => "kind-just-here",
    }
}

/// The drawing beside a kind's word.
#[must_use]
pub const fn icon(kind: &Kind) -> &'static str {
    match kind {
        Kind::Win | Kind::Milestone => "win",
        Kind::Setback => "setback",
        Kind::Question => "question",
        Kind::Gratitude => "thanks",
        Kind::Introduction => "hand",
        Kind::JustHere => "here",
    }
}

/// The class that colours a kind's word.
#[must_use]
pub const fn style(kind: &Kind) -> &'static str {
    match kind {
        Kind::Win | Kind::Milestone | Kind::Gratitude => "win",
        Kind::Setback => "setback",
        Kind::Question => "question",
        Kind::Introduction | Kind::JustHere => "here",
    }
}

/// The Fluent key of an ask's words.
#[must_use]
pub const fn ask_label(ask: &Ask) -> &'static str {
    match ask {
        Ask::JustListen => "ask-just-listen",
        Ask::BeenThere => "ask-been-there",
        Ask::Ideas => "ask-ideas",
        Ask::Company => "ask-company",
        Ask::Celebrate => "ask-celebrate",
    }
}

impl Kind {
    /// The kinds the form shows at once.
    pub const FIRST: [Self; 4] = [Self::Win, Self::Setback, Self::Question, Self::JustHere];
    /// The kinds behind "more kinds".
    pub const RARER: [Self; 3] = [Self::Gratitude, Self::Milestone, Self::Introduction];

    /// Whether an answer matters soon: these wait at the top for a first reply.
    #[must_use]
    pub const fn is_hard(self) -> bool {
        matches!(self, Self::Setback)
    }
}

#[test]
fn codes_are_read_back() {
    assert_eq!((Kind::ALL.len(), Ask::ALL.len()), (7, 5));
    assert!(Kind::ALL.iter().all(|kind| Kind::parse(kind.code()) == Some(*kind)));
    assert!(Ask::ALL.iter().all(|ask| Ask::parse(ask.code()) == Some(*ask)));
}

#[test]
fn every_case_has_its_words() {
    let words = include_str!("../../../frontend/locales/en/lists.ftl");
    for kind in Kind::ALL {
        assert!(words.contains(&format!("\nkind-{} = ", kind.code())), "{kind}");
    }
    for ask in Ask::ALL {
        assert!(words.contains(&format!("\nask-{} = ", ask.code())), "{ask}");
    }
}
