//! Every screen and every answer that is meant for those who look after a group or the community, taken from the doors
//! themselves: a new one is looked at in both worlds, or the proof fails and asks how its blanks are filled in.

use hearthside::http::Who;
use hearthside::http::doors::Sign;
use hearthside::policy::Reach;
use hearthside::routes;

use crate::harness::Person;

use super::stage::{HOST, STEWARD, Sight, Stage};

/// A community that the host knows.
const PEER: &str = "calmwater.example";
/// What a line of the group's rules is tried on: one that meets words of an alias as well as of a name.
const TRIED: &[(&str, &str)] =
    &[("step", "try"), ("words", "said"), ("does", "hold"), ("sentence", "Please say it another way.")];

/// What those who look after things need before they can open anything: a helpline, a community that is known, somebody of it
/// about whom something was decided, and a second group of theirs, in which everybody of the first is.
pub fn furnish(stage: &Stage) {
    let steward = stage.people[STEWARD].face;
    let members: Vec<&Person> =
        stage.people.iter().filter(|person| person.face != stage.people[HOST].face).collect();
    let larks = stage.town.group("larks", Reach::Community, &members);
    stage.town.arranges(move |tx| {
        tx.batch(&format!(
            "UPDATE membership SET role = 'member' WHERE group_id = {larks};
             UPDATE membership SET role = 'moderator' WHERE group_id = {larks} AND face_id = {steward}"
        ))
    });
    let today = stage.town.app.clock().now().day().0;
    // The case is over: the script decides about what waits, and this one does not.
    stage.town.arranges(move |tx| {
        tx.batch(&format!(
            "INSERT INTO helpline (id, country, name, number, kind) VALUES (1, 'US', 'A voice at night', '988', 'call');
             INSERT INTO peer (domain, state) VALUES ('{PEER}', 'partner');
             INSERT INTO face (id, name, name_key, kind, seed, since_week) VALUES (900001, 'wren@{PEER}', 'wren@{PEER}', 'remote', 7, 2900);
             INSERT INTO far_face (face_id, actor, domain) VALUES (900001, 'https://{PEER}/u/wren', '{PEER}');
             INSERT INTO concern (id, subject, face_id, tier, urgency, people, opened_at, decided_on, outcome)
                VALUES (900002, 'face:900001', 900001, 'house', 9, 1, CAST({today} AS BIGINT) * 86400000, {today}, 'acted')"
        ))
    });
}

/// What somebody who looks after things may open.
pub fn doors(stage: &Stage, by: Option<usize>) -> Vec<String> {
    let is_host = by == Some(HOST);
    if !is_host && by != Some(STEWARD) {
        return Vec::new();
    }
    let all = routes::all();
    let theirs = |sign: &&Sign| sign.who == Who::Keeper || is_host && sign.who == Who::Host;
    let looks = all.signs().iter().filter(|sign| sign.method == "GET").filter(theirs);
    let asked = |door: String| match door.as_str() {
        "/circle/out" => format!("{door}?what=line&of={}", stage.people[STEWARD].name.replace(' ', "%20")),
        place if place.ends_with("/move") => format!("{door}?group=larks"),
        _ => door,
    };
    looks.flat_map(|sign| filled(stage, sign.path)).map(asked).collect()
}

/// What answers a form of theirs with a page, and changes nothing.
pub fn tries(stage: &mut Stage, by: Option<usize>) {
    if by == Some(STEWARD) {
        let page = stage.people[STEWARD].visits("/g/owls/rules").is(200);
        let token = page.attribute("input[name=csrf]", "value").unwrap();
        let sent = [TRIED, &[("csrf", token.as_str())]].concat();
        let seen = stage.people[STEWARD].posts("/g/owls/rules", &sent).is(200);
        stage.notes(by, "POST /g/owls/rules", &seen);
    }
}

/// A door's address, once for each thing it can be about.
fn filled(stage: &Stage, path: &str) -> Vec<String> {
    let (mut found, mut before) = (vec![String::new()], "");
    for part in path.split('/').skip(1) {
        let fits = if part.starts_with('{') { things(stage, before, part) } else { vec![part.to_owned()] };
        found =
            found.iter().flat_map(|begun| fits.iter().map(move |part| format!("{begun}/{part}"))).collect();
        before = part;
    }
    found
}

/// Everything that may stand in a blank.
fn things(stage: &Stage, before: &str, blank: &str) -> Vec<String> {
    let ids =
        |table: &str| stage.town.lines(&format!("SELECT CAST(id AS TEXT) AS line FROM {table} ORDER BY id"));
    let written = |name: &String| name.replace(' ', "%20");
    match (before, blank) {
        ("g" | "groups", "{name}") => vec!["owls".to_owned()],
        ("p" | "threads", "{id}") => stage.threads.clone(),
        ("aliases", "{alias}") => stage.aliases.iter().map(written).collect(),
        ("people", "{name}") => stage.people.iter().map(|person| &person.name).map(written).collect(),
        ("look", "{case}") => ids("concern"),
        ("helplines", "{id}") => ids("helpline"),
        ("partners", "{domain}") => vec![PEER.to_owned()],
        _ => panic!("say in tests/proofs/keepers.rs what may stand in /{before}/{blank}"),
    }
}

/// Fails unless each of these doors was opened by somebody: a proof about pages that were not there would prove nothing.
#[track_caller]
pub fn each_was_opened(seen: &[Sight]) {
    let all = routes::all();
    let meant = all.signs().iter().filter(|sign| sign.method == "GET" && sign.who >= Who::Keeper);
    let shut: Vec<&str> =
        meant.map(|sign| sign.path).filter(|path| !seen.iter().any(|it| is_of(it, path))).collect();
    assert!(shut.is_empty(), "nobody opened {shut:#?}");
}

fn is_of(sight: &Sight, door: &str) -> bool {
    let Some((_, path)) = sight.what.split_once("GET ") else { return false };
    let path = path.split('?').next().unwrap_or(path);
    let (path, door): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), door.split('/').collect());
    let fits = |(path, door): (&&str, &&str)| path == door || door.starts_with('{');
    sight.bytes.starts_with("200\n") && path.len() == door.len() && path.iter().zip(&door).all(fits)
}
