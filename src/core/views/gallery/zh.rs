//! Chinese, simplified: the start page.

use super::model::Fate;
use super::words::Words;
use crate::address::About;

/// The view's name in menus.
pub(super) const NAME: &str = "总览";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About {
    title: "会动的激活函数图鉴",
    description: "神经网络的各种激活函数及其导数：用滑块改变参数，用探针读数。",
};

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "网络靠斜率学习。",
    lead: "抓住曲线上的点，拖一拖。橙色的斜率，就是一层能传回的梯度。",
    choice: "函数",
    plot: |function| format!("{function} 的曲线，以及表示其斜率的阴影"),
    point: "曲线上的点",
    slope: "斜率",
    lamps: "叠 1……10 层后还剩的梯度（不计权重）",
    fate: |fate, left| match fate {
        Fate::Nothing => "这里的斜率是 0，<b>什么也传不回来</b>。".into(),
        Fate::Vanishes => format!("在这一点叠十层，梯度只剩原来的 <b>{left}</b>，<b>消失</b>了。"),
        Fate::Shrinks => format!("在这一点叠十层，梯度只剩原来的 <b>{left}</b>，<b>变小</b>了。"),
        Fate::Kept => "在这一点叠十层，梯度<b>原样</b>传回。".into(),
        Fate::Grows => format!("在这一点叠十层，梯度变为原来的 <b>{left}</b> 倍，<b>变大</b>了。"),
    },
    doors: [
        ("弄懂", |n| format!("{n} 篇短文：为什么要弯，梯度为什么消失，单元为什么死掉。")),
        ("查阅", |n| format!("{n} 个函数的公式、代码，以及各框架实际的算法。")),
        ("动手", |n| format!("{n} 个演示，可以拖动、单步、试错。")),
    ],
    heading: |n| format!("{n} 个函数"),
    tile: |function, deriv| {
        if deriv {
            format!("{function} 的图像，阴影表示斜率")
        } else {
            format!("{function} 的图像")
        }
    },
    tested: "这里的每个函数值和导数都以 60 位精度的计算核对过。",
    how: "怎样核对",
    licence: "许可证与源代码",
    embed: "嵌入自己的网页",
};
