//! A function in words: one sentence and one paragraph, from its computed properties.

use super::facts::{FactWords, interval, more};
use crate::activation::{Activation, Window};
use crate::numeric::format::brief;
use crate::properties::{Monotone, Properties, Range, Saturation, Solutions, asymptote};

/// The most zeros or extrema that are listed.
const LISTED: usize = 12;

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
    /// The sentence for no zeros at all.
    pub no_zeros: &'static str,
    /// The sentence for none in the window.
    pub no_zeros_here: &'static str,
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
    /// The slope of a curve that has only one.
    pub slope: fn(slope: &str) -> String,
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
    said.push(zeros(&found.zeros, window, words, facts));
    let turns = found.turns_within((window.x_min, window.x_max), window.x_min, LISTED);
    if (turns.cut || !turns.items.is_empty()) && found.monotone != Monotone::Constant {
        let each = turns.items.iter().map(|t| (facts.turn)(t.max, &number(t.x), &number(t.y)));
        let list = each.collect::<Vec<_>>().join(words.semicolon);
        let period = found.period.map(|period| period.length).filter(|_| turns.cut);
        said.push((words.turns)(&cut_short(list, period, facts)));
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
    let (low, high) = (number(found.flattest.1), number(found.steepest.1));
    let same = found.flattest.1 == found.steepest.1;
    said.push(if same { (words.slope)(&low) } else { (words.slopes)(&low, &high) });
    said.join(words.space)
}

/// `ELU with α = 1.5`.
#[must_use]
pub fn subject(act: &Activation, p: &[f64], words: &StoryWords) -> String {
    let each = act.params.iter().zip(p).map(|(q, v)| format!("{} = {}", q.symbol, brief(*v, 6)));
    (words.subject)(act.name, &each.collect::<Vec<_>>().join(words.comma))
}

/// The zeros in a window; the sentence that names the window limits endless intervals.
fn zeros(zeros: &Solutions, window: &Window, words: &StoryWords, facts: &FactWords) -> String {
    let seen = zeros.within((window.x_min, window.x_max), window.x_min, LISTED);
    let meets = |i: &&Range| i.low.value <= window.x_max && window.x_min <= i.high.value;
    let intervals = zeros.intervals.iter().filter(meets).map(interval);
    let points = seen.items.iter().map(|x| brief(*x, 5));
    let list = points.chain(intervals).collect::<Vec<_>>().join(words.semicolon);
    if list.is_empty() && !seen.cut {
        let none = zeros.points.is_empty() && zeros.intervals.is_empty();
        return if none { words.no_zeros } else { words.no_zeros_here }.to_owned();
    }
    (words.zeros)(&cut_short(list, zeros.period.filter(|_| seen.cut), facts))
}

/// A list that goes on with a period, if it does; of which no place is known if it is empty.
fn cut_short(list: String, period: Option<f64>, facts: &FactWords) -> String {
    match period {
        Some(length) if list.is_empty() => (facts.dense)(&brief(length, 5)),
        _ => more(list, period, facts),
    }
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
        assert_eq!(one, "Swish（β = 1）不单调，值域为 [−0.2785, ∞)，仅左侧软饱和。");
        assert!(more.contains("极小值 −0.27846，在 −1.2785 处"), "{more}");
        assert!(say("softplus", &[1.0], Lang::En).1.contains("It has no zero."));
        // Rows 12 and N1 of faults.md: the words are about the window shown, however far from 0.
        let sine = |omega: f64, from: f64, to: f64| {
            let act = by_id("sinusoid").unwrap();
            let p = [omega];
            let window = Window::new(from, to, -1.0, 1.0);
            let words = words(Lang::En);
            paragraph(act, &p, &properties(act, &p), &window, (&words.story, &words.facts))
        };
        let far = sine(1.0, 13.0, 23.0);
        assert!(far.contains("It is zero at 15.708; 18.85; 21.991."), "{far}");
        assert!(
            far.contains("It turns: max 1 at 14.137; min −1 at 17.279; max 1 at 20.42."),
            "{far}"
        );
        assert_eq!(sine(10.0, -5.0, 5.0).matches("and so on, with period 0.6283").count(), 2);
        assert_eq!(sine(1.0, -5.0, 5.0).matches("and so on").count(), 0);
        assert!(sine(1.0, 0.5, 1.5).contains("It has no zero here. It has no kink"));
        let dense = sine(1e12, 1e6, 1e6 + 1.0);
        assert!(
            dense.contains("It is zero at places too close together to list, with period"),
            "{dense}"
        );
        // One slope is no interval, and a constant is flat.
        let (one, more) = say("sinusoid", &[0.0], Lang::En);
        assert_eq!(
            one,
            "Sinusoid with ω = 0 is constant, takes the values {0}, and saturates hard on both sides."
        );
        assert!(more.ends_with("Its slope is 0 wherever it has one."), "{more}");
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
