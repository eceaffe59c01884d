//! What each standing sees in each list, and who waits for a first reply.

use hearthside::forum::content_notes::ContentNote;
use hearthside::forum::threads::{self, Draft, Kind};
use hearthside::policy::Reach;

use super::said::{answers, draft, lists, opens, opens_as, viewer};
use crate::harness::{Person, Seen, Town};

/// A group anybody may join that shows one post to each circle of readers.
fn group_of_four_circles(town: &Town, ada: &Person, maya: &Person) {
    town.group("evenings", Reach::Everyone, &[ada, maya]);
    lists(town, "evenings", Reach::Everyone);
    for (reach, words) in [
        (Reach::Group, "for the group"),
        (Reach::Community, "for the house"),
        (Reach::Partners, "for friends"),
        (Reach::Everyone, "for everybody"),
    ] {
        opens_as(town, ada, "evenings", words, |draft| draft.reach = Some(reach));
    }
}

const ALL: [&str; 4] = ["for everybody", "for friends", "for the house", "for the group"];

/// The titles in a list of the API.
fn titles(seen: &Seen) -> Vec<String> {
    let rows = seen.json()["rows"].as_array().unwrap().clone();
    rows.iter().map(|row| row["title"].as_str().unwrap().to_owned()).collect()
}

on_both! {
    fn each_standing_sees_its_part_of_a_group(town) {
        let (ada, maya, joe) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Slow Joe"));
        group_of_four_circles(town, &ada, &maya);
        let (page, list) = ("/g/evenings", "/api/v1/groups/evenings/threads");

        maya.visits(page).is(200).shows("for the group").shows("Share here");
        assert_eq!(titles(&maya.visits(list)), ALL);
        joe.visits(page).is(200).hides("for the group").shows("for friends").shows("how to join");
        assert_eq!(titles(&joe.visits(list)), ALL[..3]);
        let seen = town.stranger().visits(page).is(200).hides("for the house").shows("Come in");
        assert_eq!(seen.header("cache-control"), "public, max-age=30");
        assert_eq!(titles(&town.stranger().visits(list)), ALL[..1]);
    }

    fn a_hidden_group_and_an_absent_one_are_the_same(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Group, &[&ada]);
        lists(town, "evenings", Reach::Group);
        ada.visits("/g/evenings").is(200).shows("A hello would do");
        let (hidden, absent) = (maya.visits("/g/evenings").is(404), maya.visits("/g/nowhere").is(404));
        assert_eq!(hidden.body, absent.body);
        for door in ["/g/evenings/feed.atom", "/api/v1/groups/evenings/threads"] {
            town.stranger().visits(door).is(404);
        }
    }

    fn the_feed_is_ones_own_groups_and_for_strangers_the_open_web(town) {
        let (ada, maya, joe) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Slow Joe"));
        group_of_four_circles(town, &ada, &maya);
        town.group("mornings", Reach::Community, &[&ada]);
        opens(town, &ada, "mornings", "elsewhere");

        assert_eq!(titles(&maya.visits("/api/v1/feed")), ALL);
        assert_eq!(titles(&ada.visits("/api/v1/feed"))[0], "elsewhere");
        assert!(titles(&joe.visits("/api/v1/feed")).is_empty());
        assert_eq!(titles(&town.stranger().visits("/api/v1/feed")), ALL[..1]);
    }

    fn pages_go_on_where_the_last_one_ended_and_miss_nothing(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        let said: Vec<String> = (1..=45).map(|number| format!("post number {number:02}")).collect();
        for words in &said {
            opens(town, &ada, "evenings", words);
        }
        for (door, newest_first) in [("/api/v1/groups/evenings/threads", true), ("/api/v1/feed", true), ("/api/v1/waiting", false)] {
            let (mut all, mut next, mut pages) = (Vec::new(), String::new(), 0);
            loop {
                let page = maya.visits(&format!("{door}{next}")).is(200);
                all.extend(titles(&page));
                pages += 1;
                let Some(key) = page.json()["next"].as_str().map(str::to_owned) else { break };
                next = format!("?before={key}");
            }
            if newest_first {
                all.reverse();
            }
            assert_eq!((all, pages), (said.clone(), 3), "{door}");
        }
        let first = maya.visits("/g/evenings").is(200);
        let older = first.attribute("a[rel=next]", "href").unwrap();
        maya.visits(&older).is(200).shows("post number 20").hides("post number 30");
        maya.visits("/g/evenings?before=nonsense").is(200).shows("post number 45");
    }

    fn hard_posts_wait_first_and_are_gone_after_one_reply_by_somebody_else(town) {
        let (ada, maya, joe) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Slow Joe"));
        town.group("evenings", Reach::Community, &[&ada, &maya, &joe]);
        opens_as(town, &ada, "evenings", "an easy one", |draft: &mut Draft| draft.kind = Kind::Win);
        let hard = opens(town, &ada, "evenings", "a hard one");
        opens(town, &maya, "evenings", "my own");

        assert_eq!(titles(&maya.visits("/api/v1/waiting")), ["a hard one", "an easy one"]);
        assert_eq!(titles(&joe.visits("/api/v1/waiting")), ["a hard one", "my own", "an easy one"]);
        maya.visits("/waiting").is(200).shows("a hard one").hides("my own");
        maya.visits("/g/evenings").is(200).shows("Waiting for a first reply");

        answers(town, &ada, &hard, "I am still here");
        assert_eq!(titles(&maya.visits("/api/v1/waiting")), ["a hard one", "an easy one"]);
        answers(town, &maya, &hard, "me too");
        assert_eq!(titles(&maya.visits("/api/v1/waiting")), ["an easy one"]);
    }

    fn nobody_is_shown_who_waits_where_they_may_not_read(town) {
        let (ada, joe) = (town.person("Quiet Ada"), town.person("Slow Joe"));
        town.group("evenings", Reach::Group, &[&ada]);
        opens(town, &ada, "evenings", "only for us");
        joe.visits("/waiting").is(200).hides("only for us").shows("Nobody is waiting");
        assert!(titles(&joe.visits("/api/v1/waiting")).is_empty());
        assert_eq!(town.stranger().visits("/waiting").is(303).location, "/back-in?then=%2Fwaiting");
        town.stranger().visits("/api/v1/waiting").is(401);
    }

    fn a_newcomers_first_words_wait_like_hard_ones(town) {
        let (ada, maya, joe) = (town.person("Quiet Ada"), town.person("Maya Lake"), town.person("Slow Joe"));
        town.group("evenings", Reach::Community, &[&ada, &maya, &joe]);
        opens_as(town, &ada, "evenings", "an old hand", |draft| draft.kind = Kind::Win);
        let (newcomer, mut first) = (viewer(&maya, true), draft("evenings", "my first"));
        first.kind = Kind::Win;
        town.arranges(move |tx| threads::open(tx, &newcomer, &first));
        assert_eq!(titles(&joe.visits("/api/v1/waiting")), ["my first", "an old hand"]);
    }

    fn feeds_hold_the_open_web_alone_and_a_noted_post_its_note_alone(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        group_of_four_circles(town, &ada, &maya);
        opens_as(town, &ada, "evenings", "bottles <everywhere>", |draft| {
            draft.reach = Some(Reach::Everyone);
            draft.notes = vec![ContentNote::Lapse];
        });
        let stranger = town.stranger();
        for door in ["/feed.atom", "/g/evenings/feed.atom"] {
            let feed = stranger.visits(door).is(200).hides("for friends").hides("bottles");
            assert!(feed.body.contains("for everybody") && feed.body.contains("Content note: A lapse"), "{}", feed.body);
            assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
            assert_eq!(feed.header("cache-control"), "public, max-age=300");
            feed.body.parse::<atom_syndication::Feed>().expect("an Atom feed");
            let tag = feed.header("etag").to_owned();
            let again = stranger.sends("GET", door, &[("if-none-match", &tag)], None).is(304);
            assert!(again.body.is_empty());
        }
        town.group("mornings", Reach::Community, &[&ada]);
        stranger.visits("/g/mornings/feed.atom").is(404);
    }

    fn an_open_page_has_a_tag_and_a_members_page_is_kept_nowhere(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        group_of_four_circles(town, &ada, &maya);
        let seen = town.stranger().visits("/g/evenings").is(200);
        let tag = format!("W/{}", seen.header("etag"));
        town.stranger().sends("GET", "/g/evenings", &[("if-none-match", &tag)], None).is(304);
        assert!(seen.header("x-robots-tag").starts_with("noindex"));
        let inside = ada.visits("/g/evenings").is(200);
        assert_eq!((inside.header("cache-control"), inside.header("etag")), ("no-store", ""));
    }

    fn a_kept_page_says_what_is_true_now_and_never_what_somebody_else_may_see(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Everyone, &[&ada]);
        lists(town, "evenings", Reach::Everyone);
        let thread = opens_as(town, &ada, "evenings", "for everybody", |draft| draft.reach = Some(Reach::Everyone));
        let (stranger, page) = (town.stranger(), "/g/evenings");
        let first = stranger.visits(page).is(200).shows("for everybody").shows("Come in");
        // The second look is the kept page; it bears every header of the first.
        let second = stranger.visits(page).is(200);
        assert_eq!(second.body, first.body);
        for name in ["etag", "cache-control", "content-language", "content-security-policy", "vary", "x-robots-tag"] {
            assert_eq!(second.header(name), first.header(name), "{name}");
        }
        let tag = first.header("etag").to_owned();
        assert!(stranger.sends("GET", page, &[("if-none-match", &tag)], None).is(304).body.is_empty());
        // Neither a member nor somebody who reads another language meets it.
        ada.visits(page).is(200).shows("Share here").hides("Come in");
        stranger.sends("GET", page, &[("accept-language", "es")], None).is(200).hides("Come in");
        // What is taken back is gone with the next look.
        let delete = format!("/p/{thread}/delete");
        ada.fills(&ada.visits(&delete).is(200), &delete, &[]).is(303);
        stranger.visits(page).is(200).hides("for everybody");
    }
}
