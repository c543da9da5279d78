'use strict';

// An element: `make('b', { class: 'x' }, 'text', child)`. Texts stay texts.
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// What is shown beside the pointer, or below what has the focus.
const tip = {
  box: document.body.appendChild(make('div', { id: 'tip', role: 'tooltip', hidden: '' })),
  show(content, x, y) {
    this.box.replaceChildren(...content);
    this.box.hidden = false;
    const { width, height } = this.box.getBoundingClientRect();
    const left = x + 14 + width > innerWidth ? x - 14 - width : x + 14;
    const top = y + 14 + height > innerHeight ? y - 14 - height : y + 14;
    this.box.style.left = `${Math.max(4, left)}px`;
    this.box.style.top = `${Math.max(4, top)}px`;
  },
  hide() { this.box.hidden = true; },
};

// What was clicked, until it is closed.
const detail = {
  box: document.body.appendChild(make('aside', { id: 'detail', 'aria-live': 'polite', hidden: '' })),
  show(content, closed) {
    const close = make('button', { class: 'close', title: 'close (Escape)', 'aria-label': 'close' }, '×');
    close.onclick = closed;
    this.box.replaceChildren(close, ...content);
    this.box.hidden = false;
    this.box.scrollTop = 0;
  },
  hide() { this.box.hidden = true; },
};

// The search box: `#search`, with `#count` behind it. `items` have a `name` and an `element`; while something is searched,
// those that match have the class `found` and the others `other`. Enter goes to the next: `go(item)`. `/` is the way there.
function search(items, go) {
  const [box, count] = [document.querySelector('#search'), document.querySelector('#count')];
  let [matches, next] = [items, 0];
  function look() {
    const wanted = box.value.trim().toLowerCase();
    matches = items.filter(item => item.name.toLowerCase().includes(wanted));
    next = 0;
    const found = new Set(wanted ? matches : []);
    for (const item of items) {
      item.element.classList.toggle('found', found.has(item));
      item.element.classList.toggle('other', wanted !== '' && !found.has(item));
    }
    count.textContent = wanted ? `${matches.length} of ${items.length}` : '';
  }
  box.addEventListener('input', look);
  box.addEventListener('keydown', event => {
    if (event.key === 'Enter' && box.value.trim() && matches.length) go(matches[next++ % matches.length]);
    if (event.key === 'Escape') { box.value = ''; look(); box.blur(); }
  });
  document.addEventListener('keydown', event => {
    if (event.key === '/' && event.target !== box) { event.preventDefault(); box.focus(); box.select(); }
  });
}
