//! Speaking as an alias: the form, what others see, one's own controls, what is refused, what waits.

use hearthside::policy::Reach;

use super::{answers, id_in, shares};
use crate::harness::{Person, Seen, Town};

/// Long enough that nobody is new: newcomers have no aliases, and few words.
const A_WHILE: i64 = 15 * 86_400;

/// A group that uses aliases, with people who have been here a day.
pub fn night_owls(town: &Town, aliases: &str, people: &[&Person]) {
    town.group("owls", Reach::Community, people);
    let sql = format!("UPDATE \"group\" SET aliases = '{aliases}' WHERE name = 'owls'");
    town.arranges(move |tx| tx.batch(&sql));
    town.waits_s(A_WHILE);
}

/// Somebody fills in the form for a new thread.
pub fn says(person: &Person, group: &str, fields: &[(&str, &str)]) -> Seen {
    let form = person.visits(&format!("/share?group={group}")).is(200);
    person.fills(&form, "/share", &[fields, &[("step", "send")]].concat())
}

/// Somebody opens a thread as an alias; what comes back names the thread.
#[track_caller]
pub fn whispers(person: &Person, speaks: &str, words: &str) -> String {
    id_in(&says(person, "owls", &[("body", words), ("as", speaks)]).is(303).location)
}

/// The name at the head of a thread.
pub fn author_of(person: &Person, thread: &str) -> String {
    person.visits(&format!("/p/{thread}")).is(200).text("article.post .who b")
}

on_both! {
    fn an_alias_speaks_and_nothing_shows_who_it_is(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);

        let form = ada.visits("/share?group=owls").is(200).shows("no way here to look up").shows("January 2027");
        assert_eq!(form.attribute("input[name=as][checked]", "value").as_deref(), Some("name"), "nobody is hidden unasked");
        assert_eq!(form.count("input[name=as]"), 3);
        let thread = whispers(&ada, "thread", "Nobody here knows this.");

        let seen = maya.visits(&format!("/p/{thread}")).is(200).shows("Nobody here knows this.").shows("alias").hides("Ada");
        let alias = seen.text("article.post .who b");
        assert!(alias.split(' ').count() >= 2 && alias != "Quiet Ada", "{alias}");
        assert_eq!(seen.count(".tag.new"), 0, "an alias is never new");
        let hers = ada.visits(&format!("/p/{thread}")).is(200);
        assert_eq!(hers.text("article.post .who b"), alias, "its holder sees the same name");
        maya.visits("/g/owls").is(200).shows(&alias).hides("Ada");
        let json = maya.sends("GET", &format!("/api/v1/threads/{thread}"), &[], None).is(200).json();
        assert_eq!((json["author"].as_str(), json["said_at"].is_null()), (Some(alias.as_str()), true));
        let person = maya.visits(&format!("/people/{}", alias.replace(' ', "%20"))).is(200).shows("Nobody here knows");
        person.hides("Ada").hides(">today<").hides("2026");
    }

    fn a_second_press_is_not_a_second_alias(town) {
        let ada = town.person("Quiet Ada");
        night_owls(town, "allowed", &[&ada]);
        let form = ada.visits("/share?group=owls");
        for speaks in ["thread", "group"] {
            let fields = [("body", "Once."), ("as", speaks), ("once", speaks), ("step", "send")];
            let (first, second) = (ada.fills(&form, "/share", &fields).is(303), ada.fills(&form, "/share", &fields).is(303));
            assert_eq!(first.location, second.location);
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 2);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias"), 2);
    }

    fn a_second_press_after_the_words_were_sent_back_says_what_the_first_did(town) {
        let (ada, maya, shelf) = (town.person("Quiet Ada"), town.person("Maya Lake"), "/g/owls/held");
        night_owls(town, "first-look", &[&maya, &ada]);
        let form = ada.visits("/share?group=owls");
        for speaks in ["thread", "group"] {
            let fields = [("body", "Once."), ("as", speaks), ("once", speaks), ("step", "send")];
            let first = ada.fills(&form, "/share", &fields).is(303);
            let page = maya.visits(shelf).is(200).shows("Once.");
            maya.fills(&page, shelf, &[("words", "Only a slip."), ("answer", "not-here")]).is(303);
            assert_eq!(ada.fills(&form, "/share", &fields).is(303).location, first.location, "{speaks}");
            ada.visits(&first.location).is(200).shows("wait for a look");
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 2);
    }

    fn what_an_alias_said_is_its_holders_to_change_and_to_take_back(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let thread = whispers(&ada, "thread", "First wording.");
        let (page, edit) = (format!("/p/{thread}"), format!("/p/{thread}/edit"));
        let reply = {
            let form = ada.visits(&format!("{page}/reply")).is(200);
            ada.fills(&form, &format!("{page}/reply"), &[("body", "One more thing.")]).is(303).location.rsplit_once("#r").unwrap().1.to_owned()
        };

        maya.visits(&edit).is(403).shows("An alias wrote this");
        let form = ada.visits(&edit).is(200);
        ada.fills(&form, &edit, &[("body", "“Second”  wording…")]).is(303);
        maya.visits(&page).is(200).shows("\"Second\" wording...");
        assert_eq!(town.count("SELECT count(*) AS n FROM reply r JOIN thread t ON t.author_face = r.author_face"), 1, "the reply is the same alias's");

        let change = format!("{page}/r/{reply}");
        maya.visits(&format!("{change}/edit")).is(403).shows("An alias wrote this");
        let form = ada.visits(&format!("{change}/edit")).is(200);
        ada.fills(&form, &format!("{change}/edit"), &[("body", "Another thing.")]).is(303);
        maya.visits(&page).shows("Another thing.");
        maya.sends("DELETE", &format!("/api/v1/threads/{thread}/replies/{reply}"), &[], None).is(403);
        let form = ada.visits(&format!("{change}/delete")).is(200);
        ada.fills(&form, &format!("{change}/delete"), &[]).is(303);
        let form = ada.visits(&format!("{page}/delete")).is(200);
        ada.fills(&form, &format!("{page}/delete"), &[]).is(303);
        maya.visits(&page).is(410);
        for table in ["SELECT count(*) AS n FROM thread WHERE taken_back_at % 86400000 <> 0", "SELECT count(*) AS n FROM reply WHERE taken_back_at % 86400000 <> 0"] {
            assert_eq!(town.count(table), 0, "the day alone");
        }
    }

    fn in_a_thread_one_spoke_in_the_same_alias_is_chosen_and_said(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let thread = whispers(&ada, "thread", "It is me.");
        let alias = author_of(&maya, &thread);

        let form = ada.visits(&format!("/p/{thread}/reply")).is(200).shows(&format!("You speak as {alias} here."));
        assert_eq!(form.attribute("input[name=as][checked]", "value").as_deref(), Some("thread"));
        ada.fills(&form, &format!("/p/{thread}/reply"), &[("body", "And again.")]).is(303);
        let seen = maya.visits(&format!("/p/{thread}")).is(200).shows("And again.").hides("Ada");
        assert_eq!(seen.text(".thread article .who b"), alias);

        let form = maya.visits(&format!("/p/{thread}/reply")).is(200);
        assert_eq!(form.attribute("input[name=as][checked]", "value").as_deref(), Some("name"));
        maya.fills(&form, &format!("/p/{thread}/reply"), &[("body", "As me.")]).is(303);
        let other = shares(&maya, "owls", "Mine.");
        let form = ada.visits(&format!("/p/{other}/reply")).is(200);
        assert_eq!(form.attribute("input[name=as][checked]", "value").as_deref(), Some("name"));
    }

    fn two_tabs_post_as_different_faces(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let thread = shares(&maya, "owls", "Who else?");
        let url = format!("/p/{thread}/reply");
        let (one, two) = (ada.visits(&url).is(200), ada.visits(&url).is(200));

        ada.fills(&one, &url, &[("body", "As an alias."), ("as", "thread")]).is(303);
        ada.fills(&two, &url, &[("body", "As myself."), ("as", "name")]).is(303);

        let names = maya.visits(&format!("/p/{thread}")).is(200).texts(".thread article .who b");
        assert_eq!(names.len(), 2);
        assert!(names[0] != "Quiet Ada" && names[1] == "Quiet Ada", "{names:?}");
        town.settles();
        let notices = maya.visits("/news").is(200);
        assert_eq!(notices.count("main .rows > li"), 1);
    }

    fn a_name_may_be_kept_in_a_group_and_threads_have_names_of_their_own(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);

        let [one, two] = ["One.", "Two."].map(|words| author_of(&maya, &whispers(&ada, "group", words)));
        let three = author_of(&maya, &whispers(&ada, "thread", "Three."));
        assert!(one == two && three != one);
        ada.visits("/share?group=owls").is(200).shows(&one).hides(&three);
        let theirs = author_of(&ada, &whispers(&maya, "group", "Four."));
        assert_ne!(theirs, one);
    }

    fn what_an_alias_cannot_do_is_said_and_the_words_stay(town) {
        let ada = town.person("Quiet Ada");
        town.group("mornings", Reach::Community, &[&ada]);
        town.group("owls", Reach::Community, &[&ada]);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET aliases = 'allowed' WHERE name = 'owls'"));

        let soon = says(&ada, "owls", &[("body", "So early."), ("as", "thread")]).is(409);
        assert!(soon.text("#as-fault").contains("been here a day"));
        assert_eq!(soon.text("#body").trim(), "So early.");
        town.waits_s(86_401);

        let form = ada.visits("/share?group=mornings").is(200);
        assert_eq!(form.count("input[name=as]"), 0);
        let token = form.attribute("input[name=csrf]", "value").unwrap();
        let off = ada.posts("/share", &[("csrf", &token), ("group", "mornings"), ("body", "Forged."), ("kind", "win"), ("reach", "group"), ("as", "thread"), ("step", "send")]).is(409);
        off.shows("does not use aliases");

        let form = ada.visits("/share?group=owls");
        let kept = ada.fills(&form, "/share", &[("body", "Later."), ("as", "group"), ("step", "keep")]).is(422);
        assert_eq!(kept.text("#body").trim(), "Later.");
        assert_eq!(town.count("SELECT count(*) AS n FROM draft"), 0);
        ada.fills(&form, "/share", &[("body", "Later."), ("as", "name"), ("step", "keep")]).is(303);
        let id = ada.visits("/share/drafts").attribute("li.draft a", "href").unwrap();
        let draft = ada.visits(&id).is(200);
        ada.fills(&draft, "/share", &[("as", "thread"), ("step", "send")]).is(422).shows("Let the draft go");
        assert_eq!(town.count("SELECT count(*) AS n FROM thread"), 0);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias"), 0);
    }

    fn words_that_could_point_to_their_writer_are_asked_about_once(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        for words in ["As quiet ada said before.", "I live at 12 Rose Street."] {
            let asked = says(&ada, "owls", &[("body", words), ("as", "group")]).is(422);
            assert!(asked.text("#body-fault").contains("could point to you"));
            let sent = ada.fills(&asked, "/share", &[("step", "send")]).is(303);
            maya.visits(&format!("/p/{}", id_in(&sent.location))).is(200).shows(words);
        }
        says(&ada, "owls", &[("body", "As Quiet Ada, I may."), ("as", "name")]).is(303);
    }

    fn a_first_word_waits_where_the_group_looks_first_and_nobody_sees_it(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "first-look", &[&maya, &ada]);
        let waits = says(&ada, "owls", &[("body", "Let me in."), ("as", "thread")]).is(303);
        ada.visits(&waits.location).is(200).shows("wait for a look");
        for person in [&ada, &maya] {
            person.visits("/g/owls").is(200).hides("Let me in.");
            person.visits("/").is(200).hides("Let me in.");
            person.visits("/search?q=let").hides("Let me in.");
        }
        let thread = shares(&maya, "owls", "Come in.");
        let url = format!("/p/{thread}/reply");
        let form = ada.visits(&url);
        let held = ada.fills(&form, &url, &[("body", "May I?"), ("as", "thread")]).is(303);
        ada.visits(&held.location).is(200).shows("wait for a look");
        let seen = maya.visits(&format!("/p/{thread}")).is(200).hides("May I?");
        assert_eq!(seen.text("#replies-title"), "Replies");
        town.settles();
        let news = maya.visits("/news").is(200).hides("answered you");
        assert_eq!(news.count("main .rows > li"), 1, "those who look after the group know that something waits");
        assert_eq!(town.count("SELECT count(*) AS n FROM held"), 2);
        answers(&maya, &thread, None, "I answer myself.");
    }

    fn programs_speak_as_aliases_too(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let kind = [("content-type", "application/json")];
        let open = |body: &str| ada.sends("POST", "/api/v1/threads", &kind, Some(body.as_bytes()));

        let made = open(r#"{"group":"owls","kind":"win","body":"A win.","as":"thread"}"#).is(201).json();
        assert_ne!(made["author"], "Quiet Ada");
        let id = made["id"].as_str().unwrap();
        open(r#"{"group":"owls","kind":"win","body":"me@post.example","as":"thread"}"#).is(422).shows("alias-points");
        open(r#"{"group":"owls","kind":"win","body":"me@post.example","as":"thread","keep":true}"#).is(202).shows("waits");
        let reply = ada.sends("POST", &format!("/api/v1/threads/{id}/replies"), &kind, Some(br#"{"body":"More.","as":"thread"}"#)).is(201).json();
        assert_eq!(reply["author"], made["author"]);
        let path = format!("/api/v1/threads/{id}");
        ada.sends("PATCH", &path, &kind, Some(br#"{"body":"A small win."}"#)).is(200).shows("A small win.");
        maya.sends("PATCH", &path, &kind, Some(br#"{"body":"Mine."}"#)).is(403).shows("alias-not-yours");
        ada.sends("DELETE", &path, &[], None).is(204);
        maya.visits(&format!("/p/{id}")).is(410);
    }
}

on_both! {
    fn the_tie_ends_in_its_time_and_then_nobody_finds_it(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        town.arranges(hearthside::app::schedule::wind);
        let stays = whispers(&ada, "thread", "A win that stays.");
        let goes = id_in(&says(&ada, "owls", &[("body", "A word that goes."), ("as", "group"), ("ending", "delete")]).is(303).location);
        answers(&maya, &stays, None, "I read you.");
        town.settles();
        ada.visits("/news").is(200).shows("For your aliases").shows("Maya Lake answered you");
        ada.visits("/you/names").is(200).shows("You can change its words until");
        let before = town.count("SELECT count(*) AS n FROM notice");
        assert_eq!(town.count("SELECT count(*) AS n FROM notice WHERE is_seen"), 0);

        for _ in 0..6 {
            town.waits_s(6 * 86_400);
            ada.visits("/").is(200);
            maya.visits("/").is(200);
        }
        ada.visits(&format!("/p/{stays}/edit")).is(403).shows("An alias wrote this");
        maya.visits(&format!("/p/{stays}")).is(200).shows("A win that stays.");
        assert!(town.count("SELECT count(*) AS n FROM notice") < before, "what it was told is gone");
        ada.visits("/news").is(200).hides("Maya Lake answered you");
        ada.visits(&format!("/p/{goes}/edit")).is(200);
        let form = ada.visits(&format!("/p/{stays}/reply")).is(200);
        ada.fills(&form, &format!("/p/{stays}/reply"), &[("body", "Somebody new."), ("as", "thread")]).is(303);
        let names = maya.visits(&format!("/p/{stays}")).is(200).texts(".who b");
        assert!(names.first() != names.last(), "a later alias is another one: {names:?}");

        for _ in 0..12 {
            town.waits_s(6 * 86_400);
        }
        assert_eq!(town.count("SELECT count(*) AS n FROM thread WHERE taken_back_at IS NOT NULL AND body = ''"), 1);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias WHERE state <> 'expired'"), 0);
    }

    fn a_clock_that_jumps_ends_nothing(town) {
        let ada = town.person("Quiet Ada");
        night_owls(town, "allowed", &[&ada]);
        town.arranges(hearthside::app::schedule::wind);
        whispers(&ada, "thread", "Still mine.");
        town.waits_s(61);
        town.waits_s(3 * 86_400);
        town.waits_s(200 * 86_400);
        town.waits_s(-200 * 86_400);
        town.waits_s(3_601);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias WHERE state = 'live'"), 1);
    }

    fn being_done_with_an_alias_leaves_its_words_and_the_next_is_another(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        night_owls(town, "allowed", &[&maya, &ada]);
        let first = whispers(&ada, "group", "First name.");
        let alias = author_of(&maya, &first);
        let names = ada.visits("/you/names").is(200).shows(&alias);
        maya.visits("/you/names").is(200).hides(&alias);
        let token = maya.visits("/you/names").attribute("input[name=csrf]", "value").unwrap();
        maya.posts("/you/names/retire", &[("csrf", &token), ("alias", &alias)]).is(404);
        ada.fills(&names, "/you/names/retire", &[]).is(303);

        let second = whispers(&ada, "group", "Second name.");
        assert_ne!(author_of(&maya, &second), alias);
        let form = ada.visits(&format!("/p/{first}/delete")).is(200);
        ada.fills(&form, &format!("/p/{first}/delete"), &[]).is(303);
        let rows = ada.sends("GET", "/api/v1/me/aliases", &[], None).is(200).json();
        assert_eq!(rows["rows"].as_array().map(Vec::len), Some(2));
        assert_eq!(town.count("SELECT count(DISTINCT tag) AS n FROM alias"), 2);
    }
}
