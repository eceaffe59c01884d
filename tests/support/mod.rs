//! Company right now, through its doors.

mod after;
mod answered;
mod asked;
mod asks;
pub mod buddies;
mod cards;
mod gone;
mod heard;
mod lamps;
mod load;
mod nights;
pub mod noticing;
mod nudges;
mod programs;
mod reached;
mod rings;
mod rooms;
mod silent;
mod starts;

use hearthside::policy::Reach;

use crate::harness::{Person, Seen, Town};

/// Makes these as if they had come in long ago.
pub fn came_long_ago(town: &Town, people: &[&Person]) {
    for person in people {
        let face = person.face;
        town.arranges(move |tx| {
            tx.batch(&format!("UPDATE account SET joined_week = 2900 WHERE face_id = {face}"))
        });
    }
}

/// Ada, who will ask, and Maya, who may listen; both are in one group.
pub fn two_neighbours(town: &Town) -> (Person, Person) {
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    town.group("evenings", Reach::Community, &[&maya, &ada]);
    came_long_ago(town, &[&maya]);
    (ada, maya)
}

/// Lights a lamp for two hours.
#[track_caller]
pub fn lights(person: &Person) {
    let page = person.visits("/lamp").is(200);
    person.fills(&page, "/lamp", &[("minutes", "120")]).is(303);
}

/// Says when somebody may be asked.
#[track_caller]
pub fn keeps_hours(person: &Person, fields: &[(&str, &str)]) -> Seen {
    let page = person.visits("/lamp").is(200);
    person.fills(&page, "/lamp/hours", fields)
}

/// Asks for company; gives the address of the room.
#[track_caller]
pub fn asks(town: &Town, person: &Person, fields: &[(&str, &str)]) -> String {
    let page = person.visits("/support").is(200);
    let room = person.fills(&page, "/support/ask", fields).is(303).location;
    town.settles();
    room
}

/// Comes to somebody who asks, from the list.
#[track_caller]
pub fn comes(person: &Person, room: &str) -> Seen {
    let (page, come) = (person.visits("/support/asks").is(200), format!("{room}/come"));
    person.fills(&page, &come, &[])
}

/// Sends a form of a room with the session's own token, whether or not the page shows that form.
#[track_caller]
pub fn presses(person: &Person, room: &str, form: &str, fields: &[(&str, &str)]) -> Seen {
    let token = person.visits("/you/names").attribute("input[name=csrf]", "value").unwrap();
    person.posts(&format!("{room}/{form}"), &[&[("csrf", token.as_str())], fields].concat())
}

/// Says something in a room.
#[track_caller]
pub fn says(person: &Person, room: &str, words: &str) -> Seen {
    let page = person.visits(room).is(200);
    person.fills(&page, &format!("{room}/say"), &[("words", words)])
}

/// Ada and Maya in a room, who have said a word each.
pub fn they_talk(town: &Town) -> (Person, Person, String) {
    let (ada, maya) = two_neighbours(town);
    lights(&maya);
    let room = asks(town, &ada, &[("line", "Zanzibar night")]);
    comes(&maya, &room).is(303);
    says(&maya, &room, "I am here, vellumotter.").is(303);
    says(&ada, &room, "Thank you, quokkaharbour.").is(303);
    (ada, maya, room)
}

/// Blocks somebody, by the address of their page.
#[track_caller]
pub fn blocks(who: &Person, address: &str) {
    let url = format!("/people/{address}/quiet");
    let form = who.visits(&url).is(200);
    who.fills(&form, &url, &[("how", "block")]).is(303);
}
