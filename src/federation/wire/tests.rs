//! The shapes, as others read them.

use serde_json::json;

use super::*;
use crate::federation::peers::Own;
use crate::kernel::{Day, Moment, PublicId};
use crate::policy::Reach;

fn said(reach: Reach, note: &str) -> Said {
    Said {
        author: "Maya Lake".to_owned(),
        group: Room::ours(&Own::at("https://porch.example"), "evenings"),
        language: "en".to_owned(),
        thread: PublicId::parse("0123456789abcd").unwrap(),
        is_far: false,
        reach,
        label: String::new(),
        body: "It is *quiet*.".to_owned(),
        note: note.to_owned(),
        on: Day(20_000),
        at: None,
    }
}

fn ada(id: &str) -> Answered {
    Answered {
        id: id.to_owned(),
        author: "https://porch.example/people/Quiet%20Ada".to_owned(),
        handle: "Quiet_Ada@porch.example".to_owned(),
    }
}

#[test]
fn a_thread_is_a_page_that_everybody_can_show() {
    let own = Own::at("https://porch.example");
    let page = thread(&own, &said(Reach::Everyone, ""), "Evenings", (false, false));
    assert_eq!(page["type"], "Page");
    assert_eq!(page["id"], "https://porch.example/p/0123456789abcd");
    assert_eq!(page["name"], "Evenings");
    assert_eq!(
        page["to"],
        json!(["https://porch.example/g/evenings", "https://www.w3.org/ns/activitystreams#Public"])
    );
    assert_eq!(page["attributedTo"], "https://porch.example/people/Maya%20Lake");
    assert_eq!(page["source"]["content"], "It is *quiet*.");
    assert_eq!(page["contentMap"]["en"], page["content"]);
    assert_eq!(page["tag"][0]["name"], "@evenings@porch.example");
    assert!(page.get("summary").is_none() && page.get("sensitive").is_none());
    assert_eq!(page["published"], Day(20_000).start().rfc3339());
}

#[test]
fn a_note_travels_in_the_title_and_the_summary_and_never_as_sensitive() {
    let own = Own::at("https://porch.example");
    let page = thread(&own, &said(Reach::Everyone, "panic, food"), "Evenings", (true, true));
    assert_eq!(
        (page["name"].as_str(), page["summary"].as_str()),
        (Some("[CW: panic, food] Evenings"), Some("panic, food"))
    );
    assert!(page.get("sensitive").is_none());
    assert_eq!((&page["commentsEnabled"], &page["stickied"]), (&json!(false), &json!(true)));
}

#[test]
fn what_is_for_partners_never_names_the_public() {
    let own = Own::at("https://porch.example");
    let to = ada("https://porch.example/p/0123456789abcd");
    let id = PublicId::parse("zzzzzzzzzzzzzz").unwrap();
    let page = thread(&own, &said(Reach::Partners, "x"), "Evenings", (false, false));
    let note = reply(&own, &said(Reach::Partners, "x"), &id, &to);
    for object in [&page, &note, &announce(&create(&page)), &announce(&create(&note))] {
        let text = object.to_string();
        assert!(!text.contains("#Public") && text.contains("/g/evenings/followers"), "{text}");
    }
}

#[test]
fn a_reply_is_a_note_without_a_name() {
    let own = Own::at("https://porch.example");
    let id = PublicId::parse("zzzzzzzzzzzzzz").unwrap();
    let to = ada("https://porch.example/p/0123456789abcd/r/yyyyyyyyyyyyyy");
    let said = Said { at: Some(Moment(1_795_289_400_000)), ..said(Reach::Everyone, "food") };
    let note = reply(&own, &said, &id, &to);
    assert_eq!(note["type"], "Note");
    assert_eq!(note["id"], "https://porch.example/p/0123456789abcd/r/zzzzzzzzzzzzzz");
    assert_eq!(note["inReplyTo"], "https://porch.example/p/0123456789abcd/r/yyyyyyyyyyyyyy");
    assert_eq!(note["tag"][0]["href"], "https://porch.example/people/Quiet%20Ada");
    assert_eq!(note["context"], "https://porch.example/p/0123456789abcd/context");
    assert_eq!((&note["sensitive"], &note["summary"]), (&json!(true), &json!("food")));
    assert!(note.get("name").is_none());
}

#[test]
fn the_group_passes_on_what_its_author_gave() {
    let own = Own::at("https://porch.example");
    let page = thread(&own, &said(Reach::Everyone, ""), "Evenings", (false, false));
    let announced = announce(&create(&page));
    assert_eq!(announced["type"], "Announce");
    assert_eq!(announced["actor"], "https://porch.example/g/evenings");
    assert_eq!(announced["object"]["type"], "Create");
    assert_eq!(announced["object"]["actor"], page["attributedTo"]);
    assert_eq!(announced["object"]["object"], page);
    assert_eq!(announced["to"][0], "https://www.w3.org/ns/activitystreams#Public");
}

#[test]
fn a_name_and_an_alias_look_alike() {
    let own = Own::at("https://porch.example");
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let (name, alias) = (person(&own, ("Maya Lake", ""), "pem"), person(&own, ("Low Tide", ""), "pem"));
    assert_eq!(keys(&name), keys(&alias));
    assert_eq!(name["preferredUsername"], "Maya_Lake");
    for hidden in ["published", "icon", "image", "alsoKnownAs", "updated"] {
        assert!(name.get(hidden).is_none(), "{hidden}");
    }
}
