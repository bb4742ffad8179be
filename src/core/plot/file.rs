//! Files of a plot: its numbers as a table, and a name that tells one state from another.

use crate::activation::Activation;
use crate::numeric::Window;
use crate::numeric::format::shortest;
use crate::properties::second;

/// The number of steps of a table of numbers across a window.
const STEPS: u32 = 400;

/// A function at 401 even places across a window, as comma-separated values: x, f, f′, f″ if
/// `second_too`, every parameter, and the function's id.
///
/// What a table is of is in columns, the same in every row, and not in comments above the header,
/// which neither spreadsheets nor pandas take for such; the one column that is no number comes
/// last, so that NumPy reads all the others with `usecols`. Tables put below one another are still
/// told apart. Numbers are in their shortest exact form, with a point.
#[must_use]
pub fn csv(act: &Activation, p: &[f64], window: &Window, second_too: bool) -> String {
    let d2f = second_too.then(|| second(act, p));
    let names = act.params.iter().map(|param| param.name);
    let head = ["x", "f", "df"].into_iter().chain(d2f.is_some().then_some("d2f"));
    let mut text = head.chain(names).chain(["function"]).collect::<Vec<_>>().join(",");
    for i in 0..=STEPS {
        let share = f64::from(i) / f64::from(STEPS);
        let x = window.x_min + (window.x_max - window.x_min) * share;
        let (f, df) = act.eval(x, p);
        let values = [x, f, df].into_iter().chain(d2f.as_ref().map(|d2f| d2f(x)));
        text.push('\n');
        for value in values.chain(p.iter().copied()) {
            text.push_str(&shortest(value));
            text.push(',');
        }
        text.push_str(act.id);
    }
    text.push('\n');
    text
}

/// The name of a file without its ending: the function, each parameter that is not as usual, and
/// the part of the x axis that is seen if it is not the usual one: `elu_alpha=2_x=-1_to_3`.
#[must_use]
pub fn file_name(act: &Activation, p: &[f64], seen: Option<&Window>) -> String {
    let mut name = act.id.to_owned();
    for (param, value) in act.params.iter().zip(p) {
        if *value != param.default {
            name.push_str(&format!("_{}={}", param.name, shortest(*value)));
        }
    }
    if let Some(w) = seen {
        name.push_str(&format!("_x={}_to_{}", shortest(w.x_min), shortest(w.x_max)));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::ALL;

    #[test]
    fn a_table_says_what_it_is_of_in_every_row() {
        for act in ALL {
            let p: Vec<f64> = act.params.iter().map(|q| q.slider.1).collect();
            let window = Window::new(-1.5, 2.5, 0.0, 1.0);
            let text = csv(act, &p, &window, true);
            let mut rows = text.lines().map(|row| row.split(',').collect::<Vec<_>>());
            let head = rows.next().unwrap();
            let column = |name: &str| head.iter().position(|h| *h == name).unwrap();
            let d2f = second(act, &p);
            let mut count = 0;
            for row in rows {
                assert_eq!(row.len(), head.len(), "{row:?}");
                let number = |name: &str| row[column(name)].parse::<f64>().unwrap();
                let x = number("x");
                let same = |a: f64, b: f64| a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan();
                let (f, df) = act.eval(x, &p);
                assert!(same(number("f"), f) && same(number("df"), df), "{}: {row:?}", act.id);
                assert!(same(number("d2f"), d2f(x)), "{}: {row:?}", act.id);
                for (param, value) in act.params.iter().zip(&p) {
                    assert_eq!(number(param.name), *value);
                }
                assert_eq!(row.last(), Some(&act.id));
                count += 1;
            }
            assert_eq!(count, 401);
            assert!(text.contains("\n-1.5,") && text.contains("\n2.5,"), "the whole window");
            assert!(!csv(act, &p, &window, false).contains("d2f"));
        }
    }

    #[test]
    fn a_name_tells_states_apart_and_is_one_on_every_system() {
        for act in ALL {
            let usual = act.defaults();
            assert_eq!(file_name(act, &usual, None), act.id);
            let mut names = vec![act.id.to_owned()];
            for i in 0..usual.len() {
                let mut p = usual.clone();
                p[i] += 0.25;
                names.push(file_name(act, &p, None));
            }
            names.push(file_name(act, &usual, Some(&Window::new(-1e-7, 1e9, 0.0, 1.0))));
            let count = names.len();
            let fine = |c: char| c.is_ascii_alphanumeric() || "_-=.".contains(c);
            assert!(names.iter().all(|name| name.chars().all(fine)), "{names:?}");
            names.sort();
            names.dedup();
            assert_eq!(names.len(), count, "{names:?}");
        }
    }
}
