//! What in a text may say who wrote it, and which words wait for a look. Pure, and only ever a question.

use crate::forum::groups::Aliases;
use crate::kernel::{links, sha256_hex, text};

/// Words that stand beside a house number.
const STREETS: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "ln",
    "drive",
    "boulevard",
    "blvd",
    "court",
    "calle",
    "avenida",
    "avda",
    "plaza",
    "camino",
    "carrera",
    "straße",
    "strasse",
    "platz",
    "rue",
    "via",
];
/// Digits of the shortest and the longest telephone number.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// Words for an alias, with the habits of typing evened out and sharers' marks taken out of links.
#[must_use]
pub fn plain(words: &str) -> String {
    text::plain_typography(&links::strip_trackers(words))
}

/// Whether a text seems to hold a way to reach its writer, or one of their other names.
#[must_use]
pub fn points(words: &str, names: &[&str]) -> bool {
    let lower = words.to_lowercase();
    let has_name = |name: &&str| text::letters(name) > 2 && lower.contains(&name.to_lowercase());
    has_contact(words) || has_street(&lower) || names.iter().any(has_name)
}

/// A form's mark as an alias's row keeps it. The same form may have been sent under a name before, and Back does not make
/// another of it: two rows that bear one mark would have one writer.
pub(super) fn own_mark(once: Option<&str>) -> Option<String> {
    once.map(|once| sha256_hex(format!("alias {once}").as_bytes()))
}

/// Whether an alias's words wait until somebody has looked at them.
#[must_use]
pub fn waits(aliases: Aliases, is_known: bool, words: &str) -> bool {
    !is_known && (aliases == Aliases::FirstLook || links::has_link(words) || has_contact(words))
}

fn has_contact(words: &str) -> bool {
    words.split_whitespace().any(is_address) || has_phone(words)
}

fn is_address(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let Some((name, host)) = word.split_once('@') else { return false };
    !name.is_empty() && host.split('.').count() > 1 && !host.starts_with('.') && !host.ends_with('.')
}

fn has_phone(words: &str) -> bool {
    let mut run = String::new();
    words.chars().chain(['.', 'x']).any(|c| {
        if c.is_ascii_digit() || (!run.is_empty() && matches!(c, ' ' | '-' | '/' | '(' | ')')) {
            run.push(c);
            return false;
        }
        let is_number = is_phone(&run);
        run.clear();
        is_number
    })
}

fn is_phone(run: &str) -> bool {
    let run = run.trim_end_matches(|c: char| !c.is_ascii_digit());
    let parts: Vec<usize> = run.split('-').map(str::len).collect();
    let is_date = parts == [4, 2, 2];
    !is_date && DIGITS.contains(&run.chars().filter(char::is_ascii_digit).count())
}

/// A house number with a street's name near it: "12 Rose Street", "calle Mayor 4".
fn has_street(lower: &str) -> bool {
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.len() <= 4 && word.starts_with(|c: char| c.is_ascii_digit());
    let is_street = |word: &str| STREETS.contains(&word);
    words.windows(3).any(|three| match three {
        [a, _, c] => (is_number(a) && is_street(c)) || (is_street(a) && is_number(c)),
        _ => false,
    })
}

#[test]
fn what_points_to_somebody_is_asked_about() {
    let names = ["Quiet Ada"];
    for words in [
        "call me on 555 0134 99",
        "+44 (20) 7946-0958",
        "me@post.example",
        "write to <a.b@c.example>.",
        "I live at 12 Rose Street",
        "calle Mayor 4",
        "as quiet ada I said",
    ] {
        assert!(points(words, &names), "{words}");
    }
    for words in [
        "Day 90, 3 times a day",
        "since 2026-11-21",
        "a quiet morning",
        "@home",
        "10 more days",
        "1,000,000 times",
    ] {
        assert!(!points(words, &names), "{words}");
    }
}

#[test]
fn a_first_word_waits_where_the_group_says_so_or_where_it_leads_away() {
    assert!(waits(Aliases::FirstLook, false, "Hello"));
    assert!(!waits(Aliases::FirstLook, true, "Hello"));
    assert!(!waits(Aliases::Allowed, false, "Hello"));
    assert!(
        waits(Aliases::Allowed, false, "see HTTPS://a.example")
            && waits(Aliases::Allowed, false, "me@post.example")
    );
    assert!(!waits(Aliases::Allowed, true, "see https://a.example"));
}
