//! PostgreSQL's own tools make and read its backups; here they are called, with no password on a command line.

use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

use url::Url;

/// Writes the database to `target`, in pg_dump's own compressed form, and reads its table of contents back.
///
/// # Errors
/// A sentence, if the tool is not there or did not come to its end.
pub fn dump(address: &str, target: &Path) -> Result<(), String> {
    let mut dump = tool("pg_dump", address)?;
    dump.args(["--format=custom", "--no-owner", "--no-privileges", "--file"]).arg(target);
    let outcome = finish("pg_dump", dump)
        .and_then(|()| crate::db::backup::keep_private(target).map_err(|error| error.to_string()))
        .and_then(|()| readable(target));
    outcome.inspect_err(|_| drop(std::fs::remove_file(target)))
}

/// Puts a dump in place of what the database holds, all or nothing.
///
/// # Errors
/// A sentence; then the database is as it was.
pub fn restore(address: &str, source: &Path) -> Result<(), String> {
    readable(source)?;
    let name = name_in(&parse(address)?);
    let mut restore = tool("pg_restore", address)?;
    restore.args(["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction"]);
    restore.arg(format!("--dbname={name}")).arg(source);
    finish("pg_restore", restore)
}

/// Whether a file is a dump that can be read to its end.
fn readable(file: &Path) -> Result<(), String> {
    let mut list = Command::new("pg_restore");
    list.arg("--list").arg(file).stdout(Stdio::null());
    finish("pg_restore", list)
}

/// A tool that finds the server through its environment, where other people of the machine cannot read it.
fn tool(name: &str, address: &str) -> Result<Command, String> {
    let url = parse(address)?;
    let mut tool = Command::new(name);
    let decoded = |text: &str| {
        let escaped = text.replace('+', "%2B").replace('&', "%26").replace('=', "%3D");
        url::form_urlencoded::parse(escaped.as_bytes())
            .next()
            .map(|(text, _)| text.into_owned())
            .unwrap_or_default()
    };
    tool.env("PGDATABASE", name_in(&url)).env("PGCONNECT_TIMEOUT", "10");
    if let Some(host) = url.host_str() {
        tool.env("PGHOST", decoded(host));
    }
    if let Some(port) = url.port() {
        tool.env("PGPORT", port.to_string());
    }
    if !url.username().is_empty() {
        tool.env("PGUSER", decoded(url.username()));
    }
    if let Some(password) = url.password() {
        tool.env("PGPASSWORD", decoded(password));
    }
    for (key, value) in url.query_pairs() {
        match key.as_ref() {
            "host" => tool.env("PGHOST", value.as_ref()),
            "port" => tool.env("PGPORT", value.as_ref()),
            "user" => tool.env("PGUSER", value.as_ref()),
            "sslmode" => tool.env("PGSSLMODE", value.as_ref()),
            _ => &mut tool,
        };
    }
    Ok(tool)
}

fn parse(address: &str) -> Result<Url, String> {
    Url::parse(address).map_err(|_| "The database address cannot be read.".to_owned())
}

fn name_in(url: &Url) -> String {
    url.path().trim_start_matches('/').to_owned()
}

fn finish(name: &str, mut tool: Command) -> Result<(), String> {
    let outcome = tool
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .and_then(std::process::Child::wait_with_output);
    match outcome {
        Ok(ended) if ended.status.success() => Ok(()),
        Ok(ended) => {
            let why = String::from_utf8_lossy(&ended.stderr);
            Err(format!("{name} did not come to its end: {}", why.lines().next_back().unwrap_or_default()))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Err(format!(
            "{name} is not installed here. It comes with PostgreSQL's client tools; install them, or run it where they are."
        )),
        Err(error) => Err(format!("{name} cannot be run: {error}")),
    }
}
