//! Addresses of actors, and the sealed column.

use crate::federation::peers::Own;
use crate::keys::Field;
use crate::ui::urls;

/// What sort of actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The community itself.
    Community,
    /// A group.
    Group,
    /// A name, or an alias: others cannot tell them apart.
    Person,
}

/// The address of an actor within this community.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Path(String);

impl Path {
    /// The community's.
    #[must_use]
    pub fn community() -> Self {
        Self("/".to_owned())
    }

    /// A group's.
    #[must_use]
    pub fn group(name: &str) -> Self {
        Self(urls::group(name))
    }

    /// A name's, or an alias's.
    #[must_use]
    pub fn person(name: &str) -> Self {
        Self(urls::person(name))
    }

    /// The path of a key of ours; none if it is another's.
    #[must_use]
    pub fn of_key(own: &Own, key_id: &str) -> Option<Self> {
        let path = key_id.strip_prefix(&own.origin)?.strip_suffix(KEY)?;
        path.starts_with('/').then(|| Self(path.to_owned()))
    }

    /// As it stands behind the origin.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The whole address.
    #[must_use]
    pub fn id(&self, own: &Own) -> String {
        format!("{}{}", own.origin, self.0)
    }

    /// The address of its key.
    #[must_use]
    pub fn key_id(&self, own: &Own) -> String {
        format!("{}{KEY}", self.id(own))
    }
}

/// What a key is called within its actor.
const KEY: &str = "#main-key";

/// The sealed half of a key.
#[derive(Debug)]
pub enum KeyHeld {}

impl Field for KeyHeld {
    const NAME: &'static str = "actor_key.sealed";
}

#[test]
fn a_key_leads_back_to_its_actor_and_no_other_to_any() {
    let own = Own::at("https://porch.example");
    for path in [Path::community(), Path::group("evenings"), Path::person("Maya Lake")] {
        assert_eq!(Path::of_key(&own, &path.key_id(&own)), Some(path));
    }
    assert_eq!(Path::person("Maya Lake").id(&own), "https://porch.example/people/Maya%20Lake");
    for id in [
        "https://porch.example",
        "https://porch.example/g/evenings",
        "https://porch.example.evil.example/#main-key",
        "https://calm.example/#main-key",
        "",
    ] {
        assert_eq!(Path::of_key(&own, id), None, "{id}");
    }
}
