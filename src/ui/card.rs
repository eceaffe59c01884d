//! A line on top of a page for those who look after it, or for whoever asked to be looked out for. What it says is known to a storey above; it is handed down.

/// Something waits to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The key of its words.
    pub key: &'static str,
    /// How many people told.
    pub people: i64,
    /// Where to look; where it is one's own, what is pressed when it is over.
    pub url: String,
    /// Whether it is about oneself, and by one's own wish.
    pub is_own: bool,
}
