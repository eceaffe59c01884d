//! What somebody's own copy holds: their buddies, and what they themself said they need and offer.

use super::{Card, DayPart, Kind, Sealer, Way, store};
use crate::db::Db;
use crate::forum::export::{BuddyCardCopyJson, BuddyCopyJson, Lived};
use crate::http::Signed;
use crate::kernel::{Day, Error, FaceId};
use crate::keys::Keyring;
use crate::support::oncall::Weekday;
use crate::support::{noticing, nudges};

/// What they lived, with their buddies.
///
/// # Errors
/// A fault of the database.
pub fn copied(
    db: &mut Db,
    signed: &Signed,
    (ring, today): (&Keyring, Day),
    lived: Lived,
) -> Result<Lived, Error> {
    let sealer = Sealer::new(ring.clone());
    let sides = store::own_sides(db, signed.person.face)?;
    let faces: Vec<FaceId> = sides.iter().map(|side| side.with_face).collect();
    let people = store::people(db, &faces)?;
    let mut buddies = Vec::new();
    for side in sides {
        let noticed = noticing::copied(db, ring, side.id)?;
        let nudged = nudges::copied(db, ring, side.id)?;
        let noted = sealer.note(side.id, &side.noted, today);
        buddies.push(BuddyCopyJson {
            name: people.get(&side.with_face).map(|who| who.name.clone()).unwrap_or_default(),
            cadence: side.cadence.code(),
            card: card(sealer.open(side.id, &side.sealed).unwrap_or_default()),
            noted: noted.map(|noted| noted.note.code()),
            noted_on: noted.map(|noted| noted.on.iso()),
            notices_after_days: noticed.map(|noticed| noticed.terms.days),
            notices_by: noticed.map(|noticed| noticed.terms.by.code()),
            notices_rest_until: noticed.and_then(|noticed| noticed.rests_until).map(Day::iso),
            nudged: nudged.as_ref().map(|terms| terms.cadence.code()),
            nudged_on: nudged.as_ref().and_then(nudges::Terms::weekday).map(Weekday::code),
            nudged_at: nudged.as_ref().map(|terms| terms.hour),
            nudged_zone: nudged.map(|terms| terms.zone),
        });
    }
    Ok(Lived { buddies, ..lived })
}

fn card(card: Card) -> BuddyCardCopyJson {
    BuddyCardCopyJson {
        likes: card.likes.kinds.into_iter().map(Kind::code).collect(),
        like_ways: card.likes.ways.into_iter().map(Way::code).collect(),
        like_line: card.likes.line,
        can: card.can.kinds.into_iter().map(Kind::code).collect(),
        can_ways: card.can.ways.into_iter().map(Way::code).collect(),
        can_line: card.can.line,
        when: card.when.into_iter().map(DayPart::code).collect(),
        zone: card.zone,
    }
}
