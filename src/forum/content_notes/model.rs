//! What a post may touch on, so that a reader can choose before reading.

use crate::forum::groups::NoteRule;
use crate::text_enum;

text_enum! {
    /// A label the writer puts on a post. It folds the post for those who asked for that.
    pub enum ContentNote {
        /// Written while using.
        UsingToday = "using-today",
        /// One slip.
        Lapse = "lapse",
        /// A return to the old pattern.
        Relapse = "relapse",
        /// How a craving feels, closely told.
        CravingDetail = "craving-detail",
        /// Substances, closely told.
        SubstanceDetail = "substance-detail",
        /// How something was done.
        Method = "method",
        /// An overdose.
        Overdose = "overdose",
        /// Hurting oneself.
        SelfHarm = "self-harm",
        /// Thoughts of suicide, or a death by it.
        Suicide = "suicide",
        /// Sexual violence.
        SexualViolence = "sexual-violence",
        /// Harm done by someone close.
        Abuse = "abuse",
        /// A child lost, or kept away.
        ChildLoss = "child-loss",
        /// A death, or another loss.
        Grief = "grief",
        /// Food, weight, eating.
        Eating = "eating",
        /// Bets and stakes, closely told.
        GamblingDetail = "gambling-detail",
        /// Illness and treatment.
        Medical = "medical",
        /// Belief.
        Religion = "religion",
        /// Near to politics.
        PoliticsEdge = "politics-edge",
        /// Holds a picture.
        Image = "image",
        /// Strong language.
        StrongLanguage = "strong-language",
    }
}

impl ContentNote {
    /// The labels people reach for most; the others stand behind "more".
    pub const COMMON: [Self; 6] = [
        Self::UsingToday,
        Self::Lapse,
        Self::CravingDetail,
        Self::SubstanceDetail,
        Self::SelfHarm,
        Self::Grief,
    ];

    /// The labels that are not among the common ones, in their order.
    pub fn others() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|note| !Self::COMMON.contains(note))
    }
}

/// One line of a group's own rules for labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseRule {
    /// The label.
    pub note: ContentNote,
    /// What the group does with it.
    pub rule: NoteRule,
    /// For [`NoteRule::Elsewhere`]: the right group, if there is one, by name and title.
    pub elsewhere: Option<(String, String)>,
}

/// The content notes of one post: labels, and words of the writer's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes {
    /// The labels, in the order they were chosen.
    pub labels: Vec<ContentNote>,
    /// The writer's own words; may be empty.
    pub words: String,
}

impl Notes {
    /// Reads what is stored: codes with a space between. A code no longer known is passed over.
    #[must_use]
    pub fn stored(codes: &str, words: &str) -> Self {
        let labels = codes.split(' ').filter_map(ContentNote::parse).collect();
        Self { labels, words: words.to_owned() }
    }

    /// The labels as stored.
    #[must_use]
    pub fn codes(&self) -> String {
        self.labels.iter().map(|note| note.code()).collect::<Vec<_>>().join(" ")
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty() && self.words.is_empty()
    }
}

/// Why a group says no to a post's labels.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The group asks for one of its labels, or a word that none fits.
    #[error("this group asks for a content note, or a word that none fits")]
    Required,
    /// Posts about this belong in another group, with this title.
    #[error("posts about this belong in another group")]
    Elsewhere(String),
    /// Posts about this have no place in the group, and it names no other.
    #[error("posts about this have no place in this group")]
    NotHere,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Required => "note-required",
            Self::Elsewhere(_) => "note-elsewhere",
            Self::NotHere => "note-not-here",
        }
    }

    fn kind(&self) -> crate::kernel::Kind {
        crate::kernel::Kind::Invalid
    }

    fn field(&self) -> Option<&'static str> {
        Some("note")
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Elsewhere(group) => vec![("group", group.clone())],
            Self::Required | Self::NotHere => Vec::new(),
        }
    }
}

#[test]
fn there_are_twenty_and_each_is_read_back() {
    assert_eq!(ContentNote::ALL.len(), 20);
    assert!(ContentNote::ALL.iter().all(|note| ContentNote::parse(note.code()) == Some(*note)));
}

#[test]
fn every_case_has_its_words() {
    let words = include_str!("../../../frontend/locales/en/lists.ftl");
    for note in ContentNote::ALL {
        assert!(words.contains(&format!("\nnote-{} = ", note.code())), "{note}");
    }
}

#[test]
fn notes_survive_their_columns() {
    let notes = Notes { labels: vec![ContentNote::Lapse, ContentNote::Grief], words: "my sister".into() };
    assert_eq!(Notes::stored(&notes.codes(), &notes.words), notes);
    assert!(Notes::stored("unheard-of", "").is_empty());
    assert_eq!(ContentNote::others().count() + ContentNote::COMMON.len(), ContentNote::ALL.len());
}
