//! What comes of a nudge: one press on Today, which the buddy reads; no word yet, which says nothing; and a buddy's ask stands first.

use hearthside::policy::Reach;

use super::noticing::{page_of, pair, presses};
use super::nudges::agreed;
use super::{asks, came_long_ago, lights};
use crate::harness::Person;

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 24 * HOUR_S;
const LINE: &str = "A nudge, as you and Maya Lake agreed. How are you holding up?";
const NO_WORD: &str = "No word yet. That says nothing by itself.";
const TODAY: &str = "section.nudge form";

on_both! {
    fn a_nudge_stands_on_today_and_one_press_answers_it(town) {
        let (ada, maya) = agreed(town, "daily", "20", "UTC");
        let (hers, mayas) = (page_of(&ada), page_of(&maya));
        ada.visits("/").is(200).hides(LINE);
        maya.visits(&mayas).is(200).hides(NO_WORD);
        let answer = format!("{hers}/nudge/answer");
        presses(&ada, &answer, &[("answer", "okay")]).is(404);
        town.waits_s(HOUR_S);

        let today = ada.visits("/").is(200).shows(LINE).shows("I’m okay").shows("Could use a chat");
        assert_eq!(today.attribute(TODAY, "action"), Some(answer.clone()));
        maya.visits("/").is(200).hides("A nudge");
        maya.visits(&mayas).is(200).shows(NO_WORD);
        presses(&maya, &format!("{mayas}/nudge/answer"), &[("answer", "okay")]).is(404);
        presses(&ada, &answer, &[("answer", "nonsense")]).is(422).shows("Choose one of the two answers.");

        assert_eq!(ada.fills(&today, &answer, &[("answer", "okay")]).is(303).location, "/");
        town.settles();
        assert_eq!(ada.visits("/").is(200).hides(LINE).count(TODAY), 0);
        maya.visits(&mayas).is(200).shows("Quiet Ada is okay today.").hides("No word yet");
        maya.visits("/news").is(200).shows("Quiet Ada, your buddy, sends you a caring note");
        maya.visits("/buddies").is(200).shows("I’m okay today.");
        // Another answer takes its place, from the page of the two.
        let page = ada.visits(&hers).is(200);
        assert_eq!(ada.fills(&page, &answer, &[("answer", "chat")]).is(303).location, hers);
        maya.visits(&mayas).is(200).shows("Quiet Ada could use a chat.");
        town.settles();
        maya.visits("/").is(200).shows("Quiet Ada asks if you can check in");
        let rows = town.lines("SELECT sealed AS line FROM nudge").join(" ");
        assert!(!rows.is_empty() && !rows.contains("chat"), "sealed");

        // The next morning it can still be answered; with the next nudge it is over.
        town.waits_s(DAY_S / 2);
        maya.visits(&mayas).is(200).shows("Quiet Ada could use a chat.");
        assert_eq!(ada.visits(&hers).is(200).count(&format!("form[action='{answer}']")), 1);
        town.waits_s(DAY_S / 2);
        ada.visits("/").is(200).shows(LINE);
        maya.visits(&mayas).is(200).shows(NO_WORD);
    }

    fn an_answer_counts_to_no_note_of_the_day_and_twice_is_once(town) {
        let (ada, maya) = agreed(town, "daily", "20", "UTC");
        let (hers, id) = (page_of(&ada), page_of(&ada).rsplit('/').next().unwrap().to_owned());
        town.waits_s(HOUR_S);
        for _ in 0..2 {
            presses(&ada, "/buddies/note", &[("buddy", id.as_str()), ("note", "here")]).is(303);
        }
        for _ in 0..2 {
            presses(&ada, &format!("{hers}/nudge/answer"), &[("answer", "chat")]).is(303);
        }
        maya.visits("/buddies").is(200).shows("I could use a chat.");
        presses(&ada, "/buddies/note", &[("buddy", id.as_str()), ("note", "here")]).is(303);
        presses(&ada, "/buddies/note", &[("buddy", id.as_str()), ("note", "here")]).is(409);
    }

    fn a_buddy_asks_in_their_own_name_and_one_press_answers_it_the_next_morning(town) {
        let (ada, maya) = pair(town);
        let (hers, mayas) = (page_of(&ada), page_of(&maya));
        let (id, answer) = (mayas.rsplit('/').next().unwrap().to_owned(), format!("{hers}/nudge/answer"));
        let asks = || presses(&maya, "/buddies/note", &[("buddy", id.as_str()), ("note", "how")]);
        presses(&ada, &answer, &[("answer", "okay")]).is(404);
        asks().is(303);
        asks().is(409).shows("You asked them already");
        maya.visits(&mayas).is(200).shows(NO_WORD);
        town.waits_s(12 * HOUR_S);

        let today = ada.visits("/").is(200).shows("Maya Lake asks how you are holding up.");
        assert_eq!(today.attribute(TODAY, "action"), Some(answer.clone()));
        presses(&ada, &answer, &[("answer", "nonsense")]).is(422);
        assert_eq!(ada.fills(&today, &answer, &[("answer", "okay")]).is(303).location, "/");
        town.settles();
        assert_eq!(ada.visits("/").is(200).count(TODAY), 0);
        maya.visits(&mayas).is(200).shows("Quiet Ada is okay today.").hides(NO_WORD);
        maya.visits("/news").is(200).shows("Quiet Ada, your buddy, sends you a caring note");
        let page = ada.visits(&hers).is(200);
        assert_eq!(ada.fills(&page, &answer, &[("answer", "chat")]).is(303).location, hers);
        maya.visits(&mayas).is(200).shows("Quiet Ada could use a chat.");

        asks().is(303);
        let rows = town.lines("SELECT noted AS line FROM buddy").join(" ");
        assert!(!rows.is_empty() && !rows.contains("\"how\""), "sealed");
        town.waits_s(2 * DAY_S);
        presses(&ada, &answer, &[("answer", "okay")]).is(404);
        maya.visits(&mayas).is(200).hides(NO_WORD);
        assert_eq!(ada.visits("/").is(200).count(TODAY), 0);
    }

    fn what_was_not_agreed_to_is_not_asked_of_whoever_is_in_a_small_circle(town) {
        let (ada, maya) = pair(town);
        town.group("evenings", Reach::Community, &[&ada, &maya]);
        town.arranges(|tx| tx.batch("UPDATE \"group\" SET reach = 'community'"));
        let id = page_of(&maya).rsplit('/').next().unwrap().to_owned();
        presses(&maya, "/buddies/note", &[("buddy", id.as_str()), ("note", "how")]).is(303);
        assert_eq!(ada.visits("/").is(200).count(TODAY), 1);
        ada.fills(&ada.visits("/small-circle").is(200), "/small-circle", &[("group", "evenings")]).is(303);
        assert_eq!(ada.visits("/").is(200).count(TODAY), 0);
        ada.fills(&ada.visits("/small-circle").is(200), "/small-circle/end", &[]).is(303);
        assert_eq!(ada.visits("/").is(200).count(TODAY), 1);
    }

    fn a_program_asks_how_a_buddy_is_and_nobody_else_answers(town) {
        let (ada, maya) = pair(town);
        let json = [("content-type", "application/json"), ("accept", "application/json")];
        let door = |person| page_of(person).replace("/buddies/pair/", "/api/v1/buddies/");
        let (hers, mayas) = (door(&ada), door(&maya));
        let read = |person: &Person, door: &str| person.sends("GET", &format!("{door}/nudge"), &[], None).is(200).json();
        assert_eq!((&read(&ada, &hers)["is_asked"], &read(&maya, &mayas)["asks"]), (&false.into(), &"none".into()));
        let asks = || maya.sends("POST", &format!("{mayas}/notes"), &json, Some(br#"{"note":"how"}"#));
        asks().is(204);
        assert_eq!(asks().is(409).json()["code"], "buddy-waits");
        assert_eq!((&read(&ada, &hers)["is_asked"], &read(&maya, &mayas)["asks"]), (&true.into(), &"waits".into()));
        let says = |person: &Person, door: &str| person.sends("PUT", &format!("{door}/nudge/answer"), &json, Some(br#"{"answer":"chat"}"#));
        says(&town.person("Sam Hollow"), &hers).is(404);
        says(&maya, &mayas).is(404);
        for _ in 0..2 {
            says(&ada, &hers).is(204);
        }
        assert_eq!(read(&maya, &mayas)["asks"], "chat");
        town.settles();
        assert_eq!(town.count("SELECT count(*) AS n FROM notice WHERE kind = 'buddy-asks'"), 1);
        assert_eq!(town.count("SELECT count(*) AS n FROM event WHERE kind = 'BuddyAsks'"), 1, "twice is once");
    }

    fn a_program_answers_and_reads_the_answer(town) {
        let (ada, maya) = agreed(town, "daily", "20", "UTC");
        let json = [("content-type", "application/json")];
        let nudge = |page: &str| format!("/api/v1{}/nudge", page.replace("/pair", ""));
        let (hers, mayas) = (nudge(&page_of(&ada)), nudge(&page_of(&maya)));
        town.waits_s(HOUR_S);
        assert_eq!(maya.sends("GET", &mayas, &[], None).is(200).json()["theirs"]["word"], "waits");
        ada.sends("PUT", &format!("{hers}/answer"), &json, Some(br#"{"answer":"maybe"}"#)).is(422);
        maya.sends("PUT", &format!("{mayas}/answer"), &json, Some(br#"{"answer":"okay"}"#)).is(404);
        ada.sends("PUT", &format!("{hers}/answer"), &json, Some(br#"{"answer":"chat"}"#)).is(204);
        assert_eq!(maya.sends("GET", &mayas, &[], None).is(200).json()["theirs"]["word"], "chat");
        assert_eq!(ada.sends("GET", &hers, &[], None).is(200).json()["mine"]["word"], "chat");
    }

    fn whoever_listens_finds_a_buddys_ask_first_and_no_name_with_it(town) {
        let (ada, maya) = pair(town);
        let sam = town.person("Sam Hollow");
        town.group("evenings", Reach::Community, &[&maya, &ada, &sam]);
        came_long_ago(town, &[&maya]);
        lights(&maya);
        asks(town, &sam, &[("line", "Sam waits")]);
        town.waits_s(60);
        asks(town, &ada, &[("line", "Ada waits")]);
        let lines = || maya.visits("/support/asks").is(200).hides("Quiet Ada").texts("#asks .voice");
        assert_eq!(lines(), ["Ada waits", "Sam waits"]);
        let (page, id) = (maya.visits("/buddies").is(200), page_of(&maya));
        maya.fills(&page, "/buddies/end", &[("buddy", id.rsplit('/').next().unwrap())]).is(303);
        assert_eq!(lines(), ["Sam waits", "Ada waits"], "those who wait longest, else");
    }
}
