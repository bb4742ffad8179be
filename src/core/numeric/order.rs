//! Sorting a handful of items. The standard sort is faster from dozens on, and each type it is
//! used with weighs five kilobytes in the page; nothing here sorts that many.

/// Sorts by a key, keeping the order of equal ones.
pub fn sort_by_key<T>(items: &mut [T], key: impl Fn(&T) -> f64) {
    for end in 1..items.len() {
        let mut i = end;
        while i > 0 && key(&items[i]).total_cmp(&key(&items[i - 1])).is_lt() {
            items.swap(i, i - 1);
            i -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_stably() {
        let mut items = [(2.0, 'a'), (-1.0, 'b'), (2.0, 'c'), (0.0, 'd'), (-1.0, 'e')];
        sort_by_key(&mut items, |i| i.0);
        assert_eq!(items.map(|i| i.1), ['b', 'e', 'd', 'a', 'c']);
        sort_by_key(&mut [] as &mut [f64], |x| *x);
    }
}
