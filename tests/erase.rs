//! Forgetting somebody from the terminal: the real binary.

use crate::cli::{Desk, sets_up};

#[test]
fn whoever_runs_the_server_can_forget_somebody_who_cannot_come_back_in() {
    let desk = Desk::new();
    desk.runs(&["dev", "--data", "town", "--seed-only"]).is(0);
    let erase = |name: &str, more: &[&str]| desk.runs(&[&["erase", name, "--data", "town"], more].concat());
    erase("Slow River", &[]).is(1).says("There is no way back");
    erase("Nobody Here", &["--yes"]).is(1).says("Nobody here has that name");
    let server = desk.serves(&["dev", "--data", "town"]);
    let page = server.browser();
    page.visits("/hello").is(200);
    erase("Slow River", &["--yes"]).is(1).says("Another hearthside uses");
    server.stops();

    let people = |copy: &str| {
        let told = desk.runs(&["backup", desk.path(copy).to_str().unwrap(), "--data", "town"]);
        let out = told.is(0).out();
        let (_, rest) = out.split_once("people: ").unwrap();
        rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u64>().unwrap()
    };
    assert_eq!(people("before.sqlite"), 12);
    erase("slow river", &["--yes"]).is(0).says("Erased");
    erase("Slow River", &["--yes"]).is(1).says("Nobody here has that name");
    erase("Quiet Heron", &["--yes", "--keep-words"]).is(0).says("Erased");
    let list = std::fs::read_to_string(desk.path("town/keys/erased.log")).unwrap();
    assert_eq!(list.split_whitespace().count(), 4, "two people, two words each: {list}");
    assert!(!list.contains("River") && !list.contains("Heron"), "{list}");
    assert_eq!(people("after.sqlite"), 10);

    let desk = Desk::new();
    sets_up(&desk);
    desk.runs(&["erase", "Maple Lane", "--yes"]).is(1).says("last host");
}
