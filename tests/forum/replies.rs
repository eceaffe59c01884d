//! Answering: the tree, its order, changing and taking back, and many writers at once.

use hearthside::policy::Reach;

use super::{answers, shares};

on_both! {
    fn whoever_does_not_know_how_to_begin_is_offered_an_opening(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let thread = shares(&maya, "evenings", "First night.");
        let first = answers(&ada, &thread, None, "Here with you.");
        let form = format!("/p/{thread}/reply");

        let blank = maya.visits(&format!("{form}?to={first}")).is(200).shows("Not sure how to begin?");
        assert_eq!(blank.count(&format!("details a[href='{form}?start=been&to={first}']")), 1);
        let begun = maya.visits(&format!("{form}?start=been&to={first}")).is(200);
        assert!(begun.text("textarea#body").contains("I have been somewhere near that."));
        assert_eq!(begun.count(&format!("input[name=to][value='{first}']")), 1);
        assert_eq!(begun.count("details a[href*='start=']"), 0, "following a link would lose what is written");

        let unknown = maya.visits(&format!("{form}?start=%00nothing")).is(200);
        assert_eq!(unknown.text("textarea#body").trim(), "", "a name nobody gave begins nothing");
        town.stranger().visits(&format!("{form}?start=been")).hides("I have been somewhere near that.");
    }

    fn a_reply_lands_where_it_belongs_and_the_first_by_somebody_else_ends_the_wait(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let thread = shares(&maya, "evenings", "First night.");
        let waits = "SELECT count(*) AS n FROM thread WHERE is_waiting IS NOT NULL";

        answers(&maya, &thread, None, "Still me.");
        assert_eq!(town.count(waits), 1, "the writer's own reply is no answer");
        let first = answers(&ada, &thread, None, "Tonight is the only one.");
        assert_eq!(town.count(waits), 0);
        answers(&maya, &thread, Some(&first), "Tonight I can do.");

        let page = ada.visits(&format!("/p/{thread}")).is(200).shows("3 replies");
        assert_eq!(page.count("ol.thread > li > article"), 2);
        assert_eq!(page.count("ol.thread > li > ol > li > article"), 1);
        assert!(page.text("ol.thread").contains("wrote this post"));
        let newest = ada.visits(&format!("/p/{thread}?order=newest")).is(200);
        assert_eq!(newest.count("ol.thread > li > article"), 3);
        assert!(newest.text("ol.thread > li:first-child").contains("Tonight I can do."));
        assert!(newest.text("ol.thread > li:first-child").contains("to Quiet Ada"));
        ada.keeps("__Host-reading", "newest=1");
        assert!(ada.visits(&format!("/p/{thread}")).text("ol.thread > li:first-child").contains("Tonight I can do."));

        let rows = ada.sends("GET", &format!("/api/v1/threads/{thread}/replies?limit=2"), &[], None).is(200).json();
        assert_eq!((rows["rows"].as_array().unwrap().len(), rows["next"].is_string()), (2, true));
        let next = rows["next"].as_str().unwrap();
        let rows = ada.sends("GET", &format!("/api/v1/threads/{thread}/replies?after={next}"), &[], None).json();
        assert_eq!((rows["rows"][0]["body"].as_str(), rows["next"].is_null()), (Some("Tonight I can do."), true));
    }

    fn a_second_press_answers_once_and_a_reply_from_another_thread_is_absent(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let (one, two) = (shares(&maya, "evenings", "One."), shares(&maya, "evenings", "Two."));
        let url = format!("/p/{one}/reply");

        let form = ada.visits(&url);
        let (first, second) = (ada.fills(&form, &url, &[("body", "Once.")]).is(303), ada.fills(&form, &url, &[("body", "Once.")]).is(303));
        assert_eq!(first.location, second.location);
        assert_eq!(town.count("SELECT count(*) AS n FROM reply"), 1);

        let elsewhere = answers(&ada, &two, None, "Over there.");
        let form = ada.visits(&url);
        ada.fills(&form, &url, &[("body", "Lost words"), ("to", &elsewhere)]).is(404);
        ada.visits(&format!("/p/{one}/r/{elsewhere}")).is(404);
        let again = ada.fills(&form, &url, &[("body", "")]).is(422);
        assert_eq!(again.text("#body-fault"), "Nothing is written here yet. One line is enough.");
        ada.posts(&url, &[("body", "From an old page")]).is(409).shows("From an old page");
        let guest = town.stranger();
        guest.posts(&url, &[("body", "Nobody we know says this, at some length, so that it is shown.")]).is(401);
    }

    fn deep_replies_are_three_rails_then_flat_and_long_branches_fold(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let thread = shares(&maya, "evenings", "How deep does it go?");
        let mut last: Option<String> = None;
        let mut all = Vec::new();
        for number in 1..=12 {
            let who = if number % 2 == 0 { &ada } else { &maya };
            let id = answers(who, &thread, last.as_deref(), &format!("Number {number}."));
            all.push(id.clone());
            last = Some(id);
        }

        let page = ada.visits(&format!("/p/{thread}")).is(200).shows("Show 8 more replies").hides("Number 5.");
        assert_eq!(page.count("ol.thread article"), 4);
        let branch = page.attribute("a[href*='/r/'].btn", "href").unwrap();
        let whole = ada.visits(&branch).is(200).shows("Number 12.");
        assert_eq!(whole.count("ol.thread article"), 12);
        assert_eq!(whole.count("ol ol ol ol > li"), 9, "the fourth level holds all that lies deeper");
        assert_eq!(whole.count("ol ol ol ol ol"), 0);
        for at in 0..12_usize {
            let said = at.checked_sub(1).filter(|_| at >= 2).map(|above| format!("#r{}", all[above]));
            assert_eq!(whole.attribute(&format!("#r{} .to a", all[at]), "href"), said, "depth {}", at + 1);
        }
        let part = ada.visits(&format!("/p/{thread}/r/{}", all[10])).is(200);
        assert_eq!(part.count("article"), 12, "its parents stand above it");
    }

    fn a_reply_taken_back_leaves_a_line_only_while_something_hangs_below_it(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let thread = shares(&maya, "evenings", "First night.");
        let first = answers(&ada, &thread, None, "Said in haste.");
        let second = answers(&maya, &thread, Some(&first), "Thank you.");
        let place = |id: &str| format!("/p/{thread}/r/{id}");

        maya.visits(&format!("{}/delete", place(&first))).is(403);
        let ask = ada.visits(&format!("{}/delete", place(&first))).is(200);
        ada.fills(&ask, &format!("{}/delete", place(&first)), &[]).is(303);
        let page = maya.visits(&format!("/p/{thread}")).shows("The writer took this back, or its time was over.").shows("Thank you.");
        assert_eq!(page.hides("Said in haste.").hides("Quiet Ada").count("article.post, ol.thread article"), 3);
        ada.visits(&format!("{}/edit", place(&first))).is(410);
        let form = ada.visits(&format!("/p/{thread}/reply"));
        ada.fills(&form, &format!("/p/{thread}/reply"), &[("body", "To nobody"), ("to", &first)]).is(409).shows("To nobody");

        let ask = maya.visits(&format!("{}/delete", place(&second)));
        maya.fills(&ask, &format!("{}/delete", place(&second)), &[]).is(303);
        let page = maya.visits(&format!("/p/{thread}")).hides("The writer took this back, or its time was over.");
        assert_eq!(page.count("ol.thread article"), 0);
        maya.visits(&place(&first)).is(410);
        assert_eq!(town.count("SELECT reply_count AS n FROM thread"), 0);
    }

    fn a_changed_reply_says_so(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&maya, &ada]);
        let thread = shares(&maya, "evenings", "First night.");
        let reply = answers(&ada, &thread, None, "Fist wording.");
        let edit = format!("/p/{thread}/r/{reply}/edit");

        maya.visits(&edit).is(403);
        let form = ada.visits(&edit).is(200);
        ada.fills(&form, &edit, &[("body", "")]).is(422);
        ada.fills(&form, &edit, &[("body", "First wording.")]).is(303);
        maya.visits(&format!("/p/{thread}")).shows("First wording.").shows("changed");
        maya.visits(&format!("/p/{thread}/r/{reply}/history")).is(200).shows("Fist wording.");
    }

    fn sixteen_writers_at_once_all_land_exactly_once(town) {
        let names = ["Amber", "Birch", "Cedar", "Dune", "Elder", "Fern", "Gale", "Hazel", "Iris", "Juniper", "Kestrel", "Linden", "Maple", "Nettle", "Olive", "Poppy"];
        let mut people: Vec<_> = names.iter().map(|name| town.person(&format!("Quiet {name}"))).collect();
        town.group("evenings", Reach::Community, &people.iter().collect::<Vec<_>>());
        let thread = shares(&people[0], "evenings", "Everybody at once.");
        let url = format!("/p/{thread}/reply");

        std::thread::scope(|scope| {
            for person in &mut people {
                let url = &url;
                scope.spawn(move || {
                    let form = person.visits(url);
                    person.fills(&form, url, &[("body", &format!("From {}", person.name))]).is(303);
                });
            }
        });

        assert_eq!(town.count("SELECT count(*) AS n FROM reply"), 16);
        assert_eq!(town.count("SELECT count(DISTINCT number) AS n FROM reply WHERE number <= 16"), 16);
        assert_eq!(town.count("SELECT reply_count AS n FROM thread"), 16);
        let page = people[0].visits(&format!("/p/{thread}"));
        for name in names {
            assert_eq!(page.body.matches(&format!("From Quiet {name}")).count(), 1);
        }
    }

    fn ten_thousand_replies_are_read_a_page_at_a_time(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let thread = shares(&maya, "evenings", "The long one.");
        let face = ada.face;
        town.arranges(move |tx| {
            let digits = |number: i64| format!("{number:04}");
            let rows: Vec<String> = (1..=9_999).map(|number| format!(
                "('r{number:013}', (SELECT max(id) FROM thread), {face}, {number}, 1, '{}', 'Line {number}.', 20778)", digits(number)
            )).collect();
            for some in rows.chunks(500) {
                tx.batch(&format!("INSERT INTO reply (public_id, thread_id, author_face, number, depth, path, body, said_on) VALUES {}", some.join(",")))?;
            }
            tx.batch("UPDATE thread SET reply_count = 9999")
        });

        let page = maya.visits(&format!("/p/{thread}")).is(200).shows("Line 300.").hides("Line 301.");
        let next = page.attribute("a[rel=next]", "href").unwrap();
        maya.visits(next.split('#').next().unwrap()).is(200).shows("Line 301.").shows("Line 600.").hides("Line 300.");
        let newest = maya.visits(&format!("/p/{thread}?order=newest")).is(200).shows("Line 9999.");
        let older = newest.attribute("a[rel=next]", "href").unwrap();
        maya.visits(older.split('#').next().unwrap()).is(200).shows("Line 9699.").hides("Line 9700.");

        let begun = std::time::Instant::now();
        let rows = maya.sends("GET", &format!("/api/v1/threads/{thread}/replies?after=9900&limit=20"), &[], None);
        assert_eq!(rows.is(200).json()["rows"][0]["body"], "Line 9901.");
        assert!(begun.elapsed() < std::time::Duration::from_secs(3), "{:?}", begun.elapsed());
    }
}
