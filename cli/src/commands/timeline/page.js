
// ---- rows: hover, click, keys, search

function said(row) {
  const { label, what, place, bars } = known.rows[row];
  const lines = bars.flatMap(at => [make('p', {}, known.bars[at].says), make('p', { class: 'muted' }, known.bars[at].why)]);
  if (bars.some(at => known.bars[at].path)) lines.push(make('p', { class: 'mark-path' }, 'on the critical path'));
  return [make('p', {}, label), make('p', { class: 'muted' }, `${what}, ${place}`), ...lines];
}

// From the last thing that goes on with a row back to the start, each held up by the next.
function chain(row) {
  const bars = known.rows[row].bars;
  const path = [];
  for (let at = bars[bars.length - 1]; at !== null && at !== undefined; at = known.bars[at].after) path.push(at);
  return path;
}

let picked = null;
const most = 40;

function pick(row) {
  drop();
  picked = row;
  const path = chain(row);
  const steps = path.slice(0, most).map(at => {
    const { name, says, why, row: other } = known.bars[at];
    const there = make('button', { title: says }, name);
    there.onclick = () => go(other);
    return make('li', {}, there, ' ', make('span', { class: 'muted' }, why));
  });
  if (path.length > most) steps.push(make('li', { class: 'muted' }, `and ${path.length - most} before that`));
  const title = make('h2', {}, known.rows[row].label);
  detail.show([title, ...said(row).slice(1), make('p', {}, 'what leads to it, from here to the start:'), make('ul', {}, ...steps)], drop);
  svg.classList.add('picked');
  for (const at of [...path, ...known.rows[row].bars]) {
    rows[known.bars[at].row].classList.add('lit');
    for (const element of ofBar[at]) element.classList.add('lit');
  }
  rows[row].classList.add('picked-one');
  tip.hide();
}

function drop() {
  picked = null;
  svg.classList.remove('picked');
  for (const element of document.querySelectorAll('.lit, .picked-one')) element.classList.remove('lit', 'picked-one');
  detail.hide();
}

function go(row) {
  rows[row].scrollIntoView({ block: 'center' });
  const start = Number(ofBar[known.rows[row].bars[0]][0].dataset.a);
  if (start < view.from || start > view.to) move(start - (view.to - view.from) / 2);
  focusRow(row);
  pick(row);
}

function focusRow(row) {
  for (const element of document.querySelectorAll('[data-row][tabindex="0"]')) element.setAttribute('tabindex', -1);
  rows[row].setAttribute('tabindex', 0);
  rows[row].focus({ preventScroll: true });
}

rows.forEach((element, row) => {
  element.setAttribute('tabindex', row === 0 ? 0 : -1);
  element.setAttribute('role', 'button');
  element.setAttribute('aria-label', known.rows[row].label);
  element.addEventListener('pointermove', event => tip.show(said(row), event.clientX, event.clientY));
  element.addEventListener('pointerleave', () => tip.hide());
  element.addEventListener('click', () => { focusRow(row); if (picked === row) drop(); else pick(row); });
  element.addEventListener('focus', () => {
    if (!element.matches(':focus-visible')) return;
    const box = element.getBoundingClientRect();
    tip.show(said(row), known.left, box.bottom - 10);
  });
  element.addEventListener('blur', () => tip.hide());
});

document.addEventListener('keydown', event => {
  if (event.target.matches('input') || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = rows.indexOf(document.activeElement);
  const keys = {
    '+': () => zoom(0.5), '-': () => zoom(2), 0: () => move(0, known.total),
    ArrowLeft: () => move(view.from - (view.to - view.from) / 8), ArrowRight: () => move(view.from + (view.to - view.from) / 8),
    Escape: () => { drop(); tip.hide(); },
  };
  if (row >= 0) {
    const to = next => { focusRow(Math.min(Math.max(next, 0), rows.length - 1)); document.activeElement.scrollIntoView({ block: 'nearest' }); };
    Object.assign(keys, {
      ArrowDown: () => to(row + 1), ArrowUp: () => to(row - 1), Home: () => to(0), End: () => to(rows.length - 1),
      Enter: () => pick(row), ' ': () => pick(row),
    });
  }
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

search(rows.map((element, row) => ({ name: known.rows[row].label, element, row })), item => go(item.row));
fit();
