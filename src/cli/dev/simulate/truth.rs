//! What is so in a small room, as only those know who live it, and whether the page of whoever asked says so. Kept apart from what the
//! server keeps: every number here is written down anew from what was decided (66).

use std::collections::{BTreeMap, BTreeSet};

use crate::kernel::{FaceId, Moment};
use crate::support::oncall::{Phase, Room, pages};
use crate::ui::Words;

/// Seconds after which whoever waits alone reads that nobody came yet.
const LATE_S: i64 = 600;
/// Seconds for which whoever came may say nothing before others are asked, too.
const SILENT_S: i64 = 180;
/// Seconds from there after which nobody else can have been called in vain: of ten minutes, two may have gone by.
const IN_VAIN_S: i64 = 480;
/// Seconds after which nobody is asked any more.
const OVER_S: i64 = 7_200;
/// How many can be with somebody.
const SEATS: usize = 3;

/// Who is there, and since when it stands so.
pub(super) struct Facts {
    /// Who came and has not left.
    pub(super) there: BTreeSet<FaceId>,
    /// Who of them stays only until somebody else comes.
    pub(super) going: BTreeSet<FaceId>,
    /// Who came at any time.
    pub(super) came: BTreeSet<FaceId>,
    /// Who of those has said something.
    pub(super) spoke: BTreeSet<FaceId>,
    /// Since when nobody is there.
    alone_since: Moment,
    /// When somebody came last, and when somebody came or went last.
    came_at: Moment,
    changed: Moment,
}

/// What the page of whoever asked says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// How it stands.
    pub(super) status: String,
    /// Who else is asked, where that has a line of its own.
    more: Option<String>,
}

impl Said {
    /// As the page says it.
    pub(super) fn on_page(words: &Words, room: &Room) -> Self {
        let more = pages::has_more(room).then(|| pages::more(words, room));
        Self { status: pages::status(words, room), more }
    }
}

impl Facts {
    /// Somebody asks.
    pub(super) const fn new(at: Moment) -> Self {
        Self {
            there: BTreeSet::new(),
            going: BTreeSet::new(),
            came: BTreeSet::new(),
            spoke: BTreeSet::new(),
            alone_since: at,
            came_at: at,
            changed: at,
        }
    }

    /// Somebody comes, and whoever stayed until then goes.
    pub(super) fn comes(&mut self, who: FaceId, now: Moment) {
        for gone in std::mem::take(&mut self.going) {
            self.there.remove(&gone);
        }
        self.there.insert(who);
        self.came.insert(who);
        (self.came_at, self.changed) = (now, now);
    }

    /// Somebody goes.
    pub(super) fn goes(&mut self, who: FaceId, now: Moment) {
        self.there.remove(&who);
        self.going.remove(&who);
        self.changed = now;
        if self.there.is_empty() {
            self.alone_since = now;
        }
    }

    /// Whether whoever asked waits alone, for so long that it is said.
    pub(super) fn is_late(&self, now: Moment) -> bool {
        self.there.is_empty() && now.seconds_since(self.alone_since) >= LATE_S
    }

    /// Seconds since anything changed.
    pub(super) const fn unchanged_s(&self, now: Moment) -> i64 {
        now.seconds_since(self.changed)
    }

    /// Whether the page says what is so. `others` see the ask now and may come; `names` are those of everybody.
    pub(super) fn are_on_page(
        &self,
        words: &Words,
        (room, said): (&Room, &Said),
        (others, names): (usize, &BTreeMap<FaceId, String>),
        now: Moment,
    ) -> bool {
        if !self.there.is_empty() {
            return self.is_seated(words, (room, said), (others, names), now);
        }
        let due = match (self.is_late(now), self.came.is_empty(), others) {
            (true, true, _) => words.t("room-late").into_owned(),
            (true, false, _) => words.t("room-late-again").into_owned(),
            (false, _, 0) => words.t("room-nobody").into_owned(),
            (false, _, others) => words.t1("room-asked", "n", others),
        };
        said.status == due && said.more.is_none()
    }

    /// The same, while somebody is there: who, whether they say anything, and who else is asked.
    fn is_seated(
        &self,
        words: &Words,
        (room, said): (&Room, &Said),
        (others, names): (usize, &BTreeMap<FaceId, String>),
        now: Moment,
    ) -> bool {
        let shown: Vec<&str> = room.there.iter().map(|(_, author)| author.name.as_str()).collect();
        let so: BTreeSet<&str> =
            self.there.iter().filter_map(|face| names.get(face)).map(String::as_str).collect();
        if shown.len() != self.there.len() || shown.iter().copied().collect::<BTreeSet<&str>>() != so {
            return false;
        }
        let blanks = || (("n", shown.len()), ("names", shown.join(", ")));
        let sentence = |key: &str| {
            let (n, names) = blanks();
            words.t2(key, n, names)
        };
        let asked = match others {
            0 => words.t("room-more-nobody").into_owned(),
            others => words.t1("room-more-asked", "n", others),
        };
        let is_mute = self.there.is_disjoint(&self.spoke);
        if said.status == sentence("room-with-you") {
            let is_overdue = is_mute && now.seconds_since(self.changed) >= SILENT_S;
            return !is_overdue && said.more.as_ref().is_none_or(|more| *more == asked);
        }
        let silent_s = now.seconds_since(self.came_at) - SILENT_S;
        let none = words.t("room-more-none");
        let says = |more: &str| said.status == format!("{} {more}", sentence("room-silent"));
        // Where every seat is taken, nobody else can come, and nothing is said of that.
        let is_none_so = if shown.len() >= SEATS {
            said.status == sentence("room-silent")
        } else {
            silent_s >= IN_VAIN_S && says(&none)
        };
        let is_more_so = says(&asked) || is_none_so;
        is_mute && silent_s >= 0 && is_more_so && said.more.is_none()
    }

    /// Whether a page that says that it is over says why. `is_closed`: whoever asked ended it just now.
    pub(super) fn are_on_page_after(&self, words: &Words, room: &Room, is_closed: bool, now: Moment) -> bool {
        let is_in_time = now.seconds_since(self.alone_since) >= OVER_S;
        let due = match (is_closed, self.there.is_empty(), self.came.is_empty()) {
            (true, true, _) => Phase::TakenBack,
            (true, false, _) => Phase::Closed,
            (false, true, true) if is_in_time => Phase::Unanswered,
            (false, true, false) if is_in_time => Phase::Left,
            (false, ..) => return false,
        };
        pages::became(words, room) == words.t(&format!("phase-{due}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forum::threads::Author;
    use crate::identity::affiliations::Label;
    use crate::kernel::{AskId, Chance, Language, PublicId, Week};
    use crate::support::oncall::{Ask, Circle, Need};

    const ADA: FaceId = FaceId(1);
    const MAYA: FaceId = FaceId(2);
    const BEGINS: Moment = Moment(0);

    /// The room of somebody who asked, as the server may have it.
    fn room(phase: Phase, there: &[&str], asked: usize) -> Room {
        let author = |name: &str| Author {
            name: name.to_owned(),
            kind: "name".to_owned(),
            seed: 1,
            since_week: Week(0),
            label: Label::none(),
        };
        let ask = Ask {
            id: AskId(1),
            public_id: PublicId::new(&Chance::seeded(1)),
            face_id: FaceId(9),
            need: Need::Company,
            line: String::new(),
            month: String::new(),
            consent: Circle::Lamps,
            circle: Circle::Lamps,
            phase,
            round: 1,
            rung_at: BEGINS,
            ends_at: BEGINS,
            over_on: None,
            is_pointed: false,
            is_quiet: false,
            is_calling: false,
            is_silent: false,
        };
        Room {
            ask,
            is_own: true,
            has_left: false,
            asker: None,
            line: None,
            there: (1..).zip(there.iter().map(|name| author(name))).collect(),
            going: Vec::new(),
            hands_over: false,
            stood_by: 0,
            said: Vec::new(),
            sounds_heavy: false,
            asked,
            seconds: 0,
        }
    }

    /// Whether its page says what is so after so many seconds, where so many others see the ask.
    fn is_so(facts: &Facts, room: &Room, others: usize, after_s: i64) -> bool {
        let (words, now) = (Words::of(Language::En), BEGINS.plus_s(after_s));
        let names = BTreeMap::from([(ADA, "Ada".to_owned()), (MAYA, "Maya".to_owned())]);
        facts.are_on_page(words, (room, &Said::on_page(words, room)), (others, &names), now)
    }

    #[test]
    fn while_nobody_is_there_the_page_says_how_many_see_it_and_that_it_is_late_in_time() {
        let mut facts = Facts::new(BEGINS);
        let late = |seconds| Room { seconds, ..room(Phase::Open, &[], 2) };
        assert!(is_so(&facts, &room(Phase::Open, &[], 2), 2, 60));
        assert!(!is_so(&facts, &room(Phase::Open, &[], 2), 1, 60), "one of two does not see it");
        assert!(is_so(&facts, &room(Phase::Open, &[], 0), 0, 60));
        assert!(!is_so(&facts, &room(Phase::Open, &[], 0), 1, 60), "somebody sees it");
        assert!(is_so(&facts, &late(LATE_S), 2, LATE_S));
        assert!(!is_so(&facts, &late(0), 2, LATE_S) && !is_so(&facts, &late(LATE_S), 2, 60));
        assert!(!is_so(&facts, &room(Phase::Claimed, &["Ada"], 0), 0, 60), "nobody is there");
        facts.comes(ADA, BEGINS.plus_s(60));
        facts.goes(ADA, BEGINS.plus_s(90));
        assert!(!is_so(&facts, &late(LATE_S), 2, 90 + LATE_S), "somebody was there");
    }

    #[test]
    fn while_somebody_is_there_the_page_names_them_and_says_when_they_say_nothing() {
        let mut facts = Facts::new(BEGINS);
        facts.comes(ADA, BEGINS);
        let with = |names: &[&str]| room(Phase::Claimed, names, 0);
        assert!(is_so(&facts, &with(&["Ada"]), 0, 60) && !is_so(&facts, &with(&["Maya"]), 0, 60));
        assert!(!is_so(&facts, &with(&["Ada", "Maya"]), 0, 60));
        assert!(!is_so(&facts, &room(Phase::Open, &[], 0), 0, 60), "Ada is there");
        let silent = |is_calling, asked| {
            let mut room = room(Phase::Claimed, &["Ada"], asked);
            (room.ask.is_silent, room.ask.is_calling) = (true, is_calling);
            room
        };
        assert!(!is_so(&facts, &with(&["Ada"]), 0, SILENT_S), "Ada has said nothing for too long");
        assert!(
            is_so(&facts, &silent(true, 2), 2, SILENT_S) && !is_so(&facts, &silent(true, 2), 1, SILENT_S)
        );
        assert!(is_so(&facts, &silent(true, 0), 0, SILENT_S) && !is_so(&facts, &silent(true, 2), 2, 60));
        assert!(!is_so(&facts, &silent(false, 0), 0, SILENT_S), "others were not called for long enough");
        assert!(is_so(&facts, &silent(false, 0), 0, SILENT_S + LATE_S));
        facts.spoke.insert(ADA);
        assert!(is_so(&facts, &with(&["Ada"]), 0, SILENT_S) && !is_so(&facts, &silent(true, 2), 2, SILENT_S));
    }

    #[test]
    fn what_is_over_says_why() {
        let words = Words::of(Language::En);
        let says = |facts: &Facts, phase, is_closed, after_s| {
            facts.are_on_page_after(words, &room(phase, &[], 0), is_closed, BEGINS.plus_s(after_s))
        };
        let mut facts = Facts::new(BEGINS);
        assert!(says(&facts, Phase::Unanswered, false, OVER_S) && !says(&facts, Phase::Left, false, OVER_S));
        assert!(!says(&facts, Phase::Unanswered, false, 60), "it was asked a moment ago");
        assert!(says(&facts, Phase::TakenBack, true, 60) && !says(&facts, Phase::Closed, true, 60));
        facts.comes(ADA, BEGINS);
        assert!(says(&facts, Phase::Closed, true, 60) && !says(&facts, Phase::Closed, false, OVER_S));
        facts.goes(ADA, BEGINS);
        assert!(says(&facts, Phase::Left, false, OVER_S) && !says(&facts, Phase::Unanswered, false, OVER_S));
    }

    #[test]
    fn whoever_comes_and_goes_is_counted_and_a_word_is_not_asked_of_those_who_are_gone() {
        let (one, other, at) = (FaceId(1), FaceId(2), Moment(0));
        let mut facts = Facts::new(at);
        assert!(!facts.is_late(at.plus_s(LATE_S - 1)) && facts.is_late(at.plus_s(LATE_S)));
        facts.comes(one, at.plus_s(700));
        facts.going.insert(one);
        assert!(!facts.is_late(at.plus_s(900)));
        facts.comes(other, at.plus_s(900));
        assert_eq!((facts.there.len(), facts.came.len(), facts.unchanged_s(at.plus_s(960))), (1, 2, 60));
        facts.goes(other, at.plus_s(1_000));
        assert!(
            facts.there.is_empty() && facts.is_late(at.plus_s(1_600)) && !facts.is_late(at.plus_s(1_599))
        );
    }
}
