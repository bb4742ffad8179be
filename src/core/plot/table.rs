//! A picture as a table: the values of its functions at round places, for readers without a canvas.

use super::{Curve, Frame, Picture, Role};
use crate::numeric::elementary::within;
use crate::numeric::format::{brief, rounded, shortest, typographic};

/// The number of rows.
const ROWS: u32 = 11;

/// The functions of a picture as rows of an HTML table, at eleven round places across the frame.
/// Values are read off the curves, so they are as exact as the drawing: to a fraction of a pixel.
/// Empty for a picture without functions.
#[must_use]
pub fn table(picture: &Picture, frame: &Frame) -> String {
    let mut columns: Vec<(&Curve, String)> = Vec::new();
    for curve in &picture.curves {
        if let Some(name) = name(curve.role) {
            columns.push((curve, name));
        }
    }
    if columns.is_empty() {
        return String::new();
    }
    // The function itself is drawn last, over the rest.
    columns.reverse();
    let mut html = String::from("<tr><th scope=\"col\">x</th>");
    for (_, name) in &columns {
        html.push_str(&format!("<th scope=\"col\">{name}</th>"));
    }
    html.push_str("</tr>");
    let w = frame.window;
    let step = (w.x_max - w.x_min) / f64::from(ROWS - 1);
    let unit = 0.25 * (w.y_max - w.y_min) / frame.area.height.max(1.0);
    for row in 0..ROWS {
        let x = within(rounded(w.x_min + step * f64::from(row), step / 10.0), w.x_min, w.x_max);
        html.push_str(&format!("<tr><th scope=\"row\">{}</th>", typographic(&shortest(x))));
        for (curve, _) in &columns {
            // A quarter of a pixel is as exact as a curve is.
            let exact = |y: f64| brief(rounded(y, unit), 6);
            let value = height(curve, x).map_or_else(|| "–".to_owned(), exact);
            html.push_str(&format!("<td>{value}</td>"));
        }
        html.push_str("</tr>");
    }
    html
}

/// The heading of a column; `None` for a role that is no function of x.
fn name(role: Role) -> Option<String> {
    Some(match role {
        Role::F => "f(x)".to_owned(),
        Role::Df => "f′(x)".to_owned(),
        Role::D2f => "f″(x)".to_owned(),
        Role::Series(index) => format!("f<sub>{}</sub>(x)", index + 1),
        Role::SeriesDf(index) => format!("f<sub>{}</sub>′(x)", index + 1),
        _ => return None,
    })
}

/// The value of a curve at `x`; `None` where it is not drawn.
fn height(curve: &Curve, x: f64) -> Option<f64> {
    for stroke in &curve.strokes {
        for pair in stroke.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            if x0 <= x && x <= x1 {
                let share = if x1 > x0 { (x - x0) / (x1 - x0) } else { 0.0 };
                return Some(y0 + share * (y1 - y0));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;
    use crate::numeric::decimal;
    use crate::plot::{Margins, curves, series};

    fn cells(html: &str) -> Vec<Vec<String>> {
        let row = |row: &str| {
            let cells = row.split("</t").filter_map(|cell| cell.rsplit_once('>'));
            cells.map(|(_, text)| text.to_owned()).filter(|text| !text.is_empty()).collect()
        };
        html.split("</tr>").map(row).filter(|row: &Vec<_>| !row.is_empty()).collect()
    }

    #[test]
    fn rows_are_the_values_of_the_function() {
        let elu = by_id("elu").unwrap();
        let margins = Margins { left: 30.0, right: 5.0, top: 5.0, bottom: 20.0 };
        let frame = Frame::new((640.0, 320.0), &margins, elu.window);
        let curves = curves(elu, &[1.5], &frame, true);
        let html = table(&Picture { curves, ..Picture::default() }, &frame);
        let rows = cells(&html);
        assert_eq!(rows.len(), 12, "{html}");
        assert_eq!(rows[0], ["x", "f(x)", "f′(x)"]);
        let mut read = 0;
        for row in &rows[1..] {
            let number = |text: &str| decimal::parse(&text.replace('−', "-"));
            let x = number(&row[0]).unwrap();
            for (text, wanted) in [(&row[1], elu.f(x, &[1.5])), (&row[2], elu.df(x, &[1.5]))] {
                // Outside the window nothing is drawn.
                if let Some(found) = number(text) {
                    assert!((found - wanted).abs() < 0.01, "{x}: {found}, not {wanted}");
                    read += 1;
                }
            }
        }
        assert!(read > 15, "only {read} values");
    }

    #[test]
    fn a_comparison_has_a_column_each_and_other_pictures_none() {
        let relu = by_id("relu").unwrap();
        let margins = Margins { left: 30.0, right: 5.0, top: 5.0, bottom: 20.0 };
        let frame = Frame::new((640.0, 320.0), &margins, relu.window);
        let mut curves = series(1, (relu, &[]), None, &frame, false);
        curves.extend(series(0, (relu, &[]), None, &frame, false));
        let html = table(&Picture { curves, ..Picture::default() }, &frame);
        assert!(html.starts_with("<tr><th scope=\"col\">x</th><th scope=\"col\">f<sub>1</sub>(x)"));
        assert_eq!(table(&Picture::default(), &frame), "");
    }
}
