//! Chinese, simplified.

use super::{About, Claims, Evidence, Frameworks, Guide, Know, Lost, Plain, Start, Words};
use crate::claims::Verdict;

pub(super) const WORDS: Words = Words {
    claims: Claims {
        heading: "常见说法",
        title: "这话对吗？",
        show: "演示",
        open: "打开完整页面",
        verdict: |verdict| match verdict {
            Verdict::True => "正确",
            Verdict::False => "错误",
            Verdict::Misleading => "易误导",
            Verdict::Depends => "视情况",
        },
    },
    know: Know {
        heading: "用之前须知",
        open: "动手试试",
        at: |x, f, df| match df {
            Some(df) => format!("x\u{a0}=\u{a0}{x} 处：f\u{a0}=\u{a0}{f}，f′\u{a0}=\u{a0}{df}"),
            None => format!("，x\u{a0}=\u{a0}{x} 处：{f}"),
        },
    },
    guide: Guide {
        recommendation: "建议：", evidence: "（证据）", convention: "（惯例）"
    },
    frameworks: Frameworks {
        heading: "各框架中的约定",
        accuracy: |f, df| {
            format!(
                "本页的计算误差：f 不超过 {f}，f′ 不超过 {df}，单位为“ulp ×（1 + 条件数）”，以 60 位精度的参考值实测。"
            )
        },
        caption: "各框架中的 {}。",
        measured: "导数 f′ 在 {} 上实测。",
        by_sources: "PyTorch 的导数依其源码得出。",
        framework: "框架",
        call: "名称",
        defaults: "默认值",
        kinks: "分段点处的 f′",
        take: "采用",
        none: "没有专门的函数：{}",
        not_measured: "未测",
        comma: "，",
        list: "、",
        and: " 和 ",
        or: " 或 ",
        by_version: "因版本而异",
        note: ["（", "）"],
    },
    evidence: Evidence {
        title: "Xu 等人（2015）的表格",
        lead: "五种 ReLU 变体，网络的其余部分完全相同：下面是测得的结果，所有条形都从零画起。",
        caption: |dataset, end| match dataset {
            "CIFAR-10" | "CIFAR-100" => format!(
                "<b>{dataset}</b>：分错的图像所占比例；条形从 0 到 {end}，细线为 ± 一个标准误（按 10000 张图像计）"
            ),
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
                    "漏一点，未必就好。斜率为 1/100 的 Leaky ReLU 在 CIFAR-10 上看不出比 ReLU 有优势：{small} 对 {relu}，差距在偶然的范围之内（标准误为 0.47 个百分点）。论文正文说所有变体都胜过 ReLU，它自己的表格却不是这样。"
                ),
                "在三个数据集上，较大的斜率 1/5.5 都好于 1/100。".into(),
                "PReLU 的训练误差在三个数据集上都最低，在留出数据上却没有一次最低：拟合得更好，泛化却没有更好。".into(),
                format!(
                    "在 CIFAR-10 上，{large} 与 {random} 只差 {images} 张图像，而测试集有 10000 张。表中没有给出重复实验的波动范围，所以细小的差别说明不了什么。"
                ),
            ]
        },
    },
    plain: Plain {
        description: "神经网络的各种激活函数及其导数：公式、图像、优点与缺点，外加一门课程，纠正关于它们的种种误传。",
        navigation: "本页的其他形式",
        open: "打开",
        live: "打开可交互的页面",
        lesson: "课程",
        functions: "函数",
        colon: "：",
        about: About {
            title: "怎样核对，许可证与源代码",
            lead: "这里的数字凭什么可信，您又可以怎样使用它们。",
            tested: "怎样核对",
            tests: &[
                "<b>函数值与斜率。</b>每个函数、它的一阶和二阶导数以及对参数的导数，都与 60 位精度算出的参考值比较：离 0 很远和很近的地方、折点上和折点旁都有。测得的最大误差写在各函数的页面上。",
                "<b>图像。</b>由浏览器画出曲线，再读回像素，与数值比较。",
                "<b>框架。</b>各框架在分段交界处返回什么，是在框架里实测的；函数页面的表格写明了版本。",
                "<b>说法。</b>评判各种说法时用到的数字，每次构建网页都会重新计算。",
            ],
            licence: "许可证与源代码",
            terms: &[
                "MIT 或 Apache-2.0，任选其一。可以用来教学，可以修改，也可以放进自己的网页。",
                "源代码用 Rust 写成，编译为 WebAssembly，与测试和参考值一起放在构建本站的代码库中。其中的 ONNX 一致性测试数据由 ONNX 项目贡献者提供，采用 Apache-2.0。",
            ],
        },
    },
    start: Start {
        language: "Chinese",
        loading: "正在载入……",
        no_script: "本页的曲线由浏览器实时计算，需要启用 JavaScript 与 WebAssembly。",
        plain: "课程和所有函数的静态网页",
        unsupported: "此浏览器不支持 WebAssembly，或被安全策略禁用。本页需要它来计算曲线。",
        load: "页面没有完整载入。请检查网络后重试。",
        file: "直接打开文件时，浏览器不允许载入页面的其余部分。请在该文件夹中启动一个网页服务器，例如 <code translate=\"no\">python3 -m http.server</code>，再打开它给出的网址。",
        panic: "页面内部出错，已停止运行。重新载入会保留网址，因此也保留当前状态。",
        reload: "重新载入",
    },
    lost: Lost { no_page: "这个网址没有页面。", home: "返回首页" },
};
