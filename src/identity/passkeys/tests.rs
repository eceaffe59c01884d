//! The two ceremonies against a small authenticator in software: enough of WebAuthn to sign with one key.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::model::KeyId;
use super::{Ceremonies, Found, Kept};
use crate::kernel::{AccountId, Chance, Moment, SessionId};

const ORIGIN: &str = "https://porch.example";
const USER_PRESENT: u8 = 1;
const USER_VERIFIED: u8 = 4;
const HAS_KEY: u8 = 64;
const HAS_MORE: u8 = 128;
const NOW: Moment = Moment(0);
const SESSION: SessionId = SessionId(7);

/// A device with one key.
struct Device {
    key: SigningKey,
    id: [u8; 16],
    verifies: bool,
}

impl Device {
    fn new() -> Self {
        Self { key: SigningKey::from_slice(&[7; 32]).unwrap(), id: [9; 16], verifies: true }
    }

    fn data(&self, extra: u8) -> Vec<u8> {
        let verified = if self.verifies { USER_VERIFIED } else { 0 };
        let mut data = Sha256::digest("porch.example").to_vec();
        data.push(USER_PRESENT | verified | extra);
        data.extend([0; 4]);
        data
    }

    /// Answers `navigator.credentials.create`.
    fn makes(&self, asked: &Value, origin: &str) -> String {
        let mut data = self.data(HAS_KEY);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend(self.id);
        let point = self.key.verifying_key().to_sec1_point(false);
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend_from_slice(point.x().unwrap());
        data.extend([0x22, 0x58, 0x20]);
        data.extend_from_slice(point.y().unwrap());
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(data);
        let client = client_data("webauthn.create", asked, origin);
        let response = json!({"clientDataJSON": text(&client), "attestationObject": text(&object)});
        self.answer(response)
    }

    /// Answers `navigator.credentials.get`.
    fn shows(&self, asked: &Value) -> String {
        self.shows_data(asked, self.data(0))
    }

    /// The same, from a device that also computes: what it says to the browser about that stands at the end.
    fn shows_and_computes(&self, asked: &Value) -> String {
        let mut data = self.data(HAS_MORE);
        data.extend(b"\xa1\x6bhmac-secret\x58\x20");
        data.extend([5; 32]);
        self.shows_data(asked, data)
    }

    fn shows_data(&self, asked: &Value, data: Vec<u8>) -> String {
        let client = client_data("webauthn.get", asked, ORIGIN);
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature: Signature = self.key.sign(&signed);
        let response = json!({
            "clientDataJSON": text(&client), "authenticatorData": text(&data),
            "signature": text(signature.to_der().as_bytes()), "userHandle": text(&[1; 16]),
        });
        self.answer(response)
    }

    fn answer(&self, response: Value) -> String {
        let id = text(&self.id);
        json!({"id": id, "rawId": id, "type": "public-key", "extensions": {}, "response": response})
            .to_string()
    }
}

fn client_data(sort: &str, asked: &Value, origin: &str) -> Vec<u8> {
    let challenge = &asked["publicKey"]["challenge"];
    json!({"type": sort, "challenge": challenge, "origin": origin, "crossOrigin": false})
        .to_string()
        .into_bytes()
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn made(ceremonies: &Ceremonies, device: &Device) -> Found {
    let asked = ceremonies.begin_making(SESSION, "Quiet Ada", &Chance::seeded(1), NOW).unwrap();
    let selection = &asked["publicKey"]["authenticatorSelection"];
    assert_eq!(
        (selection["residentKey"].as_str(), selection["userVerification"].as_str()),
        (Some("required"), Some("required"))
    );
    assert_eq!(asked["publicKey"]["attestation"], "none");
    let key = ceremonies.end_making(SESSION, &device.makes(&asked, ORIGIN), NOW).unwrap();
    Found {
        account: AccountId(1),
        stored: serde_json::to_string(&key).unwrap(),
        key,
        id: KeyId(1),
        secret: Kept::Wrapped(String::new()),
    }
}

#[test]
fn a_passkey_is_made_and_shown_and_no_answer_serves_twice() {
    let (ceremonies, device) = (Ceremonies::new(ORIGIN), Device::new());
    let found = made(&ceremonies, &device);

    let asked = ceremonies.begin_showing(NOW).unwrap();
    assert_eq!(asked["publicKey"]["allowCredentials"], json!([]));
    let answer = device.shows(&asked);
    assert_eq!(Ceremonies::credential_id(&answer).unwrap(), text(found.key.cred_id()));
    ceremonies.end_showing(&answer, &found, NOW).unwrap();
    assert!(ceremonies.end_showing(&answer, &found, NOW).is_err());
}

#[test]
fn a_device_is_asked_to_compute_and_what_it_gives_is_taken_whole_or_not_at_all() {
    let (ceremonies, device) = (Ceremonies::new(ORIGIN), Device::new());
    let found = made(&ceremonies, &device);
    let making = ceremonies.begin_making(SESSION, "Quiet Ada", &Chance::seeded(1), NOW).unwrap();
    let showing = ceremonies.begin_showing(NOW).unwrap();
    let question = |asked: &Value| asked["publicKey"]["extensions"]["prf"]["eval"]["first"].clone();
    assert!(question(&making).as_str().is_some_and(|question| question.len() == 43));
    assert_eq!(question(&making), question(&showing));
    ceremonies.end_showing(&device.shows_and_computes(&showing), &found, NOW).unwrap();

    let answer =
        |first: Value| json!({ "extensions": { "prf": { "results": { "first": first } } } }).to_string();
    let computed = |first: Value| Ceremonies::computed(&answer(first));
    let (one, two) = (computed(text(&[1; 32]).into()), computed(text(&[2; 32]).into()));
    assert!(one.is_some() && one == computed(text(&[1; 32]).into()) && one != two);
    for other in [json!(null), json!({}), json!(""), json!("!"), text(&[1; 31]).into(), text(&[1; 64]).into()]
    {
        assert_eq!(computed(other.clone()), None, "{other}");
    }
    assert_eq!(Ceremonies::computed("{}"), None);
    assert_eq!(Ceremonies::computed("not json"), None);
}

#[test]
fn what_does_not_fit_is_refused() {
    let (ceremonies, device) = (Ceremonies::new(ORIGIN), Device::new());
    let begin = || ceremonies.begin_making(SESSION, "Quiet Ada", &Chance::seeded(1), NOW).unwrap();
    let elsewhere = device.makes(&begin(), "https://elsewhere.example");
    assert!(ceremonies.end_making(SESSION, &elsewhere, NOW).is_err());
    let unlocked = Device { verifies: false, ..Device::new() };
    assert!(ceremonies.end_making(SESSION, &unlocked.makes(&begin(), ORIGIN), NOW).is_err());
    assert!(ceremonies.end_making(SessionId(8), &device.makes(&begin(), ORIGIN), NOW).is_err());
    assert!(ceremonies.end_making(SESSION, &device.makes(&begin(), ORIGIN), NOW.plus_s(300)).is_err());
    assert!(ceremonies.end_making(SESSION, "{}", NOW).is_err());

    let found = made(&ceremonies, &device);
    let asked = ceremonies.begin_showing(NOW).unwrap();
    let thief = Device { key: SigningKey::from_slice(&[8; 32]).unwrap(), ..Device::new() };
    assert!(ceremonies.end_showing(&thief.shows(&asked), &found, NOW).is_err());
    let asked = ceremonies.begin_showing(NOW).unwrap();
    assert!(ceremonies.end_showing(&unlocked.shows(&asked), &found, NOW).is_err());
    let late = ceremonies.begin_showing(NOW).unwrap();
    assert!(ceremonies.end_showing(&device.shows(&late), &found, NOW.plus_s(300)).is_err());
}

#[test]
fn an_address_that_is_a_number_offers_none() {
    assert!(!Ceremonies::new("http://127.0.0.1:8080").are_offered());
    assert!(Ceremonies::new("http://localhost:8080").are_offered());
}
