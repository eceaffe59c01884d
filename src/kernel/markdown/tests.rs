//! What Markdown becomes, and what can never come out of it.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::hostile::ATTEMPTS;
use super::sanitise::{BLOCKS, REL, TAGS};
use super::*;

#[track_caller]
fn check(markdown: &str, html: &str) {
    assert_eq!(render(markdown).as_str().trim_end(), html);
}

#[test]
fn what_people_write_is_drawn() {
    check("one\ntwo", "<p dir=\"auto\">one<br>\ntwo</p>");
    check(
        "*a* **b** ~~c~~ `d`",
        "<p dir=\"auto\"><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>",
    );
    check("---", "<hr>");
    check("> q", "<blockquote dir=\"auto\">\n<p dir=\"auto\">q</p>\n</blockquote>");
    check("3. third", "<ol start=\"3\" dir=\"auto\">\n<li dir=\"auto\">third</li>\n</ol>");
    check("```rust\nx < y\n```", "<pre dir=\"auto\"><code>x &lt; y\n</code></pre>");
}

#[test]
fn headings_stay_small() {
    check("# a", "<h3 dir=\"auto\">a</h3>");
    check("## a", "<h4 dir=\"auto\">a</h4>");
    check("###### a", "<h4 dir=\"auto\">a</h4>");
}

#[test]
fn links_leave_quietly_and_pictures_become_links() {
    let link =
        "<p dir=\"auto\"><a href=\"https://a.example/\" rel=\"nofollow noopener noreferrer ugc\">x</a></p>";
    check("[x](https://a.example/)", link);
    check("[x](https://a.example/ \"title\")", link);
    check("![x](https://a.example/)", link);
    check("[x](mailto:me@a.example)", "<p dir=\"auto\">x</p>");
    check("me@a.example", "<p dir=\"auto\">me@a.example</p>");
    check("[x](/g/night-owls)", "<p dir=\"auto\">x</p>");
    assert!(render("see https://a.example.").as_str().contains("href=\"https://a.example/\""));
    assert!(render("![](https://a.example/cat.png)").as_str().contains(">https://a.example/cat.png</a>"));
}

#[test]
fn html_shows_as_typed() {
    check("<b>x</b>", "<p dir=\"auto\">&lt;b&gt;x&lt;/b&gt;</p>");
    check("<div>\n\nx", "<p dir=\"auto\">&lt;div&gt;</p>\n<p dir=\"auto\">x</p>");
    check("I <3 you & me", "<p dir=\"auto\">I &lt;3 you &amp; me</p>");
}

#[test]
fn plain_text_is_the_words_alone() {
    check("# Hi\n\nI *am* [here](https://a.example).\nStill.", "Hi\nI am here.\nStill.");
    check("- one\n- two\n\n> three", "one\ntwo\nthree");
    check("```\ncode\n```\nafter", "code\nafter");
    check("![a cat](https://a.example/cat.png) <b>", "a cat <b>");

    #[track_caller]
    fn check(markdown: &str, words: &str) {
        assert_eq!(plain(markdown), words);
    }
}

#[test]
fn no_attempt_breaks_out() {
    let attempts: Vec<String> =
        ATTEMPTS.lines().filter(|row| !row.is_empty()).map(|row| row.replace('⏎', "\n")).collect();
    assert!(attempts.len() >= 60, "{} attempts", attempts.len());
    for attempt in &attempts {
        assert_safe(attempt);
        assert_safe(&format!("> - {attempt}"));
    }
    assert_safe(&attempts.join("\n"));
    assert_safe(&attempts.concat());
}

#[test]
fn the_guard_of_these_tests_can_bark() {
    let unsafe_html = [
        "<script>",
        "<p>",
        "<a href=\"https://a.example\">",
        "<p dir=\"auto\" onclick=\"x\">",
        "<ol start=\"x\" dir=\"auto\">",
        "<!-- -->",
        "<P dir=\"auto\">",
    ];
    for html in unsafe_html {
        assert!(first_fault(html).is_some(), "{html}");
    }
}

#[test]
fn ordinary_texts_reach_the_parser_untouched() {
    for markdown in [
        "> > quoted twice\n\n- a\n  - b\n    - c\n\n1. x\n2) y\n",
        "    code\n\tcode\n***\n---\n*a*\n-1 degrees\n2026. a year\n",
        "a > b\r\n\r\n\n   \n",
    ] {
        assert_eq!(shape::shallow(markdown), markdown);
    }
    assert_eq!(shape::shallow(&">".repeat(20)), ">".repeat(8));
}

#[test]
fn deep_texts_keep_their_words() {
    let list: String = (0..60).map(|n| "  ".repeat(n) + "- leaf" + &n.to_string() + "\n").collect();
    let emphasis =
        (0..60).map(|n| "*__leaf".to_owned() + &n.to_string() + " ").collect::<String>() + &"__*".repeat(60);
    for markdown in [list, emphasis] {
        let (html, words) = (render(&markdown), plain(&markdown));
        for leaf in (0..60).map(|n| format!("leaf{n}")) {
            assert!(html.as_str().contains(&leaf) && words.contains(&leaf), "{leaf} is gone");
        }
        let longest = words.split_whitespace().map(str::len).max();
        assert!(longest < Some(20), "words ran together: {words}");
    }
}

#[test]
fn deep_texts_are_drawn_in_good_time() {
    let deep = [
        ">".repeat(10_000),
        "> ".repeat(10_000),
        "- ".repeat(10_000),
        "1. ".repeat(10_000),
        "* > ".repeat(5_000),
        "[".repeat(20_000),
        "![".repeat(20_000),
        format!("{}x{}", "*".repeat(10_000), "*".repeat(10_000)),
        "*a ".repeat(10_000),
        "**a _b ".repeat(5_000),
        format!("{}x{}", "*a **b ".repeat(5_000), "b** a*".repeat(5_000)),
        format!("{}x{}", "[".repeat(10_000), "](https://a.example)".repeat(5_000)),
        "`".repeat(20_000),
        (1..400).map(|n| "`".repeat(n) + " ").collect(),
        "<".repeat(20_000),
        "<!--".repeat(5_000),
        "&".repeat(4_000),
        "~".repeat(20_000),
        "~~a ".repeat(5_000),
        (0..400).map(|n| "  ".repeat(n) + "- x\n").collect(),
        (0..400).map(|n| ">".repeat(n) + "x\n").collect(),
        "a\n\n".repeat(10_000),
        "https://a.example/(".repeat(2_000),
        "www.".repeat(5_000),
        "a@".repeat(10_000),
        "[a]: x\n".repeat(3_000),
        "\\".repeat(20_000),
    ];
    // Generous, for busy machines: optimised, each takes a few milliseconds.
    let limit = Duration::from_millis(if cfg!(debug_assertions) { 3_000 } else { 150 });
    for markdown in &deep {
        let begun = Instant::now();
        assert_safe(markdown);
        let _ = plain(markdown);
        let shown: String = markdown.chars().take(12).collect();
        assert!(begun.elapsed() < limit, "{shown} took {:?}", begun.elapsed());
    }
}

#[track_caller]
fn assert_safe(markdown: &str) {
    let html = render(markdown);
    if let Some(fault) = first_fault(html.as_str()) {
        panic!("{fault:?} came out of {markdown:?}: {}", html.as_str());
    }
    assert_eq!(sanitise::sanitise(html.as_str()), html.as_str(), "not stable: {markdown:?}");
}

/// The first tag not on the list, read without an HTML parser: every `<` must begin an allowed tag.
fn first_fault(html: &str) -> Option<&str> {
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let tag = rest.get(start + 1..)?;
        let Some(end) = tag.find('>') else { return Some(tag) };
        let (inside, after) = tag.split_at(end);
        if !is_allowed(inside) {
            return Some(inside);
        }
        rest = after;
    }
    None
}

fn is_allowed(inside: &str) -> bool {
    if let Some(name) = inside.strip_prefix('/') {
        return TAGS.contains(&name);
    }
    let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
    let is_block = BLOCKS.contains(&name);
    TAGS.contains(&name)
        && match name {
            "a" => is_link(attributes),
            "ol" if attributes.starts_with("start=") => attributes
                .strip_prefix("start=\"")
                .and_then(|rest| rest.strip_suffix("\" dir=\"auto\""))
                .is_some_and(|digits| digits.chars().all(|c| c.is_ascii_digit())),
            _ if is_block => attributes == "dir=\"auto\"",
            _ => attributes.is_empty(),
        }
}

fn is_link(attributes: &str) -> bool {
    let Some(rest) = attributes.strip_prefix("href=\"") else { return false };
    let Some((address, rel)) = rest.split_once('"') else { return false };
    (address.starts_with("http://") || address.starts_with("https://")) && rel == format!(" rel=\"{REL}\"")
}

/// Pieces of markup in any order.
fn soup() -> impl Strategy<Value = String> {
    let pieces = vec![
        "<",
        ">",
        "\"",
        "'",
        "`",
        "[",
        "]",
        "(",
        ")",
        "!",
        "*",
        "_",
        "~~",
        "#",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "1. ",
        "    ",
        "&lt;",
        "&#60;",
        "&quot;",
        "javascript:",
        "https://a.example",
        "<script>",
        "</p>",
        "<svg/onload=x>",
        "onclick=x",
        "<!--",
        "-->",
        "<style>",
        "\\",
        "x",
        " ",
        "data:",
        "```",
        "|",
        "---",
        "\u{0}",
        "\u{202E}",
        "🔥",
    ];
    proptest::collection::vec(proptest::sample::select(pieces), 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_stay_inside_the_list(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        assert_safe(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn random_markup_stays_inside_the_list(markdown in soup()) {
        assert_safe(&markdown);
    }

    #[test]
    fn words_are_not_lost(words in "[a-z]{1,9}( [a-z]{1,9}){0,9}") {
        prop_assert_eq!(plain(&words), words.clone());
        prop_assert!(render(&words).as_str().contains(&words));
    }

    #[test]
    fn prose_is_drawn_the_same_by_either_way(text in nearly_prose()) {
        if prose::is_prose(&text) {
            prop_assert_eq!(prose::render(&text), parsed(&text));
            prop_assert_eq!(prose::plain(&text), parsed_words(&text));
        }
    }
}

/// What people write, with a mark in it here and there that the short way must notice or may pass over.
fn nearly_prose() -> impl Strategy<Value = String> {
    let words: &'static [&'static str] = &[
        "Day", "a", "12", "3.", "it's", "“so”", "été", "شكرا", "🙂", "(or", "not)", "www", "x:y", "e\u{301}",
    ];
    let marks: &'static [&'static str] =
        &[",", ".", ";", ":", "?", "!", "'", "\"", "-", "--", "/", "//", "%", "$", "+", "=", "#", "…", "—"];
    let piece = prop_oneof![
        8 => proptest::sample::select(words).prop_map(str::to_owned),
        4 => proptest::sample::select(marks).prop_map(str::to_owned),
        6 => Just(" ".to_owned()),
        2 => Just("\n".to_owned()),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

#[test]
fn most_of_what_people_write_takes_the_short_way() {
    for text in [
        "Ninety days today.",
        "I slept.\nThat is new for me.\n\nThank you all, so much!",
        "3 years: it's \"home\" (now) 🙂",
    ] {
        assert!(prose::is_prose(text), "{text}");
    }
    for text in [
        "1. one",
        "- one",
        " x",
        "a *b*",
        "<b>",
        "a & b",
        "www.a.example",
        "http://a.example",
        "a\tb",
        "x  \ny",
    ] {
        assert!(!prose::is_prose(text), "{text}");
    }
}
