//! What a signature must cover, in both forms.

use super::{HELLO, NOW, ORIGIN, Refusal, Request, named, read};

#[track_caller]
fn check(headers: &[(&str, &str)], expected: Option<Refusal>) {
    let digests = [
        ("digest", "SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE="),
        ("content-digest", "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"),
        ("date", "Tue, 20 Apr 2021 02:08:00 GMT"),
    ];

    let headers = named(&[digests.as_slice(), headers].concat());
    let request =
        Request { method: "POST", target: "/inbox", origin: ORIGIN, headers: &headers, body: HELLO };
    assert_eq!(read(&request, NOW).err(), expected, "{headers:?}");
}

#[test]
fn the_draft_must_cover_what_matters() {
    let key = r#"keyId="https://a.example/k""#;
    let draft = |rest: &str| format!(r#"{key},signature="AAAA",{rest}"#);
    for (rest, expected) in [
        (r#"headers="(request-target) host date digest""#, None),
        (r#"algorithm="hs2019",created=1618884480,headers="(request-target) host (created) digest""#, None),
        (
            r#"algorithm="rsa-sha256",created=1618884480,headers="(request-target) host (created) digest""#,
            Some(Refusal::Unreadable),
        ),
        (r#"headers="(request-target) host (created) digest""#, Some(Refusal::Unreadable)),
        (r#"headers="date""#, Some(Refusal::Uncovered)),
        (r#"headers="""#, Some(Refusal::Unreadable)),
        (r#"algorithm="rsa-sha256""#, Some(Refusal::Uncovered)),
        (r#"headers="(request-target) host date""#, Some(Refusal::Uncovered)),
        (r#"headers="(request-target) date digest""#, Some(Refusal::Uncovered)),
        (r#"headers="host date digest""#, Some(Refusal::Uncovered)),
        (r#"headers="(request-target) host digest""#, Some(Refusal::Uncovered)),
        (r#"headers="(request-target) host date digest date""#, Some(Refusal::Ambiguous)),
        (r#"headers="(request-target) host date digest x-none""#, Some(Refusal::Unreadable)),
        (
            r#"headers="(request-target) host date digest",keyId="https://b.example/k""#,
            Some(Refusal::Ambiguous),
        ),
        (r#"algorithm="hmac-sha256",headers="(request-target) host date digest""#, Some(Refusal::Unreadable)),
        (r#"headers="(request-target) host date digest" x"#, Some(Refusal::Unreadable)),
        (r#"expires=1618880000,headers="(request-target) host date digest""#, Some(Refusal::Late)),
    ] {
        check(&[("signature", &draft(rest))], expected);
    }
}

#[test]
fn rfc_9421_must_cover_what_matters() {
    let created = r#";created=1618884480;keyid="https://a.example/k""#;
    for (list, params, expected) in [
        (r#""@method" "@target-uri" "content-digest""#, created, None),
        (r#""@method" "@authority" "@path" "content-digest""#, created, None),
        (r#""@method" "@path" "content-digest""#, created, Some(Refusal::Uncovered)),
        (r#""@target-uri" "content-digest""#, created, Some(Refusal::Uncovered)),
        (r#""@method" "@target-uri""#, created, Some(Refusal::Uncovered)),
        (
            r#""@method" "@target-uri" "content-digest""#,
            r#";keyid="https://a.example/k""#,
            Some(Refusal::Uncovered),
        ),
        (r#""@method" "@target-uri" "content-digest" "date""#, r#";keyid="https://a.example/k""#, None),
        (r#""@method" "@target-uri" "content-digest""#, ";created=1618884480", Some(Refusal::Unreadable)),
        (r#""@method" "@target-uri" "content-digest";req"#, created, Some(Refusal::Unreadable)),
        (r#""@method" "@target-uri" "@query-param""#, created, Some(Refusal::Unreadable)),
        (r#""@method" "@method" "@target-uri" "content-digest""#, created, Some(Refusal::Ambiguous)),
        (
            r#""@method" "@target-uri" "content-digest""#,
            r#";created=1618884480;created=1;keyid="https://a.example/k""#,
            Some(Refusal::Ambiguous),
        ),
        (
            r#""@method" "@target-uri" "content-digest""#,
            r#";created=1618884480;keyid="https://a.example/k";alg="hmac-sha256""#,
            Some(Refusal::Unreadable),
        ),
        (
            r#""@method" "@target-uri" "content-digest""#,
            r#";created=1618884480;keyid="https://a.example/k", b=("date");created=1"#,
            Some(Refusal::Ambiguous),
        ),
    ] {
        check(&[("signature-input", &format!("a=({list}){params}")), ("signature", "a=:AAAA:")], expected);
    }
    let input = format!(r#"a=("@method" "@target-uri" "content-digest"){created}"#);
    for (made, expected) in [
        ("b=:AAAA:", Refusal::Unreadable),
        ("a=AAAA", Refusal::Unreadable),
        ("a=:AAAA:, b=:AAAA:", Refusal::Ambiguous),
        ("a=:not base64:", Refusal::Unreadable),
    ] {
        check(&[("signature-input", &input), ("signature", made)], Some(expected));
    }
}
