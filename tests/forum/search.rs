//! Search: what is found, what is not, and that nothing typed can break it.

use hearthside::events::identity::Event;
use hearthside::forum::content_notes::ContentNote;
use hearthside::forum::{replies, search, threads};
use hearthside::kernel::{PublicId, ThreadId};
use hearthside::policy::Reach;

use super::said::{answers, lists, opens, opens_as, viewer};
use crate::harness::{Person, Seen, Town};

/// The page for what somebody typed.
fn looks(person: &Person, words: &str) -> Seen {
    person.visits(&format!("/search?q={}", hearthside::ui::urls::segment(words))).is(200)
}

/// How many posts and replies are found.
fn finds(person: &Person, words: &str) -> usize {
    looks(person, words).count("ol.finds > li")
}

fn evenings(town: &Town) -> (Person, Person, Person) {
    let (ada, maya, joe) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Slow Joe"));
    town.group("evenings", Reach::Community, &[&ada, &maya]);
    lists(town, "evenings", Reach::Community);
    (ada, maya, joe)
}

on_both! {
    fn words_are_found_in_titles_bodies_and_replies(town) {
        let (ada, maya, _) = evenings(town);
        let thread = opens_as(town, &ada, "evenings", "A walk in the **heather**.", |draft| {
            draft.title = hearthside::kernel::Bounded::parse("Saturday").unwrap();
        });
        let reply = answers(town, &maya, &thread, "Crème brûlée for all night owls");

        let seen = looks(&maya, "heather").shows("walk in the heather");
        assert_eq!(seen.text("ol.finds mark"), "heather");
        assert_eq!(seen.attribute("ol.finds a", "href").unwrap(), format!("/p/{thread}"));
        assert_eq!(finds(&maya, "saturday"), 1);
        let seen = looks(&maya, "CREME");
        assert_eq!(seen.attribute("ol.finds a", "href").unwrap(), format!("/p/{thread}/r/{reply}"));
        assert_eq!(seen.text("ol.finds p mark"), "Crème");
        for (words, found) in
            [("heath", 1), ("heath walk", 0), ("walk heath", 1), ("\"night owls\"", 1), ("\"owls night\"", 0), ("walk creme", 0)]
        {
            assert_eq!(finds(&maya, words), found, "{words}");
        }
        let json = maya.visits("/api/v1/search?q=owls").is(200).json();
        assert_eq!(json["rows"][0]["reply"], reply.as_str());
        assert!(json["rows"][0]["excerpt"].as_array().unwrap().iter().any(|p| p["is_match"] == true && p["text"] == "owls"));
    }

    fn nobody_finds_what_they_may_not_read(town) {
        let (ada, maya, joe) = evenings(town);
        let thread = opens(town, &ada, "evenings", "between us: heather");
        answers(town, &maya, &thread, "heather too");
        assert_eq!((finds(&maya, "heather"), finds(&joe, "heather")), (2, 0));
        looks(&joe, "heather").shows("Nothing you can read has “heather” in it.");
        assert_eq!(town.stranger().visits("/search?q=heather").is(303).location, "/back-in?then=%2Fsearch%3Fq%3Dheather");
        town.stranger().visits("/api/v1/search?q=heather").is(401);
    }

    fn what_is_taken_back_or_changed_is_found_no_more(town) {
        let (ada, maya, _) = evenings(town);
        let thread = opens(town, &ada, "evenings", "heather here");
        let reply = answers(town, &maya, &thread, "heather there");
        let (writer, ids) = (viewer(&maya, false), (PublicId::parse(&thread).unwrap(), PublicId::parse(&reply).unwrap()));
        let (t, r) = ids.clone();
        town.arranges(move |tx| replies::take_back(tx, &writer, (&t, &r)));
        assert_eq!(finds(&maya, "heather"), 1, "at once");
        town.settles();
        assert_eq!(finds(&maya, "there"), 0);
        let writer = viewer(&ada, false);
        town.arranges(move |tx| threads::take_back(tx, &writer, &ids.0));
        assert_eq!(finds(&maya, "heather"), 0, "at once");
        town.settles();
        assert_eq!(kept(town), 0, "and nothing stays in the index");
    }

    fn an_erased_account_leaves_nothing_in_the_index(town) {
        let (ada, maya, _) = evenings(town);
        let thread = opens(town, &ada, "evenings", "heather here");
        answers(town, &maya, &thread, "brass there");
        assert_eq!(kept(town), 2);
        let face = maya.face;
        town.arranges(move |tx| tx.emit(Event::AccountErased { face, takes_words_back: true }));
        town.settles();
        assert_eq!(kept(town), 1);
    }

    fn what_people_typed_is_shown_as_typed_and_never_run(town) {
        let (ada, ..) = evenings(town);
        opens(town, &ada, "evenings", "alert `<script>alert(1)</script>` & <b>needle</b>");
        let seen = looks(&ada, "needle");
        assert_eq!((seen.count("ol.finds script"), seen.count("ol.finds b")), (0, 0));
        assert!(seen.text("ol.finds").contains("<script>alert(1)</script>"), "{}", seen.text("ol.finds"));
        assert_eq!(seen.text("ol.finds mark"), "needle");
        let seen = looks(&ada, "<script>alert(2)</script>\"><img src=x>");
        assert_eq!((seen.count("main script"), seen.count("main img")), (0, 0));
    }

    fn whatever_is_typed_is_answered(town) {
        let (ada, ..) = evenings(town);
        opens(town, &ada, "evenings", "heather");
        let long = "heather ".repeat(1_300);
        for words in [
            "", " ", "\"", "\"\"", "*", "heather*", "*heather", "NEAR", "NEAR(a, b)", "a AND", "OR", "NOT heather", "^", "-", "--", "heather:", "words:heather",
            "search_fts MATCH 'x'", "';DROP TABLE thread;--", "\\", "%", "_", "😀", "👩‍👩‍👧", "\u{202e}abc", "é", "(((", "heather <-> heather", "heather:*", "& | !",
            "'", "''", "夜", "\u{0}", &long, &"\"a\" ".repeat(500), &"x".repeat(10_000),
        ] {
            looks(&ada, words);
            ada.visits(&format!("/api/v1/search?q={}", hearthside::ui::urls::segment(words))).is(200);
        }
        for query in ["/search", "/search?q=%FF%FE", "/search?q=a&q=b", "/search?q=heather&group=nowhere", "/search?q=heather&before=x", "/search?&&=&"] {
            ada.visits(query).is(200);
        }
        assert_eq!(finds(&ada, &long), 1);
    }

    fn a_folded_post_stays_folded_and_muted_words_too(town) {
        let (ada, maya, _) = evenings(town);
        let noted = opens_as(town, &ada, "evenings", "heather on the table", |draft| draft.notes = vec![ContentNote::Lapse]);
        answers(town, &ada, &noted, "more heather");
        let seen = looks(&maya, "heather");
        assert_eq!((seen.count("ol.finds details.fold:not([open])"), seen.count("ol.finds > li > p.voice")), (2, 0));
        assert!(!seen.text("ol.finds h3").contains("table"));
        maya.keeps("__Host-reading", "open=lapse");
        assert_eq!(looks(&maya, "heather").count("ol.finds details"), 0);
        maya.keeps("__Host-reading", "open=lapse&mute=table");
        assert_eq!(looks(&maya, "table").count("ol.finds details"), 1);
    }

    fn groups_are_found_by_title_and_only_by_those_who_may_know_of_them(town) {
        let (ada, _, joe) = evenings(town);
        town.group("heather-club", Reach::Community, &[&ada]);
        assert_eq!(looks(&joe, "heather").attribute("main ul.rows a", "href").unwrap(), "/g/heather-club");
        assert_eq!(joe.visits("/api/v1/search?q=club").json()["groups"][0]["name"], "heather-club");
        lists(town, "heather-club", Reach::Group);
        assert_eq!(looks(&joe, "heather").count("main ul.rows"), 0);
        assert_eq!(looks(&ada, "heather").count("main ul.rows"), 1);
    }

    fn finds_come_newest_first_in_pages_and_within_one_group(town) {
        let (ada, ..) = evenings(town);
        town.group("mornings", Reach::Community, &[&ada]);
        for number in 0..25 {
            opens(town, &ada, if number % 5 == 0 { "mornings" } else { "evenings" }, &format!("heather {number:02}"));
        }
        let first = looks(&ada, "heather").shows("heather 24").hides("heather</mark> 03");
        assert_eq!(first.count("ol.finds > li"), 20);
        let second = ada.visits(&first.attribute("a[rel=next]", "href").unwrap()).is(200);
        assert_eq!((second.count("ol.finds > li"), second.count("a[rel=next]")), (5, 0));
        let within = ada.visits("/search?q=heather&group=mornings").is(200).shows("Only in mornings");
        assert_eq!(within.count("ol.finds > li"), 5);
    }

    fn the_index_can_be_made_anew(town) {
        let (ada, maya, _) = evenings(town);
        let thread = opens(town, &ada, "evenings", "heather here");
        answers(town, &maya, &thread, "brass there");
        town.arranges(|tx| {
            tx.batch("DELETE FROM search_fts; DELETE FROM search_entry")
        });
        assert_eq!(finds(&maya, "brass"), 0);
        for _ in 0..2 {
            town.arranges(|tx| {
                let mut last = ThreadId(0);
                while let Some(next) = search::reindex(tx, last, 100)?.last() {
                    last = *next;
                }
                Ok(())
            });
        }
        assert_eq!((finds(&maya, "brass"), finds(&maya, "heather"), kept(town)), (1, 1, 2));
    }

    fn a_host_makes_the_index_anew_while_the_community_goes_on(town) {
        let (ada, maya, _) = evenings(town);
        let thread = opens(town, &ada, "evenings", "heather here");
        let gone = PublicId::parse(&answers(town, &maya, &thread, "brass there")).unwrap();
        answers(town, &maya, &thread, "lantern");
        town.arranges(move |tx| {
            tx.batch(&format!(
                "DELETE FROM search_fts WHERE rowid = (SELECT id FROM search_entry WHERE reply_id IS NULL);
                 INSERT INTO search_fts (rowid, words) VALUES (999, '{}');
                 UPDATE reply SET taken_back_at = 1, body = '' WHERE public_id = '{gone}'", "stray"
            ))
        });
        assert_eq!((finds(&maya, "heather"), finds(&maya, "lantern")), (0, 1));

        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_hearthside"));
        command.arg("reindex").arg("--data").arg(town.home().data()).current_dir(town.home().data());
        command.args(town.home().database_url().iter().flat_map(|url| ["--database-url", url]));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("HEARTHSIDE_")) {
            command.env_remove(name);
        }
        let told = command.output().unwrap();
        let said = String::from_utf8_lossy(&told.stdout).into_owned() + &String::from_utf8_lossy(&told.stderr);
        assert!(told.status.success() && said.contains("Threads: 1."), "{said}");

        assert_eq!((finds(&maya, "heather"), finds(&maya, "lantern"), kept(town)), (1, 1, 2));
        let again = opens(town, &ada, "evenings", "brass once more");
        assert_eq!(looks(&maya, "brass").attribute("ol.finds a", "href").unwrap(), format!("/p/{again}"));
    }
}

/// Rows in the index.
fn kept(town: &Town) -> i64 {
    use diesel::prelude::*;
    use hearthside::db::Run as _;
    use hearthside::db::fulltext::search_fts;
    use hearthside::db::schema::search_entry;
    town.arranges(|tx| {
        let entries: i64 = search_entry::table.count().row(tx)?;
        let words: i64 = search_fts::table.count().row(tx)?;
        assert_eq!(entries, words);
        Ok(entries)
    })
}
