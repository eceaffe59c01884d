//! Communities that read each other: a question asked by one host and answered by another, a group followed, and all that
//! happens in it.

use hearthside::db::Tx;
use hearthside::federation::delivery::{self, Kind, Letter};
use hearthside::federation::outbound;
use hearthside::federation::peers::{self, Decision, Domain, Stance};
use hearthside::forum::{members, replies, threads};
use hearthside::kernel::{Bounded, Error, PublicId};
use hearthside::policy::{Reach, Viewer};

use super::own_of;
use super::two::{Towns, joins, mirrored, replies_saying, thread_saying};
use crate::forum::said::{answers, opens, viewer};
use crate::harness::{Person, Town};
use crate::safety::{decides, tells, the_act, the_case};

/// A group whose posts travel to partners.
pub fn night_owls(town: &Town, people: &[&Person]) {
    let group = town.group("night-owls", Reach::Partners, people);
    town.arranges(move |tx| {
        tx.batch(&format!("UPDATE \"group\" SET reach = 'partners', listed = 'everyone' WHERE id = {group}"))
    });
}

fn states(town: &Town) -> Vec<String> {
    town.lines("SELECT state AS line FROM far_group")
}

/// Two hosts become partners, each in a browser.
fn become_partners(towns: &Towns) {
    let (alder, birch) = (towns.all[0].host("Patient Alder"), towns.all[1].host("Patient Birch"));
    let (here, there) = (own_of(&towns.all[0]).host, own_of(&towns.all[1]).host);
    let page = alder.visits("/host/partners").is(200);
    alder.fills(&page, "/host/partners", &[("domain", &there)]).is(303);
    towns.settle();
    let asked = format!("/host/partners/{here}");
    let page = birch.visits(&asked).is(200);
    birch.fills(&page, &format!("{asked}/accept"), &[]).is(303);
    towns.settle();
    alder.visits(&format!("/host/partners/{there}")).is(200).shows("You are partners.");
    birch.visits(&asked).is(200).shows("You are partners.");
}

fn journey(towns: &Towns) {
    become_partners(towns);
    let (here, there) = (&towns.all[0], &towns.all[1]);
    let (maya, ada) = (here.person("Maya Lake"), there.person("Quiet Ada"));
    night_owls(there, &[&ada]);
    let name = mirrored(towns, (1, "night-owls"), 0);
    joins(towns, 0, &maya, &name);
    assert_eq!(states(here), ["in"]);

    let thread = opens(there, &ada, "night-owls", "Awake again.");
    towns.settle();
    let copy = thread_saying(here, "Awake again.").expect("it is read there");
    maya.visits(&format!("/p/{copy}")).is(200).shows("Awake again.").shows("Quiet");
    answers(here, &maya, &copy, "So am I.");
    towns.settle();
    ada.visits(&format!("/p/{thread}")).is(200).shows("So am I.").shows("Maya");

    let asked = opens(here, &maya, &name, "A question of mine.");
    towns.settle();
    let theirs = thread_saying(there, "A question of mine.").expect("it stands at the group's home");
    answers(there, &ada, &theirs, "An answer.");
    towns.settle();
    maya.visits(&format!("/p/{asked}")).is(200).shows("An answer.");

    let (id, by) = (PublicId::parse(&thread).unwrap(), viewer(&ada, false));
    there.arranges(move |tx| threads::lock(tx, &by, &id, &Bounded::parse("cooling down").unwrap()));
    towns.settle();
    assert_eq!(
        here.count("SELECT count(*) AS n FROM thread WHERE locked_at IS NOT NULL"),
        1,
        "and locked there"
    );

    let (by, group) = (viewer(&maya, false), name.clone());
    here.arranges(move |tx| members::leave(tx, &by, &group));
    towns.settle();
    assert_eq!(
        (states(here), there.count("SELECT count(*) AS n FROM follower")),
        (vec!["left".to_owned()], 0)
    );
    opens(there, &ada, "night-owls", "Nobody there hears this.");
    towns.settle();
    assert_eq!(thread_saying(here, "Nobody there"), None);
}

#[test]
fn two_communities_read_each_other_on_sqlite() {
    journey(&Towns::on_sqlite(2));
}

#[test]
fn two_communities_read_each_other_on_postgres() {
    if let Some(towns) = Towns::on_postgres(2) {
        journey(&towns);
    }
}

/// Three communities: Maya here, Ada at the group's home, Wren at a third.
fn three() -> (Towns, [Person; 3], [String; 2]) {
    let towns = Towns::on_sqlite(3);
    for (one, other) in [(0, 1), (1, 2)] {
        towns.befriend(one, other);
    }
    let people = [
        towns.all[0].person("Maya Lake"),
        towns.all[1].person("Quiet Ada"),
        towns.all[2].person("Small Wren"),
    ];
    night_owls(&towns.all[1], &[&people[1]]);
    let names = [mirrored(&towns, (1, "night-owls"), 0), mirrored(&towns, (1, "night-owls"), 2)];
    joins(&towns, 0, &people[0], &names[0]);
    joins(&towns, 2, &people[2], &names[1]);
    (towns, people, names)
}

#[test]
fn what_one_community_says_in_anothers_group_is_read_by_a_third_changed_and_taken_back() {
    let (towns, [maya, ada, _], _) = three();
    let (here, home, third) = (&towns.all[0], &towns.all[1], &towns.all[2]);
    opens(home, &ada, "night-owls", "Awake again.");
    towns.settle();
    let copy = thread_saying(here, "Awake again.").unwrap();
    let reply = answers(here, &maya, &copy, "So am I.");
    towns.settle();
    assert_eq!((replies_saying(home, "So am I."), replies_saying(third, "So am I.")), (1, 1));

    let place = (PublicId::parse(&copy).unwrap(), PublicId::parse(&reply).unwrap());
    let (by, at) = (viewer(&maya, false), place.clone());
    let change = replies::Change {
        body: Bounded::parse("So was I.").unwrap(),
        notes: Vec::new(),
        note_words: Bounded::parse("").unwrap(),
        lasting: None,
    };
    here.arranges(move |tx| replies::edit(tx, &by, (&at.0, &at.1), &change));
    towns.settle();
    assert_eq!((replies_saying(home, "So was I."), replies_saying(third, "So was I.")), (1, 1));

    let by = viewer(&maya, false);
    here.arranges(move |tx| replies::take_back(tx, &by, (&place.0, &place.1)));
    towns.settle();
    assert_eq!((replies_saying(home, "So"), replies_saying(third, "So")), (0, 0));
}

/// A concern is decided at the group's home; words are out of sight at those who follow, and back when it is taken back.
#[test]
fn what_is_put_out_of_sight_is_so_for_those_who_follow_until_it_is_back() {
    let (towns, [maya, ada, wren], _) = three();
    let (here, home, third) = (&towns.all[0], &towns.all[1], &towns.all[2]);
    let thread = opens(home, &ada, "night-owls", "Awake again.");
    towns.settle();
    let copy = thread_saying(here, "Awake again.").unwrap();
    answers(here, &maya, &copy, "Buy this.");
    towns.settle();
    assert_eq!((replies_saying(home, "Buy"), replies_saying(third, "Buy")), (1, 1));

    let reply = home.lines("SELECT public_id AS line FROM reply").swap_remove(0);
    let tom = home.person("Passing Heron");
    tells(&tom, &format!("/p/{thread}/r/{reply}"), &[("reason", "solicitation")]).is(303);
    let case = the_case(&ada);
    decides(&ada, &case, &[("verb", "remove"), ("words", "Not here.")]).is(303);
    towns.posted(1);
    towns.settle();
    assert_eq!((replies_saying(home, "Buy"), replies_saying(third, "Buy")), (0, 0));
    assert!(!third.lines("SELECT body AS line FROM reply").is_empty(), "its writer can still take it back");
    let said = towns
        .posted(1)
        .iter()
        .map(|letter| String::from_utf8_lossy(&letter.body).into_owned())
        .collect::<String>();
    assert!(said.contains("Delete") && !said.contains("Ada"), "the group says it: {said}");

    let undo = the_act(&ada, "/look/done");
    let page = ada.visits("/look/done").is(200);
    ada.fills(&page, &undo, &[]).is(303);
    towns.settle();
    assert_eq!((replies_saying(home, "Buy"), replies_saying(third, "Buy")), (1, 1));
    let place = thread_saying(third, "Awake again.").unwrap();
    wren.visits(&format!("/p/{place}")).is(200).shows("Buy this.");
}

#[test]
fn a_kind_word_from_elsewhere_is_put_and_taken_back() {
    let (towns, [maya, ada, _], _) = three();
    let (here, home, third) = (&towns.all[0], &towns.all[1], &towns.all[2]);
    opens(home, &ada, "night-owls", "Awake again.");
    towns.settle();
    let copy = thread_saying(here, "Awake again.").unwrap();
    answers(here, &maya, &copy, "So am I.");
    let page = maya.visits("/you/safety").is(200);
    maya.fills(&page, "/you/safety/kind-words", &[("travel", "1")]).is(303);
    let react = format!("/p/{copy}/react");
    for (word, proud) in [("proud", 1), ("proud", 0)] {
        let page = maya.visits(&format!("/p/{copy}")).is(200);
        maya.fills(&page, &react, &[("kind", word)]).is(303);
        towns.settle();
        for town in [home, third] {
            assert_eq!(town.count("SELECT sum(proud_count) AS n FROM thread"), proud);
        }
    }
}

#[test]
fn nothing_that_must_not_leave_is_in_any_byte_that_leaves() {
    let (towns, [_, ada, _], _) = three();
    let home = &towns.all[1];
    towns.posted(1);
    let mut secret = vec!["within".to_owned()];
    for reach in [Reach::Group, Reach::Community] {
        let thread = crate::forum::said::opens_as(home, &ada, "night-owls", "kept within", |draft| {
            draft.reach = Some(reach);
        });
        secret.push(answers(home, &ada, &thread, "answered within"));
        secret.push(thread);
    }
    let open = opens(home, &ada, "night-owls", "for partners");
    towns.settle();
    let bytes: String =
        towns.posted(1).iter().map(|letter| String::from_utf8_lossy(&letter.body).into_owned()).collect();
    assert!(bytes.contains(&open));
    for word in secret {
        assert!(!bytes.contains(&word), "{word}");
    }
}

#[test]
fn a_group_narrowed_to_its_community_stops_and_calls_its_words_back() {
    let (towns, [_, ada, _], _) = three();
    let (here, home, third) = (&towns.all[0], &towns.all[1], &towns.all[2]);
    opens(home, &ada, "night-owls", "Awake again.");
    towns.settle();
    assert!(thread_saying(here, "Awake").is_some() && thread_saying(third, "Awake").is_some());
    let page = ada.visits("/g/night-owls/edit").is(200);
    let shape = [("ceiling", "community"), ("reach", "community"), ("purpose", "For those who lie awake.")];
    ada.fills(&page, "/g/night-owls/edit", &shape).is(303);
    opens(home, &ada, "night-owls", "Only here.");
    towns.settle();
    for town in [here, third] {
        assert_eq!(town.count(STANDING), 0);
    }
}

const STANDING: &str = "SELECT count(*) AS n FROM thread WHERE taken_back_at IS NULL AND removed_at IS NULL";

/// Both sides held words of the other; a third goes on as before.
fn parts(
    part: impl Fn(&mut Tx<'_>, &peers::Own, &str) -> Result<(), Error> + Send + 'static,
) -> (Towns, Person) {
    let (towns, [maya, ada, _], _) = three();
    let (here, home, third) = (&towns.all[0], &towns.all[1], &towns.all[2]);
    opens(home, &ada, "night-owls", "Awake again.");
    towns.settle();
    answers(here, &maya, &thread_saying(here, "Awake again.").unwrap(), "So am I.");
    towns.settle();
    assert_eq!((here.count(STANDING), replies_saying(home, "So am I.")), (1, 1));

    let (own, host) = (own_of(home), own_of(here).host);
    home.arranges(move |tx| part(tx, &own, &host));
    towns.settle();
    assert_eq!([here.count(STANDING), home.count(STANDING), third.count(STANDING)], [0, 1, 1]);
    (towns, ada)
}

#[test]
fn two_communities_that_part_let_go_of_what_each_gave_the_other() {
    let (towns, _) = parts(|tx, own, host| peers::end(tx, &Viewer::House, own, host));
    assert_eq!(replies_saying(&towns.all[1], "So am I."), 0);
}

#[test]
fn whoever_is_shut_out_lets_go_of_what_it_was_given_and_gets_nothing_more() {
    let (towns, ada) = parts(|tx, own, host| {
        let decision =
            Decision { stance: Stance::Block, has_media: true, comment: Bounded::clipped("unkind") };
        peers::decide(tx, &Viewer::House, own, &Domain::parse(host, &own.host)?, &decision)
    });
    opens(&towns.all[1], &ada, "night-owls", "After the door was shut.");
    towns.settle();
    assert_eq!(thread_saying(&towns.all[0], "After"), None);
}

/// A carrier that dies between sending and writing down sends again; what arrives has its effect once.
#[test]
fn what_is_sent_twice_happens_once() {
    let (towns, [_, ada, _], _) = three();
    let (here, home) = (&towns.all[0], &towns.all[1]);
    opens(home, &ada, "night-owls", "Awake again.");
    home.settles();
    let (host, count) = (own_of(here).host, std::cell::Cell::new(0));
    let post = async |letter: &Letter| {
        let outcome = hearthside::federation::actors::post(&home.app, letter).await;
        if letter.domain == host && letter.kind == Kind::Create {
            count.set(count.get() + 1);
            // As if the answer had never come.
            return delivery::Outcome::Again { after: None, why: delivery::Why::Unreachable };
        }
        outcome
    };
    home.waits_for(delivery::run_due(&home.app, &post, &outbound::still_may)).unwrap();
    home.app.clock().advance_s(60);
    assert_eq!(count.get(), 1);
    towns.settle();
    assert_eq!(here.count("SELECT count(*) AS n FROM thread"), 1);
    assert_eq!(home.count("SELECT count(*) AS n FROM delivery"), 0);
}
