//! `hearthside ping`: whether the server of these settings is alive; for containers that have no curl.

use std::io::{Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::time::Duration;

use crate::config::Settings;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(3);

/// Asks `/healthz` of the listen address.
///
/// # Errors
/// A sentence, if nobody answers or the answer is not 200.
pub fn run(settings: &Settings) -> Result<(), String> {
    let listen = &settings.server.listen;
    let at = listen.parse::<SocketAddr>().map_err(|_| format!("{listen} is no address"))?;
    let answer = ask(reachable(at)).map_err(|error| format!("Nobody answers at {listen}: {error}"))?;
    if answer.starts_with("HTTP/1.1 200") {
        Ok(())
    } else {
        Err(format!("The server at {listen} is not well."))
    }
}

fn ask(at: SocketAddr) -> std::io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&at, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    write!(stream, "GET /healthz HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n\r\n")?;
    let mut head = [0; 12];
    stream.read_exact(&mut head)?;
    Ok(String::from_utf8_lossy(&head).into_owned())
}

/// "Every address" is no address to call.
fn reachable(at: SocketAddr) -> SocketAddr {
    let ip = match at.ip() {
        ip if !ip.is_unspecified() => ip,
        IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
    };
    SocketAddr::new(ip, at.port())
}
