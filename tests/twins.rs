//! The two databases are one: each migration has a twin that makes the same tables, takes them back, and is what diesel sees.

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt as _;

use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl as _};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness as _, embed_migrations};
use hearthside::db::migrate::{self, Migrated};
use hearthside::db::{DatabaseUrl, Db, Purpose, backup};

use crate::generated::schema;
use crate::harness::Home;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The tables the twins share. What full text needs differs (an FTS5 table, a `tsvector`), and lies behind one function.
const OURS_IN_SQLITE: &str =
    "WITH ours AS (SELECT t.name FROM sqlite_master t WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
    AND t.name <> '__diesel_schema_migrations' AND NOT EXISTS (SELECT 1 FROM sqlite_master v
        WHERE v.sql LIKE 'CREATE VIRTUAL%' AND (t.name = v.name OR t.name GLOB v.name || '_*'))) ";
const OURS_IN_POSTGRES: &str = "WITH ours AS (SELECT t.oid, t.relname AS name FROM pg_class t
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relname <> '__diesel_schema_migrations'
        AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.atttypid = 'tsvector'::regtype)) ";

/// What a SQLite file holds, one fact a line.
const IN_SQLITE: &[&str] = &[
    "SELECT t.name || '.' || c.name || ' ' || replace(upper(c.type), 'INTEGER', 'BIGINT')
        || CASE WHEN c.\"notnull\" OR c.pk THEN ' NOT NULL' ELSE '' END AS line
     FROM ours t JOIN pragma_table_info(t.name) c",
    "SELECT t.name || ' key ' || (SELECT group_concat(name, ', ') FROM
        (SELECT name FROM pragma_table_info(t.name) WHERE pk ORDER BY pk)) AS line FROM ours t",
    "SELECT t.name || ' unique ' || (SELECT group_concat(name, ', ') FROM
        (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) AS line
     FROM ours t JOIN pragma_index_list(t.name) i WHERE i.\"unique\" AND i.origin <> 'pk' AND NOT i.partial",
    "SELECT t.name || '.' || f.\"from\" || ' -> ' || f.\"table\" || '.' || f.\"to\" AS line
     FROM ours t JOIN pragma_foreign_key_list(t.name) f",
    "SELECT t.name || ' index ' || i.name || ' ' || (SELECT group_concat(name || CASE \"desc\" WHEN 1 THEN ' desc' ELSE '' END, ', ')
        FROM (SELECT name, \"desc\" FROM pragma_index_xinfo(i.name) WHERE key ORDER BY seqno))
        || CASE WHEN i.partial THEN ' partial' ELSE '' END AS line
     FROM ours t JOIN pragma_index_list(t.name) i WHERE i.origin = 'c'",
];

/// The same facts of a PostgreSQL database.
const IN_POSTGRES: &[&str] = &[
    "SELECT t.name || '.' || a.attname || ' ' || replace(upper(format_type(a.atttypid, NULL)), 'BYTEA', 'BLOB')
        || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END AS line
     FROM ours t JOIN pg_attribute a ON a.attrelid = t.oid WHERE a.attnum > 0 AND NOT a.attisdropped",
    "SELECT t.name || CASE WHEN i.indisprimary THEN ' key ' ELSE ' unique ' END
        || (SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest(i.indkey) WITH ORDINALITY k(at, n)
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.at) AS line
     FROM ours t JOIN pg_index i ON i.indrelid = t.oid WHERE i.indisunique AND i.indpred IS NULL",
    "SELECT t.name || '.' || a.attname || ' -> ' || r.relname || '.' || b.attname AS line
     FROM ours t JOIN pg_constraint f ON f.conrelid = t.oid JOIN pg_class r ON r.oid = f.confrelid
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = f.conkey[1]
        JOIN pg_attribute b ON b.attrelid = r.oid AND b.attnum = f.confkey[1] WHERE f.contype = 'f'",
    "SELECT t.name || ' index ' || x.relname || ' ' || (SELECT string_agg(a.attname ||
            CASE WHEN i.indoption[k.n - 1] & 1 = 1 THEN ' desc' ELSE '' END, ', ' ORDER BY k.n)
        FROM unnest(i.indkey) WITH ORDINALITY k(at, n) JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.at)
        || CASE WHEN i.indpred IS NULL THEN '' ELSE ' partial' END AS line
     FROM ours t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class x ON x.oid = i.indexrelid
     WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid)",
];

/// Whatever is left of anything, full text included.
const ALL_IN_SQLITE: &[&str] =
    &["SELECT name AS line FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE '%diesel%'"];
const ALL_IN_POSTGRES: &[&str] = &["SELECT relname::text AS line FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE '%diesel%'"];

/// Every fact of a database: columns, keys, uniqueness, references, indexes.
fn facts(url: &DatabaseUrl) -> BTreeSet<String> {
    asked(url, IN_SQLITE, IN_POSTGRES)
}

/// The answers to every question, whichever database it is.
fn asked(url: &DatabaseUrl, in_sqlite: &[&str], in_postgres: &[&str]) -> BTreeSet<String> {
    apart(url, |db| {
        let mut found = BTreeSet::new();
        let questions = if db.is_sqlite() { in_sqlite } else { in_postgres };
        for question in questions {
            let rows: Vec<Row> = match db {
                Db::Sqlite(conn) => {
                    diesel::sql_query(format!("{OURS_IN_SQLITE}{question}")).load(&mut **conn).unwrap()
                }
                Db::Pg(conn) => {
                    diesel::sql_query(format!("{OURS_IN_POSTGRES}{question}")).load(&mut **conn).unwrap()
                }
            };
            found.extend(rows.into_iter().map(|row| row.line));
        }
        found
    })
}

/// On a thread of its own: PostgreSQL's driver must not start inside an async runtime.
fn apart<T: Send>(url: &DatabaseUrl, work: impl FnOnce(&mut Db) -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(|| work(&mut url.open(Purpose::Write).unwrap())).join().unwrap())
}

fn same(left: (&str, &BTreeSet<String>), right: (&str, &BTreeSet<String>)) {
    let alone: Vec<_> = left.1.difference(right.1).map(|line| format!("only {}: {line}", left.0)).collect();
    let other: Vec<_> = right.1.difference(left.1).map(|line| format!("only {}: {line}", right.0)).collect();
    assert!(alone.is_empty() && other.is_empty(), "{}\n{}", alone.join("\n"), other.join("\n"));
}

/// A new home, migrated.
fn migrated(home: &Home) -> Migrated {
    migrate::run(&home.url()).unwrap()
}

#[test]
fn both_databases_hold_the_same_tables_and_diesel_sees_them() {
    let sqlite = Home::sqlite();
    let steps = migrated(&sqlite).applied;
    let held = facts(&sqlite.url());
    assert!(held.len() > 150, "the questions find nothing: {held:?}");

    let (mut seen, tables) = (BTreeSet::new(), schema::tables());
    let key_of =
        |name: &str| tables.iter().find(|table| table.name == name).map_or("id", |table| &table.key[0]);
    for table in &tables {
        seen.insert(format!("{} key {}", table.name, table.key.join(", ")));
        for column in &table.columns {
            let sort = match column.sort {
                "BigInt" => "BIGINT",
                "Bool" => "BOOLEAN",
                "Binary" => "BLOB",
                _ => "TEXT",
            };
            let null = if column.is_nullable { "" } else { " NOT NULL" };
            seen.insert(format!("{}.{} {sort}{null}", table.name, column.name));
            seen.extend(column.refers.iter().map(|to| {
                format!("{}.{} -> {to}.{}", table.name, column.name, key_of(to.trim_matches('"')))
            }));
        }
    }
    let without_indexes =
        held.iter().filter(|line| !line.contains(" unique ") && !line.contains(" index ")).cloned().collect();
    same(("in schema.rs", &seen), ("in SQLite", &without_indexes));

    if let Some(postgres) = Home::postgres_empty() {
        assert_eq!(migrated(&postgres).applied, steps);
        same(("in SQLite", &held), ("in PostgreSQL", &facts(&postgres.url())));
    }
}

#[test]
fn taking_every_step_back_leaves_nothing_and_it_can_be_made_again() {
    for home in [Some(Home::sqlite()), Home::postgres_empty()].into_iter().flatten() {
        let steps = migrated(&home).applied;
        let made = facts(&home.url());
        apart(&home.url(), |db| migrate::revert_all(db).unwrap());
        assert_eq!(asked(&home.url(), ALL_IN_SQLITE, ALL_IN_POSTGRES), BTreeSet::new());
        assert_eq!(migrated(&home).applied, steps);
        assert_eq!(facts(&home.url()), made);
        assert_eq!(migrated(&home).applied, Vec::<String>::new(), "a second start finds nothing to do");
    }
}

#[test]
fn a_file_that_holds_something_is_copied_before_it_is_changed() {
    let home = Home::sqlite();
    let fresh = migrated(&home);
    assert_eq!(fresh.backup, None, "there was nothing to copy");
    let now = facts(&home.url());
    let last = fresh.applied.last().unwrap().clone();
    apart(&home.url(), |db| {
        let Db::Sqlite(conn) = db else { unreachable!() };
        conn.revert_last_migration(SQLITE).unwrap();
    });
    let before = facts(&home.url());
    apart(&home.url(), |db| {
        db.batch("INSERT INTO community (id, name) VALUES (1, 'The Porch')").unwrap();
    });

    let Migrated { applied, backup: copy } = migrated(&home);

    assert_eq!(applied, [last]);
    let copy = copy.expect("a copy was taken");
    assert!(copy.starts_with(home.data().join("backups")), "{}", copy.display());
    assert_eq!(std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600, "others may read it");
    backup::verify(&copy).unwrap();
    let old = DatabaseUrl::Sqlite(copy);
    assert_eq!(facts(&old), before, "the copy is of another shape than the file was");
    assert_eq!(facts(&home.url()), now);
    for url in [&old, &home.url()] {
        let names: Vec<Row> = apart(url, |db| {
            let Db::Sqlite(conn) = db else { unreachable!() };
            diesel::sql_query("SELECT name AS line FROM community").load(&mut **conn).unwrap()
        });
        assert_eq!(names.len(), 1);
        assert_eq!(names[0].line, "The Porch");
    }
}
