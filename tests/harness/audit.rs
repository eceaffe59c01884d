//! Which tables each commit touched, told by triggers that only towns in tests have. A commit that touches both sides
//! of the wall between accounts and aliases would tie them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use diesel::connection::{Connection as _, InstrumentationEvent};
use diesel::sql_types::{BigInt, Text};
use hearthside::db::sides::{Stands, TABLES};
use hearthside::db::{Db, Run as _};
use hearthside::kernel::Error;

diesel::define_sql_function! {
    /// A row of this table was touched; the face that spoke in a new row, and the face whose row it is, or 0.
    fn audit_touch(tbl: Text, face: BigInt, holder: BigInt) -> Integer;
}

/// A table; the face whose words or name came to be in it, or 0; and the face whose row was touched, or 0.
pub type Touch = (String, i64, i64);

/// What commits touched, since it began.
#[derive(Clone, Default)]
pub struct Audit(Arc<Mutex<Log>>);

#[derive(Default)]
struct Log {
    commits: Vec<BTreeSet<Touch>>,
    open: Vec<Touch>,
    /// How much was open when each savepoint began: what is rolled back was never written.
    marks: Vec<usize>,
}

impl Log {
    fn hear(&mut self, event: &InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::BeginTransaction { depth, .. } if depth.get() == 1 => {
                (self.open, self.marks) = (Vec::new(), Vec::new());
            }
            InstrumentationEvent::BeginTransaction { .. } => self.marks.push(self.open.len()),
            InstrumentationEvent::CommitTransaction { depth, .. } if depth.get() == 1 => {
                self.commits.push(std::mem::take(&mut self.open).into_iter().collect());
            }
            InstrumentationEvent::CommitTransaction { .. } => drop(self.marks.pop()),
            InstrumentationEvent::RollbackTransaction { depth, .. } if depth.get() > 1 => {
                let mark = self.marks.pop().unwrap_or(0);
                self.open.truncate(mark);
            }
            _ => {}
        }
    }
}

#[derive(diesel::QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    xid: i64,
    #[diesel(sql_type = Text)]
    tbl: String,
    #[diesel(sql_type = BigInt)]
    face: i64,
    #[diesel(sql_type = BigInt)]
    holder: i64,
}

#[derive(diesel::QueryableByName)]
struct Face {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// Whose row a new one is, in the few tables where names and aliases stand side by side.
fn owner(table: &str) -> &'static str {
    match table {
        "face" => "NEW.id",
        "thread" | "reply" => "NEW.author_face",
        _ => "0",
    }
}

/// The column that says whose row it is.
fn holder(table: &str) -> Option<&'static str> {
    match table {
        "face" => Some("id"),
        "thread" | "reply" => Some("author_face"),
        "invitation" => Some("made_by"),
        "account" | "ask" | "ask_seat" | "ask_usual" | "ask_word" | "buddy" | "buddy_link" | "checkin"
        | "chip" | "circle_greeting" | "circle_rest" | "circle_week" | "counter" | "milestone"
        | "shelter" | "draft" | "lamp" | "membership" | "nudge" | "own_note" | "plan_card" | "reaction"
        | "silence" | "notice" | "alias" | "alias_appeal" => Some("face_id"),
        "block" | "mute" => Some("by_face"),
        "report" => Some("concern_id"),
        "concern" => Some("id"),
        _ => None,
    }
}

impl Audit {
    /// Puts the triggers in; on the writer's connection, in a transaction.
    pub fn begin(&self, db: &mut Db) -> Result<(), Error> {
        let mut sql = String::new();
        match db {
            Db::Sqlite(conn) => {
                let log = Arc::clone(&self.0);
                let touch = move |table: String, face: i64, holder: i64| {
                    log.lock().unwrap().open.push((table, face, holder));
                    0
                };
                audit_touch_utils::register_nondeterministic_impl(conn, touch).map_err(Error::from)?;
                let log = Arc::clone(&self.0);
                conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
                    log.lock().unwrap().hear(&event);
                });
                for (table, _) in TABLES {
                    for (verb, face) in [("INSERT", owner(table)), ("UPDATE", "0"), ("DELETE", "0")] {
                        let row = if verb == "DELETE" { "OLD" } else { "NEW" };
                        let holder = holder(table).map_or("0".to_owned(), |column| format!("{row}.{column}"));
                        let _ = write!(
                            sql,
                            "CREATE TEMP TRIGGER audit_{table}_{verb} AFTER {verb} ON main.\"{table}\" \
                             BEGIN SELECT audit_touch('{table}', {face}, {holder}); END;"
                        );
                    }
                }
            }
            Db::Pg(_) => {} // A copy of a database in which they are.
        }
        db.batch(&sql)
    }

    /// Puts the triggers into the PostgreSQL database that towns are copies of.
    pub fn lay(db: &mut Db) -> Result<(), Error> {
        let mut sql = String::from(
            "CREATE TABLE IF NOT EXISTS audit_touch (xid BIGINT, tbl TEXT, face BIGINT, holder BIGINT);
             CREATE OR REPLACE FUNCTION audit_touch() RETURNS trigger LANGUAGE plpgsql AS $$
             DECLARE held jsonb := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END; BEGIN
                INSERT INTO audit_touch VALUES (txid_current(), TG_TABLE_NAME, CASE
                    WHEN TG_OP <> 'INSERT' THEN 0
                    WHEN TG_TABLE_NAME = 'face' THEN (held->>'id')::bigint
                    WHEN TG_TABLE_NAME IN ('thread', 'reply') THEN (held->>'author_face')::bigint
                    ELSE 0 END, COALESCE((held->>COALESCE(TG_ARGV[0], ''))::bigint, 0));
                RETURN NULL; END $$;",
        );
        for (table, _) in TABLES {
            let holder = holder(table).unwrap_or_default();
            let _ = write!(
                sql,
                "CREATE OR REPLACE TRIGGER audit_{table} AFTER INSERT OR UPDATE OR DELETE ON \"{table}\" \
                 FOR EACH ROW EXECUTE FUNCTION audit_touch('{holder}');"
            );
        }
        db.batch(&sql)
    }

    /// All that was committed, in order.
    pub fn commits(&self, db: &mut Db) -> Result<Vec<BTreeSet<Touch>>, Error> {
        Ok(if db.is_sqlite() {
            self.0.lock().unwrap().commits.clone()
        } else {
            let rows: Vec<Row> =
                diesel::sql_query("SELECT xid, tbl, face, holder FROM audit_touch").rows(db)?;
            let mut commits = BTreeMap::<i64, BTreeSet<Touch>>::new();
            for Row { xid, tbl, face, holder } in rows {
                commits.entry(xid).or_default().insert((tbl, face, holder));
            }
            commits.into_values().collect()
        })
    }

    /// Commits that touched both sides, each as the tables it touched.
    pub fn both_sides(&self, db: &mut Db) -> Result<Vec<BTreeSet<String>>, Error> {
        let commits = self.commits(db)?;
        let aliases: Vec<Face> = diesel::sql_query("SELECT id FROM face WHERE kind = 'alias'").rows(db)?;
        // The face of an alias goes when the last place without words does; its row among the aliases named it once.
        let were =
            commits.iter().flatten().filter(|(table, ..)| table == "alias").map(|(.., holder)| *holder);
        let aliases: BTreeSet<i64> = aliases.into_iter().map(|face| face.id).chain(were).collect();
        // Somebody of another community has no account here that could be tied.
        let elsewhere: Vec<Face> = diesel::sql_query("SELECT id FROM face WHERE kind = 'remote'").rows(db)?;
        let elsewhere: BTreeSet<i64> = elsewhere.into_iter().map(|face| face.id).collect();
        Ok(guilty(&commits, &aliases, &elsewhere))
    }

    /// Forgets all that was touched.
    pub fn forget(&self, db: &mut Db) -> Result<(), Error> {
        if db.is_sqlite() {
            self.0.lock().unwrap().commits.clear();
            return Ok(());
        }
        db.batch("TRUNCATE audit_touch")
    }
}

fn guilty(
    commits: &[BTreeSet<Touch>],
    aliases: &BTreeSet<i64>,
    elsewhere: &BTreeSet<i64>,
) -> Vec<BTreeSet<String>> {
    let side = |(table, face, _): &Touch| match (stands(table), face) {
        (Stands::Neutral, 0) => Stands::Neutral,
        (Stands::Neutral, face) if aliases.contains(face) => Stands::Alias,
        (Stands::Neutral, face) if elsewhere.contains(face) => Stands::Neutral,
        // Words under a name, and the name itself, are their member's.
        (Stands::Neutral, _) => Stands::Account,
        (sided, _) => sided,
    };
    let has = |commit: &BTreeSet<Touch>, wanted: Stands| commit.iter().any(|touch| side(touch) == wanted);
    let both = commits.iter().filter(|commit| has(commit, Stands::Account) && has(commit, Stands::Alias));
    both.map(|commit| commit.iter().map(|touch| format!("{} ({:?})", touch.0, side(touch))).collect())
        .collect()
}

/// A table that `sides.rs` does not name stands on both: whatever touches it is found.
fn stands(table: &str) -> Stands {
    TABLES.iter().find(|(name, _)| *name == table).map_or(Stands::Alias, |(_, stands)| *stands)
}

#[test]
fn a_commit_is_guilty_by_its_tables_or_by_whose_words_came_to_be() {
    let touch = |touches: &[(&str, i64)]| {
        touches.iter().map(|(table, face)| ((*table).to_owned(), *face, 0)).collect()
    };
    let (aliases, elsewhere) = (BTreeSet::from([7]), BTreeSet::from([9]));
    let guilty = |touches| guilty(&[touch(touches)], &aliases, &elsewhere).len();
    assert_eq!(guilty(&[("account", 0), ("alias", 0)]), 1);
    assert_eq!(guilty(&[("session", 0), ("thread", 7)]), 1, "words of an alias, and somebody came in");
    assert_eq!(guilty(&[("reply", 7), ("reply", 5)]), 1, "words of an alias, and of a name");
    assert_eq!(guilty(&[("held", 0), ("face", 9), ("thread", 9)]), 0, "words from elsewhere that wait");
    assert_eq!(guilty(&[("held", 0), ("thread", 5)]), 0, "words of a name that wait");
    assert_eq!(guilty(&[("held", 0), ("thread", 7), ("thread", 5)]), 1, "and words of an alias with them");
    assert_eq!(guilty(&[("alias", 0), ("face", 7), ("thread", 7), ("event", 0), ("job", 0)]), 0);
    assert_eq!(
        guilty(&[("reaction", 0), ("thread", 0), ("event", 0)]),
        0,
        "kind words for an alias's thread"
    );
}
