//! A live component in a text, `![Caption](?view=…)`: what the build leaves for it. The page
//! mounts the component into the figure; until then, and where nothing runs, there is a still
//! picture of the curves if it is one of curves, and always the way to the whole view.

use super::evidence;
use super::links;
use super::markdown::{Press, inline};
use super::still;
use explorer_core::activation::{Activation, Window, by_id};
use explorer_core::numeric::decimal;
use explorer_core::plot::{Picture, Shown, function, series};

/// Views that can be part of a text: those that are not texts themselves.
const LIVE: [&str; 10] = [
    "function",
    "compare",
    "evidence",
    "saturation",
    "zigzag",
    "kink",
    "linear",
    "neuron",
    "softmax",
    "maxout",
];

/// The figure; `open` is what the way to the whole view is called.
pub fn figure(
    query: &str,
    caption: &str,
    line: usize,
    (lang, open): (&str, &str),
    press: &Press,
) -> Result<String, String> {
    let at = |why: String| format!("line {line}: `{query}`: {why}");
    links::check(query).map_err(at)?;
    let (view, pairs) = links::split(query).map_err(at)?;
    if !LIVE.contains(&view) {
        return Err(at(format!("`{view}` cannot be part of a text")));
    }
    let caption = inline(caption, line, press)?;
    let picture = match view {
        "evidence" => evidence::charts(lang)?,
        _ => still(view, &pairs)
            .map_or_else(String::new, |still| format!("<div class=\"picture\">{still}</div>")),
    };
    let link = query.replace('&', "&amp;");
    // A chart is complete; everything else comes alive.
    let live = if view == "evidence" {
        "class=\"chart\"".to_owned()
    } else {
        format!("class=\"live\" data-query=\"{link}\"")
    };
    Ok(format!(
        "<figure {live}>{picture}<figcaption>{caption} <a class=\"show\" href=\"{link}\">{open}</a></figcaption></figure>\n"
    ))
}

/// A still picture with its legend, if the view is one of curves.
fn still(view: &str, pairs: &[(&str, &str)]) -> Option<String> {
    let get = |key: &str| pairs.iter().find(|(k, _)| *k == key).map(|(_, value)| *value);
    let deriv = get("deriv") != Some("0");
    match view {
        "function" => {
            let act = by_id(get("fn")?)?;
            let p = parameters(act, pairs, None);
            let edge = |key: &str, own: f64| get(key).and_then(decimal::parse).unwrap_or(own);
            let w = act.window;
            let window = Window::new(
                edge("xmin", w.x_min),
                edge("xmax", w.x_max),
                edge("ymin", w.y_min),
                edge("ymax", w.y_max),
            );
            let frame = still::frame(window);
            let second = get("second") == Some("1");
            let shade = get("shade").and_then(decimal::parse).unwrap_or(0.0);
            let picture = function(act, &p, &frame, Shown { deriv, second, shade });
            Some(still::svg(&frame, &picture, act.name) + &still::legend(second))
        }
        "compare" => {
            let acts: Option<Vec<_>> = get("cmp")?.split(',').map(by_id).collect();
            let acts = acts?;
            let window = acts.iter().map(|act| act.window).reduce(|a, b| {
                Window::new(
                    a.x_min.min(b.x_min),
                    a.x_max.max(b.x_max),
                    a.y_min.min(b.y_min),
                    a.y_max.max(b.y_max),
                )
            })?;
            let frame = still::frame(window);
            let mut picture = Picture::default();
            for (index, act) in acts.iter().enumerate().rev() {
                let p = parameters(act, pairs, Some(act.id));
                let mut curves = series(index as u8, (act, &p), None, &frame, deriv);
                picture.curves.append(&mut curves);
            }
            let names: Vec<_> = acts.iter().map(|act| act.name).collect();
            Some(still::svg(&frame, &picture, &names.join(", ")) + &still::legend_of(&acts))
        }
        _ => None,
    }
}

/// The parameters a query gives: under their own names, or after `id.` among several.
fn parameters(act: &Activation, pairs: &[(&str, &str)], id: Option<&str>) -> Vec<f64> {
    let value = |name: &str| {
        let key = id.map_or_else(|| name.to_owned(), |id| format!("{id}.{name}"));
        let found = pairs.iter().find(|(k, _)| *k == key);
        found.and_then(|(_, value)| decimal::parse(value))
    };
    act.params.iter().map(|param| value(param.name).unwrap_or(param.default)).collect()
}
