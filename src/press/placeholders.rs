//! Numbers in texts that the functions themselves supply: `{{f elu [1.5] @ -1|4}}`.
//!
//! `f` and `df` are the value and the derivative at a place, `mean` is that under N(0, 1), `min`
//! and `argmin` the least value at a turn and where it is, `dfmax` and `dfmin` the largest and the
//! least slope, `argdfmax` and `argdfmin` where those are, `lipschitz` the larger of their sizes,
//! `default elu.alpha` that of a parameter, `gap gelu,swish` the largest distance of two functions
//! between −20 and 20, `fit line`, `fit slope` and `fit 8` the error and the slope of the line, and
//! the error of eight ReLU units, that come closest to sin on [−π, π]. `left relu 2` is the length
//! that a gradient has after twenty layers, as a share of the one it started with and as a root
//! mean square over wide networks whose weights have the variance 2 over the fan-in; `left selu 1
//! 100` is that after a hundred. `growth gelu` is the factor of its mean square a layer where the
//! weights keep the signal's mean square at 1. `steps sigmoid 64 centred`
//! is how many steps the zig-zag takes with inputs from a function in batches of a size, the inputs
//! centred or not, at the rate it starts from; `best` is the same at the best rate, `limit` the
//! largest stable rate, and `locked sigmoid 64` the percentage of steps of one sign. Parameters in
//! brackets may be left out for the defaults; after `|` stands how many digits are shown, at most,
//! instead of six.

use explorer_core::activation::{Activation, by_id};
use explorer_core::numeric::decimal;
use explorer_core::numeric::format::brief;
use explorer_core::properties::properties;
use explorer_core::train::mean_field::{Field, MeanField};
use explorer_core::views::linear::model::fit::{Line, MAX_UNITS, Relus};
use explorer_core::views::zigzag::model::{Draws, LIMIT, Setup};

/// The number of digits unless a text gives another.
const DIGITS: usize = 6;

/// The number of layers of `left` unless a text gives another.
const LAYERS: usize = 20;

/// The text with numbers in place of placeholders; it keeps its lines.
pub fn filled(source: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("{{") {
        out.push_str(before);
        let line = out.matches('\n').count() + 1;
        let (inside, after) = after
            .split_once("}}")
            .filter(|(inside, _)| !inside.contains('\n'))
            .ok_or_else(|| format!("line {line}: `{{{{` without `}}}}`"))?;
        out.push_str(
            &number(inside).map_err(|why| format!("line {line}: {{{{{inside}}}}}: {why}"))?,
        );
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn number(inside: &str) -> Result<String, String> {
    let (what, digits) = match inside.rsplit_once('|') {
        Some((what, digits)) => {
            (what, digits.parse().map_err(|_| format!("`{digits}` is no number of digits"))?)
        }
        None => (inside, DIGITS),
    };
    let value = value(what)?;
    if value.is_finite() { Ok(brief(value, digits)) } else { Err(format!("it is {value}")) }
}

fn value(what: &str) -> Result<f64, String> {
    let (what, x) = match what.split_once(" @ ") {
        Some((what, x)) => (what, Some(parsed(x)?)),
        None => (what, None),
    };
    let (name, of) = what.split_once(' ').ok_or("a quantity and a function are expected")?;
    match (name, x) {
        ("fit", None) => return fit(of),
        ("gap", None) => return gap(of),
        ("default", None) => return default(of),
        ("left", None) => return left(of),
        ("growth", None) => return growth(of),
        ("steps" | "best" | "limit" | "locked", None) => return zigzag(name, of),
        _ => {}
    }
    let (id, p) = match of.split_once(" [") {
        Some((id, p)) => (id, Some(p.strip_suffix(']').ok_or("`[` without `]`")?)),
        None => (of, None),
    };
    let act = function(id)?;
    let p = parameters(act, p)?;
    match (name, x) {
        ("f", Some(x)) => return Ok(act.f(x, &p)),
        ("df", Some(x)) => return Ok(act.df(x, &p)),
        ("f" | "df", None) => return Err("` @ x` is missing".into()),
        (_, Some(_)) => return Err(format!("`{name}` is not taken at a place")),
        (_, None) => {}
    }
    let found = properties(act, &p);
    let lowest =
        found.turns.iter().filter(|turn| !turn.max).reduce(|a, b| if b.y < a.y { b } else { a });
    match name {
        "mean" => Ok(found.mean),
        "min" => Ok(lowest.ok_or("it has no minimum")?.y),
        "argmin" => Ok(lowest.ok_or("it has no minimum")?.x),
        "dfmax" => Ok(found.steepest.1),
        "dfmin" => Ok(found.flattest.1),
        "argdfmax" => Ok(found.steepest.0),
        "argdfmin" => Ok(found.flattest.0),
        "lipschitz" => Ok(found.lipschitz),
        _ => Err(format!("no quantity `{name}`")),
    }
}

fn function(id: &str) -> Result<&'static Activation, String> {
    by_id(id).filter(|act| act.id == id).ok_or_else(|| format!("no function `{id}`"))
}

/// A figure of what comes closest to sin.
fn fit(what: &str) -> Result<f64, String> {
    match what {
        "line" => Ok(Line::fit().rmse),
        "slope" => Ok(Line::fit().slope),
        units => match units.parse() {
            Ok(units @ 1..=MAX_UNITS) => Ok(Relus::fit(units).rmse),
            _ => Err(format!("`{units}` is neither `line`, `slope` nor a number of units")),
        },
    }
}

/// The largest distance of two functions, on a grid of a thousandth between −20 and 20: short of
/// the true one by less than a millionth where they are smooth.
fn gap(pair: &str) -> Result<f64, String> {
    let (a, b) = pair.split_once(',').ok_or("two functions are expected")?;
    let (a, b) = (function(a)?, function(b)?);
    let (p, q) = (a.defaults(), b.defaults());
    let place = |i: i32| f64::from(i) / 1000.0;
    let apart = |x: f64| (a.f(x, &p) - b.f(x, &q)).abs();
    Ok((-20_000..=20_000).map(|i| apart(place(i))).fold(0.0, f64::max))
}

/// The root of the product of χ = σ_w² E f′² over layers, from an input of mean square 1.
fn left(of: &str) -> Result<f64, String> {
    let mut words = of.split(' ');
    let field = field(words.next().unwrap_or_default())?;
    let variance = parsed(words.next().ok_or("a variance is expected")?)?;
    let layers = words.next().map_or(Ok(LAYERS), str::parse);
    let layers = layers.map_err(|_| "the number of layers is none")?;
    let mean_field = MeanField::new(field);
    let chi = mean_field.layers([variance, 0.0]).map(|(_, m)| variance * m.slope_square);
    Ok(chi.take(layers).product::<f64>().sqrt())
}

/// E f′² over E f² under N(0, 1).
fn growth(id: &str) -> Result<f64, String> {
    let moments = field(id)?.moments(0.0, 1.0);
    Ok(moments.slope_square / moments.square)
}

/// A function with its default parameters, as mean-field theory sees it.
fn field(id: &str) -> Result<Field, String> {
    let act = function(id)?;
    Ok(Field::new(act, &act.defaults()))
}

/// A figure of the zig-zag, the median of its draws.
fn zigzag(name: &str, of: &str) -> Result<f64, String> {
    let (of, centred) = of.strip_suffix(" centred").map_or((of, false), |of| (of, true));
    let (id, batch) = of.split_once(' ').ok_or("a function and a batch size are expected")?;
    let batch = batch.parse().map_err(|_| format!("`{batch}` is no batch size"))?;
    let draws = Draws::of(&Setup { batch, centred, ..Setup::of(function(id)?) });
    let steps = match name {
        "limit" => return Ok(draws.largest_rate()),
        "locked" => return draws.one_sign_share().map(|s| 100.0 * s).ok_or("no steps".into()),
        "best" => draws.best().map(|best| best.steps),
        _ => draws.steps(Setup::default().rate, LIMIT),
    };
    steps.map(|steps| steps as f64).ok_or_else(|| format!("`{id}` does not arrive"))
}

/// The default of a parameter, `id.name`.
fn default(of: &str) -> Result<f64, String> {
    let (id, name) = of.split_once('.').ok_or("a function and a parameter are expected")?;
    let act = function(id)?;
    let index = act.param_index(name).ok_or_else(|| format!("`{id}` has no `{name}`"))?;
    Ok(act.params[index].default)
}

/// The parameters between the brackets, or the defaults.
fn parameters(act: &Activation, list: Option<&str>) -> Result<Vec<f64>, String> {
    let Some(list) = list else { return Ok(act.defaults()) };
    let values: Result<Vec<f64>, String> = list.split(',').map(|v| parsed(v.trim())).collect();
    let values = values?;
    if values.len() != act.params.len() {
        return Err(format!("`{}` has {} parameters", act.id, act.params.len()));
    }
    match act.params.iter().zip(&values).find(|(param, value)| param.clamp(**value) != **value) {
        Some((param, value)) => Err(format!("`{}` cannot be {value}", param.name)),
        None => Ok(values),
    }
}

fn parsed(number: &str) -> Result<f64, String> {
    decimal::parse(number).ok_or_else(|| format!("`{number}` is no number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_from_the_functions() {
        let text = "a {{f prelu [1.5] @ -1}}, {{df tanh @ 0}},\n{{mean relu|3}}; {{min swish|5}} \
                    at {{argmin swish|5}}: {{dfmax sigmoid}} {{dfmin relu}} {{lipschitz selu|4}}.";
        let filled = filled(text).unwrap();
        assert_eq!(filled, "a −1.5, 1,\n0.399; −0.27846 at −1.2785: 0.25 0 1.758.");
        assert_eq!(super::filled("{{df sigmoid @ -10|3}}").unwrap(), "4.54×10⁻⁵");
        // As in the fact check: findings 2, 5 and 6, rows 3.78 and 3.91.
        let text = "{{argdfmax swish|6}} {{argdfmin swish|6}} {{gap gelu,gelu_tanh|3}} \
                    {{gap gelu,gelu_quick|3}} {{gap swish,relu|5}} {{fit line|3}} {{fit 8|2}} \
                    {{default selu.alpha|6}}";
        let filled = super::filled(text).unwrap();
        assert_eq!(filled, "2.39936 −2.39936 0.000473 0.0203 0.27846 0.443 0.017 1.67326");
    }

    /// As computed with SciPy; He's variance keeps the mean square, LeCun's halves it.
    #[test]
    fn gradients_through_layers() {
        let text = "{{left relu 2}} {{left relu 1|2}} {{left relu 1 2}} {{left tanh 1|2}} \
                    {{left sigmoid 1|2}} {{left selu 1 200|4}} {{growth selu|5}} {{growth tanh|4}}";
        let filled = super::filled(text).unwrap();
        assert_eq!(filled, "1 0.00098 0.5 0.19 2.6×10⁻¹³ 1005 1.0716 1.178");
    }

    #[test]
    fn a_placeholder_that_means_nothing_is_refused_with_its_line() {
        for (text, why) in [
            ("a\nb {{f relu @ 0", "line 2: `{{` without"),
            ("{{f relu\n@ 0}}", "line 1: `{{` without"),
            ("a\n{{f relus @ 0}}", "line 2: {{f relus @ 0}}: no function `relus`"),
            ("{{f silu @ 0}}", "no function `silu`"),
            ("{{f relu}}", "` @ x` is missing"),
            ("{{mean relu @ 1}}", "not taken at a place"),
            ("{{f relu @ one}}", "`one` is no number"),
            ("{{f relu @ 0|x}}", "no number of digits"),
            ("{{relu}}", "a quantity and a function"),
            ("{{median relu}}", "no quantity `median`"),
            ("{{min relu}}", "it has no minimum"),
            ("{{lipschitz binary_step}}", "it is inf"),
            ("{{fit 0}}", "neither `line`, `slope`"),
            ("{{fit line @ 1}}", "no function `line`"),
            ("{{gap elu}}", "two functions"),
            ("{{left relu}}", "a variance is expected"),
            ("{{left relu 1 few}}", "the number of layers"),
            ("{{growth elus}}", "no function `elus`"),
            ("{{gap elu,elus}}", "no function `elus`"),
            ("{{default elu.beta}}", "`elu` has no `beta`"),
            ("{{f elu [1,2] @ 0}}", "has 1 parameters"),
            ("{{f celu [0] @ 0}}", "`alpha` cannot be 0"),
        ] {
            let error = filled(text).unwrap_err();
            assert!(error.contains(why), "{text}: {error}");
        }
    }
}
