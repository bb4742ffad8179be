//! The components of the views: one for each, with `show` that makes it.

macro_rules! components {
    ($($part:ident { $($view:ident),* $(,)? })*) => {
        $($(pub(crate) mod $view;)*)*
    };
}
activation_explorer::for_each_view!(components);
