//! RFC 9421, as far as it is spoken between communities: one signature, fields without parameters, RSA v1.5 or Ed25519.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::model::{self, Algorithm};
use super::{Claim, Form, Head, Refusal, Request, SigningKey, digest};
use crate::kernel::{Error, Moment};

/// The longest header that is read.
const LONGEST: usize = 8_192;

pub(super) fn sign(head: &Head<'_>, key: &SigningKey) -> Result<Vec<(&'static str, String)>, Error> {
    let mut headers = vec![("host", head.authority()), ("date", model::http_date(head.date))];
    let mut lines =
        vec![format!("\"@method\": {}", head.method), format!("\"@target-uri\": {}", bare(head.url))];
    let mut names = r#""@method" "@target-uri""#.to_owned();
    if let Some(body) = head.body {
        let digest = digest::content_digest(body);
        lines.push(format!("\"content-digest\": {digest}"));
        names.push_str(r#" "content-digest""#);
        headers.push(("content-digest", digest));
    }
    let created = head.date.0 / 1_000;
    let (id, algorithm) = (key.key_id(), key.message_name());
    let params = format!(r#"({names});created={created};keyid="{id}";alg="{algorithm}""#);
    lines.push(format!("\"@signature-params\": {params}"));
    let signature = STANDARD.encode(key.sign(lines.join("\n").as_bytes())?);
    headers.push(("signature-input", format!("sig1={params}")));
    headers.push(("signature", format!("sig1=:{signature}:")));
    Ok(headers)
}

/// An address without what browsers keep for themselves.
fn bare(url: &url::Url) -> String {
    let mut url = url.clone();
    url.set_fragment(None);
    url.into()
}

pub(super) fn read(request: &Request<'_>, now: Moment) -> Result<Claim, Refusal> {
    let (label, said) = Said::parse(request.one("signature-input")?)?;
    let signature = signature_of(request.one("signature")?, label)?;
    let has = |name: &str| said.names.contains(&name);
    let asks = request.target.contains('?');
    let is_whole = has("@target-uri")
        || has("@authority") && (has("@request-target") || has("@path") && (!asks || has("@query")));
    if !(has("@method") && is_whole && (said.created.is_some() || has("date"))) {
        return Err(Refusal::Uncovered);
    }
    let algorithm = match said.alg {
        None => None,
        Some("rsa-v1_5-sha256") => Some(Algorithm::Rsa),
        Some("ed25519") => Some(Algorithm::Ed25519),
        Some(_) => return Err(Refusal::Unreadable),
    };
    let at = match said.created {
        Some(created) => Moment(created.saturating_mul(1_000)),
        None => model::read_date(request.one("date")?)?,
    };
    let skew_s = model::skew_s(at, said.expires, now)?;
    Ok(Claim {
        key_id: model::key_id(said.key_id.ok_or(Refusal::Unreadable)?)?,
        form: Form::Rfc9421,
        at,
        skew_s,
        covers_body: has("content-digest"),
        base: base(request, &said)?.into_bytes(),
        signature,
        algorithm,
    })
}

/// The text that was signed, line by line.
pub(super) fn base(request: &Request<'_>, said: &Said<'_>) -> Result<String, Refusal> {
    let (path, query) = request.target.split_once('?').unwrap_or((request.target, ""));
    let mut lines = Vec::with_capacity(said.names.len() + 1);
    for name in &said.names {
        let value = match *name {
            "@method" => request.method.to_owned(),
            "@target-uri" => format!("{}{}", request.origin, request.target),
            "@authority" => request.authority().to_owned(),
            "@scheme" => request.origin.split_once("://").map_or("", |(scheme, _)| scheme).to_owned(),
            "@request-target" => request.target.to_owned(),
            "@path" => path.to_owned(),
            "@query" => format!("?{query}"),
            name if name.starts_with('@') => return Err(Refusal::Unreadable),
            "date" | "content-digest" => request.one(name)?.to_owned(),
            name => {
                let all: Vec<&str> = request.all(name).collect();
                if all.is_empty() {
                    return Err(Refusal::Unreadable);
                }
                all.join(", ")
            }
        };
        lines.push(format!("\"{name}\": {value}"));
    }
    lines.push(format!("\"@signature-params\": {}", said.raw));
    Ok(lines.join("\n"))
}

/// The bytes of the one signature there is.
fn signature_of(text: &str, label: &str) -> Result<Vec<u8>, Refusal> {
    let (own, value) = text.split_once('=').ok_or(Refusal::Unreadable)?;
    if own.trim() != label {
        return Err(Refusal::Unreadable);
    }
    let (value, rest) =
        value.strip_prefix(':').and_then(|value| value.split_once(':')).ok_or(Refusal::Unreadable)?;
    match rest.trim() {
        "" => STANDARD.decode(value).map_err(|_| Refusal::Unreadable),
        rest if rest.starts_with(',') => Err(Refusal::Ambiguous),
        _ => Err(Refusal::Unreadable),
    }
}

/// What `Signature-Input` says.
#[derive(Debug, Default)]
pub(super) struct Said<'a> {
    names: Vec<&'a str>,
    /// The list and its parameters, as sent: they are the last line of what is signed.
    raw: &'a str,
    created: Option<i64>,
    expires: Option<i64>,
    key_id: Option<&'a str>,
    alg: Option<&'a str>,
}

impl<'a> Said<'a> {
    /// Reads `label=("name" …);created=1;keyid="…"`: one list, each name and each parameter once.
    pub(super) fn parse(text: &'a str) -> Result<(&'a str, Self), Refusal> {
        let (label, raw) = text.split_once('=').ok_or(Refusal::Unreadable)?;
        if text.len() > LONGEST {
            return Err(Refusal::Unreadable);
        }
        let (list, mut rest) =
            raw.strip_prefix('(').and_then(|raw| raw.split_once(')')).ok_or(Refusal::Unreadable)?;
        let mut said = Self { names: names_of(list)?, raw: raw.trim_end(), ..Self::default() };
        let mut known = Vec::new();
        while let Some(after) = rest.strip_prefix(';') {
            let (name, after) = after.trim_start().split_once('=').ok_or(Refusal::Unreadable)?;
            let (value, after) = parameter(after)?;
            if known.contains(&name) {
                return Err(Refusal::Ambiguous);
            }
            known.push(name);
            match (name, value) {
                ("created", Value::Number(at)) => said.created = Some(at),
                ("expires", Value::Number(at)) => said.expires = Some(at),
                ("keyid", Value::Text(id)) => said.key_id = Some(id),
                ("alg", Value::Text(alg)) => said.alg = Some(alg),
                ("nonce" | "tag", Value::Text(_)) => {}
                _ => return Err(Refusal::Unreadable),
            }
            rest = after;
        }
        match rest.trim() {
            "" => Ok((label.trim(), said)),
            rest if rest.starts_with(',') => Err(Refusal::Ambiguous),
            _ => Err(Refusal::Unreadable),
        }
    }
}

/// `"a" "b"`; a name with a parameter is none we can rebuild.
fn names_of(list: &str) -> Result<Vec<&str>, Refusal> {
    let mut names: Vec<&str> = Vec::new();
    for quoted in list.split(' ').filter(|each| !each.is_empty()) {
        let name =
            quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).ok_or(Refusal::Unreadable)?;
        if name.is_empty() || name.contains(['"', ';']) || name.bytes().any(|byte| byte.is_ascii_uppercase())
        {
            return Err(Refusal::Unreadable);
        }
        if names.contains(&name) {
            return Err(Refusal::Ambiguous);
        }
        names.push(name);
    }
    if names.len() <= 32 { Ok(names) } else { Err(Refusal::Unreadable) }
}

enum Value<'a> {
    Text(&'a str),
    Number(i64),
}

/// The value of a parameter, and what comes behind it.
fn parameter(text: &str) -> Result<(Value<'_>, &str), Refusal> {
    if let Some(quoted) = text.strip_prefix('"') {
        let (value, rest) = quoted.split_once('"').ok_or(Refusal::Unreadable)?;
        return if value.contains('\\') { Err(Refusal::Unreadable) } else { Ok((Value::Text(value), rest)) };
    }
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end).ok_or(Refusal::Unreadable)?;
    digits.parse().map(|number| (Value::Number(number), rest)).map_err(|_| Refusal::Unreadable)
}
