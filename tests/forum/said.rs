//! Words put into a town by command, for tests that are about reading them.

use hearthside::db::Run as _;
use hearthside::forum::replies::{self, Answer};
use hearthside::forum::threads::{self, Body, Draft, Kind};
use hearthside::kernel::{AccountId, Bounded, PublicId};
use hearthside::policy::{Person as Member, Rank, Reach, Viewer};

use crate::harness::{Person, Town};

/// Somebody, as commands see them.
pub fn viewer(person: &Person, is_new: bool) -> Viewer {
    Viewer::Person(Member {
        account: AccountId(1),
        face: person.face,
        rank: Rank::Member,
        is_new,
        voice: None,
    })
}

/// A setback in these words, as the group says how far.
pub fn draft(group: &str, words: &str) -> Draft {
    Draft {
        group: group.to_owned(),
        kind: Kind::Setback,
        ask: None,
        title: Bounded::parse("").unwrap(),
        body: Body::parse(words).unwrap(),
        notes: Vec::new(),
        note_words: Bounded::parse("").unwrap(),
        no_note_fits: true,
        reach: None,
        lasting: None,
        goes_on: false,
        shield: None,
        is_repeated: false,
        asks_care: false,
        asks_after: false,
        once: None,
    }
}

/// Opens a thread; returns its public id.
pub fn opens(town: &Town, person: &Person, group: &str, words: &str) -> String {
    opens_as(town, person, group, words, |_| {})
}

/// Opens a thread that is not quite the usual one.
pub fn opens_as(
    town: &Town,
    person: &Person,
    group: &str,
    words: &str,
    change: impl Fn(&mut Draft),
) -> String {
    let (viewer, mut draft) = (viewer(person, false), draft(group, words));
    change(&mut draft);
    let opened = town.arranges(move |tx| threads::open(tx, &viewer, &draft));
    town.settles();
    opened.public_id.to_string()
}

/// Answers a thread; returns the reply's public id.
pub fn answers(town: &Town, person: &Person, thread: &str, words: &str) -> String {
    let words = replies::Change {
        body: Body::parse(words).unwrap(),
        notes: Vec::new(),
        note_words: Bounded::parse("").unwrap(),
        lasting: None,
    };
    let answer = Answer {
        thread: PublicId::parse(thread).unwrap(),
        to: None,
        words,
        goes_on: false,
        is_repeated: false,
        asks_care: false,
        once: None,
    };
    let viewer = viewer(person, false);
    let given = town.arranges(move |tx| replies::give(tx, &viewer, &answer));
    town.settles();
    given.public_id.to_string()
}

/// Says who may know of a group, and that its posts stay inside unless their writers say otherwise.
pub fn lists(town: &Town, group: &str, listed: Reach) {
    use diesel::prelude::*;
    use hearthside::db::schema::group_;
    let group = group.to_owned();
    town.arranges(move |tx| {
        diesel::update(group_::table.filter(group_::name.eq(&group)))
            .set((group_::listed.eq(listed), group_::reach.eq(Reach::Group)))
            .exec(tx)
    });
}
