//! One number to call, and how it is reached.

use crate::kernel::Day;

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

impl Helpline {
    /// What the link leads to, or nothing: a web address that is none of the web's is shown as text.
    #[must_use]
    pub fn link(&self) -> Option<String> {
        let dialled: String =
            self.number.chars().filter(|sign| sign.is_ascii_digit() || "+*#".contains(*sign)).collect();
        match self.kind {
            Kind::Web => {
                let place = url::Url::parse(&self.number).ok()?;
                (place.scheme() == "https").then(|| place.to_string())
            }
            _ if dialled.is_empty() => None,
            Kind::Text => Some(format!("sms:{dialled}")),
            Kind::Emergency | Kind::Call => Some(format!("tel:{dialled}")),
        }
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
