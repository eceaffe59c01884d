//! Words people type, cleaned and bounded before anything else sees them.

mod clean;
mod typography;

use std::fmt;

use serde::{Serialize, Serializer};
use unicode_segmentation::UnicodeSegmentation;

pub use typography::plain_typography;

/// A letter as people count them may weigh this many bytes on average, and no more.
const BYTES_PER_LETTER: usize = 16;
/// What an excerpt looks at for each letter it may show: marks, joiners and runs of spaces are among them.
const EXCERPT_BYTES_PER_LETTER: usize = 64;
/// Beyond one control character in this many, it is not text that was sent.
const LETTERS_PER_CONTROL: usize = 10;

/// Why a text was not accepted. Lengths are letters as people see them (grapheme clusters).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextFault {
    /// Nothing visible was written.
    #[error("nothing is written here yet")]
    Empty,
    /// Fewer letters than `min`.
    #[error("this needs at least {min} letters")]
    TooShort {
        /// The fewest letters accepted.
        min: usize,
    },
    /// More letters than `max`, by `over`.
    #[error("this is {over} letters longer than the {max} that fit")]
    TooLong {
        /// The most letters accepted.
        max: usize,
        /// How many must go.
        over: usize,
    },
    /// It held a NUL, which no keyboard types.
    #[error("this holds a character that no text has")]
    Nul,
    /// So many control characters that it is a file, not a text.
    #[error("this looks like a file, not words")]
    ControlCharacters,
}

impl super::Refusal for TextFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "text-empty",
            Self::TooShort { .. } => "text-too-short",
            Self::TooLong { .. } => "text-too-long",
            Self::Nul => "text-nul",
            Self::ControlCharacters => "text-control",
        }
    }

    fn kind(&self) -> super::Kind {
        super::Kind::Invalid
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooShort { min } => vec![("min", min.to_string())],
            Self::TooLong { max, over } => vec![("max", max.to_string()), ("over", over.to_string())],
            Self::Empty | Self::Nul | Self::ControlCharacters => Vec::new(),
        }
    }
}

/// One line: line breaks, tabs and runs of spaces become one space.
///
/// # Errors
///
/// [`TextFault`], when what is left after cleaning does not fit.
pub fn line(raw: &str, min: usize, max: usize) -> Result<String, TextFault> {
    refuse_binary(raw)?;
    within(clean::line(raw), min, max)
}

/// Several lines: line breaks stay, at most two blank lines in a row.
///
/// # Errors
///
/// [`TextFault`], when what is left after cleaning does not fit.
pub fn block(raw: &str, min: usize, max: usize) -> Result<String, TextFault> {
    refuse_binary(raw)?;
    within(clean::block(raw), min, max)
}

/// The beginning of a text on one line, at most `max` letters, cut between words, "…" included.
#[must_use]
pub fn excerpt(text: &str, max: usize) -> String {
    // A letter more than can be shown, however many bytes each takes: the rest of a long text is not worth cleaning.
    let enough = text.floor_char_boundary(max.saturating_add(1).saturating_mul(EXCERPT_BYTES_PER_LETTER));
    clip(&clean::line(text.get(..enough).unwrap_or_default()), max)
}

/// How many letters people would count.
#[must_use]
pub fn letters(text: &str) -> usize {
    if is_plain(text) { text.len() } else { text.graphemes(true).count() }
}

/// Whether every byte is a letter of its own: most of what people write in English, and quick to tell.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte))
}

fn refuse_binary(raw: &str) -> Result<(), TextFault> {
    if raw.contains('\0') {
        return Err(TextFault::Nul);
    }
    let controls = raw.chars().filter(|&c| clean::is_stray_control(c)).count();
    if controls > 2 && controls.saturating_mul(LETTERS_PER_CONTROL) > raw.chars().count() {
        return Err(TextFault::ControlCharacters);
    }
    Ok(())
}

fn within(text: String, min: usize, max: usize) -> Result<String, TextFault> {
    let bytes_max = max.saturating_mul(BYTES_PER_LETTER);
    let length = letters(&text);
    if clean::is_blank(&text) {
        return if min == 0 { Ok(String::new()) } else { Err(TextFault::Empty) };
    }
    if length < min {
        return Err(TextFault::TooShort { min });
    }
    if length > max {
        return Err(TextFault::TooLong { max, over: length - max });
    }
    if text.len() > bytes_max {
        let over = (text.len() - bytes_max).div_ceil(BYTES_PER_LETTER);
        return Err(TextFault::TooLong { max, over });
    }
    Ok(text)
}

/// Cuts between words if one ends in the second half, else between letters.
fn clip(text: &str, max: usize) -> String {
    let bytes_max = max.saturating_mul(BYTES_PER_LETTER);
    if text.len() <= bytes_max && letters(text) <= max {
        return text.to_owned();
    }
    let mut kept = String::new();
    if is_plain(text) {
        kept.push_str(text.get(..max.saturating_sub(1)).unwrap_or_default());
    } else {
        for letter in text.graphemes(true).take(max.saturating_sub(1)) {
            if kept.len() + letter.len() + "…".len() > bytes_max {
                break;
            }
            kept.push_str(letter);
        }
    }
    if max == 0 {
        return kept;
    }
    let next_is_space = text.get(kept.len()..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    let word_end = kept.rfind(char::is_whitespace).filter(|&at| !next_is_space && at >= kept.len() / 2);
    kept.truncate(word_end.unwrap_or(kept.len()));
    kept.truncate(kept.trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-".contains(c)).len());
    kept.push('…');
    kept
}

/// A text that is clean and has between `MIN` and `MAX` letters; of several lines if `LINES`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Bounded<const MIN: usize, const MAX: usize, const LINES: bool>(String);

impl<const MIN: usize, const MAX: usize, const LINES: bool> Bounded<MIN, MAX, LINES> {
    /// The fewest letters, for the form.
    pub const MIN: usize = MIN;
    /// The most letters, for the form.
    pub const MAX: usize = MAX;

    /// Cleans what was typed and checks its length.
    ///
    /// # Errors
    ///
    /// [`TextFault`], when it does not fit.
    pub fn parse(raw: &str) -> Result<Self, TextFault> {
        let parse = if LINES { block } else { line };
        parse(raw, MIN, MAX).map(Self)
    }

    /// What another server sent: cleaned, and cut where it is too long.
    ///
    /// It may be shorter than `MIN`: their two-letter title is still its title.
    #[must_use]
    pub fn clipped(raw: &str) -> Self {
        let text = if LINES { clean::block(raw) } else { clean::line(raw) };
        Self(if clean::is_blank(&text) { String::new() } else { clip(&text, MAX) })
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl<const MIN: usize, const MAX: usize, const LINES: bool> std::str::FromStr for Bounded<MIN, MAX, LINES> {
    type Err = TextFault;

    fn from_str(raw: &str) -> Result<Self, TextFault> {
        Self::parse(raw)
    }
}

impl<const MIN: usize, const MAX: usize, const LINES: bool> AsRef<str> for Bounded<MIN, MAX, LINES> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<const MIN: usize, const MAX: usize, const LINES: bool> fmt::Display for Bounded<MIN, MAX, LINES> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The length only: logs must never hold what people wrote.
impl<const MIN: usize, const MAX: usize, const LINES: bool> fmt::Debug for Bounded<MIN, MAX, LINES> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bounded({} letters)", letters(&self.0))
    }
}

impl<const MIN: usize, const MAX: usize, const LINES: bool> Serialize for Bounded<MIN, MAX, LINES> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests;
