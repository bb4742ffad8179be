//! The training engine beside TensorFlow Playground's network code and TF.js, in one browser.

use crate::Bench;
use crate::table::{markdown, median, short};
use e2e::{Result, Session, bail, json};

const NETWORKS: [&[usize]; 3] = [&[4, 2], &[8, 8], &[16, 16, 16]];
const ACTIVATIONS: [&str; 3] = ["tanh", "relu", "sigmoid"];
/// The engine first; of TF.js both backends that need no graphics processor.
const WAYS: [&str; 4] = ["engine", "playground", "tensorflow:cpu", "tensorflow:wasm"];
/// The network of the budgets.
const TOLD: (&[usize], [(&str, f64); 2]) = (&[8, 8], [("tanh", 15.0), ("relu", 20.0)]);

/// The table of training, with the budgets.
pub(crate) async fn measure(session: &Session, bench: &Bench) -> Result<String> {
    session.driver().goto(format!("{}lab.html", bench.peers)).await?;
    let loaded = session.js("return load()", &[]).await?;
    let there = loaded["playground"] == json!(true);
    let mut rows = Vec::new();
    let (mut verdicts, mut picture) = (Vec::new(), Vec::new());
    for hidden in NETWORKS {
        for act in ACTIVATIONS {
            let mut found: [Vec<f64>; 4] = Default::default();
            let mut drawn: [Vec<f64>; 2] = Default::default();
            for _ in 0..bench.rounds {
                for (index, way) in WAYS.iter().enumerate() {
                    let script = "return train(...arguments)";
                    let now = session.js(script, &[json!(way), json!(hidden), json!(act)]).await?;
                    if let Some(fault) = now["fault"].as_str() {
                        bail!("{way}, {act}: {fault}");
                    }
                    let number = |name: &str| now[name].as_f64().unwrap_or(f64::NAN);
                    found[index].push(number("sample"));
                    if let Some(drawn) = drawn.get_mut(index) {
                        drawn.push(number("drawn"));
                    }
                    println!("  {hidden:?} {act} {way}: {now}");
                }
            }
            let [ours, theirs, cpu, wasm] = found.map(|all| median(&all));
            let tensorflow = cpu.min(wasm);
            let name = hidden.iter().map(usize::to_string).collect::<Vec<_>>().join("-");
            let mut row = vec![format!("2-{name}-1 {act}")];
            row.extend([ours, theirs, cpu, wasm].map(|us| short(1e3 * us)));
            row.extend([theirs / ours, tensorflow / ours].map(short));
            rows.push(row);
            let (network, budgets) = TOLD;
            for (_, budget) in budgets.iter().filter(|(id, _)| network == hidden && *id == act) {
                for (peer, ratio, least) in
                    [("Playground", theirs / ours, *budget), ("TF.js", tensorflow / ours, 50.0)]
                {
                    let kept = if ratio >= least { "kept" } else { "**missed**" };
                    verdicts.push(format!("{act} ≥ {least} × {peer} {kept} ({})", short(ratio)));
                }
            }
            if network == hidden {
                let [ours, theirs] = drawn.map(|all| median(&all));
                picture.push(format!("{act} {} ms, Playground {}", short(ours), short(theirs)));
            }
        }
    }
    let head = [
        "ns a sample",
        "engine",
        "Playground",
        "TF.js cpu",
        "TF.js wasm",
        "Playground / engine",
        "TF.js / engine",
    ];
    let absent = if there { "" } else { " Playground's code was out of reach." };
    Ok(format!(
        "Training: 200 points, batches of 10, SGD, ½ (tanh z − y)². The engine has four f32 lanes; Playground's nn.ts is\n\
         compiled to ES5, as it ships; of TF.js the faster backend without a graphics processor counts.{absent}\n\n{}\n\n\
         Budgets for 2-8-8-1: {}. A picture of 100 × 100 outputs: {}.",
        markdown(&head, &rows),
        verdicts.join(", "),
        picture.join("; "),
    ))
}
