//! A word, what is done about it and until when; the list as it is sealed.

use serde::{Deserialize, Serialize};

use crate::db::fulltext;
use crate::http::muted::{Hush, MutedWords};
use crate::kernel::{AccountId, Chance, Day, Error, Kind, text};
use crate::keys::MemberSecret;
use crate::text_enum;

/// What the sealed list is called.
const WHAT: &str = "muted-words";
/// The list is filled up to a multiple of this many bytes, so that its length says little.
const FILLED_TO: usize = 1_024;
/// Words kept for one member.
pub(super) const MOST: usize = 100;
/// Letters of a word or phrase.
const LETTERS_MAX: usize = 60;

text_enum! {
    /// For how long something is muted.
    pub enum Lasts {
        /// A day.
        Day = "day",
        /// A week.
        Week = "week",
        /// Until it is taken back.
        Good = "good",
    }
}

impl Lasts {
    /// The day on which it ends; none: it does not end by itself.
    #[must_use]
    pub const fn until(self, today: Day) -> Option<Day> {
        match self {
            Self::Day => Some(today.plus(1)),
            Self::Week => Some(today.plus(7)),
            Self::Good => None,
        }
    }
}

/// A word or a short phrase.
#[derive(Clone, PartialEq, Eq)]
pub struct Word(String);

impl Word {
    /// Reads what somebody typed.
    ///
    /// # Errors
    /// `muted-word` for what is too long, or holds no letter and no digit.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let word = text::line(text, 1, LETTERS_MAX).map_err(|_| Refusal::Word)?;
        if fulltext::fold(&word).is_empty() { Err(Refusal::Word) } else { Ok(Self(word)) }
    }

    /// What it is found by: the same for words that look alike.
    fn key(&self) -> String {
        fulltext::fold(&self.0)
    }
}

/// Dots: logs must never hold what hurts somebody.
impl std::fmt::Debug for Word {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

impl std::fmt::Display for Word {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The word.
    pub word: Word,
    /// What becomes of posts that hold it.
    pub hush: Hush,
    /// The day on which it ends; none: for good.
    pub until: Option<Day>,
}

impl Entry {
    /// Whether both are about one word.
    pub(super) fn is_about(&self, word: &Word) -> bool {
        self.word.key() == word.key()
    }
}

/// A line as it is sealed.
#[derive(Serialize, Deserialize)]
struct Line {
    word: String,
    hush: Hush,
    until: Option<i64>,
}

/// Seals a list; one without lines is nothing at all.
pub(super) fn seal(
    list: &[Entry],
    chance: &Chance,
    secret: &MemberSecret,
    account: AccountId,
) -> Result<String, Error> {
    if list.is_empty() {
        return Ok(String::new());
    }
    let line = |entry: &Entry| Line {
        word: entry.word.0.clone(),
        hush: entry.hush,
        until: entry.until.map(|until| until.0),
    };
    let lines: Vec<Line> = list.iter().map(line).collect();
    let mut plain = serde_json::to_vec(&lines).map_err(Error::other)?;
    // JSON may end in spaces.
    plain.resize(plain.len().next_multiple_of(FILLED_TO), b' ');
    secret.key(WHAT).seal(chance, WHAT, account, &plain)
}

/// The lines of a sealed list that have not ended, in the order they were written.
pub(super) fn open(sealed: &str, secret: &MemberSecret, account: AccountId, today: Day) -> Vec<Entry> {
    if sealed.is_empty() {
        return Vec::new();
    }
    let plain = secret.key(WHAT).open(WHAT, account, sealed);
    let lines: Vec<Line> = plain.and_then(|plain| serde_json::from_slice(&plain).ok()).unwrap_or_default();
    let entry = |line: Line| Entry { word: Word(line.word), hush: line.hush, until: line.until.map(Day) };
    let is_over = |entry: &Entry| entry.until.is_some_and(|until| until <= today);
    lines.into_iter().map(entry).filter(|entry| !is_over(entry)).collect()
}

/// What a sealed list looks for, for one request.
#[must_use]
pub fn ready(sealed: &str, secret: &MemberSecret, account: AccountId, today: Day) -> MutedWords {
    let list = open(sealed, secret, account, today);
    MutedWords::of(list.iter().map(|entry| (entry.word.0.as_str(), entry.hush)))
}

/// Why one may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Too long, or nothing to look for.
    #[error("a word or a short phrase, of up to sixty letters")]
    Word,
    /// Neither fold nor hide.
    #[error("one of these is to be chosen")]
    Hush,
    /// No time was chosen.
    #[error("for how long is to be chosen")]
    Lasts,
    /// As many as are kept for one member.
    #[error("as many words as are kept for one member")]
    Full,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Word => "muted-word",
            Self::Hush => "muted-hush",
            Self::Lasts => "muted-lasts",
            Self::Full => "muted-full",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Full => Kind::Conflict,
            Self::Word | Self::Hush | Self::Lasts => Kind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Word => Some("word"),
            Self::Hush => Some("hush"),
            Self::Lasts => Some("lasts"),
            Self::Full => None,
        }
    }
}

#[test]
fn a_mute_ends_on_its_day_or_not_at_all() {
    let today = Day(20_778);
    let ends = Lasts::ALL.iter().map(|lasts| lasts.until(today)).collect::<Vec<_>>();
    assert_eq!(ends, [Some(today.plus(1)), Some(today.plus(7)), None]);
}

#[test]
fn a_list_opens_for_its_member_alone_and_says_little_by_its_length() {
    let (chance, today, ada) = (Chance::seeded(1), Day(20_778), AccountId(1));
    let secret = MemberSecret::new(&chance);
    let entry = |word: &str, until| Entry { word: Word::parse(word).unwrap(), hush: Hush::Hide, until };
    let [one, three] = [
        vec![entry("vodka", None)],
        vec![entry("vodka", None), entry("poker night", Some(today.plus(1))), entry("gone", Some(today))],
    ]
    .map(|list| seal(&list, &chance, &secret, ada).unwrap());
    assert_eq!(one.len(), three.len());
    let words: Vec<String> =
        open(&three, &secret, ada, today).iter().map(|entry| entry.word.to_string()).collect();
    assert_eq!(words, ["vodka", "poker night"], "what is over is left out");
    assert_eq!(open(&three, &secret, AccountId(2), today), []);
    assert_eq!(open(&three, &MemberSecret::new(&chance), ada, today), []);
    assert_eq!(seal(&[], &chance, &secret, ada).unwrap(), "");
    assert_eq!(ready("", &secret, ada, today).met_in(&["vodka"]), None);
    assert_eq!(ready(&three, &secret, ada, today).met_in(&["Vódka"]), Some(Hush::Hide));
}

#[test]
fn a_word_holds_a_letter_and_is_short() {
    for not in ["", "  ", "!!!", &"a".repeat(61), "🍷"] {
        assert_eq!(Word::parse(not).err(), Some(Refusal::Word), "{not}");
    }
    assert_eq!(Word::parse("  poker   night ").unwrap().key(), "poker night");
    assert_eq!(format!("{:?}", Word::parse("vodka").unwrap()), "…");
}
