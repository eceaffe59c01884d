//! One's own copy: every word of one's own, and none of anybody else's.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use hearthside::policy::Reach;
use serde_json::Value;

use super::aliases::{night_owls, whispers};
use super::{answers, shares};
use crate::harness::{Person, Seen};

const PASSPHRASE: &str = "four lanterns on the river";

/// Shows again who they are, and stands on the page of copies.
fn stands_at_export(person: &Person) -> Seen {
    let to = person.visits("/you/export").is(303).location;
    assert_eq!(to, "/you/proof?then=%2Fyou%2Fexport");
    person.fills(&person.visits(&to), "/you/proof", &[("words", &person.words)]).is(303);
    person.visits("/you/export").is(200)
}

/// The files of an archive.
fn files(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let (name, mut text) = (file.name().unwrap().into_owned(), String::new());
        file.read_to_string(&mut text).unwrap();
        files.insert(name, text);
    }
    files
}

fn copy_of(files: &BTreeMap<String, String>) -> Value {
    let (copy, schema) = (&files["copy.json"], &files["copy.schema.json"]);
    let copy: Value = serde_json::from_str(copy).unwrap();
    let schema: Value = serde_json::from_str(schema).unwrap();
    fits("copy", &copy, &schema, &schema);
    copy
}

/// What a copy says, checked against its own schema.
pub fn copy_in(seen: &Seen) -> String {
    let files = files(&seen.bytes);
    copy_of(&files);
    files["copy.json"].clone()
}

/// As much of JSON Schema as the copy's own needs: types, references, choices, required and known fields.
fn fits(at: &str, value: &Value, schema: &Value, root: &Value) {
    if let Some(name) = schema["$ref"].as_str() {
        let inner = &root["$defs"][name.rsplit('/').next().unwrap()];
        assert!(inner.is_object(), "{at}: {name} is nowhere");
        return fits(at, value, inner, root);
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let choice = choices.iter().find(|choice| (choice["type"] == "null") == value.is_null()).unwrap();
        return fits(at, value, choice, root);
    }
    let sort = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let is_sort =
        schema["type"] == sort || schema["type"].as_array().is_some_and(|all| all.contains(&sort.into()));
    assert!(is_sort, "{at} is {value}, not {}", schema["type"]);
    if let (Some(inner), Some(items)) =
        (value.as_array(), schema.get("items").filter(|items| items.is_object()))
    {
        inner.iter().enumerate().for_each(|(n, inner)| fits(&format!("{at}[{n}]"), inner, items, root));
    }
    if let Some(fields) = value.as_object() {
        for required in schema["required"].as_array().unwrap() {
            assert!(fields.contains_key(required.as_str().unwrap()), "{at} lacks {required}");
        }
        for (name, inner) in fields {
            fits(&format!("{at}.{name}"), inner, &schema["properties"][name], root);
        }
    }
}

on_both! {
    fn a_copy_holds_every_word_of_ones_own_and_none_of_anybody_elses(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        town.waits_s(15 * 86_400);
        ada.fills(&ada.visits("/you/names"), "/you/names", &[("name", "Quiet Ada"), ("about", "About-ada.")]).is(303);
        ada.fills(&ada.visits("/you/affiliation"), "/you/affiliation", &[("tie", "product"), ("with", "Label-ada")]).is(303);
        let own = shares(&ada, "evenings", "First-wording of Ada.");
        let edit = ada.visits(&format!("/p/{own}/edit")).is(200);
        ada.fills(&edit, &format!("/p/{own}/edit"), &[("title", "Title-ada"), ("body", "Second-wording of Ada.")]).is(303);
        let hers = shares(&maya, "evenings", "Maya-title\n\nMaya-secret words.");
        answers(&ada, &hers, None, "Reply-ada.");
        answers(&maya, &own, None, "Maya-reply.");
        let react = format!("/p/{hers}/react");
        ada.fills(&ada.visits(&format!("/p/{hers}")), &react, &[]).is(422);
        let token = ada.visits("/you/names").attribute("input[name=csrf]", "value").unwrap();
        ada.posts(&react, &[("csrf", &token), ("kind", "with")]).is(303);
        let draft = serde_json::json!({"place": "share", "fields": [["body", "Draft-ada"]]}).to_string();
        ada.sends("POST", "/api/v1/drafts", &[("content-type", "application/json")], Some(draft.as_bytes())).is(201);

        crate::recovery::lives_here(&ada, "evenings", ["Tea-ada", "Line-ada"]);
        crate::recovery::plans::writes(&ada, &[("reasons", "Reason-ada")]).is(303);
        crate::recovery::plans::writes(&maya, &[("reasons", "Maya-secret reason")]).is(303);
        ada.sends("PUT", "/api/v1/communities/calm.example/mute", &[("content-type", "application/json")], Some(br#"{"lasts":"good"}"#)).is(204);
        ada.sends("PUT", "/api/v1/quiet/words", &[("content-type", "application/json")], Some(br#"{"word":"lantern","hush":"hide","lasts":"good"}"#)).is(204);
        let said = [(1, ada.face), (2, maya.face)].map(|(id, face)| format!("({id}, 'after', {face}, '', '', 20778, {id})"));
        let sql = format!("INSERT INTO care (id, kind, face_id, words, month, done_on, number) VALUES {}", said.join(", "));
        let serves = format!(
            "INSERT INTO pace (face_id, a_day) VALUES ({}, 3), ({}, 4); INSERT INTO term (id, face_id, rank, began_on) VALUES (1, {}, 'keeper', 20778)",
            ada.face, maya.face, ada.face
        );
        town.arranges(move |tx| tx.batch(&sql).and_then(|()| tx.batch(&serves)));

        town.settles();
        let page = stands_at_export(&ada);
        let sent = ada.fills(&page, "/you/export", &[]).is(200);
        assert_eq!(sent.header("content-disposition"), "attachment; filename=\"my-copy.zip\"");
        assert_eq!((sent.header("content-length"), sent.header("cache-control")), ("", "no-store"));
        let files = files(&sent.bytes);
        let all: String = files.values().cloned().collect();
        for word in ["About-ada", "Label-ada", "First-wording", "Second-wording", "Title-ada", "Reply-ada", "Draft-ada", "Tea-ada", "Line-ada"] {
            assert!(files["copy.json"].contains(word), "{word}");
        }
        for word in ["Title-ada", "Second-wording", "Reply-ada", "In answer to Maya-title"] {
            assert!(files["words.md"].contains(word), "{word}: {}", files["words.md"]);
        }
        for word in ["Maya-secret", "Maya-reply", "Maya Lake", ada.words.as_str()] {
            assert!(!all.contains(word), "{word}");
        }
        let copy = copy_of(&files);
        assert_eq!((&copy["counters"][0]["name"], &copy["checkins"][0]["weather"]), (&"Tea-ada".into(), &"okay".into()));
        assert_eq!((copy["care"].as_array().map(Vec::len), &copy["care"][0]["kind"]), (Some(1), &"after".into()));
        assert_eq!((&copy["serves"]["pace"]["a_day"], &copy["serves"]["terms"][0]["rank"]), (&3.into(), &"keeper".into()));
        assert_eq!((&copy["plan"]["reasons"], &copy["plan"]["waves"]), (&"Reason-ada".into(), &serde_json::json!([])));
        assert!(copy["asked_after"]["since"].is_string());
        assert_eq!((&copy["kind_words"][0]["word"], &copy["groups"][0]["name"]), (&"with".into(), &"evenings".into()));
        assert_eq!(copy["quiet"]["communities"], serde_json::json!([{"name": "calm.example", "until": null}]));
        assert_eq!(copy["quiet"]["words"][0]["word"], "lantern");
        assert_eq!(copy["notices"][0]["kind"], "reply");
        assert_eq!(copy["replies"][0]["thread_title"], "Maya-title");
        assert_eq!(copy["me"]["name"], "Quiet Ada");

        town.arranges(|tx| tx.batch("UPDATE thread SET removed_at = 0 WHERE title = 'Maya-title'"));
        let later = ada.sends("POST", "/api/v1/me/copy", &[], None).is(200);
        assert!(!later.body.contains("Maya-title") && later.body.contains("Reply-ada"));
    }

    fn aliases_are_in_a_copy_of_their_own_that_a_passphrase_opens(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        whispers(&ada, "thread", "Only-the-night knows.");
        whispers(&maya, "group", "Maya-whisper.");

        let page = stands_at_export(&ada);
        let plain = ada.fills(&page, "/you/export", &[]).is(200).hides("Only-the-night");
        assert_eq!(copy_of(&files(&plain.bytes))["aliases"].as_array().unwrap().len(), 0);
        ada.fills(&page, "/you/export/aliases", &[("passphrase", "too short")]).is(422).shows("at least 14 letters");
        let sealed = ada.fills(&page, "/you/export/aliases", &[("passphrase", PASSPHRASE)]).is(200);
        assert!(sealed.bytes.starts_with(b"age-encryption.org/v1"));
        let open = |with: &str| age::decrypt(&age::scrypt::Identity::new(with.to_owned().into()), &sealed.bytes);
        assert!(open("four lanterns on the rivet").is_err());
        let files = files(&open(PASSPHRASE).unwrap());
        let copy = copy_of(&files);
        assert_eq!((copy["aliases"].as_array().unwrap().len(), &copy["me"]), (1, &Value::Null));
        assert_eq!(copy["threads"][0]["name"], copy["aliases"][0]["name"]);
        assert!(files["words.md"].contains("Only-the-night"));
        let all: String = files.values().cloned().collect();
        assert!(!all.contains("Maya-whisper") && !all.contains("Quiet Ada"));

        let short = serde_json::json!({"passphrase": "short"}).to_string();
        let json = [("content-type", "application/json")];
        ada.sends("POST", "/api/v1/me/copy/aliases", &json, Some(short.as_bytes())).is(422);
    }

    fn a_copy_asks_who_one_is_and_comes_six_times_an_hour(town) {
        let ada = town.person("Quiet Ada");
        town.waits_s(601);
        ada.sends("POST", "/api/v1/me/copy", &[], None).is(403);
        let page = stands_at_export(&ada);
        for _ in 0..6 {
            ada.fills(&page, "/you/export", &[]).is(200);
        }
        ada.fills(&page, "/you/export", &[]).is(429);
        town.waits_s(601);
        ada.fills(&page, "/you/export", &[]).is(403);
    }

    fn ten_thousand_posts_are_sent_as_they_are_read(town) {
        let ada = town.person("Quiet Ada");
        let group = town.group("evenings", Reach::Community, &[&ada]);
        let face = ada.face;
        town.arranges(move |tx| {
            tx.batch(&format!(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
                 INSERT INTO thread (public_id, group_id, author_face, kind, title, body, reach, said_on)
                 SELECT 'x' || substr('0000000000000', 1, 13 - length(CAST(i AS TEXT))) || CAST(i AS TEXT), {group}, {face}, 'win',
                        'Title', 'Post number ' || CAST(i AS TEXT) || '.', 'community', 20000 FROM n"
            ))
        });
        let sent = ada.fills(&ada.visits("/you/export").is(200), "/you/export", &[]).is(200);
        let files = files(&sent.bytes);
        assert_eq!(copy_of(&files)["threads"].as_array().unwrap().len(), 10_000);
        assert!(files["words.md"].contains("Post number 1.") && files["words.md"].contains("Post number 10000."));
    }
}
