//! Every "no" of those who look after things, of telling, of care and of the rules a group keeps, each brought about through
//! its door. `tests/generated/codes.rs` holds that none is left out.

use hearthside::identity::aliases::Hand;
use hearthside::kernel::Bounded;
use hearthside::keys::MemberSecret;
use hearthside::policy::Reach;
use hearthside::safety::reports::{self, About, GoesOn, Reason, Teller, Telling};

use super::crisis::press;
use super::{is_no, tells, the_act, the_case};
use crate::forum::aliases::{author_of, night_owls, whispers};
use crate::forum::said::viewer;
use crate::forum::screening::people;
use crate::forum::shares;
use crate::harness::{Person, Seen, Town};

const JSON: [(&str, &str); 1] = [("content-type", "application/json")];
const RULES: &str = "/g/owls/rules";

fn sends(person: &Person, path: &str, body: &str) -> Seen {
    person.sends("POST", path, &JSON, Some(body.as_bytes()))
}

/// Where programs decide about the only thing that waits for somebody.
fn case_of(keeper: &Person) -> String {
    format!("/api/v1{}", the_case(keeper))
}

fn decisions(town: &Town) {
    let (maya, lea, ada, tom) = people(town);
    let thread = shares(&ada, "owls", "Harsh words.");
    tells(&tom, &format!("/p/{thread}"), &[("reason", "cruel")]).is(303);
    let case = case_of(&maya);
    is_no(sends(&maya, &case, r#"{"verb":"sing","words":"Sing, please."}"#).is(422), "act-unchosen");
    is_no(sends(&maya, &case, r#"{"verb":"pause","words":"A while.","days":91}"#).is(422), "act-days");
    is_no(sends(&maya, &case, r#"{"verb":"fold","words":"It touches."}"#).is(422), "act-note");
    sends(&maya, &format!("{case}/take"), "{}").is(204);
    let note = r#"{"verb":"note","words":"Gently, please."}"#;
    is_no(sends(&lea, &case, note).is(409), "act-taken");
    sends(&maya, &case, note).is(200);
    is_no(sends(&maya, &case, note).is(409), "act-decided");

    let own = format!("/api/v1{}", the_act(&ada, "/decisions"));
    let words = r#"{"words":"I was tired."}"#;
    sends(&ada, &own, words).is(204);
    is_no(sends(&ada, &own, words).is(409), "act-answered");
    let answer = own.replace("/decisions/", "/look/answers/");
    sends(&lea, &answer, r#"{"words":"We see.","lifts":true}"#).is(204);
    is_no(sends(&lea, &answer, words).is(409), "act-answered");
    is_no(sends(&ada, &own, words).is(409), "act-undone");
}

fn two_people(town: &Town) {
    let (maya, _, ada, tom) = people(town);
    let thread = shares(&ada, "owls", "Nobody is here tonight.");
    tells(&tom, &format!("/p/{thread}"), &[("reason", "danger")]).is(303);
    let lock = format!("/api/v1/threads/{thread}/lock");
    is_no(sends(&maya, &lock, r#"{"reason":"Enough."}"#).is(409), "thread-stays-open");
    let (page, case) = (the_case(&maya), case_of(&maya));
    let remove = r#"{"verb":"remove","words":"Not here, please."}"#;
    assert_eq!(sends(&maya, &case, remove).is(200).json()["state"], "proposed");
    is_no(sends(&maya, &case, remove).is(409), "act-second-person");
    let put = town.lines("SELECT CAST(id AS TEXT) AS line FROM act WHERE state = 'proposed'");
    is_no(sends(&maya, &format!("/api/v1/look/done/{}", put[0]), "").is(409), "act-undone");

    let write = format!("{page}/write");
    is_no(maya.fills(&maya.visits(&page), &write, &[]).is(422), "care-nothing");
    maya.fills(&maya.visits(&page), &write, &[("say", "read")]).is(303);
    press(&maya, &format!("{page}/close"), &[]).is(303);
    is_no(press(&maya, &write, &[("say", "read")]).is(409), "care-closed");
    let answer = ada.visits("/care").is(200).attribute("main article form", "action").unwrap();
    press(&ada, &answer, &[("words", "Thank you.")]).is(303);
    is_no(press(&ada, &answer, &[("words", "And again.")]).is(409), "care-answered");
    // Of another community: nobody here reaches them.
    let face = ada.face;
    town.arranges(move |tx| tx.batch(&format!("UPDATE face SET kind = 'remote' WHERE id = {face}")));
    is_no(press(&maya, &write, &[("say", "read")]).is(409), "care-far");
}

fn telling(town: &Town) {
    let (maya, _, ada, tom) = people(town);
    let thread = shares(&ada, "owls", "Words.");
    let tell = |person: &Person, what: &str| sends(person, "/api/v1/concerns", what);
    is_no(tell(&ada, &format!(r#"{{"thread":"{thread}","reason":"spam"}}"#)).is(409), "concern-own");
    is_no(tell(&tom, &format!(r#"{{"thread":"{thread}","reason":"rain"}}"#)).is(422), "concern-reason");
    // More than anybody tells in an hour, so past the door that counts hours.
    for number in 0..31 {
        town.group(&format!("group-{number}"), Reach::Community, &[&maya]);
    }
    let secret = MemberSecret::new(town.app.chance());
    let (keys, today) = (town.app.keys().clone(), town.app.clock().now().day());
    let (teller, hand) = (Teller::new(&secret, keys.clone(), today), Hand::new(secret, keys, today));
    let viewer = viewer(&tom, false);
    for number in 0..31 {
        let (viewer, teller, hand) = (viewer.clone(), teller.clone(), hand.clone());
        let told = town.tries(move |tx| {
            let words = Bounded::parse("").unwrap();
            let said =
                Telling { reason: Reason::Other, words, goes_on: GoesOn::Not, folds: false, quotes: false };
            let of = About::Group(format!("group-{number}"));
            reports::tell(tx, (&viewer, &teller, &hand), (&[], &of), &said)
        });
        assert_eq!(
            told.err().map(|no| no.code().to_owned()),
            (number == 30).then(|| "concerns-too-many".to_owned())
        );
    }
    town.settles();
}

fn aliases(town: &Town) {
    let (maya, ada, tom) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Calm Stone"));
    night_owls(town, "allowed", &[&maya, &ada, &tom]);
    let thread = whispers(&ada, "group", "Said as somebody else.");
    let alias = author_of(&tom, &thread).replace(' ', "%20");
    let keeps = |body: &str| sends(&maya, &format!("/api/v1/groups/owls/aliases/{alias}"), body);
    is_no(keeps(r#"{"act":"sing","words":"Sing, please."}"#).is(422), "alias-act");
    is_no(keeps(r#"{"act":"pause","days":31,"words":"A while."}"#).is(422), "alias-days");
    is_no(keeps(r#"{"act":"close-person","weeks":0,"words":"Too harsh."}"#).is(422), "alias-weeks");
    let again = |what: &str| {
        sends(
            &ada,
            "/api/v1/threads",
            &format!(r#"{{"group":"owls","kind":"win","body":"{what}","as":"group"}}"#),
        )
    };
    keeps(r#"{"act":"pause","days":3,"words":"A while."}"#).is(204);
    is_no(again("While it is paused.").is(409), "alias-paused");
    keeps(r#"{"act":"close","words":"Too harsh."}"#).is(204);
    is_no(again("After it was closed.").is(409), "alias-closed");

    let declare = |person: &Person, body: &str| {
        person.sends("PUT", "/api/v1/me/affiliation", &JSON, Some(body.as_bytes()))
    };
    is_no(declare(&tom, r#"{"tie":"","with":"Blue House"}"#).is(422), "affiliation-unchosen");
    declare(&tom, r#"{"tie":"treatment","with":"Blue House"}"#).is(204);
    press(&maya, RULES, &[("step", "set"), ("shares", "readers"), ("pace", "0"), ("asks_labels", "1")])
        .is(303);
    let body = r#"{"group":"owls","kind":"win","body":"Come and see.","as":"group"}"#;
    is_no(sends(&tom, "/api/v1/threads", body).is(409), "affiliation-alias");
}

fn labels(town: &Town) {
    let (.., ada, tom) = people(town);
    let host = town.host("Patient Alder");
    tells(&tom, "/people/Quiet%20Ada", &[("reason", "affiliation")]).is(303);
    let case = case_of(&host);
    let label = r#"{"verb":"label","words":"You work for them.","label_tie":"treatment","label_with":""}"#;
    is_no(sends(&host, &case, label).is(422), "act-label");
    sends(&host, &case, &label.replace(r#""label_with":"""#, r#""label_with":"Blue House""#)).is(200);
    is_no(ada.sends("DELETE", "/api/v1/me/affiliation", &[], None).is(409), "affiliation-held");

    let lines = |lines: &str| press(&host, "/host/phrases", &[("added", lines), ("dropped", "")]);
    let many: Vec<String> = (0..201).map(|number| format!("the bridge of {number}")).collect();
    is_no(lines(&many.join("\n")).is(422), "phrases-many");
    is_no(lines(&"old ".repeat(21)).is(422), "phrases-long");
}

fn rules(town: &Town) {
    let (maya, _, ada, tom) = people(town);
    let sets = |fields: &[(&str, &str)]| press(&maya, RULES, &[&[("step", "set")], fields].concat());
    let keeps = |words: &str| {
        press(&maya, RULES, &[("step", "keep"), ("words", words), ("does", "refuse"), ("sentence", "")])
    };
    is_no(sets(&[("shares", "nobody"), ("pace", "0")]).is(422), "rules-unchosen");
    is_no(sets(&[("shares", "readers"), ("pace", "1441")]).is(422), "rules-minutes");
    is_no(keeps(", ,,").is(422), "rules-empty");
    keeps("beds.example").is(303);
    let shares_json = |person: &Person, words: &str| {
        sends(person, "/api/v1/threads", &format!(r#"{{"group":"owls","kind":"win","body":"{words}"}}"#))
    };
    is_no(shares_json(&ada, "See beds.example").is(422), "rules-words");
    let thread = shares(&tom, "owls", "Words for all.");
    let change =
        |words: &str| tom.sends("PATCH", &format!("/api/v1/threads/{thread}"), &JSON, Some(words.as_bytes()));
    press(&maya, RULES, &[("step", "keep"), ("words", "bed is free"), ("does", "hold"), ("sentence", "")])
        .is(303);
    is_no(change(r#"{"body":"A bed is free."}"#).is(422), "rules-change");

    sets(&[("shares", "members"), ("pace", "0")]).is(303);
    let passing = town.person("Passing Heron");
    let reply = format!("/api/v1/threads/{thread}/replies");
    is_no(sends(&passing, &reply, r#"{"body":"Hello."}"#).is(409), "rules-members");
    sets(&[("shares", "month"), ("pace", "0")]).is(303);
    is_no(shares_json(&ada, "Too soon.").is(409), "rules-weeks");
    sets(&[("shares", "readers"), ("pace", "15")]).is(303);
    shares_json(&ada, "One.").is(201);
    is_no(shares_json(&ada, "Two.").is(429), "rules-pace");

    town.arranges(|tx| {
        tx.batch(
            "INSERT INTO word_rule (id, group_id, words, does, note, sentence)
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 98)
             SELECT i, g.id, 'word ' || i, 'refuse', '', '' FROM n, \"group\" g WHERE g.name = 'owls'",
        )
    });
    is_no(keeps("one more").is(409), "rules-too-many");
}

on_both! {
    fn each_no_of_a_decision_and_of_an_answer_is_said(town) {
        decisions(town);
    }

    fn each_no_where_two_people_decide_and_where_somebody_is_written_to_is_said(town) {
        two_people(town);
    }

    fn each_no_of_telling_is_said(town) {
        telling(town);
    }

    fn each_no_about_an_alias_and_a_label_of_ones_own_is_said(town) {
        aliases(town);
    }

    fn each_no_of_a_label_that_hosts_put_and_of_their_list_is_said(town) {
        labels(town);
    }

    fn each_no_of_a_groups_rules_is_said(town) {
        rules(town);
    }
}
