//! The list of what no page says to somebody who was away for weeks, or who told of a setback: nothing was lost, and nothing is owed.

use hearthside::http::Who;
use hearthside::routes;

use super::world::{Role, World};
use super::{ENDLESS, Faults};
use crate::harness::Browser;

const DAY_S: i64 = 86_400;
/// Words that make a score of somebody's days, or a debt of their silence.
const NEVER: &[&str] = &[
    "streak",
    "missed",
    "relapse",
    "relapsed",
    "clean",
    "clean start",
    "start over",
    "starting over",
    "back to zero",
    "0 days",
    "day 0",
    "day 1",
    "failed",
    "failure",
    "gave up",
    "weak",
    "shame",
    "you lost",
    "where were you",
    "been away",
    "not been here",
    "have not checked in",
    "broke your",
    "reset",
];
/// Labels that people choose for their own words.
const LABELS: &[&str] = &["a relapse", "a lapse"];

/// Opens every page that a member may open, and says where one of these words stands.
fn unkind(world: &World, member: &Browser, own: &[(&str, &str)], when: &str) -> Faults {
    let (mut faults, mut pages) = (Faults::new(), 0);
    for sign in routes::all().signs().iter().filter(|sign| sign.method == "GET") {
        let is_page =
            !sign.path.starts_with("/api/") && !ENDLESS.contains(&sign.path) && sign.path != "/leave";
        let is_theirs = matches!(sign.who, Who::Visitor | Who::Member);
        let Some(path) = world.fills(sign.path).filter(|_| is_page && is_theirs) else { continue };
        let path = own.iter().fold(path, |path, (first, own)| path.replace(first, own));
        let seen = member.visits(&path);
        if seen.status != 200 || !seen.header("content-type").starts_with("text/html") {
            continue;
        }
        pages += 1;
        let text = seen.text("body").to_lowercase();
        let text = LABELS.iter().fold(text, |text, label| text.replace(label, ""));
        let words: Vec<&str> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let words = words.join(" ");
        let said = format!(" {words} ");
        let found = NEVER.iter().filter(|never| said.contains(&format!(" {never} ")));
        faults.extend(found.map(|never| format!("{path} says `{never}` {when}")));
    }
    assert!(pages > 60, "only {pages} pages");
    faults
}

on_both! {
    fn no_page_shames_whoever_comes_back_after_weeks_or_told_of_a_setback(town) {
        let world = World::private(town);
        // Signed in once: what is theirs alone opens for this session.
        world.renews(Role::Member);
        let maya = world.browser(Role::Member);
        let form = maya.visits("/counters/new").is(200);
        let counter = maya.fills(&form, "/counters/new", &[("on", "2026-04-09"), ("name", "tea")]).is(303).location;
        let form = maya.visits("/checkin").is(200);
        let told = [("weather", "hard"), ("line", "Rain"), ("intention", "Sleep early"), ("group", "evenings")];
        maya.fills(&form, "/checkin", &told).is(303);
        let ada = world.browser(Role::Moderator);
        town.arranges(|tx| tx.batch("DELETE FROM buddy"));
        let link = maya.fills(&maya.visits("/buddies").is(200), "/buddies", &[("line", "Walks")]).is(303).location;
        ada.fills(&ada.visits(&link).is(200), &link, &[("line", "Tea")]).is(303);
        let buddy = maya.visits("/buddies").is(200).attribute("input[name=buddy]", "value").unwrap();
        let pair = format!("/pair/{buddy}");
        let own = [("/counters/1", &*counter), ("/pair/1", &*pair)];
        town.begins();
        for _ in 0..3 {
            town.waits_s(8 * DAY_S);
        }
        maya.visits(&counter).is(200).shows("250 days");
        let mut faults = unkind(&world, maya, &own, "after weeks");

        let setback = format!("{counter}/setback");
        let told = maya.fills(&maya.visits(&setback).is(200), &setback, &[("words", "One evening.")]).is(303);
        maya.visits(&told.location).is(200).shows("One evening.");
        faults.extend(unkind(&world, maya, &own, "after a setback"));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
