//! A folded post's words, its title among them, are shown to nobody who has not opened it; wherever it is listed.

use hearthside::forum::content_notes::ContentNote;
use hearthside::kernel::Bounded;
use hearthside::policy::Reach;

use super::said::{answers, lists, opens_as};
use crate::harness::{Browser, Person, Town};

/// A post whose title is its first line, with a note, in a group on the open web.
fn noted(town: &Town) -> (Person, Person, String) {
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    town.group("evenings", Reach::Everyone, &[&ada, &maya]);
    let thread = opens_as(town, &ada, "evenings", "Bottles on the table.\n\nAnd then.", |draft| {
        draft.reach = Some(Reach::Everyone);
        draft.notes = vec![ContentNote::Lapse];
    });
    answers(town, &maya, &thread, "With you");
    (ada, maya, thread)
}

fn allows(town: &Town) {
    town.arranges(|tx| {
        tx.batch(
            "INSERT INTO group_note_rule (group_id, note, rule, elsewhere)
                SELECT id, 'lapse', 'allow', NULL FROM \"group\" WHERE name = 'evenings'",
        )
    });
}

/// Every page and list that names posts somebody has not opened.
const LISTS: [&str; 8] = [
    "/",
    "/g/evenings",
    "/news",
    "/people/Quiet%20Ada",
    "/feed.atom",
    "/g/evenings/feed.atom",
    "/api/v1/feed",
    "/api/v1/groups/evenings/threads",
];

on_both! {
    fn a_folded_title_is_in_no_list_and_behind_the_fold_on_its_page(town) {
        let (ada, maya, thread) = noted(town);
        let stranger = town.stranger();
        let readers: [&Browser; 3] = [&ada, &maya, &stranger];
        for who in readers {
            for list in LISTS {
                assert!(!who.visits(list).body.contains("Bottles"), "{list}");
            }
        }
        ada.visits("/news").is(200).shows("A post with a content note");
        let found = maya.visits("/search?q=bottles").is(200);
        assert_eq!(found.text("ol.finds h3"), "A post with a content note");
        assert!(!maya.visits("/api/v1/search?q=bottles").is(200).body.contains("Bottles"));

        let page = maya.visits(&format!("/p/{thread}")).is(200);
        assert_eq!((page.text("h1"), page.text("title").contains("Bottles")), ("A post with a content note".to_owned(), false));
        assert!(page.text("article details.fold div").contains("Bottles on the table."));
        maya.visits(&format!("/api/v1/threads/{thread}")).is(200).shows("Bottles");
    }

    fn a_title_of_its_own_stands_behind_the_fold_too(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let thread = opens_as(town, &ada, "evenings", "Words.", |draft| {
            draft.title = Bounded::parse("Saturday").unwrap();
            draft.notes = vec![ContentNote::Lapse];
        });
        let page = maya.visits(&format!("/p/{thread}")).is(200);
        assert_eq!(page.text("article details.fold p b"), "Saturday");
        assert!(!maya.visits(&format!("/p/{thread}/reply")).is(200).text("h2").contains("Saturday"));
    }

    fn readers_who_open_a_note_and_groups_that_allow_it_show_the_title(town) {
        let (_, maya, thread) = noted(town);
        maya.keeps("__Host-reading", "open=lapse");
        for page in ["/", "/g/evenings", "/people/Quiet%20Ada"] {
            maya.visits(page).is(200).shows("Bottles on the table.");
        }
        assert_eq!(maya.visits(&format!("/p/{thread}")).text("h1"), "Bottles on the table.");

        allows(town);
        lists(town, "evenings", Reach::Everyone);
        let stranger = town.stranger();
        for list in ["/g/evenings", "/g/evenings/feed.atom", "/api/v1/groups/evenings/threads"] {
            assert!(stranger.visits(list).is(200).body.contains("Bottles on the table."), "{list}");
        }
        // Lists of many groups know no group's own rules.
        assert!(!stranger.visits("/feed.atom").body.contains("Bottles"));
        assert!(stranger.visits("/api/v1/feed").json()["rows"][0]["title"].is_null());
    }
}
