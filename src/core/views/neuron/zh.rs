//! Chinese, simplified: neuron.

use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "神经元";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "神经元演示",
    description: "先加权求和，再经过一个函数：激活函数对输入做了什么。",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "神经元：先加权求和，再过一个函数",
    lead: "每个输入乘上各自的权重，乘积与偏置相加，激活函数把这个和变成输出。",
    input: |i| format!("输入 {i}"),
    weight: |i| format!("权重 {i}"),
    bias: "偏置",
    count: "输入个数",
    sum: "Σ + b",
    output: "输出",
    plane: "同一个神经元，画在前两个输入的平面上",
    plane_lead: "输出只沿权重向量（箭头）的方向变化，垂直方向上不变。图上的点和箭头的尖端都可以拖动。",
    inputs: "输入 1 和输入 2",
    weights: "权重 1 和权重 2",
    plot: "前两个输入平面上的输出热力图，附权重向量与当前输入",
    slope: |i| format!("∂输出/∂权重 {i}"),
};
