//! Who has not confirmed yet that words, or an account, are gone.

use std::collections::BTreeMap;

use super::model::Goodbye;
use super::{Farewell, Line, Waiting, store};
use crate::db::Db;
use crate::federation::actors::{self, Path};
use crate::federation::delivery;
use crate::federation::peers::Own;
use crate::kernel::{Error, FaceId};
use crate::keys::{Keyring, Sealed};
use crate::ui::urls;

/// Threads, and replies, that are looked at.
const MOST: i64 = 300;

/// What a member took back that somebody elsewhere has not confirmed, the latest first.
///
/// # Errors
/// A fault of the database.
pub fn unconfirmed(db: &mut Db, own: &Own, author: FaceId) -> Result<Vec<Line>, Error> {
    let gone = store::taken_back(db, author, MOST)?;
    let place = |(thread, reply, _): &store::Gone| {
        let path = reply.as_ref().map_or_else(|| urls::thread(thread), |reply| urls::reply(thread, reply));
        format!("{}{path}", own.origin)
    };
    let addresses: Vec<String> = gone.iter().map(place).collect();
    let mut held: BTreeMap<String, Waiting> = BTreeMap::new();
    let asked = delivery::asked_to_let_go(db, &addresses)?;
    for (domain, address) in delivery::held(db, &addresses)? {
        let is_asked = asked.iter().any(|each| each.0 == domain && each.1 == address && each.2.is_none());
        let waiting = held.entry(address).or_default();
        if is_asked { &mut waiting.asked } else { &mut waiting.silent }.push(domain);
    }
    let lines = gone.into_iter().zip(addresses).filter_map(|((_, reply, at), address)| {
        let waiting = held.remove(&address)?;
        Some(Line { is_reply: reply.is_some(), on: at?.day(), waiting })
    });
    Ok(lines.collect())
}

/// What opens [`farewell`] for somebody here; none if nobody elsewhere ever asked who they are.
///
/// # Errors
/// `keys-lost`, or a fault.
pub fn goodbye(db: &mut Db, keys: &Keyring, face: FaceId) -> Result<Option<String>, Error> {
    let Some(path) = actors::path_of(db, face)? else { return Ok(None) };
    let sealed: Sealed<Goodbye> = keys.seal("", path.as_bytes())?;
    Ok(Some(sealed.text().to_owned()))
}

/// Who has not confirmed that an account is gone, by what its member kept.
///
/// # Errors
/// A fault of the database.
pub fn farewell(db: &mut Db, keys: &Keyring, own: &Own, kept: &str) -> Result<Farewell, Error> {
    let Ok(path) = keys.unseal("", &Sealed::<Goodbye>::read(kept)) else { return Ok(Farewell::Unknown) };
    let path = String::from_utf8_lossy(&path).into_owned();
    let actor = format!("{}{path}", own.origin);
    let Some(path) = Path::of(own, &actor) else { return Ok(Farewell::Unknown) };
    if store::is_borne(db, &path)? {
        return Ok(Farewell::Here);
    }
    let is_remembered = store::is_remembered(db, &path)?;
    let mut waiting = Waiting::default();
    for (domain, _, given_up_on) in delivery::asked_to_let_go(db, &[actor])? {
        if given_up_on.is_none() { &mut waiting.asked } else { &mut waiting.silent }.push(domain);
    }
    Ok(match (waiting.is_over(), is_remembered) {
        (false, _) => Farewell::Waits(waiting),
        (true, true) => Farewell::Over,
        (true, false) => Farewell::Unknown,
    })
}
