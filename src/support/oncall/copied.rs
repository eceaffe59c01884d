//! What somebody's own copy holds: how far they ask, their lamp, and what they said in rooms of the last day.

use super::store::{self, lamps};
use super::{Ask, Circle, Lamp, Sealer, Usual, Weekday, views};
use crate::db::Db;
use crate::forum::export::{LampCopyJson, Lived, RoomCopyJson};
use crate::http::Signed;
use crate::kernel::{Day, Error, FaceId, Moment};
use crate::keys::Keyring;

/// What they lived, with their lamp and rooms.
///
/// # Errors
/// A fault of the database.
pub fn copied(
    db: &mut Db,
    signed: &Signed,
    (ring, now): (&Keyring, Moment),
    lived: Lived,
) -> Result<Lived, Error> {
    let (face, sealer) = (signed.person.face, Sealer::new(ring.clone(), now.day()));
    let asks = store::rooms_of(db, face, now)?;
    let rooms = asks.iter().map(|ask| room(db, ask, &sealer, face)).collect::<Result<_, _>>()?;
    let asks_as_far_as = Usual::of(signed).find(db)?.map(Circle::code);
    Ok(Lived { asks_as_far_as, lamp: lamps::find(db, face)?.map(lamp), rooms, ..lived })
}

fn lamp(lamp: Lamp) -> LampCopyJson {
    LampCopyJson {
        most: lamp.most,
        a_day: lamp.a_day,
        askable: lamp.askable.code(),
        days: lamp.on_days().map(Weekday::code).collect(),
        from_hour: lamp.from_hour,
        to_hour: lamp.to_hour,
        zone: lamp.zone,
        looks_back_on: lamp.looks_back_on.map(Day::iso),
    }
}

fn room(db: &mut Db, ask: &Ask, sealer: &Sealer, face: FaceId) -> Result<RoomCopyJson, Error> {
    let is_own = ask.face_id == face;
    let line = sealer.open_line((&ask.public_id, &ask.month), &ask.line).filter(|_| is_own);
    let said = views::said(db, ask, sealer)?.into_iter().filter(|said| said.face == face);
    Ok(RoomCopyJson {
        is_own,
        line: line.unwrap_or_default(),
        said: said.filter_map(|said| said.words).collect(),
    })
}
