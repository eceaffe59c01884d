//! Holds what the compiler cannot: who may name whom, where a thing may stand, and how people are spoken to.
//!
//! Std only, so that `rustc --test tests/tidy.rs` answers before the long build. It reads text, not syntax:
//! that is the point, and its limit. Why each law exists: `docs/architecture.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::{fs, path::Path};
use text::{after, code, heads, ident};

#[path = "tidy/text.rs"]
mod text;
#[path = "tidy/toys.rs"]
mod toys;
#[path = "tidy/words.rs"]
mod words;

/// Every file by its path from the top, with its text (empty where it is not text).
type Tree = BTreeMap<String, String>;
type Faults = Vec<String>;
type Law = fn(&Tree) -> Faults;

const LAWS: &[(&str, Law)] = &[
    ("storeys", storeys),
    ("facades", facades),
    ("rooms", rooms),
    ("files", files),
    ("macros", macros),
    ("templates", words::templates),
    ("tone", words::tone),
    ("keys", words::keys),
    ("twins", twins),
];
const TOP: &str = "Cargo.toml Cargo.lock README.md LICENSE src migrations frontend docker tests docs benches";
const FORBIDDEN: &str = "utils util helpers helper common misc manager service types";
/// Areas from the ground up. `use` points down only; neighbours meet through events.
const STOREYS: &[&str] = &[
    "kernel",
    "db",
    "config",
    "jobs keys",
    "policy events",
    "http",
    "ui media",
    "identity",
    "forum",
    "support recovery",
    "safety",
    "notify admin",
    "federation lemmy web",
    "api",
    ASSEMBLY,
];
const ASSEMBLY: &str = "main lib app routes cli build";
/// What stays inside its folder, and the doors that only the assembly may open.
const PRIVATE: &str = "store commands views rules listen model";
const DOORS: &str = "pages api middleware";
/// Who may begin a transaction, and so hold the `App`.
const WRITERS: &str = "pages api routes middleware listen inbound /jobs /cli /app /main /web /lemmy /db /federation/delivery /federation/actors \
     /federation/resolve /notify/letters /notify/push /notify/mail";
const CLOCK: &str = "/app /main /cli /config /build kernel/clock kernel/chance";
const QUERIES: &str = "store /db policy/scope policy/facts events/outbox";
/// A word, and the rooms it may be spoken in: a file or folder name, or a path; `/` first means from `src`.
const ROOMS: &[(&str, &str)] = &[
    ("diesel", "store /db policy/scope policy/facts events/outbox model /kernel"),
    (".rows(", QUERIES),
    (".row(", QUERIES),
    (".row_opt(", QUERIES),
    (".exec(", QUERIES),
    ("actix_web", "pages api routes middleware /http /ui /web /lemmy /app /main /cli admin/health"),
    (".write(", WRITERS),
    ("SystemTime::now", CLOCK),
    ("Utc::now", CLOCK),
    ("Timestamp::now", CLOCK),
    ("Zoned::now", CLOCK),
    ("rand::", CLOCK),
    ("std::env", CLOCK),
];
/// Macros of our own. A further one needs a line here with the number of its decision record.
const MACROS: &[(&str, &str)] = &[("id", ""), ("text_enum", ""), ("on", ""), ("page", ""), ("settings", "")];
#[test]
fn the_house_is_tidy() {
    let mut tree = Tree::new();
    walk(Path::new(option_env!("CARGO_MANIFEST_DIR").unwrap_or(".")), "", &mut tree);
    assert!(tree.contains_key("Cargo.toml"), "run from the top of the project");
    let faults: Faults = LAWS
        .iter()
        .flat_map(|(name, law)| law(&tree).into_iter().map(move |f| format!("{name}: {f}")))
        .collect();
    assert!(faults.is_empty(), "{} untidy:\n{}", faults.len(), faults.join("\n"));
}

fn walk(folder: &Path, at: &str, tree: &mut Tree) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || has("target data node_modules out", &name) {
            continue;
        }
        let (path, inner) = (entry.path(), format!("{at}{name}"));
        if path.is_dir() {
            walk(&path, &format!("{inner}/"), tree);
        } else {
            tree.insert(inner, fs::read_to_string(&path).unwrap_or_default());
        }
    }
}

fn storeys(tree: &Tree) -> Faults {
    let storey = |area: &str| STOREYS.iter().position(|floor| has(floor, area));
    let mut faults = vec![];
    for (path, code) in sources(tree) {
        let module = path.trim_end_matches(".rs").trim_end_matches("/mod");
        let (own, depth) = (module.split('/').next().unwrap_or_default(), module.split('/').count());
        let Some(floor) = storey(own) else {
            faults.push(format!("src/{path}: `{own}` has no storey"));
            continue;
        };
        for (line, rest) in [after(&code, "crate::"), after(&code, &"super::".repeat(depth))].concat() {
            for head in heads(rest) {
                let up =
                    head != own && !has(ASSEMBLY, own) && storey(head).is_some_and(|other| other >= floor);
                if up && !(head == "app" && stands(path, WRITERS)) {
                    faults.push(format!("src/{path}:{line}: `{own}` may not name `{head}`"));
                }
            }
        }
    }
    faults
}

fn facades(tree: &Tree) -> Faults {
    let folders: BTreeSet<&str> =
        sources(tree).filter_map(|(path, _)| Some(path.rsplit_once('/')?.0)).collect();
    let mut faults = vec![];
    for (path, code) in sources(tree) {
        let opens = stands(path, "/main /lib /app /routes /cli /api routes");
        for folder in folders.iter().filter(|f| !path.starts_with(&format!("{f}/"))) {
            let slice = folder.rsplit('/').next().unwrap_or_default();
            for (line, rest) in after(&code, &format!("{slice}::")) {
                for head in heads(rest).into_iter().filter(|h| has(PRIVATE, h) || has(DOORS, h) && !opens) {
                    faults.push(format!("src/{path}:{line}: `{slice}::{head}` is inside {folder}"));
                }
            }
        }
    }
    faults
}

fn rooms(tree: &Tree) -> Faults {
    let mut faults = vec![];
    for (path, code) in sources(tree) {
        for (word, _) in ROOMS.iter().filter(|(_, places)| !stands(path, places)) {
            // `.write()` without an argument is a lock, not a transaction.
            for (line, _) in
                after(&code, word).iter().filter(|(_, rest)| *word != ".write(" || !rest.starts_with(')'))
            {
                faults.push(format!("src/{path}:{line}: `{word}` does not belong in this room"));
            }
        }
    }
    faults
}

fn files(tree: &Tree) -> Faults {
    let mut faults = vec![];
    for (path, text) in tree {
        let (name, lines) = (path.rsplit('/').next().unwrap_or_default(), text.lines().count());
        let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
        if !has(TOP, path.split('/').next().unwrap_or_default()) {
            faults.push(format!("{path}: the top level is fixed"));
        }
        if path.split('/').any(|part| has(FORBIDDEN, part)) || has(FORBIDDEN, stem) {
            faults.push(format!("{path}: a name that says nothing"));
        }
        if lines > 400 && has("rs js mjs css html ftl sql sh", ending) && name != "schema.rs" {
            faults.push(format!("{path}: {lines} lines, 400 at most"));
        }
        if ending == "rs" && !text.starts_with("//!") {
            faults.push(format!("{path}: the first line says why the file exists (`//!`)"));
        }
    }
    faults
}

fn macros(tree: &Tree) -> Faults {
    let recorded = |number: &str| tree.keys().any(|p| p.starts_with(&format!("docs/decisions/{number}-")));
    let known = |name: &str| MACROS.iter().any(|(own, at)| *own == name && (at.is_empty() || recorded(at)));
    let mut faults = vec![];
    for (path, code) in sources(tree) {
        let found = after(&code, "macro_rules! ");
        for (line, rest) in found.into_iter().filter(|(_, rest)| !known(ident(rest))) {
            faults.push(format!("src/{path}:{line}: `{}!` has no decision record", ident(rest)));
        }
    }
    faults
}

fn twins(tree: &Tree) -> Faults {
    let of = |backend: &str| -> BTreeSet<&str> {
        tree.keys().filter_map(|path| path.strip_prefix(&format!("migrations/{backend}/"))).collect()
    };
    let (sqlite, postgres) = (of("sqlite"), of("postgres"));
    sqlite.symmetric_difference(&postgres).map(|path| format!("migrations/*/{path} has no twin")).collect()
}

/// Rust files under `src` by their path in it, without comments and without their unit tests.
fn sources(tree: &Tree) -> impl Iterator<Item = (&str, String)> {
    let rust = |path: &&str| Path::new(path).extension().is_some_and(|ending| ending == "rs");
    tree.iter().filter_map(move |(path, text)| Some((path.strip_prefix("src/").filter(rust)?, code(text))))
}

fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|each| each == word)
}

/// Whether a file under `src` is, or lies in, one of the places.
fn stands(path: &str, places: &str) -> bool {
    let path = format!("/{}/", path.trim_end_matches(".rs"));
    places.split(' ').any(|place| match place.strip_prefix('/') {
        Some(top) => path.starts_with(&format!("/{top}/")),
        None => path.contains(&format!("/{place}/")),
    })
}
