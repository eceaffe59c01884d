//! Evens out quotes, dashes and spaces: small habits of typing can tell who wrote under an alias.

/// The same words with straight quotes, plain dashes, single spaces and three dots.
///
/// Lines stay lines. Indentation stays, because Markdown reads it.
pub fn plain_typography(text: &str) -> String {
    let rows: Vec<String> = text.lines().map(plain_row).collect();
    rows.join("\n")
}

fn plain_row(row: &str) -> String {
    let mut out = String::with_capacity(row.len());
    let mut is_indented = true;
    for c in row.trim_end().chars() {
        let is_space = c.is_whitespace();
        match c {
            '‘' | '’' | '‚' | '‛' | '′' | '´' => out.push('\''),
            '“' | '”' | '„' | '‟' | '″' | '«' | '»' => out.push('"'),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => out.push('-'),
            '…' => out.push_str("..."),
            _ if is_space && !is_indented && out.ends_with(' ') => {}
            '\t' if is_indented => out.push('\t'),
            _ if is_space => out.push(' '),
            _ => out.push(c),
        }
        is_indented = is_indented && is_space;
    }
    out
}

#[test]
fn habits_of_typing_are_evened_out() {
    check("“Fine,” she said…", "\"Fine,\" she said...");
    check("one — two", "one - two");
    check("a  b\u{a0}c   ", "a b c");
    check("  - kept\n\tcode", "  - kept\n\tcode");
    check("it’s ‘so’", "it's 'so'");

    #[track_caller]
    fn check(typed: &str, plain: &str) {
        assert_eq!(plain_typography(typed), plain);
    }
}
