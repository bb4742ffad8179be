//! A million addresses, made up and mutated: none panics, and what is read is written back exactly.

#![cfg(not(target_arch = "wasm32"))]

use activation_explorer::activation::ALL;
use activation_explorer::demo::rng::Rng;
use activation_explorer::views;

const COUNT: u32 = 1_000_000;

/// The pieces of which addresses are made and with which they are mutated.
const PIECES: &[&str] = &[
    "&",
    "=",
    "?",
    "#",
    ",",
    ".",
    "%",
    "%2C",
    "%00",
    "%ff",
    "+",
    "-",
    "_",
    "\u{0}",
    "é",
    "中",
    "𝒇",
    "0",
    "1",
    "-0",
    "1e999",
    "-1e308",
    "1e-400",
    "5e-324",
    "NaN",
    "inf",
    "0x10",
    "1_000",
    "1e",
    ".",
    "view",
    "fn",
    "cmp",
    "x",
    "xmin",
    "xmax",
    "ymin",
    "ymax",
    "deriv",
    "second",
    "shade",
    "embed",
    "hide",
    "zoom",
    "autoplay",
    "ratio",
    "lang",
    "locale",
    "theme",
    "v",
    "seed",
    "lr",
    "steps",
    "batch",
    "depth",
    "units",
    "w",
    "in",
    "b",
    "z",
    "pieces",
    "planes",
    "curve",
    "x1",
    "path",
    "only",
    "show",
    "chapter",
    "section",
    "alpha",
    "elu.alpha",
    "softplus.beta",
    "own",
    "f",
    "own.f",
    "own.a",
    "own.b",
    "x%5E2",
    "a*x%2Bb",
    "sigmoid(x)",
    "lower",
    "upper",
    "temperature",
    "__proto__",
    "constructor",
    "<script>",
    "../../x",
    "zh-Hant",
    "controls,nav",
    "gallery",
];

fn below(rng: &mut Rng, n: usize) -> usize {
    rng.below(n as u32) as usize
}

fn pick<'a, T>(rng: &mut Rng, all: &'a [T]) -> &'a T {
    &all[below(rng, all.len())]
}

/// Sound addresses: every sample of each view, one of each function and some with everything.
fn sound() -> Vec<String> {
    let views = views::ALL
        .iter()
        .flat_map(|view| view.samples.iter().map(|sample| format!("view={}&{sample}", view.id)));
    let functions = ALL.iter().map(|act| format!("view=function&fn={}&x=1&second=1", act.id));
    let more = [
        "view=function&fn=elu&alpha=1.5&x=-2&xmin=-4&xmax=4&ymin=-2&ymax=2&shade=0.05&axis2=1&tangent=0",
        "view=embed&show=zigzag&hide=controls,nav&zoom=on&autoplay=1&lang=zh&theme=dark",
        "view=learn&chapter=04-relu-family&section=evidence&lang=zh",
        "view=choose&path=2,1,3",
        "view=function&fn=own&f=where%28x%3E0,x,a*%28exp%28x%29-1%29%29&own.a=2&x=-1",
        "view=compare&cmp=own,elu&own.f=b*x%2Fw&f=0&own.b=2&own.w=-1&elu.alpha=2",
        "view=neuron&fn=own&f=b*x&own.b=3&b=1",
    ];
    views.chain(functions).chain(more.map(str::to_owned)).collect()
}

fn mutated(rng: &mut Rng, seeds: &[String]) -> String {
    if below(rng, 5) == 0 {
        return (0..=below(rng, 12)).map(|_| *pick(rng, PIECES)).collect();
    }
    let mut text: Vec<char> = pick(rng, seeds).chars().collect();
    for _ in 0..=below(rng, 4) {
        let at = below(rng, text.len() + 1);
        let end = (at + below(rng, 6)).min(text.len());
        match below(rng, 4) {
            0 => drop(text.drain(at..end)),
            1 => drop(text.splice(at..end, pick(rng, PIECES).chars())),
            2 => {
                let again: Vec<char> = text[at..end].to_vec();
                drop(text.splice(at..at, again));
            }
            _ => drop(text.splice(at..at, pick(rng, PIECES).chars())),
        }
    }
    text.into_iter().collect()
}

#[test]
fn a_million_of_them_do_no_harm_and_survive() {
    let seeds = sound();
    let mut rng = Rng::stream(20_26, 9);
    let mut told = 0u32;
    for _ in 0..COUNT {
        let address = mutated(&mut rng, &seeds);
        let (state, notices) = views::parse(&address);
        told += u32::from(!notices.is_empty());
        let query = state.query();
        let (back, none) = views::parse(&query);
        assert!(none.is_empty(), "{address:?} became {query:?}, of which {none:?}");
        assert!(back == state, "{address:?} became {query:?} and is another state");
        assert_eq!(back.x.map(f64::to_bits), state.x.map(f64::to_bits), "{address:?}");
    }
    // Both kinds are met: addresses that are wrong, and ones that are sound.
    assert!((COUNT / 50..COUNT / 50 * 49).contains(&told), "{told} had a notice");
}
