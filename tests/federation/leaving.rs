//! What leaves, as a puppet hears it: followers of a group of ours, and the home of a group elsewhere.

use hearthside::federation::delivery::{self, Letter};
use hearthside::federation::peers::{self, Links};
use hearthside::federation::{actors, outbound};
use hearthside::forum::{members, threads};
use hearthside::kernel::{Bounded, GroupId, PublicId};
use hearthside::policy::{Reach, Viewer};
use serde_json::Value;

use super::{door, own_of};
use crate::forum::aliases::says;
use crate::forum::said::{answers, opens, opens_as, viewer};
use crate::harness::peer::{Heard, Peer, Says};
use crate::harness::{Person, Town};

/// Links with a puppet, as with a partner.
pub(super) fn befriends(town: &Town, peer: &Peer) {
    let (own, domain) = (own_of(town), peer.domain());
    town.opens_its_doors("open");
    town.arranges(move |tx| {
        peers::set_links(tx, &Viewer::House, &own, Links::Partners)?;
        tx.batch(&format!(
            "INSERT INTO peer (domain, state, since_on, offer) VALUES ('{domain}', 'partner', 20700, 'x')"
        ))
    });
}

/// Somebody there follows a group of ours.
pub(super) fn follows(town: &Town, peer: &Peer, group: GroupId) {
    let (domain, actor, inbox) = (peer.domain(), peer.at("/u/wren"), peer.at("/inbox"));
    town.arranges(move |tx| {
        tx.batch(&format!(
            "INSERT INTO follower (group_id, actor, domain, inbox, shared, follow, since_on)
             VALUES ({group}, '{actor}', '{domain}', '{inbox}', '{inbox}', '{actor}#follow-1', 20700)"
        ))
    });
}

/// A group there, as it stands here.
pub(super) fn mirrors(town: &Town, peer: &Peer) -> GroupId {
    let group = town.group(&format!("owls@{}", peer.domain()), Reach::Partners, &[]);
    let (domain, actor, inbox) = (peer.domain(), peer.at("/g/owls"), peer.at("/inbox"));
    town.arranges(move |tx| {
        tx.batch(&format!(
            "UPDATE \"group\" SET reach = 'partners', listed = 'community' WHERE id = {group}"
        ))?;
        tx.batch(&format!(
            "INSERT INTO far_group (group_id, actor, domain, inbox, shared, state, seen_on)
             VALUES ({group}, '{actor}', '{domain}', '{inbox}', '', 'wanted', 20700)"
        ))
    });
    group
}

/// A group of ours whose posts travel as far as partners.
pub(super) fn evenings(town: &Town, ceiling: Reach, people: &[&Person]) -> GroupId {
    let group = town.group("evenings", ceiling, people);
    town.arranges(move |tx| {
        tx.batch(&format!("UPDATE \"group\" SET reach = ceiling, listed = 'everyone' WHERE id = {group}"))
    });
    group
}

/// Lets all that is due happen and leave; returns all that the puppet was asked, in order.
pub(super) fn carried(town: &Town, peer: &Peer) -> Vec<Heard> {
    for _ in 0..4 {
        town.settles();
        let post = async |letter: &Letter| actors::post(&town.app, letter).await;
        town.waits_for(delivery::run_due(&town.app, &post, &outbound::still_may)).unwrap();
        town.app.clock().advance_s(2);
    }
    peer.heard()
}

/// As [`carried`]: what the puppet was posted.
pub(super) fn leaves(town: &Town, peer: &Peer) -> Vec<Value> {
    let posts = carried(town, peer).into_iter().filter(|heard| !heard.body.is_empty());
    posts.map(|heard| serde_json::from_slice(&heard.body).unwrap()).collect()
}

/// What each is: `Announce Create Page`.
pub(super) fn shapes(letters: &[Value]) -> Vec<String> {
    let shape = |letter: &Value| {
        let mut words = Vec::new();
        let mut at = letter;
        while let Some(kind) = at["type"].as_str() {
            words.push(kind.to_owned());
            at = &at["object"];
        }
        words.join(" ")
    };
    letters.iter().map(shape).collect()
}

fn lets_kind_words_travel(person: &Person) {
    let page = person.visits("/you/safety").is(200);
    person.fills(&page, "/you/safety/kind-words", &[("travel", "1")]).is(303);
}

fn presses(person: &Person, thread: &str, word: &str) {
    let page = person.visits(&format!("/p/{thread}")).is(200);
    person.fills(&page, &format!("/p/{thread}/react"), &[("kind", word)]).is(303);
}

on_both! {
    fn how_somebody_is_and_what_they_count_goes_nowhere(town) {
        let (peer, ada, maya) = (Peer::new(5), town.person("Quiet Ada"), town.person("Maya Lake"));
        befriends(town, &peer);
        let group = evenings(town, Reach::Everyone, &[&ada, &maya]);
        follows(town, &peer, group);
        lets_kind_words_travel(&ada);
        crate::recovery::lives_here(&ada, "evenings", ["zanzibar tea", "quokka line"]);
        assert_eq!(leaves(town, &peer), Vec::<Value>::new());
        opens(town, &ada, "evenings", "A quiet evening.");
        let told = serde_json::to_string(&leaves(town, &peer)).unwrap();
        assert!(told.contains("A quiet evening.") && !told.contains("zanzibar") && !told.contains("quokka"));
        let actor = [("accept", "application/activity+json")];
        for path in ["/people/Quiet%20Ada", "/people/Quiet%20Ada/outbox", "/g/evenings", "/g/evenings/outbox"] {
            let answer = town.stranger().sends("GET", path, &actor, None);
            answer.hides("zanzibar").hides("quokka").hides("rings");
        }
    }

    fn a_group_passes_on_what_is_said_in_it_changed_locked_and_taken_back(town) {
        let (peer, ada, maya) = (Peer::new(5), town.person("Quiet Ada"), town.person("Maya Lake"));
        befriends(town, &peer);
        let group = evenings(town, Reach::Partners, &[&ada, &maya]);
        follows(town, &peer, group);
        let thread = opens(town, &maya, "evenings", "A quiet evening.");
        let reply = answers(town, &ada, &thread, "Here too.");
        let told = leaves(town, &peer);
        assert_eq!(shapes(&told), ["Announce Create Page", "Announce Create Note"]);
        let (origin, page) = (own_of(town).origin, &told[0]["object"]["object"]);
        assert_eq!(told[0]["actor"], format!("{origin}/g/evenings"));
        assert_eq!(page["id"], format!("{origin}/p/{thread}"));
        assert_eq!(page["attributedTo"], format!("{origin}/people/Maya%20Lake"));
        assert_eq!(told[1]["object"]["object"]["inReplyTo"], page["id"]);
        assert!(told.iter().all(|letter| !letter.to_string().contains("#Public")), "partners are not everybody");

        let (id, by) = (PublicId::parse(&thread).unwrap(), viewer(&ada, false));
        town.arranges(move |tx| threads::lock(tx, &by, &id, &Bounded::parse("cooling down").unwrap()));
        let (id, by) = (PublicId::parse(&thread).unwrap(), viewer(&maya, false));
        let change = threads::Change {
            title: Bounded::parse("").unwrap(),
            body: Bounded::parse("A loud evening.").unwrap(),
            notes: Vec::new(),
            note_words: Bounded::parse("").unwrap(),
            no_note_fits: true,
            reach: None,
            lasting: None,
        };
        town.arranges(move |tx| threads::edit(tx, &by, &id, &change));
        let told = leaves(town, &peer);
        assert_eq!(shapes(&told), ["Announce Lock", "Announce Update Page"]);
        assert_eq!(told[0]["object"]["actor"], told[0]["actor"], "the group locks, nobody in it");
        assert!(!told[0].to_string().contains("Ada") && told[1].to_string().contains("A loud evening."));

        let (place, by) = ((PublicId::parse(&thread).unwrap(), PublicId::parse(&reply).unwrap()), viewer(&ada, false));
        town.arranges(move |tx| hearthside::forum::replies::take_back(tx, &by, (&place.0, &place.1)));
        let told = leaves(town, &peer);
        assert_eq!(shapes(&told), ["Announce Delete Tombstone", "Delete Tombstone"]);
        assert_eq!(told[1]["actor"], format!("{origin}/people/Quiet%20Ada"));
        assert_eq!(town.count("SELECT count(*) AS n FROM holding WHERE object LIKE '%/r/%'"), 0);
    }

    fn what_does_not_face_partners_never_leaves_in_any_byte(town) {
        let (peer, maya) = (Peer::new(5), town.person("Maya Lake"));
        befriends(town, &peer);
        let group = evenings(town, Reach::Everyone, &[&maya]);
        follows(town, &peer, group);
        let mut secret = Vec::new();
        for reach in [Reach::Group, Reach::Community] {
            let thread = opens_as(town, &maya, "evenings", &format!("within {reach}"), |draft| draft.reach = Some(reach));
            secret.push(answers(town, &maya, &thread, &format!("answered within {reach}")));
            secret.push(thread);
        }
        let open = opens_as(town, &maya, "evenings", "for partners", |draft| draft.reach = Some(Reach::Partners));
        let bodies = leaves(town, &peer).iter().map(Value::to_string).collect::<String>();
        assert!(bodies.contains(&open));
        for word in secret.iter().map(String::as_str).chain(["within"]) {
            assert!(!bodies.contains(word), "{word}");
        }
    }

    fn a_thread_for_the_open_web_goes_once_more_by_its_address_to_those_who_know_no_groups(town) {
        let (peer, maya) = (Peer::new(5), town.person("Maya Lake"));
        befriends(town, &peer);
        let group = evenings(town, Reach::Everyone, &[&maya]);
        follows(town, &peer, group);
        let thread = opens(town, &maya, "evenings", "For all.");
        let told = leaves(town, &peer);
        assert_eq!(shapes(&told), ["Announce Create Page", "Announce"]);
        assert_eq!(told[1]["object"], format!("{}/p/{thread}", own_of(town).origin));
        assert!(told[0]["to"][0].as_str().unwrap().ends_with("#Public"));
        town.arranges(|tx| tx.batch("UPDATE peer SET promises = '{\"software\":\"hearthside\"}'"));
        opens(town, &maya, "evenings", "For all again.");
        assert_eq!(shapes(&leaves(town, &peer)), ["Announce Create Page"]);
    }

    fn narrowed_means_let_go_and_no_more(town) {
        let (peer, ada) = (Peer::new(5), town.person("Quiet Ada"));
        befriends(town, &peer);
        let group = evenings(town, Reach::Partners, &[&ada]);
        follows(town, &peer, group);
        let thread = opens(town, &ada, "evenings", "First.");
        answers(town, &ada, &thread, "Second.");
        assert_eq!(leaves(town, &peer).len(), 2);
        // What waits when the group narrows does not go either.
        opens(town, &ada, "evenings", "Third.");
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM delivery"), 1);
        let page = ada.visits("/g/evenings/edit").is(200);
        ada.fills(&page, "/g/evenings/edit", &[("ceiling", "community"), ("reach", "community"), ("purpose", "For quiet evenings.")]).is(303);
        let told = leaves(town, &peer);
        let deletes = shapes(&told).iter().filter(|shape| shape.starts_with("Announce Delete")).count();
        assert_eq!(deletes, 2, "{:?}", shapes(&told));
        assert!(!told.iter().any(|letter| letter.to_string().contains("Third.")));
        opens(town, &ada, "evenings", "Fourth.");
        assert_eq!(leaves(town, &peer).len(), 0);
    }

    fn who_no_longer_follows_is_sent_nothing_not_even_what_waited(town) {
        let (peer, ada) = (Peer::new(5), town.person("Quiet Ada"));
        befriends(town, &peer);
        let group = evenings(town, Reach::Partners, &[&ada]);
        follows(town, &peer, group);
        opens(town, &ada, "evenings", "First.");
        town.settles();
        town.arranges(|tx| tx.batch("DELETE FROM follower"));
        assert_eq!(leaves(town, &peer).len(), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM delivery"), 0);
    }

    fn a_kind_word_travels_if_its_giver_chose_so_and_is_known_there(town) {
        let (peer, ada, maya) = (Peer::new(5), town.person("Quiet Ada"), town.person("Maya Lake"));
        befriends(town, &peer);
        let group = evenings(town, Reach::Partners, &[&maya, &ada]);
        follows(town, &peer, group);
        let thread = opens(town, &maya, "evenings", "First.");
        leaves(town, &peer);
        presses(&ada, &thread, "with");
        assert_eq!(leaves(town, &peer).len(), 0, "nobody asked her");
        lets_kind_words_travel(&ada);
        presses(&ada, &thread, "proud");
        assert_eq!(leaves(town, &peer).len(), 0, "nobody there knows her");
        answers(town, &ada, &thread, "I am here.");
        presses(&ada, &thread, "thanks");
        let told = leaves(town, &peer);
        assert_eq!(shapes(&told), ["Announce Create Note", "Announce Like"]);
        assert_eq!(told[1]["object"]["content"], "\u{1F64F}");
        presses(&ada, &thread, "thanks");
        let told = leaves(town, &peer);
        assert_eq!(shapes(&told), ["Announce Undo Like"]);
    }

    fn one_reader_follows_for_all_and_unfollows_after_the_last(town) {
        let (peer, ada, maya) = (Peer::new(5), town.person("Quiet Ada"), town.person("Maya Lake"));
        befriends(town, &peer);
        mirrors(town, &peer);
        let name = format!("owls@{}", peer.domain());
        for person in [&ada, &maya] {
            let (by, name) = (viewer(person, false), name.clone());
            town.arranges(move |tx| members::join(tx, &by, &name).map(drop));
        }
        let told = leaves(town, &peer);
        assert_eq!(shapes(&told), ["Follow"]);
        assert_eq!(told[0]["actor"], format!("{}/reader", own_of(town).origin));
        assert_eq!(town.lines("SELECT state AS line FROM far_group"), ["asked"]);
        for (person, left) in [(&ada, 0), (&maya, 1)] {
            let (by, name) = (viewer(person, false), name.clone());
            town.arranges(move |tx| members::leave(tx, &by, &name));
            assert_eq!(leaves(town, &peer).len(), left);
        }
        assert_eq!(town.lines("SELECT state AS line FROM far_group"), ["left"]);
        let (by, first) = (viewer(&ada, false), told[0]["id"].clone());
        town.arranges(move |tx| members::join(tx, &by, &name).map(drop));
        let told = leaves(town, &peer);
        assert_eq!(shapes(&told), ["Follow"]);
        assert_ne!(told[0]["id"], first, "what was undone is not asked with the same address");
        let text = told[0].to_string();
        assert!(!text.contains("Ada") && !text.contains("Maya"));
    }

    fn words_for_a_group_elsewhere_go_to_its_home_in_the_name_of_whoever_speaks(town) {
        let (peer, ada) = (Peer::new(5), town.person("Quiet Ada"));
        befriends(town, &peer);
        mirrors(town, &peer);
        let name = format!("owls@{}", peer.domain());
        let (by, group) = (viewer(&ada, false), name.clone());
        town.arranges(move |tx| members::join(tx, &by, &group).map(drop));
        let thread = opens(town, &ada, &name, "Hello over there.");
        let reply = answers(town, &ada, &thread, "And more.");
        let told = leaves(town, &peer);
        assert_eq!(shapes(&told), ["Follow", "Create Page", "Create Note"]);
        assert_eq!(told[1]["actor"], format!("{}/people/Quiet%20Ada", own_of(town).origin));
        assert_eq!(told[1]["audience"], peer.at("/g/owls"));
        assert_eq!(told[1]["object"]["to"], serde_json::json!([peer.at("/g/owls"), peer.at("/g/owls/followers")]));
        assert_eq!(told[1]["object"]["tag"][0]["name"], format!("@owls@{}", peer.domain()));
        let (place, by) = ((PublicId::parse(&thread).unwrap(), PublicId::parse(&reply).unwrap()), viewer(&ada, false));
        town.arranges(move |tx| hearthside::forum::replies::take_back(tx, &by, (&place.0, &place.1)));
        let told = leaves(town, &peer);
        assert_eq!(shapes(&told), ["Delete Tombstone"]);
        assert_eq!(told[0]["actor"], format!("{}/people/Quiet%20Ada", own_of(town).origin));
    }

    fn words_of_an_alias_leave_later_unless_they_cannot_wait(town) {
        let (peer, ada, maya) = (Peer::new(5), town.person("Quiet Ada"), town.person("Maya Lake"));
        befriends(town, &peer);
        let group = evenings(town, Reach::Partners, &[&maya, &ada]);
        follows(town, &peer, group);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET aliases = 'allowed'"));
        town.waits_s(15 * 86_400);
        says(&ada, "evenings", &[("body", "Nobody here knows this."), ("as", "group"), ("kind", "question")]).is(303);
        assert_eq!(leaves(town, &peer).len(), 0);
        town.app.clock().advance_s(280);
        assert_eq!(leaves(town, &peer).len(), 0, "not within five minutes");
        town.app.clock().advance_s(3_700);
        let told = leaves(town, &peer);
        assert_eq!(shapes(&told), ["Announce Create Page"]);
        assert!(!told[0].to_string().contains("Ada"));
        says(&ada, "evenings", &[("body", "I used tonight."), ("as", "group"), ("kind", "setback")]).is(303);
        assert_eq!(leaves(town, &peer).len(), 1, "a cry for help does not wait");
    }

    fn somebody_erased_is_erased_there_and_others_hear_nothing(town) {
        let (peer, other, ada, maya) = (Peer::new(5), Peer::new(6), town.person("Quiet Ada"), town.person("Maya Lake"));
        befriends(town, &peer);
        door::befriends(town, &other);
        let group = evenings(town, Reach::Partners, &[&maya, &ada]);
        follows(town, &peer, group);
        let thread = opens(town, &maya, "evenings", "First.");
        answers(town, &ada, &thread, "Mine.");
        leaves(town, &peer);
        town.arranges(|tx| hearthside::identity::accounts::erase_named(tx, &hearthside::identity::names::key("Quiet Ada"), true).map(drop));
        let told = leaves(town, &peer);
        let actor = format!("{}/people/Quiet%20Ada", own_of(town).origin);
        let person: Vec<&Value> = told.iter().filter(|letter| letter["object"] == actor.as_str()).collect();
        assert_eq!((person.len(), &person[0]["type"], &person[0]["actor"]), (1, &"Delete".into(), &actor.as_str().into()));
        assert!(shapes(&told).contains(&"Announce Delete Tombstone".to_owned()));
        assert_eq!(other.heard().len(), 0);
        town.waits_s(8_000);
    }

    fn a_slow_and_a_dead_follower_cost_nobody_else_anything(town) {
        let (peer, slow, ada) = (Peer::new(5), Peer::new(6), town.person("Quiet Ada"));
        befriends(town, &peer);
        door::befriends(town, &slow);
        let group = evenings(town, Reach::Partners, &[&ada]);
        for each in [&peer, &slow] {
            follows(town, each, group);
        }
        slow.says("/inbox", Says { after: std::time::Duration::from_secs(30), ..Says::bare(202, "x-a", "b") });
        let (dead, gone) = ("127.0.0.1:9".to_owned(), "http://127.0.0.1:9/inbox");
        town.arranges(move |tx| {
            tx.batch(&format!("INSERT INTO peer (domain, state, since_on, offer) VALUES ('{dead}', 'partner', 20700, 'x')"))?;
            tx.batch(&format!(
                "INSERT INTO follower (group_id, actor, domain, inbox, shared, follow, since_on)
                 VALUES ({group}, 'http://{dead}/u/a', '{dead}', '{gone}', '', 'f', 20700)"
            ))
        });
        opens(town, &ada, "evenings", "First.");
        assert_eq!(leaves(town, &peer).len(), 1);
        assert_eq!(town.count("SELECT count(*) AS n FROM mailbag WHERE failures > 0"), 2);
    }
}
