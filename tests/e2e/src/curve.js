// Finds a curve on a plot by its colour: for every device-pixel column of the plotting area, the
// runs of rows that have it. Called with (function id, custom property, whether it is an area, which
// is half transparent).
const [fn, property, area] = arguments;
const figure = document.querySelector(`figure[data-plot][data-fn="${fn}"]`);
if (!figure) throw new Error(`no figure for ${fn}`);
figure.scrollIntoView({ block: "center", behavior: "instant" });

// The colour as the canvas would paint it, whatever notation the style sheet uses.
const probe = document.createElement("span");
probe.style.color = `var(${property})`;
document.body.append(probe);
const colour = getComputedStyle(probe).color;
probe.remove();
const scratch = new OffscreenCanvas(1, 1).getContext("2d");
scratch.fillStyle = colour;
scratch.fillRect(0, 0, 1, 1);
const wanted = scratch.getImageData(0, 0, 1, 1).data;

const canvas = figure.querySelector("canvas");
const { width, height } = canvas;
const box = canvas.getBoundingClientRect();
const scale = [width / box.width, height / box.height];
const [left, top, w, h] = figure.dataset.area.split(/\s+/).map(Number);
const first = Math.ceil(left * scale[0]);
const last = Math.floor((left + w) * scale[0]) - 1;
const above = Math.max(0, Math.floor(top * scale[1]) - 2);
const below = Math.min(height - 1, Math.ceil((top + h) * scale[1]) + 2);
const pixels = canvas.getContext("2d").getImageData(0, 0, width, height).data;

const TOLERANCE = 40; // of 255, in every channel: what rounding of half-transparent pixels needs
const OPAQUE = 96; // of 255: less is a shaded band or the faint rim of a line
const FAINT = 24; // of 255: less is the rim of an area
const weight = (column, row) => {
  const i = 4 * (row * width + column);
  if (area ? pixels[i + 3] < FAINT || pixels[i + 3] >= OPAQUE : pixels[i + 3] < OPAQUE) return 0;
  const near = [0, 1, 2].every((c) => Math.abs(pixels[i + c] - wanted[c]) <= TOLERANCE);
  return near ? pixels[i + 3] : 0;
};

const columns = [];
for (let column = first; column <= last; column++) {
  const runs = [];
  let sum = 0, moment = 0, start = above;
  for (let row = above; row <= below + 1; row++) {
    const here = row <= below ? weight(column, row) : 0;
    if (here > 0) {
      if (sum === 0) start = row;
      sum += here;
      moment += here * (row + 0.5);
    } else if (sum > 0) {
      runs.push([moment / sum, start, row]);
      sum = moment = 0;
    }
  }
  columns.push(runs);
}
return { colour, scale, first, columns };
