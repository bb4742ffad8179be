//! The time per element: the catalogue in WebAssembly, a call an element as in the page and in slices,
//! and the same formulas in plain JavaScript.

use crate::Bench;
use crate::table::{markdown, median, short};
use e2e::{Context, Result, Session, json};

/// The script that loads the kernel, then times one function in both languages: ns per element, and
/// the largest difference of the values.
const LOAD: &str = "return (async () => {
        // The second has the same functions; of the first the call an element is kept.
        for (const [name, ...kept] of [['simd'], ['kernel', 'slices', 'lanes']]) {
            const before = kept.map((one) => [one, window[one]]);
            const module = await import(new URL(`kernel/${name}.js`, location.href).href);
            await module.default();
            Object.assign(window, Object.fromEntries(before));
        }
        return names();
    })()";
const TIME: &str = "return time(arguments[0])";

/// The table of throughput.
pub(crate) async fn measure(session: &Session, bench: &Bench) -> Result<String> {
    session.driver().goto(format!("{}throughput.html", bench.peers)).await?;
    let names = session.js(LOAD, &[]).await?;
    let names = names.as_array().context("no list of functions")?;
    let mut rows = Vec::new();
    let mut ratios: [Vec<f64>; 3] = Default::default();
    for name in names {
        let mut found: [Vec<f64>; 4] = Default::default();
        let mut apart = 0.0f64;
        for _ in 0..bench.rounds {
            let times = session.js(TIME, &[json!(name)]).await?;
            let number = |i: usize| times[i].as_f64().unwrap_or(f64::NAN);
            found.iter_mut().enumerate().for_each(|(i, all)| all.push(number(i)));
            apart = apart.max(number(4));
        }
        let times = found.map(|all| median(&all));
        let [.., script] = times;
        let name = name.as_str().unwrap_or_default().to_owned();
        println!("  {name}: {} ns, apart {apart:e}", times.map(short).join(" "));
        let mut row = vec![name];
        row.extend(times.map(short));
        for (all, time) in ratios.iter_mut().zip(times) {
            if (time / script).is_finite() {
                all.push(time / script);
            }
            row.push(short(time / script));
        }
        rows.push(row);
    }
    let medians = ratios.map(|all| median(&all));
    let mut last = vec!["**median**".to_owned()];
    last.extend([const { String::new() }; 4]);
    last.extend(medians.map(short));
    rows.push(last);
    let head = [
        "ns for f(x) and f′(x)",
        "a call",
        "f64 slices",
        "f32 lanes",
        "JavaScript",
        "call / JS",
        "f64 / JS",
        "f32 / JS",
    ];
    let kept = |kept: bool| if kept { "kept" } else { "**missed**" };
    Ok(format!(
        "One element: the stable formulas of the catalogue in WebAssembly, a call an element as the page ships them\n\
         (compiled for size, `libm`), and slices of f64 and of four f32 as the engine has them (compiled for speed, with\n\
         SIMD); and the textbook formula in JavaScript with the browser's own `Math`; x in [−5, 5]. JavaScript has no\n\
         erf: –.\n\n{}\n\nBudgets: f64 slices ≤ 1 × JavaScript {} ({}), f32 lanes ≤ 1/3 {} ({}).",
        markdown(&head, &rows),
        kept(medians[1] <= 1.0),
        short(medians[1]),
        kept(medians[2] <= 1.0 / 3.0),
        short(medians[2]),
    ))
}
