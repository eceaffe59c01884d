//! Where the server listens, what it is called from outside, and where it keeps things.

use std::net::SocketAddr;
use std::path::PathBuf;

use crate::db::DatabaseUrl;
use crate::kernel::Secret;

crate::settings! { "",
    /// Where the server listens, what it is called from outside, and where it keeps things.
    pub struct Server {
        /// Address and port for browsers. Put a reverse proxy with TLS in front before others can reach it.
        pub listen: String = "127.0.0.1:8080".to_owned(),

        /// Folder for everything kept on disk. Made if it is not there, readable by its owner only.
        pub data: PathBuf = PathBuf::from("data"),

        /// Folder of the key ring, which opens what the database holds sealed. Keep it where no copy of the database goes.
        /// Several servers with one database share it. Empty: `keys` in the data folder.
        pub keys: PathBuf = PathBuf::new(),

        /// `postgres://…` to keep the community in PostgreSQL. Empty: SQLite, in the data folder.
        pub database_url: SecretText = SecretText::default(),

        /// The address people type, such as `https://porch.example`. Links, passkeys and cookies depend on it:
        /// change it only before anybody has come in. Empty: `http://` and the listen address.
        pub public_url: String = String::new(),

        /// Address and port for Prometheus, such as `127.0.0.1:9090`. Empty: no metrics. Keep it private.
        pub metrics_listen: String = String::new(),

        /// Threads that read the database (SQLite), or connections to PostgreSQL. 0: chosen from the machine.
        pub database_threads: u16 = 0,

        /// Threads that answer requests. 0: one a core.
        pub workers: u16 = 0,

        /// Whether a reverse proxy on this machine names the far address in `X-Forwarded-For`.
        ///
        /// Only used for limits, in memory, cut to a network; never written down.
        pub trust_proxy: bool = true,

        /// How much is logged: `error`, `warn`, `info` or `debug`. No level logs names, addresses or words.
        pub log: String = "info".to_owned(),
    }
}

/// A text that may hold a password: read like any text, never printed.
#[derive(Debug, Clone, Default)]
pub struct SecretText(Option<Secret<String>>);

impl SecretText {
    /// The text, if there is one.
    #[must_use]
    pub fn get(&self) -> Option<&str> {
        self.0.as_ref().map(|secret| secret.expose().as_str())
    }
}

impl<'de> serde::Deserialize<'de> for SecretText {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok(Self(if text.is_empty() { None } else { Some(Secret::new(text)) }))
    }
}

impl serde::Serialize for SecretText {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(if self.0.is_some() { "…" } else { "" })
    }
}

impl Server {
    /// Which database to open.
    ///
    /// # Errors
    /// A sentence, if the address is neither PostgreSQL's nor a file's.
    pub fn database(&self) -> Result<DatabaseUrl, String> {
        match self.database_url.get() {
            Some(url) => DatabaseUrl::parse(url),
            None => Ok(DatabaseUrl::Sqlite(self.data.join("hearthside.sqlite"))),
        }
    }

    /// The folder of the key ring.
    #[must_use]
    pub fn keys(&self) -> PathBuf {
        if self.keys.as_os_str().is_empty() { self.data.join("keys") } else { self.keys.clone() }
    }

    /// The address people type, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> String {
        if self.public_url.is_empty() {
            format!("http://{}", self.listen)
        } else {
            self.public_url.trim_end_matches('/').to_owned()
        }
    }

    pub(super) fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        if self.listen.parse::<SocketAddr>().is_err() {
            wrong.push("listen: expected an address and a port, such as 127.0.0.1:8080".to_owned());
        }
        if !self.metrics_listen.is_empty() && self.metrics_listen.parse::<SocketAddr>().is_err() {
            wrong.push("metrics_listen: expected an address and a port, or nothing".to_owned());
        }
        if let Err(why) = self.database() {
            wrong.push(format!("database_url: {why}"));
        }
        wrong.extend(self.wrong_origin().map(|why| format!("public_url: {why}")));
        if !["error", "warn", "info", "debug"].contains(&self.log.as_str()) {
            wrong.push("log: expected error, warn, info or debug".to_owned());
        }
        wrong
    }

    fn wrong_origin(&self) -> Option<&'static str> {
        if self.public_url.is_empty() {
            return None;
        }
        let Ok(url) = url::Url::parse(&self.public_url) else {
            return Some("expected https:// and a host name");
        };
        let host = url.host_str().unwrap_or_default();
        let is_local =
            host == "localhost" || host.ends_with(".localhost") || host == "127.0.0.1" || host == "[::1]";
        let is_onion = host.rsplit('.').next() == Some("onion");
        match url.scheme() {
            "https" => {}
            "http" if is_local || is_onion => {}
            "http" => return Some("expected https://; over http anybody on the way could read along"),
            _ => return Some("expected https://"),
        }
        if url.path() != "/" || url.query().is_some() || !url.username().is_empty() {
            return Some("expected no path, question mark or name in it");
        }
        None
    }
}
