//! Whom somebody works for: beside all they say under one name, and never beside another.

use crate::forum::aliases::{author_of, night_owls, says, whispers};
use crate::forum::{answers, shares};
use crate::harness::{Person, Town};
use crate::safety::{decides, tells, the_act, token};

const JSON: [(&str, &str); 1] = [("content-type", "application/json")];
const PAGE: &str = "/you/affiliation";
const SAYS: &str = "Works in treatment: Blue House";

fn declares(person: &Person, fields: &[(&str, &str)]) -> u16 {
    person.fills(&person.visits(PAGE).is(200), PAGE, fields).status
}

fn people(town: &Town) -> (Person, Person, Person) {
    let (maya, ada, tom) = (town.person("Maya Lake"), town.person("Quiet Ada"), town.person("Calm Stone"));
    night_owls(town, "allowed", &[&maya, &ada, &tom]);
    (maya, ada, tom)
}

on_both! {
    fn a_label_stands_beside_all_that_is_said_under_one_name(town) {
        let (_, ada, tom) = people(town);
        let before = shares(&ada, "owls", "Said before.");
        let hers = shares(&tom, "owls", "Tom's own.");
        answers(&ada, &hers, None, "Ada answers.");
        tom.visits(&format!("/p/{before}")).is(200).hides("Works in");
        assert_eq!(declares(&ada, &[("tie", "treatment"), ("with", "Blue House")]), 303);
        for page in [format!("/p/{before}"), format!("/p/{hers}"), "/g/owls".to_owned(), "/people/Quiet%20Ada".to_owned()] {
            tom.visits(&page).is(200).shows(SAYS);
        }
        let json = tom.sends("GET", &format!("/api/v1/threads/{before}"), &[], None).is(200).json();
        assert_eq!((json["affiliation"]["tie"].as_str(), json["affiliation"]["with"].as_str()), (Some("treatment"), Some("Blue House")));
        let json = tom.sends("GET", &format!("/api/v1/threads/{hers}/replies"), &[], None).is(200).json();
        assert_eq!(json["rows"][0]["affiliation"]["with"], "Blue House");
        assert!(tom.sends("GET", &format!("/api/v1/threads/{hers}"), &[], None).is(200).json()["affiliation"].is_null());
        let json = tom.sends("GET", "/api/v1/people/Quiet%20Ada", &[], None).is(200).json();
        assert_eq!(json["affiliation"]["tie"], "treatment");
        assert_eq!(declares(&ada, &[("tie", "housing"), ("with", "Reed Home")]), 303);
        tom.visits(&format!("/p/{before}")).is(200).shows("Works for a sober home: Reed Home").hides("Blue House");
    }

    fn what_is_missing_is_said_and_what_was_typed_stays(town) {
        let (_, ada, _) = people(town);
        let page = ada.visits(PAGE).is(200);
        let refused = ada.fills(&page, PAGE, &[("with", "Blue House")]).is(422).shows("Choose what sort of business");
        assert_eq!(refused.attribute("#with", "value").as_deref(), Some("Blue House"));
        ada.fills(&page, PAGE, &[("tie", "friend"), ("with", "Blue House")]).is(422);
        ada.fills(&page, PAGE, &[("tie", "treatment"), ("with", "")]).is(422);
        ada.sends("PUT", "/api/v1/me/affiliation", &JSON, Some(br#"{"tie":"","with":"Blue House"}"#)).is(422);
        town.stranger().visits(PAGE).is(303);
        assert_eq!(town.count("SELECT count(*) AS n FROM face WHERE affiliation <> ''"), 0);
        ada.sends("PUT", "/api/v1/me/affiliation", &JSON, Some(br#"{"tie":"product","with":"An app"}"#)).is(204);
        let json = ada.sends("GET", "/api/v1/me/affiliation", &[], None).is(200).json();
        assert_eq!((json["affiliation"]["with"].as_str(), json["is_held"].as_bool(), json["goes_on"].is_null()), (Some("An app"), Some(false), true));
    }

    fn a_label_that_is_taken_off_goes_four_weeks_later(town) {
        let (_, ada, tom) = people(town);
        town.arranges(hearthside::app::schedule::wind);
        let thread = shares(&ada, "owls", "Words.");
        declares(&ada, &[("tie", "treatment"), ("with", "Blue House")]);
        tom.visits(&format!("/p/{thread}")).is(200).shows(SAYS);
        for _ in 0..2 {
            ada.posts("/you/affiliation/off", &[("csrf", &token(&ada))]).is(303);
        }
        ada.sends("DELETE", "/api/v1/me/affiliation", &[], None).is(204);
        ada.visits(PAGE).is(200).shows("It goes on").hides("Take it off");
        let until = town.count("SELECT affiliation_until AS n FROM face WHERE affiliation <> ''");
        assert!(until < 10_000, "a week, and no day: {until}");
        for _ in 0..3 {
            town.waits_s(7 * 86_400);
        }
        tom.visits(&format!("/p/{thread}")).is(200).shows(SAYS);
        for _ in 0..10 {
            town.waits_s(86_400);
        }
        tom.visits(&format!("/p/{thread}")).is(200).hides("Works in");
        assert_eq!(town.count("SELECT count(*) AS n FROM face WHERE affiliation <> '' OR affiliation_until IS NOT NULL"), 0);
    }

    fn nothing_carries_a_label_to_an_alias_and_a_group_may_ask_for_the_name_that_says_so(town) {
        let (maya, ada, tom) = people(town);
        let before = whispers(&ada, "group", "Said as somebody else.");
        declares(&ada, &[("tie", "treatment"), ("with", "Blue House")]);
        let after = whispers(&ada, "group", "Said again.");
        let alias = author_of(&tom, &before);
        for page in [format!("/p/{before}"), format!("/p/{after}"), format!("/people/{}", alias.replace(' ', "%20"))] {
            tom.visits(&page).is(200).hides("Works in").hides("Blue House");
        }
        let rules = [("csrf", token(&maya)), ("step", "set".to_owned()), ("shares", "readers".to_owned()), ("pace", "0".to_owned()), ("asks_labels", "1".to_owned())];
        let rules: Vec<(&str, &str)> = rules.iter().map(|(name, value)| (*name, value.as_str())).collect();
        maya.posts("/g/owls/rules", &rules).is(303);
        assert_eq!(maya.visits("/g/owls/rules").is(200).count("input[name=asks_labels][checked]"), 1);
        for speaks in ["group", "thread"] {
            let refused = says(&ada, "owls", &[("body", "Once more."), ("as", speaks)]).is(409);
            refused.shows("speak under the name that says so").shows("Once more.");
        }
        let form = ada.visits(&format!("/p/{before}/reply")).is(200);
        ada.fills(&form, &format!("/p/{before}/reply"), &[("body", "And here."), ("as", "group")]).is(409);
        assert_eq!(town.count("SELECT count(*) AS n FROM alias"), 1, "no alias came of it");
        tom.visits(&format!("/p/{}", shares(&ada, "owls", "Under my name."))).is(200).shows(SAYS);
        whispers(&tom, "thread", "Whoever declared nothing speaks as before.");
        for page in ["/g/owls/held", "/look", "/g/owls/aliases"] {
            maya.visits(page).hides("Blue House");
        }
        assert!(town.tying_commits().is_empty());
    }

    fn a_host_puts_a_label_where_somebody_does_not_and_it_is_answered_and_taken_back(town) {
        let (maya, ada, tom) = people(town);
        let (host, other) = (town.host("Patient Alder"), town.host("Second Alder"));
        let thread = shares(&ada, "owls", "The best place there is.");
        tells(&tom, "/people/Quiet%20Ada", &[("reason", "affiliation"), ("words", "She runs it.")]).is(303);
        town.settles();
        maya.visits("/look").is(200).shows("Nothing waiting.");
        let seen = host.visits("/look").is(200).shows("Somebody may be paid for what they recommend");
        let case = seen.attribute("article.case a.btn", "href").unwrap();
        let sentence = ("words", "Please say whom you work for.");
        decides(&host, &case, &[("verb", "label"), sentence]).is(422).shows("Say what sort of business it is");
        decides(&host, &case, &[("verb", "label"), sentence, ("label_tie", "treatment"), ("label_with", "Blue House")]).is(303);
        town.settles();

        tom.visits(&format!("/p/{thread}")).is(200).shows(SAYS);
        ada.visits(PAGE).is(200).shows("A host put it there").shows("It goes on").hides("Take it off");
        ada.posts("/you/affiliation/off", &[("csrf", &token(&ada))]).is(409).shows("A host put this label there");
        ada.posts(PAGE, &[("csrf", &token(&ada)), ("tie", "other"), ("with", "Nobody")]).is(409);
        ada.visits("/decisions").is(200).shows("A label stands beside your name").shows("Please say whom");
        tom.visits("/concerns").is(200).shows("did something about it").hides("Blue House");
        town.stranger().visits("/what-we-did").is(200).hides("Quiet Ada").hides("Blue House");

        let act = the_act(&ada, "/decisions");
        ada.fills(&ada.visits("/decisions").is(200), &act, &[("words", "I left there in spring.")]).is(303);
        let queue = other.visits("/look").is(200).shows("I left there in spring.");
        let action = queue.attribute("form[action^='/look/answers/']", "action").unwrap();
        other.fills(&queue, &action, &[("words", "You are right."), ("answer", "lift")]).is(303);
        tom.visits(&format!("/p/{thread}")).is(200).hides("Works in");
        ada.visits(PAGE).is(200).hides("A host put it there");
    }

    fn a_label_is_for_hosts_to_put_and_what_was_declared_comes_back_when_it_is_undone(town) {
        let (maya, ada, tom) = people(town);
        let host = town.host("Patient Alder");
        declares(&ada, &[("tie", "product"), ("with", "An app")]);
        let thread = shares(&ada, "owls", "Come to us.");
        tells(&tom, &format!("/p/{thread}"), &[("reason", "affiliation")]).is(303);
        let case = crate::safety::the_case(&maya);
        maya.visits(&case).is(200).hides("The label: whom they work for");
        let label = [("verb", "label"), ("words", "Whom you work for."), ("label_tie", "treatment"), ("label_with", "Blue House")];
        let token_of = token(&maya);
        maya.posts(&case, &[&label[..], &[("csrf", token_of.as_str())]].concat()).is(422);
        maya.posts(&format!("{case}/hand-up"), &[("csrf", &token(&maya))]).is(303);
        decides(&host, &case, &label).is(303);
        tom.visits(&format!("/p/{thread}")).is(200).shows(SAYS).hides("An app");
        let log = host.visits("/look/done").is(200).shows("A label beside a name");
        let undo = log.attribute("form[action^='/look/done/']", "action").unwrap();
        host.fills(&log, &undo, &[]).is(303);
        tom.visits(&format!("/p/{thread}")).is(200).shows("Is paid for a product: An app");
        assert_eq!(declares(&ada, &[("tie", "product"), ("with", "Another app")]), 303, "it is hers again");
    }
}
