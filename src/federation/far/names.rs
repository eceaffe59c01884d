//! What people and groups elsewhere are called here: never as anybody of ours.

use crate::identity::names;

/// Letters of a handle.
const LETTERS_MAX: usize = 40;
/// Numbers tried behind a name that looks like another's.
const TRIES: usize = 99;

/// A handle as it is shown: letters, digits and a few signs, and no more of them than fit a line. Look-alikes are for the key.
#[must_use]
pub(super) fn handle(raw: &str) -> String {
    let is_kept = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ');
    let kept: String = raw.chars().filter(is_kept).take(LETTERS_MAX).collect();
    let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    if kept.chars().any(char::is_alphanumeric) { kept } else { "somebody".to_owned() }
}

/// The same for a group: in addresses, so small letters of one alphabet.
#[must_use]
pub(super) fn group_handle(raw: &str) -> String {
    let is_kept = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let kept: String = raw.to_lowercase().chars().filter(is_kept).take(LETTERS_MAX).collect();
    if kept.is_empty() { "group".to_owned() } else { kept }
}

/// `Maya@quiet.example`, and the number behind it where that looks like somebody else's; with the key that must be unique.
pub(super) fn whole(handle: &str, domain: &str) -> impl Iterator<Item = (String, String)> {
    (1..=TRIES).map(move |number| {
        let name =
            if number == 1 { format!("{handle}@{domain}") } else { format!("{handle}-{number}@{domain}") };
        let key = names::key(&name);
        (name, key)
    })
}

/// A name to go by where nobody told it: the last part of the address.
#[must_use]
pub(super) fn from_address(actor: &str) -> String {
    let path = url::Url::parse(actor).map(|url| url.path().to_owned()).unwrap_or_default();
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
    let read = format!("n={}", last.replace('+', "%2B"));
    let decoded = url::form_urlencoded::parse(read.as_bytes()).next().map(|(_, name)| name.into_owned());
    decoded.unwrap_or(last)
}

#[test]
fn names_from_elsewhere_are_bounded_and_never_ours() {
    assert_eq!(handle("  Maya   Lake "), "Maya Lake");
    assert_eq!(handle("<b>\u{202e}Maya</b>"), "bMayab");
    assert_eq!(handle("🔥"), "somebody");
    assert_eq!(handle(&"a".repeat(900)).len(), 40);
    assert_eq!(group_handle("Night Owls"), "nightowls");
    assert_eq!(from_address("https://quiet.example/people/Maya%20Lake"), "Maya Lake");
    assert_eq!(from_address("https://quiet.example/"), "");
    let keys: Vec<String> = whole("Maya", "quiet.example").map(|(_, key)| key).take(2).collect();
    assert_ne!(keys.first(), keys.last());
    let (_, alike) = whole("Mаya", "quiet.example").next().unwrap(); // its second letter is Cyrillic
    assert_eq!(keys.first(), Some(&alike));
    assert_ne!(alike, names::key("Maya"));
}
