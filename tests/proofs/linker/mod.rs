//! The dump linker: a thief holds a copy of every night, the order of every commit, and the ring, and guesses who is
//! behind each alias. They must do no better than chance; and as soon as one leak is written into what they hold, they must.

mod channels;
mod copies;
mod leaks;
mod odds;
mod pages;
mod town;

use std::collections::BTreeSet;

use channels::{CHANNELS, Channel, ORDER_OF_WORDS, XMIN};
use copies::Evidence;
use odds::{Verdict, better_than_chance, judge};
use town::{Size, lives};

use super::is_full;
use crate::harness::{Home, Town};

const SEED: u64 = 20_261_126;

/// The channels that are better than chance; says how each did.
fn found(evidence: &Evidence, channels: &[Channel]) -> Vec<&'static str> {
    better_than_chance(&verdicts(evidence, channels))
}

/// Those of them that find who told. That a member came for the first time in a week is written six to twelve hours later
/// (decision 18), so a copy of every night says in which night; whoever told that night is among a few. Channels that
/// see nights or commits are held to how often their first guess is right, and their p is told.
fn found_who_told(evidence: &Evidence, channels: &[Channel]) -> Vec<&'static str> {
    let (dated, others): (Vec<Channel>, Vec<Channel>) = channels
        .iter()
        .partition(|(name, _)| ["same night", "same commit"].iter().any(|end| name.ends_with(end)));
    let guessed = verdicts(evidence, &dated).into_iter().filter(|(_, verdict)| verdict.first > verdict.limit);
    found(evidence, &others).into_iter().chain(guessed.map(|(name, _)| name)).collect()
}

fn verdicts(evidence: &Evidence, channels: &[Channel]) -> Vec<(&'static str, Verdict)> {
    let verdicts: Vec<_> = channels
        .iter()
        .map(|(name, guess)| (*name, judge(&guess(evidence), &evidence.truth, SEED)))
        .collect();
    for (name, verdict) in &verdicts {
        eprintln!(
            "  {name}: first guess right {:.3} (chance gives up to {:.3}), p = {:.4}",
            verdict.first, verdict.limit, verdict.p
        );
    }
    verdicts
}

fn says(evidence: &Evidence) {
    eprintln!(
        "{} members, {} nights, {} aliases, {} commits",
        evidence.members.len(),
        evidence.nights.len(),
        evidence.aliases.len(),
        evidence.commits.len()
    );
    let opened = evidence.aliases.iter().filter(|alias| evidence.ban_tag(**alias).is_some()).count();
    eprintln!("the ring opens the seals of {opened}: the ties of the others are over");
    assert!(opened > 0, "the thief holds less than meant");
    assert!(evidence.aliases.len() >= evidence.members.len(), "too few aliases to prove anything");
}

#[test]
fn a_thief_of_every_copy_and_the_ring_does_no_better_than_chance() {
    let size = if is_full() { Size { members: 200, days: 56 } } else { Size { members: 16, days: 56 } };
    let (town, mut evidence, told) = lives(Home::sqlite(), size, SEED);
    says(&evidence);
    assert_eq!(found(&evidence, CHANNELS), Vec::<&str>::new());
    pages::hold_no_page_of_both_sides(&town);
    eprintln!("told, and not held to chance:");
    found(&evidence, &[ORDER_OF_WORDS]);
    for (what, leak, channel) in leaks::LEAKS {
        eprintln!("planted: {what}");
        let undo = leak(&mut evidence);
        let caught = found(&evidence, CHANNELS);
        assert!(caught.contains(channel), "{what} is not found by {channel:?}, but by {caught:?}");
        undo(&mut evidence);
    }
    assert_eq!(found(&evidence, CHANNELS), Vec::<&str>::new(), "what was planted is taken out again");
    who_told_is_not_found(&mut evidence.of_what_was_told(&town, &told));
    after_the_ties_are_over(&town, &evidence);
}

/// The same copies do not say who told either; and would, if one of the leaks were there.
fn who_told_is_not_found(evidence: &mut Evidence) {
    eprintln!("who told: {} concerns", evidence.aliases.len());
    assert!(evidence.aliases.len() > evidence.members.len(), "too little was told to prove anything");
    assert_eq!(found_who_told(evidence, CHANNELS), Vec::<&str>::new());
    for (what, leak, channel) in leaks::LEAKS.iter().filter(|(what, ..)| !what.contains("seal")) {
        eprintln!("planted: {what}");
        let undo = leak(evidence);
        let caught = found_who_told(evidence, CHANNELS);
        assert!(caught.contains(channel), "{what} is not found by {channel:?}, but by {caught:?}");
        undo(evidence);
    }
}

/// Five months later the ring opens nothing that any old copy holds, and no row bears what it bore.
fn after_the_ties_are_over(town: &Town, before: &Evidence) {
    for _ in 0..26 {
        town.waits_s(6 * 86_400);
    }
    let now = copies::months(town);
    assert!(
        before.months.keys().all(|month| !now.contains_key(month)),
        "a key outlived its time: {:?}",
        now.keys()
    );
    assert_eq!(town.count("SELECT count(*) AS n FROM alias WHERE state <> 'expired'"), 0);
    let opened = |alias: &i64| {
        let row = before.alias[alias].iter().find(|(table, _)| table == "alias").unwrap();
        let seal = row.1.split('\'').max_by_key(|word| word.len()).unwrap();
        now.values().any(|key| hearthside::keys::BanTag::open(seal, key, &alias.to_string()).is_some())
    };
    assert!(!before.aliases.iter().any(opened), "an old copy opens with the ring of today");
    // Those whose ties lived when the last copy was made; the others bore chance by then, and still do.
    let lived = before.aliases.iter().filter(|alias| before.ban_tag(**alias).is_some());
    let old: BTreeSet<&str> = lived
        .flat_map(|alias| &before.alias[alias])
        .filter(|(table, _)| table == "alias")
        .flat_map(|(_, row)| row.split('\'').filter(|word| word.len() >= 32))
        .collect();
    assert!(old.len() > 3, "no tie lived");
    let still = town.lines("SELECT tag AS line FROM alias UNION ALL SELECT entry FROM alias UNION ALL SELECT ban_seal FROM alias");
    assert!(!still.iter().any(|value| old.contains(value.as_str())), "a mark outlived its tie");
}

#[test]
fn on_postgres_the_transactions_of_rows_tell_nothing_either() {
    let Some(home) = Home::postgres() else { return };
    let size = if is_full() { Size { members: 60, days: 56 } } else { Size { members: 10, days: 24 } };
    let (town, mut evidence, told) = lives(home, size, SEED);
    says(&evidence);
    let channels: Vec<Channel> = CHANNELS.iter().copied().chain([XMIN]).collect();
    assert_eq!(found(&evidence, &channels), Vec::<&str>::new());
    eprintln!("who told: {} concerns", told.len());
    assert_eq!(found_who_told(&evidence.of_what_was_told(&town, &told), &channels), Vec::<&str>::new());
    leaks::shared_transaction(&mut evidence);
    assert!(
        found(&evidence, &channels).contains(&XMIN.0),
        "planted: an account's row in the alias's transaction"
    );
}
