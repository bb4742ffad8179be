//! Slots: the colour and dash of each compared function, which it keeps until it is removed.

use super::keys::SLOTS;
use crate::activation::Activation;
use crate::address::{Address, MOST_COMPARED, Settings};

/// The slots of the compared functions, from 0, all different: those that the address names; for
/// the others the first that are free.
#[must_use]
pub fn slots(state: &Settings) -> Vec<u8> {
    let count = state.beside().len();
    let wanted: Vec<Option<u8>> = state.list(&SLOTS).iter().map(|n| number(*n)).collect();
    let wanted = (0..count).map(|i| wanted.get(i).copied().flatten());
    fill(&wanted.collect::<Vec<_>>())
}

/// Compares other functions: those that stay keep their slots, new ones take the first free.
pub fn compare(state: &mut Address, acts: Vec<&'static Activation>) {
    let before: Vec<_> = state.beside().into_iter().zip(slots(state)).collect();
    let kept = |act: &&Activation| before.iter().find(|(old, _)| old == act).map(|(_, slot)| *slot);
    let now = fill(&acts.iter().map(kept).collect::<Vec<_>>());
    state.compared = acts;
    let plain = now.iter().enumerate().all(|(place, slot)| place == usize::from(*slot));
    let start = SLOTS.start();
    let list = if plain { start } else { now.iter().map(|slot| f64::from(*slot) + 1.0).collect() };
    state.set_list(&SLOTS, list);
}

/// A slot from its number in the address.
fn number(n: f64) -> Option<u8> {
    let slot = n.round() - 1.0;
    (0.0..MOST_COMPARED as f64).contains(&slot).then_some(slot as u8)
}

/// The wanted slots, of two that are alike the first; the first free ones for the rest.
fn fill(wanted: &[Option<u8>]) -> Vec<u8> {
    let mut taken = Vec::new();
    let mut all: Vec<Option<u8>> = Vec::new();
    for slot in wanted {
        let own = slot.filter(|slot| !taken.contains(slot));
        taken.extend(own);
        all.push(own);
    }
    let free = (0..=u8::MAX).filter(|slot| !taken.contains(slot));
    let mut free = free.collect::<Vec<_>>().into_iter();
    all.into_iter().map(|slot| slot.or_else(|| free.next()).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;
    use crate::views::parse;

    fn state(query: &str) -> Address {
        parse(&format!("view=compare&{query}")).0
    }

    #[test]
    fn old_addresses_keep_their_colours() {
        assert_eq!(slots(&state("cmp=gelu,elu,tanh")), [0, 1, 2]);
        assert_eq!(slots(&state("")), [0, 1, 2]);
    }

    #[test]
    fn unusable_slots_are_the_first_that_are_free() {
        assert_eq!(slots(&state("cmp=gelu,elu,tanh&slots=2,2,-5")), [1, 0, 2]);
        assert_eq!(slots(&state("cmp=gelu,elu,tanh&slots=3")), [2, 0, 1]);
        assert_eq!(slots(&state("cmp=gelu,elu&slots=1.4,8")), [0, 7]);
    }

    #[test]
    fn a_function_keeps_its_slot_until_it_goes() {
        let mut state = state("cmp=relu,elu,gelu");
        let acts = |ids: &[&str]| ids.iter().filter_map(|id| by_id(id)).collect::<Vec<_>>();
        compare(&mut state, acts(&["elu", "gelu"]));
        assert_eq!(slots(&state), [1, 2]);
        assert!(state.query().contains("slots=2,3"), "{}", state.query());
        compare(&mut state, acts(&["elu", "gelu", "selu"]));
        assert_eq!(slots(&state), [1, 2, 0], "a new one takes the first free slot");
        assert_eq!(slots(&parse(&state.query()).0), [1, 2, 0]);
        compare(&mut state, acts(&["selu"]));
        assert!(!state.query().contains("slots"), "{}", state.query());
    }
}
