//! The tables of Xu et al. (2015), `xu2015.csv`, as bar charts that begin at zero, with every value
//! as text, what it is more or less than ReLU's, and a few words on how to read them.

use super::measured::fields;
use explorer_core::numeric::format::{brief, typographic};

/// The tables, copied from the paper.
const FILE: &str = include_str!("../content/xu2015.csv");

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
    /// How many decimals the paper gives.
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

    /// Whether the figures are shares of wrong answers, else losses.
    fn is_share(&self) -> bool {
        self.dataset != "NDSB"
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

/// The words in one language.
struct Words {
    title: &'static str,
    lead: &'static str,
    caption: fn(dataset: &str, end: &str) -> String,
    variant: &'static str,
    slope: fn(&str) -> String,
    learned: &'static str,
    test: &'static str,
    held_out: &'static str,
    train: &'static str,
    difference: &'static str,
    lowest: &'static str,
    remarks: &'static str,
    /// What there is to notice: the figures of ReLU, of Leaky ReLU with slopes 1/100 and 1/5.5,
    /// and of RReLU on CIFAR-10, and how many of its 10,000 test images lie between the last two.
    notice: fn([&str; 4], usize) -> [String; 4],
}

const ENGLISH: Words = Words {
    title: "The tables of Xu et al. (2015)",
    lead: "Five variants of ReLU in otherwise identical networks: what was measured, with every bar starting at zero.",
    caption: |dataset, end| match dataset {
        "CIFAR-10" => {
            format!("<b>CIFAR-10</b>, share of images misclassified; bars from 0 to {end}")
        }
        "CIFAR-100" => {
            format!("<b>CIFAR-100</b>, share of images misclassified; bars from 0 to {end}")
        }
        _ => format!("<b>NDSB</b> (plankton), multi-class log-loss; bars from 0 to {end}"),
    },
    variant: "Variant",
    slope: |slope| format!("slope {slope} in testing"),
    learned: "learned slope",
    test: "Test",
    held_out: "Held out",
    train: "Training",
    difference: "Against ReLU",
    lowest: "lowest",
    remarks: "How to read them",
    notice: |[relu, small, large, random], images| {
        [
            format!(
                "A leak need not help. With the slope 1/100, Leaky ReLU <em>loses</em> to ReLU on CIFAR-10: {small} against {relu}. The paper’s text says that every variant beats ReLU; its table does not."
            ),
            "The larger slope, 1/5.5, is better than 1/100 on all three data sets.".into(),
            "PReLU has the lowest training figure everywhere, and nowhere the lowest on held-out data: it fits better without generalising better.".into(),
            format!(
                "On CIFAR-10 there {} between {large} and {random}, with 10,000 in the test set. The tables report no spread over repeated runs, so small differences mean nothing.",
                if images == 1 { "is a single image".to_owned() } else { format!("are {images} images") }
            ),
        ]
    },
};

const CHINESE: Words = Words {
    title: "Xu 等人（2015）的表格",
    lead: "五种 ReLU 变体，网络的其余部分完全相同：下面是测得的结果，所有条形都从零画起。",
    caption: |dataset, end| match dataset {
        "CIFAR-10" => format!("<b>CIFAR-10</b>：分错的图像所占比例；条形从 0 到 {end}"),
        "CIFAR-100" => format!("<b>CIFAR-100</b>：分错的图像所占比例；条形从 0 到 {end}"),
        _ => format!("<b>NDSB</b>（浮游生物）：多分类对数损失；条形从 0 到 {end}"),
    },
    variant: "变体",
    slope: |slope| format!("测试时斜率 {slope}"),
    learned: "斜率由学习得到",
    test: "测试",
    held_out: "留出数据",
    train: "训练",
    difference: "与 ReLU 之差",
    lowest: "最低",
    remarks: "怎样读这些数",
    notice: |[relu, small, large, random], images| {
        [
            format!(
                "漏一点，未必就好。斜率为 1/100 的 Leaky ReLU 在 CIFAR-10 上<em>不如</em> ReLU：{small} 对 {relu}。论文正文说所有变体都胜过 ReLU，它自己的表格却不是这样。"
            ),
            "在三个数据集上，较大的斜率 1/5.5 都好于 1/100。".into(),
            "PReLU 的训练误差在三个数据集上都最低，在留出数据上却没有一次最低：拟合得更好，泛化却没有更好。".into(),
            format!(
                "在 CIFAR-10 上，{large} 与 {random} 只差 {images} 张图像，而测试集有 10000 张。表中没有给出重复实验的波动范围，所以细小的差别说明不了什么。"
            ),
        ]
    },
};

fn words(lang: &str) -> Result<&'static Words, String> {
    match lang {
        "en" => Ok(&ENGLISH),
        "zh" => Ok(&CHINESE),
        _ => Err(format!("no words for the evidence in `{lang}`")),
    }
}

/// The whole text.
pub fn page(lang: &str) -> Result<String, String> {
    let words = words(lang)?;
    let rows = rows()?;
    let of = |variant: &str| {
        let here = |row: &&Row| row.dataset == "CIFAR-10" && row.variant.starts_with(variant);
        rows.iter().find(here).ok_or_else(|| format!("xu2015.csv: no `{variant}`"))
    };
    let four = [of("ReLU")?, of("Leaky ReLU, a=100")?, of("Leaky ReLU, a=5.5")?, of("RReLU")?];
    let [.., large, random] = four;
    let images = ((large.test.value - random.test.value) * 10_000.0).round() as usize;
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
pub fn charts(lang: &str) -> Result<String, String> {
    let words = words(lang)?;
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
fn chart(rows: &[&Row], words: &Words) -> Result<String, String> {
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
        let best = if row.test.value == lowest {
            format!(" <small>{}</small>", words.lowest)
        } else {
            String::new()
        };
        html.push_str(&format!(
            "<tr data-fn=\"{}\"><th scope=\"row\">{name} <small>{slope}</small>\
             <svg viewBox=\"0 0 100 15\" preserveAspectRatio=\"none\" \
             aria-hidden=\"true\">{test}{train}</svg></th><td>{}{best}</td>{}<td>{}</td></tr>",
            row.id(),
            row.shown(&row.test),
            difference(row, first),
            row.shown(&row.train),
        ));
    }
    html.push_str("</tbody></table></div>");
    Ok(html)
}

/// The cell that compares a row with ReLU's: higher is worse.
fn difference(row: &Row, relu: &Row) -> String {
    let by = row.test.value - relu.test.value;
    if by == 0.0 {
        return "<td>–</td>".into();
    }
    let class = if by > 0.0 { " class=\"worse\"" } else { "" };
    let by = if row.is_share() { format!("{:+.2}", 100.0 * by) } else { format!("{by:+.4}") };
    format!("<td{class}>{}</td>", typographic(&by))
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
        for (lang, words) in [("en", &ENGLISH), ("zh", &CHINESE)] {
            let html = charts(lang).unwrap();
            assert_eq!(html.matches("<tr data-fn=").count(), 15);
            assert!(html.contains("width=\"83.00\" height=\"9\""), "12.45 of 15 is 83 %");
            assert!(html.contains("<td class=\"worse\">+0.21</td>"));
            assert_eq!(html.matches("class=\"worse\"").count(), 1);
            assert_eq!(html.matches(words.lowest).count(), 3);
            assert!(html.contains(&(words.slope)("1/5.5")) && html.contains(words.learned));
            let page = page(lang).unwrap();
            for figure in ["12.66%", "12.45%", "11.20%", "11.19%"] {
                assert!(page.split_once("remarks").unwrap().1.contains(figure), "{figure}");
            }
        }
        assert!(page("fr").is_err());
    }
}
