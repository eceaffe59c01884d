//! Everything that everybody can look at: pages, feeds, what programs are told, numbers, the log, and a copy of the database.

use hearthside::db::sides::TABLES;

use super::keepers;
use super::stage::Stage;
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
    "/setback",
    "/checkin",
    "/checkin/history",
    "/g/owls/checkins",
    "/circle",
    "/milestones",
    "/support",
    "/support/craving",
    "/support/plan",
    "/support/plan/edit",
    "/support/ask",
    "/support/asks",
    "/lamp",
    "/lamp/after",
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
/// Seen of each thread, and of each person, alias or not.
const OF_A_THREAD: &[&str] = &[
    "/p/{}",
    "/p/{}/reply",
    "/p/{}/history",
    "/p/{}/reactions",
    "/p/{}/note",
    "/p/{}/edit",
    "/p/{}/concern",
    "/api/v1/threads/{}",
    "/api/v1/threads/{}/replies",
    "/api/v1/threads/{}/revisions",
];
const OF_A_PERSON: &[&str] = &["/people/{}", "/people/{}/buddy", "/api/v1/people/{}"];

/// What differs between the worlds by nature: keyed hashes and seals of the holder, and of whoever told.
const HASHED: &[(&str, &[&str])] = &[
    ("alias", &["tag", "entry", "ban_seal"]),
    ("alias_ban", &["tag"]),
    ("folded", &["mark"]),
    ("report", &["mark", "entry", "words", "quoted"]),
];

/// Everybody who is still there and not behind an alias, in either world, looks at everything.
pub fn everybody_looks(stage: &mut Stage) {
    for who in stage.onlookers() {
        looks(stage, who, |_| true);
        keepers::tries(stage, who);
    }
}

/// They look at what has these words in its address.
pub fn everybody_looks_at(stage: &mut Stage, there: &str) {
    for who in stage.onlookers() {
        looks(stage, who, |path| path.contains(there));
    }
}

fn looks(stage: &mut Stage, who: Option<usize>, at: impl Fn(&str) -> bool) {
    let mut paths: Vec<String> = EVERYBODYS.iter().map(|path| (*path).to_owned()).collect();
    paths.extend(keepers::doors(stage, who));
    let of = |shapes: &[&str], name: &str| {
        shapes.iter().map(|shape| shape.replace("{}", name)).collect::<Vec<_>>()
    };
    paths.extend(stage.threads.iter().flat_map(|thread| of(OF_A_THREAD, thread)));
    let names = stage.people.iter().map(|person| &person.name).chain(&stage.aliases);
    paths.extend(names.flat_map(|name| of(OF_A_PERSON, &name.replace(' ', "%20"))));
    for path in paths.into_iter().filter(|path| at(path)) {
        let seen = who.map_or(&stage.stranger, |who| &*stage.people[who]).visits(&path);
        stage.notes(who, &format!("GET {path}"), &seen);
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
        if ["folded", "report"].contains(table) {
            rows.sort();
        }
        lines.extend(rows.into_iter().map(|row| format!("{table}: {row}")));
    }
    lines
}
