
const { nodes, pairs, carried } = JSON.parse(document.querySelector('#data').textContent);
const svg = document.querySelector('main svg');
const cards = [];
for (const element of svg.querySelectorAll('.node')) cards[element.dataset.node] = element;
const lines = [...svg.querySelectorAll('.wires .line')];

// What each node needs, and what needs it: numbers of pairs.
const needs = nodes.map(() => []), users = nodes.map(() => []);
pairs.forEach((pair, at) => { needs[pair.from].push(at); users[pair.to].push(at); });

// The pairs that run through a line.
function through(line) {
  return carried.slice(Number(line.dataset.from), Number(line.dataset.to));
}

function sentences(numbers) {
  return numbers.flatMap(at => pairs[at].says.map(([says, place]) =>
    make('li', {}, says.replaceAll('`', ''), ' ', make('span', { class: 'muted' }, place))));
}

function list(title, items) {
  return items.length ? [make('b', {}, title), make('ul', {}, ...items)] : [];
}

function names(numbers, end) {
  const labels = numbers.filter(at => pairs[at].holds).map(at => nodes[pairs[at][end]].label);
  return labels.length > 12 ? `${labels.slice(0, 12).join(', ')} and ${labels.length - 12} more` : labels.join(', ');
}

// What there is to say about a node in a few lines: what it is, why it comes there, what holds it, and where it is written.
function brief(at) {
  const node = nodes[at], lines = [make('h2', {}, node.label), make('p', {}, node.facts)];
  for (const why of node.why) lines.push(make('p', { class: 'why' }, why.replaceAll('`', '')));
  const [holds, held] = [names(needs[at], 'to'), names(users[at], 'from')];
  if (holds) lines.push(make('p', { class: 'keeps' }, `keeps up: ${holds}`));
  if (held) lines.push(make('p', { class: 'kept' }, `kept up by: ${held}`));
  lines.push(make('p', { class: 'muted place' }, node.place));
  return lines;
}

// Everything that can be reached, with the pairs on the way.
function closure(start, next, end) {
  const found = new Set([start]), passed = new Set(), pending = [start];
  while (pending.length) {
    for (const at of next[pending.pop()]) {
      passed.add(at);
      const to = pairs[at][end];
      if (!found.has(to)) { found.add(to); pending.push(to); }
    }
  }
  return { found, passed };
}

let chosen = null, upwards = false;

function choose(at, again) {
  chosen = at;
  upwards = again;
  const { found, passed } = again ? closure(at, users, 'from') : closure(at, needs, 'to');
  svg.classList.add('chosen');
  cards.forEach((card, number) => {
    card.classList.toggle('lit', found.has(number));
    card.classList.toggle('chosen', number === at);
  });
  for (const line of lines) {
    const rail = line.dataset.rail;
    const lit = rail === undefined
      ? through(line).some(number => passed.has(number))
      : found.has(Number(rail)) && (again || Number(rail) !== at) && [...passed].some(number => pairs[number].to === Number(rail));
    line.classList.toggle('lit', lit);
  }
  const what = again ? 'all that needs it' : 'all that it needs';
  const turn = make('button', { class: 'turn' }, again ? 'show all that it needs' : 'show all that needs it');
  turn.onclick = () => choose(at, !again);
  detail.show([...brief(at), make('p', {}, make('b', {}, `${what}: ${found.size - 1}`), ' ', turn),
    ...list('needs', sentences(needs[at])), ...list('needed by', sentences(users[at]))], reset);
  tip.hide();
}

function reset() {
  chosen = null;
  svg.classList.remove('chosen');
  for (const element of [...cards, ...lines]) element.classList.remove('lit', 'chosen');
  detail.hide();
  tip.hide();
}

function below(element) {
  const { left, bottom } = element.getBoundingClientRect();
  return [left, bottom];
}

cards.forEach((card, at) => {
  card.setAttribute('tabindex', '0');
  card.setAttribute('role', 'button');
  card.setAttribute('aria-label', `${nodes[at].label}: ${nodes[at].facts}`);
  card.addEventListener('mousemove', event => tip.show(brief(at), event.clientX, event.clientY));
  card.addEventListener('mouseleave', () => tip.hide());
  card.addEventListener('focus', () => { if (card.matches(':focus-visible')) tip.show(brief(at), ...below(card)); });
  card.addEventListener('blur', () => tip.hide());
  card.addEventListener('click', event => { event.stopPropagation(); choose(at, chosen === at && !upwards); });
  card.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose(at, chosen === at && !upwards);
  });
});

for (const line of lines.filter(line => line.dataset.rail === undefined)) {
  // A line is thin; what can be pointed at is not.
  const reach = line.firstElementChild.cloneNode();
  reach.setAttribute('class', 'reach');
  line.append(reach);
  line.addEventListener('mousemove', event => {
    const numbers = through(line), shown = numbers.slice(0, 8), more = numbers.length - shown.length;
    const items = sentences(shown);
    if (more > 0) items.push(make('li', {}, `and ${more} more`));
    tip.show([make('ul', { style: 'margin:0;padding-left:16px' }, ...items)], event.clientX, event.clientY);
  });
  line.addEventListener('mouseleave', () => tip.hide());
}

let scale = 1;
const [width, height] = ['width', 'height'].map(name => Number(svg.getAttribute(name)));
function zoom(to) {
  scale = Math.min(4, Math.max(0.1, to));
  svg.setAttribute('width', width * scale);
  svg.setAttribute('height', height * scale);
}
const fit = () => zoom(Math.min(1, document.documentElement.clientWidth / width));
document.querySelector('#in').onclick = () => zoom(scale * 1.25);
document.querySelector('#out').onclick = () => zoom(scale / 1.25);
document.querySelector('#all').onclick = fit;

svg.addEventListener('click', reset);
document.addEventListener('keydown', event => {
  if (event.target.matches('input')) return;
  if (event.key === 'Escape') reset();
  if (event.key === '+') zoom(scale * 1.25);
  if (event.key === '-') zoom(scale / 1.25);
  if (event.key === '0') fit();
});

search(nodes.map((node, at) => ({ name: `${node.label} ${node.facts}`, element: cards[at] })), item => {
  item.element.scrollIntoView({ block: 'center', inline: 'center' });
  choose(Number(item.element.dataset.node), false);
});
