//! Giving an address, saying yes to it and ending it, in the browser.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::{Own, Refusal};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::{Error, Language, Mailbox, Token};
use crate::notify::mail;
use crate::page;
use crate::ui::{self, Door, Faults, Shell};

const PAGE: &str = "/you/notices/mail";

/// The doors of mail.
pub fn doors(doors: &mut Doors) {
    doors.get("/you/notices/mail", Who::Member, show);
    doors.post("/you/notices/mail", Who::Member, give);
    doors.post("/you/notices/mail/off", Who::Member, take_back);
    doors.get("/mail/yes/{token}", Who::Member, ask);
    doors.post("/mail/yes/{token}", Who::Member, say_yes);
    doors.get("/mail/off/{token}", Who::Visitor, offer_end);
    doors.post("/mail/off/{token}", Who::Visitor, end);
}

page! { "notify/mail/show.html",
    /// The address a member gave, or a form for one.
    pub struct Show { own: Option<Own>, is_offered: bool, fields: Fields, faults: Faults }
}

page! { "notify/mail/yes.html",
    /// Whether an address is right.
    pub struct Yes { url: String }
}

page! { "notify/mail/off.html",
    /// The end of mails, for whoever holds one.
    pub struct Off { url: String, is_over: bool }
}

/// `GET /you/notices/mail`: absent where there is no e-mail and no address was given.
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let page = load(&app, &member, ui).await?;
    if page.is_offered || page.own.is_some() { ui::answer(&page) } else { Err(Error::Absent) }
}

/// `POST /you/notices/mail`
pub async fn give(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let language = ui.words.language();
    match put(&app, &member, fields.one("address"), language).await {
        Ok(()) => Ok(see_other(PAGE)),
        Err(error) => {
            let (status, faults) = Faults::mend_as(&ui, error)?;
            let page = load(&app, &member, ui).await?;
            again(status, Show { fields, faults, ..page })
        }
    }
}

fn again(status: StatusCode, page: Show) -> Answer {
    ui::with_status(status, &page)
}

/// `POST /you/notices/mail/off`
pub async fn take_back(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    let keys = app.keys().clone();
    app.write(move |tx| mail::remove(tx, &member, &keys)).await?;
    let rest = if is_offered(&app) { PAGE } else { "/you/notices" };
    Ok(see_other(rest))
}

/// `GET /mail/yes/{token}`: a look changes nothing, whoever or whatever opens links before their reader does.
pub async fn ask(app: Data<App>, member: Member, ui: Shell, token: Path<String>) -> Answer {
    let (token, url) = read(&token, "yes")?;
    let (keys, today) = (app.keys().clone(), ui.now.day());
    app.read(move |db| mail::is_asked(db, &member, &keys, &token, today)).await?;
    ui::answer(&Yes { ui: ui.at(Door::You), url })
}

/// `POST /mail/yes/{token}`
pub async fn say_yes(app: Data<App>, member: Member, token: Path<String>, _fields: Fields) -> Answer {
    let (token, _) = read(&token, "yes")?;
    confirm(&app, &member, token).await?;
    Ok(see_other(PAGE))
}

/// `GET /mail/off/{token}`: the same for every link, so that none says whether it is of use.
pub async fn offer_end(ui: Shell, token: Path<String>) -> Answer {
    let (_, url) = read(&token, "off")?;
    ui::answer(&Off { ui, url, is_over: false })
}

/// `POST /mail/off/{token}`: from that page, or from a mail program that was pressed once (RFC 8058), which bears no form's token and needs
/// none: whoever holds the link holds a mail.
pub async fn end(app: Data<App>, ui: Shell, token: Path<String>) -> Answer {
    let (token, url) = read(&token, "off")?;
    let keys = app.keys().clone();
    app.write(move |tx| mail::end(tx, &keys, &token)).await?;
    ui::answer(&Off { ui, url, is_over: true })
}

fn read(token: &str, what: &str) -> Result<(Token, String), Error> {
    let token = Token::parse(token).ok_or(Error::Absent)?;
    let url = format!("/mail/{what}/{}", token.expose());
    Ok((token, url))
}

async fn load(app: &App, member: &Member, ui: Shell) -> Result<Show, Error> {
    let own = own(app, member).await?;
    let (fields, faults) = (Fields::default(), Faults::default());
    Ok(Show { ui: ui.at(Door::You), own, is_offered: is_offered(app), fields, faults })
}

/// Whether there is e-mail here.
pub(super) fn is_offered(app: &App) -> bool {
    app.mail().relay.is_some()
}

/// The member's own address.
pub(super) async fn own(app: &App, member: &Member) -> Result<Option<Own>, Error> {
    let (viewer, keys, today) = (member.viewer(), app.keys().clone(), app.clock().now().day());
    app.read(move |db| mail::own(db, &viewer, &keys, today)).await
}

/// Takes an address from a member.
pub(super) async fn put(app: &App, member: &Member, typed: &str, language: Language) -> Result<(), Error> {
    if !is_offered(app) {
        return Err(Error::Absent);
    }
    let address = Mailbox::parse(typed).ok_or(Refusal::Address)?;
    app.throttle().address(member.person.face)?;
    let is_asked = app.throttle().may_ask(address.as_str());
    let (signed, keys) = (member.clone(), app.keys().clone());
    app.write(move |tx| mail::put(tx, &signed, &keys, (&address, language), is_asked)).await
}

/// The member's address says yes.
pub(super) async fn confirm(app: &App, member: &Member, token: Token) -> Result<(), Error> {
    let (signed, keys) = (member.clone(), app.keys().clone());
    app.write(move |tx| mail::confirm(tx, &signed, &keys, &token)).await
}
