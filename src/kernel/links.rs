//! Takes out of shared links the part that says who shared them.

/// Parameters that name the sharer or the campaign, whatever the site.
const TRACKERS: &[&str] = &[
    "__cft__[0]",
    "__tn__",
    "_branch_match_id",
    "_hsenc",
    "_hsmi",
    "_openstat",
    "_r",
    "_t",
    "cmpid",
    "dclid",
    "ef_id",
    "epik",
    "fb_action_ids",
    "fb_source",
    "fbclid",
    "gbraid",
    "gclid",
    "gclsrc",
    "igsh",
    "igshid",
    "is_copy_url",
    "is_from_webapp",
    "li_fat_id",
    "mc_cid",
    "mc_eid",
    "mibextid",
    "mkt_tok",
    "msclkid",
    "oly_anon_id",
    "oly_enc_id",
    "rb_clickid",
    "rdid",
    "ref_src",
    "ref_url",
    "s_cid",
    "sca_esv",
    "sender_device",
    "sender_web_id",
    "sfnsn",
    "share",
    "share_app_id",
    "share_id",
    "share_item_id",
    "share_link_id",
    "share_token",
    "shared_by",
    "sharer",
    "sharer_id",
    "sharertoken",
    "si",
    "spm",
    "trackingid",
    "trk",
    "ttclid",
    "tt_from",
    "twclid",
    "vero_conv",
    "vero_id",
    "wbraid",
    "wickedid",
    "xtor",
    "yclid",
];
/// Families of them, by their beginning.
const TRACKER_FAMILIES: &[&str] = &["utm_", "hsa_", "igsh", "pk_", "mtm_", "share_", "sharer_", "u_code"];
/// Short names that only on these sites mean "shared by".
const SITE_TRACKERS: &[(&str, &[&str])] = &[
    ("twitter.com", &["s", "t"]),
    ("x.com", &["s", "t"]),
    ("youtube.com", &["pp", "feature"]),
    ("open.spotify.com", &["context"]),
];
const STARTS: &[&str] = &["https://", "http://", "www."];

/// The text with sharers' marks taken out of its web addresses; all else stays as it was, byte for byte.
#[must_use]
pub fn strip_trackers(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(start) = next_link(&lower, at) {
        let from_link = text.get(start..).unwrap_or_default();
        let (link, _) = from_link.split_at(link_length(from_link).max(1));
        out.push_str(text.get(at..start).unwrap_or_default());
        out.push_str(&stripped(link));
        at = start + link.len();
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// Whether a text leads elsewhere.
#[must_use]
pub fn has_link(text: &str) -> bool {
    next_link(&text.to_ascii_lowercase(), 0).is_some()
}

/// The hosts a text leads to or speaks of: of its links, and of what reads as an address, in small letters.
#[must_use]
pub fn hosts(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let linked = std::iter::successors(next_link(&lower, 0), |at| next_link(&lower, at + 1));
    let linked = linked.filter_map(|at| {
        let from_link = lower.get(at..)?;
        let link = from_link.get(..link_length(from_link))?;
        let link = if link.starts_with("www.") { format!("https://{link}") } else { link.to_owned() };
        url::Url::parse(&link).ok()?.host_str().map(str::to_owned)
    });
    let spoken =
        lower.split(|c: char| c.is_whitespace() || "()[]<>,;\"'*_".contains(c)).filter_map(spoken_host);
    linked.chain(spoken).collect()
}

/// The host in a word such as `me@post.example` or `post.example/page`.
fn spoken_host(word: &str) -> Option<String> {
    let word = word.rsplit('@').next()?;
    let host = word.split(['/', '?', '#', ':']).next()?.trim_matches('.');
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_top = |top: &&str| top.chars().count() > 1 && top.chars().all(char::is_alphabetic);
    let is_host = labels.len() > 1 && labels.iter().all(is_label) && labels.last().is_some_and(is_top);
    is_host.then(|| host.to_owned())
}

fn next_link(lower: &str, at: usize) -> Option<usize> {
    let rest = lower.get(at..)?;
    let near = rest.match_indices(['h', 'w']).map(|(start, _)| start);
    near.filter(|&start| {
        STARTS.iter().any(|begin| rest.get(start..).is_some_and(|link| link.starts_with(begin)))
    })
    .map(|start| at + start)
    .next()
}

/// Up to white space, a quote, or a bracket that was not opened inside; not its closing punctuation.
fn link_length(from_link: &str) -> usize {
    let mut open = 0_usize;
    let mut end = from_link.len();
    for (at, c) in from_link.char_indices() {
        match c {
            '(' => open += 1,
            ')' if open > 0 => open -= 1,
            ')' | '<' | '>' | '"' | '`' | '|' | '\\' => {
                end = at;
                break;
            }
            _ if c.is_whitespace() => {
                end = at;
                break;
            }
            _ => {}
        }
    }
    let link = from_link.get(..end).unwrap_or_default();
    link.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~', ']']).len()
}

fn stripped(link: &str) -> String {
    let (address, fragment) =
        link.split_once('#').map_or((link, None), |(address, fragment)| (address, Some(fragment)));
    let Some((page, query)) = address.split_once('?') else {
        return with_fragment(address.to_owned(), fragment);
    };
    let joint = if query.contains("&amp;") { "&amp;" } else { "&" };
    let kept: Vec<&str> = query.split(joint).filter(|pair| !is_tracker(page, pair)).collect();
    let address = if kept.is_empty() { page.to_owned() } else { format!("{page}?{}", kept.join(joint)) };
    with_fragment(address, fragment)
}

fn with_fragment(address: String, fragment: Option<&str>) -> String {
    match fragment {
        Some(fragment) if fragment.starts_with("utm_") || fragment.starts_with("xtor=") => address,
        Some(fragment) => format!("{address}#{fragment}"),
        None => address,
    }
}

fn is_tracker(page: &str, pair: &str) -> bool {
    let key = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    let key = key.replace("%5f", "_").replace("%5b", "[").replace("%5d", "]");
    TRACKERS.contains(&key.as_str())
        || TRACKER_FAMILIES.iter().any(|family| key.starts_with(family))
        || SITE_TRACKERS.iter().any(|(site, keys)| is_on(page, site) && keys.contains(&key.as_str()))
}

fn is_on(page: &str, site: &str) -> bool {
    let host = page
        .split_once("://")
        .map_or(page, |(_, rest)| rest)
        .split('/')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    host == site || host.strip_suffix(site).is_some_and(|before| before.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(strip_trackers(text), expected);
    }

    #[test]
    fn sharers_are_taken_out_of_links() {
        check("see https://a.example/x?utm_source=me&id=4.", "see https://a.example/x?id=4.");
        check("[song](https://youtu.be/abc?si=QwErTy) and on", "[song](https://youtu.be/abc) and on");
        check("<https://www.instagram.com/p/1/?igshid=zz>", "<https://www.instagram.com/p/1/>");
        check("https://a.example/?a=1&amp;fbclid=2&amp;b=3", "https://a.example/?a=1&amp;b=3");
        check("HTTPS://A.example/?UTM_Medium=x#part", "HTTPS://A.example/#part");
        check("https://x.com/a/status/1?s=20&t=abc", "https://x.com/a/status/1");
        check("https://a.example/#utm_source=b", "https://a.example/");
        check("www.youtube.com/watch?v=1&si=2", "www.youtube.com/watch?v=1");
        check("https://a.example/?utm%5Fsource=b&c", "https://a.example/?c");
        check("https://a.example/(x)?gclid=1)", "https://a.example/(x))");
    }

    #[test]
    fn everything_else_stays() {
        for text in [
            "a?utm_source=b",
            "https://a.example/?s=20&t=1",
            "no links  here\r\n",
            "https://a.example/?&&x=",
            "https://netflix.com/?s=1",
        ] {
            check(text, text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn text_without_links_is_untouched(text in "[^hHwW]*") {
            prop_assert_eq!(strip_trackers(&text), text);
        }

        #[test]
        fn stripping_twice_is_stripping_once(text in "(https://a\\.example/[a-z?&=#_ ]{0,20}(utm_x=1|si=2|&|\\)| ){0,3}){0,4}") {
            let once = strip_trackers(&text);
            prop_assert_eq!(strip_trackers(&once), once);
        }
    }
}
