//! Every door's routes, in the order they are tried, and what stands before all of them.

use actix_web::HttpMessage as _;
use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{self, Data, ServiceConfig};

use crate::app::App;
use crate::http::fields::BodyMax;
use crate::http::headers::{self, Origin};
use crate::http::{Doors, Kept};
use crate::identity::sessions::middleware as sessions;
use crate::ui::shell::Around;
use crate::{admin, api, federation, forum, identity, notify, safety, web as own};

/// Every door of the server, slice by slice.
#[must_use]
pub fn all() -> Doors {
    let mut doors = Doors::default();
    own::doors(&mut doors);
    // Before `/g/{name}`, so that `/g/new` is a page and not a group.
    forum::groups::pages::doors(&mut doors);
    forum::feeds::pages::doors(&mut doors);
    admin::groups::pages::doors(&mut doors);
    admin::health::pages::doors(&mut doors);
    admin::helplines::pages::doors(&mut doors);
    admin::people::pages::doors(&mut doors);
    admin::settings::pages::doors(&mut doors);
    admin::setup::pages::doors(&mut doors);
    federation::peers::pages::doors(&mut doors);
    forum::drafts::pages::doors(&mut doors);
    forum::export::pages::doors(&mut doors);
    forum::held::pages::doors(&mut doors);
    forum::members::pages::doors(&mut doors);
    forum::reactions::pages::doors(&mut doors);
    forum::replies::pages::doors(&mut doors);
    forum::sanctions::pages::doors(&mut doors);
    forum::search::pages::doors(&mut doors);
    forum::threads::pages::doors(&mut doors);
    forum::voices::pages::doors(&mut doors);
    identity::accounts::pages::doors(&mut doors);
    identity::aliases::pages::doors(&mut doors);
    identity::credentials::pages::doors(&mut doors);
    identity::invitations::pages::doors(&mut doors);
    identity::passkeys::pages::doors(&mut doors);
    identity::recovery::pages::doors(&mut doors);
    identity::returns::pages::doors(&mut doors);
    identity::sessions::pages::doors(&mut doors);
    notify::inbox::pages::doors(&mut doors);
    safety::actions::pages::doors(&mut doors);
    safety::reports::pages::doors(&mut doors);
    api::doors(&mut doors);
    admin::health::api::doors(&mut doors);
    admin::helplines::api::doors(&mut doors);
    admin::people::api::doors(&mut doors);
    admin::settings::api::doors(&mut doors);
    admin::setup::api::doors(&mut doors);
    federation::peers::api::doors(&mut doors);
    forum::drafts::api::doors(&mut doors);
    forum::export::api::doors(&mut doors);
    forum::feeds::api::doors(&mut doors);
    forum::groups::api::doors(&mut doors);
    forum::held::api::doors(&mut doors);
    forum::members::api::doors(&mut doors);
    forum::reactions::api::doors(&mut doors);
    forum::replies::api::doors(&mut doors);
    forum::sanctions::api::doors(&mut doors);
    forum::search::api::doors(&mut doors);
    forum::threads::api::doors(&mut doors);
    identity::accounts::api::doors(&mut doors);
    identity::aliases::api::doors(&mut doors);
    identity::credentials::api::doors(&mut doors);
    identity::invitations::api::doors(&mut doors);
    identity::passkeys::api::doors(&mut doors);
    identity::sessions::api::doors(&mut doors);
    notify::inbox::api::doors(&mut doors);
    safety::actions::api::doors(&mut doors);
    safety::reports::api::doors(&mut doors);
    // Last: they answer at addresses that are there already.
    federation::door::pages::doors(&mut doors);
    doors
}

/// Hangs every door into an actix application, with what stands before them, outermost last.
pub fn configure(app: &App) -> impl FnOnce(&mut ServiceConfig) + Clone + use<> {
    let app = app.clone();
    move |config: &mut ServiceConfig| {
        let limits = &app.settings().limits;
        let scope =
            web::scope("").configure(|inner| all().hang(inner)).default_service(web::to(own::errors::absent));
        let scope = scope
            .wrap(from_fn(own::hold))
            .wrap(from_fn(headers::own_pages_only))
            .wrap(from_fn(own::cover))
            .wrap(from_fn(sessions::find_member))
            .wrap(from_fn(own::errors::as_pages))
            .wrap(from_fn(around))
            .wrap(from_fn(kept))
            .wrap(from_fn(headers::put))
            .wrap(from_fn(admin::health::measure));
        let body_max = usize::try_from(limits.body_bytes_max).unwrap_or(usize::MAX);
        config
            .app_data(Data::new(BodyMax(body_max)))
            .app_data(api::json(body_max))
            .app_data(Data::new(Origin(app.settings().server.origin())))
            .app_data(Data::new(app.metrics().clone()))
            .app_data(Data::new(app))
            .service(scope);
    }
}

/// Answers visitors with a page of the open web that was made a moment ago, if nothing changed since.
async fn kept(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse, actix_web::Error> {
    let app = request.app_data::<Data<App>>().cloned();
    let Some((app, key)) = app.zip(Kept::key(&request, sessions::COOKIE)) else {
        return next.call(request).await;
    };
    let seen = app.seen();
    match app.kept().find(&key, seen, &request) {
        Some(answer) => Ok(request.into_response(answer)),
        None => Ok(app.kept().keep(key, seen, next.call(request).await?)),
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
