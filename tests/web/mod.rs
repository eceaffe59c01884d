//! The pages of no slice, in a community that a host has opened.

mod device;
mod full;
mod give;
mod home;
mod install;
mod leave;
mod plain;
mod reading;
mod support;
mod sweep;
mod today;

use crate::harness::Town;

/// Opens a community called Porchlight, with a country, numbers, and words of the host.
fn opens(town: &Town, doors: &str) {
    let sql = format!(
        "DELETE FROM community;
         INSERT INTO community (id, name, sentence, about, how_we_talk, contact, country, doors, opened_at)
         VALUES (1, 'Porchlight', 'A porch for hard evenings.', 'We sit **together**.', 'Speak from your own life.',
                 'Ring the bell at the desk.', 'ES', '{doors}', 1);
         INSERT INTO helpline (id, country, name, number, kind, hours, note, position, checked_on) VALUES
         (1, 'ES', 'Ambulance', '112', 'emergency', 'day and night', '', 0, 20700),
         (2, 'ES', 'Talk line', '024', 'call', 'day and night', 'In Spanish', 1, 20700),
         (3, 'US', 'Lifeline', '988', 'text', '', '', 0, NULL),
         (4, 'US', 'Chat', 'javascript:alert(1)', 'web', '', '', 1, NULL);"
    );
    town.arranges(move |tx| tx.batch(&sql));
    town.app.forget_house();
}

/// Changes one setting of the community.
fn sets(town: &Town, what: &'static str) {
    town.arranges(move |tx| tx.batch(&format!("UPDATE community SET {what} WHERE id = 1")));
    town.app.forget_house();
}
