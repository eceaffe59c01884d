//! Words: threads as `Page`, replies as `Note`, and what is left of what was given and taken back.

use activitypub_federation::kinds::activity::{AnnounceType, CreateType};
use activitypub_federation::kinds::link::MentionType;
use activitypub_federation::kinds::object::{NoteType, PageType, TombstoneType};
use serde_json::{Value, json};

use super::actor::handle;
use super::public;
use crate::federation::actors::Path;
use crate::federation::peers::Own;
use crate::kernel::{Day, Moment, PublicId, markdown};
use crate::policy::Reach;
use crate::ui::urls;

/// What threads and replies have in common.
#[derive(Debug, Clone)]
pub struct Said {
    /// The name or alias that said it.
    pub author: String,
    /// The short name of the group.
    pub group: String,
    /// Its language.
    pub language: String,
    /// The thread it is in, or is.
    pub thread: PublicId,
    /// How far it travels.
    pub reach: Reach,
    /// Markdown.
    pub body: String,
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

    fn group_id(&self, own: &Own) -> String {
        Path::group(&self.group).id(own)
    }

    /// Whom it is for: the open web, or those who follow the group.
    fn everybody(&self, own: &Own) -> String {
        if self.reach == Reach::Everyone { public() } else { format!("{}/followers", self.group_id(own)) }
    }

    fn words(&self, own: &Own, id: &str) -> Value {
        let html = markdown::render(&self.body);
        json!({
            "id": id,
            "url": id,
            "attributedTo": self.author_id(own),
            "audience": self.group_id(own),
            "context": format!("{}{}/context", own.origin, urls::thread(&self.thread)),
            "replies": format!("{id}/replies"),
            "content": html.as_str(),
            "mediaType": "text/html",
            "source": { "content": self.body, "mediaType": "text/markdown" },
            "contentMap": { self.language.as_str(): html.as_str() },
            "language": { "identifier": self.language },
            // Where the group hides times, the day's first moment.
            "published": self.at.unwrap_or_else(|| self.on.start()).rfc3339(),
        })
    }

    fn mention(&self, own: &Own) -> Value {
        mention(&self.group_id(own), &self.group, own)
    }
}

/// What a reply answers.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The reply it answers; none: the thread.
    pub reply: Option<PublicId>,
    /// Who said that.
    pub author: String,
}

/// A thread.
#[must_use]
pub fn thread(own: &Own, said: &Said, title: &str, (is_locked, is_pinned): (bool, bool)) -> Value {
    let id = format!("{}{}", own.origin, urls::thread(&said.thread));
    let mut page = said.words(own, &id);
    let everybody = said.everybody(own);
    put(&mut page, "type", json!(PageType::Page));
    put(&mut page, "to", json!([said.group_id(own), everybody]));
    put(&mut page, "cc", json!([]));
    put(&mut page, "tag", json!([said.mention(own)]));
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
    let above = to
        .reply
        .as_ref()
        .map_or_else(|| urls::thread(&said.thread), |reply| urls::reply(&said.thread, reply));
    let answered = Path::person(&to.author).id(own);
    let mut note = said.words(own, &id);
    put(&mut note, "type", json!(NoteType::Note));
    put(&mut note, "inReplyTo", json!(format!("{}{above}", own.origin)));
    put(&mut note, "to", json!([said.everybody(own)]));
    put(&mut note, "cc", json!([said.group_id(own), answered]));
    put(&mut note, "tag", json!([mention(&answered, &handle(&to.author), own), said.mention(own)]));
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

fn mention(href: &str, name: &str, own: &Own) -> Value {
    json!({ "type": MentionType::Mention, "href": href, "name": format!("@{name}@{}", own.host) })
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn put(object: &mut Value, name: &str, value: Value) {
    if let Value::Object(map) = object {
        map.insert(name.to_owned(), value);
    }
}
