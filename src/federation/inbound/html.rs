//! HTML from elsewhere made into the Markdown our own renderer draws, so that their words come out through the same gate as
//! ours. Cleaned first: what is read here is well-formed and made of few tags.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

const TAGS: &[&str] = &[
    "p",
    "br",
    "a",
    "strong",
    "b",
    "em",
    "i",
    "del",
    "s",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "div",
    "table",
    "tr",
];
/// Longer than any post that fits here.
const BYTES_MAX: usize = 400_000;
/// Tags within each other that are read at all.
const NESTED_MAX: usize = 256;
/// Lists and quotes within each other.
const DEEPEST: usize = 6;

static GATE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut gate = Builder::empty();
    gate.tags(TAGS.iter().copied().collect())
        .clean_content_tags(HashSet::from(["script", "style", "template", "svg", "math"]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"]))]))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(None);
    gate
});

/// The words as Markdown. Pictures and whatever else draws or runs are gone.
pub(super) fn to_markdown(html: &str) -> String {
    let html = html.get(..html.floor_char_boundary(BYTES_MAX)).unwrap_or_default();
    let clean = GATE.clean(shallow(html)).to_string();
    let mut writer = Writer::default();
    let mut rest = clean.as_str();
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        writer.words(words);
        let Some((tag, after)) = tag.split_once('>') else { break };
        writer.tag(tag.trim_start_matches('<'));
        rest = after;
    }
    writer.words(rest);
    writer.out.trim().to_owned()
}

/// As much of it as is not nested beyond what people write: the time a parser takes grows with the square of the depth.
fn shallow(html: &str) -> &str {
    let mut depth = 0_usize;
    for (at, _) in html.match_indices('<') {
        let tag = html.get(at + 1..).unwrap_or_default();
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
            continue;
        }
        let name: String =
            tag.chars().take_while(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        // These close each other, or hold nothing.
        if name.is_empty()
            || matches!(name.as_str(), "p" | "br" | "hr" | "img" | "li" | "wbr" | "tr" | "td" | "th")
        {
            continue;
        }
        depth += 1;
        if depth > NESTED_MAX {
            return html.get(..at).unwrap_or_default();
        }
    }
    html
}

#[derive(Default)]
struct Writer {
    out: String,
    /// What every line begins with: quotes, and room below a list's sign.
    margins: Vec<String>,
    /// Numbers of the lists around; none for one with dots.
    lists: Vec<Option<usize>>,
    link: Option<(String, usize)>,
    is_verbatim: bool,
}

impl Writer {
    fn words(&mut self, raw: &str) {
        let text =
            raw.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&quot;", "\"");
        let text = text.replace("&amp;", "&");
        if self.is_verbatim {
            let margin = self.margins.concat();
            self.out.push_str(&text.replace('\n', &format!("\n{margin}")));
            return;
        }
        let is_at_start = self.out.is_empty() || self.out.ends_with(['\n', ' ']);
        let mut words = text.split_whitespace();
        if !is_at_start && text.starts_with(char::is_whitespace) {
            self.out.push(' ');
        }
        if let Some(first) = words.next() {
            let begins_line = self.out.is_empty() || self.out.ends_with(['\n']) || self.begins_line();
            escape(&mut self.out, first, begins_line);
        }
        for word in words {
            self.out.push(' ');
            escape(&mut self.out, word, false);
        }
        if text.ends_with(char::is_whitespace) && !self.out.ends_with(char::is_whitespace) {
            self.out.push(' ');
        }
    }

    fn begins_line(&self) -> bool {
        let line = self.out.rsplit('\n').next().unwrap_or_default();
        line.trim_start_matches(['>', ' ', '-']).is_empty()
    }

    fn tag(&mut self, tag: &str) {
        let (is_end, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        match name {
            "br" => self.line("\n"),
            "hr" => {
                self.block();
                self.out.push_str("---");
                self.block();
            }
            "strong" | "b" => self.out.push_str("**"),
            "em" | "i" => self.out.push('*'),
            "del" | "s" => self.out.push_str("~~"),
            "code" if self.is_verbatim => {}
            "code" => self.out.push('`'),
            "a" if is_end => self.end_link(),
            "a" => {
                let href = tag.split_once("href=\"").and_then(|(_, rest)| rest.split('"').next());
                self.link = href.map(|href| (href.replace("&amp;", "&"), self.out.len()));
            }
            "pre" => self.verbatim(is_end),
            "ul" | "ol" if is_end => {
                self.lists.pop();
                self.block();
            }
            "ul" | "ol" => {
                self.lists.push((name == "ol").then_some(0));
                if self.lists.len() == 1 {
                    self.block();
                }
            }
            "li" => self.item(is_end),
            "blockquote" if is_end => {
                self.margins.pop();
                self.block();
            }
            "blockquote" => {
                self.block();
                self.margin("> ");
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.block();
                if !is_end {
                    self.out.push_str(if matches!(name, "h1" | "h2") { "### " } else { "#### " });
                }
            }
            _ => self.block(),
        }
    }

    /// Marks deeper than anybody reads are left out, so that lines stay short.
    fn margin(&mut self, mark: &str) {
        let is_shallow = self.margins.len() < DEEPEST;
        if is_shallow {
            self.out.push_str(mark);
        }
        self.margins.push(if is_shallow { mark.to_owned() } else { String::new() });
    }

    fn item(&mut self, is_end: bool) {
        if is_end {
            self.margins.pop();
            return;
        }
        if !self.out.is_empty() && !self.out.ends_with('\n') && !self.begins_line() {
            self.line("\n");
        }
        let mut sign = "- ".to_owned();
        if let Some(Some(number)) = self.lists.last_mut() {
            *number += 1;
            sign = format!("{number}. ");
        }
        if self.margins.len() < DEEPEST {
            self.out.push_str(&sign);
            self.margins.push(" ".repeat(sign.len()));
        } else {
            self.margins.push(String::new());
        }
    }

    fn verbatim(&mut self, is_end: bool) {
        if is_end {
            self.line("\n");
            self.out.push_str("```");
            self.is_verbatim = false;
            self.block();
        } else {
            self.block();
            self.out.push_str("```");
            self.line("\n");
            self.is_verbatim = true;
        }
    }

    /// A link whose words are its address, a name or a tag needs no second address.
    fn end_link(&mut self) {
        let Some((href, from)) = self.link.take() else { return };
        let words = self.out.get(from..).unwrap_or_default().to_owned();
        let plain = words.replace('\\', "");
        let shown = plain.trim().trim_end_matches('…');
        let bare = href.split_once("://").map_or(href.as_str(), |(_, bare)| bare);
        if shown.starts_with(['@', '#']) {
            return;
        }
        self.out.truncate(from);
        if shown.is_empty() || shown == href || (shown.len() > 3 && bare.starts_with(shown)) {
            self.out.push_str(&href);
        } else {
            let _ = write!(self.out, "[{}](<{}>)", words.trim(), href.replace(['<', '>', '\n'], ""));
        }
    }

    fn line(&mut self, end: &str) {
        let kept = self.out.trim_end_matches(' ').len();
        self.out.truncate(kept);
        self.out.push_str(end);
        self.out.push_str(&self.margins.concat());
    }

    fn block(&mut self) {
        if self.out.is_empty() || (self.begins_line() && !self.margins.is_empty()) {
            return;
        }
        let margin = self.margins.concat();
        let kept = self.out.trim_end_matches([' ', '>', '\n']).len();
        self.out.truncate(kept);
        if kept > 0 {
            let _ = write!(self.out, "\n{}\n{margin}", margin.trim_end());
        }
    }
}

/// A word with the signs of Markdown made harmless.
fn escape(out: &mut String, word: &str, begins_line: bool) {
    let is_address = word.starts_with("http://") || word.starts_with("https://");
    let is_number = word.trim_end_matches(['.', ')']).chars().all(|c| c.is_ascii_digit()) && word.len() > 1;
    for (at, letter) in word.char_indices() {
        let is_sign =
            matches!(letter, '\\' | '`' | '*' | '[' | ']' | '<' | '~') || (letter == '_' && !is_address);
        let is_first = at == 0 && begins_line && matches!(letter, '#' | '>' | '-' | '+' | '=');
        let ends_number = begins_line && is_number && matches!(letter, '.' | ')');
        if is_sign || is_first || ends_number {
            out.push('\\');
        }
        out.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::to_markdown;
    use crate::kernel::markdown;

    #[test]
    fn what_was_written_there_reads_the_same_here() {
        for (html, expected) in [
            (
                "<p>One <strong>day</strong> at a <em>time</em>.</p><p>Two</p>",
                "One **day** at a *time*.\n\nTwo",
            ),
            ("a<br>b", "a\nb"),
            ("<ul><li>one</li><li>two</li></ul><p>x</p>", "- one\n- two\n\nx"),
            ("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"),
            ("<blockquote><p>said</p><p>more</p></blockquote><p>answer</p>", "> said\n>\n> more\n\nanswer"),
            ("<h1>Big</h1><p>x</p>", "### Big\n\nx"),
            ("<pre><code>a &lt; b\n  c</code></pre>", "```\na < b\n  c\n```"),
            ("<p>1. not a list</p><p># not a head</p>", "1\\. not a list\n\n\\# not a head"),
            ("<p>2 * 3 * 4 and a_b</p>", "2 \\* 3 \\* 4 and a\\_b"),
            (r#"<a href="https://calm.example/a">here</a>"#, "[here](<https://calm.example/a>)"),
            (
                r#"<a href="https://calm.example/a_b">https://calm.example/a_b</a>"#,
                "https://calm.example/a_b",
            ),
            (r#"<a class="mention" href="https://calm.example/@wren">@wren</a> hello"#, "@wren hello"),
        ] {
            assert_eq!(to_markdown(html), expected, "{html}");
        }
    }

    #[test]
    fn what_draws_or_runs_is_gone() {
        for html in [
            "<script>alert(1)</script>hi",
            r#"<a href="javascript:alert(1)">hi</a>"#,
            "<svg onload=alert(1)></svg>hi",
            "<p onclick=alert(1)>hi",
            r#"<noscript><p title="</noscript><img src=x onerror=alert(1)>">hi"#,
            "<style>p{}</style><math><mi>x</mi></math>hi",
            r#"<img src="https://evil.example/seen.png" alt="hi">hi"#,
            "&lt;img src=x onerror=alert(1)&gt;hi",
        ] {
            let drawn = markdown::render(&to_markdown(html)).as_str().to_owned();
            assert!(drawn.contains("hi"), "{html}: {drawn}");
            for sign in ["<script", "<img", "<svg", "javascript:", "onclick=\"", "<style"] {
                assert!(!drawn.contains(sign), "{html}: {drawn}");
            }
        }
    }

    #[test]
    fn what_is_nested_deeper_than_people_write_is_left_out() {
        let deep = format!("<p>first</p>{}within", "<blockquote>".repeat(300));
        let read = to_markdown(&deep);
        assert!(read.starts_with("first") && !read.contains("within"), "{read}");
        let many = "<blockquote><p>said<br></blockquote>".repeat(1_000);
        assert_eq!(to_markdown(&many).matches("said").count(), 1_000, "much is not deep");
        let open = "<p>one<li>two".repeat(500);
        assert_eq!(to_markdown(&open).matches("two").count(), 500);
    }

    #[test]
    fn no_text_grows_beyond_measure() {
        for html in
            ["<".repeat(100_000), "<b>".repeat(50_000), "<blockquote>".repeat(20_000), "@".repeat(400_000)]
        {
            let drawn = markdown::render(&to_markdown(&html)).as_str().len();
            assert!(drawn <= 6 * html.len(), "{}: {drawn}", &html[..10]);
        }
    }
}
