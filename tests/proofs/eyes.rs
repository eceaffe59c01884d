//! Everything that everybody can look at: pages, feeds, what programs are told, numbers, the log, and a copy of the database.

use hearthside::db::sides::TABLES;

use super::stage::{HOST, STEWARD, Stage};
use crate::harness::Town;

const EVERYBODYS: &[&str] = &[
    "/",
    "/groups",
    "/g/owls",
    "/g/owls/about",
    "/g/owls/people",
    "/g/owls/feed.atom",
    "/feed.atom",
    "/waiting",
    "/news",
    "/search?q=said",
    "/search?q=somebody",
    "/share?group=owls",
    "/share/drafts",
    "/you/names",
    "/concerns",
    "/care",
    "/decisions",
    "/counters",
    "/checkin",
    "/checkin/history",
    "/g/owls/checkins",
    "/support",
    "/support/ask",
    "/support/asks",
    "/lamp",
    "/buddies",
    "/be-there",
    "/what-we-did",
    "/api/v1/concerns",
    "/api/v1/decisions",
    "/api/v1/what-we-did",
    "/api/v1/feed",
    "/api/v1/groups/owls",
    "/api/v1/groups/owls/threads",
    "/api/v1/groups/owls/people",
    "/api/v1/waiting",
    "/api/v1/news",
    "/api/v1/search?q=said",
];
/// Seen by those who look after the group, and by those who look after the community.
const KEEPERS: &[&str] = &["/look", "/look/done", "/api/v1/look", "/api/v1/look/done"];
const STEWARDS: &[&str] =
    &["/g/owls/held", "/api/v1/groups/owls/held", "/api/v1/groups/owls/asks", "/g/owls/edit"];
const HOSTS: &[&str] =
    &["/host/people", "/api/v1/host/people", "/host/groups", "/host/community", "/host/data"];
/// Seen of each thread, and of each person, alias or not.
const OF_A_THREAD: &[&str] = &[
    "/p/{}",
    "/p/{}/reply",
    "/p/{}/history",
    "/p/{}/reactions",
    "/p/{}/edit",
    "/p/{}/concern",
    "/api/v1/threads/{}",
    "/api/v1/threads/{}/replies",
    "/api/v1/threads/{}/revisions",
];
const OF_A_PERSON: &[&str] = &["/people/{}", "/api/v1/people/{}"];

/// What differs between the worlds by nature: keyed hashes and seals of the holder, and of whoever told.
const HASHED: &[(&str, &[&str])] = &[
    ("alias", &["tag", "entry", "ban_seal"]),
    ("alias_ban", &["tag"]),
    ("report", &["mark", "entry", "words"]),
];

/// Everybody who is still there and not behind an alias, in either world, looks at everything.
pub fn everybody_looks(stage: &mut Stage) {
    for who in stage.onlookers() {
        let mut paths: Vec<String> = EVERYBODYS.iter().map(|path| (*path).to_owned()).collect();
        if who == Some(STEWARD) || who == Some(HOST) {
            paths.extend(KEEPERS.iter().map(|path| (*path).to_owned()));
            let cases = stage.town.lines("SELECT CAST(id AS TEXT) AS line FROM concern ORDER BY id");
            paths.extend(cases.iter().flat_map(|id| [format!("/look/{id}"), format!("/api/v1/look/{id}")]));
        }
        if who == Some(STEWARD) {
            paths.extend(STEWARDS.iter().map(|path| (*path).to_owned()));
            for alias in &stage.aliases {
                let alias = alias.replace(' ', "%20");
                paths.push(format!("/g/owls/aliases/{alias}"));
                paths.push(format!("/api/v1/groups/owls/aliases/{alias}"));
            }
        }
        if who == Some(HOST) {
            paths.extend(HOSTS.iter().map(|path| (*path).to_owned()));
            let names = stage.people.iter().map(|person| person.name.replace(' ', "%20"));
            paths.extend(names.map(|name| format!("/host/people/{name}")));
        }
        let of = |shapes: &[&str], name: &str| {
            shapes.iter().map(|shape| shape.replace("{}", name)).collect::<Vec<_>>()
        };
        paths.extend(stage.threads.iter().flat_map(|thread| of(OF_A_THREAD, thread)));
        let names = stage.people.iter().map(|person| &person.name).chain(&stage.aliases);
        paths.extend(names.flat_map(|name| of(OF_A_PERSON, &name.replace(' ', "%20"))));
        for path in paths {
            let seen = who.map_or(&stage.stranger, |who| &*stage.people[who]).visits(&path);
            stage.notes(who, &format!("GET {path}"), &seen);
        }
    }
}

/// What a scrape of the numbers tells, but for how long things took.
pub fn numbers(town: &Town) -> Vec<String> {
    let text = town.app.metrics().text(None, town.app.load());
    let mut lines: Vec<String> = text
        .lines()
        .filter(|line| !line.contains("_bucket{") && !line.contains("_sum{"))
        .map(str::to_owned)
        .collect();
    lines.sort();
    lines
}

/// Every row of every table, on SQLite in the order it lies in, without what is chance by nature.
pub fn copy_of_the_database(town: &Town) -> Vec<String> {
    let mut lines = Vec::new();
    for (table, _) in TABLES {
        let hashed = HASHED.iter().find(|(of, _)| of == table).map_or(&[][..], |(_, columns)| columns);
        let mut rows = if town.home().database_url().is_none() {
            let columns = town.lines(&format!("SELECT name AS line FROM pragma_table_info('{table}')"));
            let told: Vec<String> = columns
                .iter()
                .filter(|column| !hashed.contains(&column.as_str()))
                .map(|column| format!("'{column}=' || quote(\"{column}\")"))
                .collect();
            town.lines(&format!("SELECT {} AS line FROM \"{table}\"", told.join(" || ' ' || ")))
        } else {
            let left_out = hashed.join(",");
            // Small writes that waited are written in no order, which is where their rows then lie.
            town.lines(&format!(
                "SELECT (to_jsonb(t) - '{{{left_out}}}'::text[])::text AS line FROM \"{table}\" t ORDER BY 1"
            ))
        };
        // These lie in the order of a keyed hash.
        if *table == "report" {
            rows.sort();
        }
        lines.extend(rows.into_iter().map(|row| format!("{table}: {row}")));
    }
    lines
}
