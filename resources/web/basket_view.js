// The chosen seats beside the map: price, a button to remove each, the total, the button that holds them.
import { element } from './elements.js';
import { words } from './words.js';

export class BasketView {
  // form: what the button sends; remove(seat).
  constructor(parent, choice, seatWords, form, remove) {
    Object.assign(this, { choice, seatWords, form, remove });
    this.list = element('ul', { class: 'map-chosen' });
    this.empty = element('p', { class: 'muted' }, words.noSeats);
    this.total = element('p', { class: 'map-total' });
    this.button = element('button', { type: 'submit', form: form.id, class: 'map-hold' });
    this.note = element('p', { class: 'muted map-note' });
    const title = element('h3', { id: 'seat-map-choice', tabindex: '-1' }, words.basket);
    this.title = title;
    parent.append(element('section', { class: 'map-basket', 'aria-labelledby': title.id }, title, this.empty, this.list,
      element('div', { class: 'map-pay' }, this.total, this.button), this.note));
    choice.onChange(() => this.update());
    this.update();
  }

  update() {
    const { choice, seatWords } = this;
    const seats = [...choice.seats];
    this.empty.hidden = seats.length > 0;
    this.list.replaceChildren(...seats.map((seat) => this.#item(seat)));
    const sum = seats.reduce((all, seat) => all + (seatWords.priceOf(seat) ?? 0), 0);
    this.total.replaceChildren(`${words.total} `, element('strong', {}, seatWords.money(sum)), element('small', {}, ` ${words.fees}`));
    this.button.textContent = choice.isSent ? words.holding : seats.length > 0 ? words.hold(seats.length) : words.holdNone;
    this.button.disabled = seats.length === 0;
    this.button.setAttribute('aria-disabled', String(choice.isSent));
    this.note.textContent = seatWords.prices.types.length > 1 ? words.priceNote(seatWords.prices.types[0]) : '';
  }

  #item(seat) {
    const place = this.seatWords.place(seat);
    const button = element('button', { type: 'button', class: 'quiet', 'aria-label': words.removeSeat(place), click: () => this.#drop(seat) }, words.remove);
    const remarks = this.seatWords.remarks(seat);
    const text = element('span', {}, place, ...(remarks.length > 0 ? [element('small', { class: 'muted' }, remarks.join(', '))] : []));
    return element('li', {}, text, element('span', { class: 'map-price' }, this.seatWords.money(this.seatWords.priceOf(seat) ?? 0)), button);
  }

  // The keyboard goes on to the next button, not back to the top of the page.
  #drop(seat) {
    const index = [...this.choice.seats].indexOf(seat);
    this.remove(seat);
    const buttons = this.list.querySelectorAll('button');
    (buttons[Math.min(index, buttons.length - 1)] ?? this.title).focus();
  }
}
