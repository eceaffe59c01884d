//! The host's side, through its doors.

mod groups;
mod health;
mod helplines;
mod keeping;
mod people;
mod settings;
mod setup;

use hearthside::admin::setup::{Code, offer};

use crate::harness::Town;

/// A code as a server that nobody has claimed prints it.
fn code(town: &Town) -> String {
    town.arranges(|tx| {
        let code = Code::new(tx.chance());
        assert!(offer(tx, &code)?);
        Ok(code.shown())
    })
}

/// Opens a community, so that its host has something to look after.
fn opens(town: &Town) {
    town.arranges(|tx| {
        tx.batch(
            "INSERT INTO community (id, name, country, setup_step, opened_at)
                VALUES (1, 'Porchlight', 'ES', 'done', 1);
             INSERT INTO helpline (id, country, name, number, kind, position, checked_on) VALUES
                (1, 'ES', 'Ambulance', '112', 'emergency', 0, 20700),
                (2, 'ES', 'Talk line', '024', 'call', 1, 20700);",
        )
    });
    town.app.forget_house();
}
