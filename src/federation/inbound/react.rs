//! Kind words from elsewhere: `Like` and `EmojiReact`. Four stand for what they are, what is kind besides stands for company,
//! and there is no other sort.

use serde_json::Value;

use super::asking::Asking;
use super::model::{Outcome, Plan, plan};
use super::shape;
use super::words::{passed_on, speaker};
use crate::federation::delivery::Kind as Does;
use crate::federation::far;
use crate::forum::reactions::{self, Post, Reaction};

/// Puts a kind word, or takes it back.
pub(super) fn react(asking: &Asking<'_>, like: &Value, is_undone: bool) -> Plan {
    let Some(uri) = shape::named(like, "object").map(str::to_owned) else { return Plan::Drop("shape") };
    let Some(word) = word(shape::text(like, "content")) else { return Plan::Drop("no-kind-word") };
    let (own, sender, raw) = (asking.own.clone(), asking.sender.clone(), asking.raw.clone());
    plan(move |tx| {
        let Some(placed) = far::placed(tx, &own.origin, &uri)? else {
            return Ok(Outcome::Dropped("unknown"));
        };
        if sender.via.is_none() && far::far_group(tx, placed.group)?.is_some() {
            return Ok(Outcome::Dropped("not-through-group"));
        }
        if !sender.speaks_in(placed.group) {
            return Ok(Outcome::Dropped("not-of-group"));
        }
        if is_undone && far::far_face(tx, &sender.actor)?.is_none() {
            return Ok(Outcome::Dropped("unknown"));
        }
        let viewer = speaker(tx, &sender, (&sender.actor, &sender.host), false)?;
        let post =
            Post { thread: placed.thread_id.clone(), reply: placed.reply.as_ref().map(|(_, id)| id.clone()) };
        if is_undone {
            reactions::take_back(tx, &viewer, &post)?;
        } else {
            reactions::put(tx, &viewer, &post, word)?;
        }
        passed_on(tx, &own, &raw, (Does::Other, placed.of()))?;
        Ok(Outcome::Done)
    })
}

/// The word an emoji stands for; none if it is not known to be kind.
fn word(content: &str) -> Option<Reaction> {
    const WITH: &[&str] =
        &["", "🫂", "❤", "🤗", "🫶", "👍", "🤝", "💜", "💙", "💚", "🧡", "🩷", "⭐", "😊", "🕯", "♥", "★"];
    const SAME: &[&str] = &["🙋", "✋", "🙌", "➕"];
    const PROUD: &[&str] = &["🌟", "🎉", "👏", "💪", "🥳", "🎊", "🏅"];
    const THANKS: &[&str] = &["💛", "🙏"];
    // Skin, sex and the sign that asks for colour say nothing about what is meant.
    let is_shade = |c: &char| matches!(c, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
    let bare: String = content.trim().chars().filter(|c| !is_shade(c)).collect();
    let bare = bare.split('\u{200d}').next().unwrap_or_default();
    [(WITH, Reaction::With), (SAME, Reaction::Same), (PROUD, Reaction::Proud), (THANKS, Reaction::Thanks)]
        .into_iter()
        .find_map(|(list, word)| list.contains(&bare).then_some(word))
}

#[test]
fn what_is_kind_is_understood_and_nothing_else() {
    for (content, expected) in [
        ("", Some(Reaction::With)),
        ("🫂", Some(Reaction::With)),
        ("❤️", Some(Reaction::With)),
        ("🙋🏽\u{200d}♀️", Some(Reaction::Same)),
        ("🎉", Some(Reaction::Proud)),
        ("💛", Some(Reaction::Thanks)),
        ("🙏🏿", Some(Reaction::Thanks)),
        ("👎", None),
        (":blobcat:", None),
        ("😂", None),
    ] {
        assert_eq!(word(content), expected, "{content}");
    }
}
