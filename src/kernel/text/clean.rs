//! What is taken out of a text so that it shows what a person meant, and nothing else.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// Marks stacked on one letter: no language needs more of these; "zalgo" does.
const MARKS_MAX: usize = 4;
/// Vowel signs and medials of scripts that write syllables (Burmese needs six).
const SIGNS_MAX: usize = 8;
/// Two blank lines are three line breaks.
const BREAKS_MAX: usize = 3;

const ZERO_WIDTH_NON_JOINER: char = '\u{200C}';
const ZERO_WIDTH_JOINER: char = '\u{200D}';

/// One line, every run of white space one space.
pub(super) fn line(raw: &str) -> String {
    let text = visible(raw);
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Several lines, without trailing spaces and long gaps.
pub(super) fn block(raw: &str) -> String {
    let text = visible(raw);
    let mut out = String::with_capacity(text.len());
    let mut breaks = 0;
    for row in text.split('\n').map(str::trim_end) {
        if row.is_empty() {
            breaks += 1;
            continue;
        }
        if !out.is_empty() {
            (0..(breaks + 1).min(BREAKS_MAX)).for_each(|_| out.push('\n'));
        }
        breaks = 0;
        out.push_str(row);
    }
    out.trim().to_owned()
}

/// Whether nothing in it can be seen.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == BRAILLE_BLANK || is_joiner(c) || is_combining_mark(c))
}

/// Control characters that a paste may bring and no one misses.
pub(super) fn is_stray_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}')
}

/// Looks like a space, counts as a symbol.
const BRAILLE_BLANK: char = '\u{2800}';

fn visible(raw: &str) -> String {
    if super::is_plain(raw) {
        return raw.to_owned();
    }
    let shown: Vec<char> = raw
        .replace("\r\n", "\n")
        .chars()
        .map(|c| if is_break(c) { '\n' } else { c })
        .filter(|&c| !is_stray_control(c) && !is_invisible(c))
        .collect();
    let mut shown: Vec<char> = thin_marks(shown.into_iter()).chars().collect();
    shown.dedup_by(|next, one| is_joiner(*next) && is_joiner(*one));
    thin_marks(joined(&shown).nfc())
}

/// Drops joiners that join nothing: they serve to make two equal words differ.
///
/// Letters are judged, not the marks on them: composing may yet put those in another order.
fn joined(shown: &[char]) -> std::vec::IntoIter<char> {
    let mut kept: Vec<char> = Vec::with_capacity(shown.len());
    let mut before = ' ';
    for (at, &c) in shown.iter().enumerate() {
        if is_joiner(c) {
            let is_first = kept.last().is_some_and(|&last| !is_joiner(last));
            let mut next =
                shown.iter().skip(at + 1).filter(|&&next| !is_combining_mark(next) && !is_joiner(next));
            if is_first && next.next().is_some_and(|&after| joins(before, c, after)) {
                kept.push(c);
            }
            continue;
        }
        if !is_combining_mark(c) {
            before = c;
        }
        kept.push(c);
    }
    kept.into_iter()
}

fn joins(before: char, joiner: char, after: char) -> bool {
    let is_word =
        is_cursive(before) && (is_cursive(after) || (joiner == ZERO_WIDTH_JOINER && !after.is_whitespace()));
    is_word || (joiner == ZERO_WIDTH_JOINER && is_emoji(before) && is_emoji(after))
}

fn thin_marks(text: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    let mut marks = 0;
    let mut has_base = false;
    for c in text {
        if is_joiner(c) {
            out.push(c);
            continue;
        }
        if !is_combining_mark(c) {
            marks = 0;
            has_base = !c.is_whitespace();
            out.push(c);
            continue;
        }
        let most = if stacks(c) { MARKS_MAX } else { SIGNS_MAX };
        if has_base && marks < most {
            marks += 1;
            out.push(c);
        }
    }
    out
}

/// Marks that pile up over and under, rather than standing in line.
fn stacks(mark: char) -> bool {
    canonical_combining_class(mark) != 0
        || matches!(mark, '\u{488}' | '\u{489}' | '\u{1ABE}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}')
}

fn is_break(c: char) -> bool {
    matches!(c, '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, ZERO_WIDTH_JOINER | ZERO_WIDTH_NON_JOINER)
}

/// Format characters: they reorder, hide or carry what nobody sees. Joiners are judged apart.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0D}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Scripts in which a joiner changes how a word is read: Arabic, Syriac, Mongolian, Indic and kin.
fn is_cursive(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{7FF}' | '\u{840}'..='\u{DFF}' | '\u{F00}'..='\u{109F}' | '\u{1780}'..='\u{18AF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{11000}'..='\u{11FFF}')
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{FE0F}' | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{25A0}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}
