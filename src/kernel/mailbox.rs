//! An e-mail address, as far as one is taken here: letters that need no quoting, at a name with a dot.

use std::fmt;

use url::Host;

/// Letters of all of it, and of what stands before the sign.
const LENGTH_MAX: usize = 254;
const LOCAL_MAX: usize = 64;
/// What may stand before the sign beside letters and digits.
const SIGNS: &str = "!#$%&'*+-/=?^_`{|}~.";

/// An address. Prints as dots.
#[derive(Clone, PartialEq, Eq)]
pub struct Mailbox(String);

impl Mailbox {
    /// Reads one. What stands behind the sign is written as its look-up needs it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (local, domain) = text.rsplit_once('@').filter(|_| text.len() <= LENGTH_MAX)?;
        let fits = (1..=LOCAL_MAX).contains(&local.len())
            && local.chars().all(|c| c.is_ascii_alphanumeric() || SIGNS.contains(c))
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..");
        let Ok(Host::Domain(domain)) = Host::parse(domain) else { return None };
        let whole = format!("{local}@{domain}");
        let is_name = domain.contains('.') && domain.split('.').all(is_label);
        (fits && is_name && whole.len() <= LENGTH_MAX).then_some(Self(whole))
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands behind the sign.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// Enough for whoever wrote it to know it again, and no more: a page may be read over a shoulder.
    #[must_use]
    pub fn masked(&self) -> String {
        let first = self.0.chars().next().unwrap_or_default();
        format!("{first}…@{}", self.domain())
    }
}

impl fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[test]
fn only_addresses_that_need_no_quoting_are_taken() {
    let read = |text: &str| Mailbox::parse(text).map(|found| found.as_str().to_owned());
    assert_eq!(read(" Wren.b+notes@Post.Example "), Some("Wren.b+notes@post.example".to_owned()));
    assert_eq!(read("wren@bücher.example"), Some("wren@xn--bcher-kva.example".to_owned()));
    assert_eq!(Mailbox::parse("wren@post.example").unwrap().masked(), "w…@post.example");
    let long = format!("{}@post.example", "a".repeat(65));
    let wide = format!("w@{}.example", "a.".repeat(130));
    for text in [
        "",
        "@",
        "wren",
        "wren@",
        "@post.example",
        "wren@post",
        "wren@localhost",
        "wren@[127.0.0.1]",
        "wren@127.0.0.1",
        "wren@post..example",
        "wren@-post.example",
        "wren@post.example\r\nBcc: a@b.example",
        "wren\r\nBcc: a@post.example",
        "wren heron@post.example",
        "\"wren\"@post.example",
        "<wren@post.example>",
        "wren,heron@post.example",
        "a@b@post.example",
        ".wren@post.example",
        "wren.@post.example",
        "wr..en@post.example",
        "wren\0@post.example",
        "wrén@post.example",
        &long,
        &wide,
    ] {
        assert_eq!(read(text), None, "{text:?}");
    }
}
