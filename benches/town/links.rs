//! How communities speak with each other: whole servers in this process, over loopback, with keys, queues and signatures as they
//! are; and puppets that sign, take and count. Each figure stands beside its floor, or beside the same without what may slow it.

mod puppet;
mod town;

use std::time::{Duration, Instant};

use hearthside::federation::signature::{self, Form, Head, PublicKey, Request, SigningKey};
use hearthside::kernel::Moment;
use serde::Serialize;
use url::Url;

use super::Folder;
use puppet::Puppet;
use town::Town;

/// Communities that send at the same time, and callers of each.
const SENDERS: usize = 8;
const CALLERS: usize = 2;
/// How long a floor is measured.
const FLOOR: Duration = Duration::from_secs(2);
/// After this, what has not come will not.
const LONGEST: Duration = Duration::from_mins(10);

/// One line of the table.
#[derive(Serialize)]
struct Line {
    what: &'static str,
    figure: f64,
    unit: &'static str,
    beside: String,
}

/// How much of everything.
struct Sizes {
    letters: usize,
    hosts: usize,
    posts: usize,
    known: usize,
}

/// Measures all of it, prints one table and writes one file.
pub fn measure(words: &[String]) {
    let after = |name: &str, usual: usize| {
        let at = words.iter().position(|word| word == name);
        at.and_then(|at| words.get(at + 1)).map_or(usual, |number| number.parse().expect("a number"))
    };
    let sizes = Sizes {
        letters: after("--letters", 2_000),
        hosts: after("--hosts", 1_000),
        posts: after("--posts", 100),
        known: after("--known", 10_000),
    };
    let mut lines = inbound(&sizes);
    lines.extend(fan_out(&sizes));
    lines.extend(travel(&sizes));
    lines.extend(silent(&sizes));
    println!("\n| what | figure | beside |\n|---|---|---|");
    for Line { what, figure, unit, beside } in &lines {
        println!("| {what} | {figure:.1} {unit} | {beside} |");
    }
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("bench-links.json");
    std::fs::write(&file, serde_json::to_string_pretty(&lines).unwrap()).unwrap();
    println!("\n{}", file.display());
}

fn line(what: &'static str, (figure, unit): (f64, &'static str), beside: String) -> Line {
    println!("  {what}: {figure:.1} {unit}, {beside}");
    Line { what, figure, unit, beside }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// How often a second all cores together do something.
fn floor(work: impl Fn() + Sync) -> f64 {
    let begun = Instant::now();
    let done: u32 = std::thread::scope(|scope| {
        let runs = || {
            let mut count = 0_u32;
            while begun.elapsed() < FLOOR {
                work();
                count += 1;
            }
            count
        };
        let running: Vec<_> = (0..cores()).map(|_| scope.spawn(runs)).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    f64::from(done) / begun.elapsed().as_secs_f64()
}

/// How often a second all cores together verify one signature, and nothing else.
fn verifying(key: &SigningKey, inbox: &Url, body: &[u8], at: Moment) -> f64 {
    let key = &key.named(inbox.join("/u/wren#main-key").unwrap());
    let head = Head { method: "POST", url: inbox, body: Some(body), date: at };
    let headers: Vec<(String, String)> = signature::sign(&head, key, Form::Draft)
        .unwrap()
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    let (public, origin): (PublicKey, _) = (key.public(), inbox.origin().ascii_serialization());
    floor(|| {
        let request =
            Request { method: "POST", target: inbox.path(), origin: &origin, headers: &headers, body };
        signature::read(&request, at).unwrap().check(&public).unwrap();
    })
}

/// How often a second all cores together sign one letter, and nothing else.
fn signing(key: &SigningKey, inbox: &Url, body: &[u8], at: Moment) -> f64 {
    let key = &key.named(inbox.join("/u/wren#main-key").unwrap());
    let head = Head { method: "POST", url: inbox, body: Some(body), date: at };
    floor(|| {
        signature::sign(&head, key, Form::Draft).unwrap();
    })
}

/// Signed words, from their door to the page: how many are accepted in a second, and how many are done.
fn inbound(sizes: &Sizes) -> Vec<Line> {
    println!("signed words come: {}", sizes.letters);
    let folder = Folder::new("links-in");
    let town = Town::open(&folder.0, 1);
    let group = town.group();
    let thread = town.says(&group, "Awake again.");
    let puppets: Vec<Puppet> = (0..SENDERS).map(|number| Puppet::start(number as u64 + 10)).collect();
    for puppet in &puppets {
        town.befriends(&puppet.domain());
    }
    let at = town.app.clock().now();
    let each = sizes.letters.div_ceil(SENDERS);
    let mails: Vec<Vec<puppet::Mail>> = puppets
        .iter()
        .map(|puppet| (0..each).map(|number| puppet.answers(&town, &thread, number, at)).collect())
        .collect();
    // Their keys are asked for once, as of anybody who was heard before.
    for (puppet, mail) in puppets.iter().zip(&mails) {
        assert_eq!(puppet.posts(&town, &mail[0]), 202);
    }
    let all = i64::try_from(each * SENDERS).unwrap();
    town.waits_until("SELECT count(*) AS n FROM reply", i64::try_from(SENDERS).unwrap(), LONGEST);
    let begun = Instant::now();
    let mut took = std::thread::scope(|scope| {
        let (town, mut sending) = (&town, Vec::new());
        for (puppet, mail) in puppets.iter().zip(&mails) {
            for part in mail[1..].chunks(mail.len().div_ceil(CALLERS).max(1)) {
                sending.push(scope.spawn(move || puppet.posts_all(town, part)));
            }
        }
        sending.into_iter().flat_map(|caller| caller.join().unwrap()).collect::<Vec<Duration>>()
    });
    let accepted = took.len() as f64 / begun.elapsed().as_secs_f64();
    town.waits_until("SELECT count(*) AS n FROM reply", all, LONGEST);
    let applied = took.len() as f64 / begun.elapsed().as_secs_f64();
    let (inbox, mail) = (town.url("/inbox"), &mails[0][0]);
    let floor = verifying(&puppets[0].key, &inbox, &mail.body, at);
    let part = |rate: f64| {
        format!("{:.0} % of {floor:.0}/s, which is verifying alone on every core", rate / floor * 100.0)
    };
    vec![
        line("signed words accepted", (accepted, "/s"), part(accepted)),
        line(
            "signed words accepted, p99",
            (percentile(&mut took, 0.99), "ms"),
            format!("p50 {:.1} ms", percentile(&mut took, 0.5)),
        ),
        line("signed words done", (applied, "/s"), part(applied)),
    ]
}

/// One thread for many communities: how many have it in a second.
fn fan_out(sizes: &Sizes) -> Vec<Line> {
    println!("one thread goes out to {} communities", sizes.hosts);
    let folder = Folder::new("links-out");
    let town = Town::open(&folder.0, 2);
    let (group, puppet) = (town.group(), Puppet::start(20));
    town.is_followed_by(sizes.hosts, &|number| puppet.at(&format!("/inbox/{number}")));
    // The first letter makes keys.
    town.says(&group, "The first one.");
    puppet.waits_for(sizes.hosts, LONGEST);
    let (begun, _) = (Instant::now(), town.says(&group, "The one that is measured."));
    let written = begun.elapsed();
    puppet.waits_for(sizes.hosts * 2, LONGEST);
    let rate = sizes.hosts as f64 / begun.elapsed().as_secs_f64();
    let floor = signing(&puppet.key, &town.url("/inbox"), &puppet.last(), town.app.clock().now());
    vec![
        line(
            "one thread to many communities",
            (rate, "letters/s"),
            format!("{:.0} % of {floor:.0}/s, which is signing alone on every core", rate / floor * 100.0),
        ),
        line(
            "the writer's own wait for that",
            (written.as_secs_f64() * 1e3, "ms"),
            format!("{:.1} ms with nobody following", town.says_alone()),
        ),
    ]
}

/// From the writer's press to a row that a reader of a partner's page is shown.
fn travel(sizes: &Sizes) -> Vec<Line> {
    println!("{} threads travel to a partner", sizes.posts);
    let (here, there) = (Folder::new("links-here"), Folder::new("links-there"));
    let (here, there) = (Town::open(&here.0, 3), Town::open(&there.0, 4));
    let group = here.group();
    here.befriends(&there.domain());
    there.befriends(&here.domain());
    there.joins(&here, &group, LONGEST);
    let mut took: Vec<Duration> = (0..sizes.posts)
        .map(|number| {
            let begun = Instant::now();
            here.says(&group, &format!("Number {number}."));
            there.waits_until(
                "SELECT count(*) AS n FROM thread",
                i64::try_from(number).unwrap() + 1,
                LONGEST,
            );
            begun.elapsed()
        })
        .collect();
    let p50 = percentile(&mut took, 0.5);
    vec![line(
        "a thread, from its writer to a partner's readers, p50",
        (p50, "ms"),
        format!("p99 {:.1} ms", percentile(&mut took, 0.99)),
    )]
}

/// Nine in ten known communities are dead: what that costs in memory, and what it costs the living.
fn silent(sizes: &Sizes) -> Vec<Line> {
    let (living, dead) = (sizes.known / 10, sizes.known - sizes.known / 10);
    println!("{} communities are known, {dead} of them dead", sizes.known);
    let folder = Folder::new("links-dead");
    let town = Town::open(&folder.0, 5);
    let (group, puppet) = (town.group(), Puppet::start(30));
    let wave = |heard: usize| {
        let begun = Instant::now();
        town.says(&group, &format!("Wave {heard}."));
        puppet.waits_for(heard + living, LONGEST);
        begun.elapsed().as_secs_f64() * 1e3
    };
    town.is_followed_by(living, &|number| puppet.at(&format!("/inbox/{number}")));
    wave(0);
    let alone: Vec<f64> = (1..=3).map(|number| wave(number * living)).collect();
    let before = rss_mb();
    let nowhere = format!("http://127.0.0.1:{}", super::server::free_port());
    town.is_followed_by_more(living, dead, &|number| format!("{nowhere}/inbox/{number}"));
    // The first wave finds them silent; what comes after is what a community meets every day.
    let first = wave(4 * living);
    let beside: Vec<f64> = (5..8).map(|number| wave(number * living)).collect();
    let median = |times: &[f64]| {
        let mut times = times.to_vec();
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    vec![
        line(
            "all of the living have it, beside the dead",
            (median(&beside), "ms"),
            format!("{:.1} ms without the dead; {first:.1} ms when they had just died", median(&alone)),
        ),
        line(
            "memory for the dead",
            (rss_mb() - before, "MB"),
            format!("{before:.1} MB before, with the puppet in the same process"),
        ),
    ]
}

fn percentile(took: &mut [Duration], part: f64) -> f64 {
    took.sort_unstable();
    took.get(((took.len().max(1) - 1) as f64 * part) as usize).map_or(0.0, |time| time.as_secs_f64() * 1e3)
}

fn rss_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}
