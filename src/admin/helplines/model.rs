//! One number to call, and how it is reached.

use super::known::Known;
use crate::admin::settings::Country;
use crate::kernel::text::TextFault;
use crate::kernel::{Bounded, Day};

crate::text_enum! {
    /// How a helpline is reached.
    pub enum Kind {
        /// Danger to life; shown before everything else.
        Emergency = "emergency",
        /// By voice.
        Call = "call",
        /// By text message.
        Text = "text",
        /// At a web address.
        Web = "web",
    }
}

/// A number to call.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable, diesel::Selectable)]
#[diesel(table_name = crate::db::schema::helpline)]
pub struct Helpline {
    /// The row.
    pub id: i64,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// What it is called.
    pub name: String,
    /// As dialled; a web address for [`Kind::Web`].
    pub number: String,
    /// How it is reached.
    pub kind: Kind,
    /// When somebody answers.
    pub hours: String,
    /// One line more.
    pub note: String,
    /// The day a person last tried it; none: nobody has.
    pub checked_on: Option<Day>,
}

/// What a host says of a number.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Where it is for.
    pub country: Country,
    /// Who answers.
    pub name: Bounded<2, 80, false>,
    /// As dialled; a web address for [`Kind::Web`].
    pub number: Bounded<2, 200, false>,
    /// How it is reached.
    pub kind: Kind,
    /// When somebody answers.
    pub hours: Bounded<0, 80, false>,
    /// One line more.
    pub note: Bounded<0, 200, false>,
}

impl Draft {
    /// A number of our list.
    ///
    /// # Errors
    /// When the list is not right, which a test would have told.
    pub(super) fn known(known: &Known) -> Result<Self, crate::kernel::Error> {
        let text = || -> Result<_, TextFault> {
            Ok((Bounded::parse(&known.name)?, Bounded::parse(&known.number)?, Bounded::parse(&known.hours)?))
        };
        let (name, number, hours) = text()?;
        let country = Country::parse(&known.country)?;
        let note = Bounded::parse("")?;
        Ok(Self { country, name, number, kind: known.reached(), hours, note })
    }
}

/// Why a number may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing a phone can dial, or no `https://` address.
    #[error("a number to dial, or https:// for the web")]
    Number,
    /// The last of the community's own country.
    #[error("the last number of the community's own country stays")]
    Last,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Number => "helpline-number",
            Self::Last => "helpline-last",
        }
    }

    fn kind(&self) -> crate::kernel::Kind {
        match self {
            Self::Number => crate::kernel::Kind::Invalid,
            Self::Last => crate::kernel::Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Number => Some("number"),
            Self::Last => None,
        }
    }
}

impl Helpline {
    /// What the link leads to, or nothing: a web address that is none of the web's is shown as text.
    #[must_use]
    pub fn link(&self) -> Option<String> {
        link(self.kind, &self.number)
    }
}

/// The Fluent key of a country's name.
#[must_use]
pub fn country_key(code: &str) -> String {
    format!("country-{code}")
}

/// What a link to a number leads to, if it can lead anywhere.
pub(super) fn link(kind: Kind, number: &str) -> Option<String> {
    let dialled: String =
        number.chars().filter(|sign| sign.is_ascii_digit() || "+*#".contains(*sign)).collect();
    match kind {
        Kind::Web => {
            let place = url::Url::parse(number).ok()?;
            (place.scheme() == "https").then(|| place.to_string())
        }
        _ if dialled.is_empty() => None,
        Kind::Text => Some(format!("sms:{dialled}")),
        Kind::Emergency | Kind::Call => Some(format!("tel:{dialled}")),
    }
}

#[test]
fn a_link_dials_the_digits_alone_and_never_runs_a_script() {
    for (kind, number, expected) in [
        (Kind::Call, "1-800-662-4357", Some("tel:18006624357")),
        (Kind::Emergency, "112", Some("tel:112")),
        (Kind::Text, "+44 85258", Some("sms:+4485258")),
        (Kind::Web, "https://chat.example/", Some("https://chat.example/")),
        (Kind::Web, "javascript:alert(1)", None),
        (Kind::Call, "ask at the desk", None),
    ] {
        let helpline = Helpline {
            id: 1,
            country: "US".to_owned(),
            name: String::new(),
            number: number.to_owned(),
            kind,
            hours: String::new(),
            note: String::new(),
            checked_on: None,
        };
        assert_eq!(helpline.link().as_deref(), expected, "{number}");
    }
}
