//! Rules a group keeps by itself: set on one page, said in the form, kept at every door, and undone.

use super::aliases::{night_owls, says, whispers};
use super::{answers, shares};
use crate::harness::{Person, Seen, Town};
use crate::safety::crisis::four;
use crate::safety::{decides, tells, the_case, token};
use hearthside::policy::Reach;

const RULES: &str = "/g/owls/rules";

/// What a keeper sends from the page of rules.
fn sends(keeper: &Person, fields: &[(&str, &str)]) -> Seen {
    let token = token(keeper);
    keeper.posts(RULES, &[&[("csrf", token.as_str())], fields].concat())
}

/// Sets rules, the rest as it is where nothing was set.
fn sets(keeper: &Person, fields: &[(&str, &str)]) {
    let usual = [("step", "set"), ("shares", "readers"), ("pace", "0")];
    let usual: Vec<_> =
        usual.into_iter().filter(|(name, _)| fields.iter().all(|(set, _)| set != name)).collect();
    sends(keeper, &[&usual[..], fields].concat()).is(303);
}

/// Keeps a line.
fn keeps(keeper: &Person, fields: &[(&str, &str)]) {
    sends(keeper, &[fields, &[("step", "keep"), ("sentence", "")]].concat()).is(303);
}

/// Somebody answers a thread through the form; what comes back.
fn says_back(person: &Person, thread: &str, fields: &[(&str, &str)]) -> Seen {
    let url = format!("/p/{thread}/reply");
    person.fills(&person.visits(&url).is(200), &url, fields)
}

/// Lets through what waits, or not, with a sentence.
fn answers_held(keeper: &Person, answer: &str, words: &str) {
    let page = keeper.visits("/g/owls/held").is(200);
    let mut form = page.form("/g/owls/held", &[("words", words)]);
    form.push(("answer".to_owned(), answer.to_owned()));
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    keeper.posts("/g/owls/held", &form).is(303);
}

/// The four of a case, in a group that the whole community may reach.
pub fn people(town: &Town) -> (Person, Person, Person, Person) {
    let (maya, lea, ada, tom) = four(town);
    town.arranges(|tx| tx.batch("UPDATE \"group\" SET reach = 'community'"));
    (maya, lea, ada, tom)
}

on_both! {
    fn those_who_keep_a_group_set_its_rules_and_nobody_else_does(town) {
        let (maya, lea, ada, _) = people(town);
        ada.visits(RULES).is(403);
        sends(&ada, &[("step", "guard")]).is(403);
        maya.visits("/g/owls/about").is(200).shows("Rules the group keeps by itself");
        let page = maya.visits(RULES).is(200).shows("There is no line yet");
        assert_eq!(page.attribute("input[name=shares][checked]", "value").as_deref(), Some("readers"));
        sets(&maya, &[("shares", "week"), ("looks", "first"), ("looks", "links"), ("pace", "15"), ("quiet_from", "22"), ("quiet_until", "7"), ("quiet_offset", "1")]);
        let page = lea.visits(RULES).is(200);
        assert_eq!(page.attribute("input[name=shares][checked]", "value").as_deref(), Some("week"));
        assert_eq!(page.count("input[name=looks][checked]"), 2);
        assert_eq!(page.attribute("select[name=pace] option[selected]", "value").as_deref(), Some("15"));
        assert_eq!(page.attribute("input[name=quiet_from]", "value").as_deref(), Some("22"));
        for wrong in [("pace", "9999"), ("pace", "x"), ("shares", "nobody"), ("quiet_from", "31")] {
            let usual = [("step", "set"), ("shares", "readers"), ("pace", "0"), ("quiet_until", "3")];
            let usual: Vec<_> = usual.into_iter().filter(|(name, _)| *name != wrong.0).collect();
            sends(&maya, &[&usual[..], &[wrong]].concat()).is(422);
        }
        assert_eq!(town.count("SELECT pace_minutes AS n FROM house_rule"), 15, "nothing of that was kept");
    }

    fn a_line_is_looked_at_before_it_is_kept(town) {
        let (maya, _, ada, _) = people(town);
        for day in ["first", "second", "third"] {
            shares(&ada, "owls", &format!("My {day} day on methadone."));
        }
        shares(&ada, "owls", "A walk.");
        let tried = sends(&maya, &[("step", "try"), ("words", "METHADONE, beds.example"), ("does", "hold"), ("sentence", "")]).is(200);
        tried.shows("met 3 things of 4").shows("My third day on methadone").shows("to stay safe").shows("narrower line");
        assert_eq!(town.count("SELECT count(*) AS n FROM word_rule"), 0);
        sends(&maya, &[("step", "try"), ("words", "sourdough"), ("does", "hold"), ("sentence", "")]).is(200).shows("met nothing");
        sends(&maya, &[("step", "try"), ("words", ", ,,"), ("does", "hold"), ("sentence", "")]).is(422).shows("at least one word");
        sends(&maya, &[("step", "try"), ("words", "beds"), ("does", "fold"), ("sentence", "")]).is(422);
        sends(&maya, &[("step", "keep"), ("words", "beds"), ("does", "offer"), ("sentence", "")]).is(422);
        sends(&maya, &[("step", "keep"), ("words", "beds"), ("does", "offer"), ("goes_to", "nowhere"), ("sentence", "")]).is(422);
        keeps(&maya, &[("words", "beds.example"), ("does", "hold")]);
        let page = maya.visits(RULES).is(200).shows("beds.example").shows("wait for a look");
        let line = page.attribute("input[name=line]", "value").unwrap();
        sends(&maya, &[("step", "drop"), ("line", &line)]).is(303);
        maya.visits(RULES).is(200).hides("beds.example · ").shows("There is no line yet");
    }

    fn held_words_are_seen_by_their_writer_and_those_who_look_and_by_nobody_else(town) {
        let (maya, _, ada, tom) = people(town);
        let before = shares(&tom, "owls", "A quiet start.");
        keeps(&maya, &[("words", "bed is free"), ("does", "hold")]);
        let held = says(&ada, "owls", &[("body", "A Bed is free at ours."), ("kind", "win")]).is(303);
        assert_eq!(held.location, "/share/waits?group=owls");
        ada.visits(&held.location).is(200).shows("wait for a look").shows("You can have them back");
        let reply = says_back(&ada, &before, &[("body", "Also here: a bed is free.")]).is(303);
        assert!(reply.location.starts_with("/share/waits?group=owls&sent="), "{}", reply.location);
        town.settles();

        ada.visits("/share/drafts").is(200).shows("A Bed is free at ours.").shows("Also here").shows("Nobody else sees these yet");
        let ids = town.lines("SELECT public_id AS line FROM thread ORDER BY id");
        for page in ["/g/owls", "/search?q=free", &format!("/p/{before}"), "/people/Quiet%20Ada", "/", "/waiting"] {
            tom.visits(page).is(200).hides("bed is free").hides("Bed is free");
        }
        tom.visits(&format!("/p/{}", ids[1])).is(404);
        ada.visits(&format!("/p/{}", ids[1])).is(404);
        tom.visits("/news").is(200).hides("answered you");
        tom.visits("/share/drafts").is(200).hides("free");
        assert_eq!(town.count("SELECT reply_count AS n FROM thread ORDER BY id LIMIT 1"), 0);
        tom.visits("/g/owls/held").is(403);

        maya.visits("/news").is(200).shows("Something waits for a look in owls");
        maya.visits("/look").is(200).shows("2 things wait for a first look in owls");
        maya.visits("/g/owls/held").is(200).shows("Quiet Ada").shows("It meets one of your lines").hides("An alias");
        answers_held(&maya, "let-through", "");
        town.waits_s(60);
        tom.visits(&format!("/p/{}", ids[1])).is(200).shows("A Bed is free at ours.");
        tom.visits("/g/owls").is(200).shows("A Bed is free at ours.");
        tom.visits("/search?q=free").is(200).shows("Bed is free");
        ada.visits("/news").is(200).shows("Words of yours that waited can be read now");
        answers_held(&maya, "let-through", "");
        town.settles();
        tom.visits("/news").is(200).shows("Quiet Ada answered you").hides("that waited");
        tom.visits(&format!("/p/{before}")).is(200).shows("Also here").shows("1 reply");
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 0);
        assert!(town.tying_commits().is_empty());
    }

    fn what_is_not_let_through_comes_back_with_a_sentence_and_nothing_is_lost(town) {
        let (maya, _, ada, tom) = people(town);
        let before = shares(&tom, "owls", "A quiet start.");
        sets(&maya, &[("looks", "all")]);
        ada.visits("/share?group=owls").is(200).shows("waits for a look first");
        maya.visits("/share?group=owls").is(200).hides("waits for a look first");
        says(&ada, "owls", &[("title", "My news"), ("body", "Long words."), ("kind", "win"), ("note", "grief")]).is(303);
        answers_held(&maya, "not-here", "Please leave the name out.");
        says_back(&ada, &before, &[("body", "An answer.")]).is(303);
        answers_held(&maya, "not-here", "Not under this one.");
        town.settles();
        ada.visits("/news").is(200).shows("Words of yours came back from owls");
        let drafts = ada.visits("/share/drafts").is(200).shows("Please leave the name out.").shows("Not under this one.");
        assert_eq!(drafts.count("li.draft"), 2);
        for nth in 1..=2 {
            let url = drafts.attribute(&format!("li.draft:nth-child({nth}) a"), "href").unwrap();
            let form = ada.visits(&url).is(200).shows("It came back with a sentence");
            let body = form.text("textarea[name=body]");
            assert!(body.contains("Long words.") || body.contains("An answer."), "{body}");
            if body.contains("Long") {
                assert_eq!(form.attribute("input[name=title]", "value").as_deref(), Some("My news"));
                assert_eq!(form.count("input[name=note][value=grief][checked]"), 1);
            }
        }
        says(&ada, "owls", &[("body", "Never mind this one."), ("kind", "win")]).is(303);
        let page = ada.visits("/share/drafts").is(200).shows("Never mind this one.");
        ada.fills(&page, "/share/waits", &[]).is(303);
        ada.visits("/share/drafts").is(200).hides("Waiting for a look").shows("Never mind this one.");
        maya.visits("/g/owls/held").is(200).shows("Nothing waits");
        shares(&maya, "owls", "Whoever keeps the group is not held.");
        assert!(town.tying_commits().is_empty());
    }

    fn a_note_or_a_better_home_is_offered_once_and_the_writer_may_go_on(town) {
        let (maya, _, ada, _) = people(town);
        town.group("money", Reach::Community, &[&maya, &ada]);
        keeps(&maya, &[("words", "the bets"), ("does", "note"), ("line_note", "gambling-detail")]);
        keeps(&maya, &[("words", "rent, landlord"), ("does", "offer"), ("goes_to", "money"), ("sentence", "They know the forms.")]);
        keeps(&maya, &[("words", "the scales"), ("does", "fold"), ("line_note", "eating")]);

        let asked = says(&ada, "owls", &[("body", "The bets I laid."), ("kind", "setback")]).is(422);
        let asked = asked.shows("Put this content note on it");
        assert_eq!(asked.text("textarea[name=body]").trim(), "The bets I laid.", "nothing is lost");
        assert_eq!(asked.count("#rules input[name=note][value=gambling-detail][checked]"), 1);
        let thread = super::id_in(&ada.fills(&asked, "/share", &[("step", "send")]).is(303).location);
        assert_eq!(town.lines("SELECT notes AS line FROM thread"), ["gambling-detail"]);

        let asked = says_back(&ada, &thread, &[("body", "My landlord came about the rent.")]).is(422);
        let asked = asked.shows("They know the forms.").shows("better home in money");
        assert_eq!(asked.attribute("#rules button[name=move]", "value").as_deref(), Some("money"));
        ada.fills(&asked, &format!("/p/{thread}/reply"), &[]).is(303);
        let moved = says(&ada, "owls", &[("body", "The rent is due."), ("kind", "question")]).is(422);
        let mut form = moved.form("/share", &[]);
        form.push(("move".to_owned(), "money".to_owned()));
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let there = ada.posts("/share", &form).is(200);
        assert_eq!(there.attribute("select[name=group] option[selected]", "value").as_deref(), Some("money"));
        assert_eq!(there.text("textarea[name=body]").trim(), "The rent is due.");
        assert_eq!(there.count("input[name=goes_on]"), 0, "the other group asks anew");

        let folded = shares(&ada, "owls", "The scales again.");
        assert_eq!(maya.visits(&format!("/p/{folded}")).is(200).count("#post details.fold"), 1);
        let body = r#"{"group":"owls","kind":"win","body":"The bets."}"#;
        let json = [("content-type", "application/json")];
        let asked = ada.sends("POST", "/api/v1/threads", &json, Some(body.as_bytes())).is(422).json();
        assert_eq!(asked["code"], "rules-asks");
        let body = body.replace('}', r#","goes_on":true}"#);
        ada.sends("POST", "/api/v1/threads", &json, Some(body.as_bytes())).is(201);
    }

    fn words_are_refused_with_a_sentence_and_a_change_cannot_slip_by(town) {
        let (maya, _, ada, _) = people(town);
        keeps(&maya, &[("words", "sober-homes.example"), ("does", "refuse"), ("sentence", "Tell a keeper of the place first.")]);
        keeps(&maya, &[("words", "bed is free"), ("does", "hold")]);
        let refused = says(&ada, "owls", &[("body", "See https://www.sober-homes.example/a?b=1"), ("kind", "win")]).is(422);
        let refused = refused.shows("Tell a keeper of the place first.");
        assert!(refused.text("textarea[name=body]").contains("sober-homes.example"), "nothing is lost");
        let thread = shares(&ada, "owls", "A calm day.");
        let edit = format!("/p/{thread}/edit");
        let changes = |words: &str| ada.fills(&ada.visits(&edit).is(200), &edit, &[("body", words)]);
        changes("Now s\u{43e}ber-homes.example, and a b\u{435}d is free.").is(422).shows("a change cannot wait");
        changes("sober-homes.example").is(422).shows("Tell a keeper of the place first.");
        changes("A calm evening.").is(303);
        let reply = answers(&ada, &thread, None, "Well.");
        let edit = format!("/p/{thread}/r/{reply}/edit");
        ada.fills(&ada.visits(&edit).is(200), &edit, &[("body", "A bed is free")]).is(422);
        let json = [("content-type", "application/json")];
        let body = br#"{"group":"owls","kind":"win","body":"A bed is free"}"#;
        assert_eq!(ada.sends("POST", "/api/v1/threads", &json, Some(body)).is(202).json()["waits"], true);
        let body = br#"{"body":"A bed is free"}"#;
        ada.sends("POST", &format!("/api/v1/threads/{thread}/replies"), &json, Some(body)).is(202);
        let rows = maya.sends("GET", "/api/v1/groups/owls/held", &[], None).is(200).json();
        assert_eq!((rows["rows"].as_array().unwrap().len(), rows["rows"][0]["why"].as_str()), (2, Some("words")));
    }

    fn who_may_share_and_what_waits_by_who_wrote_it(town) {
        let (maya, _, ada, tom) = people(town);
        let thread = shares(&tom, "owls", "Words for all.");
        let passing = town.person("Passing Heron");
        sets(&maya, &[("shares", "members")]);
        passing.visits(&format!("/p/{thread}/reply")).is(200).shows("Members of this group share");
        says_back(&passing, &thread, &[("body", "Hello.")]).is(409).shows("Members of this group share");
        answers(&ada, &thread, None, "A member answers.");
        sets(&maya, &[("shares", "month")]);
        says(&ada, "owls", &[("body", "Too soon."), ("kind", "win")]).is(409).shows("for 4 weeks");
        shares(&maya, "owls", "Whoever keeps it may.");
        town.waits_s(15 * 86_400);
        shares(&ada, "owls", "By now I may.");
        sets(&maya, &[("looks", "first")]);
        let lea = town.person("Slow River");
        says_back(&lea, &thread, &[("body", "My first.")]).is(303);
        assert_eq!(town.lines("SELECT why AS line FROM held"), ["first"]);
        answers_held(&maya, "let-through", "");
        answers(&lea, &thread, None, "My second stands at once.");
        sets(&maya, &[("looks", "links")]);
        says(&ada, "owls", &[("body", "See https://a.example"), ("kind", "win")]).is(303);
        assert_eq!(town.lines("SELECT why AS line FROM held"), ["links"]);
    }

    fn a_group_takes_its_time_and_a_keeper_slows_somebody_down(town) {
        let (maya, _, ada, tom) = people(town);
        sets(&maya, &[("pace", "15")]);
        ada.visits("/share?group=owls").is(200).shows("15 minutes lie between");
        let thread = shares(&ada, "owls", "One.");
        says(&ada, "owls", &[("body", "Two."), ("kind", "win")]).is(429).shows("in 15 minutes").shows("Two.");
        answers(&tom, &thread, None, "Somebody else.");
        shares(&maya, "owls", "Whoever keeps it is not held up.");
        shares(&maya, "owls", "Twice.");
        town.waits_s(15 * 60);
        let form = ada.visits("/share?group=owls").is(200);
        let sent = [("body", "Three."), ("kind", "win"), ("step", "send")];
        let first = ada.fills(&form, "/share", &sent).is(303).location;
        assert_eq!(ada.fills(&form, "/share", &sent).is(303).location, first, "a second press is not a second thing");

        sets(&maya, &[]);
        let harsh = shares(&tom, "owls", "Harsh.");
        tells(&ada, &format!("/p/{harsh}"), &[("reason", "cruel")]).is(303);
        decides(&maya, &the_case(&maya), &[("verb", "slow"), ("days", "3"), ("words", "Take your time, please.")]).is(303);
        town.settles();
        tom.visits("/decisions").is(200).shows("Take your time, please.").shows("An hour lies between").shows("Until");
        town.waits_s(3_600);
        shares(&tom, "owls", "After that.");
        says(&tom, "owls", &[("body", "And more."), ("kind", "win")]).is(429).shows("in 60 minutes");
        let log = maya.visits("/look/done").is(200).shows("Slowed down in the group");
        let undo = log.attribute("main form", "action").unwrap();
        maya.fills(&log, &undo, &[]).is(303);
        shares(&tom, "owls", "As before.");

        decides(&maya, &the_case(&maya), &[("verb", "slow-thread"), ("days", "3"), ("words", "Slowly here, please.")]).is(303);
        town.waits_s(3_600);
        answers(&ada, &harsh, None, "One here.");
        says_back(&ada, &harsh, &[("body", "Two here.")]).is(429);
        shares(&ada, "owls", "Elsewhere at once.");
        town.waits_s(4 * 86_400);
        assert_eq!(town.count("SELECT count(*) AS n FROM slow"), 0, "it ends by itself");
    }

    fn advice_hours_and_a_guard(town) {
        let (maya, lea, ada, tom) = people(town);
        let thread = shares(&tom, "owls", "I sleep badly.");
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET advice = 'when-asked'"));
        let hinted = says_back(&ada, &thread, &[("body", "You should drink less tea.")]).is(422);
        hinted.shows("people speak from their own life");
        let asked = says_back(&ada, &thread, &[("body", "You should drink less tea.")]).is(422);
        ada.fills(&asked, &format!("/p/{thread}/reply"), &[]).is(303);
        answers(&lea, &thread, None, "I drank less tea.");
        let open = says(&tom, "owls", &[("body", "Ideas for sleep?"), ("kind", "question"), ("ask", "ideas")]).is(303);
        answers(&ada, &super::id_in(&open.location), None, "You should try tea.");
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET advice = 'welcome'"));
        says_back(&ada, &thread, &[("body", "You should rest.")]).is(422).shows("Company first");
        let calm = says(&tom, "owls", &[("body", "I slept."), ("kind", "win")]).is(303);
        answers(&ada, &super::id_in(&calm.location), None, "You should rest.");

        let hour = |plus: i64| ((town.app.clock().now().0 / 3_600_000 + plus) % 24).to_string();
        sets(&maya, &[("quiet_from", &hour(0)), ("quiet_until", &hour(2)), ("looks", "all")]);
        ada.visits("/share?group=owls").is(200).shows("Nobody is on duty here until");
        let waits = says(&ada, "owls", &[("body", "At night."), ("kind", "win")]).is(303);
        ada.visits(&waits.location).is(200).shows("They look at it after");
        town.waits_s(2 * 3_600);
        ada.visits("/share?group=owls").is(200).hides("Nobody is on duty");

        sets(&maya, &[]);
        sends(&maya, &[("step", "guard")]).is(303);
        maya.visits(RULES).is(200).shows("Guarded for");
        let passing = town.person("Passing Heron");
        shares(&ada, "owls", "Here for weeks.");
        says_back(&passing, &thread, &[("body", "Hi all.")]).is(303);
        sets(&maya, &[]);
        assert_eq!(town.lines("SELECT why AS line FROM held ORDER BY thread_id, reply_id DESC"), ["guard", "all"]);
        says_back(&passing, &thread, &[("body", "Hi again.")]).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 3, "other settings do not end it");
        town.waits_s(24 * 3_600);
        answers(&passing, &thread, None, "A day later.");
        sends(&maya, &[("step", "guard")]).is(303);
        sends(&maya, &[("step", "unguard")]).is(303);
        answers(&passing, &thread, None, "And it was ended.");
    }

    fn an_alias_meets_the_rules_as_itself_and_names_nobody(town) {
        let (maya, ada, tom) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        keeps(&maya, &[("words", "bed is free"), ("does", "hold")]);
        let held = says(&ada, "owls", &[("body", "A bed is free."), ("as", "thread")]).is(303);
        ada.visits(&held.location).is(200).shows("not who wrote them").hides("You can have them back");
        ada.visits("/share/drafts").is(200).hides("bed is free");
        maya.visits("/g/owls/held").is(200).shows("bed is free").hides("Ada");
        answers_held(&maya, "let-through", "");
        sets(&maya, &[("looks", "alias")]);
        says(&ada, "owls", &[("body", "Again as an alias."), ("as", "thread")]).is(303);
        shares(&ada, "owls", "As myself at once.");
        answers_held(&maya, "not-here", "Not this, please.");
        ada.visits("/share/drafts").is(200).hides("Again as an alias.");
        sets(&maya, &[("pace", "60")]);
        whispers(&ada, "group", "One as a kept alias.");
        says(&ada, "owls", &[("body", "Two as a kept alias."), ("as", "group")]).is(429);
        shares(&ada, "owls", "And as myself: another name.");
        // Whoever looks after the group speaks as an alias like anybody else.
        sets(&maya, &[("looks", "all")]);
        assert!(says(&maya, "owls", &[("body", "A keeper in disguise."), ("as", "thread")]).is(303).location.contains("waits"));
        assert!(town.tying_commits().is_empty());
    }
}
