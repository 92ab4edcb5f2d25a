// After seats were lost: the groups the server proposes instead, numbered on the map; a click or the number takes one.
import { element } from './elements.js';
import { Free } from './seat_states.js';
import { words } from './words.js';

function labelsIn(main, name) {
  try {
    return JSON.parse(main?.getAttribute(name) ?? '[]');
  } catch {
    return [];
  }
}

export class Proposals {
  // act: {look(seats), changed()}
  constructor(parent, scene, seatWords, announcer, act) {
    Object.assign(this, { scene, seatWords, announcer, act });
    const main = document.querySelector('main[data-lost]');
    const seatsOf = (labels) => labels.map((label) => scene.plan.seatOf(label)).filter((seat) => seat >= 0);
    this.lost = seatsOf(labelsIn(main, 'data-lost'));
    this.groups = labelsIn(main, 'data-alternatives').map(seatsOf).filter((seats) => seats.length > 0).slice(0, 3);
    scene.lost = new Set(this.lost);
    scene.groups = this.groups;
    if (this.groups.length === 0) return;
    this.list = element('ol', { class: 'map-proposals' }, ...this.groups.map((seats, index) => this.#item(seats, index)));
    this.section = element('section', { 'aria-labelledby': 'seat-map-proposals' }, element('h3', { id: 'seat-map-proposals' }, words.alternatives), element('p', { class: 'muted' }, words.alternativesHint), this.list);
    parent.prepend(this.section);
  }

  #item(seats, index) {
    const sum = seats.reduce((all, seat) => all + (this.seatWords.priceOf(seat) ?? 0), 0);
    const text = `${this.seatWords.places(seats)} · ${this.seatWords.money(sum)}`;
    return element('li', {}, element('span', {}, text),
      element('button', { type: 'button', 'aria-label': `${words.take}: ${words.alternative(index + 1)}, ${text}`, click: () => this.take(index), focus: () => this.act.look(seats) }, words.take));
  }

  // False when there is no such proposal (any more).
  take(index) {
    const seats = this.scene.groups[index];
    if (!seats?.length || !this.scene.choice.addAll(seats)) return false;
    this.announcer.say(words.alternativeTaken(this.seatWords.places(seats)));
    this.scene.groups = [];
    this.section.hidden = true;
    this.act.look(seats);
    this.act.changed();
    return true;
  }

  // The proposal whose number or seat is there, or -1.
  at(painter, px, py, seat) {
    return this.scene.groups.findIndex((seats) => {
      const [x, y] = painter.badgeAt(seats);
      return seats.includes(seat) || Math.hypot(px - x, py - y) <= 14;
    });
  }

  // A proposal of which somebody took a seat is none; the numbers of the others stay.
  dropTaken() {
    this.scene.groups.forEach((seats, index) => {
      if (seats.every((seat) => this.scene.states.of[seat] === Free || this.scene.choice.has(seat))) return;
      this.scene.groups[index] = [];
      this.list.children[index].hidden = true;
    });
  }
}
