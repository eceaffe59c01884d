//! What a community says of itself, in types that cannot be wrong.

use crate::kernel::{Bounded, Kind, Language, Moment};

/// What the community is called.
pub type Name = Bounded<2, 40, false>;
/// One sentence under the name.
pub type Sentence = Bounded<0, 160, false>;
/// A page the host writes, in Markdown.
pub type Text = Bounded<0, 20_000, true>;

crate::text_enum! {
    /// Who may come in.
    pub enum Doors {
        /// Anyone.
        Open = "open",
        /// Anyone who asks and gets a yes.
        Ask = "ask",
        /// Those with a link from a member.
        Invitation = "invitation",
        /// Nobody new for now.
        Closed = "closed",
    }
}

impl Doors {
    /// The Fluent key of what it is called.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Open => "host-doors-open",
            Self::Ask => "host-doors-ask",
            Self::Invitation => "host-doors-invitation",
            Self::Closed => "host-doors-closed",
        }
    }
}

/// The Fluent key of a language's own name.
#[must_use]
pub const fn language_key(language: &Language) -> &'static str {
    match language {
        Language::Es => "language-es",
        Language::En | Language::EnXa | Language::ArXb => "language-en",
    }
}

/// The community's row, as hosts see it.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable, diesel::Selectable)]
#[diesel(table_name = crate::db::schema::community)]
pub struct Community {
    /// Its name; empty until the host has said.
    pub name: String,
    /// One sentence.
    pub sentence: String,
    /// Markdown.
    pub about: String,
    /// Markdown.
    pub how_we_talk: String,
    /// Markdown.
    pub contact: String,
    /// Code of a language.
    pub language: String,
    /// Two letters, or empty.
    pub country: String,
    /// Who may come in.
    pub doors: Doors,
    /// Whether hosts accept that nobody is on duty at times.
    pub quiet_hours: bool,
    /// How old members must be.
    pub age: i64,
    /// Where "Leave" leads.
    pub leave_url: String,
    /// Where else members may choose that it leads: addresses, spaces between.
    pub leave_more: String,
    /// The name in discreet mode.
    pub neutral_name: String,
    /// Whether search engines may read open-web pages.
    pub is_indexed: bool,
    /// How far set-up has come.
    pub setup_step: String,
    /// When the doors were opened first.
    pub opened_at: Option<Moment>,
    /// How long things are kept.
    #[diesel(embed)]
    pub keeping: Keeping,
}

/// For how many days things are kept that nobody takes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, diesel::Queryable, diesel::Selectable)]
#[diesel(table_name = crate::db::schema::community)]
pub struct Keeping {
    /// Earlier wordings, after they were replaced.
    #[diesel(column_name = keep_wordings)]
    pub wordings: i64,
    /// Notices.
    #[diesel(column_name = keep_notices)]
    pub notices: i64,
    /// Drafts, after they were last saved.
    #[diesel(column_name = keep_drafts)]
    pub drafts: i64,
    /// Accounts of people who are not here.
    #[diesel(column_name = keep_away)]
    pub away: i64,
}

/// Days between which each may be set: field, Fluent key, least, most.
pub const KEEPING: [(&str, &str, i64, i64); 4] = [
    ("keep_wordings", "keep-wordings", 1, 90),
    ("keep_notices", "keep-notices", 7, 365),
    ("keep_drafts", "keep-drafts", 7, 730),
    ("keep_away", "keep-away", 180, 3_650),
];

/// Two letters of ISO 3166-1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country(String);

impl Country {
    /// Reads two letters, in any case.
    ///
    /// # Errors
    /// `country-unknown`.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        let code = raw.trim().to_ascii_uppercase();
        let fits = code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_uppercase());
        if fits { Ok(Self(code)) } else { Err(Refusal::Country) }
    }

    /// The letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Name, sentence, language, country.
#[derive(Debug, Clone)]
pub struct About {
    /// What it is called.
    pub name: Name,
    /// One sentence under the name.
    pub sentence: Sentence,
    /// The language of its own words.
    pub language: Language,
    /// Where its danger line is from.
    pub country: Country,
    /// Whether search engines may read open-web pages.
    pub is_indexed: bool,
}

/// Who may come in.
#[derive(Debug, Clone, Copy)]
pub struct Entrance {
    /// The doors.
    pub doors: Doors,
    /// How old members must be.
    pub age: i64,
}

/// The host's own pages.
#[derive(Debug, Clone)]
pub struct Pages {
    /// What this place is.
    pub about: Text,
    /// The rules.
    pub how_we_talk: Text,
    /// How to reach the host without an account.
    pub contact: Text,
}

/// What shows when somebody looks over a shoulder.
#[derive(Debug, Clone)]
pub struct Discretion {
    /// The name in discreet mode.
    pub neutral_name: Name,
    /// Where "Leave" leads.
    pub leave_url: LeaveUrl,
    /// Where else members may choose that it leads.
    pub leave_more: Vec<LeaveUrl>,
}

impl Discretion {
    /// The further addresses as they are kept.
    #[must_use]
    pub fn leave_more(&self) -> String {
        self.leave_more.iter().map(LeaveUrl::as_str).collect::<Vec<_>>().join(" ")
    }
}

/// Further addresses at most.
const LEAVE_MORE_MAX: usize = 5;

/// A harmless page elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaveUrl(String);

impl LeaveUrl {
    /// An `https://` address of a named site, with nobody's name or password in it.
    ///
    /// # Errors
    /// `leave-url`.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        let url = url::Url::parse(raw.trim()).map_err(|_| Refusal::LeaveUrl)?;
        let is_site = url.domain().is_some_and(|name| name.contains('.')) && url.port().is_none();
        let is_nobodys = url.username().is_empty() && url.password().is_none();
        let fits = url.scheme() == "https" && is_site && is_nobodys && raw.len() < 300;
        if fits { Ok(Self(url.into())) } else { Err(Refusal::LeaveUrl) }
    }

    /// A few of them, one a line.
    ///
    /// # Errors
    /// `leave-url`.
    pub fn list(raw: &str) -> Result<Vec<Self>, Refusal> {
        let mut all: Vec<Self> = raw.split_whitespace().map(Self::parse).collect::<Result<_, _>>()?;
        all.dedup();
        if all.len() > LEAVE_MORE_MAX { Err(Refusal::LeaveUrl) } else { Ok(all) }
    }

    /// Where it leads if nobody chose.
    #[must_use]
    pub fn usual() -> Self {
        Self(crate::ui::House::default().leave_url)
    }

    /// The site's name.
    #[must_use]
    pub fn site(&self) -> String {
        url::Url::parse(&self.0).ok().and_then(|url| url.domain().map(str::to_owned)).unwrap_or_default()
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads an age between 13 and 99.
///
/// # Errors
/// `age-range`.
pub fn age(raw: &str) -> Result<i64, Refusal> {
    raw.trim().parse().ok().filter(|age| (13..=99).contains(age)).ok_or(Refusal::Age)
}

/// Why settings may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not two letters of a country.
    #[error("choose a country")]
    Country,
    /// Nothing chosen.
    #[error("choose one")]
    Choice,
    /// Not an address "Leave" may lead to.
    #[error("expected https:// and a harmless page")]
    LeaveUrl,
    /// Too young or too old.
    #[error("an age from 13 to 99")]
    Age,
    /// Too short or too long.
    #[error("a number of days from {least} to {most}")]
    Days {
        /// The fewest.
        least: i64,
        /// The most.
        most: i64,
    },
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Country => "country-unknown",
            Self::Choice => "choose-one",
            Self::LeaveUrl => "leave-url",
            Self::Age => "age-range",
            Self::Days { .. } => "days-range",
        }
    }

    fn kind(&self) -> Kind {
        Kind::Invalid
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Days { least, most } => vec![("least", least.to_string()), ("most", most.to_string())],
            _ => Vec::new(),
        }
    }
}

#[test]
fn leave_leads_to_a_named_site_elsewhere() {
    for good in ["https://www.example.org/", " https://weather.example/today?in=here "] {
        assert!(LeaveUrl::parse(good).is_ok(), "{good}");
    }
    for bad in [
        "",
        "example.org",
        "http://example.org/",
        "javascript:alert(1)",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://ada:secret@example.org/",
        "https://example.org:8443/",
    ] {
        assert_eq!(LeaveUrl::parse(bad), Err(Refusal::LeaveUrl), "{bad}");
    }
    assert_eq!(LeaveUrl::list("https://a.example/\n\nhttps://b.example/\n").map(|all| all.len()), Ok(2));
    assert!(LeaveUrl::list(&"https://a.example/ https://b.example/ ".repeat(3)).is_err());
}
