//! How others find out who is here: WebFinger, NodeInfo, host-meta.

use activitypub_federation::fetch::webfinger::{Webfinger, WebfingerLink};
use serde_json::{Value, json};
use url::Url;

use crate::federation::actors::{Kind, Path};
use crate::federation::peers::Own;
use crate::http::activity;

/// RFC 7033, for one actor. The type is named, so that `@group@host` is known for a group.
#[must_use]
pub fn webfinger(own: &Own, name: &str, kind: Kind, path: &Path) -> Webfinger {
    let id = Url::parse(&path.id(own)).ok();
    let sort = match kind {
        Kind::Community => "Application",
        Kind::Group => "Group",
        Kind::Person => "Person",
    };
    let named = Url::parse("https://www.w3.org/ns/activitystreams#type").ok();
    let link = |rel: &str, kind: &str| WebfingerLink {
        rel: Some(rel.to_owned()),
        kind: Some(kind.to_owned()),
        href: id.clone(),
        ..WebfingerLink::default()
    };
    let own_type = WebfingerLink {
        properties: named.into_iter().map(|named| (named, sort.to_owned())).collect(),
        ..link("self", activity::TYPE)
    };
    let mut links = vec![link("http://webfinger.net/rel/profile-page", "text/html"), own_type];
    if kind == Kind::Community {
        links.push(link("https://www.w3.org/ns/activitystreams#Service", activity::TYPE));
    }
    Webfinger {
        subject: format!("acct:{name}@{}", own.host),
        links,
        aliases: id.into_iter().collect(),
        ..Webfinger::default()
    }
}

/// Where NodeInfo is, and the community's own actor (FEP-2677).
#[must_use]
pub fn nodeinfo_links(own: &Own) -> Value {
    json!({ "links": [
        { "rel": "http://nodeinfo.diaspora.software/ns/schema/2.1", "href": format!("{}/nodeinfo/2.1", own.origin) },
        { "rel": "https://www.w3.org/ns/activitystreams#Application", "href": Path::community().id(own) },
    ] })
}

/// NodeInfo 2.1. It counts nobody (FEP-0151): how many are in a small community is nobody's business.
#[must_use]
pub fn nodeinfo(name: &str, sentence: &str, is_open_to_all: bool) -> Value {
    json!({
        "version": "2.1",
        "software": {
            "name": "hearthside",
            "version": env!("CARGO_PKG_VERSION"),
        },
        "protocols": ["activitypub"],
        "services": { "inbound": [], "outbound": [] },
        "openRegistrations": is_open_to_all,
        "usage": { "users": {} },
        "metadata": { "nodeName": name, "nodeDescription": sentence },
    })
}

/// RFC 6415, for those who still look there first.
#[must_use]
pub fn host_meta(own: &Own) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<XRD xmlns=\"http://docs.oasis-open.org/ns/xri/xrd-1.0\">\n  \
         <Link rel=\"lrdd\" type=\"application/jrd+json\" template=\"{}/.well-known/webfinger?resource={{uri}}\"/>\n</XRD>\n",
        own.origin
    )
}
