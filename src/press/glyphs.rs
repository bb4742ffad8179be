//! The check that the formulas' own font has every character of a formula.

use std::ops::RangeInclusive;

/// The file beside the font that says what is in it.
const ABOUT: &str = include_str!("../../style/views/formula.txt");

/// The characters of the font, as they were named to the program that made it.
fn ranges() -> Result<Vec<RangeInclusive<u32>>, String> {
    let list = ABOUT.split_once("--unicodes=").and_then(|(_, rest)| rest.split_once("\n\n"));
    let (list, _) = list.ok_or("style/views/formula.txt does not say --unicodes=")?;
    let number = |hex: &str| {
        u32::from_str_radix(hex, 16).map_err(|e| format!("style/views/formula.txt: {hex:?}: {e}"))
    };
    let list: String = list.split_whitespace().collect();
    let range = |part: &str| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        Ok(number(first)?..=number(last)?)
    };
    list.split(',').map(range).collect()
}

/// A letter as it is shown: alone in its element it is slanted, which is a character of its own.
fn slanted(letter: char) -> char {
    let (from, to) = match letter {
        'h' => return 'ℎ',
        'A'..='Z' => ('A', '𝐴'),
        'a'..='z' => ('a', '𝑎'),
        'Α'..='Ω' => ('Α', '𝛢'),
        'α'..='ω' => ('α', '𝛼'),
        _ => return letter,
    };
    char::from_u32(u32::from(letter) - u32::from(from) + u32::from(to)).unwrap_or(letter)
}

/// Checks that the font has every character that MathML shows.
pub fn check(mathml: &str) -> Result<(), String> {
    let ranges = ranges()?;
    let has = |c: char| c.is_whitespace() || ranges.iter().any(|r| r.contains(&u32::from(c)));
    for element in mathml.split('<').skip(1) {
        let Some((tag, text)) = element.split_once('>') else { continue };
        let mut letters = text.chars();
        let shown = match (tag, letters.next(), letters.next()) {
            ("mi", Some(letter), None) => slanted(letter).to_string(),
            // Names of characters are in letters that it has.
            _ => text.to_owned(),
        };
        if let Some(missing) = shown.chars().find(|c| !has(*c)) {
            return Err(format!(
                "the formulas' font has no {missing} (U+{:04X}): add it as style/views/formula.txt tells",
                u32::from(missing)
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_font_has_passes_and_what_it_has_not_is_named() {
        let said = |mathml: &str| check(mathml).err().unwrap_or_default();
        assert_eq!(said("<math><mi>α</mi><mo>≤</mo><mi>h</mi><mtext>if x</mtext></math>"), "");
        assert!(said("<mi mathvariant=\"normal\">ℵ</mi>").contains("ℵ (U+2135)"));
        assert!(said("<mo>⨀</mo>").contains("⨀ (U+2A00)"));
        assert_eq!((slanted('z'), slanted('Ω'), slanted('ω'), slanted('∂')), ('𝑧', '𝛺', '𝜔', '∂'));
    }
}
