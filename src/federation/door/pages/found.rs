//! How others find who is here: by name whoever has words that face those who ask, partners or the open web.

use actix_web::http::header;
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::{FRESH_S, absent, is_open};
use crate::app::App;
use crate::db::Db;
use crate::federation::actors::{Kind, Path};
use crate::federation::door::{Asker, views};
use crate::federation::peers::Own;
use crate::federation::wire;
use crate::http::Answer;
use crate::http::answer::{fresh, known};
use crate::kernel::Error;

/// What the one is called that follows groups elsewhere for all members.
const READER: &str = "reader";

/// Whom somebody looks for.
#[derive(Deserialize)]
pub struct Asked {
    resource: Option<String>,
}

/// `GET /.well-known/webfinger`
pub async fn webfinger(app: Data<App>, request: HttpRequest, asked: Query<Asked>) -> Answer {
    let (own, resource) = (app.federation().own.clone(), asked.into_inner().resource.unwrap_or_default());
    let (found, is_visitor) =
        match super::read(&app, &request, move |db, asker| find(db, asker, &own, &resource)).await? {
            Ok(found) => found,
            Err(no) => return Ok(no),
        };
    let body = serde_json::to_string(&found).map_err(Error::other)?;
    let mut answer = HttpResponse::Ok();
    answer.content_type("application/jrd+json");
    if is_visitor {
        return Ok(fresh(answer, body, known(&request).as_deref(), FRESH_S));
    }
    // What a partner finds is not for whoever stands between.
    answer.insert_header((header::CACHE_CONTROL, "private, no-store"));
    Ok(answer.body(body))
}

fn find(
    db: &mut Db,
    asker: &Asker,
    own: &Own,
    resource: &str,
) -> Result<activitypub_federation::fetch::webfinger::Webfinger, Error> {
    let host = own.host.split(':').next().unwrap_or_default();
    let community = || wire::webfinger(own, host, Kind::Community, &Path::community());
    if let Some(path) = resource.strip_prefix(&own.origin) {
        return match path.trim_start_matches('/').split_once('/') {
            None if path.trim_matches('/').is_empty() => Ok(community()),
            Some(("g", name)) => group(db, asker, own, name),
            Some(("people", name)) => person(db, asker, own, &decoded(name)),
            None if path == "/reader" => Ok(reader(own)),
            _ => Err(Error::Absent),
        };
    }
    let name = resource.strip_prefix("acct:").unwrap_or(resource).trim_start_matches('@');
    let (name, at) = name.rsplit_once('@').ok_or(Error::Absent)?;
    if !at.eq_ignore_ascii_case(&own.host) {
        return Err(Error::Absent);
    }
    if name.eq_ignore_ascii_case(host) {
        return Ok(community());
    }
    if name.eq_ignore_ascii_case(READER) {
        return Ok(reader(own));
    }
    match group(db, asker, own, name) {
        Err(Error::Absent) => person(db, asker, own, name),
        found => found,
    }
}

fn reader(own: &Own) -> activitypub_federation::fetch::webfinger::Webfinger {
    wire::webfinger(own, READER, Kind::Person, &Path::reader())
}

fn group(
    db: &mut Db,
    asker: &Asker,
    own: &Own,
    name: &str,
) -> Result<activitypub_federation::fetch::webfinger::Webfinger, Error> {
    let group = views::group(db, asker, &name.to_lowercase())?;
    Ok(wire::webfinger(own, &group.name, Kind::Group, &Path::group(&group.name)))
}

fn person(
    db: &mut Db,
    asker: &Asker,
    own: &Own,
    name: &str,
) -> Result<activitypub_federation::fetch::webfinger::Webfinger, Error> {
    let face = views::person(db, asker, name)?;
    Ok(wire::webfinger(own, &wire::handle(&face.name), Kind::Person, &Path::person(&face.name)))
}

fn decoded(segment: &str) -> String {
    let pair = format!("n={}", segment.replace('+', "%2B"));
    url::form_urlencoded::parse(pair.as_bytes()).next().map(|(_, name)| name.into_owned()).unwrap_or_default()
}

/// `GET /.well-known/nodeinfo`
pub async fn nodeinfo_links(app: Data<App>) -> Answer {
    if !is_open(&app).await? {
        return Ok(absent());
    }
    Ok(HttpResponse::Ok().json(wire::nodeinfo_links(&app.federation().own)))
}

/// `GET /nodeinfo/2.1`
pub async fn nodeinfo(app: Data<App>) -> Answer {
    if !is_open(&app).await? {
        return Ok(absent());
    }
    let house = app.house().await?;
    let body = wire::nodeinfo(&house.name, &house.sentence, house.doors == "open").to_string();
    let kind = "application/json; profile=\"http://nodeinfo.diaspora.software/ns/schema/2.1#\"";
    Ok(HttpResponse::Ok().content_type(kind).body(body))
}

/// `GET /.well-known/host-meta`
pub async fn host_meta(app: Data<App>) -> Answer {
    if !is_open(&app).await? {
        return Ok(absent());
    }
    Ok(HttpResponse::Ok().content_type("application/xrd+xml").body(wire::host_meta(&app.federation().own)))
}
