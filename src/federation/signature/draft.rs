//! The form everybody reads: draft-cavage-http-signatures-12, `rsa-sha256` and `hs2019`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::model::{self, Algorithm};
use super::{Claim, Form, Head, Refusal, Request, SigningKey, digest};
use crate::kernel::{Error, Moment};

/// The longest header that is read.
const LONGEST: usize = 8_192;

pub(super) fn sign(head: &Head<'_>, key: &SigningKey) -> Result<Vec<(&'static str, String)>, Error> {
    let date = model::http_date(head.date);
    let mut lines = vec![
        format!("(request-target): {} {}", head.method.to_ascii_lowercase(), head.target()),
        format!("host: {}", head.authority()),
        format!("date: {date}"),
    ];
    let mut headers = vec![("host", head.authority()), ("date", date)];
    let mut names = "(request-target) host date".to_owned();
    if let Some(body) = head.body {
        let digest = digest::digest(body);
        lines.push(format!("digest: {digest}"));
        headers.push(("digest", digest));
        names.push_str(" digest");
    }
    let signature = STANDARD.encode(key.sign(lines.join("\n").as_bytes())?);
    let (id, algorithm) = (key.key_id(), key.draft_name());
    let value = format!(r#"keyId="{id}",algorithm="{algorithm}",headers="{names}",signature="{signature}""#);
    headers.push(("signature", value));
    Ok(headers)
}

pub(super) fn read(request: &Request<'_>, now: Moment) -> Result<Claim, Refusal> {
    let said = Said::parse(request.one("signature")?)?;
    let names = covered(said.headers)?;
    let algorithm = match said.algorithm {
        None | Some("hs2019") => None,
        Some("rsa-sha256") => Some(Algorithm::Rsa),
        Some("ed25519") => Some(Algorithm::Ed25519),
        Some(_) => return Err(Refusal::Unreadable),
    };
    let has = |name: &str| names.contains(&name);
    // The draft forbids dates of its own beside the older names: who uses both cannot be held to either.
    if has("(created)") && !matches!(said.algorithm, None | Some("hs2019")) {
        return Err(Refusal::Unreadable);
    }
    if !(has("(request-target)") && has("host") && (has("date") || has("(created)"))) {
        return Err(Refusal::Uncovered);
    }
    let at = if has("(created)") {
        Moment(said.created.ok_or(Refusal::Unreadable)?.saturating_mul(1_000))
    } else {
        model::read_date(request.one("date")?)?
    };
    let skew_s = model::skew_s(at, said.expires, now)?;
    let base = base(request, &names, &said)?.into_bytes();
    Ok(Claim {
        key_id: model::key_id(said.key_id)?,
        form: Form::Draft,
        at,
        skew_s,
        covers_body: has("digest"),
        base,
        signature: STANDARD.decode(said.signature).map_err(|_| Refusal::Unreadable)?,
        algorithm,
    })
}

/// The text that was signed, line by line.
pub(super) fn base(request: &Request<'_>, names: &[&str], said: &Said<'_>) -> Result<String, Refusal> {
    let line = |name: &&str| {
        let value = match *name {
            "(request-target)" => format!("{} {}", request.method.to_ascii_lowercase(), request.target),
            "(created)" => said.created.ok_or(Refusal::Unreadable)?.to_string(),
            "(expires)" => said.expires.ok_or(Refusal::Unreadable)?.to_string(),
            "host" => request.authority().to_owned(),
            "date" | "digest" => request.one(name)?.to_owned(),
            name => {
                let all: Vec<&str> = request.all(name).collect();
                if all.is_empty() {
                    return Err(Refusal::Unreadable);
                }
                all.join(", ")
            }
        };
        Ok(format!("{name}: {value}"))
    };
    Ok(names.iter().map(line).collect::<Result<Vec<_>, _>>()?.join("\n"))
}

/// The names it covers, each once.
fn covered(list: Option<&str>) -> Result<Vec<&str>, Refusal> {
    let names: Vec<&str> =
        list.ok_or(Refusal::Uncovered)?.split(' ').filter(|name| !name.is_empty()).collect();
    let is_twice =
        names.iter().enumerate().any(|(at, name)| names.iter().take(at).any(|other| other == name));
    let is_lower = names.iter().all(|name| !name.bytes().any(|byte| byte.is_ascii_uppercase()));
    match (names.len(), is_twice, is_lower) {
        (1..=32, false, true) => Ok(names),
        (_, true, _) => Err(Refusal::Ambiguous),
        _ => Err(Refusal::Unreadable),
    }
}

/// The parts of the header.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Said<'a> {
    key_id: &'a str,
    signature: &'a str,
    headers: Option<&'a str>,
    algorithm: Option<&'a str>,
    created: Option<i64>,
    expires: Option<i64>,
}

impl<'a> Said<'a> {
    /// Reads `name="value"` and `name=123`, each name once.
    pub(super) fn parse(text: &'a str) -> Result<Self, Refusal> {
        let (mut said, mut rest, mut known) = (Self::default(), text, Vec::new());
        if text.len() > LONGEST {
            return Err(Refusal::Unreadable);
        }
        while !rest.is_empty() {
            let (name, after) = rest.split_once('=').ok_or(Refusal::Unreadable)?;
            let name = name.trim();
            let (value, after) = value_of(after)?;
            if known.contains(&name) {
                return Err(Refusal::Ambiguous);
            }
            known.push(name);
            match name {
                "keyId" => said.key_id = value,
                "signature" => said.signature = value,
                "headers" => said.headers = Some(value),
                "algorithm" => said.algorithm = Some(value),
                "created" => said.created = Some(value.parse().map_err(|_| Refusal::Unreadable)?),
                "expires" => said.expires = Some(value.parse().map_err(|_| Refusal::Unreadable)?),
                _ => {}
            }
            rest = after;
        }
        if said.key_id.is_empty() || said.signature.is_empty() { Err(Refusal::Unreadable) } else { Ok(said) }
    }
}

/// One value, and what comes behind its comma.
fn value_of(text: &str) -> Result<(&str, &str), Refusal> {
    let text = text.trim_start();
    let (value, rest) = match text.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"').ok_or(Refusal::Unreadable)?,
        None => text.split_at_checked(text.find(',').unwrap_or(text.len())).ok_or(Refusal::Unreadable)?,
    };
    let rest = rest.trim();
    match rest.strip_prefix(',') {
        Some(next) if !next.trim().is_empty() => Ok((value.trim(), next.trim_start())),
        None if rest.is_empty() => Ok((value.trim(), "")),
        _ => Err(Refusal::Unreadable),
    }
}
