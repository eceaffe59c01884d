//! Who elsewhere may do what to whose thing: every verb by every sort of sender to every sort of thing, sent to a real inbox, and
//! what came of it. The page is the answer; whatever it says, some answers are given here once more, so that no bless changes them.

mod cast;
mod said;
mod stage;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use cast::{THINGS, WHO};
use said::VERBS;
use stage::{Came, Stage};

use crate::harness::Town;

/// A verb, who sends it, and what came of it by thing.
type Row = (&'static str, &'static str, Vec<String>);

const ABOUT: &str = "What becomes of an activity, by who sends it and what it is about: each cell was sent to the inbox of a real server. *Writer* and *neighbour* are\n\
    people of one partner community, which also has a group that is followed here; *keeper* looks after that group, *group* is the group itself and *community* the\n\
    server's own actor there. *Through the group*: it comes within an `Announce` by that group. *Partner* is somebody of another partner community, *stranger* of one\n\
    that is none; *one of ours* bears the name of a member here, and the key of the writer.\n\n\
    *Own* and *another's* words stand in a group here; another's are the writer's, and to the writer the neighbour's. *Ours* are a member's. *There* are words in the\n\
    followed group, by the writer and by the neighbour. *Self* is the sender.\n\n\
    **yes**: it does what it says. *no change*: it may, and nothing was left to do. A number: refused at the door, nothing is kept. *waits*: it is tried again for a\n\
    week. *host*: people who look after this community read it, and nothing happens by itself. Anything else: why it was let go. Nothing but a **yes** changes\n\
    anything here. `Undo X` is sent after the sender's own `X`.\n\n";

fn drive(town: &mut Town) -> Vec<Row> {
    let mut stage = Stage::at(town);
    let mut rows = Vec::new();
    for verb in VERBS {
        for who in WHO {
            let cells = THINGS.iter().map(|thing| stage.plays(town, verb, who, thing)).collect();
            rows.push((*verb, who.title, cells));
            stage.mends(town);
        }
        stage.looks_as_it_did(town);
    }
    stage.rests(town);
    rows
}

fn written(rows: &[Row]) -> String {
    let mut text = ABOUT.to_owned();
    let titles: Vec<&str> = THINGS.iter().map(|thing| thing.title).collect();
    let mut last = "";
    for (verb, who, cells) in rows {
        if *verb != last {
            let space = if last.is_empty() { "" } else { "\n" };
            writeln!(
                text,
                "{space}## {verb}\n\n| | {} |\n|---|{}",
                titles.join(" | "),
                "---|".repeat(titles.len())
            )
            .unwrap();
            last = verb;
        }
        writeln!(text, "| {who} | {} |", cells.join(" | ")).unwrap();
    }
    text
}

/// What must never be, whatever the page says.
fn holds_the_law(rows: &[Row]) {
    let at = |thing: &str| THINGS.iter().position(|each| each.title == thing).expect(thing);
    let ours: Vec<usize> =
        THINGS.iter().enumerate().filter(|(_, each)| each.is_ours).map(|(at, _)| at).collect();
    for (verb, who, cells) in rows {
        let is_done = |at: usize| cells[at] == "**yes**";
        let what = format!("{who}, {verb}: {cells:?}");
        if matches!(*who, "stranger" | "one of ours") {
            let is_out = |cell: &String| cell.starts_with("40") || cell == "202, not kept";
            assert!(cells.iter().all(is_out), "let in: {what}");
        }
        // Kind words and following are all that anybody elsewhere does to what is ours.
        if !matches!(
            *verb,
            "Like" | "Undo Like" | "EmojiReact" | "Undo EmojiReact" | "Follow" | "Undo Follow"
        ) {
            // Whom a group there names among those who keep it is its own affair, whoever that is: the list is asked of it.
            let names = |at: usize| {
                matches!(*verb, "Add" | "Remove") && matches!(THINGS[at].title, "our group" | "our member")
            };
            assert!(!ours.iter().any(|at| is_done(*at) && !names(*at)), "it changes what is ours: {what}");
        }
        let is_writer = matches!(*who, "writer" | "writer, through the group");
        if matches!(*verb, "Update" | "Delete" | "Undo Delete" | "Lock" | "Block" | "Add" | "Remove") {
            assert!(!is_done(at("another's thread")) && !is_done(at("another's reply")), "another's: {what}");
            // What the group passes on of changed words is asked for where they live.
            let is_asked = *verb == "Update" && who.contains("through");
            let is_keeper = matches!(*who, "keeper, through the group" | "group, through itself");
            // What its own community's people wrote, a group may have back: so two communities part.
            let lent = *verb == "Delete" && *who == "group";
            let keeps = is_asked || lent || (is_keeper && *verb != "Update");
            assert!(
                !is_done(at("neighbour's there")) || keeps || *who == "neighbour",
                "not theirs to keep: {what}"
            );
            assert!(!is_done(at("writer's there")) || keeps || is_writer, "not theirs to keep: {what}");
        }
    }
}

fn asserts_the_table(town: &mut Town) {
    let rows = drive(town);
    holds_the_law(&rows);
    super::page("docs/reference/federation-table.md", "Federation table", &written(&rows));
}

/// Three thousand letters take minutes, and no cell follows from the database: one is enough.
#[test]
fn the_federation_table_is_what_an_inbox_does() {
    asserts_the_table(&mut Town::on_sqlite());
}

/// What came of a letter, in a cell.
fn cell(came: &Came) -> String {
    let reasons: BTreeMap<&str, &str> = [("flag", "*host*")].into();
    match came {
        Came::Refused(status, why) => format!("{status} {why}").trim().to_owned(),
        Came::Unkept => "202, not kept".to_owned(),
        Came::Waits(why) => format!("*waits*: {why}"),
        Came::Dropped(why) => {
            reasons.get(why.as_str()).map_or_else(|| why.clone(), |said| (*said).to_owned())
        }
        Came::Done(true) => "**yes**".to_owned(),
        Came::Done(false) => "*no change*".to_owned(),
    }
}
