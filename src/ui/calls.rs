//! People whom somebody chose to call, as their own plan says: a line each, with the number in it, and the buddy whom it names. What is
//! written there is read on pages of its member alone; nothing of it is kept or sent anywhere (decision 0062).

use crate::kernel::BuddyId;

/// The fewest digits of a number: there are helplines of three. And the most that a number has.
const DIGITS: std::ops::RangeInclusive<usize> = 3..=15;

/// A line of somebody's call list.
#[derive(Clone, PartialEq, Eq)]
pub struct Call {
    /// The line.
    pub words: String,
    /// The first number in it.
    pub number: Option<Number>,
    /// The buddy whom it names.
    pub buddy: Option<Callee>,
}

/// A number that a telephone dials.
#[derive(Clone, PartialEq, Eq)]
pub struct Number {
    /// As it was written.
    pub shown: String,
    /// As it is dialled: digits, after a plus sign if one was written.
    pub dialled: String,
}

/// A buddy whom a line may name.
#[derive(Clone, PartialEq, Eq)]
pub struct Callee {
    /// The side of whoever reads.
    pub id: BuddyId,
    /// Their name.
    pub name: String,
    /// Whether one press asks them: they said that it may.
    pub may_ask: bool,
    /// Whether they were asked today.
    pub is_asked: bool,
}

/// The lines of a call list, in its order.
#[must_use]
pub fn list(words: &str, buddies: &[Callee]) -> Vec<Call> {
    let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    let call = |line: &str| Call {
        words: line.to_owned(),
        number: number(line),
        buddy: buddies.iter().find(|buddy| names(line, &buddy.name)).cloned(),
    };
    lines.map(call).collect()
}

/// The numbers in some lines, one of each.
#[must_use]
pub fn numbers(words: &str) -> Vec<Number> {
    words.lines().filter_map(number).collect()
}

/// Whether a line names somebody: the whole name, in letters of either size.
fn names(line: &str, name: &str) -> bool {
    let (line, name) = (line.to_lowercase(), name.to_lowercase());
    !name.is_empty()
        && line.match_indices(&name).any(|(at, found)| {
            let (before, after) = (line.get(..at), line.get(at + found.len()..));
            let ends = |text: Option<&str>| text.and_then(|text| text.chars().next_back());
            let begins = |text: Option<&str>| text.and_then(|text| text.chars().next());
            let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
            !is_letter(ends(before)) && !is_letter(begins(after))
        })
}

/// The longest number of a line; of equals the first. Rather none than one that nobody wrote.
fn number(line: &str) -> Option<Number> {
    let is_part = |sign: char| {
        sign.is_ascii_digit() || matches!(sign, '+' | '(' | ')' | '-' | '.' | '/' | ' ' | '\u{a0}')
    };
    let words: Vec<&str> = line.split(' ').map(|word| if is_clock(word) { ";" } else { word }).collect();
    let words = words.join(" ");
    let runs = words.split(|sign: char| !is_part(sign)).map(without_hours).flat_map(parts);
    let found: Vec<Number> = runs.filter_map(|part| read(&part)).collect();
    found.into_iter().rev().max_by_key(|found| found.dialled.len())
}

/// `18:30`, `9:00-17:00`.
fn is_clock(word: &str) -> bool {
    let is_digit = |sign: char| sign.is_ascii_digit();
    word.split_once(':').is_some_and(|(hour, rest)| hour.ends_with(is_digit) && rest.starts_with(is_digit))
}

/// A run without the hours that stand before or after a number. What begins with a nought is an hour only before a whole number.
fn without_hours(run: &str) -> &str {
    let is_whole = |after: &str| after.trim_start().starts_with(['0', '+', '(']);
    let run = run.trim();
    let run = match run.split_once(char::is_whitespace) {
        Some((first, after)) if are_hours(first) && (!first.starts_with('0') || is_whole(after)) => after,
        _ => run,
    };
    let is_apart = |last: &str| last.starts_with('(') || last.find(['-', '/']) == Some(1) || last == "24/7";
    match run.rsplit_once(char::is_whitespace) {
        Some((before, last)) if are_hours(last) && is_apart(last) => before,
        _ => run,
    }
}

/// `9-17`, `24/7`.
fn are_hours(word: &str) -> bool {
    let word = word.trim_matches(['(', ')']);
    let is_hour = |text: &str| text.len() <= 2 && text.parse::<u8>().is_ok_and(|hour| hour <= 24);
    word == "24/7" || word.split_once('-').is_some_and(|(from, to)| is_hour(from) && is_hour(to))
}

/// The numbers of a run. A slash, as a dash between two spaces, stands after the digits of an area; anywhere else it stands between two numbers.
fn parts(run: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for piece in run.split_inclusive(" - ").flat_map(|piece| piece.split_inclusive('/')) {
        match parts.last_mut() {
            Some(before) if is_area(before) => before.push_str(piece),
            _ => parts.push(piece.to_owned()),
        }
    }
    parts
}

fn is_area(before: &str) -> bool {
    let before = before.trim_matches(['/', '-', ' ']);
    let is_one = !before.contains('/') && !before.contains(" - ");
    is_one && before.starts_with(['0', '+', '(']) && before.chars().filter(char::is_ascii_digit).count() <= 7
}

fn read(part: &str) -> Option<Number> {
    let begins = part.trim_start_matches(|sign: char| !sign.is_ascii_digit() && !matches!(sign, '+' | '('));
    let shown = begins.trim_end_matches(|sign: char| !sign.is_ascii_digit()).to_owned();
    // From abroad the nought of an area is not dialled.
    let (plus, dialled) =
        if shown.starts_with('+') { ("+", shown.replace("(0)", "")) } else { ("", shown.clone()) };
    let digits: String = dialled.chars().filter(char::is_ascii_digit).collect();
    DIGITS.contains(&digits.len()).then(|| Number { dialled: format!("{plus}{digits}"), shown })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_as_people_write_it() {
        check("My sister, +1 (555) 010-0199", Some("+15550100199"));
        check("Ana 555 0100, after six", Some("5550100"));
        check("988", Some("988"));
        check("24/7: 988", Some("988"));
        check("Dr. Lake - 030/901820 (mornings)", Some("030901820"));
        check("24/7 988", Some("988"));
        check("988 24/7", Some("988"));
        check("112 / 911", Some("112"));
        check("112 - 911", Some("112"));
        check("988/741741", Some("741741"));
        check("555-0100 / 555-0101", Some("5550100"));
        check("040/1234 / 112", Some("0401234"));
        check("030/901820 / 0171/1234567", Some("01711234567"));
        check("030 - 901820", Some("030901820"));
        check("+49 30/901820", Some("+4930901820"));
        check("+49 (0)30 901820", Some("+4930901820"));
        check("(030) 901820", Some("030901820"));
        check("Dr. Lake, 9-17 030 901820", Some("030901820"));
        check("Dr. Lake, 09-17 030 901820", Some("030901820"));
        check("Dr. Lake, 030 901820 9-17", Some("030901820"));
        check("Dr. Lake, 9:00-17:00 030 901820", Some("030901820"));
        check("Ana 555 0100 (10-18)", Some("5550100"));
        check("Joris 06-12 34 56 78", Some("0612345678"));
        check("Ana, 24 years here", None);
        check("at 18:30", None);
        check("1234567890123456", None);
        check("", None);

        #[track_caller]
        fn check(line: &str, dialled: Option<&str>) {
            assert_eq!(number(line).map(|found| found.dialled).as_deref(), dialled);
        }
    }

    #[test]
    fn a_line_names_a_buddy_by_the_whole_name() {
        assert!(names("maya lake, mornings", "Maya Lake") && names("(Maya Lake)", "Maya Lake"));
        assert!(!names("Maya Lakes", "Maya Lake") && !names("Maya", "Maya Lake") && !names("anything", ""));
        let maya = Callee { id: BuddyId(7), name: "Maya Lake".to_owned(), may_ask: true, is_asked: false };
        let calls = list("Maya Lake\n\n  My sister, 555 0100 ", &[maya]);
        let seen: Vec<(&str, bool, bool)> = calls
            .iter()
            .map(|call| (call.words.as_str(), call.buddy.is_some(), call.number.is_some()))
            .collect();
        assert_eq!(seen, [("Maya Lake", true, false), ("My sister, 555 0100", false, true)]);
    }
}
