
const known = JSON.parse(document.querySelector('#data').textContent);
const svg = document.querySelector('main > svg');
const chart = document.querySelector('#chart');
const rows = [...document.querySelectorAll('[data-row]')];
const marks = [...document.querySelectorAll('#chart [data-a]')].map(element => ({
  element,
  from: Number(element.dataset.a),
  to: 'b' in element.dataset ? Number(element.dataset.b) : null,
}));
const ofBar = known.bars.map(() => []);
for (const { element } of marks) if (element.dataset.bar) ofBar[element.dataset.bar].push(element);

// ---- the axis: as wide as the window, with all of the boot or a part of it

// A picture of its own, so that it can stay in sight.
const axis = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
axis.append(document.querySelector('.axis'));
axis.setAttribute('class', 'sticky');
axis.setAttribute('height', 24);
document.querySelector('main').before(axis);
svg.setAttribute('role', 'group');
const ticks = document.querySelector('#ticks');
const grid = document.querySelector('.grid');
const height = Number(svg.getAttribute('height')) - 24;

let view = { from: 0, to: known.total };
let width = 0;

function x(time) {
  const part = known.total > 0 ? (time - view.from) / (view.to - view.from) : 0;
  return known.room + part * (width - 2 * known.room);
}

// Far outside, browsers no longer reckon well.
function inside(place) { return Math.min(Math.max(place, -50), width + 50); }

function draw() {
  for (const { element, from, to } of marks) {
    const left = inside(x(from));
    if (to === null) { element.setAttribute('transform', `translate(${left} 0)`); continue; }
    element.setAttribute('x', left);
    element.setAttribute('width', Math.max(inside(x(to)) - left, 1.5));
  }
  drawTicks();
}

const units = [[1e9, 's'], [1e6, 'ms'], [1e3, 'us'], [1, 'ns']];

// Round times, about as many as there is room for, all in one unit.
function roundTimes(room) {
  const least = Math.max((view.to - view.from) / Math.max(width / room, 1), 1);
  const size = 10 ** Math.floor(Math.log10(least));
  const step = Math.max([1, 2, 5, 10].find(round => round * size >= least * 0.999) * size, 1);
  const [unit, name] = units.find(([unit]) => unit <= Math.floor(view.to / step) * step) ?? [1, 'ns'];
  const decimals = Math.max(0, Math.ceil(Math.log10(unit / step) - 1e-9));
  const times = [];
  for (let count = Math.ceil(view.from / step); count * step <= view.to; count++) {
    const at = count * step;
    times.push([at, at === 0 ? '0' : `${(at / unit).toFixed(decimals)} ${name}`]);
  }
  return times;
}

const letter = 7.25;

function drawTicks() {
  const fits = times => times.length < 2 ||
    x(times[1][0]) - x(times[0][0]) >= 12 + 1.3 * letter * Math.max(...times.map(([, text]) => text.length));
  const times = [76, 150].map(roundTimes).find(fits) ?? roundTimes(width / 2);
  ticks.replaceChildren(...times.map(([at, text]) => {
    const half = text.length * letter / 2;
    const middle = Math.min(Math.max(x(at), half - 14), width + 16 - half);
    const label = shape('text', { x: middle, y: 15, 'text-anchor': 'middle' });
    label.textContent = text;
    return label;
  }));
  grid.replaceChildren(...times.map(([at]) => {
    const line = shape('g', { class: 'tick', transform: `translate(${x(at)} 0)` });
    line.append(shape('path', { d: `M0 0V${height}` }));
    return line;
  }));
}

function shape(name, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function fit() {
  const whole = Math.max(document.documentElement.clientWidth, known.left + 320);
  width = whole - known.left - 16;
  for (const [element, tall] of [[svg, height], [axis, 24]]) {
    element.setAttribute('width', whole);
    element.setAttribute('height', tall);
    element.setAttribute('viewBox', element === svg ? `0 24 ${whole} ${tall}` : `0 0 ${whole} ${tall}`);
  }
  chart.setAttribute('width', width);
  draw();
}

// `by`: less than 1 is closer. What is at `part` of the axis stays there.
function zoom(by, part = 0.5) {
  const middle = view.from + part * (view.to - view.from);
  // Closer than a billionth of the boot, numbers of JavaScript would not tell times apart.
  const closest = Math.max(10, known.total / 1e9);
  const span = Math.min(Math.max((view.to - view.from) * by, closest), known.total);
  move(middle - part * span, span);
}

function move(from, span = view.to - view.from) {
  from = Math.min(Math.max(from, 0), known.total - span);
  view = { from, to: from + span };
  requestAnimationFrame(draw);
}

document.querySelector('#in').onclick = () => zoom(0.5);
document.querySelector('#out').onclick = () => zoom(2);
document.querySelector('#all').onclick = () => move(0, known.total);
svg.addEventListener('wheel', event => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  const part = (event.clientX - svg.getBoundingClientRect().left - known.left) / width;
  zoom(event.deltaY > 0 ? 1.25 : 0.8, Math.min(Math.max(part, 0), 1));
}, { passive: false });
addEventListener('resize', fit);
