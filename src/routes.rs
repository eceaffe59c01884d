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
use crate::{admin, api, federation, forum, identity, notify, recovery, safety, support, web as own};

/// Every door of the server, slice by slice.
#[must_use]
pub fn all() -> Doors {
    let mut doors = Doors::default();
    own::doors(&mut doors);
    for_people(&mut doors);
    for_programs(&mut doors);
    // Last: they answer at addresses that are there already.
    federation::inbound::pages::doors(&mut doors);
    federation::door::pages::doors(&mut doors);
    doors
}

fn for_people(doors: &mut Doors) {
    // Before `/g/{name}`, so that `/g/new` is a page and not a group.
    forum::groups::pages::doors(doors);
    forum::feeds::pages::doors(doors);
    admin::groups::pages::doors(doors);
    admin::health::pages::doors(doors);
    admin::helplines::pages::doors(doors);
    admin::newcomers::pages::doors(doors);
    admin::people::pages::doors(doors);
    admin::settings::pages::doors(doors);
    admin::setup::pages::doors(doors);
    federation::far::pages::doors(doors);
    federation::copies::pages::doors(doors);
    federation::peers::pages::doors(doors);
    federation::inbound::pages::came::doors(doors);
    forum::drafts::pages::doors(doors);
    forum::export::pages::doors(doors);
    forum::folds::pages::doors(doors);
    forum::held::pages::doors(doors);
    forum::lookout::pages::doors(doors);
    forum::members::pages::doors(doors);
    forum::quiet::pages::doors(doors);
    forum::reactions::pages::doors(doors);
    forum::replies::pages::doors(doors);
    forum::sanctions::pages::doors(doors);
    forum::screening::pages::doors(doors);
    forum::search::pages::doors(doors);
    forum::shelter::pages::doors(doors);
    forum::threads::pages::doors(doors);
    forum::turns::pages::doors(doors);
    forum::voices::pages::doors(doors);
    identity::accounts::pages::doors(doors);
    identity::affiliations::pages::doors(doors);
    identity::aliases::pages::doors(doors);
    identity::credentials::pages::doors(doors);
    identity::invitations::pages::doors(doors);
    identity::muted::pages::doors(doors);
    identity::passkeys::pages::doors(doors);
    identity::recovery::pages::doors(doors);
    identity::returns::pages::doors(doors);
    identity::sessions::pages::doors(doors);
    notify::caring::pages::doors(doors);
    notify::choices::pages::doors(doors);
    notify::inbox::pages::doors(doors);
    notify::mail::pages::doors(doors);
    notify::push::pages::doors(doors);
    days(doors);
    // Before cases, so that neither `/look/duty` nor `/look/pace` nor `/look/people` is one.
    federation::cases::pages::doors(doors);
    safety::pace::pages::doors(doors);
    safety::people::pages::doors(doors);
    safety::crisis::pages::doors(doors);
    safety::actions::pages::doors(doors);
    safety::circles::pages::doors(doors);
    safety::moves::pages::doors(doors);
    safety::openness::pages::doors(doors);
    safety::reports::pages::doors(doors);
    safety::terms::pages::doors(doors);
    support::oncall::pages::doors(doors);
    support::buddies::pages::doors(doors);
}

/// Of how somebody is, and of the days they lived.
fn days(doors: &mut Doors) {
    recovery::after::pages::doors(doors);
    recovery::checkins::pages::doors(doors);
    recovery::chips::pages::doors(doors);
    recovery::circle::pages::doors(doors);
    recovery::counters::pages::doors(doors);
    recovery::plans::pages::doors(doors);
    recovery::setbacks::pages::doors(doors);
}

fn for_programs(doors: &mut Doors) {
    api::doors(doors);
    admin::health::api::doors(doors);
    admin::helplines::api::doors(doors);
    admin::newcomers::api::doors(doors);
    admin::people::api::doors(doors);
    admin::settings::api::doors(doors);
    admin::setup::api::doors(doors);
    federation::cases::api::doors(doors);
    federation::peers::api::doors(doors);
    forum::drafts::api::doors(doors);
    forum::export::api::doors(doors);
    forum::feeds::api::doors(doors);
    forum::folds::api::doors(doors);
    forum::groups::api::doors(doors);
    forum::held::api::doors(doors);
    forum::lookout::api::doors(doors);
    forum::members::api::doors(doors);
    forum::quiet::api::doors(doors);
    forum::reactions::api::doors(doors);
    forum::replies::api::doors(doors);
    forum::sanctions::api::doors(doors);
    forum::screening::api::doors(doors);
    forum::search::api::doors(doors);
    forum::shelter::api::doors(doors);
    forum::threads::api::doors(doors);
    forum::turns::api::doors(doors);
    identity::accounts::api::doors(doors);
    identity::affiliations::api::doors(doors);
    identity::aliases::api::doors(doors);
    identity::credentials::api::doors(doors);
    identity::invitations::api::doors(doors);
    identity::muted::api::doors(doors);
    identity::passkeys::api::doors(doors);
    identity::sessions::api::doors(doors);
    notify::caring::api::doors(doors);
    notify::choices::api::doors(doors);
    notify::inbox::api::doors(doors);
    notify::mail::api::doors(doors);
    notify::push::api::doors(doors);
    recovery::after::api::doors(doors);
    recovery::checkins::api::doors(doors);
    recovery::chips::api::doors(doors);
    recovery::circle::api::doors(doors);
    recovery::counters::api::doors(doors);
    recovery::plans::api::doors(doors);
    recovery::setbacks::api::doors(doors);
    safety::crisis::api::doors(doors);
    safety::pace::api::doors(doors);
    safety::people::api::doors(doors);
    safety::actions::api::doors(doors);
    safety::circles::api::doors(doors);
    safety::moves::api::doors(doors);
    safety::openness::api::doors(doors);
    safety::reports::api::doors(doors);
    safety::terms::api::doors(doors);
    support::oncall::api::doors(doors);
    support::buddies::api::doors(doors);
    support::noticing::api::doors(doors);
    support::nudges::api::doors(doors);
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
