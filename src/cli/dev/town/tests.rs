//! The town holds together: everybody exists, and nobody speaks where they are not.

use std::collections::HashSet;

use super::*;
use crate::identity::names;
use crate::kernel::{markdown, text};

fn town() -> Town {
    read().unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn the_town_has_its_size() {
    let town = town();
    assert_eq!((town.people.len(), town.groups.len(), town.threads.len()), (12, 4, 40));
    assert_eq!(town.people.iter().filter(|person| person.is_host).count(), 1);
    let kinds: HashSet<Kind> = town.threads.iter().map(|thread| thread.kind).collect();
    let asks: HashSet<Ask> = town.threads.iter().map(|thread| thread.ask).collect();
    assert_eq!((kinds.len(), asks.len()), (Kind::ALL.len(), Ask::ALL.len()));
    assert!(town.threads.iter().filter(|thread| thread.replies.is_empty()).count() >= 3);
}

#[test]
fn everybody_has_a_made_up_name_and_a_group_that_exists() {
    let town = town();
    let slugs: HashSet<&str> = town.groups.iter().map(|group| group.slug.as_str()).collect();
    let keys: HashSet<String> = town.people.iter().map(|person| names::key(&person.name)).collect();
    assert_eq!(keys.len(), town.people.len());
    for person in &town.people {
        assert!(names::check(&person.name).is_ok(), "{}", person.name);
        assert!(person.groups.iter().all(|slug| slugs.contains(slug.as_str())), "{}", person.name);
    }
}

#[test]
fn somebody_is_around_to_listen_at_every_hour() {
    let hours: Vec<Hours> = town().people.into_iter().filter_map(|person| person.lamp).collect();
    let is_on = |lamp: &Hours, hour: i64| {
        if lamp.from < lamp.to {
            (lamp.from..lamp.to).contains(&hour)
        } else {
            hour >= lamp.from || hour < lamp.to
        }
    };
    for hour in 0..24 {
        assert!(hours.iter().any(|lamp| is_on(lamp, hour)), "{hour}");
    }
}

#[test]
fn nobody_speaks_where_they_are_not() {
    let town = town();
    let is_in = |name: &str, slug: &String| {
        town.people.iter().any(|person| person.name == name && person.groups.contains(slug))
    };
    for group in &town.groups {
        assert!(group.keepers.iter().all(|name| is_in(name, &group.slug)), "{}", group.slug);
    }
    let strays: Vec<(&str, &str)> = town
        .threads
        .iter()
        .flat_map(|thread| {
            std::iter::once(&thread.by)
                .chain(thread.replies.iter().map(|reply| &reply.by))
                .map(move |by| (by, thread))
        })
        .filter(|(by, thread)| !is_in(by, &thread.group))
        .map(|(by, thread)| (by.as_str(), thread.title.as_str()))
        .collect();
    assert_eq!(strays, []);
}

#[test]
fn answers_answer_something_said_before() {
    for thread in town().threads {
        for (at, reply) in thread.replies.iter().enumerate() {
            assert!(reply.to.is_none_or(|to| to < at), "{}: {at}", thread.title);
        }
        assert!(thread.replies.len() <= 12);
    }
}

#[test]
fn notes_follow_the_rules_of_the_group() {
    let town = town();
    for thread in &town.threads {
        let group = town.groups.iter().find(|group| group.slug == thread.group);
        let rule = |note| group.and_then(|group| group.notes.get(note));
        assert!(thread.notes.iter().all(|note| rule(note) != Some(&NoteRule::NotHere)), "{}", thread.title);
    }
}

#[test]
fn there_are_people_enough_to_react() {
    let town = town();
    for thread in &town.threads {
        let wanted: usize = thread.reactions.values().sum();
        let names: HashSet<&str> = town.reactions(thread).map(|(person, _)| person.name.as_str()).collect();
        assert_eq!(names.len(), wanted, "{}", thread.title);
        assert!(!names.contains(thread.by.as_str()));
    }
}

#[test]
fn every_word_could_have_been_typed_here() {
    for thread in town().threads {
        assert_eq!(text::line(&thread.title, 3, 200).as_ref(), Ok(&thread.title));
        for body in std::iter::once(&thread.body).chain(thread.replies.iter().map(|reply| &reply.body)) {
            assert_eq!(text::block(body, 1, 5_000).as_ref(), Ok(body));
            assert!(!markdown::render(body).as_str().is_empty());
        }
    }
}

#[test]
fn helplines_are_for_a_dozen_countries() {
    let town = town();
    let countries: HashSet<&str> = town.helplines.iter().map(|line| line.country.as_str()).collect();
    assert!(countries.len() >= 12, "{countries:?}");
    let kinds = ["emergency", "crisis", "support", "drugs", "alcohol", "gambling"];
    assert!(
        town.helplines.iter().all(
            |line| kinds.contains(&line.kind.as_str()) && line.number.chars().any(|c| c.is_ascii_digit())
        )
    );
}
