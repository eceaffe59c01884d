//! Ties to businesses of this field, and why declaring one may say no.

use diesel::prelude::*;

use crate::db::schema::face;
use crate::kernel::{self, Bounded, Week};
use crate::ui::{Shell, Words};

/// Whom somebody works for, or is paid by, in their own words: one line.
pub type With = Bounded<2, 80, false>;

crate::text_enum! {
    /// What sort of business somebody works for, or is paid by.
    pub enum Tie {
        /// None that they told of.
        None = "",
        /// Treatment: a clinic, a detox, a counsellor.
        Treatment = "treatment",
        /// A sober home.
        Housing = "housing",
        /// A product, an app, a book.
        Product = "product",
        /// Something else that people in recovery pay for.
        Other = "other",
    }
}

impl Tie {
    /// What can be chosen.
    pub const CHOICES: [Self; 4] = [Self::Treatment, Self::Housing, Self::Product, Self::Other];

    /// What somebody chose.
    ///
    /// # Errors
    /// `affiliation-unchosen`.
    pub fn chosen(code: &str) -> Result<Self, Refusal> {
        Self::parse(code).filter(|tie| *tie != Self::None).ok_or(Refusal::Unchosen)
    }
}

/// What stands beside a name.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = face)]
pub struct Label {
    /// What sort.
    #[diesel(column_name = affiliation)]
    pub tie: Tie,
    /// Whom; empty: nobody.
    #[diesel(column_name = affiliated_with)]
    pub with: String,
}

impl Label {
    /// Nothing.
    #[must_use]
    pub const fn none() -> Self {
        Self { tie: Tie::None, with: String::new() }
    }

    /// Whether there is one.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.tie != Tie::None
    }

    /// As a page says it.
    #[must_use]
    pub fn said(&self, ui: &Shell) -> String {
        self.in_words(ui.words)
    }

    /// As a plain sentence; empty where there is none.
    #[must_use]
    pub fn in_words(&self, words: &Words) -> String {
        if !self.is_there() {
            return String::new();
        }
        words.with(&format!("affiliation-says-{}", self.tie), &[("with", self.with.clone())])
    }
}

/// What somebody declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// What sort.
    pub tie: Tie,
    /// Whom.
    pub with: With,
}

/// A label as its bearer finds it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = face)]
pub struct Own {
    /// The label.
    #[diesel(embed)]
    pub label: Label,
    /// The week in which it goes, after it was taken off; none: it stays.
    #[diesel(column_name = affiliation_until)]
    pub until: Option<Week>,
    /// Whether a host put it there.
    #[diesel(column_name = is_affiliation_held)]
    pub is_held: bool,
}

/// Why a label may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No sort of business was chosen.
    #[error("choose what sort of business it is")]
    Unchosen,
    /// A host put the label there.
    #[error("a host put this label there: the decision can be answered")]
    Held,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unchosen => "affiliation-unchosen",
            Self::Held => "affiliation-held",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Unchosen => kernel::Kind::Invalid,
            Self::Held => kernel::Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Unchosen => Some("tie"),
            Self::Held => None,
        }
    }
}

#[test]
fn every_choice_has_its_words_and_nothing_is_not_one() {
    let words = include_str!("../../../frontend/locales/en/newcomers.ftl");
    for tie in Tie::CHOICES {
        assert_eq!(Tie::chosen(tie.code()), Ok(tie));
        assert!(words.contains(&format!("\naffiliation-says-{tie} = ")), "{tie}");
    }
    assert_eq!((Tie::chosen(""), Tie::chosen("friend")), (Err(Refusal::Unchosen), Err(Refusal::Unchosen)));
}
