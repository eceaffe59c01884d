//! The laws about what people read: nothing untranslated, nothing unkind, no key without words.

use super::text::{after, is_word, without};
use super::{Faults, Tree, sources};
use std::collections::{BTreeMap, BTreeSet};

/// Words that need no translation (the second is a class the layout prints), and phrases that may hold a word we avoid (kinds and asks of a thread).
const BARE: &[&str] = &["Hearthside", "glow"];
/// And what is ours to answer for: a fault of the server's is called one.
const PHRASES: &[&str] = &["just here", "just listen", "por un fallo nuestro"];
const AVOIDED: &[(&str, &str)] = &[
    (
        "en",
        "clean dirty addict addicts abuse failed relapsed user users victim just simply oops unfortunately",
    ),
    ("en", "instance instances federate federated actor karma upvote downvote ban banned invalid"),
    ("es", "limpio limpia sucio sucia adicto adicta abuso fallido usuario usuaria víctima simplemente ups"),
    ("es", "lamentablemente desafortunadamente instancia federar karma inválido inválida"),
    // Nobody's days are a score, and nobody is told what they did not do.
    ("en", "streak streaks missed relapse relapses relapsing"),
    ("es", "racha rachas recaíste faltaste"),
];
/// How words begin that we avoid in every form they take: “abusive”, “alcoholics”, “a failure”, “trolling”, “punished”, “offenders”. A relapse is named where
/// people choose a content note, so that is no stem.
const STEMS: &[(&str, &str)] = &[
    ("en", "abus junkie alcoholic addict fail troll punish offend"),
    ("es", "abus drogadict alcohólic adict fall fracas trol castig ofend ofens"),
];
/// Where a word may stand that we avoid elsewhere: a plan's own parts, and labels that people put on their own words.
const NAMED: &[(&str, &str)] = &[("relapse", "note-"), ("relapse", "plan-")];
/// How keys begin that are put together at run time (`refused-` needs no line: each code is looked up).
const COMPOSED: &[&str] = &[
    "kind-",
    "ask-",
    "note-",
    "reaction-",
    "amount-",
    "here-",
    "pathway-",
    "topic-",
    "language-",
    "error-title-",
    "host-doors-",
    "came-",
    "reply-starter-",
    "keep-",
    "host-people-rank-",
    "host-people-state-",
    "setup-",
    "starter-",
    "todo-",
    "country-",
    "choice-",
    "role-",
    "far-state-",
    "concern-about-",
    "concern-reason-",
    "concern-outcome-",
    "look-heading-",
    "look-ready-",
    "look-card-",
    "several-left-",
    "act-verb-",
    "act-means-",
    "act-did-",
    "own-did-",
    "did-pace-",
    "did-readers-",
    "own-reads-",
    "own-waits-",
    "concern-to-",
    "care-say-",
    "care-did-",
    "peer-",
    "weather-",
    "milestone-",
    "halt-",
    "went-",
    "shows-",
    "quiet-mute-",
    "quiet-lasts-",
    "muted-hush-",
    "muted-hint-",
    "muted-is-",
    "fold-",
    "marks-",
    "sight-",
    "turn-",
    "setback-sort-",
    "how-now-",
    "setback-part-",
    "held-why-",
    "waits-why-",
    "affiliation-says-",
    "affiliation-tie-",
    "rules-shares-",
    "rules-looks-",
    "rules-does-",
    "rules-line-",
    "service-turn-",
    "service-rest-",
    "need-",
    "circle-",
    "pace-full-",
    "pace-most-",
    "terms-rank-",
    "cadence-",
    "daily-asks-",
    "daily-offer-",
    "chip-state-",
    "buddy-note-",
    "card-",
    "fit-",
    "lamp-reaches-",
    "plan-part-",
    "plan-hint-",
    "craving-act-",
    "craving-urge-",
    "craving-tell-",
    "silence-after-",
    "silence-by-",
    "nudge-cadence-",
    "nudge-times-",
    "askable-",
    "phase-",
    "notices-sort-",
    "notices-at-",
    "push-",
];

/// Letters outside of tags and of `{{ … }}`, and in the attributes that are read aloud.
pub fn templates(tree: &Tree) -> Faults {
    let mut faults = vec![];
    for (path, text) in tree.iter().filter(|(path, _)| path.starts_with("frontend/templates/")) {
        let marks = [("{#", "#}"), ("{{", "}}"), ("{%", "%}"), ("<!--", "-->")];
        let plain = marks.iter().fold(text.clone(), |text, (open, close)| without(&text, open, close));
        let outside = without(&plain, "<", ">");
        let spoken =
            ["alt", "title", "aria-label", "aria-description", "placeholder"].iter().flat_map(|name| {
                after(&plain, &format!("{name}=\""))
                    .into_iter()
                    .filter_map(|(line, rest)| Some((line, rest.split('"').next()?)))
            });
        for (line, bare) in outside.lines().enumerate().map(|(at, text)| (at + 1, text)).chain(spoken) {
            let letters = bare.replace("&nbsp;", " ").chars().any(char::is_alphabetic);
            if letters && !BARE.contains(&bare.trim()) {
                faults.push(format!("{path}:{line}: words outside of the locales: {}", bare.trim()));
            }
        }
    }
    faults
}

pub fn tone(tree: &Tree) -> Faults {
    let mut faults = vec![];
    for (path, text) in locales(tree) {
        let language = path.split('/').nth(2).unwrap_or_default();
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let (key, said) = line.split_once('=').unwrap_or(("", line));
            let said = without(said, "{", "}").to_lowercase();
            let said = PHRASES.iter().fold(said, |said, phrase| said.replace(phrase, ""));
            let words: BTreeSet<&str> = said.split(|c| !is_word(Some(c))).collect();
            let avoided = AVOIDED.iter().filter(|(tongue, _)| *tongue == language);
            let is_named =
                |word: &str| NAMED.iter().any(|(own, start)| *own == word && key.starts_with(start));
            let all = avoided.flat_map(|(_, list)| list.split(' '));
            for word in all.filter(|word| words.contains(word) && !is_named(word)) {
                faults.push(format!("{path}:{}: we do not say `{word}`", at + 1));
            }
            let stems = STEMS.iter().filter(|(tongue, _)| *tongue == language);
            for stem in stems.flat_map(|(_, list)| list.split(' ')) {
                let met = words.iter().filter(|word| word.starts_with(stem));
                faults.extend(
                    met.map(|word| format!("{path}:{}: we say no form of `{stem}`: `{word}`", at + 1)),
                );
            }
            if said.contains(['!', '¡']) || said.chars().any(|c| ('\u{1F000}'..='\u{1FFFF}').contains(&c)) {
                faults.push(format!("{path}:{}: no exclamation marks and no emoji", at + 1));
            }
        }
    }
    faults
}

/// Every key has words in every language, is used somewhere, and every refusal has a sentence.
pub fn keys(tree: &Tree) -> Faults {
    let (mut worded, mut used) = (BTreeMap::<&str, BTreeSet<String>>::new(), BTreeSet::new());
    let mut faults = vec![];
    for (path, text) in locales(tree) {
        let mut last = "";
        let keys = worded.entry(path.split('/').nth(2).unwrap_or_default()).or_default();
        for line in text.lines() {
            used.extend(text_keys(line, "{ ").filter(|key| line.contains(&format!("{{ {key} }}"))));
            let Some((key, _)) = line.split_once('=') else { continue };
            if let Some(attribute) = key.trim().strip_prefix('.').filter(|_| line.starts_with(' ')) {
                keys.insert(format!("{last}.{}", attribute.trim()));
            } else if key.starts_with(char::is_alphabetic) {
                last = key.trim();
                if !keys.insert(last.to_owned()) {
                    faults.push(format!("{path}: `{last}` has words twice, and one of them is never read"));
                }
            }
        }
    }
    let templates = tree.iter().filter(|(path, _)| path.starts_with("frontend/templates/"));
    let all = sources(tree).map(|(_, code)| code).chain(templates.map(|(_, text)| text.clone()));
    for text in all {
        used.extend(
            ["t(\"", "t1(\"", "t2(\"", "tn(\"", ".with(\""].iter().flat_map(|call| text_keys(&text, call)),
        );
    }
    let codes: BTreeSet<String> = sources(tree).flat_map(|(_, code)| refusals(&code)).collect();
    let expected: BTreeSet<String> = used.union(&codes).cloned().collect();

    let everywhere: BTreeSet<String> = worded.values().flatten().cloned().collect();
    for key in everywhere.difference(&expected) {
        // A message and its attributes are used as one.
        let (message, parts) = (key.split('.').next().unwrap_or_default(), format!("{key}."));
        let is_used = expected.contains(message) || expected.iter().any(|used| used.starts_with(&parts));
        let is_composed = COMPOSED.iter().any(|start| key.starts_with(start));
        if !is_used && !is_composed {
            faults.push(format!("`{key}` is used nowhere"));
        }
    }
    if worded.is_empty() {
        faults.extend(expected.iter().map(|key| format!("`{key}` has no words")));
    }
    for (language, keys) in &worded {
        let missing = everywhere.union(&expected).filter(|key| !keys.contains(*key));
        faults.extend(missing.map(|key| format!("`{key}` has no words in {language}")));
    }
    faults
}

/// `refused-<code>` for every string in a `fn code` of a refusal.
fn refusals(code: &str) -> Vec<String> {
    let mut found = vec![];
    for (_, body) in after(code, "fn code(&self)") {
        let body = body.split("\n    }").next().unwrap_or_default();
        found.extend(body.split('"').skip(1).step_by(2).map(|code| format!("refused-{code}")));
    }
    found
}

/// The names that directly follow `call`.
fn text_keys<'a>(text: &'a str, call: &str) -> impl Iterator<Item = String> + use<'a> {
    after(text, call).into_iter().filter_map(|(_, rest)| {
        let key = rest.split(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c))).next()?;
        (key.starts_with(char::is_alphabetic) && !key.ends_with('-')).then(|| key.to_owned())
    })
}

fn locales(tree: &Tree) -> impl Iterator<Item = (&String, &String)> {
    tree.iter().filter(|(path, _)| path.starts_with("frontend/locales/"))
}
