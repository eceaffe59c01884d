//! When the writer of a post is shown the way to Support. It only ever shows; it never stops anybody.

/// Whether a text holds one of these phrases (a list with commas between) as whole words.
#[must_use]
pub fn holds_any(text: &str, phrases: &str) -> bool {
    let text = plain(text);
    phrases.split(',').map(plain).filter(|phrase| !phrase.is_empty()).any(|phrase| holds(&text, &phrase))
}

fn holds(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text.get(..at).and_then(|rest| rest.chars().next_back());
        let after = text.get(at + phrase.len()..).and_then(|rest| rest.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Small letters, one kind of apostrophe, single spaces.
fn plain(text: &str) -> String {
    text.to_lowercase().replace(['\u{2019}', '\u{2bc}'], "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn whole_words_in_any_case() {
    let list = "suicide, kill myself, don't want to live";
    assert!(holds_any("Thinking of SUICIDE again", list));
    assert!(holds_any("I want to kill\nmyself.", list));
    assert!(holds_any("I don\u{2019}t want to live like this", list));
    assert!(!holds_any("suicides are down; kill myselfish", list));
    assert!(!holds_any("a good day", list) && !holds_any("anything", ""));
}
