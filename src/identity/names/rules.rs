//! What a made-up name may be: pure decisions, no look at who is here already.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::{GeneralSecurityProfile, MixedScript, skeleton};

use super::model::{Name, NameFault};
use super::suggest::{NUMBERS, chance_from, suggest, with_number};
use crate::kernel::text::{self, TextFault};

const LETTERS_MIN: usize = 2;
const LETTERS_MAX: usize = 30;
/// A number this long is a phone number or a date.
const DIGITS_MAX: usize = 6;

static GIVEN: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("given.txt").lines().collect());
static SURNAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("surnames.txt").lines().collect());
/// Words that make any name look like a role: kept as keys, so that look-alikes meet them.
static RESERVED_WORDS: LazyLock<HashSet<String>> =
    LazyLock::new(|| include_str!("reserved_words.txt").lines().map(key).collect());
/// Names reserved as a whole only: "Deep Root" is fine, "root" is not.
static RESERVED_NAMES: LazyLock<HashSet<String>> =
    LazyLock::new(|| include_str!("reserved_names.txt").lines().map(key).collect());
/// Where people are reached elsewhere.
const CONTACT_WORDS: &[&str] = &[
    "gmail",
    "hotmail",
    "outlook",
    "whatsapp",
    "telegram",
    "snapchat",
    "instagram",
    "facebook",
    "tiktok",
    "discord",
    "onlyfans",
    "linkedin",
];

/// Checks a name somebody chose.
///
/// # Errors
///
/// [`NameFault`], with another name that would do.
pub fn check(raw: &str) -> Result<Name, NameFault> {
    let another = || suggest(&mut chance_from(raw));
    if is_contact(raw) {
        return Err(NameFault::LooksLikeContact { suggestion: another() });
    }
    let name = match text::line(&raw.replace(['’', 'ʼ'], "'"), LETTERS_MIN, LETTERS_MAX) {
        Ok(name) => name,
        Err(TextFault::Empty | TextFault::TooShort { .. }) => {
            return Err(NameFault::TooShort { suggestion: another() });
        }
        Err(TextFault::TooLong { .. }) => return Err(NameFault::TooLong { suggestion: another() }),
        Err(TextFault::Nul | TextFault::ControlCharacters) => {
            return Err(NameFault::Characters { suggestion: another() });
        }
    };
    if !is_well_formed(&name) {
        return Err(NameFault::Characters { suggestion: another() });
    }
    if is_reserved(&name) {
        return Err(NameFault::Reserved { suggestion: another() });
    }
    if is_real(&name) {
        return Err(NameFault::LooksLikeRealName { suggestion: another() });
    }
    if has_birth_year(&name) {
        return Err(NameFault::BirthYear { suggestion: without_year(&name) });
    }
    Ok(Name(name))
}

/// What must be unique: the same for names that differ by case, spacing or look-alike letters only.
///
/// NFKC, one case, the UTS 39 skeleton, lower case again; spaces, hyphens, apostrophes and control characters
/// gone. Digits count, and the digits that look like letters (0, 1) meet those letters. A capital I looks like a small
/// l, so the two are one letter here.
#[must_use]
pub fn key(name: &str) -> String {
    let composed: String = name.nfkc().collect();
    let folded: String =
        composed.chars().map(one_case).collect::<String>().replace('ß', "ss").replace('ς', "σ");
    let look: String = skeleton(&folded).collect();
    look.to_lowercase()
        .nfkc()
        .filter(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '-' | '\'' | '’' | '‐' | 'ʼ' | 'ˈ'))
        .map(|c| if c == 'i' { 'l' } else { c })
        .collect()
}

/// A letter in small, or, where only its capital looks like a Latin letter (Cyrillic В, Greek Τ), that letter in small.
fn one_case(letter: char) -> String {
    let small = letter.to_lowercase().to_string();
    if small.is_ascii() || skeleton(&small).all(|c| c.is_ascii()) {
        return small;
    }
    let capital: String = skeleton(&letter.to_uppercase().to_string()).collect();
    if capital.is_ascii() { capital.to_lowercase() } else { small }
}

/// Whether a name in another alphabet reads, as it is written, as a Latin one that its key does not meet: a Greek Ν
/// looks like N and its small ν like v, and a key has room for one of them.
fn poses_as_latin(name: &str) -> bool {
    let look: String = skeleton(name).collect();
    !name.is_ascii() && look.is_ascii() && key(name) != key(&look)
}

fn is_well_formed(name: &str) -> bool {
    let is_inner = |c: char| matches!(c, ' ' | '-' | '\'');
    let is_written = |c: char| {
        c.is_ascii_alphanumeric()
            || ((c.is_alphabetic() || c.is_numeric() || is_combining_mark(c)) && c.identifier_allowed())
    };
    name.chars().all(|c| is_inner(c) || is_written(c))
        && name.chars().any(char::is_alphabetic)
        && !name.starts_with(is_inner)
        && !name.ends_with(is_inner)
        && name.is_single_script()
        && !poses_as_latin(name)
}

fn is_contact(raw: &str) -> bool {
    let lower = raw.to_lowercase();
    let digits = raw.chars().filter(|c| c.is_numeric()).count();
    let has_domain = lower.split(|c: char| c.is_whitespace()).any(|word| {
        word.rsplit_once('.').is_some_and(|(site, top)| {
            site.ends_with(char::is_alphanumeric)
                && (2..=12).contains(&top.len())
                && top.chars().all(|c| c.is_ascii_alphabetic())
        })
    });
    digits > DIGITS_MAX
        || lower.contains('@')
        || lower.contains("://")
        || lower.contains("www.")
        || has_domain
        || CONTACT_WORDS.iter().any(|word| lower.contains(word))
        || lower.ends_with(" dot com")
}

fn is_reserved(name: &str) -> bool {
    let readings = [name.to_owned(), spelled_out(name, 'i'), spelled_out(name, 'l')];
    readings.iter().any(|reading| {
        let whole = key(without_number(reading));
        let mut words = reading.split([' ', '-', '\'']).map(|word| key(without_number(word)));
        RESERVED_NAMES.contains(&whole)
            || RESERVED_WORDS.contains(&whole)
            || words.any(|word| RESERVED_WORDS.contains(&word))
    })
}

/// Digits read as the letters they stand in for, but for a number at the end.
fn spelled_out(name: &str, one: char) -> String {
    let stem = without_number(name);
    let read = |c| match c {
        '0' => 'o',
        '1' => one,
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        other => other,
    };
    stem.chars().map(read).collect()
}

fn without_number(name: &str) -> &str {
    name.trim_end_matches(|c: char| c.is_numeric() || matches!(c, ' ' | '-'))
}

/// A given name beside a surname, in either order, apart or run together.
fn is_real(name: &str) -> bool {
    let plain: String = without_number(name)
        .nfd()
        .filter(|&c| !is_combining_mark(c) && c != '\'')
        .collect::<String>()
        .to_lowercase();
    let words: Vec<&str> = plain.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let is_pair = |one: &str, other: &str| GIVEN.contains(one) && SURNAMES.contains(other);
    match words.as_slice() {
        [whole] => (3..whole.len())
            .filter_map(|at| whole.split_at_checked(at))
            .any(|(one, other)| other.len() > 3 && is_pair(one, other)),
        [first, .., last] => is_pair(first, last) || is_pair(last, first),
        [] => false,
    }
}

fn has_birth_year(name: &str) -> bool {
    let is_year =
        |run: &str| run.len() == 4 && run.parse::<u16>().is_ok_and(|year| (1930..=2015).contains(&year));
    let mut runs = name.split(|c: char| !c.is_ascii_digit());
    let at_end = runs.clone().next_back().unwrap_or_default();
    runs.any(is_year) || is_short_year(at_end)
}

/// 50 to 99, and 00 to 09 with its nought: "Maple 41" may stay.
fn is_short_year(run: &str) -> bool {
    run.len() == 2 && run.parse::<u8>().is_ok_and(|year| year >= 50 || year <= 9)
}

/// The same words with a number that is no year, if they make a name.
fn without_year(name: &str) -> String {
    let mut chance = chance_from(name);
    let words: String = name.chars().filter(|c| !c.is_ascii_digit()).collect();
    let span = usize::try_from(NUMBERS.end() - NUMBERS.start()).unwrap_or(0);
    let number = NUMBERS.start() + u32::try_from(chance(span + 1)).unwrap_or(0);
    let other = with_number(words.trim_matches([' ', '-', '\'']), number);
    check(&other).map_or_else(|_| suggest(&mut chance), |name| name.0)
}
