//! Markdown as people write it, made into a small and safe HTML.

mod pictures;
mod prose;
mod sanitise;
mod shape;

use std::fmt;

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, format_html, parse_document};

pub use pictures::without_pictures;

/// No text on any page is longer; what lies beyond is not drawn.
const BYTES_MAX: usize = 400_000;

/// HTML that is safe to print as it is. Only [`render`] makes it.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Html(String);

impl Html {
    /// The markup.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The length only: logs must never hold what people wrote.
impl fmt::Debug for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Html({} bytes)", self.0.len())
    }
}

/// Templates print it unescaped.
impl askama::filters::HtmlSafe for Html {}

/// Markdown as HTML: a typed line break shows, tags show as typed, pictures become links.
#[must_use]
pub fn render(markdown: &str) -> Html {
    let markdown = clipped(markdown);
    Html(if prose::is_prose(markdown) { prose::render(markdown) } else { parsed(markdown) })
}

fn parsed(markdown: &str) -> String {
    let arena = Arena::new();
    let options = options();
    let root = parse_document(&arena, &shape::shallow(markdown), &options);
    shape::simplify(&arena, root);
    let mut drawn = String::new();
    // Writing to a `String` cannot fail; were it to, what was drawn so far is still sanitised.
    let _ = format_html(root, &options, &mut drawn);
    sanitise::sanitise(&drawn)
}

/// The words alone, one block a line: for search, feeds and excerpts.
#[must_use]
pub fn plain(markdown: &str) -> String {
    let markdown = clipped(markdown);
    if prose::is_prose(markdown) { prose::plain(markdown) } else { parsed_words(markdown) }
}

fn parsed_words(markdown: &str) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, &shape::shallow(markdown), &options());
    shape::simplify(&arena, root);
    let mut words = String::new();
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push('\n'),
            NodeValue::CodeBlock(code) => {
                end_line(&mut words);
                words.push_str(&code.literal);
            }
            value if value.block() => end_line(&mut words),
            _ => {}
        }
    }
    words.trim().to_owned()
}

fn end_line(words: &mut String) {
    if !words.is_empty() && !words.ends_with('\n') {
        words.push('\n');
    }
}

fn clipped(markdown: &str) -> &str {
    let end = markdown.floor_char_boundary(BYTES_MAX);
    markdown.get(..end).unwrap_or_default()
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.render.hardbreaks = true;
    options.render.escape = true;
    options
}

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod tests;
