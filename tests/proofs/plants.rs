//! Leaks planted on purpose, one at a time, to see that the two worlds are told apart by them. Each is planted after
//! somebody did something as an alias or told of something, by whoever it is, as the leak in the server would do it: by
//! statements of the test alone, which also mend it. Nothing of this exists in the binary.

use super::stage::Stage;

/// One leak.
#[derive(Clone, Copy)]
pub struct Plant {
    pub what: &'static str,
    /// Words in the addresses of pages that must show it, whatever else does.
    pub shows: Option<&'static str>,
    grow: fn(&Stage, i64),
    mend: fn(&Stage, i64),
}

impl Plant {
    /// It happens, for whoever is behind the first role, or told.
    pub fn grows(&self, stage: &Stage, face: i64) {
        (self.grow)(stage, face);
    }

    /// Everything is as it was before.
    pub fn goes(&self, stage: &Stage, face: i64, kept: Vec<String>) {
        does(stage, kept.join(";"));
        does(stage, "DELETE FROM notice WHERE id = 4711; DELETE FROM event WHERE kind = 'x'".to_owned());
        (self.mend)(stage, face);
    }
}

const fn plant(what: &'static str, grow: fn(&Stage, i64)) -> Plant {
    Plant { what, shows: None, grow, mend: |_, _| {} }
}

fn does(stage: &Stage, sql: String) {
    stage.town.arranges(move |tx| tx.batch(&sql));
    stage.town.forgets_commits();
}

/// What leaks change, as statements that bring it back.
pub fn kept(stage: &Stage) -> Vec<String> {
    let rows = [
        "SELECT 'UPDATE account SET active_week = ' || quote(active_week) || ' WHERE id = ' || id AS line FROM account",
        "SELECT 'UPDATE face SET since_week = ' || since_week || ', seed = ' || seed || ', about = ' || quote(about) || ' WHERE id = ' || id
           AS line FROM face",
        "SELECT 'UPDATE membership SET state = ' || quote(state) || ' WHERE group_id = ' || group_id || ' AND face_id = ' || face_id
           AS line FROM membership",
        "SELECT 'UPDATE concern SET people = ' || people || ' WHERE id = ' || id AS line FROM concern",
        "SELECT 'UPDATE thread SET author_face = ' || author_face || ' WHERE id = ' || id AS line FROM thread",
    ];
    rows.iter().flat_map(|question| stage.town.lines(question)).collect()
}

/// All that can tell who is behind an alias, or who told. What cannot be mended comes last.
pub const PLANTS: &[Plant] = &[
    plant("when a member was last here, to the day", |stage, face| {
        let today = stage.town.app.clock().now().day().0;
        does(stage, format!("UPDATE account SET active_week = {today} WHERE face_id = {face}"));
    }),
    plant("an alias is new when its holder is", |stage, face| {
        does(
            stage,
            format!(
                "UPDATE face SET since_week = (SELECT since_week FROM face WHERE id = {face}) WHERE kind = 'alias'"
            ),
        );
    }),
    plant("the holder alone is told of it", |stage, face| {
        does(
            stage,
            format!(
                "INSERT INTO notice (id, face_id, kind, subject, happened_on, number)
                 VALUES (4711, {face}, 'standing', 'planted', 0, 99) ON CONFLICT DO NOTHING"
            ),
        );
    }),
    plant("the member loses their place where their alias was closed", |stage, face| {
        does(stage, format!("UPDATE membership SET state = 'not-now' WHERE face_id = {face}"));
    }),
    plant("words of an alias count as the member's", |stage, face| {
        does(stage, format!("UPDATE face SET about = about || 'x' WHERE id = {face}"));
    }),
    Plant {
        shows: Some("/p/"),
        ..plant("an alias's picture is drawn from its holder's", |stage, face| {
            does(
                stage,
                format!(
                    "UPDATE face SET seed = (SELECT seed FROM face WHERE id = {face}) WHERE kind = 'alias'"
                ),
            );
        })
    },
    plant("a job that carries the holder", |stage, face| {
        does(stage, format!("INSERT INTO event (kind, payload, happened_on) VALUES ('x', '{face}', 0)"));
    }),
    plant("a line in the log that names the holder", |_, face| {
        tracing::debug!(target: "hearthside::planted", last = face % 1_000, "an alias spoke");
    }),
    Plant {
        mend: |stage, face| is_counted(stage, !is_first(stage, face)),
        ..plant("a number that goes up for the holder alone", |stage, face| {
            is_counted(stage, is_first(stage, face));
        })
    },
    CHANCE,
];

/// What can tell those who look at a concern who told of it: on their own screens.
pub const OF_TELLERS: &[Plant] = &[
    Plant {
        shows: Some("/look/"),
        ..plant("one of them counts twice on the card", |stage, face| {
            let more = i64::from(is_first(stage, face));
            does(stage, format!("UPDATE concern SET people = people + {more}"));
        })
    },
    Plant {
        shows: Some("/all"),
        ..plant("what whoever told has written stands beside what they told of", |stage, face| {
            let told_of = "(SELECT face_id FROM concern WHERE decided_on IS NULL ORDER BY thread_id LIMIT 1)";
            does(stage, format!("UPDATE thread SET author_face = {told_of} WHERE author_face = {face}"));
        })
    },
];

const CHANCE: Plant = plant("chance drawn for one and not for the other", |stage, face| {
    if is_first(stage, face) {
        let _ = stage.town.app.chance().id();
    }
});

fn is_first(stage: &Stage, face: i64) -> bool {
    face == stage.people[0].face.0
}

/// Somebody opens one page or another, and both are counted.
fn is_counted(stage: &Stage, is_one: bool) {
    drop(stage.stranger.visits(if is_one { "/healthz" } else { "/readyz" }));
}
