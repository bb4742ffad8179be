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
    use js_sys::{Reflect, global};
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
    for (name, function) in [
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
    for function in [evaluate, slices, lanes] {
        function.forget();
    }
}
