//! The lists that every visit asks for walk an index in order: no scan of posts, no sorting of all of them.

use std::sync::{Arc, Mutex};

use diesel::connection::{Connection as _, InstrumentationEvent};
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl as _};
use hearthside::db::fulltext::Terms;
use hearthside::db::{Db, Purpose};
use hearthside::forum::{authors, feeds, search};
use hearthside::kernel::{Error, FaceId, PageSize};
use hearthside::policy::{Reach, Viewer};

use super::said::{opens, viewer};
use crate::harness::Town;

#[derive(QueryableByName)]
struct Lite {
    #[diesel(sql_type = Text)]
    detail: String,
}

#[derive(QueryableByName)]
struct Post {
    #[diesel(sql_type = Text, column_name = "QUERY PLAN")]
    plan: String,
}

/// Every statement that `look` sends.
pub fn sent(db: &mut Db, look: &dyn Fn(&mut Db) -> Result<(), Error>) -> Vec<String> {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let tell = Arc::clone(&heard);
    let listen = move |event: InstrumentationEvent<'_>| {
        if let InstrumentationEvent::StartQuery { query, .. } = event {
            tell.lock().unwrap().push(query.to_string());
        }
    };
    match db {
        Db::Sqlite(conn) => conn.set_instrumentation(listen),
        Db::Pg(conn) => conn.set_instrumentation(listen),
    }
    look(db).unwrap();
    match db {
        Db::Sqlite(conn) => conn.set_instrumentation(|_: InstrumentationEvent<'_>| {}),
        Db::Pg(conn) => conn.set_instrumentation(|_: InstrumentationEvent<'_>| {}),
    }
    let heard = heard.lock().unwrap();
    heard.iter().map(|query| query.split(" -- binds").next().unwrap().to_owned()).collect()
}

/// How the database would go about a statement, whatever the values.
pub fn plan(db: &mut Db, query: &str) -> String {
    match db {
        Db::Sqlite(conn) => {
            let rows: Vec<Lite> =
                diesel::sql_query(format!("EXPLAIN QUERY PLAN {query}")).load(&mut **conn).unwrap();
            rows.into_iter().map(|row| row.detail).collect::<Vec<_>>().join("\n")
        }
        Db::Pg(_) => {
            let blanks = (1..100).take_while(|number| query.contains(&format!("${number}"))).count();
            let values =
                if blanks == 0 { String::new() } else { format!("({})", vec!["NULL"; blanks].join(", ")) };
            db.batch(&format!("SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; \
                SET enable_mergejoin = off; SET enable_material = off; SET plan_cache_mode = force_generic_plan; PREPARE asked AS {query}")).unwrap();
            let Db::Pg(conn) = &mut *db else { unreachable!() };
            let rows: Vec<Post> =
                diesel::sql_query(format!("EXPLAIN EXECUTE asked{values}")).load(&mut **conn).unwrap();
            db.batch("DEALLOCATE asked").unwrap();
            rows.into_iter().map(|row| row.plan).collect::<Vec<_>>().join("\n")
        }
    }
}

/// Fails unless the last statement of `look` goes by `index`, and no statement scans or sorts all posts.
#[track_caller]
fn walks(db: &mut Db, index: &str, sorts: bool, look: &dyn Fn(&mut Db) -> Result<(), Error>) {
    let queries = sent(db, look);
    let mut last = String::new();
    for query in &queries {
        last = plan(db, query);
        for line in last.lines() {
            let scans = ["thread", "reply", "face", "search_entry"].iter().any(|table| {
                line.trim_start_matches(['-', '>', ' ']).starts_with(&format!("SCAN {table}"))
                    || line.contains(&format!("Seq Scan on {table} "))
            });
            assert!(!scans, "{query}\n\n{last}");
            let sorting = line.contains("TEMP B-TREE") || line.contains("Sort Key");
            assert!(sorts || !sorting, "{query}\n\n{last}");
        }
    }
    assert!(last.contains(index), "not by {index}:\n{}\n\n{last}", queries.join("\n"));
    assert!(queries.len() <= 3, "{queries:#?}");
}

/// A community of middling size, with statistics: fifty groups, three hundred people, eight thousand posts.
fn fills(town: &Town, ada: FaceId) {
    let ada = ada.0;
    let indexed = ["'title ' || id", "to_tsvector('simple', 'title ' || id)"];
    for number in 0..50 {
        town.group(&format!("group-{number}"), Reach::Everyone, &[]);
    }
    town.arranges(move |tx| {
        let words = indexed[usize::from(!tx.is_sqlite())];
        tx.batch(&format!(
            "INSERT INTO face (id, name, name_key, kind, seed, since_week)
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
             SELECT i, 'face ' || i, 'face' || i, 'name', i, 2900 FROM n;
             INSERT INTO membership (group_id, face_id, since_week)
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
             SELECT g.id, i, 2900 FROM n JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM \"group\") g ON (g.place + i) % 10 = 0;
             INSERT INTO thread (public_id, group_id, author_face, kind, title, body, reach, said_on, is_waiting, is_hard)
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 8000)
             SELECT 'made' || i, g.id, CASE WHEN i % 40 = 0 THEN {ada} ELSE 1 + i % 300 END, 'win', 'title', 'body',
                CASE WHEN i % 100 = 3 THEN 'everyone' ELSE 'community' END, 20000, CASE WHEN i % 50 = 0 THEN TRUE END, i % 100 = 0
             FROM n JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM \"group\") g ON g.place = i * 7 % 51;
             INSERT INTO search_entry (thread_id) SELECT id FROM thread WHERE public_id LIKE 'made%';
             INSERT INTO search_fts (rowid, words) SELECT id, {words} FROM search_entry WHERE id > 1;
             ANALYZE"
        ))
    });
}

on_both! {
    fn hot_lists_walk_their_index(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let group = town.group("evenings", Reach::Everyone, &[&ada, &maya]);
        opens(town, &ada, "evenings", "heather");
        fills(town, ada.face);
        let url = town.app.settings().server.database().unwrap();
        let mut db = std::thread::spawn(move || url.open(Purpose::Write).unwrap()).join().unwrap();
        let (member, author, size) = (viewer(&maya, false), ada.face, PageSize::FEED);
        let before = feeds::newest_in_group(&mut db, &member, group, None, size).unwrap().next;
        let key = before.as_ref();

        walks(&mut db, "thread_by_group", false, &|db| feeds::newest_in_group(db, &member, group, key, size).map(drop));
        walks(&mut db, "thread_open_in_group", false, &|db| {
            feeds::newest_in_group(db, &Viewer::Guest, group, key, size).map(drop)
        });
        walks(&mut db, "thread_by_reach", false, &|db| feeds::newest_on_open_web(db, key, size).map(drop));
        walks(&mut db, "thread_by_author", false, &|db| authors::latest(db, &member, author, 20).map(drop));
        walks(&mut db, "thread_waiting", false, &|db| feeds::waiting(db, &member, None, None, size).map(drop));
        walks(&mut db, "thread_waiting_in_group", false, &|db| {
            feeds::waiting(db, &member, Some(group), None, PageSize::of(3)).map(drop)
        });
        // A page of each group is sorted, never all that was written in them.
        walks(&mut db, "thread_by_group", true, &|db| feeds::newest_of_mine(db, &member, key, size).map(drop));
        walks(&mut db, "thread_by_group", true, &|db| feeds::rooms(db, &member).map(drop));
        let (is_sqlite, terms) = (db.is_sqlite(), Terms::parse("heather"));
        let by = if is_sqlite { "VIRTUAL TABLE INDEX" } else { "search_fts" };
        walks(&mut db, by, !is_sqlite, &|db| search::find(db, &member, &terms, None, None).map(drop));
    }
}
