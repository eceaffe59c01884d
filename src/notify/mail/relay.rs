//! The machine that carries mails on, spoken with in SMTP. Nothing is said to it but a greeting before the way there is private, and nothing
//! of what it answers is written down: it may hold an address.

use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::Error as Failed;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection as Line, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use url::Url;

use super::rules;
use crate::config::Settings;
use crate::kernel::{Error, Mailbox};

/// How long a goodbye may take.
const GOODBYE: Duration = Duration::from_secs(2);

/// How the way there is kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// From the first byte.
    Tls,
    /// Once it was greeted; a machine that cannot is not spoken with.
    StartTls,
    /// It never leaves this machine.
    Here,
}

/// Carries mails on.
pub struct Relay {
    host: String,
    port: u16,
    way: Way,
    signs_in: Option<Credentials>,
    hello: ClientId,
    from: Mailbox,
    timeout: Duration,
}

/// What came of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// It was taken.
    Taken,
    /// Nobody has that address.
    Nobody,
    /// It is not carried on, and asking again would not help.
    No,
    /// Not now.
    NotNow {
        /// Whether the machine itself is well.
        is_well: bool,
    },
}

/// Why nothing can be said to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Nobody answers there.
    #[error("does not answer")]
    Silent,
    /// It offers no private way, and one was asked for.
    #[error("offers no STARTTLS, so nothing is sent through it")]
    Open,
    /// The private way did not come about.
    #[error("could not be spoken with over TLS: its certificate does not fit, or it speaks none")]
    Tls,
    /// The name or the password is not taken.
    #[error("does not take the name and the password")]
    SignIn,
    /// It does not take the sender.
    #[error("does not take mails from the address in `mail.from`")]
    Sender,
}

impl Relay {
    /// As the settings say; none: there is no e-mail here.
    ///
    /// # Errors
    /// A fault: the settings are none.
    pub fn of(settings: &Settings) -> Result<Option<Self>, Error> {
        let mail = &settings.mail;
        if !mail.is_on() {
            return Ok(None);
        }
        let way = match mail.security.as_str() {
            "tls" => Way::Tls,
            "none" => Way::Here,
            _ => Way::StartTls,
        };
        let from = Mailbox::parse(&mail.from).ok_or_else(|| Error::other("mail.from is no address"))?;
        let own = Url::parse(&settings.server.origin()).ok();
        let own = own.and_then(|url| url.domain().map(str::to_owned));
        let secret = mail.password.get().filter(|_| !mail.user.is_empty());
        Ok(Some(Self {
            host: mail.host.clone(),
            port: mail.port,
            way,
            signs_in: secret.map(|secret| Credentials::new(mail.user.clone(), secret.to_owned())),
            hello: own.map_or_else(ClientId::default, ClientId::Domain),
            from,
            timeout: Duration::from_secs(u64::from(mail.timeout_s)),
        }))
    }

    /// Whom mails come from.
    #[must_use]
    pub const fn from(&self) -> &Mailbox {
        &self.from
    }

    /// Hands a mail over.
    pub async fn send(&self, to: &Mailbox, mail: &[u8]) -> Said {
        let mut line = None;
        let handed = tokio::time::timeout(self.timeout, self.hand_over(to, mail, &mut line)).await;
        // What was taken is taken, however slow the goodbye; whoever was too slow before gets none.
        if let (Ok(_), Some(line)) = (&handed, line) {
            close(line).await;
        }
        handed.unwrap_or(Said::NotNow { is_well: false })
    }

    /// Speaks with the machine as far as one does before there is a mail, for whoever sets it up.
    ///
    /// # Errors
    /// What went wrong.
    pub async fn greet(&self) -> Result<(), Trouble> {
        let greeted = tokio::time::timeout(self.timeout, async {
            let mut line = self.open().await?;
            let sender = self.name_sender(&mut line).await;
            close(line).await;
            sender
        });
        greeted.await.unwrap_or(Err(Trouble::Silent))
    }

    async fn hand_over(&self, to: &Mailbox, mail: &[u8], kept: &mut Option<Line>) -> Said {
        let broken = Said::NotNow { is_well: false };
        let Ok(to) = to.as_str().parse::<Address>() else { return Said::No };
        let line = match self.open().await {
            Ok(line) => kept.insert(line),
            Err(trouble) => {
                tracing::warn!(%trouble, "the machine that carries mails");
                return broken;
            }
        };
        if let Err(trouble) = self.name_sender(line).await {
            tracing::warn!(%trouble, "the machine that carries mails");
            return broken;
        }
        if let Err(failed) = line.command(Rcpt::new(to, Vec::new())).await {
            return code(&failed).map_or(broken, |code| rules::of_recipient(code, &words(&failed)));
        }
        if let Err(failed) = line.command(Data).await {
            return of_words(&failed);
        }
        line.message(mail).await.map_or_else(|failed| of_words(&failed), |_| Said::Taken)
    }

    async fn name_sender(&self, line: &mut Line) -> Result<(), Trouble> {
        let from = self.from.as_str().parse::<Address>().map_err(|_| Trouble::Sender)?;
        let taken = line.command(Mail::new(Some(from), Vec::new())).await;
        taken
            .map(drop)
            .map_err(|failed| if code(&failed).is_some() { Trouble::Sender } else { Trouble::Silent })
    }

    /// Greets the machine, makes the way private, and signs in.
    async fn open(&self) -> Result<Line, Trouble> {
        let server = (self.host.as_str(), self.port);
        let private = match self.way {
            Way::Tls => Some(self.tls()?),
            Way::StartTls | Way::Here => None,
        };
        let opened = Line::connect_tokio1(server, Some(self.timeout), &self.hello, private, None).await;
        let mut line =
            opened.map_err(|failed| if failed.is_tls() { Trouble::Tls } else { Trouble::Silent })?;
        if self.way == Way::StartTls {
            if !line.can_starttls() {
                line.abort().await;
                return Err(Trouble::Open);
            }
            line.starttls(self.tls()?, &self.hello).await.map_err(|_| Trouble::Tls)?;
        }
        if self.way != Way::Here && !line.is_encrypted() {
            return Err(Trouble::Open);
        }
        if let Some(own) = &self.signs_in {
            let signed = line.auth(&[Mechanism::Plain, Mechanism::Login], own).await;
            if signed.is_err() {
                line.abort().await;
                return Err(Trouble::SignIn);
            }
        }
        Ok(line)
    }

    fn tls(&self) -> Result<TlsParameters, Trouble> {
        TlsParameters::new(self.host.clone()).map_err(|_| Trouble::Tls)
    }
}

/// Says goodbye, and does not wait long for an answer.
async fn close(mut line: Line) {
    let _ = tokio::time::timeout(GOODBYE, line.abort()).await;
}

/// The number of a refusal.
fn code(failed: &Failed) -> Option<u16> {
    failed.status().and_then(|code| code.to_string().parse().ok())
}

/// The words behind it. For [`rules`] alone.
fn words(failed: &Failed) -> String {
    std::error::Error::source(failed).map(ToString::to_string).unwrap_or_default()
}

fn of_words(failed: &Failed) -> Said {
    match code(failed) {
        Some(500..) => Said::No,
        Some(_) => Said::NotNow { is_well: true },
        None => Said::NotNow { is_well: false },
    }
}
