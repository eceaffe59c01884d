//! Not meeting somebody, and hearing less: both ways, by the name that was seen, and without a trace for the other side.

use hearthside::policy::Reach;

use super::aliases::{author_of, night_owls, whispers};
use super::{answers, shares};
use crate::harness::{Person, Seen, Town};

const JSON: [(&str, &str); 1] = [("content-type", "application/json")];

/// The address of a person's page.
fn page_of(name: &str) -> String {
    format!("/people/{}", name.replace(' ', "%20"))
}

/// Somebody says on the page of a person or a group what would help.
#[track_caller]
fn chooses(who: &Person, place: &str, how: &str) -> Seen {
    let url = format!("{place}/quiet");
    let form = who.visits(&url).is(200);
    who.fills(&form, &url, &[("how", how)])
}

#[track_caller]
fn blocks(who: &Person, name: &str) {
    assert_eq!(chooses(who, &page_of(name), "block").is(303).location, "/you/quiet?kept=1");
}

#[track_caller]
fn takes_back(who: &Person, name: &str) {
    let list = who.visits("/you/quiet").is(200);
    who.fills(&list, &format!("{}/quiet", page_of(name)), &[("how", "none")]).is(303);
}

/// Three people of one group; the first looks after it.
fn evenings(town: &Town) -> [Person; 4] {
    let people = [
        town.person("Keeper Oak"),
        town.person("Quiet Ada"),
        town.person("Maya Lake"),
        town.person("Slow Joe"),
    ];
    town.group("evenings", Reach::Community, &[&people[0], &people[1], &people[2], &people[3]]);
    people
}

on_both! {
    fn a_block_holds_both_ways_in_threads_lists_search_and_on_pages_of_people(town) {
        let [_, ada, maya, joe] = evenings(town);
        let hers = shares(&ada, "evenings", "Kettle by Ada.");
        let theirs = shares(&maya, "evenings", "Kettle by Maya.");
        town.settles();
        maya.visits(&format!("/p/{hers}")).is(200);
        blocks(&ada, "Maya Lake");

        for (reader, thread, words, name) in [(&maya, &hers, "by Ada", "Quiet Ada"), (&ada, &theirs, "by Maya", "Maya Lake")] {
            let page = format!("/p/{thread}");
            for door in [page.clone(), format!("{page}/reply"), format!("{page}/live"), format!("{page}/concern"), format!("/api/v1/threads/{thread}"), format!("/api/v1/threads/{thread}/replies")] {
                reader.visits(&door).is(404);
            }
            for list in ["/g/evenings", "/", "/waiting", "/search?q=kettle", "/api/v1/feed", "/api/v1/waiting", "/api/v1/groups/evenings/threads", "/g/evenings/people"] {
                reader.visits(list).is(200).hides(words).hides(name);
            }
            let react = format!("/api/v1/threads/{thread}/reaction");
            reader.sends("PUT", &react, &JSON, Some(br#"{"word":"with"}"#)).is(404);
            reader.sends("POST", &format!("/api/v1/threads/{thread}/replies"), &JSON, Some(br#"{"body":"Hello."}"#)).is(404);
        }
        joe.visits("/g/evenings").is(200).shows("by Ada").shows("by Maya");
        assert_eq!(town.count("SELECT count(*) AS n FROM reply"), 0);

        maya.visits(&page_of("Quiet Ada")).is(404);
        maya.visits(&format!("{}/quiet", page_of("Quiet Ada"))).is(404);
        maya.visits(&format!("{}/concern", page_of("Quiet Ada"))).is(404);
        maya.visits("/api/v1/people/Quiet%20Ada").is(404);
        ada.visits(&page_of("Maya Lake")).is(200).shows("You blocked this name").hides("by Maya");

        takes_back(&ada, "Maya Lake");
        maya.visits(&format!("/p/{hers}")).is(200);
        maya.visits("/g/evenings").shows("by Ada");
        ada.visits("/search?q=kettle").is(200).shows("by Maya");
    }

    fn whoever_is_blocked_is_told_what_they_would_be_told_of_what_never_was(town) {
        let [_, ada, maya, _] = evenings(town);
        let thread = shares(&ada, "evenings", "Here for now.");
        blocks(&ada, "Maya Lake");
        let never: String = thread.chars().rev().collect();
        for door in ["", "/reply", "/live", "/edit", "/reactions"] {
            let (hidden, absent) = (maya.visits(&format!("/p/{thread}{door}")), maya.visits(&format!("/p/{never}{door}")));
            assert_eq!((hidden.status, hidden.text("main")), (absent.status, absent.text("main")), "{door}");
        }
        let (hidden, absent) = (maya.visits(&page_of("Quiet Ada")), maya.visits(&page_of("Nona Dale")));
        assert_eq!((hidden.status, hidden.text("main")), (absent.status, absent.text("main")));
        let put = |name: &str| maya.sends("PUT", &format!("/api/v1/people/{name}/block"), &JSON, None);
        assert_eq!((put("Quiet%20Ada").status, put("Quiet%20Ada").body), (put("Nona%20Dale").status, put("Nona%20Dale").body));
        maya.visits("/news").is(200).hides("Ada");
        maya.visits("/you/quiet").is(200).hides("Ada");
    }

    fn in_somebody_elses_thread_a_reply_is_as_if_it_had_been_taken_back(town) {
        let [_, ada, maya, joe] = evenings(town);
        let thread = shares(&joe, "evenings", "Anyone up?");
        let page = format!("/p/{thread}");
        let bare = answers(&ada, &thread, None, "Only Ada says.");
        let held = answers(&ada, &thread, None, "Ada with answers.");
        let below = answers(&joe, &thread, Some(&held), "Joe answers.");
        answers(&maya, &thread, None, "Maya says.");
        joe.visits(&page).is(200).shows("4 replies");
        blocks(&ada, "Maya Lake");

        let seen = maya.visits(&page).is(200).hides("Ada").shows("Joe answers.").shows("2 replies");
        assert_eq!(seen.count("article[id^=r]"), 3, "hers with an answer below leaves its place");
        assert_eq!(seen.text(&format!("#r{held}")), "The writer took this back, or its time was over.");
        maya.visits(&format!("{page}?order=newest")).is(200).hides("Quiet Ada").shows("2 replies");
        maya.visits("/g/evenings").shows("2 replies");
        let json = maya.visits(&format!("/api/v1/threads/{thread}/replies")).is(200).hides("Quiet Ada").json();
        assert_eq!(json["rows"][1]["is_taken_back"], true);
        assert_eq!(maya.visits(&format!("/api/v1/threads/{thread}")).json()["reply_count"], 2);
        maya.visits(&format!("{page}/r/{bare}")).is(410);
        maya.visits(&format!("{page}/r/{below}")).is(200).hides("Quiet Ada");
        let api = format!("/api/v1/threads/{thread}/replies");
        let to = format!(r#"{{"body":"To you.","to":"{held}"}}"#);
        maya.sends("POST", &api, &JSON, Some(to.as_bytes())).is(409);
        maya.sends("PUT", &format!("{api}/{held}/reaction"), &JSON, Some(br#"{"word":"with"}"#)).is(410);
        ada.visits(&page).is(200).hides("Maya says").shows("3 replies");
        ada.visits("/search?q=says").is(200).hides("Maya");

        let form = joe.visits(&format!("{page}/r/{below}/delete")).is(200);
        joe.fills(&form, &format!("{page}/r/{below}/delete"), &[]).is(303);
        let seen = maya.visits(&page).is(200);
        assert_eq!(seen.count("article[id^=r]"), 1, "nothing hangs below, and nothing stands");
    }

    fn news_of_somebody_one_does_not_meet_is_no_news(town) {
        let [_, ada, maya, joe] = evenings(town);
        let thread = shares(&ada, "evenings", "Before.");
        answers(&maya, &thread, None, "I was here.");
        maya.sends("PUT", &format!("/api/v1/threads/{thread}/reaction"), &JSON, Some(br#"{"word":"with"}"#)).is(200);
        town.settles();
        ada.visits("/news").is(200).shows("Maya Lake");
        ada.visits(&format!("/p/{thread}/reactions")).is(200).shows("Maya Lake");
        blocks(&ada, "Maya Lake");
        ada.visits("/news").is(200).hides("Maya Lake");
        ada.visits("/you").is(200).shows("All quiet.");
        ada.visits(&format!("/p/{thread}/reactions")).is(200).hides("Maya Lake");

        answers(&joe, &thread, None, "Me too.");
        town.settles();
        ada.visits("/news").is(200).shows("Slow Joe").hides("Maya");
    }

    fn an_open_page_does_not_wake_for_somebody_its_reader_does_not_meet(town) {
        let [_, ada, maya, joe] = evenings(town);
        let thread = shares(&joe, "evenings", "Anyone up?");
        blocks(&ada, "Maya Lake");
        let live = format!("/p/{thread}/live");
        let (blocked, other) = (maya.listens(&live), joe.listens(&live));
        std::thread::sleep(std::time::Duration::from_millis(300));
        answers(&ada, &thread, None, "Here.");
        assert_eq!(other.recv_timeout(std::time::Duration::from_secs(3)).as_deref(), Ok("event: news"));
        assert!(blocked.recv_timeout(std::time::Duration::from_millis(300)).is_err());
    }

    fn a_block_ends_open_pages_of_both_so_that_they_ask_anew(town) {
        let [_, ada, maya, joe] = evenings(town);
        let thread = shares(&joe, "evenings", "Anyone up?");
        let live = format!("/p/{thread}/live");
        let streams = [maya.listens(&live), ada.listens(&live)];
        let other = joe.listens(&live);
        std::thread::sleep(std::time::Duration::from_millis(300));
        blocks(&ada, "Maya Lake");
        for stream in streams {
            let ended = stream.recv_timeout(std::time::Duration::from_secs(3));
            assert_eq!(ended, Err(std::sync::mpsc::RecvTimeoutError::Disconnected));
        }
        let still = other.recv_timeout(std::time::Duration::from_millis(300));
        assert_eq!(still, Err(std::sync::mpsc::RecvTimeoutError::Timeout));
    }

    fn blocking_an_alias_hides_the_alias_and_not_its_holder(town) {
        let (keeper, ada, maya) = (town.person("Keeper Oak"), town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&keeper, &ada, &maya]);
        let hidden = whispers(&ada, "group", "Said by nobody.");
        let named = shares(&ada, "owls", "Said by Ada.");
        let alias = author_of(&maya, &hidden);
        blocks(&maya, &alias);
        maya.visits(&format!("/p/{hidden}")).is(404);
        maya.visits(&format!("/p/{named}")).is(200).shows("Said by Ada.");
        maya.visits(&page_of("Quiet Ada")).is(200);
        let hers = shares(&maya, "owls", "Said by Maya.");
        ada.visits(&format!("/p/{hers}")).is(200).shows("Said by Maya.");
        let form = ada.visits(&format!("/p/{hers}/reply")).is(200);
        ada.fills(&form, &format!("/p/{hers}/reply"), &[("body", "As nobody."), ("as", "group")]).is(404);
        answers(&ada, &hers, None, "As Ada.");
        maya.visits(&format!("/p/{hers}")).is(200).shows("As Ada.").hides("As nobody.");
    }

    fn blocking_a_name_stops_no_alias_of_the_same_person_and_hides_no_alias_of_ones_own(town) {
        let (keeper, ada, maya) = (town.person("Keeper Oak"), town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&keeper, &ada, &maya]);
        let hers = shares(&maya, "owls", "Said by Maya.");
        let whispered = whispers(&maya, "thread", "Whispered by Maya.");
        let api = format!("/api/v1/threads/{hers}/replies");
        let by_nobody = whispers(&ada, "group", "Said by nobody.");
        blocks(&maya, "Quiet Ada");

        ada.visits(&format!("/p/{hers}")).is(404);
        ada.visits(&format!("/p/{whispered}")).is(200).shows("Whispered by Maya.");
        maya.visits(&format!("/p/{by_nobody}")).is(200).shows("Said by nobody.");
        ada.sends("POST", &api, &JSON, Some(br#"{"body":"As Ada."}"#)).is(404);
        let given = ada.sends("POST", &api, &JSON, Some(br#"{"body":"As nobody.","as":"group"}"#)).is(201).json();
        let one = format!("{api}/{}", given["id"].as_str().unwrap());
        ada.sends("PATCH", &one, &JSON, Some(br#"{"body":"As nobody, changed."}"#)).is(200);
        maya.visits(&format!("/p/{hers}")).is(200).shows("As nobody, changed.");
        ada.sends("DELETE", &one, &[], None).is(204);
    }

    fn those_who_look_after_a_group_meet_everybody_there_and_what_they_decide_is_heard(town) {
        let [keeper, ada, maya, _] = evenings(town);
        let thread = shares(&ada, "evenings", "A case, perhaps.");
        blocks(&ada, "Keeper Oak");
        keeper.visits(&format!("/p/{thread}")).is(200).shows("A case, perhaps.");
        keeper.visits("/g/evenings").is(200).shows("A case, perhaps.");
        let other = shares(&maya, "evenings", "Anyone?");
        answers(&maya, &other, None, "Words of Maya.");
        blocks(&keeper, "Maya Lake");
        let seen = keeper.visits(&format!("/p/{other}")).is(200).shows("Words of Maya.");
        assert_eq!(seen.text(".thread details.fold summary span"), "By somebody you blocked. You look after this group, so you can open it.");
        let form = keeper.visits(&format!("/p/{thread}")).is(200);
        keeper.fills(&form, &format!("/p/{thread}/lock"), &[("reason", "Let us rest this.")]).is(303);
        ada.visits(&format!("/p/{thread}")).is(200).shows("Let us rest this.");
        let host = town.host("Patient Alder");
        blocks(&ada, "Patient Alder");
        town.arranges(|tx| tx.batch("UPDATE thread SET reach = 'community'"));
        host.visits(&format!("/p/{thread}")).is(200);
        host.visits(&page_of("Quiet Ada")).is(200);
    }

    fn what_is_muted_leaves_lists_news_and_search_and_can_be_opened(town) {
        let [_, ada, maya, joe] = evenings(town);
        let theirs = shares(&maya, "evenings", "Kettle by Maya.");
        let hers = shares(&ada, "evenings", "Kettle by Ada.");
        let other = shares(&joe, "evenings", "Kettle by Joe.");
        answers(&maya, &other, None, "Long words of Maya.");
        chooses(&ada, &page_of("Maya Lake"), "week").is(303);
        answers(&maya, &hers, None, "To Ada.");
        town.settles();

        for list in ["/g/evenings", "/", "/waiting", "/search?q=kettle", "/api/v1/feed", "/api/v1/groups/evenings/threads", "/news"] {
            ada.visits(list).is(200).hides("Maya");
        }
        ada.visits(&format!("/p/{theirs}")).is(200).shows("Kettle by Maya.");
        let seen = ada.visits(&format!("/p/{other}")).is(200).shows("Long words of Maya.");
        assert_eq!(seen.text(".thread details.fold summary span"), "By somebody you hear less of");
        maya.visits(&format!("/p/{hers}")).is(200).shows("Kettle by Ada.");
        ada.visits("/you/quiet").is(200).shows("Maya Lake").shows("Until 28 November 2026");

        town.begins();
        town.waits_s(8 * 86_400);
        ada.visits("/you/quiet").is(200).hides("Maya Lake");
        ada.visits("/g/evenings").is(200).shows("Kettle by Maya.");
    }

    fn a_muted_group_leaves_what_is_new_and_stays_ones_own(town) {
        let [_, ada, maya, _] = evenings(town);
        let hers = shares(&ada, "evenings", "Kettle by Ada.");
        shares(&maya, "evenings", "Kettle by Maya.");
        chooses(&ada, "/g/evenings", "good").is(303);
        answers(&maya, &hers, None, "To Ada.");
        town.settles();
        for list in ["/", "/waiting", "/search?q=kettle", "/api/v1/feed", "/news"] {
            ada.visits(list).is(200).hides("Maya");
        }
        ada.visits("/g/evenings").is(200).shows("Kettle by Maya.");
        ada.visits("/search?q=kettle&group=evenings").is(200).shows("Kettle by Maya.");
        let list = ada.visits("/you/quiet").is(200).shows("evenings").shows("For good");
        ada.fills(&list, "/g/evenings/quiet", &[("how", "none")]).is(303);
        ada.visits("/api/v1/feed").is(200).shows("Kettle by Maya.");
    }

    fn a_muted_community_leaves_with_all_of_its_people(town) {
        let [_, ada, maya, _] = evenings(town);
        let thread = shares(&maya, "evenings", "Kettle from afar.");
        let face = maya.face;
        town.arranges(move |tx| {
            tx.batch(&format!(
                "INSERT INTO far_face (face_id, actor, domain) VALUES ({face}, 'https://calm.example/maya', 'calm.example');
                 UPDATE face SET kind = 'remote', name = 'maya@calm.example' WHERE id = {face};"
            ))
        });
        let list = ada.visits("/you/quiet").is(200);
        ada.fills(&list, "/you/quiet", &[("community", "not a name"), ("how", "week")]).is(422).shows("It looks like calm.example");
        ada.fills(&list, "/you/quiet", &[("community", "calm.example")]).is(422).shows("Choose one of these.");
        ada.fills(&list, "/you/quiet", &[("community", "@Calm.Example"), ("how", "week")]).is(303);
        for list in ["/g/evenings", "/", "/search?q=kettle", "/api/v1/feed"] {
            ada.visits(list).is(200).hides("from afar");
        }
        ada.visits(&format!("/p/{thread}")).is(200).shows("from afar");
        ada.sends("DELETE", "/api/v1/communities/calm.example/mute", &[], None).is(204);
        ada.visits("/g/evenings").is(200).shows("from afar");
    }

    fn the_same_can_be_said_by_programs_twice_as_once(town) {
        let [_, ada, _, _] = evenings(town);
        let (week, never) = (br#"{"lasts":"week"}"#, br#"{"lasts":"year"}"#);
        for _ in 0..2 {
            ada.sends("PUT", "/api/v1/people/Maya%20Lake/block", &[], None).is(204);
            ada.sends("PUT", "/api/v1/people/Slow%20Joe/mute", &JSON, Some(week)).is(204);
            ada.sends("PUT", "/api/v1/groups/evenings/mute", &JSON, Some(week)).is(204);
            ada.sends("PUT", "/api/v1/communities/calm.example/mute", &JSON, Some(br#"{"lasts":"good"}"#)).is(204);
        }
        let json = ada.visits("/api/v1/quiet").is(200).json();
        assert_eq!(json["blocks"], serde_json::json!(["Maya Lake"]));
        assert_eq!(json["people"], serde_json::json!([{"name": "Slow Joe", "until": "2026-11-28"}]));
        assert_eq!(json["groups"][0]["name"], "evenings");
        assert_eq!(json["communities"], serde_json::json!([{"name": "calm.example", "until": null}]));
        for _ in 0..2 {
            for place in ["people/Maya%20Lake/block", "people/Slow%20Joe/mute", "groups/evenings/mute", "communities/calm.example/mute", "people/Nona%20Dale/block"] {
                ada.sends("DELETE", &format!("/api/v1/{place}"), &[], None).is(204);
            }
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM block") + town.count("SELECT count(*) AS n FROM mute"), 0);

        ada.sends("PUT", "/api/v1/people/Slow%20Joe/mute", &JSON, Some(never)).is(422);
        ada.sends("PUT", "/api/v1/people/Nona%20Dale/mute", &JSON, Some(week)).is(404);
        ada.sends("PUT", "/api/v1/groups/mornings/mute", &JSON, Some(week)).is(404);
        ada.sends("PUT", "/api/v1/communities/calm/mute", &JSON, Some(week)).is(422);
        town.stranger().sends("PUT", "/api/v1/people/Maya%20Lake/block", &[], None).is(401);
        town.stranger().visits("/you/quiet").is(303);
    }

    fn nobody_blocks_themself_nor_without_end(town) {
        let [_, ada, maya, _] = evenings(town);
        ada.visits(&format!("{}/quiet", page_of("Quiet Ada"))).is(422);
        ada.sends("PUT", "/api/v1/people/Quiet%20Ada/block", &[], None).is(422);
        let form = ada.visits(&format!("{}/quiet", page_of("Maya Lake"))).is(200).shows("about this name alone");
        let url = format!("{}/quiet", page_of("Maya Lake"));
        ada.fills(&form, &url, &[]).is(422).shows("Choose one of these.");

        let (me, other) = (ada.face, maya.face);
        town.arranges(move |tx| {
            tx.batch(&format!(
                "INSERT INTO mute (id, by_face, domain) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
                 SELECT i, {me}, 'calm' || i || '.example' FROM n;"
            ))
        });
        ada.fills(&form, &url, &[("how", "block")]).is(422).shows("as many as we keep for one person");
        ada.sends("PUT", "/api/v1/people/Maya%20Lake/mute", &JSON, Some(br#"{"lasts":"day"}"#)).is(409);
        assert_ne!(me, other);
        assert_eq!(town.count("SELECT count(*) AS n FROM block"), 0);
    }

    fn what_one_said_goes_when_one_goes_and_holds_over_words_that_stay(town) {
        let [_, ada, maya, joe] = evenings(town);
        blocks(&ada, "Maya Lake");
        chooses(&ada, &page_of("Slow Joe"), "good").is(303);
        blocks(&joe, "Maya Lake");
        shares(&maya, "evenings", "Kettle by Maya.");
        let proof = serde_json::json!({"words": ada.words}).to_string();
        ada.sends("POST", "/api/v1/sessions/proof", &JSON, Some(proof.as_bytes())).is(204);
        ada.sends("DELETE", "/api/v1/me", &JSON, Some(br#"{"takes_words_back":true}"#)).is(204);
        town.settles();
        assert_eq!(town.lines("SELECT f.name AS line FROM block b JOIN face f ON f.id = b.by_face"), ["Slow Joe"]);
        assert_eq!(town.count("SELECT count(*) AS n FROM mute"), 0);

        let proof = serde_json::json!({"words": maya.words}).to_string();
        maya.sends("POST", "/api/v1/sessions/proof", &JSON, Some(proof.as_bytes())).is(204);
        maya.sends("DELETE", "/api/v1/me", &JSON, Some(br#"{"takes_words_back":false}"#)).is(204);
        town.settles();
        joe.visits("/you/quiet").is(200).hides("Maya");
        joe.visits("/g/evenings").is(200).hides("Kettle by Maya.");
    }
}
