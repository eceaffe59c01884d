//! Whether a password somebody chose would hold. Checked here, offline; it is sent nowhere.

use unicode_normalization::UnicodeNormalization;
use zxcvbn::{Score, zxcvbn};

use crate::kernel::text;

/// The fewest letters.
pub const LETTERS_MIN: usize = 12;
/// The most letters; hashing more would only cost.
pub const LETTERS_MAX: usize = 256;
/// The guesser reads this far. What holds by then, holds.
const GUESSED_LETTERS: usize = 64;

/// Why a password was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordFault {
    /// Fewer than [`LETTERS_MIN`].
    #[error("use at least 12 letters; a few plain words in a row work well")]
    TooShort,
    /// More than [`LETTERS_MAX`].
    #[error("use at most 256 letters")]
    TooLong,
    /// Other people use it, or a guesser would find it soon.
    #[error(
        "this one is easy to guess; three or four words that have nothing to do with each other hold better"
    )]
    Guessable,
    /// It is the name, or nearly.
    #[error("leave your name out of it: the name is the first thing a guesser tries")]
    HoldsName,
}

impl crate::kernel::Refusal for PasswordFault {
    fn code(&self) -> &'static str {
        match self {
            Self::TooShort => "password-too-short",
            Self::TooLong => "password-too-long",
            Self::Guessable => "password-guessable",
            Self::HoldsName => "password-holds-name",
        }
    }

    fn kind(&self) -> crate::kernel::Kind {
        crate::kernel::Kind::Invalid
    }

    fn field(&self) -> Option<&'static str> {
        Some("password")
    }
}

/// Checks a new password for the holder of `name`.
///
/// Spaces count as they are. Its measure is how many guesses it takes, not which signs are in it.
///
/// # Errors
///
/// [`PasswordFault`], each with what would help.
pub fn check(password: &str, name: &str) -> Result<(), PasswordFault> {
    if password.len() > LETTERS_MAX * 8 {
        return Err(PasswordFault::TooLong);
    }
    let letters = text::letters(password);
    if letters < LETTERS_MIN {
        return Err(PasswordFault::TooShort);
    }
    if letters > LETTERS_MAX {
        return Err(PasswordFault::TooLong);
    }
    let read: String = password.chars().take(GUESSED_LETTERS).collect();
    if holds(&read, name) && !is_strong(&without(&read, name), &[]) {
        return Err(PasswordFault::HoldsName);
    }
    let known: Vec<&str> = [name, "hearthside", "recovery", "sober", "sobriety"]
        .into_iter()
        .chain(name.split_whitespace())
        .collect();
    if is_strong(&read, &known) { Ok(()) } else { Err(PasswordFault::Guessable) }
}

/// The one form that is hashed: the same letters, however a keyboard composes them.
#[must_use]
pub fn normalise(password: &str) -> String {
    password.nfkc().collect()
}

fn is_strong(password: &str, known: &[&str]) -> bool {
    zxcvbn(password, known).score() >= Score::Three
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn holds(password: &str, name: &str) -> bool {
    let name = bare(name);
    name.chars().count() >= 4 && bare(password).contains(&name)
}

fn without(password: &str, name: &str) -> String {
    bare(password).replace(&bare(name), "")
}

#[test]
fn passwords_are_measured_by_guesses() {
    check("lamp river forty spoons", Ok(()));
    check("Tr7#qpL!x0vZ", Ok(()));
    check("ünïcode wörter mit pünktchen", Ok(()));
    check("short", Err(PasswordFault::TooShort));
    check("🔥🔥🔥", Err(PasswordFault::TooShort));
    check(&"ab".repeat(129), Err(PasswordFault::TooLong));
    check(&"e\u{301}".repeat(5000), Err(PasswordFault::TooLong));
    check("password1234", Err(PasswordFault::Guessable));
    check("qwertyuiop123", Err(PasswordFault::Guessable));
    check("aaaaaaaaaaaaaaaa", Err(PasswordFault::Guessable));
    check("hearthside2024", Err(PasswordFault::Guessable));
    check("Quiet Heron 1", Err(PasswordFault::HoldsName));
    check("quietheron2024", Err(PasswordFault::HoldsName));
    check("quiet heron and forty wooden spoons", Ok(()));

    #[track_caller]
    fn check(password: &str, expected: Result<(), PasswordFault>) {
        assert_eq!(super::password::check(password, "Quiet Heron"), expected, "{password}");
    }
}

#[test]
fn keyboards_that_compose_otherwise_agree() {
    assert_eq!(normalise("cafe\u{301}"), normalise("café"));
}
