//! The tables of Xu et al. (2015), `xu2015.csv`, as bar charts that begin at zero, with every value
//! as text, what it is more or less than ReLU's, how far chance reaches, and a few words on how to
//! read them.

use super::measured::fields;
use super::words::{Evidence, words};
use explorer_core::lang::Lang;
use explorer_core::numeric::format::{brief, typographic};

/// The tables, copied from the paper.
const FILE: &str = include_str!("../content/xu2015.csv");

/// The images in the test set of CIFAR-10 and in that of CIFAR-100.
const IMAGES: f64 = 10_000.0;

/// One network.
struct Row {
    dataset: &'static str,
    /// The name in the table.
    variant: String,
    /// The slope for x < 0 in testing, as the paper has it.
    slope: String,
    train: Figure,
    test: Figure,
}

/// A number of the table.
struct Figure {
    value: f64,
    /// The number of decimals that the paper gives.
    decimals: usize,
}

impl Figure {
    fn read(text: &str) -> Option<Self> {
        let decimals = text.split_once('.').map_or(0, |(_, after)| after.len());
        Some(Self { value: text.parse().ok()?, decimals })
    }
}

impl Row {
    /// The function's id.
    fn id(&self) -> &'static str {
        match self.variant.split([' ', ',']).next() {
            Some("Leaky") => "leaky_relu",
            Some("PReLU") => "prelu",
            Some("RReLU") => "rrelu",
            _ => "relu",
        }
    }

    /// True if the figures are shares of wrong answers, else they are losses.
    fn is_share(&self) -> bool {
        self.dataset != "NDSB"
    }

    /// The square of the standard error of the figure in testing: that of a share of `IMAGES`
    /// independent images. The paper does not say how many there are on NDSB.
    fn variance(&self) -> Option<f64> {
        let share = self.test.value;
        self.is_share().then_some(share * (1.0 - share) / IMAGES)
    }

    /// A figure for people, as exact as the paper gives it.
    fn shown(&self, figure: &Figure) -> String {
        let Figure { value, decimals } = *figure;
        if self.is_share() {
            format!("{:.*}%", decimals.saturating_sub(2), 100.0 * value)
        } else {
            format!("{value:.decimals$}")
        }
    }

    /// The end of a scale for people.
    fn end(&self, end: f64) -> String {
        if self.is_share() { format!("{}%", brief(100.0 * end, 6)) } else { brief(end, 6) }
    }
}

/// The whole text.
pub fn page(lang: Lang) -> Result<String, String> {
    let words = &words(lang).evidence;
    let rows = rows()?;
    let of = |variant: &str| {
        let here = |row: &&Row| row.dataset == "CIFAR-10" && row.variant.starts_with(variant);
        rows.iter().find(here).ok_or_else(|| format!("xu2015.csv: no `{variant}`"))
    };
    let four = [of("ReLU")?, of("Leaky ReLU, a=100")?, of("Leaky ReLU, a=5.5")?, of("RReLU")?];
    let [.., large, random] = four;
    let images = ((large.test.value - random.test.value) * IMAGES).round() as usize;
    let shown = four.map(|row| row.shown(&row.test));
    let [a, b, c, d] = &shown;
    let items = (words.notice)([a, b, c, d], images).map(|item| format!("<li>{item}</li>"));
    Ok(format!(
        "<h1>{}</h1><p class=\"lead\">{}</p>{}<section><h2 id=\"remarks\">{}</h2><ul>{}</ul></section>\
         <p class=\"source\"><a href=\"https://arxiv.org/abs/1505.00853\" rel=\"noopener\" \
         target=\"_blank\">Xu, Wang, Chen and Li (2015)</a></p>\n",
        words.title,
        words.lead,
        charts(lang)?,
        words.remarks,
        items.concat(),
    ))
}

/// The charts alone, one a data set.
pub fn charts(lang: Lang) -> Result<String, String> {
    let words = &words(lang).evidence;
    let rows = rows()?;
    let mut datasets: Vec<&str> = Vec::new();
    for row in &rows {
        if !datasets.contains(&row.dataset) {
            datasets.push(row.dataset);
        }
    }
    let each = datasets.iter().map(|dataset| {
        let rows: Vec<_> = rows.iter().filter(|row| row.dataset == *dataset).collect();
        chart(&rows, words)
    });
    let each: Result<String, String> = each.collect();
    Ok(format!("<div class=\"evidence\">{}</div>", each?))
}

/// The chart of one data set: a table whose bars begin at zero.
fn chart(rows: &[&Row], words: &Evidence) -> Result<String, String> {
    let first = rows.first().ok_or("xu2015.csv: no rows")?;
    let end = scale(rows.iter().flat_map(|row| [row.test.value, row.train.value]));
    let lowest = rows.iter().map(|row| row.test.value).fold(f64::INFINITY, f64::min);
    let test = if first.is_share() { words.test } else { words.held_out };
    let mut html = format!(
        "<div class=\"table\"><table><caption>{}</caption><thead><tr><th scope=\"col\">{}</th>\
         <th scope=\"col\"><i></i>{test}</th>\
         <th scope=\"col\">{}</th><th scope=\"col\"><i class=\"train\"></i>{}</th></tr></thead><tbody>",
        (words.caption)(first.dataset, &first.end(end)),
        words.variant,
        words.difference,
        words.train,
    );
    for row in rows {
        let name = row.variant.split(',').next().unwrap_or_default();
        let slope = match row.slope.as_str() {
            "learned" => words.learned.to_owned(),
            slope => (words.slope)(slope.rsplit(' ').next().unwrap_or(slope)),
        };
        let bar = |class: &str, y: f64, height: f64, figure: &Figure| {
            format!(
                "<rect class=\"{class}\" y=\"{y}\" width=\"{:.2}\" height=\"{height}\"/>",
                100.0 * figure.value / end
            )
        };
        let (test, train) = (bar("test", 0.0, 9.0, &row.test), bar("train", 10.5, 4.0, &row.train));
        let spread = row.variance().map_or_else(String::new, |variance| {
            let (at, by) = (row.test.value, variance.sqrt());
            let [from, long] = [at - by, 2.0 * by].map(|length| 100.0 * length / end);
            format!("<rect x=\"{from:.2}\" y=\"3.5\" width=\"{long:.2}\" height=\"2\"/>")
        });
        let best = if row.test.value == lowest {
            format!(" <small>{}</small>", words.lowest)
        } else {
            String::new()
        };
        html.push_str(&format!(
            "<tr data-fn=\"{}\"><th scope=\"row\">{name} <small>{slope}</small>\
             <svg viewBox=\"0 0 100 15\" preserveAspectRatio=\"none\" \
             aria-hidden=\"true\">{test}{train}{spread}</svg></th><td>{}{best}</td>{}<td>{}</td></tr>",
            row.id(),
            row.shown(&row.test),
            difference(row, first),
            row.shown(&row.train),
        ));
    }
    html.push_str("</tbody></table></div>");
    Ok(html)
}

/// The cell that compares a row with ReLU's, with the standard error of the difference.
fn difference(row: &Row, relu: &Row) -> String {
    let by = row.test.value - relu.test.value;
    if by == 0.0 {
        return "<td>–</td>".into();
    }
    let (Some(a), Some(b)) = (row.variance(), relu.variance()) else {
        return format!("<td>{}</td>", typographic(&format!("{by:+.4}")));
    };
    let [by, error] = [by, (a + b).sqrt()].map(|share| 100.0 * share);
    format!("<td>{} <small>±{error:.2}</small></td>", typographic(&format!("{by:+.2}")))
}

/// A round number at or above all values.
fn scale(values: impl Iterator<Item = f64>) -> f64 {
    let largest = values.fold(0.0, f64::max);
    let power = 10f64.powi(largest.log10().floor() as i32);
    let step = power / 2.0;
    (largest / step).ceil() * step
}

/// Every row, in the order of the file.
fn rows() -> Result<Vec<Row>, String> {
    let row = |line: &'static str| {
        let fields = fields(line);
        let [_, dataset, _, variant, slope, train, test] = fields.as_slice() else { return None };
        let name = dataset.split(' ').next().unwrap_or_default();
        let dataset = ["CIFAR-10", "CIFAR-100", "NDSB"].into_iter().find(|known| *known == name)?;
        let (train, test) = (Figure::read(train)?, Figure::read(test)?);
        Some(Row { dataset, variant: variant.clone(), slope: slope.clone(), train, test })
    };
    let lines = FILE.lines().enumerate().skip(1);
    lines
        .map(|(index, line)| {
            row(line).ok_or_else(|| format!("src/content/xu2015.csv: line {}: {line}", index + 1))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(dataset: &str) -> Vec<Row> {
        rows().unwrap().into_iter().filter(|row| row.dataset == dataset).collect()
    }

    #[test]
    fn the_remarks_are_true_of_the_tables() {
        for dataset in ["CIFAR-10", "CIFAR-100", "NDSB"] {
            let rows = of(dataset);
            assert_eq!(rows.len(), 5, "{dataset}");
            let [relu, small, large, prelu, rrelu] = &rows[..] else { panic!("{dataset}") };
            assert!(large.test.value < small.test.value, "{dataset}");
            assert!(rows.iter().all(|row| row.train.value >= prelu.train.value), "{dataset}");
            assert!(rows.iter().all(|row| row.test.value >= rrelu.test.value), "{dataset}");
            assert_eq!(small.test.value > relu.test.value, dataset == "CIFAR-10", "{dataset}");
        }
    }

    #[test]
    fn bars_begin_at_zero_and_are_as_long_as_the_values() {
        for lang in Lang::ALL {
            let words = &words(lang).evidence;
            let html = charts(lang).unwrap();
            assert_eq!(html.matches("<tr data-fn=").count(), 15);
            assert!(html.contains("width=\"83.00\" height=\"9\""), "12.45 of 15 is 83 %");
            // As computed with NumPy. On NDSB nothing is known of chance.
            assert!(html.contains("<td>+0.21 <small>±0.47</small></td>"));
            assert!(html.contains("<td>−1.25 <small>±0.46</small></td>"));
            assert_eq!(html.matches("<small>±").count(), 8);
            assert!(html.contains("<rect x=\"80.80\" y=\"3.5\" width=\"4.40\""), "12.45 ± 0.33");
            assert_eq!(html.matches("y=\"3.5\"").count(), 10);
            assert_eq!(html.matches(words.lowest).count(), 3);
            assert!(html.contains(&(words.slope)("1/5.5")) && html.contains(words.learned));
            let page = page(lang).unwrap();
            let spread = |row: &Row| row.test.value * (1.0 - row.test.value) / 10_000.0;
            let [relu, small, ..] = &of("CIFAR-10")[..] else { panic!("five rows") };
            let error = format!("{:.2}", 100.0 * (spread(relu) + spread(small)).sqrt());
            for figure in ["12.66%", "12.45%", "11.20%", "11.19%", &error] {
                assert!(page.split_once("remarks").unwrap().1.contains(figure), "{figure}");
            }
        }
    }
}
