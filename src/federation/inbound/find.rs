//! Finding a group elsewhere by what a member typed: `@night-owls@quiet.example`, or the address of its page.

use serde_json::Value;
use url::Url;

use super::asking::{Asking, host_of};
use super::model::{Plan, Sender};
use super::{html, mirror, shape};
use crate::app::App;
use crate::federation::far::{self, Refusal};
use crate::federation::fetch::Budget;
use crate::federation::peers::{self, Admission, Own};
use crate::federation::resolve;
use crate::forum::groups::{Group, Title};
use crate::kernel::{Error, markdown, text};

/// Letters of who a group is for, in a list.
const PURPOSE: usize = 200;

/// What an address says.
#[derive(Debug, PartialEq, Eq)]
enum Typed {
    /// A name and its community.
    Handle(String, String),
    /// A page.
    Page(String, String),
}

/// The group with an address; its place here is made if nobody looked for it before.
///
/// # Errors
/// `far-address`, `far-not-linked`, `far-no-group`, `far-not-reached`, `peer-own`, `peer-domain`.
pub async fn find(app: &App, typed: &str) -> Result<Group, Error> {
    let own = app.federation().own.clone();
    let typed = read(&own, typed)?;
    let (Typed::Handle(_, host) | Typed::Page(_, host)) = &typed;
    let asked = host.clone();
    let admission = app.read(move |db| peers::admit(db, &asked)).await?;
    if admission == Admission::Closed || !app.federation().is_on {
        return Err(Refusal::NotLinked.into());
    }
    let sender = Sender { actor: String::new(), host: host.clone(), via: None };
    let mut asking = Asking { app, own, sender, admission, raw: Vec::new(), budget: Budget::of(6) };
    let address = match typed {
        Typed::Page(address, _) => address,
        Typed::Handle(name, host) => address_of(&mut asking, &name, &host).await?,
    };
    let about = match mirror::about(&mut asking, &address).await? {
        Ok(about) => about,
        Err(Plan::Later(_)) => return Err(Refusal::NotReached.into()),
        Err(_) => return Err(Refusal::NoGroup.into()),
    };
    app.write(move |tx| far::mirror(tx, &about)).await
}

/// Lists of one community that are read, and groups in them.
const LISTS: usize = 2;
const LISTED: usize = 100;

/// A group, as its community lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its address.
    pub address: String,
    /// What people call it.
    pub title: String,
    /// Who it is for, without markup.
    pub purpose: String,
}

/// The groups a community lists for this one; none if it lists none. Only of communities that are known here: nobody makes
/// this one ask anywhere by typing a name.
///
/// # Errors
/// Absent; `far-not-reached`, and `far-no-group` where it shows nothing that could be read.
pub async fn groups_of(app: &App, domain: &str) -> Result<Vec<Listed>, Error> {
    let (own, host) = (app.federation().own.clone(), domain.to_owned());
    let admission =
        app.read(move |db| peers::find(db, &host).and_then(|peer| peers::admit(db, &peer.domain))).await?;
    if admission == Admission::Closed || !app.federation().is_on {
        return Err(Error::Absent);
    }
    let sender = Sender { actor: String::new(), host: domain.to_owned(), via: None };
    let budget = Budget::of(4);
    let mut asking = Asking { app, own, sender, admission, raw: Vec::new(), budget };
    let root = format!("{}/", asking.own.origin_of(domain));
    let community = asking.fetch(&root).await.map_err(|plan| no_answer(&plan))?;
    let lists = shape::all(&community, "streams").filter(|list| shape::is_same_origin(list, &root));
    let mut found = Vec::new();
    for list in lists.take(LISTS).map(str::to_owned).collect::<Vec<_>>() {
        let list = asking.fetch(&list).await.map_err(|plan| no_answer(&plan))?;
        found.extend(mirror::items(&list).filter_map(|group| listed(group, &root)));
    }
    found.truncate(LISTED);
    let takes_pictures = {
        let host = domain.to_owned();
        app.read(move |db| peers::takes_media(db, &host)).await?
    };
    if !takes_pictures {
        for group in &mut found {
            group.purpose = far::bare(&group.purpose);
        }
    }
    Ok(found)
}

fn no_answer(plan: &Plan) -> Refusal {
    if matches!(plan, Plan::Later(_)) { Refusal::NotReached } else { Refusal::NoGroup }
}

/// A group of that community; others it may name are for their own to list.
fn listed(group: &Value, root: &str) -> Option<Listed> {
    let address = shape::id(group).filter(|_| shape::kind(group) == "Group")?;
    let handle = shape::text(group, "preferredUsername");
    let title = Some(shape::text(group, "name")).filter(|name| !name.is_empty()).unwrap_or(handle);
    let purpose = markdown::plain(&html::to_markdown(shape::text(group, "summary")));
    shape::is_same_origin(address, root).then(|| Listed {
        address: address.to_owned(),
        title: Title::clipped(title).into_string(),
        purpose: text::excerpt(&purpose, PURPOSE),
    })
}

fn read(own: &Own, typed: &str) -> Result<Typed, Error> {
    let typed = typed.trim();
    if typed.starts_with("https://") || typed.starts_with("http://") {
        let host = host_of(own, typed).ok_or(Refusal::Address)?;
        return Ok(Typed::Page(typed.to_owned(), host));
    }
    let (name, host) = typed.trim_start_matches(['@', '!']).split_once('@').ok_or(Refusal::Address)?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.is_empty() || !name.chars().all(is_name) {
        return Err(Refusal::Address.into());
    }
    Ok(Typed::Handle(name.to_owned(), own.parse(host)?.as_str().to_owned()))
}

/// Where a name leads, by its community's own word (RFC 7033).
async fn address_of(asking: &mut Asking<'_>, name: &str, host: &str) -> Result<String, Error> {
    let question = format!("{}/.well-known/webfinger", asking.own.origin_of(host));
    let mut url = Url::parse(&question).map_err(|_| Refusal::Address)?;
    url.query_pairs_mut().append_pair("resource", &format!("acct:{name}@{host}"));
    let said = match resolve::finger(asking.app, &url, &mut asking.budget).await {
        Ok(said) => said,
        Err(trouble) if trouble.may_pass() => return Err(Refusal::NotReached.into()),
        Err(_) => return Err(Refusal::NoGroup.into()),
    };
    let is_own =
        |link: &&Value| shape::text(link, "rel") == "self" && shape::text(link, "type").contains("json");
    let href = shape::things(&said, "links").find(is_own).map(|link| shape::text(link, "href").to_owned());
    let href = href.filter(|href| host_of(&asking.own, href).as_deref() == Some(host));
    href.ok_or_else(|| Refusal::NoGroup.into())
}

#[test]
fn an_address_is_read_in_every_way_it_is_written() {
    let own = Own::at("https://porch.example");
    let handle = |name: &str| Some(Typed::Handle(name.to_owned(), "quiet.example".to_owned()));
    assert_eq!(read(&own, " @night-owls@quiet.example ").ok(), handle("night-owls"));
    assert_eq!(read(&own, "!owls@Quiet.Example").ok(), handle("owls"));
    let page = "https://quiet.example/g/owls";
    assert_eq!(read(&own, page).ok(), Some(Typed::Page(page.to_owned(), "quiet.example".to_owned())));
    for typed in [
        "",
        "owls",
        "@owls",
        "a b@quiet.example",
        "owls@porch.example",
        "owls@localhost",
        "https://porch.example/g/x",
    ] {
        assert!(read(&own, typed).is_err(), "{typed}");
    }
}
