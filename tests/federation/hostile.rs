//! Requests meant to deceive: what is changed on the way, what is left out, what is written oddly. Nothing of it is from anybody.

use std::time::{Duration, Instant};

use hearthside::federation::signature::{Form, Head, Refusal, Request, SigningKey, read, sign};
use hearthside::kernel::Moment;
use proptest::prelude::*;
use url::Url;

const NOW: Moment = Moment(1_795_000_000_000);
const ORIGIN: &str = "https://porch.example";
const TARGET: &str = "/inbox?page=1";
const BODY: &[u8] = br#"{"type":"Like","actor":"https://calm.example/people/ada"}"#;
const OTHER: &[u8] = br#"{"type":"Like","actor":"https://calm.example/people/eve"}"#;
const FORMS: [Form; 2] = [Form::Draft, Form::Rfc9421];

type Headers = Vec<(String, String)>;

fn key() -> SigningKey {
    SigningKey::from_seed("https://calm.example/people/ada#main-key", &[7; 32]).unwrap()
}

/// A request as it arrives when nobody touched it.
fn honest(form: Form) -> Headers {
    let url = Url::parse(&format!("{ORIGIN}{TARGET}")).unwrap();
    let head = Head { method: "POST", url: &url, body: Some(BODY), date: NOW };
    let headers = sign(&head, &key(), form).unwrap();
    headers.iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect()
}

fn verdict(headers: &Headers, target: &str, body: &[u8]) -> Result<(), Refusal> {
    let request = Request { method: "POST", target, origin: ORIGIN, headers, body };
    let claim = read(&request, NOW)?;
    // Another address is another key.
    if claim.key_id.as_str() == key().key_id() {
        claim.check(&key().public())
    } else {
        Err(Refusal::WrongKey)
    }
}

/// What is signed of an honest request, by the name of its header.
fn covered(form: Form) -> &'static [&'static str] {
    match form {
        Form::Draft => &["date", "digest", "signature"],
        Form::Rfc9421 => &["content-digest", "signature", "signature-input"],
    }
}

/// The signer covers a digest made in a way nobody here knows; whoever stands between adds one that is known, over a body
/// of their own, and signs nothing.
#[test]
fn a_digest_that_nobody_signed_vouches_for_nothing() {
    for form in FORMS {
        let (signed, added) = match form {
            Form::Draft => ("digest", "content-digest"),
            Form::Rfc9421 => ("content-digest", "digest"),
        };
        let headers = resigned(form, signed, "md5=:AAAAAAAAAAAAAAAAAAAAAA==:");
        assert_eq!(verdict(&headers, TARGET, BODY), Err(Refusal::Digest), "{form}: unknown alone");
        let (_, known) = honest(if form == Form::Draft { Form::Rfc9421 } else { Form::Draft })
            .into_iter()
            .find(|(name, _)| name == added)
            .unwrap();
        let headers = [headers, vec![(added.to_owned(), known)]].concat();
        assert_eq!(verdict(&headers, TARGET, BODY), Err(Refusal::Digest), "{form}: {added} is not signed");
    }
}

/// An honest signature over another value of one header.
fn resigned(form: Form, header: &str, value: &str) -> Headers {
    let date = honest(form).into_iter().find(|(name, _)| name == "date").unwrap().1;
    let (base, rest): (String, Headers) = match form {
        Form::Draft => (
            format!("(request-target): post {TARGET}\nhost: porch.example\ndate: {date}\n{header}: {value}"),
            vec![("date".to_owned(), date)],
        ),
        Form::Rfc9421 => {
            let params = format!(
                r#"("@method" "@target-uri" "{header}");created={};keyid="{}""#,
                NOW.0 / 1_000,
                key().key_id()
            );
            let base = format!(
                "\"@method\": POST\n\"@target-uri\": {ORIGIN}{TARGET}\n\"{header}\": {value}\n\"@signature-params\": {params}"
            );
            (base, vec![("signature-input".to_owned(), format!("sig1={params}"))])
        }
    };
    let made = ed25519(base.as_bytes());
    let signature = match form {
        Form::Draft => format!(
            r#"keyId="{}",algorithm="hs2019",headers="(request-target) host date {header}",signature="{made}""#,
            key().key_id()
        ),
        Form::Rfc9421 => format!("sig1=:{made}:"),
    };
    [rest, vec![(header.to_owned(), value.to_owned()), ("signature".to_owned(), signature)]].concat()
}

/// The same key as [`key`], without the code under test.
fn ed25519(text: &[u8]) -> String {
    use base64::Engine as _;
    let pair = aws_lc_rs::signature::Ed25519KeyPair::from_seed_unchecked(&[7; 32]).unwrap();
    base64::engine::general_purpose::STANDARD.encode(pair.sign(text))
}

#[test]
fn the_signing_of_this_test_is_what_others_do() {
    for form in FORMS {
        let header = if form == Form::Draft { "digest" } else { "content-digest" };
        let (_, value) = honest(form).into_iter().find(|(name, _)| name == header).unwrap();
        assert_eq!(verdict(&resigned(form, header, &value), TARGET, BODY), Ok(()), "{form}");
    }
}

#[test]
fn what_is_left_out_on_the_way_is_missed() {
    for form in FORMS {
        let whole = honest(form);
        assert_eq!(verdict(&whole, TARGET, BODY), Ok(()), "{form}");
        for name in covered(form) {
            let less: Headers = whole.iter().filter(|(own, _)| own != name).cloned().collect();
            assert!(verdict(&less, TARGET, BODY).is_err(), "{form}: without {name}");
        }
        assert_eq!(verdict(&whole, TARGET, OTHER), Err(Refusal::Digest), "{form}: another body");
        assert_eq!(verdict(&whole, TARGET, b""), Err(Refusal::Digest), "{form}: no body");
        let both =
            [whole.clone(), honest(if form == Form::Draft { Form::Rfc9421 } else { Form::Draft })].concat();
        assert_eq!(verdict(&both, TARGET, BODY), Err(Refusal::Ambiguous), "{form}: two signatures");
    }
}

#[test]
fn dates_at_the_ends_of_time_are_late_and_no_more() {
    for number in
        ["9223372036854775807", "-9223372036854775808", "0", "99999999999999999999", "1e9", "", " 1"]
    {
        for parameter in ["created", "expires"] {
            let other = if parameter == "created" { "expires" } else { "created" };
            let draft = format!(
                r#"keyId="https://a.example/k",algorithm="hs2019",{parameter}={number},{other}=1795000000,headers="(request-target) host (created) digest",signature="AAAA""#
            );
            let message = format!(
                r#"a=("@method" "@target-uri" "content-digest");{parameter}={number};{other}=1795000000;keyid="https://a.example/k""#
            );
            for headers in [
                vec![("signature".to_owned(), draft.clone())],
                vec![
                    ("signature-input".to_owned(), message.clone()),
                    ("signature".to_owned(), "a=:AAAA:".to_owned()),
                ],
            ] {
                assert!(verdict(&headers, TARGET, BODY).is_err(), "{headers:?}");
            }
        }
    }
}

#[test]
fn long_headers_cost_no_time() {
    for value in [
        "=".repeat(8_000),
        "a=b,".repeat(2_000),
        "\"".repeat(8_000),
        "(".repeat(1 << 20),
        "a=(".repeat(9_000),
    ] {
        for names in [vec!["signature"], vec!["signature", "signature-input"], vec!["digest", "signature"]] {
            let headers = names.iter().map(|name| ((*name).to_owned(), value.clone())).collect();
            let begun = Instant::now();
            assert!(verdict(&headers, TARGET, BODY).is_err());
            assert!(begun.elapsed() < Duration::from_millis(500), "{:?} for {names:?}", begun.elapsed());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is written there, it is read to its end and refused.
    #[test]
    fn no_text_is_a_signature_by_chance(
        signature in r#"(keyId|signature|headers|algorithm|created|[a-z]{0,3}|[",=; :()\\]|é|\PC){0,40}"#,
        input in r#"(sig1|created|keyid|alg|"@method"|[",=; :()\\]|[0-9]{1,25}|\PC){0,40}"#,
        digest in r"(SHA-256|sha-256|=|:|,|[A-Za-z0-9+/]{0,44}|\PC){0,10}",
    ) {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        for headers in [
            vec![pair("signature", &signature), pair("digest", &digest)],
            vec![pair("signature", &signature), pair("signature-input", &input), pair("content-digest", &digest)],
        ] {
            prop_assert!(verdict(&headers, TARGET, BODY).is_err());
        }
    }

    /// One letter of one covered header, of the target or of the body is another.
    #[test]
    fn one_changed_letter_is_seen(place in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), by in 1_u8..95) {
        for form in FORMS {
            let mut headers = honest(form);
            let (mut target, mut body) = (TARGET.to_owned(), BODY.to_vec());
            let names = covered(form);
            match place.index(names.len() + 2) {
                0 => { let at = at.index(body.len()); body[at] = turned(body[at], by); }
                1 => { let at = 1 + at.index(target.len() - 1); target = turned_at(&target, at, by); }
                number => {
                    let name = names[number - 2];
                    let value = &mut headers.iter_mut().find(|(own, _)| own == name).unwrap().1;
                    *value = turned_at(value, at.index(value.len()), by);
                }
            }
            prop_assert!(is_as_meant(form, &headers) || verdict(&headers, &target, &body).is_err(), "{form}: {headers:?} {target}");
        }
    }
}

/// The draft does not sign the name of its algorithm, and none is needed: the key says what it is. Nor does it sign the
/// address of the key, which may be spelt in two ways.
fn is_as_meant(form: Form, headers: &Headers) -> bool {
    let named = format!(r#"keyId="{}",algorithm="hs2019","#, key().key_id());
    form == Form::Draft && !headers.iter().any(|(_, value)| value.starts_with(&named))
}

fn turned(byte: u8, by: u8) -> u8 {
    32 + (byte - 32 + by) % 95
}

fn turned_at(text: &str, at: usize, by: u8) -> String {
    let mut bytes = text.as_bytes().to_vec();
    bytes[at] = turned(bytes[at], by);
    String::from_utf8(bytes).unwrap()
}
