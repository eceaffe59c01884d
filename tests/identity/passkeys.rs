//! How a passkey keeps the member secret: by what its device computes, or by the key ring until it does.

use diesel::prelude::*;
use hearthside::db::Run as _;
use hearthside::db::schema::passkey;
use hearthside::identity::passkeys::{self, Found, Kept, Label, Made};
use hearthside::identity::sessions;
use hearthside::kernel::{Chance, Error, Token};
use hearthside::keys::{Holder, Key, Keyring, MemberSecret, RingFile};

use crate::harness::{Person, Town};

/// A passkey as the library writes it; nothing here asks for its signature.
const KEY: &str = r#"{"cred":{"cred_id":"CQkJCQkJCQkJCQkJCQkJCQ","cred":{"type_":"ES256","key":{"EC_EC2":{"curve":"SECP256R1",
    "x":"wn5_bRf8gxcV_AbfYyz-jBvmEV4Fhvxo8ZBFq5WhGsg","y":"j3u3nBiyFfh1n6JFqzS8_Bo7Bi9nXBM6dWf5ANsIX8Q"}}},"counter":0,
    "transports":null,"user_verified":true,"backup_eligible":false,"backup_state":false,"registration_policy":"required",
    "extensions":{"cred_protect":"NotRequested","hmac_create_secret":"NotRequested","appid":"NotRequested","cred_props":"Ignored"},
    "attestation":{"data":"None","metadata":"None"},"attestation_format":"none"}}"#;
const ID: &str = "CQkJCQkJCQkJCQkJCQkJCQ";

/// What the session of somebody holds.
pub fn holder(town: &Town, person: &Person) -> Holder {
    let token = Token::parse(&person.cookie("__Host-s").unwrap()).unwrap();
    town.arranges(move |tx| {
        let now = tx.now();
        Ok(sessions::resolve(tx, &token, now)?.unwrap().seat.holder(&token))
    })
}

/// Adds the passkey; what its device computed, if it did.
pub fn adds(town: &Town, holder: &Holder, computed: Option<Key>) {
    let made =
        Made { label: Label::parse("Phone").unwrap(), key: serde_json::from_str(KEY).unwrap(), computed };
    let (holder, ring) = (holder.clone(), town.app.keys().clone());
    town.arranges(move |tx| passkeys::add(tx, &holder, &made, &ring));
}

fn found(town: &Town) -> Found {
    town.arranges(|tx| Ok(passkeys::find(tx, ID)?.unwrap()))
}

fn sealed(town: &Town) -> Option<String> {
    town.arranges(|tx| passkey::table.select(passkey::sealed).row(tx))
}

#[track_caller]
fn is_refused(outcome: Result<MemberSecret, Error>) {
    assert_eq!(outcome.unwrap_err().code(), "passkey-sealed");
}

on_both! {
    fn a_device_that_computes_opens_the_secret_and_the_ring_does_not(town) {
        let ada = town.person("Quiet Ada");
        let (holder, key) = (holder(town, &ada), Key::from_bytes([5; 32]));
        adds(town, &holder, Some(key.clone()));
        let (found, ring) = (found(town), town.app.keys());
        assert!(matches!(found.secret, Kept::Wrapped(_)) && sealed(town).is_none());
        assert_eq!(found.unwrap(ring, Some(&key)).unwrap(), holder.secret);
        is_refused(found.unwrap(ring, None));
        is_refused(found.unwrap(ring, Some(&Key::from_bytes([6; 32]))));
    }

    fn the_ring_keeps_the_secret_until_the_device_computes(town) {
        let ada = town.person("Quiet Ada");
        let (holder, key) = (holder(town, &ada), Key::from_bytes([5; 32]));
        adds(town, &holder, None);
        let before = found(town);
        assert_eq!(before.unwrap(town.app.keys(), None).unwrap(), holder.secret);
        let (secret, computed) = (holder.secret.clone(), key.clone());
        town.arranges(move |tx| passkeys::bind(tx, &before, &secret, &computed));
        assert_eq!(sealed(town), None);
        assert_eq!(found(town).unwrap(town.app.keys(), Some(&key)).unwrap(), holder.secret);
        is_refused(found(town).unwrap(town.app.keys(), None));
    }

    fn without_its_ring_a_passkey_stays_shut_and_the_words_open(town) {
        let ada = town.person("Quiet Ada");
        adds(town, &holder(town, &ada), None);
        let found = found(town);
        let lost = RingFile::within(&town.home().data().join("elsewhere"));
        let lost = town.arranges(move |tx| {
            let today = tx.now().day();
            Keyring::open(lost.clone(), tx, &Chance::default(), today)
        });
        assert!(!lost.is_here());
        is_refused(found.unwrap(&lost, None));
        assert_eq!(lost.epoch_of(town.app.clock().now().day()).unwrap_err().code(), "keys-lost");
        town.stranger().posts("/back-in", &[("words", &ada.words)]).is(303);
    }

    fn a_rotated_ring_seals_anew_what_the_old_key_sealed(town) {
        let ada = town.person("Quiet Ada");
        let holder = holder(town, &ada);
        adds(town, &holder, None);
        let before = sealed(town).unwrap();
        let file = RingFile::within(&town.home().data().join("keys"));
        let today = town.app.clock().now().day();
        file.change(|ring| ring.rotate(&Chance::default(), today)).unwrap();
        town.arranges(hearthside::app::schedule::wind);
        town.waits_s(3_600);
        town.waits_s(10);
        let after = sealed(town).unwrap();
        assert_ne!(before.split_once('.').unwrap().0, after.split_once('.').unwrap().0);
        assert_eq!(found(town).unwrap(town.app.keys(), None).unwrap(), holder.secret);
        // The old key goes once ninety days have gone by, and not before.
        for _ in 0..89 {
            town.waits_s(86_400);
        }
        assert_eq!(file.read().unwrap().unwrap().fields().len(), 2);
        for _ in 0..3 {
            town.waits_s(86_400);
        }
        assert_eq!(file.read().unwrap().unwrap().fields().len(), 1);
        assert_eq!(found(town).unwrap(town.app.keys(), None).unwrap(), holder.secret);
    }

    fn what_a_lost_key_sealed_stays_shut_and_stays(town) {
        let ada = town.person("Quiet Ada");
        let holder = holder(town, &ada);
        // An older copy of the ring is put back, and the one with the key of this value is found a day later.
        let file = RingFile::within(&town.home().data().join("keys"));
        let older = file.read().unwrap().unwrap();
        let today = town.app.clock().now().day();
        let whole = file.change(|ring| ring.rotate(&Chance::default(), today)).unwrap();
        town.arranges(hearthside::app::schedule::wind);
        town.waits_s(3_600);
        adds(town, &holder, None);
        file.put(&older).unwrap();
        town.waits_s(3_600);
        is_refused(found(town).unwrap(town.app.keys(), None));
        town.waits_s(86_400);
        file.put(&whole).unwrap();
        town.waits_s(3_600);
        assert_eq!(found(town).unwrap(town.app.keys(), None).unwrap(), holder.secret);
    }
}
