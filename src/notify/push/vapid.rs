//! Who we are to push services (RFC 8292): one key, made when this place begins or when it is first asked for, sealed by the
//! key ring as other keys of the house are.

use aws_lc_rs::rand as signing;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, EcdsaSigningAlgorithm, KeyPair as _,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use url::Url;
use zeroize::Zeroizing;

use super::seal::draw;
use super::{KeyHeld, store};
use crate::app::App;
use crate::kernel::{Error, Moment};

static SIGNING: &EcdsaSigningAlgorithm = &ECDSA_P256_SHA256_FIXED_SIGNING;
/// How long a token is good for; a day at most.
const GOOD_S: i64 = 12 * 3_600;
/// Whose the sealed key is: there is one.
const WHOSE: i64 = 1;

/// The public half, base64url; made if it is the first time that anybody asks.
///
/// # Errors
/// `keys-lost`, `disk-full`, or a fault.
pub async fn public_key(app: &App) -> Result<String, Error> {
    if let Some((public, sealed)) = app.read(store::key).await? {
        if app.keys().unseal(WHOSE, &sealed).is_ok() || !app.keys().is_here() {
            return Ok(public);
        }
        // There is another ring: nothing that the former one sealed will ever open, and no device is reached.
        app.write(store::begin_anew).await?;
    }
    let (bytes, own) = draw(&app.chance().stream("push-key", 0))?;
    let point = own.compute_public_key().map_err(|_| Error::other("a key without a public half"))?;
    let pair = EcdsaKeyPair::from_private_key_and_public_key(SIGNING, bytes.as_slice(), point.as_ref())
        .map_err(|_| Error::other("no key for push could be made"))?;
    let der = pair.to_pkcs8v1().map_err(|_| Error::other("no key for push could be kept"))?;
    let public = URL_SAFE_NO_PAD.encode(pair.public_key().as_ref());
    let sealed = app.keys().seal::<KeyHeld>(WHOSE, der.as_ref())?;
    app.write(move |tx| store::insert_key(tx, &public, &sealed)).await
}

/// What shows a push service who sends: a token for its own origin, and the public half.
///
/// # Errors
/// `keys-lost`, or a fault.
pub async fn token(app: &App, to: &Url) -> Result<String, Error> {
    let public = public_key(app).await?;
    let (_, sealed) = app.read(store::key).await?.ok_or_else(|| Error::other("the key for push is gone"))?;
    let der: Zeroizing<Vec<u8>> = app.keys().unseal(WHOSE, &sealed)?;
    let pair =
        EcdsaKeyPair::from_pkcs8(SIGNING, &der).map_err(|_| Error::other("the key for push is none"))?;
    let said = claims(to, &app.settings().server.origin(), app.clock().now());
    let signed = pair
        .sign(&signing::SystemRandom::new(), said.as_bytes())
        .map_err(|_| Error::other("nothing could be signed"))?;
    Ok(format!("vapid t={said}.{}, k={public}", URL_SAFE_NO_PAD.encode(signed.as_ref())))
}

fn claims(to: &Url, own: &str, now: Moment) -> String {
    let head = json!({ "typ": "JWT", "alg": "ES256" });
    let exp = now.plus_s(GOOD_S).0.div_euclid(1_000);
    let said = json!({ "aud": to.origin().ascii_serialization(), "exp": exp, "sub": own });
    [head, said].map(|part| URL_SAFE_NO_PAD.encode(part.to_string())).join(".")
}
