//! The components of the views: one for each, made by its `show`.

macro_rules! components {
    ($($part:ident { $($view:ident),* $(,)? })*) => {
        $($(pub(crate) mod $view;)*)*
    };
}
activation_explorer::for_each_view!(components);
