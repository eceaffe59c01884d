//! Several concerns, as whoever decides about them at once looks them over, before and after.

use super::{Case, case, may_look};
use crate::db::Db;
use crate::kernel::Error;
use crate::keys::Keyring;
use crate::policy::Viewer;
use crate::policy::scope::safety::Eyes;
use crate::safety::actions::{Decision, Each, Left, commands, rules};
use crate::safety::reports::ConcernId;
use crate::ui::Shell;

/// One of several.
#[derive(Debug, Clone)]
pub struct Row {
    /// All that is known of it; none: it is not theirs to look at.
    pub case: Option<Case>,
    /// What becomes of it.
    pub each: Each,
}

impl Row {
    /// Whether it is decided with the others.
    #[must_use]
    pub const fn is_in(&self) -> bool {
        self.each.left.is_none()
    }

    /// Why it is left out, in words; empty: it is not.
    #[must_use]
    pub fn why(&self, ui: &Shell) -> String {
        match self.each.left {
            Some(left) => ui.t(&format!("several-left-{}", left.code())).into_owned(),
            None => String::new(),
        }
    }
}

/// What would become of each, if nobody else has it. Nothing is done.
///
/// # Errors
/// `sign-in-first`, `keepers-only`; `act-unpicked`, `act-too-many`, `act-unchosen`, `act-note`.
pub fn weighed(
    db: &mut Db,
    (viewer, eyes): (&Viewer, &Eyes),
    (ids, decision): (&[ConcernId], &Decision),
) -> Result<Vec<Each>, Error> {
    may_look(db, viewer)?;
    rules::check_several(decision, ids.len())?;
    let each = |id: &ConcernId| -> Result<Each, Error> {
        let left = commands::left(db, (viewer, eyes), (*id, decision.verb))?;
        Ok(Each { id: *id, left })
    };
    ids.iter().map(each).collect()
}

/// The same, each with what it is about.
///
/// # Errors
/// `sign-in-first`, `keepers-only`.
pub fn named(
    db: &mut Db,
    (viewer, eyes): (&Viewer, &Eyes),
    (all, ring): (&[Each], &Keyring),
) -> Result<Vec<Row>, Error> {
    let row = |each: &Each| -> Result<Row, Error> {
        let case = match each.left {
            Some(Left::Absent) => None,
            _ => or_none(case(db, (viewer, eyes), (each.id, ring)))?,
        };
        Ok(Row { case, each: *each })
    };
    all.iter().map(row).collect()
}

fn or_none<T>(found: Result<T, Error>) -> Result<Option<T>, Error> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::Absent) => Ok(None),
        Err(fault) => Err(fault),
    }
}
