//! Finding whose key it is: in what is known, or by asking their community.

use url::Url;

use super::{Remote, rules, store};
use crate::app::App;
use crate::db::{Db, Tx};
use crate::federation::fetch::{Budget, Document, Signing, Trouble};
use crate::federation::signature::{Form, Refusal};
use crate::federation::{actors, delivery, peers};
use crate::kernel::Error;

/// Days for which somebody elsewhere is remembered without having been asked for anew.
const KEPT_DAYS: i64 = 30;

/// Somebody, and whether they were asked for just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Who.
    pub remote: Remote,
    /// Whether their community was asked just now.
    pub is_fresh: bool,
}

/// Whose key this is. `anew` asks their community even if it is known, within a budget. The caller has made sure that the
/// host is let in.
///
/// # Errors
/// [`Refusal::NoKey`] if it could not be had, [`Refusal::Unowned`] if it is nobody's, [`Refusal::Closed`] if the key of the
/// community itself changed.
pub async fn key(app: &App, host: &str, key_id: &Url, anew: bool) -> Result<Found, Refusal> {
    if !anew {
        match known(app, key_id).await {
            Err(Refusal::NoKey) => {}
            known => return known,
        }
    }
    let (memory, now) = (app.federation(), app.clock().now());
    let asked = {
        let _turn = memory.may_ask(host, key_id.as_str(), now)?;
        fetch(app, host, key_id).await
    };
    let remote = match asked {
        Ok(remote) => remote,
        Err(refusal) => {
            memory.keep_missing(key_id.as_str(), refusal, now);
            return Err(refusal);
        }
    };
    let kept = remote.clone();
    let may_go_on = app
        .write(move |tx| {
            store::keep(tx, &kept)?;
            let is_community =
                matches!(kept.kind.as_str(), "Application" | "Service") && is_root(&kept.actor);
            if is_community { peers::saw_key(tx, &kept.domain, &kept.pem) } else { Ok(true) }
        })
        .await
        .map_err(ours)?;
    if may_go_on { Ok(Found { remote, is_fresh: true }) } else { Err(Refusal::Closed) }
}

/// Whose key this is, if that is known already: nobody is asked.
///
/// # Errors
/// [`Refusal::NoKey`] if it is not.
pub async fn known(app: &App, key_id: &Url) -> Result<Found, Refusal> {
    let id = key_id.to_string();
    let remote = app.read(move |db| store::find(db, &id)).await.map_err(ours)?;
    remote.map(|remote| Found { remote, is_fresh: false }).ok_or(Refusal::NoKey)
}

async fn fetch(app: &App, host: &str, key_id: &Url) -> Result<Remote, Refusal> {
    let own = app.federation().own.clone();
    let key = actors::community(app, &own).await.map_err(ours)?;
    let domain = host.to_owned();
    let form = app.read(move |db| delivery::form_of(db, &domain)).await.map_err(ours)?;
    let form = Form::parse(&form).unwrap_or(Form::Draft);
    let signing = Signing { key, form, at: app.clock().now() };
    let (client, mut budget) = (&app.federation().client, Budget::of(4));
    let mut document = client.get(key_id, &signing, &mut budget).await.map_err(refusal)?;
    let mut place = key_id.clone();
    if let Some(owner) = rules::owner_of(&document) {
        document = client.get(&owner, &signing, &mut budget).await.map_err(refusal)?;
        place = owner;
    }
    if !is_where(&document, &place) {
        // It says it lives elsewhere on its host: there it must say so itself. Hosts also serve what people put there.
        place = document.id.clone();
        document = client.get(&place, &signing, &mut budget).await.map_err(refusal)?;
        if !is_where(&document, &place) {
            return Err(Refusal::Unowned);
        }
    }
    rules::actor_of(&document, key_id, host)
}

/// A thing elsewhere, from where it lives; only from a community that is let in. Signed for by this one.
///
/// # Errors
/// What went wrong; [`Trouble::Unsafe`] where nothing may be asked.
pub async fn document(app: &App, url: &Url, budget: &mut Budget) -> Result<Document, Trouble> {
    let signing = signing(app, url).await?;
    app.federation().client.get(url, &signing, budget).await
}

/// What a community says of a name of its own (RFC 7033); only from one that is let in.
///
/// # Errors
/// As [`document`].
pub async fn finger(app: &App, url: &Url, budget: &mut Budget) -> Result<serde_json::Value, Trouble> {
    let signing = signing(app, url).await?;
    app.federation().client.finger(url, &signing, budget).await
}

/// This community's own hand, in the form that host reads; none where nothing may be asked.
async fn signing(app: &App, url: &Url) -> Result<Signing, Trouble> {
    let own = app.federation().own.clone();
    let Ok(domain) = own.domain_of(url) else { return Err(Trouble::Unsafe) };
    let known = app.read(move |db| {
        let is_in = peers::admit(db, domain.as_str())? != peers::Admission::Closed;
        Ok((is_in, delivery::form_of(db, domain.as_str())?))
    });
    let (is_in, form) = known.await.map_err(|_| Trouble::Ours)?;
    if !is_in {
        return Err(Trouble::Unsafe);
    }
    let key = actors::community(app, &own).await.map_err(|_| Trouble::Ours)?;
    let form = Form::parse(&form).unwrap_or(Form::Draft);
    Ok(Signing { key, form, at: app.clock().now() })
}

/// Somebody elsewhere who signed something lately, by their own address.
///
/// # Errors
/// A fault of the database.
pub fn of_actor(db: &mut Db, actor: &str) -> Result<Option<Remote>, Error> {
    store::find_by_actor(db, actor)
}

fn is_where(document: &Document, place: &Url) -> bool {
    let bare = |url: &Url| {
        let mut url = url.clone();
        url.set_fragment(None);
        url
    };
    bare(&document.id) == bare(place)
}

fn is_root(actor: &str) -> bool {
    Url::parse(actor).is_ok_and(|url| url.path() == "/" && url.query().is_none())
}

fn refusal(trouble: Trouble) -> Refusal {
    match trouble {
        Trouble::Unsafe => Refusal::BadKeyId,
        trouble if trouble.may_pass() => Refusal::NoKey,
        _ => Refusal::Unowned,
    }
}

fn ours(error: Error) -> Refusal {
    tracing::error!(%error, "a signature could not be looked at");
    Refusal::Ours
}

/// Forgets somebody elsewhere: they are gone.
///
/// # Errors
/// A fault of the database.
pub fn forget(tx: &mut Tx<'_>, actor: &str) -> Result<(), Error> {
    store::forget(tx, actor)
}

/// Forgets whoever has not been asked for in thirty days.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Error> {
    let day = tx.now().day().plus(-KEPT_DAYS);
    store::drop_older(tx, day)
}
