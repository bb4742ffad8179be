//! Computed properties in words: rows of a table, the same for readers, scripts and tests.

use crate::numeric::format::{brief, shortest};
use crate::properties::{
    Break, Class, Decay, Monotone, Parity, Properties, Range, Saturation, Solutions,
};

/// The periods on each side of 0 from which places are listed.
const LISTED_PERIODS: f64 = 2.0;
/// More places than there are in those.
const NEAREST: usize = 64;

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the property of that name")]
pub enum Fact {
    Range,
    Monotone,
    Turns,
    LeftSaturation,
    RightSaturation,
    Smoothness,
    Breaks,
    Parity,
    Period,
    AtZero,
    NearIdentity,
    Moments,
    Lipschitz,
    Slopes,
    Zeros,
    FixedPoints,
}

/// The words the table is made of.
pub struct FactWords {
    /// Name of a row.
    pub label: fn(Fact) -> &'static str,
    /// Rising or falling.
    pub monotone: fn(Monotone) -> &'static str,
    /// Classes of smoothness.
    pub class: fn(Class) -> &'static str,
    /// Symmetry.
    pub parity: fn(Parity) -> &'static str,
    /// Hard saturation beyond `x`, on the left or the right.
    pub hard: fn(x: &str, left: bool) -> String,
    /// Soft saturation.
    pub soft: fn(Decay) -> &'static str,
    /// A kink with its slopes.
    pub kink: fn(x: &str, left: &str, right: &str) -> String,
    /// A jump with its ends.
    pub jump: fn(x: &str, left: &str, right: &str) -> String,
    /// An extremum.
    pub turn: fn(max: bool, x: &str, y: &str) -> String,
    /// A value of f′ and where it is taken.
    pub slope_at: fn(y: &str, x: &str) -> String,
    /// A value of f′ that is its limit at a kink from one side.
    pub slope_beside: fn(y: &str, x: &str, left: bool) -> String,
    /// A value of f′ that is only its limit at ±∞.
    pub slope_limit: fn(y: &str, x: &str) -> String,
    /// The answer yes.
    pub yes: &'static str,
    /// The answer no.
    pub no: &'static str,
    /// The text for an empty list.
    pub none: &'static str,
    /// A period: its length, whether only f′ repeats.
    pub period: fn(length: &str, rises: bool) -> String,
    /// The note that a list goes on with this period.
    pub forever: fn(period: &str) -> String,
    /// The note that places with this period are too close together to be listed.
    pub dense: fn(period: &str) -> String,
    /// The text for a mean or variance beyond the range of f64.
    pub too_large: &'static str,
    /// The note that there are more, further from 0.
    pub further: &'static str,
    /// The separator of the entries of a list.
    pub semicolon: &'static str,
}

/// One property: its stable name, its label, its text, its value for scripts.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The name in `data-property`.
    pub name: &'static str,
    /// The label in the reader's language.
    pub label: &'static str,
    /// The text in the reader's language.
    pub text: String,
    /// The value, the same in every language.
    pub value: String,
}

/// The properties of a function, as rows.
#[must_use]
pub fn facts(p: &Properties, w: &FactWords) -> Vec<Row> {
    let row =
        |fact, name, text: String, value: String| Row { name, label: (w.label)(fact), text, value };
    let pair = |a: f64, b: f64| {
        (format!("{}, {}", short(a), short(b)), format!("{} {}", shortest(a), shortest(b)))
    };
    let (at_zero, mut moments) = (pair(p.at_zero, p.slope_at_zero), pair(p.mean, p.variance));
    // Of a mean that is 0 only the rounding of the sum is left.
    if p.mean.abs() < 1e-12 {
        moments.0 = format!("0, {}", short(p.variance));
    }
    if !p.variance.is_finite() {
        moments.0 = w.too_large.to_owned();
    }
    let slope = |(x, y): (f64, f64)| {
        let say = if x.is_infinite() { w.slope_limit } else { w.slope_at };
        match p.regularity.slopes.iter().find(|sides| sides.x == x) {
            // Only the limit from one side is as large; the value there is a convention.
            Some(sides) if y == sides.left => (w.slope_beside)(&short(y), &short(x), true),
            Some(sides) if y == sides.right => (w.slope_beside)(&short(y), &short(x), false),
            _ => say(&short(y), &short(x)),
        }
    };
    // On a plateau the place nearest 0 stands for all of it.
    let slopes = if p.flattest.1 == p.steepest.1 {
        short(p.steepest.1)
    } else {
        [slope(p.flattest), slope(p.steepest)].join(w.semicolon)
    };
    let slope_values =
        [p.flattest, p.steepest].map(|(x, y)| format!("{} {}", shortest(x), shortest(y)));
    let yes = if p.near_identity { w.yes } else { w.no };
    let nearest = p.turns_within(nearest(p.period.map(|period| period.length)), 0.0, NEAREST).items;
    let turns = nearest.iter().map(|t| (w.turn)(t.max, &short(t.x), &short(t.y)));
    let turn_values = nearest.iter().map(|t| format!("{} {}", shortest(t.x), shortest(t.y)));
    let turn_period = p.period.filter(|_| !nearest.is_empty()).map(|period| period.length);
    let period = p.period.map(|period| {
        let text = (w.period)(&short(period.length), period.rise != 0.0);
        (text, format!("{} {}", shortest(period.length), shortest(period.rise)))
    });
    let period = period.unwrap_or_else(|| (w.none.to_owned(), String::new()));
    vec![
        row(
            Fact::Range,
            "range",
            join(p.range.iter().map(interval), " ∪ ", w),
            listed(p.range.iter().map(range_value)),
        ),
        row(
            Fact::Monotone,
            "monotone",
            (w.monotone)(p.monotone).into(),
            monotone_name(p.monotone).into(),
        ),
        row(
            Fact::Turns,
            "extrema",
            more(join(turns, w.semicolon, w), turn_period, w),
            listed(turn_values),
        ),
        row(
            Fact::LeftSaturation,
            "left-saturation",
            saturation(p.left, true, w),
            saturation_name(p.left).into(),
        ),
        row(
            Fact::RightSaturation,
            "right-saturation",
            saturation(p.right, false, w),
            saturation_name(p.right).into(),
        ),
        row(
            Fact::Smoothness,
            "smoothness",
            (w.class)(p.regularity.class).into(),
            class_name(p.regularity.class).into(),
        ),
        row(
            Fact::Breaks,
            "breaks",
            breaks(p, w),
            listed(p.regularity.kinks.iter().chain(&p.regularity.jumps).map(|b| shortest(b.x))),
        ),
        row(Fact::Parity, "parity", (w.parity)(p.parity).into(), parity_name(p.parity).into()),
        row(Fact::Period, "period", period.0, period.1),
        row(Fact::AtZero, "at-zero", at_zero.0, at_zero.1),
        row(Fact::NearIdentity, "near-identity", yes.into(), p.near_identity.to_string()),
        row(Fact::Moments, "moments", moments.0, moments.1),
        row(Fact::Lipschitz, "lipschitz", short(p.lipschitz), shortest(p.lipschitz)),
        row(Fact::Slopes, "slopes", slopes, listed(slope_values.into_iter())),
        row(Fact::Zeros, "zeros", solutions(&p.zeros, w), solution_value(&p.zeros)),
        row(
            Fact::FixedPoints,
            "fixed-points",
            solutions(&p.fixed_points, w),
            solution_value(&p.fixed_points),
        ),
    ]
}

/// The six rows that tell most, in the order of reading, and then the others.
#[must_use]
pub fn telling_first(p: &Properties, rows: &[Row]) -> (Vec<Row>, Vec<Row>) {
    let shape = if p.turns.is_empty() { "monotone" } else { "extrema" };
    let smooth = p.regularity.kinks.is_empty() && p.regularity.jumps.is_empty();
    let class = if smooth { "smoothness" } else { "breaks" };
    let wanted = ["range", shape, "left-saturation", "right-saturation", class, "moments"];
    let first = wanted.iter().filter_map(|name| rows.iter().find(|row| row.name == *name).cloned());
    let others = rows.iter().filter(|row| !wanted.contains(&row.name)).cloned();
    (first.collect(), others.collect())
}

/// The rows as an HTML list; the texts are ours and hold no markup but `<`.
#[must_use]
pub fn table(rows: &[Row]) -> String {
    let escape = |text: &str| text.replace('<', "&lt;");
    let cell = |row: &Row| {
        // Where there is no word, a translator has nothing to do.
        let words = row.text.chars().any(char::is_alphabetic);
        format!(
            "<div class=\"fact\"><dt>{}</dt><dd><data{} data-property=\"{}\" value=\"{}\">{}</data></dd></div>",
            row.label,
            if words { "" } else { " translate=\"no\"" },
            row.name,
            row.value,
            escape(&row.text)
        )
    };
    rows.iter().map(cell).collect()
}

/// Four digits are enough to read; the value has them all.
fn short(x: f64) -> String {
    brief(x, 4)
}

fn join(parts: impl Iterator<Item = String>, between: &str, w: &FactWords) -> String {
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { w.none.to_owned() } else { parts.join(between) }
}

fn listed(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

/// A list with a note that it goes on, if it does.
pub(super) fn more(text: String, period: Option<f64>, w: &FactWords) -> String {
    let note = period.map(|length| (w.forever)(&short(length)));
    note.map_or(text.clone(), |note| format!("{text}{}{note}", w.semicolon))
}

/// The periods around 0 in which the places to list are looked for.
fn nearest(period: Option<f64>) -> (f64, f64) {
    period.map_or((f64::NEG_INFINITY, f64::INFINITY), |length| {
        (-LISTED_PERIODS * length, LISTED_PERIODS * length)
    })
}

pub(super) fn interval(range: &Range) -> String {
    if range.low == range.high {
        return format!("{{{}}}", short(range.low.value));
    }
    bracketed(range, short)
}

fn range_value(range: &Range) -> String {
    bracketed(range, shortest)
}

fn bracketed(range: &Range, number: fn(f64) -> String) -> String {
    let open = if range.low.attained { '[' } else { '(' };
    let close = if range.high.attained { ']' } else { ')' };
    format!("{open}{}, {}{close}", number(range.low.value), number(range.high.value))
}

fn saturation(s: Saturation, left: bool, w: &FactWords) -> String {
    match s {
        Saturation::None => w.none.to_owned(),
        Saturation::Soft(decay) => (w.soft)(decay).to_owned(),
        Saturation::Hard(x) => (w.hard)(&short(x), left),
    }
}

fn breaks(p: &Properties, w: &FactWords) -> String {
    let say = |b: &Break, words: fn(&str, &str, &str) -> String| {
        words(&short(b.x), &short(b.left), &short(b.right))
    };
    let kinks = p.regularity.kinks.iter().map(|b| say(b, w.kink));
    let jumps = p.regularity.jumps.iter().map(|b| say(b, w.jump));
    join(kinks.chain(jumps), w.semicolon, w)
}

fn solutions(s: &Solutions, w: &FactWords) -> String {
    let points = s.within(nearest(s.period), 0.0, NEAREST).items;
    let points = points.iter().map(|x| short(*x));
    let intervals = s.intervals.iter().map(interval);
    let further = s.more.then(|| w.further.to_owned());
    let list = join(points.chain(intervals).chain(further), w.semicolon, w);
    more(list, s.period.filter(|_| !s.points.is_empty()), w)
}

fn solution_value(s: &Solutions) -> String {
    let points = s.within(nearest(s.period), 0.0, NEAREST).items;
    let points = points.iter().map(|x| shortest(*x));
    let intervals = s.intervals.iter().map(range_value);
    listed(points.chain(intervals))
}

fn saturation_name(s: Saturation) -> &'static str {
    match s {
        Saturation::None => "none",
        Saturation::Soft(_) => "soft",
        Saturation::Hard(_) => "hard",
    }
}

fn monotone_name(m: Monotone) -> &'static str {
    match m {
        Monotone::Increasing => "increasing",
        Monotone::NonDecreasing => "non-decreasing",
        Monotone::Decreasing => "decreasing",
        Monotone::NonIncreasing => "non-increasing",
        Monotone::Constant => "constant",
        Monotone::No => "no",
    }
}

fn class_name(c: Class) -> &'static str {
    match c {
        Class::Discontinuous => "discontinuous",
        Class::C0 => "c0",
        Class::C1 => "c1",
        Class::Smooth => "smooth",
    }
}

fn parity_name(p: Parity) -> &'static str {
    match p {
        Parity::Odd => "odd",
        Parity::Even => "even",
        Parity::Both => "both",
        Parity::Neither => "none",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{ALL, by_id};
    use crate::lang::Lang;
    use crate::properties::properties;
    use crate::words::plots::words;

    fn say(id: &str, p: &[f64], lang: Lang, name: &str) -> String {
        let rows = facts(&properties(by_id(id).unwrap(), p), &words(lang).facts);
        rows.into_iter().find(|r| r.name == name).unwrap().text
    }

    #[test]
    fn properties_read_as_a_teacher_would_write_them() {
        let en = |id: &str, p: &[f64], name: &str| say(id, p, Lang::En, name);
        assert_eq!(en("elu", &[1.5], "range"), "(−1.5, ∞)");
        assert_eq!(en("elu", &[1.5], "breaks"), "kink at 0, slopes 1.5 | 1");
        assert_eq!(en("relu6", &[], "range"), "[0, 6]");
        assert_eq!(en("sigmoid", &[], "slopes"), "0 as x → −∞; 0.25 at 0");
        assert_eq!(en("snake", &[1.0], "zeros"), "0");
        assert_eq!(
            en("sinusoid", &[1.0], "zeros"),
            "−12.57; −9.425; −6.283; −3.142; 0; 3.142; 6.283; 9.425; 12.57; and so on, with period 6.283"
        );
        assert_eq!(en("softplus", &[1.0], "slopes"), "0 as x → −∞; 1 as x → ∞");
        assert_eq!(en("relu", &[], "slopes"), "0 just left of 0; 1 just right of 0");
        assert_eq!(
            say("hardswish", &[], Lang::Zh, "slopes"),
            "−0.5，在 −3 的右侧；1.5，在 3 的左侧"
        );
        assert_eq!(en("hardshrink", &[0.5], "slopes"), "0 at 0; 1 just left of −0.5");
        assert_eq!(en("binary_step", &[], "slopes"), "0");
        assert_eq!(en("gelu", &[], "slopes"), "−0.1289 at −1.414; 1.129 at 1.414");
        assert_eq!(en("hardshrink", &[0.5], "range"), "(−∞, −0.5) ∪ {0} ∪ (0.5, ∞)");
        assert_eq!(en("swish", &[1.0], "extrema"), "min −0.2785 at −1.278");
        assert_eq!(en("hardswish", &[], "left-saturation"), "hard, for x < −3");
        assert_eq!(en("relu", &[], "fixed-points"), "[0, ∞)");
        assert_eq!(en("hardshrink", &[0.5], "fixed-points"), "0; (−∞, −0.5); (0.5, ∞)");
        assert_eq!(en("hardshrink", &[0.5], "zeros"), "[−0.5, 0.5]");
        assert_eq!(en("tanh", &[], "moments"), "0, 0.3943");
        assert_eq!(say("relu", &[], Lang::Zh, "left-saturation"), "硬饱和，x < 0");
    }

    #[test]
    fn every_function_has_every_row_and_the_table_is_well_formed() {
        for act in ALL {
            for lang in Lang::ALL {
                let rows = facts(&properties(act, &act.defaults()), &words(lang).facts);
                assert!(rows.iter().all(|r| !r.text.is_empty() && !r.label.is_empty()), "{act:?}");
                let (first, others) = telling_first(&properties(act, &act.defaults()), &rows);
                assert_eq!((first.len(), others.len()), (6, rows.len() - 6), "{act:?}");
                let html = table(&rows);
                assert_eq!(html.matches("<dt>").count(), rows.len());
                assert!(!rows.iter().any(|r| r.value.contains(['"', '<'])), "{act:?}");
            }
        }
    }
}
