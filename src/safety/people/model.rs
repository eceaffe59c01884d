//! Who is listed, and where.

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
}

/// A group that somebody looks after, or the whole community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The group's short name and title; none: the whole community.
    pub group: Option<(String, String)>,
    /// Who came lately, by name.
    pub new: Vec<New>,
    /// Who is limited, by name.
    pub limited: Vec<Limited>,
}

/// All places of somebody's.
pub type People = Vec<Place>;
