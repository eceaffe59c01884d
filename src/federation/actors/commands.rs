//! Making keys, opening them, and letting go of those whose owner is gone.

use std::sync::Arc;

use super::{KeyHeld, Path, store};
use crate::app::App;
use crate::db::{Db, Tx};
use crate::federation::peers::Own;
use crate::federation::signature::{SigningKey, make_rsa};
use crate::kernel::{Error, FaceId};
use crate::keys::Keyring;

/// Days for which a key stays after its owner: as long as others are asked to let go of what it signed.
const CALLED_BACK_DAYS: i64 = 30;

/// The public half of an actor's key as PEM; the key is made if it is the first time anybody asks.
///
/// # Errors
/// `keys-lost`, `disk-full`, or a fault.
pub async fn public_key(app: &App, path: Path, face: Option<FaceId>) -> Result<String, Error> {
    let known = path.clone();
    if let Some(pem) = app.read(move |db| store::pem(db, &known)).await? {
        return Ok(pem);
    }
    // One at a time: making a key takes a core for a while, and anybody may ask.
    let mut turn = app.federation().key_turn().await;
    let known = path.clone();
    if let Some(pem) = app.read(move |db| store::pem(db, &known)).await? {
        return Ok(pem);
    }
    let chance = app.chance().stream("actor-keys", face.map_or(0, |face| face.0));
    let laid_by = turn.pop();
    let made = tokio::task::spawn_blocking(move || {
        let der = laid_by.map_or_else(|| make_rsa(&chance), Ok)?;
        let pem = SigningKey::from_pkcs8("", &der)?.public().to_pem()?;
        Ok::<_, Error>((der, pem))
    });
    let (der, pem) = made.await.map_err(Error::other)??;
    let sealed = app.keys().seal::<KeyHeld>(path.as_str(), &der)?;
    app.write(move |tx| store::insert(tx, &path, face, (&sealed, &pem))).await
}

/// The key with this address, to sign with; none if there is none. Opened keys are kept in memory.
///
/// # Errors
/// `keys-lost`, or a fault.
pub async fn signing_key(app: &App, own: &Own, key_id: &str) -> Result<Option<Arc<SigningKey>>, Error> {
    if let Some(key) = app.federation().opened(key_id) {
        return Ok(Some(key));
    }
    let Some(path) = Path::of_key(own, key_id) else { return Ok(None) };
    let (keys, id) = (app.keys().clone(), key_id.to_owned());
    let key = app.read(move |db| open(db, &keys, &path, &id)).await?.map(Arc::new);
    if let Some(key) = &key {
        app.federation().keep_opened(Arc::clone(key));
    }
    Ok(key)
}

/// The community's own key, made if need be: it signs what is fetched.
///
/// # Errors
/// As [`public_key`].
pub async fn community(app: &App, own: &Own) -> Result<Arc<SigningKey>, Error> {
    let key_id = Path::community().key_id(own);
    if let Some(key) = signing_key(app, own, &key_id).await? {
        return Ok(key);
    }
    public_key(app, Path::community(), None).await?;
    signing_key(app, own, &key_id).await?.ok_or_else(|| Error::other("a key that was made is not there"))
}

fn open(db: &mut Db, keys: &Keyring, path: &Path, id: &str) -> Result<Option<SigningKey>, Error> {
    let Some(sealed) = store::sealed(db, path)? else { return Ok(None) };
    let der = keys.unseal(path.as_str(), &sealed)?;
    SigningKey::from_pkcs8(id, &der).map(Some)
}

/// Seals with the ring's present key what a replaced one sealed, `limit` at a time. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    ring.reseal(tx, limit, store::sealed_by, |tx, path, sealed| store::set_sealed(tx, &path, sealed))
}

/// Lets go of keys whose owner is gone, once nothing is called back in their name any more.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Error> {
    let today = tx.now().day();
    store::let_go(tx, today.plus(CALLED_BACK_DAYS))?;
    store::drop_until(tx, today)
}
