//! For `cargo xtask bench`: the catalogue alone, compiled as the page is, to be timed in a browser.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a part of `cargo xtask bench`.");
}

#[cfg(target_arch = "wasm32")]
fn main() {
    use activation_explorer::activation::{ALL, Kind, by_id};
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
    for (name, function) in [("catalogue", catalogue.as_ref()), ("evaluate", evaluate.as_ref())] {
        // An ordinary object takes any key.
        let _ = Reflect::set(&global(), &name.into(), function);
    }
    // They live as long as the page.
    catalogue.forget();
    evaluate.forget();
}
