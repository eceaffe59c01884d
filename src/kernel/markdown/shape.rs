//! Bounds how deep a text may nest, and turns what we do not draw into what we do.

use std::borrow::Cow;

use comrak::Arena;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::{AstNode, NodeHeading, NodeValue};
use url::{Host, Url};

/// Quotes and lists within one another, as many as a phone can show.
const NESTING_MAX: usize = 8;
/// Deeper indentation than this can only nest lists beyond that.
const INDENT_MAX: usize = 64;
/// Anything within anything.
const DEPTH_MAX: usize = 24;
/// Brackets and emphasis marks in one paragraph; beyond, they are shown as typed.
const MARKS_MAX: usize = 4_000;

/// The same Markdown with no line nested deeper than can be shown.
///
/// Done before parsing, so that a hostile text costs the parser nothing.
pub(super) fn shallow(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut marks = 0;
    for row in markdown.split_inclusive('\n') {
        let (prefix, words) = row.split_at(prefix_length(row));
        push_prefix(&mut out, prefix);
        if words.trim().is_empty() {
            marks = 0;
        }
        for c in words.chars() {
            if matches!(c, '[' | '*' | '_' | '~' | '`' | '<' | '!') {
                marks += 1;
                if marks > MARKS_MAX && c != '`' {
                    out.push('\\');
                }
                if marks > MARKS_MAX && c == '`' {
                    continue;
                }
            }
            out.push(c);
        }
    }
    out
}

/// How much of a row is white space, quote marks and list markers.
fn prefix_length(row: &str) -> usize {
    let mut end = 0;
    let mut rest = row;
    while let Some(piece) = container(rest) {
        end += piece;
        rest = row.get(end..).unwrap_or_default();
    }
    end
}

/// The length of one quote mark, list marker or run of spaces at the beginning of `rest`.
fn container(rest: &str) -> Option<usize> {
    let spaces = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if spaces > 0 {
        return Some(spaces);
    }
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = rest.get(digits..)?;
    let is_spaced = |marker: &str| marker.get(1..).is_some_and(|next| next.starts_with([' ', '\t']));
    match after.chars().next()? {
        '>' if digits == 0 => Some(1),
        '-' | '+' | '*' if digits == 0 && is_spaced(after) => Some(1),
        '.' | ')' if (1..=9).contains(&digits) && is_spaced(after) => Some(digits + 1),
        _ => None,
    }
}

fn push_prefix(out: &mut String, prefix: &str) {
    let mut rest = prefix;
    let (mut nesting, mut indent) = (0, 0);
    while let Some(length) = container(rest) {
        let (piece, after) = rest.split_at(length);
        rest = after;
        if piece.starts_with([' ', '\t']) {
            let room = INDENT_MAX.saturating_sub(indent);
            let kept = piece.get(..piece.len().min(room.max(1))).unwrap_or_default();
            indent += kept.len();
            out.push_str(kept);
        } else {
            nesting += 1;
            if nesting <= NESTING_MAX {
                out.push_str(piece);
            }
        }
    }
    out.push_str(rest);
}

/// Raw HTML becomes text, pictures become links, headings stay small, odd links become their words.
pub(super) fn simplify<'a>(arena: &'a Arena<'a>, root: &'a AstNode<'a>) {
    let mut depth = 0_usize;
    let mut links = 0_usize;
    let mut dissolved = Vec::new();
    let edges: Vec<NodeEdge<&AstNode<'_>>> = root.traverse().collect();
    for edge in edges {
        match edge {
            NodeEdge::Start(node) => {
                depth += 1;
                if change(arena, node) == After::Dissolve
                    || goes_when_deep(node, depth)
                    || (is_link(node) && links > 0)
                {
                    dissolved.push(node);
                }
                links += usize::from(is_link(node));
            }
            NodeEdge::End(node) => {
                depth -= 1;
                links = links.saturating_sub(usize::from(is_link(node)));
            }
        }
    }
    for node in dissolved {
        dissolve(node);
    }
}

#[derive(PartialEq, Eq)]
enum After {
    Keep,
    Dissolve,
}

/// Whether a node only wraps and wraps too deep: its words stay when it goes. An item goes with its list.
fn goes_when_deep(node: &AstNode<'_>, depth: usize) -> bool {
    use NodeValue::{BlockQuote, Emph, Item, Link, List, Strikethrough, Strong};
    match node.data().value {
        BlockQuote | Emph | Link(_) | List(_) | Strikethrough | Strong => depth > DEPTH_MAX,
        Item(_) => depth > DEPTH_MAX + 1,
        _ => false,
    }
}

fn is_link(node: &AstNode<'_>) -> bool {
    matches!(node.data().value, NodeValue::Link(_))
}

fn change<'a>(arena: &'a Arena<'a>, node: &'a AstNode<'a>) -> After {
    let mut data = node.data_mut();
    match &mut data.value {
        NodeValue::Heading(NodeHeading { level, .. }) => *level = if *level == 1 { 3 } else { 4 },
        NodeValue::HtmlInline(html) => data.value = NodeValue::Text(Cow::Owned(std::mem::take(html))),
        NodeValue::HtmlBlock(html) => {
            let words = std::mem::take(&mut html.literal);
            data.value = NodeValue::Paragraph;
            drop(data);
            for (at, row) in words.trim_end().lines().enumerate() {
                if at > 0 {
                    node.append(arena.alloc(NodeValue::LineBreak.into()));
                }
                node.append(arena.alloc(NodeValue::Text(Cow::Owned(row.to_owned())).into()));
            }
        }
        NodeValue::Link(link) => {
            link.title.clear();
            let Some(address) = web_address(&link.url) else { return After::Dissolve };
            link.url = address;
        }
        NodeValue::Image(image) => {
            image.title.clear();
            let Some(address) = web_address(&image.url) else { return After::Dissolve };
            let mut link = std::mem::take(image);
            let shown = Cow::Owned(std::mem::replace(&mut link.url, address));
            data.value = NodeValue::Link(link);
            drop(data);
            if node.first_child().is_none() {
                node.append(arena.alloc(NodeValue::Text(shown).into()));
            }
        }
        _ => {}
    }
    After::Keep
}

/// The address in its one spelling, if it leads to the web and carries no password.
fn web_address(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let is_named = matches!(url.host(), Some(Host::Domain(_) | Host::Ipv4(_)));
    let is_open = url.username().is_empty() && url.password().is_none();
    (matches!(url.scheme(), "http" | "https") && is_named && is_open).then(|| url.into())
}

/// Leaves the children where the node stood.
pub(super) fn dissolve<'a>(node: &'a AstNode<'a>) {
    while let Some(child) = node.first_child() {
        node.insert_before(child);
    }
    node.detach();
}
