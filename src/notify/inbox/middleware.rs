//! The dot on "You": whether something happened that a member has not seen, looked up once for each page.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{HttpMessage as _, web};

use crate::app::App;
use crate::http::viewer;
use crate::notify::inbox;
use crate::policy::Viewer;
use crate::ui::shell::HasNews;

/// Leaves the answer where pages find it. A page without the dot is better than none, so a fault is passed over.
///
/// # Errors
/// Never of its own.
pub async fn look(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse, actix_web::Error> {
    let signed = viewer::signed(request.request()).filter(|_| is_page(&request));
    if let (Some(app), Some(signed)) = (request.app_data::<web::Data<App>>().cloned(), signed) {
        let viewer = Viewer::Person(signed.person.clone());
        let has_news = app.read(move |db| inbox::has_news(db, &viewer)).await.unwrap_or(false);
        request.extensions_mut().insert(HasNews(has_news));
    }
    next.call(request).await
}

/// Forms are answered with a page only when something has to change; the dot can wait until the next look.
fn is_page(request: &ServiceRequest) -> bool {
    let path = request.path();
    request.method() == Method::GET && !["/api/", "/static/"].iter().any(|other| path.starts_with(other))
}
