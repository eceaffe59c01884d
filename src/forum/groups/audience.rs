//! Who would read a post, in one plain sentence and an amount in words.

use super::{Group, store};
use crate::db::Db;
use crate::kernel::Error;
use crate::policy::Reach;
use crate::ui::Words;

/// Below this, a number would point at people.
const FEW: i64 = 20;
/// From here, hundreds say as much as tens.
const MANY: i64 = 1_000;

/// How many people, as far as it may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Fewer than twenty.
    Few,
    /// About this many: tens, and from a thousand hundreds.
    About(i64),
    /// Nobody can say: they are elsewhere.
    Unknown,
}

/// Who would read a post of a group at a reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audience {
    /// How far.
    pub reach: Reach,
    /// How many here.
    pub amount: Amount,
    group: String,
}

/// Who would read a post of `group` at `reach`.
///
/// # Errors
/// A fault of the database.
pub fn audience(db: &mut Db, group: &Group, reach: Reach) -> Result<Audience, Error> {
    let amount = match reach {
        Reach::Group => Amount::of(group.member_count),
        Reach::Community => Amount::of(store::count_names(db)?),
        Reach::Partners | Reach::Everyone => Amount::Unknown,
    };
    Ok(Audience { reach, amount, group: group.title.clone() })
}

impl Amount {
    /// The amount that may be told of a number.
    #[must_use]
    pub const fn of(number: i64) -> Self {
        match number {
            ..FEW => Self::Few,
            FEW..MANY => Self::About(number / 10 * 10),
            _ => Self::About(number / 100 * 100),
        }
    }

    /// "fewer than 20 people", "about 80 people"; nothing where nobody can say.
    #[must_use]
    pub fn said(self, words: &Words) -> String {
        match self {
            Self::Few => words.t("amount-fewer-than-20").into_owned(),
            Self::About(number) => words.t1("amount-about", "n", number),
            Self::Unknown => String::new(),
        }
    }
}

impl Audience {
    /// Who can read it and what that means, in a plain sentence or two.
    #[must_use]
    pub fn said(&self, words: &Words, community: &str) -> String {
        let blanks = [
            ("group", self.group.clone()),
            ("community", community.to_owned()),
            ("people", self.amount.said(words)),
        ];
        match self.reach {
            Reach::Group => words.with("audience-group", &blanks),
            Reach::Community => words.with("audience-community", &blanks),
            Reach::Partners => words.with("audience-partners", &blanks),
            Reach::Everyone => words.with("audience-everyone", &blanks),
        }
    }
}

#[test]
fn small_numbers_are_not_told_and_large_ones_are_rounded() {
    assert_eq!(Amount::of(0), Amount::Few);
    assert_eq!(Amount::of(19), Amount::Few);
    assert_eq!(Amount::of(20), Amount::About(20));
    assert_eq!(Amount::of(84), Amount::About(80));
    assert_eq!(Amount::of(1_234), Amount::About(1_200));
}
