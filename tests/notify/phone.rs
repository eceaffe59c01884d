//! A device with a push service of its own: it checks who sends, and opens what was sent with its own key (RFC 8291, 8292).

use aws_lc_rs::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::agreement::{self, ECDH_P256, PrivateKey, UnparsedPublicKey};
use aws_lc_rs::signature::{self, ECDSA_P256_SHA256_FIXED};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use hearthside::notify::push as ringing;
use hkdf::Hkdf;
use serde_json::Value;
use sha2::Sha256;

use crate::harness::peer::{Heard, Peer, Says};
use crate::harness::{Browser, Person, Seen, Town, log};

/// Where its service takes letters for it.
const PLACE: &str = "/push/vellumotter-7";
const AUTH: [u8; 16] = *b"sixteen letters.";

/// The device and its service.
pub struct Phone {
    key: PrivateKey,
    peer: Peer,
}

/// What came to the device.
pub struct Rung {
    /// What the service saw.
    pub heard: Heard,
    /// What the device read.
    pub said: Value,
}

impl Rung {
    /// A header the service saw.
    pub fn header(&self, name: &str) -> &str {
        header(&self.heard, name)
    }

    /// The one line on the screen.
    pub fn line(&self) -> &str {
        self.said["notification"]["title"].as_str().unwrap()
    }
}

fn header<'a>(heard: &'a Heard, name: &str) -> &'a str {
    heard.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

impl Phone {
    /// One that nobody knows yet.
    pub fn new() -> Self {
        let phone = Self { key: PrivateKey::generate(&ECDH_P256).unwrap(), peer: Peer::new(11) };
        log::must_not_hold("vellumotter-7");
        phone
    }

    /// What its browser hands over: where, the public key, the secret.
    pub fn ears(&self) -> [String; 3] {
        let point = self.key.compute_public_key().unwrap();
        [self.peer.at(PLACE), BASE64.encode(point.as_ref()), BASE64.encode(AUTH)]
    }

    /// Somebody presses the button on it.
    #[track_caller]
    pub fn is_turned_on_by(&self, person: &Person) {
        let [endpoint, point, auth] = self.ears();
        let page = person.visits("/you/notices").is(200);
        let fields = [("endpoint", &*endpoint), ("p256dh", &*point), ("auth", &*auth)];
        person.fills(&page, "/you/notices/devices", &fields).is(303);
    }

    /// Its browser's worker says that this is where the device is now.
    pub fn is_told_by(&self, browser: &Browser) -> Seen {
        let [endpoint, p256dh, auth] = self.ears();
        let ears = serde_json::json!({ "endpoint": endpoint, "p256dh": p256dh, "auth": auth }).to_string();
        let headers = [("content-type", "application/json"), ("accept", "application/json")];
        browser.sends("PUT", "/api/v1/notices/devices", &headers, Some(ears.as_bytes()))
    }

    /// What its service answers from now on.
    pub fn service_says(&self, status: u16, name: &'static str, value: &str) {
        self.peer.says(PLACE, Says::bare(status, name, value));
    }

    /// What came since the last look, opened.
    #[track_caller]
    pub fn rung(&self, town: &Town) -> Vec<Rung> {
        let now_s = town.app.clock().now().0 / 1_000;
        self.peer
            .heard()
            .into_iter()
            .map(|heard| {
                assert_eq!(heard.target, PLACE);
                self.knows_who_sends(&heard, now_s);
                let said = serde_json::from_slice(&self.opens(&heard.body)).unwrap();
                Rung { heard, said }
            })
            .collect()
    }

    /// A token of this place for this service alone, not for long, under the key that was named beforehand.
    fn knows_who_sends(&self, heard: &Heard, now_s: i64) {
        let shown = header(heard, "authorization").strip_prefix("vapid t=").expect("who sends");
        let (token, public) = shown.split_once(", k=").unwrap();
        let (text, signed) = token.rsplit_once('.').unwrap();
        let public = BASE64.decode(public).unwrap();
        signature::UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, &public)
            .verify(text.as_bytes(), &BASE64.decode(signed).unwrap())
            .expect("signed by the key it shows");
        let parts: Vec<Value> = text
            .split('.')
            .map(|part| serde_json::from_slice(&BASE64.decode(part).unwrap()).unwrap())
            .collect();
        assert_eq!(parts[0]["alg"], "ES256");
        assert_eq!(parts[1]["aud"].as_str().unwrap(), self.peer.at(""));
        let left_s = parts[1]["exp"].as_i64().unwrap() - now_s;
        assert!((1..=86_400).contains(&left_s), "{left_s}");
        assert!(parts[1]["sub"].as_str().unwrap().starts_with("http"));
    }

    fn opens(&self, body: &[u8]) -> Vec<u8> {
        let (head, mut record) = (&body[..86], body[86..].to_vec());
        let (salt, point) = (&head[..16], &head[21..]);
        assert_eq!((&head[16..20], head[20]), (&4_096_u32.to_be_bytes()[..], 65));
        let own = self.key.compute_public_key().unwrap();
        let info = [b"WebPush: info\0".as_slice(), own.as_ref(), point].concat();
        let expand = |salt: &[u8], from: &[u8], info: &[u8], length: usize| {
            let mut made = vec![0; length];
            Hkdf::<Sha256>::new(Some(salt), from).expand(info, &mut made).unwrap();
            made
        };
        let theirs = UnparsedPublicKey::new(&ECDH_P256, point);
        let shared =
            agreement::agree(&self.key, theirs, (), |shared| Ok(expand(&AUTH, shared, &info, 32))).unwrap();
        let key = expand(salt, &shared, b"Content-Encoding: aes128gcm\0", 16);
        let nonce = expand(salt, &shared, b"Content-Encoding: nonce\0", 12);
        let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).unwrap());
        let nonce = Nonce::try_assume_unique_for_key(&nonce).unwrap();
        let plain = key.open_in_place(nonce, Aad::empty(), &mut record).expect("for this device");
        let end = plain.iter().rposition(|byte| *byte != 0).unwrap();
        assert_eq!(plain[end], 2, "the last record");
        plain[..end].to_vec()
    }
}

/// Somebody says where they are told of a sort of news, and when not.
#[track_caller]
pub fn chooses(person: &Person, fields: &[(&str, &str)]) {
    let page = person.visits("/you/notices").is(200);
    person.fills(&page, "/you/notices", fields).is(303);
}

/// Lets what is due be sent.
pub fn rings(town: &Town) -> usize {
    town.settles();
    town.waits_for(ringing::run_due(&town.app)).unwrap()
}

/// The longest that news waits which is not pressing.
pub const A_WHILE_S: i64 = 600;

/// Moves the clock past that, and lets what is due be sent.
pub fn waits_and_rings(town: &Town) -> usize {
    town.waits_s(A_WHILE_S);
    rings(town)
}
