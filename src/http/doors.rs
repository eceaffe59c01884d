//! How a slice says which doors it has: a method, a path, whom it is meant for, and the handler behind it.

use actix_web::http::{Method, header};
use actix_web::middleware::from_fn;
use actix_web::web::{self, ServiceConfig};
use actix_web::{FromRequest, Handler, HttpResponse, Resource, Responder, Route, guard};

use super::{activity, steady};
use crate::kernel::{Error, Kind};

crate::text_enum! {
    /// Who a door is meant for; what they may do behind it is decided by scopes and permits.
    pub enum Who {
        /// Everybody.
        Visitor = "visitor",
        /// Those signed in.
        Member = "member",
        /// Those who look after a group, or the community.
        Keeper = "keeper",
        /// Hosts.
        Host = "host",
    }
}

/// One line of `docs/reference/routes.md`, and one step of the route sweep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// `GET`, `POST` …
    pub method: &'static str,
    /// `/p/{id}`
    pub path: &'static str,
    /// Whom it is meant for.
    pub who: Who,
}

/// The doors of the server, collected slice by slice. What is not here is not served.
#[derive(Default)]
pub struct Doors {
    signs: Vec<Sign>,
    resources: Vec<(&'static str, Vec<Route>)>,
    /// Paths that answer programs of other communities otherwise than people.
    twofold: Vec<&'static str>,
}

impl Doors {
    /// A door that looks. `HEAD` looks too, and is answered without a body.
    pub fn get<F: Handler<Args, Output: Responder + 'static>, Args: FromRequest + 'static>(
        &mut self,
        path: &'static str,
        who: Who,
        handler: F,
    ) {
        self.add(
            Sign { method: "GET", path, who },
            web::route().guard(guard::Any(guard::Get()).or(guard::Head())).to(handler),
        );
    }

    /// What a path that is there answers to those who ask for an activity: tried before the page of the same address.
    pub fn get_activity<F: Handler<Args, Output: Responder + 'static>, Args: FromRequest + 'static>(
        &mut self,
        path: &'static str,
        handler: F,
    ) {
        let route = web::route()
            .guard(guard::Any(guard::Get()).or(guard::Head()))
            .guard(guard::fn_guard(|asked| activity::is_asked(asked.head().headers())))
            .to(handler);
        if let Some((_, routes)) = self.resources.iter_mut().find(|(known, _)| *known == path) {
            routes.insert(0, route);
            self.twofold.push(path);
        }
    }

    /// A door that changes something.
    pub fn post<F: Handler<Args, Output: Responder + 'static>, Args: FromRequest + 'static>(
        &mut self,
        path: &'static str,
        who: Who,
        handler: F,
    ) {
        self.add(Sign { method: "POST", path, who }, web::post().to(handler));
    }

    /// A door that replaces something; JSON only.
    pub fn put<F: Handler<Args, Output: Responder + 'static>, Args: FromRequest + 'static>(
        &mut self,
        path: &'static str,
        who: Who,
        handler: F,
    ) {
        self.add(Sign { method: "PUT", path, who }, web::put().to(handler));
    }

    /// A door that changes a part of something; JSON only.
    pub fn patch<F: Handler<Args, Output: Responder + 'static>, Args: FromRequest + 'static>(
        &mut self,
        path: &'static str,
        who: Who,
        handler: F,
    ) {
        self.add(Sign { method: "PATCH", path, who }, web::patch().to(handler));
    }

    /// A door that takes something away; JSON only.
    pub fn delete<F: Handler<Args, Output: Responder + 'static>, Args: FromRequest + 'static>(
        &mut self,
        path: &'static str,
        who: Who,
        handler: F,
    ) {
        self.add(Sign { method: "DELETE", path, who }, web::delete().to(handler));
    }

    /// What is written on the doors, in the order they were added.
    #[must_use]
    pub fn signs(&self) -> &[Sign] {
        &self.signs
    }

    /// Hangs the doors into an actix application: one resource a path, tried in the order of their first door.
    ///
    /// A path answers `OPTIONS` with what it takes, any other method with 405 and the same list.
    pub fn hang(self, config: &mut ServiceConfig) {
        for (path, routes) in self.resources {
            let allow = allow(&self.signs, path);
            let others = web::to(move |method: Method| {
                let allow = allow.clone();
                async move { other_verb(&method, allow) }
            });
            let resource = routes.into_iter().fold(web::resource(path), Resource::route);
            let resource = resource.default_service(others).wrap(from_fn(steady::steady));
            if self.twofold.contains(&path) {
                config.service(resource.wrap(from_fn(activity::vary)));
            } else {
                config.service(resource);
            }
        }
    }

    fn add(&mut self, sign: Sign, route: Route) {
        let path = sign.path;
        self.signs.push(sign);
        match self.resources.iter_mut().find(|(known, _)| *known == path) {
            Some((_, routes)) => routes.push(route),
            None => self.resources.push((path, vec![route])),
        }
    }
}

/// The methods a path takes, as `Allow` lists them.
fn allow(signs: &[Sign], path: &str) -> String {
    let mut verbs = vec!["OPTIONS"];
    for sign in signs.iter().filter(|sign| sign.path == path) {
        verbs.push(sign.method);
        if sign.method == "GET" {
            verbs.push("HEAD");
        }
    }
    verbs.join(", ")
}

fn other_verb(method: &Method, allow: String) -> HttpResponse {
    let mut answer = if method == Method::OPTIONS {
        HttpResponse::NoContent().finish()
    } else {
        HttpResponse::from_error(Error::from(WrongVerb))
    };
    if let Ok(value) = header::HeaderValue::try_from(allow) {
        answer.headers_mut().insert(header::ALLOW, value);
    }
    answer
}

/// The path is there, but not for this method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this address does not take this method; see the Allow header")]
pub struct WrongVerb;

impl crate::kernel::Refusal for WrongVerb {
    fn code(&self) -> &'static str {
        "wrong-verb"
    }
    fn kind(&self) -> Kind {
        Kind::WrongVerb
    }
}
