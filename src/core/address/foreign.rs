//! Keys that those who pass links on add to them: mailing, advertising, social networks, course
//! systems.

/// Beginnings of such keys.
const BEGINNINGS: [&str; 17] = [
    // Trackers and caches: `_ga`, `_gl`, `_t`, `_`.
    "_",
    "utm_",
    "mc_",
    "mkt_",
    "hsa_",
    "pk_",
    "mtm_",
    "ref",
    "igsh",
    "srsltid",
    "li_fat_id",
    // Networks and messengers that share.
    "spm",
    "scm",
    "from",
    "share",
    // Course systems.
    "lti",
    "oauth_",
];

/// What the boot script reads: `sw=0` keeps nothing for a visit without a network.
const BOOT: &str = "sw";

/// Whether a key without a meaning here is one that is added to links on their way: `utm_source`,
/// `fbclid`, `lti_message_hint`, or none at all. Nobody who reads the page wrote it, so nobody is told that it is
/// not used.
#[must_use]
pub fn is_foreign(key: &str) -> bool {
    // fbclid, gclid, msclkid, wbraid and more of their kind.
    key.is_empty()
        || key == BOOT
        || BEGINNINGS.iter().any(|beginning| key.starts_with(beginning))
        || ["clid", "clkid", "braid"].iter().any(|end| key.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::ALL;
    use crate::address::shared_keys;
    use crate::views;

    #[test]
    fn keys_of_trackers_are_known_and_ours_are_none() {
        for key in [
            "utm_source",
            "fbclid",
            "gclid",
            "msclkid",
            "wbraid",
            "_ga",
            "_",
            "mc_eid",
            "ref_src",
            "spm",
            "from",
            "lti_message_hint",
            "sw",
            "lti1p3_new_window",
            "oauth_nonce",
            "igshid",
        ] {
            assert!(is_foreign(key), "{key}");
        }
        let params = ALL.iter().flat_map(|act| act.params).map(|param| param.name);
        let own = views::ALL.iter().flat_map(|view| view.keys).map(|key| key.name);
        for key in shared_keys().map(|key| key.name).chain(params).chain(own) {
            assert!(!is_foreign(key), "{key}");
        }
        for key in ["alhpa", "min-val", "sigma", "fun", "them"] {
            assert!(!is_foreign(key), "{key:?}");
        }
    }
}
