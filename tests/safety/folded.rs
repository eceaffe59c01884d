//! What somebody told of and had folded stays folded for them in every list, and for nobody else.

use serde_json::{Value, json};

use super::crisis::{four, press};
use super::tells;
use crate::forum::groups::asks;
use crate::forum::said::opens_as;
use crate::forum::{answers, shares};
use crate::harness::{Person, Town};

/// Everywhere a thread of somebody's is listed to a member.
const LISTS: [&str; 6] = ["/", "/waiting", "/g/owls", "/search?q=harsh", "/people/Quiet%20Ada", "/be-there"];
const JSON: [&str; 4] =
    ["/api/v1/feed", "/api/v1/groups/owls/threads", "/api/v1/waiting", "/api/v1/search?q=harsh"];

/// Nobody is new, so that the first page shows who waits.
fn people(town: &Town) -> (Person, Person, Person) {
    let (_, lea, ada, tom) = four(town);
    town.arranges(|tx| tx.batch("UPDATE account SET joined_week = 2900"));
    town.arranges(|tx| tx.batch("UPDATE face SET since_week = 2900"));
    (lea, ada, tom)
}

fn rows(person: &Person, list: &str) -> Vec<Value> {
    asks(person, "GET", list, &json!({})).is(200).json()["rows"].as_array().unwrap().clone()
}

on_both! {
    fn a_thread_somebody_told_of_is_folded_in_every_list_of_theirs_and_of_nobody_else(town) {
        let (lea, ada, tom) = people(town);
        let thread = shares(&ada, "owls", "Harsh words.");
        town.settles();
        for list in LISTS {
            tom.visits(list).is(200).hides("Something you told of").shows("arsh");
        }
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel"), ("folds", "1")]).is(303);
        for list in LISTS {
            let page = tom.visits(list).is(200).shows("Something you told of");
            // What was found can be opened where it stands; no other list has the words at all.
            let open = if list.starts_with("/search") { page.text("ol.finds h3") } else { page.text("main") };
            assert!(!open.contains("Harsh words"), "{list}");
            let seen = lea.visits(list).is(200).hides("Something you told of").hides("You told of this");
            assert!(seen.text("main").contains("Harsh"), "{list}");
        }
        assert_eq!(tom.visits("/search?q=harsh").is(200).text("ol.finds details.fold:not([open]) summary span"), "You told of this");
        for list in JSON {
            let row = rows(&tom, list).remove(0);
            assert_eq!((&row["is_told"], row.to_string().contains("arsh")), (&json!(true), false), "{list}");
            let row = rows(&lea, list).remove(0);
            assert_eq!((&row["is_told"], row.to_string().contains("arsh")), (&json!(false), true), "{list}");
        }
        let one = |who: &Person| asks(who, "GET", &format!("/api/v1/threads/{thread}"), &json!({})).is(200).json();
        assert_eq!((&one(&tom)["is_told"], &one(&tom)["title"]), (&json!(true), &json!("Harsh words.")));
        assert_eq!(one(&lea)["is_told"], false);

        press(&tom, &format!("/p/{thread}/unfold"), &[]).is(303);
        for list in LISTS {
            tom.visits(list).is(200).hides("Something you told of").shows("arsh");
        }
        for list in JSON {
            assert_eq!(rows(&tom, list)[0]["is_told"], false, "{list}");
        }
        assert!(town.tying_commits().is_empty());
    }

    fn a_reply_somebody_told_of_is_folded_where_it_is_found_and_its_thread_is_not(town) {
        let (lea, ada, tom) = people(town);
        let thread = shares(&lea, "owls", "A ferry at dusk.");
        let reply = answers(&ada, &thread, None, "That ferry hurts, harsh as it is.");
        town.settles();
        tells(&tom, &format!("/p/{thread}/r/{reply}"), &[("reason", "cruel"), ("folds", "1")]).is(303);

        let page = tom.visits("/search?q=harsh").is(200);
        assert_eq!(page.text("ol.finds h3"), "A ferry at dusk.");
        assert_eq!(page.text("ol.finds details.fold summary span"), "You told of this");
        lea.visits("/search?q=harsh").is(200).hides("You told of this");
        let found = rows(&tom, "/api/v1/search?q=harsh").remove(0);
        assert_eq!((&found["is_told"], &found["excerpt"]), (&json!(true), &json!([])));
        assert!(found["title"].to_string().contains("ferry"));

        let list = format!("/api/v1/threads/{thread}/replies");
        assert_eq!((&rows(&tom, &list)[0]["is_told"], &rows(&lea, &list)[0]["is_told"]), (&json!(true), &json!(false)));
        let one = |who: &Person| asks(who, "GET", &format!("{list}/{reply}"), &json!({})).is(200).json();
        assert_eq!((&one(&tom)["is_told"], &one(&lea)["is_told"]), (&json!(true), &json!(false)));
        let out = |list: &str| town.stranger().sends("GET", list, &[], None);
        out(&list).is(404);
        for row in rows(&tom, "/api/v1/feed") {
            assert_eq!(row["is_told"], false, "the thread itself is not");
        }
    }

    fn news_of_a_thread_somebody_told_of_and_the_pages_around_it_do_not_say_its_title(town) {
        let (lea, ada, tom) = people(town);
        let thread = opens_as(town, &ada, "owls", "And then some.", |draft| {
            draft.title = hearthside::kernel::Bounded::parse("A harsh title").unwrap();
        });
        let own = answers(&tom, &thread, None, "I do not see it so.");
        answers(&lea, &thread, Some(&own), "Nor do I.");
        town.settles();
        for page in ["/news", "/you/words"] {
            tom.visits(page).is(200).shows("A harsh title");
        }
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel"), ("folds", "1")]).is(303);
        for page in ["/news".to_owned(), "/you/words".to_owned(), format!("/p/{thread}/r/{own}")] {
            tom.visits(&page).is(200).hides("A harsh title").shows("Something you told of");
        }
        lea.visits(&format!("/p/{thread}/r/{own}")).is(200).shows("A harsh title");
    }

    fn answers_on_the_first_page_of_somebody_new_do_not_say_it_either(town) {
        let (_, lea, ada, tom) = four(town);
        let week = town.app.clock().now().week().0;
        town.arranges(move |tx| tx.batch(&format!("UPDATE account SET joined_week = {week}")));
        let thread = opens_as(town, &ada, "owls", "And then some.", |draft| {
            draft.title = hearthside::kernel::Bounded::parse("A harsh title").unwrap();
        });
        let own = answers(&tom, &thread, None, "I do not see it so.");
        answers(&lea, &thread, Some(&own), "Nor do I.");
        town.settles();
        tom.visits("/").is(200).shows("A harsh title");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel"), ("folds", "1")]).is(303);
        tom.visits("/").is(200).hides("A harsh title").shows("Something you told of");
    }
}
