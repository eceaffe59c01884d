//! Concerns and decisions, through their doors.

mod answers;
mod cards;
mod concerns;
pub mod crisis;
pub mod decisions;
mod everywhere;
mod firsts;
mod folded;
mod going_up;
mod helped;
mod history;
mod kept;
mod kept_out;
mod left_over;
mod log;
mod long_queue;
mod moves;
mod noes;
mod noes_beside;
mod on_duty;
mod openness;
mod pace;
mod parts;
mod patterns;
mod programs;
mod put_forward;
mod queue;
mod reads_along;
mod reads_along_here;
mod reasons;
mod said_back;
mod setback;
mod several;
mod shelf;
mod tellers;
mod terms;
mod together;
mod told_again;
mod towns;
pub mod two_people;
mod undone;
mod undone_all;
mod worried;

use crate::harness::{Person, Seen, Town};
use hearthside::policy::{Reach, Role};

/// Somebody tells of something: `place` is the page it is about.
#[track_caller]
pub fn tells(person: &Person, place: &str, fields: &[(&str, &str)]) -> Seen {
    let url = format!("{place}/concern");
    let form = person.visits(&url).is(200);
    // Unless a test says so, whoever tells reads on what they told of.
    let mut sent = form.form(&url, fields);
    sent.retain(|(name, _)| name != "folds" || fields.iter().any(|(said, _)| said == name));
    let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    person.posts(&url, &sent)
}

/// Fails unless it is this "no": by its code where a program was refused, by the first words of its sentence where a person was.
#[track_caller]
pub fn is_no(seen: Seen, code: &str) -> Seen {
    if seen.header("content-type").contains("json") {
        assert_eq!(seen.json()["code"], code, "{}", seen.body);
        return seen;
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("frontend/locales/en");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    let mut told = files.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    let sentence = told.find_map(|line| line.strip_prefix(&format!("refused-{code} = ")).map(str::to_owned));
    let sentence = sentence.unwrap_or_else(|| panic!("no sentence for {code}"));
    seen.shows(sentence.split(['{', '.']).next().unwrap().trim())
}

/// The page of the only concern that waits for somebody.
#[track_caller]
pub fn the_case(keeper: &Person) -> String {
    let queue = keeper.visits("/look").is(200);
    assert_eq!(queue.count("article.case"), 1, "{}", queue.text("main"));
    queue.attribute("article.case a.btn", "href").unwrap()
}

/// Somebody decides about a concern.
pub fn decides(keeper: &Person, case: &str, fields: &[(&str, &str)]) -> Seen {
    let page = keeper.visits(case).is(200);
    keeper.fills(&page, case, fields)
}

/// A group that Maya looks after along with a second person.
pub fn owls(town: &Town, people: &[&Person]) {
    town.group("owls", Reach::Community, people);
    let second = people[1].face;
    let role = Role::Moderator;
    town.arranges(move |tx| {
        tx.batch(&format!("UPDATE membership SET role = '{role}' WHERE face_id = {second}"))
    });
    // Nobody is new, and the clockwork is wound.
    town.waits_s(15 * 86_400);
    town.arranges(hearthside::app::schedule::wind);
    town.settles();
}

/// The decision a page of one's own lists first.
#[track_caller]
pub fn the_act(person: &Person, page: &str) -> String {
    person.visits(page).is(200).attribute("main form", "action").unwrap()
}

/// A form token of somebody's session.
pub fn token(person: &Person) -> String {
    person.visits("/you/names").is(200).attribute("input[name=csrf]", "value").unwrap()
}
