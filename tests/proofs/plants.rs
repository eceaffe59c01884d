//! Leaks planted on purpose, one at a time, to see that the two worlds are told apart by them. Each is planted right
//! after somebody did something as an alias or told of something, by whoever it is, as the leak in the server would do it: by
//! statements of the test alone. Nothing of this exists in the binary.

use super::stage::Stage;

/// One leak.
pub struct Plant {
    pub what: &'static str,
    pub grow: fn(&Stage, i64),
}

impl Plant {
    /// The leak happens, for whoever is behind the first role, or told.
    pub fn grows(&self, stage: &Stage, face: i64) {
        (self.grow)(stage, face);
    }
}

fn does(stage: &Stage, sql: String) {
    stage.town.arranges(move |tx| tx.batch(&sql));
    stage.town.forgets_commits();
}

/// All of them.
pub const PLANTS: &[Plant] = &[
    Plant {
        what: "when a member was last here, to the day",
        grow: |stage, face| {
            let today = stage.town.app.clock().now().day().0;
            does(stage, format!("UPDATE account SET active_week = {today} WHERE face_id = {face}"));
        },
    },
    Plant {
        what: "an alias is new when its holder is",
        grow: |stage, face| {
            does(
                stage,
                format!(
                    "UPDATE face SET since_week = (SELECT since_week FROM face WHERE id = {face}) WHERE kind = 'alias'"
                ),
            );
        },
    },
    Plant {
        what: "the holder alone is told of it",
        grow: |stage, face| {
            does(
                stage,
                format!(
                    "INSERT INTO notice (id, face_id, kind, subject, happened_on, number)
                     VALUES (4711, {face}, 'standing', 'planted', 0, 99) ON CONFLICT DO NOTHING"
                ),
            );
        },
    },
    Plant {
        what: "the member loses their place where their alias was closed",
        grow: |stage, face| {
            does(stage, format!("UPDATE membership SET state = 'not-now' WHERE face_id = {face}"));
        },
    },
    Plant {
        what: "words of an alias count as the member's",
        grow: |stage, face| does(stage, format!("UPDATE face SET about = about || 'x' WHERE id = {face}")),
    },
    Plant {
        what: "an alias's picture is drawn from its holder's",
        grow: |stage, face| {
            does(
                stage,
                format!(
                    "UPDATE face SET seed = (SELECT seed FROM face WHERE id = {face}) WHERE kind = 'alias'"
                ),
            );
        },
    },
    Plant {
        what: "a job that carries the holder",
        grow: |stage, face| {
            does(stage, format!("INSERT INTO event (kind, payload, happened_on) VALUES ('x', '{face}', 0)"));
        },
    },
    Plant {
        what: "chance drawn for one and not for the other",
        grow: |stage, face| {
            if face == stage.people[0].face.0 {
                let _ = stage.town.app.chance().id();
            }
        },
    },
    Plant {
        what: "a line in the log that names the holder",
        grow: |_, face| tracing::debug!(target: "hearthside::planted", last = face % 1_000, "an alias spoke"),
    },
    Plant {
        what: "a number that goes up for the holder alone",
        grow: |stage, face| {
            let path = if face == stage.people[0].face.0 { "/healthz" } else { "/readyz" };
            drop(stage.stranger.visits(path));
        },
    },
];
