//! What a post may touch on, so that a reader can choose before reading.

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
