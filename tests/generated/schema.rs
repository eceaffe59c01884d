//! `src/db/schema.rs` and `docs/reference/schema.md`, written from the SQLite migrations: types from the declarations,
//! docs from the comments. That PostgreSQL's twins make the same is what `tests/twins.rs` asks.

use std::fmt::Write as _;
use std::path::Path;

use super::{holds, page};

/// A table as the migrations leave it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name in SQL.
    pub name: String,
    /// What a row is.
    pub doc: String,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// The columns of its primary key.
    pub key: Vec<String>,
}

/// A column as the migrations leave it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// diesel's name of its type.
    pub sort: &'static str,
    /// Whether null is a value.
    pub is_nullable: bool,
    /// The table it refers to.
    pub refers: Option<String>,
    /// Its default, as SQL.
    default: Option<String>,
    /// The comment beside it.
    doc: String,
}

/// The tables of every migration, in the order they are made.
pub fn tables() -> Vec<Table> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/sqlite");
    let mut steps: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    steps.sort();
    let mut found = Vec::new();
    for step in steps.iter().filter(|step| step.is_dir()) {
        read(&std::fs::read_to_string(step.join("up.sql")).unwrap(), &mut found);
    }
    found
}

impl Column {
    /// The comment beside it.
    pub fn doc(&self) -> &str {
        &self.doc
    }
}

fn columns_of<'a>(found: &'a mut [Table], name: &str) -> &'a mut Vec<Column> {
    let table = found.iter_mut().find(|table| table.name == name.trim_matches('"')).expect("a table");
    &mut table.columns
}

fn read(text: &str, found: &mut Vec<Table>) {
    let (mut doc, mut open) = (Vec::new(), false);
    for line in text.lines() {
        if let Some(comment) = line.strip_prefix("--") {
            doc.push(comment.trim().to_owned());
        } else if let Some(name) = line.strip_prefix("CREATE TABLE ") {
            let name = name.trim_end_matches(['(', ' ']).trim_matches('"').to_owned();
            found.push(Table { name, doc: doc.join(" "), ..Table::default() });
            open = true;
        } else if let Some(change) = line.strip_prefix("ALTER TABLE ") {
            if let Some((name, column)) = change.split_once(" ADD COLUMN ") {
                columns_of(found, name).push(column_of(column));
            } else {
                let (name, column) = change.split_once(" DROP COLUMN ").expect("a column comes or goes");
                columns_of(found, name).retain(|known| known.name != column.trim_end_matches(';'));
            }
        } else if line.starts_with(')') {
            open = false;
        } else if open {
            let table = found.last_mut().expect("a table");
            let line = line.trim();
            if let Some(key) = line.strip_prefix("PRIMARY KEY (") {
                table.key = key.split(')').next().unwrap().split(", ").map(str::to_owned).collect();
            } else if line.starts_with(|c: char| c.is_ascii_lowercase() || c == '"') {
                let column = column_of(line);
                if line.contains("PRIMARY KEY") {
                    table.key = vec![column.name.clone()];
                }
                table.columns.push(column);
            }
        }
        if !line.starts_with("--") {
            doc.clear();
        }
    }
}

fn column_of(line: &str) -> Column {
    let (declared, doc) = line.split_once(" -- ").unwrap_or((line, ""));
    let mut words = declared.split_whitespace();
    let name = words.next().unwrap().trim_matches('"').to_owned();
    let sort = match words.next().unwrap().trim_end_matches([',', ';']) {
        "INTEGER" | "BIGINT" => "BigInt",
        "TEXT" => "Text",
        "BOOLEAN" => "Bool",
        "BLOB" => "Binary",
        other => panic!("{name}: {other} is not one of the types we keep to"),
    };
    let is_nullable = !declared.contains("NOT NULL") && !declared.contains("PRIMARY KEY");
    let refers = declared
        .split_once("REFERENCES ")
        .map(|(_, to)| to.split_whitespace().next().unwrap().trim_matches('"').to_owned());
    let default =
        declared.split_once("DEFAULT ").map(|(_, value)| value.trim_end_matches([' ', ',', ';']).to_owned());
    Column { name, sort, is_nullable, refers, default, doc: doc.trim().to_owned() }
}

/// The name in Rust: `group` is taken by diesel.
fn in_rust(table: &str) -> String {
    if table == "group" { "group_".to_owned() } else { table.to_owned() }
}

fn sentence(doc: &str) -> String {
    let mut letters = doc.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[test]
fn the_tables_diesel_sees_are_those_of_the_migrations() {
    let tables = tables();
    let mut text =
        "//! The tables as diesel sees them. Written by `just bless` from the migrations; do not edit.\n\n"
            .to_owned();
    for table in &tables {
        text.push_str("diesel::table! {\n");
        if !table.doc.is_empty() {
            writeln!(text, "    /// {}", table.doc).unwrap();
        }
        let name = in_rust(&table.name);
        if name != table.name {
            writeln!(text, "    #[sql_name = \"{}\"]", table.name).unwrap();
        }
        writeln!(text, "    {name} ({}) {{", table.key.join(", ")).unwrap();
        for column in &table.columns {
            if !column.doc.is_empty() {
                writeln!(text, "        /// {}", sentence(&column.doc)).unwrap();
            }
            let sort = column.sort;
            let sort = if column.is_nullable { format!("Nullable<{sort}>") } else { sort.to_owned() };
            writeln!(text, "        {} -> {sort},", column.name).unwrap();
        }
        text.push_str("    }\n}\n\n");
    }
    for table in &tables {
        // The first reference to a table is the one that `inner_join` takes; a table that refers to itself needs an alias.
        let mut joined = vec![table.name.clone()];
        for column in &table.columns {
            let Some(to) = column.refers.clone().filter(|to| !joined.contains(to)) else { continue };
            writeln!(
                text,
                "diesel::joinable!({} -> {} ({}));",
                in_rust(&table.name),
                in_rust(&to),
                column.name
            )
            .unwrap();
            joined.push(to);
        }
    }
    text.push_str("\ndiesel::allow_tables_to_appear_in_same_query!(\n");
    for table in &tables {
        writeln!(text, "    {},", in_rust(&table.name)).unwrap();
    }
    text.push_str(");\n");
    holds("src/db/schema.rs", &text);
}

#[test]
fn every_table_stands_on_one_side_of_the_wall_or_on_neither() {
    let mut named: Vec<&str> = hearthside::db::sides::TABLES.iter().map(|(table, _)| *table).collect();
    let mut made: Vec<String> = tables().into_iter().map(|table| table.name).collect();
    named.sort_unstable();
    made.sort_unstable();
    assert_eq!(named, made, "src/db/sides.rs names every table, once");
}

#[test]
fn the_schema_page_is_the_migrations() {
    let mut text = "Every table, on both databases. Ids and moments are 64-bit numbers; a moment is in milliseconds since 1970, UTC; a day or a\n\
        week is counted, not timed. *May be empty* is SQL's null, and the note says what it means.\n\n"
        .to_owned();
    for table in tables() {
        writeln!(text, "## `{}`\n\n{}\n", table.name, table.doc).unwrap();
        text.push_str("| column | type | default | refers to | |\n|---|---|---|---|---|\n");
        for column in &table.columns {
            let key = if table.key.contains(&column.name) { " · key" } else { "" };
            let empty = if column.is_nullable { " · may be empty" } else { "" };
            writeln!(
                text,
                "| `{}` | {}{key}{empty} | {} | {} | {} |",
                column.name,
                column.sort,
                column.default.as_ref().map(|value| format!("`{value}`")).unwrap_or_default(),
                column.refers.as_ref().map(|to| format!("`{to}`")).unwrap_or_default(),
                column.doc.replace('|', "\\|"),
            )
            .unwrap();
        }
        text.push('\n');
    }
    page("docs/reference/schema.md", "Schema", &text.replace("\n\n\n", "\n\n"));
}
