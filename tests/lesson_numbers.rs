//! Numbers that the lesson gives as part of a formula or of an argument, where no placeholder can
//! stand, against what the functions compute. `typed_numbers.rs` knows of all that are typed.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use activation_explorer::activation::{Kind, by_id};
use activation_explorer::demo::rng::Rng;
use activation_explorer::lang::Lang;
use activation_explorer::train::mean_field::{Field, MeanField};
use activation_explorer::views::zigzag::model::one_sign_share;
use activation_explorer::views::zigzag::model::worked::{DIRECT, LOCKED, length, shortest_locked};
use common::rows;
use std::fs;

/// `f(x)` with default parameters.
fn f(id: &str, x: f64) -> f64 {
    let act = by_id(id).unwrap();
    act.f(x, &act.defaults())
}

/// `f′(x)` with default parameters.
fn df(id: &str, x: f64) -> f64 {
    let act = by_id(id).unwrap();
    act.df(x, &act.defaults())
}

/// The parameter of SELU called `name`.
fn selu(name: &str) -> f64 {
    let act = by_id("selu").unwrap();
    act.params[act.param_index(name).unwrap()].default
}

fn softmax(z: &[f64], t: f64) -> Vec<f64> {
    let Kind::Vector(softmax) = &by_id("softmax").unwrap().kind else { panic!("not a vector") };
    (softmax.value)(z, &[t])
}

/// E g(Z) for Z from N(0, 1), by the trapezium rule.
fn mean(g: impl Fn(f64) -> f64) -> f64 {
    let step = 1e-3;
    let density = |z: f64| (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt();
    (-12_000..=12_000).map(|i| f64::from(i) * step).map(|z| g(z) * density(z) * step).sum()
}

/// The variance of `id` at pre-activations from N(0, ν).
fn variance(id: &str, nu: f64) -> f64 {
    let at = |z: f64| f(id, nu.sqrt() * z);
    mean(|z| at(z).powi(2)) - mean(at).powi(2)
}

/// Asserts that a chapter has these numbers, in every language.
fn has(slug: &str, numbers: &[String]) {
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    says(&format!("lesson/{slug}.md"), &numbers);
}

/// Asserts that a text has these numbers, in every language.
fn says(file: &str, numbers: &[&str]) {
    for lang in Lang::ALL.map(Lang::code) {
        let root = env!("CARGO_MANIFEST_DIR");
        let text = fs::read_to_string(format!("{root}/src/content/{lang}/{file}"));
        let text = text.unwrap().replace('−', "-");
        for number in numbers {
            // As a whole, not as a part of a longer one.
            let whole = text.match_indices(*number).any(|(at, _)| {
                let after = text[at + number.len()..].chars().next();
                let before = text[..at].chars().next_back();
                !after.is_some_and(|c| c.is_ascii_digit())
                    && !before.is_some_and(|c| c.is_ascii_digit() || c == '.')
            });
            assert!(whole, "{lang}: {file} does not have {number}");
        }
    }
}

/// A number as LaTeX: `9.5\times10^{-7}`.
fn power(x: f64) -> String {
    let text = format!("{x:.1e}");
    let (digits, power) = text.split_once('e').unwrap();
    format!("{digits}\\times10^{{{power}}}")
}

#[test]
fn sigmoid_and_its_limits() {
    has("01-activation", &[format!("{:.2}", 53.0 * 2f64.ln())]);
    let wrong = f("sigmoid", -10.0) - 1.0;
    has(
        "03-sigmoid-tanh",
        &[
            power(wrong * df("sigmoid", -10.0)),
            format!("{wrong:.5}"),
            power(0.25f64.powi(10)),
            power(0.25f64.powi(20)),
            format!("{:.4}", 0.99 * (1.0 - 0.99)),
        ],
    );
    let loss = |w: f64| (f("sigmoid", w) - 1.0).powi(2);
    let h = 1e-4;
    let bend = (loss(-3.0 + h) - 2.0 * loss(-3.0) + loss(-3.0 - h)) / (h * h);
    let [a, b, c] = [-6.0, -3.0, 0.0].map(loss);
    has("08-properties", &[a, b, c, (a + c) / 2.0, bend].map(|y| format!("{y:.3}")));
}

/// What the tables of Xu et al. (2015) show on the 10,000 test images of CIFAR-10, and what not.
#[test]
fn errors_on_cifar_10() {
    let table = include_str!("../src/content/xu2015.csv");
    let rows = table.lines().filter(|line| line.contains("CIFAR-10 "));
    let test: Vec<f64> = rows.map(|r| r.rsplit(',').next().unwrap().parse().unwrap()).collect();
    let [relu, small, large, _, rrelu] = test[..] else { panic!("five variants") };
    let error = |a: f64, b: f64| ((a * (1.0 - a) + b * (1.0 - b)) / 1e4).sqrt();
    let images = |a: f64, b: f64| format!("{:.0}", 1e4 * (a - b));
    has(
        "04-relu-family",
        &[
            images(small, relu),
            images(relu, large),
            format!("{:.2}", 100.0 * error(small, relu)),
            format!("{:.2}", 100.0 * (small - relu)),
        ],
    );
    has("09-choosing", &[format!("{:.2}", 100.0 * (small - relu))]);
    // "Less than half a standard error", "chance hardly explains", "a single image".
    assert!(small - relu < 0.5 * error(small, relu));
    assert!(relu - large > 2.5 * error(large, relu));
    assert_eq!(images(large, rrelu), "1");
}

#[test]
fn the_scaled_tanh_keeps_one() {
    let scale = f("tanh", 2.0 / 3.0).recip();
    has("03-sigmoid-tanh", &[format!("{scale:.4}")]);
}

#[test]
fn elu_plus_alpha_ends_at_zero() {
    let end = -54.0 * 2f64.ln();
    assert!(f("elu", end - 1e-3) + 1.0 == 0.0 && f("elu", end + 1e-3) + 1.0 != 0.0);
    has("05-smooth", &[format!("{end:.2}")]);
}

#[test]
fn selu_keeps_mean_and_variance() {
    let h = 1e-3;
    let drift = (variance("selu", 1.0 + h) - variance("selu", 1.0 - h)) / (2.0 * h);
    let (scale, floor) = (selu("lambda"), selu("lambda") * selu("alpha"));
    has("05-smooth", &[format!("{drift:.3}"), format!("{scale:.2}"), format!("{floor:.2}")]);
    has("05-smooth", &[format!("{:.3}", -floor)]);
    // "Less than a tenth is left after ten layers."
    assert!(drift.powi(10) < 0.1);
    has("11-kink", &[format!("{scale:.4}"), format!("{floor:.4}")]);
}

#[test]
fn softmax_and_maxout() {
    let mut shares = Vec::new();
    for (t, digits) in [(0.25, [3, 3, 4]), (1.0, [3; 3]), (10.0, [3; 3])] {
        let each = softmax(&[2.0, 1.0, 0.0], t).into_iter().zip(digits);
        shares.extend(each.map(|(share, digits)| format!("{share:.digits$}")));
    }
    has("07-many-inputs", &shares);
    let first = softmax(&[-1.0, -2.0, -3.0], 1.0)[0];
    has("07-many-inputs", &[format!("{:.4}", first * (1.0 - first))]);
    // k tangents to x² on [−1, 1] at even places are off by 1/k² at most, where two meet.
    let off = |k: i32| {
        let touch = |j: i32| -1.0 + f64::from(2 * j + 1) / f64::from(k);
        let top = |x: f64| {
            (0..k).map(|j| touch(j) * (2.0 * x - touch(j))).fold(f64::NEG_INFINITY, f64::max)
        };
        (0..=3600).map(|i| -1.0 + f64::from(i) / 1800.0).map(|x| x * x - top(x)).fold(0.0, f64::max)
    };
    has("07-many-inputs", &[(2, 2), (5, 2), (9, 4)].map(|(k, n)| format!("{:.n$}", off(k))));
}

#[test]
fn the_shape_of_the_valley() {
    let m = mean(|z| f("sigmoid", z));
    let condition = |n: f64| 1.0 + n * m * m / variance("sigmoid", 1.0);
    let (direct, shortest) = (length(&DIRECT), length(&shortest_locked(DIRECT[0])));
    let lengths = [direct, length(&LOCKED), shortest, shortest / direct];
    let lengths = lengths.map(|length| format!("{length:.2}"));
    has("10-zero-centring", &lengths);
    has(
        "10-zero-centring",
        &[format!("{:.1}", condition(2.0)), format!("{:.0}", condition(100.0))],
    );
}

/// The share of steps of one sign that is left in ever larger batches, of ten weights and errors
/// that are noise: a component of the gradient is √batch times m·g + s·ε, with one normal g for all.
#[test]
fn noise_does_not_unlock_the_signs() {
    for id in ["sigmoid", "relu"] {
        let ratio = mean(|z| f(id, z)) / variance(id, 1.0).sqrt();
        let normal = |x: f64| 0.5 * libm::erfc(-x / 2f64.sqrt());
        let share = mean(|g| {
            let p = normal(ratio * g);
            p.powi(10) + (1.0 - p).powi(10)
        });
        has("10-zero-centring", &[format!("{:.1}%", 100.0 * share)]);
        let act = by_id(id).unwrap();
        let counted = one_sign_share((act, &act.defaults()), 10, 256, 4000, 5);
        assert!((counted - share).abs() < 0.03, "{id}: {counted}, not {share}");
    }
}

/// Batch normalisation after a linear layer: the errors of a batch add up to 0, and so the
/// gradient of the weights is that of centred inputs.
#[test]
fn batch_normalisation_centres_the_gradient() {
    const BATCH: usize = 64;
    let mut rng = Rng::stream(3, 91);
    let mut draw = || (0..BATCH).map(|_| rng.normal()).collect::<Vec<f64>>();
    let x: Vec<f64> = draw().into_iter().map(|z| f("sigmoid", z)).collect();
    let (noise, slope) = (draw(), draw());
    let average = |v: &[f64]| v.iter().sum::<f64>() / BATCH as f64;
    // z with a further input, and the loss Σ slope·relu(batch norm of z).
    let loss = |z: &[f64]| {
        let m = average(z);
        let s = (average(&z.iter().map(|z| (z - m).powi(2)).collect::<Vec<_>>())).sqrt();
        z.iter().zip(&slope).map(|(z, k)| k * f("relu", (z - m) / s)).sum::<f64>()
    };
    let z: Vec<f64> = x.iter().zip(&noise).map(|(x, e)| 2.0 * x + e).collect();
    let delta: Vec<f64> = (0..BATCH)
        .map(|i| {
            let moved = |h: f64| {
                let mut z = z.clone();
                z[i] += h;
                loss(&z)
            };
            (moved(1e-5) - moved(-1e-5)) / 2e-5
        })
        .collect();
    assert!(delta.iter().sum::<f64>().abs() < 1e-6, "{}", delta.iter().sum::<f64>());
    let m = average(&x);
    let gradient = |off: f64| delta.iter().zip(&x).map(|(d, x)| d * (x - off)).sum::<f64>();
    assert!((gradient(0.0) - gradient(m)).abs() < 1e-6 && gradient(m).abs() > 0.1);
}

/// The shares of a gradient's length left at the input of `LAYERS` layers of 64 units whose weights
/// are normal with variance `gain / 64`, of 200 networks, the smallest first.
fn gradients_left(id: &str, gain: f64) -> Vec<f64> {
    const WIDTH: usize = 64;
    const NETWORKS: u32 = 200;
    let act = by_id(id).unwrap();
    let length = |v: &[f64]| v.iter().map(|x| x * x).sum::<f64>().sqrt();
    let ratio = |seed: u32| {
        let mut rng = Rng::stream(seed, 90);
        let size = (gain / WIDTH as f64).sqrt();
        let mut x: Vec<f64> = (0..WIDTH).map(|_| rng.normal()).collect();
        let (mut weights, mut slopes) = (Vec::new(), Vec::new());
        for _ in 0..LAYERS {
            let layer: Vec<f64> = (0..WIDTH * WIDTH).map(|_| size * rng.normal()).collect();
            let z = layer.chunks(WIDTH).map(|w| w.iter().zip(&x).map(|(w, x)| w * x).sum::<f64>());
            let both: Vec<_> = z.map(|z| act.eval(z, &act.defaults())).collect();
            x = both.iter().map(|(f, _)| *f).collect();
            slopes.push(both.iter().map(|(_, df)| *df).collect::<Vec<_>>());
            weights.push(layer);
        }
        let out: Vec<f64> = (0..WIDTH).map(|_| rng.normal()).collect();
        let mut back = out.clone();
        for (layer, slopes) in weights.iter().zip(&slopes).rev() {
            let mut before = vec![0.0; WIDTH];
            for ((w, slope), g) in layer.chunks(WIDTH).zip(slopes).zip(&back) {
                before.iter_mut().zip(w).for_each(|(to, w)| *to += w * slope * g);
            }
            back = before;
        }
        length(&back) / length(&out)
    };
    let mut ratios: Vec<f64> = (0..NETWORKS).map(ratio).collect();
    ratios.sort_by(f64::total_cmp);
    ratios
}

/// The layers over which gradients are followed.
const LAYERS: usize = 20;

/// The share of a gradient's length that is left, by mean-field theory.
fn expected(id: &str, variance: f64, layers: usize) -> f64 {
    let act = by_id(id).unwrap();
    let mean_field = MeanField::new(Field::new(act, &act.defaults()));
    let chi = mean_field.layers([variance, 0.0]).map(|(_, m)| variance * m.slope_square);
    chi.take(layers).product::<f64>().sqrt()
}

/// Glorot's variance is 2/(n + n), LeCun's 1/n, He's 2/n. The lesson has its values from the
/// theory; networks of 64 units agree with it in the root mean square.
#[test]
fn the_gradient_left_after_twenty_layers() {
    for (id, gain) in [("sigmoid", 1.0), ("tanh", 1.0), ("relu", 2.0), ("relu", 1.0), ("selu", 1.0)]
    {
        let (ratios, want) = (gradients_left(id, gain), expected(id, gain, LAYERS));
        let square = ratios.iter().map(|r| r * r).sum::<f64>() / ratios.len() as f64;
        let off = square.sqrt() / want;
        assert!((0.8..1.25).contains(&off), "{id}, {gain}: {off} times {want:.3e}");
    }
    assert!((expected("relu", 2.0, LAYERS) - 1.0).abs() < 1e-12);
    assert!((expected("relu", 1.0, LAYERS) - 0.5f64.powi(10)).abs() < 1e-12);
    // "Eight in ten of He's keep between 0.3 and 1.4."
    let he = gradients_left("relu", 2.0);
    let (low, high) = (he[he.len() / 10], he[he.len() - 1 - he.len() / 10]);
    assert!((0.23..0.37).contains(&low) && (1.2..1.6).contains(&high), "{low} to {high}");
    has("03-sigmoid-tanh", &["0.3", "1.4"].map(str::to_owned));
}

/// Measured shares of dead units in one hidden layer, and how often deep networks learned.
#[test]
fn what_training_showed() {
    let dead = |rate: &str| {
        let row = rows(include_str!("data/training/dead.csv")).find(|row| {
            let of = ["data", "shape", "act", "lr"].map(|name| row.get(name));
            of == ["spirals", "2-32-1", "relu", rate]
        });
        let row = row.unwrap();
        assert_eq!(["epochs", "batch", "seeds"].map(|name| row.get(name)), ["50", "10", "200"]);
        format!("{:.0}%", 100.0 * row.get("dead").parse::<f64>().unwrap())
    };
    has("04-relu-family", &["1.5", "2", "2.5"].map(dead));
    let solved = |id: &str, init: &str, opt: &str| {
        let row = rows(include_str!("data/training/depth.csv")).find(|row| {
            let of = ["act", "init", "opt", "depth", "width"].map(|name| row.get(name));
            of == [id, init, opt, "8", "16"]
        });
        (30.0 * row.unwrap().get("solved").parse::<f64>().unwrap()).round()
    };
    assert_eq!([solved("relu", "he", "sgd"), solved("tanh", "lecun", "sgd")], [30.0; 2]);
    assert_eq!(["he", "lecun"].map(|init| solved("sigmoid", init, "sgd")), [0.0; 2]);
    let adam = ["he", "lecun"].map(|init| solved("sigmoid", init, "adam"));
    has("09-choosing", &[format!("{:.0}", adam[0].max(adam[1]))]);
}

/// What the pages of functions say about it.
#[test]
fn gradients_in_the_texts_about_functions() {
    let left =
        [("sigmoid", 1.0), ("tanh", 1.0), ("relu", 1.0)].map(|(id, v)| expected(id, v, LAYERS));
    let sigmoid = power(left[0]);
    says("sigmoid.md", &[&sigmoid]);
    says("tanh.md", &[&sigmoid, &format!("{:.2}", left[1])]);
    says("relu.md", &[&format!("{:.5}", left[2])]);
    let act = by_id("selu").unwrap();
    let moments = Field::new(act, &act.defaults()).moments(0.0, 1.0);
    let hundred = format!("{:.0}", expected("selu", 1.0, 100));
    says("selu.md", &[&format!("{:.4}", moments.slope_square / moments.square), &hundred]);
    // "Which doubles its length in 20 layers."
    assert!((expected("selu", 1.0, LAYERS) - 2.0).abs() < 0.01);
}

#[test]
fn the_share_of_gradients_of_one_sign() {
    let rows = [("sigmoid", ["100", "57", "54"]), ("relu", ["100", "11", "8"]), ("tanh", ["0"; 3])];
    for (id, said) in rows {
        let act = by_id(id).unwrap();
        for (batch, said) in [1, 8, 64].into_iter().zip(said) {
            let share = 100.0 * one_sign_share((act, &act.defaults()), 10, batch, 20_000, 3);
            let value: f64 = said.parse().unwrap();
            // Three times what chance makes of 20 000 steps, and the rounding.
            let off = 3.0 * (share * (100.0 - share) / 20_000.0).sqrt() + 0.5;
            assert!((share - value).abs() <= off, "{id}, batches of {batch}: {share}, not {value}");
            has("10-zero-centring", &[format!("{said}%")]);
            // "The entries for tanh are at most 0.25% before rounding."
            assert!(id != "tanh" || share <= 0.25, "batches of {batch}: {share}");
        }
    }
}
