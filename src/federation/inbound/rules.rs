//! Whose word counts for what (FEP-fe34, stricter): an activity is its signer's own, and what it gives is its actor's own.

use serde_json::Value;
use url::Url;

use super::shape;
use crate::kernel::Moment;

/// Values in one list that anybody needs.
const ADDRESSED_MAX: usize = 1_000;
const TAGS_MAX: usize = 256;
/// How far a date may lie ahead of us, in seconds.
const AHEAD_S: i64 = 3_600;

/// What threads and replies come as.
pub(super) const WORDS: &[&str] = &["Page", "Article", "Note", "Question", "Event"];

/// Why an activity is not taken, in one word.
pub(super) type Why = &'static str;

/// Whether an activity that came in a letter is its signer's own. Asked before anything is stored.
pub(super) fn at_the_door(activity: &Value, signer: &Url, own: &str, now: Moment) -> Result<(), Why> {
    if shape::kind(activity).is_empty() {
        return Err("shape");
    }
    let actor = shape::named(activity, "actor").ok_or("shape")?;
    if Url::parse(actor).ok().as_ref() != Some(signer) {
        return Err("not-their-own");
    }
    if activity.get("id").is_some() && !shape::id(activity).is_some_and(|id| shape::is_same_origin(id, actor))
    {
        return Err("id-elsewhere");
    }
    own_things(activity, actor, own, now)
}

/// Whether what an activity is about is its actor's to give, change or undo, as far as that can be told by looking.
pub(super) fn own_things(activity: &Value, actor: &str, own: &str, now: Moment) -> Result<(), Why> {
    let object = shape::object(activity);
    if is_crowded(activity) || object.is_some_and(is_crowded) {
        return Err("crowd");
    }
    if [Some(activity), object].into_iter().flatten().any(|value| is_ahead(value, now)) {
        return Err("future");
    }
    match (shape::kind(activity), object) {
        ("Create" | "Update", Some(object)) => gives(object, actor, own),
        ("Undo", Some(object)) => {
            let theirs = shape::named(object, "actor");
            if theirs.is_none_or(|theirs| theirs == actor) { Ok(()) } else { Err("not-theirs") }
        }
        _ => Ok(()),
    }
}

/// Whether words that were fetched may be taken: they name no crowd, and are not of tomorrow.
pub(super) fn taken(object: &Value, now: Moment) -> Result<(), Why> {
    match (is_crowded(object), is_ahead(object, now)) {
        (true, _) => Err("crowd"),
        (_, true) => Err("future"),
        _ => Ok(()),
    }
}

/// Whether a thing that stands within an activity is its actor's own word. Same host is not same author.
fn gives(object: &Value, actor: &str, own: &str) -> Result<(), Why> {
    let id = shape::id(object).ok_or("shape")?;
    if is_ours(id, own) {
        return Err("our-own");
    }
    if !shape::is_same_origin(id, actor) {
        return Err("elsewhere");
    }
    let author = shape::named(object, "attributedTo");
    // A group or a person says something of themselves; what else there is has an author, or none.
    let needs_author = WORDS.contains(&shape::kind(object));
    if author == Some(actor) || (!needs_author && (author.is_none() || id == actor)) {
        Ok(())
    } else {
        Err("not-theirs")
    }
}

/// Whether an address is one of this community's.
pub(super) fn is_ours(address: &str, own: &str) -> bool {
    shape::is_same_origin(address, own)
}

/// Whether words that were fetched from where they live name an author of that place.
pub(super) fn author_of(object: &Value) -> Option<&str> {
    let (id, author) = (shape::id(object)?, shape::named(object, "attributedTo")?);
    shape::is_same_origin(id, author).then_some(author)
}

/// More than anybody addresses or tags.
fn is_crowded(value: &Value) -> bool {
    let long = |name: &str, most: usize| {
        value.get(name).and_then(Value::as_array).is_some_and(|list| list.len() > most)
    };
    ["to", "cc", "bto", "bcc", "audience"].iter().any(|name| long(name, ADDRESSED_MAX))
        || ["tag", "attachment", "attributedTo", "object"].iter().any(|name| long(name, TAGS_MAX))
}

fn is_ahead(value: &Value, now: Moment) -> bool {
    said_at(value).is_some_and(|at| at.seconds_since(now) > AHEAD_S)
}

/// When words were said, by their own account.
pub(super) fn said_at(value: &Value) -> Option<Moment> {
    let at: jiff::Timestamp = shape::text(value, "published").parse().ok()?;
    Some(Moment(at.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const OWN: &str = "https://porch.example";
    const ACTOR: &str = "https://calm.example/u/wren";
    const NOW: Moment = Moment(1_795_289_400_000);

    /// What is made of an activity, and the judgement it meets.
    type Case = (Result<(), Why>, fn(&mut Value));

    fn judged(activity: Value) -> Result<(), Why> {
        at_the_door(&activity, &Url::parse(ACTOR).unwrap(), OWN, NOW)
    }

    fn create(change: impl FnOnce(&mut Value)) -> Value {
        let mut activity = json!({
            "id": "https://calm.example/a/1", "type": "Create", "actor": ACTOR,
            "object": { "id": "https://calm.example/p/1", "type": "Page", "attributedTo": ACTOR, "name": "Hello" },
        });
        change(&mut activity);
        activity
    }

    #[test]
    fn a_word_is_its_authors_own_or_none() {
        let cases: [Case; 18] = [
            (Ok(()), |_| ()),
            (Ok(()), |a| a["object"]["attributedTo"] = json!([ACTOR, "https://calm.example/g/x"])),
            (Ok(()), |a| a["actor"] = json!({ "id": ACTOR, "type": "Person" })),
            (Err("shape"), |a| a["type"] = json!(["Create", "Delete"])),
            (Err("shape"), |a| a["actor"] = json!(7)),
            (Err("shape"), |a| a["object"]["id"] = json!(["https://calm.example/p/1"])),
            (Err("not-their-own"), |a| a["actor"] = json!("https://calm.example/u/robin")),
            (Err("not-their-own"), |a| a["actor"] = json!("https://victim.example/u/wren")),
            (Err("id-elsewhere"), |a| a["id"] = json!("https://victim.example/a/1")),
            (Err("id-elsewhere"), |a| a["id"] = json!(1)),
            (Err("our-own"), |a| a["object"]["id"] = json!("https://porch.example/p/1")),
            (Err("elsewhere"), |a| a["object"]["id"] = json!("https://victim.example/p/1")),
            (Err("not-theirs"), |a| a["object"]["attributedTo"] = json!("https://calm.example/u/robin")),
            (Err("not-theirs"), |a| {
                a["object"]["attributedTo"] = json!(["https://calm.example/u/robin", ACTOR]);
            }),
            (Err("not-theirs"), |a| a["object"]["attributedTo"] = json!(7)),
            (Err("crowd"), |a| a["object"]["tag"] = json!(vec![json!({ "type": "Mention" }); 300])),
            (Err("crowd"), |a| a["to"] = json!(vec![ACTOR; 1_001])),
            (Err("future"), |a| a["object"]["published"] = json!("2027-01-01T00:00:00Z")),
        ];
        for (at, (expected, change)) in cases.into_iter().enumerate() {
            assert_eq!(judged(create(change)), expected, "case {at}");
        }
    }

    #[test]
    fn nobody_undoes_what_another_did() {
        let undo = |actor: &str| {
            json!({ "id": "https://calm.example/a/2", "type": "Undo", "actor": ACTOR,
                "object": { "id": "https://calm.example/a/1", "type": "Follow", "actor": actor } })
        };
        assert_eq!(judged(undo(ACTOR)), Ok(()));
        assert_eq!(judged(undo("https://calm.example/u/robin")), Err("not-theirs"));
    }
}
