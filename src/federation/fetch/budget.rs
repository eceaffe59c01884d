//! How much may be asked: for one activity, and of one host in a minute.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::Trouble;
use crate::kernel::Moment;

/// Fetches for one activity.
const FETCHES: u32 = 20;
/// Fetches of one host in a minute, and keys of one host that are fetched anew.
const PER_MINUTE: u32 = 60;
/// Hosts that are counted at once. More in one minute is a flood of names: then nobody new is asked.
const HOSTS: usize = 4_096;
const MINUTE_S: i64 = 60;

/// What is left for one activity.
#[derive(Debug)]
pub struct Budget(u32);

impl Default for Budget {
    fn default() -> Self {
        Self(FETCHES)
    }
}

impl Budget {
    /// A smaller one.
    #[must_use]
    pub const fn of(fetches: u32) -> Self {
        Self(fetches)
    }

    /// Takes one fetch.
    ///
    /// # Errors
    /// [`Trouble::Spent`].
    pub fn take(&mut self) -> Result<(), Trouble> {
        self.0 = self.0.checked_sub(1).ok_or(Trouble::Spent)?;
        Ok(())
    }
}

/// How often each host was asked within the last minute. Bounded, whoever comes.
#[derive(Debug)]
pub struct Rates {
    most: u32,
    within_s: i64,
    hosts: Mutex<HashMap<String, (Moment, u32)>>,
}

impl Default for Rates {
    fn default() -> Self {
        Self::of(PER_MINUTE, MINUTE_S)
    }
}

impl Rates {
    /// So many within so many seconds.
    #[must_use]
    pub fn of(most: u32, within_s: i64) -> Self {
        Self { most, within_s, hosts: Mutex::default() }
    }

    /// Takes one turn of a host.
    ///
    /// # Errors
    /// [`Trouble::Spent`].
    pub fn take(&self, host: &str, now: Moment) -> Result<(), Trouble> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        let is_over = |since: Moment| !(0..self.within_s).contains(&now.seconds_since(since));
        if hosts.len() >= HOSTS && !hosts.contains_key(host) {
            hosts.retain(|_, (since, _)| !is_over(*since));
            if hosts.len() >= HOSTS {
                return Err(Trouble::Spent);
            }
        }
        let (since, count) = hosts.entry(host.to_owned()).or_insert((now, 0));
        if is_over(*since) {
            (*since, *count) = (now, 0);
        }
        if *count >= self.most {
            return Err(Trouble::Spent);
        }
        *count += 1;
        Ok(())
    }
}

/// How many are being asked in this moment, of one host and of all.
#[derive(Debug)]
pub struct Turns {
    most: usize,
    of_host: usize,
    open: Mutex<HashMap<String, usize>>,
}

impl Turns {
    /// So many at once, and so many of one host.
    #[must_use]
    pub fn of(most: usize, of_host: usize) -> Self {
        Self { most, of_host, open: Mutex::default() }
    }

    /// Takes a turn to ask a host; it is over when what is returned is dropped.
    ///
    /// # Errors
    /// [`Trouble::Spent`].
    pub fn take<'a>(&'a self, host: &str) -> Result<Turn<'a>, Trouble> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let own = open.get(host).copied().unwrap_or(0);
        if own >= self.of_host || open.values().sum::<usize>() >= self.most {
            return Err(Trouble::Spent);
        }
        open.insert(host.to_owned(), own + 1);
        Ok(Turn { of: self, host: host.to_owned() })
    }
}

/// Somebody is being asked.
#[derive(Debug)]
pub struct Turn<'a> {
    of: &'a Turns,
    host: String,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut open = self.of.open.lock().unwrap_or_else(PoisonError::into_inner);
        match open.get_mut(&self.host) {
            Some(own) if *own > 1 => *own -= 1,
            _ => drop(open.remove(&self.host)),
        }
    }
}

#[test]
fn a_slow_host_takes_no_more_than_its_own_turns() {
    let turns = Turns::of(3, 2);
    let (one, _other) = (turns.take("slow").unwrap(), turns.take("slow").unwrap());
    assert_eq!(turns.take("slow").map(drop), Err(Trouble::Spent));
    let _third = turns.take("b").unwrap();
    assert_eq!(turns.take("c").map(drop), Err(Trouble::Spent), "so many at once");
    drop(one);
    assert!(turns.take("c").is_ok());
}

#[test]
fn hosts_and_activities_have_their_turns_and_no_more() {
    let mut budget = Budget::default();
    let taken = (0..30).filter(|_| budget.take().is_ok()).count();
    assert_eq!(taken, 20);

    let (rates, now) = (Rates::of(2, 60), Moment(1_000_000));
    let take = |host: &str, s: i64| rates.take(host, now.plus_s(s)).is_ok();
    assert_eq!(
        [take("a", 0), take("a", 1), take("a", 2), take("b", 2), take("a", 60)],
        [true, true, false, true, true]
    );
}

#[test]
fn a_flood_of_names_takes_no_memory_and_starves_nobody_known() {
    let (rates, now) = (Rates::default(), Moment(1_000_000));
    rates.take("known", now).unwrap();
    for number in 0..10_000 {
        let _ = rates.take(&format!("{number}.evil.example"), now);
    }
    assert_eq!(rates.hosts.lock().unwrap().len(), HOSTS);
    assert_eq!(rates.take("known", now), Ok(()));
    assert_eq!(rates.take("new", now), Err(Trouble::Spent));
    assert_eq!(rates.take("new", now.plus_s(61)), Ok(()));
}
