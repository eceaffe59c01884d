//! Towns that speak with each other: each a whole server of its own on this machine, with a clock of its own.

use std::cell::RefCell;

use hearthside::federation::delivery::{self, Letter};
use hearthside::federation::peers::{self, Domain, Links};
use hearthside::federation::{actors, far, inbound, outbound};
use hearthside::forum::members;
use hearthside::policy::{Reach, Viewer};

use super::own_of;
use crate::forum::said::viewer;
use crate::harness::{Home, Person, Town};

/// Turns after which nothing may be left to do.
const TURNS: usize = 40;

/// Towns, and every byte that left any of them.
pub struct Towns {
    /// In the order they were founded.
    pub all: Vec<Town>,
    posted: RefCell<Vec<(usize, Letter)>>,
}

impl Towns {
    /// So many towns on SQLite, each the partner of each other.
    pub fn on_sqlite(many: u64) -> Self {
        Self::of((0..many).map(|seed| Town::on_the_network(Home::sqlite(), 70 + seed)).collect())
    }

    /// The same on PostgreSQL, unless that is skipped aloud.
    pub fn on_postgres(many: u64) -> Option<Self> {
        let towns = (0..many).map(|seed| Some(Town::on_the_network(Home::postgres()?, 70 + seed)));
        Some(Self::of(towns.collect::<Option<Vec<_>>>()?))
    }

    fn of(all: Vec<Town>) -> Self {
        for town in &all {
            let own = own_of(town);
            town.opens_its_doors("open");
            town.arranges(move |tx| peers::set_links(tx, &Viewer::House, &own, Links::Partners));
        }
        Self { all, posted: RefCell::default() }
    }

    /// One asks, the other says yes, as their hosts would.
    pub fn befriend(&self, one: usize, other: usize) {
        for (asks, asked) in [(one, other), (other, one)] {
            let (own, theirs) = (own_of(&self.all[asks]), own_of(&self.all[asked]).host);
            self.all[asks].arranges(move |tx| {
                let domain = Domain::parse(&theirs, &own.host)?;
                peers::ask(tx, &Viewer::House, &own, &domain)
            });
            self.settle();
        }
    }

    /// Lets everything happen that is due anywhere, until nothing is left.
    pub fn settle(&self) {
        for _ in 0..TURNS {
            let mut done = 0;
            for (number, town) in self.all.iter().enumerate() {
                done += town.waits_for(town.app.run_due_jobs()).unwrap();
                let post = async |letter: &Letter| {
                    self.posted.borrow_mut().push((number, letter.clone()));
                    actors::post(&town.app, letter).await
                };
                done += town.waits_for(delivery::run_due(&town.app, &post, &outbound::still_may)).unwrap();
                done += opens_parcels(town);
            }
            if done == 0 {
                return;
            }
            for town in &self.all {
                town.app.clock().advance_s(2);
            }
        }
        panic!("towns have gone on speaking for {TURNS} turns");
    }

    /// All that left a town since the last look.
    pub fn posted(&self, from: usize) -> Vec<Letter> {
        let mut posted = self.posted.borrow_mut();
        let (theirs, others) = posted.drain(..).partition(|(number, _)| *number == from);
        *posted = others;
        let theirs: Vec<(usize, Letter)> = theirs;
        theirs.into_iter().map(|(_, letter)| letter).collect()
    }
}

/// Opens what came to a town; returns how many that were.
fn opens_parcels(town: &Town) -> usize {
    town.waits_for(inbound::open_due(&town.app)).unwrap()
}

/// The group of one town as it stands in another; made if need be. Returns its name there.
pub fn mirrored(towns: &Towns, (home, group): (usize, &str), at: usize) -> String {
    let own = own_of(&towns.all[home]);
    let actor = format!("{}/g/{group}", own.origin);
    let about = far::About {
        actor: actor.clone(),
        domain: own.host,
        handle: group.to_owned(),
        title: "Night owls".to_owned(),
        purpose: "For those who lie awake.".to_owned(),
        language: "en".to_owned(),
        reach: Reach::Partners,
        inbox: format!("{actor}/inbox"),
        shared: format!("{}/inbox", own.origin),
        outbox: format!("{actor}/outbox"),
        moderators: Vec::new(),
    };
    towns.all[at].arranges(move |tx| far::mirror(tx, &about)).name
}

/// A member joins the mirror of a group elsewhere.
pub fn joins(towns: &Towns, at: usize, person: &Person, name: &str) {
    let (by, name) = (viewer(person, false), name.to_owned());
    towns.all[at].arranges(move |tx| members::join(tx, &by, &name).map(drop));
    towns.settle();
}

/// The address of the one thread of a town whose words begin so, as people there have it.
pub fn thread_saying(town: &Town, words: &str) -> Option<String> {
    town.lines(&format!("SELECT public_id AS line FROM thread WHERE body LIKE '{words}%'")).pop()
}

/// How many replies with such words stand in a town.
pub fn replies_saying(town: &Town, words: &str) -> usize {
    let sql = format!(
        "SELECT public_id AS line FROM reply WHERE body LIKE '{words}%' AND taken_back_at IS NULL AND removed_at IS NULL"
    );
    town.lines(&sql).len()
}
