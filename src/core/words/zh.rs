//! Chinese, simplified.

use super::Words;
use crate::activation::Family;
use crate::address::{Group, Theme, Trait};

pub(super) const WORDS: Words = Words {
    product: "激活函数探索",
    language_label: "语言",
    theme_label: "主题",
    theme: |theme| match theme {
        Theme::Auto => "自动",
        Theme::Light => "浅色",
        Theme::Dark => "深色",
        Theme::Projector => "投影",
    },
    find: "查找",
    present: "演示模式",
    skip: "跳到正文",
    navigation: "页面",
    bar: |group| match group {
        Group::Gallery | Group::Tools => "",
        Group::Functions => "函数",
        Group::Compare => "对比",
        Group::Demos => "动手",
        Group::Lesson => "学习",
        Group::Guide => "怎么选",
    },
    functions: "函数",
    only: "只看",
    traits: |each| match each {
        Trait::Bounded => "有界",
        Trait::Monotone => "单调",
        Trait::Smooth => "光滑",
        Trait::ZeroCentred => "零中心",
        Trait::Kink => "有折点",
        Trait::Saturates => "至少一侧饱和",
    },
    found: |n, of| format!("{of} 个中有 {n} 个（按默认参数）"),
    by_default: "按默认参数选出",
    show_all: "全部显示",
    family: |family| match family {
        Family::Sigmoidal => "S 形函数",
        Family::Rectifier => "修正线性函数",
        Family::Exponential => "指数与对数型",
        Family::SelfGated => "自门控函数",
        Family::Shrinkage => "收缩函数",
        Family::Periodic => "钟形与周期函数",
        Family::Vector => "以向量为输入的函数",
        Family::Gated => "门控单元",
        Family::Basic => "参照函数",
    },
    reset: "恢复默认",
    start_over: "恢复初始值",
    slider_label: |symbol, name, function| format!("{function} 的 {symbol}（{name}）"),
    number_label: |symbol, name, function| format!("{function} 的 {symbol}（{name}），精确值"),
    plot_label: |function, deriv| {
        if deriv {
            format!("{function} 的图像：实线为函数，虚线为导数")
        } else {
            format!("{function} 的图像")
        }
    },
    probe_label: "探针：沿曲线移动",
    definition: "定义",
    show_derivative: "显示 f′",
    slice_mark: "切片",
    dismiss: "知道了",
    prose_failed: "文字没有载入成功，不影响绘图。",
    view_failed: "这个页面没有载入成功，请检查网络。",
    loading: "正在载入……",
    share: "分享",
    open_in_full: "打开完整页面",
    retry: "重试",
    no_canvas: "浏览器没有提供画布，无法绘图。",
};
