//! Ten thousand things wait, and as many were decided: what a keeper opens asks the database as often as if it were one, and
//! by an index.

use hearthside::db::{Db, Purpose};
use hearthside::forum::content_notes::Notes;
use hearthside::kernel::{Error, FaceId, ThreadId};
use hearthside::policy::scope::safety::Eyes;
use hearthside::policy::{Person as Member, Rank, Reach, Viewer};
use hearthside::safety::actions::{Decision, Each, Sentence, Verb};
use hearthside::safety::reports::ConcernId;
use hearthside::safety::{actions, reports};

use super::owls;
use crate::forum::plans::{plan, sent};
use crate::forum::said::viewer;
use crate::harness::{Person, Town};

const MANY: usize = 10_000;
/// What must not be read from its beginning to its end.
const LARGE: [&str; 5] = ["concern", "report", "act", "thread", "face"];
/// The first of the threads that are made here.
const FIRST: i64 = 100_000;
/// The first of the concerns about names, which are for those who look after the community.
const OF_NAMES: i64 = 200_000;

/// So many threads of three hundred writers in two groups, of each of which one person told; and as many decisions, a
/// tenth of them about people in distress. And about each of the writers, as somebody, one concern and one decision.
fn fills(town: &Town, many: usize) {
    let today = town.app.clock().now().day().0;
    town.arranges(move |tx| {
        let n = format!("WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < {many})");
        let group = "(SELECT id FROM \"group\" WHERE name = CASE WHEN i % 2 = 0 THEN 'owls' ELSE 'herons' END)";
        let (writer, reason) = ("1000 + i % 300", "CASE WHEN i % 3 = 0 THEN 'solicitation' ELSE 'spam' END");
        tx.batch(&format!(
            "INSERT INTO face (id, name, name_key, kind, seed, since_week)
                WITH RECURSIVE n(i) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 299)
                SELECT 1000 + i, 'face ' || i, 'face' || i, 'name', i, 2900 FROM n WHERE TRUE ON CONFLICT DO NOTHING;
             INSERT INTO thread (id, public_id, group_id, author_face, kind, title, body, reach, said_on)
                {n} SELECT {FIRST} + i, substr(CAST(100000000000000 + i AS TEXT), 2), {group}, {writer}, 'win', 'Words', 'Words ' || i, 'community', {today}
                FROM n WHERE i > 0 ON CONFLICT DO NOTHING;
             INSERT INTO concern (id, subject, thread_id, face_id, group_id, tier, urgency, people, opened_at)
                {n} SELECT {FIRST} + i, 'thread:' || ({FIRST} + i), {FIRST} + i, {writer}, {group}, 'group', CASE WHEN i % 3 = 0 THEN 3 ELSE 9 END, 1,
                    CAST({today} AS BIGINT) * 86400000 FROM n WHERE i > 0 ON CONFLICT DO NOTHING;
             INSERT INTO report (mark, concern_id, entry, reason, words, month, is_another)
                {n} SELECT 'mark' || i, {FIRST} + i, 'entry' || i, {reason}, '', '', i % 3 = 0 FROM n WHERE i > 0 ON CONFLICT DO NOTHING;
             INSERT INTO concern (id, subject, thread_id, face_id, group_id, tier, urgency, people, opened_at, decided_on, outcome)
                {n} SELECT 900000 + i, 'thread:' || ({FIRST} + i), {FIRST} + i, {writer}, {group}, 'group', CASE WHEN i % 10 = 4 THEN 1 ELSE 9 END, 1, 0,
                    {today} - i % 90, 'acted' FROM n WHERE i > 0 ON CONFLICT DO NOTHING;
             INSERT INTO act (id, concern_id, subject, thread_id, face_id, group_id, tier, verb, state, words, done_on, number)
                {n} SELECT {FIRST} + i, 900000 + i, 'thread:' || ({FIRST} + i), {FIRST} + i, {writer}, {group}, 'group', 'note', 'done', 'Words.', {today} - i % 90, i
                FROM n WHERE i > 0 ON CONFLICT DO NOTHING;
             INSERT INTO concern (id, subject, face_id, tier, urgency, people, opened_at)
                {n} SELECT {OF_NAMES} + i, 'face:' || (1000 + i), 1000 + i, 'house', CASE WHEN i % 3 = 0 THEN 3 ELSE 9 END, 1,
                    CAST({today} AS BIGINT) * 86400000 FROM n WHERE i > 0 AND i < 300 ON CONFLICT DO NOTHING;
             INSERT INTO report (mark, concern_id, entry, reason, words, month, is_another)
                {n} SELECT 'name' || i, {OF_NAMES} + i, 'told' || i, {reason}, '', '', FALSE FROM n WHERE i > 0 AND i < 300 ON CONFLICT DO NOTHING;
             INSERT INTO concern (id, subject, face_id, tier, urgency, people, opened_at, decided_on, outcome)
                {n} SELECT 1900000 + i, 'face:' || (1000 + i), 1000 + i, 'house', CASE WHEN i % 10 = 4 THEN 1 ELSE 9 END, 1, 0,
                    {today} - i % 90, 'acted' FROM n WHERE i > 0 AND i < 300 ON CONFLICT DO NOTHING;
             INSERT INTO act (id, concern_id, subject, face_id, tier, verb, state, words, done_on, number)
                {n} SELECT {OF_NAMES} + i, 1900000 + i, 'face:' || (1000 + i), 1000 + i, 'house', 'note', 'done', 'Words.', {today} - i % 90, i
                FROM n WHERE i > 0 AND i < 300 ON CONFLICT DO NOTHING;"
        ))
    });
    town.arranges(|tx| tx.batch("ANALYZE"));
    town.forgets_commits();
}

/// Something that is opened.
type Look<'a> = &'a dyn Fn(&mut Db) -> Result<(), Error>;

/// What somebody opens who looks after the group, or the community, by name, with the statements that each sends; the cases they
/// pick are the first from `first` on, every second one.
fn asked(town: &Town, db: &mut Db, (viewer, first): (&Viewer, i64)) -> Vec<(&'static str, Vec<String>)> {
    let (ring, today) = (town.app.keys().clone(), town.app.clock().now().day());
    let (eyes, id) = (Eyes::of(viewer, &[]), ConcernId(first + 2));
    let several: Vec<ConcernId> = (1..=9).map(|number| ConcernId(first + 2 * number)).collect();
    let decision = Decision {
        verb: Verb::Note,
        words: Sentence::parse("For the group.").unwrap(),
        days: 0,
        notes: Notes::default(),
        removes: false,
        label: None,
        closes: false,
        shares: false,
    };
    let each: Vec<Each> = several.iter().map(|id| Each { id: *id, left: None }).collect();
    let one = &several[..1];
    let looks: [(&str, Look<'_>); 10] = [
        ("the queue", &|db| actions::queue(db, (viewer, &eyes), &ring).map(drop)),
        ("who was looked after", &|db| actions::lately(db, (viewer, &eyes), (today, &ring)).map(drop)),
        ("a card", &|db| actions::one(db, (viewer, &eyes), (id, &ring)).map(drop)),
        ("the card on a thread", &|db| reports::find_on_thread(db, &eyes, ThreadId(id.0)).map(drop)),
        ("the log", &|db| actions::log(db, viewer, &eyes, None).map(drop)),
        ("what met somebody", &|db| actions::decisions(db, &[FaceId(1002)], None).map(drop)),
        ("one, looked over", &|db| actions::weighed(db, (viewer, &eyes), (one, &decision)).map(drop)),
        ("several, looked over", &|db| {
            actions::weighed(db, (viewer, &eyes), (&several, &decision)).map(drop)
        }),
        ("one, by name", &|db| actions::named(db, (viewer, &eyes), (&each[..1], &ring)).map(drop)),
        ("several, by name", &|db| actions::named(db, (viewer, &eyes), (&each, &ring)).map(drop)),
    ];
    looks.into_iter().map(|(what, look)| (what, sent(db, look))).collect()
}

/// Fails if a statement reads all of something large.
fn goes_by_index(db: &mut Db, what: &str, query: &str) {
    let plan = plan(db, query);
    for line in plan.lines() {
        let line = line.trim_start_matches(['-', '>', ' ']);
        let scans = |table: &&str| {
            line.starts_with(&format!("SCAN {table}")) && !line.contains("USING")
                || line.contains(&format!("Seq Scan on {table} "))
        };
        assert!(!LARGE.iter().any(scans), "{what} reads all of it:\n{query}\n\n{plan}");
    }
}

fn is_as_quick(town: &Town) {
    let (maya, lea, tom) = (town.person("Maya Lake"), town.person("Old Lantern"), town.person("Calm Stone"));
    let (keeper, host) = (town.person("Warm Reed"), town.host("Patient Alder"));
    let face = keeper.face;
    town.arranges(move |tx| tx.batch(&format!("UPDATE account SET rank = 'keeper' WHERE face_id = {face}")));
    owls(town, &[&maya, &lea, &tom]);
    town.group("herons", Reach::Community, &[&lea, &tom]);
    // Opened anew each time: SQLite plans by the counts that it read when it was opened.
    let open = || {
        let url = town.app.settings().server.database().unwrap();
        std::thread::spawn(move || url.open(Purpose::Write).unwrap()).join().unwrap()
    };
    let of_rank = |person: &Person, rank| match viewer(person, false) {
        Viewer::Person(each) => Viewer::Person(Member { rank, ..each }),
        other => other,
    };
    let keepers = [
        (of_rank(&maya, Rank::Member), FIRST),
        (of_rank(&keeper, Rank::Keeper), OF_NAMES),
        (of_rank(&host, Rank::Host), OF_NAMES),
    ];
    let each = |db: &mut Db| keepers.each_ref().map(|(viewer, first)| asked(town, db, (viewer, *first)));
    fills(town, 20);
    let few = each(&mut open());
    fills(town, MANY);
    let mut db = open();
    let many = each(&mut db);
    for ((what, few), (_, many)) in few.iter().flatten().zip(many.iter().flatten()) {
        assert_eq!(few.len(), many.len(), "{what}: {few:#?}\n\n{many:#?}");
        assert!(many.len() <= 19, "{what}: {many:#?}");
        for query in many {
            goes_by_index(&mut db, what, query);
        }
    }
    for looked in &many {
        let statements = |name: &str| looked.iter().find(|(what, _)| *what == name).unwrap().1.len();
        assert_eq!(statements("one, looked over"), statements("several, looked over"));
        assert_eq!(statements("one, by name"), statements("several, by name"));
    }
    let queue = maya
        .visits("/look")
        .is(200)
        .shows("The first 50 that wait.")
        .shows("Somebody may be selling treatment");
    assert_eq!(queue.count("article.case"), 50);
    queue.shows("What was decided before").shows("Looked after in the last seven days");
    maya.visits(&format!("/look/{}", FIRST + 2)).is(200).shows("Words 2");
    for who in [&keeper, &host] {
        assert_eq!(who.visits("/look").is(200).count("article.case"), 50);
        who.visits(&format!("/look/{}", OF_NAMES + 2)).is(200).shows("face 2");
    }
    tom.visits("/look").is(403);
}

on_both! {
    fn ten_thousand_cases_cost_a_keeper_no_statement_more_than_twenty(town) {
        is_as_quick(town);
    }
}
