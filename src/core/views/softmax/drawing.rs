//! Scores and shares as bars, and three shares as a point of a triangle: as SVG with classes, for
//! the stylesheet knows their looks.

use super::bars::percent;
use super::model::{HEIGHT, argmax, cooling, hot_and_cold, on_simplex, value};
use crate::numeric::format::Number;

/// The left and top edge and the size of the triangle's drawing, where its side is 1.
pub const BOX: (f64, f64, f64, f64) = (-0.1, -0.1, 1.2, 1.08);

/// The place in the drawing, whose y grows downwards, of a point of the triangle.
#[must_use]
pub fn spot((x, y): (f64, f64)) -> (f64, f64) {
    (x, HEIGHT - y)
}

/// The triangle with softmax and sparsemax on it, and the path of the shares as the temperature
/// falls.
#[must_use]
pub fn triangle(z: &[f64; 3], t: f64) -> String {
    let points = |all: &[(f64, f64)]| {
        let each =
            all.iter().map(|p| spot(*p)).map(|(x, y)| format!("{:.4},{:.4}", Number(x), Number(y)));
        each.collect::<Vec<_>>().join(" ")
    };
    let (left, top, width, height) = BOX;
    let mut svg = format!(
        "<svg translate=\"no\" viewBox=\"{} {} {} {}\">",
        Number(left),
        Number(top),
        Number(width),
        Number(height)
    );
    // Lines of equal shares, a quarter apart.
    for share in [0.25, 0.5, 0.75] {
        for class in 0..3 {
            let mut ends = [[share; 3], [share; 3]];
            for (end, (one, none)) in ends.iter_mut().zip([(1, 2), (2, 1)]) {
                end[(class + one) % 3] = 1.0 - share;
                end[(class + none) % 3] = 0.0;
            }
            let ends = ends.map(|p| on_simplex(&p));
            svg += &format!("<polyline class=\"grid\" points=\"{}\"/>", points(&ends));
        }
    }
    svg += &format!(
        "<polygon class=\"edge\" points=\"{}\"/>",
        points(&[(0.0, 0.0), (1.0, 0.0), (0.5, HEIGHT)])
    );
    if let Some(ends) = hot_and_cold(z) {
        let way = cooling(z, ends, 96);
        svg += &format!("<polyline class=\"way\" points=\"{}\"/>", points(&way));
    }
    for (corner, (x, y), side) in
        [(1, (0.0, 0.0), "end"), (2, (1.0, 0.0), "start"), (3, (0.5, HEIGHT), "middle")]
    {
        let (x, y) = spot((x, y));
        let (x, y) = match side {
            "end" => (x - 0.04, y + 0.03),
            "start" => (x + 0.04, y + 0.03),
            _ => (x, y - 0.035),
        };
        svg += &format!(
            "<text x=\"{}\" y=\"{}\" text-anchor=\"{side}\">{corner}</text>",
            Number(x),
            Number(y)
        );
    }
    let place = |id: &str, t: f64| {
        let shares: Option<[f64; 3]> = value(id, z, t).as_slice().try_into().ok();
        shares.map(|p| spot(on_simplex(&p)))
    };
    if let Some((x, y)) = place("sparsemax", 1.0) {
        let (x, y) = (x - 0.018, y - 0.018);
        svg += &format!(
            "<rect class=\"sparsemax\" x=\"{:.4}\" y=\"{:.4}\" width=\"0.036\" height=\"0.036\"/>",
            Number(x),
            Number(y)
        );
    }
    if let Some((x, y)) = place("softmax", t) {
        svg += &format!(
            "<circle class=\"softmax\" cx=\"{:.4}\" cy=\"{:.4}\" r=\"0.026\"/>",
            Number(x),
            Number(y)
        );
    }
    svg + "</svg>"
}

/// A drawing 100 high and a hundred wide for every class, with lines across at these heights.
fn chart(count: usize, lines: &[(f64, &str)], bars: &str) -> String {
    let width = 100 * count;
    let lines: String = lines
        .iter()
        .map(|(y, class)| format!("<path class=\"{class}\" d=\"M0 {}H{width}\"/>", Number(*y)))
        .collect();
    format!("<svg viewBox=\"0 0 {width} 100\" preserveAspectRatio=\"none\">{lines}{bars}</svg>")
}

fn bar(class: &str, x: f64, width: f64, from: f64, to: f64) -> String {
    let (top, height) = (100.0 - from.max(to), (from - to).abs());
    format!(
        "<rect class=\"{class}\" x=\"{}\" y=\"{:.3}\" width=\"{}\" height=\"{:.3}\"/>",
        Number(x),
        Number(top),
        Number(width),
        Number(height)
    )
}

/// The scores as bars on an axis between these ends.
#[must_use]
pub fn scores(z: &[f64], ends: (f64, f64)) -> String {
    let zero = percent(0.0, ends);
    let line = if ends.0 <= 0.0 && 0.0 <= ends.1 { "axis" } else { "grid" };
    let bars = z.iter().enumerate();
    let bars = bars
        .map(|(i, score)| bar("score", 100.0 * i as f64 + 22.0, 56.0, zero, percent(*score, ends)));
    let lines = [(0.0, "grid"), (50.0, "grid"), (100.0, "grid"), (100.0 - zero, line)];
    chart(z.len(), &lines, &bars.collect::<String>())
}

/// The shares that the functions make of scores, as bars side by side.
#[must_use]
pub fn shares(z: &[f64], t: f64) -> String {
    let all = [
        ("softmax", value("softmax", z, t)),
        ("argmax", argmax(z)),
        ("sparsemax", value("sparsemax", z, t)),
        ("softmin", value("softmin", z, t)),
    ];
    let mut bars = String::new();
    for (place, (class, shares)) in all.iter().enumerate() {
        for (i, share) in shares.iter().enumerate() {
            let x = 100.0 * i as f64 + 11.0 + 20.0 * place as f64;
            bars.push_str(&bar(class, x, 18.0, 0.0, 100.0 * share));
        }
    }
    chart(z.len(), &[(0.0, "grid"), (50.0, "grid"), (100.0, "axis")], &bars)
}
