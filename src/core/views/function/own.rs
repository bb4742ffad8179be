//! The function that a reader types: its name on the page, and the formulas that lead to it.

use super::{en, zh};
use crate::activation::{Activation, typed};
use crate::address::OWN;
use crate::lang::Lang;
use crate::numeric::format::shortest;
use form_urlencoded::byte_serialize;

/// Its name on the page.
#[must_use]
pub const fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => en::OWN,
        Lang::Zh => zh::OWN,
    }
}

/// The query of a function of the catalogue with parameters `p` as a formula to be changed; `None` for
/// one of a vector or of two inputs, and for one that is typed already.
#[must_use]
pub fn edited(act: &Activation, p: &[f64]) -> Option<String> {
    let text = typed(act);
    if text.is_empty() || act.own.is_some() {
        return None;
    }
    let mut query = format!("view=function&fn={OWN}&f=");
    query.extend(byte_serialize(text.as_bytes()));
    // The letters stand for the parameters in their order; their usual value is 1.
    for (letter, value) in ["a", "b"].iter().zip(p).filter(|(_, value)| **value != 1.0) {
        query.push_str(&format!("&{OWN}.{letter}={}", shortest(*value)));
    }
    Some(query)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::activation::{ALL, Kind};
    use crate::formula::own::ALONE;
    use crate::views;

    #[test]
    fn every_scalar_function_can_be_edited_with_its_parameters() {
        let _alone = ALONE.lock();
        for act in ALL {
            let mut p = act.defaults();
            for moved in [0.0, 0.25] {
                p.iter_mut().for_each(|value| *value += moved);
                let Some(query) = edited(act, &p) else {
                    assert!(!matches!(act.kind, Kind::Scalar), "{act:?}");
                    continue;
                };
                let (state, notices) = views::parse(&query);
                assert_eq!(notices, [], "{query}");
                assert_eq!(views::parse(&state.trimmed().query()).0, state, "{query}");
                let own = state.params(state.act);
                for x in [-2.5, -0.5, 0.75, 3.0] {
                    let (f, theirs) = (act.f(x, &p), state.act.f(x, &own));
                    assert!((f - theirs).abs() <= 1e-12 * f.abs(), "{query} at {x}: {f}, {theirs}");
                }
                assert_eq!(edited(state.act, &own), None);
            }
        }
    }
}
