//! PostgreSQL's own log, read with PostgreSQL's own tool: no transaction in it wrote to a table of accounts and to one of
//! aliases. The audit tells the same by triggers; this tells it from what a thief of the disk would hold.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use hearthside::db::sides::{Stands, TABLES};

use crate::forum::aliases::{author_of, night_owls, whispers};
use crate::forum::sanctions::decides;
use crate::forum::shares;
use crate::harness::{Home, Town};

/// Tables, and what belongs to them, by the number of their file.
fn files(town: &Town) -> BTreeMap<String, &'static str> {
    let own = "SELECT c.relname AS name, c.oid AS oid FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace";
    let lines = town.lines(&format!(
        "SELECT t.name || ' ' || pg_relation_filenode(f.oid) AS line FROM ({own}) t JOIN pg_class f ON f.oid = t.oid
            OR f.oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = t.oid)
            OR f.oid = (SELECT reltoastrelid FROM pg_class WHERE oid = t.oid)"
    ));
    let known = |name: &str| TABLES.iter().map(|(table, _)| *table).find(|table| *table == name);
    lines
        .iter()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(name, file)| Some((file.to_owned(), known(name)?)))
        .collect()
}

fn one(town: &Town, sql: &str) -> String {
    town.lines(&format!("SELECT ({sql})::text AS line")).remove(0)
}

/// What each transaction wrote since then, as tables.
fn written_since(town: &Town, since: &str) -> Vec<BTreeSet<&'static str>> {
    let files = files(town);
    // Commits here are not waited for; one that is brings all before it to the disk.
    town.arranges(|tx| tx.batch("SET LOCAL synchronous_commit = on; UPDATE community SET links = links"));
    let until = one(town, "pg_current_wal_flush_lsn()");
    let folder = format!("{}/pg_wal", one(town, "current_setting('data_directory')"));
    let bin = std::env::var("HEARTHSIDE_TEST_PG_BIN").expect("tests/postgres.sh says where PostgreSQL lies");
    // By its name: of its own accord it looks into any file there is, and one that was begun just now is empty.
    let first = one(town, &format!("SELECT pg_walfile_name('{since}'::pg_lsn + 1)"));
    let told = Command::new(format!("{bin}/pg_waldump"))
        .args(["--path", &folder, "--start", since, "--end", &until, &first])
        .output()
        .unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let place =
        format!("rel 1663/{}/", one(town, "SELECT oid FROM pg_database WHERE datname = current_database()"));
    let (mut writes, mut within) =
        (BTreeMap::<String, BTreeSet<&'static str>>::new(), BTreeMap::<String, String>::new());
    for line in String::from_utf8_lossy(&told.stdout).lines() {
        let Some((_, rest)) = line.split_once("tx:") else { continue };
        let Some((xid, rest)) = rest.trim_start().split_once(',') else { continue };
        // What was done within a savepoint bears a number of its own, which the commit names.
        if let Some((_, parts)) = rest.split_once("subxacts: ").filter(|_| rest.contains("desc: COMMIT")) {
            let parts = parts.split(';').next().unwrap_or_default();
            within.extend(parts.split_whitespace().map(|part| (part.to_owned(), xid.to_owned())));
        }
        for found in rest.split(&place).skip(1) {
            let file = found.split_whitespace().next().unwrap_or_default();
            if let Some(table) = files.get(file) {
                writes.entry(xid.to_owned()).or_default().insert(table);
            }
        }
    }
    let mut whole = BTreeMap::<String, BTreeSet<&'static str>>::new();
    for (xid, tables) in writes {
        whole.entry(within.get(&xid).cloned().unwrap_or(xid)).or_default().extend(tables);
    }
    whole.into_values().collect()
}

fn on(side: Stands, tables: &BTreeSet<&str>) -> bool {
    TABLES.iter().any(|(table, stands)| *stands == side && tables.contains(table))
}

#[test]
fn no_transaction_in_the_log_of_postgres_wrote_on_both_sides() {
    let Some(home) = Home::postgres() else { return };
    let town = Town::with_limits(home, &[]);
    let since = one(&town, "pg_current_wal_flush_lsn()");
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    night_owls(&town, "allowed", &[&maya, &ada]);
    let thread = shares(&maya, "owls", "Who else?");
    let first = author_of(&maya, &whispers(&ada, "thread", "Nobody here knows this."));
    whispers(&ada, "group", "Nor this.");
    let form = ada.visits(&format!("/p/{thread}")).is(200);
    ada.fills(&form, &format!("/p/{thread}/react"), &[("kind", "with")]).is(303);
    decides(&maya, &first, &[("act", "close-person"), ("weeks", "4"), ("words", "Enough.")]).is(303);
    town.settles();
    town.waits_s(3_600);

    let written = written_since(&town, &since);
    let count = |side| written.iter().filter(|tables| on(side, tables)).count();
    let (accounts, aliases) = (count(Stands::Account), count(Stands::Alias));
    eprintln!("{} transactions: {accounts} of accounts, {aliases} of aliases", written.len());
    assert!(accounts > 3 && aliases > 2, "the log was not read");
    let both = |written: &[BTreeSet<&'static str>]| -> Vec<BTreeSet<&'static str>> {
        let both = written.iter().filter(|tables| on(Stands::Account, tables) && on(Stands::Alias, tables));
        both.cloned().collect()
    };
    assert_eq!(both(&written), []);

    town.arranges(|tx| {
        tx.batch("UPDATE account SET active_week = active_week; UPDATE alias SET is_known = TRUE")
    });
    assert_eq!(both(&written_since(&town, &since)).len(), 1, "a planted transaction is not found");
    town.forgets_commits();
}
