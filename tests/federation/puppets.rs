//! Hosts that are slow, dead, flapping, of another time or back after days: what the queue does, in bounded turns of the town's
//! own clock, and what the page for hosts says of them.

use std::cell::{Cell, RefCell};

use hearthside::db::Db;
use hearthside::federation::delivery::{Kind, Letter, May, Outcome, Why, enqueue, run_due};
use hearthside::federation::peers::Links;
use hearthside::federation::signature::Form;
use hearthside::kernel::Error;
use serde_json::json;

use super::coming::{Scene, opens};
use super::leaving::leaves;
use super::{CALM, activity, at, befriends, links};
use crate::harness::peer::Says;
use crate::harness::{Person, Seen, Town};

const HOUR_S: i64 = 3_600;
const LETTERS: usize = 20;

#[expect(clippy::unnecessary_wraps, reason = "it stands for a question that can go wrong")]
fn always(_: &mut Db, _: &Letter) -> Result<May, Error> {
    Ok(May::Go)
}

fn waits_for_calm(town: &Town) -> Person {
    links(town, Links::Partners);
    befriends(town, CALM);
    town.arranges(|tx| {
        (0..LETTERS).try_for_each(|number| {
            let object = format!("https://porch.example/p/{number}");
            enqueue(tx, &activity(Kind::Create, &object, number), &[at(CALM)])
        })
    });
    town.host("Patient Alder")
}

fn page(host: &Person) -> Seen {
    host.visits(&format!("/host/partners/{CALM}")).is(200)
}

/// One look at the queue; returns what arrived, and how often the host was asked.
fn carries(town: &Town, answer: impl Fn(usize) -> Outcome) -> (Vec<usize>, usize) {
    let (heard, asked) = (RefCell::new(Vec::new()), Cell::new(0));
    let post = async |letter: &Letter| {
        asked.set(asked.get() + 1);
        let said: serde_json::Value = serde_json::from_slice(&letter.body).unwrap();
        let number = usize::try_from(said["n"].as_u64().unwrap()).unwrap();
        let outcome = answer(number);
        if outcome == Outcome::Taken {
            heard.borrow_mut().push(number);
        }
        outcome
    };
    town.waits_for(run_due(&town.app, &post, &always)).unwrap();
    (heard.into_inner(), asked.get())
}

fn all() -> Vec<usize> {
    (0..LETTERS).collect()
}

on_both! {
    fn a_host_that_answers_after_nine_seconds_gets_all_of_it_in_turns_of_a_minute(town) {
        let host = waits_for_calm(town);
        let (mut heard, mut turns) = (Vec::new(), 0);
        while heard.len() < LETTERS {
            let (some, asked) = carries(town, |_| { town.app.clock().advance_s(9); Outcome::Taken });
            assert!(asked <= LETTERS);
            heard.extend(some);
            turns += 1;
            town.app.clock().advance_s(2);
            assert!(turns < 10, "it goes on for ever");
        }
        assert_eq!(heard, all());
        page(&host).shows("They take what we send.").shows("Nothing.");
    }

    fn a_dead_host_is_asked_now_and_then_for_seven_days_and_then_given_up(town) {
        let host = waits_for_calm(town);
        town.begins();
        let dead = Outcome::Again { after: None, why: Why::Unreachable };
        let mut asked = carries(town, |_| dead).1;
        page(&host).shows("We try again soon.").shows("Nobody answers there.").shows("20 letters.");
        for _ in 0..9 * 24 {
            town.waits_s(HOUR_S);
            asked += carries(town, |_| dead).1;
        }
        assert!((20..70).contains(&asked), "asked {asked} times");
        page(&host).shows("Given up").shows("It was tried for as long as we try.").shows("Nothing.");
        // Once there is something for it again, it is asked again; nothing of what was given up comes by itself.
        town.arranges(|tx| enqueue(tx, &activity(Kind::Other, "o:1", 99), &[at(CALM)]));
        town.app.clock().advance_s(5 * HOUR_S);
        assert_eq!(carries(town, |_| Outcome::Taken).0, [99]);
        page(&host).shows("They take what we send.");
    }

    fn a_flapping_host_gets_each_letter_once_and_in_order(town) {
        let host = waits_for_calm(town);
        let (calls, mut heard, mut was_shaky) = (Cell::new(0), Vec::new(), false);
        for _ in 0..300 {
            let (some, _) = carries(town, |_| {
                calls.set(calls.get() + 1);
                let is_up = calls.get() % 4 != 0;
                if is_up { Outcome::Taken } else { Outcome::Again { after: None, why: Why::TheirFault } }
            });
            heard.extend(some);
            was_shaky = was_shaky || page(&host).body.contains("Something is wrong on their side.");
            if heard.len() == LETTERS {
                break;
            }
            town.app.clock().advance_s(40);
        }
        assert_eq!((heard, was_shaky), (all(), true));
        assert!(calls.get() <= LETTERS * 2, "{} tries", calls.get());
        page(&host).shows("They take what we send.");
    }

    fn a_host_of_another_time_is_understood_and_what_it_does_not_understand_waits(town) {
        let host = waits_for_calm(town);
        let (heard, asked) = carries(town, |_| Outcome::Again { after: None, why: Why::NotVerified });
        assert_eq!((heard.len(), asked), (0, 1), "one letter, not twenty");
        page(&host).shows("They could not tell that it was from us.").shows("20 letters.");
        town.app.clock().advance_s(60);
        let mut heard = Vec::new();
        for _ in 0..8 {
            heard.extend(carries(town, |_| Outcome::Taken).0);
            town.app.clock().advance_s(2);
        }
        assert_eq!(heard, all());
    }

    fn letters_of_a_clock_ten_minutes_off_are_taken_once_and_of_two_hours_not_at_all(town) {
        let scene = Scene::at(town);
        for (number, (ahead_s, answer)) in [(600, 202), (-600, 202), (7_200, 401), (-7_200, 401)].into_iter().enumerate() {
            let mut page = scene.page(town, &format!("/p/{number}"));
            page["published"] = json!(null);
            let body = scene.activity("Create", page).to_string();
            let inbox = format!("{}/inbox", town.app.federation().own.origin);
            let dated = (Form::Draft, town.app.clock().now().plus_s(ahead_s));
            let headers = scene.peer.signs("/u/wren", ("POST", &inbox), Some(body.as_bytes()), dated);
            assert_eq!(scene.posts(town, body.as_bytes(), &headers), answer, "{ahead_s} s");
            assert_eq!(scene.posts(town, body.as_bytes(), &headers), 401, "once is enough, {ahead_s} s");
        }
        opens(town);
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 2);
    }

    fn who_returns_after_three_days_and_says_something_is_served_within_seconds(town) {
        let scene = Scene::at(town);
        let peer = &scene.peer;
        let (domain, inbox) = (peer.domain(), peer.at("/inbox"));
        town.arranges({
            let domain = domain.clone();
            move |tx| tx.batch(&format!("INSERT INTO peer (domain) VALUES ('{domain}')"))
        });
        let to = super::Recipient { domain: domain.clone(), inbox };
        let origin = town.app.federation().own.origin.clone();
        town.arranges(move |tx| {
            (0..LETTERS).try_for_each(|number| {
                let mut letter = activity(Kind::Link, &format!("o:{number}"), number);
                letter.key_id = format!("{origin}/#main-key");
                enqueue(tx, &letter, std::slice::from_ref(&to))
            })
        });
        peer.says("/inbox", Says::bare(503, "x-a", "b"));
        for _ in 0..36 {
            leaves(town, peer);
            town.app.clock().advance_s(2 * HOUR_S);
        }
        let (host, place) = (town.host("Patient Alder"), format!("/host/partners/{domain}"));
        host.visits(&place).is(200).shows("No answer since").shows("20 letters.");
        leaves(town, peer);
        peer.says("/inbox", Says::bare(202, "x-a", "b"));
        assert_eq!(leaves(town, peer).len(), 0, "nobody knows that it is back");
        assert_eq!(scene.sends(town, &scene.activity("Like", json!(peer.at("/p/1")))), 202);
        let begun = town.app.clock().now();
        let mut heard = Vec::new();
        while heard.len() < LETTERS {
            heard.extend(leaves(town, peer).iter().map(|letter| letter["n"].as_u64().unwrap()));
            assert!(town.app.clock().now().seconds_since(begun) < 60, "{heard:?}");
        }
        assert_eq!(heard, (0..20).collect::<Vec<u64>>());
        host.visits(&place).is(200).shows("They take what we send.");
        opens(town);
    }
}
