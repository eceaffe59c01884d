//! Weeks in a town whose members have their hours: they read, speak under their names, and speak as aliases. Every
//! night a copy is made. Who was behind which alias is known here alone.

use std::collections::BTreeMap;

use hearthside::identity::names;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use serde_json::{Value, json};

use super::copies::{Evidence, Night};
use crate::harness::{Home, Person, Seen, Town};
use crate::proofs::stage::ROOM;
use hearthside::policy::Reach;

const DAY_S: i64 = 86_400;
/// How likely a member comes on a day to speak under their name, to speak as an alias, only to read, and to tell of
/// something.
const DAILY: [(Visit, f64); 4] =
    [(Visit::Named, 0.2), (Visit::Alias, 0.12), (Visit::Reads, 0.3), (Visit::Tells, 0.08)];

#[derive(Debug, Clone, Copy, PartialEq)]
enum Visit {
    Named,
    Alias,
    Reads,
    Tells,
}

/// How large a town is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub members: usize,
    pub days: i64,
}

/// Who told what: the member, by the concern.
pub type Told = BTreeMap<i64, usize>;

/// Lives some weeks, and returns what a thief of all copies would hold, and the truth.
pub fn lives(home: Home, size: Size, seed: u64) -> (Town, Evidence, Told) {
    let mut rng = StdRng::seed_from_u64(seed);
    let town = Town::with_limits(home, ROOM);
    let mut called: Vec<String> = Vec::new();
    while called.len() < size.members + 1 {
        let name = names::suggest(&mut |below| rng.random_range(0..below));
        if !called.iter().any(|known| names::key(known) == names::key(&name)) {
            called.push(name);
        }
    }
    let people: Vec<Person> = called.iter().map(|name| town.person(name)).collect();
    let everybody: Vec<&Person> = people.iter().collect();
    town.group("owls", Reach::Group, &everybody);
    town.arranges(|tx| tx.batch("UPDATE \"group\" SET aliases = 'allowed'"));
    town.arranges(hearthside::app::schedule::wind);
    town.waits_s(21 * DAY_S - 19 * 3_600 - 1_800);
    town.forgets_commits();

    // The first looks after the group, opens a thread, and is nobody's suspect.
    let mut threads = vec![says(&people[0], "Who is here?", None).json()["id"].as_str().unwrap().to_owned()];
    let suspects = &people[1..];
    let (mut behind, mut told) = (BTreeMap::<String, usize>::new(), Told::new());
    let mut nights = Vec::new();
    let hours: Vec<i64> = suspects.iter().map(|_| rng.random_range(0..DAY_S)).collect();
    for day in 0..size.days {
        let begins = town.app.clock().now();
        // Whoever looks after things comes every day; twice, since the token of a new week takes over at the second look.
        for _ in 0..2 {
            people[0].visits("/").is(200);
        }
        for (at_s, who, visit) in a_day(&hours, &mut rng) {
            town.waits_s(at_s - town.app.clock().now().seconds_since(begins));
            let person = &suspects[who];
            person.visits("/").is(200);
            match visit {
                Visit::Tells => {
                    told.extend(tells(&town, (&people[0], person), &threads, &mut rng).map(|id| (id, who)));
                }
                Visit::Reads => reads(person, &threads, &mut rng),
                Visit::Named => speaks(person, &mut threads, None, &mut rng).map_or((), drop),
                Visit::Alias => {
                    let kept = if rng.random_bool(0.5) { "group" } else { "thread" };
                    if let Some(name) = speaks(person, &mut threads, Some(kept), &mut rng) {
                        behind.insert(name, who);
                    }
                }
            }
            town.settles();
        }
        town.waits_s(DAY_S - town.app.clock().now().seconds_since(begins));
        if day % 7 == 3 {
            town.stops_writing();
        }
        nights.push(Night::of(&town));
    }
    let evidence =
        Evidence::of(&town, suspects.iter().map(|person| person.face.0).collect(), &behind, nights);
    (town, evidence, told)
}

/// Who comes at which second of the day: within an hour of their own.
fn a_day(hours: &[i64], rng: &mut StdRng) -> Vec<(i64, usize, Visit)> {
    let mut visits = Vec::new();
    for (who, hour) in hours.iter().enumerate() {
        for (visit, likely) in DAILY {
            if rng.random_bool(likely) {
                visits.push(((hour + rng.random_range(-3_600..3_600)).rem_euclid(DAY_S), who, visit));
            }
        }
    }
    visits.sort_by_key(|(at, who, _)| (*at, *who));
    visits
}

fn reads(person: &Person, threads: &[String], rng: &mut StdRng) {
    person.visits(&format!("/p/{}", threads[rng.random_range(0..threads.len())])).is(200);
    person.visits("/news").is(200);
    asks(person, "POST", "/api/v1/news/seen", None);
}

/// Tells of a thread; whoever looks after the group looks at it at once, so that the next one who tells tells of another
/// concern. Returns the concern, unless the words were their own.
fn tells(
    town: &Town,
    (keeper, person): (&Person, &Person),
    threads: &[String],
    rng: &mut StdRng,
) -> Option<i64> {
    // The keeper's own would go to hosts, of whom there are none.
    let others = threads.get(1..).filter(|others| !others.is_empty())?;
    let thread = &others[rng.random_range(0..others.len())];
    let body = json!({"thread": thread, "reason": "cruel", "words": format!("Line {}.", rng.random_range(0..10_000))});
    let seen = asks(person, "POST", "/api/v1/concerns", Some(body));
    if seen.status == 409 {
        return None;
    }
    seen.is(204);
    let waits = town.lines("SELECT CAST(id AS TEXT) AS line FROM concern WHERE decided_on IS NULL");
    assert_eq!(waits.len(), 1, "{waits:?}");
    let fine = json!({"verb": "fine", "words": "We looked."});
    asks(keeper, "POST", &format!("/api/v1/look/{}", waits[0]), Some(fine)).is(200);
    waits[0].parse().ok()
}

/// Says something, under one's name or as an alias; returns the alias's name.
fn speaks(
    person: &Person,
    threads: &mut Vec<String>,
    speaks: Option<&str>,
    rng: &mut StdRng,
) -> Option<String> {
    let thread = threads[rng.random_range(0..threads.len())].clone();
    let words = format!("Words number {}.", rng.random_range(0..10_000));
    let seen = match rng.random_range(0..10) {
        0..3 => {
            let seen = says(person, &words, speaks);
            threads.extend(seen.json()["id"].as_str().map(str::to_owned));
            seen
        }
        3..6 if speaks.is_none() => {
            asks(person, "PUT", &format!("/api/v1/threads/{thread}/reaction"), Some(json!({"word": "with"})))
        }
        6 if speaks.is_none() => asks(
            person,
            "POST",
            "/api/v1/drafts",
            Some(json!({"place": "share", "fields": [["body", words]]})),
        ),
        _ => {
            let body = json!({"body": words, "as": speaks.unwrap_or("name")});
            asks(person, "POST", &format!("/api/v1/threads/{thread}/replies"), Some(body))
        }
    };
    let is_own = seen.body.contains("reaction-own");
    assert!((200..300).contains(&seen.status) || is_own, "{}: {}", seen.status, seen.body);
    speaks.and_then(|_| seen.json()["author"].as_str().map(str::to_owned))
}

fn says(person: &Person, words: &str, speaks: Option<&str>) -> Seen {
    let body = json!({"group": "owls", "kind": "win", "body": words, "as": speaks.unwrap_or("name")});
    asks(person, "POST", "/api/v1/threads", Some(body)).is(201)
}

fn asks(person: &Person, method: &str, path: &str, body: Option<Value>) -> Seen {
    let bytes = body.map(|body| body.to_string().into_bytes());
    person.sends(method, path, &[("content-type", "application/json")], bytes.as_deref())
}
