//! What rings, how often, and for how long: nobody is called where there is no seat, and nobody who is in danger is left out.

use super::{presses, they_talk};

const HOUR_S: i64 = 3_600;

/// What a program reads of a room, by its address.
fn read(person: &crate::harness::Person, room: &str) -> serde_json::Value {
    let id = room.rsplit('/').next().unwrap();
    person
        .sends("GET", &format!("/api/v1/company/{id}"), &[("accept", "application/json")], None)
        .is(200)
        .json()
}

on_both! {
    fn where_somebody_came_and_had_to_go_nobody_reads_that_nobody_came(town) {
        town.begins();
        let (ada, maya, room) = they_talk(town);
        presses(&maya, &room, "turn", &[("move", "leave")]).is(303);
        town.waits_s(2 * HOUR_S + 900);
        let page = ada.visits(&room).is(200).shows("Somebody came and had to go").shows("Call or text a helpline").shows("Ask again");
        page.hides("Nobody came").hides("vellumotter");
        maya.visits(&room).is(200).shows("Thank you for being there.").hides("had to go");
        assert_eq!(read(&ada, &room)["phase"], "left");
        assert_eq!(town.count("SELECT count(*) AS n FROM ask_tally WHERE outcome = 'unanswered'"), 0);
        presses(&ada, &room, "say", &[("words", "Still here")]).is(409).shows("This is over.");
        presses(&maya, &room, "come", &[]).is(404);
    }
}
