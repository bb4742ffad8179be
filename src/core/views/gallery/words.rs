//! The words of the start page, one table per language, and the texts that change with the point.

use super::model::{Fate, LAYERS, fate, left};
use crate::activation::Activation;
use crate::numeric::format::{fixed, pretty, shortest, typographic};

/// The name of a way on, and its line.
pub type Door = (&'static str, fn(usize) -> String);

/// The words of the start page.
pub struct Words {
    /// The headline.
    pub title: &'static str,
    /// The sentence below it.
    pub lead: &'static str,
    /// The label of the functions to choose from.
    pub choice: &'static str,
    /// The large plot's label for screen readers; the argument is the function.
    pub plot: fn(function: &str) -> String,
    /// The label of the point.
    pub point: &'static str,
    /// The word before the number of the slope.
    pub slope: &'static str,
    /// What the lamps show.
    pub lamps: &'static str,
    /// The sentence on a gradient's fate behind all layers; the argument is what is left of it.
    pub fate: fn(Fate, left: &str) -> String,
    /// The three ways on, each with its line; the argument is the number of texts, functions or
    /// demonstrations.
    pub doors: [Door; 3],
    /// The heading of the gallery; the argument is the number of functions.
    pub heading: fn(usize) -> String,
    /// A tile's label for screen readers: the function, and whether its slope is drawn.
    pub tile: fn(function: &str, deriv: bool) -> String,
    /// The first line of the foot.
    pub tested: &'static str,
    /// The link to how it is tested.
    pub how: &'static str,
    /// The link to the licence and the source.
    pub licence: &'static str,
    /// The link to embedding.
    pub embed: &'static str,
}

impl Words {
    /// The sentence on a gradient behind layers of this slope, as HTML.
    #[must_use]
    pub fn sentence(&self, slope: f64) -> String {
        let last = left(slope)[LAYERS - 1];
        // Too small for a number, but not 0.
        let rest = if last == 0.0 { "10⁻³⁰⁰".into() } else { pretty(last, 2) };
        (self.fate)(fate(slope), &rest)
    }

    /// The slope as it stands beside its post, as HTML.
    #[must_use]
    pub fn flag(&self, slope: f64) -> String {
        let (value, text) = (shortest(slope), typographic(&fixed(slope + 0.0, 2)));
        format!(
            "{} <data translate=\"no\" data-read=\"df\" value=\"{value}\">{text}</data>",
            self.slope
        )
    }

    /// The point in words: where it is, the slope there, and what that means.
    #[must_use]
    pub fn reading(&self, act: &Activation, x: f64, slope: f64) -> String {
        let sentence = self.sentence(slope);
        let plain: String = sentence.split(['<', '>']).step_by(2).collect();
        let x = typographic(&shortest(x));
        format!("{}, x = {x}: {} {}. {plain}", act.name, self.slope, pretty(slope, 2))
    }

    /// The lamps in words.
    #[must_use]
    pub fn lamps_text(&self, slope: f64) -> String {
        let each = left(slope).map(|rest| pretty(rest, 2));
        format!("{}: {}", self.lamps, each.join("; "))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::activation::by_id;
    use crate::lang::Lang;
    use crate::views::gallery::words;

    #[test]
    fn the_sentence_says_what_becomes_of_a_gradient() {
        let say = |id: &str, x: f64, lang| {
            let act = by_id(id).unwrap();
            words(lang).sentence(act.df(x, &act.defaults()))
        };
        for (id, x, en, zh) in [
            ("sigmoid", 1.6, "2.8×10⁻⁹", "2.8×10⁻⁹"),
            ("relu", -1.0, "Nothing comes back", "什么也传不回来"),
            ("relu", 1.0, "all of", "原样"),
            ("selu", 1.0, "1.6", "1.6"),
        ] {
            let (en_said, zh_said) = (say(id, x, Lang::En), say(id, x, Lang::Zh));
            assert!(en_said.contains(en) && zh_said.contains(zh), "{en_said} {zh_said}");
        }
        assert!(words(Lang::En).sentence(1e-60).contains("10⁻³⁰⁰"));
    }

    #[test]
    fn every_fate_has_a_sentence_of_its_own() {
        for lang in Lang::ALL {
            let all = [Fate::Nothing, Fate::Vanishes, Fate::Shrinks, Fate::Kept, Fate::Grows];
            let mut said = all.map(|fate| (words(lang).fate)(fate, "0.5")).to_vec();
            assert!(said.iter().all(|s| s.matches("<b>").count() == s.matches("</b>").count()));
            said.sort();
            said.dedup();
            assert_eq!(said.len(), all.len());
        }
    }

    #[test]
    fn a_screen_reader_hears_no_markup() {
        let act = by_id("sigmoid").unwrap();
        let words = words(Lang::En);
        let said = words.reading(act, -1.6, act.df(-1.6, &[])) + &words.lamps_text(0.14);
        assert!(!said.contains('<') && said.contains("x = −1.6: slope 0.14"), "{said}");
        assert!(said.contains("0.14; 0.020; 0.0027"), "{said}");
    }
}
