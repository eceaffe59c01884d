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

/// The longest run of digits, and of signs that stand within numbers, if it is a number's length: what stands before it may be hours.
fn number(line: &str) -> Option<Number> {
    let is_part = |sign: char| {
        sign.is_ascii_digit() || matches!(sign, '+' | '(' | ')' | '-' | '.' | '/' | ' ' | '\u{a0}')
    };
    let runs = line.split(|sign: char| !is_part(sign)).filter_map(read);
    runs.max_by_key(|found| found.dialled.len())
}

fn read(run: &str) -> Option<Number> {
    let begins = run.trim_start_matches(|sign: char| !sign.is_ascii_digit() && !matches!(sign, '+' | '('));
    let shown = begins.trim_end_matches(|sign: char| !sign.is_ascii_digit()).to_owned();
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let plus = if shown.starts_with('+') { "+" } else { "" };
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
