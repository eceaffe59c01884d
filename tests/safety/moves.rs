//! A thread opened in the wrong room: who may move it, what changes and what does not, and how it is taken back.

use hearthside::policy::{Reach, Role};

use super::decisions::takes_back;
use super::{decides, tells, the_case};
use crate::forum::aliases::{author_of, whispers};
use crate::forum::{answers, id_in, shares};
use crate::harness::{Person, Seen, Town};

const JSON: [(&str, &str); 1] = [("content-type", "application/json")];

/// Two groups; Maya looks after both, Lea after the first alone, Ada and Tom are in both.
pub fn two_rooms(town: &Town, ceilings: [Reach; 2]) -> [Person; 4] {
    let all = [
        town.person("Maya Lake"),
        town.person("Old Lantern"),
        town.person("Quiet Ada"),
        town.person("Calm Stone"),
    ];
    for (name, ceiling) in [("owls", ceilings[0]), ("larks", ceilings[1])] {
        let group = town.group(name, ceiling, &[&all[0], &all[1], &all[2], &all[3]]);
        let (maya, lea) = (all[0].face, all[1].face);
        let (keeps, other) = (Role::Moderator, if name == "owls" { Role::Moderator } else { Role::Member });
        town.arranges(move |tx| {
            tx.batch(&format!(
                "UPDATE membership SET role = '{keeps}' WHERE face_id = {maya} AND group_id = {group};
                 UPDATE membership SET role = '{other}' WHERE face_id = {lea} AND group_id = {group};"
            ))
        });
    }
    town.arranges(|tx| tx.batch("UPDATE \"group\" SET reach = ceiling"));
    town.waits_s(15 * 86_400);
    town.arranges(hearthside::app::schedule::wind);
    town.settles();
    all
}

/// Somebody looks at what would change, and does it.
#[track_caller]
fn moves(who: &Person, thread: &str, to: &str, reason: &str) -> Seen {
    let url = format!("/p/{thread}/move");
    let page = who.visits(&format!("{url}?group={to}")).is(200);
    who.fills(&page, &url, &[("reason", reason)])
}

/// Somebody comes into the second room.
pub fn joins(town: &Town, person: &Person) {
    let face = person.face;
    town.arranges(move |tx| {
        tx.batch(&format!(
            "INSERT INTO membership (group_id, face_id, state, role, since_week) SELECT id, {face}, 'in', 'member', 2900 FROM \"group\" WHERE name = 'larks'"
        ))
    });
}

fn group_of(town: &Town, thread: &str) -> String {
    town.lines(&format!("SELECT g.name AS line FROM thread t JOIN \"group\" g ON g.id = t.group_id WHERE t.public_id = '{thread}'"))[0].clone()
}

on_both! {
    fn whoever_looks_after_both_moves_a_thread_with_its_answers_and_its_address_stays(town) {
        let [maya, _, ada, tom] = two_rooms(town, [Reach::Community; 2]);
        let thread = shares(&ada, "owls", "Early birds, anyone?");
        let reply = answers(&tom, &thread, None, "Me.");
        let place = format!("/p/{thread}");
        let menu = maya.visits(&place).is(200);
        assert_eq!(menu.count(&format!("a[href='{place}/move']")), 1);
        assert_eq!(tom.visits(&place).count(&format!("a[href='{place}/move']")), 0);
        let first = maya.visits(&format!("{place}/move")).is(200).shows("See what changes");
        assert_eq!(first.texts("select option"), ["larks"]);
        maya.visits(&format!("{place}/move?group=larks")).is(200).shows("Into larks").shows("All replies go along").hides("let go of their copies");
        moves(&maya, &thread, "larks", "").is(422);
        assert_eq!(moves(&maya, &thread, "larks", "It fits the mornings better.").is(303).location, place);
        town.settles();

        assert_eq!(group_of(town, &thread), "larks");
        let seen = tom.visits(&place).is(200).shows("Moved here from owls.").shows("Me.");
        assert_eq!(seen.text(".crumb"), "larks");
        tom.visits(&format!("{place}/r/{reply}")).is(200).shows("Me.");
        tom.visits("/g/owls").is(200).hides("Early birds");
        tom.visits("/g/larks").is(200).shows("Early birds");
        tom.visits("/search?q=birds").is(200).shows("larks").hides("owls");
        ada.visits("/news").is(200).shows("owls");
        ada.visits("/decisions").is(200).shows("Your post was moved to another group").shows("It fits the mornings better.").shows("Where it is now");
        maya.visits("/look/done").is(200).shows("Moved to another group");
        // Pressed twice, it is where it is.
        let again = [("csrf", super::token(&maya)), ("group", "larks".to_owned()), ("reason", "Again.".to_owned())];
        let again = again.each_ref().map(|(name, value)| (*name, value.as_str()));
        maya.posts(&format!("{place}/move"), &again).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 1);

        takes_back(&maya);
        assert_eq!(group_of(town, &thread), "owls");
        tom.visits(&place).is(200).hides("Moved here").shows("Me.");
        ada.visits("/decisions").is(200).shows("This was taken back.");
        moves(&maya, &thread, "larks", "After all.").is(303);
    }

    fn whoever_looks_after_one_of_them_alone_does_not(town) {
        let [_, lea, ada, _] = two_rooms(town, [Reach::Community; 2]);
        let thread = shares(&ada, "owls", "Early birds, anyone?");
        let (url, api) = (format!("/p/{thread}/move"), format!("/api/v1/threads/{thread}/move"));
        lea.visits(&url).is(200).shows("You look after no other group");
        lea.visits(&format!("{url}?group=larks")).is(403);
        let sent = Some(&br#"{"group":"larks","reason":"It fits better."}"#[..]);
        assert_eq!(lea.sends("POST", &api, &JSON, sent).is(403).json()["code"], "keepers-only");
        ada.visits(&url).is(403);
        ada.sends("POST", &api, &JSON, sent).is(403);
        town.stranger().sends("POST", &api, &JSON, sent).is(401);
        // Those who look after everything may; what they did is in their log, and theirs to take back.
        let host = town.host("Patient Alder");
        moves(&host, &thread, "larks", "It fits better.").is(303);
        lea.visits("/look/done").is(200).hides("Moved to another group");
        host.visits("/look/done").is(200).shows("Moved to another group");
        takes_back(&host);
        assert_eq!(group_of(town, &thread), "owls");
    }

    fn who_looks_after_one_of_them_alone_does_not_take_it_back(town) {
        let [maya, lea, ada, _] = two_rooms(town, [Reach::Community; 2]);
        let thread = shares(&ada, "owls", "Early birds, anyone?");
        moves(&maya, &thread, "larks", "It fits better.").is(303);
        let act = town.lines("SELECT CAST(id AS TEXT) AS line FROM act")[0].clone();
        assert_eq!(lea.sends("POST", &format!("/api/v1/look/done/{act}"), &[], None).is(403).json()["code"], "keepers-only");
        assert_eq!(group_of(town, &thread), "larks");
    }

    fn what_cannot_be_taken_back_is_not_offered_and_pressed_all_the_same_a_page_says_why(town) {
        let [maya, lea, ada, _] = two_rooms(town, [Reach::Community; 2]);
        let thread = shares(&ada, "owls", "Early birds, anyone?");
        moves(&maya, &thread, "larks", "It fits better.").is(303);
        let act = town.lines("SELECT '/look/done/' || CAST(id AS TEXT) AS line FROM act")[0].clone();
        let ways_back = |keeper: &Person| keeper.visits("/look/done").is(200).shows("Moved to another group").count("main form");
        assert_eq!((ways_back(&maya), ways_back(&lea)), (1, 0), "of one group alone");
        let press = |keeper: &Person| keeper.posts(&act, &[("csrf", &super::token(keeper))]);
        press(&lea).is(403).shows("What we decided").shows("This is for people who look after groups.");
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET closed_at = 1 WHERE name = 'owls'"));
        assert_eq!(ways_back(&maya), 0, "where nobody posts any more");
        super::is_no(press(&maya).is(409).shows("What we decided"), "move-closed");
        assert_eq!(group_of(town, &thread), "larks");
        assert!(press(&ada).status >= 403);
    }

    fn whoever_says_yes_too_late_reads_why_on_the_same_page(town) {
        let [maya, _, ada, _] = two_rooms(town, [Reach::Group; 2]);
        let joe = town.person("Slow Joe");
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET joining = 'ask'"));
        joins(town, &joe);
        let thread = shares(&ada, "owls", "For us alone.");
        moves(&maya, &thread, "larks", "More of us there.").is(303);
        let question = ada.visits("/decisions").is(200).shows("Somebody asks to move your post");
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET closed_at = 1 WHERE name = 'larks'"));
        let agree = question.attribute("form[action$='/agree']", "action").unwrap();
        super::is_no(ada.fills(&question, &agree, &[]).is(409), "move-closed").shows("Somebody asks to move your post");
        assert_eq!(group_of(town, &thread), "owls");
    }

    fn it_reaches_nobody_who_could_not_read_it_unless_its_writer_says_yes(town) {
        let [maya, _, ada, tom] = two_rooms(town, [Reach::Group; 2]);
        let joe = town.person("Slow Joe");
        let thread = shares(&ada, "owls", "For us alone.");
        let (place, api) = (format!("/p/{thread}"), format!("/api/v1/threads/{thread}/move"));
        let sent = Some(&br#"{"group":"larks","reason":"It fits better."}"#[..]);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET joining = 'ask'"));
        joins(town, &joe);
        maya.visits(&format!("{place}/move?group=larks")).is(200).shows("More people could read it there");
        let page = maya.visits(&format!("{place}/move?group=larks"));
        let asked = maya.fills(&page, &format!("{place}/move"), &[("reason", "More of us there.")]).is(303).location;
        maya.visits(&asked).is(200).shows("Its writer is asked.");
        maya.sends("POST", &api, &JSON, sent).is(202);
        assert_eq!(town.count("SELECT count(*) AS n FROM act"), 1, "asked once");
        assert_eq!(group_of(town, &thread), "owls");
        joe.visits(&place).is(404);

        let act = town.lines("SELECT CAST(id AS TEXT) AS line FROM act")[0].clone();
        let agree = format!("/decisions/{act}/agree");
        for other in [&maya, &joe] {
            other.sends("POST", &format!("/api/v1{agree}"), &[], None).is(404);
        }
        town.stranger().sends("POST", &format!("/api/v1{agree}"), &[], None).is(401);
        let question = ada.visits("/decisions").is(200).shows("Somebody asks to move your post").shows("To larks.").shows("More of us there.").hides("This was taken back");
        assert_eq!(ada.fills(&question, &agree, &[]).is(303).location, "/decisions");
        ada.sends("POST", &format!("/api/v1{agree}"), &[], None).is(204);
        assert_eq!(group_of(town, &thread), "larks");
        for reader in [&joe, &tom, &ada] {
            reader.visits(&place).is(200).shows("For us alone.");
        }
        takes_back(&maya);
        assert_eq!(group_of(town, &thread), "owls");
        joe.visits(&place).is(404);
        ada.sends("POST", &format!("/api/v1{agree}"), &[], None).is(409);
    }

    fn what_waits_about_a_thread_goes_with_it_to_those_who_look_after_it_now(town) {
        let [maya, lea, ada, tom] = two_rooms(town, [Reach::Community; 2]);
        let thread = shares(&ada, "owls", "Early birds, anyone?");
        let reply = answers(&ada, &thread, None, "Me, too.");
        for place in [format!("/p/{thread}"), format!("/p/{thread}/r/{reply}")] {
            tells(&tom, &place, &[("reason", "spam")]).is(303);
        }
        let kept = shares(&ada, "owls", "This one stays.");
        tells(&tom, &format!("/p/{kept}"), &[("reason", "spam")]).is(303);
        let cases = |keeper: &Person| keeper.visits("/look").is(200).count("article.case");
        assert_eq!((cases(&maya), cases(&lea)), (3, 3));

        moves(&maya, &thread, "larks", "It fits the mornings better.").is(303);
        let before = town.count("SELECT count(*) AS n FROM event WHERE kind = 'ConcernTold'");
        assert_eq!((cases(&maya), cases(&lea), before), (3, 1, 5), "and those who look after it there hear of both");
        lea.visits(&format!("/p/{thread}")).is(200).hides("told us about");
        let gone = town.lines("SELECT CAST(id AS TEXT) AS line FROM concern WHERE group_id = (SELECT id FROM \"group\" WHERE name = 'larks')");
        assert_eq!(gone.len(), 2);
        for id in &gone {
            lea.visits(&format!("/look/{id}")).is(404);
        }
        takes_back(&maya);
        assert_eq!((cases(&maya), cases(&lea)), (3, 3));

        // What was decided before a move waits again where its thread is.
        decides(&maya, &format!("/look/{}", gone[0]), &[("verb", "note"), ("words", "A note of ours.")]).is(303);
        let note = town.lines("SELECT CAST(id AS TEXT) AS line FROM act WHERE verb = 'note'")[0].clone();
        moves(&maya, &thread, "larks", "After all.").is(303);
        maya.sends("POST", &format!("/api/v1/look/done/{note}"), &[], None).is(204);
        assert_eq!((cases(&maya), cases(&lea)), (3, 1));
    }

    fn what_waits_goes_along_when_its_writer_says_yes_and_up_where_they_look_after_the_new_room(town) {
        let [maya, lea, ada, tom] = two_rooms(town, [Reach::Group; 2]);
        let host = town.host("Patient Alder");
        let joe = town.person("Slow Joe");
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET joining = 'ask'"));
        joins(town, &joe);
        let (face, steward) = (ada.face, Role::Moderator);
        town.arranges(move |tx| tx.batch(&format!("UPDATE membership SET role = '{steward}' WHERE face_id = {face} AND group_id = (SELECT id FROM \"group\" WHERE name = 'larks')")));
        let thread = shares(&ada, "owls", "For us alone.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "spam")]).is(303);
        moves(&maya, &thread, "larks", "More of us there.").is(303);
        let case = the_case(&lea);
        host.visits(&case).is(404);
        let act = town.lines("SELECT CAST(id AS TEXT) AS line FROM act")[0].clone();
        ada.sends("POST", &format!("/api/v1/decisions/{act}/agree"), &[], None).is(204);
        lea.visits(&case).is(404);
        maya.visits(&case).is(404);
        assert_eq!(the_case(&host), case, "they are of one of those who look after it there");
    }

    fn a_room_that_lets_people_in_more_easily_asks_too_and_one_its_writer_is_not_in_never_does(town) {
        let [maya, _, ada, tom] = two_rooms(town, [Reach::Group; 2]);
        let thread = shares(&ada, "owls", "For us alone.");
        let api = format!("/api/v1/threads/{thread}/move");
        let sent = Some(&br#"{"group":"larks","reason":"It fits better."}"#[..]);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET joining = 'ask' WHERE name = 'owls'"));
        assert_eq!(maya.visits(&format!("{api}?group=larks")).is(200).json()["asks_writer"], true);
        let leaves = |person: &Person| {
            let face = person.face;
            town.arranges(move |tx| tx.batch(&format!("DELETE FROM membership WHERE face_id = {face} AND group_id = (SELECT id FROM \"group\" WHERE name = 'larks')")));
        };
        leaves(&ada);
        assert_eq!(maya.sends("POST", &api, &JSON, sent).is(409).json()["code"], "move-writer-out");
        joins(town, &ada);
        leaves(&tom);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET joining = 'ask'"));
        maya.sends("POST", &api, &JSON, sent).is(204);
        tom.visits(&format!("/p/{thread}")).is(404);
        ada.visits(&format!("/p/{thread}")).is(200).shows("Moved here from owls.");
    }

    fn its_writer_who_looks_after_both_may_let_more_people_read_it(town) {
        let [maya, ..] = two_rooms(town, [Reach::Group; 2]);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET joining = CASE WHEN name = 'owls' THEN 'ask' ELSE 'open' END"));
        let thread = shares(&maya, "owls", "Mine to say.");
        moves(&maya, &thread, "larks", "I would like more company.").is(303);
        assert_eq!(group_of(town, &thread), "larks");
    }

    fn it_goes_no_further_than_the_new_room_and_as_far_as_before_once_it_is_back(town) {
        let [maya, lea, ada, _] = two_rooms(town, [Reach::Community, Reach::Group]);
        let joe = town.person("Slow Joe");
        let thread = shares(&ada, "owls", "Early birds, anyone?");
        joe.visits(&format!("/p/{thread}")).is(200);
        maya.visits(&format!("/p/{thread}/move?group=larks")).is(200).shows("Only larks can read this");
        moves(&maya, &thread, "larks", "It fits better.").is(303);
        joe.visits(&format!("/p/{thread}")).is(404);
        lea.visits(&format!("/p/{thread}")).is(200);
        takes_back(&maya);
        joe.visits(&format!("/p/{thread}")).is(200);
    }

    fn what_cannot_be_is_said(town) {
        let [maya, _, ada, _] = two_rooms(town, [Reach::Community; 2]);
        let thread = shares(&ada, "owls", "Early birds, anyone?");
        let url = format!("/p/{thread}/move");
        let api = format!("/api/v1{}", url.replace("/p/", "/threads/"));
        let asks = |group: &str, status: u16, code: &str| {
            let seen = maya.visits(&format!("{api}?group={group}")).is(status);
            assert_eq!(seen.json()["code"], code);
        };
        asks("owls", 422, "move-same");
        maya.visits(&format!("{url}?group=nowhere")).is(404);
        maya.visits(&format!("{api}?group=no%00where")).is(404);
        maya.visits("/p/00000000000000/move").is(404);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET closed_at = 1 WHERE name = 'larks'"));
        asks("larks", 409, "move-closed");
        maya.visits(&url).is(200).shows("You look after no other group");
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET closed_at = NULL; UPDATE \"group\" SET name = 'larks@far.example' WHERE name = 'larks'"));
        asks("larks@far.example", 409, "move-elsewhere");
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET name = 'larks' WHERE name = 'larks@far.example'"));
        let plan = maya.visits(&format!("{api}?group=larks")).is(200).json();
        assert_eq!((&plan["from"], &plan["to"], &plan["reach_then"]), (&"owls".into(), &"larks".into(), &"community".into()));
        maya.sends("POST", &api, &JSON, Some(br#"{"group":"larks","reason":""}"#)).is(422);
        maya.sends("POST", &api, &JSON, Some(br#"{"group":"larks","reason":"It fits better."}"#)).is(204);
        asks("owls", 409, "move-again");
    }

    fn a_note_that_belongs_elsewhere_keeps_it_out(town) {
        let [maya, _, ada, _] = two_rooms(town, [Reach::Community; 2]);
        let form = ada.visits("/share?group=owls").is(200);
        let fields = [("body", "Quiet words."), ("kind", "win"), ("step", "send"), ("note", "grief")];
        let thread = id_in(&ada.fills(&form, "/share", &fields).is(303).location);
        town.arranges(|tx| tx.batch("INSERT INTO group_note_rule (group_id, note, rule) SELECT id, 'grief', 'elsewhere' FROM \"group\" WHERE name = 'larks'"));
        let seen = maya.visits(&format!("/api/v1/threads/{thread}/move?group=larks"));
        assert!(seen.status >= 400 && seen.json()["code"].as_str().unwrap().starts_with("note-"), "{}", seen.body);
    }

    fn aliases_stay_and_their_words_stay_their_holders(town) {
        let [maya, _, ada, _] = two_rooms(town, [Reach::Community; 2]);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET aliases = 'allowed' WHERE name = 'owls'"));
        for speaks in ["thread", "group"] {
            let thread = whispers(&ada, speaks, "Nobody knows that I rise early.");
            let (place, name) = (format!("/p/{thread}"), author_of(&maya, &thread));
            moves(&maya, &thread, "larks", "It fits better.").is(303);
            assert_eq!(author_of(&maya, &thread), name, "{speaks}");
            let seen = ada.visits(&place).is(200);
            assert_eq!(seen.count(&format!("a[href='{place}/delete']")), 1, "{speaks}");
            let form = ada.visits(&format!("{place}/delete")).is(200);
            ada.fills(&form, &format!("{place}/delete"), &[]).is(303);
            maya.visits(&place).is(410);
        }
    }

    fn a_room_nobody_may_know_of_is_not_named(town) {
        let [maya, _, ada, tom] = two_rooms(town, [Reach::Community; 2]);
        let thread = shares(&ada, "owls", "Early birds, anyone?");
        moves(&maya, &thread, "larks", "It fits better.").is(303);
        let toms = tom.face;
        town.arranges(move |tx| tx.batch(&format!("UPDATE \"group\" SET listed = 'group' WHERE name = 'owls'; DELETE FROM membership WHERE face_id = {toms} AND group_id = (SELECT id FROM \"group\" WHERE name = 'owls')")));
        tom.visits(&format!("/p/{thread}")).is(200).shows("Moved here from another group.").hides("owls");
    }

    fn what_we_did_counts_it_once_the_month_is_over(town) {
        let [maya, _, ada, _] = two_rooms(town, [Reach::Community; 2]);
        let thread = shares(&ada, "owls", "Early birds, anyone?");
        moves(&maya, &thread, "larks", "It fits better.").is(303);
        // Nine more like it: fewer than ten are not told.
        town.arranges(|tx| tx.batch("INSERT INTO act (id, subject, tier, verb, state, words, done_on, number)
            WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 9)
            SELECT act.id + i, act.subject, act.tier, act.verb, act.state, act.words, act.done_on, act.number + i FROM act, n"));
        town.stranger().visits("/what-we-did").is(200).hides("Moved to another group");
        town.waits_s(32 * 86_400);
        town.stranger().visits("/what-we-did").is(200).shows("Moved to another group").hides("larks");
        let json = town.stranger().sends("GET", "/api/v1/what-we-did", &[], None).is(200).json();
        assert!(json.to_string().contains("\"move\":10"), "{json}");
    }
}
