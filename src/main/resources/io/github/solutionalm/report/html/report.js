'use strict';
// Long tables of the report: rows come from JSON in the page and go into it as text, never as markup.
(() => {
  const STEP = 200;
  const make = (tag, text, attributes) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    for (const name in attributes || {}) element.setAttribute(name, attributes[name]);
    return element;
  };
  const named = text => make('bdi', text);
  const explorers = [];

  class Explorer {
    constructor(place) {
      this.place = place;
      this.source = place.dataset.rows;
      place.querySelector('.more').textContent = 'Loading …';
      place.addEventListener('toggle', () => { if (place.open) this.begin(); });
      if (place.open) this.begin();
    }

    begin() {
      if (this.data) return;
      const data = this.data = JSON.parse(document.getElementById(this.source).textContent);
      this.width = 3 + data.columns.length;
      this.all = data.rows.map((row, index) => index);
      this.texts = data.rows.map(row => [data.types[row[0]], row[1], row[2], ...data.columns.map((c, i) => this.cell(row, i))]
        .join(' ').toLowerCase());
      this.key = 0;
      this.sorted = null;
      this.choices = [];
      this.place.querySelector('.more').remove();
      this.place.append(this.tools(), this.table(), this.button());
      const rank = data.columns.findIndex(c => c.words && c.words.length > 1);
      if (rank >= 0 && data.columns[rank].title !== 'Top layer') this.sort(2 + rank, 1); else this.show();
    }

    cell(row, i) {
      const value = row[3 + i];
      const words = this.data.columns[i].words;
      return words ? words[value] || '' : typeof value === 'string' ? value : '';
    }

    more(row) {
      const last = row[row.length - 1];
      return row.length > 3 && typeof last === 'object' ? last : null;
    }

    tools() {
      const tools = make('div', undefined, { class: 'tools' });
      const label = make('label', 'Filter');
      this.input = make('input', undefined, { type: 'search', autocomplete: 'off' });
      this.input.addEventListener('input', () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.show(), 120); });
      label.append(this.input);
      tools.append(label);
      this.choice(tools, 'Type', this.data.types, row => row[0]);
      this.data.columns.forEach((column, i) => {
        if (column.words) this.choice(tools, column.title, column.words, row => row[3 + i]);
      });
      this.status = make('span', '', { role: 'status', class: 'more' });
      tools.append(this.status);
      return tools;
    }

    choice(tools, title, words, of) {
      const counts = words.map(() => 0);
      this.data.rows.forEach(row => counts[of(row)]++);
      const label = make('label', title);
      const select = make('select');
      select.append(make('option', 'all', { value: '' }));
      words.map((word, i) => [word, i]).filter(([, i]) => counts[i] > 0).sort((a, b) => a[0] < b[0] ? -1 : 1)
        .forEach(([word, i]) => select.append(make('option', (word || 'none') + ' (' + counts[i] + ')', { value: i })));
      select.addEventListener('change', () => this.show());
      label.append(select);
      tools.append(label);
      this.choices.push([select, of]);
    }

    table() {
      const scroll = make('div', undefined, { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': this.place.querySelector('summary').textContent });
      const table = make('table');
      const head = make('tr');
      this.heads = ['Type', 'Component', ...this.data.columns.map(c => c.title)].map((title, i) => {
        const th = make('th', undefined, { scope: 'col' });
        const button = make('button', title, { type: 'button' });
        button.addEventListener('click', () => this.sort(i, this.sorted === i ? -this.direction : 1));
        th.append(button);
        head.append(th);
        return th;
      });
      this.body = make('tbody');
      const thead = make('thead');
      thead.append(head);
      table.append(thead, this.body);
      scroll.append(table);
      return scroll;
    }

    button() {
      this.next = make('button', '', { type: 'button' });
      this.next.addEventListener('click', () => this.add());
      return this.next;
    }

    sort(column, direction) {
      const rows = this.data.rows;
      const rank = this.data.types.map((t, i) => i).sort((a, b) => this.data.types[a] < this.data.types[b] ? -1 : 1);
      const types = [];
      rank.forEach((type, i) => { types[type] = i; });
      const of = column === 0 ? row => types[row[0]]
        : column === 1 ? row => (row[2] || row[1]).toLowerCase()
          : this.data.columns[column - 2].words ? row => row[1 + column] : row => this.cell(row, column - 2);
      const keys = rows.map(of);
      this.all.sort((a, b) => (keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : a - b) * direction);
      this.sorted = column;
      this.direction = direction;
      this.heads.forEach((th, i) => {
        if (i === column) th.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending'); else th.removeAttribute('aria-sort');
      });
      this.show();
    }

    show() {
      const words = this.input.value.toLowerCase().split(' ').filter(word => word);
      const chosen = this.choices.filter(([select]) => select.value !== '').map(([select, of]) => [Number(select.value), of]);
      this.found = this.all.filter(i => chosen.every(([value, of]) => of(this.data.rows[i]) === value)
        && words.every(word => this.texts[i].includes(word)));
      this.body.replaceChildren();
      this.shown = 0;
      this.add();
    }

    add() {
      const upTo = Math.min(this.found.length, this.shown + STEP);
      const rows = document.createDocumentFragment();
      for (; this.shown < upTo; this.shown++) rows.append(this.row(this.found[this.shown]));
      this.body.append(rows);
      const rest = this.found.length - this.shown;
      this.status.textContent = this.found.length + ' of ' + this.all.length + (rest ? ', the first ' + this.shown + ' shown' : '');
      this.next.hidden = !rest;
      this.next.textContent = 'Show ' + Math.min(STEP, rest) + ' more';
    }

    id(index) {
      const row = this.data.rows[index];
      return [this.data.id, this.data.types[row[0]], row[1]].map(part => part.replace(/[ \t\r\n]/g, '_')).join('/');
    }

    row(index) {
      const row = this.data.rows[index];
      const tr = make('tr', undefined, { tabindex: -1 });
      const id = this.id(index);
      if (!document.getElementById(id)) tr.id = id;
      tr.append(make('td', this.data.types[row[0]]));
      const what = make('td');
      if (this.more(row) || this.users().has(index)) {
        const button = make('button', '▸ ', { type: 'button', 'aria-expanded': false, 'aria-label': 'Details of ' + (row[2] || row[1]) });
        button.addEventListener('click', () => this.unfold(button, tr, index));
        what.append(button);
      }
      this.name(what, row);
      tr.append(what);
      this.data.columns.forEach((column, i) => {
        const td = make('td');
        td.append(named(this.cell(row, i)));
        tr.append(td);
      });
      return tr;
    }

    name(place, row) {
      const name = named(row[2] || row[1]);
      place.append(name);
      if (row[2]) place.append(' ', make('code', row[1]));
    }

    unfold(button, tr, index) {
      const open = button.getAttribute('aria-expanded') !== 'true';
      button.setAttribute('aria-expanded', open);
      button.textContent = open ? '▾ ' : '▸ ';
      if (!open) { tr.nextSibling.remove(); return; }
      const td = make('td', undefined, { colspan: this.heads.length });
      const more = this.more(this.data.rows[index]) || {};
      this.list(td, 'What', (more.notes || []).map(note => named(note)));
      this.list(td, 'Layers, from the top down', (more.layers || []).map(owner => named(this.data.owners[owner])).reverse());
      if (more.definition) this.list(td, 'Effective definition', [make('code', more.definition)]);
      this.tree(td, 'Uses', index, i => (this.more(this.data.rows[i]) || {}).uses || []);
      this.tree(td, 'Used by', index, i => this.users().get(i) || []);
      const details = make('tr');
      details.append(td);
      tr.after(details);
    }

    list(place, title, items) {
      if (!items.length) return;
      place.append(make('h4', title));
      items.forEach(item => { const p = make('p'); p.append(item); place.append(p); });
    }

    users() {
      if (this.usedBy) return this.usedBy;
      this.usedBy = new Map();
      this.data.rows.forEach((row, i) => ((this.more(row) || {}).uses || []).forEach(used => {
        if (typeof used === 'number') { if (!this.usedBy.has(used)) this.usedBy.set(used, []); this.usedBy.get(used).push(i); }
      }));
      return this.usedBy;
    }

    tree(place, title, index, of) {
      if (!of(index).length) return;
      place.append(make('h4', title), this.branch(index, of, [index]));
    }

    branch(index, of, above) {
      const ul = make('ul', undefined, { class: 'tree' });
      of(index).slice(0, STEP).forEach(node => {
        const li = make('li');
        if (typeof node === 'string') li.append(named(node + ' (not in this list)')); else this.node(li, node, of, above);
        ul.append(li);
      });
      if (of(index).length > STEP) ul.append(make('li', '… and ' + (of(index).length - STEP) + ' more'));
      return ul;
    }

    node(li, node, of, above) {
      const row = this.data.rows[node];
      if (of(node).length && !above.includes(node)) {
        const button = make('button', '▸ ', { type: 'button', 'aria-expanded': false, 'aria-label': 'Unfold ' + (row[2] || row[1]) });
        button.addEventListener('click', () => {
          const open = button.getAttribute('aria-expanded') !== 'true';
          button.setAttribute('aria-expanded', open);
          button.textContent = open ? '▾ ' : '▸ ';
          if (open) li.append(this.branch(node, of, [...above, node])); else li.querySelector('ul').remove();
        });
        li.append(button);
      }
      li.append(this.data.types[row[0]] + ' ');
      this.name(li, row);
    }

    /** Shows the component with this id, if it is one of this table. */
    find(id) {
      if (!id.startsWith(this.place.dataset.id + '/')) return false;
      this.begin();
      const index = this.data.rows.findIndex((row, i) => this.id(i) === id);
      if (index < 0) return false;
      this.place.open = true;
      this.choices.forEach(([select]) => { select.value = ''; });
      this.input.value = this.data.rows[index][1];
      this.show();
      const tr = document.getElementById(id);
      if (tr) { tr.scrollIntoView({ block: 'center' }); tr.focus(); }
      return true;
    }
  }

  const target = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (e) { /* as it is */ }
    if (id && !document.getElementById(id)) explorers.some(explorer => explorer.find(id));
  };
  document.querySelectorAll('.explorer').forEach(place => explorers.push(new Explorer(place)));
  addEventListener('hashchange', target);
  target();
})();
