//! What a group may be called, and which answers fit together: pure decisions.

use unicode_normalization::UnicodeNormalization as _;

use super::{Refusal, Shape};
use crate::identity::names;
use crate::policy::Reach;

/// Short names that would stand where a page of ours does, or pass for one.
const KEPT_BACK: &[&str] = &[
    "new",
    "all",
    "group",
    "groups",
    "about",
    "people",
    "edit",
    "notes",
    "join",
    "leave",
    "search",
    "share",
    "support",
    "help",
    "host",
    "hosts",
    "admin",
    "staff",
    "news",
    "api",
    "feed",
    "hearthside",
    "everyone",
    "community",
    "partners",
];

/// A group's name in addresses: 2 to 40 of `a` to `z`, `0` to `9` and single hyphens within.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortName(String);

impl ShortName {
    /// The fewest letters.
    pub const MIN: usize = 2;
    /// The most letters.
    pub const MAX: usize = 40;

    /// Reads what was typed; case and spaces are forgiven.
    ///
    /// # Errors
    /// `group-name-shape`.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        let name = raw.trim().to_lowercase().replace([' ', '_'], "-");
        let is_written = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let fits = (Self::MIN..=Self::MAX).contains(&name.len())
            && name.chars().all(is_written)
            && !name.starts_with('-')
            && !name.ends_with('-')
            && !name.contains("--");
        if fits { Ok(Self(name)) } else { Err(Refusal::NameShape) }
    }

    /// A name made from a title: its letters without their marks. None, if too few are of this alphabet.
    #[must_use]
    pub fn from_title(title: &str) -> Option<Self> {
        let mut name = String::new();
        for c in title.nfkd().filter(|c| c.is_ascii() && *c != '\'').map(|c| c.to_ascii_lowercase()) {
            match c {
                'a'..='z' | '0'..='9' => name.push(c),
                _ if !name.is_empty() && !name.ends_with('-') => name.push('-'),
                _ => {}
            }
        }
        name.truncate(Self::MAX - 4);
        Self::parse(name.trim_end_matches('-')).ok()
    }

    /// The same name with a number behind it.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        let end = format!("-{number}");
        let stem = self.0.get(..(Self::MAX - end.len()).min(self.0.len())).unwrap_or_default();
        Self(format!("{}{end}", stem.trim_end_matches('-')))
    }

    /// The letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What must be unique: the same for names that look alike.
    #[must_use]
    pub fn key(&self) -> String {
        names::key(&self.0)
    }

    /// Whether it would pass for a page or a role of ours.
    #[must_use]
    pub fn is_kept_back(&self) -> bool {
        let key = self.key();
        KEPT_BACK.iter().any(|kept| names::key(kept) == key)
    }
}

/// Whether the answers fit together.
///
/// # Errors
/// `group-reach-past-ceiling`, `group-hidden-travels`, `group-unchosen`.
pub(super) fn fit(shape: &Shape) -> Result<(), Refusal> {
    if shape.listed == Reach::Partners {
        return Err(Refusal::Unchosen { field: "listed" });
    }
    if shape.listed == Reach::Group && shape.ceiling != Reach::Group {
        return Err(Refusal::HiddenTravels);
    }
    if shape.reach > shape.ceiling {
        return Err(Refusal::ReachPastCeiling);
    }
    Ok(())
}

#[test]
fn names_are_read_kindly_and_strictly() {
    let read = |raw: &str| ShortName::parse(raw).map(|name| name.0).ok();
    assert_eq!(read("  Night Owls ").as_deref(), Some("night-owls"));
    let long = "a".repeat(41);
    for raw in ["", "a", "-ab", "ab-", "a--b", "a/b", "né", "nіght", "a\0b", "a\u{202e}b", "..", &long] {
        assert_eq!(read(raw), None, "{raw:?}");
    }
}

#[test]
fn a_title_becomes_a_name() {
    let made = |title: &str| ShortName::from_title(title).map(|name| name.0);
    assert_eq!(made("Night owls").as_deref(), Some("night-owls"));
    assert_eq!(made("  Los días después!  ").as_deref(), Some("los-dias-despues"));
    assert_eq!(made("O'Hara's 90 days").as_deref(), Some("oharas-90-days"));
    assert_eq!(made("Ночные совы"), None);
    assert_eq!(made(&"ab ".repeat(40)).map(|name| name.len()), Some(35));
}

#[test]
fn look_alikes_share_a_key() {
    let key = |raw: &str| ShortName::parse(raw).map(|name| name.key()).ok();
    assert_eq!(key("nightowls"), key("night-owls"));
    assert_eq!(key("owl0"), key("owlo"));
    assert!(ShortName::parse("n-e-w").is_ok_and(|name| name.is_kept_back()));
    assert_eq!(ShortName(String::from("a").repeat(40)).numbered(12).0.len(), 40);
}
