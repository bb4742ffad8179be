//! A picture of every function and its derivative, as the page draws them, against stored ones.
//!
//! `RENEW_PICTURES=1 cargo test --test pictures` stores today's; look at what changed before
//! committing it. Pictures that differ are written to `target/pictures`.

#![cfg(not(target_arch = "wasm32"))] // a browser has no files
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "common/pictures.rs"]
mod pictures;

use activation_explorer::activation::{ALL, Activation, Window};
use activation_explorer::lang::Lang;
use activation_explorer::plot::{
    Curves, Frame, Margins, Picture, Size, UNITS, caption_lines, caption_width, function, svg,
};
use activation_explorer::words::plots::words;
use activation_explorer::words::subject;
use pictures::{MARGINS, SIZE, compare, palette};
use std::collections::BTreeSet;

fn frame(act: &Activation) -> Frame {
    Frame::new(SIZE, &MARGINS, act.window)
}

fn picture(act: &Activation) -> String {
    let frame = frame(act);
    let shown = Curves { deriv: true, second: false, shade: 0.0 };
    svg(&frame, &function(act, &act.defaults(), &frame, shown), &palette(), act.name).unwrap()
}

#[test]
fn every_function_looks_as_it_did() {
    let today: Vec<_> = ALL.iter().map(|act| (act.id.to_owned(), picture(act))).collect();
    compare("", &today);
}

/// The words below the picture with their places, in CSS pixels.
fn words_below(document: &str) -> Vec<(f64, String)> {
    let mut words = Vec::new();
    for (tag, rest) in document.split("<text x=\"").skip(1).filter_map(|t| t.split_once('>')) {
        if tag.contains("text-anchor=\"middle\"") {
            let x: f64 = tag.split('"').next().unwrap().parse().unwrap();
            let said = rest.split('<').next().unwrap().trim();
            words.push((x / UNITS, said.to_owned()));
        }
    }
    words
}

#[test]
fn no_word_on_the_x_axis_is_cut_off() {
    // As narrow as the page's small plots leave it, with a mark at the very edge.
    let margins = Margins { left: 24.0, right: 3.0, top: 8.0, bottom: 22.0 };
    for (x_min, x_max) in [(-1.0, 0.0), (-0.1, -0.05), (0.0, 1e-9), (-1e6, 1e6), (1e6, 1e6 + 1e-3)]
    {
        let window = Window::new(x_min, x_max, -1.0, 1.0);
        let frame = Frame::new(SIZE, &margins, window);
        let empty = Picture::default();
        let words = words_below(&svg(&frame, &empty, &palette(), "").unwrap());
        assert!(words.len() > 1, "{x_min} to {x_max}: {words:?}");
        for (x, said) in words {
            // A figure of a system's font is at least half as wide as it is high.
            let half = 0.25 * palette().text * said.chars().count() as f64;
            assert!(half <= x && x + half <= SIZE.0, "{said} at {x}");
        }
    }
}

/// The names of the elements of a document, which must be well formed: tags in pairs, attributes
/// in quotes and once each, nothing to be escaped anywhere.
fn elements(document: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = document;
    while let Some((text, after)) = rest.split_once('<') {
        assert!(!text.contains('>'), "{text:?}");
        for entity in text.split('&').skip(1) {
            let name = entity.split(';').next().unwrap();
            assert!(["amp", "lt", "gt", "quot", "apos"].contains(&name), "{entity:?}");
        }
        let (tag, after) = after.split_once('>').unwrap();
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
            continue;
        }
        let body = tag.strip_suffix('/').unwrap_or(tag);
        let (name, attributes) = body.split_once(' ').unwrap_or((body, ""));
        let mut seen = BTreeSet::new();
        let mut attributes = attributes;
        while let Some((key, after)) = attributes.trim_start().split_once("=\"") {
            let (value, after) = after.split_once('"').unwrap();
            assert!(seen.insert(key) && !value.contains(['<', '&']), "{tag:?}");
            attributes = after;
        }
        assert_eq!(attributes.trim(), "", "{tag:?}");
        names.push(name.to_owned());
        if body == tag {
            open.push(name);
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{open:?} {rest:?}");
    names
}

#[test]
fn every_picture_is_a_document_of_its_own() {
    for act in ALL {
        let document = picture(act);
        let names = elements(&document);
        let count = |name: &str| names.iter().filter(|n| *n == name).count();
        assert_eq!((names[0].as_str(), count("svg"), count("title")), ("svg", 1, 1), "{act:?}");
        assert!(count("polyline") >= 2 && count("text") >= 8, "{act:?}: {names:?}");
        let strokes: usize = function(
            act,
            &act.defaults(),
            &frame(act),
            Curves { deriv: true, second: false, shade: 0.0 },
        )
        .curves
        .iter()
        .map(|c| c.strokes.len())
        .sum();
        let lines = frame(act).x_ticks(54.0, 12.0).len() + frame(act).y_ticks(38.4).len();
        assert_eq!(count("polyline"), strokes + lines, "{act:?}");
        assert!(document.contains("stroke-dasharray=\"112 80\""), "{act:?}: f′ is dashed");
        assert!(document.starts_with(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"480\" height=\"326.375\" viewBox=\"0 0 7680 5222\""
        ));
    }
}

#[test]
fn a_caption_is_text_whatever_is_in_it() {
    let frame = frame(ALL[0]);
    let picture = Picture::default();
    let draw = |caption: &str| svg(&frame, &picture, &palette(), caption).unwrap();
    let document = draw("<script>\"α\" & '中'</script>");
    assert!(elements(&document).iter().all(|name| name != "script"));
    assert!(document.contains("<title>&lt;script&gt;\"α\" &amp; '中'&lt;/script&gt;</title>"));
    assert!(document.contains("&lt;script&gt;&quot;α&quot; &amp; &apos;中&apos;&lt;/script&gt;"));
    let plain = draw("");
    assert!(elements(&plain).iter().all(|name| name != "title"));
    assert!(plain.contains("height=\"300\""));
}

#[test]
fn a_caption_is_never_cut() {
    let mut seen = 0;
    for lang in [Lang::En, Lang::Zh] {
        let words = words(lang);
        for act in ALL {
            let p: Vec<f64> = act.params.iter().map(|q| q.slider.0 + 0.123_456).collect();
            let caption = format!(
                "{} · {} · {}",
                subject(act, &p, &words.story),
                (words.export.lines)(true, true),
                words.export.from
            );
            for (wide, text) in
                [(1000.0, 12.0), (358.0, 12.0), (358.0, 19.0), (288.0, 19.0), (60.0, 19.0)]
            {
                let frame =
                    Size::Large.frame((wide, 200.0), text, act.window, None, false).unwrap();
                let lines = caption_lines(&caption, &frame, text);
                let squeezed = |text: &str| text.replace(' ', "");
                assert_eq!(squeezed(&lines.concat()), squeezed(&caption));
                for line in &lines {
                    let end = frame.area.left + text * caption_width(line);
                    assert!(end <= wide || line.chars().count() == 1, "{wide}: {line:?} to {end}");
                }
                // Below the plot, one below the other, all of them.
                let mut palette = palette();
                palette.text = text;
                let document = svg(&frame, &Picture::default(), &palette, &caption).unwrap();
                let height = document.split("height=\"").nth(1).unwrap().split('"').next().unwrap();
                let height: f64 = height.parse().unwrap();
                let below: Vec<f64> = document
                    .split("<text x=\"")
                    .filter_map(|text| text.split("y=\"").nth(1)?.split('"').next()?.parse().ok())
                    .map(|y: f64| y / UNITS)
                    .filter(|y| *y > 200.0 + 0.6 * text)
                    .collect();
                assert_eq!(below.len(), lines.len());
                assert!(below.windows(2).all(|pair| pair[1] - pair[0] > 1.1 * text));
                assert!(below.last().unwrap() + 0.7 * text <= height, "{below:?} of {height}");
                seen += lines.len();
            }
        }
    }
    assert!(seen > 900, "only {seen} lines");
}
