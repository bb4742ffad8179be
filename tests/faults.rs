//! The right values where the page was once silently wrong, by the numbers of the list of faults
//! that public bug reports of similar software led to.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use activation_explorer::activation::{Activation, by_id};
use activation_explorer::properties::{
    Class, Monotone, Parity, Properties, Range, Saturation, properties, second, second_is_one_sided,
};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn function(id: &str) -> &'static Activation {
    by_id(id).unwrap()
}

fn of(id: &str, p: &[f64]) -> Properties {
    properties(function(id), p)
}

/// Lower end, whether attained, upper end, whether attained.
fn ends(ranges: &[Range]) -> Vec<(f64, bool, f64, bool)> {
    ranges.iter().map(|r| (r.low.value, r.low.attained, r.high.value, r.high.attained)).collect()
}

/// Row 1: a parameter at the end of its range gives the function it is, slope at 0 included.
#[test]
fn degenerate_parameters_are_the_functions_they_are() {
    let identity = of("identity", &[]);
    let the_identity = [
        ("hardshrink", &[0.0][..]),
        ("hardshrink", &[-1.0]),
        ("softshrink", &[0.0]),
        ("leaky_relu", &[1.0]),
        ("prelu", &[1.0]),
        ("rrelu", &[1.0, 1.0]),
        ("snake", &[0.0]),
        ("bilinear", &[1.0]),
        ("maxout", &[1.0, 1.0]),
    ];
    for (id, p) in the_identity {
        assert_eq!(of(id, p), identity, "{id} {p:?}");
        assert_eq!(function(id).eval(0.0, p), (0.0, 1.0), "{id} {p:?}");
    }
    let zero = of("glu", &[0.0]);
    let nothing = [
        ("sinusoid", &[0.0][..]),
        ("selu", &[1.5, 0.0]),
        ("bilinear", &[0.0]),
        ("reglu", &[0.0]),
        ("swiglu", &[0.0]),
        ("hardtanh", &[0.0, 0.0]),
        ("hard_sigmoid_ab", &[0.0, -1.0]),
        ("maxout", &[0.0, 0.0]),
    ];
    for (id, p) in nothing {
        assert_eq!(of(id, p), zero, "{id} {p:?}");
        for x in [f64::NEG_INFINITY, -1.0, 0.0, f64::INFINITY] {
            assert_eq!(function(id).eval(x, p), (0.0, 0.0), "{id} {p:?} at {x}");
            assert_eq!(second(function(id), p)(x), 0.0, "{id} {p:?} at {x}");
        }
    }
    // Row 24, with its siblings: a constant saturates hard on both sides and is even.
    assert_eq!((zero.monotone, zero.parity), (Monotone::Constant, Parity::Both));
    assert_eq!((zero.left, zero.right), (Saturation::Hard(0.0), Saturation::Hard(0.0)));
    assert_eq!(ends(&zero.range), [(0.0, true, 0.0, true)]);
    let constant = of("hardtanh", &[2.0, 2.0]);
    assert_eq!((constant.monotone, constant.parity), (Monotone::Constant, Parity::Even));
    let relu = of("relu", &[]);
    for (id, p) in [("elu", 0.0), ("leaky_relu", 0.0), ("thresholded_relu", 0.0), ("reglu", 1.0)] {
        assert_eq!(of(id, &[p]), relu, "{id}");
    }
    // f′(0) is a convention of each.
    let mirrored = Properties { slope_at_zero: 0.0, ..of("leaky_relu", &[-1.0]) };
    assert_eq!(mirrored, of("abs", &[]));
    assert_eq!(of("celu", &[1.0]), of("elu", &[1.0]));
    assert_eq!(of("swish", &[0.0]), of("bilinear", &[0.5]));
}

/// Row 5: parameters outside a domain that was narrower than PyTorch's; values by NumPy.
#[test]
fn domains_are_as_wide_as_pytorch_computes() {
    let values = [
        ("celu", &[-0.5][..], -0.496_825_34, -0.850_538_631_86),
        ("elu", &[-3.0], -1.0, 1.896_361_676_485_673),
        ("softplus", &[-1.0], 1.0, -0.313_261_687_518_222_8),
        ("snake", &[-0.5], 1.0, 0.540_302_305_868_139_8),
        ("thresholded_relu", &[-0.5], -0.25, -0.25),
        ("hard_sigmoid_ab", &[-0.2, 0.5], 1.0, 0.3),
        ("selu", &[-1.0, 2.0], -1.0, 1.264_241_117_657_115_4),
    ];
    for (id, p, x, want) in values {
        let (act, param) = (function(id), &function(id).params[0]);
        assert_eq!(param.clamp(p[0]), p[0], "{id}: the page takes it");
        let got = act.f(x, p);
        assert!((got - want).abs() < 1e-10, "{id} {p:?} f({x}) = {got}");
        // f′, f″ and ∂f/∂p against difference quotients of f.
        let h = 1e-5;
        let slope = (act.f(x + h, p) - act.f(x - h, p)) / (2.0 * h);
        assert!((act.df(x, p) - slope).abs() < 1e-8, "{id} {p:?} f′({x}): {slope}");
        let bend = (act.df(x + h, p) - act.df(x - h, p)) / (2.0 * h);
        assert!((second(act, p)(x) - bend).abs() < 1e-8, "{id} {p:?} f″({x}): {bend}");
        for (i, got) in act.dparams(x, p).into_iter().enumerate() {
            let moved = |by: f64| {
                let mut q = p.to_vec();
                q[i] += by;
                act.f(x, &q)
            };
            let want = (moved(h) - moved(-h)) / (2.0 * h);
            assert!((got - want).abs() < 1e-8, "{id} {p:?} ∂f/∂p{i}({x}) = {got}, {want}");
        }
    }
    // Only what is no function at all is refused.
    for id in ["celu", "softplus"] {
        assert_ne!(function(id).params[0].clamp(0.0), 0.0, "{id}");
    }
    let celu = of("celu", &[-0.5]);
    assert_eq!((celu.monotone, celu.regularity.class), (Monotone::Increasing, Class::C1));
    assert_eq!(celu.range[0].low.value, f64::NEG_INFINITY);
    let elu = of("elu", &[-3.0]);
    assert_eq!((elu.monotone, elu.turns[0].x, elu.turns[0].max), (Monotone::No, 0.0, false));
    assert_eq!(ends(&elu.range), [(0.0, true, f64::INFINITY, false)]);
}

/// Rows N5 and N6: true also where e^x underflows or a parameter is 10⁻⁶ or 10¹⁰.
#[test]
fn properties_are_of_the_formula_not_of_its_rounding() {
    for beta in [1e-6, 1e-3, 0.05, 1.0, 1e3, 1e6, 1e15] {
        let swish = of("swish", &[beta]);
        assert_eq!((swish.monotone, swish.turns.len()), (Monotone::No, 1), "β = {beta}");
        let low = swish.range[0].low;
        assert!(low.attained && (low.value * beta + 0.278_464_542_761_07).abs() < 1e-12, "{low:?}");
        let softplus = of("softplus", &[beta]);
        assert_eq!(softplus.monotone, Monotone::Increasing, "β = {beta}");
        assert_eq!(ends(&softplus.range), [(0.0, false, f64::INFINITY, false)], "β = {beta}");
        let celu = of("celu", &[beta]);
        assert_eq!((celu.monotone, celu.regularity.class), (Monotone::Increasing, Class::C1));
        assert_eq!(ends(&celu.range), [(-beta, false, f64::INFINITY, false)]);
    }
    for omega in [1e-10, 1e-5, 1.0, 1e3, 3e4, 1e5, 1e10, 1e15, -1e5] {
        let sine = of("sinusoid", &[omega]);
        assert_eq!(ends(&sine.range), [(-1.0, true, 1.0, true)], "ω = {omega}");
        assert_eq!((sine.regularity.class, sine.parity), (Class::Smooth, Parity::Odd));
        assert!(sine.turns.iter().all(|turn| turn.max == (turn.y == 1.0)), "{:?}", sine.turns);
        assert_eq!((sine.turns.len(), sine.zeros.points.len()), (2, 2), "ω = {omega}");
        assert!((sine.lipschitz / omega.abs() - 1.0).abs() < 1e-15, "ω = {omega}");
        // N17: the mean of an odd function is 0, not what rounding leaves of it.
        assert_eq!(sine.mean, 0.0, "ω = {omega}");
    }
    // A slope of nearly 1 is a kink all the same, and one of nearly −1 no even function.
    let nearly = of("leaky_relu", &[1.0 - 1e-15]);
    assert_eq!(nearly.regularity.class, Class::C0);
    assert_eq!(of("leaky_relu", &[-1.0 + 1e-15]).parity, Parity::Neither);
    assert_eq!(of("threshold", &[1.0, 1.0 + 1e-15]).regularity.class, Class::Discontinuous);
}

/// Row N3: f″ is exactly 0 where it is, and says where it is a limit from one side.
#[test]
fn a_second_derivative_at_a_kink_is_the_limit_from_the_right() {
    for id in ["sigmoid", "tanh", "sinusoid", "tanhshrink"] {
        let p = function(id).defaults();
        assert_eq!(second(function(id), &p)(0.0), 0.0, "{id}");
        assert!(!second_is_one_sided(function(id), &p, 0.0), "{id}");
    }
    for id in ["softsign", "elu", "celu", "selu", "relu", "squared_relu", "abs", "binary_step"] {
        let p = function(id).defaults();
        assert!(second_is_one_sided(function(id), &p, 0.0), "{id}");
        assert!(!second_is_one_sided(function(id), &p, 0.5), "{id}");
    }
    assert!(second_is_one_sided(function("hardswish"), &[], -3.0));
}

/// A mean or variance that is shown is right, however large; one that is not known is not shown.
#[test]
fn moments_of_an_exponential_are_right_or_unknown() {
    // E(e^{Z/a} − 1; Z > 0) = e^{1/(2a²)}·Φ(1/a) − ½, with a = −α and the sides exchanged.
    let mean = |a: f64| {
        let normal = |x: f64| 0.5 * libm::erfc(-x / std::f64::consts::SQRT_2);
        let left = a * ((0.5 / (a * a)).exp() * normal(1.0 / a) - 0.5);
        (2.0 * std::f64::consts::PI).sqrt().recip() - left
    };
    for a in [2.0, 0.5, 0.2, 0.1, 0.05] {
        let celu = of("celu", &[-a]);
        assert!((celu.mean / mean(a) - 1.0).abs() < 1e-10, "α = −{a}: {} {}", celu.mean, mean(a));
    }
    // Var ≈ a²·e^{2/a²}: finite down to a = 0.0531.
    for a in [0.1f64, 0.06] {
        let variance = a * a * (2.0 / (a * a)).exp();
        assert!((of("celu", &[-a]).variance / variance - 1.0).abs() < 1e-9, "α = −{a}");
    }
    assert!(of("celu", &[-0.02]).variance.is_nan() && of("celu", &[-0.02]).mean.is_nan());
    assert!(of("elu", &[1e300]).variance.is_nan(), "10⁶⁰⁰ is no f64");
}
