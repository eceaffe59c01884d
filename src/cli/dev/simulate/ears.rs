//! How people of a simulated week hear that somebody asks: by a device that they turned on, if what they chose and their quiet hours let
//! it through, or by a page that they have open. Nobody hears of it otherwise.

use std::collections::BTreeSet;

use super::life::Someone;
use crate::app::App;
use crate::kernel::{Error, FaceId, Language, Moment, SessionId, Zone};
use crate::notify::choices::{self, Choices, Place, Sort};
use crate::notify::inbox::{self, Marks};
use crate::notify::push::{self, Ears};
use crate::policy::Viewer;
use crate::support::oncall;

/// A device that is nowhere: what is on its way to it is read here. Its key is the point from which all others of the curve come.
const SERVICE: &str = "https://push.example/";
const POINT: &str = "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU";
const SECRET: &str = "cG9yY2hsaWdodC1zaXh0ZQ";
/// Days for which it lasts: longer than any week.
const LASTS_DAYS: i64 = 400;

/// Somebody turns their device on and wants to hear there who asks; in these hours of their own clock nothing rings that can wait.
pub(super) async fn turns_on(
    app: &App,
    who: &Viewer,
    zone: &Zone,
    (from, to): (i64, i64),
) -> Result<(), Error> {
    let (face, keys) = (who.face(), app.keys().clone());
    let ears = Ears::parse(SERVICE, POINT, SECRET, Language::En)?;
    let chosen =
        Choices::default().with(Sort::Lamp, Place::Push.code())?.quiet_between(from, to, zone.name())?;
    let session = SessionId(app.chance().stream("session", face.0).id());
    let until = app.clock().now().day().plus(LASTS_DAYS);
    app.write(move |tx| {
        choices::put(tx, face, &keys, &chosen)?;
        push::put(tx, &keys, face, (session, until), &ears).map(drop)
    })
    .await
}

/// The week is over: nothing is left that anybody could try to reach.
pub(super) async fn turn_off(app: &App, people: &[Someone]) -> Result<(), Error> {
    let faces: Vec<FaceId> =
        people.iter().filter(|someone| someone.may_hear()).map(|someone| someone.viewer.face()).collect();
    app.write(move |tx| faces.iter().try_for_each(|face| push::forget(tx, *face))).await
}

/// Who hears now that somebody asks: by a device, and on an open page.
pub(super) async fn hear(app: &App, people: &[Someone], now: Moment) -> Result<[BTreeSet<FaceId>; 2], Error> {
    let rung = push::told_now(app).await?;
    let rung = rung.into_iter().filter(|(_, sort)| *sort == Sort::Lamp).map(|(face, _)| face).collect();
    let mut read = BTreeSet::new();
    let may_look = |someone: &&Someone| someone.may_hear() && someone.here_until > now;
    for someone in people.iter().filter(may_look) {
        let (viewer, begins) = (someone.viewer.clone(), someone.here_since == now);
        let face = viewer.face();
        // An open page says that there is news; Today, with which a visit begins, says to whoever has a lamp on that somebody asks.
        let is_told = app
            .read(move |db| {
                Ok(inbox::is_waiting(db, face, Sort::Lamp, &Marks::default())?
                    || begins && oncall::has_asks(db, &viewer, now)?)
            })
            .await?;
        if is_told {
            read.insert(face);
        }
    }
    Ok([rung, read])
}

/// Whoever looked has seen what they were told.
pub(super) async fn have_seen(app: &App, who: &Viewer) -> Result<(), Error> {
    let who = who.clone();
    app.write(move |tx| {
        let marks = Marks { all_to: inbox::open_all(tx, &who)?, ..Marks::default() };
        inbox::set_seen(tx, who.face(), &marks)
    })
    .await
}
