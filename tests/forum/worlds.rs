//! Random worlds: whatever is in them, each list shows what ten lines of plain Rust say it shows.

use diesel::prelude::*;
use hearthside::db::Run as _;
use hearthside::db::fulltext::Terms;
use hearthside::db::schema::thread;
use hearthside::forum::{authors, feeds, search};
use hearthside::kernel::{GroupId, Moment, PageSize};
use hearthside::policy::{Reach, Viewer};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::said::{opens_as, viewer};
use crate::harness::{Person, Town};

/// A post: who, in which group, how far, and what became of it.
#[derive(Debug, Clone, Copy)]
struct Post {
    writer: usize,
    group: usize,
    reach: Reach,
    fate: Fate,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Fate {
    Stands,
    Removed,
    TakenBack,
}

/// Who is in which of the two groups: the first person looks after both.
const IN: [[bool; 2]; 3] = [[true, true], [true, false], [false, false]];

fn may_read(reader: Option<usize>, post: &Post) -> bool {
    post.fate == Fate::Stands
        && match (post.reach, reader) {
            (Reach::Everyone, _) => true,
            (Reach::Community | Reach::Partners, Some(_)) => true,
            (Reach::Group, Some(reader)) => IN[reader][post.group],
            (_, None) => false,
        }
}

fn posts() -> impl Strategy<Value = Vec<Post>> {
    let reach = prop::sample::select(Reach::ALL);
    let fate =
        prop::sample::select(vec![Fate::Stands, Fate::Stands, Fate::Stands, Fate::Removed, Fate::TakenBack]);
    let post = (0..2_usize, 0..2_usize, reach, fate).prop_map(|(writer, group, reach, fate)| Post {
        writer: if IN[writer][group] { writer } else { 0 },
        group,
        reach,
        fate,
    });
    prop::collection::vec(post, 1..12)
}

fn fulfils(town: &Town, people: &[Person; 3], groups: [GroupId; 2], world: &[Post]) {
    let names = ["evenings", "mornings"];
    for (number, post) in world.iter().enumerate() {
        let words = format!("heather {number}");
        let id = opens_as(town, &people[post.writer], names[post.group], &words, |draft| {
            draft.reach = Some(post.reach);
        });
        let fate = post.fate;
        town.arranges(move |tx| {
            let it = thread::table.filter(thread::public_id.eq(id.clone()));
            match fate {
                Fate::Stands => Ok(0),
                Fate::Removed => diesel::update(it).set(thread::removed_at.eq(Some(Moment(1)))).exec(tx),
                Fate::TakenBack => diesel::update(it).set(thread::taken_back_at.eq(Some(Moment(1)))).exec(tx),
            }
        });
    }
    for reader in [None, Some(0), Some(1), Some(2)] {
        let eyes = reader.map_or(Viewer::Guest, |reader| viewer(&people[reader], false));
        let expect = |also: &dyn Fn(&Post) -> bool| -> Vec<String> {
            let readable = world.iter().enumerate().filter(|(_, post)| may_read(reader, post) && also(post));
            readable.map(|(number, _)| format!("heather {number}")).rev().collect()
        };
        let face = people[0].face;
        let shown = town.arranges(move |tx| {
            let size = PageSize::of(100);
            let lists = [
                feeds::newest_in_group(tx, &eyes, groups[0], None, size)?,
                feeds::newest_of_mine(tx, &eyes, None, size)?,
                feeds::newest_on_open_web(tx, None, size)?,
                feeds::waiting(tx, &eyes, None, None, size)?,
            ];
            let mut titles: Vec<Vec<String>> = lists
                .into_iter()
                .map(|list| list.rows.into_iter().map(|row| row.0.title).collect())
                .collect();
            titles[3].reverse();
            let by_one = authors::latest(tx, &eyes, face, 100)?;
            titles.insert(3, by_one.into_iter().map(|written| written.title).collect());
            let found = search::find(tx, &eyes, &Terms::parse("heather"), None, None)?;
            titles.push(found.rows.into_iter().map(|hit| hit.thread.title).collect());
            Ok(titles)
        });
        assert_eq!(shown[0], expect(&|post| post.group == 0), "in the group, for {reader:?}");
        assert_eq!(
            shown[1],
            expect(&|post| reader.is_some_and(|reader| IN[reader][post.group])),
            "of {reader:?}"
        );
        assert_eq!(shown[2], expect(&|post| post.reach == Reach::Everyone), "on the open web");
        assert_eq!(shown[3], expect(&|post| post.writer == 0), "by one, for {reader:?}");
        assert_eq!(
            shown[4],
            expect(&|post| reader.is_some_and(|reader| reader != post.writer)),
            "waiting, for {reader:?}"
        );
        assert_eq!(shown[5], expect(&|_| true), "found by {reader:?}");
    }
    town.arranges(|tx| tx.batch("DELETE FROM search_fts; DELETE FROM search_entry; DELETE FROM thread"));
}

on_both! {
    fn every_list_shows_what_its_twin_in_plain_words_says(town) {
        let people = [town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Slow Joe")];
        let [ada, maya, _] = &people;
        let groups = [town.group("evenings", Reach::Everyone, &[ada, maya]), town.group("mornings", Reach::Everyone, &[ada])];
        let mut runner = TestRunner::new(Config { cases: 12, failure_persistence: None, ..Config::default() });
        runner
            .run(&posts(), |world| {
                fulfils(town, &people, groups, &world);
                Ok(())
            })
            .unwrap();
    }
}
