//! What comes of a nudge: one press on Today, which the buddy reads; no word yet, which says nothing; and a buddy's ask stands first.

use hearthside::policy::Reach;

use super::noticing::{page_of, pair, presses};
use super::nudges::agreed;
use super::{asks, came_long_ago, lights};

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
