//! `docs/api/errors.md`: every code a refusal or a fault can bear, read from the tables in the source.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use hearthside::http::problem::status;
use hearthside::kernel::{Error, Fault, Kind};

use super::page;

/// One code: where it is declared, and what sort of no it is.
struct Code {
    file: String,
    kind: Kind,
}

/// Every code, and where it is declared.
fn codes() -> BTreeMap<&'static str, Code> {
    let mut codes = BTreeMap::new();
    for fault in [Error::Absent, Fault::Busy.into(), Fault::Full.into(), Error::other("")] {
        add(&mut codes, fault.code(), Code { file: "src/kernel/error.rs".to_owned(), kind: fault.kind() });
    }
    for (file, text) in sources("src") {
        let code: Vec<&str> = text.lines().filter(|line| !line.trim().starts_with("//")).collect();
        let text = code.join("\n");
        for refusal in text.split("Refusal for ").skip(1) {
            let refusal = refusal.split("\n}").next().unwrap();
            let (Some(table), Some(kinds)) = (body(refusal, "fn code("), body(refusal, "fn kind(")) else {
                continue;
            };
            for (variant, code) in arms(table) {
                let Some(code) = code.strip_prefix('"').and_then(|code| code.split('"').next()) else {
                    continue;
                };
                let kind = kind_of(variant, kinds)
                    .unwrap_or_else(|| panic!("{file}: the kind of `{code}` is not to be read"));
                add(&mut codes, code, Code { file: file.clone(), kind });
            }
        }
    }
    assert!(codes.len() > 20, "the tables were not found");
    codes
}

#[test]
fn the_errors_page_is_every_refusal() {
    let codes = codes();
    let words = english();
    let mut text = "What is refused is a `problem+json` (RFC 9457): `type` is `urn:hearthside:problem:<code>`, and `code` is the word below.\n\
        Codes are never renamed. Pages say the sentence; programs should go by the code.\n\n\
        | code | status | kind | in words |\n|---|---|---|---|\n"
        .to_owned();
    for (code, Code { file, kind }) in &codes {
        let sentence = words.get(*code).unwrap_or_else(|| panic!("{file}: `{code}` has no words"));
        let number = if *code == "our-fault" { 500 } else { status(*kind).as_u16() };
        writeln!(text, "| `{code}` | {number} | {} | {sentence} |", in_words(*kind)).unwrap();
    }
    page("docs/api/errors.md", "Errors", &text);
}

/// Where those who look after things are told "no", and those they look after.
const LOOKED_AFTER: &[&str] = &[
    "src/safety/",
    "src/forum/sanctions/",
    "src/forum/screening/",
    "src/forum/lookout/",
    "src/forum/turns/",
    "src/forum/pace/",
    "src/forum/held/",
    "src/forum/quiet/",
    "src/identity/affiliations/",
    "src/identity/muted/",
    "src/federation/cases/",
    "src/federation/peers/",
];

/// What asks for a "no" by its code: a code that merely stands somewhere proves nothing.
const ASKS: &[&str] = &["is_no(", "assert", "code(", ".shows(", "asks("];

#[test]
fn every_no_of_those_who_look_after_things_is_brought_about_by_a_test() {
    let tests: Vec<String> = sources("tests")
        .into_iter()
        .filter(|(file, _)| !file.starts_with("tests/generated") && !file.starts_with("tests/tidy"))
        .map(|(_, text)| text)
        .collect();
    let meant =
        codes().into_iter().filter(|(_, code)| LOOKED_AFTER.iter().any(|there| code.file.starts_with(there)));
    let left: Vec<&str> = meant
        .map(|(code, _)| code)
        .filter(|code| !tests.iter().any(|text| is_asked_for(text, code)))
        .collect();
    assert!(left.is_empty(), "no test is told {left:?}: bring it about, and name its code");
}

/// Whether a statement of a test asks for this code.
fn is_asked_for(text: &str, code: &str) -> bool {
    let quoted = format!("\"{code}\"");
    text.match_indices(&quoted).any(|(at, _)| {
        let (before, after) = text.split_at(at);
        let start = before.rfind(';').max(before.rfind("{\n")).map_or(0, |at| at + 1);
        let end = after.find(';').unwrap_or(after.len());
        let statement = [&before[start..], &after[..end]].concat();
        !before[before.rfind('\n').unwrap_or(0)..].trim().starts_with("//")
            && ASKS.iter().any(|asks| statement.contains(asks))
    })
}

#[test]
fn a_code_that_merely_stands_somewhere_is_not_asked_for() {
    assert!(is_asked_for("{\n let no = send();\n is_no(no.is(409), \"a-code\");\n}", "a-code"));
    assert!(!is_asked_for(
        "{\n let fields = [(\"verb\", \"a-code\")];\n is_no(send(fields), \"other\");\n}",
        "a-code"
    ));
    assert!(!is_asked_for("{\n // is_no(no, \"a-code\")\n}", "a-code"));
}

fn add(codes: &mut BTreeMap<&'static str, Code>, code: &str, found: Code) {
    let (code, file): (&'static str, _) = (code.to_owned().leak(), found.file.clone());
    if let Some(before) = codes.insert(code, found) {
        panic!("`{code}` means two things: in {} and in {file}", before.file);
    }
}

/// Every kind, in words.
const KINDS: &[(Kind, &str)] = &[
    (Kind::Invalid, "something typed needs changing"),
    (Kind::SignedOut, "nobody is signed in"),
    (Kind::NotAllowed, "known, and not theirs to do"),
    (Kind::Absent, "absent, or hidden"),
    (Kind::Gone, "taken back by its writer"),
    (Kind::Conflict, "the world has moved on"),
    (Kind::TooMany, "too much at once"),
    (Kind::TooLarge, "larger than we take"),
    (Kind::WrongVerb, "there, and asked in another way"),
    (Kind::Unavailable, "ours to mend; try again"),
];

fn in_words(kind: Kind) -> &'static str {
    KINDS
        .iter()
        .find(|(known, _)| *known == kind)
        .map_or_else(|| panic!("{kind:?} has no words"), |(_, words)| words)
}

/// The braces of the function that begins with `head`.
fn body<'a>(text: &'a str, head: &str) -> Option<&'a str> {
    let text = &text[text.find(head)?..];
    let text = &text[text.find('{')? + 1..];
    let mut depth = 1;
    let end = text.find(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth == 0
    })?;
    Some(text[..end].trim())
}

/// `(pattern, value)` of each arm of the match in a body; a body without one is a single arm for all.
fn arms(body: &str) -> Vec<(&str, &str)> {
    if !body.contains("=>") {
        return vec![("_", body)];
    }
    let mut rest = body.split_once('{').map_or(body, |(_, inside)| inside);
    let mut found = Vec::new();
    while let Some((pattern, after)) = rest.split_once("=>") {
        let after = after.trim_start();
        let (value, left) = after.split_at(end_of_value(after));
        found.push((pattern.trim(), value));
        rest = left.trim_start_matches(',');
    }
    found
}

/// Where the value of an arm ends: at its comma, behind its own braces, or where the match ends.
fn end_of_value(text: &str) -> usize {
    let (mut depth, mut is_quoted) = (0, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '(' | '{' | '[' => depth += 1,
            ')' | '}' | ']' if depth == 0 => return at,
            ')' | '}' | ']' => depth -= 1,
            ',' if depth == 0 => return at,
            _ => {}
        }
        if c == '}' && depth == 0 && text.starts_with('{') {
            return at + 1;
        }
    }
    text.len()
}

/// The kind a table gives to a variant: its own arm, or the arm for the rest.
fn kind_of(variant: &str, kinds: &str) -> Option<Kind> {
    let name = |pattern: &str| -> Vec<String> {
        pattern
            .split('|')
            .map(|one| one.trim().chars().take_while(|c| c.is_alphanumeric() || ":_".contains(*c)).collect())
            .collect()
    };
    let wanted = name(variant);
    let table = arms(kinds);
    let arm = table.iter().find(|(pattern, _)| name(pattern).iter().any(|known| wanted.contains(known)));
    let rest = table.iter().find(|(pattern, _)| *pattern == "_");
    let (_, value) = arm.or(rest)?;
    let word =
        value.split("Kind::").nth(1)?.chars().take_while(char::is_ascii_alphabetic).collect::<String>();
    KINDS.iter().map(|(kind, _)| *kind).find(|kind| format!("{kind:?}") == word)
}

/// Every Rust file under a folder, by its path from the top.
fn sources(under: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<(String, String)>) {
        let mut inner: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        inner.sort();
        for path in inner {
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display().to_string();
                found.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(under), &mut found);
    found
}

/// `refused-<code>` of the English files, on one line; of a choice, the words for "other".
fn english() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("frontend/locales/en");
    let mut words = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for message in format!("\n{text}").split("\nrefused-").skip(1) {
            let (code, rest) = message.split_once('=').unwrap();
            let mut lines: Vec<&str> = vec![rest.lines().next().unwrap().trim()];
            lines.extend(rest.lines().skip(1).take_while(|line| line.starts_with([' ', '}'])).map(str::trim));
            let other = lines.iter().find_map(|line| line.strip_prefix("*[other]"));
            let sentence = other.map_or_else(|| lines.join(" "), |other| other.trim().to_owned());
            words.insert(code.trim().to_owned(), sentence.trim().to_owned());
        }
    }
    words
}
