//! Two worlds that differ in one thing, who told: whatever anybody else sees is alike, byte for byte. And how people tell,
//! decide and answer on the stage of all two worlds.

use proptest::sample::Index;
use serde_json::{Value, json};

use super::controls::finds_each;
use super::keepers::each_was_opened;
use super::plants::{OF_TELLERS, PLANTS};
use super::script::{Act, Care, Deed, Step, nth};
use super::stage::{CANDIDATES, HOST, NAMES, STEWARD, Stage};
use super::worlds::{Play, difference, seen_in};
use crate::harness::Home;

impl Stage {
    /// Somebody tells of a thread.
    pub fn tells(&mut self, thread: &Index) {
        let reason = ["worried", "outing", "cruel", "other"][thread.index(4)];
        let body =
            json!({"thread": thread.get(&self.threads), "reason": reason, "words": "They said it twice."});
        drop(self.asks(self.who_tells(), "POST", "/api/v1/concerns", Some(body)));
    }

    /// The steward decides about what waits first; the host, where nothing waits for the steward. Who is behind an alias
    /// is silent while they are kept out under their name, so that names that may be behind one get a note at most.
    pub fn decides(&mut self, verb: &str) {
        for who in [STEWARD, HOST] {
            let Some(first) = self.first(who, "/api/v1/look", "rows") else { continue };
            let may_be_behind =
                first["author"].as_str().is_some_and(|name| NAMES[..CANDIDATES].contains(&name));
            let fits = first["verbs"].as_array().is_some_and(|verbs| verbs.iter().any(|each| each == verb));
            let is_hard = ["pause", "close"].contains(&verb);
            let verb = if !fits || is_hard && may_be_behind { "note" } else { verb };
            let body = json!({"verb": verb, "days": 3, "notes": ["grief"], "words": "As we agreed."});
            let path = format!("/api/v1/look/{}", first["id"].as_str().unwrap());
            return drop(self.asks(who, "POST", &path, Some(body)));
        }
    }

    /// The steward takes the latest decision back.
    pub fn takes_back(&mut self) {
        if let Some(latest) = self.first(STEWARD, "/api/v1/look/done", "rows") {
            let path = format!("/api/v1/look/done/{}", latest["id"].as_str().unwrap());
            drop(self.asks(STEWARD, "POST", &path, None));
        }
    }

    /// Somebody answers what was decided about words of theirs, as they spoke in a role.
    pub fn objects(&mut self, who: usize, role: usize) {
        let names = self.names_of(role).join("','");
        let met = self.town.lines(&format!(
            "SELECT CAST(act.id AS TEXT) AS line FROM act JOIN face ON face.id = act.face_id WHERE face.name IN ('{names}')
             AND act.state = 'done' AND act.verb NOT IN ('fine', 'care') AND act.appeal = '' AND NOT (act.concern_id IS NULL AND act.words = '') ORDER BY act.number"
        ));
        if let Some(id) = met.first() {
            let body = json!({"words": "I mean well."});
            drop(self.asks(who, "POST", &format!("/api/v1/decisions/{id}"), Some(body)).is(204));
        }
    }

    /// Whoever is to read an answer reads it, and takes the decision back.
    pub fn hears_answers(&mut self) {
        for who in [STEWARD, HOST] {
            let Some(first) = self.first(who, "/api/v1/look", "appeals") else { continue };
            let body = json!({"words": "We see it now.", "lifts": true});
            let path = format!("/api/v1/look/answers/{}", first["id"].as_str().unwrap());
            return drop(self.asks(who, "POST", &path, Some(body)));
        }
    }

    fn first(&mut self, who: usize, path: &str, list: &str) -> Option<Value> {
        self.asks(who, "GET", path, None).is(200).json()[list].get(0).cloned()
    }
}

/// Two tell of a name's words and of an alias's, twice of one of them; much is decided, answered and taken back. In one
/// world it is somebody who has been here long who tells, in the other somebody new.
fn told() -> Play {
    let decide = |verb| Step::Keeper(Care::Decide(verb), nth(0, 1));
    let tell = |thread| Step::Tell(nth(thread, 2));
    let steps = vec![
        Step::Alias(0, Act::Open { kept: true, goes: false }),
        tell(0),
        tell(1),
        tell(1),
        Step::Look,
        decide("fold"),
        decide("remove"),
        Step::Alias(0, Act::Object),
        Step::Keeper(Care::TakeBack, nth(0, 1)),
        Step::Look,
        Step::Keeper(Care::Hear, nth(0, 1)),
        Step::Wait(86_400),
        tell(0),
        decide("fine"),
        Step::Named(0, Deed::SeeNews),
        Step::Named(1, Deed::SeeNews),
        Step::Wait(6 * 86_400),
        Step::Look,
    ];
    Play { steps, first_look: false, pair: [[2, 2], [2, 2]], tellers: [0, 1] }
}

fn worlds_are_alike(place: fn() -> Option<Home>) {
    let Some((one, other)) = place().zip(place()) else { return };
    let play = told();
    let worlds = [(one, 0), (other, 1)].map(|(home, world)| seen_in(home, &play, world));
    let told = |sight: &&super::stage::Sight| sight.what.ends_with("POST /api/v1/concerns");
    let answers: Vec<_> =
        worlds[0].iter().filter(told).map(|sight| sight.bytes.split_whitespace().next()).collect();
    assert_eq!(answers, [Some("204"); 4]);
    each_was_opened(&worlds[0]);
    assert_eq!(difference(&play, [&worlds[0], &worlds[1]]), None);
}

mod nobody_sees_who_told {
    use super::{Home, worlds_are_alike};

    #[test]
    fn sqlite() {
        worlds_are_alike(|| Some(Home::sqlite()));
    }

    #[test]
    fn postgres() {
        worlds_are_alike(Home::postgres);
    }
}

/// Somebody tells of words of a name and of words of an alias, and those who might have told have said something too. What
/// is decided then is the longer script's.
#[test]
fn each_planted_leak_tells_who_told() {
    let steps = vec![
        Step::Alias(0, Act::Open { kept: true, goes: false }),
        Step::Named(0, Deed::Open),
        Step::Named(1, Deed::Open),
        Step::Tell(nth(0, 4)),
        Step::Tell(nth(1, 4)),
    ];
    finds_each(&Play { steps, ..told() }, &[OF_TELLERS, PLANTS].concat());
}
