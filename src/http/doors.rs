//! How a slice says which doors it has: a method, a path, whom it is meant for, and the handler behind it.

use actix_web::web::{self, ServiceConfig};
use actix_web::{FromRequest, Handler, Resource, Responder, Route};

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
    resources: Vec<(&'static str, Option<Resource>)>,
}

impl Doors {
    /// A door that looks.
    pub fn get<F: Handler<Args, Output: Responder + 'static>, Args: FromRequest + 'static>(
        &mut self,
        path: &'static str,
        who: Who,
        handler: F,
    ) {
        self.add(Sign { method: "GET", path, who }, web::get().to(handler));
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
    pub fn hang(self, config: &mut ServiceConfig) {
        for resource in self.resources.into_iter().filter_map(|(_, resource)| resource) {
            config.service(resource);
        }
    }

    fn add(&mut self, sign: Sign, route: Route) {
        let path = sign.path;
        self.signs.push(sign);
        match self.resources.iter_mut().find(|(known, _)| *known == path) {
            Some((_, resource)) => *resource = resource.take().map(|resource| resource.route(route)),
            None => self.resources.push((path, Some(web::resource(path).route(route)))),
        }
    }
}
