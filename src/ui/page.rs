//! `page!`: a page is a struct with a template; what is not a field cannot be shown.

use std::sync::atomic::{AtomicUsize, Ordering};

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};

use super::Shell;
use crate::http::Answer;
use crate::http::answer::fresh;
use crate::kernel::Error;

/// How long caches may keep a page of the open web, in seconds.
const OPEN_WEB_S: u32 = 30;

/// What `page!` makes.
pub trait Page: askama::Template {
    /// The shell around it.
    fn shell(&self) -> &Shell;

    /// How long this page was when it was last rendered, in bytes: the next is about as long, and need not grow there.
    fn last_length() -> &'static AtomicUsize;
}

/// Declares a page: its template's path, then a struct of what it shows. The field `ui` is added.
#[macro_export]
macro_rules! page {
    ($path:literal, $(#[$doc:meta])* pub struct $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(askama::Template)]
        #[template(path = $path, config = ".config/askama.toml")]
        pub struct $name {
            /// The shell around it.
            pub ui: $crate::ui::Shell,
            $($(#[$fdoc])* pub $field: $type,)*
        }

        impl $crate::ui::Page for $name {
            fn shell(&self) -> &$crate::ui::Shell {
                &self.ui
            }

            fn last_length() -> &'static std::sync::atomic::AtomicUsize {
                static LAST: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
                &LAST
            }
        }
    };
}

/// Renders a page as a 200.
///
/// # Errors
/// A fault, if the template could not be rendered.
pub fn answer<P: Page>(page: &P) -> Answer {
    with_status(StatusCode::OK, page)
}

/// Renders a page with a status.
///
/// # Errors
/// A fault, if the template could not be rendered.
pub fn with_status<P: Page>(status: StatusCode, page: &P) -> Answer {
    let shell = page.shell();
    let last = P::last_length().load(Ordering::Relaxed);
    let mut html = String::with_capacity(last.saturating_add(last / 8).max(P::SIZE_HINT));
    page.render_into(&mut html).map_err(Error::other)?;
    P::last_length().store(html.len(), Ordering::Relaxed);
    let mut response = HttpResponse::build(status);
    response
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((header::CONTENT_LANGUAGE, shell.words.language().code()))
        .insert_header((header::VARY, "Cookie, Accept-Language"));
    if shell.is_open_web && !shell.is_signed_in() && status == StatusCode::OK {
        if shell.house.is_indexed {
            response.insert_header(("x-robots-tag", "all"));
        }
        return Ok(fresh(response, html, shell.known.as_deref(), OPEN_WEB_S));
    }
    Ok(response.body(html))
}

/// Renders a form again, with faults in it: 422 (RFC 9110, 15.5.21).
///
/// # Errors
/// A fault, if the template could not be rendered.
pub fn refused<P: Page>(page: &P) -> Answer {
    with_status(StatusCode::UNPROCESSABLE_ENTITY, page)
}
