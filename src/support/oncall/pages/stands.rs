//! How a small room stands, in sentences that are counted and never guessed.

use crate::support::oncall::{LATE_S, Phase, Room, SEATS};
use crate::ui::Words;

/// How it stands, to its reader.
#[must_use]
pub fn status(words: &Words, room: &Room) -> String {
    let there = || {
        let names: Vec<&str> = room.there.iter().map(|(_, author)| author.name.as_str()).collect();
        (("n", room.there.len()), ("names", names.join(", ")))
    };
    match room.ask.phase {
        Phase::Open if room.seconds >= LATE_S && room.ask.round > 1 => {
            words.t("room-late-again").into_owned()
        }
        Phase::Open if room.seconds >= LATE_S => words.t("room-late").into_owned(),
        Phase::Open if room.asked == 0 => words.t("room-nobody").into_owned(),
        Phase::Open => words.t1("room-asked", "n", room.asked),
        Phase::Easing => words.t("room-easing").into_owned(),
        _ if room.is_own => {
            let (n, names) = there();
            if room.ask.is_silent {
                let silent = words.t2("room-silent", n, names);
                format!("{silent} {}", more(words, room)).trim_end().to_owned()
            } else {
                words.t2("room-with-you", n, names)
            }
        }
        _ => words.t1("room-you-with", "name", asker_name(room)),
    }
}

/// Who else is asked; nothing where every seat is taken.
#[must_use]
pub fn more(words: &Words, room: &Room) -> String {
    match (room.ask.is_calling, room.asked) {
        (false, _) if !has_seat(room) => String::new(),
        (false, _) => words.t("room-more-none").into_owned(),
        (true, 0) => words.t("room-more-nobody").into_owned(),
        (true, asked) => words.t1("room-more-asked", "n", asked),
    }
}

/// Whether one more could come.
pub(super) fn has_seat(room: &Room) -> bool {
    i64::try_from(room.there.len()).is_ok_and(|there| there < SEATS)
}

/// Whether who else is asked is said in a line of its own.
#[must_use]
pub fn has_more(room: &Room) -> bool {
    room.ask.is_calling && !room.ask.is_silent
}

/// What became of it, once it is over or its reader left.
#[must_use]
pub fn became(words: &Words, room: &Room) -> String {
    if room.is_own {
        words.t(&format!("phase-{}", room.ask.phase)).into_owned()
    } else {
        words.t("after-thanks").into_owned()
    }
}

/// The name of whoever asked.
pub(super) fn asker_name(room: &Room) -> &str {
    room.asker.as_ref().map_or("", |asker| asker.name.as_str())
}
