//! What was decided, for programs.

use serde::Serialize;
use utoipa::ToSchema;

use crate::kernel::Day;
use crate::safety::actions::views::Line;

/// What was decided.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActJson {
    /// Its id.
    id: String,
    /// `fine`, `care`, `note`, `warn`, `label`, `fold`, `remove`, `remove-all`, `lock`, `pin`, `held-through`, `held-back`, `guard`, `rules`, `slow-thread`, `circle-line`, `circle-greeting`, `circle-week`, `slow`, `mute`, `pause`, `close`, `close-behind`, `outside`, `mute-here`, `remove-all-here`, `pause-here`,
    /// `close-here`, `appoint`, `pause-far`, `close-far`, `remove-there`, `allow-there`, `media-there`, `limit-there`, `hold-there` or `block-there`.
    verb: &'static str,
    /// `done`, `proposed` or `undone`.
    state: &'static str,
    /// From which side: `group`, those who look after the group, or `house`, those who look after the whole community.
    side: &'static str,
    /// Who decided; null for whom it met.
    by: Option<String>,
    /// A title or a name.
    heading: String,
    /// The whole community elsewhere it is about, or null.
    community: Option<String>,
    /// What was decided in the same press, and is taken back with it.
    also: Vec<&'static str>,
    /// The sentence.
    words: String,
    /// The day a pause ends, or null.
    until: Option<String>,
    /// The day it was decided.
    done_on: String,
    /// What whom it met answered; may be empty.
    appeal: String,
    /// What came back; may be empty.
    answer: String,
    /// The day by which an answer was promised, or null.
    answer_by: Option<String>,
}

/// Decisions.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActsJson {
    /// The latest first.
    rows: Vec<ActJson>,
    /// Always null.
    next: Option<String>,
}

impl ActJson {
    /// As a program reads it; with the names of those who decided, for those who decide too.
    pub(super) fn of(line: Line, names: bool) -> Self {
        Self {
            id: line.act.id.to_string(),
            verb: line.act.verb.code(),
            state: line.act.state.code(),
            side: line.act.tier.code(),
            answer_by: line.act.answer_by().map(Day::iso),
            by: line.by.filter(|_| names),
            heading: line.what.heading,
            community: line.act.domain().map(str::to_owned),
            also: line.also.iter().map(|verb| verb.code()).collect(),
            words: line.act.words,
            until: line.act.until_on.map(Day::iso),
            done_on: line.act.done_on.iso(),
            appeal: line.act.appeal,
            answer: line.act.answer,
        }
    }
}

impl ActsJson {
    /// All of them, in their order.
    pub(super) fn of(lines: Vec<Line>, names: bool) -> Self {
        Self { rows: lines.into_iter().map(|line| ActJson::of(line, names)).collect(), next: None }
    }
}
