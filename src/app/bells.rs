//! What rings in this process once a commit is safe, and the one client as those below know it.

use tokio::sync::Notify;
use url::Url;

use super::App;
use crate::db::{Wake, notify as bell};
use crate::federation::delivery::LETTERS;
use crate::notify::mail::{self, MAILS};
use crate::notify::push::{self, Answer, Parcel, RINGS};

impl App {
    /// Rings when letters to other communities may wait.
    #[must_use]
    pub fn letters(&self) -> &Notify {
        &self.0.letters
    }

    /// What is kept in memory of devices that are told.
    #[must_use]
    pub fn push(&self) -> &push::Memory {
        &self.0.push
    }

    /// What is kept in memory of mails, and the machine that carries them.
    #[must_use]
    pub fn mail(&self) -> &mail::Memory {
        &self.0.mail
    }

    /// Tells whoever waits in this process, once a commit is safe.
    pub(super) fn wake(&self, wakes: &[Wake]) {
        self.0.live.wake(wakes);
        if wakes.iter().any(|wake| wake.subject.0 == LETTERS) {
            self.0.letters.notify_one();
        }
        if wakes.iter().any(|wake| wake.subject.0 == RINGS) {
            self.0.push.bell.notify_one();
        }
        if wakes.iter().any(|wake| wake.subject.0 == MAILS) {
            self.0.mail.bell.notify_one();
        }
    }

    /// Hears for ever of letters that other processes wrote, where several share one PostgreSQL.
    pub async fn hear_of_letters(self) {
        if let Ok(url) = self.0.settings.server.database() {
            bell::hear(&url, LETTERS, || self.0.letters.notify_one()).await;
        }
    }

    /// Makes the key that push services are shown, where there is none yet. Without it nothing else is worse.
    pub(super) async fn begin_push(&self) {
        if let Err(error) = push::public_key(self).await {
            tracing::warn!(%error, "there is no key for push yet");
        }
    }

    /// Whether a device's service is one that would be asked: https and a public name, as for everything that goes out.
    #[must_use]
    pub fn may_send_push(&self, to: &Url) -> bool {
        self.0.federation.client.allows(to).is_ok()
    }

    /// Sends one push, and says what its service answered.
    pub async fn send_push(&self, parcel: Parcel) -> Answer {
        let said = self.0.federation.client.push(&parcel.url, &parcel.headers, parcel.body).await;
        match said {
            Ok(said) => Answer { status: Some(said.status), retry_after_s: said.retry_after_s },
            Err(_) => Answer { status: None, retry_after_s: None },
        }
    }
}
