//! The last gate: whatever the parser made, only these tags and attributes come out.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

/// The tags that may come out.
pub(super) const TAGS: &[&str] =
    &["p", "br", "em", "strong", "del", "blockquote", "ul", "ol", "li", "code", "pre", "a", "h3", "h4", "hr"];
/// The tags whose first strong letter decides the direction of their lines.
pub(super) const BLOCKS: &[&str] = &["p", "blockquote", "ul", "ol", "li", "pre", "h3", "h4"];
/// Readers and search engines owe nothing to a link, and the linked site learns nothing of them.
pub(super) const REL: &str = "nofollow noopener noreferrer ugc";

/// How a paragraph begins when it has come through the gate.
pub(super) const PARAGRAPH: &str = "<p dir=\"auto\">";

static GATE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut gate = Builder::empty();
    gate.tags(TAGS.iter().copied().collect())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))]))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some(REL));
    for block in BLOCKS {
        gate.set_tag_attribute_value(*block, "dir", "auto");
    }
    gate
});

/// The markup without anything that is not on the lists.
pub(super) fn sanitise(markup: &str) -> String {
    GATE.clean(markup).to_string()
}
