//! Words taken back, by their author or by those who look after their group; and the same undone.

use serde_json::Value;

use super::asking::Asking;
use super::model::{Outcome, Plan, Sender, plan};
use super::words::{self, passed_on, speaker, taken};
use super::{read, rules, shape, told};
use crate::db::Tx;
use crate::events::forum::Event;
use crate::events::safety::There;
use crate::federation::delivery::Kind as Does;
use crate::federation::door;
use crate::federation::far::{self, Placed};
use crate::federation::peers::Own;
use crate::forum::{held, replies, threads};
use crate::kernel::{Error, GroupId};
use crate::policy::{self, Action, Permit, Standing, Viewer};
use crate::safety::actions;

/// `Delete`: of words, or of whoever says it. What never came is not taken when it comes late.
pub(super) fn remove(asking: &Asking<'_>, activity: &Value) -> Plan {
    let Some(uri) = shape::named(activity, "object").map(str::to_owned) else { return Plan::Drop("shape") };
    let (own, sender, raw) = (asking.own.clone(), asking.sender.clone(), asking.raw.clone());
    if uri == sender.actor {
        // Whoever goes says so themselves: no group can erase somebody.
        if sender.via.is_some() {
            return Plan::Drop("not-theirs");
        }
        return plan(move |tx| {
            let were_here = far::bury(tx, &uri)?;
            Ok(if were_here { Outcome::Done } else { Outcome::Dropped("unknown") })
        });
    }
    plan(move |tx| {
        let Some(placed) = far::placed(tx, &own.origin, &uri)? else {
            let is_somebody =
                far::far_face(tx, &uri)?.is_some() || far::far_group_by_actor(tx, &uri)?.is_some();
            // It holds against whoever says it, and against what comes through the group it came through: nobody can keep a
            // neighbour's words away. Those who look after a group may take what never came of anybody's, in it alone.
            let may_be_theirs = sender.keeps() || shape::is_same_origin(&uri, &sender.actor);
            if is_somebody || !may_be_theirs || shape::is_same_origin(&uri, &own.origin) {
                return Ok(Outcome::Dropped("not-theirs"));
            }
            far::set_tombstone(tx, &uri, sender.surety())?;
            return Ok(Outcome::Done);
        };
        if !sender.speaks_in(placed.group) {
            return Ok(Outcome::Dropped("not-of-group"));
        }
        if let Some(author) = lent_by(tx, &sender, (&placed, &uri))? {
            let viewer = speaker(tx, &sender, (&author, &sender.host), false)?;
            take_back(tx, &viewer, &placed)?;
            far::set_tombstone(tx, &uri, &sender.actor)?;
            passed_on(tx, &own, &raw, (Does::Delete, placed.of()))?;
            return Ok(Outcome::Done);
        }
        if !is_kept_by(&sender, &placed) {
            return Ok(Outcome::Dropped("not-theirs"));
        }
        let stood = stands(tx, &placed)?;
        put_away(tx, &sender, &placed, true)?;
        told::tell(tx, (&own, &sender), placed.whose(), stood.then_some(There::Out))?;
        Ok(Outcome::Done)
    })
}

/// Whether these words are there to be read.
fn stands(tx: &mut Tx<'_>, placed: &Placed) -> Result<bool, Error> {
    match &placed.reply {
        Some((id, _)) => replies::stands(tx, *id),
        None => threads::stands(tx, placed.thread),
    }
}

/// Who wrote these words, where whoever says so may have them back: their writer; or, of its own community's, the group that
/// gave them, as it does when two communities part.
fn lent_by(
    tx: &mut Tx<'_>,
    sender: &Sender,
    (placed, uri): (&Placed, &str),
) -> Result<Option<String>, Error> {
    if far::far_face(tx, &sender.actor)? == Some(placed.author) {
        return Ok(Some(sender.actor.clone()));
    }
    let gave = sender.via.is_none()
        && shape::is_same_origin(uri, &sender.actor)
        && far::far_group_by_actor(tx, &sender.actor)?.is_some_and(|far| far.group_id == placed.group);
    if gave { door::far_face(tx, placed.author) } else { Ok(None) }
}

/// Whether the sender looks after the group these words are in.
pub(super) fn is_kept_by(sender: &Sender, placed: &Placed) -> bool {
    sender.keeps() && sender.via.as_ref().is_some_and(|via| via.group == placed.group)
}

/// Out of sight, or back: through the same steps as by those who look after a group of ours.
fn put_away(tx: &mut Tx<'_>, sender: &Sender, placed: &Placed, is_gone: bool) -> Result<(), Error> {
    let permit = keeps(tx, sender, placed.group)?;
    far::forget_away(tx, placed.of())?;
    match (&placed.reply, is_gone) {
        (Some((id, _)), true) => replies::put_away(tx, &permit, *id),
        (Some((id, _)), false) => replies::bring_back(tx, &permit, *id),
        (None, true) => threads::put_away(tx, &permit, placed.thread),
        (None, false) => threads::bring_back(tx, &permit, placed.thread),
    }
}

/// Whether words are out of sight by what is looked at or was decided here: no word of those who keep the group elsewhere brings
/// them back.
fn is_away_here(tx: &mut Tx<'_>, placed: &Placed) -> Result<bool, Error> {
    let of = placed.of();
    Ok(held::is_kept(tx, of)? || !actions::put_away(tx, &[of], placed.author)?.is_empty())
}

/// Proof that the sender looks after a group elsewhere.
pub(super) fn keeps(tx: &mut Tx<'_>, sender: &Sender, group: GroupId) -> Result<Permit, Error> {
    let viewer = speaker(tx, sender, (&sender.actor, &sender.host), true)?;
    let standing = Standing::in_group(tx, &viewer, group)?;
    policy::may(&viewer, Action::DecideConcern, &standing)
}

/// Their own words go, however far they could still be read.
fn take_back(tx: &mut Tx<'_>, viewer: &Viewer, placed: &Placed) -> Result<(), Error> {
    let standing = Standing::towards_words(tx, viewer, placed.group, placed.author)?;
    let permit = policy::may(viewer, Action::TakeBackOwn, &standing)?;
    let (thread, by) = (placed.thread, permit.actor());
    if let Some((id, _)) = placed.reply {
        if replies::find_by_id(tx, id)?.is_taken_back() {
            return Ok(());
        }
        // What waits for a look, or is out of sight, was not counted.
        let stood = replies::stands(tx, id)?;
        threads::forget_revisions(tx, &permit, (thread, Some(id)))?;
        // That it waits is kept: it is looked at if its writer says it anew.
        replies::drop_held(tx, &permit, id)?;
        if stood {
            threads::count_reply(tx, thread, -1, false)?;
        }
        return tx.emit(Event::ReplyTakenBack { reply: id, thread, by });
    }
    if threads::find_by_id(tx, thread)?.taken_back_at.is_some() {
        return Ok(());
    }
    threads::forget_revisions(tx, &permit, (thread, None))?;
    threads::drop_held(tx, &permit, thread)?;
    tx.emit(Event::ThreadTakenBack { thread, by })
}

/// Those who look after a group let words in that never came and that they had taken; says whether they had.
async fn lets_in(asking: &Asking<'_>, uri: &str) -> Result<bool, Error> {
    if !asking.sender.keeps() {
        return Ok(false);
    }
    let (uri, group) = (uri.to_owned(), asking.sender.surety().to_owned());
    asking.app.write(move |tx| far::lift_tombstone(tx, &uri, &group)).await
}

/// `Undo{Delete}`: the words stand again, as they are told now; or those who look after the group let them stand.
pub(super) async fn restore(asking: &mut Asking<'_>, removal: &Value) -> Result<Plan, Error> {
    let Some(uri) = shape::named(removal, "object").map(str::to_owned) else {
        return Ok(Plan::Drop("shape"));
    };
    let (origin, address) = (asking.own.origin.clone(), uri.clone());
    let placed = asking.look(move |db| far::placed(db, &origin, &address)).await?;
    let sender = asking.sender.clone();
    if placed.as_ref().is_some_and(|placed| !sender.speaks_in(placed.group)) {
        return Ok(Plan::Drop("not-of-group"));
    }
    if let Some(placed) = placed.clone().filter(|placed| is_kept_by(&sender, placed)) {
        let actor = sender.actor.clone();
        let is_author = asking.look(move |db| Ok(far::far_face(db, &actor)? == Some(placed.author))).await?;
        if !is_author {
            let (own, placed) = (asking.own.clone(), placed.clone());
            return Ok(plan(move |tx| let_stand(tx, (&own, &sender), &placed)));
        }
    }
    let is_let_in = placed.is_none() && lets_in(asking, &uri).await?;
    let no = |why| if is_let_in { plan(|_| Ok(Outcome::Done)) } else { why };
    let object = match asking.fetch(&uri).await {
        Ok(object) => object,
        Err(plan) => return Ok(no(plan)),
    };
    if rules::author_of(&object) != Some(sender.actor.as_str())
        || !rules::WORDS.contains(&shape::kind(&object))
    {
        return Ok(no(Plan::Drop("not-theirs")));
    }
    let Some(placed) = placed else {
        asking
            .app
            .write(move |tx| {
                far::lift_tombstone(tx, &uri, &sender.actor)?;
                far::lift_tombstone(tx, &uri, sender.surety()).map(drop)
            })
            .await?;
        return words::give(asking, &object, Does::Create).await;
    };
    let Some(words) = read::words(&object, &sender.actor) else { return Ok(Plan::Drop("shape")) };
    let (own, raw) = (asking.own.clone(), asking.raw.clone());
    Ok(plan(move |tx| {
        if far::far_face(tx, &sender.actor)? != Some(placed.author) {
            return Ok(Outcome::Dropped("not-theirs"));
        }
        far::lift_tombstone(tx, &uri, &sender.actor)?;
        let words = taken(tx, &sender, &words, &sender.host)?;
        stand_again(tx, &placed, &words)?;
        if stands(tx, &placed)? {
            passed_on(tx, &own, &raw, (Does::Other, placed.of()))?;
        }
        Ok(Outcome::Done)
    }))
}

/// Those who look after the group let words stand, but for those that are put away here.
fn let_stand(tx: &mut Tx<'_>, (own, sender): (&Own, &Sender), placed: &Placed) -> Result<Outcome, Error> {
    if is_away_here(tx, placed)? {
        far::forget_away(tx, placed.of())?;
        return Ok(Outcome::Done);
    }

    let stood = stands(tx, placed)?;
    put_away(tx, sender, placed, false)?;
    told::tell(tx, (own, sender), placed.whose(), (!stood).then_some(There::Back))?;
    Ok(Outcome::Done)
}

/// Words stand again as they are told now, and whoever looks for them hears of it; what waited for a look waits again, and what was
/// put out of sight stays so.
fn stand_again(tx: &mut Tx<'_>, placed: &Placed, words: &read::Words) -> Result<(), Error> {
    let were_gone = far::set_words_again(tx, placed, (words.title.as_str(), words.body.as_str()))?;
    if !were_gone || !stands(tx, placed)? {
        return Ok(());
    }
    let (thread, by) = (placed.thread, placed.author);
    match &placed.reply {
        Some((reply, _)) => {
            threads::count_reply(tx, thread, 1, false)?;
            tx.emit(Event::ReplyEdited { reply: *reply, thread, by })
        }
        None => tx.emit(Event::ThreadEdited { thread, by }),
    }
}
