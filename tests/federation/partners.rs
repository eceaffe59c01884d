//! How two communities become partners and part, through the host's pages and what the other side says.

use hearthside::federation::delivery::{self, Kind};
use hearthside::federation::peers::{self, Links, Promises, State, accepted, asked, declined, ended};
use hearthside::policy::{Reach, Viewer};

use super::{CALM, activity, at, befriends, links, own};
use crate::harness::{Person, Town};

/// What the host's own address makes of this community.
fn here(town: &Town) -> peers::Own {
    peers::Own::at(&town.app.settings().server.origin())
}

fn host(town: &Town) -> Person {
    links(town, Links::Partners);
    town.host("Patient Alder")
}

#[track_caller]
fn stands(town: &Town, expected: State) {
    assert_eq!(town.arranges(|tx| peers::find(tx, CALM)).state, expected);
}

/// The letters that wait, as JSON.
fn letters(town: &Town) -> Vec<serde_json::Value> {
    let bodies = town.arranges(|tx| {
        let mut found = Vec::new();
        for bag in delivery::claim(tx, 50, 50)? {
            let mut after = None;
            while let Some(letter) = delivery::next(tx, &bag.domain, after.take())? {
                after = Some((letter.id, letter.inbox.clone()));
                found.push(letter.body);
            }
            delivery::settle(tx, &bag, &[], delivery::End::Rests)?;
            delivery::wake(tx, &bag.domain)?;
        }
        Ok(found)
    });
    bodies.iter().map(|body| serde_json::from_slice(body).unwrap()).collect()
}

fn promises() -> Promises {
    Promises {
        name: "Calm Water".to_owned(),
        rules: "- Speak of yourself".to_owned(),
        contact: "Ask for Elm".to_owned(),
        software: "hearthside".to_owned(),
        keeps_limits: true,
        remains_days: 30,
        ..Promises::default()
    }
}

fn knocks(town: &Town) {
    let own = here(town);
    town.arranges(move |tx| asked(tx, &own, CALM, "https://calmwater.example/#link-7", &promises()));
}

on_both! {
    fn a_host_asks_and_the_other_side_says_yes(town) {
        let host = host(town);
        let page = host.visits("/host/partners").is(200).shows("None yet.").shows("Nothing else is sent until both have said yes");
        let one = host.follows(host.fills(&page, "/host/partners", &[("domain", "CalmWater.example")]).is(303)).is(200);
        one.shows("They have not answered yet");
        host.fills(&page, "/host/partners", &[("domain", CALM)]).is(303);
        stands(town, State::Asked);
        let sent = letters(town);
        assert_eq!(sent.len(), 1, "asked twice is asked once");
        assert_eq!(sent[0]["type"], "Offer");
        assert_eq!(sent[0]["promises"]["software"], "hearthside");
        assert_eq!(sent[0]["object"]["object"], format!("{}/", here(town).origin_of(CALM)));
        let offer = sent[0]["id"].as_str().unwrap().to_owned();

        let (wrong, right) = (format!("{offer}x"), offer.clone());
        assert!(!town.arranges(move |tx| accepted(tx, CALM, &wrong, &promises())), "an answer to nothing");
        stands(town, State::Asked);
        assert!(town.arranges(move |tx| accepted(tx, CALM, &right, &promises())));
        stands(town, State::Partner);
        host.visits("/host/partners/calmwater.example").is(200).shows("You are partners.").shows("Calm Water").shows("Speak of yourself");
        town.stranger().visits("/partners").is(200).shows(CALM).shows("Calm Water");
        let told = town.stranger().visits("/api/v1/partners").is(200).json();
        assert_eq!(told["rows"][0]["domain"], CALM);
    }

    fn a_host_is_asked_sees_what_is_promised_and_answers(town) {
        let host = host(town);
        knocks(town);
        host.visits("/host").is(200).shows("A community waits for you");
        town.stranger().visits("/partners").is(200).hides(CALM);
        let page = host.visits("/host/partners/calmwater.example").is(200);
        for words in ["They ask to be partners", "Calm Water", "Ask for Elm", "within 30 days", "we cannot make them", "These are their words"] {
            page.text("main").contains(words).then_some(()).expect(words);
        }
        let seen = host.fills(&page, "/host/partners/calmwater.example/accept", &[]).is(303);
        host.follows(seen).is(200).shows("You are partners.");
        let sent = letters(town);
        assert_eq!((sent.len(), &sent[0]["type"]), (1, &"Accept".into()));
        assert_eq!(sent[0]["object"], "https://calmwater.example/#link-7");
        assert!(sent[0]["promises"]["version"].is_string(), "they see ours, too");
        host.fills(&page, "/host/partners/calmwater.example/accept", &[]).is(303);
        assert_eq!(letters(town).len(), 1, "a second press is no second yes");
    }

    fn a_no_is_told_and_they_may_ask_again(town) {
        let host = host(town);
        knocks(town);
        let page = host.visits("/host/partners/calmwater.example").is(200);
        host.fills(&page, "/host/partners/calmwater.example/refuse", &[]).is(303);
        stands(town, State::Refused);
        assert_eq!(letters(town)[0]["type"], "Reject");
        host.fills(&page, "/host/partners/calmwater.example/accept", &[]).is(422).shows("They have no request waiting");
        knocks(town);
        stands(town, State::Asking);
        let own = here(town);
        assert!(town.arranges(move |tx| ended(tx, &own, CALM, "https://calmwater.example/#link-7")), "they take it back");
        stands(town, State::Known);
    }

    fn two_hosts_that_ask_each_other_are_partners(town) {
        let host = host(town);
        let page = host.visits("/host/partners").is(200);
        host.fills(&page, "/host/partners", &[("domain", CALM)]).is(303);
        knocks(town);
        stands(town, State::Partner);
        let kinds: Vec<_> = letters(town).iter().map(|sent| sent["type"].clone()).collect();
        assert_eq!(kinds, ["Offer", "Accept"]);
    }

    fn who_may_not_ask_does_not(town) {
        let host = host(town);
        let own = here(town);
        for offer in ["https://elsewhere.example/#link-7", "link-7", ""] {
            let own = own.clone();
            let refused = town.tries(move |tx| asked(tx, &own, CALM, offer, &promises())).unwrap_err();
            assert_eq!(refused.code(), "peer-domain", "{offer}");
        }
        assert!(!town.arranges(|tx| declined(tx, CALM, "")), "nobody asked them");
        let list = host.visits("/host/partners/list").is(200);
        host.fills(&list, "/host/partners/block", &[("domain", CALM)]).is(303);
        let own = here(town);
        let refused = town.tries(move |tx| asked(tx, &own, CALM, "https://calmwater.example/#link-7", &promises()));
        assert_eq!(refused.unwrap_err().code(), "peer-closed");
        let page = host.visits("/host/partners").is(200);
        host.fills(&page, "/host/partners", &[("domain", CALM)]).is(422).shows("kept away");
        let not_a_name = host.fills(&page, "/host/partners", &[("domain", "our friends")]).is(422);
        assert_eq!(not_a_name.attribute("#domain", "value").as_deref(), Some("our friends"));
        host.fills(&page, "/host/partners/links", &[("links", "closed")]).is(303);
        host.posts("/host/partners", &[("domain", "other.example"), ("csrf", &page.attribute("[name=csrf]", "value").unwrap())])
            .is(422).shows("Links are closed");
    }

    fn what_they_hold_is_asked_back_before_they_are_shut_out(town) {
        let host = host(town);
        befriends(town, CALM);
        let ours = here(town).origin;
        let own = ours.clone();
        town.arranges(move |tx| {
            tx.batch(&format!("INSERT INTO holding (domain, object, key_id) VALUES
                ('calmwater.example', '{own}/p/one', '{own}/people/maya#main-key'),
                ('calmwater.example', '{own}/p/two', '{own}/people/elm#main-key')"))?;
            delivery::enqueue(tx, &activity(Kind::Create, "https://porch.example/p/three", 3), &[at(CALM)])
        });
        let page = host.visits("/host/partners/calmwater.example").is(200)
            .shows("they hold 2 copies").shows("one letter is dropped").shows("we go on asking for 30 days");
        // Their own words, passed on by a group here, are theirs.
        town.arranges(move |tx| tx.batch(&format!("INSERT INTO holding (domain, object, key_id) VALUES
            ('calmwater.example', 'https://calmwater.example/p/one', '{ours}/g/owls#main-key')")));
        let ours = here(town).origin;
        host.fills(&page, "/host/partners/calmwater.example/stance", &[("stance", "block"), ("comment", "unkind")]).is(303);
        let sent = letters(town);
        let told: Vec<_> = sent.iter().map(|sent| (sent["type"].as_str().unwrap(), sent["actor"].as_str().unwrap())).collect();
        assert_eq!(told[0].0, "Undo");
        assert_eq!(told[1..], [("Delete", &*format!("{ours}/people/maya")), ("Delete", &*format!("{ours}/people/elm"))]);
        assert_eq!(town.arranges(|tx| peers::admit(tx, CALM)), peers::Admission::Closed);
        town.stranger().visits("/partners").is(200).hides(CALM);
    }

    fn parting_says_what_it_does_and_does_it(town) {
        let host = host(town);
        befriends(town, CALM);
        let page = host.visits("/host/partners/calmwater.example").is(200).shows("No new posts go either way");
        host.fills(&page, "/host/partners/calmwater.example/end", &[]).is(303);
        stands(town, State::Ended);
        let sent = letters(town);
        assert_eq!((&sent[0]["type"], &sent[0]["object"]["id"]), (&"Undo".into(), &"https://calmwater.example/#link-1".into()));
        host.visits("/host/partners").is(200).shows("The partnership ended");
    }

    fn a_partner_sees_what_faces_partners_and_no_more(town) {
        let host = host(town);
        befriends(town, CALM);
        let ada = town.person("Quiet Ada");
        for (name, reach) in [("evenings", Reach::Partners), ("porch", Reach::Community), ("square", Reach::Everyone), ("cellar", Reach::Partners)] {
            town.group(name, reach, &[&ada]);
        }
        let face = ada.face;
        town.arranges(move |tx| {
            let thread = |id: &str, group: &str, reach: &str, more: &str| format!(
                "INSERT INTO thread (public_id, group_id, author_face, kind, title, body, reach, said_on, taken_back_at)
                    SELECT '{id}', id, {face}, 'win', '{id}', 'words', '{reach}', 20778, {more} FROM \"group\" WHERE name = '{group}';"
            );
            tx.batch(&format!("UPDATE \"group\" SET listed = 'group' WHERE name = 'cellar'; {}{}{}{}{}{}",
                thread("for-partners-1", "evenings", "partners", "NULL"), thread("nearer-than-it", "evenings", "community", "NULL"),
                thread("taken-back-123", "evenings", "partners", "5"), thread("at-home-123456", "porch", "community", "NULL"),
                thread("on-the-square1", "square", "everyone", "NULL"), thread("hidden-1234567", "cellar", "partners", "NULL")))
        });
        let sees = "/host/partners/calmwater.example/sees";
        let page = host.visits(sees).is(200).shows("evenings").shows("square").shows("for-partners-1").shows("on-the-square1");
        for words in ["nearer-than-it", "taken-back-123", "at-home-123456", "hidden-1234567", "cellar", ">porch<"] {
            assert!(!page.body.contains(words), "{words}");
        }
        let told = host.visits("/api/v1/host/partners/calmwater.example/sees").is(200).json();
        assert_eq!(told["threads"].as_array().unwrap().len(), 2);

        let one = host.visits("/host/partners/calmwater.example").is(200);
        let mut fields = one.form("/host/partners/calmwater.example/groups", &[("group", "square")]);
        fields.retain(|(name, _)| name != "all");
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        host.posts("/host/partners/calmwater.example/groups", &fields).is(303);
        host.visits(sees).is(200).shows("on-the-square1").hides("for-partners-1");

        host.fills(&one, "/host/partners/calmwater.example/stance", &[("stance", "block")]).is(303);
        host.visits(sees).is(200).shows("Nothing. The door is shut").hides("on-the-square1");
    }

    fn a_list_is_looked_through_before_it_does_anything(town) {
        let host = host(town);
        befriends(town, CALM);
        let list = "#domain,#severity,#reject_media,#public_comment\nloud.example,suspend,FALSE,\"loud, \"\"mean\"\"\"\nnear.example,silence,TRUE,\n\
            calmwater.example,suspend,FALSE,\nex***le.org,suspend,FALSE,\n";
        let page = host.visits("/host/partners/list").is(200);
        let plan = host.fills(&page, "/host/partners/list", &[("list", list)]).is(200)
            .shows("Nothing is changed yet").shows("loud.example").shows("ex***le.org").shows("Apply to 2 communities");
        assert_eq!(town.count("SELECT count(*) AS n FROM peer"), 1, "nothing yet");
        host.fills(&plan, "/host/partners/list", &[]).is(303);
        stands(town, State::Partner);
        let out = host.visits("/host/partners/list.csv").is(200);
        assert!(out.header("content-type").starts_with("text/csv"));
        assert!(out.body.contains("loud.example,suspend,FALSE,FALSE,\"loud, \"\"mean\"\"\",FALSE"));
        assert!(out.body.contains("near.example,silence,TRUE"));

        let again = host.fills(&page, "/host/partners/list", &[("list", &out.body)]).is(200);
        assert!(!again.body.contains("name=\"apply\""), "there is nothing left to do");
        host.fills(&page, "/host/partners/list", &[("list", "only, commas\n,,")]).is(422).shows("No line of this list can be read");
        town.person("Passing Heron").visits("/host/partners/list.csv").is(403);
    }

    fn what_was_given_up_is_seen_and_put_back(town) {
        let host = host(town);
        befriends(town, CALM);
        town.arranges(|tx| {
            delivery::enqueue(tx, &activity(Kind::Create, "https://porch.example/p/one", 1), &[at(CALM)])?;
            tx.batch("UPDATE delivery SET given_up_on = 20779, reason = 'refused'; UPDATE mailbag SET due_at = NULL")
        });
        let page = host.visits("/host/partners/calmwater.example").is(200).shows("Given up").shows("They do not want it").shows("Something new");
        host.fills(&page, "/host/partners/calmwater.example/retry", &[]).is(303);
        host.visits("/host/partners/calmwater.example").is(200).hides("They do not want it").shows("One letter.");
        assert_eq!(letters(town).len(), 1);
    }

    fn members_and_visitors_decide_nothing(town) {
        let host = host(town);
        befriends(town, CALM);
        let member = town.person("Maya Lake");
        for path in ["/host/partners", "/host/partners/calmwater.example", "/host/partners/list"] {
            member.visits(path).is(403);
        }
        for verb in [peers::accept, peers::refuse, peers::end] {
            let refused = town.tries(move |tx| verb(tx, &Viewer::Guest, &own(), CALM)).unwrap_err();
            assert_eq!(refused.code(), "sign-in-first");
        }
        stands(town, State::Partner);
        host.visits("/host/partners/never-heard.example").is(404);
    }
}
