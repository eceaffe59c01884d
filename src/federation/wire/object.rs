//! Words: threads as `Page`, replies as `Note`, and what is left of what was given and taken back.

use activitypub_federation::kinds::activity::{AnnounceType, CreateType};
use activitypub_federation::kinds::link::MentionType;
use activitypub_federation::kinds::object::{NoteType, PageType, TombstoneType};
use serde_json::{Value, json};

use super::public;
use crate::federation::actors::Path;
use crate::federation::peers::Own;
use crate::kernel::{Day, Moment, PublicId, markdown};
use crate::policy::Reach;
use crate::ui::urls;

/// A group as words name it: one of ours, or one elsewhere that is followed here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Its address.
    pub id: String,
    /// How others write it behind an @: `evenings@porch.example`.
    pub handle: String,
}

impl Room {
    /// A group of this community.
    #[must_use]
    pub fn ours(own: &Own, name: &str) -> Self {
        Self { id: Path::group(name).id(own), handle: format!("{name}@{}", own.host) }
    }

    /// Whom words in it are for: the open web, or those who follow the group.
    #[must_use]
    pub fn everybody(&self, reach: Reach) -> String {
        if reach == Reach::Everyone { public() } else { format!("{}/followers", self.id) }
    }
}

/// What threads and replies have in common.
#[derive(Debug, Clone)]
pub struct Said {
    /// The name or alias that said it.
    pub author: String,
    /// The group.
    pub group: Room,
    /// Its language.
    pub language: String,
    /// The thread it is in, or is.
    pub thread: PublicId,
    /// Whether that thread stands in another community: its lists are there.
    pub is_far: bool,
    /// How far it travels.
    pub reach: Reach,
    /// Markdown.
    pub body: String,
    /// Whom its writer works for, as a sentence; empty: nobody they told of.
    pub label: String,
    /// What it touches on, in words; empty: nothing.
    pub note: String,
    /// The day.
    pub on: Day,
    /// When exactly, where the group shows times.
    pub at: Option<Moment>,
}

impl Said {
    fn author_id(&self, own: &Own) -> String {
        Path::person(&self.author).id(own)
    }

    /// Whom it is for.
    fn everybody(&self) -> String {
        self.group.everybody(self.reach)
    }

    /// The words, and below them whom their writer works for: other software has no other place where everybody reads it.
    fn labelled(&self) -> String {
        if self.label.is_empty() { self.body.clone() } else { format!("{}\n\n({})", self.body, self.label) }
    }

    fn words(&self, own: &Own, id: &str) -> Value {
        let body = self.labelled();
        let html = markdown::render(&body);
        let mut words = json!({
            "id": id,
            "url": id,
            "attributedTo": self.author_id(own),
            "audience": self.group.id,
            "replies": format!("{id}/replies"),
            "content": html.as_str(),
            "mediaType": "text/html",
            "source": { "content": body, "mediaType": "text/markdown" },
            "contentMap": { self.language.as_str(): html.as_str() },
            "language": { "identifier": self.language },
            // Where the group hides times, the day's first moment.
            "published": self.at.unwrap_or_else(|| self.on.start()).rfc3339(),
        });
        if !self.is_far {
            let context = format!("{}{}/context", own.origin, urls::thread(&self.thread));
            put(&mut words, "context", json!(context));
        }
        words
    }
}

/// What a reply answers.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The address of what it answers.
    pub id: String,
    /// The address of whoever said that.
    pub author: String,
    /// How others write them behind an @.
    pub handle: String,
}

/// A thread.
#[must_use]
pub fn thread(own: &Own, said: &Said, title: &str, (is_locked, is_pinned): (bool, bool)) -> Value {
    let id = format!("{}{}", own.origin, urls::thread(&said.thread));
    let mut page = said.words(own, &id);
    let everybody = said.everybody();
    put(&mut page, "type", json!(PageType::Page));
    put(&mut page, "to", json!([said.group.id, everybody]));
    put(&mut page, "cc", json!([]));
    put(&mut page, "tag", json!([mention(&said.group.id, &said.group.handle)]));
    put(&mut page, "commentsEnabled", json!(!is_locked));
    put(&mut page, "stickied", json!(is_pinned));
    let policy = json!({
        "canQuote": { "automaticApproval": [said.author_id(own)] },
        "canReply": { "automaticApproval": [everybody] },
    });
    put(&mut page, "interactionPolicy", policy);
    if said.note.is_empty() {
        put(&mut page, "name", json!(title));
    } else {
        // Never `sensitive`: some read that as adult content and drop the thread.
        put(&mut page, "name", json!(format!("[CW: {}] {title}", said.note)));
        put(&mut page, "summary", json!(said.note));
    }
    page
}

/// A reply.
#[must_use]
pub fn reply(own: &Own, said: &Said, id: &PublicId, to: &Answered) -> Value {
    let id = format!("{}{}", own.origin, urls::reply(&said.thread, id));
    let mut note = said.words(own, &id);
    put(&mut note, "type", json!(NoteType::Note));
    put(&mut note, "inReplyTo", json!(to.id));
    put(&mut note, "to", json!([said.everybody()]));
    put(&mut note, "cc", json!([said.group.id, to.author]));
    let named = [mention(&to.author, &to.handle), mention(&said.group.id, &said.group.handle)];
    put(&mut note, "tag", json!(named));
    if !said.note.is_empty() {
        put(&mut note, "summary", json!(said.note));
        put(&mut note, "sensitive", json!(true));
    }
    note
}

/// An object as its author gives it. The id is a function of the object's: asked for twice, it is the same.
#[must_use]
pub fn create(object: &Value) -> Value {
    json!({
        "id": format!("{}#create", text(object, "id")),
        "type": CreateType::Create,
        "actor": object.get("attributedTo"),
        "to": object.get("to"),
        "cc": object.get("cc"),
        "audience": object.get("audience"),
        "object": object,
    })
}

/// An activity as its group passes it on (FEP-1b12).
#[must_use]
pub fn announce(activity: &Value) -> Value {
    let group = text(activity, "audience");
    json!({
        "id": format!("{}/announce", text(activity, "id")),
        "type": AnnounceType::Announce,
        "actor": group,
        "to": [activity.pointer("/to/1").or_else(|| activity.pointer("/to/0"))],
        "cc": [format!("{group}/followers")],
        "object": activity,
    })
}

/// What is left of words that were given and taken back.
#[must_use]
pub fn tombstone(id: &str) -> Value {
    json!({ "id": id, "type": TombstoneType::Tombstone })
}

fn mention(href: &str, handle: &str) -> Value {
    json!({ "type": MentionType::Mention, "href": href, "name": format!("@{handle}") })
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn put(object: &mut Value, name: &str, value: Value) {
    if let Value::Object(map) = object {
        map.insert(name.to_owned(), value);
    }
}
