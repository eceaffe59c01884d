//! Carrying letters to hosts that are slow, dead, flapping, back after days; and being killed on the way.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::time::Duration;

use hearthside::db::{Db, notify};
use hearthside::federation::delivery::{
    self, Kind, LETTERS, Letter, May, Outcome, Spirits, Why, dead_letters, enqueue, health, run_due,
};
use hearthside::federation::peers;
use hearthside::kernel::Error;

use super::{CALM, activity, at, befriends, links};
use crate::harness::Town;

const DAY_S: i64 = 86_400;
const SILENT: Outcome = Outcome::Again { after: None, why: Why::Unreachable };

#[expect(clippy::unnecessary_wraps, reason = "it stands for a question that can go wrong")]
fn always(_: &mut Db, _: &Letter) -> Result<May, Error> {
    Ok(May::Go)
}

fn sends(town: &Town, domain: &'static str, numbers: std::ops::Range<usize>) {
    town.arranges(move |tx| {
        numbers.clone().try_for_each(|number| {
            enqueue(
                tx,
                &activity(Kind::Create, &format!("https://porch.example/p/{number}"), number),
                &[at(domain)],
            )
        })
    });
}

fn number(letter: &Letter) -> usize {
    serde_json::from_slice::<serde_json::Value>(&letter.body).unwrap()["n"]
        .as_u64()
        .unwrap()
        .try_into()
        .unwrap()
}

/// Carries what is due now to a world that answers so; returns what arrived there, in order.
fn carries(town: &Town, answers: impl Fn(&Letter) -> Outcome) -> Vec<usize> {
    let heard = RefCell::new(Vec::new());
    let post = async |letter: &Letter| {
        let outcome = answers(letter);
        if outcome == Outcome::Taken {
            heard.borrow_mut().push(number(letter));
        }
        outcome
    };
    town.waits_for(run_due(&town.app, &post, &always)).unwrap();
    heard.into_inner()
}

fn of(town: &Town, domain: &'static str) -> delivery::Health {
    town.arranges(move |tx| health(tx, domain))
}

on_both! {
    fn letters_arrive_in_order_and_what_a_host_holds_is_known(town) {
        sends(town, CALM, 0..100);
        let mut heard = carries(town, |_| Outcome::Taken);
        while of(town, CALM).waiting > 0 {
            town.app.clock().advance_s(1);
            heard.extend(carries(town, |_| Outcome::Taken));
        }
        assert_eq!(heard, (0..100).collect::<Vec<_>>());
        let told = of(town, CALM);
        assert_eq!((told.spirits(), told.holds), (Spirits::Fine, 100));
        town.begins();
        town.waits_s(120);
        assert_eq!(town.count("SELECT count(*) AS n FROM activity"), 0);
        assert_eq!(carries(town, |_| Outcome::Taken), [0; 0]);
    }

    fn a_host_that_returns_after_three_days_gets_all_of_it_slowly_and_in_order(town) {
        sends(town, CALM, 0..20);
        let (mut tries, mut waited) = (Cell::new(0), 0);
        while waited < 3 * DAY_S {
            carries(town, |_| { tries.set(tries.get() + 1); SILENT });
            town.app.clock().advance_s(600);
            waited += 600;
        }
        assert!((15..40).contains(tries.get_mut()), "it is asked now and then: {tries:?}");
        let told = of(town, CALM);
        assert_eq!((told.spirits(), told.fault, told.waiting), (Spirits::Silent, Some(Why::Unreachable), 20));
        assert_eq!(told.silent_on, Some(town.app.clock().now().day().plus(-3)));

        town.app.clock().advance_s(5 * 3_600);
        let mut turns = Vec::new();
        while of(town, CALM).waiting > 0 {
            turns.push(carries(town, |_| Outcome::Taken));
            town.app.clock().advance_s(2);
        }
        assert_eq!(turns.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2, 4, 8, 5]);
        assert_eq!(turns.concat(), (0..20).collect::<Vec<_>>());
        assert_eq!(of(town, CALM).spirits(), Spirits::Fine);
    }

    fn a_flapping_host_loses_nothing(town) {
        sends(town, CALM, 0..30);
        let (calls, mut heard) = (Cell::new(0), Vec::new());
        for _ in 0..400 {
            heard.extend(carries(town, |_| {
                calls.set(calls.get() + 1);
                if calls.get() % 3 == 0 { SILENT } else { Outcome::Taken }
            }));
            town.app.clock().advance_s(60);
        }
        assert_eq!(heard, (0..30).collect::<Vec<_>>());
    }

    fn what_a_host_asks_for_is_honoured(town) {
        sends(town, CALM, 0..1);
        let busy = Outcome::Again { after: Some(Duration::from_hours(3)), why: Why::Busy };
        carries(town, |_| busy);
        town.app.clock().advance_s(3 * 3_600 - 60);
        assert_eq!(carries(town, |_| Outcome::Taken), [0; 0]);
        town.app.clock().advance_s(3_600);
        assert_eq!(carries(town, |_| Outcome::Taken), [0]);
    }

    fn what_a_host_will_never_take_stands_in_nobodys_way(town) {
        sends(town, CALM, 0..3);
        let heard = carries(town, |letter| if number(letter) == 1 { Outcome::Never(Why::Refused) } else { Outcome::Taken });
        assert_eq!(heard, [0, 2]);
        assert_eq!(of(town, CALM).spirits(), Spirits::Fine, "it answered");
        let dead = town.arranges(|tx| dead_letters(tx, CALM));
        assert_eq!(dead.iter().map(|letter| letter.reason.as_str()).collect::<Vec<_>>(), ["refused"]);
        town.arranges(|tx| delivery::retry(tx, CALM));
        assert_eq!(carries(town, |_| Outcome::Taken), [1]);
    }

    fn what_never_left_us_says_nothing_of_a_host(town) {
        sends(town, CALM, 0..1);
        carries(town, |_| Outcome::Never(Why::Unsafe));
        assert_eq!(town.arranges(|tx| dead_letters(tx, CALM)).len(), 1);
        assert_eq!(of(town, CALM).spirits(), Spirits::Unknown, "nothing was sent there");
        sends(town, CALM, 1..2);
        carries(town, |_| Outcome::Never(Why::Refused));
        assert_eq!(of(town, CALM).ok_on, None, "it took nothing");
    }

    fn only_what_we_send_says_whether_a_host_answers(town) {
        links(town, peers::Links::Partners);
        befriends(town, CALM);
        sends(town, CALM, 0..1);
        carries(town, |_| SILENT);
        // It speaks, and does not hear: what comes in from there changes nothing.
        town.arranges(|tx| peers::saw_key(tx, CALM, "a key"));
        town.arranges(|tx| peers::promised(tx, CALM, &peers::Promises::default()));
        assert_eq!(carries(town, |_| Outcome::Taken), [0; 0]);
        assert_eq!(of(town, CALM).failures, 1);
    }

    fn a_silent_host_is_tried_as_soon_as_it_is_heard_from(town) {
        sends(town, CALM, 0..3);
        for _ in 0..6 {
            carries(town, |_| SILENT);
            town.app.clock().advance_s(4 * 3_600);
        }
        carries(town, |_| SILENT);
        town.app.clock().advance_s(60);
        assert_eq!(carries(town, |_| Outcome::Taken), [0; 0], "it waits for hours");
        town.arranges(|tx| delivery::heard_from(tx, CALM));
        assert_eq!(carries(town, |_| Outcome::Taken), [0], "one letter first");
        town.app.clock().advance_s(1);
        assert_eq!(carries(town, |_| Outcome::Taken), [1, 2]);

        sends(town, CALM, 3..4);
        let busy = Outcome::Again { after: Some(Duration::from_hours(1)), why: Why::Busy };
        carries(town, |_| busy);
        town.arranges(|tx| delivery::heard_from(tx, CALM));
        assert_eq!(carries(town, |_| Outcome::Taken), [0; 0], "who asked for an hour has it");
    }

    fn a_community_that_begins_anew_tries_those_that_fell_silent_lately(town) {
        sends(town, CALM, 0..1);
        sends(town, "gone.example", 1..2);
        carries(town, |letter| if letter.domain == CALM { Outcome::Taken } else { SILENT });
        town.app.clock().advance_s(3 * DAY_S);
        carries(town, |_| SILENT);
        sends(town, CALM, 2..3);
        carries(town, |_| SILENT);
        town.begins();
        assert_eq!(carries(town, |_| Outcome::Taken), [2], "and not those that are long gone");
    }

    fn a_slow_turn_keeps_its_bag(town) {
        sends(town, CALM, 0..2);
        let sent = RefCell::new(Vec::new());
        let post = async |letter: &Letter| {
            tokio::time::sleep(Duration::from_secs(6)).await;
            sent.borrow_mut().push(number(letter));
            Outcome::Taken
        };
        // The clock runs on past what was promised at first; a sign of life in between renews it.
        let clock = async {
            tokio::time::sleep(Duration::from_millis(100)).await;
            town.app.clock().advance_s(14);
            tokio::time::sleep(Duration::from_millis(5_400)).await;
            town.app.clock().advance_s(10);
            run_due(&town.app, &post, &always).await
        };
        let (one, other) = town.waits_for(async { tokio::join!(run_due(&town.app, &post, &always), clock) });
        assert_eq!((one.unwrap(), other.unwrap()), (1, 0), "nobody else took it");
        assert_eq!(*sent.borrow(), [0, 1]);
    }

    fn who_dies_between_sending_and_noting_it_sends_it_again(town) {
        sends(town, CALM, 0..5);
        let (sent, stuck) = (RefCell::new(Vec::new()), Cell::new(true));
        let post = async |letter: &Letter| {
            sent.borrow_mut().push(number(letter));
            if number(letter) == 3 && stuck.get() {
                // The other side has it, and this process never hears so.
                std::future::pending::<()>().await;
            }
            Outcome::Taken
        };
        let killed = town.waits_for(async {
            tokio::time::timeout(Duration::from_millis(1_500), run_due(&town.app, &post, &always)).await
        });
        assert!(killed.is_err(), "it hung, and was killed");
        stuck.set(false);
        town.waits_for(run_due(&town.app, &post, &always)).unwrap();
        assert_eq!(*sent.borrow(), [0, 1, 2, 3], "for as long as it may be alive, nobody else carries its bag");
        town.app.clock().advance_s(16);
        town.waits_for(run_due(&town.app, &post, &always)).unwrap();
        assert_eq!(*sent.borrow(), [0, 1, 2, 3, 0, 1, 2, 3, 4], "again, in order, and none is missing");
        assert_eq!(of(town, CALM).waiting, 0);
    }

    fn two_carriers_never_hold_one_host(town) {
        let hosts: [&'static str; 4] = ["a.example", "b.example", "c.example", "d.example"];
        for host in hosts {
            sends(town, host, 0..12);
        }
        let (open, sent) = (RefCell::new(BTreeMap::<String, usize>::new()), RefCell::new(Vec::new()));
        let post = async |letter: &Letter| {
            let at_once = { let mut open = open.borrow_mut(); let own = open.entry(letter.domain.clone()).or_default(); *own += 1; *own };
            assert_eq!(at_once, 1, "{} is spoken to twice at once", letter.domain);
            tokio::time::sleep(Duration::from_millis(3)).await;
            *open.borrow_mut().get_mut(&letter.domain).unwrap() -= 1;
            sent.borrow_mut().push((letter.domain.clone(), number(letter)));
            Outcome::Taken
        };
        let carrier = || run_due(&town.app, &post, &always);
        let (one, other, third) = town.waits_for(async { tokio::join!(carrier(), carrier(), carrier()) });
        assert_eq!(one.unwrap() + other.unwrap() + third.unwrap(), 4, "one turn each");
        for host in hosts {
            let own: Vec<_> = sent.borrow().iter().filter(|(at, _)| at == host).map(|(_, n)| *n).collect();
            assert_eq!(own, (0..12).collect::<Vec<_>>());
        }
    }

    fn a_slow_host_keeps_nobody_waiting(town) {
        sends(town, "slow.example", 0..2);
        sends(town, CALM, 10..40);
        let heard = RefCell::new(Vec::new());
        let post = async |letter: &Letter| {
            if letter.domain == "slow.example" {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            heard.borrow_mut().push(number(letter));
            Outcome::Taken
        };
        town.waits_for(run_due(&town.app, &post, &always)).unwrap();
        assert_eq!(heard.borrow()[..30], (10..40).collect::<Vec<_>>());
        assert_eq!(heard.borrow()[30..], [0, 1]);
    }

    fn it_is_asked_in_the_last_moment_whether_a_letter_may_go(town) {
        links(town, peers::Links::Partners);
        befriends(town, CALM);
        sends(town, CALM, 0..3);
        let heard = RefCell::new(Vec::new());
        let post = async |letter: &Letter| {
            heard.borrow_mut().push((letter.kind, number(letter)));
            if number(letter) == 0 {
                // The door is shut while the first letter is on its way.
                let shut = town.app.write(|tx| tx.batch("UPDATE peer SET stance = 'block'")).await;
                shut.unwrap();
            }
            Outcome::Taken
        };
        town.waits_for(run_due(&town.app, &post, &peers::may_be_sent)).unwrap();
        assert_eq!(*heard.borrow(), [(Kind::Create, 0)]);
        assert_eq!(of(town, CALM).waiting, 0, "what may not go does not wait");

        town.arranges(|tx| enqueue(tx, &activity(Kind::Delete, "https://porch.example/p/0", 7), &[at(CALM)]));
        town.app.clock().advance_s(5);
        town.waits_for(run_due(&town.app, &post, &peers::may_be_sent)).unwrap();
        assert_eq!(heard.borrow()[1], (Kind::Delete, 7), "asking to let go is always allowed");
        assert_eq!(of(town, CALM).holds, 0);
    }

    fn while_a_host_has_to_look_everything_waits_and_nothing_is_lost(town) {
        links(town, peers::Links::Partners);
        befriends(town, CALM);
        town.arranges(|tx| peers::saw_key(tx, CALM, "first"));
        sends(town, CALM, 0..3);
        assert!(!town.arranges(|tx| peers::saw_key(tx, CALM, "second")));
        let heard = RefCell::new(Vec::new());
        let post = async |letter: &Letter| { heard.borrow_mut().push(number(letter)); Outcome::Taken };
        town.waits_for(run_due(&town.app, &post, &peers::may_be_sent)).unwrap();
        assert_eq!((heard.borrow().len(), of(town, CALM).waiting, of(town, CALM).failures), (0, 3, 0));
        town.arranges(|tx| peers::keep_key(tx, &hearthside::policy::Viewer::House, CALM));
        while of(town, CALM).waiting > 0 {
            town.waits_for(run_due(&town.app, &post, &peers::may_be_sent)).unwrap();
            town.app.clock().advance_s(2);
        }
        assert_eq!(*heard.borrow(), [0, 1, 2]);
    }

    fn the_dead_cost_the_living_nothing(town) {
        const ALL: usize = 300;
        const LIVING: usize = 30;
        town.arranges(|tx| {
            (0..ALL).try_for_each(|host| {
                let domain = format!("h{host}.example");
                enqueue(tx, &activity(Kind::Other, "o:1", host), &[at(&domain)])
            })
        });
        let (at_once, most, silent_most, calls) = (Cell::new(0), Cell::new(0), Cell::new(0), Cell::new(0));
        let post = async |letter: &Letter| {
            calls.set(calls.get() + 1);
            at_once.set(at_once.get() + 1_usize);
            most.set(most.get().max(at_once.get()));
            tokio::time::sleep(Duration::from_millis(1)).await;
            at_once.set(at_once.get() - 1);
            if number(letter) < LIVING { Outcome::Taken } else { SILENT }
        };
        town.waits_for(run_due(&town.app, &post, &always)).unwrap();
        assert_eq!(calls.get(), ALL);
        assert!(most.get() <= 64, "no more than so many in hand: {most:?}");

        // One letter to all: the living have it at once, and the dead are not asked before their time.
        calls.set(0);
        town.arranges(|tx| {
            let everybody: Vec<_> = (0..ALL).map(|host| at(&format!("h{host}.example"))).collect();
            enqueue(tx, &activity(Kind::Other, "o:2", 0), &everybody)
        });
        town.waits_for(run_due(&town.app, &post, &always)).unwrap();
        assert_eq!(calls.get(), LIVING);

        most.set(0);
        town.app.clock().advance_s(60);
        let post = async |_: &Letter| {
            at_once.set(at_once.get() + 1_usize);
            silent_most.set(silent_most.get().max(at_once.get()));
            tokio::time::sleep(Duration::from_millis(1)).await;
            at_once.set(at_once.get() - 1);
            SILENT
        };
        town.waits_for(run_due(&town.app, &post, &always)).unwrap();
        assert!((1..=16).contains(&silent_most.get()), "the silent have a queue of their own: {silent_most:?}");
    }
}

#[test]
fn processes_that_share_a_database_hear_of_each_others_letters() {
    let Some(town) = Town::on_postgres() else { return };
    let (url, rung) = (town.home().url(), Cell::new(0));
    town.waits_for(async {
        let hear = notify::hear(&url, LETTERS, || rung.set(rung.get() + 1));
        let speak = async {
            while rung.get() == 0 {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            let silent = town.app.write(|_| Ok(())).await;
            silent.unwrap();
            let told = town.app.write(|tx| enqueue(tx, &activity(Kind::Other, "o:1", 1), &[at(CALM)])).await;
            told.unwrap();
            while rung.get() < 2 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::select! {
            () = hear => {}
            () = speak => {}
            () = tokio::time::sleep(Duration::from_secs(10)) => panic!("nobody rang"),
        }
    });
    assert_eq!(rung.get(), 2, "once when it began to listen, once for the letter");
}
