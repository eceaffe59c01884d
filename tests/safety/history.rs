//! What was decided about other words of somebody's stands on the next card about them: as far as whoever looks may read it in
//! their own log, and of an alias as of that alias alone.

use serde_json::Value;

use super::crisis::press;
use super::{decides, owls, tells, the_case};
use crate::forum::aliases::{night_owls, whispers};
use crate::forum::shares;
use crate::harness::Person;
use hearthside::policy::Reach;

/// What a card says of other words of its writer.
fn history(keeper: &Person, case: &str) -> String {
    keeper.visits(case).is(200).text("article.case details.of-writer")
}

/// The same, as a program reads it: what was decided, and the title it was about.
fn told(keeper: &Person, case: &str) -> Vec<(String, String)> {
    let json = keeper.sends("GET", &format!("/api/v1{case}"), &[], None).is(200).json();
    let word = |row: &Value, field: &str| row[field].as_str().unwrap().to_owned();
    json["of_writer"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (word(row, "verb"), word(row, "heading")))
        .collect()
}

fn verbs(keeper: &Person, case: &str) -> Vec<String> {
    told(keeper, case).into_iter().map(|(verb, _)| verb).collect()
}

on_both! {
    fn a_card_says_what_was_decided_about_other_words_of_the_same_name(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom) = (town.person("Quiet Ada"), town.person("Calm Stone"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        let mut cases = Vec::new();
        let fold = vec![("verb", "fold"), ("note", "grief"), ("words", "Folded, for those who grieve.")];
        let note = vec![("verb", "note"), ("words", "Please take care.")];
        for (words, decided) in [("First words.", fold), ("Other words.", vec![("verb", "fine")]), ("Later words.", note)] {
            let thread = shares(&ada, "owls", words);
            tells(&tom, &format!("/p/{thread}"), &[("reason", "other")]).is(303);
            let case = the_case(&maya);
            decides(&maya, &case, &decided).is(303);
            cases.push(case);
        }
        let last = shares(&ada, "owls", "Last words.");
        tells(&tom, &format!("/p/{last}"), &[("reason", "other")]).is(303);
        let case = the_case(&maya);
        let said = history(&maya, &case);
        let (later, first) = (said.find("Please take care.").unwrap(), said.find("Folded, for those who grieve.").unwrap());
        assert!(later < first, "the latest first: {said}");
        assert_eq!(told(&maya, &case), [("note".to_owned(), String::new()), ("fold".to_owned(), String::new())], "that all stayed as it is says nothing of her");
        assert_eq!(verbs(&maya, &cases[2]), ["fold"], "what is about this stands above");

        // What was taken back is not held against anybody, and others' words are none of hers.
        let log = maya.visits("/look/done").is(200);
        maya.fills(&log, &log.attribute("main form", "action").unwrap(), &[]).is(303);
        assert_eq!(verbs(&maya, &case), ["fold"]);
        let other = shares(&tom, "owls", "Mine.");
        tells(&ada, &format!("/p/{other}"), &[("reason", "spam")]).is(303);
        let queue = maya.visits("/look").is(200);
        let cards = queue.texts("article.case");
        assert!(cards.iter().any(|card| card.contains("Mine.") && !card.contains("other words of theirs")), "{cards:?}");
    }

    fn what_was_decided_where_somebody_does_not_look_stays_there(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom, host) = (town.person("Quiet Ada"), town.person("Calm Stone"), town.host("Patient Alder"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        town.group("herons", Reach::Community, &[&lea, &ada, &tom]);
        tells(&tom, &format!("/p/{}", shares(&ada, "herons", "Words over there.")), &[("reason", "other")]).is(303);
        decides(&lea, &the_case(&lea), &[("verb", "note"), ("words", "A word over there.")]).is(303);
        tells(&tom, &format!("/p/{}", shares(&ada, "owls", "Words here.")), &[("reason", "other")]).is(303);
        let case = the_case(&maya);
        assert_eq!(verbs(&lea, &case), ["note"], "she looks after both");
        assert_eq!(verbs(&maya, &case), [""; 0]);
        maya.visits(&case).is(200).hides("A word over there.").hides("other words of theirs");

        tells(&tom, "/people/Quiet%20Ada", &[("reason", "advances")]).is(303);
        let of_name = the_case(&host);
        assert!(history(&host, &of_name).contains("A word over there."), "the log of hosts goes over all groups");
        assert_eq!(told(&host, &of_name), [("note".to_owned(), String::new())]);
        ada.visits(&of_name).is(403);
        ada.sends("GET", &format!("/api/v1{of_name}"), &[], None).is(403);
    }

    fn each_decision_says_from_which_side_it_was(town) {
        let (maya, lea) = (town.person("Maya Lake"), town.person("Old Lantern"));
        let (ada, tom, host) = (town.person("Quiet Ada"), town.person("Calm Stone"), town.host("Patient Alder"));
        owls(town, &[&maya, &lea, &ada, &tom]);
        let told = |words: &str| {
            let thread = shares(&ada, "owls", words);
            tells(&tom, &format!("/p/{thread}"), &[("reason", "other")]).is(303);
            the_case(&maya)
        };
        decides(&maya, &told("First words."), &[("verb", "note"), ("words", "From the group.")]).is(303);
        tells(&tom, "/people/Quiet%20Ada", &[("reason", "advances")]).is(303);
        decides(&host, &the_case(&host), &[("verb", "warn"), ("words", "From the community.")]).is(303);
        // What began with words in a group and reaches all of them is the community's to answer for.
        let case = told("Later words.");
        press(&maya, &format!("{case}/hand-up"), &[]).is(303);
        press(&host, &format!("{case}/all"), &[("reach", "everywhere"), ("words", "All of it.")]).is(303);

        tells(&tom, "/people/Quiet%20Ada", &[("reason", "advances")]).is(303);
        let case = the_case(&host);
        let sides = |json: &Value, list: &str| -> Vec<(String, String)> {
            let word = |row: &Value, field: &str| row[field].as_str().unwrap().to_owned();
            json[list].as_array().unwrap().iter().map(|row| (word(row, "verb"), word(row, "side"))).collect()
        };
        let said = |verb: &str, side: &str| (verb.to_owned(), side.to_owned());
        let json = host.sends("GET", &format!("/api/v1{case}"), &[], None).is(200).json();
        assert_eq!(sides(&json, "earlier"), [said("warn", "house")]);
        assert_eq!(sides(&json, "of_writer"), [said("remove-all-here", "house"), said("note", "group")]);
        let card = host.visits(&case).is(200);
        let (before, of_writer) = (card.text("article.case details:not(.of-writer)"), card.text("article.case details.of-writer"));
        assert!(before.contains("Patient Alder · for the whole community"), "{before}");
        assert!(of_writer.contains("Maya Lake · for the group"), "{of_writer}");
        assert!(of_writer.contains("Patient Alder · for the whole community"), "{of_writer}");
        host.visits("/look/done").is(200).shows("Maya Lake · for the group").shows("Patient Alder · for the whole community");
        let log = lea.sends("GET", "/api/v1/look/done", &[], None).is(200).json();
        assert_eq!(sides(&log, "rows"), [said("note", "group")]);

        let own = ada.visits("/decisions").is(200).texts("main article.case");
        let of = |words: &str| own.iter().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{own:?}"));
        assert!(of("All of it.").contains("Decided by the hosts."), "{own:?}");
        assert!(of("From the group.").contains("Decided by the people who look after owls."), "{own:?}");
        ada.visits("/look/done").is(403);
    }

    fn of_an_alias_it_is_that_alias_alone_and_never_whoever_is_behind_it(town) {
        let (maya, ada, tom) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Calm Stone"));
        night_owls(town, "allowed", &[&maya, &ada, &tom]);
        let looks_at = |thread: &str| {
            tells(&tom, &format!("/p/{thread}"), &[("reason", "other")]).is(303);
            the_case(&maya)
        };
        let first = looks_at(&whispers(&ada, "group", "Something harsh."));
        assert_eq!(verbs(&maya, &first), [""; 0]);
        decides(&maya, &first, &[("verb", "note"), ("words", "To the alias.")]).is(303);

        let named = looks_at(&shares(&ada, "owls", "Under my name."));
        assert_eq!(verbs(&maya, &named), [""; 0], "a name has nothing of what its aliases said");
        decides(&maya, &named, &[("verb", "fold"), ("note", "grief"), ("words", "To the name.")]).is(303);
        let once = looks_at(&whispers(&ada, "thread", "Under a name of this thread."));
        assert_eq!(verbs(&maya, &once), [""; 0], "nor another alias");
        decides(&maya, &once, &[("verb", "fine")]).is(303);

        let again = looks_at(&whispers(&ada, "group", "Something harsh again."));
        assert_eq!(verbs(&maya, &again), ["note"], "the alias that is kept has its own");
        maya.visits(&again).is(200).shows("To the alias.").hides("To the name.").hides("Quiet Ada");
        assert!(town.tying_commits().is_empty());
    }
}
