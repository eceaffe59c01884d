//! Words from elsewhere, as this community keeps words: Markdown, a title, content notes.

use serde_json::Value;

use super::{html, rules, shape};
use crate::federation::far;
use crate::forum::content_notes::{ContentNote, Notes};
use crate::forum::threads::{Body, Kind, NoteWords, Title};
use crate::kernel::{Moment, Said};
use crate::ui::words::Words as Spoken;

/// Letters of a summary that may be a content note; a longer one is an excerpt.
const NOTE_MAX: usize = 120;

/// What was said.
#[derive(Debug, Clone)]
#[expect(clippy::struct_field_names, reason = "a note in words is called so everywhere")]
pub(super) struct Words {
    /// Its address.
    pub uri: String,
    /// Who said it.
    pub author: String,
    /// What it answers.
    pub answers: Option<String>,
    /// Its title; empty: the first line.
    pub title: Title,
    /// Markdown.
    pub body: Body,
    /// What it touches on.
    pub notes: Vec<ContentNote>,
    /// The same in its writer's words.
    pub note_words: NoteWords,
    /// What kind of post.
    pub kind: Kind,
    /// Whether it is for everybody.
    pub is_public: bool,
    /// When, by its own account.
    pub at: Option<Moment>,
    /// Everybody it is for, and the group it says it is in.
    pub audience: Vec<String>,
}

impl Words {
    /// The same without pictures.
    pub fn bare(&self) -> Self {
        let (title, body) = (far::bare(self.title.as_str()), far::bare(self.body.as_str()));
        Self { title: Title::clipped(&title), body: Body::clipped(&body), ..self.clone() }
    }

    /// When it counts as said: never later than now; by the day alone where its community hides times, or this group does.
    pub fn said(&self, now: Moment, shows_times: bool) -> Said {
        let at = self.at.filter(|at| at.0 > 0).map_or(now, |at| Moment(at.0.min(now.0)));
        let is_day_alone = at == at.day().start();
        Said { on: at.day(), at: (shows_times && !is_day_alone).then_some(at) }
    }
}

/// Reads words. Whether they are their author's has been decided before.
pub(super) fn words(object: &Value, author: &str) -> Option<Words> {
    let uri = shape::id(object)?.to_owned();
    let name = shape::text(object, "name");
    let (named_note, title) = split_name(name);
    let answers = shape::named(object, "inReplyTo").map(str::to_owned);
    let summary = shape::text(object, "summary");
    let summary = if summary.contains('<') {
        crate::kernel::markdown::plain(&html::to_markdown(summary))
    } else {
        summary.to_owned()
    };
    let is_titled = !name.is_empty() && answers.is_none();
    // Of a titled post, a summary is a note if it says so; else others write an excerpt there.
    let is_sensitive = object.get("sensitive").and_then(Value::as_bool).unwrap_or(false);
    let is_note = !is_titled || is_sensitive || named_note.as_deref() == Some(summary.trim());
    let note = named_note.unwrap_or_else(|| {
        if is_note && summary.chars().count() <= NOTE_MAX { summary } else { String::new() }
    });
    let mut notes = noted(&note, object);
    if is_sensitive && notes.is_empty() {
        notes.words = Spoken::of(crate::kernel::Language::default()).t("far-sensitive").into_owned();
    }
    let body = Body::clipped(&body(object, title));
    Some(Words {
        uri,
        author: author.to_owned(),
        answers,
        title: Title::clipped(title),
        body,
        notes: notes.labels,
        note_words: NoteWords::clipped(&notes.words),
        kind: if shape::kind(object) == "Question" { Kind::Question } else { Kind::JustHere },
        is_public: shape::is_for_everybody(object),
        at: rules::said_at(object),
        audience: shape::audience(object).map(str::to_owned).collect(),
    })
}

/// `[CW: grief] The title`: the note and the title.
fn split_name(name: &str) -> (Option<String>, &str) {
    let split = name.trim().strip_prefix("[CW:").and_then(|rest| rest.split_once(']'));
    split.map_or((None, name), |(note, title)| (Some(note.trim().to_owned()), title.trim()))
}

/// The words: Markdown as it was written, if that came along; else what the HTML says. A link alone is its address.
fn body(object: &Value, title: &str) -> String {
    let source = object.get("source");
    let is_markdown = source.is_some_and(|source| shape::text(source, "mediaType") == "text/markdown");
    let written = source.filter(|_| is_markdown).map(|source| shape::text(source, "content").to_owned());
    let mut body = written.unwrap_or_else(|| {
        let content = shape::text(object, "content");
        if shape::text(object, "mediaType") == "text/markdown" {
            content.to_owned()
        } else {
            html::to_markdown(content)
        }
    });
    for link in shape::things(object, "attachment").take(4).filter(|each| shape::kind(each) == "Link") {
        let href = shape::text(link, "href");
        if href.starts_with("https://") && !body.contains(href) {
            body = format!("{body}\n\n{href}");
        }
    }
    for choice in ["oneOf", "anyOf"].iter().flat_map(|name| shape::things(object, name)).take(20) {
        body = format!("{body}\n- {}", shape::text(choice, "name").replace('\n', " "));
    }
    let body = past_mentions(body.trim(), object);
    match (body, title) {
        ("", "") => "…".to_owned(),
        ("", title) => title.to_owned(),
        (body, _) => body.to_owned(),
    }
}

/// The words without the names they begin with: programs without groups write whom a post is for in front of it, and that would
/// be its title here.
fn past_mentions<'a>(body: &'a str, object: &Value) -> &'a str {
    let names: Vec<&str> = shape::things(object, "tag")
        .filter(|tag| shape::kind(tag) == "Mention")
        .map(|tag| shape::text(tag, "name").trim_start_matches('@'))
        .filter(|name| !name.is_empty())
        .collect();
    let begins = |rest: &str, name: &str| -> Option<usize> {
        let said = rest.strip_prefix('@')?.get(..name.len())?;
        let after = rest.get(name.len() + 1..)?.chars().next();
        (said.eq_ignore_ascii_case(name) && !after.is_some_and(|c| c.is_alphanumeric() || c == '@'))
            .then_some(name.len() + 1)
    };
    let mut rest = body;
    while let Some(past) = names.iter().copied().find_map(|name: &str| {
        // The whole address, or the name alone.
        begins(rest, name).or_else(|| begins(rest, name.split('@').next()?))
    }) {
        rest = rest.get(past..).unwrap_or_default().trim_start();
    }
    rest
}

/// A note in words and hashtags as labels of ours; what fits none stays in its writer's words.
fn noted(note: &str, object: &Value) -> Notes {
    let mut notes = Notes::default();
    let mut own = Vec::new();
    for part in note.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        match label(part) {
            Some(label) => notes.labels.push(label),
            None => own.push(part.to_owned()),
        }
    }
    let tags = shape::things(object, "tag").filter(|tag| shape::kind(tag) == "Hashtag");
    notes.labels.extend(tags.filter_map(|tag| label(shape::text(tag, "name").trim_start_matches('#'))));
    notes.labels.sort_unstable();
    notes.labels.dedup();
    notes.words = own.join(", ");
    notes
}

/// The label of ours that these words are, in any language we speak.
fn label(words: &str) -> Option<ContentNote> {
    let plain =
        |text: &str| -> String { text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect() };
    let sought = plain(words);
    let is_it = |note: &&ContentNote| {
        plain(note.code()) == sought
            || Spoken::spoken().any(|spoken| plain(&spoken.t(&format!("note-{}", note.code()))) == sought)
    };
    (!sought.is_empty()).then(|| ContentNote::ALL.iter().find(is_it).copied()).flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(object: Value) -> Words {
        words(&object, "https://calm.example/u/wren").unwrap()
    }

    #[test]
    fn a_warning_is_a_content_note_wherever_it_stands() {
        let page = read(
            json!({ "id": "https://calm.example/p/1", "type": "Page", "name": "[CW: Grief, my sister] A year",
            "summary": "Grief, my sister", "source": { "content": "Still *here*.", "mediaType": "text/markdown" } }),
        );
        assert_eq!((page.title.as_str(), page.body.as_str()), ("A year", "Still *here*."));
        assert_eq!((page.notes, page.note_words.as_str()), (vec![ContentNote::Grief], "my sister"));
        let note = read(
            json!({ "id": "https://calm.example/p/2", "type": "Note", "summary": "suicide", "sensitive": true,
            "content": "<p>Words</p>", "tag": [{ "type": "Hashtag", "name": "#SelfHarm" }] }),
        );
        assert_eq!(note.notes, [ContentNote::SelfHarm, ContentNote::Suicide]);
        assert_eq!(note.note_words.as_str(), "");
        let bare = read(
            json!({ "id": "https://calm.example/p/3", "type": "Note", "sensitive": true, "content": "x" }),
        );
        assert!(!bare.note_words.as_str().is_empty());
        let excerpt = read(
            json!({ "id": "https://calm.example/p/4", "type": "Article", "name": "T", "summary": "T and so on", "content": "x" }),
        );
        assert!(excerpt.notes.is_empty() && excerpt.note_words.as_str().is_empty());
    }

    #[test]
    fn whom_a_post_is_for_is_not_what_it_says() {
        let says = |content: &str| {
            let tag = json!([{ "type": "Mention", "name": "@Evenings@porch.example" }, { "type": "Mention", "name": "@maya" }]);
            read(json!({ "id": "https://calm.example/p/1", "type": "Note", "content": content, "tag": tag }))
                .body
                .into_string()
        };
        assert_eq!(says("<p>@evenings @maya Cannot sleep.</p>"), "Cannot sleep.");
        assert_eq!(says("<p>@evenings@porch.example</p><p>Cannot sleep, @maya.</p>"), "Cannot sleep, @maya.");
        assert_eq!(says("<p>@somebody Cannot sleep.</p>"), "@somebody Cannot sleep.");
        assert_eq!(says("<p>@evenings</p>"), "…");
    }

    #[test]
    fn nothing_is_said_tomorrow() {
        let now = Moment(1_795_289_400_000);
        let at = |text: &str| {
            read(json!({ "id": "https://calm.example/p/1", "type": "Note", "published": text }))
                .said(now, true)
        };
        assert_eq!(at("2999-01-01T00:00:00Z"), Said { on: now.day(), at: Some(now) });
        assert_eq!(at("nonsense"), Said { on: now.day(), at: Some(now) });
        assert_eq!(at("2026-11-01T00:00:00Z").at, None, "a day alone stays a day alone");
        assert!(at("2026-11-01T10:00:00Z").at.is_some());
    }
}
