//! Every door's routes, in the order they are tried, and what stands before all of them.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{FromRequest, Handler, HttpMessage as _, Resource, Responder};

use crate::app::App;
use crate::http::fields::BodyMax;
use crate::http::headers::{self, Origin};
use crate::identity::sessions::middleware as sessions;
use crate::ui::shell::Around;
use crate::{api, forum, web as own};

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
    resources: Vec<(&'static str, Resource)>,
}

macro_rules! verbs {
    ($($(#[$doc:meta])* $verb:ident $method:literal;)+) => {$(
        $(#[$doc])*
        pub fn $verb<F, Args>(&mut self, path: &'static str, who: Who, handler: F)
        where
            F: Handler<Args>,
            Args: FromRequest + 'static,
            F::Output: Responder + 'static,
        {
            self.signs.push(Sign { method: $method, path, who });
            let route = web::$verb().to(handler);
            match self.resources.iter().position(|(known, _)| *known == path) {
                Some(place) => {
                    let (path, resource) = self.resources.swap_remove(place);
                    self.resources.push((path, resource.route(route)));
                    let last = self.resources.len() - 1;
                    self.resources.swap(place, last);
                }
                None => self.resources.push((path, web::resource(path).route(route))),
            }
        }
    )+};
}

impl Doors {
    verbs! {
        /// A door that looks.
        get "GET";
        /// A door that changes something.
        post "POST";
        /// A door that replaces something; JSON only.
        put "PUT";
        /// A door that changes a part of something; JSON only.
        patch "PATCH";
        /// A door that takes something away; JSON only.
        delete "DELETE";
    }

    /// Every door of the server.
    #[must_use]
    pub fn all() -> Self {
        let mut doors = Self::default();
        own::doors(&mut doors);
        forum::threads::pages::doors(&mut doors);
        api::doors(&mut doors);
        forum::threads::api::doors(&mut doors);
        doors
    }

    /// What is written on them.
    #[must_use]
    pub fn signs(&self) -> &[Sign] {
        &self.signs
    }

    fn hang(self, config: &mut ServiceConfig) {
        for (_, resource) in self.resources {
            config.service(resource);
        }
    }
}

/// Hangs every door into an actix application, with what stands before them, outermost last.
pub fn configure(app: &App) -> impl FnOnce(&mut ServiceConfig) + Clone + use<> {
    let app = app.clone();
    move |config: &mut ServiceConfig| {
        let limits = &app.settings().limits;
        let scope = web::scope("")
            .configure(|inner| Doors::all().hang(inner))
            .default_service(web::to(own::errors::absent));
        let scope = scope
            .wrap(from_fn(headers::own_pages_only))
            .wrap(from_fn(sessions::find_member))
            .wrap(from_fn(own::errors::as_pages))
            .wrap(from_fn(around))
            .wrap(from_fn(headers::put));
        let body_max = usize::try_from(limits.body_bytes_max).unwrap_or(usize::MAX);
        config
            .app_data(Data::new(BodyMax(body_max)))
            .app_data(api::json(body_max))
            .app_data(Data::new(Origin(app.settings().server.origin())))
            .app_data(Data::new(app))
            .service(scope);
    }
}

/// Leaves the community, the time and chance where pages find them.
async fn around(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse, actix_web::Error> {
    let Some(app) = request.app_data::<Data<App>>().cloned() else {
        return next.call(request).await;
    };
    let house = match app.house().await {
        Ok(house) => house,
        Err(error) => return Ok(request.error_response(error)),
    };
    let around = Around { house, now: app.clock().now(), chance: app.chance().clone() };
    request.extensions_mut().insert(around);
    next.call(request).await
}
