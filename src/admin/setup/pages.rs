//! Set-up in the browser: one question a page, saved as the host goes.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::{Code, Refusal, STARTERS, Starter, Step};
use crate::admin::helplines::{self, Helpline};
use crate::admin::settings::{self, Community, forms};
use crate::admin::setup;
use crate::app::App;
use crate::db::{Db, Tx};
use crate::forum::groups::{self, Advice, Aliases, Joining, Plan, Shape, ShortName};
use crate::http::limits::Bucket;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::invitations::{self, Days, Offer, Uses};
use crate::identity::names::Name;
use crate::identity::{credentials, names, sessions};
use crate::kernel::{Bounded, Error, Language, Token};
use crate::page;
use crate::policy::{self, Action, Reach, Viewer};
use crate::ui::{self, Faults, Shell, urls};

/// The doors of set-up.
pub fn doors(doors: &mut Doors) {
    doors.get("/host/setup", Who::Visitor, resume);
    doors.get("/host/setup/{step}", Who::Visitor, show);
    doors.post("/host/setup/{step}", Who::Visitor, save);
}

page! { "admin/setup/claim.html",
    /// The code, and a name for the host.
    pub struct Claim { fields: Fields, faults: Faults }
}

page! { "admin/setup/step.html",
    /// One question.
    pub struct Question {
        step: Step,
        community: Community,
        numbers: Vec<Helpline>,
        groups: Vec<String>,
        fields: Fields,
        faults: Faults,
    }
}

impl Question {
    /// "Question 2 of 10".
    #[must_use]
    pub fn place(&self) -> String {
        let (at, all) = self.step.place();
        self.ui.t2("setup-place", ("n", at), ("all", all))
    }

    /// The groups one may begin with.
    #[must_use]
    pub fn starters(&self) -> &'static [Starter] {
        STARTERS
    }

    /// Whether a starter is ticked: as is usual, until some group is there.
    #[must_use]
    pub fn is_ticked(&self, starter: &Starter) -> bool {
        if self.groups.is_empty() { starter.is_usual } else { self.fields.has("group", starter.name) }
    }
}

/// `GET /host/setup`
pub async fn resume(app: Data<App>, viewer: Viewer) -> Answer {
    match app.read(setup::step).await? {
        Step::Done => over(&viewer),
        step => Ok(see_other(&step.url())),
    }
}

/// Once the doors are open, set-up is over: hosts go to their page, and for others there is nothing here.
fn over(viewer: &Viewer) -> Answer {
    policy::may_in_community(viewer, Action::ManageCommunity).map_err(|_| Error::Absent)?;
    Ok(see_other("/host"))
}

/// `GET /host/setup/{step}`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell, step: Path<String>) -> Answer {
    let step = Step::parse(&step).filter(|step| *step != Step::Done).ok_or(Error::Absent)?;
    let reached = app.read(setup::step).await?;
    if reached == Step::Done {
        return over(&viewer);
    }
    if step == Step::Claim && reached == Step::Claim {
        return ui::answer(&Claim { ui, fields: Fields::default(), faults: Faults::default() });
    }
    if step == Step::Claim && !viewer.is_signed_in() {
        return Err(Refusal::Claimed.into());
    }
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    if step > reached || step == Step::Claim {
        return Ok(see_other(&reached.url()));
    }
    let question = question(&app, &viewer, ui, step).await?;
    let fields = if step == Step::Rules { rules(&question) } else { forms::filled(&question.community) };
    ui::answer(&Question { fields, ..question })
}

/// `POST /host/setup/{step}`
pub async fn save(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    (step, request): (Path<String>, HttpRequest),
    fields: Fields,
) -> Answer {
    let step = Step::parse(&step).filter(|step| *step != Step::Done).ok_or(Error::Absent)?;
    if app.read(setup::step).await? == Step::Done {
        return over(&viewer);
    }
    if step == Step::Claim {
        return claim(&app, ui, &request, fields).await;
    }
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let words = Starts::of(&ui, &fields);
    let helper =
        Helper { label: ui.t("setup-keeper-link").into_owned(), token: Token::parse(fields.one("once")) };
    let (sent, by) = (fields.clone(), viewer.clone());
    let wrong = match answer(step, &sent) {
        Ok(given) => {
            let saved = app.write(move |tx| given.save(tx, &by, step, (&words, &helper))).await;
            app.forget_house();
            match saved {
                Ok(place) => return Ok(see_other(&place)),
                Err(error) => Faults::mend(&ui, error)?,
            }
        }
        Err(wrong) => wrong.faults(&ui),
    };
    let question = question(&app, &viewer, ui, step).await?;
    ui::refused(&Question { fields, faults: wrong, ..question })
}

async fn claim(app: &App, ui: Shell, request: &HttpRequest, fields: Fields) -> Answer {
    app.throttle().network(Bucket::Returns, request)?;
    let mut faults = Faults::default();
    let code = faults.take(&ui, "code", Code::parse(fields.one("code")).ok_or(Refusal::CodeWrong));
    let name = faults.take(&ui, "name", names::check(fields.one("name")));
    let (Some(code), Some(name)) = (code, name) else {
        return ui::refused(&Claim { ui, fields, faults });
    };
    match begin(app, code, name).await {
        Ok(token) => {
            let then = urls::segment(&Step::Name.url());
            let mut answer: HttpResponse = see_other(&format!("/hello/words?then={then}"));
            let cookie = sessions::cookie(&token, sessions::Staying::Own);
            answer.add_cookie(&cookie).map_err(Error::other)?;
            Ok(answer)
        }
        Err(Error::Refused(refusal)) if refusal.code() == "setup-claimed" => Err(Error::Refused(refusal)),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            ui::refused(&Claim { ui, fields, faults })
        }
    }
}

/// Makes the holder of the code the host, with words that are shown next.
async fn begin(app: &App, code: Code, name: Name) -> Result<Token, Error> {
    let asked = code.clone();
    app.read(move |db| setup::fits(db, &asked)).await?;
    let (words, derived) = credentials::fresh_words(app).await?;
    let (account, token) = app
        .write(move |tx| {
            let arrival = setup::claim(tx, &code, &name)?;
            let secret = credentials::begin(tx, arrival.account, &derived)?;
            Ok((arrival.account, sessions::start(tx, arrival.account, &secret, sessions::Staying::Own)?))
        })
        .await?;
    app.identity().new_words.put(account, words, app.clock().now());
    Ok(token)
}

/// An answer that fits, ready to be kept.
enum Given {
    About(settings::About),
    Entrance(settings::Entrance),
    Pages(settings::Text),
    Discretion(settings::Discretion),
    QuietHours(bool),
    Groups,
    Nothing,
    Open,
}

/// The words of the groups that were ticked, in the host's language.
struct Starts(Vec<(Starter, String, String)>);

impl Starts {
    fn of(ui: &Shell, fields: &Fields) -> Self {
        let ticked = STARTERS.iter().filter(|starter| fields.has("group", starter.name));
        Self(
            ticked
                .map(|starter| {
                    let title = ui.t(&starter.title()).into_owned();
                    let purpose = ui.t(&starter.purpose()).into_owned();
                    (*starter, title, purpose)
                })
                .collect(),
        )
    }
}

fn answer(step: Step, fields: &Fields) -> Result<Given, forms::Wrong> {
    Ok(match step {
        Step::Name => Given::About(forms::about(fields)?),
        Step::Doors => Given::Entrance(forms::entrance(fields)?),
        Step::Keepers => Given::QuietHours(forms::keepers(fields)?),
        Step::Rules => Given::Pages(forms::rules(fields)?),
        Step::Neutral => Given::Discretion(forms::discretion(fields)?),
        Step::Groups => Given::Groups,
        Step::Helplines | Step::Neighbours | Step::Claim | Step::Done => Given::Nothing,
        Step::Check => Given::Open,
    })
}

impl Given {
    /// Keeps it; what comes back is where the host goes on.
    fn save(
        &self,
        tx: &mut Tx<'_>,
        viewer: &Viewer,
        step: Step,
        (starts, helper): (&Starts, &Helper),
    ) -> Result<String, Error> {
        match self {
            Self::About(about) => {
                settings::describe(tx, viewer, about)?;
                helplines::suggest(tx, viewer, about.country.as_str())?;
            }
            Self::Entrance(entrance) => settings::set_entrance(tx, viewer, *entrance)?,
            Self::QuietHours(accepts) => settings::set_quiet_hours(tx, viewer, *accepts)?,
            Self::Pages(text) => settings::write_rules(tx, viewer, text)?,
            Self::Discretion(discretion) => settings::be_discreet(tx, viewer, discretion)?,
            Self::Groups => starts.begin(tx, viewer)?,
            Self::Nothing => {}
            Self::Open => {
                setup::open(tx, viewer)?;
                return helper.invite(tx, viewer);
            }
        }
        setup::advance(tx, viewer, step).map(|_| step.next().url())
    }
}

/// The link for whoever will look after people too.
struct Helper {
    label: String,
    token: Option<Token>,
}

impl Helper {
    /// Makes the link, if the host said that there will be somebody; it is shown where the host goes next.
    fn invite(&self, tx: &mut Tx<'_>, viewer: &Viewer) -> Result<String, Error> {
        let community = settings::community(tx)?.ok_or(Refusal::Unfinished)?;
        if community.quiet_hours || community.doors == settings::Doors::Closed {
            return Ok("/host".to_owned());
        }
        let (label, uses, days) = (Bounded::parse(&self.label)?, Uses::parse("1")?, Days::parse("14")?);
        let offer = Offer { group: None, label, uses, days, token: self.token.clone() };
        let made = invitations::make(tx, viewer, &offer)?;
        Ok(format!("/i/{}", made.token.expose()))
    }
}

impl Starts {
    /// Starts the groups that are not there yet, with the host as their steward.
    fn begin(&self, tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
        for (starter, title, purpose) in &self.0 {
            if groups::find_by_name(tx, viewer, starter.name).is_ok() {
                continue;
            }
            groups::start(tx, viewer, &plan(starter, title, purpose)?)?;
        }
        Ok(())
    }
}

/// A starter group as its host would have asked for it.
fn plan(starter: &Starter, title: &str, purpose: &str) -> Result<Plan, Error> {
    let is_closed = starter.ceiling == Reach::Group;
    let shape = Shape {
        title: Bounded::parse(title)?,
        purpose: Bounded::parse(purpose)?,
        pathways: Vec::new(),
        topics: Vec::new(),
        values: Bounded::parse("")?,
        rules: Bounded::parse("")?,
        advice: Advice::WhenAsked,
        joining: if is_closed { Joining::Ask } else { Joining::Open },
        listed: Reach::Community,
        ceiling: starter.ceiling,
        reach: if is_closed { Reach::Group } else { Reach::Community },
        aliases: Aliases::Off,
        keeps: None,
        followers: None,
        crosstalk: None,
    };
    let name = Some(ShortName::parse(starter.name)?);
    Ok(Plan { shape, name, language: Language::En.code().to_owned(), steward: None, once: None })
}

/// The lines a host wrote, or five to begin with.
fn rules(question: &Question) -> Fields {
    let written = &question.community.how_we_talk;
    let suggested = ["setup-rule-1", "setup-rule-2", "setup-rule-3", "setup-rule-4", "setup-rule-5"];
    let lines: Vec<String> = if written.is_empty() {
        suggested.into_iter().map(|key| question.ui.t(key).into_owned()).collect()
    } else {
        written.lines().map(|line| line.trim_start_matches("- ").to_owned()).collect()
    };
    (1..).zip(lines).take(5).map(|(number, line)| (format!("rule{number}"), line)).collect()
}

async fn question(app: &App, viewer: &Viewer, ui: Shell, step: Step) -> Result<Question, Error> {
    let viewer = viewer.clone();
    let (community, numbers, groups) = app.read(move |db| standing(db, &viewer)).await?;
    let (fields, faults) = (Fields::default(), Faults::default());
    Ok(Question { ui, step, community, numbers, groups, fields, faults })
}

fn standing(db: &mut Db, viewer: &Viewer) -> Result<(Community, Vec<Helpline>, Vec<String>), Error> {
    let community = settings::community(db)?.ok_or(Refusal::Unfinished)?;
    let numbers = helplines::by_country(db, &community.country)?;
    let groups = crate::admin::groups::titles(db, viewer)?;
    Ok((community, numbers, groups))
}
