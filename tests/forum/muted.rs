//! Words a member would rather not meet: sealed, folded or left out for them alone, and never their own.

use hearthside::policy::Reach;

use super::aliases::{night_owls, whispers};
use super::{answers, shares};
use crate::harness::{Person, Seen, Town};

const JSON: [(&str, &str); 1] = [("content-type", "application/json")];
const PAGE: &str = "/you/quiet/words";

/// Somebody mutes a word on its page.
#[track_caller]
fn mutes(who: &Person, word: &str, hush: &str, lasts: &str) -> Seen {
    let form = who.visits(PAGE).is(200);
    who.fills(&form, PAGE, &[("word", word), ("hush", hush), ("lasts", lasts)])
}

#[track_caller]
fn hears(who: &Person, word: &str) {
    let form = who.visits(PAGE).is(200);
    who.fills(&form, "/you/quiet/words/off", &[("word", word)]).is(303);
}

fn two(town: &Town) -> [Person; 2] {
    let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
    town.group("evenings", Reach::Community, &[&maya, &ada]);
    // Nobody is new, so that the first page shows who waits.
    town.arranges(|tx| tx.batch("UPDATE account SET joined_week = 2900"));
    [ada, maya]
}

on_both! {
    fn a_word_folds_threads_and_replies_for_whoever_muted_it_and_for_nobody_else(town) {
        let [ada, maya] = two(town);
        let thread = shares(&maya, "evenings", "A bottle of VÓDKA on the table.");
        let other = shares(&maya, "evenings", "Vodkas and other plurals.");
        let page = format!("/p/{thread}");
        answers(&maya, &other, None, "No piña   colada either.");
        town.settles();
        assert_eq!(mutes(&ada, "vodka", "fold", "good").is(303).location, "/you/quiet/words?kept=1");
        mutes(&ada, "Pina Colada", "fold", "good").is(303);

        let seen = ada.visits(&page).is(200);
        assert_eq!(seen.text("h1"), "A post with a word you muted");
        assert_eq!(seen.text("details.fold summary span"), "Holds a word you muted");
        let seen = ada.visits(&format!("/p/{other}")).is(200).shows("Vodkas and other plurals.");
        assert_eq!(seen.text("article[id^=r] details.fold summary span"), "Holds a word you muted");
        for list in ["/g/evenings", "/", "/waiting", "/search?q=bottle"] {
            ada.visits(list).is(200).shows("Holds a word you muted");
        }
        for list in ["/g/evenings", "/"] {
            assert!(!ada.visits(list).text("main").contains("bottle"), "{list}");
        }
        ada.visits("/people/Maya%20Lake").is(200).hides("bottle");
        for list in [page.as_str(), "/g/evenings", "/search?q=bottle"] {
            maya.visits(list).is(200).hides("a word you muted").shows("VÓDKA");
        }
        hears(&ada, "VODKA");
        ada.visits(&page).is(200).hides("a word you muted");
    }

    fn a_word_that_hides_leaves_lists_search_and_news_which_say_so(town) {
        let [ada, maya] = two(town);
        let own = shares(&ada, "evenings", "Anyone up?");
        let hidden = shares(&maya, "evenings", "The bottle calls.");
        shares(&maya, "evenings", "A calm evening.");
        answers(&maya, &own, None, "Put the bottle away.");
        town.settles();
        ada.visits("/news").is(200).shows("Maya Lake");
        mutes(&ada, "bottle", "hide", "good").is(303);

        for list in ["/g/evenings", "/", "/waiting", "/search?q=the", "/news"] {
            ada.visits(list).is(200).hides("bottle").hides("The bottle calls").shows("they hold a word you muted");
        }
        for list in ["/g/evenings", "/waiting"] {
            ada.visits(list).shows("A calm evening.");
        }
        ada.visits("/news").hides("Maya Lake");
        assert_eq!(ada.visits("/").count("a[href='/you'] .dot"), 0, "nothing that is not shown makes a dot");
        // Whoever goes there meets it folded; what was answered can be followed.
        ada.visits(&format!("/p/{hidden}")).is(200).shows("Holds a word you muted");
        let seen = ada.visits(&format!("/p/{own}")).is(200);
        assert_eq!(seen.text("article[id^=r] details.fold summary span"), "Holds a word you muted");
        let json = ada.visits("/api/v1/feed").is(200).hides("bottle").json();
        assert_eq!(json["rows"].as_array().unwrap().len(), 2);
        ada.visits("/api/v1/search?q=bottle").is(200).hides("calls");
        ada.visits("/api/v1/news").is(200).hides("Maya");
        ada.visits("/api/v1/waiting").is(200).hides("calls");
        ada.visits("/api/v1/groups/evenings/threads").is(200).hides("calls");
        maya.visits("/g/evenings").is(200).shows("The bottle calls.").hides("a word you muted");
    }

    fn the_room_on_today_says_something_new_and_not_that_there_is_nothing(town) {
        let [ada, maya] = two(town);
        shares(&maya, "evenings", "The bottle calls.");
        mutes(&ada, "calls", "hide", "good").is(303);
        ada.visits("/").is(200).shows("Something new").hides("Nothing here yet").hides("bottle");
        ada.visits("/g/evenings").is(200).hides("A hello would do");
    }

    fn nobodys_own_words_are_masked_for_them(town) {
        let [ada, _] = two(town);
        let thread = shares(&ada, "evenings", "My bottle, my words.");
        answers(&ada, &thread, None, "The bottle again.");
        town.settles();
        mutes(&ada, "bottle", "hide", "good").is(303);
        ada.visits(&format!("/p/{thread}")).is(200).hides("a word you muted").shows("My bottle").shows("The bottle again.");
        ada.visits("/g/evenings").is(200).shows("My bottle").hides("a word you muted");
        ada.visits("/search?q=bottle").is(200).shows("My ").hides("they hold a word");
    }

    fn words_of_ones_own_alias_stand_open_in_their_thread(town) {
        let maya = town.person("Maya Lake");
        night_owls(town, "allowed", &[&maya]);
        let thread = whispers(&maya, "thread", "Nobody knows my bottle.");
        mutes(&maya, "bottle", "fold", "good").is(303);
        maya.visits(&format!("/p/{thread}")).is(200).shows("Nobody knows my bottle.").hides("Holds a word you muted");
    }

    fn content_notes_are_looked_through_as_they_read_in_each_language(town) {
        let [ada, maya] = two(town);
        let form = maya.visits("/share?group=evenings").is(200);
        let fields = [("body", "Quiet words."), ("kind", "win"), ("step", "send"), ("note", "grief"), ("note_words", "about my sister")];
        let thread = super::id_in(&maya.fills(&form, "/share", &fields).is(303).location);
        let page = format!("/p/{thread}");
        ada.keeps("__Host-reading", "open=grief&open=own");
        ada.visits(&page).is(200).hides("a word you muted");
        for word in ["sister", "Duelo"] {
            mutes(&ada, word, "fold", "good").is(303);
            ada.visits(&page).is(200).shows("Holds a word you muted");
            hears(&ada, word);
            ada.visits(&page).is(200).hides("a word you muted");
        }
    }

    fn a_page_is_filled_where_posts_are_left_out_and_goes_on(town) {
        let [ada, maya] = two(town);
        let (face, group) = (maya.face, town.count("SELECT id AS n FROM \"group\" WHERE name = 'evenings'"));
        town.arranges(move |tx| {
            tx.batch(&format!(
                "INSERT INTO thread (public_id, group_id, author_face, kind, title, body, reach, said_on, is_hard)
                 WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
                 SELECT 'mtedwrds00' || (1000 + i), {group}, {face}, 'win', 'Post ' || i, CASE WHEN i % 2 = 0 THEN 'a bottle' ELSE 'tea' END, 'community', 20777, FALSE FROM n;"
            ))
        });
        mutes(&ada, "bottle", "hide", "good").is(303);
        let first = ada.visits("/api/v1/groups/evenings/threads").is(200).json();
        assert_eq!(first["rows"].as_array().unwrap().len(), 20, "a whole page");
        let next = first["next"].as_str().unwrap();
        let last = ada.visits(&format!("/api/v1/groups/evenings/threads?before={next}")).is(200).json();
        assert_eq!((last["rows"].as_array().unwrap().len(), last["next"].is_null()), (10, true), "and the rest");

        mutes(&ada, "tea", "hide", "good").is(303);
        let none = ada.visits("/api/v1/groups/evenings/threads").is(200).json();
        assert_eq!(none["rows"].as_array().unwrap().len(), 0);
        ada.visits("/g/evenings").is(200).shows("they hold a word you muted").hides("Nothing since");
    }

    fn a_mute_ends_by_itself_and_what_is_over_makes_room(town) {
        let [ada, maya] = two(town);
        let thread = shares(&maya, "evenings", "The bottle calls.");
        mutes(&ada, "bottle", "fold", "day").is(303);
        mutes(&ada, "calls", "fold", "week").is(303);
        ada.visits(PAGE).is(200).shows("Until").shows("bottle").shows("calls");
        town.waits_s(86_400);
        ada.visits(PAGE).is(200).hides("bottle").shows("calls");
        ada.visits(&format!("/p/{thread}")).is(200).shows("Holds a word you muted");
        town.waits_s(6 * 86_400);
        ada.visits(&format!("/p/{thread}")).is(200).hides("a word you muted");
        ada.visits(PAGE).is(200).shows("No words yet.");
    }

    fn what_is_missing_is_said_with_what_was_typed(town) {
        let [ada, _] = two(town);
        let seen = mutes(&ada, "tea", "", "").is(422).shows("Choose one of these.").shows("Choose for how long.");
        assert_eq!(seen.attribute("#word", "value").as_deref(), Some("tea"));
        mutes(&ada, "…", "fold", "day").is(422).shows("up to 60 letters");
        mutes(&ada, &"a".repeat(61), "fold", "day").is(422).shows("up to 60 letters");
        for number in 0..100 {
            let body = format!(r#"{{"word":"word {number}","hush":"fold","lasts":"good"}}"#);
            ada.sends("PUT", "/api/v1/quiet/words", &JSON, Some(body.as_bytes())).is(204);
        }
        mutes(&ada, "one more", "fold", "day").is(422).shows("as many as we keep for one person");
        ada.sends("PUT", "/api/v1/quiet/words", &JSON, Some(br#"{"word":"one more","hush":"fold","lasts":"day"}"#)).is(409);
        mutes(&ada, "WORD 99", "hide", "day").is(303);
        ada.visits("/you/quiet").is(200).shows("You have muted 100 words.");
        town.stranger().visits(PAGE).is(303);
    }

    fn programs_mute_hear_and_read(town) {
        let [ada, maya] = two(town);
        let thread = shares(&maya, "evenings", "The bottle calls.");
        answers(&maya, &thread, None, "No bottle here.");
        for _ in 0..2 {
            ada.sends("PUT", "/api/v1/quiet/words", &JSON, Some(br#"{"word":"Bottle","hush":"fold","lasts":"good"}"#)).is(204);
        }
        let words = ada.visits("/api/v1/quiet/words").is(200).json();
        assert_eq!(words["words"], serde_json::json!([{"word": "Bottle", "hush": "fold", "until": null}]));
        assert_eq!(ada.visits("/api/v1/quiet").json()["words"], words["words"]);
        let card = &ada.visits("/api/v1/groups/evenings/threads").json()["rows"][0];
        assert_eq!((&card["holds_muted"], &card["title"]), (&serde_json::json!(true), &serde_json::Value::Null));
        let reply = &ada.visits(&format!("/api/v1/threads/{thread}/replies")).json()["rows"][0];
        assert_eq!((&reply["holds_muted"], &reply["body"]), (&serde_json::json!(true), &serde_json::json!("No bottle here.")));
        assert_eq!(maya.visits("/api/v1/groups/evenings/threads").json()["rows"][0]["holds_muted"], false);
        for sent in [&br#"{"word":"","hush":"fold","lasts":"good"}"#[..], br#"{"word":"a","hush":"loud","lasts":"good"}"#, br#"{"word":"a","hush":"fold","lasts":"year"}"#] {
            ada.sends("PUT", "/api/v1/quiet/words", &JSON, Some(sent)).is(422);
        }
        for _ in 0..2 {
            ada.sends("POST", "/api/v1/quiet/words/off", &JSON, Some(br#"{"word":"bottle"}"#)).is(204);
        }
        assert_eq!(ada.visits("/api/v1/quiet/words").json()["words"], serde_json::json!([]));
        town.stranger().sends("PUT", "/api/v1/quiet/words", &JSON, Some(br#"{"word":"a","hush":"fold","lasts":"good"}"#)).is(401);
        town.stranger().visits("/api/v1/quiet/words").is(401);
    }

    fn the_list_is_sealed_and_gone_with_the_account(town) {
        let [ada, maya] = two(town);
        mutes(&ada, "lantern", "hide", "good").is(303);
        let sealed = town.lines("SELECT muted_words AS line FROM account WHERE muted_words <> ''");
        assert_eq!(sealed.len(), 1);
        assert!(!sealed[0].contains("lantern") && sealed[0].len() > 1_024, "filled up: {}", sealed[0].len());
        maya.visits(PAGE).is(200).hides("lantern");
        hears(&ada, "lantern");
        assert_eq!(town.count("SELECT count(*) AS n FROM account WHERE muted_words <> ''"), 0, "an empty list is nothing");

        mutes(&ada, "lantern", "hide", "good").is(303);
        let proof = serde_json::json!({"words": ada.words}).to_string();
        ada.sends("POST", "/api/v1/sessions/proof", &JSON, Some(proof.as_bytes())).is(204);
        ada.sends("DELETE", "/api/v1/me", &JSON, Some(br#"{"takes_words_back":true}"#)).is(204);
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM account WHERE muted_words <> ''"), 0);
    }
}
