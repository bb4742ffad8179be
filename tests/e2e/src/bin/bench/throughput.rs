//! The time per element: the catalogue in WebAssembly, as in the page, and the same formulas in
//! plain JavaScript.

use crate::Bench;
use crate::table::{markdown, median, short};
use e2e::{Context, Result, Session, json};

/// The script that loads the kernel, then times one function in both languages: ns per element, and
/// the largest difference of the values.
const LOAD: &str = "return (async () => {
        const kernel = await import(new URL('kernel/kernel.js', location.href).href);
        await kernel.default();
        return names();
    })()";
const TIME: &str = "return time(arguments[0])";

/// The table of throughput.
pub(crate) async fn measure(session: &Session, bench: &Bench) -> Result<String> {
    session.driver().goto(format!("{}throughput.html", bench.peers)).await?;
    let names = session.js(LOAD, &[]).await?;
    let names = names.as_array().context("no list of functions")?;
    let mut rows = Vec::new();
    let mut ratios = Vec::new();
    for name in names {
        let mut found: [Vec<f64>; 2] = Default::default();
        let mut apart = 0.0f64;
        for _ in 0..bench.rounds {
            let times = session.js(TIME, &[json!(name)]).await?;
            let number = |i: usize| times[i].as_f64().unwrap_or(f64::NAN);
            found.iter_mut().enumerate().for_each(|(i, all)| all.push(number(i)));
            apart = apart.max(number(2));
        }
        let [wasm, script] = found.map(|all| median(&all));
        let ratio = wasm / script;
        if ratio.is_finite() {
            ratios.push(ratio);
        }
        println!("  {name}: {} {} ns, apart {apart:e}", short(wasm), short(script));
        let name = name.as_str().unwrap_or_default().to_owned();
        rows.push(vec![name, short(wasm), short(script), short(ratio)]);
    }
    rows.push(vec!["**median**".to_owned(), String::new(), String::new(), short(median(&ratios))]);
    let head = ["ns for f(x) and f′(x)", "WebAssembly", "JavaScript", "ratio"];
    Ok(format!(
        "One element: the stable formulas of the catalogue as the page ships them (compiled for size, `libm`), and the\n\
         textbook formula in JavaScript with the browser's own `Math`; x in [−5, 5]. JavaScript has no erf: –.\n\n{}",
        markdown(&head, &rows)
    ))
}
