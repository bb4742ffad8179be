//! A function in words: one sentence and one paragraph, from its computed properties.

use super::facts::{FactWords, interval, more};
use crate::activation::{Activation, Window};
use crate::numeric::format::brief;
use crate::properties::{Monotone, Properties, Saturation, Solutions, asymptote};

/// The words of a function's description, in one language.
pub struct StoryWords {
    /// The subject with its parameters: `ELU with α = 1.5`.
    pub subject: fn(name: &str, parameters: &str) -> String,
    /// The separator of parameters.
    pub comma: &'static str,
    /// `ELU with α = 1.5 is strictly increasing, takes the values (−1.5, ∞) and saturates …`.
    pub sentence: fn(subject: &str, monotone: &str, range: &str, saturation: &str) -> String,
    /// The saturation on each side: hard, soft or none.
    pub saturation: fn(left: Option<bool>, right: Option<bool>) -> &'static str,
    /// The window of the plot.
    pub window: fn(x: (&str, &str), y: (&str, &str)) -> String,
    /// The zeros in it.
    pub zeros: fn(list: &str) -> String,
    /// The sentence for no zeros.
    pub no_zeros: &'static str,
    /// The extrema.
    pub turns: fn(list: &str) -> String,
    /// The points where it is not smooth.
    pub breaks: fn(list: &str) -> String,
    /// The sentence for a function that is smooth in the window.
    pub smooth: &'static str,
    /// An asymptote, on the left or on the right.
    pub asymptote: fn(line: &str, left: bool) -> String,
    /// The bounds of its derivative.
    pub slopes: fn(low: &str, high: &str) -> String,
    /// The separator of list entries.
    pub semicolon: &'static str,
    /// The separator of sentences.
    pub space: &'static str,
}

/// A function in one sentence.
#[must_use]
pub fn sentence(
    act: &Activation,
    p: &[f64],
    found: &Properties,
    (words, facts): (&StoryWords, &FactWords),
) -> String {
    let kind = |s: Saturation| match s {
        Saturation::None => None,
        Saturation::Soft(_) => Some(false),
        Saturation::Hard(_) => Some(true),
    };
    let range: Vec<_> = found.range.iter().map(interval).collect();
    (words.sentence)(
        &subject(act, p, words),
        (facts.monotone)(found.monotone),
        &range.join(" ∪ "),
        (words.saturation)(kind(found.left), kind(found.right)),
    )
}

/// The description of a function in a window, in a few sentences.
#[must_use]
pub fn paragraph(
    act: &Activation,
    p: &[f64],
    found: &Properties,
    window: &Window,
    (words, facts): (&StoryWords, &FactWords),
) -> String {
    let number = |x: f64| brief(x, 5);
    let inside = |x: f64| window.x_min <= x && x <= window.x_max;
    let mut said = vec![(words.window)(
        (&number(window.x_min), &number(window.x_max)),
        (&number(window.y_min), &number(window.y_max)),
    )];
    // Only the nearest to 0 of endlessly many are known: the window may show more than those.
    let cut = |ends: [Option<f64>; 2]| ends.into_iter().flatten().any(inside);
    let zeros = listed(&found.zeros, inside, words);
    let points = &found.zeros.points;
    let further = found.zeros.more && cut([points.first().copied(), points.last().copied()]);
    said.push(if zeros.is_empty() {
        words.no_zeros.to_owned()
    } else {
        (words.zeros)(&more(zeros, further, facts))
    });
    let turns = found.turns.iter().filter(|t| inside(t.x));
    let turns: Vec<_> = turns.map(|t| (facts.turn)(t.max, &number(t.x), &number(t.y))).collect();
    if !turns.is_empty() && found.monotone != Monotone::Constant {
        let ends = [found.turns.first(), found.turns.last()].map(|turn| turn.map(|turn| turn.x));
        let further = found.oscillates && cut(ends);
        said.push((words.turns)(&more(turns.join(words.semicolon), further, facts)));
    }
    let say = |b: &crate::properties::Break, phrase: fn(&str, &str, &str) -> String| {
        phrase(&number(b.x), &number(b.left), &number(b.right))
    };
    let kinks = found.regularity.kinks.iter().filter(|b| inside(b.x)).map(|b| say(b, facts.kink));
    let jumps = found.regularity.jumps.iter().filter(|b| inside(b.x)).map(|b| say(b, facts.jump));
    let breaks: Vec<_> = kinks.chain(jumps).collect();
    said.push(if breaks.is_empty() {
        words.smooth.to_owned()
    } else {
        (words.breaks)(&breaks.join(words.semicolon))
    });
    for (side, left) in [(-1.0, true), (1.0, false)] {
        if let Some((m, c)) = asymptote(act, p, side) {
            said.push((words.asymptote)(&line(m, c), left));
        }
    }
    said.push((words.slopes)(&number(found.flattest.1), &number(found.steepest.1)));
    said.join(words.space)
}

/// `ELU with α = 1.5`.
#[must_use]
pub fn subject(act: &Activation, p: &[f64], words: &StoryWords) -> String {
    let each = act.params.iter().zip(p).map(|(q, v)| format!("{} = {}", q.symbol, brief(*v, 6)));
    (words.subject)(act.name, &each.collect::<Vec<_>>().join(words.comma))
}

/// The solutions inside the window; the sentence that names the window limits endless intervals.
fn listed(s: &Solutions, inside: impl Fn(f64) -> bool, words: &StoryWords) -> String {
    let points = s.points.iter().filter(|x| inside(**x)).map(|x| brief(*x, 5));
    let intervals = s.intervals.iter().map(interval);
    points.chain(intervals).collect::<Vec<_>>().join(words.semicolon)
}

/// `y = x − 1`, `y = 0.5x`, `y = −1`.
fn line(m: f64, c: f64) -> String {
    let slope = match m {
        0.0 => return format!("y = {}", brief(c, 5)),
        1.0 => "x".to_owned(),
        -1.0 => "−x".to_owned(),
        _ => format!("{}x", brief(m, 5)),
    };
    match c {
        0.0 => format!("y = {slope}"),
        c if c < 0.0 => format!("y = {slope} − {}", brief(-c, 5)),
        c => format!("y = {slope} + {}", brief(c, 5)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{ALL, by_id};
    use crate::lang::Lang;
    use crate::properties::properties;
    use crate::words::plots::words;

    #[test]
    fn a_function_reads_as_a_teacher_would_say_it() {
        let say = |id: &str, p: &[f64], lang: Lang| {
            let act = by_id(id).unwrap();
            let (found, words) = (properties(act, p), words(lang));
            let words = (&words.story, &words.facts);
            (sentence(act, p, &found, words), paragraph(act, p, &found, &act.window, words))
        };
        let (one, more) = say("elu", &[1.5], Lang::En);
        assert_eq!(
            one,
            "ELU with α = 1.5 is strictly increasing, takes the values (−1.5, ∞), and saturates softly on the left only."
        );
        assert_eq!(
            more,
            "Shown for x from −5 to 5 and y from −2 to 3. It is zero at 0. Not smooth: kink at 0, slopes 1.5 | 1. To the left it approaches y = −1.5. To the right it approaches y = x. Its slope lies between 0 and 1.5."
        );
        let (one, more) = say("swish", &[1.0], Lang::Zh);
        assert_eq!(one, "Swish（β = 1）不单调，值域为 [−0.278465, ∞)，仅左侧软饱和。");
        assert!(more.contains("极小值 −0.27846，在 −1.2785 处"), "{more}");
        assert!(say("softplus", &[1.0], Lang::En).1.contains("It has no zero."));
        // More zeros than are kept are seen at ω = 10, and only the kept ones at 1.
        let sine = |omega: f64| say("sinusoid", &[omega], Lang::En).1.matches("and so on").count();
        assert_eq!((sine(10.0), sine(1.0)), (2, 0));
    }

    #[test]
    fn there_are_words_for_every_function() {
        for act in ALL {
            let p = act.defaults();
            let found = properties(act, &p);
            for lang in Lang::ALL {
                let words = (&words(lang).story, &words(lang).facts);
                for text in [
                    sentence(act, &p, &found, words),
                    paragraph(act, &p, &found, &act.window, words),
                ] {
                    assert!(text.len() > 30 && !text.contains("  "), "{act:?}: {text}");
                }
            }
        }
    }
}
