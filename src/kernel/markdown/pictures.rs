//! Words without the pictures, films and sounds that they lead to: for communities whose pictures a host does not take.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, format_commonmark, parse_document};
use url::Url;

use super::{clipped, options, shape};

/// What addresses of pictures, films and sounds end in.
const ENDINGS: &[&str] = &[
    "aac", "apng", "avi", "avif", "bmp", "flac", "gif", "heic", "heif", "ico", "jfif", "jpeg", "jpg", "jxl",
    "m4a", "m4v", "mkv", "mov", "mp3", "mp4", "mpeg", "mpg", "oga", "ogg", "ogv", "opus", "png", "svg",
    "tif", "tiff", "wav", "webm", "webp",
];
/// Tags that draw or sound. They are shown as they were typed, with the address within.
const TAGS: &[&str] = &["<img", "<picture", "<source", "<video", "<audio", "<image"];

/// How often words are looked through.
const LOOKS: usize = 8;
/// What is written between two lists; here it would be read.
const BETWEEN_LISTS: &str = "<!-- end list -->\n\n";

/// The same words without pictures: of a picture and of a link to one, its own words stay. None if there is none in them.
#[must_use]
pub fn without_pictures(markdown: &str) -> Option<String> {
    let mut plain = once(markdown)?;
    // What stood as the words of a picture may read as the address of another.
    for _ in 1..LOOKS {
        let Some(plainer) = once(&plain) else { break };
        plain = plainer;
    }
    Some(plain)
}

fn once(markdown: &str) -> Option<String> {
    if !["![", "://", "www.", "<"].iter().any(|sign| markdown.contains(sign)) {
        return None;
    }
    let arena = Arena::new();
    let mut options = options();
    options.render.prefer_fenced = true;
    let root = parse_document(&arena, &shape::shallow(clipped(markdown)), &options);
    let found: Vec<_> = root.descendants().filter_map(|node| Some((node, leaves(node)?))).collect();
    if found.is_empty() {
        return None;
    }
    for (node, leaves) in found {
        match leaves {
            Leaves::Words => shape::dissolve(node),
            Leaves::Nothing => node.detach(),
            Leaves::Text(text) => node.data_mut().value = text,
        }
    }
    let mut plain = String::new();
    // Writing to a `String` cannot fail; were it to, less would stand there.
    let _ = format_commonmark(root, &options, &mut plain);
    Some(plain.replace(BETWEEN_LISTS, "").trim().to_owned())
}

/// What stays of a picture.
enum Leaves {
    Words,
    Nothing,
    Text(NodeValue),
}

fn leaves<'a>(node: &'a AstNode<'a>) -> Option<Leaves> {
    match &node.data().value {
        NodeValue::Image(_) => Some(Leaves::Words),
        NodeValue::Link(link) if is_media(&link.url) => {
            let mut words = node.children();
            let says_where =
                words.any(|node| matches!(&node.data().value, NodeValue::Text(text) if is_media(text)));
            Some(if says_where { Leaves::Nothing } else { Leaves::Words })
        }
        NodeValue::HtmlInline(html) if draws(html) => Some(Leaves::Nothing),
        NodeValue::HtmlBlock(block) if draws(&block.literal) => {
            let mut block = block.clone();
            block.literal = without_tags(&block.literal);
            Some(Leaves::Text(NodeValue::HtmlBlock(block)))
        }
        _ => None,
    }
}

/// Whether an address ends as those of pictures, films and sounds do.
fn is_media(address: &str) -> bool {
    let whole = if address.starts_with("www.") { format!("http://{address}") } else { address.to_owned() };
    let Ok(url) = Url::parse(whole.trim()) else { return false };
    let last = url.path().rsplit('/').next().unwrap_or_default();
    let end = last.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
    matches!(url.scheme(), "http" | "https") && ENDINGS.contains(&end.as_str())
}

fn draws(html: &str) -> bool {
    let html = html.to_ascii_lowercase();
    TAGS.iter().any(|tag| html.contains(tag))
}

/// Every tag that draws is cut out, up to its end.
fn without_tags(html: &str) -> String {
    let (mut out, mut rest) = (String::new(), html);
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        out.push_str(words);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        if !draws(tag) {
            out.push_str(tag);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[test]
fn of_a_picture_its_own_words_stay() {
    let plain = |markdown: &str| without_pictures(markdown);
    for (markdown, expected) in [
        ("A dawn ![over the hills](https://calm.example/dawn.png) again.", "A dawn over the hills again."),
        ("![](https://calm.example/dawn)", ""),
        ("One\nTwo https://calm.example/a.JPG?x=1#y", "One\nTwo"),
        (
            "[my *cat*](https://calm.example/cat.webm) and [a page](https://calm.example/cat)",
            "my *cat* and [a page](https://calm.example/cat)",
        ),
        ("[![alt](https://calm.example/a.png)](https://calm.example/a.png)", "alt"),
        (
            "> ![x](https://calm.example/a.png)\n\n- <https://calm.example/b.mp4>\n- two",
            "> x\n\n  - \n  - two",
        ),
        ("[ref]\n\n[ref]: https://calm.example/a.png", "ref"),
        ("So <img src=\"https://calm.example/a.png\"> it is", "So  it is"),
        ("<div>\n<img src=\"https://calm.example/a.png\">words</div>", "<div>\nwords</div>"),
        ("www.calm.example/a.gif", ""),
    ] {
        let found = plain(markdown).unwrap_or_else(|| panic!("{markdown}"));
        assert!(
            !super::render(&found).as_str().contains("calm.example/a.") && !found.contains("dawn.png"),
            "{found}"
        );
        let words = |text: &str| super::plain(text).split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words(&found), words(expected), "{markdown}: {found}");
    }
    for markdown in [
        "",
        "Nothing here.",
        "`![x](https://calm.example/a.png)` is how",
        "a png, a gif",
        "[a page](https://calm.example/png) and https://calm.example/picture/of?a=b.png",
        "mail a@calm.example",
    ] {
        assert_eq!(plain(markdown), None, "{markdown}");
    }
}

#[test]
fn what_is_left_reads_as_before() {
    let said = "# Head\n\nOne **two** *three* ~~four~~ `five`\nsix\n\n1. a\n2. b\n\n> q\n\n```\ncode\n```\n\n[x](https://calm.example/)\n";
    let with = format!("{said}\n![](https://calm.example/a.png)");
    let left = without_pictures(&with).unwrap();
    assert_eq!(super::render(&left).as_str().trim(), super::render(said).as_str().trim(), "{left}");
    assert_eq!(without_pictures(&left), None, "once is enough");
    for attempt in super::hostile::ATTEMPTS.lines() {
        if let Some(left) = without_pictures(attempt) {
            assert!(without_pictures(&left).is_none(), "{attempt}: {left}");
        }
    }
}
