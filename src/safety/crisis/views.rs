//! Words of care as those who look after somebody read them, and as they reach them.

use super::{Care, CareId, Duty, Kind, store};
use crate::db::Db;
use crate::forum::export::CareCopyJson;
use crate::forum::members;
use crate::identity::accounts;
use crate::kernel::{Day, Error, FaceId, GroupId, Moment};
use crate::keys::Keyring;
use crate::safety::reports::{self, ConcernId};
use crate::ui::Shell;

/// One word, opened.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its id.
    pub id: CareId,
    /// What sort.
    pub kind: Kind,
    /// What it says; empty: the words of the page.
    pub words: String,
    /// What was answered; empty: nothing.
    pub answer: String,
    /// Whether Support is offered with it.
    pub offers: bool,
    /// The day.
    pub on: Day,
    /// Who wrote it; none: nobody, or they are gone. For those who look after things.
    pub by: Option<String>,
    /// The alias it was said to; none: the name.
    pub alias: Option<String>,
    /// Whether somebody reads an answer: not where nobody is worried.
    pub is_read: bool,
    /// Whether the face it was said to wants not to be asked.
    pub is_quiet: bool,
}

impl Line {
    /// What was done, in words.
    #[must_use]
    pub fn did(&self, ui: &Shell) -> String {
        ui.t(&format!("care-did-{}", self.kind.code())).into_owned()
    }

    fn of(care: &Care, ring: &Keyring) -> Self {
        Self {
            id: care.id,
            kind: care.kind,
            words: care.said(ring).unwrap_or_default(),
            answer: care.answered(ring).unwrap_or_default(),
            offers: care.offers,
            on: care.done_on,
            by: None,
            alias: None,
            is_read: care.concern_id.is_some(),
            is_quiet: false,
        }
    }
}

/// All that was said about one concern, the latest first. Whether it is theirs to look at was asked before.
///
/// # Errors
/// A fault of the database.
pub fn of_case(db: &mut Db, of: ConcernId, ring: &Keyring) -> Result<Vec<Line>, Error> {
    let mut lines = Vec::new();
    for care in store::about(db, of)? {
        let by = match care.by_face {
            Some(face) => Some(accounts::profile(db, face)?.name),
            None => None,
        };
        lines.push(Line { by, ..Line::of(&care, ring) });
    }
    Ok(lines)
}

/// What was said to somebody, under whichever name, the latest first. Who wrote it is not said: the people who look after
/// this place did.
///
/// # Errors
/// A fault of the database.
pub(super) fn own(db: &mut Db, own: &[FaceId], ring: &Keyring) -> Result<Vec<Line>, Error> {
    let quiet = store::quiet(db, own)?;
    let mut lines = Vec::new();
    for care in store::to(db, own)? {
        let profile = care.face_id.map(|face| accounts::profile(db, face)).transpose()?;
        let alias = profile.filter(|profile| profile.kind == "alias").map(|profile| profile.name);
        let is_quiet = care.face_id.is_some_and(|face| quiet.contains(&face));
        lines.push(Line { alias, is_quiet, ..Line::of(&care, ring) });
    }
    Ok(lines)
}

/// What was said to somebody under their name, for their own copy: what was said to an alias would tie it to them there.
///
/// # Errors
/// A fault of the database.
pub fn copied(db: &mut Db, face: FaceId, ring: &Keyring) -> Result<Vec<CareCopyJson>, Error> {
    let copy = |line: Line| CareCopyJson {
        kind: line.kind.code(),
        words: line.words,
        answer: line.answer,
        on: line.on.iso(),
    };
    Ok(own(db, &[face], ring)?.into_iter().map(copy).collect())
}

/// Whose words somebody on duty would look at.
#[derive(Debug, Clone, Copy)]
pub enum Whose {
    /// What is said in a group, by this face.
    In(GroupId, FaceId),
    /// What this face says anywhere, and to everybody here.
    Of(FaceId),
    /// What is for the whole community.
    House,
}

/// Those on duty who would: never named. Whoever has no part any more is on duty no longer.
///
/// # Errors
/// A fault of the database.
pub fn on_duty(db: &mut Db, (duty, now): (&Duty, Moment), whose: Whose) -> Result<Vec<FaceId>, Error> {
    let mut all = duty.faces(now);
    if all.is_empty() {
        return Ok(all);
    }
    let (parts, house) = (members::parts_of(db, &all)?, accounts::house_faces(db)?);
    all.retain(|face| {
        let serves = house.contains(face) || parts.iter().any(|(whose, _)| whose == face);
        if !serves {
            duty.end(*face);
        }
        serves
    });
    let (groups, is_for_house) = match whose {
        // What is said where nobody looks after things, or all who do are on a break, and by somebody who does, is for those of the
        // whole community: where it will wait, and nowhere else, somebody is there for it.
        Whose::In(group, writer) => (vec![group], reports::goes_up(db, writer, (group, now.day()))?),
        Whose::Of(face) => {
            let mine = members::mine(db, face)?.into_iter().filter(|mine| mine.membership.is_in());
            (mine.map(|mine| mine.group.id).collect(), true)
        }
        Whose::House => (Vec::new(), true),
    };
    let looks = |face: &FaceId| {
        let is_there = |(whose, group): &(FaceId, GroupId)| whose == face && groups.contains(group);
        is_for_house && house.contains(face) || parts.iter().any(is_there)
    };
    all.retain(looks);
    Ok(all)
}
