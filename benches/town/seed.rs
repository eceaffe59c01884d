//! A large town, written by the database itself: fifty groups, a thousand names, and as many posts as are asked for.

use hearthside::db::{DatabaseUrl, Databases, migrate};
use hearthside::identity::sessions::{self, Staying};
use hearthside::kernel::{AccountId, Chance, Clock, Token};
use hearthside::keys::MemberSecret;

use super::floor::apart;

const GROUPS: u64 = 50;
const NAMES: u64 = 1_000;
/// Replies of the one long thread.
const LONG: u64 = 1_000;
/// Threads that replies are written to, in turn.
pub const ANSWERED: u64 = 48;
/// The first of them: none is in the two groups that are read.
pub const FIRST_ANSWERED: u64 = 2;

/// A page to measure.
pub struct Page {
    /// In words.
    pub what: &'static str,
    /// Its address.
    pub path: String,
    /// Whether somebody is signed in.
    pub cookie: bool,
    /// What it asks the database for, if that is one question.
    pub sql: Option<String>,
}

/// What the measures need to know of it.
pub struct Town {
    /// Signs in the first name.
    pub cookie: Token,
    /// What is read.
    pub pages: Vec<Page>,
    /// Where replies go; `{n}` is a thread.
    pub reply_path: String,
}

impl Town {
    /// A reply and the count of its thread, as bare SQL.
    pub fn reply_sql(n: u64) -> String {
        // Threads of its own: a number out of sequence would end the threads that the measure replies to.
        let (thread, number, id) =
            (FIRST_ANSWERED + ANSWERED + n % ANSWERED, 5_000_000 + n, public(70_000_000_000_000 + n));
        format!(
            "INSERT INTO reply (public_id, thread_id, author_face, number, depth, path, body, said_on)
                VALUES ('{id}', {thread}, 1, {number}, 1, '{number}', 'Still here, still listening.', 20778);
             UPDATE thread SET reply_count = reply_count + 1, is_waiting = NULL WHERE id = {thread};"
        )
    }
}

/// A public id of digits alone.
pub fn public(n: u64) -> String {
    format!("{n:014}")
}

/// A new database on the server.
pub fn fresh(server: &str, posts: u64) -> String {
    let name = format!("hearthside_bench_{posts}");
    let url = DatabaseUrl::parse(server).unwrap();
    apart(&url, |db| {
        db.batch(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).unwrap();
        db.batch(&format!("CREATE DATABASE {name}")).unwrap();
    });
    let (before, _) = server.rsplit_once('/').unwrap();
    format!("{before}/{name}")
}

/// Migrates and fills a database.
pub fn fill(url: &DatabaseUrl, posts: u64) -> Town {
    std::thread::scope(|scope| scope.spawn(|| migrate::run(url).map(drop)).join()).unwrap().unwrap();
    let threads = posts / 5;
    apart(url, |db| {
        let is_sqlite = db.is_sqlite();
        // A million posts are written in one go, and nobody waits for an answer.
        db.batch(if is_sqlite { "PRAGMA synchronous = OFF" } else { "SET statement_timeout = 0" }).unwrap();
        db.batch("BEGIN").unwrap();
        for sql in [
            people(),
            words(threads, posts - threads),
            long((threads + 1, 1), posts - threads, 0),
            aliases(),
            long((threads + 2, 3), posts - threads + LONG, NAMES),
        ] {
            db.batch(&sql).unwrap();
        }
        db.batch("COMMIT").unwrap();
        if !is_sqlite {
            for table in ["thread", "reply"] {
                db.batch(&format!(
                    "SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"
                ))
                .unwrap();
            }
        }
        db.batch(&index(is_sqlite)).unwrap();
        db.batch(if is_sqlite { "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)" } else { "VACUUM ANALYZE" })
            .unwrap();
    });
    Town { cookie: signed_in(url), pages: pages(threads), reply_path: "/p/{n}/reply".to_owned() }
}

/// Signs the one account in, as every door does.
fn signed_in(url: &DatabaseUrl) -> Token {
    let open = || {
        let db = Databases::open(url, 1, &Clock::default(), &Chance::default()).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let token = runtime.block_on(db.write(|tx| {
            let secret = MemberSecret::new(tx.chance());
            sessions::start(tx, AccountId(1), &secret, Staying::Own)
        }));
        db.close();
        token.unwrap()
    };
    // A thread of its own: the driver must not start inside an async runtime.
    std::thread::scope(|scope| scope.spawn(open).join()).unwrap()
}

fn pages(threads: u64) -> Vec<Page> {
    let feed = |group: u64| {
        Some(format!(
            "SELECT t.*, f.name, f.kind, f.seed, f.since_week, g.name, g.title FROM thread t
                JOIN face f ON f.id = t.author_face JOIN \"group\" g ON g.id = t.group_id
             WHERE t.group_id = {group} AND t.removed_at IS NULL AND t.taken_back_at IS NULL
             ORDER BY t.id DESC LIMIT 21"
        ))
    };
    let long = threads + 1;
    let tree = format!(
        "SELECT r.*, f.name, f.kind, f.seed, f.since_week FROM reply r JOIN face f ON f.id = r.author_face
         WHERE r.thread_id = {long} ORDER BY r.path LIMIT 301"
    );
    let page = |what, path: &str, cookie, sql| Page { what, path: path.to_owned(), cookie, sql };
    vec![
        page("group feed, signed in", "/g/porch-1", true, feed(1)),
        page("group feed, signed out", "/g/porch-2", false, feed(2)),
        page("thread with 1,000 replies, signed in", &format!("/p/{}", public(long)), true, Some(tree)),
        page("the same, all of it by aliases", &format!("/p/{}", public(long + 1)), true, None),
        page("search, signed in", "/search?q=marigold", true, None),
    ]
}

fn numbers(to: u64) -> String {
    format!("WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < {to})")
}

/// The community, its groups and names, and one account.
fn people() -> String {
    let now = Clock::default().now();
    let (week, groups, names) = (now.week().0, numbers(GROUPS), numbers(NAMES));
    format!(
        "INSERT INTO community (id, name, doors, setup_step, opened_at) VALUES (1, 'The Porch', 'open', 'done', {now});
         INSERT INTO \"group\" (id, name, name_key, title, title_key, purpose, reach, ceiling, listed, made_week, member_count)
            {groups} SELECT i, 'porch-' || i, 'porch-' || i, 'Porch ' || i, 'porch' || i, 'Evenings on porch ' || i,
                CASE i WHEN 2 THEN 'everyone' ELSE 'community' END, 'everyone', 'everyone', {week} - 20, 20 FROM n;
         INSERT INTO face (id, name, name_key, kind, seed, since_week)
            {names} SELECT i, 'Quiet Heron ' || i, 'quietheron' || i, 'name', i * 7919, {week} - 20 FROM n;
         INSERT INTO membership (group_id, face_id, since_week) {names} SELECT 1 + (i - 1) % {GROUPS}, i, {week} - 20 FROM n;
         INSERT INTO account (id, face_id, joined_week, active_week, words_kept) VALUES (1, 1, {week} - 20, {week}, TRUE);",
        now = now.0
    )
}

/// What people say here, a few sentences each, and a rare word now and then.
const SAYINGS: &str = "CASE i % 4 WHEN 0 THEN 'The kettle is on and the evening is long. ' WHEN 1 THEN 'I walked to the river before work, and back. '
    WHEN 2 THEN 'It was loud in my head, and I called somebody. ' ELSE 'Nothing happened today, and that is the good news. ' END
    || CASE i % 7 WHEN 0 THEN 'Some days are only for getting through. ' WHEN 1 THEN 'My sister wrote. I have not answered yet, and I will. '
    WHEN 2 THEN 'I cooked, badly, and ate it. ' WHEN 3 THEN 'There was a meeting, and I sat at the back. '
    WHEN 4 THEN 'I slept six hours in a row. ' ELSE 'The cat has opinions about all of it. ' END
    || 'I read what others wrote here, and that helped. Number ' || i || '.' || CASE WHEN i % 500 = 0 THEN ' Marigold.' ELSE '' END";

/// Threads and replies, spread evenly.
fn words(threads: u64, replies: u64) -> String {
    let (each, all) = (numbers(threads), numbers(replies));
    let open = "CASE i % 50 WHEN 1 THEN 'everyone' ELSE 'community' END";
    format!(
        "INSERT INTO thread (id, public_id, group_id, author_face, kind, title, body, reach, said_on, said_at, reply_count)
            {each} SELECT i, substr(CAST(100000000000000 + i AS TEXT), 2), 1 + i % {GROUPS}, 1 + i % {NAMES}, 'win', 'Evening ' || i,
                {SAYINGS}, {open}, 20700 + i % 78, (20700 + i % 78) * 86400000, 4 FROM n;
         INSERT INTO reply (id, public_id, thread_id, author_face, number, depth, path, body, said_on, said_at)
            {all} SELECT i, substr(CAST(150000000000000 + i AS TEXT), 2), 1 + i % {threads}, 1 + i % {NAMES}, 1 + i / {threads}, 1,
                substr(CAST(10000 + 1 + i / {threads} AS TEXT), 2), {SAYINGS}, 20700 + i % 78, (20700 + i % 78) * 86400000 FROM n;"
    )
}

/// As many aliases as names, in one thread, and groups that use them; the groups that are read for themselves do not.
fn aliases() -> String {
    let names = numbers(NAMES);
    format!(
        "UPDATE \"group\" SET aliases = 'allowed' WHERE id > 2;
         INSERT INTO face (id, name, name_key, kind, seed, since_week)
            {names} SELECT {NAMES} + i, 'Late Wren ' || i, 'latewren' || i, 'alias', i * 7907, 0 FROM n;
         INSERT INTO membership (group_id, face_id, since_week) {memberships};
         INSERT INTO alias (face_id, tag, entry, group_id, thread_id, epoch, ban_seal, state, is_known, at_expiry, expires_week)
            {names} SELECT {NAMES} + i, 'tag' || i, 'entry' || i, 3, NULL, '2026-11', '', 'live', TRUE, 'keep', 100000 FROM n;",
        memberships = format_args!("{} SELECT i + 1, 1, 2900 FROM n", numbers(GROUPS - 1))
    )
}

/// One thread with a thousand replies, four of five of them below another.
fn long((id, group): (u64, u64), replies: u64, faces: u64) -> String {
    let all = numbers(LONG);
    let (top, own) = ("i - (i - 1) % 5", "substr(CAST(10000 + i AS TEXT), 2)");
    format!(
        "INSERT INTO thread (id, public_id, group_id, author_face, kind, title, body, reach, said_on, said_at, reply_count)
            VALUES ({id}, '{public}', {group}, {faces} + 2, 'question', 'What helps at four in the morning', 'Tell me.', 'community', 20778, 1795219200000, {LONG});
         INSERT INTO reply (id, public_id, thread_id, parent_id, author_face, number, depth, path, body, said_on, said_at)
            {all} SELECT {replies} + i, substr(CAST(160000000000000 + {faces} + i AS TEXT), 2), {id},
                CASE WHEN i % 5 = 1 THEN NULL ELSE {replies} + {top} END, {faces} + 1 + i % {NAMES}, i, CASE WHEN i % 5 = 1 THEN 1 ELSE 2 END,
                CASE WHEN i % 5 = 1 THEN {own} ELSE substr(CAST(10000 + {top} AS TEXT), 2) || {own} END,
                {SAYINGS}, 20778, 1795219200000 FROM n;",
        public = public(id)
    )
}

/// Everything that was said, in the index.
fn index(is_sqlite: bool) -> String {
    let said = "coalesce(r.body, t.title || ' ' || t.body)";
    let folded = if is_sqlite { said.to_owned() } else { format!("to_tsvector('simple', {said})") };
    format!(
        "INSERT INTO search_entry (thread_id) SELECT id FROM thread ORDER BY id;
         INSERT INTO search_entry (thread_id, reply_id, reply_key) SELECT thread_id, id, id FROM reply ORDER BY id;
         INSERT INTO search_fts (rowid, words) SELECT e.id, {folded} FROM search_entry e
            JOIN thread t ON t.id = e.thread_id LEFT JOIN reply r ON r.id = e.reply_id;"
    )
}
