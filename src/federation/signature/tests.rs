//! The vectors of the draft and of RFC 9421, both forms there and back, and what is refused.

mod covered;

use aws_lc_rs::signature::{RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY as LEGACY, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use rsa::RsaPublicKey;
use rsa::pkcs1::EncodeRsaPublicKey as _;
use rsa::pkcs8::DecodePublicKey as _;
use url::Url;

use super::{
    Claim, Form, Head, PublicKey, Refusal, Replays, Request, SigningKey, draft, make_rsa, message, read, sign,
};
use crate::kernel::{Chance, Moment};

/// RFC 9421, B.2: the body of the test request.
const HELLO: &[u8] = br#"{"hello": "world"}"#;
/// RFC 9421, B.1.1, public half.
const RFC_RSA: &str = "-----BEGIN RSA PUBLIC KEY-----
MIIBCgKCAQEAhAKYdtoeoy8zcAcR874L8cnZxKzAGwd7v36APp7Pv6Q2jdsPBRrw
WEBnez6d0UDKDwGbc6nxfEXAy5mbhgajzrw3MOEt8uA5txSKobBpKDeBLOsdJKFq
MGmXCQvEG7YemcxDTRPxAleIAgYYRjTSd/QBwVW9OwNFhekro3RtlinV0a75jfZg
kne/YiktSvLG34lw2zqXBDTC5NHROUqGTlML4PlNZS5Ri2U4aCNx2rUPRcKIlE0P
uKxI4T+HIaFpv8+rdV6eUgOrB2xeI1dSFFn/nnv5OoZJEIB+VmuKn3DCUcCZSFlQ
PSXSfBDiUGhwOw76WuSSsf1D4b/vLoJ10wIDAQAB
-----END RSA PUBLIC KEY-----";
const RFC_SEED: &str = "n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU";
/// draft-cavage-12, C. A thousand bits: too weak to be taken outside of this test.
const DRAFT_RSA: &str = "-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDCFENGw33yGihy92pDjZQhl0C3
6rPJj+CvfSC8+q28hxA161QFNUd13wuCTUcq0Qd2qsBe/2hFyc2DCJJg0h1L78+6
Z4UMR7EOcpfdUE9Hf3m/hs+FUR45uBJeDK1HSFHD8bHKD6kv8FPGfJTotc+2xjJw
oYi+1hqp1fIekaxsyQIDAQAB
-----END PUBLIC KEY-----";

const NOW: Moment = Moment(1_618_884_480_000);
const ORIGIN: &str = "https://porch.example";

fn named(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn rsa_key() -> SigningKey {
    SigningKey::from_pkcs8("https://calm.example/#main-key", &make_rsa(&Chance::seeded(1)).unwrap()).unwrap()
}

/// What a request looks like where it arrives.
fn arrived(key: &SigningKey, form: Form, method: &str, body: Option<&[u8]>) -> Vec<(String, String)> {
    let url = Url::parse("https://porch.example/inbox?page=1").unwrap();
    let head = Head { method, url: &url, body, date: NOW };
    let headers = sign(&head, key, form).unwrap();
    headers.iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect()
}

fn request<'a>(headers: &'a [(String, String)], method: &'a str, body: &'a [u8]) -> Request<'a> {
    Request { method, target: "/inbox?page=1", origin: ORIGIN, headers, body }
}

#[test]
fn the_drafts_own_examples_verify() {
    let key = RsaPublicKey::from_public_key_pem(DRAFT_RSA).unwrap().to_pkcs1_der().unwrap();
    let headers = named(&[
        ("host", "example.com"),
        ("date", "Sun, 05 Jan 2014 21:31:40 GMT"),
        ("content-type", "application/json"),
        ("digest", "SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE="),
        ("content-length", "18"),
    ]);
    let request = Request {
        method: "POST",
        target: "/foo?param=value&pet=dog",
        origin: "https://example.com",
        headers: &headers,
        body: HELLO,
    };
    super::digest::check(&request, "digest", false).unwrap();
    let some = ["(request-target)", "host", "date"];
    let all = ["(request-target)", "host", "date", "content-type", "digest", "content-length"];
    let cases: [(&[&str], &str); 3] = [
        (
            &["date"],
            "SjWJWbWN7i0wzBvtPl8rbASWz5xQW6mcJmn+ibttBqtifLN7Sazz6m79cNfwwb8DMJ5cou1s7uEGKKCs+FLEEaDV5lp7q25WqS+lavg7T8hc0GppauB6hbgEKTwblDHYGEtbGmtdHgVCk9SuS13F0hZ8FD0k/5OxEPXe5WozsbM=",
        ),
        (
            &some,
            "qdx+H7PHHDZgy4y/Ahn9Tny9V3GP6YgBPyUXMmoxWtLbHpUnXS2mg2+SbrQDMCJypxBLSPQR2aAjn7ndmw2iicw3HMbe8VfEdKFYRqzic+efkb3nndiv/x1xSHDJWeSWkx3ButlYSuBskLu6kd9Fswtemr3lgdDEmn04swr2Os0=",
        ),
        (
            &all,
            "vSdrb+dS3EceC9bcwHSo4MlyKS59iFIrhgYkz8+oVLEEzmYZZvRs8rgOp+63LEM3v+MFHB32NfpB2bEKBIvB1q52LaEUHFv120V01IL+TAD48XaERZFukWgHoBTLMhYS2Gb51gWxpeIq8knRmPnYePbF5MOkR0Zkly4zKH7s1dE=",
        ),
    ];
    for (names, made) in cases {
        let said = draft::Said::parse(r#"keyId="Test",signature="x""#).unwrap();
        let base = draft::base(&request, names, &said).unwrap();
        let made = STANDARD.decode(made).unwrap();
        UnparsedPublicKey::new(&LEGACY, key.as_bytes()).verify(base.as_bytes(), &made).expect(&base);
    }
    assert_eq!(PublicKey::from_pem(DRAFT_RSA), None, "a thousand bits are too few");
}

#[test]
fn rfc_9421_b_2_6_verifies_and_is_made_alike() {
    let key = SigningKey::from_seed("test-key-ed25519", &URL_SAFE_NO_PAD.decode(RFC_SEED).unwrap()).unwrap();
    let params = r#"("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519""#;
    let expected = "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==";
    let headers = named(&[
        ("host", "example.com"),
        ("date", "Tue, 20 Apr 2021 02:07:55 GMT"),
        ("content-type", "application/json"),
        ("content-length", "18"),
    ]);
    let request = Request {
        method: "POST",
        target: "/foo?param=Value&Pet=dog",
        origin: "https://example.com",
        headers: &headers,
        body: HELLO,
    };
    let input = format!("sig-b26={params}");
    let (label, said) = message::Said::parse(&input).unwrap();
    assert_eq!(label, "sig-b26");
    let base = message::base(&request, &said).unwrap();
    assert_eq!(STANDARD.encode(key.sign(base.as_bytes()).unwrap()), expected);
    assert!(key.public().verifies(base.as_bytes(), &STANDARD.decode(expected).unwrap()));
}

#[test]
fn rfc_9421_4_3_verifies_with_rsa() {
    let params = r#"("@method" "@authority" "@path" "content-digest" "content-type" "content-length" "forwarded");created=1618884480;keyid="test-key-rsa";alg="rsa-v1_5-sha256";expires=1618884540"#;
    let made = "S6ZzPXSdAMOPjN/6KXfXWNO/f7V6cHm7BXYUh3YD/fRad4BCaRZxP+JH+8XY1I6+8Cy+CM5g92iHgxtRPz+MjniOaYmdkDcnL9cCpXJleXsOckpURl49GwiyUpZ10KHgOEe11sx3G2gxI8S0jnxQB+Pu68U9vVcasqOWAEObtNKKZd8tSFu7LB5YAv0RAGhB8tmpv7sFnIm9y+7X5kXQfi8NMaZaA8i2ZHwpBdg7a6CMfwnnrtflzvZdXAsD3LH2TwevU+/PBPv0B6NMNk93wUs/vfJvye+YuI87HU38lZHowtznbLVdp770I6VHR6WfgS9ddzirrswsE1w5o0LV/g==";
    let headers = named(&[
        ("host", "origin.host.internal.example"),
        ("content-type", "application/json"),
        (
            "content-digest",
            "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:",
        ),
        ("content-length", "18"),
        ("forwarded", "for=192.0.2.123;host=example.com;proto=https"),
    ]);
    let origin = "https://origin.host.internal.example";
    let request = Request { method: "POST", target: "/foo", origin, headers: &headers, body: HELLO };
    super::digest::check(&request, "content-digest", false).unwrap();
    let input = format!("proxy_sig={params}");
    let base = message::base(&request, &message::Said::parse(&input).unwrap().1).unwrap();
    let key = PublicKey::from_pem(RFC_RSA).unwrap();
    let made = STANDARD.decode(made).unwrap();
    assert!(key.verifies(base.as_bytes(), &made));
    assert!(!key.verifies(b"another text", &made) && !key.verifies(base.as_bytes(), &made[..255]));
}

#[test]
fn both_forms_go_there_and_back() {
    let seed = SigningKey::from_seed("https://calm.example/#ed", &[7; 32]).unwrap();
    for key in [rsa_key(), seed] {
        let public = PublicKey::from_pem(&key.public().to_pem().unwrap()).unwrap();
        assert_eq!(public, key.public());
        for form in [Form::Draft, Form::Rfc9421] {
            let headers = arrived(&key, form, "POST", Some(HELLO));
            let claim = read(&request(&headers, "POST", HELLO), NOW).unwrap();
            assert_eq!((claim.form, claim.key_id.as_str()), (form, key.key_id()));
            claim.check(&public).unwrap();
            let headers = arrived(&key, form, "GET", None);
            read(&request(&headers, "GET", b""), NOW).unwrap().check(&public).unwrap();
            let other = SigningKey::from_seed("https://calm.example/#ed", &[8; 32]).unwrap();
            assert_eq!(claim.check(&other.public()), Err(Refusal::WrongKey));
        }
    }
}

#[test]
fn whatever_is_moved_or_changed_is_refused() {
    let key = rsa_key();
    for form in [Form::Draft, Form::Rfc9421] {
        let headers = arrived(&key, form, "POST", Some(HELLO));
        let whole = request(&headers, "POST", HELLO);
        let verdict = |request: Request<'_>| read(&request, NOW).and_then(|claim| claim.check(&key.public()));
        assert_eq!(verdict(whole), Ok(()));
        assert_eq!(verdict(Request { body: br#"{"hello": "earth"}"#, ..whole }), Err(Refusal::Digest));
        assert_eq!(verdict(Request { target: "/inbox", ..whole }), Err(Refusal::WrongKey));
        assert_eq!(verdict(Request { target: "/INBOX?page=1", ..whole }), Err(Refusal::WrongKey));
        assert_eq!(verdict(Request { origin: "https://other.example", ..whole }), Err(Refusal::WrongKey));
        assert_eq!(verdict(Request { method: "PUT", ..whole }), Err(Refusal::WrongKey));
        let unsigned = headers.iter().filter(|(name, _)| name != "signature").cloned().collect::<Vec<_>>();
        assert_eq!(verdict(Request { headers: &unsigned, ..whole }), Err(Refusal::Unsigned));
        for name in ["signature", "date", "digest", "content-digest", "signature-input"] {
            let again = headers.iter().filter(|(own, _)| own == name).cloned().collect::<Vec<_>>();
            let twice = [headers.clone(), again.clone()].concat();
            let expected = if again.is_empty() || (name == "date" && form == Form::Rfc9421) {
                Ok(())
            } else {
                Err(Refusal::Ambiguous)
            };
            assert_eq!(verdict(Request { headers: &twice, ..whole }), expected, "{form:?}: {name} twice");
        }
    }
}

#[test]
fn key_ids_are_addresses_and_nothing_else() {
    for id in [
        "acct:v@victim.example",
        "file:///etc/passwd",
        "https://us@evil.example/k",
        "data:,x",
        "",
        "k",
        "//a/b",
    ] {
        let said = format!(r#"keyId="{id}",signature="AAAA",headers="(request-target) host date""#);
        let headers = named(&[("date", "Tue, 20 Apr 2021 02:08:00 GMT"), ("signature", &said)]);
        let refused = read(&request(&headers, "GET", b""), NOW).unwrap_err();
        assert!(matches!(refused, Refusal::BadKeyId | Refusal::Unreadable), "{id}: {refused:?}");
    }
}

#[test]
fn two_digests_must_both_be_right() {
    let right = "SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=";
    let wrong = "SHA-512=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=";
    for (lines, expected) in [
        (vec![right], Ok(())),
        (vec![wrong], Err(Refusal::Digest)),
        (vec![right, wrong], Err(Refusal::Digest)),
        (vec![right, right], Err(Refusal::Ambiguous)),
        (vec!["MD5=AAAA"], Err(Refusal::Digest)),
        (vec!["nothing"], Err(Refusal::Digest)),
        (vec![], Err(Refusal::Digest)),
    ] {
        let headers: Vec<_> = lines.iter().map(|line| ("digest".to_owned(), (*line).to_owned())).collect();
        assert_eq!(
            super::digest::check(&request(&headers, "POST", HELLO), "digest", false),
            expected,
            "{lines:?}"
        );
    }
}

#[test]
fn late_ones_are_taken_once_and_old_ones_never() {
    let key = rsa_key();
    let headers = arrived(&key, Form::Draft, "POST", Some(HELLO));
    let at = |skew_s: i64| read(&request(&headers, "POST", HELLO), NOW.plus_s(skew_s));
    for (skew_s, is_late) in
        [(0, false), (299, false), (-299, false), (301, true), (-3_600, true), (3_600, true)]
    {
        assert_eq!(at(skew_s).map(|claim| claim.is_late()), Ok(is_late), "{skew_s}");
    }
    for skew_s in [3_601, -3_601, 46_800] {
        assert_eq!(at(skew_s), Err(Refusal::Late), "{skew_s}");
    }
    let replays = Replays::default();
    let take = |skew_s: i64| replays.take(&at(skew_s).unwrap(), NOW.plus_s(skew_s));
    assert_eq!(
        [take(0), take(60), take(600), take(3_600)],
        [Ok(()), Ok(()), Err(Refusal::Again), Err(Refusal::Again)]
    );
}

#[test]
fn what_has_no_room_is_taken_only_while_it_is_fresh() {
    let replays = Replays::default();
    let claim = |number: u32, skew_s: i64| Claim {
        key_id: Url::parse("https://a.example/k").unwrap(),
        form: Form::Draft,
        at: NOW.plus_s(-skew_s),
        skew_s,
        covers_body: true,
        base: Vec::new(),
        signature: number.to_be_bytes().to_vec(),
        algorithm: None,
    };
    for number in 0..65_536 {
        replays.take(&claim(number, 0), NOW).unwrap();
    }
    assert_eq!(replays.take(&claim(70_000, 10), NOW), Ok(()));
    assert_eq!(replays.take(&claim(70_001, 400), NOW), Err(Refusal::Late));
    // An hour later all of it is forgotten.
    let later = NOW.plus_s(3_700);
    assert_eq!(replays.take(&Claim { at: later.plus_s(-400), ..claim(70_002, 400) }, later), Ok(()));
}

#[test]
fn keys_that_are_weak_or_odd_are_none() {
    for pem in [
        "",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
    ] {
        assert_eq!(PublicKey::from_pem(pem), None, "{pem}");
    }
    let pem = |modulus: Vec<u8>, exponent: u32| {
        use rsa::pkcs8::EncodePublicKey as _;
        let (n, e) = (rsa::BigUint::from_bytes_be(&modulus), rsa::BigUint::from(exponent));
        RsaPublicKey::new_with_max_size(n, e, 20_000)
            .unwrap()
            .to_public_key_pem(rsa::pkcs8::LineEnding::LF)
            .unwrap()
    };
    assert!(PublicKey::from_pem(&pem(vec![0xff; 256], 65_537)).is_some());
    assert_eq!(PublicKey::from_pem(&pem(vec![0xff; 256], 3)), None, "a small exponent");
    assert_eq!(PublicKey::from_pem(&pem(vec![0xff; 64], 65_537)), None, "512 bits");
    assert_eq!(PublicKey::from_pem(&pem(vec![0xff; 1_024], 65_537)), None, "8192 bits");
}

#[test]
fn multikeys_are_read() {
    // FEP-8b32, the key of its example.
    let key = PublicKey::from_multibase("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQXJyNT4aUZ8Wq");
    assert!(key.is_some_and(|key| matches!(key, PublicKey::Ed25519(raw) if raw.len() == 32)));
    for text in ["", "z", "z6Mk", "u6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6p", "z0OIl"] {
        assert_eq!(PublicKey::from_multibase(text), None, "{text}");
    }
}
