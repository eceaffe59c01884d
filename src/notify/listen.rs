//! Writes the notices when news comes, and erases those of members who left for good.

use super::choices::{self, Choices, Place, Sort};
use super::inbox::Kind;
use super::inbox::Marks;
use super::{News, To, inbox, mail, news_of, push};
use crate::db::Tx;
use crate::events::Event;
use crate::events::identity::Event as Identity;
use crate::events::safety::Event as Safety;
use crate::events::support::Event as Support;
use crate::forum::{pace, quiet, shelter};
use crate::identity::accounts;
use crate::kernel::{Error, FaceId};
use crate::keys::Keyring;
use crate::support::{buddies, oncall};

/// Tells whom an event concerns; `marks` says what a face saw and is not written yet.
///
/// # Errors
/// A fault of the database.
pub fn hear(
    tx: &mut Tx<'_>,
    event: &Event,
    keys: &Keyring,
    marks: &dyn Fn(FaceId) -> Marks,
) -> Result<(), Error> {
    if let Event::Identity(Identity::AccountErased { face, .. }) = event {
        push::forget(tx, *face)?;
        mail::forget(tx, *face)?;
        choices::forget(tx, *face)?;
        return inbox::erase(tx, *face);
    }
    if let Event::Identity(Identity::TieEnded { face, .. }) = event {
        return inbox::forget(tx, *face);
    }
    if let Event::Support(Support::BuddyNoted { by, to }) = event {
        written(tx, (*by, *to), keys)?;
    }
    let Some(news) = news_of(event) else { return Ok(()) };
    let faces = match news.to {
        To::Face(face) => vec![face],
        // Where nobody looks after a group here, as where it is elsewhere, those of the whole community look at what waits.
        To::KeepersOf(group) => match inbox::keepers_of(tx, group)? {
            none if none.is_empty() && news.kind == Kind::Held => accounts::house_faces(tx)?,
            keepers => keepers,
        },
        To::Serving(group, part) => inbox::serving_in(tx, group, part)?,
        To::Hosts => accounts::host_faces(tx)?,
        To::House => accounts::house_faces(tx)?,
        To::Listeners(ask) => oncall::ring(tx, ask)?,
        To::Asker(ask) => oncall::asker(tx, ask)?.into_iter().collect(),
    };
    let mut spared: Vec<FaceId> = news.from.into_iter().chain(news.spares).collect();
    if let Some(group) = news.past {
        spared.extend(inbox::keepers_of(tx, group)?);
    }
    let sort = Sort::of(news.kind);
    let mut told: Vec<FaceId> = faces.into_iter().filter(|face| !spared.contains(face)).collect();
    if sort == Sort::Service {
        told = at_work(tx, (&news, told), is_danger(event))?;
    }
    let is_hushed = match news.to {
        To::Listeners(ask) => !oncall::rings(tx, ask)?,
        _ => false,
    };
    for face in told {
        let chosen = choices::of(tx, keys, face)?;
        if is_unwanted(tx, face, &news)? || chosen.place(sort) == Place::Nowhere {
            continue;
        }
        inbox::put(tx, face, &news, &marks(face))?;
        if is_hushed || disturbs(tx, face, &news, &chosen)? {
            continue;
        }
        // Whoever has their lamp lit said that they are up: an ask for company waits for no morning.
        let is_up = sort == Sort::Lamp && oncall::has_lit(tx, face)?;
        let chosen = if is_up { chosen.awake() } else { chosen };
        push::ring(tx, face, sort, &chosen)?;
        mail::tell(tx, face, sort, &chosen)?;
    }
    Ok(())
}

/// Whoever writes back has seen that the other asks; whoever asks in their turn, or says that their own half-hour is over, need not have.
fn written(tx: &mut Tx<'_>, (by, to): (FaceId, FaceId), keys: &Keyring) -> Result<(), Error> {
    let (sealer, today) = (buddies::Sealer::new(keys.clone()), tx.now().day());
    if buddies::writes_back(tx, &sealer, (by, to), today)? { inbox::answered(tx, by, to) } else { Ok(()) }
}

/// Whether it would disturb a face now, and be of no use later: it stands among the news, and rings neither now nor then.
fn disturbs(tx: &mut Tx<'_>, face: FaceId, news: &News, chosen: &Choices) -> Result<bool, Error> {
    let now = tx.now();
    match news.kind {
        // A nudge is for its hour.
        Kind::Nudge => Ok(chosen.quiet_until(now).is_some()),
        // Nothing is asked of whoever is in a small circle.
        Kind::BuddyAsks => Ok(!shelter::of_these(tx, &[face], now)?.is_empty()),
        _ => Ok(false),
    }
}

/// Whether somebody may be in danger.
const fn is_danger(event: &Event) -> bool {
    matches!(event, Event::Safety(Safety::ConcernTold { is_distress: true, .. }))
}

/// Those of them who are not on a break. Where nobody is left of those who look after the whole community and somebody may be in
/// danger, its hosts find it among their news all the same. What waits in a group goes up to them when all there are on a break.
fn at_work(
    tx: &mut Tx<'_>,
    (news, mut told): (&News, Vec<FaceId>),
    is_danger: bool,
) -> Result<Vec<FaceId>, Error> {
    let today = tx.now().day();
    let away = pace::away(tx, &told, today)?;
    let is_left = told.iter().any(|face| !away.contains(face));
    if is_left || !is_danger || news.to != To::House {
        told.retain(|face| !away.contains(face));
    } else {
        let hosts = accounts::host_faces(tx)?;
        told.retain(|face| hosts.contains(face));
    }
    Ok(told)
}

/// Whether a face does not want to hear this: of answers and kind words, those by whom they do not meet or hear less of. What
/// is told to an alias is left out for its holder when they look: whose it is, is not known here.
fn is_unwanted(tx: &mut Tx<'_>, to: FaceId, news: &News) -> Result<bool, Error> {
    match (news.kind, news.from) {
        (Kind::Reply | Kind::Reaction, Some(from)) => {
            let (thread, ..) = news.about.parts();
            quiet::is_unwanted(tx, (to, from), thread)
        }
        _ => Ok(false),
    }
}

/// Seals with the ring's present key what a replaced one sealed, `limit` at a time. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    Ok(choices::reseal(tx, ring, limit)? + push::reseal(tx, ring, limit)? + mail::reseal(tx, ring, limit)?)
}
