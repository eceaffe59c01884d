//! Who is listed, and where.

use crate::identity::names;
use crate::kernel::{Day, Week};

/// A name that came lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New {
    /// The name.
    pub name: String,
    /// The week they came: no finer time is kept.
    pub week: Week,
}

/// A name that is kept out for a while, or without an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limited {
    /// The name.
    pub name: String,
    /// The day it ends by itself; none: somebody ends it.
    pub until: Option<Day>,
    /// Whether it is ended in this list: what a host decided about an account is ended where accounts are.
    pub may_return: bool,
}

/// A group that somebody looks after, or the whole community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The group's short name and title; none: the whole community.
    pub group: Option<(String, String)>,
    /// Who came lately, by name; none: it was not asked for.
    pub new: Option<Names<New>>,
    /// Who is limited, by name; none: it was not asked for.
    pub limited: Option<Names<Limited>>,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names<T> {
    /// In the order of their names.
    pub rows: Vec<T>,
    /// Whether there are more after these.
    pub has_more: bool,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), has_more: false }
    }
}

crate::text_enum! {
    /// A list.
    pub enum List {
        /// Who came lately.
        New = "new",
        /// Who is limited.
        Limited = "limited",
    }
}

/// How one list goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onward {
    /// The group's short name; none: the whole community.
    pub group: Option<String>,
    /// Which list.
    pub list: List,
    /// The key of the name after which it goes on.
    pub after: String,
}

impl Onward {
    /// What an address asks for; none: the beginning of all.
    #[must_use]
    pub fn read(group: Option<&str>, list: Option<&str>, after: Option<&str>) -> Option<Self> {
        let group = group.filter(|name| !name.is_empty()).map(str::to_owned);
        Some(Self { group, list: List::parse(list?)?, after: names::key(after.unwrap_or_default()) })
    }
}

/// All places of somebody's.
pub type People = Vec<Place>;
