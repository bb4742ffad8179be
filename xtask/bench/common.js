// The work that every page of the bench does: ELU and its derivative at 720 places of [-5, 5].
//
// A page calls `onSlider` with what it does for another alpha, as its library would be used in
// earnest, with animation, tooltips and legends off. `step` then moves the slider as the bench does
// on our own page.

const WIDTH = 720, HEIGHT = 420, POINTS = 720;
const X_RANGE = [-5, 5], Y_RANGE = [-2, 3];
const F_COLOR = "#0b62d6", DF_COLOR = "#c2410c", LINE = 2.6;

const elu = (x, alpha) => (x > 0 ? x : alpha * Math.expm1(x));
const slope = (x, alpha) => (x > 0 ? 1 : alpha * Math.exp(x));

const xs = Array.from({ length: POINTS }, (_, i) => -5 + (10 * i) / (POINTS - 1));
const fs = new Array(POINTS).fill(0), dfs = new Array(POINTS).fill(0);

function evaluate(alpha) {
  for (let i = 0; i < POINTS; i++) {
    fs[i] = elu(xs[i], alpha);
    dfs[i] = slope(xs[i], alpha);
  }
}

evaluate(1);

const slider = document.createElement("input");
Object.assign(slider, { type: "range", min: 0, max: 3, step: 0.01, value: 1 });

function onSlider(draw) {
  document.body.append(slider);
  slider.addEventListener("input", () => draw(slider.valueAsNumber));
  draw(1);
  window.step = (alpha) => {
    slider.value = alpha;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  };
}
