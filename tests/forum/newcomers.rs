//! Somebody's first days: what waits, for how long, and who answers; and what looks like selling, whoever says it.

use super::aliases::says;
use super::{answers, id_in, shares};
use crate::harness::{Person, Seen, Town};
use crate::safety::{owls, token};
use hearthside::policy::Reach;

const JSON: [(&str, &str); 1] = [("content-type", "application/json")];
const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;

/// A community in which people have been for two weeks; it is Monday, and newcomers wait a week and for three posts.
pub fn people(town: &Town) -> (Person, Person, Person) {
    let (maya, lea, tom) = (town.person("Maya Lake"), town.person("Old Lantern"), town.person("Calm Stone"));
    owls(town, &[&maya, &lea, &tom]);
    town.arranges(|tx| {
        tx.batch("UPDATE \"group\" SET reach = 'community'; UPDATE community SET newcomer_weeks = 1, newcomer_minutes = 0")
    });
    town.waits_s(DAY);
    (maya, lea, tom)
}

/// Somebody comes in now, and joins.
pub fn arrives(town: &Town, name: &str) -> Person {
    let person = town.person(name);
    person.posts("/g/owls/join", &[("csrf", &token(&person))]).is(303);
    person
}

pub fn says_back(person: &Person, thread: &str, words: &str) -> Seen {
    let url = format!("/p/{thread}/reply");
    person.fills(&person.visits(&url).is(200), &url, &[("body", words)])
}

fn shields(person: &Person, thread: &str, fields: &[(&str, &str)]) -> Seen {
    let token = token(person);
    person.posts(&format!("/p/{thread}/shield"), &[&[("csrf", token.as_str())], fields].concat())
}

fn lets_through(keeper: &Person) {
    let page = keeper.visits("/g/owls/held").is(200);
    let mut form = page.form("/g/owls/held", &[]);
    form.push(("answer".to_owned(), "let-through".to_owned()));
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    keeper.posts("/g/owls/held", &form).is(303);
}

on_both! {
    fn links_and_invitations_wait_in_the_first_days_and_nothing_typed_is_lost(town) {
        let (maya, _, tom) = people(town);
        let nia = arrives(town, "New Reed");
        nia.visits("/share?group=owls").is(200).shows("Links open for you here after your first week, once 3 more");
        tom.visits("/share?group=owls").is(200).hides("Links open for you");
        let words = "This helped me: https://library.example/a";
        let refused = says(&nia, "owls", &[("body", words), ("kind", "win")]).is(409).shows("Links wait in the first days");
        assert_eq!(refused.text("textarea[name=body]").trim(), words, "nothing is lost");
        let body = format!(r#"{{"group":"owls","kind":"win","body":"{words}"}}"#);
        let json = nia.sends("POST", "/api/v1/threads", &JSON, Some(body.as_bytes())).is(409).json();
        assert_eq!(json["code"], "settling-links");
        let offer = br#"{"uses":1,"days":7}"#;
        let invites = |person: &Person| person.sends("POST", "/api/v1/invitations", &JSON, Some(offer));
        assert_eq!(invites(&nia).is(409).json()["code"], "settling-invite");
        let form = nia.visits("/invitations").is(200);
        let refused = nia.fills(&form, "/invitations", &[("label", "For my friend")]).is(422).shows("Inviting others opens for you");
        assert_eq!(refused.attribute("input[name=label]", "value").as_deref(), Some("For my friend"));
        invites(&tom).is(201);
        shares(&tom, "owls", "See https://library.example/b");
        shares(&maya, "owls", "See https://library.example/c");

        let first = shares(&nia, "owls", "One.");
        let edit = format!("/p/{first}/edit");
        nia.fills(&nia.visits(&edit).is(200), &edit, &[("body", words)]).is(409).shows("Links wait");
        answers(&nia, &first, None, "Two.");
        answers(&nia, &first, None, "Three.");
        nia.visits("/share?group=owls").is(200).shows("Links open for you here in 7 days");
        says(&nia, "owls", &[("body", words), ("kind", "win")]).is(409).shows("Yours open in 7 days");
        town.waits_s(7 * DAY);
        nia.visits("/share?group=owls").is(200).hides("Links open for you");
        shares(&nia, "owls", words);
        invites(&nia).is(201);
    }

    fn nobody_waits_for_longer_than_two_weeks_nor_where_a_community_has_only_begun(town) {
        people(town);
        let quiet = arrives(town, "Quiet Reed");
        town.waits_s(7 * DAY);
        says(&quiet, "owls", &[("body", "https://library.example/a"), ("kind", "win")]).is(409).shows("once 3 more");
        town.waits_s(7 * DAY);
        shares(&quiet, "owls", "https://library.example/a");
        let now = town.app.clock().now().0;
        town.arranges(move |tx| tx.batch(&format!("UPDATE community SET opened_at = {now}")));
        let nia = arrives(town, "New Reed");
        let form = nia.visits("/share?group=owls").is(200).hides("Links open for you");
        assert_eq!(form.count("input[name=shield]"), 0);
        shares(&nia, "owls", "https://library.example/b");
    }

    fn a_link_the_communitys_own_words_lead_to_does_not_wait(town) {
        people(town);
        let nia = arrives(town, "New Reed");
        let words = "I read it on https://pages.example/rules";
        says(&nia, "owls", &[("body", words), ("kind", "win")]).is(409);
        town.arranges(|tx| tx.batch("UPDATE community SET how_we_talk = 'Look at https://pages.example/'"));
        shares(&nia, "owls", words);
    }

    fn a_newcomer_is_answered_by_those_who_have_been_here_a_while_until_they_end_it(town) {
        let (_, _, tom) = people(town);
        let (nia, other) = (arrives(town, "New Reed"), arrives(town, "Other Reed"));
        assert_eq!(nia.visits("/share?group=owls").is(200).count("input[name=shield][checked]"), 1);
        assert_eq!(tom.visits("/share?group=owls").is(200).count("input[name=shield]"), 0);
        let thread = shares(&nia, "owls", "My first words.");
        let page = format!("/p/{thread}");
        nia.visits(&page).is(200).shows("People who have been here a while answer this, for 14 more days").shows("Let everybody answer");
        let json = nia.sends("GET", &format!("/api/v1/threads/{thread}"), &[], None).is(200).json();
        assert_eq!(json["shielded_until"], "2026-12-21");

        other.visits(&page).is(200).shows("would like answers of people who have been here a while").hides("Let everybody answer");
        other.visits(&format!("{page}/reply")).is(200).shows("A kind word under the post reaches them too");
        let refused = says_back(&other, &thread, "Write to me alone.").is(409);
        assert_eq!(refused.text("textarea[name=body]").trim(), "Write to me alone.", "nothing is lost");
        let body = r#"{"body":"Write to me alone."}"#.as_bytes();
        let json = other.sends("POST", &format!("/api/v1/threads/{thread}/replies"), &JSON, Some(body)).is(409).json();
        assert_eq!(json["code"], "newcomer-shielded");
        tom.visits(&format!("{page}/reply")).is(200).shows("you are welcome to write");
        answers(&tom, &thread, None, "Glad you are here.");
        answers(&nia, &thread, None, "Thank you.");

        shields(&tom, &thread, &[]).is(403);
        shields(&nia, &thread, &[]).is(303);
        shields(&nia, &thread, &[]).is(303);
        nia.visits(&page).is(200).shows("Ask that people answer who have been here a while").hides("Let everybody");
        answers(&other, &thread, None, "Hello.");
        shields(&nia, &thread, &[("shield", "1")]).is(303);
        says_back(&other, &thread, "Again.").is(409);
        town.waits_s(14 * DAY);
        nia.visits(&page).is(200).hides("answer this, for").hides("Ask that people answer");
        answers(&other, &thread, None, "By now it is over.");
        shields(&nia, &thread, &[("shield", "1")]).is(409).shows("for people who came lately");
    }

    fn whoever_does_not_wish_for_it_leaves_it_out_and_first_words_have_it_unasked(town) {
        people(town);
        let (nia, other) = (arrives(town, "New Reed"), arrives(town, "Other Reed"));
        let form = nia.visits("/share?group=owls").is(200);
        let fields = form.form("/share", &[("body", "For everybody."), ("kind", "win")]);
        let mut fields: Vec<(&str, &str)> = fields.iter().filter(|(name, _)| name != "shield").map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.push(("step", "send"));
        let thread = id_in(&nia.posts("/share", &fields).is(303).location);
        answers(&other, &thread, None, "Hello.");
        let opens = |person: &Person, kind: &str| {
            let body = format!(r#"{{"group":"owls","kind":"{kind}","body":"Words about {kind}."}}"#);
            person.sends("POST", "/api/v1/threads", &JSON, Some(body.as_bytes())).is(201).json()
        };
        assert!(opens(&other, "win")["shielded_until"].is_null());
        assert!(opens(&nia, "introduction")["shielded_until"].is_string());
    }

    fn what_looks_like_selling_waits_whoever_says_it_and_the_writer_is_told_why(town) {
        let (maya, _, tom) = people(town);
        let before = shares(&tom, "owls", "A quiet start.");
        for (words, code, theirs, own) in [
            ("Call me at (555) 123-4567", "phone", "It holds a phone number.", "It holds a phone number, so somebody looks first"),
            ("Write to beds@homes.example", "mail", "It holds an e-mail address.", "It holds an e-mail address"),
            ("https://homes.example/?ref=owls", "tracked", "It holds a link that counts", "counts who sent people"),
            ("All of us are at t.me/homes", "invite", "It invites people to another place.", "It invites people to another place, so somebody"),
            ("We have a bed for you", "lead", "It says what sellers say.", "Some of these words are what sellers say"),
        ] {
            assert!(says_back(&tom, &before, words).is(303).location.starts_with("/share/waits"), "{words}");
            assert_eq!(town.lines("SELECT why AS line FROM held"), [code], "{words}");
            tom.visits("/share/drafts").is(200).shows(own);
            maya.visits("/g/owls/held").is(200).shows(theirs);
            lets_through(&maya);
        }
        assert_eq!(town.count("SELECT reply_count AS n FROM thread"), 5, "a look is all it takes");
        says_back(&maya, &before, "Those who look after it: (555) 123-4567").is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 0);
        let edit = format!("/p/{before}/edit");
        tom.fills(&tom.visits(&edit).is(200), &edit, &[("body", "Ring (555) 123-4567")]).is(422).shows("a change cannot wait");
    }

    fn helplines_and_a_groups_own_words_are_no_sign_and_a_host_may_look_away(town) {
        let (_, _, tom) = people(town);
        let host = town.host("Patient Alder");
        town.arranges(|tx| tx.batch(
            "INSERT INTO helpline (id, country, name, number, kind, position) VALUES (1, 'DE', 'Line', '0800 111 0 111', 'call', 0);
             UPDATE \"group\" SET rules_text = 'Our list: owls@post.example'"));
        shares(&tom, "owls", "When it is dark I call 0800 1110111 and somebody answers.");
        shares(&tom, "owls", "Abroad it is +49 800 1110111.");
        shares(&tom, "owls", "Write to Owls@post.example.");
        assert!(says(&tom, "owls", &[("body", "Or 0800 1110112."), ("kind", "win")]).is(303).location.starts_with("/share/waits"));

        tom.visits("/host/newcomers").is(403);
        let page = host.visits("/host/newcomers").is(200).shows("What looks like selling waits for a look");
        let fields = page.form("/host/newcomers", &[]);
        let fields: Vec<(&str, &str)> = fields.iter().filter(|(name, _)| name != "watches").map(|(name, value)| (name.as_str(), value.as_str())).collect();
        host.posts("/host/newcomers", &fields).is(303);
        shares(&tom, "owls", "Or 0800 1110113.");
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 1);
    }

    fn the_same_text_in_the_third_place_waits_and_nothing_is_written_of_it(town) {
        let (maya, lea, tom) = people(town);
        for name in ["herons", "lamps"] {
            town.group(name, Reach::Community, &[&maya, &lea, &tom]);
        }
        let text = "There is a house by the sea where all of us found rest.";
        let ours = shares(&maya, "owls", text);
        shares(&tom, "owls", text);
        shares(&tom, "herons", &text.to_uppercase());
        assert!(says(&tom, "lamps", &[("body", text), ("kind", "win")]).is(303).location.starts_with("/share/waits"));
        assert!(says_back(&tom, &ours, text).is(303).location.starts_with("/share/waits"));
        shares(&maya, "lamps", text);
        // Whoever shares the same after them is somebody else.
        shares(&lea, "herons", text);
        assert_eq!(town.lines("SELECT DISTINCT why AS line FROM held"), ["same"]);
        tom.visits("/share/drafts").is(200).shows("The same text went to several places");
        town.waits_s(3 * DAY + HOUR);
        shares(&tom, "lamps", text);
        assert!(town.tying_commits().is_empty());
    }

    fn different_people_who_share_the_same_are_held_by_nothing_and_a_prayer_is_said_wherever_it_helps(town) {
        let bea = town.person("Bright Reed");
        let (maya, lea, tom) = people(town);
        for name in ["herons", "lamps"] {
            town.group(name, Reach::Community, &[&maya, &lea, &tom, &bea]);
        }
        let threads = ["owls", "herons", "lamps"].map(|name| shares(&maya, name, "A long night."));
        let text = "What my first sponsor told me the day I came in, and it held.";
        // Lea looks after the owls, so she is the one who answers among the herons.
        for (person, thread) in [&tom, &lea, &bea].into_iter().zip(&threads) {
            assert!(!says_back(person, thread, text).is(303).location.starts_with("/share/waits"));
        }
        let prayer = "God, grant me the serenity to accept the things I cannot change, the courage to change the things I can, \
                      and the wisdom to know the difference.";
        for thread in &threads {
            assert!(!says_back(&tom, thread, prayer).is(303).location.starts_with("/share/waits"));
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 0);

        // What leads elsewhere is the same whoever brings it.
        let leads = "A house by the sea where all of us found rest: https://rooms.example/sea";
        let [ours, herons, lamps] = &threads;
        for (person, thread, waits) in [(&tom, ours, false), (&lea, herons, false), (&bea, lamps, true)] {
            assert_eq!(says_back(person, thread, leads).is(303).location.starts_with("/share/waits"), waits);
        }
        assert_eq!(town.lines("SELECT why AS line FROM held"), ["same"]);
    }

    fn hosts_set_how_those_are_met_who_come_and_nobody_else_does(town) {
        let (maya, ..) = people(town);
        let host = town.host("Patient Alder");
        maya.visits("/host/newcomers").is(403);
        maya.posts("/host/newcomers", &[("csrf", &token(&maya)), ("weeks", "0"), ("posts", "0")]).is(403);
        let page = host.visits("/host/newcomers").is(200);
        assert_eq!(page.attribute("input[name=weeks][checked]", "value").as_deref(), Some("1"));
        let wrong = host.fills(&page, "/host/newcomers", &[("weeks", "3"), ("posts", "many")]).is(422);
        assert!(wrong.shows("Choose 0, 1 or 2 weeks").shows("Choose 0 to 10").body.contains("many"));
        host.fills(&page, "/host/newcomers", &[("weeks", "2"), ("posts", "5")]).is(303);
        let set = |person: &Person, body: &str| person.sends("PUT", "/api/v1/host/newcomers", &JSON, Some(body.as_bytes()));
        let json = host.sends("GET", "/api/v1/host/newcomers", &[], None).is(200).json();
        assert_eq!((json["weeks"].as_i64(), json["posts"].as_i64(), json["watches_selling"].as_bool()), (Some(2), Some(5), Some(true)));
        maya.sends("GET", "/api/v1/host/newcomers", &[], None).is(403);
        set(&maya, r#"{"weeks":0,"posts":0,"watches_selling":false}"#).is(403);
        set(&host, r#"{"weeks":9,"posts":0,"watches_selling":false}"#).is(422);
        set(&host, r#"{"weeks":0,"posts":0,"watches_selling":true}"#).is(204);
        let nia = arrives(town, "New Reed");
        shares(&nia, "owls", "https://library.example/a");
    }
}
