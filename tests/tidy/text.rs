//! Reading Rust and templates as text: what is code, what begins a word, what a path goes on with.

/// The text without comments and the closing `mod tests`; strings and line breaks stay.
pub fn code(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default());
    while let Some(c) = rest.chars().next() {
        let upto = |end: &str, from: usize| {
            rest.get(from..).and_then(|r| r.find(end)).map_or(rest.len(), |at| from + at + end.len())
        };
        let (taken, kept) = match c {
            '/' if rest.starts_with("//") => (upto("\n", 2).saturating_sub(1).max(2), false),
            '/' if rest.starts_with("/*") => (upto("*/", 2), false),
            'r' if rest.starts_with("r#\"") => (upto("\"#", 3), true),
            '\'' if rest.starts_with("'\"'") => (3, true),
            '"' => {
                let (mut end, mut escaped) = (1, false);
                for c in rest.chars().skip(1) {
                    end += c.len_utf8();
                    if c == '"' && !escaped {
                        break;
                    }
                    escaped = c == '\\' && !escaped;
                }
                (end, true)
            }
            _ => (c.len_utf8(), true),
        };
        let (piece, left) = rest.split_at(taken);
        if kept {
            out.push_str(piece);
        } else {
            out.extend(piece.chars().filter(|c| *c == '\n'));
        }
        rest = left;
    }
    out
}

/// Each place where `needle` begins a word: its line, and the text that follows.
pub fn after<'a>(text: &'a str, needle: &str) -> Vec<(usize, &'a str)> {
    let mut found = vec![];
    for (at, _) in text.match_indices(needle) {
        let (before, rest) = text.split_at(at);
        let inside_a_word = is_word(needle.chars().next()) && is_word(before.chars().next_back());
        if !inside_a_word {
            found.push((before.matches('\n').count() + 1, rest.strip_prefix(needle).unwrap_or_default()));
        }
    }
    found
}

pub fn is_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() || c == '_')
}

pub fn ident(text: &str) -> &str {
    text.split(|c| !is_word(Some(c))).next().unwrap_or_default()
}

/// What a path goes on with: `a` in `a::b`, and both `a` and `c` in `{a::b, c}`.
pub fn heads(rest: &str) -> Vec<&str> {
    let Some(group) = rest.strip_prefix('{') else { return vec![ident(rest)] };
    let (mut depth, mut start, mut heads) = (0_usize, 0, vec![]);
    for (at, c) in group.char_indices() {
        if depth == 0 && (c == ',' || c == '}') {
            heads.push(ident(group.get(start..at).unwrap_or_default().trim_start()));
            start = at + 1;
        }
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            _ => {}
        }
    }
    heads
}

/// The text with everything between the two marks taken out; line breaks stay.
pub fn without(text: &str, open: &str, close: &str) -> String {
    let mut parts = text.split(open);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (inside, rest) = part.split_once(close).unwrap_or((part, ""));
        out.extend(inside.chars().filter(|c| *c == '\n'));
        out.push(' ');
        out.push_str(rest);
    }
    out
}
