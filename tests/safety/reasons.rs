//! Every reason for telling, walked from the form to what came of it: what whoever tells, those who look, whoever it meets and
//! everybody else read, and what nobody does. In plain words: `docs/journeys/nine-reasons.md`, which says the same sentences.

use hearthside::safety::reports::Reason;

use super::{decides, owls, tells, the_case};
use crate::forum::shares;
use crate::harness::{Person, Seen, Town};

/// What was added by whoever told; those who look read it, and nobody else.
const LINE: &str = "The heron told me so twice.";
const KEEPER: &str = "Maya Lake";
const TELLER: &str = "Calm Stone";
const ACTED: &str = "Somebody looked and did something about it.";
const FINE: &str = "Somebody looked with care. It stays as it is.";

/// One reason, and one way that it may end.
struct Walk {
    reason: Reason,
    /// Who wrote what is told of.
    author: &'static str,
    /// What the form says.
    told: &'static str,
    /// What the card says.
    heading: &'static str,
    /// The sentence that stands ready.
    ready: &'static str,
    /// What is chosen.
    decision: &'static [(&'static str, &'static str)],
    /// What the log of those who look after the group says of it.
    log: &'static str,
    /// What whoever wrote it reads; nothing: they are not told.
    own: &'static str,
    /// What whoever told reads.
    outcome: &'static str,
    /// What somebody else is answered who opens the post.
    stands: u16,
}

const WALKS: &[Walk] = &[
    Walk {
        reason: Reason::Danger,
        author: "Quiet Ada",
        told: "Somebody is in danger now",
        heading: "Somebody may be in danger",
        ready: "You matter here. Please reach out to somebody near you or to a helpline now.",
        // Somebody writes to them, and closes it for now.
        decision: &[],
        log: "Somebody was with them",
        own: "May I ask you plainly: are you safe right now?",
        outcome: ACTED,
        stands: 200,
    },
    Walk {
        reason: Reason::Worried,
        author: "Small Fern",
        told: "I'm worried about this person",
        heading: "Worried about somebody",
        ready: "We read your words and care how you are. If you would like company, we are here.",
        decision: &[("verb", "fine")],
        log: "Stays as it is",
        own: "",
        outcome: FINE,
        stands: 200,
    },
    Walk {
        reason: Reason::Outing,
        author: "Slow River",
        told: "Gives somebody away",
        heading: "Somebody may be given away",
        ready: "This named somebody who is not here to agree to it.",
        decision: &[("verb", "remove")],
        log: "Put out of sight",
        own: "Your words were put out of sight",
        outcome: ACTED,
        stands: 404,
    },
    Walk {
        reason: Reason::Solicitation,
        author: "Mossy Stone",
        told: "Sells treatment, or leads people to a business",
        heading: "Somebody may be selling treatment",
        ready: "We do not sell or recommend treatment here.",
        decision: &[("verb", "remove-all")],
        log: "All they wrote in a group put out of sight",
        own: "All you wrote in this group was put out of sight",
        outcome: ACTED,
        stands: 404,
    },
    Walk {
        reason: Reason::Advances,
        author: "Open Window",
        told: "Advances that are not welcome",
        heading: "Advances that may not be welcome",
        ready: "Some people said these advances are not welcome to them.",
        decision: &[("verb", "pause"), ("days", "7")],
        log: "Paused in the group",
        own: "You are paused in this group",
        outcome: ACTED,
        stands: 200,
    },
    Walk {
        reason: Reason::Affiliation,
        author: "Early Lark",
        told: "Seems to be paid for what they recommend, and does not say so",
        heading: "Somebody may be paid for what they recommend",
        ready: "Please say whom you work for: you can do so in You, whom I work for.",
        decision: &[("verb", "note")],
        log: "A note to the writer",
        own: "A note for you",
        outcome: ACTED,
        stands: 200,
    },
    Walk {
        reason: Reason::Sourcing,
        author: "Brass Kettle",
        told: "Selling or sourcing",
        heading: "Somebody may be selling something",
        ready: "We do not buy, sell or look for substances here.",
        decision: &[("verb", "close"), ("removes", "1")],
        log: "Put out of the group",
        own: "You are out of this group",
        outcome: ACTED,
        stands: 404,
    },
    Walk {
        reason: Reason::Cruel,
        author: "Brass Lantern",
        told: "Cruel or hateful",
        heading: "This may be cruel",
        ready: "These words hurt somebody. You are welcome to say it another way.",
        decision: &[("verb", "slow"), ("days", "3")],
        log: "Slowed down in the group",
        own: "An hour lies between two things you say in this group for a while",
        outcome: ACTED,
        stands: 200,
    },
    Walk {
        reason: Reason::Advice,
        author: "Passing Heron",
        told: "Medical advice that could harm",
        heading: "Advice that could harm",
        ready: "Medical advice can harm when it does not fit. Please speak of what helped you.",
        decision: &[("verb", "fold"), ("note", "medical")],
        log: "Folded behind a content note",
        own: "Your words are folded behind a content note",
        outcome: ACTED,
        stands: 200,
    },
    Walk {
        reason: Reason::Spam,
        author: "Late Wren",
        told: "The same thing posted everywhere",
        heading: "The same thing in many places",
        ready: "The same words stand in many places. One place is enough.",
        decision: &[("verb", "lock")],
        log: "Stopped further replies",
        own: "Your post takes no more replies",
        outcome: ACTED,
        stands: 200,
    },
    Walk {
        reason: Reason::Other,
        author: "Patient Alder",
        told: "Something else",
        heading: "Something to look at",
        ready: "We ask you to keep to what this group agreed on.",
        decision: &[("verb", "slow-thread"), ("days", "3")],
        log: "Slowed the thread down",
        own: "Your post takes replies more slowly for a while",
        outcome: ACTED,
        stands: 200,
    },
];

impl Walk {
    fn is_distress(&self) -> bool {
        matches!(self.reason, Reason::Danger | Reason::Worried)
    }

    fn words(&self) -> String {
        format!("A lamp for {}.", self.reason)
    }
}

/// Nothing here says who told, or who decided.
#[track_caller]
fn names_nobody(seen: Seen) -> Seen {
    seen.hides(TELLER).hides(KEEPER)
}

/// Who tells: what the form promises, and what stands on their list.
fn telling(walk: &Walk, tom: &Person, place: &str) {
    let form = tom.visits(&format!("{place}/concern")).is(200);
    let form = form.shows(walk.told).shows("If a life is in danger, call your local emergency number first.");
    form.shows("The people who look after this group read it.").shows("Nobody sees that it was you");
    let thanks = tells(tom, place, &[("reason", walk.reason.code()), ("words", LINE)]).is(303);
    let list = tom.visits(&thanks.location).is(200).shows("Thank you. Somebody will look at it.");
    let row = first_row(&list);
    assert!(row.contains(walk.told) && row.contains("Still to be looked at."), "{row}");
}

fn first_row(list: &Seen) -> String {
    list.texts("main li").first().cloned().unwrap_or_default()
}

/// Those who look: the queue, the card, and who may open it. Returns its address.
fn looking(walk: &Walk, maya: &Person, others: [&Person; 2]) -> String {
    let queue = maya.visits("/look").is(200).shows(walk.heading).shows("One person told us").shows(LINE);
    let queue = queue.shows(walk.author).hides(TELLER);
    assert_eq!(queue.body.contains("People first"), walk.is_distress(), "{}", walk.reason);
    let case = the_case(maya);
    let card = maya.visits(&case).is(200).shows(walk.told).shows(&walk.words()).hides(TELLER);
    assert_eq!(card.text("textarea#words"), walk.ready);
    for kind in ["This was told out of worry, not as a broken rule.", "What may help", "Ask for help outside"]
    {
        assert_eq!(card.text("body").contains(kind), walk.is_distress(), "{kind}: {}", walk.reason);
    }
    for other in others {
        other.visits(&case).is(403);
        other.visits("/look").is(403);
    }
    case
}

/// What is decided, with the sentence that stands ready.
fn deciding(walk: &Walk, maya: &Person, case: &str) {
    if walk.decision.is_empty() {
        let write = format!("{case}/write");
        maya.fills(&maya.visits(case), &write, &[("say", "safe")]).is(303);
        maya.visits(case).is(200).shows("Written to them").shows(walk.own);
        maya.fills(&maya.visits(case), &format!("{case}/close"), &[]).is(303);
        return;
    }
    let all = format!("{case}/all");
    let (page, fields) = match walk.decision {
        [("verb", "remove-all")] => {
            maya.visits(&all).is(200).shows(&walk.words()).shows("One post or reply stands in this group.");
            (all.as_str(), &[][..])
        }
        fields => (case, fields),
    };
    decides(maya, page, fields).is(303);
}

/// Whoever wrote it: what they read, and where.
fn meeting(walk: &Walk, author: &Person) {
    let own = names_nobody(author.visits("/decisions").is(200)).hides(LINE).hides(walk.told);
    names_nobody(author.visits("/news").is(200));
    author.visits("/concerns").is(200).shows("You have told us of nothing");
    let care = names_nobody(author.visits("/care").is(200)).hides(LINE);
    if walk.own.is_empty() {
        own.shows("Nothing was decided about your words.");
        care.shows("Nobody has written to you here.");
    } else if walk.is_distress() {
        own.shows("Nothing was decided about your words.");
        care.shows(walk.own).shows("From the people who look after things here").shows("Your answer");
    } else {
        let own = own.shows(walk.own).shows(walk.ready).shows("Decided by the people who look after owls.");
        own.shows(&walk.words()).shows("Somebody reads it who did not decide this.");
        author.visits("/news").shows("There is word for you from the people who look after owls");
    }
}

/// Whoever told, and everybody else.
fn after(walk: &Walk, (tom, bea, lea): (&Person, &Person, &Person), place: &str) {
    let list = tom.visits("/concerns").is(200).hides(walk.author).hides(KEEPER).hides(walk.ready);
    let row = first_row(&list);
    assert!(row.contains(walk.told) && row.contains(walk.outcome), "{row}");
    tom.visits("/news").is(200).shows("What you told us about has been looked at").hides(KEEPER);

    bea.visits(place).is(walk.stands).hides(LINE).hides("told us about this post");
    bea.visits("/concerns").is(200).shows("You have told us of nothing");
    names_nobody(bea.visits("/decisions").is(200)).shows("Nothing was decided about your words.");
    // Those who look after the group know which of them decided; who told, nobody does.
    let log = lea.visits("/look/done").is(200).hides(TELLER).hides(LINE);
    let row = first_row(&log);
    assert!(row.contains(KEEPER) && row.contains(walk.log) && row.contains(walk.author), "{row}");
    lea.visits("/look").is(200).shows("Nothing waiting.");
}

fn walks_each(town: &Town) {
    let (maya, lea) = (town.person(KEEPER), town.person("Old Lantern"));
    let (tom, bea) = (town.person(TELLER), town.person("Bright Reed"));
    let authors: Vec<Person> = WALKS.iter().map(|walk| town.person(walk.author)).collect();
    let all: Vec<&Person> = [&maya, &lea, &tom, &bea].into_iter().chain(&authors).collect();
    owls(town, &all);
    for (walk, author) in WALKS.iter().zip(&authors) {
        let place = format!("/p/{}", shares(author, "owls", &walk.words()));
        telling(walk, &tom, &place);
        town.settles();
        maya.visits("/news").is(200).shows("Something waits to be looked at in owls").hides(TELLER);
        let case = looking(walk, &maya, [author, &bea]);
        deciding(walk, &maya, &case);
        town.settles();
        meeting(walk, author);
        after(walk, (&tom, &bea, &lea), &place);
    }
    names_nobody(town.stranger().visits("/what-we-did").is(200)).hides(LINE).hides("owls");
    let kept = town.lines("SELECT words || entry || mark AS line FROM report");
    assert_eq!(kept.len(), WALKS.len());
    assert!(kept.iter().all(|line| !line.contains("heron")), "what was added lies sealed");

    town.waits_s(92 * 86_400);
    // Whoever did not come for thirteen weeks is signed out.
    tom.posts("/back-in", &[("words", &tom.words)]).is(303);
    tom.visits("/concerns").is(200).shows("You have told us of nothing so far.");
    assert_eq!(town.count("SELECT count(*) AS n FROM report"), 0);
    let kept =
        town.lines("SELECT verb AS line FROM act WHERE face_id IS NOT NULL OR words <> '' ORDER BY number");
    assert_eq!(kept, ["remove", "close"], "whoever is out of the group still reads why, and can answer");
    assert!(town.tying_commits().is_empty());
}

on_both! {
    fn each_reason_is_walked_from_telling_to_what_came_of_it(town) {
        walks_each(town);
    }
}

#[test]
fn the_walk_of_each_reason_is_written_down_as_the_pages_say_it() {
    let walked: Vec<Reason> = WALKS.iter().map(|walk| walk.reason).collect();
    assert_eq!(walked, Reason::ALL, "every reason, in the order of the form");
    let page = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/journeys/nine-reasons.md");
    let page = std::fs::read_to_string(page).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    let outcomes = [ACTED, FINE];
    for walk in WALKS {
        let own = Some(walk.own).filter(|own| !own.is_empty());
        for sentence in [walk.told, walk.heading, walk.ready].into_iter().chain(own).chain(outcomes) {
            assert!(
                page.contains(sentence),
                "{} is walked with {sentence:?}, and not written so",
                walk.reason
            );
        }
    }
}
