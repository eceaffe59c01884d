//! What looks like selling: numbers to call, addresses, links that count who sent them, invitations to other places, and
//! what sellers say. It never decides more than that somebody looks. It looks nothing up.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Why;
use super::matching::{Folded, Needle, needles};
use crate::kernel::links;

/// What is looked for, by sort.
const LISTS: &str = include_str!("selling.txt");
/// Digits of a number to call; with a country in front it may be longer.
const DIGITS: std::ops::RangeInclusive<usize> = 9..=12;
const DIGITS_ABROAD: std::ops::RangeInclusive<usize> = 8..=15;
/// Digits at the end that make two numbers the same, with or without the country in front.
const SAME_DIGITS: usize = 7;
/// Groups of digits in a number to call.
const PARTS_MAX: usize = 6;
/// How numbers begin that spell a word.
const SPELT: [&str; 7] = ["800", "833", "844", "855", "866", "877", "888"];

/// Something that was found, and as what it is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Signal {
    /// What sort.
    pub why: Why,
    /// The number, address, link or phrase.
    pub what: String,
}

/// What stands in a community's own words and in its helplines: that is no sign of anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    is_on: bool,
    numbers: Vec<String>,
    said: HashSet<Signal>,
    hosts: HashSet<String>,
}

impl Known {
    /// What these texts hold; numbers of helplines as they are dialled. `is_on`: whether the host lets words be watched.
    #[must_use]
    pub fn of(is_on: bool, texts: &[String], helplines: &[String]) -> Self {
        let mut known = Self { is_on, ..Self::default() };
        for text in texts.iter().chain(helplines) {
            known.said.extend(found(text));
            known.hosts.extend(links::hosts(text));
        }
        known.numbers = helplines.iter().map(|number| digits(number)).collect();
        let said = known.said.iter().filter(|signal| signal.why == Why::Phone);
        known.numbers.extend(said.map(|signal| signal.what.clone()));
        known.numbers.retain(|number| !number.is_empty());
        known
    }

    /// Whether words are watched for selling.
    #[must_use]
    pub const fn is_on(&self) -> bool {
        self.is_on
    }

    fn has(&self, signal: &Signal) -> bool {
        let is_number = |number: &String| is_same_number(number, &signal.what);
        self.said.contains(signal) || signal.why == Why::Phone && self.numbers.iter().any(is_number)
    }

    /// Whether every link of a text leads where the community's own words lead, or those in whose place it comes.
    #[must_use]
    pub fn leads_to_all(&self, text: &str, stood: &str) -> bool {
        let before = links::hosts(stood);
        links::hosts(text).iter().all(|host| self.hosts.contains(host) || before.contains(host))
    }
}

/// The gravest sign of selling in words, but for what is known; `stood` are words in whose place these come: what stood is
/// not asked about again.
#[must_use]
pub fn gravest(words: &str, stood: &str, known: &Known) -> Option<Why> {
    let before = if stood.is_empty() { HashSet::new() } else { found(stood) };
    let new = found(words).into_iter().filter(|signal| !known.has(signal) && !before.contains(signal));
    new.map(|signal| signal.why).min_by_key(|why| place(*why))
}

/// Whether there may be a sign in words, whatever is known.
#[must_use]
pub fn has_any(words: &str) -> bool {
    !found(words).is_empty()
}

const fn place(why: Why) -> usize {
    match why {
        Why::Lead => 0,
        Why::Invite => 1,
        Why::Phone => 2,
        Why::Mail => 3,
        _ => 4,
    }
}

struct Lists {
    invites: Vec<String>,
    tracked: Vec<String>,
    leads: Vec<Needle>,
}

static READ: LazyLock<Lists> = LazyLock::new(|| {
    let of = |sort: &str| {
        let after = LISTS.split_once(&format!("[{sort}]\n")).map_or("", |(_, after)| after);
        let lines = after.lines().take_while(|line| !line.starts_with('['));
        lines.filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let leads = of("lead").iter().flat_map(|line| needles(line)).collect();
    Lists { invites: of("invite"), tracked: of("tracked"), leads }
});

/// All that looks like selling in words; what they quote is not their own.
fn found(words: &str) -> HashSet<Signal> {
    let own: Vec<&str> = words.lines().filter(|line| !line.trim_start().starts_with('>')).collect();
    let own = own.join("\n");
    let mut found: HashSet<Signal> = HashSet::new();
    for word in own.split(is_between) {
        let word = word.trim_matches(|c: char| ".!?:".contains(c)).to_lowercase();
        if let Some(why) = sort_of(&word) {
            found.insert(Signal { why, what: word });
        }
    }
    found.extend(numbers(&without_links(&own)).into_iter().map(|what| Signal { why: Why::Phone, what }));
    let folded = Folded::of(&own);
    let leads = READ.leads.iter().filter(|lead| folded.holds(lead));
    found.extend(leads.map(|lead| Signal { why: Why::Lead, what: format!("{lead:?}") }));
    found
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || "<>()[]\"'*,;|".contains(c)
}

/// A text without what leads elsewhere: the name of a picture may be made of digits, and nobody calls it.
fn without_links(text: &str) -> String {
    let is_link = |word: &str| {
        let word = word.to_ascii_lowercase();
        word.starts_with("https://") || word.starts_with("http://")
    };
    text.split_inclusive(is_between).map(|word| if is_link(word) { " " } else { word }).collect()
}

/// What one word is: an address, an invitation, a link that counts.
fn sort_of(word: &str) -> Option<Why> {
    let link = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
    let bare = link.unwrap_or(word);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let begins = |place: &String| {
        bare.strip_prefix(place.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    // The bare name of a place leads nowhere; what stands behind it does.
    if bare.contains('/') && READ.invites.iter().any(begins) {
        return Some(Why::Invite);
    }
    let is_short = READ.tracked.iter().filter(|part| part.contains('.')).any(begins);
    if (bare.contains('/') && is_short) || counts(bare) {
        return Some(Why::Tracked);
    }
    (link.is_none() && is_mail(word)).then_some(Why::Mail)
}

/// Whether a link says in its question who sent people.
fn counts(link: &str) -> bool {
    let Some((_, question)) = link.split_once('?') else { return false };
    let question = question.split('#').next().unwrap_or_default();
    question.split('&').any(|part| {
        let marks = READ.tracked.iter().filter(|mark| !mark.contains('.'));
        marks.into_iter().any(|mark| part.starts_with(mark.as_str()))
    })
}

/// Whether a word is somebody's address; `@name@place` is how people of other communities are named.
fn is_mail(word: &str) -> bool {
    let word = word.strip_prefix("mailto:").unwrap_or(word);
    let Some((name, host)) = word.split_once('@') else { return false };
    let is_host = links::hosts(host).first().is_some_and(|found| found == host);
    !name.is_empty() && is_host && name.chars().all(|c| c.is_alphanumeric() || "._+-".contains(c))
}

/// Numbers to call, as their digits.
fn numbers(words: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    for line in words.lines() {
        numbers.extend(spelt(line));
        let part = |c: char| c.is_ascii_digit() || "+-. /()\u{a0}\u{2011}".contains(c);
        for run in line.split(|c| !part(c)) {
            let groups: Vec<&str> = run.split(|c: char| !c.is_ascii_digit()).collect();
            let groups: Vec<&str> = groups.into_iter().filter(|group| !group.is_empty()).collect();
            numbers.extend(number(&groups, run.trim_start().starts_with('+')));
        }
    }
    numbers
}

/// Digits in groups as one number, unless they read as dates, years or a count.
fn number(groups: &[&str], is_abroad: bool) -> Option<String> {
    let is_year =
        |group: &&str| group.len() == 4 && ["19", "20"].iter().any(|begin| group.starts_with(begin));
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let is_date =
        matches!(lengths.as_slice(), [1 | 2, 1 | 2, 4, ..] | [4, 2, 2, ..]) && groups.iter().any(is_year);
    let all_years = groups.iter().all(is_year);
    let longest = lengths.iter().max().copied().unwrap_or(0);
    if is_date || all_years || longest < 2 || (longest < 3 && !is_abroad) || groups.len() > PARTS_MAX {
        return None;
    }
    let number = groups.concat();
    let fits = if is_abroad { DIGITS_ABROAD } else { DIGITS };
    fits.contains(&number.len()).then_some(number)
}

/// Numbers that spell a word: `1-800-GET-WELL`.
fn spelt(line: &str) -> impl Iterator<Item = String> {
    line.split_whitespace().filter_map(|word| {
        let parts: Vec<&str> = word.split('-').skip_while(|part| *part == "1").collect();
        let (first, rest) = parts.split_first()?;
        let rest = rest.concat();
        let is_word = rest.len() >= SAME_DIGITS && rest.chars().any(char::is_alphabetic);
        let fits = SPELT.contains(first) && is_word && rest.chars().all(char::is_alphanumeric);
        fits.then(|| format!("{first}{}", rest.to_lowercase()))
    })
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn is_same_number(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let end = short.trim_start_matches('0');
    one == other || (end.len() >= SAME_DIGITS && long.ends_with(end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn met(words: &str) -> Option<Why> {
        gravest(words, "", &Known::default())
    }

    #[test]
    fn numbers_to_call_are_met_and_other_numbers_are_not() {
        for words in [
            "Call me: (555) 123-4567",
            "+49 30 1234567",
            "+1 (800) 555 0199 any time",
            "ring 0800 1110111",
            "900.200.514",
            "1-800-GETWELL",
            "888-DETOX-NOW",
            "https://rest.example (555) 123-4567",
        ] {
            assert_eq!(met(words), Some(Why::Phone), "{words}");
        }
        for words in [
            "since 12.11.2026",
            "2026-11-26 19:30",
            "2019 2020 2021 2022",
            "day 1 2 3 4 5 6 7 8 9 10",
            "1,000,000 reasons",
            "988",
            "I weigh 70.5 kg and slept 8 hours",
            "12/11/2026 10:00",
            "page 123-456",
            "ISBN 978-3-16-148410-0",
            "![A lake](https://pictures.example/1732720000.jpg) and https://pictures.example/ab4466554400cd.png",
            "https://pictures.example https://pictures.example/446655440000",
        ] {
            assert_eq!(met(words), None, "{words}");
        }
    }

    #[test]
    fn addresses_invitations_and_links_that_count_are_met() {
        for (words, why) in [
            ("write to beds@sober-homes.example.", Why::Mail),
            ("<mailto:beds@sober-homes.example>", Why::Mail),
            ("join https://t.me/freshstart", Why::Invite),
            ("WA.me/15551234", Why::Invite),
            ("discord.gg/abc", Why::Invite),
            ("https://discord.com/invite/abc", Why::Invite),
            ("https://homes.example/?utm_source=forum", Why::Tracked),
            ("https://homes.example/join?a=1&ref=tom", Why::Tracked),
            ("https://bit.ly/3x", Why::Tracked),
        ] {
            assert_eq!(met(words), Some(why), "{words}");
        }
        for words in [
            "hello @quiet_ada@calmwater.example",
            "https://library.example/books?page=2",
            "we moved to discord.com for a while",
            "https://example.org/preference?href=2",
            "bit.ly is a shortener",
        ] {
            assert_eq!(met(words), None, "{words}");
        }
    }

    #[test]
    fn what_sellers_say_is_met_in_both_languages_and_not_where_it_is_quoted() {
        for words in [
            "DM me for a discount",
            "We can help you, call!",
            "There is a scholarship bed.",
            "Tenemos camas en nuestra casa",
            "\u{a1}Ll\u{e1}manos hoy!",
        ] {
            assert_eq!(met(words), Some(Why::Lead), "{words}");
        }
        assert_eq!(met("> DM me for a discount\n\nThat is what they wrote to me."), None);
        assert_eq!(met("My insurance ran out, and I went to bed."), None);
    }

    #[test]
    fn what_people_say_to_stay_safe_is_never_met() {
        for words in include_str!("safety_words.txt").lines() {
            assert_eq!(met(words), None, "{words}");
        }
    }

    #[test]
    fn what_the_community_says_itself_is_no_sign_and_neither_is_what_stood() {
        let own = ["Our phone list: post@owls.example, t.me/owls_only".to_owned()];
        let known = Known::of(true, &own, &["0800 1110111".to_owned(), "+34 900 200 514".to_owned()]);
        for words in
            ["+49 800 1110111", "0800/1110111", "900 200 514", "Post@owls.example", "https://x.example"]
        {
            assert_eq!(gravest(words, "", &known), None, "{words}");
        }
        assert_eq!(gravest("0800 1110112", "", &known), Some(Why::Phone));
        assert_eq!(gravest("t.me/others", "", &known), Some(Why::Invite));
        assert_eq!(gravest("Call (555) 123-4567 now", "(555) 123-4567", &Known::default()), None);
        assert_eq!(gravest("Call 555 123 4568", "(555) 123-4567", &Known::default()), Some(Why::Phone));
        assert!(
            known.leads_to_all("see https://owls.example/a", "")
                && !known.leads_to_all("https://x.example", "")
        );
        assert!(known.leads_to_all("https://x.example/2", "https://x.example/1"));
    }

    #[test]
    fn the_list_is_whole() {
        assert!(READ.invites.len() > 10 && READ.tracked.len() > 15 && READ.leads.len() > 100);
    }

    proptest! {
        #[test]
        fn nothing_breaks_it(text in "\\PC{0,200}", stood in "\\PC{0,60}") {
            let _ = gravest(&text, &stood, &Known::of(true, std::slice::from_ref(&stood), &[]));
        }
    }
}
