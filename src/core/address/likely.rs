//! The key that was probably meant by one that there is not.

use super::Address;
use super::shared::SHARED;
use crate::activation::{Activation, by_id};
use crate::search::edits;

/// The key that was probably meant where `key` means nothing: one that the view of `state` reads,
/// with another spelling, the symbol of a parameter, or the beginning of a name. `None` if nothing
/// is near.
#[must_use]
pub fn likely(state: &Address, key: &str) -> Option<String> {
    let written = key.replace('-', "_");
    if let Some((id, name)) = written.split_once('.') {
        let act = by_id(id).or_else(|| {
            let ids = crate::activation::ALL.iter().map(|act| act.id);
            by_id(nearest(id, ids)?)
        })?;
        let name = parameter(act, name)?;
        return Some(format!("{}.{name}", act.id));
    }
    if let Some(name) = state.act.params.iter().find(|param| param.symbol == written) {
        return Some(name.key(state.act, true));
    }
    let params = state.act.params.iter().map(|param| param.name);
    let own = state.view.keys.iter().map(|key| key.name);
    let shared = SHARED.iter().filter(|row| (row.read_by)(state.view)).map(|row| row.name);
    let all = params.chain(own).chain(["view", "fn"]).chain(shared);
    nearest(&written, all).map(str::to_owned)
}

/// The parameter of a function that a name or a symbol means.
fn parameter(act: &Activation, name: &str) -> Option<&'static str> {
    let symbol = act.params.iter().find(|param| param.symbol == name).map(|param| param.name);
    symbol.or_else(|| nearest(name, act.params.iter().map(|param| param.name)))
}

/// The nearest of some names: with at most a third of its letters wrong, or longer by an ending.
fn nearest(written: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let count = written.chars().count();
    let mut best = (count / 3 + 1, None);
    for name in names {
        let begins = count >= 3 && name.starts_with(written);
        let apart = if begins { 1 } else { edits(written, name) };
        if apart < best.0 {
            best = (apart, Some(name));
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views;

    #[test]
    fn near_keys_are_found_and_far_ones_are_not() {
        for (query, key, meant) in [
            ("view=function&fn=elu", "alhpa", Some("alpha")),
            ("view=function&fn=elu", "aplha", Some("alpha")),
            ("view=function&fn=elu", "α", Some("alpha")),
            ("view=function&fn=elu", "sigma", None),
            ("view=function&fn=relu", "alpha", None),
            ("view=function&fn=hardtanh", "min-val", Some("min_val")),
            ("view=function&fn=hardtanh", "max", Some("max_val")),
            ("view=function&fn=leaky-relu", "slope", None),
            ("view=function&fn=leaky-relu", "negative-slop", Some("negative_slope")),
            ("view=softmax", "temp", Some("temperature")),
            ("view=compare", "elu.alpa", Some("elu.alpha")),
            ("view=compare", "ellu.alpha", Some("elu.alpha")),
            ("view=compare", "leaky-relu.negativeslope", Some("leaky_relu.negative_slope")),
            ("view=zigzag", "bach", Some("batch")),
            ("view=zigzag", "x", None),
            ("view=function", "xmn", Some("xmin")),
            ("view=function", "q", None),
            ("", "them", Some("theme")),
            ("", "veiw", Some("view")),
            ("", "", None),
        ] {
            let (state, _) = views::parse(query);
            assert_eq!(likely(&state, key).as_deref(), meant, "{query}: {key}");
        }
    }
}
