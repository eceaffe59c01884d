//! What was decided, for programs.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::kernel::{Day, Error};
use crate::safety::actions::ActId;
use crate::safety::actions::pages::door;
use crate::safety::actions::views::{Line, Lines};

/// What was decided.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActJson {
    /// Its id.
    id: String,
    /// `fine`, `care`, `note`, `warn`, `label`, `fold`, `remove`, `remove-all`, `lock`, `pin`, `held-through`, `held-back`, `guard`, `rules`, `slow-thread`, `circle-line`, `circle-greeting`, `circle-week`, `slow`, `mute`, `pause`, `close`, `close-behind`, `outside`, `mute-here`, `remove-all-here`, `pause-here`,
    /// `close-here`, `appoint`, `pause-far`, `close-far`, `remove-there`, `allow-there`, `media-there`, `limit-there`, `hold-there` or `block-there`.
    verb: &'static str,
    /// `done`, `proposed`, `undone`, or `dropped`: one of two put it, and it never held.
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
    /// What whoever reads that asks back; may be empty.
    asked: String,
    /// What whom it met says to that; may be empty.
    more: String,
    /// What came back; may be empty.
    answer: String,
    /// The day by which an answer was promised, or null.
    answer_by: Option<String>,
    /// The case it came from, where one may open it; or null.
    case: Option<String>,
    /// Of an answer that one is to read, the group the decision was made in; else null.
    group: Option<String>,
    /// The same, why people told of it, the gravest first.
    reasons: Vec<&'static str>,
    /// The same, the words it is about, as HTML; empty where there are none, or they are gone.
    html: String,
}

/// Decisions.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActsJson {
    /// The latest first.
    rows: Vec<ActJson>,
    /// The `before` of the next page; null: these are all.
    next: Option<String>,
}

/// Where a page begins.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct BeforeQuery {
    /// The `next` of the page before; nothing: the latest.
    before: Option<String>,
}

impl BeforeQuery {
    /// The decision after which a page is asked for.
    pub(super) fn id(&self) -> Result<Option<ActId>, Error> {
        door::before(self.before.as_deref().unwrap_or_default())
    }
}

impl ActJson {
    /// As a program reads it; with the names of those who decided, for those who decide too.
    pub(super) fn of(line: Line, names: bool) -> Self {
        let is_judged = line.judged.is_some();
        Self {
            case: line.case.map(|case| case.to_string()),
            group: line.what.group.as_ref().filter(|_| is_judged).map(|group| group.name.clone()),
            html: if is_judged { line.what.html.to_string() } else { String::new() },
            reasons: line.told().iter().map(|reason| reason.code()).collect(),
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
            asked: line.act.asked,
            more: line.act.more,
            answer: line.act.answer,
        }
    }
}

impl ActsJson {
    /// One page of them.
    pub(super) fn of(page: Lines, names: bool) -> Self {
        let next = page.next.map(|id| id.to_string());
        Self { rows: page.rows.into_iter().map(|line| ActJson::of(line, names)).collect(), next }
    }
}
