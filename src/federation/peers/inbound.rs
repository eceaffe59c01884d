//! What other communities say about their link with this one. The door calls these once it knows that it was they who said it.

use super::commands::{say_farewell, say_yes};
use super::{Own, Promises, Refusal, State, admission, store};
use crate::db::Tx;
use crate::kernel::{Error, sha256_hex};
use crate::policy::{self, Action, Permit, Standing, Viewer};

/// Communities that may wait for an answer at once: whoever asks from a thousand names fills no page.
const ASKING_MAX: i64 = 100;
/// Bytes of a request's address.
const OFFER_MAX: usize = 500;

/// A community asks to be a partner. If this one has asked it, both have said yes.
///
/// # Errors
/// `peer-closed` where it may not ask, `peer-domain` if the request bears no address of its own, `peer-crowd`.
pub fn asked(tx: &mut Tx<'_>, own: &Own, host: &str, offer: &str, promises: &Promises) -> Result<(), Error> {
    let permit = house()?;
    if !admission::may_speak_of_links(tx, host)? {
        return Err(Refusal::Closed.into());
    }
    let domain = own.parse(host)?;
    let is_theirs = url::Url::parse(offer).is_ok_and(|url| {
        let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
        url.host_str().is_some_and(|name| format!("{name}{port}") == domain.as_str())
    });
    if !is_theirs || offer.len() > OFFER_MAX {
        return Err(Refusal::Domain.into());
    }
    let is_new = store::line(tx, &[domain.as_str().to_owned()])?.is_empty();
    if is_new && store::count_in_state(tx, State::Asking)? >= ASKING_MAX {
        return Err(Refusal::Crowd.into());
    }

    let peer = store::begin(tx, domain.as_str())?;
    keep_promises(tx, domain.as_str(), promises)?;
    match peer.state {
        State::Partner => Ok(()),
        State::Asked => {
            let both = super::Peer { offer: offer.to_owned(), ..peer };
            say_yes(tx, &permit, own, &both)
        }
        State::Known | State::Asking | State::Refused | State::Ended => {
            store::set_state(tx, &permit, domain.as_str(), State::Asking, offer)
        }
    }
}

/// A community says yes to this one's request. Says whether there was one.
///
/// # Errors
/// A fault of the database.
pub fn accepted(tx: &mut Tx<'_>, host: &str, offer: &str, promises: &Promises) -> Result<bool, Error> {
    let permit = house()?;
    let Some(peer) = answering(tx, host, offer)? else { return Ok(false) };

    if peer.state == State::Partner {
        return Ok(true);
    }
    keep_promises(tx, &peer.domain, promises)?;
    store::set_state(tx, &permit, &peer.domain, State::Partner, offer)?;
    Ok(true)
}

/// A community says no to this one's request. Says whether there was one.
///
/// # Errors
/// A fault of the database.
pub fn declined(tx: &mut Tx<'_>, host: &str, offer: &str) -> Result<bool, Error> {
    let permit = house()?;
    let Some(peer) = answering(tx, host, offer)?.filter(|peer| peer.state == State::Asked) else {
        return Ok(false);
    };

    store::set_state(tx, &permit, &peer.domain, State::Refused, "")?;
    Ok(true)
}

/// A community ends the partnership, or takes its request back. It is asked to let go of what it was given.
///
/// # Errors
/// A fault of the database.
pub fn ended(tx: &mut Tx<'_>, own: &Own, host: &str, offer: &str) -> Result<bool, Error> {
    let permit = house()?;
    let Some(peer) = known(tx, host)?.filter(|peer| !offer.is_empty() && peer.offer == offer) else {
        return Ok(false);
    };

    match peer.state {
        State::Partner => {
            store::set_state(tx, &permit, &peer.domain, State::Ended, "")?;
            say_farewell(tx, own, &peer.domain)?;
            Ok(true)
        }
        State::Asking => {
            store::set_state(tx, &permit, &peer.domain, State::Known, "")?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// A partner says anew what it promises.
///
/// # Errors
/// A fault of the database.
pub fn promised(tx: &mut Tx<'_>, host: &str, promises: &Promises) -> Result<(), Error> {
    match known(tx, host)? {
        Some(peer) if peer.state == State::Partner => keep_promises(tx, &peer.domain, promises),
        _ => Ok(()),
    }
}

/// A community's own key was seen, in PEM. The first one is remembered; another one makes all rest until the host has
/// looked. Says whether it may go on.
///
/// # Errors
/// A fault of the database.
pub fn saw_key(tx: &mut Tx<'_>, host: &str, pem: &str) -> Result<bool, Error> {
    let Some(peer) = known(tx, host)? else { return Ok(true) };
    let letters: String = pem.chars().filter(|letter| !letter.is_whitespace()).collect();
    let print = sha256_hex(letters.as_bytes());
    if peer.key_print.is_empty() {
        store::set_key(tx, &peer.domain, &print, "")?;
        return Ok(true);
    }
    if peer.key_print == print {
        return Ok(!peer.is_paused());
    }
    if peer.key_next != print {
        tracing::warn!("a linked community shows another key: it rests until a host has looked");
        store::set_key(tx, &peer.domain, &peer.key_print, &print)?;
    }
    Ok(false)
}

/// The community this answer is from, if this one has asked it for just that.
fn answering(tx: &mut Tx<'_>, host: &str, offer: &str) -> Result<Option<super::Peer>, Error> {
    if !admission::may_speak_of_links(tx, host)? {
        return Ok(None);
    }
    let is_asked = |peer: &super::Peer| {
        matches!(peer.state, State::Asked | State::Partner) && !offer.is_empty() && peer.offer == offer
    };
    Ok(known(tx, host)?.filter(is_asked))
}

fn known(tx: &mut Tx<'_>, host: &str) -> Result<Option<super::Peer>, Error> {
    let (_, own_host) = store::own(tx)?;
    let Ok(domain) = super::Domain::parse(host, &own_host) else { return Ok(None) };
    Ok(store::line(tx, &[domain.as_str().to_owned()])?.into_iter().next())
}

fn keep_promises(tx: &mut Tx<'_>, domain: &str, promises: &Promises) -> Result<(), Error> {
    let text = serde_json::to_string(promises).map_err(Error::other)?;
    store::set_promises(tx, domain, &text)
}

fn house() -> Result<Permit, Error> {
    policy::may(&Viewer::House, Action::ManageLinks, &Standing::in_community(&Viewer::House))
}
