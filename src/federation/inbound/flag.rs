//! Concerns that another community passes on: what is about words that stand here waits for a look, and nothing comes of any
//! by itself. Hosts read all of it on the page of that community.

use serde_json::Value;

use super::asking::Asking;
use super::model::{Outcome, Plan, plan};
use super::{html, shape};
use crate::federation::far;
use crate::safety::reports::{self, Flagged};

/// Places one concern may name.
pub(super) const PLACES_MAX: usize = 20;
/// Letters of it that those who look after the words read.
const WORDS_MAX: usize = 500;

/// Whoever there told of it is not asked, and not named.
pub(super) fn flag(asking: &Asking<'_>, activity: &Value) -> Plan {
    let about: Vec<String> = shape::all(activity, "object").take(PLACES_MAX).map(str::to_owned).collect();
    let told = Flagged {
        domain: asking.sender.host.clone(),
        words: said(activity).chars().take(WORDS_MAX).collect::<String>().trim().to_owned(),
    };
    let (origin, ring) = (asking.own.origin.clone(), asking.app.keys().clone());
    plan(move |tx| {
        for uri in &about {
            if let Some(placed) = far::placed(tx, &origin, uri)? {
                reports::flagged(tx, &ring, placed.of(), &told)?;
            }
        }
        // Kept as it came, for those who look after this community.
        Ok(Outcome::Dropped(super::FLAG))
    })
}

/// What it says.
pub(super) fn said(flag: &Value) -> String {
    let said = [shape::text(flag, "content"), shape::text(flag, "summary")];
    html::to_markdown(said.into_iter().find(|words| !words.is_empty()).unwrap_or_default())
}
