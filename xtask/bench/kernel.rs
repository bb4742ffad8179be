//! For `cargo xtask bench`: the catalogue alone, to be timed in a browser. Compiled as the page is, for a
//! call an element; once more with SIMD, for slices of f64 and of four f32 from the engine's crate.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a part of `cargo xtask bench`.");
}

#[cfg(target_arch = "wasm32")]
fn main() {
    use activation_explorer::activation::{ALL, Kind, by_id};
    use activation_explorer::numeric::lanes::{Lane, f32x4};
    use activation_explorer::train::data::Samples;
    use activation_explorer::train::layers::Nonlinearity;
    use activation_explorer::train::loss::Head;
    use activation_explorer::train::setup::Setup;
    use activation_explorer::train::training::Training;
    use js_sys::{Reflect, global};
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen::closure::Closure;

    /// As many places as in throughput.js, which has the same sum.
    const PLACES: u32 = 1000;

    let catalogue = Closure::<dyn Fn() -> String>::new(|| {
        let scalar = ALL.iter().filter(|act| matches!(act.kind, Kind::Scalar));
        let entry = scalar.map(|act| {
            let params: Vec<String> = act.defaults().iter().map(f64::to_string).collect();
            format!("{}:{}", act.id, params.join(";"))
        });
        entry.collect::<Vec<_>>().join(",")
    });
    let evaluate = Closure::<dyn Fn(String, u32) -> f64>::new(|id: String, passes: u32| {
        let Some(act) = by_id(&id) else { return f64::NAN };
        let p = act.defaults();
        let mut sum = 0.0;
        for _ in 0..passes {
            for i in 0..PLACES {
                let x = -5.0 + 10.0 * (f64::from(i) + 0.5) / f64::from(PLACES);
                let (f, df) = act.eval(x, &p);
                sum += f + df;
            }
        }
        sum
    });
    let place = |i: u32| -5.0 + 10.0 * (f64::from(i) + 0.5) / f64::from(PLACES);
    let slices = Closure::<dyn Fn(String, u32) -> f64>::new(move |id: String, passes: u32| {
        let Some(act) = by_id(&id) else { return f64::NAN };
        let (p, batch) = (act.defaults(), explorer_engine::eval_batch(act));
        let x: Vec<f64> = (0..PLACES).map(place).collect();
        let (mut f, mut df) = (x.clone(), x.clone());
        let mut sum = 0.0;
        for _ in 0..passes {
            batch(&p, &x, &mut f, &mut df);
            sum += f.iter().zip(&df).map(|(f, df)| f + df).sum::<f64>();
        }
        sum
    });
    let lanes = Closure::<dyn Fn(String, u32) -> f64>::new(move |id: String, passes: u32| {
        let Some(act) = by_id(&id) else { return f64::NAN };
        let (p, batch) = (act.defaults(), explorer_engine::batch(act));
        let four = |first: u32| f32x4::from_fn(|lane| place(4 * first + lane as u32) as f32);
        let x: Vec<f32x4> = (0..PLACES / 4).map(four).collect();
        let (mut f, mut df) = (x.clone(), x.clone());
        let mut sum = 0.0;
        for _ in 0..passes {
            batch(&p, &x, &mut f, &mut df);
            let all = f.iter().zip(&df).fold(f32x4::zero(), |all, (f, df)| all + *f + *df);
            sum += (0..4).map(|lane| f64::from(all.lane(lane))).sum::<f64>();
        }
        sum
    });
    // A run of the training engine: its units by layer, its activation.
    let run = Rc::new(RefCell::new(None::<Box<dyn Training>>));
    let place = run.clone();
    let start = Closure::<dyn Fn(String, String)>::new(move |hidden: String, act: String| {
        let Some(act) = Nonlinearity::of(&act) else { return };
        let hidden: Vec<usize> = hidden.split(',').filter_map(|n| n.parse().ok()).collect();
        let setup = Setup {
            activations: vec![act.clone(); hidden.len()],
            hidden,
            // Playground's head.
            head: Head::Tanh,
            rate: 0.03,
            ..Setup::new(act, 1)
        };
        let samples = circles();
        *place.borrow_mut() = explorer_engine::start(&setup, &samples, &Samples::default()).ok();
    });
    let place = run.clone();
    let advance = Closure::<dyn Fn(u32) -> u32>::new(move |steps: u32| {
        place.borrow_mut().as_mut().map_or(0, |run| run.advance(steps))
    });
    let loss = Closure::<dyn Fn() -> f64>::new({
        let place = run.clone();
        move || place.borrow_mut().as_mut().map_or(f64::NAN, |run| run.score().loss)
    });
    // The outputs over a square of so many places across, their sum.
    let picture = Closure::<dyn Fn(u32) -> f64>::new(move |across: u32| {
        let at = |i: u32| -6.0 + 12.0 * (f64::from(i) + 0.5) / f64::from(across);
        let x: Vec<f64> =
            (0..across * across).flat_map(|i| [at(i % across), at(i / across)]).collect();
        let samples = Samples { inputs: 2, y: vec![0.0; x.len() / 2], x };
        let mut out = vec![0.0; samples.y.len()];
        if let Some(run) = run.borrow_mut().as_mut() {
            run.predict(&samples, &mut out);
        }
        out.iter().sum()
    });
    for (name, function) in [
        ("start", start.as_ref()),
        ("advance", advance.as_ref()),
        ("loss", loss.as_ref()),
        ("picture", picture.as_ref()),
        ("catalogue", catalogue.as_ref()),
        ("evaluate", evaluate.as_ref()),
        ("slices", slices.as_ref()),
        ("lanes", lanes.as_ref()),
    ] {
        // An ordinary object takes any key.
        let _ = Reflect::set(&global(), &name.into(), function);
    }
    // They live as long as the page.
    catalogue.forget();
    start.forget();
    advance.forget();
    loss.forget();
    picture.forget();
    for function in [evaluate, slices, lanes] {
        function.forget();
    }
}

/// 200 points on two rings, the inner one the class +1: the same numbers as in lab.js.
#[cfg(target_arch = "wasm32")]
fn circles() -> activation_explorer::train::data::Samples {
    let (mut x, mut y) = (Vec::new(), Vec::new());
    for i in 0..200 {
        let (angle, inner) = (2.4 * f64::from(i), i % 2 == 0);
        let radius = if inner { 1.5 } else { 4.0 };
        x.extend([radius * angle.cos(), radius * angle.sin()]);
        y.push(if inner { 1.0 } else { -1.0 });
    }
    activation_explorer::train::data::Samples { inputs: 2, x, y }
}
