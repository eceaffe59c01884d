//! Well-known public numbers to begin with. Whoever opens a community tries each of them first.

use serde::Deserialize;

use super::Kind;

/// A number as the list holds it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// Two letters; "EU" for all of the European Union.
    pub country: String,
    /// Who answers.
    pub name: String,
    /// As one dials it there.
    pub number: String,
    /// When somebody answers.
    pub hours: String,
    /// "emergency", "crisis", "support", "drugs", "alcohol" or "gambling".
    pub kind: String,
}

impl Known {
    /// How it is reached: all of them by voice.
    #[must_use]
    pub fn reached(&self) -> Kind {
        if self.kind == "emergency" { Kind::Emergency } else { Kind::Call }
    }
}

#[derive(Deserialize)]
struct List {
    helpline: Vec<Known>,
}

/// Every number of the list.
///
/// # Errors
/// When the list is misspelt, which a test would have told.
pub fn all() -> Result<Vec<Known>, toml::de::Error> {
    toml::from_str::<List>(include_str!("known.toml")).map(|list| list.helpline)
}

/// The numbers of a country; where it has no emergency number of its own and lies in the European Union, 112.
#[must_use]
pub fn of(country: &str) -> Vec<Known> {
    const UNION: &str = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE";
    let all = all().unwrap_or_default();
    let mut own: Vec<Known> = all.iter().filter(|known| known.country == country).cloned().collect();
    let has_emergency = own.iter().any(|known| known.reached() == Kind::Emergency);
    if !has_emergency && UNION.split(' ').any(|code| code == country) {
        let shared = all.into_iter().filter(|known| known.country == "EU");
        own.extend(shared.map(|known| Known { country: country.to_owned(), ..known }));
    }
    own.sort_by_key(|known| known.reached() != Kind::Emergency);
    own
}

#[test]
fn the_list_is_spelt_right_and_the_number_for_danger_comes_first() {
    assert!(all().unwrap().len() > 12);
    assert_eq!(of("US").first().unwrap().number, "911");
    assert_eq!(of("DE").first().unwrap().number, "112");
    assert!(of("ZZ").is_empty());
}
