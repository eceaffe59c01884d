//! The two ceremonies of WebAuthn. What is under way is kept in memory for minutes; nothing of it is stored.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder,
};
use zeroize::Zeroizing;

use super::{Found, Refusal};
use crate::identity::brief::Brief;
use crate::kernel::{Chance, Error, Moment, SessionId};
use crate::keys::Key;

/// Seconds a ceremony may take.
const CEREMONY_S: i64 = 300;

/// What devices compute with; never changed, or no passkey would open what it wraps.
const QUESTION: &str = "hearthside member secret 1";
/// Bytes they compute.
const COMPUTED: usize = 32;

/// Passkeys being made, and passkeys being shown.
pub struct Ceremonies {
    webauthn: Option<Webauthn>,
    makings: Brief<SessionId, PasskeyRegistration>,
    showings: Brief<String, DiscoverableAuthentication>,
}

impl Ceremonies {
    /// For the address people type. An address without a name offers no passkeys.
    #[must_use]
    pub fn new(origin: &str) -> Self {
        let webauthn = Url::parse(origin).ok().and_then(|url| {
            let host = url.domain()?.to_owned();
            WebauthnBuilder::new(&host, &url).ok()?.rp_name(&host).build().ok()
        });
        Self { webauthn, makings: Brief::lasting_s(CEREMONY_S), showings: Brief::lasting_s(CEREMONY_S) }
    }

    /// Whether passkeys are offered at all.
    #[must_use]
    pub fn are_offered(&self) -> bool {
        self.webauthn.is_some()
    }

    /// Begins to make a passkey: what the browser needs. `name` is what the device will list it under.
    ///
    /// # Errors
    /// `passkey-not-offered`.
    pub fn begin_making(
        &self,
        session: SessionId,
        name: &str,
        chance: &Chance,
        now: Moment,
    ) -> Result<Value, Error> {
        // The handle is random and new each time: it ties no two passkeys together, and nothing is looked up by it.
        let handle = Uuid::from_bytes(chance.bytes());
        let (asked, state) =
            self.webauthn()?.start_passkey_registration(handle, name, name, None).map_err(Error::other)?;
        let mut asked = serde_json::to_value(asked).map_err(Error::other)?;
        // It is used without a name, so the device has to keep it.
        if let Some(selection) =
            asked.pointer_mut("/publicKey/authenticatorSelection").and_then(Value::as_object_mut)
        {
            selection.insert("residentKey".to_owned(), "required".into());
            selection.insert("requireResidentKey".to_owned(), true.into());
        }
        ask_for_key(&mut asked);
        self.makings.put(session, state, now);
        Ok(asked)
    }

    /// Ends making: the passkey to be stored.
    ///
    /// # Errors
    /// `passkey-not-through`.
    pub fn end_making(&self, session: SessionId, answer: &str, now: Moment) -> Result<Passkey, Error> {
        let answer: RegisterPublicKeyCredential =
            serde_json::from_str(answer).map_err(|_| Refusal::NotThrough)?;
        let state = self.makings.take(&session, now).ok_or(Refusal::NotThrough)?;
        let key = self.webauthn()?.finish_passkey_registration(&answer, &state);
        key.map_err(|_| Refusal::NotThrough.into())
    }

    /// Begins to show a passkey: what the browser needs.
    ///
    /// # Errors
    /// `passkey-not-offered`.
    pub fn begin_showing(&self, now: Moment) -> Result<Value, Error> {
        let (asked, state) = self.webauthn()?.start_discoverable_authentication().map_err(Error::other)?;
        let mut asked = serde_json::to_value(asked).map_err(Error::other)?;
        let challenge = asked.pointer("/publicKey/challenge").and_then(Value::as_str).unwrap_or_default();
        self.showings.put(challenge.to_owned(), state, now);
        // A press on a button, not a choice offered while typing.
        asked.as_object_mut().map(|asked| asked.remove("mediation"));
        ask_for_key(&mut asked);
        Ok(asked)
    }

    /// Which passkey an answer speaks of; not yet proven.
    ///
    /// # Errors
    /// `passkey-not-through`.
    pub fn credential_id(answer: &str) -> Result<String, Error> {
        let answer: PublicKeyCredential = serde_json::from_str(answer).map_err(|_| Refusal::NotThrough)?;
        Ok(URL_SAFE_NO_PAD.encode(answer.raw_id))
    }

    /// What the device computed for us alone, if it can. No signature covers it: a wrong one opens no wrap.
    #[must_use]
    pub fn computed(answer: &str) -> Option<Key> {
        let answer: Value = serde_json::from_str(answer).ok()?;
        let first = answer.pointer("/extensions/prf/results/first")?.as_str()?;
        let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(first).ok()?);
        (bytes.len() == COMPUTED).then(|| Key::derive(&bytes, "passkey"))
    }

    /// Ends showing: proves that the answer comes from the device that holds `found`.
    ///
    /// # Errors
    /// `passkey-not-through`.
    pub fn end_showing(&self, answer: &str, found: &Found, now: Moment) -> Result<(), Error> {
        let answer: PublicKeyCredential = serde_json::from_str(answer).map_err(|_| Refusal::NotThrough)?;
        let challenge = challenge_of(answer.response.client_data_json.as_ref()).ok_or(Refusal::NotThrough)?;
        let state = self.showings.take(&challenge, now).ok_or(Refusal::NotThrough)?;
        self.webauthn()?
            .finish_discoverable_authentication_v2(&answer, state, &found.key)
            .map_err(|_| Refusal::NotThrough)?;
        Ok(())
    }

    fn webauthn(&self) -> Result<&Webauthn, Error> {
        self.webauthn.as_ref().ok_or_else(|| Refusal::NotOffered.into())
    }
}

/// Asks the device, if it can, to compute thirty-two bytes that are the same each time it is shown: the PRF extension of
/// WebAuthn, which the library does not speak. One question serves everybody: the passkey makes the answer its own.
fn ask_for_key(asked: &mut Value) {
    let question = URL_SAFE_NO_PAD.encode(Sha256::digest(QUESTION));
    let prf = json!({ "eval": { "first": question } });
    if let Some(options) = asked.get_mut("publicKey").and_then(Value::as_object_mut) {
        let extensions = options.entry("extensions").or_insert_with(|| json!({}));
        if let Some(extensions) = extensions.as_object_mut() {
            extensions.insert("prf".to_owned(), prf);
        }
    }
}

fn challenge_of(client_data: &[u8]) -> Option<String> {
    let data: Value = serde_json::from_slice(client_data).ok()?;
    data.get("challenge")?.as_str().map(str::to_owned)
}
