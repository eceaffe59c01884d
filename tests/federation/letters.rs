//! What waits for a host: in order, nothing superfluous, each bag in one pair of hands.

use std::collections::BTreeMap;

use hearthside::federation::delivery::{
    self, Became, Carried, End, Kind, Letter, Why, claim, dead_letters, enqueue, health, holders, settle,
};
use hearthside::kernel::Error;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::{activity, at};
use crate::harness::Town;

const FIRST: &str = "first.example";
const HOSTS: [&str; 2] = [FIRST, "second.example"];

fn sends(town: &Town, kind: Kind, object: &'static str, number: usize) {
    town.arranges(move |tx| enqueue(tx, &activity(kind, object, number), &HOSTS.map(at)));
}

/// All that waits for a host, read in turns of a bag.
fn read(tx: &mut hearthside::db::Tx<'_>, domain: &str, most: usize) -> Result<Vec<Letter>, Error> {
    let (mut found, mut after) = (Vec::new(), None);
    while found.len() < most {
        let Some(letter) = delivery::next(tx, domain, after)? else { break };
        after = Some((letter.id, letter.inbox.clone()));
        found.push(letter);
    }
    Ok(found)
}

fn waiting(town: &Town, domain: &'static str) -> Vec<(Kind, String)> {
    let letters = town.arranges(move |tx| read(tx, domain, usize::MAX));
    letters.into_iter().map(|letter| (letter.kind, String::from_utf8(letter.body).unwrap())).collect()
}

/// What somebody may do in a story: say something about an object, or let a host take so many letters.
#[derive(Debug, Clone)]
enum Deed {
    Says(Kind, u8),
    Takes(usize, usize),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let kind = prop_oneof![
        3 => Just(Kind::Create), 4 => Just(Kind::Update), 2 => Just(Kind::Delete), 1 => Just(Kind::Other)
    ];
    let says = (kind, 0..3_u8).prop_map(|(kind, object)| Deed::Says(kind, object));
    let takes = (0..2_usize, 1..4_usize).prop_map(|(host, most)| Deed::Takes(host, most));
    prop::collection::vec(prop_oneof![3 => says, 1 => takes], 1..25)
}

/// What a host has read: per object the last it was told, and all that was neither about having nor letting go.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Knows {
    words: BTreeMap<String, Vec<u8>>,
    others: Vec<Vec<u8>>,
    last: i64,
}

impl Knows {
    fn hears(&mut self, letter: &Letter) {
        assert!(letter.id > self.last, "letters come in the order in which they left");
        self.last = letter.id;
        self.told(letter.kind, &letter.object, &letter.body);
    }

    fn told(&mut self, kind: Kind, object: &str, body: &[u8]) {
        match kind {
            Kind::Create | Kind::Update => {
                self.words.insert(object.to_owned(), body.to_vec());
            }
            Kind::Delete => {
                self.words.remove(object);
            }
            Kind::Other | Kind::Link => self.others.push(body.to_vec()),
        }
    }
}

fn takes(town: &Town, host: &'static str, most: usize, knows: &mut Knows) {
    let letters = town.arranges(move |tx| {
        delivery::wake(tx, host)?;
        let bags = claim(tx, 9, 9)?;
        let mut taken = Vec::new();
        for bag in bags {
            let most = if bag.domain == host { most } else { 0 };
            let letters = read(tx, &bag.domain, most)?;
            let carried: Vec<_> = letters
                .iter()
                .map(|letter| Carried { letter: letter.clone(), became: Became::Taken })
                .collect();
            assert!(settle(tx, &bag, &carried, End::Well)?);
            taken.extend(letters);
        }
        Ok(taken)
    });
    for letter in &letters {
        knows.hears(letter);
    }
    town.app.clock().advance_s(2);
}

/// Whatever is left out on the way, in the end each host knows what it would know had it heard everything.
fn all_that_is_left_out_is_superfluous(town: &Town, cases: u32) {
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let told = runner.run(&deeds(), |deeds| {
        town.arranges(|tx| {
            tx.batch("DELETE FROM delivery; DELETE FROM activity; DELETE FROM mailbag; DELETE FROM holding")
        });
        let (mut have, mut would) = ([Knows::default(), Knows::default()], Knows::default());
        for (number, deed) in deeds.into_iter().enumerate() {
            match deed {
                Deed::Says(kind, object) => {
                    let object: &'static str = ["o:1", "o:2", "o:3"][usize::from(object)];
                    sends(town, kind, object, number);
                    would.told(kind, object, &activity(kind, object, number).body);
                }
                Deed::Takes(host, most) => takes(town, HOSTS[host], most, &mut have[host]),
            }
        }
        for (host, knows) in HOSTS.into_iter().zip(&mut have) {
            takes(town, host, usize::MAX, knows);
            prop_assert_eq!(&knows.words, &would.words);
            prop_assert_eq!(&knows.others, &would.others);
            let held: Vec<String> =
                town.arranges(move |tx| delivery::holds(tx, host)).into_iter().map(|(o, _)| o).collect();
            prop_assert_eq!(held, would.words.keys().cloned().collect::<Vec<_>>(), "what it holds is known");
        }
        Ok(())
    });
    told.unwrap();
}

on_both! {
    fn an_update_takes_the_place_of_another_and_a_request_to_let_go_that_of_all(town) {
        sends(town, Kind::Create, "o:1", 1);
        sends(town, Kind::Update, "o:1", 2);
        sends(town, Kind::Other, "o:1", 3);
        sends(town, Kind::Update, "o:1", 4);
        sends(town, Kind::Update, "o:2", 5);
        let told = |kind, n: i32| (kind, format!("{{\"n\":{n}}}"));
        assert_eq!(waiting(town, FIRST), [told(Kind::Create, 1), told(Kind::Other, 3), told(Kind::Update, 4), told(Kind::Update, 5)]);

        sends(town, Kind::Delete, "o:1", 6);
        let left = [told(Kind::Other, 3), told(Kind::Update, 5), told(Kind::Delete, 6)];
        assert_eq!((waiting(town, FIRST), waiting(town, HOSTS[1])), (left.to_vec(), left.to_vec()));
        assert_eq!(town.count("SELECT count(*) AS n FROM activity"), 3, "words nobody waits for are not kept");
    }

    fn words_taken_back_go_nowhere_also_not_to_those_that_are_not_told(town) {
        sends(town, Kind::Create, "o:1", 1);
        town.arranges(|tx| enqueue(tx, &activity(Kind::Delete, "o:1", 2), &[at(FIRST)]));
        assert_eq!(waiting(town, HOSTS[1]), []);
        town.arranges(|tx| enqueue(tx, &activity(Kind::Delete, "o:1", 3), &[]));
    }

    fn what_is_left_out_on_the_way_is_superfluous(town) {
        let cases = if town.home().database_url().is_some() { 12 } else { 48 };
        all_that_is_left_out_is_superfluous(town, cases);
    }

    fn who_held_a_bag_before_settles_nothing(town) {
        sends(town, Kind::Create, "o:1", 1);
        let mine = town.arranges(|tx| claim(tx, 1, 0)).remove(0);
        assert_eq!(town.arranges(|tx| claim(tx, 9, 9)).len(), 1, "the other host's bag, and not this one");
        let domain = mine.domain.clone();
        town.arranges(move |tx| delivery::wake(tx, &domain));
        assert_eq!(town.arranges(|tx| claim(tx, 9, 9)), [], "nor when somebody asks for haste");

        // The clock of another machine is far ahead: for it, the time of this bag is over.
        town.app.clock().advance_s(601);
        let theirs = town.arranges(|tx| claim(tx, 9, 9));
        let theirs = theirs.into_iter().find(|bag| bag.domain == mine.domain).unwrap();
        assert!(theirs.fence > mine.fence);
        let domain = mine.domain.clone();
        let letter = town.arranges(move |tx| delivery::next(tx, &domain, None)).unwrap();
        let carried = vec![Carried { letter, became: Became::Taken }];
        let (bag, late) = (mine.clone(), carried.clone());
        assert!(!town.arranges(move |tx| settle(tx, &bag, &late, End::Well)));
        assert_eq!(town.arranges(|tx| holders(tx, "o:1")), [""; 0], "nothing was changed");
        assert!(town.arranges(move |tx| settle(tx, &theirs, &carried, End::Well)));
        assert_eq!(town.arranges(|tx| holders(tx, "o:1")), [mine.domain]);
    }

    fn what_is_late_is_given_up_and_a_request_to_let_go_is_tried_for_longer(town) {
        town.begins();
        sends(town, Kind::Create, "o:1", 1);
        sends(town, Kind::Delete, "o:2", 2);
        for _ in 0..9 {
            town.waits_s(86_400);
        }
        assert_eq!(waiting(town, FIRST).iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), [Kind::Delete]);
        let dead = town.arranges(|tx| dead_letters(tx, FIRST));
        assert_eq!((dead.len(), dead[0].reason.as_str()), (1, Why::TooLate.code()));
        town.arranges(|tx| delivery::retry(tx, FIRST));
        assert_eq!(waiting(town, FIRST).len(), 2, "in the order in which they left");
        assert_eq!(waiting(town, FIRST)[0].0, Kind::Create);

        for _ in 0..71 {
            town.waits_s(86_400);
        }
        assert_eq!(town.arranges(|tx| health(tx, FIRST)).waiting, 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM activity"), 0, "and forgotten in the end");
    }
}
