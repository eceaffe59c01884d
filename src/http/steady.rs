//! A handler that panics is one answer lost, not a connection: the reader gets a page.

use std::panic::AssertUnwindSafe;

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use futures_util::FutureExt as _;

use crate::kernel::Error;

/// Stands around each door. Nothing of the unfinished request is used again: its transaction has rolled back.
///
/// # Errors
/// What the door itself could not answer.
pub async fn steady(
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, actix_web::Error> {
    // A second handle is safe here and only here: the router has done its part.
    let again = request.request().clone();
    match AssertUnwindSafe(next.call(request)).catch_unwind().await {
        Ok(answer) => answer,
        Err(_) => Ok(ServiceResponse::from_err(Error::other("a door panicked"), again)),
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::StatusCode;
    use actix_web::middleware::from_fn;
    use actix_web::{App, HttpResponse, test, web};

    #[actix_web::test]
    async fn a_panic_is_answered_and_the_next_request_is_served() {
        let door =
            web::resource("/{way}").wrap(from_fn(super::steady)).to(|way: web::Path<String>| async move {
                assert_ne!(*way, "down", "a thing that must not happen");
                HttpResponse::Ok().finish()
            });
        let app = test::init_service(App::new().service(door)).await;
        for (path, status) in [("/down", StatusCode::INTERNAL_SERVER_ERROR), ("/up", StatusCode::OK)] {
            let request = test::TestRequest::get().uri(path).to_request();
            assert_eq!(test::call_service(&app, request).await.status(), status, "{path}");
        }
    }
}
