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

/// The Fluent key of a kind word.
#[must_use]
pub const fn label(word: &Reaction) -> &'static str {
    match word {
        Reaction::With => "reaction-with",
        Reaction::Same => "reaction-same",
        Reaction::Proud => "reaction-proud",
        Reaction::Thanks => "reaction-thanks",
    }
}

/// The Fluent key of an amount.
#[must_use]
pub const fn amount_label(amount: &Amount) -> &'static str {
    match amount {
        Amount::Nobody => "amount-nobody",
        Amount::Someone => "amount-someone",
        Amount::AFew => "amount-a-few",
        Amount::Several => "amount-several",
        Amount::Many => "amount-many",
    }
}

/// How many put each kind word under a post. Shown as amounts in words, never as digits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, diesel::Queryable)]
pub struct Counts {
    /// With you.
    pub with: i64,
    /// Same here.
    pub same: i64,
    /// Proud of you.
    pub proud: i64,
    /// Thank you.
    pub thanks: i64,
}

impl Counts {
    /// The amount of one word.
    #[must_use]
    pub const fn amount(&self, word: Reaction) -> Amount {
        Amount::of(match word {
            Reaction::With => self.with,
            Reaction::Same => self.same,
            Reaction::Proud => self.proud,
            Reaction::Thanks => self.thanks,
        })
    }

    /// The same counts with `by` more of one word; never less than none.
    #[must_use]
    pub fn plus(mut self, word: Reaction, by: i64) -> Self {
        let count = match word {
            Reaction::With => &mut self.with,
            Reaction::Same => &mut self.same,
            Reaction::Proud => &mut self.proud,
            Reaction::Thanks => &mut self.thanks,
        };
        *count = count.saturating_add(by).max(0);
        self
    }
}

/// Why a kind word may not be put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Under one's own words.
    #[error("kind words are for others' posts")]
    Own,
    /// No such word.
    #[error("there are four kind words")]
    Unknown,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Own => "reaction-own",
            Self::Unknown => "reaction-unknown",
        }
    }

    fn kind(&self) -> crate::kernel::Kind {
        crate::kernel::Kind::Invalid
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
