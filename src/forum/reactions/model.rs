//! Four ways to answer without words, and amounts that are never digits.

use crate::text_enum;

text_enum! {
    /// A small answer: one per name and post, changed or taken back at any time.
    pub enum Reaction {
        /// With you.
        With = "with",
        /// Same here.
        Same = "same",
        /// Proud of you.
        Proud = "proud",
        /// Thank you.
        Thanks = "thanks",
    }
}

text_enum! {
    /// How many, in words: a count would make a contest of it.
    pub enum Amount {
        /// None.
        Nobody = "nobody",
        /// One.
        Someone = "someone",
        /// Two to four.
        AFew = "a-few",
        /// Five to fourteen.
        Several = "several",
        /// Fifteen or more.
        Many = "many",
    }
}

impl Amount {
    /// The word for a count; less than none is none.
    #[must_use]
    pub const fn of(count: i64) -> Self {
        match count {
            ..=0 => Self::Nobody,
            1 => Self::Someone,
            2..=4 => Self::AFew,
            5..=14 => Self::Several,
            15.. => Self::Many,
        }
    }
}

#[test]
fn amounts_are_words() {
    check(&[-1, 0], Amount::Nobody);
    check(&[1], Amount::Someone);
    check(&[2, 4], Amount::AFew);
    check(&[5, 14], Amount::Several);
    check(&[15, i64::MAX], Amount::Many);

    #[track_caller]
    fn check(counts: &[i64], expected: Amount) {
        assert!(counts.iter().all(|&count| Amount::of(count) == expected));
    }
}

#[test]
fn codes_are_read_back() {
    assert!(Reaction::ALL.iter().all(|reaction| Reaction::parse(reaction.code()) == Some(*reaction)));
    assert!(Amount::ALL.iter().all(|amount| Amount::parse(amount.code()) == Some(*amount)));
}

#[test]
fn every_case_has_its_words() {
    let words = include_str!("../../../frontend/locales/en/lists.ftl");
    for reaction in Reaction::ALL {
        assert!(words.contains(&format!("\nreaction-{} = ", reaction.code())), "{reaction}");
    }
    for amount in Amount::ALL {
        assert!(words.contains(&format!("\namount-{} = ", amount.code())), "{amount}");
    }
}
