//! Threads and replies from elsewhere, given and changed: through the same commands as from a browser, under the same policy.

use serde_json::Value;

use super::asking::{Asking, host_of};
use super::model::{Outcome, Plan, Sender};
use super::read::{self, Words};
use super::{moved, paces, rules, shape};
use crate::db::{Db, Tx};
use crate::federation::delivery::Kind as Does;
use crate::federation::far::{self, Placed};
use crate::federation::outbound::{self, Came};
use crate::federation::peers::{self, Admission, Own};
use crate::forum::first_answers;
use crate::forum::groups::{self, Group};
use crate::forum::screening::Why;
use crate::forum::threads::{self, Change, Draft, Reason};
use crate::forum::{content_notes, replies};
use crate::kernel::{Error, GroupId, ReplyId, ThreadId};
use crate::policy::{self, Action, Far, Reach, Standing, Viewer};

/// How far up a line of replies is followed; the budget ends it sooner.
const PARENTS_MAX: usize = 15;

/// What is to be given, and where.
#[derive(Clone)]
struct Giving {
    own: Own,
    sender: Sender,
    admission: Admission,
    /// The line of words, from what stands here or opens a thread to what came.
    line: Vec<(Words, String)>,
    /// The group it is in.
    group: GroupId,
    /// Why it waits for a look, if it does whatever the group's rules say.
    why: Option<Why>,
    /// Whether they said the same in several places lately.
    is_repeated: bool,
    /// Whether no more replies are taken there.
    is_locked: bool,
    /// What came, and what it does; passed on to those who follow a group of ours.
    raw: Vec<u8>,
    does: Does,
}

/// `Create` and `Update` of words, by their author.
pub(super) async fn give(asking: &mut Asking<'_>, object: &Value, does: Does) -> Result<Plan, Error> {
    if let Err(why) = rules::taken(object, asking.app.clock().now()) {
        return Ok(Plan::Drop(why));
    }
    let Some(author) = rules::author_of(object) else { return Ok(Plan::Drop("not-theirs")) };
    let Some(words) = read::words(object, author) else { return Ok(Plan::Drop("shape")) };
    let Some(host) = host_of(&asking.own, author) else { return Ok(Plan::Drop("host")) };
    if asking.is_blocked(&host).await? {
        return Ok(Plan::Drop("blocked"));
    }
    let (origin, uri) = (asking.own.origin.clone(), words.uri.clone());
    if let Some(placed) = asking.look(move |db| far::placed(db, &origin, &uri)).await? {
        if !asking.sender.speaks_in(placed.group) {
            return moved::carried(asking, &words, placed).await;
        }
        return Ok(change(asking, words, host, placed, does));
    }
    if waits_its_turn(asking, &words).await? {
        return Ok(Plan::Later("firsts"));
    }
    let is_locked = object.get("commentsEnabled").and_then(Value::as_bool) == Some(false);
    let (line, above) = match line_to(asking, words, host).await? {
        Ok(found) => found,
        Err(plan) => return Ok(plan),
    };
    let group = match group_of(asking, &line, above.as_ref()).await? {
        Ok(group) => group,
        Err(why) => return Ok(Plan::Drop(why)),
    };
    let (own, sender, admission) = (asking.own.clone(), asking.sender.clone(), asking.admission);
    let why = if waits(asking, group, &line).await? {
        Some(Why::Look)
    } else {
        paces::is_too_fast(asking, group, (&line, above.as_ref())).await?.then_some(Why::Pace)
    };
    let raw = asking.raw.clone();
    let is_repeated = paces::is_repeated(asking, group, (&line, above.as_ref())).await?;
    let giving = Giving { own, sender, admission, line, group, why, is_repeated, is_locked, raw, does };
    let deed = Box::new(move |tx: &mut Tx<'_>| put(tx, &giving));
    Ok(if why.is_some() { Plan::Aside(deed) } else { Plan::Do(deed) })
}

/// Whether others go before an answer: somebody here told of a setback a moment ago, and who answers first is on the way.
async fn waits_its_turn(asking: &Asking<'_>, words: &Words) -> Result<bool, Error> {
    let Some(answers) = words.answers.clone().filter(|_| asking.sender.via.is_none()) else {
        return Ok(false);
    };
    let (world, origin) = (asking.app.clone(), asking.own.origin.clone());
    asking
        .look(move |db| {
            let Some(placed) = far::placed(db, &origin, &answers)? else { return Ok(false) };
            let thread = threads::find_by_id(db, placed.thread)?;
            Ok(first_answers::left(&world, db, &thread)? > 0)
        })
        .await
}

type Line = (Vec<(Words, String)>, Option<Placed>);

/// The words and what they answer, up to what stands here already or opens a thread.
async fn line_to(asking: &mut Asking<'_>, words: Words, host: String) -> Result<Result<Line, Plan>, Error> {
    let mut line = vec![(words, host)];
    for _ in 0..PARENTS_MAX {
        let Some(answers) = line.last().and_then(|(words, _)| words.answers.clone()) else {
            line.reverse();
            return Ok(Ok((line, None)));
        };
        let (origin, uri) = (asking.own.origin.clone(), answers.clone());
        if let Some(placed) = asking.look(move |db| far::placed(db, &origin, &uri)).await? {
            line.reverse();
            return Ok(Ok((line, Some(placed))));
        }
        if line.iter().any(|(words, _)| words.uri == answers) {
            return Ok(Err(Plan::Drop("loop")));
        }
        // Only a group that is followed brings a conversation along; to ours, nobody brings what it did not hear.
        if asking.sender.via.is_none() {
            return Ok(Err(Plan::Later("parent")));
        }
        let parent = match asking.fetch(&answers).await {
            Ok(parent) => parent,
            Err(plan) => return Ok(Err(plan)),
        };
        if let Err(why) = rules::taken(&parent, asking.app.clock().now()) {
            return Ok(Err(Plan::Drop(why)));
        }
        let host = host_of(&asking.own, &answers);
        let (Some(author), Some(host)) = (rules::author_of(&parent), host) else {
            return Ok(Err(Plan::Drop("not-theirs")));
        };
        let Some(words) =
            read::words(&parent, author).filter(|_| rules::WORDS.contains(&shape::kind(&parent)))
        else {
            return Ok(Err(Plan::Drop("shape")));
        };
        if asking.is_blocked(&host).await? {
            return Ok(Err(Plan::Drop("blocked")));
        }
        line.push((words, host));
    }
    Ok(Err(Plan::Drop("depth")))
}

/// The group words are in: that of what they answer, that which passed them on, or one of ours that they name.
async fn group_of(
    asking: &Asking<'_>,
    line: &[(Words, String)],
    above: Option<&Placed>,
) -> Result<Result<GroupId, &'static str>, Error> {
    if let Some(via) = &asking.sender.via {
        let is_there = match above {
            Some(placed) => placed.group == via.group,
            None => line.first().is_some_and(|(words, _)| words.audience.contains(&via.actor)),
        };
        return Ok(if is_there { Ok(via.group) } else { Err("not-of-group") });
    }
    let (own, host) = (asking.own.origin.clone(), asking.sender.host.clone());
    let audience = line.first().map(|(words, _)| words.audience.clone()).unwrap_or_default();
    let above = above.map(|placed| placed.group);
    asking
        .look(move |db| {
            let group = match above {
                Some(group) if far::far_group(db, group)?.is_some() => return Ok(Err("not-through-group")),
                Some(group) => group,
                None => {
                    let mut found = None;
                    for address in &audience {
                        found = found.or(far::own_group(db, &own, &host, address)?);
                    }
                    let Some((group, _)) = found else { return Ok(Err("no-group")) };
                    group
                }
            };
            Ok(if peers::may_follow(db, &host, group)? { Ok(group) } else { Err("absent") })
        })
        .await
}

/// Whether words wait for a look: their community's do, or the group asks threads for a note and nothing was said.
async fn waits(asking: &Asking<'_>, group: GroupId, line: &[(Words, String)]) -> Result<bool, Error> {
    let is_ours = asking.sender.via.is_none();
    if asking.admission == Admission::Held || (is_ours && asking.admission == Admission::Limited) {
        return Ok(true);
    }
    let Some(words) = line.first().map(|(words, _)| words.clone()).filter(|words| words.answers.is_none())
    else {
        return Ok(false);
    };
    asking.look(move |db| lacks_note(db, group, &words)).await
}

fn lacks_note(db: &mut Db, group: GroupId, words: &Words) -> Result<bool, Error> {
    let rules = content_notes::house_rules(db, &Viewer::House, group)?;
    let is_said = !words.note_words.as_str().is_empty();
    Ok(matches!(content_notes::check(&rules, &words.notes, is_said), Err(content_notes::Refusal::Required)))
}

/// The same somebody as commands know them. Made where the effect is, so that nobody stands here who said nothing.
pub(super) fn speaker(
    tx: &mut Tx<'_>,
    sender: &Sender,
    (actor, host): (&str, &str),
    keeps: bool,
) -> Result<Viewer, Error> {
    let face = far::face(tx, actor, host, None)?;
    // Who may read what a group elsewhere sends is that group's to say.
    let is_partner = sender.via.is_some() || peers::is_partner(tx, host)?;
    Ok(Viewer::Far(Far { face, is_partner, keeps }))
}

/// Words as far as this host takes them: without pictures, where it takes none from their community or from that of the group
/// which passed them on.
pub(super) fn taken(tx: &mut Tx<'_>, sender: &Sender, words: &Words, host: &str) -> Result<Words, Error> {
    let takes_all = peers::takes_media(tx, host)?
        && sender.via.as_ref().map_or(Ok(true), |via| peers::takes_media(tx, &via.host))?;
    Ok(if takes_all { words.clone() } else { words.bare() })
}

fn put(tx: &mut Tx<'_>, giving: &Giving) -> Result<Outcome, Error> {
    let group = groups::find(tx, giving.group)?;
    let mut last = None;
    for (number, (words, host)) in giving.line.iter().enumerate() {
        // Who speaks too fast, or says the same again, is the last of them: what they answer came as it should.
        let is_last = number + 1 == giving.line.len();
        let why = giving.why.filter(|why| is_last || *why != Why::Pace);
        let is_repeated = giving.is_repeated && is_last;
        let via = giving.sender.via.as_ref().map_or("", |via| via.actor.as_str());
        // Those who run a community answer for all its words: what speaks for it stands at its root, where nobody else does.
        let house = shape::root_of(&words.author).unwrap_or_default();
        if far::was_gone(tx, &words.uri, &[&words.author, via, &house])? {
            return Ok(Outcome::Dropped("gone"));
        }
        if far::placed(tx, &giving.own.origin, &words.uri)?.is_some() {
            continue;
        }
        let words = &taken(tx, &giving.sender, words, host)?;
        let viewer = speaker(tx, &giving.sender, (&words.author, host), false)?;
        let (of, waits) = match &words.answers {
            None => open(tx, (giving, &group), &viewer, words, (why, is_repeated))?,
            Some(answers) => {
                let Some(placed) = far::placed(tx, &giving.own.origin, answers)? else {
                    return Ok(Outcome::Dropped("parent"));
                };
                answer(tx, &placed, &viewer, words, (why, is_repeated))?
            }
        };
        far::place(tx, &words.uri, of, (&words.author, host))?;
        far::set_said(tx, of, words.said(tx.now(), group.shows_times()))?;
        last = (!waits).then_some(of);
        if waits {
            // What answers it comes when it is sent again, once this stands.
            break;
        }
    }
    // What waits is passed on once it stands: by its address.
    if let Some(of) = last {
        passed_on(tx, &giving.own, &giving.raw, (giving.does, of))?;
    }
    Ok(Outcome::Done)
}

/// A group of ours passes on what came into it.
pub(super) fn passed_on(
    tx: &mut Tx<'_>,
    own: &Own,
    raw: &[u8],
    (kind, post): (Does, (ThreadId, Option<ReplyId>)),
) -> Result<(), Error> {
    let Ok(raw) = std::str::from_utf8(raw) else { return Ok(()) };
    outbound::pass_on(tx, own, &Came { raw, kind, post })
}

fn open(
    tx: &mut Tx<'_>,
    (giving, group): (&Giving, &Group),
    viewer: &Viewer,
    words: &Words,
    (why, is_repeated): (Option<Why>, bool),
) -> Result<((ThreadId, Option<ReplyId>), bool), Error> {
    let said = if words.is_public { Reach::Everyone } else { Reach::Partners };
    // What comes from a community that is limited is for those who follow it alone.
    let said = if giving.admission == Admission::Limited { Reach::Group } else { said };
    let draft = Draft {
        group: group.name.clone(),
        kind: words.kind,
        ask: None,
        title: words.title.clone(),
        body: words.body.clone(),
        notes: words.notes.clone(),
        note_words: words.note_words.clone(),
        no_note_fits: true,
        reach: Some(said.min(group.ceiling)),
        lasting: None,
        goes_on: true,
        shield: Some(false),
        is_repeated,
        asks_care: false,
        asks_after: false,
        once: None,
    };
    let (thread, waits) = threads::open_held(tx, viewer, &draft, why)?;
    if giving.is_locked && giving.sender.via.is_some() {
        let Viewer::Far(far) = *viewer else { return Ok(((thread.id, None), waits)) };
        // Whether or not it waits, which nobody finds.
        let keeper = Viewer::Far(Far { keeps: true, ..far });
        let standing = Standing::in_group(tx, &keeper, group.id)?;
        let permit = policy::may(&keeper, Action::LockThread, &standing)?;
        threads::set_locked(tx, &permit, thread.id, Some(&Reason::clipped("…")))?;
    }
    Ok(((thread.id, None), waits))
}

fn answer(
    tx: &mut Tx<'_>,
    placed: &Placed,
    viewer: &Viewer,
    words: &Words,
    (why, is_repeated): (Option<Why>, bool),
) -> Result<((ThreadId, Option<ReplyId>), bool), Error> {
    let answer = replies::Answer {
        thread: placed.thread_id.clone(),
        to: placed.reply.as_ref().map(|(_, id)| id.clone()),
        words: changed(words),
        goes_on: true,
        is_repeated,
        asks_care: false,
        once: None,
    };
    let (reply, waits) = replies::give_held(tx, viewer, &answer, why)?;
    Ok(((reply.thread_id, Some(reply.id)), waits))
}

fn changed(words: &Words) -> replies::Change {
    replies::Change {
        body: words.body.clone(),
        notes: words.notes.clone(),
        note_words: words.note_words.clone(),
        lasting: None,
    }
}

/// New words in the place of those that stand here: by their author alone.
fn change(asking: &Asking<'_>, words: Words, host: String, placed: Placed, does: Does) -> Plan {
    if does == Does::Create {
        return Plan::Drop("again");
    }
    let (own, sender, raw) = (asking.own.clone(), asking.sender.clone(), asking.raw.clone());
    super::model::plan(move |tx| {
        if far::far_face(tx, &words.author)? != Some(placed.author) {
            return Ok(Outcome::Dropped("not-theirs"));
        }
        let words = taken(tx, &sender, &words, &host)?;
        let viewer = speaker(tx, &sender, (&words.author, &host), false)?;
        if let Some((_, id)) = &placed.reply {
            replies::edit(tx, &viewer, (&placed.thread_id, id), &changed(&words))?;
        } else {
            let change = Change {
                title: words.title.clone(),
                body: words.body.clone(),
                notes: words.notes.clone(),
                note_words: words.note_words.clone(),
                no_note_fits: true,
                reach: None,
                lasting: None,
            };
            threads::edit(tx, &viewer, &placed.thread_id, &change)?;
        }
        passed_on(tx, &own, &raw, (Does::Update, placed.of()))?;
        Ok(Outcome::Done)
    })
}
