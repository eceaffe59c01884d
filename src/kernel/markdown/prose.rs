//! The short way for what people mostly write: paragraphs of words in which no mark of Markdown stands.
//!
//! A thread of three hundred replies is parsed and sanitised on every look; most of them hold nothing to parse. Which
//! letters may pass is a list, so nothing that could be markup comes this way; a property test holds both ways equal.

use super::sanitise;

/// Marks that mean nothing to Markdown inside a line that begins with a letter.
const HARMLESS: &[u8] = b",.;:?!'\"()-/%$+=#";

/// Whether the long way would find nothing but paragraphs and line breaks.
pub(super) fn is_prose(text: &str) -> bool {
    text.split('\n').all(|row| row.is_empty() || (begins_with_words(row) && holds_words_only(row)))
}

/// Letters first: no list, quote, heading, rule or indentation. Numbers may open a line, but not as a list does.
fn begins_with_words(row: &str) -> bool {
    let rest = row.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.chars().next() {
        None => true,
        Some('.' | ')') => false,
        Some(c) if rest.len() == row.len() => is_letter(c) || matches!(c, '"' | '\'' | '('),
        Some(_) => true,
    }
}

fn holds_words_only(row: &str) -> bool {
    let is_plain =
        |c: char| is_letter(c) || c == ' ' || u8::try_from(c).is_ok_and(|byte| HARMLESS.contains(&byte));
    row.chars().all(is_plain) && !row.ends_with(' ') && !has_address(row)
}

/// Letters, figures and pictures of every script; not spaces of odd widths, and not the mark that opens a file.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{a0}' | '\u{feff}' => false,
        _ => !c.is_whitespace() && !c.is_control(),
    }
}

/// What the long way would make a link of.
fn has_address(row: &str) -> bool {
    row.contains("://") || row.as_bytes().windows(4).any(|part| part.eq_ignore_ascii_case(b"www."))
}

/// [`super::render`] for prose.
pub(super) fn render(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 64);
    let mut is_open = false;
    for row in text.split('\n') {
        match (row.is_empty(), is_open) {
            (true, true) => html.push_str("</p>\n"),
            (true, false) => {}
            (false, true) => html.push_str("<br>\n"),
            (false, false) => html.push_str(sanitise::PARAGRAPH),
        }
        html.push_str(row);
        is_open = !row.is_empty();
    }
    if is_open {
        html.push_str("</p>\n");
    }
    html
}

/// [`super::plain`] for prose.
pub(super) fn plain(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for row in text.split('\n').filter(|row| !row.is_empty()) {
        if !words.is_empty() {
            words.push('\n');
        }
        words.push_str(row);
    }
    words
}
