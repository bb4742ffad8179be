//! Links from texts to states of the page, checked against the address grammar.
//!
//! The page forgives what it cannot use; a text has no excuse for asking.

use explorer_core::activation::by_id;
use explorer_core::numeric::decimal;

/// The keys of a plot and its probe.
const PLOT: [&str; 11] =
    ["x", "xmin", "xmax", "ymin", "ymax", "deriv", "second", "shade", "equal", "axis2", "tangent"];

/// Views that a text may lead to, with the keys they read besides `view` (design, section 4.1),
/// and whether they read those of a plot too. Chapters are named differently: `lesson:…`.
const VIEWS: [(&str, &[&str], bool); 12] = [
    ("gallery", &[], false),
    ("choose", &[], false),
    ("evidence", &["fn"], false),
    ("function", &["fn", "train"], true),
    ("compare", &["cmp", "diff"], true),
    ("saturation", &["fn"], false),
    ("zigzag", &["fn", "batch", "lr", "seed", "steps"], false),
    ("kink", &[], false),
    ("linear", &["fn"], false),
    ("neuron", &["fn"], false),
    ("softmax", &["temperature", "z"], false),
    ("maxout", &["pieces", "target", "k"], false),
];

/// The numbers of demonstrations, with their least and largest value (`view_state/knob.rs`).
const RANGES: [(&str, f64, f64); 6] = [
    ("lr", 0.001, 1000.0),
    ("batch", 1.0, 256.0),
    ("seed", 0.0, 999_999.0),
    ("steps", 0.0, 10_000.0),
    ("target", 0.0, 4.0),
    ("k", 1.0, 9.0),
];

/// The most functions that `compare` overlays.
const MOST_COMPARED: usize = 8;

/// Whether the page can know this query: view, functions, keys and numbers as they are, so that
/// none of it would be dropped, corrected or answered with a notice.
pub fn check(query: &str) -> Result<(), String> {
    let (view, pairs) = split(query)?;
    let entry = VIEWS.iter().find(|(name, ..)| *name == view);
    let (_, keys, plot) = entry.ok_or_else(|| format!("no view `{view}`"))?;
    let get = |key: &str| pairs.iter().find(|(k, _)| *k == key).map(|(_, value)| *value);
    for (needy, key) in [("function", "fn"), ("compare", "cmp")] {
        if view == needy && get(key).is_none() {
            return Err(format!("`{view}` needs `{key}`"));
        }
    }
    for (key, value) in &pairs {
        let known = keys.contains(key) || (*plot && PLOT.contains(key));
        let good = match *key {
            "fn" if known => catalogued(value),
            "cmp" if known => {
                let ids: Vec<_> = value.split(',').collect();
                ids.len() <= MOST_COMPARED && ids.iter().all(|id| catalogued(id))
            }
            "x" | "xmin" | "xmax" | "ymin" | "ymax" if known => decimal::parse(value).is_some(),
            "shade" if known => decimal::parse(value).is_some_and(|x| 0.0 < x && x <= 1.0),
            "temperature" if known => decimal::parse(value).is_some_and(|x| x > 0.0),
            "deriv" | "second" | "tangent" | "equal" | "axis2" | "diff" if known => {
                ["0", "1"].contains(value)
            }
            "z" if known => list(value, 2..=8),
            "pieces" if known => list(value, 4..=18) && value.matches(',').count() % 2 == 1,
            "train" if known => *value == "1" && get("fn") == Some("rrelu"),
            "lr" | "batch" | "seed" | "steps" | "target" | "k" if known => in_range(key, value),
            name => parameter(name, value, get("fn"), get("cmp")),
        };
        if !good {
            return Err(format!("`{key}={value}` means nothing in the view `{view}`"));
        }
    }
    for [low, high] in [["xmin", "xmax"], ["ymin", "ymax"]] {
        let ends = [get(low), get(high)].map(|end| end.and_then(decimal::parse));
        if !matches!(ends, [None, None]) && !matches!(ends, [Some(a), Some(b)] if a < b) {
            return Err(format!("`{low}` must be less than `{high}`, or both absent"));
        }
    }
    Ok(())
}

/// The view of a query and the pairs after it.
pub type Query<'a> = (&'a str, Vec<(&'a str, &'a str)>);

/// Takes a query apart.
pub fn split(query: &str) -> Result<Query<'_>, String> {
    let query = query.strip_prefix("?view=").ok_or("it must begin with `?view=`")?;
    let (view, rest) = query.split_once('&').unwrap_or((query, ""));
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    for pair in rest.split_terminator('&') {
        let (key, value) = pair.split_once('=').ok_or_else(|| format!("`{pair}` has no value"))?;
        if pairs.iter().any(|(other, _)| *other == key) {
            return Err(format!("`{key}` is there twice"));
        }
        pairs.push((key, value));
    }
    Ok((view, pairs))
}

/// Whether this number of a demonstration is one that it can have; all but the learning rate are
/// whole.
fn in_range(key: &str, value: &str) -> bool {
    let range = RANGES.iter().find(|(name, ..)| *name == key);
    let number = decimal::parse(value).filter(|x| key == "lr" || x.fract() == 0.0);
    range.zip(number).is_some_and(|((_, low, high), x)| (*low..=*high).contains(&x))
}

/// Whether these are numbers with commas between them, as many as they may be.
fn list(value: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    let mut numbers = value.split(',');
    length.contains(&numbers.clone().count()) && numbers.all(|n| decimal::parse(n).is_some())
}

/// Whether this is an id as the catalogue writes it.
fn catalogued(id: &str) -> bool {
    by_id(id).is_some_and(|act| act.id == id)
}

/// Whether `name` is a parameter of `function`, or `id.name` one of those compared, and `value`
/// a value it can have.
fn parameter(name: &str, value: &str, function: Option<&str>, compared: Option<&str>) -> bool {
    let (id, name) = match (name.split_once('.'), compared) {
        (Some((id, name)), Some(ids)) if ids.split(',').any(|other| other == id) => (id, name),
        (None, None) => (function.unwrap_or_default(), name),
        _ => return false,
    };
    let Some(act) = by_id(id) else { return false };
    let param = act.param_index(name).map(|index| &act.params[index]);
    let value = decimal::parse(value);
    matches!((param, value), (Some(param), Some(value)) if param.clamp(value) == value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ranges_are_those_of_the_page() {
        use explorer_core::view_state::{Knob, knob};
        let knobs =
            [&knob::LR, &knob::BATCH, &knob::SEED, &knob::STEPS, &knob::TARGET, &knob::UNIT_PIECES];
        assert_eq!(RANGES, knobs.map(|Knob { name, min, max, .. }| (*name, *min, *max)));
        assert!(knobs.iter().all(|knob| knob.whole != (knob.name == "lr")));
    }

    #[test]
    fn links_are_known_to_the_page() {
        for link in [
            "?view=kink",
            "?view=function&fn=elu&alpha=1.5&x=-2&second=1&tangent=0&deriv=0&shade=0.05",
            "?view=function&fn=sigmoid&x=1e3&xmin=-1e4&xmax=1e4&ymin=0&ymax=1",
            "?view=compare&cmp=elu,relu&elu.alpha=2&x=0&diff=1",
            "?view=zigzag&fn=sigmoid&batch=8&lr=0.1&seed=3",
            "?view=zigzag",
            "?view=zigzag&fn=sigmoid&steps=40",
            "?view=softmax&temperature=0.25",
            "?view=softmax&z=0,0,0",
            "?view=maxout&pieces=-1,0,1,0",
            "?view=maxout&target=1&k=9",
            "?view=function&fn=rrelu&x=-1&train=1",
        ] {
            assert_eq!(check(link), Ok(()), "{link}");
        }
        for link in [
            "view=kink",
            "?fn=elu",
            "?view=",
            "?view=function",
            "?view=function&fn=elus",
            "?view=function&fn=silu",
            "?view=function&fn=elu&fn=relu",
            "?view=function&fn=elu&alpha=-1",
            "?view=function&fn=elu&beta=1",
            "?view=function&fn=elu&elu.alpha=2",
            "?view=function&fn=elu&x",
            "?view=function&fn=elu&x=one",
            "?view=function&fn=elu&xmin=0",
            "?view=function&fn=elu&xmin=1&xmax=1",
            "?view=function&fn=elu&second=2",
            "?view=function&fn=elu&shade=0",
            "?view=function&fn=elu&shade=2",
            "?view=function&fn=elu&diff=1",
            "?view=function&fn=elu&cmp=relu",
            "?view=compare&cmp=elu,relu&alpha=2",
            "?view=compare&cmp=elu,relu&swish.beta=2",
            "?view=compare&cmp=elu,none",
            "?view=compare&cmp=elu,elu,elu,elu,elu,elu,elu,elu,elu",
            "?view=zigzag&fn=tanh&batch=1.5",
            "?view=zigzag&steps=10001",
            "?view=zigzag&batch=1000",
            "?view=zigzag&lr=5000",
            "?view=zigzag&seed=4000000000",
            "?view=maxout&target=9",
            "?view=kink&x=0",
            "?view=softmax&temperature=0",
            "?view=softmax&z=1",
            "?view=softmax&z=1,two",
            "?view=maxout&pieces=-1,0,1",
            "?view=maxout&k=0",
            "?view=function&fn=relu&train=1",
            "?view=kink&z=0,0",
            "?view=learn&chapter=01-activation",
        ] {
            assert!(check(link).is_err(), "{link}");
        }
    }
}
