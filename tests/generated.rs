//! The pages of `docs/` that cannot lie: written from the code by `just bless`, compared with it by everybody else.

mod codes;
mod every;
pub mod schema;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use hearthside::config::{FILE, Flags, Section as _, Server, Settings};
use hearthside::events::Event;
use hearthside::federation::outbound;
use hearthside::policy::{Action, Rank, Role, Standing, rules};
use hearthside::{api, routes};

const MARK: &str = "<!-- Written by tests/generated.rs. Change the code, then run `just bless`. -->\n\n";

/// Compares a file with what the code says, or writes it when `HEARTHSIDE_BLESS` is set.
#[track_caller]
fn holds(path: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    if kept == text {
        return;
    }
    if std::env::var_os("HEARTHSIDE_BLESS").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        return std::fs::write(&file, text).unwrap();
    }
    let same = kept.lines().zip(text.lines()).take_while(|(old, new)| old == new).count();
    let of = |text: &str| text.lines().nth(same).unwrap_or("(the end)").to_owned();
    let (line, old, new) = (same + 1, of(&kept), of(text));
    panic!(
        "{path}:{line} is behind the code; run `just bless` and read the diff\n  page: {old}\n  code: {new}"
    );
}

/// A page with a title, as [`holds`] keeps it.
fn page(path: &str, title: &str, text: &str) {
    holds(path, &format!("{MARK}# {title}\n\n{}\n", text.trim_end()));
}

#[test]
fn what_a_copy_holds_is_said_in_a_schema() {
    let schema = hearthside::forum::export::schema().unwrap();
    holds(
        "docs/reference/copy.schema.json",
        &format!("{}\n", serde_json::to_string_pretty(&schema).unwrap()),
    );
}

#[test]
fn the_settings_page_and_the_example_file_are_the_settings() {
    let mut text = format!(
        "From `{FILE}`, then variables, then flags; the last one wins. `hearthside check` lists everything wrong at once, and a\n\
         key that is not below is refused. Each key is also a variable: `listen` is `HEARTHSIDE_LISTEN`, `limits.live_max` is\n\
         `HEARTHSIDE_LIMITS_LIVE_MAX`. An example to start from: [`{FILE}`]({FILE}).\n\n"
    );
    for (section, about, table) in Settings::tables() {
        let title = if section.is_empty() { "At the top of the file" } else { &format!("`[{section}]`") };
        writeln!(text, "## {title}\n\n{}\n", about.trim()).unwrap();
        for setting in table {
            let doc = setting.doc.trim().replace("\n ", "\n");
            writeln!(text, "### `{}`\n\n{doc}\n\nDefault: `{}`\n", setting.key, setting.default).unwrap();
        }
    }
    page("docs/operate/settings.md", "Settings", &text);
    holds(&format!("docs/operate/{FILE}"), &example());
}

/// Every setting with its default, out of force.
fn example() -> String {
    let mut text =
        "# Every setting of Hearthside, each with its default. Written by tests/generated.rs.\n".to_owned();
    for (section, about, table) in Settings::tables() {
        writeln!(text, "\n# {}", about.trim()).unwrap();
        if !section.is_empty() {
            writeln!(text, "[{section}]").unwrap();
        }
        for setting in table {
            text.push('\n');
            for line in setting.doc.trim().lines() {
                writeln!(text, "{}", format!("# {}", line.trim()).trim_end()).unwrap();
            }
            writeln!(text, "#{} = {}", setting.key, setting.default).unwrap();
        }
    }
    text
}

#[test]
fn the_example_file_is_taken_as_it_is_and_with_every_default_spelled_out() {
    let example = example();
    let spelled: String = example
        .lines()
        .map(|line| match line.strip_prefix('#') {
            Some(setting) if !setting.starts_with(' ') => format!("{setting}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    for (name, text) in [("as-it-is", &example), ("spelled-out", &spelled)] {
        let file = std::env::temp_dir().join(format!("hearthside-example-{}-{name}", std::process::id()));
        std::fs::write(&file, text).unwrap();
        let read = Settings::load(&file, std::iter::empty(), &Flags::default());
        std::fs::remove_file(&file).unwrap();
        let read = read.unwrap_or_else(|wrong| panic!("{name}: {wrong:?}"));
        for (read, default) in read.server.table().iter().zip(Server::default().table()) {
            assert_eq!(read.default, default.default, "{name}: {}", read.key);
        }
    }
}

#[test]
fn the_routes_page_is_every_door() {
    let mut text = "Every door, in the order it is tried. *For* says whom a door is meant for; what they may do behind it is decided by\n\
        scopes and permits, and `tests/sweep.rs` walks through all of them.\n\n| method | path | for |\n|---|---|---|\n"
        .to_owned();
    let doors = routes::all();
    for sign in doors.signs() {
        writeln!(text, "| {} | `{}` | {} |", sign.method, sign.path, sign.who).unwrap();
    }
    page("docs/reference/routes.md", "Routes", &text);

    let doors: BTreeSet<(&str, &str)> = doors.signs().iter().map(|sign| (sign.method, sign.path)).collect();
    assert_eq!(doors.len(), routes::all().signs().len(), "two doors have the same method and path");
}

#[test]
fn the_policy_table_is_the_rules() {
    let member = |role| Standing { rank: Some(Rank::Member), role, ..Standing::default() };
    let everybody = [
        ("guest", Standing::default()),
        ("stranger", member(None)),
        ("member", member(Some(Role::Member))),
        ("author", Standing { is_author: true, ..member(Some(Role::Member)) }),
        ("greeter", member(Some(Role::Greeter))),
        ("responder", member(Some(Role::Responder))),
        ("moderator", member(Some(Role::Moderator))),
        ("steward", member(Some(Role::Steward))),
        ("keeper", Standing { rank: Some(Rank::Keeper), ..Standing::default() }),
        ("host", Standing { rank: Some(Rank::Host), ..Standing::default() }),
        ("elsewhere", Standing { is_far: true, ..Standing::default() }),
        ("its author", Standing { is_far: true, is_author: true, ..Standing::default() }),
        ("its keeper", Standing { is_far: true, role: Some(Role::Moderator), ..Standing::default() }),
    ];
    let docs = documented("src/policy/action.rs");
    let mut text = "Who may do what, as `src/policy/rules.rs` answers. *Stranger*: signed in, and not in the group. *Author*: a member of the\n\
        group, towards their own words. *Keeper* and *host* are shown outside of the group. *Elsewhere*: somebody\n\
        of another community to whom the group's posts travel; the same towards their own words, and in a group of their side that they look after. What somebody may not even see is absent to\n\
        them, before any of this is asked; whether a thing is locked or closed is asked after.\n\n"
        .to_owned();
    let names: Vec<&str> = everybody.iter().map(|(name, _)| *name).collect();
    writeln!(text, "| action | {} |\n|---|{}", names.join(" | "), "---|".repeat(names.len())).unwrap();
    for action in Action::ALL {
        let cells: Vec<&str> = everybody
            .iter()
            .map(|(_, standing)| rules::verdict(*action, standing).map_or_else(refused, |()| "yes"))
            .collect();
        writeln!(text, "| `{action}` | {} |", cells.join(" | ")).unwrap();
    }
    text.push_str("\n| action | what it is |\n|---|---|\n");
    for action in Action::ALL {
        writeln!(text, "| `{action}` | {} |", docs[&format!("{action:?}")]).unwrap();
    }
    page("docs/reference/policy-table.md", "Policy table", &text);
}

fn refused(refusal: hearthside::policy::Refusal) -> &'static str {
    use hearthside::kernel::Refusal as _;
    refusal.code()
}

#[test]
fn the_events_page_is_every_event() {
    let mut text = "What can happen, who hears of it, and whether it may leave this server. Listeners hear after the commit, at least once,\n\
        each in a transaction of its own. An event holds ids, never words.\n\n| event | what happened | listeners | leaves |\n|---|---|---|---|\n"
        .to_owned();
    let all = every::every::<Event>();
    let names: BTreeSet<&str> = all.iter().map(Event::name).collect();
    assert_eq!(names.len(), all.len(), "two events have the same name");
    for event in &all {
        let area =
            serde_json::to_value(event).unwrap().as_object().unwrap().keys().next().unwrap().to_lowercase();
        let docs = documented(&format!("src/events/{area}.rs"));
        let listeners: Vec<&str> = event.listeners().iter().map(|listener| listener.code()).collect();
        let (listeners, leaves) = (
            if listeners.is_empty() { "nobody".to_owned() } else { listeners.join(", ") },
            outbound::leaves(event).words(),
        );
        writeln!(text, "| `{}` | {} | {listeners} | {leaves} |", event.name(), docs[event.name()]).unwrap();
    }
    page("docs/reference/events.md", "Events", &text);
}

/// The doc comment of each variant of the enums in a file.
fn documented(path: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let (mut docs, mut found) = (String::new(), BTreeMap::new());
    for line in text.lines().map(str::trim) {
        if let Some(doc) = line.strip_prefix("///") {
            docs = format!("{docs} {}", doc.trim());
            continue;
        }
        let name: String = line.chars().take_while(char::is_ascii_alphanumeric).collect();
        if name.starts_with(|c: char| c.is_ascii_uppercase()) && !docs.is_empty() {
            found.entry(name).or_insert_with(|| docs.trim().to_owned());
        }
        docs.clear();
    }
    found
}

#[test]
fn the_description_of_the_api_is_the_api() {
    let text = api::description();
    holds("docs/api/openapi.json", &format!("{}\n", text.trim_end()));
    let described: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut doors: BTreeSet<String> = routes::all()
        .signs()
        .iter()
        .filter(|sign| sign.path.starts_with("/api/v1/") && sign.path != "/api/v1/openapi.json")
        .map(|sign| format!("{} {}", sign.method, sign.path))
        .collect();
    for (path, verbs) in described["paths"].as_object().unwrap() {
        for verb in verbs.as_object().unwrap().keys() {
            let door = format!("{} {path}", verb.to_uppercase());
            assert!(doors.remove(&door), "{door} is described and not served");
        }
    }
    assert!(doors.is_empty(), "served and not described: {doors:?}");
}

/// Every page of `docs/`, and the two that lie beside it.
fn written() -> Vec<PathBuf> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![top.join("README.md"), top.join("docker/README.md")];
    let mut folders = vec![top.join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn no_page_points_to_a_file_that_is_not_there() {
    let mut astray = Vec::new();
    for page in written() {
        let text = std::fs::read_to_string(&page).unwrap_or_default();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap_or_default();
            let is_ours = !file.is_empty() && !link.contains("://") && !link.starts_with("mailto:");
            if is_ours && !page.parent().unwrap().join(file).exists() {
                astray.push(format!("{}: {link}", page.display()));
            }
        }
    }
    assert!(astray.is_empty(), "{}", astray.join("\n"));
}
