//! Concerns that another community passes on: what is about words that stand here, about somebody here or a group of ours waits
//! for a look, and nothing comes of any by itself. Hosts read all of it on the page of that community.

use serde_json::Value;

use super::asking::Asking;
use super::model::{Outcome, Plan, plan};
use super::{html, shape};
use crate::db::Db;
use crate::federation::peers::Own;
use crate::federation::{door, far};
use crate::kernel::Error;
use crate::safety::reports::{self, Flagged, Thing};

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
    let (own, ring) = (asking.own.clone(), asking.app.keys().clone());
    plan(move |tx| {
        for thing in things(tx, &own, (&told.domain, &about))? {
            reports::flagged(tx, &ring, thing, &told)?;
        }
        // Kept as it came, for those who look after this community.
        Ok(Outcome::Dropped(super::FLAG))
    })
}

/// What it is about. Programs name a writer and a group beside the words they mean: these are told of only where no words are.
fn things(db: &mut Db, own: &Own, (host, about): (&str, &[String])) -> Result<Vec<Thing>, Error> {
    let mut things = Vec::new();
    for uri in about {
        if let Some(placed) = far::placed(db, &own.origin, uri)? {
            let (thread, reply) = placed.of();
            things.push(Thing::Words(thread, reply));
        }
    }
    if !things.is_empty() {
        return Ok(things);
    }
    for uri in about {
        things.extend(named(db, own, (host, uri))?);
    }
    Ok(things)
}

/// Somebody here, or a group, as far as that community may know of them; none for everybody else's, and for nobody's.
fn named(db: &mut Db, own: &Own, (host, uri): (&str, &str)) -> Result<Option<Thing>, Error> {
    if let Some((group, _)) = far::own_group(db, &own.origin, host, uri)? {
        return Ok(Some(Thing::Group(group)));
    }
    Ok(door::person_at(db, own, (host, uri))?.map(Thing::Person))
}

/// What it says.
pub(super) fn said(flag: &Value) -> String {
    let said = [shape::text(flag, "content"), shape::text(flag, "summary")];
    html::to_markdown(said.into_iter().find(|words| !words.is_empty()).unwrap_or_default())
}
