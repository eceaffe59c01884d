//! The name of another community on the network: one spelling each, so that nobody passes for somebody else.

use std::fmt;

use super::Refusal;

/// Endings that never name a community elsewhere.
const NEAR: &[&str] =
    &["localhost", "localdomain", "local", "internal", "intranet", "arpa", "lan", "home", "onion", "i2p"];
/// As many bytes as a name on the network may have.
const LONGEST: usize = 253;

/// A host's name as the network spells it: lower case, letters beyond a–z as punycode, no dot at the end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Domain(String);

impl Domain {
    /// Reads a name, or an address that holds one. `own` is this community's own name: it is never another's.
    ///
    /// A community that is itself on this machine alone (loopback, for trying out) may speak with others there.
    ///
    /// # Errors
    /// `peer-domain`, `peer-own`.
    pub fn parse(raw: &str, own: &str) -> Result<Self, Refusal> {
        let raw = raw.trim();
        let raw = raw.strip_prefix("https://").or_else(|| raw.strip_prefix("http://")).unwrap_or(raw);
        let name = raw.trim_end_matches('/').trim_start_matches('@');
        if name.is_empty()
            || name.contains(['/', '@', '?', '#', '\\', '%'])
            || name.contains(char::is_whitespace)
        {
            return Err(Refusal::Domain);
        }
        if is_loopback(own) && is_loopback(name) {
            return if name == own { Err(Refusal::Own) } else { Ok(Self(name.to_owned())) };
        }
        let name = name.strip_suffix(":443").unwrap_or(name);
        let Ok(url::Host::Domain(name)) = url::Host::parse(name) else { return Err(Refusal::Domain) };
        if !is_public(&name) {
            return Err(Refusal::Domain);
        }
        if name == own { Err(Refusal::Own) } else { Ok(Self(name)) }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name and every name above it: what is decided about one covers those below it.
    #[must_use]
    pub fn line(&self) -> Vec<String> {
        let name = self.0.as_str();
        let above = name.match_indices('.').filter_map(|(at, _)| name.get(at + 1..));
        std::iter::once(name).chain(above.filter(|name| name.contains('.'))).map(str::to_owned).collect()
    }

    /// Whether it holds letters that look like others: it is to be compared letter by letter.
    #[must_use]
    pub fn is_disguised(&self) -> bool {
        self.0.split('.').any(|label| label.starts_with("xn--"))
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_public(name: &str) -> bool {
    let labels: Vec<&str> = name.split('.').collect();
    let is_label = |label: &&str| {
        let letters =
            label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        (1..=63).contains(&label.len()) && letters && !label.starts_with('-') && !label.ends_with('-')
    };
    let last = labels.last().copied().unwrap_or_default();
    let is_near = NEAR.contains(&last) || last.bytes().all(|byte| byte.is_ascii_digit());
    labels.len() > 1 && name.len() <= LONGEST && labels.iter().all(is_label) && !is_near
}

fn is_loopback(name: &str) -> bool {
    let (host, port) = name.rsplit_once(':').unwrap_or((name, "0"));
    ["127.0.0.1", "localhost"].contains(&host) && port.parse::<u16>().is_ok()
}

#[test]
fn every_community_has_one_spelling() {
    let parse = |raw: &str| Domain::parse(raw, "porch.example").map(|domain| domain.to_string());
    for raw in
        ["calmwater.example", " CalmWater.Example ", "https://calmwater.example/", "calmwater.example:443"]
    {
        assert_eq!(parse(raw).as_deref(), Ok("calmwater.example"), "{raw}");
    }
    assert_eq!(parse("BÜCHER.example").as_deref(), Ok("xn--bcher-kva.example"));
    // A Cyrillic а is another name, and is shown as one.
    let lookalike = Domain::parse("c\u{430}lmwater.example", "porch.example").unwrap();
    assert!(lookalike.as_str() != "calmwater.example" && lookalike.is_disguised());
    assert!(!Domain::parse("calmwater.example", "").unwrap().is_disguised());
}

#[test]
fn what_names_no_community_elsewhere_is_none() {
    for raw in [
        "",
        "calmwater",
        "127.0.0.1",
        "127.0.0.1:8080",
        "[::1]",
        "0x7f.1",
        "2130706433",
        "localhost",
        "a.localhost",
        "nas.local",
        "a..example",
        "-a.example",
        "a_b.example",
        "a.example:8080",
        "ada@a.example",
        "a.example/inbox",
        "a.example?b",
        "a b.example",
        "a.example\u{0}",
        "1.2.3.4.in-addr.arpa",
        "10.0.0.1",
    ] {
        assert_eq!(Domain::parse(raw, "porch.example"), Err(Refusal::Domain), "{raw}");
    }
    assert_eq!(Domain::parse("PORCH.example", "porch.example"), Err(Refusal::Own));
    assert_eq!(Domain::parse("127.0.0.1:9001", "127.0.0.1:9001"), Err(Refusal::Own));
    assert!(
        Domain::parse("127.0.0.1:9002", "127.0.0.1:9001").is_ok(),
        "two of them on one machine, to try out"
    );
    assert!(Domain::parse("10.0.0.1:9002", "127.0.0.1:9001").is_err());
}

#[test]
fn what_is_decided_about_a_name_covers_those_below_it() {
    let line = Domain::parse("a.b.calm.example", "").unwrap().line();
    assert_eq!(line, ["a.b.calm.example", "b.calm.example", "calm.example"]);
}
